//! Both pictures of a plan, today and planned, and the verdicts on them.

use super::bounds::{Known, Side, spread};
use super::evidence::{Claimed, Evidence};
use super::support::{support, tension};
use crate::graph::Node;
use crate::pack::Pack;
use crate::words::{Degree, Verdict};

/// What is known of every commitment, before any of it is put into words.
#[derive(Debug, Clone)]
pub(super) struct Evaluation {
    /// What the answers alone say is kept.
    pub answered: Known,
    /// What is broken today. Only answers can say so.
    pub broken: Known,
    /// What is kept today: answers and measures that are done.
    pub today: Known,
    pub planned: Known,
    pub verdicts_today: Vec<Verdict>,
    pub verdicts: Vec<Verdict>,
    pub support: Vec<u8>,
    pub tension: Vec<u8>,
    pub near: Vec<bool>,
}

pub(super) fn evaluate(pack: &Pack, evidence: &Evidence, complete: bool) -> Evaluation {
    let applicable = evidence.applicable.as_slice();
    let broken = spread(&pack.graph, applicable, Side::Broken, evidence.answered_broken());
    let answered = spread(&pack.graph, applicable, Side::Kept, evidence.answered_low());
    let Outcome { today, planned, verdicts_today, verdicts, support } =
        outcome(pack, evidence, &answered, &broken, complete, |_| true);
    Evaluation {
        tension: tension(&pack.graph, applicable, &planned.values),
        near: near(pack, applicable, &verdicts, &planned),
        answered,
        broken,
        today,
        planned,
        verdicts_today,
        verdicts,
        support,
    }
}

/// What depends on the claims that count.
pub(super) struct Outcome {
    pub today: Known,
    pub planned: Known,
    pub verdicts_today: Vec<Verdict>,
    pub verdicts: Vec<Verdict>,
    pub support: Vec<u8>,
}

/// Both pictures as they are when only some claims count.
pub(super) fn outcome(
    pack: &Pack,
    evidence: &Evidence,
    answered: &Known,
    broken: &Known,
    complete: bool,
    counts: impl Fn(&Claimed) -> bool,
) -> Outcome {
    let (graph, applicable) = (&pack.graph, evidence.applicable.as_slice());
    let done = evidence.claims(|claimed| claimed.done && counts(claimed));
    let today = match done.iter().any(|&extent| extent > 0) {
        true => spread(graph, applicable, Side::Kept, highest(done, &evidence.answered_low())),
        false => answered.clone(),
    };
    let planned = spread(graph, applicable, Side::Kept, highest(evidence.claims(&counts), &today.values));
    let verdicts_today: Vec<Verdict> =
        graph.nodes().map(|node| verdict_today(applicable, answered, broken, &today, node)).collect();
    let verdicts =
        graph.nodes().map(|node| verdict(verdicts_today[node as usize], planned.value(node), complete)).collect();
    let support = support(graph, applicable, &planned.values);
    Outcome { today, planned, verdicts_today, verdicts, support }
}

fn highest(mut left: Vec<u8>, right: &[u8]) -> Vec<u8> {
    for (left, &right) in left.iter_mut().zip(right) {
        *left = right.max(*left);
    }
    left
}

fn verdict_today(applicable: &[bool], answered: &Known, broken: &Known, today: &Known, node: Node) -> Verdict {
    match (today.value(node), broken.value(node)) {
        _ if !applicable[node as usize] => Verdict::NotApplicable,
        (_, broken) if answered.value(node) + broken > 2 => Verdict::Contradictory,
        (2, _) => Verdict::Aligned,
        (1, _) => Verdict::Partly,
        (_, 2) => Verdict::NotAligned,
        _ => Verdict::Unanswered,
    }
}

/// The planned verdict on a commitment that stands so today and will be kept so far.
fn verdict(today: Verdict, low: u8, complete: bool) -> Verdict {
    match (today, low) {
        (Verdict::NotApplicable | Verdict::Contradictory, _) => today,
        (_, 2) => Verdict::Aligned,
        (_, 1) => Verdict::Partly,
        (Verdict::NotAligned, _) => Verdict::NotAligned,
        _ if complete => Verdict::NotAligned,
        _ => Verdict::Unanswered,
    }
}

fn near(pack: &Pack, applicable: &[bool], verdicts: &[Verdict], planned: &Known) -> Vec<bool> {
    let mut near = vec![false; verdicts.len()];
    for kept in pack.graph.nodes().filter(|&node| planned.value(node) > 0) {
        for (beside, _) in pack.graph.correspondences(kept) {
            let at = beside as usize;
            near[at] |= applicable[at] && verdicts[at] == Verdict::Unanswered;
        }
    }
    near
}

/// How much is surely kept, as a word.
pub(super) fn low(known: u8) -> Degree {
    match known {
        0 => Degree::None,
        1 => Degree::Partly,
        _ => Degree::Fully,
    }
}

/// How much may at most be kept, where so much is surely broken.
pub(super) fn high(broken: u8) -> Degree {
    low(2 - broken.min(2))
}
