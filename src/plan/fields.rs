//! The table of a plan's fields. The reader checks a plan against it, conditions are typed against it, and
//! the JSON Schema is made of it: a field that is added here is known everywhere.

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// The version of the format: the number 1.
    Version,
    Text,
    /// `"yes"` or `"no"`; the JSON booleans are taken too.
    YesNo,
    Date,
    /// A date, or one of these words.
    DateOr(&'static [&'static str]),
    /// A number from 0 up.
    Amount,
    /// Letters in capitals, so many.
    Capitals(usize),
    Choice(&'static [&'static str]),
    List(&'static Kind),
    /// An object with any keys, all values of one kind.
    Map(&'static Kind),
    Object(&'static [Field]),
    /// An object, for which the value of its first field alone can stand.
    Short(&'static [Field]),
    /// A text, a number, or yes and no: what it may be, the pack says.
    Declared,
}

/// One field of a plan, or of a part of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Field {
    pub name: &'static str,
    pub kind: Kind,
    pub about: &'static str,
    pub required: bool,
}

const fn field(name: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { name, kind, about, required: false }
}

const fn required(name: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { name, kind, about, required: true }
}

pub const ANSWERS: &[&str] = &["yes", "partly", "no", "not-applicable"];
pub const DEGREES: &[&str] = &["yes", "partly", "no"];
pub const EXTENTS: &[&str] = &["partly", "fully"];
pub const KINDS: &[&str] = &["policy", "legislative", "institutional", "norms", "capacity", "data", "dialogue"];
pub const STATUSES: &[&str] = &["planned", "under-way", "done"];
pub const FUNDING: &[&str] = &["domestic-public", "domestic-private", "external-public", "external-private"];

/// A plan.
pub const PLAN: &[Field] = &[
    required("accordant", Kind::Version, "The version of this format: 1."),
    field("title", Kind::Text, "The name of the plan."),
    field("country", Kind::Capitals(3), "The country, by its three-letter code of ISO 3166."),
    field("level", Kind::Text, "Whose plan it is: national, or that of a region or city."),
    field("period", Kind::Object(PERIOD), "The time that the plan covers."),
    field(
        "scope",
        Kind::List(&Kind::Text),
        "The frameworks to report on; without it, all but treaties and instruments.",
    ),
    field("complete", Kind::YesNo, "Whether the plan is complete: what it does not mention is then not kept."),
    field("asOf", Kind::Date, "The day on which the plan is looked at."),
    field("baseline", Kind::Object(BASELINE), "What is so today."),
    field("treaties", Kind::Map(&Kind::Object(TREATY)), "Treaties by their id: ratified, and put into practice."),
    field("measures", Kind::List(&Kind::Object(MEASURE)), "The steps of the plan."),
    field("dialogue", Kind::Object(DIALOGUE), "Who is part of the regular dialogue."),
    field("support", Kind::Object(SUPPORT), "The support that is asked for."),
    field("reports", Kind::List(&Kind::Object(REPORT)), "Reports given to review forums."),
    field("fields", Kind::Map(&Kind::Declared), "Values for the fields that the pack declares."),
];

const PERIOD: &[Field] = &[field("from", Kind::Date, "The first day."), field("to", Kind::Date, "The last day.")];

const BASELINE: &[Field] = &[
    field("date", Kind::Date, "The day of the baseline review."),
    field("answers", Kind::Map(&Kind::Short(ANSWER)), "Answers by commitment."),
];

const ANSWER: &[Field] = &[
    field("answer", Kind::Choice(ANSWERS), "Whether the commitment is kept today."),
    field("evidence", Kind::Text, "What the answer rests on."),
];

const TREATY: &[Field] = &[
    field("ratified", Kind::DateOr(&["yes", "no"]), "The day of ratification, or whether the treaty is ratified."),
    field("implemented", Kind::Choice(DEGREES), "Whether the treaty is put into practice."),
];

/// A measure of a plan.
pub const MEASURE: &[Field] = &[
    field("id", Kind::Text, "A short name, unique in the plan."),
    field("title", Kind::Text, "What the measure is called."),
    field("text", Kind::Text, "What will be done."),
    field("kind", Kind::Choice(KINDS), "What kind of step it is."),
    field("addresses", Kind::List(&Kind::Short(CLAIM)), "The commitments that it helps to keep."),
    field("status", Kind::Choice(STATUSES), "How far it has come."),
    field("starts", Kind::Date, "The first day."),
    field("ends", Kind::DateOr(&["continuous"]), "The last day, or `continuous`."),
    field("lead", Kind::Text, "Who is responsible."),
    field("partners", Kind::List(&Kind::Text), "Who takes part."),
    field("budget", Kind::Object(BUDGET), "What it costs."),
    field("funding", Kind::List(&Kind::Choice(FUNDING)), "Where the money comes from."),
    field("indicators", Kind::List(&Kind::Text), "How progress is seen."),
];

const CLAIM: &[Field] = &[
    required("commitment", Kind::Text, "The commitment, as `framework:code`."),
    field("extent", Kind::Choice(EXTENTS), "How far the measure keeps it; without it, partly."),
];

const BUDGET: &[Field] = &[
    field("amount", Kind::Amount, "How much."),
    field("currency", Kind::Capitals(3), "The currency, by its three-letter code of ISO 4217."),
];

const DIALOGUE: &[Field] = &[
    field("whole-of-government", Kind::YesNo, "Whether all of government takes part."),
    field("whole-of-society", Kind::YesNo, "Whether all of society takes part."),
    field("municipalities", Kind::YesNo, "Whether municipalities take part."),
    field("frequency", Kind::Text, "How often it meets."),
];

const SUPPORT: &[Field] =
    &[field("un-country-team", Kind::Text, "The support of the United Nations country team: requested, given.")];

const REPORT: &[Field] = &[
    required("forum", Kind::Text, "The cycle that the report was given to."),
    field("date", Kind::Date, "The day of the report."),
];
