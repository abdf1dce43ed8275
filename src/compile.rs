//! From trees to a pack: names resolved, everything typed.
//!
//! First come all outlines, so that there are names; then all that speaks of them. [`compile`] never fails: it gives
//! the pack as far as it could be understood, and what is wrong with it.

mod attributes;
mod contradictions;
mod links;
mod outline;
mod tests;
mod tools;

use crate::diagnostic::{Diagnostic, nearest};
use crate::graph::Node;
use crate::pack::{Pack, PackInfo, unknown_commitment};
use crate::source::{Source, Span};
use crate::syntax::ast::{File, Header, Item, Word};
use crate::syntax::{self, MAX_PACK_BYTES};
use crate::words::{arrange, natural_order};
use attributes::Attributes;
use std::collections::{BTreeMap, BTreeSet};

/// Compiles the sources of a pack, and of the packs that it uses, together. Their order does not matter.
///
/// It never fails: the pack holds what could be understood, the diagnostics say what is wrong, each with its
/// place. A pack with an error (see [`has_errors`](crate::has_errors)) is not to be checked against.
///
/// ```
/// use accordant::{Source, compile};
/// let text = r#"
///     pack small "A small pack" { version "1" }
///     framework oath "An oath" { promise 1 "Do no harm" }
///     link oath:1 overlaps oath:2 { because "..." basis editorial "..." }
/// "#;
/// let (pack, diagnostics) = compile(&[Source::new("small.accord", text)]);
/// assert_eq!(pack.commitments[0].id, "oath:1");
/// assert_eq!(diagnostics[0].message, "there is no commitment `oath:2`");
/// ```
pub fn compile(sources: &[Source]) -> (Pack, Vec<Diagnostic>) {
    let mut sources = sources.to_vec();
    arrange(&mut sources, |a, b| a.name.cmp(&b.name).then_with(|| a.text.cmp(&b.text)));
    let mut compiler = Compiler::default();
    let length: usize = sources.iter().map(|source| source.text.len()).sum();
    if length > MAX_PACK_BYTES {
        let message = format!("the pack is {length} bytes long, more than the {MAX_PACK_BYTES} that a pack may have");
        compiler
            .say(Diagnostic::error("pack-too-long", Span::default(), message).help("split it into packs of their own"));
    } else {
        let files: Vec<File> =
            sources.iter().enumerate().map(|(at, source)| compiler.parse(source, at as u32)).collect();
        compiler.files(&files);
    }
    compiler.pack.sources = sources;
    arrange(&mut compiler.diagnostics, |a, b| a.span.cmp(&b.span));
    (compiler.pack, compiler.diagnostics)
}

#[derive(Default)]
struct Compiler {
    pub pack: Pack,
    pub diagnostics: Vec<Diagnostic>,
    /// Words that were lost to faults: names of items, and full names of commitments. Nobody is told that they
    /// are unknown.
    pub lost: BTreeSet<String>,
}

