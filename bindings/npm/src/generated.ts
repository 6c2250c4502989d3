// Made by `cargo xtask generate` from the Rust types. Do not edit.

/** An object with exactly one of these keys. */
type OneOf<Keys> = {
  [Key in keyof Keys]: { [Own in Key]: Keys[Own] } & { [Other in Exclude<keyof Keys, Key>]?: never };
}[keyof Keys];

/** The id of the rulebook that was judged by. */
export type RulebookIdOf<By> = By extends RulebookId ? By : string;

/** The ids of its norms: a closed list, if it is built in. */
export type NormIdOf<By> = By extends RulebookId ? NormId : string;

/** A built-in rulebook. */
export type RulebookId =
  /**
   * 甘南州街道“大工委”、社区“大党委”规则（2020年）: Rules of joint committees of subdistricts and communities in Gannan prefecture (2020).
   */
  | "gannan-2020"
  /**
   * 甘肃省社区工作者配备标准（2023年），接甘南州规则（2020年）: Staffing of communities in Gansu province (2023), upon the rules of Gannan
   * prefecture (2020).
   */
  | "gansu-2023"
  /**
   * 党的基层组织任期（全国，2018年），接甘南州规则（2020年）: Terms of grassroots party organizations (nation, 2018), upon the rules of Gannan
   * prefecture (2020).
   */
  | "national-terms-2018";

/** A norm of a built-in rulebook. Ids are never reused. */
export type NormId =
  /** 委员总数: Number of members. */
  | "sjc-size"
  /** 书记人数: Number of secretaries. */
  | "sjc-secretary-count"
  /** 副书记人数: Number of deputies. */
  | "sjc-deputy-count"
  /** 书记人选: Who is secretary. */
  | "sjc-secretary-post"
  /** 副书记人选: Who is deputy. */
  | "sjc-deputy-post"
  /** 单位党组织负责人所占比例: Share of unit party heads. */
  | "sjc-unit-heads-share"
  /** 党组织隶属关系: Party affiliation. */
  | "sjc-affiliation"
  /** 无劳动聘用关系: No employment. */
  | "sjc-no-employment"
  /** 志愿服务: Voluntary service. */
  | "sjc-voluntary"
  /** 兼职委员人选范围: Who may be a concurrent member. */
  | "sjc-eligible"
  /** 单位的代表性: The unit's standing. */
  | "sjc-unit-representative"
  /** 党性与能力: Party spirit and ability. */
  | "sjc-member-conduct"
  /** 时间和条件: Time and means. */
  | "sjc-member-time"
  /** 产生程序: Steps of entry. */
  | "sjc-entry-steps"
  /** 推荐单位: Nominated by. */
  | "sjc-nominated-by"
  /** 推荐前征求意见: Opinions sought before nomination. */
  | "sjc-opinions-sought"
  /** 党工委表决通过: Passed by the working committee. */
  | "sjc-resolved"
  /** 公示天数: Days of public notice. */
  | "sjc-notice-days"
  /** 公示无异议: No objection stands. */
  | "sjc-no-objection"
  /** 报组织部备案: Filed with the organization department. */
  | "sjc-filed"
  /** 颁发聘书: Certificate. */
  | "sjc-certificate"
  /** 抄送所在单位: Copied to the unit. */
  | "sjc-copied"
  /** 终止职务的程序: Steps of release. */
  | "sjc-release"
  /** 免去职务的程序: Steps of removal. */
  | "sjc-removal"
  /** 免职的理由: Grounds of removal. */
  | "sjc-removal-grounds"
  /** 每季度开会: A meeting each quarter. */
  | "sjc-quarterly"
  /** 临时会议: Further meetings. */
  | "sjc-extra-meetings"
  /** 召集人: Who convenes. */
  | "sjc-convened"
  /** 主持人: Who chairs. */
  | "sjc-chaired"
  /** 到会人数: Quorum. */
  | "sjc-quorum"
  /** 议题来源: Where a topic comes from. */
  | "sjc-topic-source"
  /** 书记议题先征求意见: Opinions on the secretary's topics. */
  | "sjc-topic-soliciting"
  /** 会前通知: Notice of the meeting. */
  | "sjc-meeting-notice"
  /** 总结: Summing up. */
  | "sjc-summed-up"
  /** 会议纪要: Minutes. */
  | "sjc-minutes"
  /** 分片联系: Links. */
  | "sjc-links"
  /** 会前沟通: Talked over beforehand. */
  | "sjc-consulted"
  /** 议定事项通报: Reporting back. */
  | "sjc-reported-back"
  /** 清单的完成时限: Deadline of a list. */
  | "sjc-list-deadline"
  /** 单位年度考评: Units assessed yearly. */
  | "sjc-assessed-units"
  /** 兼职委员年度考评: Members assessed yearly. */
  | "sjc-assessed-members"
  /** 考评结果反馈: Feedback of results. */
  | "sjc-assessment-feedback"
  /** 评先选优: Honours. */
  | "sjc-honours"
  /** 较差委员的反馈: Poor results of members. */
  | "sjc-poor-member-reported"
  /** 严重情节的问责建议: Accountability in serious cases. */
  | "sjc-serious-accountability"
  /** 较差单位的反馈: Poor results of units. */
  | "sjc-poor-unit-reported"
  /** 委员总数: Number of members. */
  | "cjc-size"
  /** 书记人数: Number of secretaries. */
  | "cjc-secretary-count"
  /** 副书记人数: Number of deputies. */
  | "cjc-deputy-count"
  /** 兼职委员人选范围: Who may be a concurrent member. */
  | "cjc-eligible"
  /** 单位的规模和影响力: The unit's size and influence. */
  | "cjc-unit-influence"
  /** 党组织隶属关系: Party affiliation. */
  | "cjc-affiliation"
  /** 无劳动聘用关系: No employment. */
  | "cjc-no-employment"
  /** 志愿服务: Voluntary service. */
  | "cjc-voluntary"
  /** 党性与能力: Party spirit and ability. */
  | "cjc-member-conduct"
  /** 时间和条件: Time and means. */
  | "cjc-member-time"
  /** 产生程序: Steps of entry. */
  | "cjc-entry-steps"
  /** 公示天数: Days of public notice. */
  | "cjc-notice-days"
  /** 公示无异议: No objection stands. */
  | "cjc-no-objection"
  /** 增补程序: Filling a vacancy. */
  | "cjc-vacancy"
  /** 解除职务的程序: Steps of release. */
  | "cjc-release"
  /** 免去职务的程序: Steps of removal. */
  | "cjc-removal"
  /** 集中轮训的理论学时: Theory hours. */
  | "cjc-training-theory"
  /** 书面述职报告: Written duty report. */
  | "cjc-duty-report"
  /** 履职情况报告: Performance report. */
  | "cjc-performance-report"
  /** 单位年度考评: Units assessed yearly. */
  | "cjc-assessed-units"
  /** 兼职委员年度考评: Members assessed yearly. */
  | "cjc-assessed-members"
  /** 考评结果反馈: Feedback of results. */
  | "cjc-assessment-feedback"
  /** 评先选优: Honours. */
  | "cjc-honours"
  /** 较差委员的反馈: Poor results of members. */
  | "cjc-poor-member-reported"
  /** 严重情节的问责建议: Accountability in serious cases. */
  | "cjc-serious-accountability"
  /** 较差单位的反馈: Poor results of units. */
  | "cjc-poor-unit-reported"
  /** 社区工作者人数: Number of community workers. */
  | "community-workers"
  /** 每届任期: Length of a term. */
  | "cjc-term-length"
  /** 任期自定: Terms of its own. */
  | "sjc-term-free";

/** A kind of committee of a built-in rulebook. */
export type CommitteeKindId =
  /** 社区“大党委”: Community joint committee. */
  | "community-joint-committee"
  /** 街道“大工委”: Subdistrict joint committee. */
  | "subdistrict-joint-committee";

/** Why a document cannot be read. Codes never change meaning. */
export type DocumentFaultCode =
  | "syntax"
  | "unknown-field"
  | "missing-field"
  | "duplicate-field"
  | "wrong-type"
  | "null-not-allowed"
  | "not-a-day"
  | "not-a-day-or-month"
  | "not-a-year-day"
  | "not-a-share"
  | "unknown-word"
  | "out-of-range"
  | "too-long"
  | "too-short"
  | "too-large"
  | "too-deep"
  | "duplicate-id"
  | "dangling-reference"
  | "record-newer-than-engine"
  | "not-a-record"
  | "rulebook-newer-than-engine"
  | "not-a-rulebook"
  | "calendar-newer-than-engine"
  | "not-a-calendar"
  | "days-crossed"
  | "day-outside-span"
  | "day-off-and-on"
  | "not-a-weekend"
  | "one-key-expected"
  | "unknown-name"
  | "circular-definition"
  | "does-not-fit"
  | "bounds-crossed"
  | "missing-base"
  | "another-edition"
  | "circular-extension"
  | "defined-above"
  | "not-in-force"
  | "from-after-to"
  | "editions-overlap"
  | "editions-gap"
  | "weakens-without-authority"
  | "too-many-faults";

/** A calendar day from 1900 to 2199, `YYYY-MM-DD`. */
export type Day = string;

/** A day or a month from 1900 to 2199, `YYYY-MM-DD` or `YYYY-MM`. */
export type DayOrMonth = string;

/** A day of the year, some years after another: `+1-03-31` is 31 March of the next year. */
export type YearDay = string;

/** A share, such as `1/3`. */
export type Share = string;

/** A year or a part of one: `2026`, `2026-H1`, `2026-Q2`, `2026-03`. */
export type Period = string;

/** A place in the record, as a JSON pointer, such as `/people/3/name`. */
export type Pointer = string;

/**
 * The record of one committee. Everything is optional but `schema` and `committee.kind`.
 *
 * An absent field is not known; `null` and an empty list say "none". The big lists are complete only through the day
 * that `completeThrough` states for each; beyond it they are "so far".
 */
export interface CommitteeRecord {
  /** The schema the record is written in: `gongwei/record/1.0`. */
  schema: "gongwei/record/1.0";
  /** The rulebook the author had in mind. The caller decides which one judges. */
  rulebook?: RulebookId | (string & {});
  /** Through which day each big list is complete. */
  completeThrough?: CompleteThrough;
  /** The committee itself. */
  committee: Committee;
  /** The organizations that the record speaks of. */
  organizations?: Organization[];
  /** The people that the record speaks of. */
  people?: Person[];
  /** The committee's terms, where it has terms. */
  terms?: Term[];
  /** Seats and who holds them, past, present and planned, with the steps by which they came and go. */
  appointments?: Appointment[];
  /** The meetings of the full committee. */
  meetings?: Meeting[];
  /** Problem lists and rectification lists issued to units. */
  problemLists?: ProblemList[];
  /** Yearly assessments of members and of units. */
  assessments?: Assessment[];
  /** The members' yearly duty reports. */
  dutyReports?: DutyReport[];
  /** The community's yearly performance reports on members. */
  performanceReports?: PerformanceReport[];
  /** Training classes for members. */
  trainingClasses?: TrainingClass[];
  /** Human judgements, named and dated. */
  attestations?: Attestation[];
  /** The platform's own fields: kept, never read. */
  ext?: { [name: string]: unknown };
}

/** Through which day each big list is complete. A list without a day is "so far". */
export interface CompleteThrough {
  /** `/appointments` A day from 1900 to 2199. */
  appointments?: Day;
  /** `/meetings` A day from 1900 to 2199. */
  meetings?: Day;
  /** `/problemLists` A day from 1900 to 2199. */
  problemLists?: Day;
  /** `/assessments` A day from 1900 to 2199. */
  assessments?: Day;
  /** `/dutyReports` A day from 1900 to 2199. */
  dutyReports?: Day;
  /** `/performanceReports` A day from 1900 to 2199. */
  performanceReports?: Day;
  /** `/trainingClasses` A day from 1900 to 2199. */
  trainingClasses?: Day;
}

