//! Every golden case, natively and in WebAssembly.

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_case_comes_out_as_written() {
    match gongwei_golden::run_all() {
        Ok(passed) => assert!(passed.len() > 1000, "only {} cases were found", passed.len()),
        Err(wrong) => panic!("{} wrong:\n{}", wrong.len(), wrong.join("\n")),
    }
}
