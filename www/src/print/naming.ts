import { documentName } from "../findings/clause";
import { factsOf } from "../findings/facts";
import { normOf } from "../findings/rules";
import { placeName } from "../record/places";
import type { JsonObject } from "../record/pointer";
import { say, words } from "../words";
import type { Naming } from "./sheets";

/** The words of the page for what a report speaks of. */
export function namingOf(document: JsonObject): Naming {
  return {
    group: (name) => words.value.group[name]?.[0] ?? name,
    norm: (id) => say(normOf(id)?.title) || (words.value.group.coherence?.[0] ?? id),
    modality: (id) => words.value.modality[normOf(id)?.modality ?? ""] ?? "",
    reading: (id) => say(normOf(id)?.reading),
    document: ({ from }) => ("clause" in from ? documentName(from.clause.document) : ""),
    place: (pointer) => placeName(document, pointer),
    seen: ({ from }) => factsOf(from, document).map(({ name, value }) => `${name} ${value}`).join(" · "),
  };
}