/** The committee that the record is about. */
export interface Committee {
  /**
   * Its kind, a word of the rulebook: `subdistrict-joint-committee` or `community-joint-committee` in the built-in one.
   */
  kind: CommitteeKindId | (string & {});
  /** Its name. */
  name?: string;
  /** The code of its administrative division. */
  division?: string;
  /** The first day it stood. A day from 1900 to 2199. */
  established?: Day;
  /** The last day it stood; `null` or absent while it stands. A day from 1900 to 2199. */
  dissolved?: Day | null;
  /**
   * The working committee behind it or above it. Absent: the only organization of that kind in the record. The id of an
   * entry of: organizations.
   */
  workingCommittee?: string;
  /**
   * The county's organization department. Absent: the only organization of that kind in the record. The id of an entry
   * of: organizations.
   */
  organizationDepartment?: string;
  /**
   * The community party organization behind it. Absent: the only organization of that kind in the record. The id of an
   * entry of: organizations.
   */
  communityPartyOrganization?: string;
  /** Figures of its area. Of those dated on or before a day the latest hold that day. */
  figures?: Figures[] | null;
  /** The platform's own fields: kept, never read. */
  ext?: { [name: string]: unknown };
}

/** Figures of the committee's area, as they stood on a day. What is left out is not known from that day on. */
export interface Figures {
  /** Its id. */
  id: string;
  /** The day from which they hold. A day from 1900 to 2199. */
  on?: Day;
  /** How many residents. */
  residents?: number;
  /** How many households. */
  households?: number;
  /** How many party members. */
  partyMembers?: number;
  /** How many community workers. */
  workers?: number;
}

/** An organization that the record speaks of. */
export interface Organization {
  /** Its id. */
  id: string;
  /** What it is. */
  kind?: OrganizationKind;
  /** The sector of a unit; `null` where it belongs to none. */
  sector?: Sector | null;
  /** The form of a party organization. */
  form?: PartyForm;
  /** Its name. */
  name?: string;
  /** Whether it is located in the area. */
  inArea?: boolean;
  /** How high it stands. */
  level?: Level;
  /** The organization one level above it; `null` if there is none. The id of an entry of: organizations. */
  superior?: string | null;
  /** Its terms; empty or `null` where it has none. */
  terms?: Tenure[] | null;
  /** The platform's own fields: kept, never read. */
  ext?: { [name: string]: unknown };
}

/** What an organization is. */
export type OrganizationKind =
  /** 街道(乡镇)党(工)委: the subdistrict's (township's) party working committee. */
  | "working-committee"
  /** 街道办事处 and the like: the office of the subdistrict. */
  | "office"
  /** 党委: the party committee of a county, city or other level. */
  | "party-committee"
  /** 县(市、区)委组织部: the county's organization department. */
  | "organization-department"
  /** 社区党组织: the community's party branch, general branch or committee. */
  | "community-party-organization"
  /** 社区居民委员会: the residents' committee. */
  | "residents-committee"
  /** 驻区单位: a unit. */
  | "unit"
  /** 物业企业: a property company. */
  | "property-company"
  /** 业主委员会: an owners' committee. */
  | "owners-committee"
  /** 干部主管部门: an authority that manages cadres. */
  | "cadre-authority"
  /** Any other. */
  | "other";

/** The sector of a unit. */
export type Sector =
  /** 机关 */
  | "agency"
  /** 国有企业 */
  | "state-owned-enterprise"
  /** 事业单位 */
  | "public-institution"
  /** 非公有制经济组织 */
  | "private-enterprise"
  /** 社会组织 */
  | "social-organization"
  /** 军队单位 */
  | "military"
  /** Any other. */
  | "other";

/** The form of a party organization. */
export type PartyForm =
  /** 党支部 */
  | "branch"
  /** 党总支 */
  | "general-branch"
  /** 党委 */
  | "committee";

/** How high an organization stands. */
export type Level =
  /** 社区(村) */
  | "community"
  /** 街道(乡镇) */
  | "subdistrict"
  /** 县(市、区) */
  | "county"
  /** 市(州) */
  | "prefecture"
  /** 省(自治区、直辖市) */
  | "province"
  /** 中央 */
  | "nation";

/** A term of an organization. */
export interface Tenure {
  /** Its id. */
  id: string;
  /** Its first day. A day from 1900 to 2199. */
  from?: Day;
  /** Its last day; absent or `null` while it goes on. A day from 1900 to 2199. */
  to?: Day | null;
}

/** A person that the record speaks of. No identity number, no telephone number. */
export interface Person {
  /** The id. */
  id: string;
  /** The name. It appears nowhere but in messages. */
  name?: string;
  /** Whether the person is a party member. */
  partyMember?: boolean;
  /** Since when: the day, or the month. A day or a month from 1900 to 2199. */
  partySince?: DayOrMonth;
  /** The day of birth, or the month. A day or a month from 1900 to 2199. */
  born?: DayOrMonth;
  /** The highest schooling completed. */
  education?: Education;
  /** Whether the person lives in the area. */
  resident?: boolean;
  /** What else a rulebook asks for, in its own words: all of these hold, and no others. */
  flags?: string[] | null;
  /** The posts, complete from the earliest `from` on. */
  posts?: Post[] | null;
  /** The relatives among the people of the record, as far as they are not told with these. */
  kin?: Kin[] | null;
  /** The seats in other committees. */
  seatsElsewhere?: SeatElsewhere[] | null;
  /** The platform's own fields: kept, never read. */
  ext?: { [name: string]: unknown };
}

/** The highest schooling completed, from the lowest to the highest. */
export type Education =
  /** 无 */
  | "none"
  /** 小学 */
  | "primary"
  /** 初中 */
  | "junior-secondary"
  /** 高中、中专 */
  | "senior-secondary"
  /** 大专 */
  | "associate"
  /** 本科 */
  | "bachelor"
  /** 硕士 */
  | "master"
  /** 博士 */
  | "doctor";

/** A post that a person holds or held. Both days are included. */
export interface Post {
  /** Its id. */
  id: string;
  /** Where. The id of an entry of: organizations. */
  organization?: string;
  /** Which. */
  post?: PostKind;
  /** The first day held. A day from 1900 to 2199. */
  from?: Day;
  /** The last day held; absent or `null` while it goes on. A day from 1900 to 2199. */
  to?: Day | null;
}

/** The post of a person in an organization. */
export type PostKind =
  /** 书记 */
  | "secretary"
  /** 副书记 */
  | "deputy-secretary"
  /** 纪工委书记 */
  | "discipline-secretary"
  /** 党组织负责人: the head of a unit's party organization, whatever the title. */
  | "party-head"
  /** 负责人: the head of a company, an owners' committee or another body. */
  | "head"
  /** 主任 */
  | "director"
  /** 副主任 */
  | "deputy-director"
  /** 驻社区的党代表: a resident party delegate. */
  | "delegate"
  /** 委员 */
  | "member"
  /** Any other. */
  | "other";

/** A relative among the people of the record. It is told once, with either of the two. */
export interface Kin {
  /** Its id. */
  id: string;
  /** Who. The id of an entry of: people. */
  person?: string;
  /** What that one is to this person. */
  relation?: Relation;
}

/** What one person is to another. */
export type Relation =
  /** 配偶 */
  | "spouse"
  /** 父母 */
  | "parent"
  /** 子女 */
  | "child"
  /** 兄弟姐妹 */
  | "sibling"
  /** 祖父母、外祖父母 */
  | "grandparent"
  /** 孙子女、外孙子女 */
  | "grandchild"
  /** 伯叔姑舅姨 */
  | "parents-sibling"
  /** 侄子女、甥子女 */
  | "siblings-child"
  /** 堂、表兄弟姐妹 */
  | "cousin"
  /** 配偶的父母 */
  | "parent-in-law"
  /** 子女的配偶 */
  | "child-in-law"
  /** 配偶的兄弟姐妹、兄弟姐妹的配偶 */
  | "sibling-in-law"
  /** Any other. */
  | "other";

/** A seat that a person holds or held in another committee. Both days are included. */
export interface SeatElsewhere {
  /** Its id. */
  id: string;
  /** The kind of that committee, a word of the rulebook. */
  kind?: string;
  /** Which seat. */
  seat?: Seat;
  /** The first day held. A day from 1900 to 2199. */
  from?: Day;
  /** The last day held; absent or `null` while it goes on. A day from 1900 to 2199. */
  to?: Day | null;
}

/** A seat of the committee. Every seat counts as a committee member. */
export type Seat =
  /** 书记 */
  | "secretary"
  /** 副书记 */
  | "deputy"
  /** 委员 */
  | "member";

/** A term of the committee. The source sets none; where there are terms, a seat ends with its own at the latest. */
export interface Term {
  /** Its id. */
  id: string;
  /** First, second, third … */
  ordinal?: number;
  /** Its first day. A day from 1900 to 2199. */
  from?: Day;
  /** Its last day. A day from 1900 to 2199. */
  to?: Day | null;
  /** Who approved that it ends early or late; `null` where nobody did. */
  approval?: Approval | null;
  /** The day on which it was reported that it comes to its end; `null` where it was not. A day from 1900 to 2199. */
  renewalReported?: Day | null;
  /** The platform's own fields: kept, never read. */
  ext?: { [name: string]: unknown };
}

/** A superior's approval. */
export interface Approval {
  /** Its day. A day from 1900 to 2199. */
  on?: Day;
  /** The organization that approved. The id of an entry of: organizations. */
  by?: string;
  /** The document by which it did. */
  document?: string;
}

/**
 * A seat and who holds it, with the steps by which it came and goes.
 *
 * `from` and `to` alone say when it is held; the steps are the evidence.
 */
export interface Appointment {
  /** Its id. */
  id: string;
  /** Who. The id of an entry of: people. */
  person?: string;
  /** Which seat. */
  seat?: Seat;
  /** The term it belongs to, where there are terms. The id of an entry of: terms. */
  term?: string | null;
  /** The first day held. Without one the seat has not begun. A day from 1900 to 2199. */
  from?: Day | null;
  /** The last day held; absent or `null` while it goes on. A day from 1900 to 2199. */
  to?: Day | null;
  /** Whether it fills a vacancy in mid-term. A first day after its term's decides by itself. */
  supplement?: boolean;
  /** The communities or units that the member is linked to, by id or name. */
  links?: string[] | null;
  /** Whether the member's party affiliation was moved. */
  affiliationMoved?: boolean;
  /** Whether the member is employed by the subdistrict or community. */
  employed?: boolean;
  /** Whether the member serves mainly as a volunteer. */
  volunteer?: boolean;
  /** The steps of entry. */
  entry?: Step[] | null;
  /** How the seat ends before its time; absent or `null` where it does not. */
  exit?: Exit | null;
  /** The platform's own fields: kept, never read. */
  ext?: { [name: string]: unknown };
}

/** A step that was taken, or is planned. Steps of one day count in the order of their list. */
export interface Step {
  /** Its id. */
  id: string;
  /** Which step. */
  step?: StepKind;
  /** Its day; of a public notice, the first. Absent: the day of `meeting`, if it names one. A day from 1900 to 2199. */
  on?: Day;
  /** The organizations that took it. */
  by?: string[] | null;
  /** The organization that a filing is made with. The id of an entry of: organizations. */
  with?: string | null;
  /** The organization that a copy goes to. The id of an entry of: organizations. */
  to?: string | null;
  /** The organizations that agreed to a nomination. */
  agreedWith?: string[] | null;
  /** The meeting of the full committee that took a resolution. The id of an entry of: meetings. */
  meeting?: string | null;
  /** Whether a resolution was passed. */
  passed?: boolean;
  /** The votes on it. */
  votes?: Votes;
  /** The last day of a public notice. A day from 1900 to 2199. */
  through?: Day | null;
  /** The objections to a public notice. */
  objections?: Objection[] | null;
}

