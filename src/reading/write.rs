//! From a report to what is read.

use super::{Entry, Reading, Section};
use crate::pack::Pack;
use crate::plan::Plan;
use crate::report::{CommitmentReport, FrameworkReport, Gap, MeasureReport, Report, Standing};
use crate::words::Verdict;

/// Puts a report into words.
pub fn read(pack: &Pack, plan: &Plan, report: &Report) -> Reading {
    let writer = Writer { pack, plan, report };
    let sections = [
        writer.faults(),
        writer.summary(),
        writer.kept(),
        writer.open(),
        writer.at_odds(),
        writer.tensions(),
        writer.help(),
        writer.measures(),
        Some(meanings()),
    ];
    Reading {
        title: plan.title.clone().unwrap_or_else(|| "A plan without a title".to_string()),
        about: writer.about(),
        sections: sections.into_iter().flatten().collect(),
    }
}

struct Writer<'a> {
    pack: &'a Pack,
    plan: &'a Plan,
    report: &'a Report,
}

impl Writer<'_> {
    fn about(&self) -> Vec<String> {
        let whose = [self.plan.country.as_deref(), self.plan.level.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ");
        let pack = &self.report.pack;
        let day = self.report.as_of.as_deref().map(|day| format!(", as of {day}")).unwrap_or_default();
        let title = &self.pack.info.title;
        let checked = format!("Checked against the pack {} “{title}”, version {}{day}.", pack.name, pack.version);
        [whose, checked].into_iter().filter(|line| !line.is_empty()).collect()
    }

    fn faults(&self) -> Option<Section> {
        let faults = &self.report.diagnostics;
        (!faults.is_empty()).then(|| Section {
            title: "What could not be read",
            lead: "These parts of the plan were left out; all else was checked.".into(),
            entries: faults
                .iter()
                .map(|fault| Entry {
                    reference: fault.path.clone(),
                    title: fault.message.clone(),
                    details: fault.help.clone().into_iter().collect(),
                    ..Entry::default()
                })
                .collect(),
        })
    }

    fn summary(&self) -> Option<Section> {
        let entries = self.report.frameworks.iter().map(|framework| self.framework(framework)).collect();
        Some(Section { title: "In short", lead: String::new(), entries })
    }

    fn framework(&self, counted: &FrameworkReport) -> Entry {
        let title = self
            .pack
            .frameworks
            .iter()
            .find(|framework| framework.id == counted.id)
            .map(|framework| framework.title.clone());
        let touched = format!("touches {} of {} at the top of its outline", counted.touched.top, counted.touched.of);
        let verdicts = [
            (counted.planned.aligned, "aligned"),
            (counted.planned.partly, "partly aligned"),
            (counted.planned.not_aligned, "not aligned"),
            (counted.planned.contradictory, "with answers at odds"),
            (counted.planned.not_applicable, "not applicable"),
            (counted.planned.unanswered, "not in this plan yet"),
        ];
        let marks = [
            (counted.supported, "supported by what it keeps"),
            (counted.in_tension, "in tension with it"),
            (counted.near, "near to it"),
        ];
        let said = |counts: &[(u32, &str)]| -> Vec<String> {
            counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect()
        };
        let mut details = vec![format!("Of its commitments without parts: {}.", said(&verdicts).join(", "))];
        let marks = said(&marks);
        if !marks.is_empty() {
            details.push(format!("Whatever the verdict: {}.", marks.join(", ")));
        }
        Entry { reference: counted.id.clone(), title: title.unwrap_or_default(), standing: touched, details }
    }

    fn kept(&self) -> Option<Section> {
        let kept = self
            .standings()
            .filter(|(_, standing)| matches!(standing.planned.verdict, Verdict::Aligned | Verdict::Partly));
        let entries: Vec<Entry> = kept.map(|(id, standing)| self.kept_entry(id, standing)).collect();
        let lead = if entries.is_empty() {
            "Nothing in scope yet, as far as measures and answers say."
        } else {
            "What a measure or an answer shows, and what must follow from it."
        };
        Some(Section { title: "What this plan keeps", lead: lead.into(), entries })
    }

    fn kept_entry(&self, id: &str, standing: &Standing) -> Entry {
        let why = crate::check::explain(self.pack, self.plan, id).and_then(|explanation| explanation.planned);
        let planned = said(standing.planned.verdict);
        let standing = match standing.today.verdict {
            today if today == standing.planned.verdict => format!("{planned}, today already"),
            Verdict::Unanswered => planned.to_string(),
            today => format!("{planned} (today: {})", said(today)),
        };
        Entry {
            reference: id.to_string(),
            title: self.title(id),
            standing,
            details: why.into_iter().map(|step| step.sentence).collect(),
        }
    }

    fn open(&self) -> Option<Section> {
        let open: Vec<&Gap> = self
            .report
            .gaps
            .iter()
            .filter(|gap| gap.verdict != Verdict::Partly && gap.verdict != Verdict::Contradictory)
            .collect();
        let lead = if open.is_empty() {
            "Nothing that is known to be missing. What is not mentioned here has not been answered; what is kept in part stands above."
        } else {
            "Commitments that are not kept, and those near to what the plan keeps: a place to look, no verdict."
        };
        let entries = open.iter().map(|gap| Entry {
            reference: gap.commitment.clone(),
            title: self.title(&gap.commitment),
            standing: if gap.near { "not in this plan yet, but near to it".into() } else { said(gap.verdict).into() },
            details: self.near_reason(gap),
        });
        Some(Section { title: "What is open", lead: lead.into(), entries: entries.collect() })
    }

    fn near_reason(&self, gap: &Gap) -> Vec<String> {
        let explanation = crate::check::explain(self.pack, self.plan, &gap.commitment);
        let settle = explanation.map(|explanation| explanation.settle).unwrap_or_default();
        if gap.near { settle.into_iter().skip(2).take(1).collect() } else { Vec::new() }
    }

    fn at_odds(&self) -> Option<Section> {
        let entries: Vec<Entry> = self
            .report
            .conflicts
            .iter()
            .map(|conflict| Entry {
                reference: conflict.commitment.clone(),
                title: self.title(&conflict.commitment),
                standing: "answers at odds".into(),
                details: vec![format!("The answers on {} cannot all be right.", conflict.answers.join(", "))],
            })
            .collect();
        (!entries.is_empty()).then(|| Section {
            title: "What is at odds",
            lead: "Answers that, taken together, say two things that cannot both be so.".into(),
            entries,
        })
    }

    fn tensions(&self) -> Option<Section> {
        let tense = self.standings().filter(|(_, standing)| standing.tension > 0);
        let entries: Vec<Entry> = tense
            .map(|(id, standing)| Entry {
                reference: id.to_string(),
                title: self.title(id),
                standing: format!("{} per cent", u32::from(standing.tension) * 100 / 54),
                details: self.hindering(id),
            })
            .collect();
        (!entries.is_empty()).then(|| Section {
            title: "What pulls the other way",
            lead: "Commitments that keeping others may hinder. It changes no verdict; it is to be watched.".into(),
            entries,
        })
    }

    /// The reasons of the links that hinder a commitment, from what the plan keeps.
    fn hindering(&self, id: &str) -> Vec<String> {
        let Some(node) = self.pack.commitment(id) else { return Vec::new() };
        let links = self
            .pack
            .links
            .iter()
            .filter(|link| link.to == crate::pack::End::Commitment(node) && link.verb.score() < 0);
        let kept = links.filter(|link| {
            self.standings().any(|(id, standing)| {
                id == self.pack.id(link.from) && standing.planned.low > crate::words::Degree::None
            })
        });
        kept.map(|link| {
            format!(
                "{} {} it. {}",
                self.pack.id(link.from),
                link.verb.word(),
                link.because.as_deref().unwrap_or_default()
            )
        })
        .collect()
    }

    fn help(&self) -> Option<Section> {
        let entries: Vec<Entry> = self
            .report
            .suggestions
            .iter()
            .map(|suggestion| {
                let tool = self.pack.tool(&suggestion.tool);
                let by = tool.and_then(|tool| tool.by.as_deref()).unwrap_or_default();
                let mut details = vec![format!("Helps with {}.", suggestion.closes.join(", "))];
                details.extend(tool.and_then(|tool| tool.url.clone()));
                Entry {
                    reference: suggestion.tool.clone(),
                    title: tool.map(|tool| tool.title.clone()).unwrap_or_default(),
                    standing: by.to_string(),
                    details,
                }
            })
            .collect();
        let lead = if entries.is_empty() {
            "No tool of this pack serves the gaps that are known."
        } else {
            "Tools that serve the gaps, the most helpful first."
        };
        Some(Section { title: "What helps", lead: lead.into(), entries })
    }

    fn measures(&self) -> Option<Section> {
        let entries: Vec<Entry> = self
            .plan
            .measures
            .iter()
            .zip(&self.report.measures)
            .map(|(measure, report)| {
                let addressed: Vec<&str> = measure.addresses.iter().map(|claim| claim.commitment.as_str()).collect();
                let mut details = vec![match addressed.is_empty() {
                    true => "Addresses no commitment yet.".to_string(),
                    false => format!("Addresses {}.", addressed.join(", ")),
                }];
                details.extend(self.measure_tools(report));
                Entry {
                    reference: measure.id.clone(),
                    title: measure.title.clone().unwrap_or_default(),
                    standing: measure.status.clone().unwrap_or_default(),
                    details,
                }
            })
            .collect();
        (!entries.is_empty()).then(|| Section { title: "The measures", lead: String::new(), entries })
    }

    fn measure_tools(&self, report: &MeasureReport) -> Option<String> {
        let tools: Vec<String> =
            report.tools.iter().filter_map(|tool| self.pack.tool(&tool.tool)).map(|tool| tool.title.clone()).collect();
        (!tools.is_empty()).then(|| format!("To carry it out: {}.", tools.join("; ")))
    }

    /// The commitments in scope that are in the report, with their standing.
    fn standings(&self) -> impl Iterator<Item = (&str, &Standing)> {
        let in_scope = |id: &str| {
            self.report.frameworks.iter().any(|framework| id.split(':').next() == Some(framework.id.as_str()))
        };
        self.report.commitments.iter().filter_map(move |(id, report)| match report {
            CommitmentReport::Applicable(standing) if in_scope(id) => Some((id.as_str(), standing)),
            _ => None,
        })
    }

    fn title(&self, id: &str) -> String {
        self.pack.commitment(id).map(|node| self.pack.commitments[node as usize].title.clone()).unwrap_or_default()
    }
}

