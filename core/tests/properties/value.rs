//! What people might fill in.

use gongwei::Day;
use serde_json::{Value, json};

use super::Dice;

/// Every text in the record that is a day.
fn days(record: &Value, found: &mut Vec<String>) {
    match record {
        Value::String(text) if text.len() == 10 && text.as_bytes()[4] == b'-' => found.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|entry| days(entry, found)),
        Value::Object(object) => object.values().for_each(|field| days(field, found)),
        _ => {}
    }
}

fn ids(record: &Value, list: &str) -> Vec<String> {
    let entries = record.pointer(list).and_then(Value::as_array).cloned().unwrap_or_default();
    entries.iter().map(|entry| entry["id"].as_str().unwrap().to_owned()).collect()
}

fn some(among: &[String], most: usize, dice: &mut Dice) -> Value {
    let count = dice.below(most + 1);
    (0..count).filter(|_| !among.is_empty()).map(|_| dice.pick(among).clone()).collect::<Vec<_>>().into()
}

/// Who holds this seat; else what was asked about. Seats and their holders are judged as one.
pub(crate) fn holder(record: &Value, id: &Value) -> Value {
    let mut seats = record["appointments"].as_array().into_iter().flatten();
    let person = seats.find(|seat| seat["id"] == *id).and_then(|seat| seat.get("person"));
    person.unwrap_or(id).clone()
}

