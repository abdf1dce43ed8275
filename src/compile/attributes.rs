//! The attributes of an item: each at most once, of a known name and of the right shape.

use crate::diagnostic::{Diagnostic, did_you_mean, nearest};
use crate::pack::{Basis, Reference};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Block, Statement, Value, Word};
use crate::words::BasisKind;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The attributes of one block, ready to be taken by name. What stands there and is no attribute is left in `others`.
pub(super) struct Attributes<'a> {
    values: BTreeMap<&'a str, (Span, &'a Value)>,
    basis: Option<(&'a Word, &'a Word)>,
    pub others: Vec<&'a Statement>,
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> Attributes<'a> {
    /// `owner` is what an author calls the item, `known` the names that it may use.
    pub fn of(block: &'a Block, owner: &str, known: &[&str]) -> Attributes<'a> {
        let mut attributes =
            Attributes { values: BTreeMap::new(), basis: None, others: Vec::new(), diagnostics: Vec::new() };
        for statement in &block.statements {
            match statement {
                Statement::Attribute { name, value } if known.contains(&name.value.as_str()) => {
                    if attributes.values.insert(&name.value, (name.span, value)).is_some() {
                        attributes.diagnostics.push(twice(name.span, &name.value));
                    }
                }
                Statement::Attribute { name, value } => attributes.diagnostics.push(unknown(
                    name,
                    value,
                    owner,
                    known,
                    matches!(owner, "framework" | "treaty" | "instrument"),
                )),
                Statement::Basis { keyword, kind, source } if known.contains(&"basis") => {
                    if attributes.basis.replace((kind, source)).is_some() {
                        attributes.diagnostics.push(twice(*keyword, "basis"));
                    }
                }
                other => attributes.others.push(other),
            }
        }
        attributes
    }

    /// Says of each statement that is left that it does not belong here.
    pub fn refuse_others(&mut self, owner: &str) {
        for statement in std::mem::take(&mut self.others) {
            let (span, name) = head(statement);
            let message = format!("`{name}` does not belong in a {owner}");
            self.diagnostics.push(
                Diagnostic::error("misplaced", span, message)
                    .help("move it to the item that it speaks of, or remove it"),
            );
        }
    }

    pub fn text(&mut self, name: &str) -> Option<Word> {
        let (_, value) = self.take(name)?;
        match value {
            Value::Texts { texts, url: None } if texts.len() == 1 => texts.first().cloned(),
            _ => self.wrong(name, "a text in quotes"),
        }
    }

    pub fn word(&mut self, name: &str) -> Option<Word> {
        let (_, value) = self.take(name)?;
        match value {
            Value::Words { words, last: None } if words.len() == 1 => words.first().cloned(),
            _ => self.wrong(name, "one word"),
        }
    }

    pub fn words(&mut self, name: &str) -> Vec<Word> {
        match self.take(name) {
            Some((_, Value::Words { words, last: None })) => words.clone(),
            Some(_) => self.wrong(name, "words, with commas between them").unwrap_or_default(),
            None => Vec::new(),
        }
    }

    pub fn references(&mut self, name: &str) -> Vec<Word> {
        match self.take(name) {
            Some((_, Value::References(references))) => references.clone(),
            Some(_) => self.wrong(name, "references, `framework:code`").unwrap_or_default(),
            None => Vec::new(),
        }
    }

    pub fn date(&mut self, name: &str) -> Option<Date> {
        let (_, value) = self.take(name)?;
        let date = match value {
            Value::Figure { figure, unit: None } => crate::plan::day(&figure.value),
            _ => None,
        };
        date.or_else(|| self.wrong(name, "a day such as 2018-12-19"))
    }

    pub fn url(&mut self, name: &str) -> Option<String> {
        let (_, value) = self.take(name)?;
        match value {
            Value::Url(url) => Some(url.value.clone()),
            _ => self.wrong(name, "a web address, `<https://...>`"),
        }
    }

    pub fn source(&mut self) -> Option<Reference> {
        let (_, value) = self.take("source")?;
        match value {
            Value::Texts { texts, url } if texts.len() == 1 => {
                Some(Reference { text: texts.first()?.value.clone(), url: url.as_ref().map(|url| url.value.clone()) })
            }
            _ => self.wrong("source", "a text in quotes, then perhaps a web address,"),
        }
    }

    pub fn basis(&mut self) -> Option<Spanned<Basis>> {
        let (kind, source) = self.basis?;
        let Some(known) = BasisKind::of(&kind.value) else {
            let words = BasisKind::ALL.iter().map(|kind| kind.word());
            let unknown = Diagnostic::error("unknown-word", kind.span, format!("`{}` is no basis", kind.value));
            self.diagnostics.push(unknown.help(did_you_mean(&kind.value, words)));
            return None;
        };
        let basis = Basis { kind: known, source: source.value.clone() };
        Some(Spanned { value: basis, span: kind.span.to(source.span) })
    }

    /// Whether a basis stands there, known or not.
    pub fn has_basis(&self) -> bool {
        self.basis.is_some()
    }

    fn take(&self, name: &str) -> Option<(Span, &'a Value)> {
        self.values.get(name).copied()
    }

    fn wrong<T>(&mut self, name: &str, wanted: &str) -> Option<T> {
        let span = self.values.get(name).map(|(span, _)| *span).unwrap_or_default();
        let wrong = Diagnostic::error("wrong-type", span, format!("`{name}` takes {wanted}"));
        self.diagnostics.push(wrong.help(format!("write {wanted} after `{name}`")));
        None
    }
}

