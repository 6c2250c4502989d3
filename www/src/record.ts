import type { Subject } from "gongwei";
import type { Words } from "./words";

/** The few fields of a record that the page shows as names. The engine has accepted it before it is read here. */
interface Shown {
  committee?: { name?: string };
  organizations?: Named[];
  people?: Named[];
  appointments?: (Entry & { person?: string; seat?: string })[];
  meetings?: (Entry & { on?: string; topics?: (Entry & { title?: string })[] })[];
  assessments?: (Entry & { year?: number; person?: string; unit?: string })[];
  problemLists?: (Entry & { on?: string })[];
  trainingClasses?: (Entry & { on?: string })[];
}

interface Entry {
  id?: string;
}

interface Named extends Entry {
  name?: string;
}

/** The record's own names for what the report names by id. */
export class Names {
  private readonly record: Shown;

  constructor(
    text: string,
    private readonly words: Words,
  ) {
    this.record = JSON.parse(text) as Shown;
  }

  committee(): string | undefined {
    return this.record.committee?.name;
  }

  /** What a verdict is about; nothing for the committee as a whole. */
  subject({ kind, id = "", meeting }: Subject): string {
    const name = this.find(kind, id, meeting) ?? id;
    return kind === "committee" ? "" : kind === "person" || kind === "appointment" ? name : `${this.words.subject[kind]} ${name}`;
  }

  private find(kind: Subject["kind"], id: string, meeting: string | undefined): string | undefined {
    const { record, words } = this;
    switch (kind) {
      case "person":
        return find(record.people, id)?.name;
      case "organization":
        return find(record.organizations, id)?.name;
      case "appointment": {
        const { person = "", seat = "" } = find(record.appointments, id) ?? {};
        const name = find(record.people, person)?.name ?? person;
        return name === "" ? undefined : `${name} · ${words.seat[seat] ?? seat}`;
      }
      case "meeting":
        return find(record.meetings, id)?.on;
      case "topic":
        return find(find(record.meetings, meeting ?? "")?.topics, id)?.title;
      case "problem-list":
        return find(record.problemLists, id)?.on;
      case "training-class":
        return find(record.trainingClasses, id)?.on;
      case "assessment": {
        const { year, person = "", unit = "" } = find(record.assessments, id) ?? {};
        const whose = find(record.people, person)?.name ?? find(record.organizations, unit)?.name;
        return whose && [whose, year].filter(Boolean).join(" ");
      }
      case "committee":
        return undefined;
    }
  }
}

function find<T extends Entry>(list: T[] | undefined, id: string): T | undefined {
  return list?.find((entry) => entry.id === id);
}
