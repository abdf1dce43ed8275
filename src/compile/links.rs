//! Links: verbs between commitments, each pair and verb once.

use super::Compiler;
use super::attributes::Attributes;
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::graph::Node;
use crate::pack::{Basis, End, Link, MAX_LINKS};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Header, Item, Word};
use crate::words::{Verb, arrange};
use std::collections::HashMap;

pub(super) fn compile(compiler: &mut Compiler, items: &[&Item]) {
    if let Some(item) = items.get(MAX_LINKS) {
        let message = format!("a pack may have {MAX_LINKS} links, and this is one more");
        compiler.say(Diagnostic::error("too-many-links", item.span, message).help("split the pack"));
    }
    let mut seen = Seen::default();
    for item in items.iter().take(MAX_LINKS) {
        if let Some(link) = link(compiler, item) {
            match seen.refusal(&link, &compiler.pack.commitments) {
                Some(refused) => compiler.say(refused),
                None => compiler.pack.links.push(link),
            }
        }
    }
    arrange(&mut compiler.pack.links, |a, b| (a.from, a.to, a.verb).cmp(&(b.from, b.to, b.verb)));
}

fn link(compiler: &mut Compiler, item: &Item) -> Option<Link> {
    let Header::Link { from, verb, to } = &item.header else { return None };
    let known = known_verb(compiler, verb);
    let from_node = compiler.resolve(from);
    let to_end = match known {
        Some(verb) => end(compiler, verb, to),
        None => compiler.resolve(to).map(End::Commitment),
    };
    let mut attributes = Attributes::of(&item.block, "link", &["because", "basis"]);
    let because = attributes.text("because");
    let basis = attributes.basis();
    attributes.refuse_others("link");
    // Where some attribute was misspelt, that is the fault, and not that the right one is missing.
    let understood = item.block.lost.is_empty() && attributes.diagnostics.is_empty();
    if known != Some(Verb::Unrelated) && understood {
        demand_reason(&mut attributes, item, because.as_ref(), basis.as_ref());
    }
    compiler.diagnostics.append(&mut attributes.diagnostics);
    let (verb, from, to) = (known?, from_node?, to_end?);
    if to == End::Commitment(from) {
        let message = format!("`{}` is linked to itself", compiler.pack.id(from));
        compiler.say(
            Diagnostic::error("self-link", item.span, message)
                .help("name two different commitments, or remove the link"),
        );
        return None;
    }
    let (because, basis) = (because.map(|because| because.value), basis.map(|basis| basis.value));
    Some(Link { from, verb, to, because, basis, span: header_span(item) })
}

/// The header alone: what a diagnostic about the whole link points at.
fn header_span(item: &Item) -> Span {
    match &item.header {
        Header::Link { to, .. } => item.keyword.span.to(to.span),
        _ => item.span,
    }
}

fn known_verb(compiler: &mut Compiler, verb: &Word) -> Option<Verb> {
    let known = Verb::of(&verb.value);
    if known.is_none() {
        let unknown = Diagnostic::error("unknown-verb", verb.span, format!("`{}` is no verb of a link", verb.value));
        compiler.say(unknown.help(did_you_mean(&verb.value, Verb::ALL.iter().map(|verb| verb.word()))));
    }
    known
}

fn end(compiler: &mut Compiler, verb: Verb, to: &Word) -> Option<End> {
    if to.value.contains(':') {
        return compiler.resolve(to).map(End::Commitment);
    }
    if verb != Verb::Unrelated {
        let message = format!("`{}` is no commitment: only `unrelated` speaks of a whole framework", to.value);
        compiler
            .say(Diagnostic::error("unknown-commitment", to.span, message).help("name a commitment, `framework:code`"));
        return None;
    }
    let framework = compiler.pack.names.frameworks.get(&to.value).copied();
    if framework.is_none() && !compiler.is_lost(&to.value) {
        let help = did_you_mean(&to.value, compiler.pack.names.frameworks.keys().map(String::as_str));
        compiler.say(
            Diagnostic::error("unknown-framework", to.span, format!("there is no framework `{}`", to.value)).help(help),
        );
    }
    framework.map(End::Framework)
}

fn demand_reason(attributes: &mut Attributes, item: &Item, because: Option<&Word>, basis: Option<&Spanned<Basis>>) {
    let whole = header_span(item);
    let missing = |span: Span, name: &str, help: &str| {
        Diagnostic::error("missing-reason", span, format!("this link has no `{name}`")).help(help)
    };
    if because.is_none_or(|because| because.value.trim().is_empty()) {
        let span = because.map_or(whole, |because| because.span);
        let help = "say in a sentence what joins these two: `because \"...\"`";
        attributes.diagnostics.push(missing(span, "because", help));
    }
    if !attributes.has_basis() || basis.is_some_and(|basis| basis.value.source.trim().is_empty()) {
        let span = basis.map_or(whole, |basis| basis.span);
        let help = "say where it comes from: `basis text \"...\"`, `published \"...\"` or `editorial \"...\"`";
        attributes.diagnostics.push(missing(span, "basis", help));
    }
}

/// The links so far, by what another link could clash with.
#[derive(Default)]
struct Seen {
    /// By pair, the lower index first: the comparison as said from that side.
    compared: HashMap<(Node, End), (Verb, Span)>,
    /// By ordered pair and by sign of the score.
    affecting: HashMap<(Node, End, bool), (Verb, Span)>,
}

impl Seen {
    /// Why a link cannot stand beside those before it. One that can is remembered.
    fn refusal(&mut self, link: &Link, commitments: &[crate::pack::Commitment]) -> Option<Diagnostic> {
        let pair = || match link.to {
            End::Commitment(to) => {
                format!("`{}` and `{}`", commitments[link.from as usize].id, commitments[to as usize].id)
            }
            End::Framework(_) => format!("`{}` and that framework", commitments[link.from as usize].id),
        };
        let first = if link.verb.score() == 0 {
            let (key, verb) = compared(link);
            let first = *self.compared.entry(key).or_insert((verb, link.span));
            (first.1 != link.span).then_some((first.0 == verb, first))
        } else {
            let key = (link.from, link.to, link.verb.score() > 0);
            let first = *self.affecting.entry(key).or_insert((link.verb, link.span));
            (first.1 != link.span).then_some((first.0 == link.verb, first))
        };
        let (same, (verb, span)) = first?;
        let refused = match (same, link.verb.score() == 0) {
            (true, _) => {
                Diagnostic::error("duplicate-link", link.span, format!("this link is already there: {}", pair()))
                    .help("remove one; a comparison holds in both directions, so it is said once")
            }
            (false, true) => {
                Diagnostic::error("clashing-links", link.span, format!("two different comparisons of {}", pair()))
                    .help("read both texts again and keep the one that holds")
            }
            (false, false) => Diagnostic::error(
                "clashing-links",
                link.span,
                format!("two strengths of one effect between {}", pair()),
            )
            .help(format!("keep one of `{}` and `{}`", verb.word(), link.verb.word())),
        };
        Some(refused.note(span, "the first one"))
    }
}

fn compared(link: &Link) -> ((Node, End), Verb) {
    match link.to {
        End::Commitment(to) if to < link.from => ((to, End::Commitment(link.from)), link.verb.reversed()),
        to => ((link.from, to), link.verb),
    }
}
