# What all pages share: figures, exhibits, the loop, the home page
company-whole = Whole company
product-unmapped = Unmapped products
list-comma = {", "}
name-unit = { $name }, { $unit }
unit-days = days
unit-points = pp
until = to { $day }
since = from { $day }
since-until = { $from } to { $to }
since-day = from { $day }, nothing is measured before
both-days = { $first }; { $last }
until-day = up to { $day }
provisional = provisional
months-of = by month, { $year }
from-to = { $from } to { $to }
against-plan = vs plan
against-previous = vs last year
reading-missing = no data
reading-coarse = whole months only
reading-undefined = not defined
head-period = Period
head-part = Part
head-item = Item
head-product = Product
head-marketplace = Marketplace
head-actual = Actual
head-plan = Plan
head-variance-plan = Variance
head-relative = Variance %
head-share = Share
head-previous = Last year
head-variance-previous = vs last year
head-relative-previous = vs last year %
head-driver = Driver
head-contribution = Contribution
head-scope = Where
head-gap = Gap
head-cause = Cause
head-act = Action
head-owner = Owner
head-due = Due
head-state = State
variance-of = { $metric }, variance to plan
columns-how = A period that has not ended is cut at its last complete day, on all sides. Variance = actual − plan.
columns-message-plan = { $all ->
    [1] { $worst } fell behind the plan ({ $gap }).
   *[other] { $reached } of { $all } periods reached the plan; { $worst } fell furthest behind ({ $gap }).
}
columns-message-plan-all = { $all ->
    [1] The one period measured so far reached the plan.
   *[other] All { $all } periods reached the plan.
}
columns-message-previous = { $all ->
    [1] { $worst } fell behind last year ({ $gap }).
   *[other] { $reached } of { $all } periods beat last year; { $worst } fell furthest behind ({ $gap }).
}
columns-message-previous-all = { $all ->
    [1] The one period that can be compared beat last year.
   *[other] All { $all } periods beat last year.
}
bars-message-plan = { $worst } is furthest behind plan ({ $gap }).
bars-message-previous = { $worst } is furthest behind last year ({ $gap }).
bars-message-ahead = { $largest } is the largest; none is behind.
bars-message-largest = { $largest } is the largest.
bridge-when-plan = { $span }, plan to actual
bridge-when-previous = { $span }, last year to actual
bridge-message = { $change } { $against }: { $down } of decreases, { $up } of increases.
bridge-message-one-way = { $change } { $against }: all drivers point the same way.
bridge-how = Split along { $expr } by the exact chain rule: no order of factors, no residual; the parts sum to the variance.
heat-alt = Each cell is the variance to plan of a product in a marketplace.
heat-how = The tint is the size of the variance, blue favourable, orange unfavourable; the sign is the variance itself.
heat-message = Furthest behind: { $worst }; furthest ahead: { $best }.
heat-message-worst = Furthest behind: { $worst }.
heat-message-best = Furthest ahead: { $best }.
pace-done = of { $metric } done
pace-beside = plan { $plan } · calendar { $calendar }
pace-each-week = That is { $day } a day, { $week } a week.
pace-each-day = That is { $day } a day.
pace-behind = At this attainment the year lands at { $landing }, below the goal of { $goal }; the rest of the plan must be done ×{ $uplift }.
pace-ahead = At this attainment the year lands at { $landing }, reaching the goal of { $goal }; ×{ $uplift } of the remaining plan is enough.
headline-nothing = There are no figures yet.
headline-no-figure = There is no { $metric } figure for { $period } yet ({ $who }).
headline-plain = { $who }: { $metric } of { $actual } in { $period }.
headline-about = { $who }: { $words }
share-above = { $share } above
share-below = { $share } below
headline-plan-above = { $metric } of { $actual } in { $period } was { $share } above plan.
headline-plan-below = { $metric } of { $actual } in { $period } was { $share } below plan.
headline-previous-above = { $metric } of { $actual } in { $period } was { $share } above last year.
headline-previous-below = { $metric } of { $actual } in { $period } was { $share } below last year.
headline-plan-above-and = { $metric } of { $actual } in { $period } was { $share } above plan, and { $profit } { $profit-share }.
headline-plan-above-but = { $metric } of { $actual } in { $period } was { $share } above plan, but { $profit } { $profit-share }.
headline-plan-below-and = { $metric } of { $actual } in { $period } was { $share } below plan, and { $profit } { $profit-share }.
headline-plan-below-but = { $metric } of { $actual } in { $period } was { $share } below plan, but { $profit } { $profit-share }.
told = { $change } { $against }: { $drivers }.
told-hurt = { $drivers } hurt
told-helped = { $drivers } helped
told-moved = { $drivers }
told-rest = the rest, { $rest }, is not named ({ $share } of all movement)
told-until = Drivers are known to { $day }. { $words }
state-late = overdue
state-late-by = { $days } days overdue
state-not-effective = done, did not work
state-no-cause = no cause yet
state-no-act = no action yet
state-acting = under way
state-awaiting = done, effect not checked yet
state-awaiting-on = done, effect check { $day }
state-handed-on = carried to a later cycle
state-verified = verified effective
state-on-plan = no unfavourable gap
ledger-caption = Gaps with their cause, action and state
loop-gaps = Material gaps
loop-caused = with a cause
loop-acted = with an action
loop-verified = verified effective
loop-late = action overdue
loop-closure = Closure rate
loop-note = Closure rate = verified effective ÷ material unfavourable gaps, over all review cycles.
home-title = Overview
home-pace = Pace
home-next = Next
home-gaps = From gap to action
home-gaps-more = All reviews
home-loop = The loop
home-empty = Figures appear here once there is a file of results. Say in opsreport.yaml where it is:
method-title = How figures are made
data-title = Data

# Where only the largest parts are shown
shown-largest = The picture shows the { $shown } largest of { $count }; the figures behind it have them all.
parts-largest = The { $shown } largest of { $count }; the table of the year has them all.
sentence-space = {" "}
