# The page of unit economics, and its block on the page of a product
economics-title = Unit economics
economics-name = { $product } in { $place }
economics-headline = { $best } leaves most per unit ({ $most }), { $worst } least ({ $least }).
economics-headline-one = { $best } leaves { $most } per unit.
economics-headline-reached = The plan of { $year } earns { $earned }, { $gap } above its goal.
economics-headline-short = The plan of { $year } earns { $earned }, { $gap } short of its goal.
economics-headline-none = No unit has all of its inputs yet.
economics-lede = At list prices and the inputs in force today. Rates hold from their day on; what nobody wrote is not guessed.
economics-empty = Here stands what a unit brings and costs, from its price to what is left. It needs the price of a product in products.yaml, and the rates of its marketplace.
economics-more = Every cost, the other products, and the profit goal

economics-earned = Plan of { $year } earns
economics-against-goal = vs goal
economics-at-list = At list prices
economics-at-list-note = if nothing were sold below them
economics-changed-figure = Changed since frozen
economics-frozen = { $day } ({ $version })
economics-since = since { $day }
economics-price-rise = Prices must rise by
economics-price-room = Prices may fall by
economics-price-note = all alike, same units, to meet the goal exactly

economics-units = What a unit brings and costs
economics-units-lede = Each row in the currency of its marketplace; below it what it is in the currency of sums.
economics-units-note = Inputs in force on { $day }, at list prices. Fees are referral and fulfilment; landed is the factory's price with freight, duty and what else it costs to arrive. Margin is of the price without tax.
economics-short-note = Inputs in force on { $day }, at list prices; amounts without a currency are in that of the price. Margin is of the price without tax; where ads cost more of the price than the break-even ACOS, every unit loses money.
economics-incomplete = inputs missing
economics-at = at { $price }
economics-head-product-market = Product
economics-head-price = Price
economics-head-fees = Fees
economics-head-landed = Landed
economics-head-returns-storage = Returns, storage
economics-head-before-ads = Before ads
economics-head-ads = Ads
economics-head-left = Left
economics-head-margin = Margin
economics-head-left-planned = At planned price

economics-steps = From the price to what is left
economics-steps-what = from price to contribution, { $unit } per unit
economics-steps-message = Of { $price }, { $left } are left: { $share } of the price without tax.
economics-steps-loss = At { $price }, every unit leaves { $left }.
economics-steps-how = The list price without tax, the marketplace's fees, what the unit cost to land, returns at the planned rate, storage and planned advertising. Amounts are rounded so that they sum.
economics-head-line = Line
economics-line-price = Price
economics-line-tax = Tax
economics-line-referral = Referral
economics-line-fulfilment = Fulfilment
economics-line-fob = Factory price
economics-line-freight = Freight
economics-line-duty = Duty
economics-line-other-landed = Other landed
economics-line-returns = Returns
economics-line-storage = Storage
economics-line-ads = Ads
economics-line-fx = Exchange

economics-decide = What this decides
economics-decide-lede = Up to which advertising a unit still pays, and at which price.
economics-decide-note = ACOS is of the price, as advertising counts it. The most a click may cost is what is left before ads times the planned conversion. The price for the margin leaves the share of sales that the plan promises of this product, with all but tax and referral unchanged.
economics-head-planned-acos = Planned ACOS
economics-head-break-even-acos = Break-even ACOS
economics-head-max-cpc = Dearest click
economics-head-break-even-price = Break-even price
economics-head-price-for-margin = Price for margin
economics-acos-room = { $points } of room
economics-acos-over = { $points }: ads lose money
economics-at-conversion = at { $share } conversion
economics-for-margin = for { $share }

economics-goal = Does the plan reach its profit goal?
economics-goal-of = Does the plan of { $year } reach its profit goal?
economics-goal-reached = Yes: its units leave { $earned } at planned prices, { $gap } above the goal of { $goal }. At the same units, all prices could be { $price } lower and it would just be reached.
economics-goal-short = No: its units leave { $earned } at planned prices, { $gap } short of the goal of { $goal }. All prices { $price } higher at the same units would reach it; { $worst } is farthest behind ({ $behind }).
economics-goal-none = No profit goal is set. Its units leave { $earned } at planned prices.
economics-uncounted = { $count ->
        [one] {" One product in one marketplace is not counted: inputs are missing."}
       *[other] {" "}{ $count } products in marketplaces are not counted: inputs are missing.
    }
economics-goal-note = { $unit }. Planned units of every day times what a unit leaves on that day at the planned price. The promise is the profit goal as the plan splits it.
economics-head-earns = Earns
economics-head-promised = Promised

economics-changed = What changed since the plan was frozen
economics-changed-lede = Since { $day }, changed inputs are worth { $total } on the units planned until { $to }.
economics-changed-nothing = Since { $day }, no input has changed.
economics-changed-what = what planned units leave, { $unit }
economics-changed-message = { $line } does most ({ $most }); all together { $total }.
economics-changed-parts = By product and marketplace
economics-changed-how = Each line of a unit today less the same line on the frozen day, times the units planned from today to the end of the year. Inputs are valued at the exchange rates of the frozen day; what exchange does stands alone.
economics-changed-others = { $count } others
economics-changed-note = { $unit } per unit; the last column for all units.
economics-then = Inputs as frozen
economics-now = Inputs today
economics-head-then = Then
economics-head-now = Now
economics-head-lines = What changed
economics-head-money = Money

economics-rates = Rates, where they come from, and when they were checked
economics-rates-lede = The rates in force stand on the page of each marketplace. A rate that nobody looked up for 90 days is old, and the checks say so.
economics-rates-all = { $count ->
        [one] One rate
       *[other] { $count } rates
    } of every marketplace
economics-head-rates = In force
economics-head-oldest = Checked longest ago
economics-head-stale = Old

economics-missing = Inputs that are missing
economics-missing-lede = Nothing is guessed for them: these units have no sum yet.
economics-missing-how = Rates belong in marketplaces.yaml, the factory's price under cost: in products.yaml, the return rate in the goals of company.yaml.
input-referral = referral
input-fba_unit = fulfilment (fba_unit)
input-cost = factory price (cost)
input-freight_unit = freight (freight_unit)
input-import_duty = duty (import_duty)
input-return_cost = cost of a return (return_cost) or planned return rate
input-storage_unit = storage (storage_unit)
input-ads_unit = ads (ads_unit)
input-sales_tax_included = tax in the price (sales_tax_included)
input-fx = exchange (fx)

rate-freight_unit = Freight per unit
rate-other_landed_unit = Other landed per unit
rate-return_cost = Cost of a return
rate-storage_unit = Storage per unit
rate-ads_unit = Ads per unit
