//! What a report means (DESIGN section 3), held against drawn worlds: it is sound on sets, it is what a second,
//! naive evaluator finds, and it does not depend on the order of the pack's text.
//!
//! `PROPTEST_CASES` sets how many worlds each test draws.

mod naive;

use accordant::{Diagnostic, Pack, Source, check, compile, has_errors, json};
use naive::draw::{self, Tape};
use naive::sets::{self, TruePlan, Truthful};
use naive::world::{Answer, Degree, Plan, World};
use naive::{evaluate, print, report};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use serde_json::{Value, json};

/// Worlds, and plans for each: a pack takes longer to compile than a plan to check.
const SOUND_WORLDS: u32 = 10_000;
const SOUND_PLANS: u32 = 2;
const AGREEING_WORLDS: u32 = 1_000;
const AGREEING_PLANS: u32 = 3;
const SHUFFLED_WORLDS: u32 = 300;

/// So many worlds, if the environment does not say otherwise. Nothing is written on failure: the message holds
/// the whole world and plan.
fn worlds(count: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(count),
        max_global_rejects: 100_000,
        max_shrink_iters: 4_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn tape() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 300..=600)
}

// ---- soundness

proptest! {
    #![proptest_config(worlds(SOUND_WORLDS))]

    #[test]
    fn sound_on_sets(bytes in tape()) {
        let mut tape = Tape::new(&bytes);
        let truthful = sets::truthful_world(&mut tape);
        let text = print::pack(&truthful.world);
        let (pack, diagnostics) = compiled(&text);
        prop_assert!(!has_errors(&diagnostics), "a true pack is refused: {diagnostics:#?}\n{text}");
        for _ in 0..SOUND_PLANS {
            sound(&pack, &text, &truthful, &truthful.plan(&mut tape))?;
        }
    }
}

/// Every bound that the report gives holds of what is truly kept, and no truth contradicts itself.
fn sound(pack: &Pack, text: &str, truthful: &Truthful, case: &TruePlan) -> TestCaseResult {
    let plan = print::plan(&truthful.world, &case.plan);
    let found = checked(pack, &plan)?;
    for node in 0..truthful.world.nodes.len() {
        let id = truthful.world.id(node);
        let entry = &found["commitments"][id];
        let told = || format!("{id} is reported as {entry}\n{text}\n{plan}");
        if !truthful.applies(node) {
            prop_assert_eq!(entry, &json!({"verdict": "not-applicable"}), "{}", told());
            continue;
        }
        let (today, planned) = (case.today[node], case.planned[node]);
        let low_today = bound(&entry["today"]["low"], Degree::None);
        let high_today = bound(&entry["today"]["high"], Degree::Fully);
        let low_planned = bound(&entry["planned"]["low"], Degree::None);
        prop_assert!(low_today <= today, "truly {today:?} today: {}", told());
        prop_assert!(today <= high_today, "truly {today:?} today: {}", told());
        prop_assert!(low_planned <= planned, "truly {planned:?} as planned: {}", told());
        prop_assert_ne!(&entry["today"]["verdict"], "contradictory", "{}", told());
        prop_assert_ne!(&entry["planned"]["verdict"], "contradictory", "{}", told());
    }
    Ok(())
}

/// A bound in the report; of a commitment that is left out, what is known at the start.
fn bound(value: &Value, at_the_start: Degree) -> Degree {
    value.as_str().and_then(Degree::of).unwrap_or(at_the_start)
}

// ---- agreement

proptest! {
    #![proptest_config(worlds(AGREEING_WORLDS))]

    #[test]
    fn agrees_with_naive(bytes in tape()) {
        let mut tape = Tape::new(&bytes);
        let world = draw::world(&mut tape);
        let text = print::pack(&world);
        let (pack, diagnostics) = compiled(&text);
        prop_assume!(!has_errors(&diagnostics));
        for _ in 0..AGREEING_PLANS {
            agrees(&pack, &text, &world, &draw::plan(&mut tape, &world))?;
        }
    }
}

fn agrees(pack: &Pack, text: &str, world: &World, plan: &Plan) -> TestCaseResult {
    let json = print::plan(world, plan);
    let mut found = checked(pack, &json)?;
    let expected = report::report(world, plan);
    let told = |part: &str| format!("{part}: left is found, right is expected\n{text}\n{json}");
    for part in ["commitments", "frameworks", "gaps", "suggestions", "measures"] {
        sort_where_order_is_free(&mut found[part]);
        prop_assert_eq!(&found[part], &expected[part], "{}", told(part));
    }
    let conflicts = found["conflicts"].as_array().cloned().unwrap_or_default();
    let contradictory: Value = conflicts.iter().map(|conflict| conflict["commitment"].clone()).collect();
    prop_assert_eq!(&contradictory, &expected["conflicts"], "{}", told("conflicts"));
    for conflict in &conflicts {
        prop_assert!(names_answers(world, plan, conflict), "answers of {conflict}\n{text}\n{json}");
    }
    faults_are_what_does_not_apply(world, plan, &found["diagnostics"])
        .map_err(|why| TestCaseError::fail(format!("{why}\n{text}\n{json}")))
}