/** A step of a procedure. */
export type StepKind =
  /** 推荐: proposing the candidate. */
  | "nomination"
  /** 研究决定: a body considers and decides. */
  | "resolution"
  /** 审批: a superior approves. */
  | "approval"
  /** 公示: the public notice, from `on` through `through`. */
  | "public-notice"
  /** 备案: filing, `with` whom. */
  | "filing"
  /** 聘书: the certificate of appointment. */
  | "certificate"
  /** 抄送: a copy, `to` whom. */
  | "copy"
  /** 通告: a unit informs the community. */
  | "notification"
  /** 广泛推荐: names are gathered before one is proposed. */
  | "recommendation"
  /** 本人同意: the person agrees to serve. */
  | "consent"
  /** 筛选: names are gone through. */
  | "screening"
  /** 考察: the candidate is looked into. */
  | "examination"
  /** 批复: a superior answers a request. */
  | "reply"
  /** 选举 */
  | "election"
  /** 任命 */
  | "appointment"
  /** 聘任: engaging the person, with or without a certificate. */
  | "engagement"
  /** 告知所在单位: the person's unit is told. */
  | "unit-notice"
  /** 公布: the result is made known. */
  | "announcement"
  /** 辞职申请: the person asks to be let go. */
  | "resignation"
  /** 听取本人意见: the person is heard. */
  | "hearing";

/** How a vote went: evidence only, unless a norm sets a majority. */
export interface Votes {
  /** How many may vote. */
  due?: number;
  /** How many were present. */
  present?: number;
  /** For. */
  for?: number;
  /** Against. */
  against?: number;
  /** Abstentions. */
  abstained?: number;
  /** How many of all these were cast by proxy. */
  proxies?: number;
  /** How the chair decided a tie. */
  casting?: Ballot;
}

/** A vote for or against. */
export type Ballot =
  /** For. */
  | "for"
  /** Against. */
  | "against";

/** An objection to a public notice. The objector's name has no place here. */
export interface Objection {
  /** Its id. */
  id: string;
  /** The day it was raised. A day from 1900 to 2199. */
  on?: Day;
  /** What became of it. */
  outcome?: ObjectionOutcome;
  /** The day that was decided. A day from 1900 to 2199. */
  decidedOn?: Day | null;
}

/** What became of an objection. */
export type ObjectionOutcome =
  /** Not yet decided. */
  | "open"
  /** 不成立: found to be without ground. */
  | "dismissed"
  /** 成立: found to be true. */
  | "upheld";

/** How a seat ends before its time: release without fault, or removal for fault. */
export interface Exit {
  /** Why. */
  cause?: Cause;
  /** The steps. */
  steps?: Step[] | null;
}

/** Why a seat ends before its time. */
export type Cause =
  /** 工作变动 */
  | "change-of-work"
  /** 退休 */
  | "retirement"
  /** 健康原因 */
  | "health"
  /** 去世 */
  | "death"
  /** 不认真履行职责 */
  | "neglect"
  /** 不遵守相关制度 */
  | "breach"
  /** Another cause without fault. */
  | "other";

/** A meeting of the full committee. */
export interface Meeting {
  /** Its id. */
  id: string;
  /** Its day. A day from 1900 to 2199. */
  on?: Day;
  /** Whether it was called beside the regular ones (临时会议). */
  extraordinary?: boolean;
  /** Who convened it; `null` if nobody did. The id of an entry of: people. */
  convenedBy?: string | null;
  /** Who chaired it; `null` if nobody did. The id of an entry of: people. */
  chairedBy?: string | null;
  /** The members present. */
  present?: string[] | null;
  /** The members who had leave not to come. */
  excused?: string[] | null;
  /** How many others were present where they have a say: delegates, households and the like. */
  turnouts?: Turnout[] | null;
  /** The guests attending. */
  attending?: string[] | null;
  /** The notice of the meeting; `null` if there was none. */
  notice?: Notice | null;
  /** What was talked about. */
  topics?: Topic[] | null;
  /** Who summed up; `null` if nobody did. The id of an entry of: people. */
  summedUpBy?: string | null;
  /** The minutes; `null` if none were made. */
  minutes?: Minutes | null;
  /** How its decisions were published; `null` if they were not. */
  publication?: Publication | null;
  /** The platform's own fields: kept, never read. */
  ext?: { [name: string]: unknown };
}

/** How many of others than members were present. They are counted, and nobody is named. */
export interface Turnout {
  /** Its id. */
  id: string;
  /** Who they are. */
  of?: Electorate;
  /** How many there are. */
  due?: number;
  /** How many of them were present. */
  present?: number;
}

/** Others than members who may have a say in a meeting. */
export type Electorate =
  /** 代表: delegates. */
  | "delegates"
  /** 党员 */
  | "party-members"
  /** 居民 */
  | "residents"
  /** 户 */
  | "households";

/** The notice that tells the members of a meeting beforehand. */
export interface Notice {
  /** The day it went out. A day from 1900 to 2199. */
  on?: Day;
  /** The topics it names, by their ids in this meeting. */
  topics?: string[] | null;
  /** The time of the meeting, as told. */
  time?: string | null;
  /** The place of the meeting, as told. */
  place?: string | null;
  /** The purpose of the meeting and what is asked of the members, as told. */
  purpose?: string | null;
}

/** A topic of a meeting. */
export interface Topic {
  /** Its id, unique within the meeting. */
  id: string;
  /** What it is about. */
  title?: string;
  /** Of which kind it is. */
  kind?: TopicKind;
  /** Who put it forward. */
  proposedBy?: string[] | null;
  /** The day it was handed in; `null` if it was not, before the meeting. A day from 1900 to 2199. */
  handedIn?: Day | null;
  /** Whether opinions were sought before it was settled. */
  opinionsSought?: boolean;
  /** With whom it was talked over before the meeting. */
  consulted?: Audience[] | null;
  /** The votes on it. */
  votes?: Votes;
  /** Whether it was passed. */
  passed?: boolean;
  /** What was decided. */
  conclusion?: string | null;
  /** The reports back on results and progress. */
  reports?: ReportBack[] | null;
}

/** A kind of topic for which other rules may hold. */
export type TopicKind =
  /** 人事 */
  | "personnel"
  /** 重大项目 */
  | "large-project"
  /** 评优表彰 */
  | "award"
  /** Any other. */
  | "other";

/** An audience that a topic is talked over with before the meeting. */
export type Audience =
  /** 两代表一委员: delegates and committee members of congresses and conferences. */
  | "delegates"
  /** 驻区单位 */
  | "units"
  /** 居民群众代表 */
  | "residents";

/** A report back on what became of a decision. */
export interface ReportBack {
  /** Its id. */
  id: string;
  /** Its day. A day from 1900 to 2199. */
  on?: Day;
  /** What it says. */
  text?: string;
}

/** The minutes of a meeting. */
export interface Minutes {
  /** The day they were made. A day from 1900 to 2199. */
  on?: Day;
  /** The units to whose party organizations they were sent. */
  sentTo?: string[] | null;
}

/** How the decisions of a meeting were published. */
export interface Publication {
  /** The day they were published. A day from 1900 to 2199. */
  on?: Day;
  /** The last day on which they were displayed; `null` while they are. A day from 1900 to 2199. */
  through?: Day | null;
  /** The organization that published them. The id of an entry of: organizations. */
  by?: string | null;
}

/** A problem list or rectification list issued to a unit. */
export interface ProblemList {
  /** Its id. */
  id: string;
  /** To whom. The id of an entry of: organizations. */
  to?: string;
  /** The day it was issued. A day from 1900 to 2199. */
  on?: Day;
  /** The day by which it is to be settled; `null` if none was set. A day from 1900 to 2199. */
  deadline?: Day | null;
  /** The day it was settled; absent or `null` while it is open. A day from 1900 to 2199. */
  settled?: Day | null;
  /** The platform's own fields: kept, never read. */
  ext?: { [name: string]: unknown };
}

/** The yearly assessment of a member (`person`) or of a unit (`organization`). */
export interface Assessment {
  /** Its id. */
  id: string;
  /** The year it is about. */
  year?: number;
  /** The member assessed. The id of an entry of: people. */
  person?: string;
  /** The unit assessed. The id of an entry of: organizations. */
  organization?: string;
  /** The result. */
  grade?: Grade;
  /** Whether a poor result is serious. */
  serious?: boolean;
  /** The day of the assessment. A day from 1900 to 2199. */
  on?: Day;
  /** The feedback to the unit; `null` if none was given. */
  feedback?: Feedback | null;
  /** The report to the authority that manages the cadre; `null` if none was made. */
  authorityFeedback?: Addressed | null;
  /** The day on which accountability was proposed; `null` if it was not. A day from 1900 to 2199. */
  accountabilityProposed?: Day | null;
  /** The platform's own fields: kept, never read. */
  ext?: { [name: string]: unknown };
}

/** The result of an assessment. */
export type Grade =
  /** 优秀 */
  | "outstanding"
  /** 良好 */
  | "good"
  /** 一般 */
  | "fair"
  /** 较差 */
  | "poor";

/** The feedback of a result to a unit. */
export interface Feedback {
  /** To whom. The id of an entry of: organizations. */
  to?: string | null;
  /** On which day. A day from 1900 to 2199. */
  on?: Day;
  /** In writing or not. */
  written?: boolean;
}

/** Something handed on to an organization. */
export interface Addressed {
  /** To whom. The id of an entry of: organizations. */
  to?: string | null;
  /** On which day. A day from 1900 to 2199. */
  on?: Day;
}

/** A member's duty report for a year. */
export interface DutyReport {
  /** Its id. */
  id: string;
  /** Whose. The id of an entry of: people. */
  person?: string;
  /** For which year. */
  year?: number;
  /** The day it was handed in. A day from 1900 to 2199. */
  on?: Day;
  /** In writing or not. */
  written?: boolean;
  /** The platform's own fields: kept, never read. */
  ext?: { [name: string]: unknown };
}

/** The community's report on how a member performed in a year. */
export interface PerformanceReport {
  /** Its id. */
  id: string;
  /** On whom. The id of an entry of: people. */
  person?: string;
  /** For which year. */
  year?: number;
  /** The day it was made. A day from 1900 to 2199. */
  on?: Day;
  /** How it was passed on to the unit; `null` if it was not. */
  passedOn?: Addressed | null;
  /** The platform's own fields: kept, never read. */
  ext?: { [name: string]: unknown };
}

/** A training class. Hours may be any unit, the same in both fields. */
export interface TrainingClass {
  /** Its id. */
  id: string;
  /** Its first day. A day from 1900 to 2199. */
  on?: Day;
  /** Whether it is a centralized class (集中轮训). */
  centralized?: boolean;
  /** Its hours. */
  hours?: number;
  /** How many of them are theory. */
  theoryHours?: number;
  /** The platform's own fields: kept, never read. */
  ext?: { [name: string]: unknown };
}

