//! Frameworks, treaties and instruments: outlines of commitments.

use super::Compiler;
use super::attributes::Attributes;
use crate::diagnostic::Diagnostic;
use crate::graph::Node;
use crate::pack::{Commitment, Framework, Indicator, MAX_COMMITMENTS};
use crate::source::Span;
use crate::syntax::ast::{Block, Item, Node as Written, Statement, Value, Word};
use crate::words::{FrameworkKind, arrange, natural_order};
use std::collections::BTreeMap;

pub(super) fn compile(compiler: &mut Compiler, items: &[&Item]) {
    let mut items: Vec<&&Item> = items.iter().collect();
    arrange(&mut items, |a, b| natural_order(name_of(a), name_of(b)));
    let mut outline = Outline { compiler, places: BTreeMap::new(), measured_by: Vec::new(), kinds: BTreeMap::new() };
    for item in items {
        outline.framework(item);
    }
    outline.resolve_measures();
}

fn name_of(item: &Item) -> &str {
    match &item.header {
        crate::syntax::ast::Header::Named { name, .. } => &name.value,
        _ => "",
    }
}

/// What may be said of a framework beside its outline.
const OF_A_FRAMEWORK: [&str; 2] = ["adopted", "source"];
/// What may be said of a commitment beside what stands below it.
const OF_A_COMMITMENT: [&str; 4] = ["menu", "union", "measured-by", "formerly"];

struct Outline<'a> {
    compiler: &'a mut Compiler,
    /// Where each name was first given, for those that are given twice.
    places: BTreeMap<String, Span>,
    measured_by: Vec<(Node, Word)>,
    /// Where it is said whether a commitment is a menu or a union.
    kinds: BTreeMap<Node, Span>,
}

