import { createApp } from "vue";
import { init } from "gongwei";
import Ant from "./Ant.vue";

void init().then(() => createApp(Ant).mount(document.body.appendChild(document.createElement("main"))));
