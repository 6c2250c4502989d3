import type { Locale } from "gongwei";
import type { GroupName } from "./groups";
import type { SampleName } from "./samples";

/** What the page itself says. Messages about a record come from the engine. */
export interface Words {
  title: string;
  subtitle: string;
  aid: string;
  language: string;
  samples: string;
  sample: Record<SampleName, [name: string, what: string]>;
  open: string;
  drop: string;
  on: string;
  onHelp: string;
  noDay: string;
  welcome: string;
  welcomeText: string;
  summary: string;
  checked: (rulebook: string, on: string) => string;
  group: Record<GroupName, [name: string, what: string]>;
  none: Record<"findings" | "record", string>;
  clause: (items: string[]) => string;
  modality: Record<"must" | "should" | "may", string>;
  reading: string;
  where: string;
  related: string;
  missing: string;
  due: string;
  alsoBy: string;
  noDue: string;
  facts: string;
  fact: Record<string, string>;
  /** What people call a value that is a word or a yes or no. */
  value: Record<string, string>;
  more: (count: number) => string;
  whole: string;
  refused: (name: string, count: number) => string;
  refusedText: string;
  moreFaults: (count: number) => string;
  tooBig: (megabytes: number) => string;
  empty: string;
  notText: string;
  unreadable: string;
  loading: string;
  failed: string;
}

const zh: Words = {
  title: "工委",
  subtitle: "街道“大工委”、社区“大党委”记录核对",
  aid: "核对结果是辅助参考，不是组织部门的裁定。记录只在本机浏览器内核对，不上传，不联网。",
  language: "语言",
  samples: "示例记录",
  sample: {
    "subdistrict-clean": ["街道 · 规范", "街道“大工委”，没有问题"],
    "subdistrict-faulty": ["街道 · 有误", "街道“大工委”，多处问题"],
    "community-clean": ["社区 · 规范", "社区“大党委”，没有问题"],
    "community-faulty": ["社区 · 有误", "社区“大党委”，多处问题"],
  },
  open: "打开记录文件…",
  drop: "也可以把 JSON 文件拖到本页",
  on: "评估日",
  onHelp: "按这一天的情况核对",
  noDay: "请填写完整的评估日期。",
  welcome: "打开一份记录，逐条核对",
  welcomeText: "先看一份示例，或者打开自己的记录文件。每条结论都写明依据的项目、看到的事实和在记录中的位置。",
  summary: "核对结果",
  checked: (rulebook, on) => `依据《${rulebook}》，评估日 ${on}`,
  group: {
    errors: ["必须整改", "违反“必须”的要求"],
    warnings: ["建议改进", "不合“一般、应当倡导”的要求"],
    coherence: ["记录自相矛盾", "记录前后不一致，请先核实"],
    unknown: ["待补充", "记录没有写明，不能算符合"],
    pending: ["未到期", "还没有做，也还没有逾期"],
    met: ["符合", "记录表明已经做到"],
    "not-applicable": ["不适用", "与本次核对的对象无关"],
  },
  none: {
    findings: "没有发现问题。",
    record: "这份记录还几乎是空的：没有可以下结论的内容。下面“待补充”列出了需要填写的项目，填好后再核对。",
  },
  clause: (items) => `第 ${items.join("、")} 项`,
  modality: { must: "必须", should: "一般应", may: "可以" },
  reading: "解读",
  where: "位置",
  related: "相关",
  missing: "缺少",
  due: "期限",
  alsoBy: "增补另据",
  noDue: "没有规定期限",
  facts: "事实",
  fact: {
    counted: "计数",
    atMost: "至多可能",
    among: "总数",
    required: "至少应为",
    allowed: "至多应为",
    share: "比例",
    days: "天数",
    daysLate: "逾期天数",
    step: "步骤",
    other: "对照步骤",
    on: "日期",
    against: "对照日期",
    organization: "组织",
    found: "登记为",
    person: "人员",
    part: "部分",
    audience: "对象",
    leftOut: "遗漏",
    seat: "席位",
  },
  value: {
    true: "是",
    false: "否",
    secretary: "书记",
    deputy: "副书记",
    member: "委员",
    nomination: "推荐",
    resolution: "研究决定",
    approval: "审批",
    "public-notice": "公示",
    filing: "备案",
    certificate: "颁发聘书",
    copy: "抄送",
    notification: "单位告知",
    delegates: "两代表一委员",
    units: "驻区单位",
    residents: "居民代表",
    topics: "议题",
    time: "时间",
    place: "地点",
    purpose: "目的要求",
  },
  more: (count) => `另有 ${count} 处`,
  whole: "整份记录",
  refused: (name, count) => `“${name}”不能核对：有 ${count} 处错误`,
  refusedText: "请按下面列出的位置改正后再打开。",
  moreFaults: (count) => `还有 ${count} 处，未列出。`,
  tooBig: (megabytes) => `文件有 ${megabytes} MB，超过 200 MB，没有读取。`,
  empty: "文件是空的。请打开一份 JSON 格式的记录。",
  notText: "文件不是 UTF-8 编码的文本。请将它另存为 UTF-8 编码的 JSON 文件。",
  unreadable: "文件读取失败。请检查它是否仍在原处、是否有权限打开。",
  loading: "正在启动…",
  failed: "核对引擎无法启动：浏览器不支持或禁止了 WebAssembly。",
};

