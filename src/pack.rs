//! The pack: what rule authors wrote, compiled to plain data, and the same packed into bytes.

pub mod export;
mod packed;
mod plan_names;

pub use packed::OpenError;
#[cfg(feature = "language")]
pub(crate) use plan_names::unknown_commitment;
pub(crate) use plan_names::{applicable, faults_of, first_answers, resolve};

use crate::diagnostic::nearest;
use crate::graph::{Graph, Node, Place};
use crate::plan::Plan;
use crate::source::{Source, Span};
use crate::words::{BasisKind, FrameworkKind, Verb, Verdict};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many commitments a pack may have.
pub const MAX_COMMITMENTS: usize = 100_000;
/// How many links a pack may have.
pub const MAX_LINKS: usize = 1_000_000;

/// What rule authors wrote, compiled: commitments in a graph, and all that is said of them.
///
/// Frameworks stand in the natural order of their ids, commitments by framework in the order of the outline,
/// links by their two ends, tools by id: in whatever order files and items came, the pack is the same.
#[derive(Debug, Clone, Default)]
pub struct Pack {
    pub info: PackInfo,
    /// The names of all packs that it was compiled from.
    pub packs: Vec<String>,
    pub frameworks: Vec<Framework>,
    pub commitments: Vec<Commitment>,
    pub indicators: Vec<Indicator>,
    pub links: Vec<Link>,
    pub tools: Vec<Tool>,
    pub tests: Vec<Test>,
    /// The sources that it was compiled from, for those who show a place in them.
    pub sources: Vec<Source>,
    pub(crate) graph: Graph,
    pub(crate) names: Names,
}

/// What a pack says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PackInfo {
    pub name: String,
    pub title: String,
    pub version: String,
    pub language: Option<String>,
    pub licence: Option<String>,
    /// The pack that it is compiled on top of.
    pub uses: Option<String>,
}

/// Which name stands for what.
#[derive(Debug, Clone, Default)]
pub(crate) struct Names {
    pub frameworks: BTreeMap<String, u32>,
    pub commitments: BTreeMap<String, Node>,
    pub indicators: BTreeMap<String, u32>,
    /// Older names of commitments.
    pub formerly: BTreeMap<String, Node>,
}

/// An agreed text: an outline of commitments. Its commitments are those from `first` up to `end`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Framework {
    pub id: String,
    pub kind: FrameworkKind,
    pub title: String,
    pub doc: Option<String>,
    #[serde(with = "packed::date")]
    pub adopted: Option<Date>,
    pub source: Option<Reference>,
    pub first: Node,
    pub end: Node,
    #[serde(skip)]
    pub span: Span,
}

/// A text that can be looked up, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    pub text: String,
    pub url: Option<String>,
}

/// A node of a framework's outline that can be kept. `id` is its full name, `framework:code`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    pub id: String,
    pub framework: u32,
    pub level: String,
    pub title: String,
    pub at: Option<String>,
    pub doc: Option<String>,
    pub parent: Option<Node>,
    pub menu: bool,
    /// Older names of it, in full.
    pub formerly: Vec<String>,
    /// Indices of the indicators that measure it.
    pub measured_by: Vec<u32>,
    #[serde(skip)]
    pub span: Span,
}

/// What a commitment is measured by. It has a name but is no commitment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    pub id: String,
    pub of: Node,
    pub title: String,
    #[serde(skip)]
    pub span: Span,
}

/// A link as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    pub from: Node,
    pub verb: Verb,
    pub to: End,
    pub because: Option<String>,
    pub basis: Option<Basis>,
    #[serde(skip)]
    pub span: Span,
}

/// The second side of a link: `unrelated` may speak of a whole framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum End {
    Commitment(Node),
    Framework(u32),
}

/// Where a link or tool comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    pub kind: BasisKind,
    pub source: String,
}

/// Guidance, a framework, a certification or a course that helps keep commitments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tool {
    pub id: String,
    pub title: String,
    pub doc: Option<String>,
    pub by: Option<String>,
    pub kind: Option<String>,
    /// The kinds of measure that it helps with.
    pub supports: Vec<String>,
    pub serves: Vec<Node>,
    pub languages: Vec<String>,
    pub url: Option<String>,
    pub basis: Option<Basis>,
    #[serde(skip)]
    pub span: Span,
}

