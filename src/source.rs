//! Text with a name, and places in it.

use serde::Serialize;

/// One file of a pack: its name as shown to the author, and its text.
///
/// ```
/// let source = accordant::Source::new("mine.accord", "pack mine \"Mine\" { version \"1\" }");
/// assert_eq!(source.name, "mine.accord");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub name: String,
    pub text: String,
}

impl Source {
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Source {
        Source { name: name.into(), text: text.into() }
    }
}

/// A stretch of one source: its index among the sources of the pack, and bytes from `start` up to `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Span {
    pub source: u32,
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// The stretch from the start of this span to the end of the other.
    pub fn to(self, other: Span) -> Span {
        Span { end: other.end, ..self }
    }
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

/// A line and a column, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

/// Where a byte of a text stands, its column counted in characters, as a terminal shows it.
///
/// ```
/// let position = accordant::source::position("é\nab", 4);
/// assert_eq!((position.line, position.column), (2, 2));
/// ```
pub fn position(text: &str, byte: u32) -> Position {
    place(text, byte, |line| line.chars().count())
}

/// Where a byte of a text stands, its column counted in UTF-16 units, as JavaScript counts.
///
/// ```
/// let position = accordant::source::position_utf16("😀x", 4);
/// assert_eq!((position.line, position.column), (1, 3));
/// ```
pub fn position_utf16(text: &str, byte: u32) -> Position {
    place(text, byte, |line| line.encode_utf16().count())
}

fn place(text: &str, byte: u32, width: impl Fn(&str) -> usize) -> Position {
    let before = &text[..floor(text, byte as usize)];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Position { line: before.matches('\n').count() as u32 + 1, column: width(&before[line_start..]) as u32 + 1 }
}

fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}
