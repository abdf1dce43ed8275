//! Reports and commitments in plain words, for someone who was not in the room.

mod show;
mod text;
mod write;

pub use show::show;
pub use text::text;
pub use write::read;

/// A report as it is read: a title, what it is, and sections. Every format is made of this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub title: String,
    /// Whose plan, which pack, which day.
    pub about: Vec<String>,
    pub sections: Vec<Section>,
}

/// A section; one without entries says so in its lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub title: &'static str,
    pub lead: String,
    pub entries: Vec<Entry>,
}

/// One thing that is said: of what, how it stands, why, and what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// The reference or name; empty where there is none.
    pub reference: String,
    pub title: String,
    /// How it stands, in a word or two; empty where there is none.
    pub standing: String,
    pub details: Vec<String>,
}
