//! The syntax tree: what an author wrote, item by item, with its places. Nothing is resolved yet.

use crate::source::{Span, Spanned};

pub type Word = Spanned<String>;

/// One file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct File {
    pub items: Vec<Item>,
    /// What some item might have declared before a fault hid it: names that nobody should be told are unknown.
    pub lost: Vec<String>,
}

/// One item: its keyword, its header, its block.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub keyword: Word,
    pub doc: Option<String>,
    pub header: Header,
    pub block: Block,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Header {
    /// `framework gcm "..."`, and likewise pack, treaty, instrument, tool, rule, cycle and test.
    Named { name: Word, title: Option<Word> },
    /// `criterion gcm:6.c "..."`.
    About { commitment: Word, title: Option<Word> },
    /// `link gcm:20.a overlaps sdg:10.c`.
    Link { from: Word, verb: Word, to: Word },
    /// `field host-communities : yes-no "..."`.
    Field { name: Word, kind: Word, choices: Vec<Word>, title: Option<Word> },
}

/// Statements between braces. `lost` are the words of those that could not be understood.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Block {
    pub statements: Vec<Statement>,
    pub span: Span,
    pub lost: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Statement {
    Attribute { name: Word, value: Value },
    Node(Node),
    OutlineKind(Word),
    Formerly { keyword: Span, code: Word },
    Basis { keyword: Span, kind: Word, source: Word },
    Answer { keyword: Span, commitment: Word, answer: Word, evidence: Option<Word> },
    Addresses { keyword: Span, claims: Vec<(Word, Option<Word>)> },
    FieldValue { keyword: Span, name: Word, value: Value },
    Requires { keyword: Span, condition: Condition },
    When { keyword: Span, condition: Condition },
    ForEach { keyword: Span, subject: Word, filter: Option<Condition> },
    On { keyword: Span, subject: Word },
    Message { level: Word, parts: Vec<Part>, span: Span },
    Expect { keyword: Span, words: Vec<Word> },
    Section { keyword: Word, name: Option<Word>, title: Option<Word>, block: Block },
}

/// A commitment or indicator in an outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    pub level: Word,
    pub code: Word,
    pub label: Option<Word>,
    pub at: Option<Word>,
    pub doc: Option<String>,
    pub block: Option<Block>,
    pub span: Span,
}

/// What stands after the name of an attribute.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Texts {
        texts: Vec<Word>,
        url: Option<Word>,
    },
    Url(Word),
    /// `2018-12-19`, `250000 EUR`, `4 years`.
    Figure {
        figure: Word,
        unit: Option<Word>,
    },
    /// `2019-08-20 to 2023-12-31`.
    Range {
        from: Word,
        to: Word,
    },
    References(Vec<Word>),
    /// `certification`, `en, fr, es`; `imrf 2022-05-17`.
    Words {
        words: Vec<Word>,
        last: Option<Word>,
    },
}

/// A piece of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    Text(String),
    Hole { value: Expression, fallback: Option<Expression>, span: Span },
}

/// A condition, with the place of each of its parts.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    Or(Vec<Condition>),
    And(Vec<Condition>),
    Not(Box<Condition>),
    /// `count of measures where C >= 3`
    Counted {
        subject: Word,
        filter: Option<Box<Condition>>,
        operator: Word,
        figure: Word,
    },
    /// `some measure where C`, `no measure where C`
    Quantified {
        some: bool,
        subject: Word,
        filter: Option<Box<Condition>>,
    },
    /// `every measure where C has C`
    Every {
        subject: Word,
        filter: Option<Box<Condition>>,
        has: Box<Condition>,
    },
    /// `plan addresses REF`, `measure addresses REF`
    Addressing {
        subject: Word,
        commitment: Word,
    },
    /// `support of REF >= 50%`
    Degree {
        of: Word,
        commitment: Word,
        operator: Word,
        percent: Word,
    },
    /// `REF today is VERDICT`
    Stands {
        commitment: Word,
        today: bool,
        negated: bool,
        verdict: Word,
    },
    /// `FIELD is missing`, `FIELD is given`
    Present {
        field: Expression,
        given: bool,
    },
    /// `FIELD is VALUE`, `FIELD before VALUE`, `FIELD <= VALUE`
    Compared {
        left: Expression,
        operator: Word,
        negated: bool,
        right: Expression,
    },
}

/// A value: a term, and what is added to or taken from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Expression {
    pub term: Term,
    pub steps: Vec<Step>,
    pub span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Term {
    Text(String),
    Path(String),
    Figure(String),
}

/// `+ 1 year`
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub minus: bool,
    pub figure: Word,
    pub unit: Word,
}
