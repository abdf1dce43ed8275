//! Tests: a plan as its JSON would say it, and what is expected of it.

use super::Compiler;
use super::attributes;
use crate::diagnostic::{Diagnostic, Fault, Severity, did_you_mean, nearest};
use crate::pack::{self, Expectation, Expected, Mark, Test};
use crate::plan::fields::{Field, Kind, MEASURE, PLAN};
use crate::plan::{Document, Plan, key_path};
use crate::source::Span;
use crate::syntax::ast::{Block, Item, Statement, Value, Word};
use crate::words::{Verdict, arrange, natural_order};
use std::collections::BTreeMap;

pub(super) fn compile(compiler: &mut Compiler, items: &[&Item]) {
    let mut places: BTreeMap<String, Span> = BTreeMap::new();
    for item in items {
        let Some((name, _)) = compiler.named(item) else { continue };
        if let Some(&first) = places.get(&name.value) {
            let twice =
                Diagnostic::error("duplicate-name", name.span, format!("there is already a test `{}`", name.value));
            compiler.say(twice.note(first, "the first one").help("name it by the fact that it shows"));
            continue;
        }
        places.insert(name.value.clone(), name.span);
        let test = test(compiler, item, name);
        compiler.pack.tests.push(test);
    }
    arrange(&mut compiler.pack.tests, |a, b| natural_order(&a.name, &b.name));
}

fn test(compiler: &mut Compiler, item: &Item, name: Word) -> Test {
    let mut writer = PlanWriter::default();
    let mut plans = Vec::new();
    let mut expectations = Vec::new();
    for statement in &item.block.statements {
        match statement {
            Statement::Section { keyword, block, .. } if keyword.value == "plan" => plans.push((keyword.span, block)),
            Statement::Expect { keyword, words } => expectations.push((*keyword, words)),
            other => {
                let (span, name) = attributes::head(other);
                let message = format!("`{name}` does not belong in a test");
                compiler.say(
                    Diagnostic::error("misplaced", span, message)
                        .help("a test has one `plan { ... }` and lines that begin with `expect`"),
                );
            }
        }
    }
    if let Some((span, _)) = plans.get(1) {
        compiler.say(Diagnostic::error("duplicate-attribute", *span, "a test has one plan").help("write another test"));
    }
    if expectations.is_empty() && item.block.lost.is_empty() {
        compiler.say(
            Diagnostic::error("empty-test", name.span, format!("the test `{}` expects nothing", name.value))
                .help("add a line such as `expect framework:code partly`"),
        );
    }
    let document =
        plans.first().map(|(_, block)| writer.plan(block)).unwrap_or_else(|| Document::Object(vec![version()]));
    let plan = Plan::read(&document);
    compiler.diagnostics.append(&mut writer.diagnostics);
    for fault in plan.faults.iter().cloned().chain(pack::faults_of(&compiler.pack, &plan)) {
        if !compiler.explained(&fault.message) {
            let code = writer.code(&fault.code);
            let severity = if fault.is_notice() { Severity::Warning } else { Severity::Error };
            let place = writer.place(&fault).unwrap_or(name.span);
            let found = Diagnostic { severity, ..Diagnostic::error(code, place, fault.message) };
            compiler.say(Diagnostic { help: fault.help, ..found });
        }
    }
    let expectations =
        expectations.into_iter().filter_map(|(keyword, words)| compiler.expectation(keyword, words, &plan)).collect();
    Test { name: name.value, plan, expectations, span: name.span }
}

impl Compiler {
    /// Whether a fault only follows from another: it names a framework of which a part was lost.
    fn explained(&self, message: &str) -> bool {
        let name = message.split('`').nth(1).unwrap_or_default();
        self.is_lost(name)
    }

