//! What the plan itself says of commitments: answers and claims, by index.

use crate::diagnostic::Fault;
use crate::graph::Node;
use crate::pack::{self, Pack};
use crate::plan::key_path;
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
    let mut evidence = Evidence { applicable: vec![true; pack.commitments.len()], ..Evidence::default() };
    evidence.faults = pack::faults_of(pack, plan);
    let answers = plan.baseline.answers.iter().enumerate();
    evidence.said = answers
        .filter_map(|(answer, answered)| {
            Some(Said { answer, node: pack::resolve(pack, &answered.commitment)?, word: answered.answer })
        })
        .collect();
    evidence.refuse_second_answers(plan);
    evidence.take_out(pack);
    evidence.claimed = claims(pack, plan);
    evidence.refuse_inside(pack, plan);
    evidence
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
    /// An older name and the name of today can both be answered; then the first counts, and that is said.
    fn refuse_second_answers(&mut self, plan: &Plan) {
        let mut first = std::collections::BTreeMap::new();
        let faults = &mut self.faults;
        self.said.retain(|said| {
            let name = |answer: usize| plan.baseline.answers[answer].commitment.as_str();
            let kept = *first.entry(said.node).or_insert(said.answer);
            if kept != said.answer {
                let message = format!("`{}` is answered already, as `{}`", name(said.answer), name(kept));
                let fault = Fault::new("duplicate-answer", key_path("baseline.answers", name(said.answer)), message);
                faults.push(fault.help("the first one counts; remove the other"));
            }
            kept == said.answer
        });
    }

    /// What does not apply, with all below it, is taken out.
    fn take_out(&mut self, pack: &Pack) {
        for said in self.said.iter().filter(|said| said.word == Answer::NotApplicable) {
            let end = pack.graph.place(said.node).end;
            self.applicable[said.node as usize..end as usize].fill(false);
        }
        self.said.retain(|said| said.word != Answer::NotApplicable || !self.applicable[said.node as usize]);
    }

    /// Answers and claims inside what does not apply count for nothing, and that is said.
    fn refuse_inside(&mut self, pack: &Pack, plan: &Plan) {
        let (applicable, faults) = (&self.applicable, &mut self.faults);
        let help = "take the answer `not-applicable` back, or remove this";
        self.said.retain(|said| {
            let counts = applicable[said.node as usize];
            if !counts && said.word != Answer::NotApplicable {
                let message = format!("`{}` is answered but does not apply", pack.id(said.node));
                let path = key_path("baseline.answers", &plan.baseline.answers[said.answer].commitment);
                faults.push(Fault::new("not-applicable", path, message).help(help));
            }
            counts
        });
        self.claimed.retain(|claimed| applicable[claimed.node as usize]);
        for measure in &plan.measures {
            for claim in &measure.addresses {
                let Some(node) = pack::resolve(pack, &claim.commitment).filter(|&node| !applicable[node as usize])
                else {
                    continue;
                };
                let message = format!("`{}` is addressed but does not apply", pack.id(node));
                let path = format!("measures[{}].addresses[{}]", measure.index, claim.index);
                faults.push(Fault::new("not-applicable", path, message).help(help));
            }
        }
    }

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
