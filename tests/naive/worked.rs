//! Facts of the design worked out by hand, so that the evaluator here is more than consistent with itself.

use super::evaluate::{evaluate, high_across, low_across};
use super::report::report;
use super::world::{Answer, Degree, Framework, Link, Measure, Node, Plan, Tool, Verb, World};
use Answer::{No, NotApplicable, Yes};
use Degree::{Fully, Partly};
use serde_json::{Value, json};

/// A world and a plan, written in a line or two.
#[derive(Default)]
struct Case {
    world: World,
    plan: Plan,
}

impl Case {
    /// `"gcm:6 menu, gcm:6.a"`: commitments by name, each below the one whose name it continues.
    fn of(outline: &str) -> Case {
        let mut case = Case::default();
        for line in outline.split(", ") {
            let (id, menu) = line.strip_suffix(" menu").map_or((line, false), |id| (id, true));
            let framework = case.framework(id.split(':').next().unwrap_or_default());
            let parent = id.rsplit_once('.').and_then(|(above, _)| case.find(above));
            case.world.nodes.push(Node { id: id.to_string(), framework, parent, menu });
        }
        case
    }

    fn framework(&mut self, id: &str) -> usize {
        let known = self.world.frameworks.iter().position(|framework| framework.id == id);
        known.unwrap_or_else(|| {
            self.world.frameworks.push(Framework { id: id.to_string(), kind: "framework" });
            self.world.frameworks.len() - 1
        })
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.world.nodes.iter().position(|node| node.id == id)
    }

    #[track_caller]
    fn node(&self, id: &str) -> usize {
        self.find(id).unwrap_or_else(|| panic!("the case has no {id}"))
    }

    /// `"gcm:6 overlaps sdg:8"`
    #[track_caller]
    fn link(mut self, link: &str) -> Case {
        let words: Vec<&str> = link.split(' ').collect();
        let verb = Verb::ALL.into_iter().find(|verb| verb.word() == words[1]);
        let verb = verb.unwrap_or_else(|| panic!("{} is no verb", words[1]));
        let link = Link { from: self.node(words[0]), verb, to: self.node(words[2]) };
        self.world.links.push(link);
        self
    }