/// A verdict as it is said of a plan.
fn said(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Aligned => "aligned",
        Verdict::Partly => "partly aligned",
        Verdict::NotAligned => "not aligned",
        Verdict::Unanswered => "not in this plan yet",
        Verdict::Contradictory => "answers at odds",
        Verdict::NotApplicable => "not applicable",
    }
}

fn meanings() -> Section {
    let entry =
        |title: &str, meaning: &str| Entry { title: title.into(), standing: meaning.into(), ..Entry::default() };
    Section {
        title: "What the words mean",
        lead:
            "They speak of this plan as it is written and answered, and of no more. They are advice: they compare no \
               countries, add up to no score, and say nothing of what is not written here."
                .into(),
        entries: vec![
            entry("aligned", "all that the commitment asks for follows from the answers and the measures"),
            entry("partly aligned", "some of it does"),
            entry(
                "not aligned",
                "the answers say that none of it is kept, or the plan is complete and does not mention it",
            ),
            entry("not in this plan yet", "nothing is known: this is a question, not a fault"),
            entry("answers at odds", "the answers say two things that cannot both be so"),
            entry("not applicable", "the baseline says that it does not concern the country"),
            entry("near", "it shares something with a commitment that the plan keeps: a place to look"),
            entry("supported, in tension", "keeping others helps or hinders it; this changes no verdict"),
        ],
    }
}
