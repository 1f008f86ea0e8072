# The analyst's corner
analysis-title = Analysis
analysis-tabs = Products and analysis
analysis-empty = Once there are results, this shows who earns, what grows, where sales are lost on the way, and why things come back.
analysis-pareto = Who earns it
analysis-pareto-lede = Every product in every marketplace, the largest first; the percentage is the share up to there.
analysis-portfolio = Growth and margin
analysis-portfolio-lede = The larger the disc, the larger the sales; the two lines are the company's own figures.
analysis-funnel = Where sales are lost
analysis-funnel-lede = How many there were at each step, and how much of the step before was left.
analysis-returns = Why things come back
analysis-returns-lede = By the reason in the returns report; grey is the year before.
analysis-regions = Sub-regions
analysis-regions-lede = Only orders whose files say where they went.
funnel-what = From { $first } to { $last }
funnel-how = Grey is the year before. The percentage is the share of the step before; × tells how many came of each. Bars that are too long are cut and marked. Sessions come without an advertisement, too.
funnel-message = { $rate } { $value }, { $gap } on the year before: it moved most.
funnel-step = Step
funnel-rate = Rate of the step before
funnel-rate-now = Now
funnel-rate-previous = A year before
funnel-rate-gap = Difference
funnel-rate-of = { $to } ÷ { $from }
pareto-message = { $few } of { $all } { $parts ->
    [pairs] pairs of product and marketplace
    [products] products
    [marketplaces] marketplaces
   *[parts] parts
 } bring { $share } of { $metric }{ $losing ->
    [0] {""}
    [one] ; one loses
   *[other] ; { $losing } lose
 }.
pareto-message-loss = All { $all } { $parts ->
    [pairs] pairs of product and marketplace
    [products] products
    [marketplaces] marketplaces
   *[parts] parts
 } together bring no { $metric }; { $losing } lose.
pareto-how = The share up to there is that of the part and all above it; it passes 100% where later ones lose.
pareto-sum = Share up to there
portfolio-what = Growth of { $metric } and { $margin }
portfolio-growth = Growth of { $metric }
portfolio-place = Place
portfolio-how = Growth is against the same days a year before; what was not sold then is not in the picture. The company's own growth and margin part the places.
portfolio-star = grows faster, earns more
portfolio-promise = grows faster, earns less
portfolio-harvest = grows slower, earns more
portfolio-doubt = grows slower, earns less
portfolio-new = not sold a year before
portfolio-message-star = { $part } grows by { $growth } and earns { $margin }: more than the company in both.
portfolio-message-promise = { $part } grows by { $growth } but earns only { $margin }.
portfolio-message-harvest = { $part } earns { $margin } but grows by only { $growth }.
portfolio-message-doubt = { $part } grows by { $growth } and earns { $margin }: less than the company in both.
divided-message = { $part } has the most: { $share }.
divided-message-plain = { $part } has the most.
block-two-metrics = this chart needs two metrics or more:
