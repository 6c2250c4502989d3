// Element UI on Vue 2.7, as older projects have it.
import { Form, FormItem, Input } from "element-ui";
import Vue from "vue";
import { check, init } from "gongwei";
import { elementRules, judged } from "gongwei/adapters";
import { options, record } from "./record.js";

const props = ["meetings.0.on", "meetings.0.minutes.on", "problemLists.0.deadline"];

const Meeting = {
  components: { ElForm: Form, ElFormItem: FormItem, ElInput: Input },
  data: () => ({ model: structuredClone(record) }),
  created() {
    const judge = judged(() => JSON.stringify(this.model), () => check(this.model, options));
    Object.assign(this, elementRules(judge, props));
  },
  methods: {
    edited() {
      this.$nextTick(() => this.$refs.form.validateField(this.stale()));
    },
  },
  template: `
    <el-form ref="form" :model="model" :rules="rules" @submit.native.prevent="$refs.form.validate(() => {})">
      <el-form-item prop="form" />
      <el-form-item label="会议日期" prop="meetings.0.on">
        <el-input v-model="model.meetings[0].on" name="meetings.0.on" @input="edited" />
      </el-form-item>
      <el-form-item label="纪要日期" prop="meetings.0.minutes.on">
        <el-input v-model="model.meetings[0].minutes.on" name="meetings.0.minutes.on" @input="edited" />
      </el-form-item>
      <el-form-item label="完成时限" prop="problemLists.0.deadline">
        <el-input v-model="model.problemLists[0].deadline" name="problemLists.0.deadline" @input="edited" />
      </el-form-item>
      <button>提交</button>
    </el-form>`,
};

init().then(() => new Vue(Meeting).$mount(document.body.appendChild(document.createElement("main"))));