/// A plan, and what is expected of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    pub name: String,
    pub plan: Plan,
    pub expectations: Vec<Expectation>,
    pub span: Span,
}

/// One line of a test that begins with `expect`.
#[derive(Debug, Clone, PartialEq)]
pub struct Expectation {
    pub what: Expected,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    Verdict { commitment: Node, today: bool, verdict: Verdict },
    Mark { commitment: Node, mark: Mark, present: bool },
    Tool { tool: String, measure: Option<String>, present: bool },
}

/// What can be so of a commitment whatever its verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Supported,
    InTension,
    Near,
}

impl Mark {
    #[cfg(feature = "language")]
    pub(crate) fn of(word: &str) -> Option<Mark> {
        Some(match word {
            "supported" => Mark::Supported,
            "in-tension" => Mark::InTension,
            "near" => Mark::Near,
            _ => return None,
        })
    }

    pub fn word(self) -> &'static str {
        match self {
            Mark::Supported => "supported",
            Mark::InTension => "in-tension",
            Mark::Near => "near",
        }
    }
}

impl Pack {
    /// Draws the graph of the commitments and links that are there.
    pub(crate) fn draw_graph(&mut self) {
        let links = self.links.iter().filter_map(|link| match link.to {
            End::Commitment(to) => Some((link.from, link.verb, to)),
            End::Framework(_) => None,
        });
        self.graph = Graph::new(places(&self.commitments), &links.collect::<Vec<_>>());
    }

    /// The index of a commitment by its full name; an older name is understood too.
    pub fn commitment(&self, id: &str) -> Option<Node> {
        self.names.commitments.get(id).or_else(|| self.names.formerly.get(id)).copied()
    }

    /// The full name of a commitment.
    pub fn id(&self, node: Node) -> &str {
        &self.commitments[node as usize].id
    }

    /// The name of this pack that is nearest to a misspelt one: of a commitment, framework, tool or indicator.
    ///
    /// ```
    /// let (pack, _) = accordant::compile(&accordant::core_pack());
    /// assert_eq!(pack.nearest_name("gcm:6.cc"), Some("gcm:6.c"));
    /// ```
    pub fn nearest_name(&self, name: &str) -> Option<&str> {
        let names =
            self.names.commitments.keys().chain(self.names.frameworks.keys()).chain(self.names.indicators.keys());
        nearest(name, names.chain(self.tools.iter().map(|tool| &tool.id)).map(String::as_str))
    }

    pub(crate) fn tool(&self, id: &str) -> Option<&Tool> {
        self.tools.iter().find(|tool| tool.id == id)
    }

    /// The full name of the second side of a link.
    pub fn end_id(&self, end: End) -> &str {
        match end {
            End::Commitment(node) => self.id(node),
            End::Framework(framework) => &self.frameworks[framework as usize].id,
        }
    }

    /// The links that join two commitments, as they were written, whichever side was said first.
    pub(crate) fn links_between(&self, a: Node, b: Node) -> impl Iterator<Item = &Link> {
        let from = |from: Node, to: Node| {
            let start = self.links.partition_point(|link| (link.from, link.to) < (from, End::Commitment(to)));
            self.links[start..].iter().take_while(move |link| link.from == from && link.to == End::Commitment(to))
        };
        from(a, b).chain(from(b, a))
    }
}

/// Where each commitment stands in its outline.
fn places(commitments: &[Commitment]) -> Vec<Place> {
    let mut places: Vec<Place> = commitments
        .iter()
        .enumerate()
        .map(|(at, commitment)| Place {
            parent: commitment.parent,
            end: at as Node + 1,
            menu: commitment.menu,
            leaf: true,
        })
        .collect();
    for at in (0..places.len()).rev() {
        let Place { parent, end, .. } = places[at];
        if let Some(parent) = parent {
            let above = &mut places[parent as usize];
            above.end = above.end.max(end);
            above.leaf = false;
        }
    }
    places
}
