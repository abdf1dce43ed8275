//! The least fixpoint of the transfers, round by round.
//!
//! What is known of a commitment is a number from 0 to 2. For `low` it is how much is surely kept: none,
//! partly, fully. For `high` it is how much is surely broken: 0 where all may be kept, 1 where some is surely
//! not, 2 where nothing is. By the design's table both cross links and unions alike, so one function serves;
//! menus pass on only what is kept.

use crate::graph::{Graph, Node, Transfer};

/// What is known of each commitment, and the round in which it became known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Known {
    pub values: Vec<u8>,
    /// For 1 and for 2: the first round in which at least so much is known.
    pub rounds: Vec<[u32; 2]>,
}

pub(super) const NEVER: u32 = u32::MAX;

impl Known {
    /// The round in which at least `value` (1 or 2) was first known.
    pub fn round(&self, node: Node, value: u8) -> u32 {
        self.rounds[node as usize][usize::from(value) - 1]
    }

    pub fn value(&self, node: Node) -> u8 {
        self.values[node as usize]
    }
}

/// Which side is propagated: what is kept, or what is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Kept,
    Broken,
}

/// Lets what is known spread until nothing new follows. All transfers of a round see what was known at the end
/// of the round before.
pub(super) fn spread(graph: &Graph, applicable: &[bool], side: Side, evidence: Vec<u8>) -> Known {
    let mut spread = Spread {
        graph,
        applicable,
        side,
        known: Known { values: vec![0; evidence.len()], rounds: vec![[NEVER; 2]; evidence.len()] },
        open_children: open_children(graph, applicable),
        pending: evidence,
        raised: Vec::new(),
    };
    spread.raised = graph.nodes().filter(|&node| spread.pending[node as usize] > 0).collect();
    let mut round = 0;
    while !spread.raised.is_empty() {
        let frontier = spread.settle(round);
        for node in frontier {
            spread.pass_on(node);
        }
        round += 1;
    }
    spread.known
}

struct Spread<'a> {
    graph: &'a Graph,
    applicable: &'a [bool],
    side: Side,
    known: Known,
    /// How many children of a commitment are not yet known in full.
    open_children: Vec<u32>,
    /// What will be known at the end of this round.
    pending: Vec<u8>,
    raised: Vec<Node>,
}

impl Spread<'_> {
    /// Ends a round: what was pending is known.
    fn settle(&mut self, round: u32) -> Vec<Node> {
        let raised = std::mem::take(&mut self.raised);
        for &node in &raised {
            let (before, now) = (self.known.values[node as usize], self.pending[node as usize]);
            for value in before..now {
                self.known.rounds[node as usize][usize::from(value)] = round;
            }
            self.known.values[node as usize] = now;
            if let (2, Some(parent)) = (now, self.graph.place(node).parent) {
                self.open_children[parent as usize] -= 1;
            }
        }
        raised
    }

    fn pass_on(&mut self, node: Node) {
        let known = self.known.value(node);
        for (to, transfer) in self.graph.correspondences(node) {
            self.raise(to, transfer.of(known));
        }
        self.pass_up(node, known);
        if !self.graph.place(node).menu {
            for child in self.graph.children(node) {
                self.raise(child, Transfer::Contains.of(known));
            }
        }
    }

    fn pass_up(&mut self, node: Node, known: u8) {
        let Some(parent) = self.graph.place(node).parent else { return };
        if self.graph.place(parent).menu && self.side == Side::Broken {
            return;
        }
        self.raise(parent, Transfer::Within.of(known));
        if known == 2 && self.open_children[parent as usize] == 0 {
            self.raise(parent, 2);
        }
    }

    fn raise(&mut self, node: Node, value: u8) {
        let at = node as usize;
        if value > self.pending[at] && self.applicable[at] {
            if self.pending[at] == self.known.values[at] {
                self.raised.push(node);
            }
            self.pending[at] = value;
        }
    }
}

fn open_children(graph: &Graph, applicable: &[bool]) -> Vec<u32> {
    let mut open = vec![0; graph.len()];
    for node in graph.nodes().filter(|&node| applicable[node as usize]) {
        if let Some(parent) = graph.place(node).parent {
            open[parent as usize] += 1;
        }
    }
    open
}
