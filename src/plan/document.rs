//! A JSON document as it was written: keys in order, and each as often as it stands there.

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt;

/// A JSON value that keeps what serde's usual readers lose: duplicate keys, and numbers of any size.
///
/// The doors make one with their JSON library; [`Plan::read`](crate::Plan::read) turns it into a plan.
///
/// ```
/// use accordant::Document;
/// let document: Document = serde_json::from_str(r#"{"a": 1, "a": [true, null]}"#).unwrap();
/// assert!(matches!(document, Document::Object(entries) if entries.len() == 2));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Document {
    Null,
    Bool(bool),
    /// A number as it is written.
    Number(String),
    Text(String),
    List(Vec<Document>),
    Object(Vec<(String, Document)>),
}

impl Document {
    pub fn text(text: impl Into<String>) -> Document {
        Document::Text(text.into())
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Document> {
        match self {
            Document::Object(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Document::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn items(&self) -> &[Document] {
        match self {
            Document::List(items) => items,
            _ => &[],
        }
    }

    pub(crate) fn entries(&self) -> &[(String, Document)] {
        match self {
            Document::Object(entries) => entries,
            _ => &[],
        }
    }
}

/// The key under which serde_json hands over a number that it keeps as text.
const NUMBER_KEY: &str = "$serde_json::private::Number";

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Document, D::Error> {
        deserializer.deserialize_any(DocumentVisitor)
    }
}

struct DocumentVisitor;

impl<'de> Visitor<'de> for DocumentVisitor {
    type Value = Document;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Document, E> {
        Ok(Document::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Document, E> {
        Ok(Document::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Document, E> {
        Ok(Document::Number(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Document, E> {
        Ok(Document::text(value))
    }

    fn visit_unit<E>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_none<E>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Document, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Document::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Document, A::Error> {
        let mut object = Vec::new();
        while let Some((key, value)) = entries.next_entry::<String, Document>()? {
            object.push((key, value));
        }
        Ok(match object.as_slice() {
            [(key, Document::Text(number))] if key == NUMBER_KEY => Document::Number(number.clone()),
            _ => Document::Object(object),
        })
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Document::Null => serializer.serialize_unit(),
            Document::Bool(value) => serializer.serialize_bool(*value),
            Document::Number(number) => match number.parse::<i64>() {
                Ok(whole) => serializer.serialize_i64(whole),
                Err(_) => serializer.serialize_f64(number.parse().unwrap_or(f64::NAN)),
            },
            Document::Text(text) => serializer.serialize_str(text),
            Document::List(items) => serializer.collect_seq(items),
            Document::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