    fn tool(mut self, id: &str, serves: &[&str], supports: &[&'static str]) -> Case {
        let serves = serves.iter().map(|id| self.node(id)).collect();
        self.world.tools.push(Tool { id: id.to_string(), serves, supports: supports.to_vec() });
        self
    }

    fn answer(mut self, id: &str, answer: Answer) -> Case {
        let node = self.node(id);
        self.plan.answers.push((node, answer));
        self
    }

    /// A policy that addresses one commitment.
    fn measure(mut self, status: &'static str, addresses: &str, extent: Degree) -> Case {
        let id = format!("m{}", self.plan.measures.len() + 1);
        let claims = vec![(self.node(addresses), extent)];
        self.plan.measures.push(Measure { id, kind: Some("policy"), status: Some(status), claims });
        self
    }

    fn complete(mut self) -> Case {
        self.plan.complete = true;
        self
    }

    /// Today as `LOW..HIGH VERDICT`, planned as `LOW VERDICT`.
    #[track_caller]
    fn stands(&self, id: &str, today: &str, planned: &str) -> &Case {
        let found = evaluate(&self.world, &self.plan);
        let Some(found) = &found[self.node(id)] else { panic!("{id} does not apply") };
        let found_today = format!("{}..{} {}", found.today_low.word(), found.today_high.word(), found.today);
        assert_eq!(found_today, today, "{id} today");
        assert_eq!(format!("{} {}", found.planned_low.word(), found.planned), planned, "{id} planned");
        self
    }

    /// Support and tension, in 54ths.
    #[track_caller]
    fn is_affected(&self, id: &str, support: u32, tension: u32) -> &Case {
        let found = evaluate(&self.world, &self.plan);
        let Some(found) = &found[self.node(id)] else { panic!("{id} does not apply") };
        assert_eq!((found.support, found.tension), (support, tension), "{id}");
        self
    }

    /// A part of the report, by its JSON pointer.
    #[track_caller]
    fn reports(&self, pointer: &str, expected: Value) -> &Case {
        assert_eq!(report(&self.world, &self.plan).pointer(pointer), Some(&expected), "{pointer}");
        self
    }
}

#[test]
fn the_tables_are_those_of_the_design() {
    let table = "\
        | equals | none / partly / fully | none / partly / fully |\n\
        | contains | none / none / fully | none / fully / fully |\n\
        | within | none / partly / partly | partly / partly / fully |\n\
        | overlaps | none / none / partly | partly / fully / fully |";
    for row in table.lines() {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let verb = Verb::ALL.into_iter().find(|verb| verb.word() == cells[0]).expect("a verb");
        let written = |across: fn(Verb, Degree) -> Degree| Degree::ALL.map(|of| across(verb, of).word()).join(" / ");
        assert_eq!([written(low_across), written(high_across)], [cells[1], cells[2]], "{}", cells[0]);
    }
}

#[test]
fn the_example_of_the_report() {
    let case = Case::of("gcm:20 menu, gcm:20.a, gcm:20.b").answer("gcm:20.a", No).measure("planned", "gcm:20.a", Fully);
    case.stands("gcm:20.a", "none..none not-aligned", "fully aligned");
    case.stands("gcm:20", "none..fully unanswered", "partly partly");
    case.stands("gcm:20.b", "none..fully unanswered", "none unanswered");
}

const UNION: &str = "sdg:1, sdg:1.a, sdg:1.b";

#[test]
fn a_union_that_is_kept_keeps_its_children() {
    let kept = Case::of(UNION).answer("sdg:1", Yes);
    kept.stands("sdg:1.a", "fully..fully aligned", "fully aligned");
    kept.stands("sdg:1.b", "fully..fully aligned", "fully aligned");
    let not_kept = Case::of(UNION).answer("sdg:1", No);
    not_kept.stands("sdg:1.a", "none..none not-aligned", "none not-aligned");
    let partly = Case::of(UNION).answer("sdg:1", Answer::Partly);
    partly.stands("sdg:1.a", "none..fully unanswered", "none unanswered");
}

#[test]
fn children_that_are_kept_keep_their_union() {
    let one = Case::of(UNION).answer("sdg:1.a", Yes);
    one.stands("sdg:1", "partly..fully partly", "partly partly");
    one.stands("sdg:1.b", "none..fully unanswered", "none unanswered");
    let both = one.measure("planned", "sdg:1.b", Fully);
    both.stands("sdg:1", "partly..fully partly", "fully aligned");
}

#[test]
fn a_child_that_is_not_kept_leaves_its_union_short() {
    let one = Case::of(UNION).answer("sdg:1.a", No);
    one.stands("sdg:1", "none..partly unanswered", "none unanswered");
    let both = one.answer("sdg:1.b", No);
    both.stands("sdg:1", "none..none not-aligned", "none not-aligned");
}

const MENU: &str = "gcm:6 menu, gcm:6.a, gcm:6.b";

#[test]
fn a_menu_says_nothing_of_its_children() {
    let kept = Case::of(MENU).answer("gcm:6", Yes);
    kept.stands("gcm:6.a", "none..fully unanswered", "none unanswered");
    let not_kept = Case::of(MENU).answer("gcm:6", No);
    not_kept.stands("gcm:6.a", "none..fully unanswered", "none unanswered");
}

#[test]
fn children_speak_for_their_menu_only_when_they_are_kept() {
    let none = Case::of(MENU).answer("gcm:6.a", No).answer("gcm:6.b", No);
    none.stands("gcm:6", "none..fully unanswered", "none unanswered");
    let a_part = Case::of(MENU).answer("gcm:6.a", Answer::Partly);
    a_part.stands("gcm:6", "partly..fully partly", "partly partly");
    let all = Case::of(MENU).answer("gcm:6.a", Yes).answer("gcm:6.b", Yes);
    all.stands("gcm:6", "fully..fully aligned", "fully aligned");
}

#[test]
fn partial_claims_never_add_up_and_the_highest_holds() {
    let twice = Case::of("gcm:6").measure("planned", "gcm:6", Partly).measure("under-way", "gcm:6", Partly);
    twice.stands("gcm:6", "none..fully unanswered", "partly partly");
    let higher = twice.measure("planned", "gcm:6", Fully).measure("planned", "gcm:6", Partly);
    higher.stands("gcm:6", "none..fully unanswered", "fully aligned");
}

#[test]
fn a_measure_that_is_done_is_the_success_that_a_no_was_for() {
    let case = Case::of("gcm:6").answer("gcm:6", No).measure("done", "gcm:6", Fully);
    case.stands("gcm:6", "fully..none aligned", "fully aligned");
}

#[test]
fn answers_that_cannot_both_be_so_contradict() {
    let case = Case::of(UNION).answer("sdg:1", No).answer("sdg:1.a", Yes);
    case.stands("sdg:1.a", "fully..none contradictory", "fully contradictory");
    case.stands("sdg:1", "partly..none contradictory", "partly contradictory");
    case.stands("sdg:1.b", "none..none not-aligned", "none not-aligned");
    case.reports("/conflicts", json!(["sdg:1", "sdg:1.a"]));
}

#[test]
fn what_does_not_apply_leaves_unions_and_links() {
    let case = Case::of("sdg:1, sdg:1.a, sdg:1.b, sdg:1.b.1, gcm:1")
        .link("sdg:1.b equals gcm:1")
        .link("gcm:1 reinforces sdg:1.b.1")
        .answer("sdg:1.a", Yes)
        .answer("sdg:1.b", NotApplicable)
        .measure("done", "sdg:1.b.1", Fully)
        .measure("planned", "gcm:1", Fully);
    case.stands("sdg:1", "fully..fully aligned", "fully aligned");
    case.stands("gcm:1", "none..fully unanswered", "fully aligned");
    case.reports("/commitments/sdg:1.b.1", json!({"verdict": "not-applicable"}));
    case.reports("/frameworks/1/planned/not-applicable", json!(1));
}

#[test]
fn a_parent_left_without_children_keeps_its_own_evidence() {
    let outline = "sdg:1, sdg:1.a";
    let alone = Case::of(outline).answer("sdg:1.a", NotApplicable);
    alone.stands("sdg:1", "none..fully unanswered", "none unanswered");
    let alone = alone.answer("sdg:1", Answer::Partly);
    alone.stands("sdg:1", "partly..partly partly", "partly partly");
}

#[test]
fn a_complete_plan_keeps_nothing_that_it_does_not_mention() {
    let case = Case::of(MENU).measure("planned", "gcm:6.a", Partly).complete();
    case.stands("gcm:6", "none..fully unanswered", "partly partly");
    case.stands("gcm:6.b", "none..fully unanswered", "none not-aligned");
}

#[test]
fn support_is_the_best_walk_of_at_most_three_steps() {
    let chain = "a:1, a:2, a:3, a:4, a:5";
    let kept = Case::of(chain)
        .link("a:1 indivisible a:2")
        .link("a:2 reinforces a:3")
        .link("a:3 enables a:4")
        .link("a:4 indivisible a:5")
        .measure("planned", "a:1", Fully);
    // Fully kept and indivisible at one step is the whole; each further step divides by three and multiplies.
    kept.is_affected("a:2", 54, 0);
    kept.is_affected("a:3", 2 * 3 * 2 * 3, 0);
    kept.is_affected("a:4", 2 * 3 * 2, 0);
    kept.is_affected("a:5", 0, 0);
    kept.is_affected("a:1", 0, 0);
    kept.reports("/frameworks/0/supported", json!(2));
    kept.reports("/frameworks/0/planned/unanswered", json!(4));
}

#[test]
fn what_is_kept_partly_and_reinforces_supports_just_enough() {
    let case = Case::of("a:1, a:2").link("a:1 reinforces a:2").measure("planned", "a:1", Partly);
    case.is_affected("a:2", 18, 0).reports("/frameworks/0/supported", json!(1));
}

#[test]
fn a_walk_may_come_back_to_where_it_began() {
    let circle = Case::of("a:1, a:2").link("a:1 indivisible a:2").link("a:2 indivisible a:1");
    circle.measure("planned", "a:1", Fully).is_affected("a:1", 54, 0);
}

#[test]
fn tension_crosses_one_step_and_changes_no_verdict() {
    let chain = Case::of("a:1, a:2, a:3").link("a:1 cancels a:2").link("a:2 cancels a:3");
    let kept = chain.measure("planned", "a:1", Fully);
    kept.is_affected("a:2", 0, 54);
    kept.is_affected("a:3", 0, 0);
    kept.stands("a:2", "none..fully unanswered", "none unanswered");
}

#[test]
fn near_is_a_place_to_look() {
    let case = Case::of("a:1, a:2, a:3, a:4")
        .link("a:1 overlaps a:2")
        .link("a:1 unrelated a:3")
        .link("a:1 reinforces a:4")
        .measure("planned", "a:1", Partly);
    case.stands("a:2", "none..fully unanswered", "none unanswered");
    case.reports("/commitments/a:2/near", json!(true));
    case.reports("/commitments/a:4/near", json!(false));
    case.reports("/frameworks/0/near", json!(1));
    case.reports(
        "/gaps",
        json!([
            {"commitment": "a:1", "verdict": "partly", "near": false, "weight": 2},
            {"commitment": "a:2", "verdict": "unanswered", "near": true, "weight": 2},
        ]),
    );
}

#[test]
fn tools_are_suggested_by_what_each_adds() {
    let case = Case::of("a:1 menu, a:1.a, a:1.b, a:2")
        .tool("t10", &["a:1"], &[])
        .tool("t2", &["a:1.a"], &[])
        .tool("t3", &["a:1.a", "a:1.b"], &[])
        .answer("a:1.a", No)
        .answer("a:1.b", No)
        .measure("planned", "a:1", Partly);
    // The gaps weigh 2 (a:1, partly), 4 and 4. Serving what stands above covers half.
    case.reports(
        "/suggestions",
        json!([
            {"tool": "t3", "gain": 8, "closes": ["a:1.a", "a:1.b"]},
            {"tool": "t10", "gain": 2, "closes": ["a:1"]},
        ]),
    );
}

#[test]
fn of_equal_tools_the_first_by_number_is_suggested_and_the_other_adds_nothing() {
    let tools = Case::of("a:1 menu, a:1.a").tool("t10", &["a:1"], &[]).tool("t2", &["a:1"], &[]);
    let case = tools.answer("a:1.a", No);
    case.reports("/suggestions", json!([{"tool": "t2", "gain": 2, "closes": ["a:1.a"]}]));
}

#[test]
fn a_measure_gets_three_tools_the_nearest_first() {
    let case = Case::of("a:1 menu, a:1.a, a:2")
        .tool("t10", &["a:1.a"], &["policy"])
        .tool("t1", &["a:1"], &["policy"])
        .tool("t2", &["a:1.a", "a:2"], &["data", "policy"])
        .tool("t3", &["a:1"], &["policy"])
        .tool("t4", &["a:1.a"], &["data"])
        .measure("planned", "a:1.a", Fully);
    case.reports(
        "/measures/0/tools",
        json!([
            {"tool": "t2", "serves": ["a:1.a"]},
            {"tool": "t10", "serves": ["a:1.a"]},
            {"tool": "t1", "serves": ["a:1.a"]},
        ]),
    );
}

#[test]
fn a_measure_affects_what_changes_without_it() {
    let case = Case::of("a:1 menu, a:1.a, a:1.b, a:2")
        .link("a:1.a indivisible a:2")
        .measure("planned", "a:1.a", Fully)
        .measure("planned", "a:1.b", Partly);
    case.reports(
        "/measures/0/affects",
        json!([
            {"commitment": "a:1.a", "verdict": "unanswered", "support": 0},
            {"commitment": "a:2", "verdict": "unanswered", "support": 0},
        ]),
    );
    case.reports("/measures/1/affects", json!([{"commitment": "a:1.b", "verdict": "unanswered", "support": 0}]));
}

#[test]
fn top_commitments_are_touched_and_leaves_are_counted() {
    let case = Case::of("a:1 menu, a:1.a, a:1.b, a:2").measure("planned", "a:1.a", Fully);
    case.reports("/frameworks/0/touched", json!({"of": 2, "top": 1}));
    case.reports("/frameworks/0/planned/aligned", json!(1));
    case.reports("/frameworks/0/planned/partly", json!(0));
    case.reports("/frameworks/0/planned/unanswered", json!(2));
}
