//! What the report should say, as JSON: DESIGN section 6, and "Suggestions" of section 3.
//!
//! The design fixes no order for `closes`, `serves` and `affects`; here they are sorted as plain text, and whoever
//! compares sorts the other side too.

use super::evaluate::{Evaluation, Standing, applies, evaluate};
use super::world::{Degree, Measure, Plan, Tool, World, natural};
use serde_json::{Map, Value, json};

const VERDICTS: [&str; 6] = ["aligned", "partly", "not-aligned", "unanswered", "contradictory", "not-applicable"];

/// The parts of a report that are held against each other. Of `conflicts` only the commitments are here.
pub fn report(world: &World, plan: &Plan) -> Value {
    let found = evaluate(world, plan);
    let gaps = gaps(world, plan, &found);
    json!({
        "commitments": commitments(world, &found),
        "frameworks": frameworks(world, plan, &found),
        "gaps": gaps.iter().map(|gap| gap_entry(world, &found, gap)).collect::<Vec<_>>(),
        "conflicts": conflicts(world, &found),
        "suggestions": suggestions(world, &gaps),
        "measures": measures(world, plan, &found),
    })
}

// ---- commitments, frameworks, conflicts

fn commitments(world: &World, found: &Evaluation) -> Value {
    let mut entries = Map::new();
    for (node, standing) in found.iter().enumerate() {
        match standing {
            None => {
                entries.insert(world.id(node).to_string(), json!({"verdict": "not-applicable"}));
            }
            Some(standing) if is_worth_saying(standing) => {
                entries.insert(world.id(node).to_string(), standing_entry(standing));
            }
            Some(_) => {}
        }
    }
    Value::Object(entries)
}

fn is_worth_saying(standing: &Standing) -> bool {
    let unanswered = standing.today == "unanswered" && standing.planned == "unanswered";
    !unanswered || standing.support > 0 || standing.tension > 0 || standing.near
}

fn standing_entry(standing: &Standing) -> Value {
    json!({
        "today": {
            "low": standing.today_low.word(),
            "high": standing.today_high.word(),
            "verdict": standing.today,
        },
        "planned": {"low": standing.planned_low.word(), "verdict": standing.planned},
        "support": standing.support,
        "tension": standing.tension,
        "near": standing.near,
    })
}

fn frameworks(world: &World, plan: &Plan, found: &Evaluation) -> Value {
    scope(world, plan).into_iter().map(|framework| framework_entry(world, found, framework)).collect()
}

/// Frameworks in scope, by id.
fn scope(world: &World, plan: &Plan) -> Vec<usize> {
    let in_scope = |framework: &usize| match &plan.scope {
        Some(scope) => scope.contains(framework),
        None => world.frameworks[*framework].kind == "framework",
    };
    world.frameworks_by_id().into_iter().filter(in_scope).collect()
}

fn framework_entry(world: &World, found: &Evaluation, framework: usize) -> Value {
    let leaves: Vec<usize> = (0..world.nodes.len())
        .filter(|&node| world.nodes[node].framework == framework && world.children(node).is_empty())
        .collect();
    let count =
        |is_so: fn(&Standing) -> bool| leaves.iter().filter(|&&leaf| found[leaf].as_ref().is_some_and(is_so)).count();
    let top = world.top(framework);
    let kept = |node: &usize| found[*node].as_ref().is_some_and(|standing| standing.planned_low >= Degree::Partly);
    json!({
        "id": world.frameworks[framework].id,
        "planned": counts(found, &leaves, |standing| standing.planned),
        "today": counts(found, &leaves, |standing| standing.today),
        "supported": count(|standing| standing.support >= 18),
        "inTension": count(|standing| standing.tension > 0),
        "near": count(|standing| standing.near),
        "touched": {"of": top.len(), "top": top.iter().copied().filter(kept).count()},
    })
}

fn counts(found: &Evaluation, leaves: &[usize], verdict: fn(&Standing) -> &'static str) -> Value {
    let mut counts = Map::new();
    for word in VERDICTS {
        let is_it = |leaf: &usize| found[*leaf].as_ref().map_or("not-applicable", verdict) == word;
        counts.insert(word.to_string(), json!(leaves.iter().copied().filter(is_it).count()));
    }
    Value::Object(counts)
}

fn conflicts(world: &World, found: &Evaluation) -> Value {
    let contradictory = |node: &usize| planned(found, *node) == "contradictory";
    world.outline().into_iter().filter(contradictory).map(|node| json!(world.id(node))).collect()
}

fn planned(found: &Evaluation, node: usize) -> &'static str {
    found[node].as_ref().map_or("not-applicable", |standing| standing.planned)
}

// ---- gaps and suggestions

/// A commitment, and in half-units what it weighs.
type Gap = (usize, u32);

/// Open gaps in scope: the heaviest first, then as in the outline.
fn gaps(world: &World, plan: &Plan, found: &Evaluation) -> Vec<Gap> {
    let scope = scope(world, plan);
    let in_scope = world.outline().into_iter().filter(|&node| scope.contains(&world.nodes[node].framework));
    let all: Vec<Gap> = in_scope.filter_map(|node| Some((node, weight(found[node].as_ref()?)))).collect();
    let mut gaps = Vec::new();
    for weight in [4, 2] {
        gaps.extend(all.iter().copied().filter(|gap| gap.1 == weight));
    }
    gaps
}

