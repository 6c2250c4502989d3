// Who is measured, at what. A contestant is one object: `prepare` makes its state from a record's text, before any
// measuring; then `check` judges the whole, or `edit` sets one field and says what has come of it.
import * as z from "zod";
import { RULEBOOK, handedIn } from "./engine.mjs";
import { partsOf, put } from "./rivals/edit.mjs";
import { Form } from "./rivals/field.mjs";
import { check } from "./rivals/plain.mjs";
import { schemaOn } from "./rivals/zod.mjs";

/** The names that ratios are reckoned against. */
export const PLAIN = "A: plain JavaScript";
export const ZOD = "B: zod";
export const FIELD = "C: by field";
export const JS = "gongwei/js";
export const PARSE_AND_PLAIN = "`JSON.parse` + A";

/** What gongwei judges by: all norms of the kind, and the rivals' twenty. */
const rulebooks = (gongwei, ids) => [
  { which: "all norms", rulebook: RULEBOOK },
  { which: "twenty norms", rulebook: handedIn(gongwei, ids) },
];

/** A whole check, from text. `plain` is the package's plain JavaScript. */
export function checkers({ gongwei, plain }, ids, on) {
  const schema = schemaOn(on);
  const text = (text) => text;
  const ours = rulebooks(gongwei, ids).flatMap(({ which, rulebook }) => {
    const all = { rulebook, on };
    const broken = { ...all, verdicts: ["broken"] };
    return [
      { name: `gongwei, ${which}`, prepare: text, check: (text) => gongwei.check(text, all) },
      // What the rivals give: what is broken.
      { name: `gongwei, ${which}, the broken`, prepare: text, check: (text) => gongwei.check(text, broken) },
      {
        name: `\`JSON.parse\` of the report, ${which}`,
        prepare: (text) => JSON.stringify(gongwei.check(text, all)),
        check: (report) => JSON.parse(report),
      },
    ];
  });
  return [
    { name: "`JSON.parse` alone", prepare: text, check: (text) => JSON.parse(text) },
    { name: PARSE_AND_PLAIN, prepare: text, check: (text) => check(JSON.parse(text), on) },
    { name: "`JSON.parse` + B", prepare: text, check: (text) => schema.safeParse(JSON.parse(text)) },
    ...ours,
    { name: `${JS}, all norms`, prepare: text, check: (text) => plain.check(text, { rulebook: RULEBOOK, on }) },
  ];
}

/** One edit of a record at hand. */
export function editors({ gongwei, plain }, ids, on) {
  const schema = schemaOn(on);
  const compiled = z.compile(schema, { strict: true });
  const whole = (name, check) => ({
    name,
    prepare: (text) => JSON.parse(text),
    edit: (record, pointer, value) => {
      put(record, partsOf(pointer), value);
      return check(record);
    },
  });
  return [
    whole(PLAIN, (record) => check(record, on)),
    whole(ZOD, (record) => schema.safeParse(record)),
    whole("B: zod, compiled", (record) => compiled.safeParse(record)),
    {
      name: FIELD,
      prepare: (text) => new Form(JSON.parse(text), on),
      edit: (form, pointer, value) => form.set(pointer, value),
    },
    ...rulebooks(gongwei, ids).flatMap(({ which, rulebook }) => {
      const options = { rulebook, on };
      return [
        whole(`gongwei, ${which}, whole check`, (record) => gongwei.check(record, options)),
        session(`gongwei, ${which}`, gongwei, options),
      ];
    }),
    session(`${JS}, all norms`, plain, { rulebook: RULEBOOK, on }),
  ];
}

/** A held session of either face. */
const session = (name, face, options) => ({
  name: `${name}, a session`,
  prepare: (text) => face.open(text, options).session,
  edit: (session, pointer, value) => session.set(pointer, value),
});

/** What is edited: two values, set in turn, so that no edit leaves the record as it was. */
export const EDITS = [
  { name: "a name", pointer: "/committee/name", values: ["岫云街道大工委", "岫云街道“大工委”"] },
  { name: "a notice's end", pointer: "/appointments/9/entry/2/through", values: ["2024-12-05", "2024-12-06"] },
  { name: "a flag", pointer: "/appointments/9/employed", values: [true, false] },
  {
    name: "who was present",
    pointer: "/meetings/3/present",
    values: [
      ["p1", "p2", "p3", "p4", "p5", "p6", "p7"],
      ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p10", "p11", "p12", "p14", "p15"],
    ],
  },
  { name: "a meeting's day", pointer: "/meetings/4/on", values: ["2026-03-11", "2026-03-19"] },
  { name: "a seat", pointer: "/appointments/6/seat", values: ["deputy", "member"] },
  { name: "a seat's end", pointer: "/appointments/13/to", values: ["2025-12-30", "2029-12-17"] },
  { name: "a post's start", pointer: "/people/8/posts/0/from", values: ["2025-01-10", "2022-01-10"] },
];
