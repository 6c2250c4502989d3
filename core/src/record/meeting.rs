use super::appointment::Votes;
use super::people::{Organization, Person};
use crate::calendar::Day;
use crate::shape::{Target, noun, word};
use crate::value::{Count, Ext, Id, Listed, Maybe, Name, Nullable, Prose, Ref, Referable};

word! {
    /// An audience that a topic is talked over with before the meeting.
    pub enum Audience {
        /// 两代表一委员: delegates and committee members of congresses and conferences.
        Delegates = "delegates",
        /// 驻区单位
        Units = "units",
        /// 居民群众代表
        Residents = "residents",
    }
}

noun! {
    /// A meeting of the full committee.
    pub struct Meeting {
        /// Its id.
        id: Id,
        /// Its day.
        on: Maybe<Day>,
        /// Whether it was called beside the regular ones (临时会议).
        extraordinary: Maybe<bool>,
        /// Who convened it; `null` if nobody did.
        convened_by: Nullable<Ref<Person>>,
        /// Who chaired it; `null` if nobody did.
        chaired_by: Nullable<Ref<Person>>,
        /// The members present.
        present: Listed<Ref<Person>>,
        /// The members who had leave not to come.
        excused: Listed<Ref<Person>>,
        /// How many others were present where they have a say: delegates, households and the like.
        turnouts: Listed<Turnout>,
        /// The guests attending.
        attending: Listed<Ref<Person>>,
        /// The notice of the meeting; `null` if there was none.
        notice: Nullable<Notice>,
        /// What was talked about.
        topics: Listed<Topic>,
        /// Who summed up; `null` if nobody did.
        summed_up_by: Nullable<Ref<Person>>,
        /// The minutes; `null` if none were made.
        minutes: Nullable<Minutes>,
        /// How its decisions were published; `null` if they were not.
        publication: Nullable<Publication>,
        /// The platform's own fields: kept, never read.
        ext: Maybe<Ext>,
    }
}

impl Referable for Meeting {
    const TARGET: Target = Target::Meeting;
}

word! {
    /// A kind of topic for which other rules may hold.
    pub enum TopicKind {
        /// 人事
        Personnel = "personnel",
        /// 重大项目
        LargeProject = "large-project",
        /// 评优表彰
        Award = "award",
        /// Any other.
        Other = "other",
    }
}

word! {
    /// Others than members who may have a say in a meeting.
    pub enum Electorate {
        /// 代表: delegates.
        Delegates = "delegates",
        /// 党员
        PartyMembers = "party-members",
        /// 居民
        Residents = "residents",
        /// 户
        Households = "households",
    }
}

noun! {
    /// How many of others than members were present. They are counted, and nobody is named.
    pub struct Turnout {
        /// Its id.
        id: Id,
        /// Who they are.
        of: Maybe<Electorate>,
        /// How many there are.
        due: Maybe<Count>,
        /// How many of them were present.
        present: Maybe<Count>,
    }
}

noun! {
    /// The notice that tells the members of a meeting beforehand.
    pub struct Notice {
        /// The day it went out.
        on: Maybe<Day>,
        /// The topics it names, by their ids in this meeting.
        topics: Listed<Ref<Topic>>,
        /// The time of the meeting, as told.
        time: Nullable<Name>,
        /// The place of the meeting, as told.
        place: Nullable<Name>,
        /// The purpose of the meeting and what is asked of the members, as told.
        purpose: Nullable<Prose>,
    }
}

noun! {
    /// A topic of a meeting.
    pub struct Topic {
        /// Its id, unique within the meeting.
        id: Id,
        /// What it is about.
        title: Maybe<Name>,
        /// Of which kind it is.
        kind: Maybe<TopicKind>,
        /// Who put it forward.
        proposed_by: Listed<Ref<Person>>,
        /// The day it was handed in; `null` if it was not, before the meeting.
        handed_in: Nullable<Day>,
        /// Whether opinions were sought before it was settled.
        opinions_sought: Maybe<bool>,
        /// With whom it was talked over before the meeting.
        consulted: Listed<Audience>,
        /// The votes on it.
        votes: Maybe<Votes>,
        /// Whether it was passed.
        passed: Maybe<bool>,
        /// What was decided.
        conclusion: Nullable<Prose>,
        /// The reports back on results and progress.
        reports: Listed<Report>,
    }
}

impl Referable for Topic {
    const TARGET: Target = Target::Topic;
}

noun! {
    /// A report back on what became of a decision.
    pub struct Report {
        /// Its id.
        id: Id,
        /// Its day.
        on: Maybe<Day>,
        /// What it says.
        text: Maybe<Prose>,
    }
}

noun! {
    /// The minutes of a meeting.
    pub struct Minutes {
        /// The day they were made.
        on: Maybe<Day>,
        /// The units to whose party organizations they were sent.
        sent_to: Listed<Ref<Organization>>,
    }
}

noun! {
    /// How the decisions of a meeting were published.
    pub struct Publication {
        /// The day they were published.
        on: Maybe<Day>,
        /// The last day on which they were displayed; `null` while they are.
        through: Nullable<Day>,
        /// The organization that published them.
        by: Nullable<Ref<Organization>>,
    }
}
