//! The resolved pack as plain data, for exchange and for pages (DESIGN section 6).

use super::{Basis, Link, Pack, Tool};
use crate::plan::iso;
use crate::words::{FrameworkKind, Verb};
use serde::Serialize;

/// The resolved pack: `export --format json`.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackExport {
    pub accordant: u8,
    pub pack: ExportedPack,
    pub frameworks: Vec<ExportedFramework>,
    pub links: Vec<ExportedLink>,
    pub tools: Vec<ExportedTool>,
    pub tests: Vec<ExportedTest>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExportedPack {
    pub name: String,
    pub title: String,
    pub version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExportedFramework {
    pub id: String,
    pub kind: FrameworkKind,
    pub title: String,
    pub adopted: Option<String>,
    pub source: Option<ExportedSource>,
    pub commitments: Vec<ExportedCommitment>,
    pub indicators: Vec<ExportedIndicator>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExportedSource {
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExportedCommitment {
    pub id: String,
    pub parent: Option<String>,
    pub level: String,
    pub title: String,
    pub at: Option<String>,
    pub outline: Outline,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<String>,
    /// The indicators that measure it, by their full names.
    #[serde(rename = "measuredBy", skip_serializing_if = "Vec::is_empty")]
    pub measured_by: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Outline {
    Union,
    Menu,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExportedIndicator {
    pub id: String,
    pub of: String,
    pub title: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExportedLink {
    pub from: String,
    pub verb: Verb,
    pub to: String,
    pub because: Option<String>,
    pub basis: Option<ExportedBasis>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExportedBasis {
    pub kind: crate::words::BasisKind,
    pub source: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExportedTool {
    pub id: String,
    pub title: String,
    pub by: Option<String>,
    pub kind: Option<String>,
    pub supports: Vec<String>,
    pub serves: Vec<String>,
    pub languages: Vec<String>,
    pub url: Option<String>,
    pub basis: Option<ExportedBasis>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExportedTest {
    pub name: String,
}

impl From<&Basis> for ExportedBasis {
    fn from(basis: &Basis) -> ExportedBasis {
        ExportedBasis { kind: basis.kind, source: basis.source.clone() }
    }
}

impl Pack {
    /// The resolved pack as plain data.
    ///
    /// ```
    /// let text = r#"pack p "P" { version "1" } framework f "F" { goal 1 "Do" }"#;
    /// let (pack, _) = accordant::compile(&[accordant::Source::new("p.accord", text)]);
    /// assert_eq!(pack.export().frameworks[0].commitments[0].id, "f:1");
    /// ```
    pub fn export(&self) -> PackExport {
        PackExport {
            accordant: 1,
            pack: ExportedPack {
                name: self.info.name.clone(),
                title: self.info.title.clone(),
                version: self.info.version.clone(),
                language: self.info.language.clone(),
                licence: self.info.licence.clone(),
            },
            frameworks: (0..self.frameworks.len()).map(|index| self.export_framework(index)).collect(),
            links: self.links.iter().map(|link| self.export_link(link)).collect(),
            tools: self.tools.iter().map(|tool| self.export_tool(tool)).collect(),
            tests: self.tests.iter().map(|test| ExportedTest { name: test.name.clone() }).collect(),
        }
    }

    fn export_framework(&self, index: usize) -> ExportedFramework {
        let framework = &self.frameworks[index];
        let commitments = framework.first as usize..framework.end as usize;
        let indicators = self.indicators.iter().filter(|indicator| commitments.contains(&(indicator.of as usize)));
        ExportedFramework {
            id: framework.id.clone(),
            kind: framework.kind,
            title: framework.title.clone(),
            adopted: framework.adopted.map(iso),
            source: framework
                .source
                .as_ref()
                .map(|source| ExportedSource { text: source.text.clone(), url: source.url.clone() }),
            indicators: indicators
                .map(|indicator| ExportedIndicator {
                    id: indicator.id.clone(),
                    of: self.id(indicator.of).to_string(),
                    title: indicator.title.clone(),
                })
                .collect(),
            commitments: self.commitments[commitments]
                .iter()
                .map(|commitment| ExportedCommitment {
                    id: commitment.id.clone(),
                    parent: commitment.parent.map(|parent| self.id(parent).to_string()),
                    level: commitment.level.clone(),
                    title: commitment.title.clone(),
                    at: commitment.at.clone(),
                    outline: if commitment.menu { Outline::Menu } else { Outline::Union },
                    formerly: commitment.formerly.clone(),
                    measured_by: commitment
                        .measured_by
                        .iter()
                        .map(|&index| self.indicators[index as usize].id.clone())
                        .collect(),
                })
                .collect(),
        }
    }

    pub(crate) fn export_link(&self, link: &Link) -> ExportedLink {
        ExportedLink {
            from: self.id(link.from).to_string(),
            verb: link.verb,
            to: self.end_id(link.to).to_string(),
            because: link.because.clone(),
            basis: link.basis.as_ref().map(ExportedBasis::from),
        }
    }

    fn export_tool(&self, tool: &Tool) -> ExportedTool {
        ExportedTool {
            id: tool.id.clone(),
            title: tool.title.clone(),
            by: tool.by.clone(),
            kind: tool.kind.clone(),
            supports: tool.supports.clone(),
            serves: tool.serves.iter().map(|&node| self.id(node).to_string()).collect(),
            languages: tool.languages.clone(),
            url: tool.url.clone(),
            basis: tool.basis.as_ref().map(ExportedBasis::from),
        }
    }
}
