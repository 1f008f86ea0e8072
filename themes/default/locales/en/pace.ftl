# How a period stands against its plan, and last year on like days.

pace-state-unplanned = Nothing is planned here.
pace-state-not-begun = Not begun; the plan is { $goal }.
pace-state-unmeasured = Begun, but no results file covers it yet; the plan is { $goal }.
pace-state-nothing-due = Nothing was planned so far, so there is no attainment and no landing; { $rest } is still to do.
pace-state-negative = More was refunded than sold ({ $actual }), so attainment and landing mean nothing; { $rest } is still to do.
pace-state-nothing-left = { $rest } short, and nothing is planned for the { $days } days left: no uplift is enough, the plan must change.
pace-state-reached = { $actual } is done, beyond the plan of { $goal }, with { $days } days left.
pace-state-met = Over: { $actual }, reaching the plan of { $goal }.
pace-state-missed = Over: { $actual }, { $rest } short of the plan of { $goal }.

# One or two words, under the name of a row
pace-word-not-begun = not begun
pace-word-unmeasured = no results yet
pace-word-nothing-due = nothing planned so far
pace-word-negative = refunds exceed sales
pace-word-nothing-left = nothing planned for the rest
pace-word-reached = reached early
pace-word-met = over, reached
pace-word-missed = over, missed

pace-actual = Done
pace-planned = Plan, same days
pace-attainment = Attainment
pace-done-share = Of the whole plan
pace-landing = Lands at
pace-uplift = Rest must be
pace-each = Needed a day
pace-of = plan { $plan }
pace-plan-share = plan { $plan }
pace-note = Actual and plan both end at the last complete day of the slowest source. Attainment is done ÷ plan of the same days; it lands at done + attainment × the rest of the plan, which has seasons and events in it.

# Last year, with events beside events
aligned-line = { $period } with events aligned { $aligned } on last year (not aligned { $plain })
aligned-lines = Where an event changed months: { $lines }.
aligned-note = An event changed days: { $metric }, { $line }.

# The plan page
home-pace-more = See the plan
plan-pace = Pace in detail
plan-pace-lede = This month, this quarter, the year, and the year of each product and marketplace; actual and plan are of the same days.
plan-pace-caption = Pace of { $metric }
plan-of = Plan of { $period }
plan-review = review
plan-csv = Download CSV
plan-csv-currency = Currency
plan-csv-from = Period
plan-csv-product-id = Product id
plan-csv-place-id = Marketplace id
plan-planned = Plan
plan-share = Of the year
plan-figures = What this month must reach
plan-days = Weeks and days
plan-days-lede = A day is the month's plan × the day's weight ÷ the month's weights. Weights of weekdays: { $weights }.
plan-days-lede-events = A day is the month's plan × the day's weight ÷ the month's weights. Weights of weekdays: { $weights }. On the days of events the lift multiplies them: what events gain is taken from the other days, and the month stays as it is.
plan-days-caption = Planned { $metric } in { $period }, by week and day
plan-week = Week
plan-cells = Products × marketplaces
plan-cells-caption = Planned { $metric } in { $period }, by product and marketplace
plan-units = What must be sold
plan-breakdown-note = Units are the amount ÷ the planned price, orders are units ÷ units per order, sessions are orders ÷ conversion; the planned price and rates stand with the goals. Units as shown sum to their total.
plan-dates = Deadlines and events of this month
plan-dates-lede = Acts and commitments still owed, events that begin, deadlines of events.
plan-elsewhere = See also
plan-month-headline = Plan for { $period }: { $metric } of { $amount }, { $share } of the year; the highest day is { $day } with { $top }.
plan-month-headline-nothing = No { $metric } is planned for { $period }.
plan-month-events = Events: { $events }.
plan-month-quiet = No event this month: days differ by their weekday alone.
plan-part-months = Months of { $year }
plan-part-caption = Planned { $metric }, { $who }
plan-part-units-caption = What { $who } must sell each month
plan-part-headline = { $who }: { $metric } of { $amount } planned in { $period }, { $share } of the company; the greatest month is { $month }.
plan-part-headline-nothing = { $who }: no { $metric } is planned in { $period }.
weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun

# The rules of the method page
rule-aligned = Last year: an event changed days
    .is = Day k of an event is set beside day k of the event it is aligned with (peak beside peak where both have as many), other days beside those 364 days before; days that are an event's on one side alone are left out on both. Where an event moved in or out, both numbers are given.
rule-pace = Pace
    .is = Attainment is actual ÷ plan of the same days; it lands at actual + attainment × the rest of the plan. Taking every day for alike (actual ÷ calendar progress) is wrong for a year with seasons, and no page uses it.
