# What keeps the loop from closing: goals (G005), plan items (P), work (D), checks and causes (C), acts (A), cycles (S)

G005 = The goal `{ $id }` is an output (`{ $metric }`), and nothing under it is an input that people can turn.
    .help = Open the figure in a driver tree with an input (`role: input` in metrics.yaml), or plan one for this goal.

P001 = The plan item `{ $id }` lacks { $keys }.
    .help = Add what is missing: one person, one figure, one target, one day.
P002 = The plan item `{ $id }` has no `{ $key }:`.
    .help = Say why it should work (`hypothesis:`) and what that is worth (`expected_effect:`); the check then tells a right guess from luck.
P003 = The plan item `{ $id }` serves the goal `{ $goal }`, which does not exist.
    .nearest = Did you mean `{ $nearest }`?
    .help = Correct the name, or add the goal to company.yaml.
P004 = The plan item `{ $id }` does not say where its figure stands.
    .help = Add `baseline:`, or `baseline: auto` to read it from the data.
P005 = { $id } answers for { $count } plan items of { $cycle }; more than { $limit } are no priorities.
    .help = Hand some on to others, or to the next cycle.

D001 = The work `{ $id }` serves no plan item.
    .help = Add `plan:`, or leave the work out of the cycle.
D002 = Nothing has been written on `{ $id }` since { $last }, { $days } days ago.
    .help = Add a line to `log:`; when it is done, `progress: 100%`.

C001 = `{ $id }` came out { $gap } off its target ({ $metric }), and nobody checked it.
    .help = Add a check item with `plan: { $id }` to the cycle.
C002 = { $plan ->
    [days] The days of the cycle `{ $id }` are { $here }; its figures are those of { $there }.
   *[other] `{ $id }` and `{ $plan }` do not speak of the same: { $here } here, { $there } there.
  }
    .help = Check what was planned: correct the figure or the part of the company in one of the two.
    .days = Figures are read over whole periods: write the days of the cycle as those of the period.
part-company = the whole company
C003 = `{ $id }` is { $gap } off its target ({ $metric }), and nobody says why.
    .help = Add `causes:` with whys, evidence and effect; or let the tolerance in metrics.yaml say that such a gap does not matter.
C004 = The cause `{ $id }` stands on { $whys ->
    [0] no why
    [one] one why
   *[other] { $whys } whys
  } and { $evidence ->
    [0] no evidence
    [one] one piece of evidence
   *[other] { $evidence } pieces of evidence
  }.
    .help = Ask why again: { $least } whys at least, so that the act meets the root and not the symptom.
    .evidence = Add `evidence:`: a file, a report, a piece of feedback that shows it.
C005 = Every cause of `{ $id }` is beyond control.
    .help = Look for what the company can change about it; if there is nothing, the plan must change (`type: adjust-plan`).
C006 = `{ $id }` is { $gap } better than its target ({ $metric }), and nobody says why.
    .help = Add `causes:`: what went well can only be repeated when its reason is known.
C007 = The causes of `{ $id }` explain { $percent }% of the gap of { $worth }.
    .help = Look for what is missing, or correct the effects.
    .more = The effects overlap, or one is too high: together they should come to the gap.
C008 = `{ $id }` says { $typed }; the data say { $data }.
    .help = Write `ac: auto`, and the figure is read from the data.
C009 = `{ $id }` gives causes for a figure that is on plan and within its usual range.
    .help = Leave it alone: the process gives such points by itself.

A001 = Nothing is done about the cause `{ $id }`.
    .help = Add an act with `causes: [{ $id }]`; what is not worth an act is dropped (`type: drop` with its `reason:`).
A002 = { $owner ->
    [none] The act `{ $id }` has no owner.
   *[other] The act `{ $id }` is owned by { $owner }, which is a department.
  }
    .missing = Add `owner:`: one person.
    .help = Name one person: what everybody owns, nobody does.
A003 = The act `{ $id }` has no day.
    .help = Add `due:`.
A004 = The act `{ $id }` is due on { $due }, after the next cycle ends on { $end }.
    .help = Cut off a first step that is done by then, or carry the rest as a plan item of a later cycle.
A005 = The act `{ $id }` says “{ $word }”: nobody can see whether that is done.
    .help = Say what there will be to see: a number, a document, a changed thing; or add `deliverable:`.
