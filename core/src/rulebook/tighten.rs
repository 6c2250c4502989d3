//! Whether a norm asks for no less than another did.

use alloc::vec::Vec;

use super::constraint::{
    Attested, Cadence, Consequence, Constraint, FollowUp, HandedIn, Interval, Majority, Notification, Portion,
    Proposal, Quorum, Range, Streak, TermLength, TermNotice, TermRule, Tie, YearlyDuty,
};
use super::norm::{Modality, Norm};
use super::selector::Condition;
use crate::calendar::{Length, YearDay};
use crate::value::{Maybe, Share};

/// The fields by which a norm asks for less than a must did, as far as that can be told. What cannot be compared asks for
/// less: a layer that means it cites what allows it.
pub(super) fn weakened(must: &Norm, norm: &Norm) -> Vec<&'static str> {
    let reaches_all = must.applies_to.iter().all(|kind| norm.applies_to.contains(kind));
    let applies_always = matches!(&norm.when, Maybe::Absent) || is_always(&norm.when);
    [
        ("appliesTo", reaches_all),
        ("modality", norm.modality == Modality::Must),
        ("when", applies_always || norm.when == must.when),
        ("require", asks_no_less(&must.require, &norm.require)),
    ]
    .into_iter()
    .filter_map(|(field, is_kept)| (!is_kept).then_some(field))
    .collect()
}

/// A condition that all things meet.
fn is_always(when: &Maybe<Condition>) -> bool {
    matches!(when, Maybe::Given(Condition::All(conditions)) if conditions.is_empty())
}

