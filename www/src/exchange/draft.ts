import { isObject } from "../record/pointer";
import type { Member, OrganizationRead, PostRead, StepRead } from "./member";
import { given } from "./row";
import type { Reason } from "./reasons";
import { bare } from "./table";

type Entry = Record<string, unknown>;

/** A list of the record as it will be. */
export interface List {
  pointer: string;
  value: unknown[];
}

/** Somebody of the same name. */
export interface Candidate {
  /** The person's id; of one who comes with this import, the one to be given. */
  id: string;
  name: string;
  /** The names of the organizations where the person has posts. */
  units: string[];
  isSameUnit: boolean;
  /** Of one who comes with this import, the row. */
  line?: number;
}

type ListName = "organizations" | "people" | "terms" | "appointments";

/** The record's lists while members are added to them; the record itself is not touched. */
export class Draft {
  private readonly touched = new Set<ListName>();
  private readonly unitsByName = new Map<string, Entry[]>();
  private readonly people = new Map<string, Entry>();
  private readonly peopleByName = new Map<string, Entry[]>();
  private readonly seatsByPerson = new Map<string, Entry[]>();
  private readonly units = new Map<string, Entry>();
  private readonly made = new Set<Entry>();
  /** The rows that brought the people who are new. */
  private readonly lines = new Map<string, number>();
  private readonly ids: Ids;

  private constructor(private readonly lists: Record<ListName, unknown[]>) {
    this.ids = new Ids(Object.values(lists));
    for (const unit of entries(lists.organizations)) {
      note(this.unitsByName, bare(String(unit.name ?? "")), unit);
      this.units.set(String(unit.id), unit);
    }
    for (const person of entries(lists.people)) {
      note(this.peopleByName, bare(String(person.name ?? "")), person);
      this.people.set(String(person.id), person);
    }
    entries(lists.appointments).forEach((seat) => note(this.seatsByPerson, String(seat.person), seat));
  }

  /** The lists of a record; or the name of one that cannot be read as a list. */
  static of(document: unknown): Draft | ListName {
    const record = isObject(document) ? document : {};
    const names: ListName[] = ["organizations", "people", "terms", "appointments"];
    const broken = names.find((name) => record[name] !== undefined && record[name] !== null && !Array.isArray(record[name]));
    if (broken) {
      return broken;
    }
    const copy = (name: ListName): unknown[] => JSON.parse(JSON.stringify(record[name] ?? [])) as unknown[];
    return new Draft({ organizations: copy("organizations"), people: copy("people"), terms: copy("terms"), appointments: copy("appointments") });
  }

  kindOf(unit: string): string | undefined {
    const kind = this.unitsByName.get(bare(unit))?.[0]?.kind;
    return typeof kind === "string" ? kind : undefined;
  }

  unitNames(): string[] {
    const names = entries(this.lists.organizations).map(({ name }) => name);
    return names.filter((name): name is string => typeof name === "string" && bare(name) !== "").sort((one, other) => other.length - one.length);
  }

  newUnits(): string[] {
    return [...this.made].map(({ name }) => String(name));
  }

  changed(): List[] {
    return [...this.touched].map((name) => ({ pointer: `/${name}`, value: this.lists[name] }));
  }

  /** Why the record cannot take a member. */
  refusals({ posts, steps = [], term }: Member): Reason[] {
    const reasons: Reason[] = [];
    const named = [...posts.map(({ unit }) => unit), ...steps.flatMap(({ by = [], agreedWith = [], ...step }) => [...by, ...agreedWith, ...[step.with, step.to].filter((name) => name !== undefined)])];
    for (const name of new Set(named)) {
      const count = this.unitsByName.get(bare(name))?.length ?? 0;
      if (count > 1) {
        reasons.push({ code: "unit-ambiguous", column: "unit", found: name, other: String(count) });
      }
    }
    for (const { unit, unitIs } of posts) {
      const made = this.unitsByName.get(bare(unit))?.find((one) => this.made.has(one));
      const [differs] = made ? differences(made, unitIs) : [];
      if (differs) {
        reasons.push({ code: "unit-differs", column: differs === "kind" ? "unitKind" : differs, found: unit });
      }
    }
    if (term !== undefined && this.termOf(term) === undefined) {
      reasons.push({ code: "term-unknown", column: "term", found: String(term) });
    }
    return reasons;
  }

  /** Everybody of the same name. */
  candidates({ name, posts }: Member): Candidate[] {
    const units = new Set(posts.map(({ unit }) => bare(unit)));
    return (this.peopleByName.get(bare(name)) ?? []).map((person) => {
      const theirs = this.unitsOf(person);
      return { id: String(person.id), name: String(person.name), units: theirs, isSameUnit: theirs.some((unit) => units.has(bare(unit))), ...given({ line: this.lines.get(String(person.id)) }) };
    });
  }

  /** Whether a person holds this very seat already. */
  isSeated(person: string, { seat, from }: Member): boolean {
    return (this.seatsByPerson.get(person) ?? []).some((held) => held.seat === seat && (held.from ?? undefined) === from);
  }

