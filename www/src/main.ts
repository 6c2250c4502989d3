import "element-plus/dist/index.css";
import "element-plus/theme-chalk/dark/css-vars.css";
import "./style/base.css";
import "./style/element.css";
import { init, isPlain } from "./record/gongwei";
import { createApp } from "vue";
import App from "./App.vue";
import EntryForm from "./fields/EntryForm.vue";
import { startOffline } from "./offline";
import { engine } from "./record/engine";
import { startDrafts } from "./shell/keeping";
import { router } from "./router";

// Entries hold lists of entries: the form of one is known by name, so that neither file imports the other.
const app = createApp(App).component("EntryForm", EntryForm);

// What was open before is open again when the page is shown, so that its address still leads there.
init()
  .then(async () => {
    engine.value = "ready";
    await startDrafts();
  })
  .catch(() => (engine.value = engine.value === "ready" ? "ready" : "failed"))
  .finally(() => {
    app.use(router).mount("#page");
    void startOffline(isPlain());
  });
