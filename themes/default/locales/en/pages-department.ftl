# The words of the departments, feedback, batches, data and method
today = today
everywhere = everywhere
head-what = What
head-with = With
head-done = Done
head-agreement = Agreement
head-why = Serves
head-offers = Dates offered
head-choice = Choices
head-because = Because
head-skills = Skills
head-learns = Learning
head-total = Total
head-moq = Least order
head-carton = Units per carton
head-cartons = Cartons
head-event = Event
head-days = Days
head-lift = Lift
head-deadlines = Deadlines
head-route = Route
head-days-total = Days in all
head-legs = Days per leg
head-alternative = Alternative
head-touches = Touches
head-department = Department
head-owes = Owes
head-late = Overdue
head-next = Next due
head-owed = Is owed
head-decide = To decide
head-from-to = From ＼ to
head-said = What was said
head-about = About
head-base = How many
head-to = For
head-waits = Waiting
head-ack = Taken up by
head-became = Became
head-told = Told back
head-stage = Stage
head-planned-end = Planned end
head-actual-end = Actual end
head-slip = Slip, days
head-money = Item
head-amount = Amount
head-per-unit = Per unit
head-kpi = Figure
head-next-days = Days, next batch
head-took-days = Days, this batch
head-seen-to = Seen to by cycle
head-day = Day
head-flow = Flow
head-sum = Sum
head-kind = Kind
head-files = Files
head-rows = Rows
head-checks = Self-checks
head-where = Where
head-reason = Reason
head-sku = SKU or ASIN
head-largest-share = Largest share of a file's sales
head-column = Column
head-file = File
head-totals = Totals in the file
head-measure = Measure
head-fineness = Fineness
head-figure = Figure
head-lag = Days late
head-provisional = Provisional
head-final = Last day final on
head-formula = Formula
head-unit = Unit
head-better = Better
head-tolerance = Threshold
head-term = Term
head-other-language = Chinese
head-meaning = Meaning

