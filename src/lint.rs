//! What compiles but should not be so: one check, one file, one name.

mod repeated_reason;
mod restated_outline;
mod unnamed_pack;
mod unserving_tool;

use crate::diagnostic::Diagnostic;
use crate::pack::Pack;
use crate::words::arrange;

/// Looks over a pack that compiles, and says what a careful colleague would say of it.
///
/// ```
/// use accordant::{Source, compile, lint};
/// let rules = r#"pack p "P" { version "1" } tool hammer "A hammer" { by "Us" }"#;
/// let (pack, _) = compile(&[Source::new("p.accord", rules)]);
/// assert_eq!(lint(&pack)[0].code, "unserving-tool");
/// ```
pub fn lint(pack: &Pack) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for check in [repeated_reason::check, restated_outline::check, unserving_tool::check, unnamed_pack::check] {
        check(pack, &mut found);
    }
    arrange(&mut found, |a, b| a.span.cmp(&b.span));
    found
}
