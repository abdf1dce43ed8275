//! JSON text in and out, for the doors.

use crate::plan::{Document, MAX_PLAN_BYTES, Plan};
use serde::Serialize;

/// Reads a plan from JSON text. It never fails: a text that is no JSON, or too long, is a plan with that fault.
///
/// ```
/// let plan = accordant::json::read_plan("{\"accordant\": 1,");
/// assert_eq!(plan.faults[0].code, "not-json");
/// ```
pub fn read_plan(text: &str) -> Plan {
    if text.len() > MAX_PLAN_BYTES {
        return Plan::too_long(text.len());
    }
    match serde_json::from_str::<Document>(text.trim_start_matches('\u{feff}')) {
        Ok(document) => Plan::read(&document),
        Err(error) => Plan::unreadable(&error.to_string()),
    }
}

/// A value as JSON text, indented by two blanks, as `JSON.stringify(value, null, 2)` writes it.
///
/// ```
/// assert_eq!(accordant::json::write(&[1, 2]), "[\n  1,\n  2\n]");
/// ```
pub fn write(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_else(|error| format!("\"{error}\""))
}