/// A value that may stand at this place; `None` where nothing can.
pub(crate) fn plausible(record: &Value, pointer: &str, dice: &mut Dice) -> Option<Value> {
    let parts: Vec<&str> = pointer.split('/').skip(1).collect();
    let name = *parts.last()?;
    let people = ids(record, "/people");
    let organizations = ids(record, "/organizations");
    let meetings = ids(record, "/meetings");
    let mut known = Vec::new();
    days(record, &mut known);
    known.extend(["2020-01-01", "2024-12-31", "2026-07-20", "2028-02-29"].map(String::from));
    let day = |dice: &mut Dice| json!(dice.pick(&known));
    let maybe_null = |value: Value, dice: &mut Dice| if dice.once_in(4) { Value::Null } else { value };
    let none = |value: Value, dice: &mut Dice| match dice.below(6) {
        0 => Value::Null,
        1 => json!([]),
        _ => value,
    };
    let fresh = format!("new-{}", dice.below(1_000_000_000));
    Some(match (parts.as_slice(), name) {
        (["completeThrough", _], _) => day(dice),
        (["attestations"], _) => {
            let mut list = record.get("attestations").and_then(Value::as_array).cloned().unwrap_or_default();
            let claim =
                *dice.pick(&["unit-representative", "member-conduct", "member-time", "opinions-sought", "bad-effect"]);
            let about = dice.pick(&[organizations, people, ids(record, "/appointments")].concat()).clone();
            // To judge again what was judged is no filling in: the latest judgement counts.
            let same = holder(record, &json!(about));
            if list.iter().any(|other| other["claim"] == claim && holder(record, &other["about"]) == same) {
                return None;
            }
            let holds = !dice.once_in(3);
            list.push(
                json!({ "id": fresh, "claim": claim, "about": about, "holds": holds, "by": "某", "on": day(dice) }),
            );
            list.into()
        }
        (_, "posts") => {
            // The list is complete from its earliest day on: what is missing lies before it.
            let mut list = record.pointer(pointer).and_then(Value::as_array).cloned().unwrap_or_default();
            let words = ["secretary", "deputy-secretary", "party-head", "head", "delegate", "member", "other"];
            let mut post =
                json!({ "id": fresh, "organization": dice.pick(&organizations), "post": *dice.pick(&words) });
            let earliest = list.iter().filter_map(|post| post["from"].as_str()?.parse::<Day>().ok()).min();
            if let Some(earliest) = earliest {
                let first = Day::new(1999, 1, 1).unwrap();
                post["from"] = json!(first);
                post["to"] = json!(first.plus(u32::try_from(earliest.since(first) - 1).ok()?));
            } else {
                post["from"] = day(dice);
            }
            list.push(post);
            if list.len() == 1 { none(list.into(), dice) } else { list.into() }
        }
        (["trainingClasses", ..], "theoryHours" | "hours") => json!(dice.below(30)),
        (["attestations", _, "by"], _) => json!("某"),
        (["appointments", ..], "by" | "agreedWith") | (_, "sentTo") => none(some(&organizations, 9, dice), dice),
        (_, "present" | "attending" | "proposedBy") => none(some(&people, 15, dice), dice),
        (_, "consulted") => {
            let audiences = ["delegates", "units", "residents"].map(String::from);
            none(if dice.once_in(2) { json!(audiences) } else { some(&audiences, 3, dice) }, dice)
        }
        (_, "links") => none(json!(["某社区"]), dice),
        (_, "objections") => {
            let outcome = *dice.pick(&["open", "dismissed", "upheld"]);
            none(json!([{ "id": "o1", "on": day(dice), "outcome": outcome, "decidedOn": day(dice) }]), dice)
        }
        (_, "reports") => none(json!([{ "id": "r1", "on": day(dice) }]), dice),
        (["meetings", _, "notice", "topics"], _) => {
            let topics = ids(record, &format!("/meetings/{}/topics", parts[1]));
            none(some(&topics, 2, dice), dice)
        }
        (["meetings", _, "topics"], _) => {
            let proposers = some(&people, 15, dice);
            none(json!([{ "id": "i1", "proposedBy": proposers, "opinionsSought": dice.once_in(2) }]), dice)
        }
        (_, "entry" | "steps") => {
            let words = ["nomination", "resolution", "approval", "public-notice", "filing", "certificate", "copy"];
            let count = dice.below(7);
            let step = |at: usize, dice: &mut Dice| {
                let by = some(&organizations, 2, dice);
                let mut step = json!({ "id": format!("s{at}"), "step": words[(at + dice.below(2)) % 7], "on": day(dice), "by": by });
                if dice.once_in(2) {
                    step["passed"] = json!(!dice.once_in(3));
                }
                if dice.once_in(2) {
                    step["through"] = day(dice);
                }
                step
            };
            none((0..count).map(|at| step(at, dice)).collect::<Vec<_>>().into(), dice)
        }
        (_, "notice") => {
            let topics = some(&ids(record, &format!("/meetings/{}/topics", parts[1])), 2, dice);
            maybe_null(
                json!({ "on": day(dice), "topics": topics, "time": "9:00", "place": "某处", "purpose": "" }),
                dice,
            )
        }
        (_, "minutes") => maybe_null(json!({ "on": day(dice), "sentTo": some(&organizations, 12, dice) }), dice),
        (_, "feedback" | "authorityFeedback" | "passedOn") => {
            let mut feedback = json!({ "to": dice.pick(&organizations), "on": day(dice) });
            if name == "feedback" {
                feedback["written"] = json!(dice.once_in(2));
            }
            maybe_null(feedback, dice)
        }
        (_, "convenedBy" | "chairedBy" | "summedUpBy") => maybe_null(json!(dice.pick(&people)), dice),
        (_, "person") => json!(dice.pick(&people)),
        (["problemLists", _, "to"], _) => json!(dice.pick(&organizations)),
        (_, "to" | "with") => maybe_null(json!(dice.pick(&organizations)), dice),
        (["terms", _, "approval"], _) => {
            maybe_null(json!({ "on": day(dice), "by": dice.pick(&organizations), "document": "某号" }), dice)
        }
        (["terms", _, "renewalReported"], _) => maybe_null(day(dice), dice),
        (_, "organization" | "workingCommittee" | "organizationDepartment" | "communityPartyOrganization") => {
            json!(dice.pick(&organizations))
        }
        (_, "meeting") => maybe_null(json!(meetings.get(dice.below(meetings.len().max(1)))?), dice),
        (_, "seat") => json!(*dice.pick(&["secretary", "deputy", "member"])),
        (_, "kind") => json!(*dice.pick(&[
            "working-committee",
            "office",
            "organization-department",
            "community-party-organization",
            "residents-committee",
            "unit",
            "property-company",
            "owners-committee",
            "cadre-authority",
            "other",
        ])),
        (_, "sector") => maybe_null(
            json!(*dice.pick(&["agency", "public-institution", "private-enterprise", "military", "other"])),
            dice,
        ),
        (_, "post") => json!(*dice.pick(&[
            "secretary",
            "deputy-secretary",
            "party-head",
            "head",
            "director",
            "delegate",
            "member",
            "other",
        ])),
        (_, "grade") => json!(*dice.pick(&["outstanding", "good", "fair", "poor"])),
        (_, "cause") => json!(*dice.pick(&["change-of-work", "retirement", "neglect", "breach"])),
        (_, "step") => json!(*dice.pick(&[
            "nomination",
            "resolution",
            "approval",
            "public-notice",
            "filing",
            "certificate",
            "copy",
            "notification",
        ])),
        (_, "outcome") => json!(*dice.pick(&["open", "dismissed", "upheld"])),
        (_, "claim") => json!(*dice.pick(&["member-conduct", "member-time", "opinions-sought"])),
        (_, "about") => json!(dice.pick(&[organizations, people].concat())),
        (_, "year") => json!(2024 + dice.below(4)),
        (_, "time" | "place" | "purpose") => maybe_null(json!(*dice.pick(&["某", "", " "])), dice),
        (_, "deadline" | "decidedOn" | "accountabilityProposed" | "through") => maybe_null(day(dice), dice),
        (_, "on" | "from" | "established") => day(dice),
        (
            _,
            "partyMember" | "inArea" | "affiliationMoved" | "employed" | "volunteer" | "opinionsSought" | "centralized"
            | "serious" | "written" | "passed" | "holds",
        ) => json!(dice.once_in(2)),
        (
            _,
            "name" | "title" | "division" | "ordinal" | "votes" | "due" | "for" | "against" | "abstained"
            | "conclusion" | "settled",
        ) => return None,
        other => panic!("no value for {other:?} is known"),
    })
}
