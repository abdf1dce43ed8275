//! Worlds and plans drawn from a tape of bytes.

use super::sets;
use super::world::{Answer, Degree, Framework, Link, Measure, Node, Plan, Tool, Verb, World};

/// Choices, read off a tape. Each choice puts the simplest first, and a tape that has run out gives zeros: so
/// proptest, which shortens the tape and lowers its bytes, finds small worlds by itself.
pub struct Tape<'a> {
    rest: std::slice::Iter<'a, u8>,
}

impl<'a> Tape<'a> {
    pub fn new(bytes: &'a [u8]) -> Tape<'a> {
        Tape { rest: bytes.iter() }
    }

    pub fn byte(&mut self) -> u8 {
        self.rest.next().copied().unwrap_or(0)
    }

    /// A number from 0 up to `bound`, itself left out. Bounds here are small.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::from(self.byte()) % bound
    }

    /// Whether something happens that happens one time in so many; on an empty tape it does not.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// An order of the numbers up to `count`.
    pub fn order(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for at in 0..count {
            let other = at + self.below(count - at);
            order.swap(at, other);
        }
        order
    }
}

/// Ids whose order as people count is not the order of their letters, and not the order here.
const FRAMEWORKS: [&str; 3] = ["f10", "f2", "fa"];
const TOOLS: [&str; 12] = ["t10", "t2", "t1", "ta", "t20", "t11", "t3", "tb", "t12", "t4", "t30", "t5"];
const MEASURES: [&str; 4] = ["m2", "m10", "m1", "ma"];
const KINDS: [&str; 3] = ["policy", "legislative", "data"];

/// The most commitments that a world has.
const MOST_NODES: usize = 12;

// ---- worlds

/// A world of any kind. In one of two the comparisons are those of real sets, so that all hold together; in the
/// other they are drawn freely, and the pack may be refused for what they say together.
pub fn world(tape: &mut Tape) -> World {
    let mut world = match tape.one_in(2) {
        true => sets::truthful_world(tape).world,
        false => freely_compared(tape),
    };
    add_interactions(tape, &mut world);
    add_tools(tape, &mut world);
    world
}

/// Frameworks and their outlines, up to three levels deep. Nothing is linked.
pub fn outlines(tape: &mut Tape) -> World {
    let mut world = World::default();
    for id in FRAMEWORKS.into_iter().take(1 + tape.below(FRAMEWORKS.len())) {
        let kind = tape.pick(&["framework", "framework", "treaty", "instrument"]);
        world.frameworks.push(Framework { id: id.to_string(), kind });
    }
    for framework in 0..world.frameworks.len() {
        add_node(&mut world, framework, None);
    }
    for _ in 0..tape.below(MOST_NODES - world.frameworks.len() + 1) {
        add_somewhere(tape, &mut world);
    }
    for node in 0..world.nodes.len() {
        world.nodes[node].menu = !world.children(node).is_empty() && tape.one_in(3);
    }
    world
}

/// Adds a commitment at the top of a framework or below another commitment; beside it, where below is too deep.
fn add_somewhere(tape: &mut Tape, world: &mut World) {
    let frameworks = world.frameworks.len();
    match tape.below(frameworks + world.nodes.len()) {
        framework if framework < frameworks => add_node(world, framework, None),
        other => {
            let chosen = other - frameworks;
            let too_deep = world.above(chosen).len() == 2;
            let parent = if too_deep { world.nodes[chosen].parent } else { Some(chosen) };
            add_node(world, world.nodes[chosen].framework, parent);
        }
    }
}

fn add_node(world: &mut World, framework: usize, parent: Option<usize>) {
    let id = match parent {
        None => format!("{}:{}", world.frameworks[framework].id, scrambled(world.top(framework).len())),
        Some(parent) => {
            let place = scrambled(world.children(parent).len());
            match world.above(parent).len() {
                0 => format!("{}.{}", world.id(parent), char::from(b'a' + place as u8 - 1)),
                _ => format!("{}.{place}", world.id(parent)),
            }
        }
    };
    world.nodes.push(Node { id, framework, parent, menu: false });
}

/// The numbers from 1 to 12 in an order of their own (1, 8, 3, 10, ...), so that an outline is not sorted by codes.
fn scrambled(place: usize) -> usize {
    place * 7 % MOST_NODES + 1
}

