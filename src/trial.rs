//! Runs the `test` items of a pack: the only runner of rule tests.

use crate::check::{check, explain};
use crate::graph::Node;
use crate::pack::{Expectation, Expected, Mark, Pack, Test};
use crate::report::{CommitmentReport, Explanation, Report, Step};
use crate::source::Span;
use crate::words::Verdict;

/// An expectation that did not come true: what was expected, what was found, and why it is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub expected: String,
    pub found: String,
    /// The proof of what was found, as lines of text; empty where there is nothing to prove.
    pub why: String,
    pub span: Span,
}

/// Runs one test of a pack. An empty list means that it passed.
///
/// ```
/// use accordant::{Source, compile, run_test};
/// let rules = r#"
///     pack p "P" { version "1" }
///     framework oath "An oath" { promise 1 "Keep" }
///     test silence-is-not-agreement { plan { } expect oath:1 aligned }
/// "#;
/// let (pack, _) = compile(&[Source::new("p.accord", rules)]);
/// let failures = run_test(&pack, &pack.tests[0]);
/// assert_eq!(failures[0].expected, "oath:1 is aligned");
/// assert_eq!(failures[0].found, "oath:1 is unanswered");
/// ```
pub fn run_test(pack: &Pack, test: &Test) -> Vec<Failure> {
    // An `expect` sees the whole pack, whatever the plan's scope.
    let mut plan = test.plan.clone();
    plan.scope = Some(pack.frameworks.iter().map(|framework| framework.id.clone()).enumerate().collect());
    let trial = Trial { pack, report: check(pack, &plan), test };
    test.expectations.iter().filter_map(|expectation| trial.failure(expectation)).collect()
}

struct Trial<'a> {
    pack: &'a Pack,
    report: Report,
    test: &'a Test,
}

impl Trial<'_> {
    fn failure(&self, expectation: &Expectation) -> Option<Failure> {
        let (expected, found, about) = match &expectation.what {
            Expected::Verdict { commitment, today, verdict } => self.verdict(*commitment, *today, *verdict)?,
            Expected::Mark { commitment, mark, present } => self.mark(*commitment, *mark, *present)?,
            Expected::Tool { tool, measure, present } => self.tool(tool, measure.as_deref(), *present)?,
        };
        let why = about.and_then(|node| explain(self.pack, &self.test.plan, self.pack.id(node)));
        let why = why.map(|explanation| proof_text(&explanation)).unwrap_or_default();
        Some(Failure { expected, found, why, span: expectation.span })
    }

    fn verdict(&self, node: Node, today: bool, wanted: Verdict) -> Option<(String, String, Option<Node>)> {
        let found = match self.standing(node) {
            Some(CommitmentReport::Applicable(standing)) if today => standing.today.verdict,
            Some(CommitmentReport::Applicable(standing)) => standing.planned.verdict,
            Some(CommitmentReport::NotApplicable { .. }) => Verdict::NotApplicable,
            None => Verdict::Unanswered,
        };
        let said = |verdict: Verdict| {
            format!("{} is {}{}", self.pack.id(node), verdict.word(), if today { " today" } else { "" })
        };
        (found != wanted).then(|| (said(wanted), said(found), Some(node)))
    }

    fn mark(&self, node: Node, mark: Mark, present: bool) -> Option<(String, String, Option<Node>)> {
        let (found, how) = match self.standing(node) {
            Some(CommitmentReport::Applicable(standing)) => match mark {
                Mark::Supported => {
                    (standing.support >= crate::check::SUPPORTED, format!(" (support {} of 54)", standing.support))
                }
                Mark::InTension => (standing.tension > 0, format!(" (tension {} of 54)", standing.tension)),
                Mark::Near => (standing.near, format!(" ({})", standing.planned.verdict.word())),
            },
            _ => (false, String::new()),
        };
        let said = |so: bool| format!("{} is {}{}", self.pack.id(node), if so { "" } else { "not " }, mark.word());
        (found != present).then(|| (said(present), format!("{}{how}", said(found)), None))
    }

    fn tool(&self, tool: &str, measure: Option<&str>, present: bool) -> Option<(String, String, Option<Node>)> {
        let tools: Vec<&str> = match measure {
            None => self.report.suggestions.iter().map(|suggestion| suggestion.tool.as_str()).collect(),
            Some(id) => {
                let measures = self.report.measures.iter().filter(|measure| measure.id == id);
                measures.flat_map(|measure| &measure.tools).map(|tool| tool.tool.as_str()).collect()
            }
        };
        let place = measure.map(|id| format!(" for {id}")).unwrap_or_default();
        let expected = format!("{}the tool {tool}{place}", if present { "" } else { "not " });
        let found = if tools.is_empty() {
            format!("no tools{place}")
        } else {
            format!("the tools {}{place}", tools.join(", "))
        };
        (tools.contains(&tool) != present).then_some((expected, found, None))
    }

    fn standing(&self, node: Node) -> Option<&CommitmentReport> {
        let id = self.pack.id(node);
        self.report.commitments.iter().find(|(name, _)| name == id).map(|(_, standing)| standing)
    }
}

/// A proof as lines of text, each premise indented below what follows from it.
pub fn proof_text(explanation: &Explanation) -> String {
    let mut text = String::new();
    for step in explanation.today.iter().chain(&explanation.planned) {
        lines(step, 0, &mut text);
    }
    for sentence in &explanation.settle {
        text.push_str(sentence);
        text.push('\n');
    }
    text
}

fn lines(step: &Step, depth: usize, text: &mut String) {
    text.push_str(&"  ".repeat(depth));
    text.push_str(&step.sentence);
    text.push('\n');
    for premise in &step.premises {
        lines(premise, depth + 1, text);
    }
}