A006 = Nobody will see whether the act `{ $id }` worked.
    .help = Add `effect_check:` with the figure, what is expected of it, and the day it is looked at.
    .undated = Add `due:` to `effect_check:`, the day it is looked at.
A007 = The act `{ $id }` was due on { $due }, { $days ->
    [one] a day
   *[other] { $days } days
  } ago, and is not done; owner: { $owner }.
    .help = When it is done: `status: done` with `done_date:`; else carry it (`type: carry`) or drop it with its reason.
A008 = The effect of `{ $id }` was to be looked at on { $due }, { $days ->
    [one] a day
   *[other] { $days } days
  } ago; there is no result.
    .help = Write `result: effective`, `partly` or `not-effective`, with the day in `checked:`.
A009 = The cycle is closing, and the act `{ $id }` is neither a standard, nor carried, nor dropped.
    .help = Name the standard it became (`sop:`), carry it (`carry_to:`), or drop it with its reason.
A010 = `{ $id }` carries on what was carried { $times } cycles in a row.
    .help = Do it now, cut off a piece that fits one cycle, or drop it with its reason.
A011 = The act `{ $id }` goes on as the plan item `{ $item }`, which { $where ->
    [none] does not exist.
   *[other] stands in `{ $where }`: that is not a later cycle.
    }
    .nearest = Did you mean `{ $nearest }`?
    .help = Add the plan item to a later cycle, with `from: [{ $id }]`.
    .back = Name a plan item of a later cycle; add one with `from: [{ $id }]` if there is none.
A012 = The plan item `{ $id }` carries on the act `{ $act }`, which does not exist.
    .nearest = Did you mean `{ $nearest }`?
    .help = Correct the name, or leave out `from:`.
A013 = The act `{ $id }` became `{ $sop }`, which is not in the register of standards.
    .nearest = Did you mean `{ $nearest }`?
    .help = Add the standard and its version to sops.yaml.
A014 = `{ $id }` was to be brought to { $where } by { $due }, { $days ->
    [one] a day
   *[other] { $days } days
  } ago; owner: { $owner }.
    .help = When it is there: `status: done` with `done_date:`; else agree on another day.
A015 = The cause `{ $id }` is `{ $code }` again, though `{ $act }` was seen to work against it.
    .help = Look at the standard: is it followed, does it reach here, or was the root another one?
A016 = The act `{ $id }` did not work, and nothing follows.
    .help = Name the plan item that takes it up again: `reopened:`.
A017 = The act `{ $id }` was done { $days ->
    [one] a day
   *[other] { $days } days
  } after { $due }.
    .help = Nothing to mend: it counts in the on-time rate.
A018 = The cause `{ $id }` has { $count } acts; more than { $limit } are seldom all done.
    .help = Keep those that reach the root, drop the rest with their reason.

S001 = The cycle `{ $id }` is closed with { $count ->
    [one] one thing
   *[other] { $count } things
  } left open: { $open }.
    .help = Settle each (cause, act, result, carried, dropped), or open the cycle again with `status: open`.
S002 = `{ $id }` was opened while `{ $previous }` has things left behind: { $open }.
    .help = Explain, carry or drop them, and close { $previous }.
S003 = The closed cycle `{ $id }` was changed after it was archived ({ $archive }, { $day }).
    .help = Compare: opsreport diff { $period } now. Take the change back, or archive again with a reason: opsreport archive { $period } --again REASON.
S004 = This archive is not what its manifest says: { $file }{ $reason ->
    [none] { "" }
   *[other] { " " }({ $reason })
  }.
    .help = `opsreport verify` names every file that differs. Fetch the archive again from the repository or a backup.
S005 = Another archive of the name { $name } is { $other }, and it is not the same.
    .help = Keep the one whose root was noted when it was made, and move the other away; `opsreport verify` prints both roots.

# Numbers in sentences (N)

N007 = `{ $number }`, typed in { $cycle }, is no figure of that period.
    .help = The nearest is { $nearest }: { $kind } of { $metric } ({ $scope }, { $period }). Correct the number, or leave its unit out where it is no figure.
    .nothing = Nothing is measured in this unit. Leave the number out.
number-of-actual = the result
number-of-plan = the plan
number-of-previous = last year
number-of-gap = the variance
number-of-share = the attainment of the plan
number-of-change = the relative variance
number-of-year = the share of the year
number-of-bound = the tolerance
number-of-driver = the contribution
number-of-target = the target
number-of-cause = the effect
number-of-explained = the explained share