impl Outline<'_> {
    fn framework(&mut self, item: &Item) {
        let Some((name, title)) = self.compiler.named(item) else { return };
        let lost = lost_codes(&item.block).into_iter().map(|code| format!("{}:{code}", name.value));
        self.compiler.lost.extend(lost.collect::<Vec<_>>());
        if let Some(first) = self.places.insert(name.value.clone(), name.span) {
            let message = format!("there is already a framework `{}`", name.value);
            let twice = Diagnostic::error("duplicate-name", name.span, message).note(first, "the first one");
            self.compiler.say(twice.help("a framework is one item: put both outlines together, or rename one"));
            return;
        }
        let index = self.compiler.pack.frameworks.len() as u32;
        let mut attributes = Attributes::of(&item.block, &item.keyword.value, &OF_A_FRAMEWORK);
        let first = self.compiler.pack.commitments.len() as Node;
        self.compiler.pack.names.frameworks.insert(name.value.clone(), index);
        self.compiler.pack.frameworks.push(Framework {
            id: name.value.clone(),
            kind: FrameworkKind::of(&item.keyword.value).unwrap_or(FrameworkKind::Framework),
            title,
            doc: item.doc.clone(),
            adopted: attributes.date("adopted"),
            source: attributes.source(),
            first,
            end: first,
            span: item.span,
        });
        self.compiler.diagnostics.append(&mut attributes.diagnostics);
        for statement in attributes.others {
            match statement {
                Statement::Node(node) if node.level.value != "indicator" => self.commitment(node, index, None),
                other => self.misplaced(other, &item.keyword.value),
            }
        }
        let end = self.compiler.pack.commitments.len() as Node;
        if let Some(framework) = self.compiler.pack.frameworks.last_mut() {
            framework.end = end;
        }
    }

    fn commitment(&mut self, written: &Written, framework: u32, parent: Option<Node>) {
        if self.compiler.pack.commitments.len() >= MAX_COMMITMENTS {
            if !self.compiler.diagnostics.iter().any(|found| found.code == "too-many-commitments") {
                let message = format!("a pack may have {MAX_COMMITMENTS} commitments, and this is one more");
                self.compiler
                    .say(Diagnostic::error("too-many-commitments", written.span, message).help("split the pack"));
            }
            return;
        }
        let Some((id, title)) = self.name_node(written, framework, parent) else { return };
        let node = self.compiler.pack.commitments.len() as Node;
        self.compiler.pack.names.commitments.insert(id.clone(), node);
        self.compiler.pack.commitments.push(Commitment {
            id,
            framework,
            level: written.level.value.clone(),
            title,
            at: written.at.as_ref().map(|at| at.value.clone()),
            doc: written.doc.clone(),
            parent,
            menu: false,
            formerly: Vec::new(),
            measured_by: Vec::new(),
            span: written.span,
        });
        for statement in written.block.iter().flat_map(|block| &block.statements) {
            self.below(statement, framework, node);
        }
    }

    fn below(&mut self, statement: &Statement, framework: u32, node: Node) {
        match statement {
            Statement::Node(indicator) if indicator.level.value == "indicator" => {
                self.indicator(indicator, framework, node)
            }
            Statement::Node(child) => self.commitment(child, framework, Some(node)),
            Statement::OutlineKind(kind) => self.outline_kind(kind, node),
            Statement::Formerly { code, .. } => self.formerly(code, framework, node),
            Statement::Attribute { name, value: Value::References(references) } if name.value == "measured-by" => {
                self.measured_by.extend(references.iter().map(|reference| (node, reference.clone())));
            }
            Statement::Attribute { name, value } => {
                let level = self.compiler.pack.commitments[node as usize].level.clone();
                let unknown = super::attributes::unknown(name, value, &level, &OF_A_COMMITMENT, true);
                self.compiler.say(unknown);
            }
            other => {
                let level = self.compiler.pack.commitments[node as usize].level.clone();
                self.misplaced(other, &level);
            }
        }
    }

    fn outline_kind(&mut self, kind: &Word, node: Node) {
        if self.kinds.insert(node, kind.span).is_some() {
            let twice = Diagnostic::error(
                "duplicate-attribute",
                kind.span,
                format!("`{}` comes after another word for the same", kind.value),
            );
            self.compiler.say(twice.help("an outline is a menu or a union: keep one of the two"));
        }
        self.compiler.pack.commitments[node as usize].menu = kind.value == "menu";
    }

    fn indicator(&mut self, written: &Written, framework: u32, of: Node) {
        let Some((id, title)) = self.name_node(written, framework, Some(of)) else { return };
        let index = self.compiler.pack.indicators.len() as u32;
        self.compiler.pack.names.indicators.insert(id.clone(), index);
        self.compiler.pack.commitments[of as usize].measured_by.push(index);
        self.compiler.pack.indicators.push(Indicator { id, of, title, span: written.span });
        if let Some(block) = written.block.as_ref().filter(|block| !block.statements.is_empty()) {
            let message = "nothing stands below an indicator";
            self.compiler.say(Diagnostic::error("misplaced", block.span, message).help("move it below the commitment"));
        }
    }

    /// The full name and label of a node, unless the name is already taken.
    fn name_node(&mut self, written: &Written, framework: u32, above: Option<Node>) -> Option<(String, String)> {
        let commitments = &self.compiler.pack.commitments;
        let written_below = above.map(|above| commitments[above as usize].level.clone());
        let written_below = written_below.as_deref();
        let id = format!("{}:{}", self.compiler.pack.frameworks[framework as usize].id, written.code.value);
        if written.label.is_none() {
            let known = OF_A_COMMITMENT.iter().chain(&OF_A_FRAMEWORK).copied();
            if let Some(near) = crate::diagnostic::nearest(&written.level.value, known) {
                let keyword = self.compiler.pack.frameworks[framework as usize].kind.word();
                let owner = written_below.unwrap_or(keyword);
                let message = format!("a {owner} has no `{}`", written.level.value);
                let unknown = Diagnostic::error("unknown-attribute", written.level.span, message);
                self.compiler.say(unknown.help(format!("did you mean `{near}`?")));
                return None;
            }
            let message = format!("`{} {}` has no label", written.level.value, written.code.value);
            self.compiler.say(
                Diagnostic::error("missing-title", written.code.span, message)
                    .help("write what it asks for in quotes after its code"),
            );
        }
        if let Some(&first) = self.places.get(&id) {
            let twice = Diagnostic::error("duplicate-name", written.code.span, format!("there is already a `{id}`"));
            self.compiler
                .say(twice.note(first, "the first one").help("give each its own code, as the document numbers it"));
            return None;
        }
        self.places.insert(id.clone(), written.code.span);
        Some((id, written.label.as_ref().map(|label| label.value.clone()).unwrap_or_default()))
    }

    fn formerly(&mut self, code: &Word, framework: u32, node: Node) {
        let id = match code.value.contains(':') {
            true => code.value.clone(),
            false => format!("{}:{}", self.compiler.pack.frameworks[framework as usize].id, code.value),
        };
        if let Some(&other) = self.compiler.pack.names.formerly.get(&id) {
            let message = format!("`{id}` is already an older name of `{}`", self.compiler.pack.id(other));
            self.compiler
                .say(Diagnostic::error("duplicate-name", code.span, message).help("an older name has one successor"));
            return;
        }
        self.compiler.pack.names.formerly.insert(id.clone(), node);
        self.compiler.pack.commitments[node as usize].formerly.push(id);
    }

    fn misplaced(&mut self, statement: &Statement, owner: &str) {
        let (span, name) = super::attributes::head(statement);
        let message = format!("`{name}` does not belong in a {owner}");
        self.compiler.say(
            Diagnostic::error("misplaced", span, message).help("move it to the item that it speaks of, or remove it"),
        );
    }

    /// Older names must not be names in use, and `measured-by` must name indicators: known once all outlines are.
    fn resolve_measures(&mut self) {
        let reused: Vec<(String, Span)> = self
            .compiler
            .pack
            .names
            .formerly
            .iter()
            .filter(|(id, _)| self.places.contains_key(*id))
            .map(|(id, &node)| (id.clone(), self.compiler.pack.commitments[node as usize].span))
            .collect();
        for (id, span) in reused {
            let message = format!("`{id}` is an older name here, and still in use there");
            let there = self.places[&id];
            self.compiler.say(
                Diagnostic::error("duplicate-name", span, message)
                    .note(there, "in use here")
                    .help("remove `formerly`, or rename the other"),
            );
        }
        for (node, reference) in std::mem::take(&mut self.measured_by) {
            match self.compiler.pack.names.indicators.get(&reference.value).copied() {
                Some(index) if self.compiler.pack.commitments[node as usize].measured_by.contains(&index) => {
                    let twice = Diagnostic::error(
                        "duplicate-reference",
                        reference.span,
                        format!("`{}` is named twice", reference.value),
                    );
                    self.compiler.say(twice.help("remove one of them"));
                }
                Some(index) => self.compiler.pack.commitments[node as usize].measured_by.push(index),
                None => self.unknown_indicator(&reference),
            }
        }
    }

    fn unknown_indicator(&mut self, reference: &Word) {
        if self.compiler.is_lost(&reference.value) {
            return;
        }
        let names = self.compiler.pack.names.indicators.keys().map(String::as_str);
        let help = match crate::diagnostic::nearest(&reference.value, names) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "an indicator stands in an outline: `indicator 10.c.1 \"...\"`".to_string(),
        };
        let message = format!("there is no indicator `{}`", reference.value);
        self.compiler.say(Diagnostic::error("unknown-indicator", reference.span, message).help(help));
    }
}

/// The words of an outline that were lost to faults: codes may be among them.
fn lost_codes(block: &Block) -> Vec<&String> {
    let below = block.statements.iter().filter_map(|statement| match statement {
        Statement::Node(node) => node.block.as_ref(),
        _ => None,
    });
    block.lost.iter().chain(below.flat_map(lost_codes)).collect()
}
