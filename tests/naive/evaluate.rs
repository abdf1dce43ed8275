//! What is known of each commitment: DESIGN section 3 from "Evidence" to "Support and tension", read aloud in code.

use super::world::{Answer, Degree, Plan, Verb, World};

/// Where an applicable commitment stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub today_low: Degree,
    pub today_high: Degree,
    pub today: &'static str,
    pub planned_low: Degree,
    pub planned: &'static str,
    pub support: u32,
    pub tension: u32,
    pub near: bool,
}

/// By commitment; `None` where it does not apply.
pub type Evaluation = Vec<Option<Standing>>;

pub fn evaluate(world: &World, plan: &Plan) -> Evaluation {
    let applies = applies(world, plan);
    let (answered_low, answered_high) = answers(world, plan, &applies);
    let done_low = with_claims(&answered_low, plan, &applies, |status| status == Some("done"));
    let planned_low = with_claims(&answered_low, plan, &applies, |_| true);

    let said_low = raise(world, &applies, answered_low);
    let today_high = lower(world, &applies, answered_high);
    let today_low = raise(world, &applies, done_low);
    let planned_low = raise(world, &applies, planned_low);

    let support = support(world, &applies, &planned_low);
    let tension = tension(world, &applies, &planned_low);
    let standing = |node: usize| {
        // The answers alone are compared: a measure that is done is no contradiction of a baseline of "no".
        let contradictory = said_low[node] > today_high[node];
        let today = today_verdict(contradictory, today_low[node], today_high[node]);
        let planned = planned_verdict(today, planned_low[node], plan.complete);
        Standing {
            today_low: today_low[node],
            today_high: today_high[node],
            today,
            planned_low: planned_low[node],
            planned,
            support: support[node],
            tension: tension[node],
            near: planned == "unanswered" && has_kept_neighbour(world, &applies, &planned_low, node),
        }
    };
    (0..world.nodes.len()).map(|node| applies[node].then(|| standing(node))).collect()
}

/// Which commitments apply: none that is answered `not-applicable`, and none below one.
pub fn applies(world: &World, plan: &Plan) -> Vec<bool> {
    let taken_out = |node: usize| plan.answers.contains(&(node, Answer::NotApplicable));
    let inside = |node: usize| taken_out(node) || world.above(node).into_iter().any(taken_out);
    (0..world.nodes.len()).map(|node| !inside(node)).collect()
}

// ---- evidence

/// The bounds that the answers set.
fn answers(world: &World, plan: &Plan, applies: &[bool]) -> (Vec<Degree>, Vec<Degree>) {
    let mut low = vec![Degree::None; world.nodes.len()];
    let mut high = vec![Degree::Fully; world.nodes.len()];
    for &(node, answer) in &plan.answers {
        if let (true, Some(degree)) = (applies[node], answer.degree()) {
            low[node] = degree;
            high[node] = degree;
        }
    }
    (low, high)
}

/// Low bounds, raised by the claims of the measures whose status counts. The highest holds.
fn with_claims(low: &[Degree], plan: &Plan, applies: &[bool], counts: fn(Option<&str>) -> bool) -> Vec<Degree> {
    let mut low = low.to_vec();
    for measure in &plan.measures {
        for &(node, extent) in &measure.claims {
            if counts(measure.status) && applies[node] {
                low[node] = low[node].max(extent);
            }
        }
    }
    low
}

// ---- propagation

/// What the low bound of `a` gives `b` at least, for `a VERB b`.
pub fn low_across(verb: Verb, low: Degree) -> Degree {
    use Degree::{Fully, None, Partly};
    let row = match verb {
        Verb::Equals => [None, Partly, Fully],
        Verb::Contains => [None, None, Fully],
        Verb::Within => [None, Partly, Partly],
        Verb::Overlaps => [None, None, Partly],
        _ => [None, None, None],
    };
    row[low as usize]
}

/// What the high bound of `a` gives `b` at most, for `a VERB b`.
pub fn high_across(verb: Verb, high: Degree) -> Degree {
    use Degree::{Fully, None, Partly};
    let row = match verb {
        Verb::Equals => [None, Partly, Fully],
        Verb::Contains => [None, Fully, Fully],
        Verb::Within => [Partly, Partly, Fully],
        Verb::Overlaps => [Partly, Fully, Fully],
        _ => [Fully, Fully, Fully],
    };
    row[high as usize]
}

/// Raises low bounds by every transfer there is, again and again, until nothing changes.
fn raise(world: &World, applies: &[bool], mut low: Vec<Degree>) -> Vec<Degree> {
    loop {
        let before = low.clone();
        for (from, verb, to) in comparisons(world, applies) {
            low[to] = low[to].max(low_across(verb, low[from]));
        }
        for (parent, children) in families(world, applies) {
            if children.iter().all(|&child| low[child] == Degree::Fully) {
                low[parent] = Degree::Fully;
            }
            if world.nodes[parent].menu && children.iter().any(|&child| low[child] >= Degree::Partly) {
                low[parent] = low[parent].max(Degree::Partly);
            }
        }
        if low == before {
            return low;
        }
    }
}