fn twice(span: Span, name: &str) -> Diagnostic {
    Diagnostic::error("duplicate-attribute", span, format!("`{name}` is given twice")).help("remove one of them")
}

/// What looks like a commitment without its code or its label.
fn mistaken_node(name: &Word, value: &Value) -> Option<Diagnostic> {
    let (what, message) = match value {
        Value::Texts { .. } => ("its code, as the document numbers it,", format!("this `{}` has no code", name.value)),
        Value::Figure { figure, .. } => {
            ("its label in quotes", format!("`{} {}` has no label", name.value, figure.value))
        }
        Value::Words { words, .. } if words.len() == 1 => {
            ("its label in quotes", format!("`{} {}` has no label", name.value, words[0].value))
        }
        _ => return None,
    };
    Some(Diagnostic::error("missing-title", name.span, message).help(format!("write {what} after `{}`", name.value)))
}

/// An attribute that its owner does not have; in an outline it may be a commitment that lacks something.
pub(super) fn unknown(name: &Word, value: &Value, owner: &str, known: &[&str], in_outline: bool) -> Diagnostic {
    if known.contains(&name.value.as_str()) {
        return Diagnostic::error(
            "wrong-type",
            name.span,
            format!("`{}` takes references, `framework:code`", name.value),
        )
        .help("name what it means by framework and code");
    }
    let near = nearest(&name.value, known.iter().copied()).is_some();
    if let (false, true, Some(mistaken)) = (near, in_outline, mistaken_node(name, value)) {
        return mistaken;
    }
    Diagnostic::error("unknown-attribute", name.span, format!("a {owner} has no `{}`", name.value))
        .help(did_you_mean(&name.value, known.iter().copied()))
}

/// The word with which a statement begins, and where it stands.
pub(super) fn head(statement: &Statement) -> (Span, &str) {
    match statement {
        Statement::Attribute { name, .. } => (name.span, &name.value),
        Statement::Node(node) => (node.level.span, &node.level.value),
        Statement::OutlineKind(kind) => (kind.span, &kind.value),
        Statement::Formerly { keyword, .. } => (*keyword, "formerly"),
        Statement::Basis { keyword, .. } => (*keyword, "basis"),
        Statement::Answer { keyword, .. } => (*keyword, "answer"),
        Statement::Addresses { keyword, .. } => (*keyword, "addresses"),
        Statement::FieldValue { keyword, .. } => (*keyword, "field"),
        Statement::Requires { keyword, .. } => (*keyword, "requires"),
        Statement::When { keyword, .. } => (*keyword, "when"),
        Statement::ForEach { keyword, .. } => (*keyword, "for each"),
        Statement::On { keyword, .. } => (*keyword, "on"),
        Statement::Message { level, .. } => (level.span, &level.value),
        Statement::Expect { keyword, .. } => (*keyword, "expect"),
        Statement::Section { keyword, .. } => (keyword.span, &keyword.value),
    }
}
