//! What the names in a plan stand for in a pack.

use super::Pack;
use super::compile::unknown_commitment;
use crate::diagnostic::{Fault, did_you_mean};
use crate::graph::Node;
use crate::plan::{Plan, key_path};
use crate::words::FrameworkKind;

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
    faults
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
