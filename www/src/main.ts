import "element-plus/dist/index.css";
import "element-plus/theme-chalk/dark/css-vars.css";
import "./style/base.css";
import "./style/element.css";
import { init } from "./record/gongwei";
import { createApp } from "vue";
import App from "./App.vue";
import EntryForm from "./fields/EntryForm.vue";
import { startOffline } from "./offline";
import { engine } from "./record/engine";
import { router } from "./router";

// Entries hold lists of entries: the form of one is known by name, so that neither file imports the other.
createApp(App).component("EntryForm", EntryForm).use(router).mount("#page");

init().then(
  () => (engine.value = "ready"),
  () => (engine.value = "failed"),
);

void startOffline();
