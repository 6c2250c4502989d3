//! Places in a record.

use core::fmt;

use serde::{Serialize, Serializer};

use crate::order::Rank;
use crate::shape::{Part, Shape, Shaped};

/// The field names that paths are made of, each with what people call it.
macro_rules! keys {
    ($($key:ident = $name:literal, $zh:literal, $en:literal;)*) => {
        /// A field name of the record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u16)]
        pub(crate) enum Key { $($key),* }

        impl Key {
            const ALL: &'static [Self] = &[$(Self::$key),*];
        }

        /// Field name, Chinese label, English label, in the order of [`Key`].
        const KEYS: &[(&str, &str, &str)] = &[$(($name, $zh, $en)),*];
    };
}

keys! {
    AccountabilityProposed = "accountabilityProposed", "建议问责的日期", "day accountability was proposed";
    Abstained = "abstained", "弃权票", "abstentions";
    About = "about", "判断的对象", "subject";
    AffiliationMoved = "affiliationMoved", "党组织隶属关系是否变动", "whether the affiliation was moved";
    Against = "against", "反对票", "votes against";
    AgreedWith = "agreedWith", "征得同意的单位", "units that agreed";
    Approval = "approval", "批准情况", "approval";
    Appointments = "appointments", "席位", "seats";
    Assessments = "assessments", "考评", "assessments";
    Attending = "attending", "列席人员", "guests attending";
    Attestations = "attestations", "判断说明", "attestations";
    AuthorityFeedback = "authorityFeedback", "向干部主管部门的反馈", "report to the authority that manages the cadre";
    Born = "born", "出生日期或月份", "day or month of birth";
    By = "by", "办理单位或办理人", "by whom";
    Calendar = "calendar", "节假日日历", "calendar of working days";
    Casting = "casting", "主持人的决定票", "the chair's casting vote";
    Cause = "cause", "离任原因", "cause";
    Centralized = "centralized", "是否集中轮训", "whether it is a centralized class";
    ChairedBy = "chairedBy", "主持人", "who chaired";
    Committee = "committee", "委员会", "committee";
    CommunityPartyOrganization = "communityPartyOrganization", "社区党组织", "community party organization";
    CompleteThrough = "completeThrough", "登记完整至", "complete through";
    Consulted = "consulted", "会前沟通对象", "who was consulted beforehand";
    ConvenedBy = "convenedBy", "召集人", "who convened";
    Deadline = "deadline", "完成时限", "deadline";
    DecidedOn = "decidedOn", "异议处理日期", "day the objection was decided";
    Dissolved = "dissolved", "撤销日期", "last day it stood";
    Due = "due", "应到人数", "how many may vote";
    DutyReports = "dutyReports", "述职报告", "duty reports";
    Education = "education", "学历", "schooling";
    Employed = "employed", "是否受聘用", "whether employed";
    Entry = "entry", "产生程序", "steps of entry";
    Established = "established", "成立日期", "first day it stood";
    Excused = "excused", "请假委员", "members with leave";
    Exit = "exit", "离任", "exit";
    Extraordinary = "extraordinary", "是否临时会议", "whether it is an extra meeting";
    Feedback = "feedback", "考评结果反馈", "feedback";
    Figures = "figures", "辖区数据", "figures of the area";
    For = "for", "赞成票", "votes for";
    Form = "form", "党组织形式", "form of the party organization";
    Flags = "flags", "其他情况", "what else holds";
    From = "from", "开始日期", "first day";
    Grade = "grade", "考评等次", "grade";
    HandedIn = "handedIn", "提交日期", "day it was handed in";
    Holds = "holds", "判断结论", "whether it holds";
    Hours = "hours", "总学时", "hours";
    Households = "households", "户数", "households";
    InArea = "inArea", "是否在辖区内", "whether in the area";
    Kin = "kin", "亲属关系", "relatives";
    Kind = "kind", "类别", "kind";
    Level = "level", "层级", "level";
    Links = "links", "联系的社区或单位", "links";
    Meeting = "meeting", "会议", "meeting";
    Meetings = "meetings", "会议", "meetings";
    Minutes = "minutes", "会议纪要", "minutes";
    Notice = "notice", "会议通知", "notice";
    Objections = "objections", "公示异议", "objections";
    Of = "of", "对象", "of whom";
    On = "on", "日期", "day";
    OpinionsSought = "opinionsSought", "是否先征求意见", "whether opinions were sought";
    Organization = "organization", "单位", "organization";
    OrganizationDepartment = "organizationDepartment", "组织部", "organization department";
    Organizations = "organizations", "单位", "organizations";
    Outcome = "outcome", "异议处理结果", "outcome";
    PartySince = "partySince", "入党日期或月份", "day or month of joining the party";
    PartyMember = "partyMember", "是否党员", "whether a party member";
    PartyMembers = "partyMembers", "党员人数", "party members";
    Passed = "passed", "是否通过", "whether passed";
    PassedOn = "passedOn", "反馈情况", "how it was passed on";
    People = "people", "人员", "people";
    PerformanceReports = "performanceReports", "履职情况报告", "performance reports";
    Person = "person", "人员", "person";
    Place = "place", "地点", "place";
    Post = "post", "职务", "post";
    Posts = "posts", "任职经历", "posts";
    Present = "present", "到会委员", "members present";
    ProblemLists = "problemLists", "问题清单", "problem lists";
    ProposedBy = "proposedBy", "提出人", "who proposed it";
    Proxies = "proxies", "代投票数", "votes by proxy";
    Publication = "publication", "公布", "publication";
    Purpose = "purpose", "目的要求", "purpose";
    Relation = "relation", "亲属称谓", "relation";
    RenewalReported = "renewalReported", "届满报告日期", "day its coming end was reported";
    Reports = "reports", "通报情况", "reports back";
    Resident = "resident", "是否居住在辖区内", "whether living in the area";
    Seat = "seat", "席位", "seat";
    Residents = "residents", "居民人数", "residents";
    SeatsElsewhere = "seatsElsewhere", "在其他委员会的任职", "seats in other committees";
    Sector = "sector", "单位性质", "sector";
    SentTo = "sentTo", "印发单位", "sent to";
    Serious = "serious", "是否情节严重", "whether serious";
    Settled = "settled", "办结日期", "day settled";
    Step = "step", "步骤名称", "step";
    Steps = "steps", "离任程序", "steps of exit";
    SummedUpBy = "summedUpBy", "总结人", "who summed up";
    Superior = "superior", "上级单位", "superior";
    Term = "term", "届次", "term";
    Terms = "terms", "任期", "terms";
    TheoryHours = "theoryHours", "理论学时", "hours of theory";
    Through = "through", "公示最后一天", "last day of the notice";
    Time = "time", "时间", "time";
    To = "to", "送达单位", "addressee";
    Topics = "topics", "议题", "topics";
    Turnouts = "turnouts", "其他人员到会情况", "turnout of others";
    TrainingClasses = "trainingClasses", "培训班", "training classes";
    Volunteer = "volunteer", "是否以志愿服务为主", "whether mainly a volunteer";
    Votes = "votes", "表决情况", "votes";
    With = "with", "备案机关", "filed with";
    Workers = "workers", "社区工作者人数", "community workers";
    WorkingCommittee = "workingCommittee", "党工委", "working committee";
    Written = "written", "是否书面", "whether in writing";
    Year = "year", "年度", "year";
}