/** A human judgement that a norm rests on. */
export interface Attestation {
  /** Its id. */
  id: string;
  /** What is judged. */
  claim?: Claim;
  /**
   * Whom or what it is about: an organization, an appointment or a person, by id. The id of an entry of: organizations,
   * people, appointments.
   */
  about?: string;
  /** Whether the claim holds. */
  holds?: boolean;
  /** Who judged, by name. */
  by?: string;
  /** The organization that judged; `null` if none did. The id of an entry of: organizations. */
  organization?: string | null;
  /** The person who judged; `null` if it was nobody of this record. The id of an entry of: people. */
  person?: string | null;
  /** On which day. A day from 1900 to 2199. */
  on?: Day;
  /** The platform's own fields: kept, never read. */
  ext?: { [name: string]: unknown };
}

/** What an attestation says of its subject. */
export type Claim =
  /** The unit is large, or representative and influential. About an organization. */
  | "unit-representative"
  /** Party spirit, knowledge of the work, will and means to help. About an appointment or a person. */
  | "member-conduct"
  /** Time and means to serve. About an appointment or a person. */
  | "member-time"
  /** Opinions were widely sought before the nomination. About an appointment or a person. */
  | "opinions-sought"
  /** The neglect or breach had a bad effect. About an appointment or a person. */
  | "bad-effect";

/** What a check found: a verdict for every norm and everything it judges, and where the record contradicts itself. */
export interface Report<By = RulebookId> {
  /** The schema: `gongwei/report/1.0`. */
  schema: "gongwei/report/1.0";
  /** The version of the engine. */
  engine: string;
  /** The day of evaluation. A day from 1900 to 2199. */
  on: Day;
  /** Which rulebook judged. */
  rulebook: RulebookName<By>;
  /** The rulebooks that it extends, those above first. */
  layers?: RulebookName<By>[];
  /** What is to be known of the rules beside what was found. */
  notes?: Note[];
  /** Where the record contradicts itself. */
  coherence: Contradiction[];
  /** Every verdict, or those that were asked for, in the order of the norms, then of the record. */
  verdicts: Judgement<By>[];
}

/** A rulebook by its id, edition and fingerprint. */
export interface RulebookName<By = RulebookId> {
  /** Its id. */
  id: RulebookIdOf<By>;
  /** Its edition. */
  edition: string;
  /** The fingerprint of its text. */
  digest: string;
}

/** Something to be known of the rules. */
export interface Note {
  /** What it is. */
  code: NoteCode;
  /** The rulebook that it is about. */
  rulebook: string;
  /** The day on which that was last compared with the rules in force. A day from 1900 to 2199. */
  day: Day;
  /** What people read, if a language was asked for. */
  message?: string;
}

/** What a note says. */
export type NoteCode =
  /** The rules were last verified before the day of evaluation. */
  | "verified-until";

/** What the engine saw. */
export interface Facts {
  /** How many were counted. */
  counted?: number;
  /** The most there may be, where some are unsure. */
  atMost?: number;
  /** Of how many. */
  among?: number;
  /** At least so many are required. */
  required?: number;
  /** At most so many are allowed. */
  allowed?: number;
  /** The share that is required. */
  share?: Share;
  /** Days that count. */
  days?: number;
  /** How many days late. */
  daysLate?: number;
  /** The step concerned. */
  step?: string;
  /** The step that came after it, or that it must follow. */
  other?: string;
  /** The day seen. */
  on?: Day;
  /** The day it must be compared with. */
  against?: Day;
  /** The organization seen. */
  organization?: string;
  /** The person seen. */
  person?: string;
  /** The seat that is required. */
  seat?: string;
  /** The part of a notice that is empty. */
  part?: string;
  /** What the record says. */
  found?: boolean;
  /** The audience that is missing. */
  audience?: string;
  /** How many are left out. */
  leftOut?: number;
  /** Which days are counted, where they are not calendar days. */
  unit?: string;
  /** Which figure of the area a bound rests on, or which form of an organization. */
  basis?: string;
  /** How large that figure is. */
  figure?: number;
  /** Odd or even, as is required. */
  parity?: string;
  /** The relative seen. */
  relative?: string;
  /** What the relative is to the person seen. */
  relation?: string;
  /** Why a seat ended. */
  cause?: string;
  /** Whole years on the day. */
  years?: number;
  /** The kind of another committee. */
  committee?: string;
}

/** A place where the record contradicts itself. */
export interface Contradiction {
  /** The code, which never changes meaning. */
  code: ContradictionCode;
  /** Where. */
  path: Pointer;
  /** What it contradicts. */
  related?: Pointer[];
  /** What the engine saw. */
  facts?: Facts;
  /** What people read, if a language was asked for. */
  message?: string;
}

/** How a record contradicts itself. */
export type ContradictionCode =
  /** this term overlaps another; check their days. */
  | "overlapping-terms"
  /** one person holds two seats at once; check their days. */
  | "two-seats-at-once"
  /** more votes than people present, or more present than may vote; check the votes. */
  | "more-votes-than-present"
  /** the minutes ({on}) are older than the meeting ({against}); check the days. */
  | "minutes-before-meeting"
  /** {person} is listed as present but was no member that day; list them as attending, or check the seat's days. */
  | "non-member-present"
  /** {person} is listed both as present and as attending; keep one. */
  | "present-and-attending"
  /** the certificate ({on}) is of another day than the seat's first ({against}); check the days. */
  | "certificate-on-another-day"
  /** the last day ({on}) is before the first ({against}); check the days. */
  | "ends-before-it-begins"
  /**
   * the step that ends the seat was taken ({on}), but its last day is left out or earlier; check the seat's last day.
   */
  | "seat-outlives-its-end"
  /** the seat begins ({on}) before its term ({against}); check the days. */
  | "seat-outside-term"
  /** the meeting ({on}) lies outside the days on which the committee stood; check the days. */
  | "meeting-outside-life"
  /** the step ({on}) is of another day than the meeting it names ({against}); check the days. */
  | "step-day-differs-from-meeting"
  /** more hours of theory ({counted}) than hours in all ({among}); check them. */
  | "more-theory-than-hours"
  /** settled or due ({on}) before it was issued ({against}); check the days. */
  | "settled-before-issued"
  /** the objection was decided ({on}) before it was raised ({against}); check the days. */
  | "decided-before-raised";

/** What was found of one norm and one subject. */
export interface Judgement<By = RulebookId> {
  /** The norm's id. */
  norm: NormIdOf<By>;
  /** What it is about. */
  subject: Subject;
  /** The quarter or year it is about. */
  period?: Period;
  /** What was found. */
  verdict: Verdict;
  /** How binding the norm is. */
  modality: Modality;
  /** How grave it is. */
  severity?: Severity;
  /** Where the norm stands. */
  clause: Clause;
  /** The rulebook that says so, where it is one that the rulebook extends. */
  layer?: string;
  /** The place of the field at fault, or of what was judged. */
  path: Pointer;
  /** Other places that the finding rests on. */
  related?: Pointer[];
  /** The fields that an unknown verdict waits for. */
  missing?: Pointer[];
  /** The last day on which a pending duty is in time. A day from 1900 to 2199. */
  due?: Day;
  /** What the engine saw. */
  facts?: Facts;
  /** The key of the message. */
  key: MessageKey;
  /** What people read, if a language was asked for. */
  message?: string;
}

/** What a verdict is about, by ids. */
export interface Subject {
  /** What it is. */
  kind: SubjectKind;
  /** Its id; the committee has none. */
  id?: string;
  /** The meeting that a topic belongs to. */
  meeting?: string;
}

/** What a verdict is about. */
export type SubjectKind =
  /** The committee as a whole. */
  | "committee"
  /** A seat and who holds it. */
  | "appointment"
  /** A meeting. */
  | "meeting"
  /** A topic of a meeting. */
  | "topic"
  /** A person. */
  | "person"
  /** An organization. */
  | "organization"
  /** A problem list. */
  | "problem-list"
  /** An assessment. */
  | "assessment"
  /** A training class. */
  | "training-class"
  /** A term of the committee. */
  | "term";

/** What is found of a norm. `unknown` never counts as a pass. */
export type Verdict =
  /** It is kept. */
  | "met"
  /** It is broken. */
  | "broken"
  /** It cannot be told: the missing fields are named. */
  | "unknown"
  /** It is not yet due. */
  | "pending"
  /** It does not apply here. */
  | "not-applicable";

/** How binding a norm is. */
export type Modality =
  /** Broken, it is an error. */
  | "must"
  /** Broken, it is a warning. */
  | "should"
  /** It widens what is allowed and never gives a finding. */
  | "may";

/** How grave a broken norm is. */
export type Severity =
  /** A broken must. */
  | "error"
  /** A broken should. */
  | "warning";

/** Where a norm stands. */
export interface Clause {
  /** The document. */
  document: string;
  /** The item it rests on. */
  item: string;
  /** Items that say the same, add to it, or extend it to who joins in mid-term. */
  also?: string[];
}

