//! Fingerprints of texts.

use alloc::string::String;
use core::fmt::Write;

use sha2::{Digest, Sha256};

/// The fingerprint of these texts, one after the other.
pub(crate) fn digest(texts: &mut dyn Iterator<Item = &str>) -> String {
    let mut hash = Sha256::new();
    texts.for_each(|text| hash.update(text.as_bytes()));
    let mut digest = String::from("sha256:");
    for byte in hash.finalize() {
        // Writing to a string cannot fail.
        let _ = write!(digest, "{byte:02x}");
    }
    digest
}
