//! `unnamed-pack`: without a `pack` item, reports cannot say which rules they follow, and in which version.

use crate::diagnostic::Diagnostic;
use crate::pack::Pack;
use crate::source::Span;

pub(super) fn check(pack: &Pack, found: &mut Vec<Diagnostic>) {
    if pack.info.version.is_empty() {
        let diagnostic = Diagnostic::warning("unnamed-pack", Span::default(), "this pack has no name or no version");
        found.push(diagnostic.help("add an item such as `pack mine \"My rules\" { version \"1\" }`"));
    }
}
