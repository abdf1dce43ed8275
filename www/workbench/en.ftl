### All words of the workbench, in English.

## The page

page-title = Accordant: how a plan aligns with international agreements
name = Accordant
tagline = See what your plan keeps of international agreements, as you write it.
confidential = Nothing you type leaves this page, and nothing is stored. To keep a draft, save it as a file.
skip-to-results = Skip to the results
onward = See how it aligns
open-plan = Open plan
open-rules = Open rules
save-plan = Save plan (JSON)
print = Print
load-example = Load the example
file-name = plan
starting = Reading the rules…
footer-advice = Accordant gives advice on a plan. It does not judge or rank countries, and it gives no overall score. What is not found in a plan may well exist outside it.
footer-pack = Checked against the rules “{ $name }”, version { $version }.

## The plan

plan-heading = The plan
plan-legend = Whose plan
plan-country = Country or territory
plan-country-none = Not chosen
plan-title = Title of the plan
not-said = Not said

measures-title = Measures
measures-hint = One step of the plan each: a law, a programme, an institution, a dialogue.
measure-add = Add a measure
measure-remove = Remove this measure
measure-untitled = Untitled measure
measure-legend = Measure { $number }: { $title }
measure-title = Title
measure-text = What will be done
measure-kind = Kind of measure
measure-status = Status
measure-count = { $count ->
    [0] no commitment yet
    [one] 1 commitment
   *[other] { $count } commitments
}
measure-tools = Tools that help to carry it out
measure-affects = { $count ->
    [one] 1 verdict rests on this measure
   *[other] { $count } verdicts rest on this measure
}
measure-affects-hint = Without it, the plan would stand differently on:

kind-policy = Policy
kind-legislative = Legislation
kind-institutional = Institution
kind-norms = Norms
kind-capacity = Capacity-building
kind-data = Data
kind-dialogue = Dialogue

status-planned = Planned
status-under-way = Under way
status-done = Done

claims-title = Commitments it addresses
claims-search = Find a commitment to add
claims-hint = Type a few words, such as “recruitment fees”, or a number, such as 6.c.
extent-legend = How far does the measure address { $name }?
extent-partly = in part
extent-fully = in full
remove = Remove

baseline-title = Baseline: what is so today
baseline-hint = What a review has found already. It shows what the plan adds.
baseline-search = Find a commitment to answer
baseline-search-hint = Type a few words or a number.
answer-legend = Is { $name } kept today?
answer-yes = yes
answer-partly = in part
answer-no = no
answer-not-applicable = not applicable
answer-evidence = Evidence

search-found = { $count ->
    [0] No commitment found.
    [one] 1 commitment found.
   *[other] { $count } commitments found.
}
search-none = No commitment found for these words.

## Faults

faults-count = { $count ->
    [0] No problem in the plan.
    [one] 1 problem in the plan
   *[other] { $count } problems in the plan
}
faults-hint = Everything else was understood and is checked.
fault-go = Go to it
fault-remove = Take it out of the plan
fault-rename = Give it a new identifier
help = Hint: { $help }
refused-title = “{ $name }” could not be opened
refused-hint = It is not a plan. What was here before is unchanged.
pack-faults-title = The rules have errors: nothing was checked
pack-faults-hint = This is not a fault of your plan. You can go on writing and save it; there are no verdicts until the rules are mended.
pack-kept-title = The rules just opened have errors: the rules before stay in use
pack-kept-hint = Nothing has changed. Mend what is listed here, and open the rules again.
engine-fault-title = The rules engine cannot run
engine-fault-hint = You can go on writing and save the plan; nothing was checked. This browser said:

## Results

results-heading = How it aligns
summary = This plan touches { $parts }.
summary-part = { $touched } of the { $framework }
summary-none = This plan does not touch any commitment yet.
levels = { $level ->
    [objective] objectives
    [goal] goals
    [target] targets
    [priority] priorities
    [action] actions
    [article] articles
    [paragraph] paragraphs
    [principle] principles
    [domain] domains
    [question] questions
   *[other] commitments
}
touched = { $top } of { $of } { $levels }
card-touched = { $touched } touched
outline-size = { $of } { $levels }
leaves = Of its { $total } { $levels }:
adopted = adopted { $date }

