//! `check(&Pack, &Plan) -> Report`: what a plan keeps, what it leaves open, why, and what helps.
//!
//! Evidence is gathered from the plan, spreads over the graph to what must hold, and is put into words.
//! Nothing is guessed (DESIGN section 3).

mod bounds;
mod evaluation;
mod evidence;
mod proof;
mod suggest;
mod support;

pub(crate) use support::SUPPORTED;

use crate::graph::Node;
use crate::pack::{Framework, Pack};
use crate::plan::{Plan, iso};
use crate::report::*;
use crate::words::{FrameworkKind, Verdict, arrange};
use evaluation::{Evaluation, high, low, outcome};
use evidence::Evidence;
use suggest::OpenGap;

/// Checks a plan against a pack.
///
/// It never fails: what is wrong with the plan is in the report, and what is sound in it is checked.
///
/// ```
/// use accordant::{Document, Plan, Source, check, compile};
/// let rules = r#"
///     pack small "A small pack" { version "1" }
///     framework oath "An oath" { promise 1 "Keep" { part 1.a "This" part 1.b "That" } }
/// "#;
/// let (pack, _) = compile(&[Source::new("small.accord", rules)]);
/// let plan: Document = serde_json::from_str(
///     r#"{"accordant": 1, "measures": [{"id": "m", "addresses": [{"commitment": "oath:1.a", "extent": "fully"}]}]}"#,
/// ).unwrap();
/// let report = check(&pack, &Plan::read(&plan));
/// assert_eq!(report.frameworks[0].planned.aligned, 1);
/// assert_eq!(report.gaps[0].commitment, "oath:1");
/// ```
pub fn check(pack: &Pack, plan: &Plan) -> Report {
    Checked::new(pack, plan).report()
}

/// The verdicts alone, by commitment in the order of the pack, and how many gaps are open: all that must be
/// known at once when a plan changes.
///
/// ```
/// use accordant::{Plan, Source, Verdict, compile};
/// let rules = r#"pack p "P" { version "1" } framework oath "An oath" { promise 1 "Keep" }"#;
/// let (pack, _) = compile(&[Source::new("p.accord", rules)]);
/// assert_eq!(accordant::check::verdicts(&pack, &Plan::default()), (vec![Verdict::Unanswered], 0));
/// ```
pub fn verdicts(pack: &Pack, plan: &Plan) -> (Vec<Verdict>, usize) {
    let checked = Checked::new(pack, plan);
    let gaps = checked.open_gaps().len();
    (checked.evaluation.verdicts, gaps)
}

/// Why a commitment stands as it does under a plan: its shortest proof, today and as planned, and what would
/// settle it where nothing is known. None if the pack has no such commitment.
///
/// ```
/// use accordant::{Plan, Source, compile, explain};
/// let rules = r#"pack p "P" { version "1" } framework oath "An oath" { promise 1 "Keep" }"#;
/// let (pack, _) = compile(&[Source::new("p.accord", rules)]);
/// let explanation = explain(&pack, &Plan::default(), "oath:1").unwrap();
/// assert_eq!(explanation.settle[0], "Answer in the baseline whether oath:1 is kept today.");
/// ```
pub fn explain(pack: &Pack, plan: &Plan, commitment: &str) -> Option<Explanation> {
    let node = pack.commitment(commitment)?;
    Some(proof::explain(&Checked::new(pack, plan), node))
}

/// A plan with all that is known of it.
pub(crate) struct Checked<'a> {
    pack: &'a Pack,
    plan: &'a Plan,
    evidence: Evidence,
    evaluation: Evaluation,
}

