# The pages of the market: overview, categories, keywords, what is expected.

market-tabs = Pages of the market

fan-issued = earlier forecasts
fan-today = today
fan-message-last = { $value } in { $period }.
fan-message-last-year = { $value } in { $period }, { $change } on the same period of last year.
fan-message = { $point } expected in { $period }, four times in five between { $low } and { $high }.
fan-message-within = { $point } expected in { $period }, four times in five between { $low } and { $high }; the plan of { $plan } lies within.
fan-message-above = { $point } expected in { $period }, four times in five between { $low } and { $high }; the plan of { $plan } lies above.
fan-message-below = { $point } expected in { $period }, four times in five between { $low } and { $high }; the plan of { $plan } lies below.
fan-how = Made from data to { $origin } by the method { $method }, version { $version }. The dark area holds the outcome four times in five, the light one nineteen times in twenty; dashed is the plan.
fan-how-none = No forecast is given: measured values alone.
fan-how-rank = Better is up: the first place stands on top.
fan-how-table = The figures are of the last { $past } and the next { $ahead } periods; opsreport table forecast has all.
fan-band-80 = 80% interval
fan-band-95 = 95% interval

courses-message = “{ $name }” changed most over a quarter: { $before } → { $now } ({ $change }).
courses-message-one = { $before } → { $now } over a quarter ({ $change }).
courses-how = All pictures have one scale. The figures are of the last { $count } periods.

market-watched = Searches and shares
market-keywords = Keywords
market-keywords-note = The last whole week. Small: searches against the same week of last year; rank and share against 13 weeks before. A smaller rank is better.
market-rivals = Rivals' prices and ranks
market-rivals-moved = Rivals that changed their price
market-rivals-note = The last price noted, at plan rates. Small: against 13 weeks before. A smaller rank is better.

keyword-head = Keyword
keyword-searches = Searches
keyword-rank = Search rank
keyword-share = Purchase share
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
   *[other] ; { $share } of what was bought was ours{ $before ->
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
category-headline = { $name ->
    [none] {""}
   *[other] { $name }:{" "}
  }{ $moved ->
    [none] {""}
    [up] { $up } of { $judged } keywords gained us share of purchases over a quarter;{" "}
    [down] { $down } of { $judged } keywords lost us share of purchases over a quarter;{" "}
   *[both] { $up } keywords gained us share of purchases over a quarter, { $down } lost it;{" "}
  }“{ $term }”, the most searched, had { $searches } searches in a week{ $year ->
    [none] {""}
   *[other] , { $year } on the same week of last year
  }.
category-headline-none = { $name ->
    [none] Nothing is known of searches yet.
   *[other] { $name }: nothing is known of searches yet.
  }

outlook-title = Forecast and plan
outlook-more = Products, marketplaces and months
outlook-origin = from data to { $day }
outlook-headline = { $part }, { $metric } { $year }: { $point } expected, four times in five between { $low } and { $high }{ $verdict ->
    [above] ; the plan of { $plan } is out of reach as things go
    [below] ; the plan of { $plan } will be passed
    [within] ; the plan of { $plan } is within reach
   *[other] {""}
  }.
outlook-headline-none = There is no forecast yet.
outlook-headline-lines = Forecasts with their intervals.
outlook-lede = To { $day }: { $so-far }; { $rest } more is expected.
outlook-lede-plan = To { $day }: { $so-far }; { $rest } more is expected. The plan needs { $needed } more{ $more ->
    [none] {""}
   *[other] , { $more } above that
  }.
outlook-lede-reached = To { $day }: { $so-far }, more than the plan of the year; { $rest } more is expected.
outlook-landing = Where this year will land
outlook-landing-lede = { $figure }. Expected is what is there and what is still to come; below it the range that holds the outcome four times in five (80% interval).
outlook-landing-note = The forecasts of the products sum to that of the company; intervals do not sum.
outlook-part = Where
outlook-so-far = So far
outlook-expected = Expected
outlook-gap = Gap
outlook-verdict = Plan looks
outlook-unplanned = no plan
outlook-plan-within = within reach
outlook-plan-above = too high
outlook-plan-below = too low
outlook-months = Which months of the plan look wrong
outlook-months-lede = { $figure }. Only months whose plan lies outside the 80% interval (small); each leads to its plan.
outlook-months-more = { $count } more lie further ahead.
outlook-fans = The way there
outlook-refused = Not forecast: { $count }, and why
outlook-why-series = There is no series of it.
outlook-why-few = Only { $known } periods are known; it takes { $needed }.
outlook-why-spread = All { $known } periods are the same, and fewer than { $needed } do not tell that the next will be too.
outlook-why-method = Its values cannot be forecast.
outlook-why-plan = It has just begun ({ $known } periods), and nothing is planned.
outlook-why-sisters = It has just begun, and only { $known } others can be compared.
outlook-empty = Where the company, its products and marketplaces will land, and which months of the plan look wrong, will be here. It takes three periods of sales:
outlook-around = Forecast and market
outlook-sure = How sure
outlook-sure-held = Of { $n } forecasts the program made earlier whose periods are over, { $inside } lay in their 80% interval ({ $share }; it should be 80%).
outlook-sure-few = Of { $n } forecasts the program made earlier whose periods are over, { $inside } lay in their 80% interval; below { $least } that says nothing yet.
outlook-sure-tried = Tried on { $count } months of its own past, the method was off by { $own } on average; taking the month of the year before would have been off by { $naive } ({ $share } of that).
keywords-empty = Searches, rank and our share of each keyword will be here. The keywords are written down, but nothing is measured of them yet; add the search-term reports of Brand Analytics:
outlook-months-supply = Is there enough stock where the plan is too low?
outlook-parts-message = { $count ->
    [0] No plan of the year lies above its 80% interval.
    [one] One plan of the year looks too high: { $names }.
   *[other] { $count } plans of the year look too high: { $names }.
  }
outlook-remedy = What to do
outlook-remedy-lede = Where the plan is too high: how far the rest of the year must exceed its forecast, and which actions from reviews are still open. If that is not enough, add actions or change the plan.
outlook-remedy-plan = The plan and its versions
outlook-under-way = Open actions
outlook-acts = { $count ->
    [one] One
   *[other] { $count }
  }
outlook-no-act = None: nobody is on it yet
outlook-faster-by = must exceed its forecast by { $share }
