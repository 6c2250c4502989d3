//! The project's own commands: `cargo xtask start`, `cargo xtask test`, and the steps they are made of.

mod bench;
mod chromium;
mod command;
mod conformance;
mod generate;
mod library;
mod module;
mod npm;
mod pack;
mod project;
mod rulebook;
mod serve;
mod stages;
mod tools;
mod types;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

const HELP: &str = "\
cargo xtask COMMAND

  start [--port N]     build everything, serve the page on 127.0.0.1, print its address
  test                 everything: Rust, wasm in Node and Chromium, npm package, page

  build-wasm           the WebAssembly 1.0 module and its JavaScript glue
  npm                  the npm package, packed
  page                 the page, built on the packed package
  rulebook COMMAND     lint, compare or test rulebooks: `cargo xtask rulebook help`
  generate [--check]   write the generated files, or fail where one is stale
  bench                the benchmarks
  test-rust            format, lints, tests, minimum Rust version
  test-wasm            the Rust tests as WebAssembly in Node and Chromium
  test-npm             the packed package in Node, Chromium, and projects with bundlers and Vitest
  test-e2e             the page in Chromium
";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = |()| ExitCode::SUCCESS;
    match args.as_slice() {
        ["start"] => start(8017).map(done),
        ["start", "--port", port] => start(port.parse().context("--port takes a number")?).map(done),
        ["test"] => stages::run(&[stages::RUST, stages::WASM, stages::NPM, stages::PAGE]),
        ["build-wasm"] => module::build().map(done),
        ["npm"] => npm::package().map(done),
        ["page"] => npm::page().map(done),
        ["generate"] => generate::run(generate::Mode::Write).map(done),
        ["generate", "--check"] => generate::run(generate::Mode::Check).map(done),
        ["bench"] => bench::run().map(done),
        ["test-rust"] => stages::run(&[stages::RUST]),
        ["test-wasm"] => stages::run(&[stages::WASM]),
        ["test-npm"] => stages::run(&[stages::NPM]),
        ["test-e2e"] => stages::run(&[stages::PAGE]),
        ["rulebook", rest @ ..] => Ok(rulebook::run(rest)),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        _ => bail!("unknown command `{}`\n\n{HELP}", args.join(" ")),
    }
}

fn start(port: u16) -> Result<()> {
    npm::page()?;
    let folder = project::page().join("dist");
    let server = serve::Server::bind(&folder, port)?;
    println!("\ngongwei is at {}  (Ctrl+C ends it)", server.address());
    let file = folder.join("gongwei.html");
    println!(
        "the same page as one file that needs no server: {}",
        file.strip_prefix(project::root()).unwrap_or(&file).display()
    );
    server.run()
}
