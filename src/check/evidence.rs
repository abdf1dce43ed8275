//! What the plan itself says of commitments: answers and claims, by index.

use crate::diagnostic::Fault;
use crate::graph::Node;
use crate::pack::{self, Pack};
use crate::plan::{Answer, Extent, Plan};

/// A claim of a measure, by the measure's place in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Claimed {
    pub measure: usize,
    pub node: Node,
    pub extent: u8,
    pub done: bool,
}

/// An answer of the baseline, by its place among the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub answer: usize,
    pub node: Node,
    pub word: Answer,
}

/// All that a plan says of commitments that it can mean, and what is wrong with the rest.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence {
    pub applicable: Vec<bool>,
    pub said: Vec<Said>,
    pub claimed: Vec<Claimed>,
    pub faults: Vec<Fault>,
}

pub(super) fn gather(pack: &Pack, plan: &Plan) -> Evidence {
    let applicable = pack::applicable(pack, plan);
    let counted = pack::first_answers(pack, plan).into_iter().filter(|&(node, _)| applicable[node as usize]);
    let said =
        counted.map(|(node, answer)| Said { answer, node, word: plan.baseline.answers[answer].answer }).collect();
    let mut claimed = claims(pack, plan);
    claimed.retain(|claimed| applicable[claimed.node as usize]);
    Evidence { applicable, said, claimed, faults: pack::faults_of(pack, plan) }
}

fn claims(pack: &Pack, plan: &Plan) -> Vec<Claimed> {
    let claims = plan.measures.iter().enumerate().flat_map(|(at, measure)| {
        measure.addresses.iter().filter_map(move |claim| {
            let node = pack::resolve(pack, &claim.commitment)?;
            let extent = if claim.extent == Extent::Fully { 2 } else { 1 };
            Some(Claimed { measure: at, node, extent, done: measure.is_done() })
        })
    });
    claims.collect()
}

impl Evidence {
    /// What the answers say is surely kept.
    pub fn answered_low(&self) -> Vec<u8> {
        self.fill(self.said.iter().map(|said| {
            (
                said.node,
                match said.word {
                    Answer::Yes => 2,
                    Answer::Partly => 1,
                    _ => 0,
                },
            )
        }))
    }

    /// What the answers say is surely broken.
    pub fn answered_broken(&self) -> Vec<u8> {
        self.fill(self.said.iter().map(|said| {
            (
                said.node,
                match said.word {
                    Answer::No => 2,
                    Answer::Partly => 1,
                    _ => 0,
                },
            )
        }))
    }

    pub fn claims(&self, counts: impl Fn(&Claimed) -> bool) -> Vec<u8> {
        self.fill(self.claimed.iter().filter(|claimed| counts(claimed)).map(|claimed| (claimed.node, claimed.extent)))
    }

    fn fill(&self, known: impl Iterator<Item = (Node, u8)>) -> Vec<u8> {
        let mut values = vec![0; self.applicable.len()];
        for (node, value) in known {
            let at = &mut values[node as usize];
            *at = value.max(*at);
        }
        values
    }
}
