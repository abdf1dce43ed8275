//! The shortest proof of a verdict, read off the rounds of the propagation, never computed a second way.

use super::Checked;
use super::bounds::{Known, NEVER};
use super::evaluation::{high, low};
use crate::graph::{Node, Transfer};
use crate::pack::Link;
use crate::plan::Answer;
use crate::report::{Bound, CrossedLink, Explanation, LinkBasis, Picture, Step, Verdicts, Via};
use crate::words::{BasisKind, Degree, Verb, Verdict, natural_order};
use std::collections::BTreeSet;

/// How many steps a proof goes back before the rest is only counted: deeper trees help nobody.
const MAX_DEPTH: u32 = 60;

/// What is to be proved: that so much (1 or 2) is known of a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Claim {
    fixpoint: Fixpoint,
    node: Node,
    value: u8,
}

/// One of the four propagations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fixpoint {
    Answered,
    Broken,
    Today,
    Planned,
}

/// A way in which something became known.
enum Reason<'a> {
    Answer(usize),
    Measure(usize),
    Today,
    Crossed(Crossing, Node, Option<&'a Link>),
    Union,
}

/// How something crossed from one commitment to another: along the outline or a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Crossing {
    Outline,
    Link,
}

/// Why a commitment stands as it does.
pub(super) fn explain(checked: &Checked, node: Node) -> Explanation {
    let evaluation = &checked.evaluation;
    let (today, planned) = (evaluation.verdicts_today[node as usize], evaluation.verdicts[node as usize]);
    Explanation {
        commitment: checked.pack.id(node).to_string(),
        title: checked.pack.commitments[node as usize].title.clone(),
        verdict: Verdicts { today, planned },
        today: Prover::new(checked).today(node, today),
        planned: Prover::new(checked).planned(node, today, planned),
        settle: settle(checked, node, today, planned),
    }
}

/// The answers that are at odds over a contradictory commitment, by their place in the plan.
pub(super) fn answers_at_odds(checked: &Checked, node: Node) -> BTreeSet<usize> {
    let mut prover = Prover::new(checked);
    let mut answers = BTreeSet::new();
    for claim in conflict(checked, node) {
        prover.collect_answers(claim, &mut answers);
    }
    answers
}

/// The least that must be known of both sides for a commitment to be contradictory.
fn conflict(checked: &Checked, node: Node) -> [Claim; 2] {
    let broken = checked.evaluation.broken.value(node);
    let kept = Claim { fixpoint: Fixpoint::Answered, node, value: 3 - broken };
    [kept, Claim { fixpoint: Fixpoint::Broken, node, value: broken }]
}

struct Prover<'a> {
    checked: &'a Checked<'a>,
    /// What was proved already, and need not be shown twice.
    shown: BTreeSet<Claim>,
}

