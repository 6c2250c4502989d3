import { CHOICES } from "../words/fields";
import { chineseNumber } from "./days";
import { bare } from "./table";

/** A closed set of the record's words: what each is called, and what else people write for it. */
export type Choices = readonly (readonly [word: string, zh: string, ...also: string[]])[];

/** The words of a type, called as the page calls them. */
function choicesOf(type: string, also: Record<string, string[]>): Choices {
  return Object.entries(CHOICES).flatMap(([key, [zh, en]]) => {
    const [owner, word = ""] = key.split(".");
    return owner === type ? [[word, zh, en, ...(also[word] ?? [])] as const] : [];
  });
}

export const SEATS = choicesOf("Seat", {
  secretary: ["大工委书记", "大党委书记"],
  deputy: ["大工委副书记", "大党委副书记", "兼职副书记"],
  member: ["大工委委员", "大党委委员", "兼职委员", "专职委员", "成员"],
});

export const ORGANIZATION_KINDS = choicesOf("OrganizationKind", {
  "working-committee": ["党工委", "乡镇党委"],
  office: ["办事处", "乡镇政府"],
  "organization-department": ["组织部", "区委组织部", "市委组织部"],
  "community-party-organization": ["社区党委", "社区党总支", "社区党支部"],
  "residents-committee": ["社区居委会", "居民委员会", "社区居民委员会"],
  unit: ["单位", "辖区单位", "共建单位"],
  "property-company": ["物业公司", "物业", "物业服务企业"],
  "owners-committee": ["业委会"],
  "cadre-authority": ["主管部门"],
  other: ["其它"],
});

export const SECTORS = choicesOf("Sector", {
  agency: ["党政机关", "行政机关", "国家机关", "机关单位"],
  "state-owned-enterprise": ["国企", "央企", "国有"],
  "public-institution": ["事业"],
  "private-enterprise": ["非公企业", "非公", "非公有制经济组织", "民营企业", "私营企业", "民企"],
  "social-organization": ["社会团体", "社团", "民办非企业单位", "社会服务机构"],
  military: ["军队", "军队单位", "驻军"],
  other: ["其它"],
});

export const POSTS = choicesOf("PostKind", {
  secretary: ["党工委书记", "社区党委书记", "社区党总支书记", "社区党支部书记"],
  "deputy-secretary": ["党工委副书记", "党委副书记", "党总支副书记", "党支部副书记", "社区党委副书记"],
  "discipline-secretary": ["纪检监察工委书记", "纪委书记"],
  "party-head": ["党组织书记", "党支部负责人", "党委负责人", "党组书记"],
  head: ["法定代表人", "法人代表", "董事长", "总经理", "经理", "院长", "校长", "园长", "所长", "局长", "站长", "行长", "会长", "理事长", "队长", "厂长", "馆长"],
  director: ["居委会主任", "办事处主任"],
  "deputy-director": ["居委会副主任", "办事处副主任"],
  delegate: ["党代表"],
  member: ["党工委委员", "党委委员"],
  other: ["其它"],
});

/** Elsewhere than in the party bodies themselves, a secretary is the head of the unit's party organization. */
const UNIT_SECRETARY = /^(党委|党总支|总支|党支部|支部|党组织|党组|机关党委|联合党支部)?书记$/;
const PARTY_BODIES = ["working-committee", "community-party-organization"];

/** What the words are called. */
export function namesOf(choices: Choices): string[] {
  return choices.map(([, name]) => name);
}

const byName = new Map<Choices, ReadonlyMap<string, string>>();

/** The word that a text means. */
export function choose(choices: Choices, text: string): string | undefined {
  let names = byName.get(choices);
  if (!names) {
    // Backwards, so that of two words of one name the first is found.
    names = new Map([...choices].reverse().flatMap(([word, ...all]) => [word, ...all].map((name) => [bare(name), word] as const)));
    byName.set(choices, names);
  }
  return names.get(bare(text));
}

/** The post that a title means in an organization of a kind. */
export function choosePost(title: string, organizationKind: string | undefined): string | undefined {
  const plain = bare(title);
  if (UNIT_SECRETARY.test(plain) && !PARTY_BODIES.includes(organizationKind ?? "")) {
    // Of an organization whose kind nobody has told, 书记 alone says too little.
    return organizationKind === undefined && plain === "书记" ? "secretary" : "party-head";
  }
  return choose(POSTS, title) ?? (UNIT_SECRETARY.test(plain) ? "secretary" : undefined);
}

const YES = ["是", "有", "对", "√", "✓", "☑", "1", "y", "yes", "true", "已", "已转移", "通过", "同意", "中共党员", "党员", "已通过"];
const NO = ["否", "无", "不", "没有", "×", "✗", "✕", "x", "0", "n", "no", "false", "未", "未转移", "不通过", "未通过", "群众", "共青团员", "团员", "民主党派", "无党派", "无党派人士", "非党员"];

export function readFlag(text: string): boolean | undefined {
  const plain = bare(text);
  return YES.includes(plain) ? true : NO.includes(plain) ? false : undefined;
}

/** What is written where there is nothing to write; unlike 无 it says no more than an empty cell. */
const BLANKS = ["", "-", "--", "—", "——", "/", "\\", "n/a", "na", "空", "待定", "待补"];

export function isBlank(text: string): boolean {
  return BLANKS.includes(bare(text));
}

export function isNone(text: string): boolean {
  return ["无", "没有", "none", "无异议", "未收到异议"].includes(bare(text));
}

/** 至今 and the like: it goes on. */
export function isOngoing(text: string): boolean {
  return ["至今", "今", "现任", "在任", "在职", "present"].includes(bare(text));
}

/** 1, 第1届, 第一届, 一 */
export function readOrdinal(text: string): number | undefined {
  const inner = /^(?:第)?([一二三四五六七八九十\d]+)(?:届)?$/.exec(bare(text))?.[1];
  const value = inner === undefined ? NaN : /^\d+$/.test(inner) ? Number(inner) : chineseNumber(inner);
  return value >= 1 && value <= 999 ? value : undefined;
}

/** Several names in one cell. */
export function readNames(text: string): string[] {
  return text
    .split(/[、,，;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
