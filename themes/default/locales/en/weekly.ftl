# The week: six weeks, twelve months, signals.
weekly-title = Weekly
weekly-none = No whole week is measured yet.
weekly-empty = The last six weeks and twelve months of every figure will be here, once a whole week of sales is reported.
weekly-headline = In { $period }, { $metric } came to { $share } of plan; { $signals } of { $count } figures { $signals ->
    [one] shows
   *[other] show
 } a signal.
weekly-headline-plain = In { $period }, { $signals } of { $count } figures { $signals ->
    [one] shows
   *[other] show
 } a signal.
weekly-signals = Exceptions
weekly-signals-lede = Outside their own natural limits, or on one side for long. The rest is noise and needs no reason.
weekly-inputs = Inputs
weekly-inputs-lede = What we can change ourselves. Six weeks at the left, twelve months at the right; ▲▼ is a signal.
weekly-outputs = Outputs
weekly-outputs-lede = What comes of it.
weekly-matrix = Plan × signal
weekly-matrix-lede = Which gaps deserve a cause.
weekly-quiet = All { $count } figures lie within their natural limits: nothing that needs a reason.
weekly-provisional = provisional
weekly-coarse = by month only
weekly-missing = no data yet
weekly-week-before = WoW
weekly-month-before = MoM
weekly-plan = vs plan
weekly-previous = vs LY
weekly-year = YTD
weekly-year-unit = YTD, { $unit }
weekly-how = Weeks and months each have a scale of their own. WoW, MoM: against the week or the month before; LY: last year; YTD: the year to date. Dot: the latest period. Large dot with ▲▼: a signal. Points are actual ÷ plan (of ratios, their own values); the first ten, or the ten after a change recorded in metrics.yaml, give the mean and the natural limits (mean ± 2.66 × mean moving range). A point outside them, eight in a row on one side, or three of four nearer a limit than the mean is a signal. Last year: weeks against 364 days before, months against the same month; differences of percentages are points.

signal-point = This period
signal-of-plan = actual ÷ plan
signal-limits = Natural limits
signal-shown = Signal
signal-ask = What to do
signal-range = { $from } to { $to }
signal-outside = outside the limits
signal-run = eight in a row on one side
signal-near = three of four near a limit
signal-since = judged anew since { $day }: { $reason }
signal-matrix = Plan and signal
signal-against = Against plan
signal-routine = Routine
signal-exceptional = Exceptional
signal-tolerance = {" "}(from { $limit })
signal-on-plan = On plan
signal-off-plan = Off plan
signal-wait = Provisional, no cause asked for yet: { $names }.
signal-more-points = Fewer than ten points, not enough to tell: { $names }.
signal-no-place = No plan to compare with: { $names }.
ask-find-cause = Find the cause and act
ask-replan = Change the process or the plan; no one-off cause
ask-learn = Still on plan: learn what changed
ask-leave-alone = Leave it alone
ask-wait = Data may change: ask no cause yet
ask-more-points = Not enough points: wait
ask-no-plan = No plan: see what it moved
