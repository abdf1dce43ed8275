//! Worlds that speak the truth about sets, and plans that tell the truth about what is fulfilled of them.
//!
//! A universe of up to eight obligations; a set of them is the bits of a byte. What a commitment asks for is a
//! non-empty set: of a leaf any set, of a union the union of what its children ask for.
//!
//! **A menu asks for any set.** Its transfers (a child kept partly keeps the menu partly, all children kept keep it)
//! can hold for every way to fulfil obligations only if a menu asks for exactly what its children ask for, and then
//! it is a union. So what makes a menu a menu is not a matter of sets but of how its commitment reads ("will draw
//! from the following actions"): to keep a part of one child *counts as* keeping a part of the menu. Here that is a
//! condition on what is fulfilled: of all sets of fulfilled obligations only those occur in which every menu agrees
//! with its children in this way ([`Truthful::agreed`]).
//!
//! What does not apply is fixed together with the world, and `asks` is what the remains ask for: a union that lost a
//! child is the union of the others, and a parent without children keeps its own set. Of two commitments that both
//! remain a link says only what is true before *and* after, for the design takes links "to hold between the remains".

use super::draw::{Tape, measures, outlines};
use super::evaluate::applies;
use super::world::{Answer, Degree, Link, Plan, Verb, World};

type Set = u8;

pub struct Truthful {
    pub world: World,
    /// The commitments that every plan here answers as not applicable.
    taken_out: Vec<usize>,
    applies: Vec<bool>,
    /// What each commitment asks for, when what does not apply is gone.
    asks: Vec<Set>,
}

/// A truthful plan, and by commitment how much is truly kept of it.
pub struct TruePlan {
    pub plan: Plan,
    pub today: Vec<Degree>,
    pub planned: Vec<Degree>,
}

pub fn truthful_world(tape: &mut Tape) -> Truthful {
    let mut world = outlines(tape);
    let own = own_sets(tape, &world);
    let taken_out: Vec<usize> = (0..world.nodes.len()).filter(|_| tape.one_in(10)).collect();
    let applies = applies(&world, &Plan { answers: not_applicable(&taken_out), ..Plan::default() });
    let whole = united(&world, &own, &vec![true; world.nodes.len()]);
    // A parent that loses all children keeps what it asked for when it had them.
    let asks = united(&world, &whole, &applies);
    for from in 0..world.nodes.len() {
        for to in from + 1..world.nodes.len() {
            let verb = compared(whole[from], whole[to]);
            let both_remain = applies[from] && applies[to];
            let stays_true = !both_remain || verb == compared(asks[from], asks[to]);
            if tape.one_in(4) && stays_true {
                world.links.push(Link { from, verb, to });
            }
        }
    }
    Truthful { world, taken_out, applies, asks }
}

fn not_applicable(taken_out: &[usize]) -> Vec<(usize, Answer)> {
    taken_out.iter().map(|&node| (node, Answer::NotApplicable)).collect()
}

/// A non-empty set for each commitment; for a union it will not matter.
fn own_sets(tape: &mut Tape, world: &World) -> Vec<Set> {
    let obligations = 1 + tape.below(8);
    let universe = ((1_u16 << obligations) - 1) as Set;
    let mut sets = Vec::new();
    for _ in &world.nodes {
        // Sparse sets, so that every comparison of two of them comes up often.
        let always = 1 << tape.below(obligations);
        sets.push((tape.byte() & tape.byte() & universe) | always);
    }
    sets
}

/// What each commitment asks for when those that apply are all there are.
fn united(world: &World, own: &[Set], applies: &[bool]) -> Vec<Set> {
    let mut sets = own.to_vec();
    // Children stand behind their parents, so backwards each is ready before it is needed.
    for parent in (0..world.nodes.len()).rev() {
        let children: Vec<usize> = world.children(parent).into_iter().filter(|&child| applies[child]).collect();
        if !world.nodes[parent].menu && !children.is_empty() {
            sets[parent] = children.iter().fold(0, |union, &child| union | sets[child]);
        }
    }
    sets
}

/// The true comparison of two sets.
fn compared(a: Set, b: Set) -> Verb {
    match a & b {
        0 => Verb::Unrelated,
        _ if a == b => Verb::Equals,
        common if common == b => Verb::Contains,
        common if common == a => Verb::Within,
        _ => Verb::Overlaps,
    }
}

impl Truthful {
    pub fn plan(&self, tape: &mut Tape) -> TruePlan {
        let (few, some) = (tape.byte() & tape.byte(), tape.byte());
        let fulfilled = self.agreed(tape.pick(&[0, few, some, few | some]));
        let to_be_fulfilled = self.agreed(fulfilled | (tape.byte() & tape.byte()));
        let today = self.degrees(fulfilled);
        let planned = self.degrees(to_be_fulfilled);
        let mut answers = not_applicable(&self.taken_out);
        // What is said of a commitment that does not apply must count for nothing, so it is said untruthfully.
        for (node, &truth) in today.iter().enumerate() {
            if tape.one_in(4) && !self.taken_out.contains(&node) {
                answers.push((node, said(if self.applies[node] { truth } else { Degree::Fully })));
            }
        }
        let measures = measures(tape, |tape, done| {
            let node = tape.below(self.world.nodes.len());
            let truth = if done { today[node] } else { planned[node] };
            let most = if self.applies[node] { truth } else { Degree::Fully };
            let claim = tape.pick(&[Degree::Partly, Degree::Fully]).min(most);
            (claim > Degree::None).then_some((node, claim))
        });
        TruePlan { plan: Plan { answers, measures, ..Plan::default() }, today, planned }
    }

    pub fn applies(&self, node: usize) -> bool {
        self.applies[node]
    }

    /// Adds to what is fulfilled until every menu agrees with its children. It ends: at the latest when all is.
    fn agreed(&self, mut fulfilled: Set) -> Set {
        loop {
            let before = fulfilled;
            for menu in (0..self.asks.len()).filter(|&node| self.world.nodes[node].menu && self.applies[node]) {
                fulfilled |= self.owed(menu, fulfilled);
            }
            if fulfilled == before {
                return fulfilled;
            }
        }
    }

    /// What must be fulfilled of a menu because of what is fulfilled of its children.
    fn owed(&self, menu: usize, fulfilled: Set) -> Set {
        let children = self.world.children(menu).into_iter().filter(|&child| self.applies[child]);
        let kept: Vec<Degree> = children.map(|child| degree(self.asks[child], fulfilled)).collect();
        let asked = self.asks[menu];
        if !kept.is_empty() && kept.iter().all(|&degree| degree == Degree::Fully) {
            asked
        } else if kept.iter().any(|&degree| degree > Degree::None) && asked & fulfilled == 0 {
            1 << asked.trailing_zeros()
        } else {
            0
        }
    }

    fn degrees(&self, fulfilled: Set) -> Vec<Degree> {
        self.asks.iter().map(|&asked| degree(asked, fulfilled)).collect()
    }
}

/// How much of what is asked for is fulfilled.
fn degree(asked: Set, fulfilled: Set) -> Degree {
    match asked & fulfilled {
        0 => Degree::None,
        kept if kept == asked => Degree::Fully,
        _ => Degree::Partly,
    }
}

fn said(truth: Degree) -> Answer {
    match truth {
        Degree::None => Answer::No,
        Degree::Partly => Answer::Partly,
        Degree::Fully => Answer::Yes,
    }
}
