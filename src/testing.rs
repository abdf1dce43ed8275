//! Rule tests as named `cargo test`s.
//!
//! Someone with a folder of rules makes each `test` in it a test of theirs with a `tests/rules.rs` of a few
//! lines and, in `Cargo.toml`, `accordant = { ..., default-features = false, features = ["testing"] }` and
//! `[[test]] name = "rules" harness = false`:
//!
//! ```no_run
//! fn main() -> std::process::ExitCode {
//!     accordant::testing::main("rules")
//! }
//! ```
//!
//! A pack that says `uses core` is compiled on top of the core pack, with the feature `rulebook`.

use crate::compile::compile;
use crate::diagnostic::{Diagnostic, has_errors};
use crate::pack::Pack;
use crate::source::{Source, Span, position};
use crate::trial::{Failure, run_test};
use libtest_mimic::{Arguments, Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::{fs, io};

/// The longest file that is taken for a part of a pack, in bytes.
const MAX_FILE_BYTES: u64 = crate::syntax::MAX_PACK_BYTES as u64;

/// Runs the tests of the pack in a folder, as `cargo test` asks on the command line: by name, listed, filtered.
/// A pack that does not compile is one failed test that says why.
pub fn main(folder: impl AsRef<Path>) -> ExitCode {
    let arguments = Arguments::from_args();
    libtest_mimic::run(&arguments, trials(folder.as_ref())).exit_code()
}

/// Each test of the pack in a folder, by name.
///
/// ```
/// let folder = std::env::temp_dir().join("accordant-testing-example");
/// std::fs::create_dir_all(&folder).unwrap();
/// let rules = r#"
///     pack mine "Mine" { version "1" }
///     framework oath "An oath" { promise 1 "Keep" }
///     test a-promise-is-kept { plan { measure m { addresses oath:1 fully } } expect oath:1 aligned }
/// "#;
/// std::fs::write(folder.join("mine.accord"), rules).unwrap();
/// let trials = accordant::testing::trials(&folder);
/// assert_eq!(trials[0].name(), "a-promise-is-kept");
/// assert!(!libtest_mimic::run(&libtest_mimic::Arguments::default(), trials).has_failed());
/// ```
pub fn trials(folder: &Path) -> Vec<Trial> {
    let sources = match read_folder(folder) {
        Ok(sources) => with_core(sources),
        Err(error) => return vec![fails("rules can be read", format!("{}: {error}", folder.display()))],
    };
    if sources.is_empty() {
        return vec![fails("rules are there", format!("{}: no `.accord` file is in there", folder.display()))];
    }
    let (pack, diagnostics) = compile(&sources);
    if has_errors(&diagnostics) {
        let said: Vec<String> = diagnostics.iter().map(|diagnostic| in_one_line(&pack, diagnostic)).collect();
        return vec![fails("rules compile", said.join("\n"))];
    }
    let pack = Arc::new(pack);
    (0..pack.tests.len()).map(|at| trial(Arc::clone(&pack), at)).collect()
}

fn trial(pack: Arc<Pack>, at: usize) -> Trial {
    Trial::test(pack.tests[at].name.clone(), move || {
        let failures = run_test(&pack, &pack.tests[at]);
        let said: Vec<String> = failures.iter().map(|failure| failure_text(&pack, failure)).collect();
        if said.is_empty() { Ok(()) } else { Err(Failed::from(said.join("\n"))) }
    })
}

fn fails(name: &str, why: String) -> Trial {
    Trial::test(name, move || Err(Failed::from(why)))
}

/// What was expected and found, where, and why.
pub fn failure_text(pack: &Pack, failure: &Failure) -> String {
    let why = failure.why.lines().map(|line| format!("    {line}\n")).collect::<String>();
    format!("{}: expected {}, found {}\n{why}", place(pack, failure.span), failure.expected, failure.found)
}

fn in_one_line(pack: &Pack, diagnostic: &Diagnostic) -> String {
    let help = diagnostic.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
    format!("{}: {}[{}]: {}{help}", place(pack, diagnostic.span), "error", diagnostic.code, diagnostic.message)
}

fn place(pack: &Pack, span: Span) -> String {
    let Some(source) = pack.sources.get(span.source as usize) else { return String::new() };
    let position = position(&source.text, span.start);
    format!("{}:{}:{}", source.name, position.line, position.column)
}

/// All `.accord` files of a folder and the folders in it, by name. A file alone is read too.
///
/// # Errors
/// What the system says of the first folder or file that cannot be read, with its path in the message.
pub fn read_folder(folder: &Path) -> io::Result<Vec<Source>> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    paths.sort();
    let base = if folder.is_dir() { folder } else { folder.parent().unwrap_or(folder) };
    paths.iter().map(|path| read_source(path, base)).collect()
}

fn collect(path: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    let name_path = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    if !fs::metadata(path).map_err(name_path)?.is_dir() {
        paths.push(path.to_path_buf());
        return Ok(());
    }
    for entry in fs::read_dir(path).map_err(name_path)? {
        let entry = entry.map_err(name_path)?;
        // A link to a folder could lead back to one above it.
        if entry.file_type().map_err(name_path)?.is_dir() {
            collect(&entry.path(), paths)?;
        } else if entry.path().extension().is_some_and(|extension| extension == "accord") {
            paths.push(entry.path());
        }
    }
    Ok(())
}

fn read_source(path: &Path, base: &Path) -> io::Result<Source> {
    let name_path = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    if fs::metadata(path).map_err(name_path)?.len() > MAX_FILE_BYTES {
        let message = format!("{}: longer than the {MAX_FILE_BYTES} bytes that a pack may have", path.display());
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, message));
    }
    let text = fs::read_to_string(path).map_err(name_path)?;
    let name = path.strip_prefix(base).unwrap_or(path).to_string_lossy().replace('\\', "/");
    Ok(Source::new(name, text))
}

/// The sources, and those of the core pack where they use it and do not hold it.
pub fn with_core(sources: Vec<Source>) -> Vec<Source> {
    #[cfg(feature = "rulebook")]
    {
        let (pack, _) = compile(&sources);
        if pack.info.uses.as_deref() == Some("core") && !pack.packs.iter().any(|name| name == "core") {
            let core = crate::rulebook::core_pack();
            return core
                .into_iter()
                .map(|source| Source { name: format!("core/{}", source.name), ..source })
                .chain(sources)
                .collect();
        }
    }
    sources
}
