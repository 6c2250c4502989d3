import { createApp } from "vue";
import { init } from "gongwei";
import Element from "./Element.vue";

void init().then(() => createApp(Element).mount(document.body.appendChild(document.createElement("main"))));
