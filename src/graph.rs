//! The commitments and links as a graph of dense indices; the only room that knows petgraph.
//!
//! Commitments are numbered by framework and then in the order of its outline, so all that stands below a
//! commitment is the stretch behind it. Links lie in compressed rows, sorted by both ends.

#[cfg(feature = "language")]
mod nesting;

#[cfg(feature = "language")]
pub(crate) use nesting::{Nesting, Within};

use crate::words::Verb;
use petgraph::Directed;
use petgraph::csr::Csr;

/// The index of a commitment.
pub type Node = u32;

/// How what is known of one commitment crosses to another: by what is known of the first, what is at least
/// known of the second. The same table serves for what is kept (`low`) and for what is broken (the complement
/// of `high`), because each comparison says of both the same (DESIGN section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Transfer {
    Equals,
    Contains,
    Within,
    Overlaps,
}

impl Transfer {
    const TABLE: [[u8; 3]; 4] = [[0, 1, 2], [0, 0, 2], [0, 1, 1], [0, 0, 1]];

    pub fn of(self, known: u8) -> u8 {
        Transfer::TABLE[self as usize][known as usize]
    }

    /// The least that must be known of the first for so much to be known of the second.
    pub fn needs(self, known: u8) -> Option<u8> {
        (1..=2).find(|&premise| self.of(premise) >= known)
    }

    fn from_verb(verb: Verb) -> Option<Transfer> {
        Some(match verb {
            Verb::Equals => Transfer::Equals,
            Verb::Contains => Transfer::Contains,
            Verb::Within => Transfer::Within,
            Verb::Overlaps => Transfer::Overlaps,
            _ => return None,
        })
    }
}

/// A commitment's place in its outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub parent: Option<Node>,
    /// One past the last commitment below it.
    pub end: Node,
    pub menu: bool,
    pub leaf: bool,
}

type Rows<E> = Csr<(), E, Directed, Node>;

/// What propagation and support walk along.
#[derive(Debug, Clone)]
pub(crate) struct Graph {
    places: Vec<Place>,
    correspondences: Rows<Transfer>,
    helps: Rows<u8>,
    hinders: Rows<u8>,
}

impl Default for Graph {
    fn default() -> Graph {
        Graph::new(Vec::new(), &[])
    }
}

impl Graph {
    /// Links of which an ordered pair has more than one of a kind are faults of the pack; the first is kept.
    pub fn new(places: Vec<Place>, links: &[(Node, Verb, Node)]) -> Graph {
        let correspondences = links.iter().filter_map(|&(from, verb, to)| Some((from, to, Transfer::from_verb(verb)?)));
        let reversed =
            links.iter().filter_map(|&(from, verb, to)| Some((to, from, Transfer::from_verb(verb.reversed())?)));
        let scored = |sign: i8| {
            let scored = links.iter().map(move |&(from, verb, to)| (from, to, verb.score() * sign));
            scored.filter(|&(_, _, score)| score > 0).map(|(from, to, score)| (from, to, score as u8)).collect()
        };
        Graph {
            correspondences: rows(places.len(), correspondences.chain(reversed).collect()),
            helps: rows(places.len(), scored(1)),
            hinders: rows(places.len(), scored(-1)),
            places,
        }
    }

    pub fn len(&self) -> usize {
        self.places.len()
    }

    pub fn nodes(&self) -> std::ops::Range<Node> {
        0..self.places.len() as Node
    }

    pub fn place(&self, node: Node) -> Place {
        self.places[node as usize]
    }

    /// The commitments right below one, in the order of the outline.
    pub fn children(&self, node: Node) -> impl Iterator<Item = Node> {
        let end = self.place(node).end;
        let next = move |&child: &Node| self.places.get(child as usize).map(|place| place.end);
        std::iter::successors(Some(node + 1), next).take_while(move |&child| child < end)
    }

    /// The commitments above one, the nearest first.
    pub fn ancestors(&self, node: Node) -> impl Iterator<Item = Node> {
        std::iter::successors(self.place(node).parent, move |&above| self.place(above).parent)
    }

    /// What crosses from a commitment along its correspondences.
    pub fn correspondences(&self, node: Node) -> impl Iterator<Item = (Node, Transfer)> {
        row(&self.correspondences, node)
    }

    /// Which commitments are helped, and with which score from 1 to 3.
    pub fn helps(&self, node: Node) -> impl Iterator<Item = (Node, u8)> {
        row(&self.helps, node)
    }

    /// Which commitments are hindered, and how much from 1 to 3.
    pub fn hinders(&self, node: Node) -> impl Iterator<Item = (Node, u8)> {
        row(&self.hinders, node)
    }
}

fn rows<E: Copy>(nodes: usize, mut links: Vec<(Node, Node, E)>) -> Rows<E> {
    links.sort_by_key(|&(from, to, _)| (from, to));
    links.dedup_by_key(|&mut (from, to, _)| (from, to));
    let mut rows = Csr::from_sorted_edges(&links).unwrap_or_default();
    while rows.node_count() < nodes {
        rows.add_node(());
    }
    rows
}

fn row<E: Copy>(rows: &Rows<E>, node: Node) -> impl Iterator<Item = (Node, E)> {
    rows.neighbors_slice(node).iter().copied().zip(rows.edges_slice(node).iter().copied())
}