impl<'a> Prover<'a> {
    fn new(checked: &'a Checked<'a>) -> Prover<'a> {
        Prover { checked, shown: BTreeSet::new() }
    }

    fn today(&mut self, node: Node, verdict: Verdict) -> Option<Step> {
        match verdict {
            Verdict::Aligned => Some(self.prove(Fixpoint::Today, node, 2)),
            Verdict::Partly => Some(self.prove(Fixpoint::Today, node, 1)),
            Verdict::NotAligned => Some(self.prove(Fixpoint::Broken, node, 2)),
            Verdict::Contradictory => Some(self.contradiction(node, Picture::Today)),
            Verdict::Unanswered | Verdict::NotApplicable => None,
        }
    }

    fn planned(&mut self, node: Node, today: Verdict, verdict: Verdict) -> Option<Step> {
        match verdict {
            Verdict::Aligned => Some(self.prove(Fixpoint::Planned, node, 2)),
            Verdict::Partly => Some(self.prove(Fixpoint::Planned, node, 1)),
            Verdict::NotAligned if today == Verdict::NotAligned => {
                let premise = self.prove(Fixpoint::Broken, node, 2);
                let id = self.named(node);
                let sentence = format!("{id} is not kept today, and no measure of this plan changes that.");
                Some(self.step(sentence, node, Picture::Planned, Bound::High, Degree::None, Via::Today, vec![premise]))
            }
            Verdict::NotAligned => {
                let sentence =
                    format!("The plan says that it is complete, and nothing in it keeps {}.", self.named(node));
                Some(self.step(sentence, node, Picture::Planned, Bound::Low, Degree::None, Via::Complete, Vec::new()))
            }
            Verdict::Contradictory => Some(self.contradiction(node, Picture::Planned)),
            Verdict::Unanswered | Verdict::NotApplicable => None,
        }
    }

    fn contradiction(&mut self, node: Node, picture: Picture) -> Step {
        let premises = conflict(self.checked, node).map(|claim| self.prove(claim.fixpoint, claim.node, claim.value));
        let sentence = format!("The answers say two things of {} that cannot both be so.", self.named(node));
        self.step(
            sentence,
            node,
            picture,
            Bound::Low,
            low(self.checked.evaluation.answered.value(node)),
            Via::Conflict,
            premises.into(),
        )
    }

    fn prove(&mut self, fixpoint: Fixpoint, node: Node, value: u8) -> Step {
        self.prove_claim(Claim { fixpoint, node, value }, 0)
    }

    fn prove_claim(&mut self, claim: Claim, depth: u32) -> Step {
        let reason = self.reason(claim);
        let (mut sentence, via) = (self.sentence(claim, &reason), self.via(&reason));
        let further = self.premises(claim, &reason);
        let mut premises = Vec::new();
        if !self.shown.insert(claim) && !further.is_empty() {
            sentence.push_str(" (Shown above.)");
        } else if depth >= MAX_DEPTH && !further.is_empty() {
            let rounds = self.known(claim.fixpoint).round(claim.node, claim.value);
            sentence.push_str(&format!(" (This goes back over {rounds} more steps.)"));
        } else {
            premises = further.into_iter().map(|premise| self.prove_claim(premise, depth + 1)).collect();
        }
        let (picture, bound, degree) = shown_as(claim);
        self.step(sentence, claim.node, picture, bound, degree, via, premises)
    }

    fn collect_answers(&mut self, claim: Claim, answers: &mut BTreeSet<usize>) {
        let mut open = vec![claim];
        while let Some(claim) = open.pop() {
            if self.shown.insert(claim) {
                let reason = self.reason(claim);
                answers.extend(if let Reason::Answer(answer) = reason { Some(answer) } else { None });
                open.extend(self.premises(claim, &reason));
            }
        }
    }

    // ---- reading the rounds

    fn known(&self, fixpoint: Fixpoint) -> &'a Known {
        let evaluation = &self.checked.evaluation;
        match fixpoint {
            Fixpoint::Answered => &evaluation.answered,
            Fixpoint::Broken => &evaluation.broken,
            Fixpoint::Today => &evaluation.today,
            Fixpoint::Planned => &evaluation.planned,
        }
    }

    fn reason(&self, claim: Claim) -> Reason<'a> {
        match self.known(claim.fixpoint).round(claim.node, claim.value) {
            0 => self.evidence(claim),
            round => self.crossing(claim, round),
        }
    }

    fn evidence(&self, claim: Claim) -> Reason<'a> {
        let evidence = &self.checked.evidence;
        let answer = evidence
            .said
            .iter()
            .find(|said| said.node == claim.node && strength(claim.fixpoint, said.word) >= claim.value);
        if let Some(said) = answer.filter(|_| claim.fixpoint != Fixpoint::Planned) {
            return Reason::Answer(said.answer);
        }
        let measure = evidence.claimed.iter().find(|claimed| {
            let counts = claim.fixpoint == Fixpoint::Planned || claimed.done;
            counts && claimed.node == claim.node && claimed.extent >= claim.value
        });
        measure.map_or(Reason::Today, |claimed| Reason::Measure(claimed.measure))
    }

    /// Of all that could have crossed, that with the least round; ties by (from, verb, to).
    fn crossing(&self, claim: Claim, round: u32) -> Reason<'a> {
        let graph = &self.checked.pack.graph;
        let known = self.known(claim.fixpoint);
        let mut ways: Vec<(u32, &str, &str, Reason)> = Vec::new();
        for (other, transfer) in graph.correspondences(claim.node) {
            let inward = reversed(transfer);
            if let Some(at) = self.premise_round(known, other, inward, claim.value).filter(|&at| at < round) {
                let link = self.link(other, claim.node);
                ways.push((at, self.id(other), verb(inward), Reason::Crossed(Crossing::Link, other, link)));
            }
        }
        let place = graph.place(claim.node);
        if let Some(parent) = place.parent.filter(|&parent| !graph.place(parent).menu)
            && let Some(at) =
                self.premise_round(known, parent, Transfer::Contains, claim.value).filter(|&at| at < round)
        {
            ways.push((at, self.id(parent), "contains", Reason::Crossed(Crossing::Outline, parent, None)));
        }
        if !(place.menu && claim.fixpoint == Fixpoint::Broken) {
            for child in graph.children(claim.node) {
                if let Some(at) =
                    self.premise_round(known, child, Transfer::Within, claim.value).filter(|&at| at < round)
                {
                    ways.push((at, self.id(child), "within", Reason::Crossed(Crossing::Outline, child, None)));
                }
            }
            let last = self.children(claim.node).map(|child| known.round(child, 2)).max();
            if let (2, Some(at)) = (claim.value, last.filter(|&at| at < round)) {
                ways.push((
                    at,
                    self.children(claim.node).next().map_or("", |child| self.id(child)),
                    "union",
                    Reason::Union,
                ));
            }
        }
        let first = ways
            .into_iter()
            .min_by(|a, b| a.0.cmp(&b.0).then_with(|| natural_order(a.1, b.1)).then_with(|| a.2.cmp(b.2)));
        first.map_or(Reason::Today, |(_, _, _, reason)| reason)
    }

    fn premise_round(&self, known: &Known, from: Node, transfer: Transfer, value: u8) -> Option<u32> {
        let needed = transfer.needs(value)?;
        Some(known.round(from, needed))
            .filter(|&round| round != NEVER && self.checked.evidence.applicable[from as usize])
    }

    fn children(&self, node: Node) -> impl Iterator<Item = Node> {
        let applicable = &self.checked.evidence.applicable;
        self.checked.pack.graph.children(node).filter(|&child| applicable[child as usize])
    }

    fn link(&self, from: Node, to: Node) -> Option<&'a Link> {
        self.checked.pack.links_between(from, to).find(|link| link.verb.is_correspondence())
    }

    fn premises(&self, claim: Claim, reason: &Reason) -> Vec<Claim> {
        match reason {
            Reason::Answer(_) | Reason::Measure(_) => Vec::new(),
            Reason::Today => vec![Claim { fixpoint: Fixpoint::Today, ..claim }],
            Reason::Union => self.children(claim.node).map(|node| Claim { node, value: 2, ..claim }).collect(),
            Reason::Crossed(crossing, from, _) => {
                let transfer = self.transfer(*crossing, *from, claim.node);
                vec![Claim { node: *from, value: transfer.needs(claim.value).unwrap_or(2), ..claim }]
            }
        }
    }

    fn transfer(&self, crossing: Crossing, from: Node, to: Node) -> Transfer {
        let graph = &self.checked.pack.graph;
        match crossing {
            Crossing::Outline if graph.place(to).parent == Some(from) => Transfer::Contains,
            Crossing::Outline => Transfer::Within,
            Crossing::Link => {
                let mut beside = graph.correspondences(from);
                beside.find(|&(other, _)| other == to).map_or(Transfer::Overlaps, |(_, transfer)| transfer)
            }
        }
    }

    // ---- putting it into words

    fn via(&self, reason: &Reason) -> Via {
        let plan = self.checked.plan;
        match reason {
            Reason::Answer(at) => Via::Answer { evidence: plan.baseline.answers[*at].evidence.clone() },
            Reason::Measure(at) => Via::Measure { measure: plan.measures[*at].id.clone() },
            Reason::Today => Via::Today,
            Reason::Union => Via::Union,
            Reason::Crossed(_, _, Some(link)) => Via::Link { link: self.crossed(link) },
            Reason::Crossed(_, _, None) => Via::Outline,
        }
    }

    fn crossed(&self, link: &Link) -> CrossedLink {
        let pack = self.checked.pack;
        let basis = link.basis.as_ref();
        CrossedLink {
            from: pack.id(link.from).to_string(),
            verb: link.verb,
            to: pack.end_id(link.to).to_string(),
            because: link.because.clone().unwrap_or_default(),
            basis: LinkBasis {
                kind: basis.map_or(BasisKind::Editorial, |basis| basis.kind),
                source: basis.map(|basis| basis.source.clone()).unwrap_or_default(),
            },
        }
    }

    fn sentence(&self, claim: Claim, reason: &Reason) -> String {
        let id = self.named(claim.node);
        let so = said(claim);
        match reason {
            Reason::Answer(at) => {
                let answered = &self.checked.plan.baseline.answers[*at];
                let evidence =
                    answered.evidence.as_deref().map(|evidence| format!(" Evidence: “{evidence}”")).unwrap_or_default();
                format!("The baseline answers “{}” on {id}.{evidence}", answered.answer.word())
            }
            Reason::Measure(at) => {
                let measure = &self.checked.plan.measures[*at];
                let done = if claim.fixpoint == Fixpoint::Today { ", which is done," } else { "" };
                let claims = self.checked.evidence.claimed.iter();
                let extent = claims
                    .filter(|claimed| claimed.measure == *at && claimed.node == claim.node)
                    .map(|claimed| claimed.extent)
                    .max();
                let degree = if extent == Some(2) { "fully" } else { "partly" };
                format!("The measure “{}”{done} addresses {id} {degree}.", measure.called())
            }
            Reason::Today => format!("{id} {so} today already."),
            Reason::Union => format!(
                "Each commitment below {id} {}, and together they are all that it asks for: {id} {so}.",
                said(Claim { value: 2, ..claim })
            ),
            Reason::Crossed(Crossing::Outline, from, _) => match self.transfer(Crossing::Outline, *from, claim.node) {
                Transfer::Contains => format!("{id} is a part of {}, and so {so}.", self.named(*from)),
                _ => format!("{} is a part of {id}, which therefore {so}.", self.named(*from)),
            },
            Reason::Crossed(Crossing::Link, from, link) => {
                let needed = self.transfer(Crossing::Link, *from, claim.node).needs(claim.value).unwrap_or(2);
                let premise = said(Claim { node: *from, value: needed, ..claim });
                let joined = link.map(|link| {
                    let because = link.because.as_deref().unwrap_or_default();
                    let end = self.checked.pack.end_id(link.to);
                    format!(" {} {} {end}: {because}", self.id(link.from), joins(link.verb))
                });
                format!("{} {premise}, so {id} {so}.{}", self.named(*from), joined.unwrap_or_default())
            }
        }
    }

    /// A commitment as a reader knows it: its label, and its name to look it up by.
    fn named(&self, node: Node) -> String {
        format!("“{}” ({})", self.checked.pack.commitments[node as usize].title, self.id(node))
    }

    fn id(&self, node: Node) -> &'a str {
        self.checked.pack.id(node)
    }

    #[allow(
        clippy::too_many_arguments,
        reason = "a step has seven parts, and this is the one place that puts them together"
    )]
    fn step(
        &self,
        sentence: String,
        node: Node,
        picture: Picture,
        bound: Bound,
        value: Degree,
        via: Via,
        premises: Vec<Step>,
    ) -> Step {
        Step { sentence, commitment: self.id(node).to_string(), picture, bound, value, via, premises }
    }
}