/// The design gives these lists no order.
fn sort_where_order_is_free(value: &mut Value) {
    let Value::Object(entries) = value else {
        value.as_array_mut().into_iter().flatten().for_each(sort_where_order_is_free);
        return;
    };
    for (key, value) in entries {
        if let ("closes" | "serves" | "affects", Value::Array(list)) = (key.as_str(), &mut *value) {
            list.sort_by_key(|item| item.as_str().or(item["commitment"].as_str()).unwrap_or_default().to_string());
        }
        sort_where_order_is_free(value);
    }
}

/// Whether a conflict names answers, and only such as count.
fn names_answers(world: &World, plan: &Plan, conflict: &Value) -> bool {
    let applies = evaluate::applies(world, plan);
    let counts = |id: &Value| plan.answers.iter().any(|&(node, _)| applies[node] && world.id(node) == id);
    conflict["answers"].as_array().is_some_and(|named| !named.is_empty() && named.iter().all(counts))
}

/// Each answer and claim inside what does not apply is a diagnostic at its path, and nothing else is one. Of a
/// second `not-applicable` inside the first the design leaves open whether it is one.
fn faults_are_what_does_not_apply(world: &World, plan: &Plan, faults: &Value) -> Result<(), String> {
    let paths: Vec<&str> = faults.as_array().into_iter().flatten().filter_map(|fault| fault["path"].as_str()).collect();
    let applies = evaluate::applies(world, plan);
    let mut open = Vec::new();
    let mut due = Vec::new();
    for &(node, answer) in plan.answers.iter().filter(|&&(node, _)| !applies[node]) {
        let list = if answer == Answer::NotApplicable { &mut open } else { &mut due };
        list.push(format!("baseline.answers[\"{}\"]", world.id(node)));
    }
    for (at, measure) in plan.measures.iter().enumerate() {
        let idle = measure.claims.iter().enumerate().filter(|(_, claim)| !applies[claim.0]);
        due.extend(idle.map(|(claim, _)| format!("measures[{at}].addresses[{claim}]")));
    }
    if let Some(missing) = due.iter().find(|due| !paths.iter().any(|path| path.starts_with(*due))) {
        return Err(format!("no diagnostic at {missing}, only {faults}"));
    }
    let is_called_for = |path: &&&str| due.iter().chain(&open).any(|due| path.starts_with(due));
    match paths.iter().find(|path| !is_called_for(path)) {
        Some(path) => Err(format!("a diagnostic at {path} that nothing calls for: {faults}")),
        None => Ok(()),
    }
}

// ---- order

proptest! {
    #![proptest_config(worlds(SHUFFLED_WORLDS))]

    #[test]
    fn order_does_not_matter(bytes in tape()) {
        let mut tape = Tape::new(&bytes);
        let world = draw::world(&mut tape);
        let items = print::items(&world);
        let plan = draw::plan(&mut tape, &world);
        let files = shuffled(&mut tape, &items);
        let document = print::plan(&world, &plan);

        let (pack, diagnostics) = compiled(&items.concat());
        let (shuffled_pack, shuffled_diagnostics) = compile(&files);
        prop_assert_eq!(has_errors(&diagnostics), has_errors(&shuffled_diagnostics), "{:#?}", files);
        prop_assume!(!has_errors(&diagnostics));
        let (found, shuffled) = (written(&pack, &document), written(&shuffled_pack, &document));
        prop_assert_eq!(found, shuffled, "{:#?}\n{}", files, document);

        let report = check(&pack, &json::read_plan(&document));
        let order: Vec<&str> = report.measures.iter().map(|measure| measure.id.as_str()).collect();
        let planned: Vec<&str> = plan.measures.iter().map(|measure| measure.id.as_str()).collect();
        prop_assert_eq!(order, planned);
    }
}

/// The items in another order, spread over up to three files whose names and places are in another order too.
fn shuffled(tape: &mut Tape, items: &[String]) -> Vec<Source> {
    let names = ["b.accord", "folder/a.accord", "a.accord"];
    let order = tape.order(names.len());
    let mut files: Vec<Source> = order.into_iter().map(|name| Source::new(names[name], "")).collect();
    for item in tape.order(items.len()) {
        let file = tape.below(files.len());
        files[file].text.push_str(&items[item]);
    }
    files
}

/// The report as bytes.
fn written(pack: &Pack, plan: &str) -> String {
    json::write(&check(pack, &json::read_plan(plan)))
}

// ---- the engine

fn compiled(text: &str) -> (Pack, Vec<Diagnostic>) {
    compile(&[Source::new("drawn.accord", text)])
}

/// The engine's report on a plan, as its JSON value. The plan itself is well written.
fn checked(pack: &Pack, plan: &str) -> Result<Value, TestCaseError> {
    let read = json::read_plan(plan);
    prop_assert!(read.faults.is_empty(), "{:#?}\n{plan}", read.faults);
    serde_json::to_value(check(pack, &read)).map_err(|error| TestCaseError::fail(error.to_string()))
}
