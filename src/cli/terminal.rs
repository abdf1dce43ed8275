//! Words on a terminal: colour and progress only where somebody looks.

use accordant::source::Span;
use accordant::{Diagnostic, Fault, Pack, Severity};
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use indicatif::{ProgressBar, ProgressStyle};
use std::fmt::Display;
use std::io::Write;
use std::time::Duration;

/// How many diagnostics are shown; all are counted.
const MOST_SHOWN: usize = 100;

/// Writes to standard output. A reader that has gone away is no error.
pub fn print(text: impl Display) {
    let _ = write!(anstream::stdout().lock(), "{text}");
}

/// One complaint that belongs to no place in a pack.
pub fn complain(message: &str, help: Option<&str>) {
    let mut group = Group::with_title(Level::ERROR.primary_title(message));
    if let Some(help) = help {
        group = group.element(Level::HELP.message(help));
    }
    show(&[group]);
}

/// Each diagnostic with its place in the text, and how many there are.
pub fn say_diagnostics(pack: &Pack, diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics.iter().take(MOST_SHOWN) {
        say_diagnostic(pack, diagnostic);
    }
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
    let mut counts = format!("{}, {}", counted(errors, "error"), counted(diagnostics.len() - errors, "warning"));
    if diagnostics.len() > MOST_SHOWN {
        counts.push_str(&format!("; the first {MOST_SHOWN} are shown"));
    }
    let _ = writeln!(anstream::stderr().lock(), "{counts}");
}

fn say_diagnostic(pack: &Pack, diagnostic: &Diagnostic) {
    let level = if diagnostic.severity == Severity::Error { Level::ERROR } else { Level::WARNING };
    let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()).id(diagnostic.code));
    if let Some(source) = pack.sources.get(diagnostic.span.source as usize) {
        let notes = diagnostic.notes.iter().filter(|(span, _)| span.source == diagnostic.span.source);
        let snippet = Snippet::source(source.text.as_str())
            .path(source.name.as_str())
            .annotation(AnnotationKind::Primary.span(range(diagnostic.span, &source.text)))
            .annotations(
                notes.map(|(span, note)| AnnotationKind::Context.span(range(*span, &source.text)).label(note.as_str())),
            );
        group = group.element(snippet);
    }
    for (span, note) in diagnostic.notes.iter().filter(|(span, _)| span.source != diagnostic.span.source) {
        if let Some(source) = pack.sources.get(span.source as usize) {
            let annotation = AnnotationKind::Context.span(range(*span, &source.text)).label(note.as_str());
            group =
                group.element(Snippet::source(source.text.as_str()).path(source.name.as_str()).annotation(annotation));
        }
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    show(&[group]);
}

fn range(span: Span, text: &str) -> std::ops::Range<usize> {
    let clip = |at: u32| (0..=(at as usize).min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    clip(span.start)..clip(span.end)
}

/// What is wrong with a plan, each with its path.
pub fn say_faults(faults: &[Fault]) {
    for fault in faults.iter().take(MOST_SHOWN) {
        let level = if fault.is_notice() { Level::NOTE } else { Level::ERROR };
        let place = if fault.path.is_empty() { String::new() } else { format!("{}: ", fault.path) };
        let mut group =
            Group::with_title(level.primary_title(format!("{place}{}", fault.message)).id(fault.code.as_str()));
        if let Some(help) = &fault.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        show(&[group]);
    }
    if faults.len() > MOST_SHOWN {
        let _ = writeln!(anstream::stderr().lock(), "{} faults; the first {MOST_SHOWN} are shown", faults.len());
    }
}

fn show(report: &[Group]) {
    let rendered = Renderer::styled().decor_style(DecorStyle::Ascii).render(report);
    let _ = writeln!(anstream::stderr().lock(), "{rendered}\n");
}

/// A number and its noun.
pub fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Shows that work goes on, on a terminal and where it takes long enough to wonder.
pub fn while_waiting<T>(what: &'static str, work: impl FnOnce() -> T) -> T {
    let bar = ProgressBar::new_spinner().with_message(what);
    bar.enable_steady_tick(Duration::from_millis(200));
    let result = work();
    bar.finish_and_clear();
    result
}

/// A bar for work of so many steps.
pub fn progress(steps: usize, what: &'static str) -> ProgressBar {
    let style = ProgressStyle::with_template("{msg} [{bar:40}] {pos} of {len}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(steps as u64).with_message(what).with_style(style)
}
