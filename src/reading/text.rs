//! A reading as plain text.

use super::{Entry, Reading};
use std::fmt::Write;

/// Plain text of at most about 100 columns where its words allow it.
pub fn text(reading: &Reading) -> String {
    let mut text = format!("{}\n{}\n", reading.title, "=".repeat(reading.title.chars().count()));
    for line in &reading.about {
        wrap(&mut text, line, 0, 0);
    }
    for section in &reading.sections {
        let _ = write!(text, "\n{}\n{}\n", section.title, "-".repeat(section.title.chars().count()));
        wrap(&mut text, &section.lead, 0, 0);
        for entry in &section.entries {
            self::entry(&mut text, entry);
        }
    }
    text
}

fn entry(text: &mut String, entry: &Entry) {
    let mut head = String::new();
    for part in [entry.reference.as_str(), entry.title.as_str()] {
        if !part.is_empty() {
            head.push_str(if head.is_empty() { "" } else { "  " });
            head.push_str(part);
        }
    }
    if !entry.standing.is_empty() {
        let _ = write!(head, ": {}", entry.standing);
    }
    wrap(text, &head, 2, 6);
    for detail in &entry.details {
        wrap(text, detail, 6, 6);
    }
}

/// One paragraph, broken between words; lines after the first are indented by `hanging`.
fn wrap(text: &mut String, paragraph: &str, indent: usize, hanging: usize) {
    const WIDTH: usize = 100;
    let mut line = " ".repeat(indent);
    let mut empty = true;
    for word in paragraph.split_whitespace() {
        if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            text.push_str(&line);
            text.push('\n');
            line = " ".repeat(hanging);
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    if !empty {
        text.push_str(&line);
        text.push('\n');
    }
}
