import { Form, FormItem } from "ant-design-vue";
import { createApp, h, ref } from "vue";
import { antRules, toPath, toPointer } from "gongwei/adapters";
import { judge, model, prop, show } from "./warned.js";

show((element) => {
  const form = ref();
  const { rules } = antRules(judge, [prop]);
  const item = (prop) => h(FormItem, { name: toPath(toPointer(prop)), rules: rules[prop] });
  createApp(() => h(Form, { ref: form, model: { ...model, form: undefined } }, () => [prop, "form"].map(item))).mount(element);
  return () => form.value.validate().then(() => true, () => false);
});