    fn expectation(&mut self, keyword: Span, words: &[Word], plan: &Plan) -> Option<Expectation> {
        let span = words.last().map_or(keyword, |last| keyword.to(last.span));
        let texts: Vec<&str> = words.iter().map(|word| word.value.as_str()).collect();
        let (present, rest, shift) = match texts.as_slice() {
            ["no", rest @ ..] => (false, rest, 1),
            rest => (true, rest, 0),
        };
        let word = |at: usize| &words[at + shift];
        let what = match rest {
            ["tool", tool] => self.expected_tool(word(1), tool, None, present)?,
            ["tool", tool, "for", measure] => {
                self.known_measure(word(3), plan);
                self.expected_tool(word(1), tool, Some(measure), present)?
            }
            [mark, _] if Mark::of(mark).is_some() => {
                Expected::Mark { commitment: self.resolve(word(1))?, mark: Mark::of(mark)?, present }
            }
            [reference, mark] if reference.contains(':') && Mark::of(mark).is_some() => {
                Expected::Mark { commitment: self.resolve(word(0))?, mark: Mark::of(mark)?, present }
            }
            ["finding" | "criterion" | "next", _, ..] => {
                let message = format!("`expect {}` has no effect yet", texts.join(" "));
                let help = "rules, criteria and cycles are read but not carried out by this version";
                self.say(Diagnostic::warning("no-effect-yet", span, message).help(help));
                return None;
            }
            ["today", reference, verdict] if reference.contains(':') && present => Expected::Verdict {
                commitment: self.resolve(word(1))?,
                today: true,
                verdict: self.verdict(word(2), verdict)?,
            },
            [reference, verdict] if reference.contains(':') && present => Expected::Verdict {
                commitment: self.resolve(word(0))?,
                today: false,
                verdict: self.verdict(word(1), verdict)?,
            },
            _ => {
                let message = format!("`expect {}` cannot be understood", texts.join(" "));
                self.say(Diagnostic::error("bad-expectation", span, message).help(FORMS));
                return None;
            }
        };
        Some(Expectation { what, span })
    }

    fn verdict(&mut self, word: &Word, verdict: &str) -> Option<Verdict> {
        let known = Verdict::of(verdict);
        if known.is_none() {
            let words = Verdict::ALL.iter().map(|verdict| verdict.word()).chain(["supported", "in-tension", "near"]);
            let unknown = Diagnostic::error("unknown-word", word.span, format!("`{verdict}` is no verdict"));
            self.say(unknown.help(did_you_mean(verdict, words)));
        }
        known
    }

    fn expected_tool(&mut self, word: &Word, tool: &str, measure: Option<&str>, present: bool) -> Option<Expected> {
        if self.pack.tool(tool).is_none() {
            let names = self.pack.tools.iter().map(|tool| tool.id.as_str());
            let help = match nearest(tool, names) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name a tool of this pack".to_string(),
            };
            self.say(Diagnostic::error("unknown-tool", word.span, format!("there is no tool `{tool}`")).help(help));
            return None;
        }
        Some(Expected::Tool { tool: tool.into(), measure: measure.map(str::to_string), present })
    }

    fn known_measure(&mut self, word: &Word, plan: &Plan) {
        if !plan.measures.iter().any(|measure| measure.id == word.value) {
            let names: Vec<&str> = plan.measures.iter().map(|measure| measure.id.as_str()).collect();
            let help = match nearest(&word.value, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "name a measure of this test's plan".to_string(),
            };
            self.say(
                Diagnostic::error("unknown-measure", word.span, format!("this plan has no measure `{}`", word.value))
                    .help(help),
            );
        }
    }
}

const FORMS: &str = "write `expect REF VERDICT`, `expect today REF VERDICT`, `expect [no] supported REF`, `expect [no] in-tension REF`, \
                     `expect [no] near REF` or `expect [no] tool ID [for MEASURE]`";

// ---- the plan of a test, as the document that its JSON would be

/// Writes the document, and keeps where each path of it stands in the source, first and last.
#[derive(Default)]
struct PlanWriter {
    places: BTreeMap<String, (Span, Span)>,
    diagnostics: Vec<Diagnostic>,
}

type Entries = Vec<(String, Document)>;

fn version() -> (String, Document) {
    ("accordant".into(), Document::Number("1".into()))
}