const en: Words = {
  title: "Gongwei",
  subtitle: "Checks the records of subdistrict and community joint committees",
  aid: "An aid, not a ruling of an organization department. Records are checked in this browser and never leave it.",
  language: "Language",
  samples: "Samples",
  sample: {
    "subdistrict-clean": ["Subdistrict · clean", "a subdistrict joint committee, nothing wrong"],
    "subdistrict-faulty": ["Subdistrict · faulty", "a subdistrict joint committee, much wrong"],
    "community-clean": ["Community · clean", "a community joint committee, nothing wrong"],
    "community-faulty": ["Community · faulty", "a community joint committee, much wrong"],
  },
  open: "Open a record…",
  drop: "or drop a JSON file on this page",
  on: "Day of evaluation",
  onHelp: "judged as of this day",
  noDay: "Please enter a complete day of evaluation.",
  welcome: "Open a record and see it checked, norm by norm",
  welcomeText: "Start with a sample, or open a record of your own. Every verdict names its clause, the facts it saw and where in the record it saw them.",
  summary: "Result",
  checked: (rulebook, on) => `By “${rulebook}”, as of ${on}`,
  group: {
    errors: ["Must be put right", "a must is broken"],
    warnings: ["Should be improved", "a should is broken"],
    coherence: ["Contradictions", "the record contradicts itself; settle these first"],
    unknown: ["To be filled in", "the record does not say: this is no pass"],
    pending: ["Not yet due", "not done yet, and not late"],
    met: ["Met", "the record shows that it was done"],
    "not-applicable": ["Not applicable", "does not concern what is checked here"],
  },
  none: {
    findings: "No findings.",
    record: "This record is almost empty: nothing in it can be judged yet. “To be filled in” below lists what is needed.",
  },
  clause: (items) => `${items.length > 1 ? "Items" : "Item"} ${items.join(", ")}`,
  modality: { must: "must", should: "should", may: "may" },
  reading: "Reading",
  where: "Where",
  related: "Related",
  missing: "Missing",
  due: "Due",
  alsoBy: "Joined later, by",
  noDue: "no time limit is set",
  facts: "Facts",
  fact: {
    atMost: "at most",
    daysLate: "days late",
    other: "compared step",
    against: "compared day",
    leftOut: "left out",
  },
  value: { true: "yes", false: "no" },
  more: (count) => `${count} more`,
  whole: "the whole record",
  refused: (name, count) => `“${name}” cannot be checked: ${count} ${count === 1 ? "fault" : "faults"}`,
  refusedText: "Put right the places below and open it again.",
  moreFaults: (count) => `${count} more are not listed.`,
  tooBig: (megabytes) => `The file has ${megabytes} MB, more than 200 MB, and was not read.`,
  empty: "The file is empty. Please open a record in JSON.",
  notText: "The file is not text in UTF-8. Please save it as JSON in UTF-8.",
  unreadable: "The file cannot be read. Is it still there, and may you open it?",
  loading: "Starting…",
  failed: "The engine cannot be started: this browser does not know WebAssembly, or forbids it.",
};

export const WORDS: Record<Locale, Words> = { "zh-CN": zh, en };