impl Compiler {
    pub fn say(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn parse(&mut self, source: &Source, index: u32) -> File {
        let (file, diagnostics) = syntax::parse(source, index);
        self.diagnostics.extend(diagnostics);
        self.lost.extend(file.lost.iter().cloned());
        file
    }

    fn files(&mut self, files: &[File]) {
        let items = |keywords: &[&str]| -> Vec<&Item> {
            let all = files.iter().flat_map(|file| &file.items);
            all.filter(|item| keywords.contains(&item.keyword.value.as_str())).collect()
        };
        self.pack_items(&items(&["pack"]));
        outline::compile(self, &items(&["framework", "treaty", "instrument"]));
        links::compile(self, &items(&["link"]));
        tools::compile(self, &items(&["tool"]));
        self.pack.draw_graph();
        contradictions::refuse(self);
        self.not_yet(&items(&["criterion", "rule", "cycle", "field"]));
        tests::compile(self, &items(&["test"]));
    }

    /// What is written and read but has no effect yet is said, so that nobody relies on it.
    fn not_yet(&mut self, items: &[&Item]) {
        for item in items {
            let message = format!("a `{}` has no effect yet", item.keyword.value);
            let help = "this version reads it, and checks by outlines, links and tools alone";
            self.say(Diagnostic::warning("no-effect-yet", item.keyword.span, message).help(help));
        }
    }

    /// Of several packs compiled together, the one that no other uses gives its name to the whole.
    fn pack_items(&mut self, items: &[&Item]) {
        let mut packs: BTreeMap<String, (PackInfo, Span)> = BTreeMap::new();
        for item in items {
            let Some((name, info)) = self.pack_info(item) else { continue };
            if let Some((_, first)) = packs.get(&info.name) {
                let message = format!("there is already a pack `{}`", info.name);
                self.say(
                    Diagnostic::error("duplicate-name", name.span, message)
                        .note(*first, "the first one")
                        .help("compile each pack once"),
                );
                continue;
            }
            packs.insert(info.name.clone(), (info, name.span));
        }
        let used: BTreeSet<String> = packs.values().filter_map(|(info, _)| info.uses.clone()).collect();
        let mut top: Vec<&(PackInfo, Span)> = packs.values().filter(|(info, _)| !used.contains(&info.name)).collect();
        arrange(&mut top, |(a, _), (b, _)| natural_order(&a.name, &b.name));
        let missing: Vec<Diagnostic> = packs
            .values()
            .filter_map(|(info, span)| {
                let uses = info.uses.as_ref().filter(|uses| !packs.contains_key(*uses))?;
                let unknown = Diagnostic::error(
                    "unknown-pack",
                    *span,
                    format!("the pack `{uses}` that this one uses is not here"),
                );
                Some(unknown.help(match nearest(uses, packs.keys().map(String::as_str)) {
                    Some(name) => format!("did you mean `{name}`?"),
                    None => "give its folder too".to_string(),
                }))
            })
            .collect();
        let bases: Vec<&(PackInfo, Span)> = packs.values().filter(|(info, _)| info.uses.is_none()).collect();
        let unjoined = match bases.as_slice() {
            [(first, place), (second, span), ..] => {
                let message =
                    format!("`{}` and `{}` are two packs, and neither uses the other", first.name, second.name);
                Some(
                    Diagnostic::error("unjoined-packs", *span, message)
                        .note(*place, "the other one")
                        .help(format!("write `uses {}` in one of them, or compile them apart", first.name)),
                )
            }
            _ => None,
        };
        self.pack.packs = packs.keys().cloned().collect();
        self.pack.info = match (top.first(), packs.values().next()) {
            (Some((info, _)), _) | (None, Some((info, _))) => info.clone(),
            _ => PackInfo { name: "unnamed".into(), ..PackInfo::default() },
        };
        for (info, span) in packs.values().filter(|(info, _)| uses_itself(info, &packs)) {
            let circle = Diagnostic::error("circular-packs", *span, format!("the pack `{}` uses itself", info.name));
            self.say(circle.help("remove one `uses`"));
        }
        self.diagnostics.extend(missing.into_iter().chain(unjoined));
    }

    fn pack_info(&mut self, item: &Item) -> Option<(Word, PackInfo)> {
        let (name, title) = self.named(item)?;
        let mut attributes = Attributes::of(&item.block, "pack", &["version", "language", "licence", "uses"]);
        let info = PackInfo {
            name: name.value.clone(),
            title,
            version: attributes.text("version").map(|version| version.value).unwrap_or_default(),
            language: attributes.word("language").map(|language| language.value),
            licence: attributes.text("licence").map(|licence| licence.value),
            uses: attributes.word("uses").map(|uses| uses.value),
        };
        attributes.refuse_others("pack");
        self.diagnostics.append(&mut attributes.diagnostics);
        Some((name, info))
    }

    /// The name and title in an item's header, with what is wrong with them said.
    pub fn named(&mut self, item: &Item) -> Option<(Word, String)> {
        let Header::Named { name, title } = &item.header else { return None };
        self.check_name(name);
        let title = title.as_ref().map(|title| title.value.clone());
        if title.is_none() && item.keyword.value != "test" {
            let message = format!("this {} has no title", item.keyword.value);
            self.say(
                Diagnostic::error("missing-title", name.span, message)
                    .help("write what it is called in quotes after its name"),
            );
        }
        Some((name.clone(), title.unwrap_or_default()))
    }

    pub fn check_name(&mut self, name: &Word) {
        let sound = name.value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !sound {
            let message = format!("`{}` is no name: names are small letters, digits and hyphens", name.value);
            self.say(
                Diagnostic::error("bad-name", name.span, message)
                    .help(format!("write `{}`", name.value.to_lowercase().replace('_', "-"))),
            );
        }
    }

    /// The commitment that a reference means. If there is none, that is said, unless a fault elsewhere explains it.
    pub fn resolve(&mut self, reference: &Word) -> Option<Node> {
        let id = reference.value.as_str();
        if let Some(&node) = self.pack.names.commitments.get(id) {
            return Some(node);
        }
        if !self.is_lost(id) {
            let unknown = unknown_commitment(&self.pack.names, id);
            self.say(Diagnostic::error(unknown.code, reference.span, unknown.message).help(unknown.help));
        }
        None
    }

    /// Whether a name may only be unknown because a fault hid it.
    pub fn is_lost(&self, name: &str) -> bool {
        self.lost.contains(name) || self.lost.contains(name.split(':').next().unwrap_or_default())
    }
}

/// Whether the packs that a pack uses lead back to it, and it is the first of them by name: a circle is said once.
fn uses_itself(info: &PackInfo, packs: &BTreeMap<String, (PackInfo, Span)>) -> bool {
    let used = |name: &String| packs.get(name).and_then(|(info, _)| info.uses.clone());
    let circle = std::iter::successors(used(&info.name), used).take(packs.len());
    let mut circle: Vec<String> = circle.collect();
    let back = circle.iter().position(|name| *name == info.name);
    circle.truncate(back.unwrap_or_default());
    back.is_some() && circle.iter().all(|name| info.name < *name)
}
