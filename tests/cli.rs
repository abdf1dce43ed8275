//! The command line as people meet it: exit codes, what stands on which stream, and no surprise in a pipe.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PACK: &str = r#"
pack small "A small pack" { version "1" }
framework oath "An oath" { promise 1 "Keep" { part 1.a "This" part 1.b "That" } }
"#;
const PLAN: &str = r#"{"accordant": 1, "measures": [{"id": "m1", "title": "First", "addresses": ["oath:1.a"]}]}"#;

/// What a run said, and how it ended.
#[derive(Debug)]
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

fn accordant(arguments: &[&str]) -> Ran {
    accordant_with(arguments, "")
}

fn accordant_with(arguments: &[&str], input: &str) -> Ran {
    let mut child = command(arguments).stdin(Stdio::piped()).spawn().expect("the program starts");
    // A program that does not read its input may have closed it.
    let _ = child.stdin.take().expect("its input is a pipe").write_all(input.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("standard error is UTF-8"),
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_accordant"));
    command.args(arguments).env("TERM", "xterm-256color").env_remove("CLICOLOR_FORCE").env_remove("FORCE_COLOR");
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

#[track_caller]
fn ends_with(code: i32, arguments: &[&str]) -> Ran {
    let ran = accordant(arguments);
    assert_eq!(ran.code, Some(code), "accordant {}\n{}\n{}", arguments.join(" "), ran.out, ran.err);
    ran
}

#[track_caller]
fn says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

#[track_caller]
fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in:\n{text}"))
}

/// A folder of its own for a test, with files in it.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    for (file, text) in files {
        fs::write(folder.join(file), text).expect("a file for the test");
    }
    folder
}

fn name(path: &Path) -> &str {
    path.to_str().expect("a path in UTF-8")
}

/// The folder of a small sound pack, and a plan for it.
fn small(test: &str) -> (String, String) {
    let folder = folder(test, &[("small.accord", PACK), ("plan.json", PLAN)]);
    (name(&folder).to_string(), name(&folder.join("plan.json")).to_string())
}

// ---- 0: done

#[test]
fn a_sound_plan_is_done() {
    let (pack, plan) = small("sound-plan");
    let ran = ends_with(0, &["check", &plan, "--pack", &pack]);
    says(&ran.out, &["oath:1.a", "An oath", "First"]);
    assert_eq!(ran.err, "");
}

#[test]
fn the_example_is_sound_against_the_core_pack() {
    let plan = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/portugal-objective-2.json");
    let report = parsed(&ends_with(0, &["check", plan, "--format", "json"]).out);
    assert_eq!(report["pack"]["name"], "core");
    assert_eq!(report["diagnostics"], Value::Array(Vec::new()));
}

#[test]
fn a_plan_is_read_from_standard_input() {
    let (pack, _) = small("standard-input");
    let ran = accordant_with(&["check", "-", "--pack", &pack, "--format", "json"], PLAN);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(parsed(&ran.out)["commitments"]["oath:1.a"]["planned"]["verdict"], "partly");
    let ran = accordant_with(&["explain", "-", "oath:1.a", "--pack", &pack], PLAN);
    says(&ran.out, &["oath:1.a", "First"]);
}

#[test]
fn the_day_of_the_check_can_be_given() {
    let (pack, plan) = small("as-of");
    let ran = ends_with(0, &["check", &plan, "--pack", &pack, "--format", "json", "--as-of", "2026-11-23"]);
    assert_eq!(parsed(&ran.out)["asOf"], "2026-11-23");
}

#[test]
fn an_older_name_is_a_notice() {
    let rules = PACK.replace("part 1.b \"That\"", "part 1.b \"That\" { formerly 1.c }");
    let plan = PLAN.replace("1.a", "1.c");
    let folder = folder("older-name", &[("small.accord", &rules), ("plan.json", &plan)]);
    let ran = ends_with(0, &["check", name(&folder.join("plan.json")), "--pack", name(&folder)]);
    says(&ran.err, &["oath:1.c", "oath:1.b"]);
}

