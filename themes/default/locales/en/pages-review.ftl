# The words of the reviews, the standards, the team and the toolbox
review-title = Review { $cycle }
review-day = review on { $day }
review-headline = { $figure }; { $loop }.
result-none = No figures yet for { $period }
result-not-yet = No { $metric } figure yet for { $period }
result-plan-above = { $metric } of { $actual } in { $period }, { $share } above plan
result-plan-below = { $metric } of { $actual } in { $period }, { $share } below plan
result-previous-above = { $metric } of { $actual } in { $period }, { $share } above last year
result-previous-below = { $metric } of { $actual } in { $period }, { $share } below last year
result-plain = { $metric } of { $actual } in { $period }
loop-not-checked = not checked yet
loop-no-gap = no material unfavourable gap
loop-all-closed = { $gaps ->
    [one] the only material gap is closed
   *[other] all { $gaps } material gaps are closed
}
loop-open = { $gaps ->
    [one] the only material gap is open
   *[other] { $closed } of { $gaps } material gaps closed
}
review-cut = It ends on { $end }: { $metric } is cut at { $day }, and plan and last year with it.
review-plan = Plan: what did we say?
review-plan-empty = This cycle has no plan items yet.
review-do = Do: what was done?
review-do-empty = Nothing is written yet of what was done.
review-check = Check: what happened, and why?
review-check-empty = Nothing is checked yet: the gaps that need a cause are written here.
review-act = Act: what is done, what becomes standard?
review-act-empty = This cycle has no actions.
review-others = Other cycles
review-findings = { $count ->
    [one] One thing to mend in this cycle
   *[other] { $count } things to mend in this cycle
}
review-appendix = Appendix: the company's figures of { $period }
severity-error = Error
severity-warning = Warning
severity-info = Note
review-before = before
review-after = after
review-around = part of
review-within = within
review-check-of = { $item } (check of { $cycle })
review-feedback = Feedback { $id }
in-cycle = {" "}({ $cycle })
stop-comma = {", "}
labelled = { $name }:{" "}
bracket-open = {" ("}
bracket-close = )
do-work = What was done
do-when = Days
do-earlier = Earlier entries of the log ({ $count })
do-days = { $from } to { $to }
do-progress = { $share } done
evidence-file = see { $file }
cycle-planned = not begun
cycle-open = open
cycle-closing = closing
cycle-closed = closed

plan-goal = Goal
plan-goal-name = { $metric } { $year }
plan-target = Figure
plan-course = From → to
plan-baseline-previous = { $value } last year
plan-target-plan = { $value } as planned
plan-baseline-none = nothing last year
plan-no-target = no planned value
plan-hypothesis = Hypothesis
plan-effect = Expected effect
plan-from = Carried from
plan-outcome = Outcome

check-table = Whole company, { $period }: actual, plan and last year
check-items = What was checked
head-checked = Item
head-target = Target
check-apart = Where the gap is not an amount, the amounts of its causes are not given as a share of it.
verdict-unknown = cannot be judged yet
verdict-material = material unfavourable gap
verdict-favourable = material favourable gap
verdict-within = below the threshold
cause-why = Why
cause-worth = Effect
cause-control = In our hands
causes-behind = { $count ->
    [one] Why and evidence of the cause
   *[other] Why and evidence of the { $count } causes
}
cause-evidence = Evidence
cause-controllable = yes
cause-outside = no
explained-share = together { $sum }, { $share } of the gap
explained-sum = together { $sum }

act-causes = Answers
act-became = What followed
act-expect = Effect check
act-standard = Became standard
act-carried = Carried to
act-reason = Reason
act-decided = Decided
act-due = due { $day }
act-standardise = Standardise
act-correct = Correct
act-carry = Carry on
act-adjust-plan = Adjust the plan
act-drop = Drop
progress-done = done
progress-done-on = done on { $day }
progress-done-late = done on { $day }, { $days } days late
progress-carried = carried on
progress-dropped = dropped
progress-late = { $days } days overdue
progress-under-way = under way
progress-open = not begun
effect-due = checked on { $day }
effect-pending = to be checked
effect-effective = effective
effect-partly = partly effective
effect-not-effective = not effective
effect-checked = {" "}({ $day })
effect-measured = measured { $value }
effect-so-far = { $value } up to { $day }
effect-no-window = no window to measure
effect-not-begun = the window has not begun
effect-reopened = {"; reopened as "}
rollouts = Roll-out

