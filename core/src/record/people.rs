use super::ties::{Kin, SeatElsewhere};
use crate::calendar::{Day, DayOrMonth};
use crate::shape::{Target, noun, word};
use crate::value::{Ext, Id, Listed, Maybe, Name, Nullable, Ref, Referable};

word! {
    /// What an organization is.
    pub enum OrganizationKind {
        /// 街道(乡镇)党(工)委: the subdistrict's (township's) party working committee.
        WorkingCommittee = "working-committee",
        /// 街道办事处 and the like: the office of the subdistrict.
        Office = "office",
        /// 党委: the party committee of a county, city or other level.
        PartyCommittee = "party-committee",
        /// 县(市、区)委组织部: the county's organization department.
        OrganizationDepartment = "organization-department",
        /// 社区党组织: the community's party branch, general branch or committee.
        CommunityPartyOrganization = "community-party-organization",
        /// 社区居民委员会: the residents' committee.
        ResidentsCommittee = "residents-committee",
        /// 驻区单位: a unit.
        Unit = "unit",
        /// 物业企业: a property company.
        PropertyCompany = "property-company",
        /// 业主委员会: an owners' committee.
        OwnersCommittee = "owners-committee",
        /// 干部主管部门: an authority that manages cadres.
        CadreAuthority = "cadre-authority",
        /// Any other.
        Other = "other",
    }
}

word! {
    /// The sector of a unit.
    pub enum Sector {
        /// 机关
        Agency = "agency",
        /// 国有企业
        StateOwnedEnterprise = "state-owned-enterprise",
        /// 事业单位
        PublicInstitution = "public-institution",
        /// 非公有制经济组织
        PrivateEnterprise = "private-enterprise",
        /// 社会组织
        SocialOrganization = "social-organization",
        /// 军队单位
        Military = "military",
        /// Any other.
        Other = "other",
    }
}

word! {
    /// How high an organization stands.
    pub enum Level {
        /// 社区(村)
        Community = "community",
        /// 街道(乡镇)
        Subdistrict = "subdistrict",
        /// 县(市、区)
        County = "county",
        /// 市(州)
        Prefecture = "prefecture",
        /// 省(自治区、直辖市)
        Province = "province",
        /// 中央
        Nation = "nation",
    }
}

word! {
    /// The highest schooling completed, from the lowest to the highest.
    pub enum Education {
        /// 无
        None = "none",
        /// 小学
        Primary = "primary",
        /// 初中
        JuniorSecondary = "junior-secondary",
        /// 高中、中专
        SeniorSecondary = "senior-secondary",
        /// 大专
        Associate = "associate",
        /// 本科
        Bachelor = "bachelor",
        /// 硕士
        Master = "master",
        /// 博士
        Doctor = "doctor",
    }
}

word! {
    /// The post of a person in an organization.
    pub enum PostKind {
        /// 书记
        Secretary = "secretary",
        /// 副书记
        DeputySecretary = "deputy-secretary",
        /// 纪工委书记
        DisciplineSecretary = "discipline-secretary",
        /// 党组织负责人: the head of a unit's party organization, whatever the title.
        PartyHead = "party-head",
        /// 负责人: the head of a company, an owners' committee or another body.
        Head = "head",
        /// 主任
        Director = "director",
        /// 副主任
        DeputyDirector = "deputy-director",
        /// 驻社区的党代表: a resident party delegate.
        Delegate = "delegate",
        /// 委员
        Member = "member",
        /// Any other.
        Other = "other",
    }
}

word! {
    /// The form of a party organization.
    pub enum PartyForm {
        /// 党支部
        Branch = "branch",
        /// 党总支
        GeneralBranch = "general-branch",
        /// 党委
        Committee = "committee",
    }
}

noun! {
    /// An organization that the record speaks of.
    pub struct Organization {
        /// Its id.
        id: Id,
        /// What it is.
        kind: Maybe<OrganizationKind>,
        /// The sector of a unit; `null` where it belongs to none.
        sector: Nullable<Sector>,
        /// The form of a party organization.
        form: Maybe<PartyForm>,
        /// Its name.
        name: Maybe<Name>,
        /// Whether it is located in the area.
        in_area: Maybe<bool>,
        /// How high it stands.
        level: Maybe<Level>,
        /// The organization one level above it; `null` if there is none.
        superior: Nullable<Ref<Organization>>,
        /// Its terms; empty or `null` where it has none.
        terms: Listed<Tenure>,
        /// The platform's own fields: kept, never read.
        ext: Maybe<Ext>,
    }
}

noun! {
    /// A term of an organization.
    pub struct Tenure {
        /// Its id.
        id: Id,
        /// Its first day.
        from: Maybe<Day>,
        /// Its last day; absent or `null` while it goes on.
        to: Nullable<Day>,
    }
}

impl Referable for Organization {
    const TARGET: Target = Target::Organization;
}

noun! {
    /// A person that the record speaks of. No identity number, no telephone number.
    pub struct Person {
        /// The id.
        id: Id,
        /// The name. It appears nowhere but in messages.
        name: Maybe<Name>,
        /// Whether the person is a party member.
        party_member: Maybe<bool>,
        /// Since when: the day, or the month.
        party_since: Maybe<DayOrMonth>,
        /// The day of birth, or the month.
        born: Maybe<DayOrMonth>,
        /// The highest schooling completed.
        education: Maybe<Education>,
        /// Whether the person lives in the area.
        resident: Maybe<bool>,
        /// What else a rulebook asks for, in its own words: all of these hold, and no others.
        flags: Listed<Id>,
        /// The posts, complete from the earliest `from` on.
        posts: Listed<Post>,
        /// The relatives among the people of the record, as far as they are not told with these.
        kin: Listed<Kin>,
        /// The seats in other committees.
        seats_elsewhere: Listed<SeatElsewhere>,
        /// The platform's own fields: kept, never read.
        ext: Maybe<Ext>,
    }
}

impl Referable for Person {
    const TARGET: Target = Target::Person;
}

noun! {
    /// A post that a person holds or held. Both days are included.
    pub struct Post {
        /// Its id.
        id: Id,
        /// Where.
        organization: Maybe<Ref<Organization>>,
        /// Which.
        post: Maybe<PostKind>,
        /// The first day held.
        from: Maybe<Day>,
        /// The last day held; absent or `null` while it goes on.
        to: Nullable<Day>,
    }
}
