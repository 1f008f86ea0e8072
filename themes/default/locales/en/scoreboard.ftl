# The scoreboard: what became of forecasts and calls.

scoreboard-title = Scoreboard
scoreboard-eyebrow = Market prophet
scoreboard-better = {$who}: {$share} less wrong than repeating last year ({$n} forecasts over {$periods} periods)
scoreboard-worse = {$who}: {$share} more wrong than repeating last year ({$n} forecasts over {$periods} periods)
scoreboard-even = {$who}: no better or worse than repeating last year, as far as {$n} forecasts of {$periods} periods can tell ({$share} apart)
scoreboard-too-few = Too few to judge: {$n} of {$least}
scoreboard-none = No forecast or call has come due yet
scoreboard-lede-narrow = Only {$share} lay in the 80% band: read it wider than it is drawn.
scoreboard-lede-wide = {$share} lay in the 80% band: it is too wide.
scoreboard-lede = {$n ->
    [one] One call is
   *[other] {$n} calls are
} resolved, Brier score {$brier} (distance of probabilities from outcomes: 0 is best, always saying 50% gives 0.25){$due ->
    [0] .
    [one] ; one more is due and has no outcome.
   *[other] ; {$due} more are due and have no outcome.
}
scoreboard-lede-none = {$n ->
    [one] One call is
   *[other] {$n} calls are
} written down, none is resolved{$due ->
    [0] .
    [one] ; one is due.
   *[other] ; {$due} are due.
}

# Calls
scoreboard-calls = Calls
scoreboard-due = Due: please write what happened. {$calls}.
scoreboard-or-not = line {$line}; not-happened if it did not
scoreboard-failed = Calls that failed
score-failed-call = What was called
score-said = Said
score-happened = Outcome
scoreboard-said = {$share} ({$word})
scoreboard-calibration = What was said and what came true
score-likelihood = Word
score-calls = Calls
score-mean-probability = Mean probability
score-came-true = Came true
scoreboard-brier = Brier score {$brier}; {$rate} of {$n} calls came true, {$skill} better than always saying that rate.
scoreboard-brier-few = Brier score {$brier}; {$rate} of {$n} calls came true. Under {$least}, nothing is said of how good they are.
scoreboard-calls-all = All calls

score-likelihood-almost-no-chance = almost no chance
score-likelihood-very-unlikely = very unlikely
score-likelihood-unlikely = unlikely
score-likelihood-even-chance = even chance
score-likelihood-likely = likely
score-likelihood-very-likely = very likely
score-likelihood-almost-certain = almost certain

# Forecasts
scoreboard-forecasts = Whose forecasts are right
scoreboard-authors = Scores by author
scoreboard-authors-note = MASE: the error as a multiple of what repeating was wrong by on average in the past; lower is better, and further ahead it grows. Less wrong (forecast value added, FVA): than repeating last year; negative is more wrong.
scoreboard-of-tool = The program’s forecasts
scoreboard-horizons = By how many periods ahead
scoreboard-methods = By method
scoreboard-metrics = By figure
scoreboard-tool = The program
scoreboard-all = All
scoreboard-method = {$method}, version {$version}
score-method-combination = Combination of seven
score-method-year-ago = Year ago and level
score-method-pooled-season = Season of its class
score-method-level = Level
score-method-constant = Constant
score-method-launch = Launch by plan
score-method-calendar = calendar of events
score-method-plan = season of the plan
score-horizon = {$periods} ahead
score-horizon-running = Running period
score-author = Author
score-which = Which
score-points = Count
score-mase = MASE
score-added = Less wrong
score-coverage80 = In the 80% band
score-coverage95 = In the 95% band
score-verdict = Verdict
score-inside = Inside
score-wilson = Likely range (95%)
score-verdict-better = better than repeating
score-verdict-even = cannot tell
score-verdict-worse = worse than repeating
score-verdict-none = under 20
score-fit-too-narrow = too narrow
score-fit-sound = sound
score-fit-too-wide = too wide
scoreboard-coverage-what = share of outcomes in the 80% band; the line is at 80%
scoreboard-coverage-when = by periods ahead
scoreboard-coverage-message = {$share} lay in the 80% band ({$n} forecasts)
scoreboard-coverage-how = The line is at 80%; few forecasts may well lie off it. The table has the likely range.
scoreboard-bar = {$share} ({$n})

# One by one
scoreboard-losing = Lost three periods or more in a row
scoreboard-losing-note = Of each period, the last forecast made before it began; lost where repeating last year came nearer.
scoreboard-in-a-row = {$n} in a row ({$periods})
scoreboard-people = Forecasts that people wrote
scoreboard-people-note = The last 12 that are over.
scoreboard-restated = {$value} (changed since)
scoreboard-band-held = {$level}: {$low} to {$high}
scoreboard-band-missed = {$level}: {$low} to {$high}, missed
score-figure = Figure
score-lost = Lost
score-last-said = Last said
score-came = Came
score-last-year = Last year

# How
scoreboard-how = How this is computed
scoreboard-how-error-name = Errors
scoreboard-how-error = A forecast is scored once its period is measured to the end and no longer changes. Each error is divided by what repeating was wrong by on average in the history known then (repeating last year from two years on, else the period before), so that units do not matter. “Less wrong” is 1 − error ÷ error of repeating last year, with the figures known on the day of issue. A period that had begun stands apart.
scoreboard-how-bands-name = Bands
scoreboard-how-bands = How many held of all; the likely range is Wilson’s. From {$log} scored forecasts of five periods on, its bands are widened or narrowed by the log, and the name of the method says so.
scoreboard-how-judge-name = Verdicts
scoreboard-how-judge = None under {$least}. Forecasts of one period count as one draw of chance; better or worse is said at 95% only. What loses {$row} periods in a row is listed.
scoreboard-how-calls-name = Calls
scoreboard-how-calls = The Brier score is the mean squared distance of the probability from the outcome (1 or 0). A call that is due without an outcome is listed, not scored.
scoreboard-learned = Learned from {$n} forecasts so far: on the whole 80% bands times {$narrow}, 95% bands times {$wide}; horizons and figures that stand out have their own.

scoreboard-prophets = The tier of the pyramid that answers for these scores
scoreboard-prophets-met = {$met} of {$need} people
scoreboard-empty-words = Calls and forecasts of briefings, and forecasts the program issues (opsreport forecast --issue), are scored here once they are due.
scoreboard-empty-yaml =
    calls:
    - {"{"}id: MB-{$year}-01-1a, text: Rival B raises its price this year, probability: 70%, resolves: {$year}-12-31, outcome: pending{"}"}