#[test]
fn several_packs_are_compiled_together() {
    let base = folder("several-base", &[("small.accord", PACK)]);
    let rules = r#"pack mine "Mine" { uses small version "1" } framework vow "A vow" { pledge 1 "Keep" }
        link vow:1 equals oath:1.a { because "The same." basis text "vow" }"#;
    let mine = folder("several-mine", &[("small.accord", rules), ("plan.json", PLAN)]);
    let plan = mine.join("plan.json");
    let packs = ["--pack", name(&base), "--pack", name(&mine)];
    let ran = ends_with(0, &[&["check", name(&plan), "--format", "json"], &packs[..]].concat());
    let report = parsed(&ran.out);
    assert_eq!(report["pack"]["name"], "mine");
    assert_eq!(report["commitments"]["vow:1"]["planned"]["verdict"], "partly");
}

#[test]
fn a_pack_that_uses_core_stands_on_it() {
    let rules = r#"pack mine "Mine" { uses core version "1" } framework vow "A vow" { pledge 1 "Keep" }
        link vow:1 equals gcm:6.c { because "The same." basis text "vow" }"#;
    let folder = folder("uses-core", &[("mine.accord", rules)]);
    let plan = r#"{"accordant": 1, "measures": [{"id": "m", "addresses": ["gcm:6.c"]}]}"#;
    let ran = accordant_with(&["check", "-", "--pack", name(&folder), "--format", "json"], plan);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(parsed(&ran.out)["commitments"]["vow:1"]["planned"]["verdict"], "partly");
}

#[test]
fn help_and_version_are_done() {
    says(&ends_with(0, &["--help"]).out, &["check", "explain", "lint", "Usage"]);
    says(&ends_with(0, &["--version"]).out, &["accordant"]);
    says(&ends_with(0, &["check", "--help"]).out, &["--pack", "--as-of", "--fail-on"]);
}

// ---- 1: findings, failed tests, lint

#[test]
fn a_lint_is_found() {
    let rules = format!("{PACK} tool hammer \"A hammer\" {{ by \"Smiths\" }}");
    let folder = folder("lint", &[("small.accord", &rules)]);
    let ran = ends_with(1, &["lint", name(&folder)]);
    says(&ran.err, &["warning[unserving-tool]", "small.accord:4:2", "hammer", "help", "0 errors, 1 warning"]);
}

#[test]
fn the_core_pack_has_no_lint() {
    says(&ends_with(0, &["lint"]).err, &["0 errors, 0 warnings"]);
}

