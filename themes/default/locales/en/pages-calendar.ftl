# Calendars, feeds and the calendar strip
calendar-about = Due dates, events and deadlines, as of each build
feed-about = Offers and answers, what was done, actions, reviews, orders that have come near
subscribe = Calendar and feed
subscribe-lede = The dates and the news of this page can come to your own calendar and reader.
subscribe-name = { $company }: { $who }
subscribe-webcal = Subscribe to the calendar
subscribe-webcal-about = Opens in a calendar program, which keeps it up to date
subscribe-file = Download the calendar (.ics)
subscribe-file-about = To be imported once; the next import updates what is there and doubles nothing
subscribe-feed = Subscribe to changes (Atom)
subscribe-feed-about = Who offered what and who agreed, in a feed reader
calendar-owed = Owed
calendar-owed-line = Due: { $what } (to { $to })
calendar-awaited = Awaited
calendar-awaited-line = Awaited: { $what } (from { $from })
calendar-watched-line = { $from } → { $to }: { $what }
calendar-open-line = [not agreed] { $what }
calendar-progress = { $done } done as of { $day }
calendar-why = For: { $why }
calendar-act = Action
calendar-act-line = Action: { $what }
calendar-effect = Effect check
calendar-effect-line = Effect check: { $what }
calendar-rollout-line = Roll-out to { $where }: { $what }
calendar-call = Call
calendar-call-line = Known today, write the outcome: { $what }
calendar-asked = Asked
calendar-asked-line = Asked by a briefing, not answered: { $what }
calendar-briefing = Briefing
calendar-briefing-line = The next market briefing
calendar-review = Review
calendar-review-line = Review of { $cycle }
calendar-event = Event
calendar-closure = Closure
calendar-logistics = Logistics
calendar-deadline = Deadline
calendar-deadline-line = { $what }: { $event }
calendar-order = Order by
calendar-order-line = Order by today: { $what }
calendar-order-need = To be sellable on { $day }
order-words = { $what }, { $units } units ({ $where }, { $sku })
news-briefing = Published:{" "}
news-review = Review:{" "}
news-act = To do by { $day }:{" "}
news-act-done = Action done:{" "}
news-act-checked = Effect checked:{" "}
news-order = To be ordered by { $day }:{" "}

strip-more = { $count ->
    [one] one more date
   *[other] { $count } more dates
}
strip-late = { $count ->
    [one] one order is late
   *[other] { $count } orders are late
}
strip-orders = { $count ->
    [one] order by: one
   *[other] order by: { $count }
}
strip-review = Review { $cycle }
strip-payout = Payout
calendar-product = Product
calendar-money = Money
calendar-payout-line = Payout: { $where }
calendar-payout-about = About { $amount }, by the plan
calendar-trough-line = Cash trough
calendar-trough-about = { $amount } at the lowest, by the plan
product-date = { $product }:{" "}
product-first-day = launch
product-last-day = last day of sale
product-approval = { $need } expires ({ $where })
duty-product-dates = Product dates
duty-reasons = The reasons customers give
news-plan = Plan frozen:{" "}
# A name may be in another language than the heading it would stand in.
person-who = This person
