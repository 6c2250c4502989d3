//! A meeting is announced in time, with what the notice must say.

use alloc::vec;
use alloc::vec::Vec;

use super::counting::Stretch;
use super::instance::{Instance, Matter};
use super::truth::Truth;
use super::view::View;
use crate::calendar::Length;
use crate::messages::Reason;
use crate::path::Key;
use crate::report::{Fact, Judgement};
use crate::rulebook::{Notification, Told};
use crate::value::{Nullable, Text, Whole};

pub(super) fn judge(view: &View<'_>, rule: &Notification, instance: &Instance<'_>) -> Judgement {
    let path = instance.path.key(Key::Notice);
    let Matter::Meeting(meeting) = instance.matter else { return Judgement::new(Reason::NothingToJudge, path) };
    let notice = match &meeting.notice {
        Nullable::Absent => return Judgement::unknown(Reason::NotificationUnknown, path, vec![path]),
        Nullable::Null => return Judgement::new(Reason::NotificationNone, path),
        Nullable::Given(notice) => notice,
    };
    let mut missing = Vec::new();
    let days = rule.days_before.get();
    match (notice.on.get(), instance.day) {
        (Some(on), Ok(day)) => {
            let length = Length::Days(Whole::new(days).unwrap_or_default());
            let stretch = Stretch::new(view, on, &length, &rule.counting);
            match stretch.is_over_by(day) {
                Truth::True => {}
                Truth::False => {
                    let late = Judgement::new(Reason::NotificationLate, path.key(Key::On));
                    let late = stretch.tell_unit(late.number(Fact::Required, days));
                    return late.day(Fact::On, on).day(Fact::Against, day);
                }
                Truth::Unknown(fields) => missing.extend(fields),
            }
        }
        (None, _) => missing.push(path.key(Key::On)),
        (Some(_), Err(field)) => missing.push(field),
    }
    for &part in &rule.tells {
        let (key, told) = match part {
            Told::Topics => (Key::Topics, notice.topics.entries().map(|topics| !topics.is_empty())),
            Told::Time => (Key::Time, is_told(&notice.time)),
            Told::Place => (Key::Place, is_told(&notice.place)),
            Told::Purpose => (Key::Purpose, is_told(&notice.purpose)),
        };
        match told {
            Some(true) => {}
            Some(false) => {
                return Judgement::new(Reason::NotificationIncomplete, path.key(key)).word(Fact::Part, part.as_str());
            }
            None => missing.push(path.key(key)),
        }
    }
    if missing.is_empty() {
        Judgement::new(Reason::NotificationMet, path)
    } else {
        Judgement::unknown(Reason::NotificationUnknown, path, missing)
    }
}

/// Known and not blank, known and blank, or not known.
fn is_told<const MAX: usize>(text: &Nullable<Text<MAX>>) -> Option<bool> {
    match text {
        Nullable::Absent => None,
        Nullable::Null => Some(false),
        Nullable::Given(text) => Some(!text.is_blank()),
    }
}
