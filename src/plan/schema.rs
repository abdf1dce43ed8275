//! The plan's JSON Schema, made of the table of fields.

use super::Document;
use super::fields::{Field, Kind, PLAN};

/// The JSON Schema (draft 2020-12) of a plan, as a document.
pub(crate) fn plan() -> Document {
    let mut schema = vec![
        entry("$schema", Document::text("https://json-schema.org/draft/2020-12/schema")),
        entry("title", Document::text("Plan")),
        entry("description", Document::text("What a country, region or city answers and intends.")),
    ];
    schema.extend(object(PLAN));
    Document::Object(schema)
}

fn object(fields: &[Field]) -> Vec<(String, Document)> {
    let properties = fields.iter().map(|field| (field.name.to_string(), described(field))).collect();
    let required: Vec<Document> =
        fields.iter().filter(|field| field.required).map(|field| Document::text(field.name)).collect();
    let mut schema = vec![entry("type", Document::text("object")), entry("properties", Document::Object(properties))];
    if !required.is_empty() {
        schema.push(entry("required", Document::List(required)));
    }
    schema.push(entry("additionalProperties", Document::Bool(false)));
    schema
}

fn described(field: &Field) -> Document {
    let mut schema = vec![entry("description", Document::text(field.about))];
    schema.extend(kind(&field.kind));
    Document::Object(schema)
}

fn kind(kind: &Kind) -> Vec<(String, Document)> {
    match kind {
        Kind::Version => vec![entry("const", Document::Number("1".into()))],
        Kind::Text => vec![entry("type", Document::text("string"))],
        Kind::YesNo => choice(&["yes", "no"]),
        Kind::Date => date(),
        Kind::DateOr(words) => any_of(vec![date(), choice(words)]),
        Kind::Amount => {
            vec![entry("type", Document::text("number")), entry("minimum", Document::Number("0".into()))]
        }
        Kind::Capitals(length) => {
            vec![
                entry("type", Document::text("string")),
                entry("pattern", Document::text(format!("^[A-Z]{{{length}}}$"))),
            ]
        }
        Kind::Choice(words) => choice(words),
        Kind::List(of) => {
            vec![entry("type", Document::text("array")), entry("items", Document::Object(self::kind(of)))]
        }
        Kind::Map(of) => vec![
            entry("type", Document::text("object")),
            entry("additionalProperties", Document::Object(self::kind(of))),
        ],
        Kind::Object(fields) => object(fields),
        Kind::Short(fields) => {
            any_of(fields.first().map(|first| self::kind(&first.kind)).into_iter().chain([object(fields)]).collect())
        }
        Kind::Declared => {
            let types = ["string", "number", "boolean"].map(Document::text);
            vec![entry("type", Document::List(types.to_vec()))]
        }
    }
}

fn date() -> Vec<(String, Document)> {
    vec![
        entry("type", Document::text("string")),
        entry("format", Document::text("date")),
        entry("pattern", Document::text("^\\d{4}-\\d{2}-\\d{2}$")),
    ]
}

/// One of these words; where `yes` and `no` are among them, the JSON booleans stand for them.
fn choice(words: &[&str]) -> Vec<(String, Document)> {
    let mut values: Vec<Document> = words.iter().map(|word| Document::text(*word)).collect();
    if words.contains(&"yes") {
        values.extend([Document::Bool(true), Document::Bool(false)]);
    }
    vec![entry("enum", Document::List(values))]
}

fn any_of(schemas: Vec<Vec<(String, Document)>>) -> Vec<(String, Document)> {
    vec![entry("anyOf", Document::List(schemas.into_iter().map(Document::Object).collect()))]
}

fn entry(name: &str, value: Document) -> (String, Document) {
    (name.to_string(), value)
}