/// Lowers high bounds in the same way. From the children of a menu nothing comes down or goes up.
fn lower(world: &World, applies: &[bool], mut high: Vec<Degree>) -> Vec<Degree> {
    loop {
        let before = high.clone();
        for (from, verb, to) in comparisons(world, applies) {
            high[to] = high[to].min(high_across(verb, high[from]));
        }
        for (parent, children) in families(world, applies) {
            if !world.nodes[parent].menu && children.iter().all(|&child| high[child] == Degree::None) {
                high[parent] = Degree::None;
            }
        }
        if high == before {
            return high;
        }
    }
}

/// Every comparison that holds, said from both sides: correspondences, and a union parent that contains its child.
fn comparisons(world: &World, applies: &[bool]) -> Vec<(usize, Verb, usize)> {
    let mut comparisons = Vec::new();
    for link in &world.links {
        if link.verb.is_correspondence() && applies[link.from] && applies[link.to] {
            comparisons.push((link.from, link.verb, link.to));
            comparisons.push((link.to, from_the_other_side(link.verb), link.from));
        }
    }
    for (parent, children) in families(world, applies) {
        if !world.nodes[parent].menu {
            for child in children {
                comparisons.push((parent, Verb::Contains, child));
                comparisons.push((child, Verb::Within, parent));
            }
        }
    }
    comparisons
}

fn from_the_other_side(verb: Verb) -> Verb {
    match verb {
        Verb::Contains => Verb::Within,
        Verb::Within => Verb::Contains,
        same => same,
    }
}

/// Parents that apply, each with those of its children that do. One that is left without children is none.
fn families(world: &World, applies: &[bool]) -> Vec<(usize, Vec<usize>)> {
    let mut families = Vec::new();
    for parent in 0..world.nodes.len() {
        let children: Vec<usize> = world.children(parent).into_iter().filter(|&child| applies[child]).collect();
        if applies[parent] && !children.is_empty() {
            families.push((parent, children));
        }
    }
    families
}

// ---- verdicts

fn today_verdict(contradictory: bool, low: Degree, high: Degree) -> &'static str {
    match (low, high) {
        _ if contradictory => "contradictory",
        (Degree::Fully, _) => "aligned",
        (Degree::Partly, _) => "partly",
        (Degree::None, Degree::None) => "not-aligned",
        (Degree::None, _) => "unanswered",
    }
}

fn planned_verdict(today: &'static str, low: Degree, complete: bool) -> &'static str {
    match low {
        _ if today == "contradictory" => "contradictory",
        Degree::Fully => "aligned",
        Degree::Partly => "partly",
        Degree::None if today == "not-aligned" || complete => "not-aligned",
        Degree::None => "unanswered",
    }
}

/// Whether a correspondence joins it to a commitment that the plan keeps at least partly.
fn has_kept_neighbour(world: &World, applies: &[bool], planned_low: &[Degree], node: usize) -> bool {
    let kept = |other: usize| applies[other] && planned_low[other] >= Degree::Partly;
    world.links.iter().filter(|link| link.verb.is_correspondence()).any(|link| {
        let to_the_end = link.from == node && kept(link.to);
        let to_the_start = link.to == node && kept(link.from);
        to_the_end || to_the_start
    })
}

// ---- support and tension

/// The best over all walks of one to three positive interactions that end at each commitment, in 54ths.
fn support(world: &World, applies: &[bool], planned_low: &[Degree]) -> Vec<u32> {
    let helps = interactions(world, applies, 1);
    let mut best = vec![0; world.nodes.len()];
    for (start, &low) in planned_low.iter().enumerate() {
        walk(&helps, start, weight(low), 0, &mut best);
    }
    best
}

/// Goes on from `at` along every interaction, with what the walk is worth so far.
fn walk(helps: &[(usize, u32, usize)], at: usize, worth: u32, hops: u32, best: &mut [u32]) {
    if hops == 3 {
        return;
    }
    for &(from, score, to) in helps {
        if from == at {
            let worth = worth * score;
            let hops = hops + 1;
            best[to] = best[to].max(worth * 3_u32.pow(3 - hops));
            walk(helps, to, worth, hops, best);
        }
    }
}

/// The best over the negative interactions that end at each commitment, in 54ths.
fn tension(world: &World, applies: &[bool], planned_low: &[Degree]) -> Vec<u32> {
    let mut best = vec![0; world.nodes.len()];
    for (from, score, to) in interactions(world, applies, -1) {
        best[to] = best[to].max(weight(planned_low[from]) * score * 9);
    }
    best
}

/// The interactions of one sign between commitments that apply, with how strong they are.
fn interactions(world: &World, applies: &[bool], sign: i32) -> Vec<(usize, u32, usize)> {
    let between = world.links.iter().filter(|link| applies[link.from] && applies[link.to]);
    let of_that_sign = between.filter(|link| link.verb.score() * sign > 0);
    of_that_sign.map(|link| (link.from, link.verb.score().unsigned_abs(), link.to)).collect()
}

fn weight(low: Degree) -> u32 {
    match low {
        Degree::None => 0,
        Degree::Partly => 1,
        Degree::Fully => 2,
    }
}
