import { Form, FormItem } from "element-ui";
import Vue from "vue";
import { elementRules } from "gongwei/adapters";
import { judge, model, prop, show } from "./warned.js";

show((element) => {
  const { rules } = elementRules(judge, [prop]);
  const form = (h) => h(Form, { ref: "form", props: { model, rules } }, [prop, "form"].map((prop) => h(FormItem, { props: { prop } })));
  const page = new Vue({ render: form }).$mount(element);
  return () => new Promise((done) => page.$refs.form.validate(done));
});
