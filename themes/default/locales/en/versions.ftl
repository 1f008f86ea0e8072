## Versions of the plan.

plan-name-open = Plan, not frozen
plan-name-is = Plan { $version }, frozen { $day }
plan-name-draft = Plan: draft (changed after { $version })
plan-name-fixed = Measured against plan { $version }, frozen { $day }

versions = Versions and what changed
versions-lede = { $plan }. A frozen version never changes: a new one says why the plan is another.
versions-caption = Versions of the plan
versions-version = Version
versions-frozen = Frozen
versions-by = By
versions-reason = Why
versions-attained = Reached of plan to date
versions-landing = Landing
versions-in-force = In force
versions-changed = Changed since it was frozen: a draft
versions-note = Landing: the year's end when the rest of this version is reached as the part so far was.
versions-months = { $metric } by month in each version
versions-months-note = Only months that changed. Below an amount: the difference to the version before it.
versions-empty = Nothing was frozen yet. When the plan is agreed, freeze it, so that variances can name the version they are measured against.

season = Season from results
season-lede = From { $measure } of { $years }, with events moved to where they will fall. Taken in place of the typed months, it would change { $product } most in { $month }: { $change } percentage points of its year, { $amount }. Nothing changes until it is written: opsreport plan season --goal { $goal }.
season-lede-same = From { $measure } of { $years }, with events moved to where they will fall. It is what { $goal } has already.
season-all = All others
season-caption = Proposed share of each month in the year
season-note = Below a share: its difference to the share that holds now, in percentage points. Every year counts the same; growth within a year is part of its season.
season-short = { $product } has { $months } months of its own and takes the season of the others.
season-between = { " " }

season-years-between = , { "" }

bottom-up = From the bottom up
bottom-up-lede = { $metric } { $year }: { $forecast } are expected where the plan gives { $plan } ({ $gap }), which is { $share } of the whole plan. { $open ->
    [0] No gap is open.
    [one] One gap is open.
   *[other] { $open } gaps are open.
} { $rule }
bottom-up-lede-none = Nobody wrote yet what departments and products expect. Beside the plan it shows which gaps are open, which are taken on as a stretch, and which are closed.
bottom-up-and = { " and " }
bottom-up-or = { " or " }
bottom-up-below = A gap is closed while it does not reach { $bounds } of the plan.
bottom-up-exact = A gap is closed when the two are equal to the minor unit.
bottom-up-caption = { $metric } { $year }: plan and expectation
bottom-up-part = Part
bottom-up-plan = Plan
bottom-up-forecast = Expected
bottom-up-gap = Gap
bottom-up-share = Covered
bottom-up-state = State
bottom-up-by = By
bottom-up-closed = Closed
bottom-up-stretch = Stretch
bottom-up-open = Open
bottom-up-sum = sum of { $count }
bottom-up-note = The gap is to the plan of the covered parts alone. A stretch is a gap that the owner of the goal took on.
