//! The core pack, embedded.

use crate::source::Source;

/// Name and text of each file below `rules/`, by name; `build.rs` lists them.
const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/rulebook.rs"));

/// The sources of the core pack.
///
/// ```
/// let (pack, diagnostics) = accordant::compile(&accordant::core_pack());
/// assert!(diagnostics.is_empty());
/// assert!(pack.commitment("gcm:6.c").is_some());
/// ```
pub fn core_pack() -> Vec<Source> {
    FILES.iter().map(|(name, text)| Source::new(*name, *text)).collect()
}