/** Why a verdict came out as it did. */
export type MessageKey =
  /** nothing in the record to judge. */
  | "nothing-to-judge"
  /** does not apply here. */
  | "condition.false"
  /** cannot be told whether it applies; fill in {missing}. */
  | "condition.unknown"
  /** the committee did not stand on this day. */
  | "committee.not-standing"
  /** cannot be told; fill in the first day the committee stood. */
  | "committee.established-missing"
  /** the committee did not stand through the whole period. */
  | "period.not-whole"
  /** not yet in force on {on}: it holds from {against} on. */
  | "edition.not-yet"
  /** no longer in force on {on}: it held until {against}. */
  | "edition.ended"
  /** repealed by {on}. */
  | "edition.repealed"
  /** the norm has changed, and the day by which to judge is not known; fill in {missing}. */
  | "edition.unknown"
  /** something allowed, nothing to check. */
  | "permission"
  /** {counted}, as required. */
  | "count.met"
  /** at least {required} required, found {counted}; make up the difference. */
  | "count.too-few"
  /** at most {allowed} allowed, found {counted}; bring the number down. */
  | "count.too-many"
  /** an {parity} number is required, found {counted}; change the number. */
  | "count.wrong-parity"
  /** no tier covers this case. */
  | "count.no-tier"
  /** the number, or what is required of it, cannot be told; fill in {missing}. */
  | "count.area-unknown"
  /** {counted} so far and the list of seats is not complete; when it is, fill in {missing}. */
  | "count.so-far"
  /** {counted} for sure and up to {atMost} possible; fill in {missing}. */
  | "count.unknown"
  /** {counted} of {among}, at least {required} required. */
  | "share.met"
  /** at least {required} of {among} required, found {counted}; raise the number. */
  | "share.too-small"
  /** {counted} of {among}, at most {allowed} allowed. */
  | "share.within"
  /** at most {allowed} of {among} allowed, found {counted}; bring the number down. */
  | "share.too-large"
  /** cannot be told; fill in {missing}. */
  | "share.unknown"
  /** there is nothing to take a share of. */
  | "share.of-nothing"
  /** held by someone who may hold it. */
  | "held-by.met"
  /**
   * required: {reading} By the posts recorded for {on}, {person} is not among them; check the posts and their
   * organizations, or choose another.
   */
  | "held-by.other"
  /** cannot be told; fill in {missing}. */
  | "held-by.unknown"
  /** required: {reading} On {on} {person} holds none of those seats; check the seats, or have one person hold both. */
  | "held-by.not-also"
  /** required: {reading} On {on} {person} also holds the seat of {seat}; check the seats, or keep one of them. */
  | "held-by.twice"
  /**
   * required: {reading} On {on} {person} also sits on another committee ({committee}); check the record, or keep one of
   * the two.
   */
  | "held-by.elsewhere"
  /**
   * required: {reading} {relative}, who holds a seat on {on} too, is to {person}: {relation}; check the record, or have
   * one of them step back.
   */
  | "held-by.kin"
  /** done by the {seat} of the day. */
  | "done-by.met"
  /** must be done by the {seat} of that day ({on}), recorded is {person}; check the record. */
  | "done-by.other"
  /** must be done by the {seat}, the record says nobody did; check the record. */
  | "done-by.nobody"
  /** done by someone who may do it. */
  | "done-by.group"
  /** required: {reading} By the record of {on}, {person} is not among them; check the record. */
  | "done-by.outsider"
  /** required: {reading} The record says nobody did; check the record. */
  | "done-by.no-one"
  /** cannot be told; fill in {missing}. */
  | "done-by.unknown"
  /** as required. */
  | "attribute.met"
  /** recorded is “{found}”, which is not as required: {reading} Check the record or put it right. */
  | "attribute.broken"
  /** the record says there is none. Required: {reading} Do it and fill it in. */
  | "attribute.none"
  /** {audience} are missing; talk it over with them and record it. */
  | "attribute.lacks"
  /** required: {reading} By the record of {on}, that is not so of {person}; check the record, or choose another. */
  | "attribute.other"
  /**
   * required: {reading} On {on} it is {years} whole year(s) for {person}; check the recorded day, or choose another.
   */
  | "attribute.years"
  /** cannot be told; fill in {missing}. */
  | "attribute.unknown"
  /** attested, by name and date. */
  | "attested.met"
  /** attested on {on}, which counts through {against}. */
  | "attested.fresh"
  /** someone has judged that it is not so; review the choice or the judgement. */
  | "attested.denied"
  /** nobody has judged yet; have it judged, by name and date. */
  | "attested.unknown"
  /** it was judged, but not by whom it must be: {reading} Have it judged by them, by name and date. */
  | "attested.by-other"
  /** what was judged on {on} counted through {against} only; have it judged anew, by name and date. */
  | "attested.stale"
  /** whether what was judged on {on} still counts cannot be told; fill in {missing}. */
  | "attested.age-unknown"
  /** this year's judgement is still to come; by {due}, by name and date. */
  | "attested.due"
  /** the attestation is incomplete; fill in {missing}. */
  | "attested.incomplete"
  /** all steps are there, in order. */
  | "procedure.met"
  /** {step} is missing although a later stage has passed; check the record, or make it up. */
  | "procedure.missing"
  /** {step} ({on}) must come after {other} ({against}); check the days. */
  | "procedure.out-of-order"
  /** {step} ({on}) came after the seat's first day ({against}); check the days. */
  | "procedure.after-first-day"
  /** by whom, in which meeting or with what result {step} was taken is not as required: {reading} Check the record. */
  | "procedure.not-shown"
  /** in order so far; next comes {step}. */
  | "procedure.pending"
  /** cannot be told; fill in {missing}. */
  | "procedure.unknown"
  /** {step} is as required. */
  | "step.met"
  /**
   * {step} was taken by, or made with, another organization than required: {reading} Check the record, or have it done
   * by the right one.
   */
  | "step.by-other"
  /** {step} was not passed, yet a later stage has been reached; check the record. */
  | "step.not-passed"
  /** {step} is still to come. */
  | "step.pending"
  /** {step} is not there; the norm about the order judges that. */
  | "step.overtaken"
  /** cannot be told; fill in {missing}. */
  | "step.unknown"
  /** {days} {unit} of notice, as required. */
  | "notice.met"
  /**
   * at least {required} {unit} of notice required, found {days}, counted as prescribed; put it up again for long enough
   * before going on.
   */
  | "notice.too-short"
  /** the notice is running; at least {required} {unit} are required. */
  | "notice.running"
  /** cannot be told; fill in {missing}. */
  | "notice.unknown"
  /** the time between is as required. */
  | "period.met"
  /**
   * at least {required} {unit} must lie between, so not before {against}; recorded is {on}. Check the days, or do it
   * again as required.
   */
  | "period.too-short"
  /**
   * at most {allowed} {unit} may lie between, so by {against}; recorded is {on}. Check the days, and keep the time next
   * time.
   */
  | "period.too-long"
  /** recorded is {on}, before {against}, which it must follow; check the days. */
  | "period.reversed"
  /** it had to come before {against}, and the record says it did not; check the record, and do it first next time. */
  | "period.no-beginning"
  /** was due by {against} and is not there; do it soon and record it. */
  | "period.overdue"
  /** not yet due; by {due}. */
  | "period.pending"
  /** what comes after is still to come. */
  | "period.open"
  /** what comes before has not taken place. */
  | "period.not-begun"
  /** cannot be told; fill in {missing}. */
  | "period.unknown"
  /** no objection stands. */
  | "unopposed.met"
  /**
   * an objection was still open or upheld when the procedure went on ({on}); settle it first, then take the step again.
   */
  | "unopposed.stands"
  /** the notice or an objection is not yet closed. */
  | "unopposed.pending"
  /** an objection was upheld and the procedure went no further. */
  | "unopposed.upheld"
  /** cannot be told; fill in {missing}. */
  | "unopposed.unknown"
  /** done as required. */
  | "follow-up.met"
  /** recorded as not done. Required: {reading} Make it up and fill it in. */
  | "follow-up.none"
  /** it went to another addressee than required: {reading} Check the record or send it to the right one. */
  | "follow-up.elsewhere"
  /** {leftOut} unit(s) with a member were left out, {organization} among them; send it to them. */
  | "follow-up.left-out"
  /** must be in writing; put it in writing. */
  | "follow-up.oral"
  /** must be done on {against}, recorded is {on}; check the day. */
  | "follow-up.other-day"
  /** not yet done; due the same day. */
  | "follow-up.pending"
  /** not yet due; by {due}. */
  | "follow-up.due"
  /** due within {allowed} {unit}, by {against}; recorded is {on}. Check the day, and keep the time next time. */
  | "follow-up.late"
  /** was due by {against} and is not there. Required: {reading} Do it soon and record it. */
  | "follow-up.overdue"
  /** the person has no unit. */
  | "follow-up.no-unit"
  /** cannot be told; fill in {missing}. */
  | "follow-up.unknown"
  /** {counted} meeting(s), as required. */
  | "cadence.met"
  /** at least {required} meeting(s) required, found {counted}; check the list of meetings. */
  | "cadence.too-few"
  /** at most {allowed} meeting(s) allowed, found {counted}; check the list of meetings. */
  | "cadence.too-many"
  /** a meeting was due between {on} and {against} and is not there; check the list of meetings. */
  | "cadence.slot-missed"
  /**
   * after {on} the next meeting was due within {allowed} {unit}, by {against}, and is not there; check the list of
   * meetings.
   */
  | "cadence.gap-too-long"
  /**
   * at least {required} {unit} must lie between two meetings, so not before {against}; recorded is {on}. Check the
   * days.
   */
  | "cadence.gap-too-short"
  /** the next meeting after {on} is due by {due}. */
  | "cadence.next-pending"
  /** {counted} meeting(s) so far, at least {required} required. */
  | "cadence.pending"
  /** cannot be told; fill in {missing}. */
  | "cadence.unknown"
  /** done in time. */
  | "yearly.met"
  /** was due by {against} and is not there; make it up and record it. */
  | "yearly.missing"
  /** was due by {against}, done on {on}, {daysLate} day(s) late; keep the day next time. */
  | "yearly.late"
  /** must be in writing; put it in writing. */
  | "yearly.oral"
  /** made, but not passed on to the unit as required; pass it on and record it. */
  | "yearly.not-passed-on"
  /** not yet due; by {due}. */
  | "yearly.pending"
  /** cannot be told; fill in {missing}. */
  | "yearly.unknown"
  /** {counted} of {among} members present, as required. */
  | "quorum.met"
  /** {required} of {among} members required, found {counted} present; check who was present, or meet again. */
  | "quorum.too-few"
  /** there was no member that day. */
  | "quorum.no-members"
  /** nobody was due. */
  | "quorum.none-due"
  /** cannot be told; fill in {missing}. */
  | "quorum.unknown"
  /** {counted} of {among} for, at least {required} required. */
  | "majority.met"
  /** {counted} for and as many against; the chair decided for it. */
  | "majority.by-chair"
  /**
   * recorded as passed with {counted} for; of {among} at least {required} are required; check the votes, or vote again.
   */
  | "majority.too-few"
  /** recorded as passed with {counted} for and as many against, which does not pass; check the votes, or vote again. */
  | "majority.tie"
  /** {counted} vote(s) were cast by proxy, which is not allowed; check the votes, or vote again. */
  | "majority.by-proxy"
  /** it was not passed. */
  | "majority.not-passed"
  /** no resolution is recorded. */
  | "majority.no-vote"
  /** cannot be told; fill in {missing}. */
  | "majority.unknown"
  /** put forward by the {seat}. */
  | "proposal.by-seat"
  /** put forward by {counted} members together. */
  | "proposal.by-share"
  /**
   * only {counted} of that day's members put it forward, at least {required} of {among} required; have the {seat} put
   * it, or more members.
   */
  | "proposal.too-few"
  /** cannot be told; fill in {missing}. */
  | "proposal.unknown"
  /** not {required} in a row. */
  | "streak.met"
  /** {required} in a row (up to {on}), and the seat ended as it must. */
  | "streak.followed"
  /**
   * required: {reading} {required} in a row up to {on}, so the seat had to end by {against} and did not; check the
   * record, or see to the exit.
   */
  | "streak.no-consequence"
  /** required: {reading} {required} in a row up to {on}, yet the seat ended for another cause; check the cause. */
  | "streak.other-cause"
  /** {required} in a row up to {on}; the seat must end by {due}. */
  | "streak.pending"
  /** {required} in a row up to {on}; the seat ended by itself in that time. */
  | "streak.over"
  /** cannot be told; fill in {missing}. */
  | "streak.unknown"
  /** no seat within the time of waiting. */
  | "cooling-off.met"
  /**
   * {person} left a seat for {cause} and may hold none up to {against}; this one begins on {on}; check the record, or
   * put it off.
   */
  | "cooling-off.too-soon"
  /** cannot be told; fill in {missing}. */
  | "cooling-off.unknown"
  /** it ran to {on}, as required. */
  | "term.met"
  /** it ran to {on} instead of {against}, which was approved. */
  | "term.approved"
  /** it is still running and ends on {due}. */
  | "term.running"
  /** it is recorded up to {on} instead of {against}; have that approved by {due} and record it. */
  | "term.approval-due"
  /**
   * a term lasts {required} {unit} at least and ends on {against} at the earliest; recorded is {on}. Check its days.
   */
  | "term.too-short"
  /** a term lasts {allowed} {unit} at most and ends by {against}; recorded is {on}. Check its days. */
  | "term.too-long"
  /**
   * a term lasts {allowed} {unit} at most, so it had to end by {against}, and no end is recorded; renew the committee,
   * and record the last day and the next term.
   */
  | "term.overdue"
  /**
   * it ran to {on} instead of {against} without the approval that is required; check the record, or have it approved
   * and record that.
   */
  | "term.not-approved"
  /**
   * it runs to {on}, while that of {organization} ends on {against}, and both are to end together; check their days, or
   * renew the committee in time.
   */
  | "term.other-end"
  /** reported in time, on {on}. */
  | "term.notice-met"
  /** it ends on {against}; that is to be reported {required} {unit} before, by {due}. */
  | "term.notice-due"
  /** it ends on {against}; that is to be reported {required} {unit} before, and there is still time. */
  | "term.notice-open"
  /**
   * it ends on {against}, to be reported at least {required} {unit} before; recorded is {on}. Check the days, and keep
   * the time next time.
   */
  | "term.notice-late"
  /**
   * it ends on {against}, to be reported at least {required} {unit} before, and is not reported; report it soon and
   * record it.
   */
  | "term.notice-overdue"
  /** held to the end of its term, as required. */
  | "term.rest-met"
  /**
   * it is held to the end of its term, {against}; recorded is {on}. Check its last day, or record how it ended before.
   */
  | "term.rest-other"
  /** the seat ended before its time. */
  | "term.left"
  /** there is no term to compare it with. */
  | "term.none"
  /** cannot be told; fill in {missing}. */
  | "term.unknown"
  /** told in time. */
  | "notification.met"
  /** no notice was given; tell topics, time, place and purpose before the next meeting. */
  | "notification.none"
  /**
   * notice is required at least {required} {unit} before; given on {on} for the meeting of {against}; check the days.
   */
  | "notification.late"
  /** the notice lacks the {part}; put it in. */
  | "notification.incomplete"
  /** cannot be told; fill in {missing}. */
  | "notification.unknown";

