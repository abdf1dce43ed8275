//! From a document to a plan: every fault is said with its path, and all that is sound is kept.

use super::fields::{Field, Kind, PLAN};
use super::*;
use crate::diagnostic::{Fault, did_you_mean};

/// How many measures a plan may have.
pub const MAX_MEASURES: usize = 20_000;

pub(super) fn read(document: &Document) -> Plan {
    let mut faults = Vec::new();
    let sound = match document {
        Document::Object(_) => sound(document, &Kind::Object(PLAN), "", &mut faults),
        _ => {
            let fault = Fault::new("wrong-type", "", format!("a plan is an object, not {}", said(document)));
            faults.push(fault.help("write `{ \"accordant\": 1 }` and go on from there"));
            None
        }
    };
    let mut plan = plan(sound.as_ref().unwrap_or(&Document::Null));
    refuse_duplicate_measures(&plan, &mut faults);
    refuse_reversed_dates(&plan, &mut faults);
    limit_measures(&mut plan, &mut faults);
    plan.faults = faults;
    plan
}

/// The part of a value that is as its kind wants it. What is not becomes a fault, and in a list a `Null`,
/// so that what stands behind it keeps its index.
fn sound(value: &Document, kind: &Kind, path: &str, faults: &mut Vec<Fault>) -> Option<Document> {
    match (kind, value) {
        (_, Document::Null) => None,
        (Kind::List(of), Document::List(items)) => Some(Document::List(
            items
                .iter()
                .enumerate()
                .map(|(index, item)| sound_item(item, of, &format!("{path}[{index}]"), faults))
                .collect(),
        )),
        (Kind::Map(of), Document::Object(entries)) => Some(sound_map(entries, of, path, faults)),
        (Kind::Object(fields) | Kind::Short(fields), Document::Object(entries)) => {
            Some(sound_object(entries, fields, path, faults))
        }
        (Kind::Short(fields), _) => {
            let first = fields.first()?;
            sound(value, &first.kind, path, faults).map(|value| Document::Object(vec![(first.name.to_string(), value)]))
        }
        _ => sound_scalar(value, kind, path, faults),
    }
}

fn sound_item(item: &Document, kind: &Kind, path: &str, faults: &mut Vec<Fault>) -> Document {
    if *item == Document::Null {
        faults.push(Fault::new("wrong-type", path, "nothing stands here").help("write a value, or remove the entry"));
    }
    sound(item, kind, path, faults).unwrap_or(Document::Null)
}

fn sound_map(entries: &[(String, Document)], kind: &Kind, path: &str, faults: &mut Vec<Fault>) -> Document {
    let mut kept: Vec<(String, Document)> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (key, value) in entries {
        let path = key_path(path, key);
        if !seen.insert(key) {
            kept.retain(|(name, _)| name != key);
            faults.push(duplicate_key(key, path.clone()));
        }
        if let Some(value) = sound(value, kind, &path, faults) {
            kept.push((key.clone(), value));
        }
    }
    Document::Object(kept)
}

fn sound_object(entries: &[(String, Document)], fields: &[Field], path: &str, faults: &mut Vec<Fault>) -> Document {
    let mut kept: Vec<(String, Document)> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (key, value) in entries {
        let path = join(path, key);
        match fields.iter().find(|field| field.name == key) {
            None => {
                let names = fields.iter().map(|field| field.name);
                let fault = Fault::new("unknown-field", path, format!("`{}` is no field here", clipped(key)));
                faults.push(fault.help(did_you_mean(key, names)));
            }
            Some(field) => {
                if !seen.insert(key) {
                    kept.retain(|(name, _)| name != key);
                    faults.push(duplicate_key(key, path.clone()));
                }
                if let Some(value) = sound(value, &field.kind, &path, faults) {
                    kept.push((key.clone(), value));
                }
            }
        }
    }
    for field in fields.iter().filter(|field| {
        field.required && !entries.iter().any(|(key, value)| key == field.name && *value != Document::Null)
    }) {
        let fault = Fault::new("missing-field", join(path, field.name), format!("`{}` is missing", field.name));
        faults.push(fault.help(field.about));
    }
    Document::Object(kept)
}

