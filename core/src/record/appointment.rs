use super::committee::Term;
use super::meeting::Meeting;
use super::people::{Organization, Person};
use crate::calendar::Day;
use crate::shape::{Target, noun, word};
use crate::value::{Count, Ext, Id, Listed, Maybe, Name, Nullable, Ref, Referable};

word! {
    /// A seat of the committee. Every seat counts as a committee member.
    pub enum Seat {
        /// 书记
        Secretary = "secretary",
        /// 副书记
        Deputy = "deputy",
        /// 委员
        Member = "member",
    }
}

word! {
    /// A step of a procedure.
    pub enum StepKind {
        /// 推荐: proposing the candidate.
        Nomination = "nomination",
        /// 研究决定: a body considers and decides.
        Resolution = "resolution",
        /// 审批: a superior approves.
        Approval = "approval",
        /// 公示: the public notice, from `on` through `through`.
        PublicNotice = "public-notice",
        /// 备案: filing, `with` whom.
        Filing = "filing",
        /// 聘书: the certificate of appointment.
        Certificate = "certificate",
        /// 抄送: a copy, `to` whom.
        Copy = "copy",
        /// 通告: a unit informs the community.
        Notification = "notification",
        /// 广泛推荐: names are gathered before one is proposed.
        Recommendation = "recommendation",
        /// 本人同意: the person agrees to serve.
        Consent = "consent",
        /// 筛选: names are gone through.
        Screening = "screening",
        /// 考察: the candidate is looked into.
        Examination = "examination",
        /// 批复: a superior answers a request.
        Reply = "reply",
        /// 选举
        Election = "election",
        /// 任命
        Appointment = "appointment",
        /// 聘任: engaging the person, with or without a certificate.
        Engagement = "engagement",
        /// 告知所在单位: the person's unit is told.
        UnitNotice = "unit-notice",
        /// 公布: the result is made known.
        Announcement = "announcement",
        /// 辞职申请: the person asks to be let go.
        Resignation = "resignation",
        /// 听取本人意见: the person is heard.
        Hearing = "hearing",
    }
}

word! {
    /// Why a seat ends before its time.
    pub enum Cause {
        /// 工作变动
        ChangeOfWork = "change-of-work",
        /// 退休
        Retirement = "retirement",
        /// 健康原因
        Health = "health",
        /// 去世
        Death = "death",
        /// 不认真履行职责
        Neglect = "neglect",
        /// 不遵守相关制度
        Breach = "breach",
        /// Another cause without fault.
        Other = "other",
    }
}

word! {
    /// What became of an objection.
    pub enum Outcome {
        /// Not yet decided.
        Open = "open",
        /// 不成立: found to be without ground.
        Dismissed = "dismissed",
        /// 成立: found to be true.
        Upheld = "upheld",
    }
}

noun! {
    /// A seat and who holds it, with the steps by which it came and goes.
    ///
    /// `from` and `to` alone say when it is held; the steps are the evidence.
    pub struct Appointment {
        /// Its id.
        id: Id,
        /// Who.
        person: Maybe<Ref<Person>>,
        /// Which seat.
        seat: Maybe<Seat>,
        /// The term it belongs to, where there are terms.
        term: Nullable<Ref<Term>>,
        /// The first day held. Without one the seat has not begun.
        from: Nullable<Day>,
        /// The last day held; absent or `null` while it goes on.
        to: Nullable<Day>,
        /// Whether it fills a vacancy in mid-term. A first day after its term's decides by itself.
        supplement: Maybe<bool>,
        /// The communities or units that the member is linked to, by id or name.
        links: Listed<Name>,
        /// Whether the member's party affiliation was moved.
        affiliation_moved: Maybe<bool>,
        /// Whether the member is employed by the subdistrict or community.
        employed: Maybe<bool>,
        /// Whether the member serves mainly as a volunteer.
        volunteer: Maybe<bool>,
        /// The steps of entry.
        entry: Listed<Step>,
        /// How the seat ends before its time; absent or `null` where it does not.
        exit: Nullable<Exit>,
        /// The platform's own fields: kept, never read.
        ext: Maybe<Ext>,
    }
}

impl Referable for Appointment {
    const TARGET: Target = Target::Appointment;
}

noun! {
    /// How a seat ends before its time: release without fault, or removal for fault.
    pub struct Exit {
        /// Why.
        cause: Maybe<Cause>,
        /// The steps.
        steps: Listed<Step>,
    }
}

noun! {
    /// A step that was taken, or is planned. Steps of one day count in the order of their list.
    pub struct Step {
        /// Its id.
        id: Id,
        /// Which step.
        step: Maybe<StepKind>,
        /// Its day; of a public notice, the first. Absent: the day of `meeting`, if it names one.
        on: Maybe<Day>,
        /// The organizations that took it.
        by: Listed<Ref<Organization>>,
        /// The organization that a filing is made with.
        with: Nullable<Ref<Organization>>,
        /// The organization that a copy goes to.
        to: Nullable<Ref<Organization>>,
        /// The organizations that agreed to a nomination.
        agreed_with: Listed<Ref<Organization>>,
        /// The meeting of the full committee that took a resolution.
        meeting: Nullable<Ref<Meeting>>,
        /// Whether a resolution was passed.
        passed: Maybe<bool>,
        /// The votes on it.
        votes: Maybe<Votes>,
        /// The last day of a public notice.
        through: Nullable<Day>,
        /// The objections to a public notice.
        objections: Listed<Objection>,
    }
}

word! {
    /// A vote for or against.
    pub enum Ballot {
        /// For.
        For = "for",
        /// Against.
        Against = "against",
    }
}

noun! {
    /// How a vote went: evidence only, unless a norm sets a majority.
    pub struct Votes {
        /// How many may vote.
        due: Maybe<Count>,
        /// How many were present.
        present: Maybe<Count>,
        /// For.
        r#for: Maybe<Count>,
        /// Against.
        against: Maybe<Count>,
        /// Abstentions.
        abstained: Maybe<Count>,
        /// How many of all these were cast by proxy.
        proxies: Maybe<Count>,
        /// How the chair decided a tie.
        casting: Maybe<Ballot>,
    }
}

noun! {
    /// An objection to a public notice. The objector's name has no place here.
    pub struct Objection {
        /// Its id.
        id: Id,
        /// The day it was raised.
        on: Maybe<Day>,
        /// What became of it.
        outcome: Maybe<Outcome>,
        /// The day that was decided.
        decided_on: Nullable<Day>,
    }
}