/**
 * A rulebook: the norms of one place as data.
 *
 * What the engine does not know in it is refused with a path, never skipped.
 */
export interface Rulebook {
  /** The schema: `gongwei/rulebook/1.0`. */
  schema: "gongwei/rulebook/1.0";
  /** Its id. */
  id: RulebookId | (string & {});
  /** Which edition of the rules it carries. */
  edition: string;
  /** Its title. */
  title: Bilingual;
  /** What it is, and what it is not. */
  note: Bilingual;
  /** The document it reads. */
  source: Source;
  /** The rulebooks that it extends, such as the province's: what they say holds, but for what it changes. */
  extends?: BaseRulebook[];
  /**
   * The day on which it was last compared with the rules in force. A report of a later day says so. A day from 1900 to
   * 2199.
   */
  verifiedUntil?: Day;
  /** The kinds of committee it knows. */
  committees?: { [name: string]: CommitteeKind };
  /** Groups of people, by name. */
  groups?: { [name: string]: Group };
  /** Procedures, by name. */
  procedures?: { [name: string]: Procedure };
  /** The norms. */
  norms?: Norm[];
  /** What it changes in norms, those of the rulebooks it extends or its own. */
  amendments?: Amendment[];
  /** The norms that it ends. */
  repeals?: Repeal[];
}

/** A text for people in both languages. */
export interface Bilingual {
  /** Plain Chinese. */
  zh: string;
  /** Equal English. */
  en: string;
}

/** The document that a rulebook reads. */
export interface Source {
  /** The id that clauses cite. */
  id: string;
  /** Its title. */
  title: Bilingual;
  /** The day it was published. A day from 1900 to 2199. */
  published?: Day;
  /** How many items it has. */
  items?: number;
}

/** A rulebook that another extends. */
export interface BaseRulebook {
  /** Its id. */
  id: string;
  /** Its edition, if only this one will do. */
  edition?: string;
  /** Its fingerprint, if only this text will do. */
  digest?: string;
}

/** A kind of committee. */
export interface CommitteeKind {
  /** What it is called. */
  title: Bilingual;
  /** The organization it is formed around. */
  behind: Role;
}

/** An organization by its part in the committee's life. The record names it, or has only one of that kind. */
export type Role =
  /** The organization that the committee is formed around: the rulebook says which. */
  | "behind"
  /** The working committee. */
  | "working-committee"
  /** The organization department. */
  | "organization-department"
  /** The community party organization. */
  | "community-party-organization";

/** People, by what is known of them on a day. */
export type Group = OneOf<{
  /** Who belongs to all of these. */
  all: Group[];
  /** Who belongs to any of these. */
  any: Group[];
  /** Who does not belong to this one. */
  not: Group;
  /** A group that the rulebook defines under this name. */
  named: string;
  /** Who holds such a post. */
  post: PostSelector;
  /** Who is a party member, or is not. */
  partyMember: boolean;
  /** Who has been a party member for so many whole years. */
  partyYears: Years;
  /** Who is so many whole years old. */
  age: Years;
  /** Who has such schooling. */
  education: Schooling;
  /** Who lives in the area, or does not. */
  resident: boolean;
  /** Of whom this holds, a word of the rulebook. */
  flag: string;
}>;

/** A post held on the day. */
export interface PostSelector {
  /** One of these posts; any, if left out. */
  post?: PostKind[];
  /** None of these. */
  except?: PostKind[];
  /** In such an organization; in any, if left out. */
  organization?: OrganizationSelector;
}

/** Organizations, by what is known of them. Every field that is given must agree. */
export interface OrganizationSelector {
  /** The organization with this part. */
  role?: Role;
  /** One of these kinds. */
  kind?: OrganizationKind[];
  /** One of these sectors. */
  sector?: Sector[];
  /** In the area, or not. */
  inArea?: boolean;
  /** On one of these levels. */
  level?: Level[];
  /** Above another. */
  above?: Above;
}

/** Organizations that stand above another, by the record's `superior`. */
export interface Above {
  /** Above which. */
  role: Role;
  /** So many levels above: 1, if left out. */
  levels?: number;
}

/** Whole years on a day. Both bounds are included. */
export interface Years {
  /** At least so many. */
  atLeast?: number;
  /** At most so many. */
  atMost?: number;
}

/** Schooling. Both bounds are included. */
export interface Schooling {
  /** At least this. */
  atLeast?: Education;
  /** At most this. */
  atMost?: Education;
}

/** A procedure: steps in their order. */
export interface Procedure {
  /** The list it is read from. */
  of: ProcedureKind;
  /** Its steps, in order. */
  steps?: StepNorm[];
}

/** Where the steps of a procedure stand in the record. */
export type ProcedureKind =
  /** `entry`: the steps before the seat's first day. */
  | "entry"
  /** `exit/steps`: the steps by which the seat ends. */
  | "exit";

/** A step of a procedure, and what it must show beyond its place in the order. */
export interface StepNorm {
  /** Which step. */
  step: StepKind;
  /** What it must show. */
  shows?: Proof;
  /** Whether a person without a unit goes without it. */
  needsUnit?: boolean;
  /** Whether it may be left out. Taken, it must be in its place all the same. */
  optional?: boolean;
  /**
   * Whether it may be taken before, after or between the steps before it that are so, and the one before those:
   * together they follow what comes before, in any order.
   */
  inAnyOrder?: boolean;
  /**
   * Whether the seat begins with this step: what comes after may follow its first day. Without such a step every step
   * of entry comes before it.
   */
  beginsSeat?: boolean;
  /** Whether the seat ends with this step. */
  endsSeat?: boolean;
}

/** What a step must show. Every field that is given must agree. */
export interface Proof {
  /** It was taken by this organization, alone or with others. */
  by?: Role;
  /** It was taken by one of these organizations, alone or with others. */
  byAny?: OrganizationSelector[];
  /** It was taken by all of these organizations together. */
  byAll?: OrganizationSelector[];
  /** It was taken by a unit of the person. */
  byUnit?: boolean;
  /** It was made with this organization. */
  with?: Role;
  /** The person's units, where there are units, agreed: one of several suffices. */
  agreedWithUnit?: boolean;
  /** It was passed. */
  passed?: boolean;
  /** It was taken by a meeting of the full committee. */
  inFullCommittee?: boolean;
  /** That meeting had this share of the members present. A share such as 1/3, with a denominator from 1 to 1000. */
  quorum?: Share;
}

/** One norm. It cannot be without its id, its clause and its modality. */
export interface Norm {
  /** Its id, never reused. */
  id: NormId | (string & {});
  /** What it is about, in a few words. */
  title: Bilingual;
  /** The kinds of committee it applies to. */
  appliesTo?: (CommitteeKindId | (string & {}))[];
  /** How binding it is. */
  modality: Modality;
  /** Where it stands. */
  clause: NormClause;
  /** The first day on which it holds. Left out: it always has. A day from 1900 to 2199. */
  from?: Day;
  /** The last day on which it holds. Left out: it still does. A day from 1900 to 2199. */
  to?: Day;
  /** What it judges, and by which clock. */
  scope: Scope;
  /** When it applies. */
  when?: Condition;
  /** What it requires. */
  require: Constraint;
  /** How the clause is read. */
  reading: Bilingual;
}

/** Where a norm stands in the document. */
export interface NormClause {
  /** The item it rests on. */
  item: string;
  /** Items that say the same or add to it. */
  also?: string[];
  /** The item that extends it to who joins in mid-term. */
  supplement?: string;
}

/** What a norm judges, and by which clock. */
export type Scope = OneOf<{
  /** The state on the day of evaluation. */
  standing: Standing;
  /** Each event of the record, by the facts of its own day. */
  event: RecordEvent;
  /** Each whole period in which the committee stood. */
  period: Cycle;
}>;

/** What is judged as it stands on the day of evaluation: the committee as a whole, or seats. */
export interface Standing {
  /** Each seat of these, held on that day. Left out: the committee as a whole. */
  seats?: Seat[];
}

/** The events of a record. */
export type RecordEvent =
  /** Someone comes into a seat: each appointment, on the seat's first day. */
  | "entry"
  /** Someone leaves a seat before its time: each appointment with an exit. */
  | "exit"
  /** A meeting of the full committee. */
  | "meeting"
  /** A topic of a meeting, on the meeting's day. */
  | "topic"
  /** A problem list, on the day it is issued. */
  | "problem-list"
  /** An assessment, on its day. */
  | "assessment"
  /** A training class, on its day. */
  | "training-class"
  /** A term of the committee, on its first day. */
  | "term";

/** How long a period is. */
export type Cycle =
  /** A calendar quarter. */
  | "quarter"
  /** A calendar year. */
  | "year"
  /** A calendar month. */
  | "month"
  /** The first or the second half of a calendar year. */
  | "half-year";

/** When a norm applies to what it judges. False: not applicable. */
export type Condition = OneOf<{
  /** All of these hold. */
  all: Condition[];
  /** Any of these holds. */
  any: Condition[];
  /** This one does not hold. */
  not: Condition;
  /** The seat is one of these. */
  seat: Seat[];
  /** The person belongs to this group on the day of the event. */
  group: Group;
  /** The person has, or lacks, a unit on that day. */
  hasUnit: boolean;
  /** The entry fills a vacancy, or does not. */
  supplement: boolean;
  /** The seat ends for one of these causes. */
  cause: Cause[];
  /** The assessment is of a member. */
  ofMember: boolean;
  /** The grade is one of these. */
  grade: Grade[];
  /** The poor result is serious, or is not. */
  serious: boolean;
  /** The class is a centralized one, or is not. */
  centralized: boolean;
  /** The topic, or one of the meeting's topics, is of one of these kinds. */
  topicKind: TopicKind[];
  /** A holder of one of these seats is among the proposers. */
  proposedBy: Seat[];
}>;

/** What a norm requires. Each kind is carried out by one module of the engine. */
export type Constraint = OneOf<{
  /** How many of a group there are. */
  count: CountRange;
  /** A group is at least a share of another. */
  share: Portion;
  /** The seat is held by who may hold it. */
  heldBy: HeldBy;
  /** An act is done by whoever holds a seat, or belongs to a group. */
  doneBy: DoneBy;
  /** What is judged has this attribute. */
  attribute: Attribute;
  /** Someone has judged, by name and on a day, that it is so. */
  attested: Attested;
  /** The steps of the procedure of this name are taken in their order. */
  procedure: string;
  /** One step of a procedure shows what it must. */
  step: StepRule;
  /** A public notice runs long enough before what follows it. */
  noticePeriod: NoticePeriod;
  /** Between two events lies so much time, or so little. */
  period: Interval;
  /** No objection to a public notice stands when it closes. */
  unopposed: NoticeStep;
  /** After the event something follows. */
  followUp: FollowUp;
  /** So many meetings in each period. */
  cadence: Cadence;
  /** Each year something is due for each member or unit. */
  yearlyDuty: YearlyDuty;
  /** A meeting is held only with so many members present. */
  quorum: Quorum;
  /** A topic or a resolution is passed only with so many votes. */
  majority: Majority;
  /** Who may put an item. */
  proposal: Proposal;
  /** A meeting is announced in time, with what the notice must say. */
  notification: MeetingNotification;
  /** What happened so often in a row, or so lately, has its consequence. */
  streak: Streak;
  /** How long the committee's terms last, or what that asks for. */
  term: TermRule;
  /** Something is allowed: nothing to find. */
  permission: Empty;
}>;

