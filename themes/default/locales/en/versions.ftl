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
versions-unchanged = As the latest version has it
versions-note = Landing: the year's end when the rest of this version is reached as the part so far was.
versions-months = { $metric } by month in each version
versions-months-note = Below an amount: the difference to the version before it.
versions-empty = Nothing was frozen yet. When the plan is agreed, freeze it, so that variances can name the version they are measured against.

season = Season from results
season-lede = From { $measure } of { $years }, with events moved to where they will fall. Taken in place of the typed months, it would change { $product } most in { $month }: { $change } percentage points of its year, { $amount }. Nothing changes until it is written: opsreport plan season --goal { $goal }.
season-lede-same = From { $measure } of { $years }, with events moved to where they will fall. It is what { $goal } has already.
season-all = All others
season-caption = Proposed share of each month in the year
season-note = Below a share: its difference to the share that holds now, in percentage points. Every year counts the same; growth within a year is part of its season.
season-short = { $product } has { $months } months of its own and takes the season of the others.
season-between = { " " }
