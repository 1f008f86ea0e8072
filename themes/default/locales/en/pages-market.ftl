# The pages of the market: overview, categories, keywords, what is expected.

market-tabs = Pages of the market

fan-issued = forecasts of that time
fan-today = today
fan-message-last = { $period }: { $value }.
fan-message-last-year = { $period }: { $value }, { $change } on the same period of last year.
fan-message = { $period }: { $point } expected, four times in five between { $low } and { $high }.
fan-message-within = { $period }: { $point } expected, four times in five between { $low } and { $high }; the plan of { $plan } lies within.
fan-message-above = { $period }: { $point } expected, four times in five between { $low } and { $high }; the plan of { $plan } lies above.
fan-message-below = { $period }: { $point } expected, four times in five between { $low } and { $high }; the plan of { $plan } lies below.
fan-how = What is known up to { $origin }, forecast by the method { $method }, version { $version }. The dark area holds the value four times in five, the light one nineteen times in twenty; dashed is the plan.
fan-how-none = No forecast is given: measured values alone.
fan-how-rank = Better is up: the first place stands on top.
fan-how-table = The figures are of the last { $past } and the next { $ahead } periods; opsreport table forecast has all.
fan-band-80 = 80% interval
fan-band-95 = 95% interval

courses-message = Over a quarter { $name } changed most: { $before } → { $now } ({ $change }).
courses-message-one = Over a quarter { $before } → { $now } ({ $change }).
courses-how = All pictures have one scale. The figures are of the last { $count } periods.

market-watched = Searches and shares
market-keywords = Keywords
market-keywords-note = The last whole week. Below: searches against the same week of last year; rank and share against 13 weeks before. A smaller rank is better.
market-rivals = Rivals' prices and ranks
market-rivals-moved = Rivals that changed their price
market-rivals-note = The last time it was noted, at plan rates. Below: against 13 weeks before.

keyword-head = Keyword
keyword-searches = Searches
keyword-rank = Rank
keyword-share = Share of purchases
rival-head = Rival
rival-price = Price
rival-rank = Rank

keyword-facts = What changed
keyword-eyebrow = Keyword
keyword-shares = our share
keyword-shares-heading = From seeing to buying: how much is ours
keyword-headline = “{ $term }” ({ $place }) was searched { $searches } times in { $period }{ $year ->
    [none] {""}
   *[other] , { $year } on the same week of last year
  }{ $share ->
    [none] {""}
   *[other] ; { $share } of what was bought is ours{ $before ->
        [none] {""}
       *[other] , { $before } 13 weeks before
      }
  }.
keyword-headline-rank = “{ $term }” ({ $place }) ranks { $rank } in { $period }{ $moved ->
    [none] {""}
   *[other] , { $moved } against 13 weeks before
  }.

category-eyebrow = Market category
category-empty = Searches, ranks and shares of this category will be here. Write the keywords to watch in market.yaml:
category-searches = Searches
category-share = Share of purchases
market-audience = Who buys
category-sales = What we sell
category-product = Our product
category-neighbours = Related pages
category-headline = { $name }: over a quarter our share of purchases rose in { $up } and fell in { $down } of { $judged } keywords; the most searched, “{ $term }”, was searched { $searches } times in a week{ $year ->
    [none] {""}
   *[other] , { $year } on the same week of last year
  }.
category-headline-none = { $name }: nothing is known of searches yet.

outlook-title = Forecast and plan
outlook-more = Products and months
outlook-origin = from what is known up to { $day }
outlook-headline = { $part }, { $metric } { $year }: { $point } expected, four times in five between { $low } and { $high }{ $verdict ->
    [above] ; the plan of { $plan } lies above and is out of reach as things go
    [below] ; the plan of { $plan } lies below and will be passed
    [within] ; the plan of { $plan } lies within
   *[other] {""}
  }.
outlook-headline-none = There is no forecast yet.
outlook-headline-lines = Forecasts with their intervals.
outlook-lede = Up to { $day } there is { $so-far }; { $rest } more is expected.
outlook-lede-plan = Up to { $day } there is { $so-far }; { $rest } more is expected, and { $needed } is needed for the plan.
outlook-lede-reached = Up to { $day } there is { $so-far }, more than the plan of the year; { $rest } more is expected.
outlook-landing = Where this year will land
outlook-landing-lede = What is there already and what is expected; the interval holds the value four times in five.
outlook-landing-note = The forecasts of the products sum to that of the company; intervals do not sum.
outlook-part = Part
outlook-so-far = So far
outlook-expected = Expected
outlook-range = 80% interval
outlook-gap = Expected less plan
outlook-verdict = The plan looks
outlook-unplanned = no plan
outlook-plan-within = within reach
outlook-plan-above = too high
outlook-plan-below = too low
outlook-months = Which months of the plan look wrong
outlook-months-lede = Months whose plan lies outside the 80% interval; each leads to its plan.
outlook-months-more = { $count } more lie further ahead.
outlook-products-message = { $count ->
    [0] No product's plan of the year lies above what is expected.
    [one] One plan of the year looks too high: { $names }.
   *[other] { $count } plans of the year look too high: { $names }.
  }
outlook-fans = The way there
outlook-refused = Not forecast: { $count }, and why
outlook-why-series = There is no series of it.
outlook-why-few = Only { $known } periods are known; it takes { $needed }.
outlook-why-spread = All { $known } periods are the same, and fewer than { $needed } do not tell that the next will be too.
outlook-why-method = Its values cannot be forecast.
outlook-why-plan = It has just begun ({ $known } periods), and nothing is planned.
outlook-why-sisters = It has just begun, and only { $known } others can be compared.
outlook-empty = Where the company and its products will land, and which months of the plan look wrong, will be here. It takes three periods of sales:
outlook-around = Forecast and market
outlook-sure = How sure
outlook-sure-held = Of { $n } earlier forecasts whose days are over, { $inside } lay in their 80% interval ({ $share }).
outlook-sure-few = Of { $n } earlier forecasts whose days are over, { $inside } lay in their 80% interval; below { $least } that says nothing yet.
outlook-sure-tried = Tried on { $count } months of its own past, the method was off by { $own } on average; taking the month of the year before would have been off by { $naive } ({ $share } of that).
