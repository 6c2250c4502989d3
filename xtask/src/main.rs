//! commands
fn main() {}
