//! What is said on the command line.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use gongwei::{Day, Locale};

/// Files, and what goes with them.
#[derive(Debug, Default)]
pub(super) struct Options {
    pub(super) files: Vec<PathBuf>,
    /// Rulebooks that the files may extend, beside those that are built in.
    pub(super) with: Vec<PathBuf>,
    /// The language of messages.
    pub(super) locale: Locale,
    /// A record whose verdicts are compared, and the day of evaluation.
    pub(super) record: Option<(PathBuf, Day)>,
}

impl Options {
    /// # Errors
    ///
    /// An option that nobody knows, or one without its value.
    pub(super) fn read(args: &[&str]) -> Result<Self> {
        let mut options = Self::default();
        let (mut record, mut on) = (None, None);
        let mut args = args.iter();
        while let Some(&arg) = args.next() {
            let mut value = || args.next().with_context(|| format!("{arg} takes a value"));
            match arg {
                "--locale" => {
                    let value = value()?;
                    options.locale =
                        value.parse().with_context(|| format!("--locale is zh-CN or en, not `{value}`"))?;
                }
                "--with" => options.with.push(PathBuf::from(value()?)),
                "--record" => record = Some(PathBuf::from(value()?)),
                "--on" => {
                    let value = value()?;
                    on = Some(
                        value.parse().with_context(|| format!("--on is a day such as 2026-06-30, not `{value}`"))?,
                    );
                }
                _ if arg.starts_with("--") => bail!("there is no option {arg}"),
                _ => options.files.push(arg.into()),
            }
        }
        options.record = match (record, on) {
            (Some(record), Some(on)) => Some((record, on)),
            (None, None) => None,
            _ => bail!("--record and --on go together: a record is judged on a day"),
        };
        Ok(options)
    }
}