/**
 * How many of a group there are. All that is given must hold; what a tier gives stands in the place of what is given
 * here.
 */
export interface CountRange {
  /** Whose. Left out: all. */
  of?: SeatSelector;
  /** What is counted. */
  counted: Counted;
  /** At least so many. */
  atLeast?: number;
  /** More than so many. */
  moreThan?: number;
  /** At most so many. */
  atMost?: number;
  /** Less than so many. */
  lessThan?: number;
  /** An odd or an even number. */
  parity?: Parity;
  /** So many for every so many of a figure of the area. */
  per?: Ratio;
  /** More for every so many of a figure of the area above a number. */
  steps?: Steps;
  /**
   * Bounds by a figure of the area or by the form of an organization: the first tier whose case holds. Where there are
   * tiers and the case of none holds, there is nothing to judge.
   */
  tiers?: Tier[];
}

/** Seats, by which seat and by who holds it. Left out: any. */
export interface SeatSelector {
  /** One of these seats. */
  seat?: Seat[];
  /** Held by someone of this group. */
  group?: Group;
  /** Among those, the seats of any of these: for the union of groups that differ in their seats. */
  anyOf?: SeatSelector[];
}

/** What is counted. */
export type Counted =
  /** Each person once, however many seats. */
  | "persons"
  /** Each seat. */
  | "seats"
  /** The community workers, as the figures of the area give them. */
  | "workers";

/** Whether a number is odd or even. */
export type Parity =
  /** Odd. */
  | "odd"
  /** Even. */
  | "even";

/** So many for every so many of a figure of the area: 18 for every 10,000 residents. */
export interface Ratio {
  /** The figure. */
  of: Figure;
  /** So many. */
  count: number;
  /** For every so many. */
  every: number;
  /** How it is made whole. */
  rounding: Rounding;
  /** Which bound it is. */
  sets: Bound;
}

/** A figure of the committee's area. */
export type Figure =
  /** Residents. */
  | "residents"
  /** Households. */
  | "households"
  /** Party members. */
  | "party-members"
  /** Community workers. */
  | "workers";

/** How a number that does not come out whole is made whole. */
export type Rounding =
  /** To the next whole number: what was begun counts. */
  | "up"
  /** To the whole number below: only what is full counts. */
  | "down";

/** A bound of a range. */
export type Bound =
  /** The least. */
  | "least"
  /** The most. */
  | "most"
  /** Both. */
  | "both";

/** More for every so many of a figure of the area above a number: 1 more for every 500 households above 5,000. */
export interface Steps {
  /** The figure. */
  of: Figure;
  /** Above so many. */
  above: number;
  /** For every so many. */
  every: number;
  /** So many more. */
  add: number;
  /** Whether a step that was begun counts. */
  rounding: Rounding;
  /** Which bound it raises. */
  raises: Bound;
}

/** Bounds, and the case in which they hold. */
export interface Tier {
  /** The case. Left out: whatever no tier before it covers. */
  where?: TierCase;
  /** The bounds. */
  require: Limits;
}

/** The case of a tier. */
export type TierCase = OneOf<{
  /** A figure of the area lies within bounds. */
  figure: FigureSpan;
  /** A party organization has one of these forms. */
  form: FormOf;
}>;

/** A figure of the area within bounds. */
export interface FigureSpan {
  /** Which. */
  of: Figure;
  /** At least so many. */
  atLeast?: number;
  /** More than so many. */
  moreThan?: number;
  /** At most so many. */
  atMost?: number;
  /** Less than so many. */
  lessThan?: number;
}

/** A party organization of one of these forms. */
export interface FormOf {
  /** Which organization. */
  organization: Role;
  /** The forms. */
  forms?: PartyForm[];
}

/** Bounds of a tier. */
export interface Limits {
  /** At least so many. */
  atLeast?: number;
  /** More than so many. */
  moreThan?: number;
  /** At most so many. */
  atMost?: number;
  /** Less than so many. */
  lessThan?: number;
  /** An odd or an even number. */
  parity?: Parity;
  /** So many for every so many of a figure of the area. */
  per?: Ratio;
  /** More for every so many of a figure of the area above a number. */
  steps?: Steps;
}

/** A group is a share of another, within bounds. Both must be of one kind: persons or hours. */
export interface Portion {
  /** The part. */
  of: Measure;
  /** The whole. */
  among: Measure;
  /** At least this share. A share such as 1/3, with a denominator from 1 to 1000. */
  atLeast?: Share;
  /** More than this share. A share such as 1/3, with a denominator from 1 to 1000. */
  moreThan?: Share;
  /** At most this share. A share such as 1/3, with a denominator from 1 to 1000. */
  atMost?: Share;
  /** Less than this share. A share such as 1/3, with a denominator from 1 to 1000. */
  lessThan?: Share;
}

/** Something that a share is taken of. */
export type Measure = OneOf<{
  /** Persons in such seats, each once. */
  persons: SeatSelector;
  /** Hours of a training class. */
  hours: Hours;
}>;

/** Hours of a training class. */
export type Hours =
  /** All of them. */
  | "all"
  /** Those of theory. */
  | "theory";

/** What is asked of who holds the seat, on the day. */
export type HeldBy = OneOf<{
  /** The holder belongs to this group. */
  group: Group;
  /** The holder also holds one of these seats of the committee. */
  also: Seat[];
  /** The holder holds none of these beside it. */
  notAlso: Excluded;
  /** The holder is no relative of who holds these. */
  notKin: Kinship;
}>;

/** Seats that cannot be held together with the one judged. */
export interface Excluded {
  /** These other seats of the committee. */
  seats?: Seat[];
  /** Any seat of another committee of one of these kinds, as told in the person's `seatsElsewhere`. */
  elsewhere?: string[];
}

/** Relatives who cannot hold seats at once. */
export interface Kinship {
  /** Who holds these seats. */
  of: SeatSelector;
  /** These relations of the other person to the holder; any, if left out. */
  relations?: Relation[];
}

/** An act is done by whoever holds one of these seats that day, or belongs to this group. */
export interface DoneBy {
  /** The act. */
  act: Act;
  /** The seats. Left out: any seat or, with a group, none. */
  seats?: Seat[];
  /** The group. */
  group?: Group;
}

/** An act at or before a meeting. */
export type Act =
  /** Convening it: judged on the day of the notice, where there is one. */
  | "convened"
  /** Chairing it. */
  | "chaired"
  /** Summing up. */
  | "summed-up";

/** An attribute, and the value it must have. */
export type Attribute = OneOf<{
  /** What is known of the person who holds the seat. */
  person: Group;
  /** Whether the member's party affiliation was moved. */
  affiliationMoved: boolean;
  /** Whether the member is employed by the subdistrict or community. */
  employed: boolean;
  /** Whether the member serves mainly as a volunteer. */
  volunteer: boolean;
  /** Whether the member is linked to communities or units. */
  linked: boolean;
  /** Whether opinions were sought before a topic was settled. */
  opinionsSought: boolean;
  /** The audiences that a topic is talked over with. */
  consulted: Audience[];
  /** Whether a problem list sets a deadline. */
  deadlineSet: boolean;
}>;

/** A human judgement, named and dated. */
export interface Attested {
  /** What is claimed. */
  claim: Claim;
  /** About whom. */
  about: About;
  /** Whose judgement counts. Left out: anybody's. */
  by?: Attester;
  /** That it holds was judged no longer ago than this, on the day of what is judged. Left out: at any time. */
  within?: Length;
  /** How days are counted. Left out: calendar days, without the first. */
  counting?: Counting;
  /** That it holds is judged anew in each year, by its last day: only of seats as they stand. */
  eachYear?: boolean;
}

/** What an attestation must be about. */
export type About =
  /** The unit of the person: one of several suffices. */
  | "unit"
  /** The seat, or the person who holds it. */
  | "member";

/** Whose judgement counts. */
export type Attester = OneOf<{
  /** That of such an organization. */
  organization: OrganizationSelector;
  /** That of whoever holds one of these seats on the day of it. */
  seats: Seat[];
  /** That of whoever belongs to this group on the day of it. */
  group: Group;
}>;

/** A length of time. */
export type Length = OneOf<{
  /** So many days. */
  days: number;
  /** So many months. */
  months: number;
  /** So many years. */
  years: number;
}>;

/** How days are counted: declared, never guessed. */
export interface Counting {
  /** Which days count. */
  days: DayKind;
  /** Whether the first day counts. */
  firstDayCounts: boolean;
  /** Whether what ends on a day off ends on the next working day: then a calendar is needed, whichever days count. */
  endsOnWorkingDay?: boolean;
}

/** Which days count. */
export type DayKind =
  /** Every day. */
  | "calendar"
  /** Days on which people work, by the calendar that the caller hands in; without one nothing can be told. */
  | "working";

/** What one step of a procedure must show. */
export interface StepRule {
  /** The procedure, by name. */
  procedure: string;
  /** The step. */
  step: StepKind;
  /** What it must show. */
  shows: Proof;
}

/** A public notice runs at least so many days before the steps that follow it and the seat's first day. */
export interface NoticePeriod {
  /** The procedure, by name. */
  procedure: string;
  /** At least so many days. */
  atLeast: number;
  /** How they are counted. */
  counting: Counting;
}

/**
 * Between two events of what is judged, the second after the first, lies so much time or so little.
 *
 * `atLeast` says that the second is on the last day of a period that begins with the first, or later; `atMost` that it
 * is no later than that. With the first day not counted, 1 day is from one day to the next.
 */
export interface Interval {
  /** The procedure whose steps are meant, by name. */
  procedure?: string;
  /** The event that the period begins with. */
  from: Moment;
  /** The event that it ends with. */
  to: Moment;
  /** At least so long. */
  atLeast?: Length;
  /** At most so long. */
  atMost?: Length;
  /** How days are counted. Left out: calendar days, without the first. */
  counting?: Counting;
}

/** One of the events that a period lies between. */
export type Moment = OneOf<{
  /** A step of the procedure; of a public notice, its first day. Of several the first that was passed. */
  step: StepKind;
  /** Such a day. */
  day: Landmark;
}>;

/** A day in the life of what is judged. */
export type Landmark =
  /** Of a seat: its first day. */
  | "seat-begins"
  /** Of a seat: its last day, at the latest that of its term. */
  | "seat-ends"
  /** Of a seat: the last day of the public notice of a procedure. */
  | "public-notice-ends"
  /** Of a meeting, or of a topic's meeting: its day. */
  | "meeting"
  /** The day of its notice. */
  | "notice"
  /** The day its minutes were made. */
  | "minutes"
  /** The day its decisions were published. */
  | "publication"
  /** Of a topic: the day it was handed in. */
  | "handed-in"
  /** Of a topic: the day of the first report back. */
  | "first-report"
  /** Of a problem list: the day it was issued. */
  | "problem-list"
  /** The day by which it is to be settled. */
  | "deadline"
  /** The day it was settled. */
  | "settled"
  /** Of an assessment: its day. */
  | "assessment"
  /** The day of its feedback. */
  | "feedback"
  /** The day of its report to the authority that manages the cadre. */
  | "authority-feedback"
  /** The day accountability was proposed. */
  | "accountability";

/** A public notice of a procedure. */
export interface NoticeStep {
  /** The procedure, by name. */
  procedure: string;
}

