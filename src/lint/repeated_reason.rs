//! `repeated-reason`: one reason, word for word, for many links. A reason that fits every pair explains none.

use crate::diagnostic::Diagnostic;
use crate::pack::Pack;
use std::collections::BTreeMap;

pub(super) fn check(pack: &Pack, found: &mut Vec<Diagnostic>) {
    let mut first = BTreeMap::new();
    for link in &pack.links {
        let Some(because) = link.because.as_deref() else { continue };
        match first.get(because) {
            None => {
                first.insert(because, link.span);
            }
            Some(&span) => {
                let diagnostic =
                    Diagnostic::warning("repeated-reason", link.span, "this link has the same reason as another")
                        .note(span, "the other link")
                        .help("say what joins these two commitments and no others");
                found.push(diagnostic);
            }
        }
    }
}