contents-label = Parts of the result
frameworks-title = Framework by framework
frameworks-untouched = { $count ->
    [one] 1 framework that this plan does not touch yet
   *[other] { $count } frameworks that this plan does not touch yet
}
note-supported = { $count ->
    [one] 1 is supported by what the plan keeps
   *[other] { $count } are supported by what the plan keeps
}
note-tension = { $count ->
    [one] 1 is in tension with what the plan keeps
   *[other] { $count } are in tension with what the plan keeps
}
note-near = { $count ->
    [one] 1 is near: a place to look
   *[other] { $count } are near: places to look
}

verdict-aligned = aligned
verdict-partly = partly aligned
verdict-not-aligned = not aligned
verdict-unanswered = not in this plan yet
verdict-contradictory = answers at odds
verdict-not-applicable = not applicable
today = today: { $verdict }

kept-title = What this plan keeps
kept-hint = Each with the reason for its verdict.
conflicts-title = Answers at odds
conflicts-hint = Baseline answers that cannot all be so. One of them needs another look.
conflict-answer = answered:
conflict-unread = under another name
conflict-others = They leave these without a verdict:
gaps-title = Still open
gaps-hint = Not kept with this plan, or kept in part only.
gaps-partly = { $count ->
    [one] 1 kept in part only
   *[other] { $count } kept in part only
}
near-title = Places to look
near-hint = Not in this plan yet, but closely linked to something that is. No verdict: have a look.
tension-title = In tension
tension-hint = What the plan keeps may make these harder.
supported-title = Helped along
supported-hint = The plan does not keep these, but what it keeps makes them easier.
tools-title = Tools that could help
tools-hint = Those that help with most of what is open come first.
tool-helps = { $count ->
    [one] Helps with 1 open commitment
   *[other] Helps with { $count } open commitments
}

near-note = { $verb ->
    [equals] Asks the same as
    [contains] Holds within it
    [within] Is part of
   *[other] Has something in common with
}
supported-note = { $verb ->
    [enables] Is made possible by
    [reinforces] Is reinforced by
   *[other] Goes hand in hand with
}
tension-note = { $verb ->
    [constrains] Is constrained by
    [counteracts] Is counteracted by
   *[other] Is cancelled out by
}

show-all = Show all { $count }
show-fewer = Show fewer

## Proofs

why = Why?
proof-of = Why: { $name }
proof-planned = With this plan
proof-today = Today
proof-nothing = Nothing in this plan says anything about it.
proof-settle = What would settle it
proof-settle-today = To know how it stands today
proof-place = { $framework }, { $at }
basis-text = Said by the agreement itself
basis-published = Published mapping
basis-editorial = By the authors of the rules

## Words

words-title = What these words mean
meaning-aligned = The plan keeps all that the commitment asks for.
meaning-partly = The plan keeps some of what the commitment asks for.
meaning-not-aligned = The baseline says that nothing of it is kept, or the plan says that it is complete, and nothing in it keeps any of it.
meaning-contradictory = The baseline gives answers that cannot all be true.
meaning-unanswered = Nothing in this plan speaks of it. It may still be kept outside this plan.
meaning-not-applicable = Set aside in the baseline, with all below it.
word-touched = touched
word-supported = supported
word-tension = in tension
word-near = near
meaning-touched = The plan keeps at least some of it.
meaning-supported = Something that the plan keeps helps it along. This changes no verdict.
meaning-tension = Something that the plan keeps makes it harder. This changes no verdict.
meaning-near = Not in this plan yet, but it asks for something close to what the plan keeps.
words-advice = Only what must follow from the plan is said; nothing is guessed. There is no overall score.

## The empty plan

invitation-lead = Start with one measure. The answer builds up beside it as you write.
invitation-next = Now find the commitments that your measure addresses. The answer builds up here.
invitation-measure = Add a measure that the country plans, carries out or has completed.
invitation-commitment = Find the commitments that it addresses, by a few plain words.
invitation-read = Read here what the plan keeps, what is still open, why, and what could help.
invitation-start = Add a first measure
invitation-frameworks = Your plan is read against

## What the live region says

announce-change = { $title }: { $verdict }.
announce-more = { $count ->
    [one] 1 more verdict changed.
   *[other] { $count } more verdicts changed.
}
