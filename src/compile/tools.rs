//! Tools: what helps to keep commitments.

use super::Compiler;
use super::attributes::Attributes;
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::pack::Tool;
use crate::plan::fields::KINDS;
use crate::source::Span;
use crate::syntax::ast::{Item, Word};
use crate::words::{arrange, natural_order};
use std::collections::BTreeMap;

const KNOWN: [&str; 7] = ["by", "kind", "supports", "serves", "language", "url", "basis"];

pub(super) fn compile(compiler: &mut Compiler, items: &[&Item]) {
    let mut places: BTreeMap<String, Span> = BTreeMap::new();
    for item in items {
        let Some((name, title)) = compiler.named(item) else { continue };
        if let Some(&first) = places.get(&name.value) {
            let twice =
                Diagnostic::error("duplicate-name", name.span, format!("there is already a tool `{}`", name.value));
            compiler.say(twice.note(first, "the first one").help("give each tool its own id"));
            continue;
        }
        places.insert(name.value.clone(), name.span);
        let tool = tool(compiler, item, name, title);
        compiler.pack.tools.push(tool);
    }
    arrange(&mut compiler.pack.tools, |a, b| natural_order(&a.id, &b.id));
}

fn tool(compiler: &mut Compiler, item: &Item, name: Word, title: String) -> Tool {
    let mut attributes = Attributes::of(&item.block, "tool", &KNOWN);
    let supports = attributes.words("supports");
    let serves = attributes.references("serves");
    let mut tool = Tool {
        id: name.value,
        title,
        doc: item.doc.clone(),
        by: attributes.text("by").map(|by| by.value),
        kind: attributes.word("kind").map(|kind| kind.value),
        supports: Vec::new(),
        serves: Vec::new(),
        languages: attributes.words("language").into_iter().map(|language| language.value).collect(),
        url: attributes.url("url"),
        basis: attributes.basis().map(|basis| basis.value),
        span: item.keyword.span.to(name.span),
    };
    attributes.refuse_others("tool");
    compiler.diagnostics.append(&mut attributes.diagnostics);
    for kind in supports {
        if KINDS.contains(&kind.value.as_str()) {
            tool.supports.push(kind.value);
        } else {
            let unknown =
                Diagnostic::error("unknown-word", kind.span, format!("`{}` is no kind of measure", kind.value));
            compiler.say(unknown.help(did_you_mean(&kind.value, KINDS.iter().copied())));
        }
    }
    for reference in serves {
        let Some(node) = compiler.resolve(&reference) else { continue };
        if tool.serves.contains(&node) {
            let twice = Diagnostic::error(
                "duplicate-reference",
                reference.span,
                format!("`{}` is named twice", reference.value),
            );
            compiler.say(twice.help("remove one of them"));
        } else {
            tool.serves.push(node);
        }
    }
    tool.serves.sort_unstable();
    tool
}
