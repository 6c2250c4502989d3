// What importing a table would do, without the pauses between its rows.
import { modules } from "./modules.mjs";

const { planning } = await modules("exchange/plan.ts");

export function plan(document, table, answers = new Map()) {
  const work = planning(document, table, answers);
  for (;;) {
    const { done, value } = work.next();
    if (done) {
      return value;
    }
  }
}
