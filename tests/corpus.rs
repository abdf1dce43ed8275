//! The corpus of cases: packs with what must be said of them in place, and plans with their faults beside them.
//!
//! `corpus/packs/STAGE/FAULT.accord`: a comment `//~ error[code]@column part` expects a diagnostic on its line
//! (`//~^`: on the line above, with one more `^` for each line further up; several on one line stand between ` | `)
//! whose text, `message (help)`, contains the part; `@column`, in characters, may be left out. Nothing else may be said.
//!
//! `corpus/checks/NAME/`: `plan.json`, checked against `rules.accord` or else the core pack; `faults.txt` has a line
//! `path code` for each fault, in order (`-` for the whole document); `found.txt` has lines `JSON-pointer value` that
//! hold in the report.

use accordant::source::position;
use accordant::{Diagnostic, Fault, Pack, Severity, Source, check, compile, core_pack, has_errors, json, lint};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

// ---- packs

#[test]
fn sound_packs_are_understood() {
    packs("good", 15);
}

#[test]
fn faults_of_syntax_are_said_in_place() {
    packs("syntax", 20);
}

#[test]
fn faults_of_names_are_said_in_place() {
    packs("names", 15);
}

#[test]
fn faults_of_links_are_said_in_place() {
    packs("links", 8);
}

#[test]
fn faults_of_types_are_said_in_place() {
    packs("types", 8);
}

#[test]
fn faults_of_tests_are_said_in_place() {
    packs("tests", 15);
}

#[test]
fn lints_are_said_in_place() {
    packs("lint", 4);
}

/// Runs every pack of a stage, at least so many.
#[track_caller]
fn packs(stage: &str, least: usize) {
    run(&format!("packs/{stage}"), least, |path| {
        let text = read(path);
        let expected = expectations(&text)?;
        let (pack, mut found) = compile(&[Source::new("case.accord", text.as_str())]);
        if stage == "lint" {
            found.extend(lint(&pack));
        }
        if stage == "good" && has_errors(&found) == expected.is_empty() {
            return Err(format!("is refused:\n{}", all_said(&text, &found)));
        }
        compare(&text, expected, &found)
    });
}

struct Expected {
    line: u32,
    column: Option<u32>,
    head: String,
    part: String,
}

/// What the comments of a pack expect.
fn expectations(text: &str) -> Result<Vec<Expected>, String> {
    let mut expected = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let Some((_, comment)) = line.split_once("//~") else { continue };
        let said = comment.trim_start_matches('^');
        let line = at as u32 + 1 - (comment.len() - said.len()) as u32;
        for one in said.split(" | ") {
            expected.push(expectation(one.trim(), line).ok_or(format!("line {}: `{one}` is no expectation", at + 1))?);
        }
    }
    Ok(expected)
}

/// `error[code]@column part`
fn expectation(text: &str, line: u32) -> Option<Expected> {
    let (head, rest) = text.split_at(text.find(']')? + 1);
    let (column, part) = match rest.strip_prefix('@') {
        Some(rest) => {
            let (column, part) = rest.split_once(' ').unwrap_or((rest, ""));
            (Some(column.parse().ok()?), part)
        }
        None => (None, rest),
    };
    Some(Expected { line, column, head: head.to_string(), part: part.trim().to_string() })
}