/// The bits of a segment. None is 0: indexes are odd, keys are even and begin at 2.
const SEGMENT: u32 = 16;

/// A place in a record, written as an RFC 6901 pointer such as `/appointments/3/entry/2/on`.
///
/// It is small and needs no memory of its own, since reports hold thousands of them: up to eight segments, the first in
/// the highest bits, which is as deep as a record goes (`/appointments/0/exit/steps/0/objections/0/on`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Path {
    high: u64,
    low: u64,
}

/// One segment of a [`Path`].
pub(crate) enum Segment {
    /// A field.
    Key(Key),
    /// An entry of a list.
    Index(usize),
}

impl Path {
    /// The whole record.
    pub(crate) const ROOT: Self = Self { high: 0, low: 0 };

    const fn bits(self) -> u128 {
        (self.high as u128) << 64 | self.low as u128
    }

    #[expect(clippy::cast_possible_truncation, reason = "one half after the other")]
    const fn push(self, segment: u16) -> Self {
        let free = self.bits().trailing_zeros() / SEGMENT;
        let bits = match free.checked_sub(1) {
            Some(place) => self.bits() | (segment as u128) << (place * SEGMENT),
            None => self.bits(),
        };
        Self { high: (bits >> 64) as u64, low: bits as u64 }
    }

