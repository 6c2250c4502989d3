use super::appointment::Seat;
use super::people::Person;
use crate::calendar::Day;
use crate::shape::{noun, word};
use crate::value::{Id, Maybe, Nullable, Ref};

word! {
    /// What one person is to another.
    pub enum Relation {
        /// 配偶
        Spouse = "spouse",
        /// 父母
        Parent = "parent",
        /// 子女
        Child = "child",
        /// 兄弟姐妹
        Sibling = "sibling",
        /// 祖父母、外祖父母
        Grandparent = "grandparent",
        /// 孙子女、外孙子女
        Grandchild = "grandchild",
        /// 伯叔姑舅姨
        ParentsSibling = "parents-sibling",
        /// 侄子女、甥子女
        SiblingsChild = "siblings-child",
        /// 堂、表兄弟姐妹
        Cousin = "cousin",
        /// 配偶的父母
        ParentInLaw = "parent-in-law",
        /// 子女的配偶
        ChildInLaw = "child-in-law",
        /// 配偶的兄弟姐妹、兄弟姐妹的配偶
        SiblingInLaw = "sibling-in-law",
        /// Any other.
        Other = "other",
    }
}

impl Relation {
    /// What the second person is to the first, if the first is this to the second.
    pub(crate) const fn inverse(self) -> Self {
        match self {
            Self::Parent => Self::Child,
            Self::Child => Self::Parent,
            Self::Grandparent => Self::Grandchild,
            Self::Grandchild => Self::Grandparent,
            Self::ParentsSibling => Self::SiblingsChild,
            Self::SiblingsChild => Self::ParentsSibling,
            Self::ParentInLaw => Self::ChildInLaw,
            Self::ChildInLaw => Self::ParentInLaw,
            Self::Spouse | Self::Sibling | Self::Cousin | Self::SiblingInLaw | Self::Other => self,
        }
    }
}

noun! {
    /// A relative among the people of the record. It is told once, with either of the two.
    pub struct Kin {
        /// Its id.
        id: Id,
        /// Who.
        person: Maybe<Ref<Person>>,
        /// What that one is to this person.
        relation: Maybe<Relation>,
    }
}

noun! {
    /// A seat that a person holds or held in another committee. Both days are included.
    pub struct SeatElsewhere {
        /// Its id.
        id: Id,
        /// The kind of that committee, a word of the rulebook.
        kind: Maybe<Id>,
        /// Which seat.
        seat: Maybe<Seat>,
        /// The first day held.
        from: Maybe<Day>,
        /// The last day held; absent or `null` while it goes on.
        to: Nullable<Day>,
    }
}
