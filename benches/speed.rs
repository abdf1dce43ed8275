//! What a check costs on made-up packs of the design's sizes, beside its goal. Run it with `cargo bench`.
//!
//! The machine is shared and noisy: each figure is a median, and what counts is the ratio.

use accordant::{Pack, Plan, Source, check, compile, has_errors, json};
use std::fmt::Write;
use std::time::{Duration, Instant};

/// A size of the design's section 7.
struct Size {
    name: &'static str,
    commitments: usize,
    links: usize,
    measures: usize,
}

const SIZES: [Size; 3] = [
    Size { name: "M", commitments: 2_000, links: 20_000, measures: 200 },
    Size { name: "L", commitments: 5_000, links: 50_000, measures: 1_000 },
    Size { name: "XL", commitments: 10_000, links: 200_000, measures: 1_000 },
];

/// The goal for what the verdicts of size M cost natively.
const VERDICTS_GOAL: Duration = Duration::from_millis(1);
/// The goal for compiling the core pack from text.
const COMPILE_GOAL: Duration = Duration::from_millis(150);

fn main() {
    let core = accordant::core_pack();
    figure("compile the core pack from text", median(9, || compile(&core)), Some(COMPILE_GOAL));
    for size in &SIZES {
        let text = pack_text(size);
        let source = [Source::new("made-up.accord", text)];
        let compiled = median(3, || compile(&source));
        let (pack, diagnostics) = compile(&source);
        assert!(!has_errors(&diagnostics), "the made-up pack is sound");
        figure(&format!("{}: compile from text", size.name), compiled, None);
        let plan = json::read_plan(&plan_text(size));
        assert!(plan.faults.is_empty(), "the made-up plan is sound");
        size_figures(size, &pack, &plan);
    }
}

fn size_figures(size: &Size, pack: &Pack, plan: &Plan) {
    let goal = (size.name == "M").then_some(VERDICTS_GOAL);
    let verdicts = median(51, || accordant::check::verdicts(pack, plan));
    figure(&format!("{}: verdicts, support, tension, gaps", size.name), verdicts, goal);
    figure(&format!("{}: the whole report", size.name), median(3, || check(pack, plan)), None);
}

fn figure(what: &str, time: Duration, goal: Option<Duration>) {
    let ratio = goal.map(|goal| format!("{:6.2} x the goal of {goal:?}", time.as_secs_f64() / goal.as_secs_f64()));
    println!("{what:<44} {:>10.3} ms {}", time.as_secs_f64() * 1000.0, ratio.unwrap_or_default());
}

fn median<T>(runs: usize, mut work: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort();
    times[runs / 2]
}

/// Numbers that look drawn by chance and are the same in every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % limit
    }
}

/// Ten frameworks of menus with ten commitments below each; links between leaves, a third of them correspondences.
fn pack_text(size: &Size) -> String {
    let mut text = String::from("pack made-up \"Made up\" { version \"1\" }\n");
    let mut leaves = Vec::new();
    for framework in 0..10 {
        let _ = writeln!(text, "framework f{framework} \"Framework {framework}\" {{");
        for goal in 0..size.commitments / 110 {
            let _ = writeln!(text, "goal {goal} \"Goal {goal}\" {{ menu");
            for leaf in 0..10 {
                let _ = writeln!(text, "target {goal}.{leaf} \"Target {goal}.{leaf}\"");
                leaves.push(format!("f{framework}:{goal}.{leaf}"));
            }
            text.push_str("}\n");
        }
        text.push_str("}\n");
    }
    links_text(size, &leaves, &mut text);
    text
}

fn links_text(size: &Size, leaves: &[String], text: &mut String) {
    const VERBS: [&str; 6] = ["overlaps", "enables", "reinforces", "overlaps", "constrains", "enables"];
    let mut draw = Draw(1);
    let mut seen = std::collections::BTreeSet::new();
    while seen.len() < size.links {
        let (from, to) = (draw.below(leaves.len()), draw.below(leaves.len()));
        if from < to && seen.insert((from, to)) {
            let verb = VERBS[seen.len() % VERBS.len()];
            let _ = writeln!(
                text,
                "link {} {verb} {} {{ because \"r{}\" basis editorial \"made up\" }}",
                leaves[from],
                leaves[to],
                seen.len()
            );
        }
    }
}

fn plan_text(size: &Size) -> String {
    let mut draw = Draw(2);
    let goals = size.commitments / 110;
    let mut measures = Vec::new();
    for at in 0..size.measures {
        let claims: Vec<String> = (0..3)
            .map(|_| {
                let commitment = format!("f{}:{}.{}", draw.below(10), draw.below(goals), draw.below(10));
                let extent = if draw.below(2) == 0 { "fully" } else { "partly" };
                format!(r#"{{"commitment": "{commitment}", "extent": "{extent}"}}"#)
            })
            .collect();
        measures.push(format!(r#"{{"id": "m{at}", "kind": "policy", "addresses": [{}]}}"#, claims.join(",")));
    }
    format!(r#"{{"accordant": 1, "measures": [{}]}}"#, measures.join(","))
}
