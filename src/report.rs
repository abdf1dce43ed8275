//! What a check found: plain data, the same value on the command line and in JavaScript (DESIGN section 6).

use crate::diagnostic::Fault;
use crate::words::{BasisKind, Degree, Verb, Verdict};
use serde::{Serialize, Serializer};

/// Everything that a check found. Frameworks stand by id, commitments and gaps in the order of the outlines.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The version of this format.
    pub accordant: u8,
    pub pack: PackName,
    /// The day on which the plan was looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// What is wrong with the plan.
    pub diagnostics: Vec<Fault>,
    /// By full name. One that is unanswered in both pictures, with no support, tension or nearness, is left out.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, CommitmentReport>"))]
    pub commitments: Vec<(String, CommitmentReport)>,
    pub frameworks: Vec<FrameworkReport>,
    /// Commitments in scope that the plan does not keep, by weight and then in the order of the outline.
    pub gaps: Vec<Gap>,
    pub conflicts: Vec<Conflict>,
    /// Tools that help most with the gaps, the most helpful first.
    pub suggestions: Vec<Suggestion>,
    pub measures: Vec<MeasureReport>,
}

/// The pack that was checked against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackName {
    pub name: String,
    pub version: String,
}

/// What is found of one commitment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum CommitmentReport {
    Applicable(Standing),
    NotApplicable { verdict: NotApplicable },
}

/// The one word that is said of a commitment which does not apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum NotApplicable {
    #[serde(rename = "not-applicable")]
    NotApplicable,
}

/// Where a commitment stands, today and as planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standing {
    pub today: Today,
    pub planned: Planned,
    /// In 54ths.
    pub support: u8,
    /// In 54ths.
    pub tension: u8,
    /// Unanswered, but joined by a correspondence to a commitment that the plan keeps at least partly.
    pub near: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Today {
    pub low: Degree,
    pub high: Degree,
    pub verdict: Verdict,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Planned {
    pub low: Degree,
    pub verdict: Verdict,
}

/// One framework in scope, its leaves counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FrameworkReport {
    pub id: String,
    pub planned: Counts,
    pub today: Counts,
    pub supported: u32,
    pub in_tension: u32,
    pub near: u32,
    pub touched: Touched,
}

/// How many leaves have each verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct Counts {
    pub aligned: u32,
    pub partly: u32,
    pub not_aligned: u32,
    pub unanswered: u32,
    pub contradictory: u32,
    pub not_applicable: u32,
}

impl Counts {
    pub(crate) fn add(&mut self, verdict: Verdict) {
        *match verdict {
            Verdict::Aligned => &mut self.aligned,
            Verdict::Partly => &mut self.partly,
            Verdict::NotAligned => &mut self.not_aligned,
            Verdict::Unanswered => &mut self.unanswered,
            Verdict::Contradictory => &mut self.contradictory,
            Verdict::NotApplicable => &mut self.not_applicable,
        } += 1;
    }
}

/// How many of the commitments at the top of an outline the plan keeps at least partly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Touched {
    pub of: u32,
    pub top: u32,
}

/// A commitment in scope that the plan does not keep. `weight` is in half-units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Gap {
    pub commitment: String,
    pub verdict: Verdict,
    pub near: bool,
    pub weight: u32,
}

/// A commitment of which the answers, taken together, say two things that cannot both be so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conflict {
    pub commitment: String,
    /// The commitments whose answers are at odds.
    pub answers: Vec<String>,
}

/// A tool, how much of the open gaps it covers (in half-units) beyond those before it, and which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Suggestion {
    pub tool: String,
    pub gain: u32,
    pub closes: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeasureReport {
    pub id: String,
    /// Up to three tools that help to carry the measure out.
    pub tools: Vec<MeasureTool>,
    /// What would change if the measure were removed: the planned verdict and the support as they would then be.
    pub affects: Vec<Affected>,
}

/// A tool for a measure, and for which of the commitments that the measure addresses it helps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MeasureTool {
    pub tool: String,
    pub serves: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Affected {
    pub commitment: String,
    pub verdict: Verdict,
    /// In 54ths.
    pub support: u8,
}

/// Why a commitment stands as it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explanation {
    pub commitment: String,
    pub title: String,
    pub verdict: Verdicts,
    pub today: Option<Step>,
    pub planned: Option<Step>,
    /// What would settle it, in sentences, where nothing is known.
    pub settle: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verdicts {
    pub today: Verdict,
    pub planned: Verdict,
}

/// One step of a proof: what is known of a commitment, and from what it follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Step {
    pub sentence: String,
    pub commitment: String,
    pub picture: Picture,
    pub bound: Bound,
    pub value: Degree,
    pub via: Via,
    pub premises: Vec<Step>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Picture {
    Today,
    Planned,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Bound {
    Low,
    High,
}

/// What a step rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Via {
    /// The baseline says so.
    Answer {
        #[serde(skip_serializing_if = "Option::is_none")]
        evidence: Option<String>,
    },
    /// A measure claims so.
    Measure {
        measure: String,
    },
    /// It is so today.
    Today,
    Link {
        link: CrossedLink,
    },
    /// The commitment above or below in the outline.
    Outline,
    /// All commitments below it together.
    Union,
    /// Two things that the answers say, and that cannot both be so.
    Conflict,
    /// The plan says that it is complete, and this is not in it.
    Complete,
}

/// A link that a proof crosses, as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CrossedLink {
    pub from: String,
    pub verb: Verb,
    pub to: String,
    pub because: String,
    pub basis: LinkBasis,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LinkBasis {
    pub kind: BasisKind,
    pub source: String,
}

/// Pairs as an object, in their own order.
fn as_map<S: Serializer>(pairs: &[(String, CommitmentReport)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(name, value)| (name, value)))
}
