//! The languages that messages are written in.

use core::fmt;

/// A language that messages are written in: plain Chinese, or English that says the same.
///
/// It can never be a language that some message lacks.
///
/// ```
/// use gongwei::Locale;
/// assert_eq!("en".parse(), Ok(Locale::En));
/// assert_eq!(Locale::default().as_str(), "zh-CN");
/// assert!("zh-TW".parse::<Locale>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// `zh-CN`
    #[default]
    ZhCn,
    /// `en`
    En,
}

/// A text that names no [`Locale`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a language of the messages: zh-CN or en")]
pub struct NotALocale;

impl Locale {
    /// Its name, as in BCP 47.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    /// The text in this language.
    pub(crate) const fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::ZhCn => zh,
            Self::En => en,
        }
    }
}

impl core::str::FromStr for Locale {
    type Err = NotALocale;

    fn from_str(text: &str) -> Result<Self, NotALocale> {
        match text {
            "zh-CN" => Ok(Self::ZhCn),
            "en" => Ok(Self::En),
            _ => Err(NotALocale),
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
