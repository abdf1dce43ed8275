//! From plain words to commitments.

use crate::graph::Node;
use crate::pack::Pack;
use crate::words::{arrange, natural_order};
use serde::Serialize;
use std::collections::BTreeMap;

/// How many commitments a search gives at the most.
const MOST_HITS: usize = 50;

/// Words that say nothing of what is looked for.
const EMPTY_WORDS: [&str; 14] =
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

/// What a word weighs where it stands: in the label itself, in an indicator of the commitment, or in a label above.
const LABEL: f64 = 3.0;
const INDICATOR: f64 = 1.2;
const ABOVE: f64 = 1.0;

/// A commitment that a search found; the higher the score, the better it fits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Hit {
    pub commitment: String,
    pub title: String,
    pub framework: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    pub score: u32,
}

/// Finds commitments by plain words, or by name or code, the best first.
///
/// A word finds the words that begin with it, so that it helps while it is typed. What has more of the words
/// comes first; rare words count for more than common ones.
///
/// ```
/// use accordant::{Source, compile, search};
/// let rules = r#"pack p "P" { version "1" } framework f "F" { goal 1 "Cut recruitment fees" goal 2 "Build roads" }"#;
/// let (pack, _) = compile(&[Source::new("p.accord", rules)]);
/// assert_eq!(search(&pack, "recruiting fee")[0].commitment, "f:1");
/// assert_eq!(search(&pack, "f:2")[0].title, "Build roads");
/// ```
pub fn search(pack: &Pack, words: &str) -> Vec<Hit> {
    let named = named(pack, words.trim());
    let terms = terms(words);
    let labels: Vec<Vec<String>> = pack.commitments.iter().map(|commitment| terms_of(&commitment.title)).collect();
    let mut scores: BTreeMap<Node, (u32, f64)> = BTreeMap::new();
    for term in &terms {
        for (node, score) in term_scores(pack, &labels, term) {
            let entry = scores.entry(node).or_default();
            *entry = (entry.0 + 1, entry.1 + score);
        }
    }
    let mut found: Vec<(Node, u32)> =
        scores.into_iter().map(|(node, (count, score))| (node, count * 1000 + (score * 10.0) as u32)).collect();
    found.retain(|(node, _)| !named.contains(node));
    arrange(&mut found, |a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let first = named.into_iter().map(|node| (node, u32::MAX));
    first.chain(found).take(MOST_HITS).map(|(node, score)| hit(pack, node, score)).collect()
}

fn hit(pack: &Pack, node: Node, score: u32) -> Hit {
    let commitment = &pack.commitments[node as usize];
    Hit {
        commitment: commitment.id.clone(),
        title: commitment.title.clone(),
        framework: pack.frameworks[commitment.framework as usize].title.clone(),
        at: commitment.at.clone(),
        score,
    }
}

/// Commitments whose name or code is what was typed, then those whose name begins so.
fn named(pack: &Pack, typed: &str) -> Vec<Node> {
    if typed.is_empty() || !typed.contains(|character: char| character.is_ascii_digit() || character == ':') {
        return Vec::new();
    }
    let typed = typed.to_lowercase();
    let mut found: Vec<(u8, &str, Node)> = Vec::new();
    for (node, commitment) in pack.commitments.iter().enumerate() {
        let id = commitment.id.to_lowercase();
        let code = id.split_once(':').map_or("", |(_, code)| code);
        let rank = match () {
            () if id == typed => 0,
            () if code == typed => 1,
            () if typed.contains(':') && id.starts_with(&typed) => 2,
            () => continue,
        };
        found.push((rank, &commitment.id, node as Node));
    }
    arrange(&mut found, |a, b| a.0.cmp(&b.0).then_with(|| natural_order(a.1, b.1)));
    found.into_iter().map(|(_, _, node)| node).collect()
}

/// How well each commitment fits one word. A word that few commitments have counts for more.
fn term_scores(pack: &Pack, labels: &[Vec<String>], term: &str) -> Vec<(Node, f64)> {
    let in_label: Vec<f64> =
        labels.iter().map(|label| label.iter().map(|word| fits(word, term)).fold(0.0, f64::max)).collect();
    let matching = in_label.iter().filter(|&&fit| fit > 0.0).count();
    let rarity = 1.0 + (1.0 + pack.commitments.len() as f64 / (1.0 + matching as f64)).ln();
    let score = |node: Node| {
        let own = in_label[node as usize] * LABEL;
        let above = pack.graph.ancestors(node).map(|above| in_label[above as usize]).fold(0.0, f64::max) * ABOVE;
        let indicators =
            pack.commitments[node as usize].measured_by.iter().map(|&at| &pack.indicators[at as usize].title);
        let measured =
            indicators.flat_map(|title| terms_of(title)).map(|word| fits(&word, term)).fold(0.0, f64::max) * INDICATOR;
        own.max(above).max(measured)
    };
    pack.graph.nodes().map(|node| (node, score(node) * rarity)).filter(|&(_, score)| score > 0.0).collect()
}

/// Whether a word of a label fits one that was typed: in full, or as its beginning.
fn fits(word: &str, term: &str) -> f64 {
    if word == term {
        1.0
    } else if word.starts_with(term) && term.chars().count() >= 2 {
        0.7
    } else {
        0.0
    }
}

fn terms(words: &str) -> Vec<String> {
    let mut terms = terms_of(words);
    let full: Vec<String> = terms.iter().filter(|term| !EMPTY_WORDS.contains(&term.as_str())).cloned().collect();
    if !full.is_empty() {
        terms = full;
    }
    terms.dedup();
    terms
}

/// The words of a text, in small letters and without their endings.
fn terms_of(text: &str) -> Vec<String> {
    let words = text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| stem(&word.to_lowercase()).to_string()).collect()
}

/// A word without the English endings that do not change what it is about.
fn stem(word: &str) -> &str {
    const ENDINGS: [&str; 8] = ["ments", "ment", "ings", "ing", "ies", "es", "ed", "s"];
    let stems = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    stems.into_iter().find(|stem| stem.len() >= 3 && stem.is_ascii()).map_or(word, |stem| stem.trim_end_matches('e'))
}
