//! What to say of text that fits nothing.

use super::grammar::{Grammar, Rule};
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::Span;
use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};

const ITEMS: [&str; 11] =
    ["pack", "framework", "treaty", "instrument", "link", "tool", "criterion", "rule", "cycle", "field", "test"];

/// A stretch between items that begins none, or an item whose header is broken.
pub(super) fn stray(text: &str, span: Span) -> Diagnostic {
    let slice = &text[span.start as usize..span.end as usize];
    let word = first_word(slice);
    if let Some(diagnostic) = quote_fault(slice, span) {
        return diagnostic;
    }
    if slice.starts_with('}') {
        return Diagnostic::error("syntax", head(span, 1), "this `}` closes nothing")
            .help("remove it, or look above for a block that was closed too early");
    }
    if word == "translation" {
        return Diagnostic::error("syntax", head(span, word.len()), "translations cannot be written yet")
            .help("the word is reserved for them; leave the item out for now");
    }
    if ITEMS.contains(&word) {
        return expected(Rule::item, slice, span);
    }
    let help = match nearest(word, ITEMS) {
        Some(item) => format!("did you mean `{item}`?"),
        None => format!("an item begins with one of {}", ITEMS.map(|item| format!("`{item}`")).join(", ")),
    };
    Diagnostic::error("syntax", head(span, first_piece(slice)), format!("`{}` begins no item", shown(slice))).help(help)
}

/// A stretch inside a block that is no statement.
pub(super) fn junk(text: &str, span: Span, in_outline: bool) -> Diagnostic {
    let slice = &text[span.start as usize..span.end as usize];
    if let Some(diagnostic) = quote_fault(slice, span) {
        return diagnostic;
    }
    let word = first_word(slice);
    if ITEMS.contains(&word) {
        return Diagnostic::error(
            "syntax",
            head(span, word.len()),
            format!("`{word}` begins an item and means nothing here"),
        )
        .help("choose another word, or close the block above before the item");
    }
    if slice.starts_with('"') {
        return Diagnostic::error("syntax", head(span, first_piece(slice)), "a second string on the same line")
            .help("put it on a line of its own to join the two, or remove it");
    }
    let wanted = if in_outline { Rule::sound_entry } else { Rule::sound_statement };
    expected(wanted, slice, span)
}

/// A stretch behind a bare word: the quotes around both are missing, unless a quote stands there alone.
pub(super) fn after_word(text: &str, span: Span, bare: Span) -> Diagnostic {
    quote_fault(&text[span.start as usize..span.end as usize], span).unwrap_or_else(|| {
        let found = shown(&text[bare.start as usize..]);
        Diagnostic::error("syntax", bare, format!("expected a text in quotes, found `{found}`"))
            .help("put the whole text in quotes: `\"...\"`")
    })
}

/// A block without its closing brace.
pub(super) fn unclosed(block: Span) -> Diagnostic {
    Diagnostic::error("unclosed-block", Span { end: block.start + 1, ..block }, "this `{` is never closed")
        .help("write `}` where the block ends")
}

/// The parser is run once more on the stretch alone, to hear how far it comes and what it misses there.
fn expected(wanted_rule: Rule, slice: &str, span: Span) -> Diagnostic {
    let Err(error) = Grammar::parse(wanted_rule, slice) else {
        return Diagnostic::error("syntax", span, "this does not belong here")
            .help("remove it, or move it to a line of its own");
    };
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let found = &slice[at..];
    let place = Span { start: span.start + at as u32, ..span };
    let place = if found.is_empty() {
        Span { start: span.end.saturating_sub(1), ..span }
    } else {
        head(place, first_piece(found))
    };
    if found.starts_with(['“', '”', '„', '«', '‘', '’']) {
        return Diagnostic::error("syntax", place, "only straight quotes stand around a text")
            .help("write `\"` instead");
    }
    let found = if found.trim().is_empty() { "nothing".to_string() } else { format!("`{}`", shown(found)) };
    match error.variant {
        ErrorVariant::ParsingError { positives, .. } => {
            let wanted = wanted(&positives);
            if at == 0 || wanted.is_empty() {
                Diagnostic::error("syntax", place, format!("{found} begins no statement"))
                    .help("a statement begins with a word, such as `because` or `source`")
            } else {
                Diagnostic::error("syntax", place, format!("expected {}, found {found}", wanted.join(" or ")))
                    .help(format!("write {} here", wanted[0]))
            }
        }
        ErrorVariant::CustomError { message } => Diagnostic::error("syntax", place, message),
    }
}