learned = Retrospective
learned-goal = Goal
learned-result = Result
learned-reached = { $reached } of { $all } checked items reached
learned-more-causes = {" "}(and { $count } more)
learned-unwritten = not written yet: add retrospective.insight to { $file }
learned-plan = plan changed to { $plan }
learned-analysis = Analysis
learned-insight = Insight
learned-standard = Becomes standard
learned-next = Into the next plan

reviews-title = Reviews
reviews-to = to { $day }
reviews-none = There are no review cycles yet.
reviews-no-gap = What was checked has no material unfavourable gap.
reviews-headline = { $closed } of { $gaps } material gaps are closed, and no action is overdue.
reviews-headline-late = { $closed } of { $gaps } material gaps are closed; { $late ->
    [one] one has an overdue action
   *[other] { $late } have an overdue action
}.
reviews-empty = The reviews of weeks, months, quarters and years stand here: what was said, what happened, what was learned, what became standard.
reviews-cycles = All cycles
reviews-ledger = Every material gap
reviews-more = Read on
reviews-note = Attainment = actual ÷ plan of the same days. Closed = the effect on a material unfavourable gap was verified.
head-cycle = Cycle
head-attainment = Attainment
head-closed = Closed
head-review = Review

standards-title = Standards
standards-about = What worked, grown from gaps and written down
standards-none = There are no standards yet.
standards-empty = What works becomes a standard and stands here: its version, its owner, the gap it came from.
head-standard = Standard
head-version = Version
head-updated = Updated
standard-born = Born from
standard-version = {"Version "}{ $version }:{" "}
standard-made-by = {"From the action: "}

team-title = Team
team-about = Who can do what, and where we are one person deep
team-none = It is not known yet which skills this stage needs.
team-headline = { $stage } needs { $needed } people-skills, and { $met } are there.
team-headline-one = { $stage } needs { $needed } people-skills, and { $met } are there; one person alone covers { $one }.
team-headline-nobody = { $stage } needs { $needed } people-skills, and { $met } are there; nobody covers { $nobody }.
team-headline-both = { $stage } needs { $needed } people-skills, and { $met } are there; one person alone covers { $one }, nobody { $nobody }.
team-empty = The skills this stage of the company needs, and what each person can do, stand here.
team-pyramid = Skills covered, people
team-pyramid-when = against the need of this stage
team-pyramid-message = { $share } of the need is covered.
team-pyramid-how = Coverage = sum over skills of the lesser of have and need ÷ sum of need; a surplus in one skill does not fill another.
team-needs = Need and have
team-matrix = Who can do what
team-matrix-note = An assessment older than { $days } days is due again.
team-develop = Development
stage-start = The start
stage-growth = Growth
stage-scale = Scale
standing-nobody = nobody
standing-one = one person only
standing-short = too few
standing-met = enough
head-tier = Tier
head-skill = Skill
head-level = At least
head-need = Need
head-have = Have
head-who = Who
head-person = Person
head-assessed = Assessed
head-step = From → to
head-how = How
never-assessed = not assessed
days-ago = { $days } days ago

toolbox-title = Toolbox
toolbox-about = Which of the platform's tools we use, and which figures they feed
toolbox-none = There is no list of tools yet.
toolbox-headline = { $used } of the platform's { $tools } tools are used, at least one at every stage.
toolbox-headline-stages = { $used } of the platform's { $tools } tools are used; none at the stage { $stages }.
toolbox-empty = The platform's tools of every stage stand here: used or not, by whom, and which figures they feed.
toolbox-heed = To heed
toolbox-stage-unused = no tool of this stage is used
toolbox-stages = Tools by stage
toolbox-head-stage = Stage
head-tool = Tool
head-used = Use
head-last = Last used
head-feeds = Figures it feeds
tool-used = used
tool-unused = not used
