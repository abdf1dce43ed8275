//! JSON Schemas of what goes in and what comes out.

use crate::pack::export::PackExport;
use crate::plan::{Document, schema};
use crate::report::{Explanation, Report};
use crate::search::Hit;

/// The JSON Schema of a plan.
///
/// ```
/// let schema = serde_json::to_value(accordant::plan_schema()).unwrap();
/// assert_eq!(schema["required"][0], "accordant");
/// ```
pub fn plan_schema() -> Document {
    schema::plan()
}

/// The JSON Schema of a report; explanations, hits of a search and the exported pack are among its definitions.
///
/// ```
/// let schema = serde_json::to_value(accordant::report_schema()).unwrap();
/// assert_eq!(schema["title"], "Report");
/// ```
pub fn report_schema() -> schemars::Schema {
    let mut generator = schemars::generate::SchemaSettings::draft2020_12().into_generator();
    generator.subschema_for::<Explanation>();
    generator.subschema_for::<Hit>();
    generator.subschema_for::<PackExport>();
    generator.into_root_schema_for::<Report>()
}