fn sound_scalar(value: &Document, kind: &Kind, path: &str, faults: &mut Vec<Fault>) -> Option<Document> {
    let kept = match (kind, value) {
        (Kind::Version, Document::Number(number)) if number.parse() == Ok(1.0) => Some(value.clone()),
        (Kind::Text, Document::Text(_)) => Some(value.clone()),
        (Kind::Declared, Document::Bool(yes)) => Some(yes_or_no(*yes)),
        (Kind::Declared, Document::Text(_)) => Some(value.clone()),
        (Kind::Declared, Document::Number(number)) if number.parse().is_ok_and(f64::is_finite) => Some(value.clone()),
        (Kind::YesNo, Document::Bool(yes)) => Some(yes_or_no(*yes)),
        (Kind::YesNo, Document::Text(text)) if matches!(text.as_str(), "yes" | "no") => Some(value.clone()),
        (Kind::Choice(words) | Kind::DateOr(words), Document::Bool(yes)) => {
            Some(yes_or_no(*yes)).filter(|word| words.contains(&word.as_text().unwrap_or_default()))
        }
        (Kind::Choice(words), Document::Text(text)) if words.contains(&text.as_str()) => Some(value.clone()),
        (Kind::Date, Document::Text(text)) if day(text).is_some() => Some(value.clone()),
        (Kind::DateOr(words), Document::Text(text)) if day(text).is_some() || words.contains(&text.as_str()) => {
            Some(value.clone())
        }
        (Kind::Amount, Document::Number(number)) if amount(number).is_some() => Some(value.clone()),
        (Kind::Capitals(length), Document::Text(text))
            if text.len() == *length && text.bytes().all(|byte| byte.is_ascii_uppercase()) =>
        {
            Some(value.clone())
        }
        _ => None,
    };
    if kept.is_none() {
        faults.push(wrong(value, kind, path));
    }
    kept
}

fn wrong(value: &Document, kind: &Kind, path: &str) -> Fault {
    let found = said(value);
    let (code, wanted, help) = match kind {
        Kind::Version => ("wrong-version", "1".to_string(), "this program reads version 1 of the format".to_string()),
        Kind::Text => ("wrong-type", "a text".into(), "write it in quotes".into()),
        Kind::YesNo => ("wrong-value", "`yes` or `no`".into(), "write \"yes\" or \"no\"".into()),
        Kind::Date => ("wrong-date", "a date".into(), DATE_HELP.into()),
        Kind::DateOr(words) => ("wrong-date", format!("a date or {}", listed(words)), DATE_HELP.into()),
        Kind::Declared if matches!(value, Document::Number(_)) => {
            ("out-of-range", "a number that can be".into(), "write a smaller one".into())
        }
        Kind::Amount => match value {
            Document::Number(_) => {
                ("out-of-range", "a number from 0 up".into(), "write a sum of money that can be".into())
            }
            _ => ("wrong-type", "a number".into(), "write it without quotes, such as 250000".into()),
        },
        Kind::Capitals(length) => (
            "wrong-value",
            format!("a code of {length} capital letters"),
            "write a code such as \"PRT\" or \"EUR\"".into(),
        ),
        Kind::Choice(words) => {
            let help = match value {
                Document::Text(text) => did_you_mean(text, words.iter().copied()),
                _ => format!("write one of {}", listed(words)),
            };
            ("wrong-value", format!("one of {}", listed(words)), help)
        }
        Kind::List(_) => ("wrong-type", "a list".into(), "put it in brackets: `[ ... ]`".into()),
        Kind::Map(_) | Kind::Object(_) | Kind::Short(_) => {
            ("wrong-type", "an object".into(), "put it in braces: `{ ... }`".into())
        }
        Kind::Declared => ("wrong-type", "a text, a number, or yes or no".into(), "write a single value".into()),
    };
    Fault::new(code, path, format!("expected {wanted}, found {found}")).help(help)
}