/** After the event something follows. */
export interface FollowUp {
  /** What. */
  what: Following;
  /** The procedure that a copy belongs to, by name. */
  procedure?: string;
  /** To whom. */
  to?: Addressee;
  /** In writing. */
  written?: boolean;
  /** On the very day of the event. */
  sameDay?: boolean;
  /** At most so long after the event. */
  within?: Length;
  /** How days are counted. Left out: calendar days, without the first. */
  counting?: Counting;
}

/** What follows an event. */
export type Following =
  /** A copy of the certificate. */
  | "copy"
  /** The minutes of a meeting. */
  | "minutes"
  /** Reports back on a topic, on or after the meeting's day. */
  | "reports-back"
  /** The feedback of an assessment. */
  | "feedback"
  /** The report of an assessment to the authority that manages the cadre. */
  | "authority-feedback"
  /** The proposal of accountability. */
  | "accountability";

/** To whom something goes. */
export type Addressee = OneOf<{
  /** A unit of the person concerned, or the unit concerned: one of several suffices. No unit: not applicable. */
  unit: Empty;
  /** Every unit that has a member that day. */
  unitsOfMembers: Empty;
  /** An organization of one of these kinds. */
  kind: OrganizationKind[];
}>;

/** Nothing more to say. */
export interface Empty {
  [name: string]: never;
}

/** How often the committee meets: so many meetings in each period, and how far apart. */
export interface Cadence {
  /** At least so many in each period. */
  atLeast?: number;
  /** At most so many in each period. */
  atMost?: number;
  /** One meeting at least in each of these parts of a year: only where the period is a year. */
  slots?: Slot[];
  /** After each meeting, and after the committee's first day, the next follows within so long. */
  longestGap?: Length;
  /** No meeting follows the one before it sooner than so long after. */
  shortestGap?: Length;
  /** How the days of gaps are counted. Left out: calendar days, without the first. */
  counting?: Counting;
  /** Which meetings count. Left out: all. */
  which?: MeetingSelector;
}

/** A part of each year. */
export interface Slot {
  /** Its first day, such as `+0-03-01`. A day of the year, some years after another: +1-03-31. */
  from: YearDay;
  /**
   * Its last day, such as `+0-03-31`; of the next year, such as `+1-01-15`. A day of the year, some years after
   * another: +1-03-31.
   */
  through: YearDay;
}

/** Meetings, by what is known of them. Every field that is given must agree. */
export interface MeetingSelector {
  /** Called beside the regular ones, or not. */
  extraordinary?: boolean;
  /** With this share of the members present, included. A share such as 1/3, with a denominator from 1 to 1000. */
  quorum?: Share;
}

/** Each year something is due for each member or unit, by a day. */
export interface YearlyDuty {
  /** What. */
  list: Duty;
  /** For whom. */
  each: Obliged;
  /**
   * The last day, as years after and a day of the year: `+1-03-31` is 31 March of the next year. A day of the year,
   * some years after another: +1-03-31.
   */
  due: YearDay;
  /** In writing. */
  written?: boolean;
  /** Passed on to the member's unit by the same day, where there is a unit. */
  passedOnToUnit?: boolean;
}

/** The list in which a yearly duty shows. */
export type Duty =
  /** `/assessments` */
  | "assessments"
  /** `/dutyReports` */
  | "duty-reports"
  /** `/performanceReports` */
  | "performance-reports";

/** For whom a yearly duty is due: whoever holds a seat on the last day of the year, or the units they come from. */
export type Obliged = OneOf<{
  /** Members of this group. */
  members: Group;
  /** Units that have a member. */
  units: Empty;
}>;

/** A meeting is held only with a share of the members, or of others, present. */
export interface Quorum {
  /** Of whom. Left out: of the members. */
  of?: QuorumBase;
  /** At least this share. A share such as 1/3, with a denominator from 1 to 1000. */
  atLeast?: Share;
  /** More than this share. A share such as 1/3, with a denominator from 1 to 1000. */
  moreThan?: Share;
  /** What else must be reached at once. */
  also?: QuorumPart[];
}

/** Of whom a share must be present. */
export type QuorumBase = OneOf<{
  /** Members who hold such seats that day. */
  members: SeatSelector;
  /** The units that have a member that day: present is a unit of whose members one is. */
  units: Empty;
  /** Others, as the meeting's `turnouts` count them. */
  turnout: Electorate;
}>;

/** A share of others that must be present at once. */
export interface QuorumPart {
  /** Of whom. Left out: of the members. */
  of?: QuorumBase;
  /** At least this share. A share such as 1/3, with a denominator from 1 to 1000. */
  atLeast?: Share;
  /** More than this share. A share such as 1/3, with a denominator from 1 to 1000. */
  moreThan?: Share;
}

/** A topic, or a resolution in a procedure, is passed only with a share of the votes. */
export interface Majority {
  /** Of which votes. */
  of: VoteBase;
  /** At least this share. A share such as 1/3, with a denominator from 1 to 1000. */
  atLeast?: Share;
  /** More than this share. A share such as 1/3, with a denominator from 1 to 1000. */
  moreThan?: Share;
  /** What becomes of a tie. Left out: the share alone decides. */
  tie?: Tie;
  /** Whether every vote is to be cast in person, without proxies. */
  inPerson?: boolean;
}

/** What the votes for are a share of. */
export type VoteBase = OneOf<{
  /** All who may vote: `due` of the votes or, where it is left out, the members of the meeting's day. */
  members: Empty;
  /** All who were present: `present` of the votes or, where it is left out, the members present at the meeting. */
  present: Empty;
  /** All votes cast, with abstentions or without. */
  cast: Abstentions;
}>;

/** Whether abstentions are votes cast. */
export type Abstentions =
  /** They are. */
  | "counted"
  /** They are left out. */
  | "left-out";

/** What becomes of as many votes for as against. */
export type Tie =
  /** The chair's casting vote decides, whatever the share. */
  | "chair-decides"
  /** It is not passed, whatever the share. */
  | "fails";

/** A topic comes from the holder of one of these seats, or from this share of the members together. */
export interface Proposal {
  /** The seats. */
  seats?: Seat[];
  /** The share, included. A share such as 1/3, with a denominator from 1 to 1000. */
  orShare: Share;
  /** When it is handed in, and taken up. */
  handedIn?: HandedIn;
}

/** How long before the meeting a topic is handed in. */
export interface HandedIn {
  /** At least so long. */
  atLeast?: Length;
  /** At most so long: a meeting takes it up in that time. */
  atMost?: Length;
  /** How days are counted. Left out: calendar days, without the first. */
  counting?: Counting;
}

/** A meeting is announced at least so many days before, with what the notice must say. */
export interface MeetingNotification {
  /** Days before the meeting's day: 1 is the day before. */
  daysBefore: number;
  /** How they are counted, from the notice's day to the meeting's. Left out: calendar days, without the first. */
  counting?: Counting;
  /** What it must say. */
  tells?: Told[];
}

/** What the notice of a meeting says. */
export type Told =
  /** The topics. */
  | "topics"
  /** The time. */
  | "time"
  /** The place. */
  | "place"
  /** The purpose. */
  | "purpose";

/** What happened so often in a row, or so lately, that it has a consequence. */
export type Streak = OneOf<{
  /** The holder was not present at so many meetings in a row. */
  absences: Absences;
  /** The holder was assessed so for so many years in a row. */
  grades: Grades;
  /** Who left a seat for certain causes comes into none before some time has passed. */
  coolingOff: CoolingOff;
}>;

/** Meetings in a row at which the holder was not present. */
export interface Absences {
  /** How many. */
  inARow: number;
  /** Only those without leave. */
  withoutLeave?: boolean;
  /** What follows. */
  then: Consequence;
}

/** The seat ends for one of these causes, in time. */
export interface Consequence {
  /** For one of these. */
  causes?: Cause[];
  /** So many days after the last of them at most: 1 is the day after. */
  withinDays: number;
}

/** Years in a row in which the holder was assessed so. */
export interface Grades {
  /** How many. */
  inARow: number;
  /** One of these grades. */
  grades?: Grade[];
  /** What follows. */
  then: Consequence;
}

/** Who left a seat of the committee for one of these causes comes into none before some time has passed. */
export interface CoolingOff {
  /** For one of these. */
  after?: Cause[];
  /** So many months after the last day of that seat: through the day of the same number, or the month's last. */
  months: number;
}

/** What is asked of the committee's terms, or of the seats of one. */
export type TermRule = OneOf<{
  /** A term lasts so long. */
  length: TermLength;
  /** So long before a term ends, that is reported. */
  noticeBefore: TermNotice;
  /** A term ends with that of this organization in which it begins. */
  sameAs: Role;
  /** A seat lasts to the end of its term: who joins in mid-term has the rest of it. */
  restOfTerm: Empty;
}>;

/** A term lasts so long, in months or years; with both bounds alike, exactly so long. */
export interface TermLength {
  /** At least so long. */
  atLeast?: Length;
  /** At most so long. */
  atMost?: Length;
  /** It may end sooner than `atLeast` by so much at most. */
  early?: Length;
  /** It may end later than `atMost` by so much at most. */
  late?: Length;
  /** Such an organization has approved that it ends early or late. Left out: nobody has to. */
  approvedBy?: OrganizationSelector;
  /** How the time is counted. Left out: calendar days, the first one too. */
  counting?: Counting;
}

/** That a term comes to its end is reported before it does. */
export interface TermNotice {
  /** At least so long before its last day. */
  atLeast: Length;
  /** How days are counted, from the report on. Left out: calendar days, without the first. */
  counting?: Counting;
}

/** A change in a norm. Only what is given changes; what the norm judges stays, for a verdict is known by it. */
export interface Amendment {
  /** The norm. */
  norm: string;
  /** The first day on which it holds. Left out: as long as the norm has held. A day from 1900 to 2199. */
  from?: Day;
  /**
   * The last day on which it holds. Left out: until the next one of the same norm, or for good. A day from 1900 to
   * 2199.
   */
  to?: Day;
  /** Where the change stands, in the document of the rulebook that makes it. */
  clause: NormClause;
  /** What allows it to ask for less. */
  authority?: Authority;
  /** What the norm is about, in a few words. */
  title?: Bilingual;
  /** The kinds of committee it applies to. */
  appliesTo?: string[];
  /** How binding it is. */
  modality?: Modality;
  /** When it applies. */
  when?: Condition;
  /** What it requires. */
  require?: Constraint;
  /** How the clause is read. */
  reading?: Bilingual;
}

/** What allows a layer to ask for less than the rules above it. */
export interface Authority {
  /** The document. */
  document: string;
  /** The item. */
  item?: string;
}

/** The end of a norm. */
export interface Repeal {
  /** The norm. */
  norm: string;
  /** The first day on which it no longer holds. Left out: it never does. A day from 1900 to 2199. */
  from?: Day;
  /** Where the repeal stands, in the document of the rulebook that makes it. */
  clause: NormClause;
  /** What allows it. */
  authority?: Authority;
}

/**
 * The days off of a country, as its government announces them: the caller's, for the engine has none of its own.
 *
 * Saturdays and Sundays are days off unless they are make-up days. Of days outside its span it says nothing.
 */
export interface Calendar {
  /** The schema: `gongwei/calendar/1.0`. */
  schema: "gongwei/calendar/1.0";
  /** The first day it covers. A day from 1900 to 2199. */
  from: Day;
  /** The last day it covers. A day from 1900 to 2199. */
  through: Day;
  /** Days off: all days of each holiday, those on a Saturday or Sunday too or without them. */
  holidays?: Day[];
  /** Saturdays and Sundays on which people work. */
  makeUpDays?: Day[];
}
