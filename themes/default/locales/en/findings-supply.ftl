# Findings of supply: what cannot be ordered in time, and what is not known
U001 = { $product } in { $market } should have been ordered { $days } days ago: { $units } units of { $sku }, the first needed on { $need }, to be ordered by { $order }.
    .help = Order today. Write the price of a quicker leg (`alt:` with `extra_cost`) to see what catching up costs.
    .air = Order today and send all { $part } units of the first order by the quicker leg: they can be sold on { $arrives }{ $cost ->
        [none] {""}
       *[other] , for { $cost } more
    }.
    .split = Order today and send { $part } units of the first order by the quicker leg: they can be sold on { $arrives }{ $cost ->
        [none] {""}
       *[other] , for { $cost } more
    }. The rest goes as usual.
    .fewer = Order today as usual: the units can be sold on { $arrives }; nothing quicker pays.
    .margin = Order today. By the quicker leg { $part } units of the first order can be sold on { $arrives }, for { $cost } more; whether that pays can be told once the product's costs and the marketplace's fees are written.
    .bridged = Order today as usual: the units can be sold on { $arrives }, and until then the safety stock lasts: no sale is missed.
U002 = { $product } has no route to { $markets }: nobody can tell by when to order.
    .help = Name a route of calendar.yaml in the product's `lead:`.
U003 = The stock of { $product } in { $markets } is not known: its orders are not computed.
    .help = Add an inventory export to the results, or write a line in stock.yaml: `stock: [{"{"}sku: …, market: …, on_hand: 120, date: 2026-11-20{"}"}]`.
U004 = The stock of { $product } in { $market } was last counted on { $day }, { $days } days ago.
    .help = Count again, or add a newer inventory export.
U005 = { $event } closes nothing: no leg of any route goes by its calendar.
    .help = Name the same `calendar:` in the event and in the legs that stand still.
U006 = The least order of { $product }, { $least } units, lasts for { $weeks } weeks.
    .help = Ask the factory for a smaller one, or plan the cash and the storage.
U007 = { $product } has no carton: its orders are not in whole ones, and their volume and weight are not known.
    .help = Write `pack: {"{"}carton_units: 24, carton_cm: [48, 36, 30], carton_kg: 11.5{"}"}`.
U008 = The leg `{ $leg }` takes no days.
    .help = Write how many days it takes, or leave the leg out.
U009 = Shipment { $shipment } should have arrived on { $day }: its { $units } units count as arriving today.
    .help = Correct `arrives:`, or write `status: received` when it is part of the stock that was counted.
U010 = { $sku } is not sold in { $market }: this stock is part of no plan.
    .help = Correct the marketplace, or add it to the `marketplaces:` of the SKU.
U011 = { $product } in { $markets } has no safety stock.
    .level = Write the share of demand that stock shall meet, such as `service_level: 95%`.
    .sales = It takes eight complete weeks of sales to tell how uneven demand is; until then orders come without a buffer.
U012 = { $product } in { $market }: order { $units } units by { $order }; one day later they come { $days } days later.
    .help = A closure lies behind that day: order early rather than late.
U013 = No units of { $product } in { $markets } are planned { $from ->
        [none] at all
       *[other] after { $from }
    }, and what is ordered today can be sold on { $arrives } at the earliest: its orders are not computed.
    .units = Add a goal for `units`, or one for `asp` by which units follow from sales.
    .year = Add the goals of the next year and their split to company.yaml, or write `last_day:` if its sale ends.
U014 = The count of { $sku } in { $market } is of { $day }, which has not come: it counts for nothing yet.
    .help = Correct `date:`.
