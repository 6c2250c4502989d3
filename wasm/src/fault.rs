//! A fault on purpose, for the tests of what the package does about one. The shipped module has none.

/// Traps if the text asks for it.
#[cfg(feature = "fault-on-purpose")]
pub(crate) fn on_purpose(text: impl FnOnce() -> String) {
    if text().contains("fault on purpose") {
        std::process::abort();
    }
}

#[cfg(not(feature = "fault-on-purpose"))]
pub(crate) fn on_purpose(_: impl FnOnce() -> String) {}
