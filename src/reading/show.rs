//! A commitment, framework, indicator or tool with all that is said of it.

use crate::graph::Node;
use crate::pack::{End, Framework, Indicator, Link, Pack, Tool};
use crate::plan::iso;
use std::fmt::Write;

/// All that the pack says of a name, as text; none if it knows no such name.
///
/// ```
/// use accordant::{Source, compile, reading};
/// let rules = r#"pack p "P" { version "1" } framework f "F" { goal 1 "Do the work" at "para 1" }"#;
/// let (pack, _) = compile(&[Source::new("p.accord", rules)]);
/// assert!(reading::show(&pack, "f:1").unwrap().starts_with("f:1  Do the work\n"));
/// ```
pub fn show(pack: &Pack, name: &str) -> Option<String> {
    if let Some(node) = pack.commitment(name) {
        return Some(commitment(pack, node));
    }
    let indicator = pack.indicators.iter().find(|indicator| indicator.id == name);
    let framework = pack.frameworks.iter().find(|framework| framework.id == name);
    let tool = pack.tools.iter().find(|tool| tool.id == name);
    let parts: Vec<String> = [
        indicator.map(|found| self::indicator(pack, found)),
        framework.map(|found| self::framework(pack, found)),
        tool.map(|found| self::tool(pack, found)),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| parts.join("\n"))
}

fn commitment(pack: &Pack, node: Node) -> String {
    let commitment = &pack.commitments[node as usize];
    let framework = &pack.frameworks[commitment.framework as usize];
    let mut text = format!("{}  {}\n", commitment.id, commitment.title);
    let place = commitment.at.as_deref().map(|at| format!(", {at}")).unwrap_or_default();
    let source = framework.source.as_ref().map(|source| format!(" ({})", source.text)).unwrap_or_default();
    let _ = writeln!(text, "{} of {}{source}{place}", commitment.level, framework.title);
    if let Some(doc) = &commitment.doc {
        let _ = writeln!(text, "{doc}");
    }
    if !commitment.formerly.is_empty() {
        let _ = writeln!(text, "formerly {}", commitment.formerly.join(", "));
    }
    let above: Vec<Node> = pack.graph.ancestors(node).collect();
    list(&mut text, "part of", above.iter().map(|&above| titled(pack, above)));
    let relation = if commitment.menu { "draws on" } else { "asks for exactly" };
    list(&mut text, relation, pack.graph.children(node).map(|child| titled(pack, child)));
    list(
        &mut text,
        "measured by",
        commitment.measured_by.iter().map(|&at| {
            let indicator = &pack.indicators[at as usize];
            format!("{}  {}", indicator.id, indicator.title)
        }),
    );
    list(&mut text, "links", links(pack, node).map(|link| self::link(pack, node, link)));
    let mut serving = above.clone();
    serving.insert(0, node);
    let tools = pack.tools.iter().filter(|tool| serving.iter().any(|node| tool.serves.contains(node)));
    list(
        &mut text,
        "tools",
        tools.map(|tool| {
            let by = tool.by.as_deref().map(|by| format!(", {by}")).unwrap_or_default();
            format!("{}  {}{by}", tool.id, tool.title)
        }),
    );
    text
}

fn links(pack: &Pack, node: Node) -> impl Iterator<Item = &Link> {
    pack.links.iter().filter(move |link| link.from == node || link.to == End::Commitment(node))
}

fn link(pack: &Pack, node: Node, link: &Link) -> String {
    let other = |end: End| match end {
        End::Commitment(node) => titled(pack, node),
        End::Framework(framework) => pack.frameworks[framework as usize].title.clone(),
    };
    let mut text = match link.from == node {
        true => format!("{} {}", link.verb.word(), other(link.to)),
        false if link.verb.score() == 0 => {
            format!("{} {}", link.verb.reversed().word(), other(End::Commitment(link.from)))
        }
        false => format!("{} {} this", other(End::Commitment(link.from)), link.verb.word()),
    };
    if let Some(because) = &link.because {
        let _ = write!(text, "\n      {because}");
    }
    if let Some(basis) = &link.basis {
        let _ = write!(text, "\n      {}: {}", basis.kind.word(), basis.source);
    }
    text
}

fn framework(pack: &Pack, framework: &Framework) -> String {
    let mut text = format!("{}  {}\n", framework.id, framework.title);
    let source = framework
        .source
        .as_ref()
        .map(|source| format!("{} {}", source.text, source.url.as_deref().unwrap_or_default()));
    let adopted = framework.adopted.map(|date| format!(", adopted {}", iso(date))).unwrap_or_default();
    let _ = writeln!(text, "{}{adopted}\n{}", framework.kind.word(), source.unwrap_or_default().trim_end());
    if let Some(doc) = &framework.doc {
        let _ = writeln!(text, "{doc}");
    }
    let top = (framework.first..framework.end).filter(|&node| pack.graph.place(node).parent.is_none());
    list(&mut text, "outline", top.map(|node| titled(pack, node)));
    text
}

fn indicator(pack: &Pack, indicator: &Indicator) -> String {
    format!("{}  {}\nindicator of {}\n", indicator.id, indicator.title, titled(pack, indicator.of))
}

fn tool(pack: &Pack, tool: &Tool) -> String {
    let mut text = format!("{}  {}\n", tool.id, tool.title);
    let facts = [
        ("by", tool.by.clone()),
        ("kind", tool.kind.clone()),
        ("supports measures of kind", Some(tool.supports.join(", "))),
        ("languages", Some(tool.languages.join(", "))),
        ("at", tool.url.clone()),
        ("source", tool.basis.as_ref().map(|basis| format!("{}: {}", basis.kind.word(), basis.source))),
    ];
    for (name, fact) in facts {
        if let Some(fact) = fact.filter(|fact| !fact.is_empty()) {
            let _ = writeln!(text, "{name} {fact}");
        }
    }
    list(&mut text, "serves", tool.serves.iter().map(|&node| titled(pack, node)));
    text
}

fn titled(pack: &Pack, node: Node) -> String {
    format!("{}  {}", pack.id(node), pack.commitments[node as usize].title)
}

fn list(text: &mut String, title: &str, items: impl Iterator<Item = String>) {
    let mut items = items.peekable();
    if items.peek().is_some() {
        let _ = writeln!(text, "\n{title}");
    }
    for item in items {
        let _ = writeln!(text, "  {item}");
    }
}
