//! `restated-outline`: a link that says only what the outline says already.

use crate::diagnostic::Diagnostic;
use crate::pack::{End, Pack};
use crate::words::Verb;

pub(super) fn check(pack: &Pack, found: &mut Vec<Diagnostic>) {
    for link in &pack.links {
        let End::Commitment(to) = link.to else { continue };
        let (inner, outer) = match link.verb {
            Verb::Within => (link.from, to),
            Verb::Contains => (to, link.from),
            _ => continue,
        };
        let mut above = std::iter::successors(Some(inner), |&node| {
            pack.graph.place(node).parent.filter(|&parent| !pack.graph.place(parent).menu)
        });
        if above.any(|node| node == outer) {
            let diagnostic =
                Diagnostic::warning("restated-outline", link.span, "this link only says what the outline says already");
            found.push(diagnostic.help("remove it"));
        }
    }
}
