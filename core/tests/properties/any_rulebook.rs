//! Whatever rulebook is handed over, it ends in faults with code and path or in a rulebook that judges: never in a panic, and
//! soon.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use gongwei::{Day, FAULTS_MAX, Locale, Record, Rulebook, check};
use serde_json::{Value, json};

use super::{Dice, RECORDS, fields, remove, try_often};

/// A rulebook that is tried, the places of its fields, and the texts that it extends.
struct Tried {
    rulebook: Value,
    fields: Vec<String>,
    extends: Vec<String>,
}

/// The built-in rulebooks, those of the vocabulary and those of places.
static RULEBOOKS: LazyLock<Vec<Tried>> = LazyLock::new(|| {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests");
    let folders = ["vocabulary", "rulebooks"].map(|folder| fs::read_dir(tests.join(folder)).unwrap());
    let mut texts: Vec<(String, Vec<String>)> = Vec::new();
    for place in folders.into_iter().flatten().map(|place| place.unwrap().path()) {
        let Ok(text) = fs::read_to_string(place.join("rulebook.json")) else { continue };
        let extended = fs::read_dir(place.join("extends")).into_iter().flatten();
        texts.push((text, extended.map(|file| fs::read_to_string(file.unwrap().path()).unwrap()).collect()));
    }
    assert!(texts.len() >= 30 && texts.iter().any(|(_, extends)| !extends.is_empty()));
    texts.extend(Rulebook::builtin_ids().map(|id| (Rulebook::builtin_text(id).unwrap().to_owned(), Vec::new())));
    let tried = |(text, extends): (String, Vec<String>)| {
        let rulebook: Value = serde_json::from_str(&text).unwrap();
        let mut all = Vec::new();
        fields(&rulebook, "", &mut all);
        Tried { rulebook, fields: all, extends }
    };
    texts.into_iter().map(tried).collect()
});

/// What stands somewhere in a rulebook, and what stands nowhere.
fn odd(rulebook: &Value, all: &[String], dice: &mut Dice) -> Value {
    match dice.below(8) {
        0 => Value::Null,
        1 => json!([]),
        2 => json!({}),
        3 => {
            json!(*dice.pick(&["0/0", "1/0", "0/1", "1/1000", "1000/1000", "2/1", "1/4294967297", "-1/2", "⅓", "1/3 "]))
        }
        4 => json!(*dice.pick(&[0_u64, 1, 366, 367, 1000, 4_294_967_295, 4_294_967_296, u64::MAX])),
        5 => json!(*dice.pick(&[
            "",
            "+0-02-29",
            "+9-12-31",
            "+99999999999-01-01",
            "2026-02-30",
            "1900-01-01",
            "2199-12-31"
        ])),
        _ => rulebook.pointer(dice.pick::<String>(all)).cloned().unwrap_or_default(),
    }
}

fn mutate(rulebook: &mut Value, all: &[String], dice: &mut Dice) {
    let pointer: &String = dice.pick(all);
    let name = pointer.rsplit('/').next().unwrap();
    let value = match dice.below(8) {
        0 => return remove(rulebook, pointer),
        1 | 2 => odd(rulebook, all, dice),
        // The value of a field of the same name elsewhere: mostly read.
        _ => {
            let alike: Vec<_> = all.iter().filter(|other| other.rsplit('/').next() == Some(name)).collect();
            rulebook.pointer(dice.pick::<&String>(&alike)).cloned().unwrap_or_default()
        }
    };
    if let Some(field) = rulebook.pointer_mut(pointer) {
        *field = value;
    }
}

/// The faults of a text as code and path, or nothing once the rulebook has judged records of its kinds.
fn judged(text: &str, extends: &[String], on: Day) -> Vec<(&'static str, String)> {
    let bases: Vec<Rulebook> = extends.iter().map(|text| Rulebook::from_json(text).unwrap()).collect();
    let rulebook = match Rulebook::extending(text, &bases) {
        Ok(rulebook) => rulebook,
        Err(faults) => {
            return faults
                .iter()
                .map(|fault| {
                    assert!(
                        !fault.message(Locale::ZhCn).contains('{') && !fault.message(Locale::En).contains('{'),
                        "{fault}"
                    );
                    assert!(fault.path().is_empty() || fault.path().starts_with('/'), "{}", fault.path());
                    (fault.code(), fault.path().to_owned())
                })
                .collect();
        }
    };
    for (kind, _) in rulebook.committees() {
        for record in RECORDS.iter() {
            let mut record = record.clone();
            record["committee"]["kind"] = kind.as_str().into();
            let record = Record::from_json(&record.to_string()).unwrap();
            let report = check(&record, &rulebook, on).unwrap();
            report.verdicts().for_each(|verdict| assert!(!verdict.message(&record, Locale::En).is_empty()));
        }
    }
    Vec::new()
}

