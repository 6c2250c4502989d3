use super::people::Organization;
use crate::calendar::Day;
use crate::shape::{Target, noun};
use crate::value::{Amount, Ext, Id, Listed, Maybe, Name, Nullable, Ref, Referable, Whole};

noun! {
    /// The committee that the record is about.
    pub struct Committee {
        /// Its kind, a word of the rulebook: `subdistrict-joint-committee` or `community-joint-committee` in the
        /// built-in one.
        kind: Id,
        /// Its name.
        name: Maybe<Name>,
        /// The code of its administrative division.
        division: Maybe<Name>,
        /// The first day it stood.
        established: Maybe<Day>,
        /// The last day it stood; `null` or absent while it stands.
        dissolved: Nullable<Day>,
        /// The working committee behind it or above it. Absent: the only organization of that kind in the record.
        working_committee: Maybe<Ref<Organization>>,
        /// The county's organization department. Absent: the only organization of that kind in the record.
        organization_department: Maybe<Ref<Organization>>,
        /// The community party organization behind it. Absent: the only organization of that kind in the record.
        community_party_organization: Maybe<Ref<Organization>>,
        /// Figures of its area. Of those dated on or before a day the latest hold that day.
        figures: Listed<Figures>,
        /// The platform's own fields: kept, never read.
        ext: Maybe<Ext>,
    }
}

noun! {
    /// Figures of the committee's area, as they stood on a day. What is left out is not known from that day on.
    pub struct Figures {
        /// Its id.
        id: Id,
        /// The day from which they hold.
        on: Maybe<Day>,
        /// How many residents.
        residents: Maybe<Amount>,
        /// How many households.
        households: Maybe<Amount>,
        /// How many party members.
        party_members: Maybe<Amount>,
        /// How many community workers.
        workers: Maybe<Amount>,
    }
}

noun! {
    /// Through which day each big list is complete. A list without a day is "so far".
    pub struct CompleteThrough {
        /// `/appointments`
        appointments: Maybe<Day>,
        /// `/meetings`
        meetings: Maybe<Day>,
        /// `/problemLists`
        problem_lists: Maybe<Day>,
        /// `/assessments`
        assessments: Maybe<Day>,
        /// `/dutyReports`
        duty_reports: Maybe<Day>,
        /// `/performanceReports`
        performance_reports: Maybe<Day>,
        /// `/trainingClasses`
        training_classes: Maybe<Day>,
    }
}

noun! {
    /// A term of the committee. The source sets none; where there are terms, a seat ends with its own at the latest.
    pub struct Term {
        /// Its id.
        id: Id,
        /// First, second, third …
        ordinal: Maybe<Whole<1, 999>>,
        /// Its first day.
        from: Maybe<Day>,
        /// Its last day.
        to: Nullable<Day>,
        /// Who approved that it ends early or late; `null` where nobody did.
        approval: Nullable<Approval>,
        /// The day on which it was reported that it comes to its end; `null` where it was not.
        renewal_reported: Nullable<Day>,
        /// The platform's own fields: kept, never read.
        ext: Maybe<Ext>,
    }
}

noun! {
    /// A superior's approval.
    pub struct Approval {
        /// Its day.
        on: Maybe<Day>,
        /// The organization that approved.
        by: Maybe<Ref<Organization>>,
        /// The document by which it did.
        document: Maybe<Name>,
    }
}

impl Referable for Term {
    const TARGET: Target = Target::Term;
}
