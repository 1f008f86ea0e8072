# Standards, feedback, batches, people, tools

standards-headline = { $count } standards; the latest change is to “{ $latest }” ({ $day }), and { $open ->
    [one] one roll-out is open
   *[other] { $open } roll-outs are open
}.
standards-headline-late = { $count } standards; the latest change is to “{ $latest }” ({ $day }); { $open ->
    [one] one roll-out is open
   *[other] { $open } roll-outs are open
}, { $late } late.
standards-headline-done = { $count } standards; the latest change is to “{ $latest }” ({ $day }), and every roll-out is done.
standards-open = Still to be brought
standard-brought = { $done } of { $all } done
standard-gap = { $cycle }: { $actual }, target { $target }
standard-gap-untargeted = { $cycle }: { $actual }
standard-born-of = Born from:{ " " }
standard-became = ; a standard since { $day }.
head-rollouts = Roll-out

feedback-headline-answered = { $all ->
    [one] The one piece of feedback has somebody.
   *[other] All { $all } pieces of feedback have somebody.
}
feedback-headline = { $waiting } of { $all } pieces of feedback { $waiting ->
    [one] waits
   *[other] wait
} for somebody, the oldest for { $days ->
    [one] one working day
   *[other] { $days } working days
}: { $text }.
feedback-lede = { $runs } are under way, { $told } have an outcome that was told back, { $untold } have one that was not.
feedback-lede-told = { $runs } are under way; every outcome ({ $told }) was told back.
feedback-open = Waiting for the next step
feedback-open-lede = Somebody takes it up within five working days and says within five more what it becomes; an outcome is told back.
feedback-open-none = Every piece has somebody, and every outcome was told back.
feedback-by-kind = About what
feedback-by-department = Routed to whom
feedback-to-nobody = nobody yet
feedback-waits = { $days ->
    [one] one working day, nobody
   *[other] { $days } working days, nobody
}
feedback-undecided = taken up { $days ->
    [one] one working day ago
   *[other] { $days } working days ago
}, no outcome
feedback-untold = outcome { $days ->
    [one] one working day ago
   *[other] { $days } working days ago
}, not told back
feedback-answered-late = { $day }, after { $days } working days
feedback-to-come = not in a cycle yet
feedback-plan-runs = { $cycle }, under way
feedback-plan-over = { $cycle }, over
feedback-not-over = outcome to come
duty-feedback = What is said to us
head-all = Pieces
head-unheard = Nobody
head-in-hand = Under way
head-untold = To tell back
head-told-back = Told back
head-loudest = What most of those asked say

batch-taken-over = Targets from the batch before
batch-targets-lede = { $kept } of { $all } targets kept, { $missed } missed.
batch-no-next = no next batch yet
batch-target-kept = { $days } days, kept
batch-target-missed = { $days } days, { $over } too many
batch-target-overrun = not over, more than { $target } days
batch-target-open = not over
batch-target-no-stage = no such stage in the next batch
head-target-days = Target, days
head-before-days = Batch before, days
head-plan-days = Plan, days
head-kept = Outcome
head-next-batch = In the next batch

team-plan-all = The plan of learning leads to { $met } of { $needed } by { $day } and fills every gap.
team-plan-short = The plan of learning leads to { $met } of { $needed } by { $day }; still short: { $short }.
team-work = Work that takes these skills
team-work-lede = Of { $all } open pieces of work, { $bare } { $bare ->
    [one] has
   *[other] have
} nobody who can do it, or nobody there on the day.
team-work-lede-fine = All { $all } open pieces of work have somebody who can do them.
team-work-away = away that day
team-work-fine = somebody can
team-away = Who is away
team-no-cover = nobody stands in
head-work = Work
head-from-day = From
head-to-day = To
head-bare = Nobody else can
head-stands-in = Stands in

toolbox-stale = { $tool } was not used for { $days } days (last on { $day })
toolbox-idle = marked as used, feeds no figure
toolbox-feeds-nothing = nothing
toolbox-sources = Where figures come from
toolbox-sources-lede = The tool that each figure comes from, when it was last used, and until when the figure is known.
toolbox-not-known = no data yet
toolbox-unfed = Without a tool that feeds them: { $figures }.
head-from-tool = Tool
head-known-until = Known until