#[test]
fn changed_rulebooks_are_refused_or_judge() {
    try_often(150, |dice| {
        let Tried { rulebook, fields, extends } = dice.pick(&RULEBOOKS);
        let mut rulebook = rulebook.clone();
        for _ in 0..=dice.below(3) {
            mutate(&mut rulebook, fields, dice);
        }
        let on = dice.day();
        judged(&rulebook.to_string(), extends, on);
    });
}

/// What a layer changes is few fields among many: here they are changed each time.
#[test]
fn changed_layers_are_refused_or_judge() {
    let layers: Vec<&Tried> = RULEBOOKS.iter().filter(|tried| tried.rulebook.get("amendments").is_some()).collect();
    assert!(!layers.is_empty());
    try_often(300, |dice| {
        let Tried { rulebook, fields, extends } = dice.pick::<&Tried>(&layers);
        let is_of_layer =
            |field: &&String| ["/amendments", "/repeals", "/extends"].iter().any(|of| field.starts_with(of));
        let fields: Vec<String> = fields.iter().filter(is_of_layer).cloned().collect();
        let mut rulebook = rulebook.clone();
        for _ in 0..=dice.below(4) {
            mutate(&mut rulebook, &fields, dice);
        }
        let on = dice.day();
        judged(&rulebook.to_string(), extends, on);
    });
}

/// A rulebook of a kind of committee that the records have, with these groups and norms.
fn with(groups: &str, norms: &str) -> String {
    let two = r#"{"zh": "一", "en": "one"}"#;
    format!(
        r#"{{"schema": "gongwei/rulebook/1.0", "id": "hostile", "edition": "1", "title": {two}, "note": {two},
        "source": {{"id": "hostile", "title": {two}}}, "groups": {{{groups}}}, "norms": [{norms}],
        "committees": {{"subdistrict-joint-committee": {{"title": {two}, "behind": "working-committee"}}}}}}"#
    )
}

fn norm(id: &str, scope: &str, when: &str, require: &str) -> String {
    let two = r#"{"zh": "一", "en": "one"}"#;
    format!(
        r#"{{"id": "{id}", "title": {two}, "appliesTo": ["subdistrict-joint-committee"], "modality": "must",
        "clause": {{"item": "1"}}, "scope": {scope}, {when} "require": {require}, "reading": {two}}}"#
    )
}

const STANDING: &str = r#"{"standing": {}}"#;
const SEATS: &str = r#"{"standing": {"seats": ["secretary", "deputy", "member"]}}"#;

