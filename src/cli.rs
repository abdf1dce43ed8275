//! The command-line door: files in, words out. What the words say is decided in the library.

mod arguments;
mod checking;
mod files;
mod looking;
mod terminal;
mod testing;

use accordant::Pack;
use arguments::{Command, Line};
use clap::Parser;
use std::process::ExitCode;

/// How a run ends (DESIGN section 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    Done = 0,
    /// Findings at or above `--fail-on`, failed tests, lint.
    Found = 1,
    /// The pack or the plan is wrong.
    Wrong = 2,
    /// A file cannot be read or written.
    Unreadable = 3,
    Usage = 64,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

/// A run that ended early has said why already.
type Run<T = Exit> = Result<T, Exit>;

pub fn main() -> ExitCode {
    let run = match Line::try_parse() {
        Ok(line) => run(&line.command),
        Err(error) => {
            let asked = !error.use_stderr();
            // Where nobody reads any more there is nobody to tell.
            let _ = error.print();
            if asked { Ok(Exit::Done) } else { Err(Exit::Usage) }
        }
    };
    run.unwrap_or_else(|exit| exit).into()
}

fn run(command: &Command) -> Run {
    match command {
        Command::Check(options) => checking::check(options),
        Command::Explain(options) => checking::explain(options),
        Command::Test(options) => testing::test(options),
        Command::Lint(options) => looking::lint(options),
        Command::Show(options) => looking::show(options),
        Command::Search(options) => looking::search(options),
        Command::Export(options) => looking::export(options),
        Command::Pack(options) => looking::pack(options),
        Command::Schema(options) => looking::schema(options),
    }
}

/// The pack to check against; one with errors ends the run.
fn sound_pack(folders: &[std::path::PathBuf]) -> Run<Pack> {
    let (pack, diagnostics) = files::read_pack(folders)?;
    if accordant::has_errors(&diagnostics) {
        terminal::say_diagnostics(&pack, &diagnostics);
        terminal::complain(
            "the pack has errors, so nothing was checked against it",
            Some("mend them first; `accordant lint` shows them again"),
        );
        return Err(Exit::Wrong);
    }
    Ok(pack)
}