fn shown_as(claim: Claim) -> (Picture, Bound, Degree) {
    match claim.fixpoint {
        Fixpoint::Broken => (Picture::Today, Bound::High, high(claim.value)),
        Fixpoint::Planned => (Picture::Planned, Bound::Low, low(claim.value)),
        Fixpoint::Answered | Fixpoint::Today => (Picture::Today, Bound::Low, low(claim.value)),
    }
}

/// What a claim says, as the end of a sentence.
fn said(claim: Claim) -> &'static str {
    match (claim.fixpoint, claim.value) {
        (Fixpoint::Broken, 2) => "is not kept at all",
        (Fixpoint::Broken, _) => "is not kept in full",
        (_, 2) => "is kept in full",
        (_, _) => "is kept at least in part",
    }
}

/// A verb between two commitments, as a reader says it.
fn joins(verb: Verb) -> &'static str {
    match verb {
        Verb::Equals => "asks for the same as",
        Verb::Contains => "asks for all that is in, and more than,",
        Verb::Within => "is part of",
        Verb::Overlaps => "overlaps with",
        other => other.word(),
    }
}

fn strength(fixpoint: Fixpoint, answer: Answer) -> u8 {
    match (fixpoint, answer) {
        (_, Answer::NotApplicable) => 0,
        (_, Answer::Partly) => 1,
        (Fixpoint::Broken, Answer::No) | (Fixpoint::Answered | Fixpoint::Today, Answer::Yes) => 2,
        _ => 0,
    }
}