fn freely_compared(tape: &mut Tape) -> World {
    let mut world = outlines(tape);
    for _ in 0..tape.below(8) {
        let verb = tape.pick(&[Verb::Overlaps, Verb::Within, Verb::Contains, Verb::Equals, Verb::Unrelated]);
        let (from, to) = (tape.below(world.nodes.len()), tape.below(world.nodes.len()));
        let joins_both = |link: &Link| [(from, to), (to, from)].contains(&(link.from, link.to));
        if from != to && !world.links.iter().any(joins_both) {
            world.links.push(Link { from, verb, to });
        }
    }
    world
}

fn add_interactions(tape: &mut Tape, world: &mut World) {
    for _ in 0..tape.below(14) {
        let verb = tape.pick(&[
            Verb::Indivisible,
            Verb::Reinforces,
            Verb::Enables,
            Verb::Constrains,
            Verb::Counteracts,
            Verb::Cancels,
        ]);
        let (from, to) = (tape.below(world.nodes.len()), tape.below(world.nodes.len()));
        let says_the_same = |link: &Link| (link.from, link.to) == (from, to) && link.verb.score() * verb.score() > 0;
        if from != to && !world.links.iter().any(says_the_same) {
            world.links.push(Link { from, verb, to });
        }
    }
}

/// A few tools; or, so that the limit of ten suggestions is met, one for each commitment.
fn add_tools(tape: &mut Tape, world: &mut World) {
    if tape.one_in(8) {
        for (node, id) in TOOLS.into_iter().enumerate().take(world.nodes.len()) {
            world.tools.push(Tool { id: id.to_string(), serves: vec![node], supports: KINDS.to_vec() });
        }
        return;
    }
    for id in TOOLS.into_iter().take(tape.below(6)) {
        let mut serves: Vec<usize> = (0..tape.below(4)).map(|_| tape.below(world.nodes.len())).collect();
        serves.sort();
        serves.dedup();
        let supports = KINDS.into_iter().filter(|_| !tape.one_in(3)).collect();
        world.tools.push(Tool { id: id.to_string(), serves, supports });
    }
}

// ---- plans

/// A plan of any kind: it may contradict itself, and speak of what does not apply.
pub fn plan(tape: &mut Tape, world: &World) -> Plan {
    let mut plan = Plan { complete: tape.one_in(3), scope: scope(tape, world), ..Plan::default() };
    for node in 0..world.nodes.len() {
        if tape.one_in(3) {
            let most = [Answer::No, Answer::Partly, Answer::Yes];
            let answer = if tape.one_in(6) { Answer::NotApplicable } else { tape.pick(&most) };
            plan.answers.push((node, answer));
        }
    }
    plan.measures = measures(tape, |tape, _| {
        let node = tape.below(world.nodes.len());
        Some((node, tape.pick(&[Degree::Partly, Degree::Fully])))
    });
    plan
}

/// Some of the frameworks, or none said.
fn scope(tape: &mut Tape, world: &World) -> Option<Vec<usize>> {
    if !tape.one_in(3) {
        return None;
    }
    let frameworks = world.frameworks.len();
    let order = tape.order(frameworks);
    let count = 1 + tape.below(frameworks);
    Some(order.into_iter().take(count).collect())
}

/// A commitment, and how far a measure says that it keeps it.
type Claim = (usize, Degree);

/// Measures, of which `claim` draws each claim; it is told whether the measure is done.
pub fn measures(tape: &mut Tape, mut claim: impl FnMut(&mut Tape, bool) -> Option<Claim>) -> Vec<Measure> {
    let mut measures = Vec::new();
    for id in MEASURES.into_iter().take(tape.below(MEASURES.len() + 1)) {
        let status = tape.pick(&[None, Some("planned"), Some("under-way"), Some("done")]);
        let kind = tape.pick(&[None, Some(KINDS[0]), Some(KINDS[1]), Some(KINDS[2])]);
        let claims = (0..tape.below(4)).filter_map(|_| claim(tape, status == Some("done"))).collect();
        measures.push(Measure { id: id.to_string(), kind, status, claims });
    }
    measures
}