const DATE_HELP: &str = "write the day as year-month-day, such as \"2026-11-23\"";

fn said(value: &Document) -> String {
    match value {
        Document::Null => "nothing".into(),
        Document::Bool(value) => format!("`{value}`"),
        Document::Number(number) => format!("`{}`", clipped(number)),
        Document::Text(text) => format!("`{}`", clipped(text)),
        Document::List(_) => "a list".into(),
        Document::Object(_) => "an object".into(),
    }
}

fn clipped(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_string(),
    }
}

fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn duplicate_key(key: &str, path: String) -> Fault {
    Fault::new("duplicate-key", path, format!("`{}` is given twice", clipped(key)))
        .help("the last one counts, as in JavaScript; remove the other")
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { clipped(key) } else { format!("{path}.{}", clipped(key)) }
}

/// A key that anything may stand in is put in brackets and quotes, as JavaScript writes it.
pub(crate) fn key_path(path: &str, key: &str) -> String {
    format!("{path}[\"{}\"]", clipped(key).replace('\\', "\\\\").replace('"', "\\\""))
}

fn refuse_duplicate_measures(plan: &Plan, faults: &mut Vec<Fault>) {
    let mut first = std::collections::BTreeMap::new();
    for measure in &plan.measures {
        if let Some(other) = first.insert(measure.id.as_str(), measure.index) {
            let message = format!("`{}` is already the id of `measures[{other}]`", clipped(&measure.id));
            let fault = Fault::new("duplicate-measure", format!("measures[{}].id", measure.index), message);
            faults.push(fault.help("give each measure an id of its own; both are counted"));
        }
    }
}

fn refuse_reversed_dates(plan: &Plan, faults: &mut Vec<Fault>) {
    let mut refuse = |path: String, from: Option<Date>, to: Option<Date>| {
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            let message = format!("the end, {}, is before the start, {}", iso(to), iso(from));
            faults.push(Fault::new("reversed-dates", path, message).help("check both dates"));
        }
    };
    let period = plan.period.unwrap_or_default();
    refuse("period.to".into(), period.from, period.to);
    for measure in &plan.measures {
        refuse(format!("measures[{}].ends", measure.index), measure.starts, measure.ends.and_then(End::date));
    }
}

fn limit_measures(plan: &mut Plan, faults: &mut Vec<Fault>) {
    if plan.measures.len() > MAX_MEASURES {
        let message = format!("{} measures are more than the {MAX_MEASURES} that a plan may have", plan.measures.len());
        faults.push(
            Fault::new("too-many-measures", "measures", message)
                .help("split the plan; those beyond the limit are not counted"),
        );
        plan.measures.truncate(MAX_MEASURES);
    }
}

// ---- from a sound document to a plan: nothing can fail any more

fn plan(sound: &Document) -> Plan {
    let baseline = sound.get("baseline");
    Plan {
        title: text(sound, "title"),
        country: text(sound, "country"),
        level: text(sound, "level"),
        period: sound.get("period").map(|period| Period { from: date(period, "from"), to: date(period, "to") }),
        scope: sound.get("scope").map(|scope| {
            let items = scope.items().iter().enumerate();
            items.filter_map(|(index, id)| Some((index, id.as_text()?.to_string()))).collect()
        }),
        complete: sound.get("complete").and_then(Document::as_text) == Some("yes"),
        as_of: date(sound, "asOf"),
        baseline: Baseline {
            date: baseline.and_then(|baseline| date(baseline, "date")),
            answers: entries(baseline.and_then(|baseline| baseline.get("answers"))).filter_map(answer).collect(),
        },
        treaties: entries(sound.get("treaties")).map(treaty).collect(),
        measures: list(sound, "measures").filter(|(_, item)| **item != Document::Null).map(measure).collect(),
        dialogue: entries(sound.get("dialogue")).filter_map(pair).collect(),
        support: entries(sound.get("support")).filter_map(pair).collect(),
        reports: list(sound, "reports").filter_map(report).collect(),
        fields: sound.get("fields").map(|fields| fields.entries().to_vec()).unwrap_or_default(),
        faults: Vec::new(),
    }
}

