//! The plan: what a country answers and intends.
//!
//! A plan comes in as a JSON [`Document`], is checked against one table of fields, and becomes plain data.
//! Names of commitments, frameworks and treaties stay names here: only a pack knows what they mean.

mod document;
pub(crate) mod fields;
mod read;
#[cfg(feature = "schema")]
pub(crate) mod schema;

pub use document::Document;
pub use read::MAX_MEASURES;
pub(crate) use read::key_path;
pub use read::{day, iso};

use crate::diagnostic::Fault;
use jiff::civil::Date;

/// The longest plan, in bytes of JSON.
pub const MAX_PLAN_BYTES: usize = 8 << 20;

/// What a country (or region, or city) answers and intends. `faults` is what was wrong with its document;
/// what was sound of it is here all the same.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    pub title: Option<String>,
    pub country: Option<String>,
    pub level: Option<String>,
    pub period: Option<Period>,
    /// Frameworks to report on, each with its index in the document.
    pub scope: Option<Vec<(usize, String)>>,
    pub complete: bool,
    pub as_of: Option<Date>,
    pub baseline: Baseline,
    pub treaties: Vec<TreatyStatus>,
    pub measures: Vec<Measure>,
    pub dialogue: Vec<(String, String)>,
    pub support: Vec<(String, String)>,
    pub reports: Vec<Reported>,
    /// Values for the fields that a pack declares.
    pub fields: Vec<(String, Document)>,
    pub faults: Vec<Fault>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    pub from: Option<Date>,
    pub to: Option<Date>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Baseline {
    pub date: Option<Date>,
    pub answers: Vec<Answered>,
}

/// What the baseline says of one commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    pub commitment: String,
    pub answer: Answer,
    pub evidence: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Yes,
    Partly,
    No,
    NotApplicable,
}

impl Answer {
    fn of(word: &str) -> Option<Answer> {
        Some(match word {
            "yes" => Answer::Yes,
            "partly" => Answer::Partly,
            "no" => Answer::No,
            "not-applicable" => Answer::NotApplicable,
            _ => return None,
        })
    }

    /// The word that stands in the plan's document.
    pub fn word(self) -> &'static str {
        match self {
            Answer::Yes => "yes",
            Answer::Partly => "partly",
            Answer::No => "no",
            Answer::NotApplicable => "not-applicable",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreatyStatus {
    pub id: String,
    pub ratified: Option<Ratified>,
    /// `yes`, `partly` or `no`.
    pub implemented: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ratified {
    On(Date),
    Yes,
    No,
}

/// One step of a plan. `index` is its place in the document's list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Measure {
    pub index: usize,
    /// Its id; one without any is called by its path.
    pub id: String,
    pub title: Option<String>,
    pub text: Option<String>,
    pub kind: Option<String>,
    pub addresses: Vec<Claim>,
    pub status: Option<String>,
    pub starts: Option<Date>,
    pub ends: Option<End>,
    pub lead: Option<String>,
    pub partners: Vec<String>,
    pub budget: Option<Budget>,
    pub funding: Vec<String>,
    pub indicators: Vec<String>,
}

impl Measure {
    pub fn is_done(&self) -> bool {
        self.status.as_deref() == Some("done")
    }

    /// What a reader calls it: its title, or else its id.
    pub fn called(&self) -> &str {
        self.title.as_deref().filter(|title| !title.trim().is_empty()).unwrap_or(&self.id)
    }
}

/// That a measure keeps a commitment, and how far. `index` is its place in the measure's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub index: usize,
    pub commitment: String,
    pub extent: Extent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    Partly,
    Fully,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    On(Date),
    Continuous,
}

impl End {
    pub fn date(self) -> Option<Date> {
        match self {
            End::On(date) => Some(date),
            End::Continuous => None,
        }
    }
}

/// An amount of money, in units of its currency.
#[derive(Debug, Clone, PartialEq)]
pub struct Budget {
    pub amount: Option<f64>,
    pub currency: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    pub index: usize,
    pub forum: String,
    pub date: Option<Date>,
}

impl Plan {
    /// Reads a plan from its JSON document. It never fails: what is wrong is in `faults`, each with its path,
    /// and what is sound is kept.
    ///
    /// ```
    /// use accordant::{Document, Plan};
    /// let document: Document = serde_json::from_str(
    ///     r#"{"accordant": 1, "measures": [{"id": "m1", "starts": "soon", "addresses": ["gcm:6.c"]}]}"#,
    /// ).unwrap();
    /// let plan = Plan::read(&document);
    /// assert_eq!(plan.faults[0].path, "measures[0].starts");
    /// assert_eq!(plan.measures[0].addresses[0].commitment, "gcm:6.c");
    /// ```
    pub fn read(document: &Document) -> Plan {
        read::read(document)
    }

    /// A plan that could not be read at all: it is empty but for the fault that says why.
    ///
    /// ```
    /// let plan = accordant::Plan::unreadable("expected value at line 1 column 1");
    /// assert_eq!(plan.faults[0].code, "not-json");
    /// ```
    pub fn unreadable(why: &str) -> Plan {
        let fault = Fault::new("not-json", "", format!("this is not JSON: {why}"));
        Plan { faults: vec![fault.help("open the file in an editor that checks JSON")], ..Plan::default() }
    }

    /// A plan that is longer than [`MAX_PLAN_BYTES`].
    pub fn too_long(bytes: usize) -> Plan {
        let fault = Fault::new(
            "plan-too-long",
            "",
            format!("{bytes} bytes are more than the {MAX_PLAN_BYTES} that a plan may have"),
        );
        Plan { faults: vec![fault.help("split the plan")], ..Plan::default() }
    }
}