  /** Adds a member, as a person who is known or as another; tells what the record says otherwise and keeps. */
  add(member: Member, line: number, known: string | undefined): Reason[] {
    const notes: Reason[] = [];
    let person = known === undefined ? undefined : this.people.get(known);
    if (person === undefined) {
      person = { id: this.ids.next("p"), name: member.name, ...given({ partyMember: member.partyMember }) };
      this.lists.people.push(person);
      note(this.peopleByName, bare(member.name), person);
      this.people.set(String(person.id), person);
      this.lines.set(String(person.id), line);
      this.touched.add("people");
    } else if (member.partyMember !== undefined && person.partyMember !== member.partyMember) {
      if (person.partyMember === undefined) {
        person.partyMember = member.partyMember;
        this.touched.add("people");
      } else {
        notes.push({ code: "person-kept", column: "partyMember", found: member.name });
      }
    }
    for (const post of member.posts) {
      notes.push(...this.addPost(person, post));
    }
    this.addSeat(String(person.id), member);
    return notes;
  }

  private addPost(person: Entry, { unit, unitIs, ...post }: PostRead): Reason[] {
    const organization = this.unit(unit);
    const [differs] = this.made.has(organization) ? [] : differences(organization, unitIs);
    for (const [key, value] of Object.entries(unitIs)) {
      if (organization[key] === undefined) {
        organization[key] = value;
        this.touched.add("organizations");
      }
    }
    const posts = Array.isArray(person.posts) ? person.posts : [];
    const isThere = entries(posts).some((one) => one.organization === organization.id && (one.post === post.post || post.post === undefined));
    if (!isThere) {
      person.posts = [...posts, { id: new Ids([posts]).next("x"), organization: organization.id, ...post }];
      this.touched.add("people");
    }
    return differs ? [{ code: "unit-kept", column: differs === "kind" ? "unitKind" : differs, found: unit }] : [];
  }

  private addSeat(person: string, member: Member): void {
    const ids = new Ids([]);
    const { seat, from, to, supplement, affiliationMoved, employed, volunteer } = member;
    const appointment: Entry = {
      id: this.ids.next("a"),
      person,
      seat,
      ...given({
        term: member.term === undefined ? undefined : this.termOf(member.term)?.id,
        from,
        to,
        supplement,
        links: member.links?.map((name) => this.known(name)?.id ?? name),
        affiliationMoved,
        employed,
        volunteer,
        entry: member.steps?.map((step) => ({ id: ids.next("s"), ...this.step(step) })),
      }),
    };
    this.lists.appointments.push(appointment);
    note(this.seatsByPerson, person, appointment);
    this.touched.add("appointments");
  }

  private step({ by, agreedWith, with: filedWith, to, ...rest }: StepRead): Entry {
    const { step, on, ...more } = rest;
    const id = (name: string): unknown => this.unit(name).id;
    return { step, ...given({ on, by: by?.map(id), with: filedWith === undefined ? undefined : id(filedWith), to: to === undefined ? undefined : id(to), agreedWith: agreedWith?.map(id) }), ...more };
  }

  private termOf(ordinal: number): Entry | undefined {
    return entries(this.lists.terms).find((term) => term.ordinal === ordinal);
  }

  private known(name: string): Entry | undefined {
    return this.unitsByName.get(bare(name))?.[0];
  }

  /** The organization of a name, made new where there is none. */
  private unit(name: string): Entry {
    const known = this.known(name);
    if (known) {
      return known;
    }
    const unit: Entry = { id: this.ids.next("o"), name };
    this.lists.organizations.push(unit);
    this.made.add(unit);
    note(this.unitsByName, bare(name), unit);
    this.units.set(String(unit.id), unit);
    this.touched.add("organizations");
    return unit;
  }

  private unitsOf(person: Entry): string[] {
    const posts = Array.isArray(person.posts) ? entries(person.posts) : [];
    return [...new Set(posts.map(({ organization }) => String(this.units.get(String(organization))?.name ?? "")))].filter((name) => name !== "");
  }
}

/** Ids that no entry has. */
class Ids {
  private readonly taken = new Set<unknown>();
  private readonly last = new Map<string, number>();

  constructor(lists: unknown[][]) {
    lists.forEach((list) => entries(list).forEach(({ id }) => this.taken.add(id)));
  }

  next(prefix: string): string {
    let number = this.last.get(prefix) ?? 0;
    do {
      number++;
    } while (this.taken.has(`${prefix}${number}`));
    this.last.set(prefix, number);
    return `${prefix}${number}`;
  }
}

/** What a row says otherwise of an organization than is known of it. */
function differences(known: Entry, told: OrganizationRead): ("kind" | "sector" | "inArea")[] {
  return (["kind", "sector", "inArea"] as const).filter((key) => told[key] !== undefined && known[key] !== undefined && known[key] !== told[key]);
}

function note(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const known = map.get(key);
  if (known) {
    known.push(entry);
  } else {
    map.set(key, [entry]);
  }
}

function entries(list: unknown[]): Entry[] {
  return list.filter(isObject);
}
