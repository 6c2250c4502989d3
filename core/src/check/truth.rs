use alloc::vec;
use alloc::vec::Vec;

use crate::path::Path;

/// True, false, or not known for want of these fields (Kleene's strong logic).
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Truth {
    True,
    False,
    Unknown(Vec<Path>),
}

impl Truth {
    pub(super) fn missing(path: Path) -> Self {
        Self::Unknown(vec![path])
    }

    /// Known or, where the value is absent, unknown for want of this field.
    pub(super) fn of(value: Option<bool>, path: Path) -> Self {
        value.map_or_else(|| Self::missing(path), Self::from)
    }

    /// The fields it waits for; none if it is known.
    pub(super) fn missing_fields(&self) -> &[Path] {
        match self {
            Self::True | Self::False => &[],
            Self::Unknown(missing) => missing,
        }
    }

    pub(super) const fn is_true(&self) -> bool {
        matches!(self, Self::True)
    }
}

/// A truth that does not say what is missing, and so costs next to nothing.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Known {
    True,
    False,
    Unknown,
}

/// What questions are answered in.
pub(super) trait Logic: From<bool> {
    /// Not known for want of this field.
    fn lacking(path: impl FnOnce() -> Path) -> Self;

    /// Not known for want of these fields.
    fn lacking_all(paths: impl FnOnce() -> Vec<Path>) -> Self;

    /// False if either is; the second is looked at only if it can matter.
    fn and(self, other: impl FnOnce() -> Self) -> Self;

    /// True if either is; the second is looked at only if it can matter.
    fn or(self, other: impl FnOnce() -> Self) -> Self;

    fn not(self) -> Self;

    fn all(answers: impl Iterator<Item = Self>) -> Self;

    fn any(answers: impl Iterator<Item = Self>) -> Self;

    /// The value or, where it is absent, not known for want of this field.
    fn known(value: Option<bool>, path: impl FnOnce() -> Path) -> Self {
        value.map_or_else(|| Self::lacking(path), Self::from)
    }
}

impl Logic for Truth {
    fn lacking(path: impl FnOnce() -> Path) -> Self {
        Self::missing(path())
    }

    fn lacking_all(paths: impl FnOnce() -> Vec<Path>) -> Self {
        Self::Unknown(paths())
    }

    fn and(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::False => Self::False,
            Self::True => other(),
            Self::Unknown(missing) => match other() {
                Self::False => Self::False,
                Self::True => Self::Unknown(missing),
                Self::Unknown(more) => Self::Unknown(join(missing, more)),
            },
        }
    }

    fn or(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::True => Self::True,
            Self::False => other(),
            Self::Unknown(missing) => match other() {
                Self::True => Self::True,
                Self::False => Self::Unknown(missing),
                Self::Unknown(more) => Self::Unknown(join(missing, more)),
            },
        }
    }

    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            unknown @ Self::Unknown(_) => unknown,
        }
    }

    fn all(truths: impl Iterator<Item = Self>) -> Self {
        let mut missing = Vec::new();
        for truth in truths {
            match truth {
                Self::True => {}
                Self::False => return Self::False,
                Self::Unknown(more) => missing.extend(more),
            }
        }
        if missing.is_empty() { Self::True } else { Self::Unknown(missing) }
    }

    fn any(truths: impl Iterator<Item = Self>) -> Self {
        let mut missing = Vec::new();
        for truth in truths {
            match truth {
                Self::True => return Self::True,
                Self::False => {}
                Self::Unknown(more) => missing.extend(more),
            }
        }
        if missing.is_empty() { Self::False } else { Self::Unknown(missing) }
    }
}

impl Logic for Known {
    fn lacking(_: impl FnOnce() -> Path) -> Self {
        Self::Unknown
    }

    fn lacking_all(_: impl FnOnce() -> Vec<Path>) -> Self {
        Self::Unknown
    }

    fn and(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::False => Self::False,
            Self::True => other(),
            Self::Unknown => match other() {
                Self::False => Self::False,
                Self::True | Self::Unknown => Self::Unknown,
            },
        }
    }

    fn or(self, other: impl FnOnce() -> Self) -> Self {
        match self {
            Self::True => Self::True,
            Self::False => other(),
            Self::Unknown => match other() {
                Self::True => Self::True,
                Self::False | Self::Unknown => Self::Unknown,
            },
        }
    }

    fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }

    fn all(answers: impl Iterator<Item = Self>) -> Self {
        let mut all = Self::True;
        for answer in answers {
            match answer {
                Self::True => {}
                Self::False => return Self::False,
                Self::Unknown => all = Self::Unknown,
            }
        }
        all
    }

    fn any(answers: impl Iterator<Item = Self>) -> Self {
        let mut any = Self::False;
        for answer in answers {
            match answer {
                Self::True => return Self::True,
                Self::False => {}
                Self::Unknown => any = Self::Unknown,
            }
        }
        any
    }
}

impl From<bool> for Known {
    fn from(known: bool) -> Self {
        if known { Self::True } else { Self::False }
    }
}

impl From<bool> for Truth {
    fn from(known: bool) -> Self {
        if known { Self::True } else { Self::False }
    }
}

fn join(mut missing: Vec<Path>, more: Vec<Path>) -> Vec<Path> {
    missing.extend(more);
    missing
}
