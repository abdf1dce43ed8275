//! What the names in a plan stand for in a pack.

use super::{Names, Pack};
use crate::diagnostic::{Fault, did_you_mean, nearest};
use crate::graph::Node;
use crate::plan::{Answer, Plan, key_path};
use crate::words::FrameworkKind;
use std::collections::BTreeSet;

/// The commitment that a name in a plan means. An older name is understood.
pub(crate) fn resolve(pack: &Pack, name: &str) -> Option<Node> {
    pack.commitment(name)
}

/// What is wrong with the names in a plan, each with its path; older names are said as well.
pub(crate) fn faults_of(pack: &Pack, plan: &Plan) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, id) in plan.scope.iter().flatten() {
        if !pack.names.frameworks.contains_key(id) {
            let help = did_you_mean(id, pack.names.frameworks.keys().map(String::as_str));
            faults.push(
                Fault::new("unknown-framework", format!("scope[{index}]"), format!("there is no framework `{id}`"))
                    .help(help),
            );
        }
    }
    for answered in &plan.baseline.answers {
        let path = || key_path("baseline.answers", &answered.commitment);
        faults.extend(commitment_fault(pack, &answered.commitment, path));
    }
    for treaty in &plan.treaties {
        faults.extend(treaty_fault(pack, &treaty.id));
    }
    for measure in &plan.measures {
        for claim in &measure.addresses {
            let path = || format!("measures[{}].addresses[{}]", measure.index, claim.index);
            faults.extend(commitment_fault(pack, &claim.commitment, path));
        }
    }
    faults.extend(second_answers(pack, plan));
    faults.extend(inside_not_applicable(pack, plan));
    faults
}

/// An older name and the name of today can both be answered; then the first counts, and that is said.
fn second_answers(pack: &Pack, plan: &Plan) -> Vec<Fault> {
    let mut first: Vec<(Node, &str)> = Vec::new();
    let mut faults = Vec::new();
    for answered in &plan.baseline.answers {
        let Some(node) = resolve(pack, &answered.commitment) else { continue };
        // Only a commitment with an older name can be answered twice.
        if pack.commitments[node as usize].formerly.is_empty() {
            continue;
        }
        match first.iter().find(|(other, _)| *other == node) {
            None => first.push((node, &answered.commitment)),
            Some((_, name)) => {
                let message = format!("`{}` is answered already, as `{name}`", answered.commitment);
                let fault = Fault::new("duplicate-answer", key_path("baseline.answers", &answered.commitment), message);
                faults.push(fault.help("the first one counts; remove the other"));
            }
        }
    }
    faults
}

/// Answers and claims inside what does not apply count for nothing, and that is said.
fn inside_not_applicable(pack: &Pack, plan: &Plan) -> Vec<Fault> {
    const HELP: &str = "take the answer `not-applicable` back, or remove this";
    let applicable = applicable(pack, plan);
    let is_out = |name: &str| resolve(pack, name).filter(|&node| !applicable[node as usize]);
    let mut faults = Vec::new();
    for answered in plan.baseline.answers.iter().filter(|answered| answered.answer != Answer::NotApplicable) {
        if let Some(node) = is_out(&answered.commitment) {
            let message = format!("`{}` is answered but does not apply", pack.id(node));
            faults.push(
                Fault::new("not-applicable", key_path("baseline.answers", &answered.commitment), message).help(HELP),
            );
        }
    }
    for measure in &plan.measures {
        for claim in &measure.addresses {
            if let Some(node) = is_out(&claim.commitment) {
                let path = format!("measures[{}].addresses[{}]", measure.index, claim.index);
                let message = format!("`{}` is addressed but does not apply", pack.id(node));
                faults.push(Fault::new("not-applicable", path, message).help(HELP));
            }
        }
    }
    faults
}

/// Which commitments apply: all but those that the plan takes out, each with all that is below it.
pub(crate) fn applicable(pack: &Pack, plan: &Plan) -> Vec<bool> {
    let mut applicable = vec![true; pack.commitments.len()];
    for (node, at) in first_answers(pack, plan) {
        if plan.baseline.answers[at].answer == Answer::NotApplicable {
            applicable[node as usize..pack.graph.place(node).end as usize].fill(false);
        }
    }
    applicable
}

/// The answers that count, by their place in the plan: of two on one commitment, by names old and new, the first.
pub(crate) fn first_answers(pack: &Pack, plan: &Plan) -> Vec<(Node, usize)> {
    let mut answered = BTreeSet::new();
    let answers = plan.baseline.answers.iter().enumerate();
    let resolved = answers.filter_map(|(at, given)| Some((resolve(pack, &given.commitment)?, at)));
    resolved.filter(|&(node, _)| answered.insert(node)).collect()
}

fn commitment_fault(pack: &Pack, name: &str, path: impl Fn() -> String) -> Option<Fault> {
    if pack.names.commitments.contains_key(name) {
        return None;
    }
    let unknown = unknown_commitment(&pack.names, name);
    Some(Fault::new(unknown.code, path(), unknown.message).help(unknown.help))
}

fn treaty_fault(pack: &Pack, id: &str) -> Option<Fault> {
    let is_treaty = |index: &u32| pack.frameworks[*index as usize].kind == FrameworkKind::Treaty;
    if pack.names.frameworks.get(id).is_some_and(is_treaty) {
        return None;
    }
    let treaties = pack.frameworks.iter().filter(|framework| framework.kind == FrameworkKind::Treaty);
    let names: Vec<&str> = treaties.map(|treaty| treaty.id.as_str()).collect();
    let help = match names.is_empty() {
        true => "this pack has no treaties".to_string(),
        false => did_you_mean(id, names.iter().copied()),
    };
    Some(Fault::new("unknown-treaty", key_path("treaties", id), format!("there is no treaty `{id}`")).help(help))
}

/// Why a name stands for no commitment, and what might have been meant.
pub(crate) struct Unknown {
    pub code: &'static str,
    pub message: String,
    pub help: String,
}

pub(crate) fn unknown_commitment(names: &Names, id: &str) -> Unknown {
    let (framework, _) = id.split_once(':').unwrap_or((id, ""));
    if let Some(current) = names.formerly.get(id).and_then(|node| names.commitments.iter().find(|(_, at)| *at == node))
    {
        let message = format!("`{id}` is an older name");
        return Unknown { code: "renamed", message, help: format!("write `{}`", current.0) };
    }
    if names.indicators.contains_key(id) {
        let message = format!("`{id}` is an indicator, not a commitment");
        return Unknown { code: "not-a-commitment", message, help: "name the commitment that it measures".into() };
    }
    if !id.contains(':') {
        let message = format!("`{id}` is no reference");
        return Unknown { code: "unknown-commitment", message, help: "write it as `framework:code`".into() };
    }
    if !names.frameworks.contains_key(framework) {
        let message = format!("there is no framework `{framework}`");
        let help = did_you_mean(framework, names.frameworks.keys().map(String::as_str));
        return Unknown { code: "unknown-framework", message, help };
    }
    let start = format!("{framework}:");
    let of_framework =
        names.commitments.range(start.clone()..).map(|(id, _)| id.as_str()).take_while(|id| id.starts_with(&start));
    let help = match nearest(id, of_framework) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("look it up in the outline of `{framework}`"),
    };
    Unknown { code: "unknown-commitment", message: format!("there is no commitment `{id}`"), help }
}