/// A norm that holds each seat to this group.
fn held_by(group: &str) -> String {
    norm("a", SEATS, "", &format!(r#"{{"heldBy": {{"group": {group}}}}}"#))
}

/// Groups of which each is defined by these, the last by nothing.
fn chain(length: usize, definition: impl Fn(&str) -> String) -> String {
    let mut groups = String::new();
    for at in 0..length {
        let _ = write!(groups, r#""g{at}": {}, "#, definition(&format!(r#"{{"named": "g{}"}}"#, at + 1)));
    }
    groups + &format!(r#""g{length}": {{"partyMember": true}}"#)
}

/// What comes of a hostile rulebook: within the time, the first fault and how many there are.
fn first(text: &str) -> (usize, Option<(&'static str, String)>) {
    let start = Instant::now();
    let faults = judged(text, &[], "2026-06-30".parse().unwrap());
    // Generous, for other tests run beside it: what is not bounded takes hours.
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    assert!(faults.len() <= FAULTS_MAX + 1, "{}", faults.len());
    (faults.len(), faults.into_iter().next())
}

fn fault(code: &'static str, path: &str) -> Option<(&'static str, String)> {
    Some((code, path.to_owned()))
}

#[test]
fn deep_nesting_ends() {
    for depth in [5, 20, 100, 100_000] {
        let group = format!(r#"{}{{"partyMember": true}}{}"#, r#"{"not": "#.repeat(depth), "}".repeat(depth));
        let text = with("", &held_by(&group));
        assert_eq!(first(&text).0 == 0, depth < 50, "{depth}: {:?}", first(&text));
        let when = format!(r#""when": {}{{"hasUnit": true}}{},"#, r#"{"all": ["#.repeat(depth), "]}".repeat(depth));
        first(&with("", &norm("a", SEATS, &when, r#"{"attribute": {"linked": true}}"#)));
    }
}

#[test]
fn groups_that_come_back_to_themselves_are_refused() {
    let own = |name: &str| format!(r#""g": {{"any": [{{"named": "{name}"}}]}}, "h": {{"not": {{"named": "g"}}}}"#);
    for name in ["g", "h"] {
        assert_eq!(
            first(&with(&own(name), &held_by(r#"{"named": "g"}"#))).1,
            fault("circular-definition", "/groups/g")
        );
    }
    let any = |next: &str| format!(r#"{{"any": [{next}]}}"#);
    assert_eq!(first(&with(&chain(32, any), &held_by(r#"{"named": "g0"}"#))).1, None);
    assert_eq!(
        first(&with(&chain(33, any), &held_by(r#"{"named": "g0"}"#))).1,
        fault("circular-definition", "/groups/g0")
    );
    // A long chain is a long text, and nothing worse.
    assert_eq!(first(&with(&chain(50_000, any), &held_by(r#"{"named": "g0"}"#))).0, FAULTS_MAX + 1);
}

#[test]
fn names_that_double_each_other_fill_no_memory() {
    let two = |next: &str| format!(r#"{{"any": [{next}, {next}]}}"#);
    for length in [10, 31] {
        let found = first(&with(&chain(length, two), &held_by(r#"{"named": "g0"}"#))).1;
        assert_eq!(found, if length > 20 { fault("too-long", "/groups") } else { None }, "{length}");
    }
    let many = vec![r#"{"named": "g0"}"#; 20_000].join(", ");
    let found = first(&with(&chain(4, two), &held_by(&format!(r#"{{"any": [{many}]}}"#)))).1;
    assert_eq!(found, fault("too-long", "/groups"));
}

#[test]
fn huge_tables_take_no_more_than_their_share() {
    let groups: Vec<_> = (0..20_000).map(|at| format!(r#""g{at}": {{"partyMember": true}}"#)).collect();
    assert_eq!(first(&with(&groups.join(", "), &held_by(r#"{"named": "g19999"}"#))).1, None);
    let unknown: Vec<_> = (0..20_000).map(|at| format!(r#"{{"named": "h{at}"}}"#)).collect();
    let group = format!(r#"{{"any": [{}]}}"#, unknown.join(", "));
    let found = first(&with(&groups.join(", "), &held_by(&group)));
    assert_eq!(found, (FAULTS_MAX + 1, fault("unknown-name", "/norms/0/require/heldBy/group/any/0/named")));
    let norms = (0..3_000).map(|at| {
        let when =
            format!(r#""when": {{"any": [{{"hasUnit": {}}}, {{"supplement": {}}}]}},"#, at % 2 == 0, at % 3 == 0);
        norm(&format!("n{at}"), SEATS, &when, r#"{"attribute": {"linked": true}}"#)
    });
    assert_eq!(first(&with("", &norms.collect::<Vec<_>>().join(", "))).1, None);
}

/// Each condition is compared with others, so as to be worked out once: of a text full of them not with all.
#[test]
fn a_text_full_of_conditions_takes_no_more_than_its_share() {
    let norms = (0..15_000).map(|at| {
        let conditions: Vec<_> = (0..20).map(|flag| format!(r#"{{"group": {{"flag": "f{at}-{flag}"}}}}"#)).collect();
        let when = format!(r#""when": {{"all": [{}]}},"#, conditions.join(", "));
        norm(&format!("n{at}"), SEATS, &when, r#"{"attribute": {"linked": true}}"#)
    });
    let text = with("", &norms.collect::<Vec<_>>().join(", "));
    let start = Instant::now();
    let rulebook = Rulebook::from_json(&text).unwrap();
    // With each compared with all others it takes minutes.
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    assert_eq!(rulebook.norms().len(), 15_000);
}

/// The same rulebook with such changes to its norms.
fn changing(text: &str, amendments: &[String], repeals: &[String]) -> String {
    let changes = format!(r#""amendments": [{}], "repeals": [{}], "norms""#, amendments.join(", "), repeals.join(", "));
    text.replacen(r#""norms""#, &changes, 1)
}

fn amendment(norm: &str, from: &str, more: &str) -> String {
    format!(r#"{{"norm": "{norm}", "clause": {{"item": "1"}}, "from": "{from}"{more}}}"#)
}

/// Each change is laid over all forms that a norm has.
#[test]
fn a_text_full_of_changes_takes_no_more_than_its_share() {
    let mut day: Day = "1900-01-01".parse().unwrap();
    let mut next = || {
        day = day.after().unwrap();
        day.to_string()
    };
    let one = with("", &held_by(r#"{"partyMember": true}"#));
    let amended: Vec<_> = (0..30_000).map(|_| amendment("a", &next(), "")).collect();
    assert_eq!(first(&changing(&one, &amended, &[])), (1, fault("too-long", "/amendments")));
    assert_eq!(first(&changing(&one, &amended[..1_000], &[])), (0, None));
    let ended = vec![r#"{"norm": "b", "clause": {"item": "1"}}"#.to_owned(); 30_000];
    assert_eq!(first(&changing(&one, &[], &ended)), (1, fault("too-long", "/repeals")));
    let norms = (0..20_000).map(|at| norm(&format!("n{at}"), SEATS, "", r#"{"attribute": {"linked": true}}"#));
    let many = with("", &norms.collect::<Vec<_>>().join(", "));
    let nobody = r#", "require": {"heldBy": {"group": {"any": [{"named": "f"}, {"named": "g"}]}}}"#;
    let amended: Vec<_> = (0..1_000).map(|at| amendment(&format!("n{}", 19_999 - at), "2026-01-01", nobody)).collect();
    let found = first(&changing(&many, &amended, &ended[..1_000]));
    assert_eq!(found, (FAULTS_MAX + 1, fault("unknown-name", "/repeals/0/norm")));
}

#[test]
fn numbers_beyond_their_bounds_are_refused() {
    let require = |require: &str| first(&with("", &norm("a", STANDING, "", require))).1;
    let count =
        |bound: &str| require(&format!(r#"{{"count": {{"of": {{}}, "counted": "persons", "atLeast": {bound}}}}}"#));
    let path = "/norms/0/require/count/atLeast";
    for bound in ["-1", "4294967296", "18446744073709551616", "1e400"] {
        assert!(
            count(bound).is_some_and(|(code, at)| matches!(code, "out-of-range" | "wrong-type") && at == path),
            "{bound}"
        );
    }
    for share in
        ["1/0", "0/0", "2/1", "1/1001", "1/4294967297", "99999999999999999999/99999999999999999999", "1/", "/3", "-1/3"]
    {
        let persons = r#"{"persons": {}}"#;
        let found = require(&format!(r#"{{"share": {{"of": {persons}, "among": {persons}, "atLeast": "{share}"}}}}"#));
        assert_eq!(found, fault("not-a-share", "/norms/0/require/share/atLeast"), "{share}");
    }
    let year = |due: &str| {
        let duty = format!(r#"{{"yearlyDuty": {{"list": "assessments", "each": {{"units": {{}}}}, "due": "{due}"}}}}"#);
        first(&with("", &norm("a", r#"{"period": "year"}"#, "", &duty))).1
    };
    assert_eq!(year("+1-02-28"), None);
    for due in ["+99999999999-01-01", "+1-02-30", "-1-01-01", "+1-13-01", ""] {
        assert_eq!(year(due), fault("not-a-year-day", "/norms/0/require/yearlyDuty/due"), "{due}");
    }
}

#[test]
fn texts_that_are_too_long_are_refused() {
    let long = "长".repeat(1_000_000);
    let text = with("", &held_by(r#"{"partyMember": true}"#));
    assert_eq!(
        first(&text.replace(r#""edition": "1""#, &format!(r#""edition": "{long}""#))).1,
        fault("too-long", "/edition")
    );
    let found = first(&text.replace(r#""norms""#, &format!(r#""{long}": 1, "norms""#))).1;
    assert_eq!(found, fault("unknown-field", ""));
    let found = first(&format!("{text}{}", " ".repeat(gongwei::SIZE_MAX))).1;
    assert_eq!(found, fault("too-large", ""));
}