fn weight(standing: &Standing) -> u32 {
    match standing.planned {
        "not-aligned" | "contradictory" => 4,
        "partly" => 2,
        "unanswered" if standing.near => 2,
        _ => 0,
    }
}

fn gap_entry(world: &World, found: &Evaluation, &(node, weight): &Gap) -> Value {
    json!({
        "commitment": world.id(node),
        "verdict": planned(found, node),
        "near": found[node].as_ref().is_some_and(|standing| standing.near),
        "weight": weight,
    })
}

/// Greedy: each time the tool that adds most to what is covered, of several the first by id.
fn suggestions(world: &World, gaps: &[Gap]) -> Value {
    let mut covered = vec![0; gaps.len()];
    let mut tools: Vec<&Tool> = world.tools.iter().collect();
    tools.sort_by_key(|tool| natural(&tool.id));
    let mut suggested = Vec::new();
    while suggested.len() < 10 {
        let gains: Vec<u32> = tools.iter().map(|tool| added(world, tool, gaps, &covered).iter().sum()).collect();
        let largest = gains.iter().copied().max().unwrap_or(0);
        let Some(best) = gains.iter().position(|&gain| gain == largest && gain > 0) else { break };
        let tool = tools.remove(best);
        let adds = added(world, tool, gaps, &covered);
        suggested.push(suggestion_entry(world, tool, gaps, &adds));
        for (covered, added) in covered.iter_mut().zip(adds) {
            *covered += added;
        }
    }
    Value::Array(suggested)
}

/// By gap, what a tool covers beyond what is covered already.
fn added(world: &World, tool: &Tool, gaps: &[Gap], covered: &[u32]) -> Vec<u32> {
    let beyond = |(&(node, weight), &covered): (&Gap, &u32)| reach(world, tool, node, weight).saturating_sub(covered);
    gaps.iter().zip(covered).map(beyond).collect()
}

/// How far a tool alone covers a gap: all of it, half of it from above, or nothing.
fn reach(world: &World, tool: &Tool, node: usize, weight: u32) -> u32 {
    match distance(world, tool, node) {
        Some(0) => weight,
        Some(_) => weight / 2,
        None => 0,
    }
}

/// How many steps above a commitment the nearest stands that a tool serves: 0 is the commitment itself.
fn distance(world: &World, tool: &Tool, node: usize) -> Option<usize> {
    let mut upwards = vec![node];
    upwards.extend(world.above(node));
    upwards.iter().position(|above| tool.serves.contains(above))
}

fn suggestion_entry(world: &World, tool: &Tool, gaps: &[Gap], adds: &[u32]) -> Value {
    let closes = gaps.iter().zip(adds).filter(|&(_, &added)| added > 0).map(|(gap, _)| gap.0).collect();
    json!({"tool": tool.id, "gain": adds.iter().sum::<u32>(), "closes": sorted_ids(world, closes)})
}

fn sorted_ids(world: &World, mut nodes: Vec<usize>) -> Vec<&str> {
    nodes.sort_by_key(|&node| world.id(node));
    nodes.dedup();
    nodes.into_iter().map(|node| world.id(node)).collect()
}

// ---- measures

fn measures(world: &World, plan: &Plan, found: &Evaluation) -> Value {
    let applies = applies(world, plan);
    let entry = |(index, measure): (usize, &Measure)| {
        json!({
            "id": measure.id,
            "tools": measure_tools(world, measure, &applies),
            "affects": affects(world, plan, found, index),
        })
    };
    plan.measures.iter().enumerate().map(entry).collect()
}

/// Tools that serve what a measure addresses, or stand above it, and support its kind: the nearest first, then by id.
fn measure_tools(world: &World, measure: &Measure, applies: &[bool]) -> Value {
    let addressed: Vec<usize> = measure.claims.iter().map(|claim| claim.0).filter(|&node| applies[node]).collect();
    let mut fitting = Vec::new();
    for tool in &world.tools {
        let served: Vec<usize> =
            addressed.iter().copied().filter(|&node| distance(world, tool, node).is_some()).collect();
        let nearest = served.iter().filter_map(|&node| distance(world, tool, node)).min();
        if let (Some(nearest), true) = (nearest, measure.kind.is_some_and(|kind| tool.supports.contains(&kind))) {
            fitting.push((nearest, natural(&tool.id), &tool.id, served));
        }
    }
    fitting.sort();
    let entries = fitting.into_iter().take(3);
    entries.map(|(_, _, id, served)| json!({"tool": id, "serves": sorted_ids(world, served)})).collect()
}

/// What would change if a measure were removed: it is removed, and all is evaluated again.
fn affects(world: &World, plan: &Plan, found: &Evaluation, measure: usize) -> Value {
    let mut without = plan.clone();
    without.measures.remove(measure);
    let then = evaluate(world, &without);
    let mut changed: Vec<(&str, &Standing)> = Vec::new();
    for (node, (now, then)) in found.iter().zip(&then).enumerate() {
        if let (Some(now), Some(then)) = (now, then)
            && (now.planned != then.planned || now.support != then.support)
        {
            changed.push((world.id(node), then));
        }
    }
    changed.sort_by_key(|&(id, _)| id);
    let entry =
        |(id, then): (&str, &Standing)| json!({"commitment": id, "verdict": then.planned, "support": then.support});
    changed.into_iter().map(entry).collect()
}
