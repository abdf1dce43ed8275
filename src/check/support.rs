//! Support and tension: exact integers in 54ths, whatever the verdict (DESIGN section 3).

use crate::graph::Graph;

/// How many interactions support walks along at the most.
const HOPS: u32 = 3;

/// The least support with which a commitment counts as supported: a third.
pub(crate) const SUPPORTED: u8 = 18;

/// The best, over walks of one to three helping links, of weight x scores x 3^(3 - hops).
pub(super) fn support(graph: &Graph, applicable: &[bool], weights: &[u8]) -> Vec<u8> {
    let mut best = vec![0; weights.len()];
    let mut reached = weights.to_vec();
    for hop in 1..=HOPS {
        reached = step(graph, applicable, &reached);
        let scale = 3_u8.pow(HOPS - hop);
        for (best, &product) in best.iter_mut().zip(&reached) {
            *best = (product * scale).max(*best);
        }
    }
    best
}

/// One hop: the best product of what a commitment is reached with and the score of the link onward.
fn step(graph: &Graph, applicable: &[bool], from: &[u8]) -> Vec<u8> {
    let mut to = vec![0; from.len()];
    for node in graph.nodes().filter(|&node| from[node as usize] > 0) {
        for (helped, score) in graph.helps(node) {
            if applicable[helped as usize] {
                let at = &mut to[helped as usize];
                *at = (from[node as usize] * score).max(*at);
            }
        }
    }
    to
}

/// The best, over single hindering links, of weight x |score| x 9.
pub(super) fn tension(graph: &Graph, applicable: &[bool], weights: &[u8]) -> Vec<u8> {
    let mut best = vec![0; weights.len()];
    for node in graph.nodes().filter(|&node| weights[node as usize] > 0) {
        for (hindered, score) in graph.hinders(node) {
            if applicable[hindered as usize] {
                let at = &mut best[hindered as usize];
                *at = (weights[node as usize] * score * 9).max(*at);
            }
        }
    }
    best
}
