/** The columns that a list of members can have, in the order of the template. */
export type ColumnKey =
  | "name" | "seat" | "unit" | "unitKind" | "sector" | "inArea" | "post" | "postFrom" | "postTo" | "unitAndPost"
  | "otherUnit" | "otherPost" | "otherFrom" | "otherTo" | "partyMember"
  | "from" | "to" | "term" | "supplement" | "links" | "affiliationMoved" | "employed" | "volunteer"
  | "nominationOn" | "nominationBy" | "nominationAgreedWith"
  | "resolutionOn" | "resolutionBy" | "resolutionPassed" | "votesDue" | "votesPresent" | "votesFor" | "votesAgainst" | "votesAbstained"
  | "approvalOn" | "approvalBy" | "approvalPassed"
  | "noticeOn" | "noticeThrough" | "noticeSpan" | "objections"
  | "filingOn" | "filingWith" | "certificateOn" | "certificateBy" | "copyOn" | "copyTo";

/** What a cell of a column is read as. */
export type ColumnKind = "text" | "seat" | "organization-kind" | "sector" | "post" | "flag" | "day" | "month-or-day" | "span" | "term" | "count" | "organizations" | "links" | "none-or-some";

export interface Column {
  key: ColumnKey;
  kind: ColumnKind;
  zh: string;
  en: string;
  /** Other headings that mean the same. */
  also: string[];
  /** What to write, in the template's notes. */
  help: [zh: string, en: string];
  /** Only read, never in the template: what it says is said there by other columns. */
  isOnlyRead?: true;
}

const DAY: [string, string] = ["年-月-日，如 2026-03-01", "year-month-day, such as 2026-03-01"];
const STEP_DAY: [string, string] = [`${DAY[0]}；没有这一步的，写“无”`, `${DAY[1]}; 无 (none) where the step was not taken`];
const MONTH: [string, string] = ["年-月-日；只知道月份的，写 2026-03，按当月首日录入并提示核对", "year-month-day; 2026-03 where only the month is known: taken as its first day, and told"];
const MONTH_END: [string, string] = ["在任的不填；只写月份的，按当月末日录入并提示核对", "empty while it goes on; a month alone is taken as its last day, and told"];
const YES: [string, string] = ["是 或 否；不清楚的不填", "是 (yes) or 否 (no); empty where it is not known"];
const NAMES: [string, string] = ["单位全称；几个单位用顿号隔开", "full names; several by 、"];
const COUNT: [string, string] = ["人数", "a number"];

