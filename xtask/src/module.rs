//! The WebAssembly module: strictly WebAssembly 1.0, so that one artefact runs in every browser since Chromium 78.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{Parser, Payload, Validator, WasmFeatures};

use crate::command::{cargo, program, run};
use crate::{library, pack, project, tools};

const NAME: &str = "gongwei";

/// What LLVM and a precompiled standard library use beyond WebAssembly 1.0 is allowed on the way in and lowered.
/// `-mvp` alone would refuse to read the module. The lowest memory is the end of the stack, which only a stack that
/// overflows reaches. What would promise that the module never traps is not asked for: a trap is how it ends after a fault.
const OPTIMIZE: &[&str] = &[
    "-mvp",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--signext-lowering",
    "--llvm-memory-copy-fill-lowering",
    "--llvm-nontrapping-fptoint-lowering",
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-O3",
    "-O3",
];

/// Builds the module and its glue into the npm package's folder, and prints its sizes.
pub(crate) fn build() -> Result<()> {
    tools::target(tools::WASM)?;
    tools::npm_packages(&project::package())?;
    let mut build = cargo(["build", "--profile", "module"]);
    let made = library::make(&mut build)?;
    let built = compile(build, "module", made)?;
    let folder = project::module();
    let finished = folder.join(format!("{NAME}.wasm"));
    let javascript = folder.join(format!("{NAME}.wasm.js"));
    if !is_newer(&javascript, &built) {
        fs::create_dir_all(&folder)?;
        bind(&without_target_features(&fs::read(&built)?)?, &folder)?;
        optimize(&folder, &finished)?;
        translate(&folder, &finished, &javascript)?;
    }
    let bytes = fs::read(&finished)?;
    validate(&bytes)?;
    let packed = pack::lzma(&bytes)?;
    fs::write(folder.join(format!("{NAME}.wasm.lzma")), &packed)?;
    let (gzip, brotli) = pack::served(&bytes)?;
    let [raw, gzip, brotli, packed] =
        [bytes.len(), gzip, brotli, packed.len()].map(|length| format!("{:.1} KB", length as f64 / 1000.0));
    println!("module: {raw} raw, {gzip} gzip, {brotli} brotli, {packed} LZMA");
    Ok(())
}

/// Builds the module that faults on purpose, not optimized, and says where it is. It fits the glue of the shipped one.
pub(crate) fn faulty() -> Result<PathBuf> {
    tools::target(tools::WASM)?;
    let built = compile(cargo(["build", "--features", "fault-on-purpose"]), "debug", Vec::new())?;
    let folder = project::target().join("faulty");
    bind(&without_target_features(&fs::read(&built)?)?, &folder)?;
    Ok(folder.join(format!("{NAME}_bg.wasm")))
}

fn compile(mut build: Command, profile: &str, mut flags: Vec<String>) -> Result<PathBuf> {
    let target = project::target();
    build.args(["--package", "gongwei-wasm", "--target", tools::WASM, "--target-dir"]).arg(&target);
    flags.extend(own_flags());
    build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    run(&mut build)?;
    Ok(target.join(tools::WASM).join(profile).join("gongwei_wasm.wasm"))
}

/// `mvp` keeps later instructions out; the remapped prefixes keep this machine's folders out. A fingerprint is made once
/// for each rulebook: the smaller code for it will do.
fn own_flags() -> [String; 4] {
    let home = std::env::var_os("CARGO_HOME")
        .or_else(|| std::env::var_os("HOME").map(|home| Path::new(&home).join(".cargo").into_os_string()))
        .unwrap_or_default();
    [
        "-Ctarget-cpu=mvp".to_owned(),
        "--cfg=sha2_backend_soft=\"compact\"".to_owned(),
        format!("--remap-path-prefix={}=/cargo", home.to_string_lossy()),
        format!("--remap-path-prefix={}=/gongwei", project::root().display()),
    ]
}

/// From the section `target_features` wasm-bindgen concludes that it may use reference types; without it, it does not.
fn without_target_features(module: &[u8]) -> Result<Vec<u8>> {
    let mut kept = module.get(..8).context("not a WebAssembly module")?.to_vec();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        if matches!(&payload, Payload::CustomSection(section) if section.name() == "target_features") {
            continue;
        }
        let Some((id, range)) = payload.as_section() else {
            continue;
        };
        kept.push(id);
        write_leb128(&mut kept, range.len());
        kept.extend_from_slice(module.get(range).context("a section beyond the end")?);
    }
    Ok(kept)
}

fn write_leb128(bytes: &mut Vec<u8>, mut value: usize) {
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or_default();
        value >>= 7;
        if value == 0 {
            return bytes.push(low);
        }
        bytes.push(low | 0x80);
    }
}

fn bind(module: &[u8], folder: &Path) -> Result<()> {
    Bindgen::new()
        .input_bytes(NAME, module.to_vec())
        .web(true)?
        // No `import.meta.url`: the bytes are inlined, and bundlers stumble over it.
        .omit_default_module_path(true)
        .reset_state_function(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .typescript(true)
        .generate(folder)
}

fn optimize(folder: &Path, finished: &Path) -> Result<()> {
    let bound = folder.join(format!("{NAME}_bg.wasm"));
    run(binaryen("wasm-opt", folder).arg(bound).arg("-o").arg(finished).args(OPTIMIZE))
}

/// The module as plain JavaScript: a function `instantiate` that gives the exports of a new instance, which is what the
/// tool calls Emscripten's form.
fn translate(folder: &Path, finished: &Path, javascript: &Path) -> Result<()> {
    run(binaryen("wasm2js", folder).arg(finished).args(["--emscripten", "-O", "-o"]).arg(javascript))
}

fn binaryen(tool: &str, folder: &Path) -> Command {
    program("node", folder, [project::package().join("node_modules/binaryen/bin").join(tool)])
}

/// wasm-opt's own validation lets some later features through; this one does not. Mutable globals in imports and
/// exports are the only thing that the oldest supported browsers know beyond the first standard.
fn validate(module: &[u8]) -> Result<()> {
    Validator::new_with_features(WasmFeatures::WASM1)
        .validate_all(module)
        .context("the module is not WebAssembly 1.0")?;
    Ok(())
}

/// Whether the finished module is made from this build, by this program.
fn is_newer(finished: &Path, built: &Path) -> bool {
    let modified = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    let tool = std::env::current_exe().ok().and_then(|tool| modified(&tool));
    modified(finished).is_some_and(|finished| Some(finished) > modified(built) && Some(finished) > tool)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `(module (table 1 externref))`: what wasm-opt's own validation let through.
    const EXTERNREF_TABLE: &[u8] = &[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 4, 4, 1, 0x6f, 0, 1];

    /// An empty module with a custom section of this name and no content.
    fn with_section(name: &str) -> Vec<u8> {
        let mut module = vec![0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0];
        write_leb128(&mut module, name.len() + 1);
        write_leb128(&mut module, name.len());
        module.extend_from_slice(name.as_bytes());
        module
    }

    #[test]
    fn later_proposals_are_refused() {
        assert!(validate(EXTERNREF_TABLE).is_err());
        assert!(validate(&with_section("any")).is_ok());
    }

    #[test]
    fn only_target_features_is_dropped() {
        let kept = with_section("any");
        assert_eq!(without_target_features(&kept).ok(), Some(kept));
        let empty = without_target_features(&with_section("target_features"));
        assert_eq!(empty.ok().map(|module| module.len()), Some(8));
    }
}
