//! What `cargo xtask test` is made of.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::command::{cargo, output, program, run as call};
use crate::serve::Server;
use crate::{chromium, generate, module, npm, project, tools};

/// A stage: what it is called, and what it does.
pub(crate) type Stage = (&'static str, fn() -> Result<Outcome>);

/// How a stage that did not fail ended.
pub(crate) enum Outcome {
    /// It ran.
    Passed,
    /// It could not be run here, and why that is no failure.
    Skipped(&'static str),
}

/// Format, lints, tests and the minimum version of Rust.
pub(crate) const RUST: &[Stage] = &[
    ("format", || passes(&["fmt", "--all", "--check"])),
    ("lints", || passes(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
    ("rust tests", || passes(&["test", "--workspace", "--no-fail-fast"])),
    ("documentation", documentation),
    ("minimum rust version", minimum_version),
    ("no standard library", bare),
    ("generated files", || generate::run(generate::Mode::Check).map(passed)),
];

/// The Rust tests as WebAssembly.
pub(crate) const WASM: &[Stage] =
    &[("wasm tests in Node", || wasm_tests(false)), ("wasm tests in Chromium", || wasm_tests(true))];

/// The packed package.
pub(crate) const NPM: &[Stage] = &[
    ("module and package", || npm::package().map(passed)),
    ("package in Node", package_tests),
    ("package in Chromium", || node_tests("tests/browser", &[])),
    ("rivals find the same", || beside("tests/bench")),
    ("package in projects", || beside("tests/packaging")),
    ("adapters", || beside("tests/adapters")),
];

/// The page.
pub(crate) const PAGE: &[Stage] = &[
    ("page", || npm::page().map(passed)),
    ("the page's modules", || node_tests("tests/page", &[])),
    ("page in Chromium", page_tests),
];

/// Runs the stages, all of them whatever the earlier ones gave, and says how many passed.
pub(crate) fn run(stages: &[&[Stage]]) -> Result<ExitCode> {
    let mut lines = Vec::new();
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    for (name, stage) in stages.iter().copied().flatten() {
        println!("\n=== {name}");
        let start = Instant::now();
        let outcome = match stage() {
            Ok(Outcome::Passed) => {
                passed += 1;
                "passed".to_owned()
            }
            Ok(Outcome::Skipped(why)) => {
                skipped += 1;
                format!("skipped: {why}")
            }
            Err(error) => {
                failed += 1;
                format!("FAILED: {error:#}")
            }
        };
        lines.push(format!("{name:<24} {:>6.1} s  {outcome}", start.elapsed().as_secs_f64()));
    }
    println!("\n=== stages\n{}\n", lines.join("\n"));
    let skipped = if skipped == 0 { String::new() } else { format!(", {skipped} skipped") };
    println!("{passed} passed, {failed} failed{skipped}");
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn passed((): ()) -> Outcome {
    Outcome::Passed
}

fn passes(args: &[&str]) -> Result<Outcome> {
    call(&mut cargo(args)).map(passed)
}

fn documentation() -> Result<Outcome> {
    let mut doc = cargo(["doc", "--no-deps", "--package", "gongwei", "--package", "gongwei-wasm"]);
    call(doc.env("RUSTDOCFLAGS", "-D warnings")).map(passed)
}

/// With the oldest promised toolchain where it is installed. Elsewhere the lint `incompatible_msrv` of the stage
/// "lints" and Cargo's choice of dependencies by their `rust-version` are what holds the promise.
fn minimum_version() -> Result<Outcome> {
    let version = env!("CARGO_PKG_RUST_VERSION");
    if !tools::has_toolchain(version) {
        return Ok(Outcome::Skipped(
            "that toolchain is not installed; only the lint incompatible_msrv and Cargo's resolver were at work",
        ));
    }
    let toolchain = format!("+{version}");
    passes(&[&toolchain, "check", "--package", "gongwei", "--package", "gongwei-wasm"])
}

/// `no_std` is a promise that only a target without a standard library puts to the test.
fn bare() -> Result<Outcome> {
    tools::target(tools::BARE)?;
    passes(&["build", "--package", "gongwei", "--lib", "--target", tools::BARE])
}

fn wasm_tests(in_browser: bool) -> Result<Outcome> {
    tools::target(tools::WASM)?;
    let mut test = cargo(["test", "--package", "gongwei-golden", "--package", "gongwei-wasm", "--target", tools::WASM]);
    test.args(["--test", "golden", "--test", "boundary"]);
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::wasm_test_runner()?);
    if in_browser {
        chromium::browser()?;
        test.env("WASM_BINDGEN_USE_BROWSER", "1");
        test.env("CHROMEDRIVER", chromium::driver()?);
        test.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", project::browser_tests().join("webdriver.json"));
    } else {
        tools::node()?;
    }
    let text = output(&mut test)?;
    println!("{text}");
    // The runner is content with a file that holds no test.
    if text.contains("no tests to run") {
        bail!("a test file without a test");
    }
    Ok(Outcome::Passed)
}

fn package_tests() -> Result<Outcome> {
    let faulty = module::faulty()?;
    node_tests("bindings/npm/test", &[("GONGWEI_FAULTY", faulty.to_string_lossy().into_owned())])
}

/// Tests of the package beside what front-end teams use it with: the folder brings it.
fn beside(folder: &str) -> Result<Outcome> {
    tools::npm_packages(&project::root().join(folder))?;
    node_tests(folder, &[])
}

fn page_tests() -> Result<Outcome> {
    let server = Server::bind(&project::page().join("dist"), 0)?;
    let address = server.address();
    std::thread::spawn(move || server.run());
    node_tests("tests/e2e", &[("GONGWEI_PAGE", address)])
}

/// Node's own test runner over the test files of a folder.
fn node_tests(folder: &str, variables: &[(&str, String)]) -> Result<Outcome> {
    tools::npm_packages(&project::browser_tests())?;
    let mut files: Vec<_> = std::fs::read_dir(project::root().join(folder))
        .with_context(|| format!("no folder {folder}"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    files.sort();
    if files.is_empty() {
        bail!("no tests in {folder}");
    }
    // By itself the runner leaves one processor idle, of two a half of all.
    let at_once = std::thread::available_parallelism().map_or(1, |processors| processors.get());
    let mut node = program("node", &project::root(), ["--test", "--test-reporter=spec"]);
    node.arg(format!("--test-concurrency={at_once}"))
        .args(files)
        .env("GONGWEI_TARBALL", npm::tarball())
        .envs(variables.iter().cloned());
    if folder.starts_with("tests/") {
        node.env("CHROMIUM", chromium::browser()?);
    }
    call(&mut node).map(passed)
}
