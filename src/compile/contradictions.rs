//! Packs that contradict themselves: no commitments could be as their links and outlines say together.

use super::Compiler;
use crate::diagnostic::Diagnostic;
use crate::graph::{Nesting, Node, Within};
use crate::pack::{End, Pack};
use crate::source::Span;
use crate::words::Verb;

pub(super) fn refuse(compiler: &mut Compiler) {
    let pack = &compiler.pack;
    let links = pack.links.iter().enumerate().filter_map(|(index, link)| match link.to {
        End::Commitment(to) => Some((index, link.from, link.verb, to)),
        End::Framework(_) => None,
    });
    let nesting = Nesting::new(&pack.graph, links);
    let mut found: Vec<Diagnostic> = nesting.circles().iter().filter_map(|circle| circle_fault(pack, circle)).collect();
    found.extend(overlap_faults(pack, &nesting));
    compiler.diagnostics.extend(found);
}

/// Steps that lead from a commitment back to it, one of them to a commitment that asks for more.
fn circle_fault(pack: &Pack, circle: &[(Node, Within)]) -> Option<Diagnostic> {
    let names: Vec<&str> = circle.iter().map(|(node, _)| pack.id(*node)).collect();
    let message = format!("these lie within each other in a circle: {}, {}", names.join(", "), names.first()?);
    let span = link_span(pack, circle.first()?.1)?;
    let fault = Diagnostic::error("circular-links", span, message)
        .help("what is within another asks for less: read the texts again, and turn or remove one of the links");
    Some(with_steps(pack, fault, &circle[1..]))
}

/// `overlaps` says that neither side holds the other.
fn overlap_faults(pack: &Pack, nesting: &Nesting) -> Vec<Diagnostic> {
    let overlaps = pack.links.iter().filter(|link| link.verb == Verb::Overlaps);
    let overlaps = overlaps.filter_map(|link| match link.to {
        End::Commitment(to) => Some((link, (link.from, to))),
        End::Framework(_) => None,
    });
    let (links, pairs): (Vec<_>, Vec<_>) = overlaps.unzip();
    let nested = nesting.nested(&pairs);
    let faults = links.iter().zip(nested).filter_map(|(link, nested)| {
        let (inner, outer) = nested?;
        let message = format!("`{}` lies within `{}`, so the two do not just overlap", pack.id(inner), pack.id(outer));
        let fault = Diagnostic::error("nested-overlap", link.span, message)
            .help("remove this link, or those that put one within the other");
        Some(with_steps(pack, fault, &nesting.path(inner, outer)?))
    });
    faults.collect()
}

/// The links at odds, as notes; a step along the outline is shown where the part stands in it.
fn with_steps(pack: &Pack, fault: Diagnostic, steps: &[(Node, Within)]) -> Diagnostic {
    steps.iter().take(8).fold(fault, |fault, &(node, why)| match why {
        Within::Link(_) => match link_span(pack, why) {
            Some(span) => fault.note(span, "by this link"),
            None => fault,
        },
        Within::Outline => {
            let parent = pack.graph.place(node).parent.map(|parent| pack.id(parent)).unwrap_or_default();
            let head = pack.commitments[node as usize].span;
            fault.note(Span { end: head.start + 1, ..head }, format!("`{}` is a part of `{parent}`", pack.id(node)))
        }
    })
}

fn link_span(pack: &Pack, why: Within) -> Option<Span> {
    match why {
        Within::Link(index) => pack.links.get(index).map(|link| link.span),
        Within::Outline => None,
    }
}