impl PlanWriter {
    fn plan(&mut self, block: &Block) -> Document {
        let mut plan: Entries = vec![version()];
        let (mut treaties, mut measures, mut reports, mut fields) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for statement in &block.statements {
            match statement {
                Statement::Attribute { name, value } if name.value == "report" => {
                    let path = format!("reports[{}]", reports.len());
                    reports.push(self.report(name, value, path));
                }
                Statement::Attribute { name, value } => plan.push(self.attribute(name, value, "", PLAN)),
                Statement::FieldValue { keyword, name, value } => {
                    self.remember(key_path("fields", &name.value), keyword.to(name.span));
                    fields.push((name.value.clone(), single(value)));
                }
                Statement::Section { keyword, name, title, block } => match (keyword.value.as_str(), name) {
                    ("treaty", Some(name)) => {
                        let path = key_path("treaties", &name.value);
                        self.remember(path.clone(), name.span);
                        treaties.push((
                            name.value.clone(),
                            Document::Object(self.entries(block, &path, fields_of("treaties"))),
                        ));
                    }
                    ("measure", Some(name)) => {
                        let path = format!("measures[{}]", measures.len());
                        measures.push(self.measure(name, title.as_ref(), block, path));
                    }
                    ("baseline", None) => {
                        self.remember("baseline", keyword.span);
                        plan.push(("baseline".into(), self.baseline(block)));
                    }
                    (part @ ("dialogue" | "support"), None) => {
                        self.remember(part, keyword.span);
                        plan.push((part.into(), Document::Object(self.entries(block, part, fields_of(part)))));
                    }
                    _ => self.unknown_section(keyword),
                },
                other => self.misplaced(other),
            }
        }
        let mut add = |name: &str, value: Document, empty: bool| {
            if !empty {
                plan.push((name.to_string(), value));
            }
        };
        let empty = [treaties.is_empty(), measures.is_empty(), reports.is_empty(), fields.is_empty()];
        add("treaties", Document::Object(treaties), empty[0]);
        add("measures", Document::List(measures), empty[1]);
        add("reports", Document::List(reports), empty[2]);
        add("fields", Document::Object(fields), empty[3]);
        Document::Object(plan)
    }

    fn unknown_section(&mut self, keyword: &Word) {
        let message = format!("`{}` is no field here", keyword.value);
        let names = ["baseline", "treaty", "measure", "dialogue", "support"];
        let unknown = Diagnostic::error("unknown-field", keyword.span, message);
        self.diagnostics.push(unknown.help(did_you_mean(&keyword.value, names)));
    }

    fn measure(&mut self, name: &Word, title: Option<&Word>, block: &Block, path: String) -> Document {
        self.remember(path.clone(), name.span);
        let mut entries: Entries = vec![("id".into(), Document::text(&name.value))];
        entries.extend(title.map(|title| ("title".to_string(), Document::text(&title.value))));
        entries.extend(self.entries(block, &path, MEASURE));
        Document::Object(entries)
    }

    fn entries(&mut self, block: &Block, path: &str, fields: &[Field]) -> Entries {
        let mut entries = Entries::new();
        for statement in &block.statements {
            match statement {
                Statement::Attribute { name, value } => entries.push(self.attribute(name, value, path, fields)),
                Statement::Addresses { claims, .. } if path.starts_with("measures") => {
                    let list = claims
                        .iter()
                        .enumerate()
                        .map(|(index, claim)| self.claim(claim, format!("{path}.addresses[{index}]")));
                    let list = list.collect();
                    entries.push(("addresses".into(), Document::List(list)));
                }
                other => self.misplaced(other),
            }
        }
        entries
    }

    fn claim(&mut self, (commitment, extent): &(Word, Option<Word>), path: String) -> Document {
        if let Some(extent) = extent {
            self.remember(format!("{path}.extent"), extent.span);
        }
        self.remember(path, commitment.span);
        let mut claim: Entries = vec![("commitment".into(), Document::text(&commitment.value))];
        claim.extend(extent.as_ref().map(|extent| ("extent".to_string(), Document::text(&extent.value))));
        Document::Object(claim)
    }

    fn baseline(&mut self, block: &Block) -> Document {
        let mut baseline = Entries::new();
        let mut answers = Entries::new();
        for statement in &block.statements {
            match statement {
                Statement::Attribute { name, value } => {
                    baseline.push(self.attribute(name, value, "baseline", fields_of("baseline")))
                }
                Statement::Answer { commitment, answer, evidence, .. } => {
                    let path = key_path("baseline.answers", &commitment.value);
                    self.remember(path, commitment.span.to(answer.span));
                    let mut entry: Entries = vec![("answer".into(), Document::text(&answer.value))];
                    entry.extend(
                        evidence.as_ref().map(|evidence| ("evidence".to_string(), Document::text(&evidence.value))),
                    );
                    answers.push((commitment.value.clone(), Document::Object(entry)));
                }
                other => self.misplaced(other),
            }
        }
        baseline.push(("answers".into(), Document::Object(answers)));
        Document::Object(baseline)
    }

