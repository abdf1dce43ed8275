//! `test`: runs the tests of a pack and says which failed, and why.

use super::arguments::Test;
use super::{Exit, Run, sound_pack, terminal};
use accordant::{run_test, testing::failure_text};
use std::path::{Path, PathBuf};

pub fn test(options: &Test) -> Run {
    let (folder, filter) = folder_and_filter(options);
    let pack = sound_pack(&folder.into_iter().collect::<Vec<_>>())?;
    let tests: Vec<_> = pack
        .tests
        .iter()
        .filter(|test| filter.as_ref().is_none_or(|filter| test.name.contains(filter.as_str())))
        .collect();
    let bar = terminal::progress(tests.len(), "testing");
    let mut failed = 0;
    for test in &tests {
        let failures = run_test(&pack, test);
        bar.inc(1);
        if !failures.is_empty() {
            failed += 1;
            bar.suspend(|| {
                terminal::print(format_args!("failed: {}\n", test.name));
                failures
                    .iter()
                    .for_each(|failure| terminal::print(format_args!("  {}\n", failure_text(&pack, failure))));
            });
        }
    }
    bar.finish_and_clear();
    terminal::print(format_args!("{} passed, {failed} failed\n", tests.len() - failed));
    if tests.is_empty() {
        terminal::complain("no test ran", Some("check the folder and the filter"));
    }
    Ok(if failed > 0 || tests.is_empty() { Exit::Found } else { Exit::Done })
}

/// `test WORD` filters the core pack where no folder has that name.
fn folder_and_filter(options: &Test) -> (Option<PathBuf>, Option<String>) {
    match (&options.folder, &options.filter) {
        (Some(word), None) if !Path::new(word).exists() && word.components().count() == 1 => {
            (None, Some(word.display().to_string()))
        }
        (folder, filter) => (folder.clone(), filter.clone()),
    }
}