impl<'a> Checked<'a> {
    pub fn new(pack: &'a Pack, plan: &'a Plan) -> Checked<'a> {
        let evidence = evidence::gather(pack, plan);
        let evaluation = evaluation::evaluate(pack, &evidence, plan.complete);
        Checked { pack, plan, evidence, evaluation }
    }

    fn report(&self) -> Report {
        let (pack, plan) = (self.pack, self.plan);
        let gaps = self.open_gaps();
        Report {
            accordant: 1,
            pack: PackName { name: pack.info.name.clone(), version: pack.info.version.clone() },
            as_of: plan.as_of.map(iso),
            diagnostics: plan.faults.iter().chain(&self.evidence.faults).cloned().collect(),
            commitments: pack
                .graph
                .nodes()
                .filter_map(|node| Some((pack.id(node).to_string(), self.commitment(node)?)))
                .collect(),
            frameworks: pack
                .frameworks
                .iter()
                .filter(|framework| self.in_scope(framework))
                .map(|framework| self.framework(framework))
                .collect(),
            suggestions: suggest::suggest(pack, &gaps),
            gaps: self.gaps(gaps),
            conflicts: self.conflicts(),
            measures: (0..plan.measures.len()).map(|at| self.measure(at)).collect(),
        }
    }

    fn commitment(&self, node: Node) -> Option<CommitmentReport> {
        let (at, evaluation) = (node as usize, &self.evaluation);
        let (today, planned) = (evaluation.verdicts_today[at], evaluation.verdicts[at]);
        if planned == Verdict::NotApplicable {
            return Some(CommitmentReport::NotApplicable { verdict: NotApplicable::NotApplicable });
        }
        let standing = Standing {
            today: Today {
                low: low(evaluation.today.value(node)),
                high: high(evaluation.broken.value(node)),
                verdict: today,
            },
            planned: Planned { low: low(evaluation.planned.value(node)), verdict: planned },
            support: evaluation.support[at],
            tension: evaluation.tension[at],
            near: evaluation.near[at],
        };
        let silent = today == Verdict::Unanswered && planned == Verdict::Unanswered;
        let plain = standing.support == 0 && standing.tension == 0 && !standing.near;
        (!(silent && plain)).then_some(CommitmentReport::Applicable(standing))
    }

    /// The frameworks that the plan names; without any, all that are neither treaty nor instrument.
    fn in_scope(&self, framework: &Framework) -> bool {
        match &self.plan.scope {
            Some(scope) => scope.iter().any(|(_, id)| *id == framework.id),
            None => framework.kind == FrameworkKind::Framework,
        }
    }

    fn framework(&self, framework: &Framework) -> FrameworkReport {
        let mut report = FrameworkReport {
            id: framework.id.clone(),
            planned: Counts::default(),
            today: Counts::default(),
            supported: 0,
            in_tension: 0,
            near: 0,
            touched: Touched::default(),
        };
        for node in framework.first..framework.end {
            let (at, place) = (node as usize, self.pack.graph.place(node));
            if place.parent.is_none() {
                report.touched.of += 1;
                report.touched.top += u32::from(self.evaluation.planned.value(node) > 0);
            }
            if place.leaf {
                report.planned.add(self.evaluation.verdicts[at]);
                report.today.add(self.evaluation.verdicts_today[at]);
                report.supported += u32::from(self.evaluation.support[at] >= SUPPORTED);
                report.in_tension += u32::from(self.evaluation.tension[at] > 0);
                report.near += u32::from(self.evaluation.near[at]);
            }
        }
        report
    }

    /// The gaps in scope that weigh anything, by node.
    fn open_gaps(&self) -> Vec<OpenGap> {
        let frameworks = self.pack.frameworks.iter().filter(|framework| self.in_scope(framework));
        let nodes = frameworks.flat_map(|framework| framework.first..framework.end);
        nodes.map(|node| OpenGap { node, weight: self.weight(node) }).filter(|gap| gap.weight > 0).collect()
    }

    /// What an open gap weighs, in half-units; what is no gap weighs nothing.
    fn weight(&self, node: Node) -> u32 {
        match self.evaluation.verdicts[node as usize] {
            Verdict::NotAligned | Verdict::Contradictory => 4,
            Verdict::Partly => 2,
            Verdict::Unanswered if self.evaluation.near[node as usize] => 2,
            _ => 0,
        }
    }

    fn gaps(&self, mut gaps: Vec<OpenGap>) -> Vec<Gap> {
        arrange(&mut gaps, |a, b| b.weight.cmp(&a.weight).then(a.node.cmp(&b.node)));
        let gap = |gap: OpenGap| Gap {
            commitment: self.pack.id(gap.node).to_string(),
            verdict: self.evaluation.verdicts[gap.node as usize],
            near: self.evaluation.near[gap.node as usize],
            weight: gap.weight,
        };
        gaps.into_iter().map(gap).collect()
    }

    fn conflicts(&self) -> Vec<Conflict> {
        let contradictory = |node: &Node| self.evaluation.verdicts_today[*node as usize] == Verdict::Contradictory;
        let conflict =
            |node| Conflict { commitment: self.pack.id(node).to_string(), answers: self.answers_at_odds(node) };
        self.pack.graph.nodes().filter(contradictory).map(conflict).collect()
    }

    /// The commitments whose answers are at odds, by their names of today, in the order of the outlines.
    fn answers_at_odds(&self, node: Node) -> Vec<String> {
        let answers = proof::answers_at_odds(self, node);
        let said = self.evidence.said.iter().filter(|said| answers.contains(&said.answer));
        let mut nodes: Vec<Node> = said.map(|said| said.node).collect();
        nodes.sort_unstable();
        nodes.into_iter().map(|node| self.pack.id(node).to_string()).collect()
    }

    fn measure(&self, at: usize) -> MeasureReport {
        let measure = &self.plan.measures[at];
        let claimed = self.evidence.claimed.iter().filter(|claimed| claimed.measure == at);
        let addressed: Vec<Node> = claimed.map(|claimed| claimed.node).collect();
        MeasureReport {
            id: measure.id.clone(),
            tools: suggest::for_measure(self.pack, measure, &addressed),
            affects: self.affected_by(at),
        }
    }

    /// What would change if a measure were removed.
    fn affected_by(&self, at: usize) -> Vec<Affected> {
        if !self.evidence.claimed.iter().any(|claimed| claimed.measure == at) {
            return Vec::new();
        }
        let evaluation = &self.evaluation;
        let without = outcome(
            self.pack,
            &self.evidence,
            &evaluation.answered,
            &evaluation.broken,
            self.plan.complete,
            |claimed| claimed.measure != at,
        );
        let changed = |node: &Node| {
            let at = *node as usize;
            without.verdicts[at] != evaluation.verdicts[at] || without.support[at] != evaluation.support[at]
        };
        let affected = |node: Node| Affected {
            commitment: self.pack.id(node).to_string(),
            verdict: without.verdicts[node as usize],
            support: without.support[node as usize],
        };
        self.pack.graph.nodes().filter(changed).map(affected).collect()
    }
}
