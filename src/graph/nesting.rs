//! Which commitments lie within which: by the outline of unions, by `within` and `contains`, and by `equals`.
//!
//! A pack contradicts itself where such steps lead back to their start over a proper one, and where they lead from
//! one side of an `overlaps` to the other. What petgraph finds here it finds without recursion: chains may be long.

use super::{Graph, Node};
use crate::words::Verb;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::VecDeque;

/// Why one commitment lies within another: a part of its outline, or a link by its index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    Outline,
    Link(usize),
}

/// A step from a commitment to one that holds all that it asks for.
#[derive(Debug, Clone, Copy)]
struct Step {
    to: Node,
    why: Within,
    /// Whether the second asks for more.
    proper: bool,
}

pub(crate) struct Nesting {
    steps: Vec<Vec<Step>>,
    /// The class of each commitment: those of one class hold each other, so all ask for the same.
    class: Vec<usize>,
    /// The commitments of each class, classes that hold others before those that lie within them.
    classes: Vec<Vec<Node>>,
}

impl Nesting {
    /// Links are given with their index; those that do not nest are passed over.
    pub fn new(graph: &Graph, links: impl Iterator<Item = (usize, Node, Verb, Node)>) -> Nesting {
        let mut steps: Vec<Vec<Step>> = vec![Vec::new(); graph.len()];
        for node in graph.nodes() {
            if let Some(parent) = graph.place(node).parent.filter(|&parent| !graph.place(parent).menu) {
                steps[node as usize].push(Step { to: parent, why: Within::Outline, proper: false });
            }
        }
        for (index, from, verb, to) in links {
            let why = Within::Link(index);
            let mut step = |from: Node, to: Node, proper| steps[from as usize].push(Step { to, why, proper });
            match verb {
                Verb::Within => step(from, to, true),
                Verb::Contains => step(to, from, true),
                Verb::Equals => {
                    step(from, to, false);
                    step(to, from, false);
                }
                _ => {}
            }
        }
        let classes = classes(&steps);
        let mut class = vec![0; steps.len()];
        for (at, members) in classes.iter().enumerate() {
            members.iter().for_each(|&member| class[member as usize] = at);
        }
        Nesting { steps, class, classes }
    }

    /// For each class that a proper step stays in: the steps of a circle over it, each with its start.
    pub fn circles(&self) -> Vec<Vec<(Node, Within)>> {
        self.classes.iter().filter(|members| members.len() > 1).filter_map(|members| self.circle(members)).collect()
    }

    fn circle(&self, members: &[Node]) -> Option<Vec<(Node, Within)>> {
        let inside = |from: Node| move |step: &&Step| self.class[step.to as usize] == self.class[from as usize];
        let proper = members.iter().find_map(|&from| {
            let step = self.steps[from as usize].iter().filter(inside(from)).find(|step| step.proper)?;
            Some((from, step))
        });
        let (from, step) = proper?;
        let mut circle = vec![(from, step.why)];
        circle.extend(self.path(step.to, from)?);
        Some(circle)
    }

    /// For each pair whether one lies within the other, and if so from which to which.
    ///
    /// Sources go 64 at a time through all classes once, so the time grows with steps times pairs over 64.
    pub fn nested(&self, pairs: &[(Node, Node)]) -> Vec<Option<(Node, Node)>> {
        let both = |&(a, b): &(Node, Node)| [(a, b), (b, a)];
        let queries: Vec<(Node, Node)> = pairs.iter().flat_map(both).collect();
        let mut holds = Vec::with_capacity(queries.len());
        for chunk in queries.chunks(64) {
            let reached = self.reached(chunk);
            holds.extend(
                chunk.iter().enumerate().map(|(bit, &(_, to))| reached[self.class[to as usize]] >> bit & 1 == 1),
            );
        }
        let pair = |at: usize| (0..2).map(|side| at * 2 + side).find(|&query| holds[query]).map(|query| queries[query]);
        (0..pairs.len()).map(pair).collect()
    }

    /// For each class a bit for each source from which steps lead to it.
    fn reached(&self, sources: &[(Node, Node)]) -> Vec<u64> {
        let mut reached = vec![0_u64; self.classes.len()];
        for (bit, &(from, _)) in sources.iter().enumerate() {
            reached[self.class[from as usize]] |= 1 << bit;
        }
        // petgraph gives classes after those that they lead to, so going backwards no class is left too early.
        for (at, members) in self.classes.iter().enumerate().rev().filter(|(_, members)| !members.is_empty()) {
            if reached[at] == 0 {
                continue;
            }
            for step in members.iter().flat_map(|&member| &self.steps[member as usize]) {
                reached[self.class[step.to as usize]] |= reached[at];
            }
        }
        reached
    }

    /// A shortest way from one commitment to another, each step with its start.
    pub fn path(&self, from: Node, to: Node) -> Option<Vec<(Node, Within)>> {
        let mut came: Vec<Option<(Node, Within)>> = vec![None; self.steps.len()];
        let mut open = VecDeque::from([from]);
        while let Some(node) = open.pop_front() {
            if node == to {
                break;
            }
            for step in &self.steps[node as usize] {
                if step.to != from && came[step.to as usize].is_none() {
                    came[step.to as usize] = Some((node, step.why));
                    open.push_back(step.to);
                }
            }
        }
        let mut path = Vec::new();
        let mut node = to;
        while node != from {
            let (before, why) = came[node as usize]?;
            path.push((before, why));
            node = before;
        }
        path.reverse();
        Some(path)
    }
}

fn classes(steps: &[Vec<Step>]) -> Vec<Vec<Node>> {
    let mut graph: DiGraph<(), (), Node> = DiGraph::default();
    steps.iter().for_each(|_| {
        graph.add_node(());
    });
    for (from, step) in (0..).zip(steps).flat_map(|(from, steps)| steps.iter().map(move |step| (from, step))) {
        graph.add_edge(NodeIndex::new(from), NodeIndex::new(step.to as usize), ());
    }
    let classes = kosaraju_scc(&graph);
    classes.into_iter().map(|members| members.into_iter().map(|member| member.index() as Node).collect()).collect()
}
