import { choose, choosePost, isBlank, isNone, isOngoing, namesOf, ORGANIZATION_KINDS, POSTS, readFlag, readNames, readOrdinal, SEATS, SECTORS, type Choices } from "./choices";
import { COLUMN, type ColumnKey } from "./columns";
import { iso, lastOf, readDay } from "./days";
import type { Member, PostRead, StepRead } from "./member";
import { privateContent } from "./private";
import type { Reason, ReasonCode } from "./reasons";
import { bare, isErrorCell, textOf, type Cell, type DaysFrom, type Row } from "./table";

/** The record's limits. */
const TEXT_MAX = 200;
const COUNT_MAX = 100_000;

/** What a row needs to know of the rest. */
export interface Around {
  /** Which cell of a row a column is. */
  places: ReadonlyMap<ColumnKey, number>;
  daysFrom: DaysFrom;
  /** What the record says of an organization of this name. */
  kindOf(unit: string): string | undefined;
  /** The names of the record's organizations, the longest first. */
  units: readonly string[];
}

export interface RowRead {
  member: Member;
  /** Why the row cannot be taken; none where it can. */
  reasons: Reason[];
  /** What to look at, though it can. */
  notes: Reason[];
}

/** Reads what a row says of a member. All that is wrong with it is told at once. */
export function readRow(row: Row, around: Around): RowRead {
  return new Reader(row, around).read();
}

class Reader {
  private readonly reasons: Reason[] = [];
  private readonly notes: Reason[] = [];

  constructor(
    private readonly row: Row,
    private readonly around: Around,
  ) {}

  read(): RowRead {
    for (const [column, place] of this.around.places) {
      const cell = this.row.cells[place] ?? null;
      if (privateContent(cell)) {
        this.fail("private", column);
      } else if (isErrorCell(cell)) {
        this.fail("error-cell", column, textOf(cell));
      }
    }
    const member: Member = {
      name: this.required("name", this.text("name")),
      seat: this.required("seat", this.choice("seat", SEATS)),
      posts: this.posts(),
      ...given({
        partyMember: this.flag("partyMember"),
        from: this.day("from"),
        to: this.day("to"),
        term: this.term(),
        supplement: this.flag("supplement"),
        links: this.links(),
        affiliationMoved: this.flag("affiliationMoved"),
        employed: this.flag("employed"),
        volunteer: this.flag("volunteer"),
        steps: this.steps(),
      }),
    };
    this.ordered("to", member.from, member.to);
    return { member, reasons: this.reasons, notes: this.notes };
  }

  private posts(): PostRead[] {
    const kind = this.choice("unitKind", ORGANIZATION_KINDS);
    const sector = this.choice("sector", SECTORS);
    const unitIs = given({
      // Only a unit has a sector.
      kind: kind ?? (sector === undefined ? undefined : "unit"),
      sector,
      inArea: this.flag("inArea"),
    });
    const [unit, titles] = this.unitAndPost();
    const own = this.postsIn("unit", "post", unit, titles, unitIs.kind, this.span("postFrom", "postTo"));
    const otherUnit = this.text("otherUnit");
    const other = this.postsIn("otherUnit", "otherPost", otherUnit, this.text("otherPost"), undefined, this.span("otherFrom", "otherTo"));
    return [...own.map((post) => ({ ...post, unitIs })), ...other.map((post) => ({ ...post, unitIs: {} }))];
  }

  /** From the two columns, or from the one that has both: "第二医院党委书记、院长". */
  private unitAndPost(): [unit: string | undefined, titles: string | undefined] {
    const [unit, titles, both] = [this.text("unit"), this.text("post"), this.text("unitAndPost")];
    if (unit !== undefined || both === undefined) {
      return [unit, titles];
    }
    const known = this.around.units.find((name) => bare(both).startsWith(bare(name)));
    if (known !== undefined) {
      const rest = afterName(both, known);
      return [known, titles ?? (rest === "" ? undefined : rest)];
    }
    const parts = /^(.*?)\s*((?:党委|党总支|总支|党支部|支部|党组织|党组)?副?(?:书记|主任|院长|校长|园长|所长|局长|站长|行长|会长|理事长|队长|厂长|馆长|董事长|总经理|经理|负责人|委员)(?:[、,，兼](?:党委|党总支|总支|党支部|支部|党组织|党组)?副?(?:书记|主任|院长|校长|园长|所长|局长|站长|行长|会长|理事长|队长|厂长|馆长|董事长|总经理|经理|负责人|委员))*)$/.exec(both);
    if (!parts?.[1] || !parts[2]) {
      this.fail("unit-and-post", "unitAndPost", both);
      return [undefined, undefined];
    }
    return [parts[1], titles ?? parts[2]];
  }

