//! The fixed words of the field, as types, and the order of names.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// Makes an enum of words: each variant has the word under which it is written, read and shown.
macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$note:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$note])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word for it.
            pub const fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// What a word stands for.
            pub fn of(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }
        }
    };
}

words! {
    /// How many of a commitment's obligations are kept: none, some or all.
    Degree { None = "none", Partly = "partly", Fully = "fully" }
}

words! {
    /// What can be said of a commitment.
    Verdict {
        Aligned = "aligned",
        Partly = "partly",
        NotAligned = "not-aligned",
        Unanswered = "unanswered",
        Contradictory = "contradictory",
        NotApplicable = "not-applicable",
    }
}

words! {
    /// What kind of text a framework is.
    FrameworkKind { Framework = "framework", Treaty = "treaty", Instrument = "instrument" }
}

words! {
    /// Where a link or tool comes from.
    BasisKind { Text = "text", Published = "published", Editorial = "editorial" }
}

words! {
    /// How two commitments are joined. The first four and `unrelated` compare what both ask for; the others say
    /// how keeping the first affects the second.
    Verb {
        Equals = "equals",
        Contains = "contains",
        Within = "within",
        Overlaps = "overlaps",
        Unrelated = "unrelated",
        Indivisible = "indivisible",
        Reinforces = "reinforces",
        Enables = "enables",
        Constrains = "constrains",
        Counteracts = "counteracts",
        Cancels = "cancels",
    }
}

impl Verb {
    /// Whether it compares what two commitments ask for.
    pub fn is_correspondence(self) -> bool {
        matches!(self, Verb::Equals | Verb::Contains | Verb::Within | Verb::Overlaps)
    }

    /// The score of an interaction on the seven-point scale of the International Council for Science; 0 for all else.
    pub fn score(self) -> i8 {
        match self {
            Verb::Indivisible => 3,
            Verb::Reinforces => 2,
            Verb::Enables => 1,
            Verb::Constrains => -1,
            Verb::Counteracts => -2,
            Verb::Cancels => -3,
            _ => 0,
        }
    }

    /// The same comparison, said from the other side.
    pub fn reversed(self) -> Verb {
        match self {
            Verb::Contains => Verb::Within,
            Verb::Within => Verb::Contains,
            same => same,
        }
    }
}

/// The order of names and codes as people count: `gcm:2` before `gcm:10`.
///
/// ```
/// let mut ids = vec!["gcm:10.a", "gcm:2.b", "gcm:2.a"];
/// ids.sort_by(|a, b| accordant::natural_order(a, b));
/// assert_eq!(ids, ["gcm:2.a", "gcm:2.b", "gcm:10.a"]);
/// ```
pub fn natural_order(left: &str, right: &str) -> Ordering {
    let (mut left_rest, mut right_rest) = (left, right);
    loop {
        let (left_digits, right_digits) = (digits(left_rest), digits(right_rest));
        let order = if !left_digits.is_empty() && !right_digits.is_empty() {
            let (a, b) = (left_digits.trim_start_matches('0'), right_digits.trim_start_matches('0'));
            (left_rest, right_rest) = (&left_rest[left_digits.len()..], &right_rest[right_digits.len()..]);
            a.len().cmp(&b.len()).then_with(|| a.cmp(b))
        } else {
            let (a, b) = (left_rest.chars().next(), right_rest.chars().next());
            let (Some(first), Some(second)) = (a, b) else {
                return a.cmp(&b).then_with(|| left.cmp(right));
            };
            (left_rest, right_rest) = (&left_rest[first.len_utf8()..], &right_rest[second.len_utf8()..]);
            first.cmp(&second)
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

fn digits(text: &str) -> &str {
    &text[..text.bytes().take_while(u8::is_ascii_digit).count()]
}

/// Sorts by a comparison, keeping the order of what is equal. One sort of indices serves every type, so that the
/// browser does not load the standard library's sort a dozen times.
pub(crate) fn arrange<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    sort_indices(&mut order, &|a, b| compare(&items[a as usize], &items[b as usize]));
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|at| taken[at as usize].take()));
}

fn sort_indices(order: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    order.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
}
