// React Hook Form: the check as a Standard Schema; nothing to await.
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { createRoot } from "react-dom/client";
import { useForm } from "react-hook-form";
import { check, init } from "gongwei";
import { standardSchema } from "gongwei/adapters";
import { options, record } from "./record.js";

type Values = typeof record;
const schema = standardSchema<Values>({ init, check: (value) => check(value, options) });

function Meeting() {
  const { register, handleSubmit, formState, trigger } = useForm<Values>({ defaultValues: record, resolver: standardSchemaResolver(schema), mode: "onChange" });
  const { errors } = formState;
  // All of it: the other side of a contradiction, and what no field shows.
  const whole = { onChange: () => void trigger() };
  return (
    <form onSubmit={handleSubmit(() => {})}>
      <p role="alert">{errors.root?.message}{errors.appointments?.[1]?.message}</p>
      <label>会议日期 <input {...register("meetings.0.on", whole)} /></label>
      <p>{errors.meetings?.[0]?.on?.message}</p>
      <label>纪要日期 <input {...register("meetings.0.minutes.on", whole)} /></label>
      <p>{errors.meetings?.[0]?.minutes?.on?.message}</p>
      <label>完成时限 <input {...register("problemLists.0.deadline", whole)} /></label>
      <p>{errors.problemLists?.[0]?.deadline?.message}</p>
      <button>提交</button>
    </form>
  );
}

createRoot(document.body.appendChild(document.createElement("main"))).render(<Meeting />);