  private postsIn(unitColumn: ColumnKey, column: ColumnKey, unit: string | undefined, titles: string | undefined, kind: string | undefined, span: { from?: string; to?: string }): Omit<PostRead, "unitIs">[] {
    if (unit === undefined) {
      if (titles !== undefined || span.from !== undefined) {
        this.fail("post-without-unit", unitColumn);
      }
      return [];
    }
    if (titles === undefined) {
      return [{ unit, ...span }];
    }
    const organizationKind = kind ?? this.around.kindOf(unit);
    return readNames(titles.replace(/兼/g, "、")).map((title) => {
      const post = choosePost(title, organizationKind);
      if (post === undefined) {
        this.fail("no-choice", column, title, namesOf(POSTS).join("、"));
      }
      return { unit, ...given({ post }), ...span };
    });
  }

  private span(fromColumn: ColumnKey, toColumn: ColumnKey): { from?: string; to?: string } {
    const span = given({ from: this.day(fromColumn), to: this.day(toColumn) });
    this.ordered(toColumn, span.from, span.to);
    return span;
  }

  private steps(): StepRead[] | undefined {
    let isTold = false;
    const steps: StepRead[] = [];
    const step = (kind: string, day: ColumnKey, more: Partial<StepRead>, alsoOn?: string): void => {
      const isNever = isNone(this.raw(day));
      const on = alsoOn ?? (isNever ? undefined : this.day(day));
      if (isNever) {
        isTold = true;
        if (Object.keys(more).length > 0) {
          this.fail("none-but-more", day);
        }
      } else if (on !== undefined || Object.keys(more).length > 0) {
        isTold = true;
        steps.push({ step: kind, ...given({ on }), ...more });
      }
    };
    step("nomination", "nominationOn", given({ by: this.names("nominationBy"), agreedWith: this.names("nominationAgreedWith") }));
    step("resolution", "resolutionOn", given({ by: this.names("resolutionBy"), passed: this.flag("resolutionPassed"), votes: this.votes() }));
    step("approval", "approvalOn", given({ by: this.names("approvalBy"), passed: this.flag("approvalPassed") }));
    const [noticeOn, noticeThrough] = this.notice();
    this.ordered("noticeThrough", noticeOn ?? this.day("noticeOn"), noticeThrough);
    step("public-notice", "noticeOn", given({ through: noticeThrough, objections: this.objections() }), noticeOn);
    step("filing", "filingOn", given({ with: this.oneName("filingWith") }));
    step("certificate", "certificateOn", given({ by: this.names("certificateBy") }));
    step("copy", "copyOn", given({ to: this.oneName("copyTo") }));
    return isTold ? steps : undefined;
  }

  private votes(): Record<string, number> | undefined {
    const votes = given({
      due: this.count("votesDue"),
      present: this.count("votesPresent"),
      for: this.count("votesFor"),
      against: this.count("votesAgainst"),
      abstained: this.count("votesAbstained"),
    });
    return Object.keys(votes).length === 0 ? undefined : votes;
  }

  /** The notice's days from a column that has both: "2026年3月1日至3月7日". */
  private notice(): [on: string | undefined, through: string | undefined] {
    const span = this.text("noticeSpan");
    if (span === undefined || isNone(span)) {
      return [undefined, this.day("noticeThrough")];
    }
    const parts = span.split(/至|到|~|—+|–| - /).map((part) => part.trim());
    const [on, through] = [this.dayOf("noticeSpan", parts[0] ?? ""), parts[1]];
    if (on === undefined || through === undefined || parts.length > 2) {
      if (parts.length !== 1 && on !== undefined) {
        this.fail("day-form", "noticeSpan", span);
      }
      return [on, this.day("noticeThrough")];
    }
    const short = /^(?:(\d{1,2})(?:月|[-/.]))?(\d{1,2})日?$/.exec(through);
    return [on, this.dayOf("noticeSpan", short ? `${on.slice(0, 4)}-${short[1] ?? on.slice(5, 7)}-${short[2]}` : through)];
  }

  private objections(): [] | undefined {
    const text = this.text("objections");
    if (text === undefined) {
      return undefined;
    }
    if (isNone(text) || readFlag(text) === false) {
      return [];
    }
    if (readFlag(text) === undefined) {
      this.fail("no-choice", "objections", text, "有、无");
    } else {
      this.notes.push({ code: "objections-open", column: "objections" });
    }
    return undefined;
  }

  private raw(column: ColumnKey): string {
    return textOf(this.cell(column));
  }

  private cell(column: ColumnKey): Cell {
    const place = this.around.places.get(column);
    return place === undefined ? null : (this.row.cells[place] ?? null);
  }