fn wanted(rules: &[Rule]) -> Vec<&'static str> {
    let mut wanted: Vec<&str> = rules.iter().filter_map(|&found| said(found)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    wanted.truncate(4);
    wanted
}

/// What an author calls a rule of the grammar; none for those that only help it along.
fn said(missing: Rule) -> Option<&'static str> {
    Some(match missing {
        Rule::block => "a block in braces",
        Rule::string | Rule::line_string => "a text in quotes",
        Rule::reference => "a reference, `framework:code`",
        Rule::name => "a name in small letters",
        Rule::code => "a code such as `6.c`",
        Rule::word | Rule::value | Rule::attribute => "a word",
        Rule::figure => "a number or date",
        Rule::percent => "a percentage such as `50%`",
        Rule::operator => "a comparison such as `>=`",
        Rule::condition | Rule::conjunction | Rule::negation | Rule::comparison => "a condition",
        Rule::expression | Rule::path => "a value",
        Rule::is_word => "`is`",
        Rule::has_word => "`has`",
        Rule::each_word => "`each`",
        Rule::addresses_word => "`addresses`",
        Rule::message_text | Rule::message_line => "a message in quotes",
        Rule::hole => "an expression in braces",
        Rule::claim => "a reference, `framework:code`",
        _ => return None,
    })
}

/// A line with an odd number of quotes holds a string that does not end.
fn quote_fault(slice: &str, span: Span) -> Option<Diagnostic> {
    let mut start = 0;
    for line in slice.split_inclusive('\n') {
        if let Some(open) = open_quote(line) {
            let place = Span {
                start: span.start + (start + open) as u32,
                end: span.start + (start + line.trim_end().len()) as u32,
                ..span
            };
            let diagnostic = Diagnostic::error("unclosed-string", place, "this text is not closed on its line");
            return Some(diagnostic.help("end it with `\"`; to go on, open another on the next line"));
        }
        start += line.len();
    }
    None
}

fn open_quote(line: &str) -> Option<usize> {
    let mut open = None;
    let mut escaped = false;
    for (at, character) in line.char_indices() {
        match character {
            '"' if !escaped => open = if open.is_some() { None } else { Some(at) },
            '/' if open.is_none() && line[at..].starts_with("//") && !line[..at].ends_with(':') => break,
            _ => {}
        }
        escaped = character == '\\' && !escaped && open.is_some();
    }
    open
}

fn head(span: Span, length: usize) -> Span {
    Span { end: (span.start + length as u32).min(span.end), ..span }
}

fn first_word(slice: &str) -> &str {
    let end = slice.find(|character: char| !character.is_ascii_alphanumeric() && character != '-' && character != '_');
    &slice[..end.unwrap_or(slice.len())]
}

/// The length in bytes of what a reader sees as the first piece: up to the next blank.
fn first_piece(slice: &str) -> usize {
    slice.find(char::is_whitespace).unwrap_or(slice.len()).max(slice.chars().next().map_or(0, char::len_utf8))
}

/// The first piece, short enough for a message.
fn shown(slice: &str) -> String {
    let piece = &slice[..first_piece(slice)];
    match piece.char_indices().nth(30) {
        _ if piece.chars().all(|character| character.is_whitespace() || character.is_control()) => {
            piece.chars().take(1).map(|character| format!("U+{:04X}", character as u32)).collect()
        }
        Some((cut, _)) => format!("{}…", &piece[..cut]),
        None => piece.to_string(),
    }
}
