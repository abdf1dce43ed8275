//! `lint`, `show`, `search`, `export` and `schema`: looking at a pack without a plan.

use super::arguments::{Export, ExportFormat, Lint, PackTo, Schema, SchemaOf, Search, Show, TextOrJson};
use super::{Exit, Run, files, sound_pack, terminal};
use accordant::{Pack, has_errors, json, reading};
use std::path::PathBuf;

pub fn lint(options: &Lint) -> Run {
    let (pack, mut diagnostics) = files::read_pack(&folders(&options.folder))?;
    let wrong = has_errors(&diagnostics);
    if !wrong {
        diagnostics.extend(accordant::lint(&pack));
    }
    terminal::say_diagnostics(&pack, &diagnostics);
    Ok(match diagnostics.is_empty() {
        _ if wrong => Exit::Wrong,
        true => Exit::Done,
        false => Exit::Found,
    })
}

pub fn show(options: &Show) -> Run {
    let pack = sound_pack(&options.packs.folders)?;
    match reading::show(&pack, &options.reference) {
        Some(text) => {
            terminal::print(text);
            Ok(Exit::Done)
        }
        None => {
            unknown(&pack, &options.reference);
            Err(Exit::Usage)
        }
    }
}

/// Says that a name is not known, and what was perhaps meant.
pub fn unknown(pack: &Pack, name: &str) {
    let near: Vec<String> = accordant::search(pack, name)
        .into_iter()
        .take(3)
        .map(|hit| format!("`{}` ({})", hit.commitment, hit.title))
        .collect();
    let help = match (pack.nearest_name(name), near.is_empty()) {
        (Some(near), _) => format!("did you mean `{near}`?"),
        (None, true) => "`accordant search WORDS` finds commitments by plain words".to_string(),
        (None, false) => format!("perhaps {}", near.join(" or ")),
    };
    terminal::complain(&format!("there is no `{name}` in this pack"), Some(&help));
}

pub fn search(options: &Search) -> Run {
    let pack = sound_pack(&options.packs.folders)?;
    let hits = accordant::search(&pack, &options.words.join(" "));
    match options.format {
        TextOrJson::Json => terminal::print(format_args!("{}\n", json::write(&hits))),
        TextOrJson::Text if hits.is_empty() => terminal::print("nothing found; try other or fewer words\n"),
        TextOrJson::Text => {
            for hit in &hits {
                terminal::print(format_args!("{:<12} {}\n", hit.commitment, hit.title));
            }
        }
    }
    Ok(Exit::Done)
}

pub fn export(options: &Export) -> Run {
    let pack = sound_pack(&folders(&options.folder))?;
    match options.format {
        ExportFormat::Json => terminal::print(format_args!("{}\n", json::write(&pack.export()))),
    }
    Ok(Exit::Done)
}

pub fn pack(options: &PackTo) -> Run {
    let pack = sound_pack(&folders(&options.folder))?;
    files::write(&options.output, &pack.to_bytes())?;
    Ok(Exit::Done)
}

pub fn schema(options: &Schema) -> Run {
    let text = match options.of {
        SchemaOf::Plan => json::write(&accordant::plan_schema()),
        SchemaOf::Report => json::write(&accordant::report_schema()),
    };
    terminal::print(format_args!("{text}\n"));
    Ok(Exit::Done)
}

fn folders(folder: &Option<PathBuf>) -> Vec<PathBuf> {
    folder.iter().cloned().collect()
}
