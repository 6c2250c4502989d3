import schema from "gongwei/record.schema.json";

/** What the package's JSON Schema says of a record: the form has every field that a record can have, and no list of its own. */
interface Schema {
  type?: string | string[];
  $ref?: string;
  anyOf?: Schema[];
  oneOf?: { const: string }[];
  items?: Schema;
  properties?: Record<string, Schema>;
  description?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
}

export type Noun = string;

/** The record's own lists. */
export type ListName = string;

export type FieldKind = "text" | "long-text" | "day" | "number" | "flag" | "choice" | "choices" | "reference" | "references" | "texts" | "group" | "list";

export interface Field {
  /** The noun it belongs to. */
  noun: Noun;
  key: string;
  kind: FieldKind;
  /** Whether `null` says that there is none. */
  nullable: boolean;
  /** Of a group or a list: what stands in it. */
  of?: Noun;
  /** Of a choice: the type of its words, and the words. */
  words?: { type: string; all: string[] };
  /** Of a reference: the lists whose entries it may name. */
  to?: ListName[];
  /** What the schema says of it. */
  description: string;
}

const root = schema as unknown as Schema & { $defs: Record<string, Schema> };

/** Lists that a reference names only in words, where the schema cannot. */
const NAMED: Record<string, ListName[]> = {
  "Step.by": ["organizations"],
  "Step.agreedWith": ["organizations"],
  "Appointment.links": ["organizations"],
  "Meeting.present": ["people"],
  "Meeting.attending": ["people"],
  "Minutes.sentTo": ["organizations"],
  "Topic.proposedBy": ["people"],
  "Notice.topics": ["topics"],
};

/** From this length on a text wants more than one line. */
const LONG = 1000;

const known = new Map<Noun, Field[]>();

/** The fields of a noun, in the schema's order; without its id and the platform's own. */
export function fieldsOf(noun: Noun): Field[] {
  const before = known.get(noun);
  if (before) {
    return before;
  }
  const properties = (noun === "Record" ? root : root.$defs[noun])?.properties ?? {};
  const fields = Object.entries(properties)
    .filter(([key]) => key !== "id" && key !== "ext" && key !== "schema")
    .map(([key, value]) => field(noun, key, value));
  known.set(noun, fields);
  return fields;
}

export function fieldOf(noun: Noun, key: string): Field | undefined {
  return fieldsOf(noun).find((field) => field.key === key);
}

/** The record's big and small lists, with the noun of their entries. */
export const LISTS: ReadonlyMap<ListName, Noun> = new Map(
  fieldsOf("Record").flatMap(({ key, kind, of }) => (kind === "list" && of ? [[key, of] as const] : [])),
);

/** The lists that are complete through a day. */
export const BIG_LISTS: readonly ListName[] = fieldsOf("CompleteThrough").map(({ key }) => key);

function field(noun: Noun, key: string, given: Schema): Field {
  const [inner, hasNull] = nullable(given);
  const { target, type } = resolve(inner);
  const description = given.description ?? target.description ?? "";
  const base = { noun, key, nullable: hasNull || (Array.isArray(given.type) && given.type.includes("null")), description };
  const to = NAMED[`${noun}.${key}`] ?? referred(description) ?? referred(target.items?.description ?? "");
  const is = (name: string): boolean => (Array.isArray(target.type) ? target.type.includes(name) : target.type === name);
  if (target.oneOf && type) {
    return { ...base, kind: "choice", words: { type, all: target.oneOf.map((one) => one.const) } };
  }
  if (is("array")) {
    const item = resolve(target.items ?? {});
    if (item.target.oneOf && item.type) {
      return { ...base, kind: "choices", words: { type: item.type, all: item.target.oneOf.map((one) => one.const) } };
    }
    return item.target.properties && item.type ? { ...base, kind: "list", of: item.type } : to ? { ...base, kind: "references", to } : { ...base, kind: "texts" };
  }
  if (target.properties && type) {
    return { ...base, kind: "group", of: type };
  }
  if (is("boolean")) {
    return { ...base, kind: "flag" };
  }
  if (is("integer") || is("number")) {
    return { ...base, kind: "number" };
  }
  if (target.format === "date") {
    return { ...base, kind: "day" };
  }
  return to ? { ...base, kind: "reference", to } : { ...base, kind: (target.maxLength ?? 0) >= LONG ? "long-text" : "text" };
}

function nullable(given: Schema): [Schema, boolean] {
  const other = given.anyOf?.find(({ type }) => type !== "null");
  return other ? [other, true] : [given, false];
}

function resolve(given: Schema): { target: Schema; type?: string } {
  const name = given.$ref?.replace("#/$defs/", "");
  return name === undefined ? { target: given } : { target: root.$defs[name] ?? {}, type: name };
}

/** The schema says of a reference: "The id of an entry of: organizations, people." */
function referred(description: string): ListName[] | undefined {
  const found = /The id of an entry of: ([\w, ]+)\./.exec(description)?.[1];
  return found?.split(", ");
}
