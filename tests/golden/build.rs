//! Takes every set of cases into the program, so that the same cases run where there is no file system.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folders of rulebooks with cases beside them.
const FOLDERS: [&str; 2] = ["rulebooks", "vocabulary"];

fn main() -> Result<(), Box<dyn Error>> {
    let tests = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("..").canonicalize()?;
    let mut code = String::from(
        "/// Every set of cases there is; that of the built-in rulebook is the first.\npub const SETS: &[Set<'_>] = &[\n",
    );
    let built_in = tests.join("cases");
    write_set(&mut code, "cases", "Rules::BuiltIn(\"gannan-2020\")", None, [&built_in.join("base"), &built_in])?;
    for folder in FOLDERS {
        watch(&tests.join(folder));
        for place in entries(&tests.join(folder))?.into_iter().filter(|path| path.is_dir()) {
            let name = format!("{folder}/{}", stem(&place)?);
            let rules = rules(&place)?;
            let calendar = place.join("calendar.json");
            watch(&calendar);
            let calendar = calendar.is_file().then_some(&*calendar);
            write_set(&mut code, &name, &rules, calendar, [&place.join("base"), &place.join("cases")])?;
        }
    }
    code.push_str("];\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("sets.rs"), code)?;
    Ok(())
}

/// Where the rulebook of a set is from: its folder, with those that it extends beside it, or the folder's name.
fn rules(place: &Path) -> Result<String, Box<dyn Error>> {
    let (rulebook, extended) = (place.join("rulebook.json"), place.join("extends"));
    watch(&rulebook);
    watch(&extended);
    if !rulebook.is_file() {
        return Ok(format!("Rules::BuiltIn({:?})", stem(place)?));
    }
    let mut code = String::from("Rules::Texts(&[");
    for file in entries(&extended)?.iter().chain([&rulebook]) {
        watch(file);
        write!(code, "include_str!({:?}), ", file.display().to_string())?;
    }
    Ok(code + "])")
}

/// Writes a set: its name, its rulebook, its calendar, its base records and its files of cases.
fn write_set(
    code: &mut String,
    name: &str,
    rules: &str,
    calendar: Option<&Path>,
    [bases, cases]: [&Path; 2],
) -> Result<(), Box<dyn Error>> {
    let calendar =
        calendar.map_or("None".to_owned(), |path| format!("Some(include_str!({:?}))", path.display().to_string()));
    writeln!(code, "Set {{ name: {name:?}, rules: {rules}, calendar: {calendar},")?;
    for (field, folder) in [("bases", bases), ("cases", cases)] {
        watch(folder);
        writeln!(code, "{field}: &[")?;
        for file in entries(folder)?.iter().filter(|path| path.extension().is_some_and(|end| end == "json")) {
            watch(file);
            writeln!(code, "    ({:?}, include_str!({:?})),", stem(file)?, file.display().to_string())?;
        }
        code.push_str("],\n");
    }
    code.push_str("},\n");
    Ok(())
}

fn watch(path: &Path) {
    println!("cargo::rerun-if-changed={}", path.display());
}

fn stem(path: &Path) -> Result<&str, Box<dyn Error>> {
    Ok(path.file_stem().and_then(|stem| stem.to_str()).ok_or("a file name that is no text")?)
}

/// What lies in a folder, in the order of the names; nothing where there is none.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut entries =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    entries.sort();
    Ok(entries)
}
