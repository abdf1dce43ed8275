//! Which tools help: with the gaps, and with carrying out each measure (DESIGN section 3).

use crate::graph::{Graph, Node};
use crate::pack::{Pack, Tool};
use crate::plan::Measure;
use crate::report::{MeasureTool, Suggestion};
use crate::words::arrange;

/// How many tools are suggested for the gaps.
const MOST_TOOLS: usize = 10;
/// How many tools are named for one measure.
const MOST_MEASURE_TOOLS: usize = 3;

/// An open gap and what it weighs, in half-units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OpenGap {
    pub node: Node,
    pub weight: u32,
}

/// Greedy: each time the tool that covers most of what is still uncovered, ties by id. `gaps` stand by node.
pub(super) fn suggest(pack: &Pack, gaps: &[OpenGap]) -> Vec<Suggestion> {
    let covers: Vec<Vec<(usize, u32)>> = pack.tools.iter().map(|tool| covers(&pack.graph, tool, gaps)).collect();
    let mut covered = vec![0; gaps.len()];
    let mut suggestions = Vec::new();
    while suggestions.len() < MOST_TOOLS {
        let gain = |tool: usize| covers[tool].iter().map(|&(gap, cover)| added(cover, covered[gap])).sum::<u32>();
        let best = (0..pack.tools.len())
            .map(|tool| (gain(tool), tool))
            .max_by_key(|&(gain, tool)| (gain, std::cmp::Reverse(tool)));
        let Some((gain, tool)) = best.filter(|&(gain, _)| gain > 0) else { break };
        let mut closes = Vec::new();
        for &(gap, cover) in &covers[tool] {
            if added(cover, covered[gap]) > 0 {
                closes.push(pack.id(gaps[gap].node).to_string());
                covered[gap] = cover;
            }
        }
        suggestions.push(Suggestion { tool: pack.tools[tool].id.clone(), gain, closes });
    }
    suggestions
}

fn added(cover: u32, covered: u32) -> u32 {
    cover.saturating_sub(covered)
}

/// How much of which gap a tool covers: all of one that it serves, half of one below what it serves.
fn covers(graph: &Graph, tool: &Tool, gaps: &[OpenGap]) -> Vec<(usize, u32)> {
    let mut covers = std::collections::BTreeMap::new();
    for &served in &tool.serves {
        let start = gaps.partition_point(|gap| gap.node < served);
        for (at, gap) in gaps.iter().enumerate().skip(start).take_while(|(_, gap)| gap.node < graph.place(served).end) {
            let cover = if gap.node == served { gap.weight } else { gap.weight / 2 };
            let best = covers.entry(at).or_insert(0);
            *best = cover.max(*best);
        }
    }
    covers.into_iter().collect()
}

/// The tools that serve what a measure addresses and support its kind, the more specific first, then by id.
pub(super) fn for_measure(pack: &Pack, measure: &Measure, addressed: &[Node]) -> Vec<MeasureTool> {
    let Some(kind) = &measure.kind else { return Vec::new() };
    let helping = pack.tools.iter().filter(|tool| tool.supports.contains(kind));
    let mut tools: Vec<(usize, MeasureTool)> = helping.filter_map(|tool| serving(pack, tool, addressed)).collect();
    arrange(&mut tools, |(a, _), (b, _)| a.cmp(b));
    tools.into_iter().take(MOST_MEASURE_TOOLS).map(|(_, tool)| tool).collect()
}

/// How far above what is addressed the nearest commitment stands that a tool serves, and for which of it one does.
fn serving(pack: &Pack, tool: &Tool, addressed: &[Node]) -> Option<(usize, MeasureTool)> {
    let distance = |node: Node| {
        let mut upward = std::iter::once(node).chain(pack.graph.ancestors(node));
        upward.position(|above| tool.serves.binary_search(&above).is_ok())
    };
    let mut served: Vec<(Node, usize)> = addressed.iter().filter_map(|&node| Some((node, distance(node)?))).collect();
    let nearest = served.iter().map(|&(_, distance)| distance).min()?;
    arrange(&mut served, |(a, _), (b, _)| a.cmp(b));
    served.dedup_by_key(|(node, _)| *node);
    let serves = served.into_iter().map(|(node, _)| pack.id(node).to_string()).collect();
    Some((nearest, MeasureTool { tool: tool.id.clone(), serves }))
}