/// Whether a requirement is the same, or the same but for bounds that are no wider.
///
/// Each kind takes the bounds from the new one and must then be equal to it, so that a field that is not compared here
/// must not differ.
fn asks_no_less(was: &Constraint, is: &Constraint) -> bool {
    if was == is {
        return true;
    }
    match (was, is) {
        (Constraint::Count(was), Constraint::Count(is)) => count(was, is),
        (Constraint::Share(was), Constraint::Share(is)) => {
            let like = Portion {
                at_least: is.at_least,
                more_than: is.more_than,
                at_most: is.at_most,
                less_than: is.less_than,
                ..was.clone()
            };
            like == *is
                && is_no_lower([was.at_least, was.more_than], [is.at_least, is.more_than])
                && is_no_higher([was.at_most, was.less_than], [is.at_most, is.less_than])
        }
        (Constraint::Quorum(was), Constraint::Quorum(is)) => {
            let like = Quorum { at_least: is.at_least, more_than: is.more_than, also: is.also.clone(), ..was.clone() };
            like == *is
                && is_no_lower([was.at_least, was.more_than], [is.at_least, is.more_than])
                && was.also.iter().all(|was| {
                    is.also.iter().any(|is| {
                        was.of == is.of && is_no_lower([was.at_least, was.more_than], [is.at_least, is.more_than])
                    })
                })
        }
        (Constraint::Majority(was), Constraint::Majority(is)) => {
            let like = Majority {
                at_least: is.at_least,
                more_than: is.more_than,
                tie: is.tie,
                in_person: is.in_person,
                ..was.clone()
            };
            like == *is
                && is_no_lower([was.at_least, was.more_than], [is.at_least, is.more_than])
                // A tie that fails, whatever the share, is the hardest.
                && (was.tie == is.tie || is.tie.get() == Some(Tie::Fails))
                && is_kept(was.in_person, is.in_person)
        }
        (Constraint::NoticePeriod(was), Constraint::NoticePeriod(is)) => {
            let mut like = was.clone();
            like.at_least = is.at_least;
            like == *is && was.at_least.get() <= is.at_least.get()
        }
        (Constraint::Period(was), Constraint::Period(is)) => {
            let like = Interval { at_least: is.at_least, at_most: is.at_most, ..was.clone() };
            like == *is && is_no_shorter(&was.at_least, &is.at_least) && is_no_longer(&was.at_most, &is.at_most)
        }
        (Constraint::Cadence(was), Constraint::Cadence(is)) => {
            let like = Cadence {
                at_least: is.at_least,
                at_most: is.at_most,
                slots: is.slots.clone(),
                longest_gap: is.longest_gap,
                shortest_gap: is.shortest_gap,
                ..was.clone()
            };
            like == *is
                && is_no_wider(was.at_least, is.at_least, |was, is| was.get() <= is.get())
                && is_no_wider(was.at_most, is.at_most, |was, is| is.get() <= was.get())
                && are_all_in(&was.slots, &is.slots)
                && is_no_longer(&was.longest_gap, &is.longest_gap)
                && is_no_shorter(&was.shortest_gap, &is.shortest_gap)
        }
        (Constraint::Notification(was), Constraint::Notification(is)) => {
            let like = Notification { days_before: is.days_before, tells: is.tells.clone(), ..was.clone() };
            like == *is && was.days_before.get() <= is.days_before.get() && are_all_in(&was.tells, &is.tells)
        }
        (Constraint::FollowUp(was), Constraint::FollowUp(is)) => {
            let like = FollowUp { written: is.written, same_day: is.same_day, within: is.within, ..was.clone() };
            like == *is
                && is_kept(was.written, is.written)
                && is_kept(was.same_day, is.same_day)
                && is_no_longer(&was.within, &is.within)
        }
        (Constraint::YearlyDuty(was), Constraint::YearlyDuty(is)) => {
            let like =
                YearlyDuty { due: is.due, written: is.written, passed_on_to_unit: is.passed_on_to_unit, ..was.clone() };
            let day = |YearDay { after, month, day }| (after, month, day);
            like == *is
                && day(is.due) <= day(was.due)
                && is_kept(was.written, is.written)
                && is_kept(was.passed_on_to_unit, is.passed_on_to_unit)
        }
        (Constraint::Streak(was), Constraint::Streak(is)) => streak(was, is),
        (Constraint::Attested(was), Constraint::Attested(is)) => {
            let by = if was.by == Maybe::Absent { is.by.clone() } else { was.by.clone() };
            // How days are counted means nothing where no time was set.
            let counting = if was.within == Maybe::Absent { is.counting.clone() } else { was.counting.clone() };
            let like = Attested { by, counting, within: is.within, each_year: is.each_year, ..was.clone() };
            like == *is && is_no_longer(&was.within, &is.within) && is_kept(was.each_year, is.each_year)
        }
        (Constraint::Proposal(was), Constraint::Proposal(is)) => {
            let like = Proposal { handed_in: is.handed_in.clone(), ..was.clone() };
            like == *is && is_handed_in(&was.handed_in, &is.handed_in)
        }
        (Constraint::Term(TermRule::Length(was)), Constraint::Term(TermRule::Length(is))) => {
            let (at_least, at_most) = (is.at_least, is.at_most);
            let like = TermLength { at_least, at_most, early: is.early, late: is.late, ..was.clone() };
            let months = |length: &Maybe<Length>| length.given().map_or(0, Length::months);
            like == *is
                && is_no_shorter(&was.at_least, &is.at_least)
                && is_no_longer(&was.at_most, &is.at_most)
                && months(&is.early) <= months(&was.early)
                && months(&is.late) <= months(&was.late)
        }
        (Constraint::Term(TermRule::NoticeBefore(was)), Constraint::Term(TermRule::NoticeBefore(is))) => {
            let like = TermNotice { at_least: is.at_least, ..was.clone() };
            like == *is && is_within(was.at_least, is.at_least)
        }
        _ => false,
    }
}

