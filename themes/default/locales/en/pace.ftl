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
list-semicolon = { "; " }

# The plan page
plan-pace = Pace
plan-pace-lede = This month, this quarter, the year, and the year of each product and marketplace; actual and plan are of the same days.
plan-pace-caption = Pace of { $metric }