#[test]
fn a_failing_test_says_what_was_expected_found_and_why() {
    let rules = format!(
        "{PACK}
test a-promise-is-kept {{
  plan {{ measure m \"Half of it\" {{ addresses oath:1.a fully }} }}
  expect oath:1.a aligned
  expect oath:1 aligned
}}
test silence-says-nothing {{ expect oath:1 unanswered }}"
    );
    let folder = folder("failing-test", &[("small.accord", &rules)]);
    let ran = ends_with(1, &["test", name(&folder)]);
    says(&ran.out, &["failed: a-promise-is-kept", "small.accord:8", "1 passed, 1 failed"]);
    says(&ran.out, &["expected oath:1 is aligned", "found oath:1 is partly"]);
    says(&ran.out, &["Half of it", "oath:1.a", "is a part of"]);
    assert!(!ran.out.contains("oath:1.a is aligned"), "what came true is not said: {}", ran.out);
    says(&ends_with(0, &["test", name(&folder), "silence"]).out, &["1 passed, 0 failed"]);
}

#[test]
fn tests_can_be_filtered_by_name() {
    let all = passed(&ends_with(0, &["test"]).out);
    let some = passed(&ends_with(0, &["test", "remittance"]).out);
    assert!(0 < some && some < all, "{some} of {all}");
}

fn passed(out: &str) -> usize {
    let last = out.lines().last().unwrap_or_default();
    last.split(' ').next().and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("no count in `{last}`"))
}

#[test]
fn a_filter_that_fits_no_test_is_no_success() {
    says(&ends_with(1, &["test", "no-test-has-this-name"]).err, &["no test ran"]);
}

// ---- 2: the pack or the plan is wrong

#[test]
fn a_faulty_plan_is_said_with_its_paths_and_checked_all_the_same() {
    let plan = PLAN.replace("\"oath:1.a\"", "\"oath:1.a\", \"oath:1.z\"").replace("title", "titel");
    let (pack, _) = small("faulty-plan");
    let ran = accordant_with(&["check", "-", "--pack", &pack], &plan);
    assert_eq!(ran.code, Some(2));
    says(&ran.err, &["measures[0].titel", "unknown-field", "did you mean `title`?"]);
    says(&ran.err, &["measures[0].addresses[1]", "unknown-commitment", "did you mean `oath:1.a`?"]);
    says(&ran.out, &["What could not be read", "oath:1.a"]);
}

#[test]
fn a_broken_pack_is_not_checked_against() {
    let folder =
        folder("broken-pack", &[("a.accord", PACK), ("b.accord", "link oath:1 equals oath:7"), ("plan.json", PLAN)]);
    for arguments in [
        &["check", name(&folder.join("plan.json")), "--pack", name(&folder), "--format", "json"][..],
        &["explain", name(&folder.join("plan.json")), "oath:1", "--pack", name(&folder)],
        &["show", "oath:1", "--pack", name(&folder)],
        &["search", "keep", "--pack", name(&folder)],
        &["export", name(&folder)],
        &["test", name(&folder)],
        &["lint", name(&folder)],
    ] {
        let ran = ends_with(2, arguments);
        assert_eq!(ran.out, "", "nothing is said of the plan");
        says(&ran.err, &["error[unknown-commitment]", "b.accord:1:20", "`oath:7`", "1 |", "^^^^^^"]);
    }
}

#[test]
fn all_diagnostics_are_counted_and_a_hundred_shown() {
    let links: String =
        (0..150).map(|at| format!("link oath:1 equals oath:x{at} {{ because \"x\" basis text \"y\" }}\n")).collect();
    let folder = folder("many-faults", &[("small.accord", &format!("{PACK}{links}"))]);
    let ran = ends_with(2, &["lint", name(&folder)]);
    says(&ran.err, &["150 errors, 0 warnings", "100"]);
    assert_eq!(ran.err.matches("error[unknown-commitment]").count(), 100);
}

#[test]
fn a_plan_that_is_not_text_is_said() {
    let (pack, _) = small("not-text");
    let plan = folder("not-text-plan", &[]).join("plan.json");
    fs::write(&plan, b"{\"accordant\": 1, \"title\": \"\xff\"}").expect("a file for the test");
    says(&ends_with(2, &["check", name(&plan), "--pack", &pack]).err, &["not-json", "UTF-8"]);
}

// ---- 3: a file cannot be read

#[test]
fn a_missing_file_is_named() {
    for arguments in [
        &["check", "no/such/thing"][..],
        &["explain", "no/such/thing", "gcm:1"],
        &["lint", "no/such/thing"],
        &["test", "no/such/thing"],
        &["export", "no/such/thing"],
        &["show", "gcm:1", "--pack", "no/such/thing"],
        &["search", "word", "--pack", "no/such/thing"],
    ] {
        says(&ends_with(3, arguments).err, &["no/such/thing"]);
    }
}

#[test]
fn a_folder_is_no_plan() {
    let folder = folder("folder-as-plan", &[]);
    says(&ends_with(3, &["check", name(&folder)]).err, &["folder-as-plan"]);
}

#[test]
fn a_folder_without_rules_is_named() {
    let folder = folder("no-rules", &[("readme.txt", "nothing here")]);
    says(&ends_with(3, &["lint", name(&folder)]).err, &["no-rules", ".accord"]);
}

#[test]
fn rules_that_are_not_text_are_named() {
    let folder = folder("rules-not-text", &[("good.accord", PACK)]);
    fs::write(folder.join("bad.accord"), b"pack \xff").expect("a file for the test");
    says(&ends_with(3, &["lint", name(&folder)]).err, &["bad.accord"]);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_named() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let dangling = folder("dangling", &[("good.accord", PACK)]);
    symlink("nowhere", dangling.join("gone.accord")).expect("a link for the test");
    says(&ends_with(3, &["lint", name(&dangling)]).err, &["gone.accord"]);

    let closed = folder("closed", &[("good.accord", PACK)]).join("inner");
    fs::create_dir(&closed).expect("a folder for the test");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o0)).expect("a folder can be closed");
    // Nothing is closed to root.
    if fs::read_dir(&closed).is_err() {
        says(&ends_with(3, &["lint", name(&dangling.with_file_name("closed"))]).err, &["inner"]);
    }
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).expect("a folder can be opened again");
}

