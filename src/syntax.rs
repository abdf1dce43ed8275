//! Text to tree, and tree to text: the only room that knows pest.
//!
//! [`parse`] never fails and never stops at the first fault. The grammar keeps what it cannot place as
//! `junk` or `stray`; each such stretch becomes one diagnostic here, and all around it is kept.

pub(crate) mod ast;
mod build;
mod fault;
mod scan;

use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};
use std::num::NonZeroUsize;
use std::sync::Once;

/// The longest text of a whole pack, in bytes.
pub const MAX_PACK_BYTES: usize = 16 << 20;
/// How deep blocks and parentheses may stand inside each other.
pub const MAX_NESTING: u32 = 64;
/// How many rules pest may try for each byte of the longest pack, before it gives up instead of hanging.
const CALLS_PER_BYTE: usize = 64;

/// The parser that pest makes of the grammar. It writes a public enum, so it stays in a room of its own.
mod grammar {
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/accordant.pest"]
    pub struct Grammar;
}

/// Reads one source, the `index`-th of its pack.
pub(crate) fn parse(source: &Source, index: u32) -> (ast::File, Vec<Diagnostic>) {
    set_call_budget();
    let text = source.text.as_str();
    let whole = Span { source: index, start: 0, end: text.len() as u32 };
    let scan = scan::scan(text);
    if let Some(at) = scan.too_deep {
        let span = Span { source: index, start: at, end: at + 1 };
        let message = format!("blocks stand more than {MAX_NESTING} deep inside each other");
        let refused =
            Diagnostic::error("too-deep", span, message).help("close some of them, or write the outline flatter");
        return (ast::File::default(), vec![refused]);
    }
    match <grammar::Grammar as pest::Parser<grammar::Rule>>::parse(grammar::Rule::file, text) {
        Ok(pairs) => build::file(pairs, text, index, &scan),
        Err(_) => {
            let refused = Diagnostic::error("too-complex", whole, "this file takes too long to read")
                .help("split it into smaller files");
            (ast::File::default(), vec![refused])
        }
    }
}

/// The budget belongs to the whole process, so it is set once, for the largest pack that is allowed.
fn set_call_budget() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| pest::set_call_limit(NonZeroUsize::new(MAX_PACK_BYTES * CALLS_PER_BYTE)));
}
