//! Accordant checks whether a plan keeps its promises to international agreements.
//!
//! ```text
//!  .accord text --syntax--> trees --pack--> Pack (graph, links, tools, tests)
//!                                             |
//!  plan JSON --Document--> Plan -----------check-----> Report, Explanation
//! ```
//!
//! [`compile`] turns what rule authors wrote into a [`Pack`]; [`Plan::read`] turns a plan's JSON into a [`Plan`];
//! [`check()`] says what the plan keeps, what it leaves open and what helps; [`explain`] says why. Each gives its
//! result together with what is wrong with its input, and goes on with what is sound.
//!
//! What does not happen here, and `tests/house.rs` sees to it:
//!
//! - the library never touches files, clock, randomness, environment or output (the test harness behind the
//!   feature `testing` reads folders, and nothing else does);
//! - parsing, compiling and checking never fail and never panic, whatever the text;
//! - only `syntax` knows pest, only `graph` knows petgraph; types derive serde, and only the doors (`main`, `cli`,
//!   `wasm`) call a JSON library, JavaScript or a terminal;
//! - spans are bytes in 32 bits inside, and UTF-16 at the JavaScript door;
//! - a date that matters is passed in; the same pack and plan give the same bytes everywhere;
//! - no framework, commitment, tool or threshold is known to this code: all of it is content in `rules/`.

// The rooms, lowest first, each looking only at those before it: source, words, diagnostic, syntax, plan, graph,
// pack, compile, report, lint, check, search, trial, reading, rulebook, schema, testing, json, wasm.
pub mod check;
#[cfg(feature = "language")]
mod compile;
pub mod diagnostic;
mod graph;
#[cfg(feature = "json")]
pub mod json;
#[cfg(feature = "language")]
pub mod lint;
pub mod pack;
pub mod plan;
pub mod reading;
pub mod report;
#[cfg(feature = "rulebook")]
mod rulebook;
#[cfg(feature = "schema")]
mod schema;
mod search;
pub mod source;
#[cfg(feature = "language")]
mod syntax;
#[cfg(feature = "testing")]
pub mod testing;
#[cfg(feature = "language")]
mod trial;
#[cfg(feature = "wasm")]
mod wasm;
mod words;

pub use check::{check, explain};
#[cfg(feature = "language")]
pub use compile::compile;
pub use diagnostic::{Diagnostic, Fault, Severity, has_errors};
#[cfg(feature = "language")]
pub use lint::lint;
pub use pack::Pack;
pub use plan::{Document, Plan};
pub use report::{Explanation, Report};
#[cfg(feature = "rulebook")]
pub use rulebook::core_pack;
#[cfg(feature = "schema")]
pub use schema::{plan_schema, report_schema};
pub use search::{Hit, search};
pub use source::{Source, Span};
#[cfg(feature = "language")]
pub use trial::{Failure, proof_text, run_test};
pub use words::{BasisKind, Degree, FrameworkKind, Verb, Verdict, natural_order};
