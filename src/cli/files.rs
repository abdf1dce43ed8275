//! Reading what the command line names.

use super::{Exit, Run, terminal};
use accordant::plan::MAX_PLAN_BYTES;
use accordant::{Diagnostic, Pack, Plan, Source, compile, core_pack, json, testing};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Compiles the core pack, or the packs in some folders, those that use the core pack on top of it.
pub fn read_pack(folders: &[PathBuf]) -> Run<(Pack, Vec<Diagnostic>)> {
    if folders.is_empty() {
        return Ok(terminal::while_waiting("compiling the core pack", || compile(&core_pack())));
    }
    let mut sources: Vec<Source> = Vec::new();
    for folder in folders {
        let read = testing::read_folder(folder).map_err(|error| unreadable(&error.to_string()))?;
        if read.is_empty() {
            return Err(unreadable(&format!("{}: no `.accord` file is in there", folder.display())));
        }
        // Two folders may hold files of the same name; the folder tells them apart.
        let several = folders.len() > 1;
        sources.extend(read.into_iter().map(|source| match several {
            true => Source { name: format!("{}/{}", folder.display(), source.name), ..source },
            false => source,
        }));
    }
    Ok(terminal::while_waiting("compiling the pack", || compile(&testing::with_core(sources))))
}

/// Reads a plan; what is wrong with its text is in its faults.
pub fn read_plan(path: &Path) -> Run<Plan> {
    let bytes = read(path).map_err(|error| unreadable(&format!("{}: {error}", path.display())))?;
    if bytes.len() > MAX_PLAN_BYTES {
        return Ok(Plan::too_long(bytes.len()));
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => json::read_plan(&text),
        Err(error) => Plan::unreadable(&format!("byte {} is not UTF-8", error.utf8_error().valid_up_to())),
    })
}

/// Reads no more than what shows that a plan is too long.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = MAX_PLAN_BYTES as u64 + 1;
    if path == Path::new("-") {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
    } else {
        fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// Writes a file whole or not at all: beside its place first, and then into it.
pub fn write(path: &Path, bytes: &[u8]) -> Run<()> {
    let beside = path.with_extension("part");
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&beside);
        terminal::complain(
            &format!("{}: {error}", path.display()),
            Some("check that the folder is there and may be written to"),
        );
        Exit::Unreadable
    })
}

fn unreadable(why: &str) -> Exit {
    terminal::complain(why, Some("check the name, and that it may be read"));
    Exit::Unreadable
}
