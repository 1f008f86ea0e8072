# The words of the pages of products, marketplaces and the plan

# Products
products-title = Products
products-headline-count = { $count ->
    [0] There are no products yet.
    [one] { $count } product.
   *[other] { $count } products.
}
products-headline-all = { $all ->
    [one] The planned product
   *[other] All { $all } planned products
} reached the { $metric } plan in { $period }.
products-headline-worst = { $reached ->
    [0] None
   *[other] { $reached }
} of { $all } products reached the { $metric } plan in { $period }; { $worst } is furthest behind ({ $gap }).
products-empty = Write the first product and it has a page of its own:
product-eyebrow = Product
product-marketplaces = Marketplaces
product-feedback = Voice of the market
product-feedback-more = All feedback
product-batches = Batches
product-facts = About the product
product-status = State
product-idea = idea
product-develop = in development
product-launch = launching
product-live = on sale
product-phase-out = being sold off
product-ended = no longer sold
product-since = { $status }, launched { $day }
product-cost = Unit cost
product-cost-from = { $cost } FOB since { $day }
product-cost-before = {"; "}before that { $cost }
product-prices = List prices
product-pack = Carton
product-routes = Routes
product-route = { $route }, { $days } days
product-supplier = Supplier
product-hs = HS code
product-category = Fee category
product-service = Service level
product-skus = SKUs
product-sku = SKU
product-asin = ASIN
product-barcode = Barcode
product-sold-in = Sold in
product-everywhere = everywhere
product-compliance = Approvals
pack-units = { $units } units a carton
pack-moq = at least { $units } units an order
compliance-need = Approval
compliance-expires = Valid until
compliance-open = not begun
compliance-in-progress = applied for
compliance-done = granted
compliance-carried = postponed
compliance-dropped = no longer needed
compliance-no-end = no end
compliance-expired = expired
compliance-soon = { $days } days left: renew it
units-of = { $units } units

# Feedback on a product
feedback-said = What was said
feedback-date = Date
feedback-heard-in = Heard in
feedback-for = For
feedback-outcome = Outcome
feedback-declined = declined, with a reason
feedback-taken = taken up by { $who }
heard-returns = returns
heard-reviews = reviews
heard-messages = messages
heard-questions = questions
heard-competitor = competitor

# Batches of a product
batch-next = Next: { $stage }, planned for { $day }
batch-overdue = { $stage } was planned for { $day } and is not done
batch-over = all stages done

# From visits to units
further = Further metrics
further-unplanned = – in the column of the plan: the plan says nothing of it.
further-caption = { $period }
funnel = From visits to units
funnel-caption = { $period }
funnel-times = × { $metric }

# What is left of sales
earnings = What it earns
statement-line = Line
statement-share = Share of first
statement-how = { $expr }. Amounts as measured, nothing allocated; the last bar is what is left.
statement-message = { $root } of { $total } is { $share } of { $first }; the largest deductions are { $costs }.
statement-message-plain = { $root } of { $total } is { $share } of { $first }.

# Small multiples
multiples-message-plan = Over all periods, { $worst } is furthest behind plan ({ $gap }).
multiples-message-plan-none = Over all periods, none is behind plan.
multiples-message-previous = Over all periods, { $worst } is furthest behind last year ({ $gap }).
multiples-message-previous-none = Over all periods, none is behind last year.

# Tables of parts
parts-caption = { $metric }, { $period }

# Marketplaces
marketplaces-title = Marketplaces
marketplaces-headline-count = { $count ->
    [0] There are no marketplaces yet.
    [one] { $count } marketplace.
   *[other] { $count } marketplaces.
}
marketplaces-headline-all = { $all ->
    [one] The planned marketplace
   *[other] All { $all } planned marketplaces
} reached the { $metric } plan in { $period }.
marketplaces-headline-worst = { $reached ->
    [0] None
   *[other] { $reached }
} of { $all } marketplaces reached the { $metric } plan in { $period }; { $worst } is furthest behind ({ $gap }).
marketplaces-empty = Say where you sell and in which currency:
marketplace-eyebrow = Marketplace
marketplace-products = Products
regions = Regions
division-whole = Whole
not-classified = Not classified
regions-member = { $group } ({ $places })
regions-waiting = Groups: { $groups }. The files that these figures come from have no column { $of }, so there are no figures by group yet.