    fn report(&mut self, name: &Word, value: &Value, path: String) -> Document {
        self.remember(path, name.span);
        match value {
            Value::Words { words, last: Some(date) } if words.len() == 1 => Document::Object(vec![
                ("forum".into(), Document::text(&words[0].value)),
                ("date".into(), Document::text(&date.value)),
            ]),
            other => single(other),
        }
    }

    /// One attribute as its JSON entry. What a list holds is a list, even where one value stands.
    fn attribute(&mut self, name: &Word, value: &Value, path: &str, fields: &[Field]) -> (String, Document) {
        let json_name = if name.value == "as-of" { "asOf" } else { name.value.as_str() };
        let path = if path.is_empty() { json_name.to_string() } else { format!("{path}.{json_name}") };
        self.remember(path, name.span);
        let kind = fields.iter().find(|field| field.name == json_name).map(|field| field.kind);
        let value = match (kind, single(value)) {
            (Some(Kind::List(_)), list @ Document::List(_)) => list,
            (Some(Kind::List(_)), one) => Document::List(vec![one]),
            (_, value) => value,
        };
        (json_name.to_string(), value)
    }

    fn misplaced(&mut self, statement: &Statement) {
        let (span, name) = attributes::head(statement);
        let message = format!("`{name}` does not belong here in a plan");
        self.diagnostics.push(
            Diagnostic::error("misplaced", span, message)
                .help("a plan in a test says what its JSON can, by the same names"),
        );
    }

    fn remember(&mut self, path: impl Into<String>, span: Span) {
        let place = self.places.entry(path.into()).or_insert((span, span));
        place.1 = span;
    }

    /// Where a fault stands, or else the nearest part of the plan around it.
    fn place(&self, fault: &Fault) -> Option<Span> {
        let mut path = fault.path.as_str();
        loop {
            if let Some(&(first, last)) = self.places.get(path) {
                // Of what is given twice the second is too much; any other fault lies with the first.
                return Some(if fault.code == "duplicate-key" { last } else { first });
            }
            path = &path[..path.rfind(['.', '['])?];
        }
    }

    /// The code under which a fault of a plan is known as a fault of a pack.
    fn code(&self, code: &str) -> &'static str {
        const CODES: [&str; 16] = [
            "unknown-field",
            "missing-field",
            "wrong-type",
            "wrong-value",
            "wrong-date",
            "out-of-range",
            "duplicate-key",
            "duplicate-measure",
            "reversed-dates",
            "unknown-commitment",
            "unknown-framework",
            "not-a-commitment",
            "unknown-treaty",
            "not-applicable",
            "duplicate-answer",
            "renamed",
        ];
        CODES.into_iter().find(|known| *known == code).unwrap_or("bad-plan")
    }
}

fn fields_of(part: &str) -> &'static [Field] {
    match PLAN.iter().find(|field| field.name == part).map(|field| field.kind) {
        Some(Kind::Object(fields)) => fields,
        Some(Kind::Map(&Kind::Object(fields))) => fields,
        _ => &[],
    }
}

fn single(value: &Value) -> Document {
    match value {
        Value::Texts { texts, .. } => listed(texts),
        Value::Words { words, last: None } => listed(words),
        Value::References(references) => listed(references),
        Value::Words { words, last: Some(last) } => {
            Document::List(words.iter().chain([last]).map(|word| Document::text(&word.value)).collect())
        }
        Value::Url(url) => Document::text(&url.value),
        Value::Figure { figure, unit: None } => figure_document(&figure.value),
        Value::Figure { figure, unit: Some(unit) } => Document::Object(vec![
            ("amount".into(), figure_document(&figure.value)),
            ("currency".into(), Document::text(&unit.value)),
        ]),
        Value::Range { from, to } => Document::Object(vec![
            ("from".into(), Document::text(&from.value)),
            ("to".into(), Document::text(&to.value)),
        ]),
    }
}

fn listed(words: &[Word]) -> Document {
    match words {
        [one] => Document::text(&one.value),
        many => Document::List(many.iter().map(|word| Document::text(&word.value)).collect()),
    }
}

/// A number is one; a day is a text, as in JSON.
fn figure_document(figure: &str) -> Document {
    match figure.parse::<f64>() {
        Ok(_) => Document::Number(figure.to_string()),
        Err(_) => Document::text(figure),
    }
}