  /** The text of a cell; none where it is blank, or cannot be taken for another reason that has been told. */
  private text(column: ColumnKey): string | undefined {
    const cell = this.cell(column);
    const text = textOf(cell);
    if (isBlank(text) || isErrorCell(cell) || privateContent(cell)) {
      return undefined;
    }
    if (text.length > TEXT_MAX && COLUMN.get(column)?.kind !== "links" && COLUMN.get(column)?.kind !== "organizations") {
      this.fail("too-long", column, `${text.slice(0, 20)}…`, String(TEXT_MAX));
      return undefined;
    }
    return text;
  }

  private required(column: ColumnKey, value: string | undefined): string {
    const isTold = this.reasons.some((reason) => reason.column === column);
    if (value === undefined && !isTold) {
      this.fail("missing", column);
    }
    return value ?? "";
  }

  private choice(column: ColumnKey, choices: Choices): string | undefined {
    const text = this.text(column);
    const word = text === undefined ? undefined : choose(choices, text);
    if (text !== undefined && word === undefined) {
      this.fail("no-choice", column, text, namesOf(choices).join("、"));
    }
    return word;
  }

  private flag(column: ColumnKey): boolean | undefined {
    const text = this.text(column);
    const flag = text === undefined ? undefined : readFlag(text);
    if (text !== undefined && flag === undefined) {
      this.fail("no-flag", column, text);
    }
    return flag;
  }

  private count(column: ColumnKey): number | undefined {
    const text = this.text(column);
    if (text === undefined) {
      return undefined;
    }
    const digits = /^(\d+)(?:人|票|名)?$/.exec(text)?.[1];
    const value = digits === undefined ? NaN : Number(digits);
    if (!(value <= COUNT_MAX)) {
      this.fail("no-count", column, text);
      return undefined;
    }
    return value;
  }

  private term(): number | undefined {
    const text = this.text("term");
    const ordinal = text === undefined ? undefined : readOrdinal(text);
    if (text !== undefined && ordinal === undefined) {
      this.fail("no-term", "term", text);
    }
    return ordinal;
  }

  private names(column: ColumnKey): string[] | undefined {
    const text = this.text(column);
    if (text === undefined) {
      return undefined;
    }
    const names = isNone(text) ? [] : readNames(text);
    const long = names.find((name) => name.length > TEXT_MAX);
    if (long !== undefined) {
      this.fail("too-long", column, `${long.slice(0, 20)}…`, String(TEXT_MAX));
    }
    return names;
  }

  private oneName(column: ColumnKey): string | undefined {
    const names = this.names(column);
    if (names !== undefined && names.length > 1) {
      this.fail("one-name", column, names.join("、"));
    }
    return names?.[0];
  }

  private links(): string[] | undefined {
    return this.names("links");
  }

  private day(column: ColumnKey): string | undefined {
    const cell = this.cell(column);
    const text = this.text(column);
    return text === undefined || isOngoing(text) ? undefined : this.dayOf(column, typeof cell === "number" ? cell : text);
  }

  private dayOf(column: ColumnKey, cell: Cell): string | undefined {
    const reading = readDay(cell, this.around.daysFrom);
    const found = textOf(cell);
    if (reading.is === "day") {
      return reading.day;
    }
    if (reading.is === "month" && COLUMN.get(column)?.kind === "month-or-day") {
      const isEnd = column === "postTo" || column === "otherTo";
      const day = iso(reading.year, reading.month, isEnd ? lastOf(reading.year, reading.month) : 1);
      this.notes.push({ code: "month-taken", column, found, other: day });
      return day;
    }
    const code: Record<string, ReasonCode> = { "no-day": "day-incomplete", month: "day-incomplete", impossible: "day-impossible", ambiguous: "day-ambiguous", form: "day-form" };
    const why = code[reading.is === "unreadable" ? reading.why : "month"] ?? "day-form";
    if (!this.reasons.some((reason) => reason.column === column && reason.code === why)) {
      this.fail(why, column, found);
    }
    return undefined;
  }

  private ordered(column: ColumnKey, from: string | undefined, to: string | undefined): void {
    if (from !== undefined && to !== undefined && to < from) {
      this.fail("order", column, to, from);
    }
  }

  private fail(code: ReasonCode, column: ColumnKey, found?: string, other?: string): void {
    this.reasons.push({ code, column, ...given({ found, other }) });
  }
}

/** What follows a name at the start of a text, whatever spaces stand in either. */
function afterName(text: string, name: string): string {
  for (let end = name.length; end <= text.length; end++) {
    if (bare(text.slice(0, end)) === bare(name)) {
      return text.slice(end).trim();
    }
  }
  return "";
}

/** The members of an object that have a value: `undefined` is no statement. */
export function given<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