fn reversed(transfer: Transfer) -> Transfer {
    match transfer {
        Transfer::Contains => Transfer::Within,
        Transfer::Within => Transfer::Contains,
        same => same,
    }
}

fn verb(transfer: Transfer) -> &'static str {
    match transfer {
        Transfer::Equals => "equals",
        Transfer::Contains => "contains",
        Transfer::Within => "within",
        Transfer::Overlaps => "overlaps",
    }
}

/// What would settle a commitment of which nothing is known.
fn settle(checked: &Checked, node: Node, today: Verdict, planned: Verdict) -> Vec<String> {
    let id = checked.pack.id(node);
    let mut settle = Vec::new();
    if today == Verdict::Contradictory {
        let answers = answers_at_odds(checked, node);
        let names: Vec<&str> =
            answers.iter().map(|&at| checked.plan.baseline.answers[at].commitment.as_str()).collect();
        settle.push(format!("Look again at the baseline answers on {}: they cannot all be right.", names.join(", ")));
    }
    if today == Verdict::Unanswered {
        settle.push(format!("Answer in the baseline whether {id} is kept today."));
    }
    if planned == Verdict::Unanswered {
        settle.push(format!("If a measure of this plan helps to keep {id}, say so in what it addresses."));
        for (beside, _) in checked.pack.graph.correspondences(node) {
            if checked.evaluation.planned.value(beside) > 0
                && let Some(link) = checked.pack.links_between(node, beside).find(|link| link.verb.is_correspondence())
            {
                let because = link.because.as_deref().unwrap_or_default();
                settle.push(format!(
                    "This plan keeps {} at least in part; look there first. {because}",
                    checked.pack.id(beside)
                ));
            }
        }
    }
    if planned == Verdict::NotApplicable {
        settle.push(format!("The baseline says that {id} does not apply."));
    }
    settle
}
