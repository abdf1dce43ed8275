//! The rooms look down only, and what the library promises not to do it does not do.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of the library, lowest first, as `src/lib.rs` lists them.
const ROOMS: [&str; 19] = [
    "source",
    "words",
    "diagnostic",
    "syntax",
    "plan",
    "graph",
    "pack",
    "compile",
    "report",
    "lint",
    "check",
    "search",
    "trial",
    "reading",
    "rulebook",
    "schema",
    "testing",
    "json",
    "wasm",
];
/// The rooms that are doors, and so may do what their side of the door needs.
const DOORS: [&str; 4] = ["json", "wasm", "cli", "main"];

struct Room {
    name: String,
    path: PathBuf,
    /// Without comments, so that an example may name what code may not.
    code: String,
}

fn rooms() -> Vec<Room> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    files(&root, "rs", &mut paths);
    paths.iter().map(|path| room(&root, path)).collect()
}

fn room(root: &Path, path: &Path) -> Room {
    let relative = path.strip_prefix(root).unwrap();
    let first = relative.components().next().unwrap().as_os_str().to_string_lossy();
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    Room {
        name: first.trim_end_matches(".rs").to_string(),
        path: path.to_path_buf(),
        code: lines.collect::<Vec<_>>().join("\n"),
    }
}

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
}

#[track_caller]
fn refuse(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Rooms that a piece of code names as `crate::room`, also within `crate::{...}`.
fn named_rooms(code: &str) -> BTreeSet<&'static str> {
    let mut named = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let end = rest.find(';').unwrap_or(rest.len());
        let group = if rest.starts_with('{') {
            &rest[..end]
        } else {
            rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("")
        };
        named.extend(
            ROOMS
                .iter()
                .filter(|room| group.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == **room)),
        );
    }
    named
}

#[test]
fn every_room_is_in_the_list_and_the_list_has_no_other() {
    let found: BTreeSet<String> = rooms().into_iter().map(|room| room.name).collect();
    let known: BTreeSet<String> = ROOMS.iter().chain(&["lib", "main", "cli"]).map(|room| room.to_string()).collect();
    assert_eq!(found, known);
}

#[test]
fn rooms_look_down_only() {
    let height = |name: &str| ROOMS.iter().position(|room| *room == name);
    let mut faults = Vec::new();
    let mut looked = 0;
    for room in rooms().iter().filter(|room| room.name != "lib") {
        let Some(own) = height(&room.name) else { continue };
        for other in named_rooms(&room.code) {
            looked += 1;
            if height(other) > Some(own) {
                faults.push(format!("{}: `{}` looks up to `{other}`", room.path.display(), room.name));
            }
        }
    }
    assert!(looked > 40, "only {looked} looks from room to room were found");
    refuse(faults);
}

#[track_caller]
fn only(words: &[&str], allowed: &[&str]) {
    let mut faults = Vec::new();
    for room in rooms().iter().filter(|room| !allowed.contains(&room.name.as_str())) {
        for word in words.iter().filter(|word| room.code.contains(**word)) {
            faults.push(format!("{}: `{word}` belongs in {allowed:?} only", room.path.display()));
        }
    }
    refuse(faults);
}

#[test]
fn only_syntax_knows_pest() {
    only(&["pest"], &["syntax"]);
}

#[test]
fn only_graph_knows_petgraph() {
    only(&["petgraph"], &["graph"]);
}

#[test]
fn only_doors_know_json_javascript_and_the_terminal() {
    only(
        &[
            "use serde_json",
            "serde_json::from",
            "serde_json::to",
            "wasm_bindgen",
            "clap",
            "anstream",
            "indicatif",
            "annotate_snippets",
        ],
        &DOORS,
    );
}

#[test]
fn the_library_touches_no_file_clock_environment_or_output() {
    let words = [
        "std::fs",
        "std::io",
        "std::env",
        "std::time",
        "std::net",
        "std::process",
        "println!",
        "eprintln!",
        "print!(",
        "dbg!",
        "SystemTime",
        "Instant::now",
    ];
    only(&words, &["testing", "main", "cli"]);
}

#[test]
fn nothing_is_unsafe_and_nothing_is_left_open() {
    only(&["unsafe ", "todo!", "unimplemented!", "#[ignore"], &[]);
}

/// All that a pack knows is content: no name of it stands in code.
#[test]
fn no_framework_or_tool_is_known_to_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (pack, _) = accordant::compile(&accordant::core_pack());
    let names = pack.frameworks.iter().map(|framework| &framework.id).chain(pack.tools.iter().map(|tool| &tool.id));
    let names: Vec<String> = names.flat_map(|id| [format!("\"{id}\""), format!("'{id}'"), format!("{id}:")]).collect();
    let mut pages = Vec::new();
    for folder in ["www/element", "www/workbench"] {
        files(&root.join(folder), "ts", &mut pages);
    }
    let mut faults = Vec::new();
    let pages = pages.iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap()));
    let code = rooms().into_iter().map(|room| (room.path, room.code)).chain(pages);
    for (path, code) in code {
        for name in names.iter().filter(|name| mentions(&code, name)) {
            faults.push(format!("{}: {name} is content, and belongs in rules/", path.display()));
        }
    }
    refuse(faults);
}

/// Whether a name stands in code as itself and not as the end of a longer word.
fn mentions(code: &str, name: &str) -> bool {
    code.match_indices(name)
        .any(|(at, _)| !code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == '-'))
}
