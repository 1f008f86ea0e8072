# The words of supply: what must be ordered by when
plan-tabs = Pages of the plan
supply-title = Supply
supply-headline-none = It is not known yet when to order.
supply-headline-covered = What is in stock and under way lasts through the planned weeks: nothing needs to be ordered.
supply-headline-late-soon = { $late ->
    [one] One order is past its day
   *[other] { $late } orders are past their day
}, { $soon ->
    [one] one more is
   *[other] { $soon } more are
} due within 14 days; the most urgent, { $order }, { $units }, was to be ordered by { $day }.
supply-headline-late = { $late ->
    [one] One order is past its day
   *[other] { $late } orders are past their day
}; the most urgent, { $order }, { $units }, was to be ordered by { $day }.
supply-headline-soon = { $soon ->
    [one] One order is
   *[other] { $soon } orders are
} due within 14 days; the first is { $order }, { $units }, to be ordered by { $day }.
supply-headline-later = Nothing needs to be ordered within 14 days; the next is { $order }, { $units }, to be ordered by { $day }.
supply-lede = The last day to order is the day of need less every leg, each on its own calendar, in which closed days do not count. Demand is the planned units, not a forecast.
supply-empty = What must be ordered by when, how many weeks the stock lasts and which way it comes will stand here. Begin with products, routes and the stock at hand:

head-order = Order
head-order-by = Order by
head-needed-on = Needed
head-stock-item = SKU
head-units = Units
head-cbm = m³
head-kg = kg
head-purchase = Purchase order
head-parts = By marketplace
head-on-hand = On hand
head-under-way = Under way
head-safety = Safety stock
head-lead = Lead time, weeks
head-lead-days = Lead time, days
head-share-of-product = Share of product
head-cover = Weeks of cover
head-cover-arrivals = With arrivals, weeks
head-next-order = Next order
head-way = Legs from there
supply-more = All of supply
head-leaves = Leaves
head-arrives = For sale
head-goods = Goods
head-shipment = Shipment

supply-past = Past due: to be decided today
supply-past-lede = Ordered today in the usual way, these come late. There are three ways out: all of it by the quicker leg, only what would miss sales, or the usual way and out of stock until then.
supply-past-note = Extra cost and lost contribution are in the reporting currency; what is lost is the contribution of the units that find no stock. The effect of a stock-out on rank is not counted.
remedy-air = All by air
remedy-split = Only what would be late
remedy-fewer = As usual, out of stock
remedy-arrives = { $units } on { $day }
remedy-no-way = This route has no quicker leg
remedy-cost = { $cost } more
remedy-cost-none = Nothing more
remedy-cost-unknown = No price yet
remedy-lost = { $units } not sold, { $lost } lost
remedy-lost-none = No stock-out
remedy-missed = { $units } not sold, worth unknown
remedy-best = Costs least
remedy-pays = Pays
remedy-pays-not = Does not pay

supply-weeks = The next 12 weeks: what will be left of each SKU
supply-weeks-lede = { $below ->
    [0] Ordered in time, none of { $all } positions falls below its safety stock.
    [one] One of { $all } positions falls below its safety stock within 12 weeks.
   *[other] { $below } of { $all } positions fall below their safety stock within 12 weeks.
}
supply-weeks-late = { $late ->
    [one] The order that is past its day is
   *[other] The { $late } orders that are past their day are
} taken to arrive in time here.
supply-weeks-note = Each cell is what will be left at the end of the week, in units. ▼ is below safety stock. “In” arrives from what is under way, “order” arrives only if it is ordered; “late” arrives in time only by one of the ways above.
grid-arrives = in{"\u00A0"}{ $units }
grid-ordered = order{"\u00A0"}{ $units }
grid-ordered-late = order{"\u00A0"}{ $units }, late

supply-ways = The way of each order
ways-what = Legs by day, hatched: closed, right: order by
ways-message = { $waiting ->
    [0] None of the next { $shown } orders meets a closure on its way.
    [one] One of the next { $shown } orders meets a closure on its way and must be placed earlier for it.
   *[other] { $waiting } of the next { $shown } orders meet a closure on their way and must be placed earlier for it.
}
ways-how = One row an order, from the day to order to the day it can be sold: frames are legs, thin lines are waiting, hatched days are closed, the last day to order stands at the right. The table has the day on which each leg begins.
ways-closed = Closed on the way: { $closed }.
supply-leg-waits = { $leg } (waits { $days } days)

supply-cover = How many weeks it lasts
cover-what = Weeks of cover, stock and arrivals; line: lead time
cover-message = { $short ->
    [0] Every position lasts longer than a new order takes; the shortest is { $first } with { $weeks } weeks.
    [one] One position does not last until a new order could arrive. The shortest is { $first } with { $weeks } weeks.
   *[other] { $short } positions do not last until a new order could arrive. The shortest is { $first } with { $weeks } weeks.
}
cover-how = The 12 that last shortest are drawn, the table has all. Looking forward: stock and arrivals less the planned demand of each week, for as many weeks as it lasts; weeks without demand count as covered. ≥ is beyond the planned weeks. The line is the time from order to sale; ▼ is shorter than that.

supply-purchases = Purchase orders to place
supply-purchases-lede = { $count ->
    [one] One
   *[other] { $count }
} in the next { $weeks } weeks. What one factory makes of one product is ordered together, marketplace by marketplace.
supply-purchases-note = In whole cartons; m³ and kg are volume and gross weight of all cartons, from how the product is packed. The least order is the factory's.
purchase-short = { $units } short
purchase-part = { $name }: { $units } by { $day }

supply-basis = What these days rest on: stock, safety stock, lead time
supply-basis-note = Safety stock is z·√(L·σd² + d²·σL²): z from the product's service level, L the lead time, d and σd weekly demand and its spread, σL the spread of the lead time. The small number is what demand alone would ask for.
stock-unknown = Not counted
stock-measured = { $day }, inventory export
stock-typed = { $day }, counted
stock-arrives = { $units } on { $day }
stock-arrives-about = { $units } about { $day }
safety-of-demand = { $units } for demand
lack-service-level = no service level
lack-route = no route
lack-sales = under eight weeks of sales
lack-plan = no plan
mix-only = the only SKU
mix-typed = as written
mix-measured = sales of eight weeks
mix-even = in equal parts

stock-title = Stock and order-by dates
stock-more = The next 12 weeks, and other SKUs
stock-note = Weeks of cover look forward: the stock less the planned demand of each week. A day later than “order by” is a day too late.
cover-with = { $weeks } with arrivals

duty-order-what = Order { $product }, { $units } ({ $supplier })
duty-order-what-plain = Order { $product }, { $units }
duty-shipments = What leaves next
duty-shipments-lede = Orders not placed yet, by the day they leave the factory.
duty-under-way = Ordered, not yet arrived
duty-under-way-lede = By the day it can be sold.
shipment-not-left = not left
shipment-about = estimated

supply-demand = Demand until a new order arrives: plan and forecast
supply-demand-outside = Results expect otherwise than the plan (outside the 80% band) for { $outside } of { $all }: { $named }. Orders go by the plan: change it where you agree.
supply-demand-within = For all { $all }, the plan lies within the 80% band that results expect.
supply-demand-named = { $what } { $point } (80%: { $low }–{ $high }; plan { $plan })
supply-demand-all = All lead times
supply-demand-band = 80%: { $low }–{ $high }
supply-demand-known = sales known to { $day }
supply-demand-note = Units from today until an order placed today can be sold. ◆: the plan lies outside of the band that four of five outcomes fall into.
supply-demand-until = On sale by
supply-demand-expected = Forecast
