use std::sync::LazyLock;

use gongwei::{Outcome, Rulebook};
use gongwei_golden::{Passed, Shown};

use super::evidence::{Elsewhere, Evidence};
use super::{ITEMS, compose, kinds, plain};

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::gather().unwrap());

/// What is wrong once the evidence has been changed.
fn problems(change: impl Fn(&mut Vec<Passed>, &mut Evidence)) -> Vec<String> {
    let mut passed = EVIDENCE.passed.clone();
    let (tables, elsewhere) = (EVIDENCE.tables.clone(), EVIDENCE.elsewhere.clone());
    let mut evidence = Evidence { passed: Vec::new(), tables, elsewhere };
    change(&mut passed, &mut evidence);
    evidence.passed = passed;
    compose(&Rulebook::builtin("gannan-2020").unwrap(), ITEMS, &evidence).err().unwrap_or_default()
}

fn forget(passed: &mut [Passed], is_it: impl Fn(&Shown) -> bool) {
    passed.iter_mut().for_each(|passed| passed.shown.retain(|shown| !is_it(shown)));
}

#[test]
fn everything_is_shown() {
    assert_eq!(problems(|_, _| {}), [] as [&str; 0]);
}

#[test]
fn a_verdict_without_a_case_fails() {
    let found = problems(|passed, _| {
        forget(
            passed,
            |shown| matches!(shown, Shown::Verdict { norm, outcome: Outcome::Pending, .. } if norm == "sjc-filed"),
        );
    });
    assert_eq!(found, ["sjc-filed: no case shows `pending`"]);
}

#[test]
fn a_verdict_beyond_reach_fails() {
    let add = |norm: &str, outcome, key| {
        let shown = vec![Shown::Verdict { norm: norm.into(), outcome, key }];
        let case = Passed { set: "cases".into(), file: "x".into(), name: "y".into(), shown };
        problems(|passed, _| passed.push(case.clone()))
    };
    let met = (Outcome::Met, "count.met");
    assert_eq!(add("sjc-honours", met.0, met.1), ["sjc-honours: a case shows `met`, which it cannot come to"]);
    assert_eq!(add("sjc-none", met.0, met.1), ["sjc-none: cases show it, and the rulebook has no such norm"]);
}

#[test]
fn a_word_that_nothing_shows_fails() {
    let found =
        problems(|passed, _| forget(passed, |shown| matches!(shown, Shown::Verdict { key: "count.unknown", .. })));
    assert!(found.contains(&"`count.unknown`: no case, no table and no test shows it".into()), "{found:?}");
    let code = "present-and-attending";
    let found = problems(|passed, _| forget(passed, |shown| *shown == Shown::Coherence(code.into())));
    assert_eq!(found, [format!("`{code}`: no case, no table and no test shows it")]);
    let found = problems(|_, evidence| {
        evidence.tables[1].remove("bounds-crossed").unwrap();
    });
    assert_eq!(found, ["`bounds-crossed`: no case, no table and no test shows it"]);
    let found = problems(|_, evidence| evidence.elsewhere.retain(|elsewhere| elsewhere.code != "syntax"));
    assert_eq!(found, ["`syntax`: no case, no table and no test shows it"]);
}

#[test]
fn an_exception_must_be_needed_and_true() {
    let add = |code: &str, test: &str| {
        problems(|_, evidence| {
            let file = "core/tests/bad_input.rs".into();
            evidence.elsewhere.push(Elsewhere { code: code.into(), file, test: test.into(), why: String::new() });
        })
    };
    assert_eq!(
        add("not-a-day", "syntax_ends_the_reading_and_keeps_what_was_found"),
        ["`not-a-day` is shown by a case or a table: it needs no test of its own any more"]
    );
    assert_eq!(
        add("syntax", "size_is_bounded"),
        ["`syntax`: no test `size_is_bounded` in core/tests/bad_input.rs that names it"]
    );
    assert_eq!(
        add("syntax", "no_such_test"),
        ["`syntax`: no test `no_such_test` in core/tests/bad_input.rs that names it"]
    );
}

#[test]
fn a_verdict_of_a_kind_without_a_case_fails() {
    let of = |passed: Vec<Passed>| {
        kinds::page(&Evidence { passed, tables: EVIDENCE.tables.clone(), elsewhere: EVIDENCE.elsewhere.clone() })
    };
    let text = of(EVIDENCE.passed.clone()).unwrap();
    assert!(text.contains("\n| [noticePeriod](notice-period.md) | "), "{text}");
    assert!(text.contains("\n| [permission](permission.md) | – | – | – | – | "), "{text}");
    let mut passed = EVIDENCE.passed.clone();
    forget(&mut passed, |shown| matches!(shown, Shown::Verdict { key: "step.pending" | "notice.running", .. }));
    assert_eq!(
        of(passed).unwrap_err(),
        ["noticePeriod", "step"].map(|kind| format!("`{kind}`: it can come to `pending`, and no case shows that"))
    );
}

#[test]
fn nothing_in_a_name_is_markup() {
    assert_eq!(plain("a|b <i> *c*"), "a\\|b \\<i> \\*c\\*");
}