# Commitments
commitment-quantity = { $count } units
commitment-done = done
commitment-done-on = done { $day }
commitment-done-late = done { $day }, { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
commitment-dropped = dropped
commitment-carried = carried to a later cycle
commitment-left = { $days ->
    [0] due today
    [one] { $days } day left
   *[other] { $days } days left
}
agreement-agreed = Both signed { $day }
agreement-signed = { $who } signed { $day }
agreement-declined = declined
agreement-none = not discussed yet
agreement-waits = { $who } must answer { $day }
offer = { $who }: { $day }
offer-we-owe = we would do it
offer-they-owe = they would do it
choice = agree to { $day }, or offer another day
choice-age = { $days ->
    [0] offered today
    [one] waiting { $days } day
   *[other] waiting { $days } days
}

# Departments
departments-title = Departments
departments-headline-none = No commitment between departments is open.
departments-headline = { $open ->
    [one] { $open } commitment between departments is open,
   *[other] { $open } commitments between departments are open,
} none overdue.
departments-headline-late = { $open ->
    [one] { $open } commitment between departments is open,
   *[other] { $open } commitments between departments are open,
} { $late } overdue ({ $who }).
departments-matrix = Who owes whom
departments-matrix-lede = Open commitments: rows owe, columns wait.
departments-late = { $count } overdue
departments-empty = Write the departments and what they owe each other, and each has a page of its own:
departments-shared = Shared by all departments
departments-feedback-title = What customers and the market said, who took it up, what it became
departments-standards-title = Ways of working that were seen to work
departments-team-title = Who can do what, and where we are one person deep
departments-toolbox-title = Which of the platform's tools are used, and what they feed
department-headline-none = { $who } owes nothing to others.
department-headline = { $who } owes { $owed ->
    [one] one thing,
   *[other] { $owed } things,
} none overdue; next due { $day }: { $what }.
department-headline-all = { $who } owes { $owed ->
    [one] one thing,
   *[other] { $owed } things,
} none overdue.
department-headline-late = { $who } owes { $owed ->
    [one] one thing,
   *[other] { $owed } things,
} { $late } overdue; next due { $day }: { $what }.
department-headline-late-all = { $who } owes { $owed ->
    [one] one thing,
   *[other] { $owed } things,
} { $late } overdue.
department-lede = { $due ->
    [0] Nothing is owed to us
    [one] One thing is owed to us
   *[other] { $due } things are owed to us
}{ $late ->
    [0] {""}
   *[other] , { $late } overdue
}; { $decide ->
    [0] nothing waits for our decision
    [one] one thing waits for our decision
   *[other] { $decide } things wait for our decision
}.
department-decide = To decide
department-decide-lede = { $count ->
    [0] No offer and no feedback waits for an answer of this department.
    [one] One thing waits for an answer of this department.
   *[other] { $count } things wait for an answer of this department.
}
department-owe = We owe
department-owe-nothing = All that was promised to others is done.
department-owe-empty = This department has no open commitment. To add one, write in this file:
department-due = Owed to us
department-due-empty = No other department owes this one anything.
person-owe = To hand over to others
person-due = To come from others
department-actions = Actions promised in reviews
department-briefing = Asked by the market briefing
department-briefing-lede = Promise it as a commitment, or decline it with a reason; what was promised stands above.
department-changed = What changed since the last review
department-changed-earlier = { $count ->
    [one] one earlier change
   *[other] { $count } earlier changes
}
department-changed-lede = { $count ->
    [0] Nothing has changed since the review of { $day }.
    [one] One entry since the review of { $day }.
   *[other] { $count } entries since the review of { $day }, the newest first.
}
department-why = Why it matters
department-why-lede = What the commitments above serve; figures are the whole company's.
department-goals = Goals served, whole company, this year so far
department-over = Commitments that are over
department-over-count = { $count ->
    [one] One commitment that is over
   *[other] { $count } commitments that are over
}
department-people = People and skills
department-people-more = Skills of the company
changed-proposed = { "offered " }{ $day }{ ": " }
changed-countered = { "offered " }{ $day }{ " instead: " }
changed-agreed = { "agreed: " }
changed-declined = { "declined: " }
changed-done = { "done: " }
changed-feedback = { "new feedback: " }
event-running = { $span }, running
event-in = { $span }, { $days ->
    [one] in { $days } day
   *[other] in { $days } days
}
event-confirmed = announced
event-planned = days not confirmed
skills-level = { $skill }: { $level }
skills-none = not assessed yet
skills-assessed = assessed { $day }
skills-learns = { $skill } to “{ $level }” by { $day }

# The plan as a department needs it
duty-production = What to have ready
duty-production-lede = Units the plan sells, from planned sales by planned prices, up to { $month }; months without a plan are left out. Stock and goods under way are not deducted.
duty-production-note = Units follow from the plan. Cartons = total ÷ units per carton, a begun carton counted whole.
duty-promotion = Promotion calendar
duty-promotion-lede = Next is { $event }, { $span }.
deadlines-none = none noted
deadline-deal = deal submission
deadline-fba-minimal-split = at FBA (minimal split)
deadline-fba-optimized-split = at FBA (optimised split)
duty-routes = Routes and legs
duty-closures = Closures
route-instead = { $leg } in { $days } days
route-extra-cost = { $amount } more a unit
duty-product-feedback = What is said of the product
duty-market-feedback = What is said of the market
duty-returns = Returns
duty-returns-lede = The company's return rate in { $period } was { $rate }.
duty-returns-lede-provisional = The company's return rate in { $period } was { $rate }, provisional: late returns may still change it.
duty-returns-note = Returned units ÷ units sold, actual; coloured against the plan, orange higher, blue lower.
duty-next = Next in the whole company
duty-limits = Limits of the year
limit-most = at most { $amount }
duty-rates = Exchange rates and payouts
duty-rates-lede = The exchange rates and payout days in force; { $stale ->
    [0] all were checked within 90 days
    [one] one was last checked more than 90 days ago
   *[other] { $stale } were last checked more than 90 days ago
}.
rate-payout = Payout
rate-value-delivery_days = delivery { $value } days
rate-value-hold_days = held { $value } days
rate-value-cycle_days = paid every { $value } days
rate-value-cycle_anchor = counted from { $value }
rate-value-bank_days = bank { $value } days
rate-value-plan = plan { $value }

# Feedback
feedback-title = Feedback
feedback-headline-none = There is no feedback yet.
feedback-empty = What customers and the market say is not lost when it is written here:
feedback-no-product = Of no single product
feedback-to-product = Product page
feedback-base = { $count } / { $of } = { $share }
feedback-no-base = { $count }, base not known
feedback-turned-down = declined
feedback-told = told { $day }
feedback-kind-product = Product
feedback-kind-competitor = Competitor
feedback-kind-audience = Audience
feedback-kind-price = Price
feedback-kind-listing = Listing
feedback-kind-logistics = Logistics
grade-low = low weight
grade-medium = medium weight
grade-high = high weight

# A batch
batch-units = { $count } units
batch-headline-empty = { $name } has no stages yet.
batch-headline-late = From { $start } to { $end } took { $days } days, { $slip } more than the planned { $plan }.
batch-headline-early = From { $start } to { $end } took { $days } days, { $slip } fewer than the planned { $plan }.
batch-headline-on-time = From { $start } to { $end } took { $days } days, as planned.
batch-headline-not-begun = Not begun; { $end } is planned for { $day }.
batch-headline-running-late = { $reached } is reached, { $slip } days later than planned; { $end } is planned for { $day }.
batch-headline-running-early = { $reached } is reached, { $slip } days earlier than planned; { $end } is planned for { $day }.
batch-headline-running-on-time = { $reached } is reached as planned; { $end } is planned for { $day }.
batch-cash = Cash
batch-cash-sum = Cumulative cash
batch-cash-back = Cash was lowest at { $trough } ({ $trough-day }) and back on { $back }; by { $last-day } it came to { $last }.
batch-cash-bound = Cash was lowest at { $trough } ({ $trough-day }) and is not back yet; by { $last-day } it came to { $last }.
batch-cash-message = Most cash was bound on { $day } ({ $trough }); all of it was back on { $back }.
batch-cash-message-bound = Most cash was bound on { $day } ({ $trough }); it is not back yet.
batch-cash-alt = The sum of all flows up to each day.
batch-cash-how = Actual flows summed by day; unchanged between two flows. The lowest point is the cash that had to be found; the first day after it that is not below nought is the break-even.
batch-bound-for = { $days } days to break-even
batch-slips = Which stage slipped
batch-slips-lede = { $stage } slipped most (+{ $days } days).
batch-slips-none = No stage took longer than planned.
batch-slips-note = Slip of a stage = (actual end − actual end of the one before) − (planned end − planned end of the one before), in days, positive is slower. The stages of the main path sum to the total; those below it are off the path.
batch-slip-total = { $stage }, total
batch-slip-so-far = Up to { $stage }, total
batch-off-path = off the path; follows { $after }
batch-not-over = not over
batch-overdue-by = not over, { $days ->
    [one] { $days } day past
   *[other] { $days } days past
}
batch-stages = Stages from end to end
batch-stages-when = plan and actual
batch-stages-message = Of { $all } stages that are over, { $late } took longer than planned.
batch-stages-how = Outlined above is the plan, solid below what happened, hatched up to today what is not over; a stage begins when the one before it is over. The number at the right is the stage's own slip in days.
batch-money = Money spent
batch-money-fob = Goods, FOB
batch-money-freight = Freight
batch-money-duty = Duty
batch-money-launch = Launch
batch-kpis = Figures of the stages
batch-kpi-defect-rate = Defect rate
batch-learned = What was learned, and targets for the next
batch-goal = Goal
batch-result = Result
batch-causes = Causes
batch-insight = Insight
batch-targets = Targets for the next batch

# Method
method-headline = { $metrics } metrics are computed from { $measures } measures, and every formula is here.
method-lede = Figures come from files, plans from goals, variances from the two; no figure is typed on a page.
method-notation = Notation
notation-ac = AC actual
    .is = Measured. Solid and dark.
notation-part = In progress
    .is = A period that has not ended, measured up to the last complete day. Densely hatched.
notation-pl = PL plan
    .is = Split from the goal. Outlined; dashed as a line.
notation-py = PY previous year
    .is = The same days a year before. Grey, behind.
notation-fc = FC forecast
    .is = Expected now. Hatched; dotted as a line.
notation-variance = Variance
    .is = Always with its sign. Absolute as a bar, relative as a percentage; of percentages the variance is in points, and never a percentage again.
notation-colour = Colour
    .is = Only better or worse: blue favourable, orange unfavourable, by what it means for the company and not by sign.
method-rules = Conventions
rule-variance = Variance
    .is = Actual − plan, or actual − previous year. Where the reference is not positive, or the two differ in sign, there is no relative variance.
rule-impact = Better or worse
    .is = The variance times the figure's direction: more sales is better, more cost or returns is worse.
rule-cut = Cut
    .is = A period that has not ended is cut at the last complete day of the slowest source, for actual, plan and previous year alike; today is never complete.
rule-year = Previous year of months, quarters and years
    .is = The same dates. Where last year has no data we say so, and put no nought.
rule-week = Previous year of weeks and days
    .is = 364 days before, so that weekdays meet. 2026 has 53 weeks; weeks of the same number would be seven days apart.
rule-currency = Currency
    .is = Each marketplace's money is converted at plan rates, the same in both years; so a comparison with last year is not one of currencies.
rule-ratio = Ratios
    .is = Computed again at every level as sum of numerators ÷ sum of denominators, never averaged.
rule-rounding = Rounding
    .is = The total is rounded first, then the parts by largest remainder; parts as shown always sum to the total as shown.
rule-planned = Derived plan
    .is = A goal that is split (such as sales) is a sum of planned days; units, orders and sessions follow from it by planned price, units per order and conversion, cell by cell, and are then summed.
rule-material = Material
    .is = Only a gap beyond the figure's threshold asks for a cause; thresholds are in metrics.yaml and in the table below.
method-chain = Why: how a variance is split
method-chain-lede = A variance is split along the formula, level by level, by the exact chain rule: no order of factors, parts that sum to the variance, no residual. Opening a level never changes a number above it.
chain-sum = Sum
    .is = c = Σ sⱼcⱼ: each part contributes its own change with its sign.
chain-product = Product
    .is = V = x₁x₂: x₁ contributes (x₁¹ − x₁⁰) × (x₂⁰ + x₂¹) ÷ 2; of more factors, the mean over all orders (Shapley).
chain-ratio = Ratio
    .is = a ÷ b: weight of a (1/b⁰ + 1/b¹) ÷ 2, of b −(a⁰ + a¹) ÷ 2 ÷ (b⁰b¹).
chain-other = Not to be split
    .is = Where the reference's denominator is nought or a factor is missing, the contribution stays one level up and says so; it is never silently nought.
chain-tree = { $metric } is split into
method-metrics = Metrics of this company
method-metrics-lede = Thresholds are relative and absolute variances; figures within the days late are provisional.
method-measures = Measures of this company
method-measures-count = { $count ->
    [one] { $count } measure
   *[other] { $count } measures
} and the columns that carry them
unit-count = count
unit-number = number
better-higher = higher is better
better-lower = lower is better
better-none = neither
method-limits = What opsreport does not claim
limit-notation = Notation
    .is = It follows the habits of IBCS notation. It is not certified and claims conformance with no standard's clauses.
limit-cause = Causes
    .is = A split says which factor a variance lies in. It proves no cause; causes are written by people, with evidence.
limit-reconciled = Reconciliation
    .is = Files are checked against their own totals, not against payouts or the books.
limit-forecast = Landing
    .is = The landing of the pace assumes that the rest of the year attains what the year so far did. It is no forecasting model.
limit-tax = Taxes and rates
    .is = Rates are entered by people, with source and day checked; opsreport does not interpret the law.
method-glossary = Glossary
term-actual = Actual
    .other = 實際
    .is = A figure measured from files.
term-plan = Plan
    .other = 計畫
    .is = A goal split to days.
term-previous = Previous year
    .other = 去年同期
    .is = The same days a year before.
term-variance = Variance
    .other = 差異
    .is = Actual minus reference, with its sign.
term-impact = Impact
    .other = 影響
    .is = Whether a variance is good or bad for the company.
term-scope = Scope
    .other = 範圍
    .is = The company, a product, a marketplace, or a product in a marketplace.
term-sessions = Sessions
    .other = 工作階段
    .is = Visits; one visitor within 24 hours counts once.
term-conversion = Conversion
    .other = 轉換率
    .is = Orders ÷ sessions.
term-asp = Average selling price
    .other = 平均單價
    .is = Sales ÷ units.
term-acos = ACOS
    .other = 廣告成本比
    .is = Ad spend ÷ ad sales.
term-tacos = TACoS
    .other = 總廣告費率
    .is = Ad spend ÷ all sales.
term-return-rate = Return rate
    .other = 退貨率
    .is = Returned units ÷ units sold; returns arrive late, so it is provisional.
term-contribution = Contribution profit
    .other = 貢獻利益
    .is = Sales less the costs that vary with them, ads, refunds and storage.
term-turns = Inventory turns
    .other = 庫存周轉
    .is = Cost of goods sold in a year ÷ average inventory at cost.
term-gap = Gap
    .other = 重大差異
    .is = A variance large enough to be explained.
term-cause = Cause
    .other = 原因
    .is = Why, written by people, with evidence and its effect in money.
term-action = Action
    .other = 行動
    .is = What is done about a cause, by one person and by a day.
term-effect = Effect check
    .other = 效果檢查
    .is = Agreed beforehand: when, and by which figure, one sees whether it worked.
term-standard = Standard (SOP)
    .other = 標準
    .is = A way of working that was seen to work, with its version.
term-rollout = Roll-out (yokoten)
    .other = 水平展開
    .is = A standard brought to other products or marketplaces.
term-carry = Carry
    .other = 轉入
    .is = Taken on in the plan of a later cycle.
term-catchball = Catchball
    .other = 來回協議
    .is = One side offers a day, the other agrees or offers another, until both agree.
term-commitment = Commitment
    .other = 約定
    .is = What a department owes another, and by when.
term-cycle = Cycle
    .other = 循環
    .is = One round of plan, do, check, act.
term-lead-time = Lead time
    .other = 前置時間
    .is = Days from order to sellable; each leg has its calendar.
term-break-even = Cash break-even
    .other = 回本
    .is = The day on which cumulative cash is back at nought.
duty-runs = Production runs to come
duty-runs-lede = { $count ->
    [one] One order goes to a factory
   *[other] { $count } orders go to factories
  } in the next twelve weeks. A drawing, a sample or a test that should be in the next one, { $product }, must be settled by { $day }.
duty-runs-lede-late = { $count ->
    [one] One order goes to a factory
   *[other] { $count } orders go to factories
  } in the next twelve weeks. The day to place the next one, { $product }, has passed: what should still change in it must be settled today, and its days are those of an order placed today.
head-freeze-by = Settle by
head-made = Made
head-afterwards = Then
duty-ahead = What the plan brings
duty-ahead-lede = Of the next months { $month } is the busiest by plan; roster and stock of replacements follow from it.
head-orders = Orders
head-returns = Returns to expect