/// Whether a number lies within bounds as close in each case, and the cases are the same.
fn count(was: &Range, is: &Range) -> bool {
    let like = Range {
        at_least: is.at_least,
        more_than: is.more_than,
        at_most: is.at_most,
        less_than: is.less_than,
        parity: is.parity,
        tiers: is.tiers.clone(),
        ..was.clone()
    };
    let cases = was.tiers.iter().map(|tier| &tier.r#where);
    like == *is
        && cases.eq(is.tiers.iter().map(|tier| &tier.r#where))
        && was.cases().zip(is.cases()).all(|(was, is)| {
            was.least() <= is.least()
                && was.most().is_none_or(|was| is.most().is_some_and(|is| is <= was))
                && (was.parity == Maybe::Absent || was.parity == is.parity)
                && was.per == is.per
                && was.steps == is.steps
        })
}

/// Whether what has a consequence is no rarer, and the consequence no milder.
fn streak(was: &Streak, is: &Streak) -> bool {
    match (was, is) {
        (Streak::Absences(was), Streak::Absences(is)) => {
            is.in_a_row.get() <= was.in_a_row.get()
                // Of absences without leave alone there are no more than of all.
                && is_kept(is.without_leave, was.without_leave)
                && is_no_milder(&was.then, &is.then)
        }
        (Streak::Grades(was), Streak::Grades(is)) => {
            is.in_a_row.get() <= was.in_a_row.get()
                && are_all_in(&was.grades, &is.grades)
                && is_no_milder(&was.then, &is.then)
        }
        (Streak::CoolingOff(was), Streak::CoolingOff(is)) => {
            are_all_in(&was.after, &is.after) && was.months.get() <= is.months.get()
        }
        _ => false,
    }
}

/// Whether a seat has to end as soon, and for no cause that did not do before.
fn is_no_milder(was: &Consequence, is: &Consequence) -> bool {
    is.within_days.get() <= was.within_days.get() && are_all_in(&is.causes, &was.causes)
}

/// Whether a topic has to be handed in as long before the meeting, and taken up as soon.
fn is_handed_in(was: &Maybe<HandedIn>, is: &Maybe<HandedIn>) -> bool {
    match (was, is) {
        (Maybe::Absent, _) => true,
        (Maybe::Given(was), Maybe::Given(is)) => {
            let like = HandedIn { at_least: is.at_least, at_most: is.at_most, ..was.clone() };
            like == *is && is_no_shorter(&was.at_least, &is.at_least) && is_no_longer(&was.at_most, &is.at_most)
        }
        (Maybe::Given(_), Maybe::Absent) => false,
    }
}

/// Whether each of these is among those.
fn are_all_in<T: PartialEq>(these: &[T], those: &[T]) -> bool {
    these.iter().all(|one| those.contains(one))
}

/// A bound that the number itself keeps, and one that it does not.
type Bounds = [Maybe<Share>; 2];

/// Whether what keeps the bounds that are keeps those from below that were.
fn is_no_lower(was: Bounds, is: Bounds) -> bool {
    is_as_close(was, is, Share::is_at_least)
}

/// The same from above.
fn is_no_higher(was: Bounds, is: Bounds) -> bool {
    is_as_close(was, is, |is, was| was.is_at_least(is))
}

/// Whether bounds are as close as others, where `reaches` says whether one share is as close as another.
fn is_as_close([with, without]: Bounds, [is_with, is_without]: Bounds, reaches: fn(Share, Share) -> bool) -> bool {
    let is_kept = |is: Maybe<Share>, was| is.get().is_some_and(|is| reaches(is, was));
    let is_passed = |is: Maybe<Share>, was| is.get().is_some_and(|is| !reaches(was, is));
    with.get().is_none_or(|was| is_kept(is_with, was) || is_kept(is_without, was))
        && without.get().is_none_or(|was| is_kept(is_without, was) || is_passed(is_with, was))
}

/// Whether a bound that there was is there still, and no wider.
fn is_no_wider<T: Copy>(was: Maybe<T>, is: Maybe<T>, holds: impl Fn(T, T) -> bool) -> bool {
    was.get().is_none_or(|was| is.get().is_some_and(|is| holds(was, is)))
}

/// Whether a time that there was is there still, and no longer.
fn is_no_longer(was: &Maybe<Length>, is: &Maybe<Length>) -> bool {
    is_no_wider(*was, *is, |was, is| is_within(is, was))
}

/// Whether a time that there was is there still, and no shorter.
fn is_no_shorter(was: &Maybe<Length>, is: &Maybe<Length>) -> bool {
    is_no_wider(*was, *is, is_within)
}

/// Whether a time is no longer than another. Days are not compared with months and years, for months are not all as long.
const fn is_within(one: Length, other: Length) -> bool {
    match (one, other) {
        (Length::Days(one), Length::Days(other)) => one.get() <= other.get(),
        (Length::Days(_), _) | (_, Length::Days(_)) => false,
        _ => one.months() <= other.months(),
    }
}

/// Whether what was asked for still is.
fn is_kept(was: Maybe<bool>, is: Maybe<bool>) -> bool {
    was.get() != Some(true) || is.get() == Some(true)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail")]

    use alloc::vec;
    use alloc::vec::Vec;

    use serde_json::{Value, json};

    use super::asks_no_less;
    use crate::rulebook::Constraint;

    /// A requirement of a kind: what all of a row share, and what this one adds.
    fn constraint(kind: &str, shared: &Value, own: &Value) -> Constraint {
        let mut rule = shared.clone();
        rule.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
        serde_json::from_value(json!({ kind: rule })).unwrap_or_else(|error| panic!("{kind} {rule}: {error}"))
    }

    /// Kinds, what the norms of a row share, and what each adds: every one asks for more than all before it.
    fn rising() -> Vec<(&'static str, Value, Vec<Value>)> {
        let streak = |row: u32, leave: bool, causes: Value, days: u32| json!({"absences": {"inARow": row, "withoutLeave": leave, "then": {"causes": causes, "withinDays": days}}});
        let grades = |row: u32, grades: Value, days: u32| json!({"grades": {"inARow": row, "grades": grades, "then": {"causes": ["neglect"], "withinDays": days}}});
        let tiers = |least: u32, most: u32| {
            json!({"tiers": [
                {"where": {"figure": {"of": "residents", "lessThan": 5000}}, "require": {"atLeast": least}},
                {"require": {"atMost": most}},
            ]})
        };
        let units = |share: &str| json!({"atLeast": "2/3", "also": [{"of": {"units": {}}, "atLeast": share}]});
        let march = json!({"from": "+0-03-01", "through": "+0-03-31"});
        let half = json!({"of": {"persons": {}}, "among": {"persons": {}}});
        let meeting = json!({"from": {"day": "notice"}, "to": {"day": "meeting"}});
        vec![
            (
                "count",
                json!({"of": {}, "counted": "persons"}),
                vec![
                    json!({"atLeast": 3, "atMost": 9}),
                    json!({"moreThan": 3, "atMost": 9}),
                    json!({"atLeast": 4, "lessThan": 9}),
                    json!({"atLeast": 5, "atMost": 7}),
                    json!({"atLeast": 5, "atMost": 7, "parity": "odd"}),
                ],
            ),
            ("count", json!({"of": {}, "counted": "persons"}), vec![tiers(3, 9), tiers(4, 9), tiers(4, 8)]),
            (
                "share",
                half.clone(),
                vec![json!({"atLeast": "1/3"}), json!({"moreThan": "1/3"}), json!({"atLeast": "35/100"})],
            ),
            ("share", half, vec![json!({"atMost": "2/3"}), json!({"lessThan": "2/3"}), json!({"atMost": "1/2"})]),
            (
                "quorum",
                json!({}),
                vec![
                    json!({"atLeast": "1/2"}),
                    json!({"moreThan": "1/2"}),
                    json!({"atLeast": "2/3"}),
                    units("1/2"),
                    units("3/5"),
                ],
            ),
            (
                "majority",
                json!({"of": {"cast": "left-out"}}),
                vec![
                    json!({"atLeast": "1/2"}),
                    json!({"moreThan": "1/2"}),
                    json!({"moreThan": "1/2", "tie": "fails"}),
                    json!({"moreThan": "1/2", "tie": "fails", "inPerson": true}),
                    json!({"moreThan": "3/5", "tie": "fails", "inPerson": true}),
                ],
            ),
            (
                "noticePeriod",
                json!({"procedure": "entry", "counting": {"days": "calendar", "firstDayCounts": true}}),
                vec![json!({"atLeast": 5}), json!({"atLeast": 7})],
            ),
            (
                "period",
                meeting.clone(),
                vec![
                    json!({"atLeast": {"days": 3}}),
                    json!({"atLeast": {"days": 5}}),
                    json!({"atLeast": {"days": 5}, "atMost": {"days": 30}}),
                    json!({"atLeast": {"days": 5}, "atMost": {"days": 20}}),
                ],
            ),
            ("period", meeting, vec![json!({"atMost": {"years": 1}}), json!({"atMost": {"months": 11}})]),
            (
                "cadence",
                json!({}),
                vec![
                    json!({"atLeast": 1}),
                    json!({"atLeast": 2}),
                    json!({"atLeast": 2, "atMost": 9}),
                    json!({"atLeast": 2, "atMost": 8, "longestGap": {"days": 60}}),
                    json!({"atLeast": 2, "atMost": 8, "longestGap": {"days": 40}, "shortestGap": {"days": 3}}),
                    json!({"atLeast": 2, "atMost": 8, "longestGap": {"days": 40}, "shortestGap": {"days": 5}, "slots": [march]}),
                ],
            ),
            (
                "notification",
                json!({}),
                vec![
                    json!({"daysBefore": 1, "tells": ["topics"]}),
                    json!({"daysBefore": 2, "tells": ["topics"]}),
                    json!({"daysBefore": 2, "tells": ["time", "topics"]}),
                ],
            ),
            (
                "followUp",
                json!({"what": "minutes"}),
                vec![json!({}), json!({"within": {"days": 5}}), json!({"within": {"days": 3}, "written": true})],
            ),
            (
                "yearlyDuty",
                json!({"list": "assessments", "each": {"units": {}}}),
                vec![
                    json!({"due": "+1-03-31"}),
                    json!({"due": "+1-02-28"}),
                    json!({"due": "+0-12-31", "written": true}),
                ],
            ),
            (
                "streak",
                json!({}),
                vec![
                    streak(3, true, json!(["neglect", "other"]), 30),
                    streak(3, false, json!(["neglect", "other"]), 30),
                    streak(2, false, json!(["neglect", "other"]), 30),
                    streak(2, false, json!(["neglect", "other"]), 10),
                    streak(2, false, json!(["neglect"]), 10),
                ],
            ),
            (
                "streak",
                json!({}),
                vec![
                    grades(3, json!(["poor"]), 30),
                    grades(2, json!(["poor"]), 30),
                    grades(2, json!(["fair", "poor"]), 30),
                    grades(2, json!(["fair", "poor"]), 7),
                ],
            ),
            (
                "streak",
                json!({}),
                vec![
                    json!({"coolingOff": {"after": ["neglect"], "months": 12}}),
                    json!({"coolingOff": {"after": ["breach", "neglect"], "months": 12}}),
                    json!({"coolingOff": {"after": ["breach", "neglect"], "months": 24}}),
                ],
            ),
            (
                "attested",
                json!({"claim": "member-time", "about": "member"}),
                vec![
                    json!({}),
                    json!({"within": {"years": 1}, "counting": {"days": "calendar", "firstDayCounts": true}}),
                    json!({"within": {"months": 6}, "counting": {"days": "calendar", "firstDayCounts": true}, "by": {"seats": ["secretary"]}}),
                ],
            ),
            (
                "term",
                json!({}),
                vec![
                    json!({"length": {"atMost": {"years": 5}, "late": {"years": 1}}}),
                    json!({"length": {"atMost": {"years": 5}, "late": {"months": 6}}}),
                    json!({"length": {"atMost": {"months": 48}, "late": {"months": 6}}}),
                    json!({"length": {"atLeast": {"years": 3}, "atMost": {"months": 48}}}),
                    json!({"length": {"atLeast": {"months": 40}, "atMost": {"years": 4}}}),
                ],
            ),
            (
                "term",
                json!({}),
                vec![
                    json!({"noticeBefore": {"atLeast": {"months": 6}}}),
                    json!({"noticeBefore": {"atLeast": {"years": 1}}}),
                ],
            ),
            ("attested", json!({"claim": "bad-effect", "about": "unit"}), vec![json!({}), json!({"eachYear": true})]),
            (
                "proposal",
                json!({"seats": ["secretary"], "orShare": "1/3"}),
                vec![
                    json!({}),
                    json!({"handedIn": {"atLeast": {"days": 3}}}),
                    json!({"handedIn": {"atLeast": {"days": 5}, "atMost": {"days": 60}}}),
                ],
            ),
        ]
    }

    #[test]
    fn what_asks_for_more_is_told_from_what_asks_for_less() {
        for (kind, shared, rows) in rising() {
            let rules: Vec<_> = rows.iter().map(|own| constraint(kind, &shared, own)).collect();
            for (at, rule) in rules.iter().enumerate() {
                assert!(asks_no_less(rule, rule), "{kind} {}", rows[at]);
                for (above, more) in rules.iter().enumerate().skip(at + 1) {
                    assert!(asks_no_less(rule, more), "{kind}: {} asks for no less than {}", rows[above], rows[at]);
                    assert!(!asks_no_less(more, rule), "{kind}: {} asks for less than {}", rows[at], rows[above]);
                }
            }
        }
    }

    #[test]
    fn what_cannot_be_compared_asks_for_less() {
        let tier = |of: &str| json!({"counted": "seats", "tiers": [{"where": {"figure": {"of": of, "atMost": 9}}, "require": {"atLeast": 1}}]});
        let interval =
            |to: &str, length: Value| json!({"from": {"day": "notice"}, "to": {"day": to}, "atMost": length});
        let share = |of: Value| json!({"of": of, "atLeast": "1/2"});
        let attested = |seat: &str| json!({"claim": "member-time", "about": "member", "by": {"seats": [seat]}});
        let causes = |cause: &str| json!({"absences": {"inARow": 3, "then": {"causes": [cause], "withinDays": 30}}});
        for (kind, one, other) in [
            ("count", tier("residents"), tier("households")),
            ("count", json!({"counted": "seats", "parity": "odd"}), json!({"counted": "seats", "parity": "even"})),
            ("count", json!({"counted": "seats", "atLeast": 3}), json!({"counted": "persons", "atLeast": 3})),
            ("quorum", share(json!({"units": {}})), share(json!({"members": {}}))),
            (
                "majority",
                json!({"of": {"members": {}}, "moreThan": "1/2", "tie": "chair-decides"}),
                json!({"of": {"members": {}}, "moreThan": "1/2"}),
            ),
            ("period", interval("meeting", json!({"days": 30})), interval("meeting", json!({"months": 1}))),
            ("period", interval("meeting", json!({"days": 30})), interval("minutes", json!({"days": 30}))),
            ("cadence", json!({"atLeast": 1, "which": {"extraordinary": false}}), json!({"atLeast": 1})),
            ("streak", causes("neglect"), causes("breach")),
            ("streak", causes("neglect"), json!({"coolingOff": {"after": ["neglect"], "months": 12}})),
            ("attested", attested("secretary"), attested("deputy")),
        ] {
            let [a, b] = [&one, &other].map(|rule| constraint(kind, &json!({}), rule));
            assert!(!asks_no_less(&a, &b), "{kind} {one} {other}");
            assert!(!asks_no_less(&b, &a), "{kind} {one} {other}");
        }
    }
}