fn list<'a>(value: &'a Document, key: &str) -> impl Iterator<Item = (usize, &'a Document)> {
    value.get(key).map(Document::items).unwrap_or_default().iter().enumerate()
}

fn entries(value: Option<&Document>) -> impl Iterator<Item = &(String, Document)> {
    value.map(Document::entries).unwrap_or_default().iter()
}

fn text(value: &Document, key: &str) -> Option<String> {
    value.get(key).and_then(Document::as_text).map(str::to_string)
}

fn texts(value: &Document, key: &str) -> Vec<String> {
    list(value, key).filter_map(|(_, item)| item.as_text()).map(str::to_string).collect()
}

fn date(value: &Document, key: &str) -> Option<Date> {
    value.get(key).and_then(Document::as_text).and_then(day)
}

fn pair((key, value): &(String, Document)) -> Option<(String, String)> {
    Some((key.clone(), value.as_text()?.to_string()))
}

fn answer((commitment, value): &(String, Document)) -> Option<Answered> {
    let answer = Answer::of(value.get("answer")?.as_text()?)?;
    Some(Answered { commitment: commitment.clone(), answer, evidence: text(value, "evidence") })
}

fn treaty((id, value): &(String, Document)) -> TreatyStatus {
    TreatyStatus {
        id: id.clone(),
        ratified: value.get("ratified").and_then(Document::as_text).map(|word| match day(word) {
            Some(date) => Ratified::On(date),
            None if word == "yes" => Ratified::Yes,
            None => Ratified::No,
        }),
        implemented: text(value, "implemented"),
    }
}

fn measure((index, value): (usize, &Document)) -> Measure {
    Measure {
        index,
        id: text(value, "id").unwrap_or_else(|| format!("measures[{index}]")),
        title: text(value, "title"),
        text: text(value, "text"),
        kind: text(value, "kind"),
        addresses: list(value, "addresses").filter_map(claim).collect(),
        status: text(value, "status"),
        starts: date(value, "starts"),
        ends: value.get("ends").and_then(Document::as_text).map(|word| day(word).map_or(End::Continuous, End::On)),
        lead: text(value, "lead"),
        partners: texts(value, "partners"),
        budget: value.get("budget").map(|budget| Budget {
            amount: budget.get("amount").and_then(|amount| match amount {
                Document::Number(number) => self::amount(number),
                _ => None,
            }),
            currency: text(budget, "currency"),
        }),
        funding: texts(value, "funding"),
        indicators: texts(value, "indicators"),
    }
}

fn claim((index, value): (usize, &Document)) -> Option<Claim> {
    let extent = if text(value, "extent").as_deref() == Some("fully") { Extent::Fully } else { Extent::Partly };
    Some(Claim { index, commitment: text(value, "commitment")?, extent })
}

fn report((index, value): (usize, &Document)) -> Option<Reported> {
    Some(Reported { index, forum: text(value, "forum")?, date: date(value, "date") })
}

fn yes_or_no(yes: bool) -> Document {
    Document::text(if yes { "yes" } else { "no" })
}

/// A day written as year-month-day, and in no other way that a date library would take.
///
/// ```
/// assert!(accordant::plan::day("2026-11-23").is_some());
/// assert!(accordant::plan::day("2026-02-30").is_none());
/// ```
pub fn day(text: &str) -> Option<Date> {
    let well_formed = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !well_formed {
        return None;
    }
    Date::new(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?).ok()
}

/// A day as it is written. The date library could do it too, but brings all its formats into the browser with it.
///
/// ```
/// assert_eq!(accordant::plan::iso(accordant::plan::day("2026-11-23").unwrap()), "2026-11-23");
/// ```
pub fn iso(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

fn amount(number: &str) -> Option<f64> {
    number.parse().ok().filter(|amount: &f64| amount.is_finite() && *amount >= 0.0)
}
