//! Every golden case, natively and in WebAssembly.

use gongwei_golden::{SETS, run_all};

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_case_comes_out_as_written() {
    match run_all() {
        Ok(passed) => {
            assert!(passed.len() > 1000, "only {} cases were found", passed.len());
            assert!(SETS.iter().any(|set| set.name.starts_with("vocabulary/")), "no case of the vocabulary was found");
        }
        Err(wrong) => panic!("{} wrong:\n{}", wrong.len(), wrong.join("\n")),
    }
}
