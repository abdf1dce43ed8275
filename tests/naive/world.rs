//! The plain data that everything here works on. Commitments and frameworks are known by their index.

/// How much of a commitment is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Degree {
    None,
    Partly,
    Fully,
}

impl Degree {
    pub const ALL: [Degree; 3] = [Degree::None, Degree::Partly, Degree::Fully];

    pub fn word(self) -> &'static str {
        match self {
            Degree::None => "none",
            Degree::Partly => "partly",
            Degree::Fully => "fully",
        }
    }

    pub fn of(word: &str) -> Option<Degree> {
        Degree::ALL.into_iter().find(|degree| degree.word() == word)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    Equals,
    Contains,
    Within,
    Overlaps,
    Unrelated,
    Indivisible,
    Reinforces,
    Enables,
    Constrains,
    Counteracts,
    Cancels,
}

impl Verb {
    pub const ALL: [Verb; 11] = [
        Verb::Equals,
        Verb::Contains,
        Verb::Within,
        Verb::Overlaps,
        Verb::Unrelated,
        Verb::Indivisible,
        Verb::Reinforces,
        Verb::Enables,
        Verb::Constrains,
        Verb::Counteracts,
        Verb::Cancels,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Verb::Equals => "equals",
            Verb::Contains => "contains",
            Verb::Within => "within",
            Verb::Overlaps => "overlaps",
            Verb::Unrelated => "unrelated",
            Verb::Indivisible => "indivisible",
            Verb::Reinforces => "reinforces",
            Verb::Enables => "enables",
            Verb::Constrains => "constrains",
            Verb::Counteracts => "counteracts",
            Verb::Cancels => "cancels",
        }
    }

    /// Whether it compares what two commitments ask for. `unrelated` looked, and found nothing to compare.
    pub fn is_correspondence(self) -> bool {
        matches!(self, Verb::Equals | Verb::Contains | Verb::Within | Verb::Overlaps)
    }

    /// The seven-point scale; 0 for what is no interaction.
    pub fn score(self) -> i32 {
        match self {
            Verb::Indivisible => 3,
            Verb::Reinforces => 2,
            Verb::Enables => 1,
            Verb::Constrains => -1,
            Verb::Counteracts => -2,
            Verb::Cancels => -3,
            _ => 0,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Yes,
    Partly,
    No,
    NotApplicable,
}

impl Answer {
    pub fn word(self) -> &'static str {
        match self {
            Answer::Yes => "yes",
            Answer::Partly => "partly",
            Answer::No => "no",
            Answer::NotApplicable => "not-applicable",
        }
    }

    /// What it says of how much is kept; one that takes the commitment out says nothing.
    pub fn degree(self) -> Option<Degree> {
        match self {
            Answer::Yes => Some(Degree::Fully),
            Answer::Partly => Some(Degree::Partly),
            Answer::No => Some(Degree::None),
            Answer::NotApplicable => None,
        }
    }
}

/// What a pack says, as far as it bears on the meaning of a plan.
#[derive(Debug, Clone, Default)]
pub struct World {
    pub frameworks: Vec<Framework>,
    /// A parent stands before its children, and children in the order of their outline.
    pub nodes: Vec<Node>,
    pub links: Vec<Link>,
    pub tools: Vec<Tool>,
}

#[derive(Debug, Clone)]
pub struct Framework {
    pub id: String,
    /// `framework`, `treaty` or `instrument`.
    pub kind: &'static str,
}

#[derive(Debug, Clone)]
pub struct Node {
    /// The full name, `framework:code`.
    pub id: String,
    pub framework: usize,
    pub parent: Option<usize>,
    pub menu: bool,
}

#[derive(Debug, Clone, Copy)]
pub struct Link {
    pub from: usize,
    pub verb: Verb,
    pub to: usize,
}

#[derive(Debug, Clone)]
pub struct Tool {
    pub id: String,
    pub serves: Vec<usize>,
    pub supports: Vec<&'static str>,
}

#[derive(Debug, Clone, Default)]
pub struct Plan {
    pub answers: Vec<(usize, Answer)>,
    pub measures: Vec<Measure>,
    pub complete: bool,
    /// Frameworks; `None` is the design's default.
    pub scope: Option<Vec<usize>>,
}

#[derive(Debug, Clone)]
pub struct Measure {
    pub id: String,
    pub kind: Option<&'static str>,
    pub status: Option<&'static str>,
    /// What it addresses, and whether `Partly` or `Fully`.
    pub claims: Vec<(usize, Degree)>,
}

impl World {
    pub fn children(&self, parent: usize) -> Vec<usize> {
        (0..self.nodes.len()).filter(|&node| self.nodes[node].parent == Some(parent)).collect()
    }

    /// The commitments above one, the nearest first.
    pub fn above(&self, node: usize) -> Vec<usize> {
        let mut above = Vec::new();
        let mut next = self.nodes[node].parent;
        while let Some(parent) = next {
            above.push(parent);
            next = self.nodes[parent].parent;
        }
        above
    }

    /// The commitments at the top of a framework.
    pub fn top(&self, framework: usize) -> Vec<usize> {
        let is_top = |node: &usize| self.nodes[*node].framework == framework && self.nodes[*node].parent.is_none();
        (0..self.nodes.len()).filter(is_top).collect()
    }

    /// Frameworks in the order of a report.
    pub fn frameworks_by_id(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.frameworks.len()).collect();
        order.sort_by_key(|&framework| natural(&self.frameworks[framework].id));
        order
    }

    /// All commitments, framework by framework, each outline as it is read.
    pub fn outline(&self) -> Vec<usize> {
        let mut order = Vec::new();
        for framework in self.frameworks_by_id() {
            for node in self.top(framework) {
                self.read_down(node, &mut order);
            }
        }
        order
    }

    fn read_down(&self, node: usize, order: &mut Vec<usize>) {
        order.push(node);
        for child in self.children(node) {
            self.read_down(child, order);
        }
    }

    pub fn id(&self, node: usize) -> &str {
        &self.nodes[node].id
    }
}

/// A name in pieces that sort as people count: 2 before 10.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece {
    Number(u64),
    Character(char),
}

pub fn natural(id: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for character in id.chars() {
        match (character.to_digit(10), pieces.last_mut()) {
            (Some(digit), Some(Piece::Number(number))) => *number = *number * 10 + u64::from(digit),
            (Some(digit), _) => pieces.push(Piece::Number(digit.into())),
            (None, _) => pieces.push(Piece::Character(character)),
        }
    }
    pieces
}