    /// By what places are sorted.
    pub(crate) const fn rank(self) -> Rank {
        [self.high, self.low]
    }

    /// The list or field at the top of the record.
    pub(crate) const fn of(key: Key) -> Self {
        Self::ROOT.key(key)
    }

    /// The field of this name in what the path leads to.
    pub(crate) const fn key(self, key: Key) -> Self {
        self.push((key as u16 + 1) << 1)
    }

    /// The entry at this place of the list that the path leads to.
    pub(crate) const fn at(self, index: usize) -> Self {
        // A record's lists are shorter; reading sees to that.
        const MAX: usize = u16::MAX as usize >> 1;
        self.push(((if index < MAX { index } else { MAX }) << 1) as u16 | 1)
    }

    pub(crate) fn segments(&self) -> impl Iterator<Item = Segment> + '_ {
        let places = (0..u128::BITS / SEGMENT).rev();
        places.map(|place| (self.bits() >> (place * SEGMENT)) as u16).take_while(|&segment| segment != 0).filter_map(
            |segment| match segment {
                _ if segment & 1 == 1 => Some(Segment::Index(usize::from(segment >> 1))),
                _ => Key::ALL.get(usize::from(segment >> 1) - 1).map(|&key| Segment::Key(key)),
            },
        )
    }
}

/// What people call a field of this name: Chinese and English.
pub(crate) fn labels(name: &str) -> Option<(&'static str, &'static str)> {
    KEYS.iter().find(|key| key.0 == name).map(|key| (key.1, key.2))
}

/// The same of a field in an entry of this list: a seat, a post and a term go on *to* a day, all else goes to somebody.
pub(crate) fn labels_in(list: &str, name: &str) -> Option<(&'static str, &'static str)> {
    match (list, name) {
        ("appointments" | "posts" | "seatsElsewhere" | "terms", "to") => Some(("结束日期", "last day")),
        ("votes" | "turnouts", "present") => Some(("到会人数", "number present")),
        ("turnouts", "of") => Some(("人员范围", "who they are")),
        _ => labels(name),
    }
}

impl Key {
    /// The name in JSON.
    pub(crate) fn name(self) -> &'static str {
        KEYS.get(self as usize).map_or("", |key| key.0)
    }

    /// What people call it: Chinese and English.
    pub(crate) fn labels(self) -> (&'static str, &'static str) {
        KEYS.get(self as usize).map_or(("", ""), |key| (key.1, key.2))
    }

    /// The same in an entry of this list.
    pub(crate) fn labels_in(self, list: Self) -> (&'static str, &'static str) {
        labels_in(list.name(), self.name()).unwrap_or_default()
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for segment in self.segments() {
            match segment {
                Segment::Key(key) => write!(f, "/{}", key.name())?,
                Segment::Index(index) => write!(f, "/{index}")?,
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Shaped for Path {
    const SHAPE: &'static Shape = &Shape::Pattern("^(/[^/]*)*$");
}

impl Part for Path {}