// ---- 64: usage

#[test]
fn wrong_usage_is_said() {
    let (pack, plan) = small("usage");
    for arguments in [
        &[][..],
        &["frobnicate"],
        &["check"],
        &["check", &plan, "--nope"],
        &["check", &plan, "--format", "xml"],
        &["check", &plan, "--fail-on", "sometimes"],
        &["check", &plan, &plan],
        &["explain", &plan],
        &["explain", &plan, "oath:9", "--pack", &pack],
        &["show"],
        &["search"],
        &["schema"],
        &["schema", "everything"],
        &["export", "--format", "csv"],
    ] {
        let ran = ends_with(64, arguments);
        assert_eq!(ran.out, "", "what is wrong is said on standard error");
        assert_ne!(ran.err, "");
    }
}

#[test]
fn a_day_that_is_none_is_wrong_usage() {
    let (pack, plan) = small("no-day");
    for day in ["2026-02-30", "tomorrow", "20261123", ""] {
        let ran = ends_with(64, &["check", &plan, "--pack", &pack, "--as-of", day]);
        says(&ran.err, &["is no day", day, "2026-11-23"]);
        assert_eq!(ran.out, "");
    }
}

// ---- looking

#[test]
fn a_commitment_is_shown_with_all_that_is_said_of_it() {
    let ran = ends_with(0, &["show", "gcm:6.c"]);
    says(&ran.out, &["gcm:6.c", "Global Compact", "part of", "gcm:6 ", "links", "tools", "iris"]);
}

#[test]
fn frameworks_tools_and_indicators_are_shown() {
    says(&ends_with(0, &["show", "gcm"]).out, &["Global Compact", "adopted 2018-12-19", "A/RES/73/195", "gcm:23"]);
    says(&ends_with(0, &["show", "iris"]).out, &["International Recruitment Integrity System", "serves", "gcm:6"]);
    says(&ends_with(0, &["show", "sdg:10.c.1"]).out, &["sdg:10.c.1", "indicator of", "sdg:10.c "]);
}

#[test]
fn an_unknown_name_gets_a_suggestion() {
    for (wrong, near) in [("gcm:6.C", "`gcm:6.c`"), ("gcm:6.z", "`gcm:6"), ("irsi", "`iris`"), ("GCM", "`gcm`")] {
        let ran = ends_with(64, &["show", wrong]);
        says(&ran.err, &[&format!("`{wrong}`"), near]);
        assert_eq!(ran.out, "");
    }
}

#[test]
fn plain_words_find_commitments() {
    let ran = ends_with(0, &["search", "recruitment", "fees"]);
    assert!(ran.out.starts_with("gcm:6.c "), "{}", ran.out);
    let hits = parsed(&ends_with(0, &["search", "recruitment fees", "--format", "json"]).out);
    assert_eq!(hits[0]["commitment"], "gcm:6.c");
    says(&ends_with(0, &["search", "xyzzyqqq"]).out, &["nothing found"]);
}