# Events
events = Events
events-caption = Events and their weight in the plan
events-event = Event
events-days = Days
events-lift = Lift
events-planned = Planned in these days
events-share = Share of the { $year } plan
events-tentative = days not confirmed
events-logistics = goods do not move
events-note = The lift is a day's weight against an ordinary day; single days with a lift of their own stand below it. Days to come and years without a plan show –.
plan-events-lede = A lift only moves sales within its month: what an event's days gain is taken from the other days of the same month, and the month's plan stays. To make the year larger, change the weights of the months.

# Rates
rates = Currency and rates
rates-caption = Rates in force
rates-lede = Prices are in { $currency }, { $tax }. All amounts are converted at plan rates, so a comparison with last year is not one of currencies.
rates-lede-stale = Prices are in { $currency }, { $tax }. All amounts are converted at plan rates, so a comparison with last year is not one of currencies. { $stale ->
    [one] One rate was
   *[other] { $stale } rates were
} last checked more than 90 days ago.
rates-tax-included = tax included
rates-tax-excluded = without tax
rates-rate = Rate
rates-for = For
rates-value = Value
rates-from = From
rates-source = Source
rates-checked = Checked
rates-never = never
rates-stale = { $days } days ago
rates-least = {", at least "}{ $min }
rates-pair = 1 { $base } = { $plan } { $other }
rate-referral = Referral fee
rate-fba_unit = FBA fee per unit
rate-import_duty = Import duty
rate-import_surcharge = Import surcharge
rate-sales_tax_included = Tax in price
rate-fx = Plan exchange rate

# The plan
plan-title = Plan
plan-headline-none = There is no goal yet.
plan-headline = The { $year } goal for { $metric } is { $target }.
plan-headline-growth = The { $year } goal for { $metric } is { $target }, { $factor } times the { $prior } of the year before.
plan-lede-increase = Growth of { $growth } is an increase of { $growth }, which is { $factor } times: { $prior } × { $factor } = { $product }{ $rest }.
plan-lede-multiple = Growth to { $growth } is { $factor } times: { $prior } × { $factor } = { $product }{ $rest }.
plan-lede-rest = {", "}{ $gap } off the goal of { $target } because last year is given to the cent
plan-goals = Goals
plan-year-weeks = { $weeks } weeks, compared with the days 364 days earlier
plan-growth = What the growth means
growth-lede = The goal is the sum of the year: { $factor }. A year that only ends at { $factor } sums to { $total }, over a flat year before.
growth-other = {" "}Read as { $word ->
    [multiple] “{ $growth } of the year before”
   *[increase] “{ $growth } more”
} it would be { $factor }: { $target }.
growth-reading = Reading
growth-monthly = Growth a month
growth-last-month = Last month
growth-year = Sum of the year
growth-sums = The year sums to the goal
growth-ends = The last month reaches it
growth-years = { $from } to { $to }: from { $start } to { $target } in { $years } years is { $rate } a year (compound).
plan-months = Products × months
plan-months-lede = The goal is split by product first, then by marketplace, month and day; weeks, months, quarters and regions are sums of the planned days. Every cell is exact, and rows and columns sum to the same total.
plan-months-caption = Planned { $metric } by month and product
plan-products = Profit, turns and cash by product
plan-products-profit = Profit by product
plan-empty = Write a goal and how it is split, and the plan of the year appears here:
planned-total = Total
goals-figure = Figure
goals-target = Goal
goals-limit = at most { $limit }
goals-prior = Year before
goals-prior-goal = goal { $goal }
goals-increase = growth { $growth }
goals-multiple = growth to { $growth }
goals-actual = So far
goals-attained = Attained
goals-against = plan so far { $plan }
goals-parts = { $count ->
    [one] and one goal of a part
   *[other] and { $count } goals of parts
}
goals-not-measured = not measured yet
need-planned = by plan { $amount }
need-days = { $from } to { $to }
need-cash-days = { $span }, most on { $day }
need-of-limit = { $share } of the limit
goals-note = Attained: of amounts, actual so far ÷ plan so far; of rates, the distance from the plan. The plan so far ends on the same last complete day.
goal-inventory_turns = Inventory turns a year
goal-peak_cash_need = Peak cash need
targets-profit = Profit goal
targets-margin = Share of planned sales
targets-so-far = So far
targets-turns = Turns a year
targets-cash = Cash limit
targets-note = Profit and cash add up; turns do not: the last line has the company's own goal. “By plan” follows from planned sales, orders and payments from today on; cash of 0: its payouts pay for it.
