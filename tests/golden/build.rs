//! Takes every case file into the program, so that the same cases run where there is no file system.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let cases = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../cases").canonicalize()?;
    let mut code = String::new();
    for (name, folder) in [("CASES", cases.clone()), ("BASES", cases.join("base"))] {
        println!("cargo::rerun-if-changed={}", folder.display());
        writeln!(code, "/// Name and text of each file.\npub const {name}: &[(&str, &str)] = &[")?;
        for file in json_files(&folder)? {
            let stem = file.file_stem().and_then(|stem| stem.to_str()).ok_or("a file name that is no text")?;
            println!("cargo::rerun-if-changed={}", file.display());
            writeln!(code, "    ({stem:?}, include_str!({:?})),", file.display().to_string())?;
        }
        code.push_str("];\n");
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("cases.rs"), code)?;
    Ok(())
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
