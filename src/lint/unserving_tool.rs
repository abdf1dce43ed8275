//! `unserving-tool`: a tool that serves nothing is never suggested.

use crate::diagnostic::Diagnostic;
use crate::pack::Pack;

pub(super) fn check(pack: &Pack, found: &mut Vec<Diagnostic>) {
    for tool in pack.tools.iter().filter(|tool| tool.serves.is_empty()) {
        let diagnostic =
            Diagnostic::warning("unserving-tool", tool.span, format!("the tool `{}` serves nothing", tool.id));
        found.push(diagnostic.help("name the commitments that it helps to keep: `serves framework:code`"));
    }
}