fn compare(text: &str, expected: Vec<Expected>, found: &[Diagnostic]) -> Result<(), String> {
    let mut left: Vec<&Diagnostic> = found.iter().collect();
    let mut problems = Vec::new();
    for wanted in expected {
        match left.iter().position(|diagnostic| fits(text, &wanted, diagnostic)) {
            Some(at) => drop(left.remove(at)),
            None => {
                let column = wanted.column.map(|column| format!(":{column}")).unwrap_or_default();
                problems.push(format!("  missing  {}{column}: {} {}", wanted.line, wanted.head, wanted.part));
            }
        }
    }
    problems.extend(left.into_iter().map(|diagnostic| format!("  not expected  {}", said(text, diagnostic))));
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

fn fits(text: &str, wanted: &Expected, found: &Diagnostic) -> bool {
    let place = position(text, found.span.start);
    place.line == wanted.line
        && wanted.column.is_none_or(|column| column == place.column)
        && head(found) == wanted.head
        && words(found).contains(&wanted.part)
}

fn head(found: &Diagnostic) -> String {
    let severity = if found.severity == Severity::Error { "error" } else { "warning" };
    format!("{severity}[{}]", found.code)
}

fn words(found: &Diagnostic) -> String {
    found.help.as_ref().map_or(found.message.clone(), |help| format!("{} ({help})", found.message))
}

fn said(text: &str, found: &Diagnostic) -> String {
    let place = position(text, found.span.start);
    format!("{}:{}: {} {}", place.line, place.column, head(found), words(found))
}

fn all_said(text: &str, found: &[Diagnostic]) -> String {
    found.iter().map(|found| format!("  {}\n", said(text, found))).collect()
}

// ---- plans

#[test]
fn plans_are_checked_the_same_natively_and_on_the_command_line() {
    let core = pack(&core_pack()).expect("the core pack is sound");
    run("checks", 25, |folder| check_case(folder, &core));
}

fn check_case(folder: &Path, core: &Pack) -> Result<(), String> {
    let rules = folder.join("rules.accord");
    let own = rules.exists().then(|| pack(&[Source::new("rules.accord", read(&rules))])).transpose()?;
    let plan = folder.join("plan.json");
    let report = check(own.as_ref().unwrap_or(core), &json::read_plan(&read(&plan)));
    let written = json::write(&report);
    let mut line = Command::new(env!("CARGO_BIN_EXE_accordant"));
    line.arg("check").arg(&plan).args(["--format", "json"]);
    if own.is_some() {
        line.arg("--pack").arg(&rules);
    }
    let output = line.output().map_err(|error| error.to_string())?;
    let problems = [
        same_as_command_line(&written, &output),
        exit_code(&report.diagnostics, &output),
        faults(folder, &report.diagnostics),
        found(folder, &written),
    ];
    let problems: Vec<String> = problems.into_iter().filter_map(Result::err).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

fn pack(sources: &[Source]) -> Result<Pack, String> {
    let (pack, found) = compile(sources);
    if has_errors(&found) { Err(format!("its rules are refused: {:?}", found[0])) } else { Ok(pack) }
}

fn same_as_command_line(written: &str, output: &Output) -> Result<(), String> {
    let printed = String::from_utf8_lossy(&output.stdout);
    if printed == format!("{written}\n") {
        return Ok(());
    }
    let differs = written.lines().zip(printed.lines()).position(|(a, b)| a != b);
    let differs = differs.unwrap_or(written.lines().count().min(printed.lines().count()));
    let line = |text: &str| text.lines().nth(differs).unwrap_or("nothing").to_string();
    let (here, there) = (line(written), line(&printed));
    Err(format!("  line {}: natively `{here}`, on the command line `{there}`", differs + 1))
}

fn exit_code(faults: &[Fault], output: &Output) -> Result<(), String> {
    let wanted = if faults.iter().all(Fault::is_notice) { 0 } else { 2 };
    let found = output.status.code();
    if found == Some(wanted) { Ok(()) } else { Err(format!("  exit code {wanted} wanted, {found:?} found")) }
}

fn faults(folder: &Path, faults: &[Fault]) -> Result<(), String> {
    let wanted = fs::read_to_string(folder.join("faults.txt")).unwrap_or_default();
    let path = |fault: &Fault| if fault.path.is_empty() { "-".to_string() } else { fault.path.clone() };
    let found: String = faults.iter().map(|fault| format!("{} {}\n", path(fault), fault.code)).collect();
    if wanted == found { Ok(()) } else { Err(format!("  faults wanted:\n{wanted}  faults found:\n{found}")) }
}

fn found(folder: &Path, written: &str) -> Result<(), String> {
    let report: Value = serde_json::from_str(written).map_err(|error| error.to_string())?;
    let mut problems = Vec::new();
    for line in fs::read_to_string(folder.join("found.txt")).unwrap_or_default().lines() {
        let (pointer, value) = line.split_once(' ').ok_or(format!("`{line}` is no pointer and value"))?;
        let wanted: Value = serde_json::from_str(value).map_err(|error| format!("`{line}`: {error}"))?;
        let found = report.pointer(pointer);
        if found != Some(&wanted) {
            let found = found.map_or("nothing".to_string(), Value::to_string);
            problems.push(format!("  {pointer}: {value} wanted, {found} found"));
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

// ---- limits: cases too long to keep as files

const HEAD: &str = "pack small \"Small\" { version \"1\" }\nframework f \"F\" {\n";

#[test]
fn a_pack_may_have_sixteen_mebibytes() {
    refused("pack-too-long", &"//".repeat(8 << 20).replacen("//", "//\n", 1));
}

#[test]
fn a_pack_may_have_a_hundred_thousand_commitments() {
    let nodes: String = (0..100_001).map(|code| format!("g {code}\"\"")).collect();
    refused("too-many-commitments", &format!("{HEAD}{nodes}}}"));
}

#[test]
fn a_plan_may_have_eight_mebibytes() {
    let title = " ".repeat(8 << 20);
    faulty("plan-too-long", &format!("{{\"accordant\": 1, \"title\": \"{title}\"}}"));
}

#[test]
fn a_plan_may_have_twenty_thousand_measures() {
    let measures: Vec<String> = (0..20_001).map(|id| format!("{{\"id\":\"m{id}\"}}")).collect();
    faulty("too-many-measures", &format!("{{\"accordant\": 1, \"measures\": [{}]}}", measures.join(",")));
}

/// Whatever the text, it is refused in words: nothing overflows, and nothing takes longer than its length explains.
#[test]
fn hostile_texts_are_refused() {
    let texts = [
        ("braces in texts that are not closed", format!("{HEAD}{}}}", "x \"{\n".repeat(300))),
        ("braces behind a backslash at the end of a line", format!("{HEAD} g 1 \"a\\\n{}", "a 1{".repeat(50_000))),
        ("braces in addresses that are not closed", format!("{HEAD} x {}\n}}", "<http{".repeat(50_000))),
        ("braces before all else", format!("{}{}", "{".repeat(60), "y ".repeat(4_000))),
        ("braces, each twice", "{".repeat(100_000)),
        ("parentheses", format!("rule r \"R\" {{ when {} }}", "(".repeat(100_000))),
        ("quotes", "\"".repeat(100_001)),
        ("one long word", "a".repeat(1_000_000)),
        ("no word at all", "%".repeat(100_000)),
        ("blocks left open", format!("{HEAD}{}", "goal 1 \"x\" {".repeat(40))),
    ];
    for (what, text) in &texts {
        let (_, found) = compile(&[Source::new("hostile.accord", text.as_str())]);
        assert!(has_errors(&found), "{what}: nothing was said");
    }
    println!("hostile texts: {} cases", texts.len());
}

#[track_caller]
fn refused(code: &str, text: &str) {
    let (_, found) = compile(&[Source::new("case.accord", text)]);
    let codes: Vec<&str> = found.iter().map(|found| found.code).collect();
    assert_eq!(codes, [code]);
}

#[track_caller]
fn faulty(code: &str, plan: &str) {
    let (pack, _) = compile(&[Source::new("case.accord", format!("{HEAD}goal 1 \"One\" }}"))]);
    let report = check(&pack, &json::read_plan(plan));
    let codes: Vec<&str> = report.diagnostics.iter().map(|fault| fault.code.as_str()).collect();
    assert_eq!(codes, [code]);
}

// ---- no code without its case

/// Codes without a case here, and why.
const WITHOUT_CASE: [(&str, &str); 3] = [
    ("too-complex", "the budget is set so that no text of an allowed length should reach it"),
    ("too-many-links", "a million links take minutes to read without optimization"),
    ("bad-plan", "a name for codes that nobody foresaw"),
];

#[test]
fn every_code_has_a_case() {
    let mut cases = String::new();
    files(&corpus().join("packs"), &mut |path| cases.push_str(&read(path)));
    files(&corpus().join("checks"), &mut |path| {
        let listed = path.file_name().is_some_and(|name| name == "faults.txt");
        listed.then(|| read(path).lines().for_each(|line| cases.push_str(&format!("[{}]", last_word(line)))));
    });
    cases.push_str("[pack-too-long][too-many-commitments][plan-too-long][too-many-measures]");
    let mut codes = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut |path| codes.extend(codes_of(&read(path))));
    codes.sort();
    codes.dedup();
    assert!(codes.len() > 30, "only {} codes were found in the sources", codes.len());
    codes.retain(|code| !cases.contains(&format!("[{code}]")) && !WITHOUT_CASE.iter().any(|(known, _)| known == code));
    assert!(codes.is_empty(), "no case in tests/corpus shows {}", codes.join(", "));
}

fn last_word(line: &str) -> &str {
    line.rsplit(' ').next().unwrap_or_default()
}

/// The codes with which a source file makes diagnostics and faults.
fn codes_of(text: &str) -> Vec<String> {
    let makers = ["Diagnostic::error(", "Diagnostic::warning(", "Fault::new(", "Unknown { code: "];
    let after = makers.iter().flat_map(|maker| text.split(maker).skip(1));
    let quoted = after.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next());
    quoted.filter(|code| !code.contains(' ')).map(str::to_string).collect()
}

// ---- reading and running

/// Runs each case below a folder of the corpus, at least so many, and says all that failed at once.
#[track_caller]
fn run(kind: &str, least: usize, case: impl Fn(&Path) -> Result<(), String>) {
    let mut paths: Vec<PathBuf> = entries(&corpus().join(kind));
    paths.sort();
    let failed: Vec<String> = paths
        .iter()
        .filter_map(|path| {
            let problem = case(path).err()?;
            Some(format!("{}\n{problem}", path.strip_prefix(corpus()).unwrap_or(path).display()))
        })
        .collect();
    println!("{kind}: {} cases", paths.len());
    assert!(paths.len() >= least, "{kind}: only {} cases were found, {least} were expected", paths.len());
    assert!(failed.is_empty(), "{} of {} cases failed:\n\n{}\n", failed.len(), paths.len(), failed.join("\n\n"));
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.filter_map(|entry| Some(entry.ok()?.path())).collect()
}

fn files(path: &Path, each: &mut impl FnMut(&Path)) {
    if path.is_dir() {
        entries(path).iter().for_each(|entry| files(entry, each));
    } else {
        each(path);
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
