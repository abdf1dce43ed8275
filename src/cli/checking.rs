//! `check` and `explain`.

use super::arguments::{Check, Explain, FailOn, ReportFormat, TextOrJson};
use super::{Exit, Run, files, sound_pack, terminal};
use accordant::{Fault, Plan, check as check_plan, explain as explain_plan, json, plan, proof_text, reading};

pub fn check(options: &Check) -> Run {
    let pack = sound_pack(&options.packs.folders)?;
    let mut plan = files::read_plan(&options.plan)?;
    look_on(&mut plan, options.as_of.as_deref())?;
    let report = check_plan(&pack, &plan);
    terminal::say_faults(&report.diagnostics);
    match options.format {
        ReportFormat::Json => terminal::print(format_args!("{}\n", json::write(&report))),
        ReportFormat::Text => terminal::print(reading::text(&reading::read(&pack, &plan, &report))),
    }
    Ok(match options.fail_on {
        _ if is_wrong(&report.diagnostics) => Exit::Wrong,
        FailOn::Never | FailOn::Advice | FailOn::Warning => Exit::Done,
    })
}

fn is_wrong(faults: &[Fault]) -> bool {
    faults.iter().any(|fault| !fault.is_notice())
}

/// The day on which the plan is looked at, where the command line names one.
fn look_on(plan: &mut Plan, day: Option<&str>) -> Run<()> {
    let Some(day) = day else { return Ok(()) };
    plan.as_of = plan::day(day);
    if plan.as_of.is_none() {
        terminal::complain(&format!("`{day}` is no day"), Some("write it as year-month-day, such as 2026-11-23"));
        return Err(Exit::Usage);
    }
    Ok(())
}

pub fn explain(options: &Explain) -> Run {
    let pack = sound_pack(&options.packs.folders)?;
    let plan = files::read_plan(&options.plan)?;
    let report = check_plan(&pack, &plan);
    terminal::say_faults(&report.diagnostics);
    let Some(explanation) = explain_plan(&pack, &plan, &options.reference) else {
        super::looking::unknown(&pack, &options.reference);
        return Err(Exit::Usage);
    };
    match options.format {
        TextOrJson::Json => terminal::print(format_args!("{}\n", json::write(&explanation))),
        TextOrJson::Text => {
            let verdict = explanation.verdict;
            terminal::print(format_args!("{} “{}”\n", explanation.commitment, explanation.title));
            terminal::print(format_args!("today: {}; planned: {}\n\n", verdict.today.word(), verdict.planned.word()));
            terminal::print(proof_text(&explanation));
        }
    }
    Ok(if is_wrong(&report.diagnostics) { Exit::Wrong } else { Exit::Done })
}
