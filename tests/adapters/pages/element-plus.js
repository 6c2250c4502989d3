import { ElForm, ElFormItem } from "element-plus";
import { createApp, h, ref } from "vue";
import { elementRules } from "gongwei/adapters";
import { judge, model, prop, show } from "./warned.js";

show((element) => {
  const form = ref();
  const { rules } = elementRules(judge, [prop]);
  createApp(() => h(ElForm, { ref: form, model, rules }, () => [prop, "form"].map((prop) => h(ElFormItem, { prop })))).mount(element);
  return () => form.value.validate().catch(() => false);
});
