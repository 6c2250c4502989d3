import { createApp } from "vue";
import { init, open } from "gongwei";
import "element-plus/es/components/form/style/css";
import "element-plus/es/components/form-item/style/css";
import "element-plus/es/components/input/style/css";
import "element-plus/es/components/alert/style/css";
import SeatForm from "./SeatForm.vue";
import record from "./record.json";

init().then(() => {
  const { session } = open(record, { rulebook: "gannan-2020", on: "2026-06-30", locale: "zh-CN" });
  createApp(SeatForm, { session, at: 0 }).mount("#app");
});
