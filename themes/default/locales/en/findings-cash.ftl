# Cash
H001 = `{ $goal }`: on { $day } { $need } of cash is needed, { $over } more than the limit of { $limit }.
    .order = The largest payment of the four weeks before is { $amount } on { $on } ({ $what }); of orders it is { $order-amount } on { $order-day } for { $order }: order fewer units, split it, or agree on later terms.
    .flow = The largest payment of the four weeks before is { $amount } on { $on } ({ $what }): move it, or arrange credit before then.
    .help = Move payments to a later day, or raise the limit.
H002 = The balance falls below zero on { $first }, and to { $balance } on { $day }.
    .order = The largest payment of the four weeks before is { $amount } on { $on } ({ $what }); of orders it is { $order-amount } on { $order-day } for { $order }: order fewer units, split it, or arrange credit before then.
    .flow = The largest payment of the four weeks before is { $amount } on { $on } ({ $what }): move it, or arrange credit before then.
    .help = Move payments to a later day, or arrange credit before then.
H003 = Nothing says when { $marketplace } pays out: its proceeds are not in the cash curve.
    .help = Write a row `id: payout` under `rates:` with delivery_days, hold_days, cycle_days, cycle_anchor and bank_days.
H004 = Supplier { $supplier } has no payment terms: the whole price is taken to be due with the order.
    .help = Write for example `terms: [{"{"}share: 30%, when: po{"}"}, {"{"}share: 70%, when: before-shipment{"}"}]`.
H005 = The opening balance is of { $day }, { $days } days ago.
    .help = Write the balance of a recent day: what moved since is computed from the plan alone.
H006 = There is no opening balance: the cash curve begins at zero.
    .help = Write cash.yaml with a line such as `opening: {"{"}date: 2026-11-20, amount: 92000.00 USD{"}"}`.
H007 = What a unit of { $product } brings and costs in { $marketplace } is not known: its sales and orders are not in the cash curve.
    .help = Give the product a price and a cost that hold on these days.
H008 = There is no rate from { $currency } to { $reporting }: its amounts are not in the cash curve.
    .help = Write a row `id: fx` under `rates:` with `plan:`.

kind-opening = opening balance
form-day-of-month = a day of the month, 1 to 31