export const COLUMNS: readonly Column[] = [
  { key: "name", kind: "text", zh: "姓名", en: "Name", also: ["委员姓名", "成员姓名", "人员姓名", "姓名（委员）", "member", "full name"], help: ["必填", "required"] },
  { key: "seat", kind: "seat", zh: "席位", en: "Seat", also: ["委员会职务", "大工委职务", "大党委职务", "工委职务", "党委职务", "任职席位", "职务席位", "拟任职务", "在大工委任职", "在大党委任职", "兼任席位", "席别"], help: ["必填：书记、副书记 或 委员", "required: 书记, 副书记 or 委员"] },
  { key: "unit", kind: "text", zh: "单位名称", en: "Organization", also: ["单位", "所在单位", "工作单位", "单位全称", "所属单位", "组织名称", "任职单位"], help: ["单位全称；记录中已有的单位按名称对上，没有的新建", "its full name; matched by name with those of the record, else made new"] },
  { key: "unitKind", kind: "organization-kind", zh: "单位类别", en: "Kind of organization", also: ["类别", "组织类别", "单位类型"], help: ["从下拉框选择", "pick from the list"] },
  { key: "sector", kind: "sector", zh: "单位性质", en: "Sector", also: ["性质", "单位属性", "所有制", "行业性质"], help: ["从下拉框选择；只有驻区单位要填", "pick from the list; of units only"] },
  { key: "inArea", kind: "flag", zh: "在辖区内", en: "In the area", also: ["是否在辖区内", "是否驻区", "辖区内", "驻区"], help: YES },
  { key: "post", kind: "post", zh: "职务", en: "Post", also: ["现任职务", "行政职务", "单位职务", "党内职务", "所任职务", "本单位职务", "任职", "现职"], help: ["单位内的职务，可写几个，用顿号隔开，如“党委书记、院长”", "in the organization; several by 、"] },
  { key: "postFrom", kind: "month-or-day", zh: "任现职起", en: "Post from", also: ["任职起", "任现职时间", "现职任职时间", "任职时间", "任现职日期", "任职开始", "任职起始", "现任职务起", "职务起"], help: MONTH },
  { key: "postTo", kind: "month-or-day", zh: "任现职止", en: "Post to", also: ["任职止", "任职结束", "现任职务止", "职务止"], help: MONTH_END },
  { key: "unitAndPost", kind: "text", zh: "单位及职务", en: "Organization and post", also: ["工作单位及职务", "单位职务及职称", "单位和职务", "现工作单位及职务", "单位、职务", "所在单位及职务", "工作单位职务", "现任单位及职务"], help: ["", ""], isOnlyRead: true },
  { key: "otherUnit", kind: "text", zh: "其他单位", en: "Other organization", also: ["兼任单位", "兼职单位"], help: ["另有任职的，填写另一单位", "where there is another post"] },
  { key: "otherPost", kind: "post", zh: "其他职务", en: "Other post", also: ["兼任职务", "兼职职务"], help: ["在另一单位的职务", "in that organization"] },
  { key: "otherFrom", kind: "month-or-day", zh: "其他职务起", en: "Other post from", also: ["兼任起", "兼任职务起", "兼任时间"], help: MONTH },
  { key: "otherTo", kind: "month-or-day", zh: "其他职务止", en: "Other post to", also: ["兼任止", "兼任职务止"], help: MONTH_END },
  { key: "partyMember", kind: "flag", zh: "中共党员", en: "Party member", also: ["是否党员", "是否中共党员", "党员", "政治面貌"], help: YES },
  { key: "from", kind: "day", zh: "任期首日", en: "Seat from", also: ["聘任日期", "聘任时间", "聘任起", "任期起", "任期开始", "起始日期", "委员任职起", "兼职委员任职起", "到任日期", "聘期起"], help: [`领到聘书的当天：${DAY[0]}`, `the day of the certificate: ${DAY[1]}`] },
  { key: "to", kind: "day", zh: "任期末日", en: "Seat to", also: ["任期止", "任期结束", "终止日期", "离任日期", "委员任职止", "兼职委员任职止", "聘任止", "聘期止", "解聘日期"], help: ["在任的不填", "empty while it goes on"] },
  { key: "term", kind: "term", zh: "届次", en: "Term", also: ["第几届", "届", "届别"], help: ["如 1 或 第一届；记录中要先有这一届", "such as 1; the record must have that term"] },
  { key: "supplement", kind: "flag", zh: "届中增补", en: "Fills a vacancy", also: ["增补", "是否增补", "是否届中增补", "补选"], help: YES },
  { key: "links", kind: "links", zh: "分片联系", en: "Linked to", also: ["联系社区", "联系点", "联系单位", "包联社区", "联系社区或单位", "分片联系对象", "包片"], help: ["社区或单位，用顿号隔开；没有的写“无”", "communities or units, by 、; 无 where there are none"] },
  { key: "affiliationMoved", kind: "flag", zh: "转移了党组织关系", en: "Affiliation moved", also: ["转移党组织关系", "是否转移党组织关系", "是否转移组织关系", "组织关系转移"], help: YES },
  { key: "employed", kind: "flag", zh: "有劳动聘用关系", en: "Employed", also: ["劳动聘用关系", "是否聘用", "是否有劳动聘用关系", "聘用"], help: YES },
  { key: "volunteer", kind: "flag", zh: "以志愿服务为主", en: "Volunteer", also: ["志愿服务", "是否志愿服务", "是否以志愿服务为主"], help: YES },
  { key: "nominationOn", kind: "day", zh: "推荐日期", en: "Nomination", also: ["推荐时间", "推荐", "提名日期", "提名时间"], help: STEP_DAY },
  { key: "nominationBy", kind: "organizations", zh: "推荐单位", en: "Nominated by", also: ["由谁推荐", "推荐组织", "提名单位"], help: NAMES },
  { key: "nominationAgreedWith", kind: "organizations", zh: "推荐征得同意的单位", en: "Agreed with", also: ["征得同意的单位", "征求意见单位", "征得同意单位"], help: NAMES },
  { key: "resolutionOn", kind: "day", zh: "研究决定日期", en: "Resolution", also: ["研究日期", "研究时间", "研究决定时间", "研究决定", "会议研究日期"], help: STEP_DAY },
  { key: "resolutionBy", kind: "organizations", zh: "研究决定单位", en: "Resolved by", also: ["研究单位", "研究决定机构", "由谁研究决定"], help: NAMES },
  { key: "resolutionPassed", kind: "flag", zh: "研究是否通过", en: "Passed", also: ["是否通过", "研究决定是否通过", "通过"], help: YES },
  { key: "votesDue", kind: "count", zh: "应到人数", en: "May vote", also: ["应到", "应到会人数"], help: COUNT },
  { key: "votesPresent", kind: "count", zh: "实到人数", en: "Present", also: ["实到", "实到会人数"], help: COUNT },
  { key: "votesFor", kind: "count", zh: "赞成票", en: "For", also: ["赞成", "同意票", "赞成票数", "同意票数"], help: COUNT },
  { key: "votesAgainst", kind: "count", zh: "反对票", en: "Against", also: ["反对", "反对票数"], help: COUNT },
  { key: "votesAbstained", kind: "count", zh: "弃权票", en: "Abstained", also: ["弃权", "弃权票数"], help: COUNT },
  { key: "approvalOn", kind: "day", zh: "审批日期", en: "Approval", also: ["审批时间", "审批", "批准日期", "批复日期"], help: STEP_DAY },
  { key: "approvalBy", kind: "organizations", zh: "审批单位", en: "Approved by", also: ["审批机关", "批准单位", "由谁审批"], help: NAMES },
  { key: "approvalPassed", kind: "flag", zh: "审批是否通过", en: "Approved", also: ["是否批准"], help: YES },
  { key: "noticeOn", kind: "day", zh: "公示起始日期", en: "Notice from", also: ["公示起", "公示开始", "公示起始", "公示开始日期", "公示日期起"], help: STEP_DAY },
  { key: "noticeThrough", kind: "day", zh: "公示截止日期", en: "Notice through", also: ["公示止", "公示结束", "公示截止", "公示结束日期", "公示日期止"], help: DAY },
  { key: "noticeSpan", kind: "span", zh: "公示时间", en: "Notice", also: ["公示期", "公示日期", "公示起止", "公示起止日期", "公示"], help: ["", ""], isOnlyRead: true },
  { key: "objections", kind: "none-or-some", zh: "公示异议", en: "Objections", also: ["异议", "有无异议", "公示有无异议", "是否有异议", "公示结果"], help: ["没有收到异议的写“无”；有异议的写“有”，导入后在页面逐条登记", "无 where there were none; 有 where there were: they are entered on the page"] },
  { key: "filingOn", kind: "day", zh: "备案日期", en: "Filing", also: ["备案时间", "备案"], help: STEP_DAY },
  { key: "filingWith", kind: "organizations", zh: "备案单位", en: "Filed with", also: ["报送单位", "报备单位", "备案机关", "报哪里备案"], help: ["单位全称", "its full name"] },
  { key: "certificateOn", kind: "day", zh: "聘书日期", en: "Certificate", also: ["颁发聘书日期", "颁发聘书时间", "颁发聘书", "发聘书日期", "聘书颁发日期"], help: STEP_DAY },
  { key: "certificateBy", kind: "organizations", zh: "颁发聘书单位", en: "Certificate by", also: ["聘书单位", "发聘书单位"], help: NAMES },
  { key: "copyOn", kind: "day", zh: "抄送日期", en: "Copy", also: ["抄送时间", "抄送"], help: STEP_DAY },
  { key: "copyTo", kind: "organizations", zh: "抄送单位", en: "Copied to", also: ["抄送给"], help: ["单位全称", "its full name"] },
];

export const COLUMN: ReadonlyMap<ColumnKey, Column> = new Map(COLUMNS.map((column) => [column.key, column]));

/** The template's columns. */
export const TEMPLATE_COLUMNS: readonly Column[] = COLUMNS.filter(({ isOnlyRead }) => !isOnlyRead);