#[test]
fn the_core_pack_is_exported_whole() {
    let export = parsed(&ends_with(0, &["export", "--format", "json"]).out);
    let frameworks = export["frameworks"].as_array().expect("a list of frameworks");
    let gcm = frameworks.iter().find(|framework| framework["id"] == "gcm").expect("the compact");
    let commitments = gcm["commitments"].as_array().expect("a list of commitments");
    let of = |level: &str| commitments.iter().filter(|commitment| commitment["level"] == level).count();
    assert_eq!((of("objective"), of("action")), (23, 187));
    for part in ["links", "tools", "tests"] {
        assert!(export[part].as_array().is_some_and(|list| !list.is_empty()), "`{part}` is empty");
    }
}

#[test]
fn the_schema_of_a_plan_names_every_field() {
    let schema = parsed(&ends_with(0, &["schema", "plan"]).out);
    let plan = "accordant title country level period scope complete asOf baseline treaties measures dialogue support \
                reports fields";
    let measure = "id title text kind addresses status starts ends lead partners budget funding indicators";
    names(&schema["properties"], plan);
    names(&schema["properties"]["measures"]["items"]["properties"], measure);
    names(&schema["properties"]["baseline"]["properties"], "date answers");
    names(&schema["properties"]["period"]["properties"], "from to");
    assert_eq!(schema["required"], serde_json::json!(["accordant"]));
    assert_eq!(schema["additionalProperties"], false);
}

#[track_caller]
fn names(properties: &Value, fields: &str) {
    let mut found: Vec<&str> = properties.as_object().expect("properties").keys().map(String::as_str).collect();
    let mut wanted: Vec<&str> = fields.split_whitespace().collect();
    found.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(found, wanted);
}

#[test]
fn the_schema_of_a_report_is_json() {
    assert_eq!(parsed(&ends_with(0, &["schema", "report"]).out)["title"], "Report");
}

// ---- streams

#[test]
fn a_pipe_gets_no_colour_and_no_progress() {
    let (pack, plan) = small("no-colour");
    let broken = folder("no-colour-broken", &[("small.accord", "lnik oath:1 equals oath:2")]);
    for ran in [
        accordant(&["check", &plan, "--pack", &pack]),
        accordant(&["check", &plan]),
        accordant(&["lint", name(&broken)]),
        accordant(&["test"]),
        accordant(&["frobnicate"]),
        accordant(&["--help"]),
    ] {
        assert!(!ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'), "{ran:?}");
        assert!(!ran.out.contains('\r') && !ran.err.contains('\r'), "{ran:?}");
    }
}

#[test]
fn a_pipe_that_is_closed_is_no_crash() {
    for arguments in [&["export"][..], &["show", "gcm"], &["schema", "report"], &["search", "migrants"], &["--help"]] {
        let mut child = command(arguments).stdin(Stdio::null()).spawn().expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        let err = String::from_utf8_lossy(&output.stderr);
        assert!(!err.contains("panicked"), "accordant {}: {err}", arguments.join(" "));
        assert_eq!(output.status.code(), Some(0), "accordant {}: {err}", arguments.join(" "));
    }
    let broken = folder("closed-pipe", &[("small.accord", "lnik oath:1 equals oath:2")]);
    let mut child = command(&["lint", name(&broken)]).stdin(Stdio::null()).spawn().expect("the program starts");
    drop(child.stderr.take());
    assert_eq!(child.wait().expect("the program ends").code(), Some(2));
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let plan = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/portugal-objective-2.json");
    for format in ["json", "text"] {
        let first = accordant(&["check", plan, "--format", format]);
        assert_eq!(first.out, accordant(&["check", plan, "--format", format]).out);
    }
}
