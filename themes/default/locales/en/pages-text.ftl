# The words of briefings, the market, Markdown pages and data blocks

list-semicolon = {"; "}
head-call = Call
head-probability = Probability
head-resolves = Resolves
lines-how = Every point is a whole period; one that has not ended is not drawn. Grey is the same period last year, dashed is the plan.
lines-message-plan = { $value } in { $period }, { $gap } to plan.
lines-message-previous = { $value } in { $period }, { $gap } to the same period last year.
lines-message-plain = { $value } in { $period }.
period-half = { $half ->
    [1] first half of { $year }
   *[other] second half of { $year }
  }

market-title = Market
market-latest = Latest briefing
market-calls = Calls and when they resolve
market-series = The figures that briefings speak of
market-briefings = All briefings
market-feedback = Rivals and audience
market-feedback-more = All feedback
market-empty = There is no market briefing yet.
market-empty-words = Here you will read how the market moves, what it means for us, who does what, and calls that can be scored later. Write a briefing:
market-empty-yaml =
    briefing: {"{"}id: MB-1, issued: { $day }{"}"}
    items:
    - {"{"}id: MB-1-1, headline: What the market does, so_what: What it means for us{"}"}

briefing-title = Market briefing
briefing-name = Briefing { $id }
briefing-issued = issued { $day }
briefing-author = by { $name }
briefing-next = next { $day }
briefing-acts = Who does what by when
briefing-evidence = Evidence
briefing-calls = Calls
briefing-others = Before and after
briefing-before = before
briefing-after = after
briefing-assumptions = Assumes
briefing-alternatives = Or else
briefing-changed = What changed
briefing-forecast = Forecast
briefing-basis = On the basis of
changed-then = Said on { $day }
changed-expected = Forecast then
changed-result = came to { $value }
changed-learned = Learned
act-open = no answer yet
act-unanswered = not answered in time
act-declined = { $name } declined on { $day }:{" "}
call-resolves = resolves { $day }
call-resolved = due { $day }
calls-due = To be scored
calls-due-lede = { $count ->
    [one] The day of one call has passed
   *[other] The days of { $count } calls have passed
  }; write those that failed too, else the score means nothing.
calls-due-one = {" "}({ $probability }), resolved on { $day }.
strip-calls = { $count ->
    [one] a call resolves
   *[other] { $count } calls resolve
  }
strip-calls-due = { $count ->
    [one] a call to score
   *[other] { $count } calls to score
  }
agenda-call = Call resolves: { $text }
briefing-confidence = Confidence in the basis: { $level }
confidence-low = low
confidence-moderate = moderate
confidence-high = high
forecast-growth = { $share } on the year
forecast-colon = {": "}
forecast-interval = { $level } interval { $low } to { $high }
forecast-interval-unsaid = { $low } to { $high }
forecast-baseline = against { $name }
forecast-so-far = So far
forecast-so-far-until = { $value } (to { $day })
forecast-so-far-whole = { $value } (whole period)
baseline-seasonal-naive = same period last year
baseline-plan = plan
baseline-last-month = last month
source-brand-analytics = Brand Analytics
source-rival-watch = weekly record of rivals
source-product-opportunity-explorer = Product Opportunity Explorer
evidence-no-source = not given
evidence-weeks = { $count ->
    [one] { $count } week of data
   *[other] { $count } weeks of data
  }
evidence-old = { $days } days old when issued
calls-caption = Calls with their probability, day and outcome
calls-note = The probability is what was thought on the day of writing; the outcome is added, the probability never changed.
call-happened = happened
call-not-happened = did not happen
call-due = due, to be scored
call-pending = pending

pages-title = Articles
pages-tags = Tags
pages-none = There are no articles yet.
pages-count = { $count ->
    [one] One article: “{ $newest }”.
   *[other] { $count } articles; the newest is “{ $newest }”.
  }
pages-empty = Articles written in Markdown are listed here: strategy, retrospectives, ways of working. They can take figures straight from the data. Write the first:
pages-empty-file = pages/first.md
pages-empty-yaml =
    ---
    title: The first article
    date: { $day }
    tags: [method]
    ---
page-only-in = only in { $lang }
tag-all = All articles
tag-count-foreign = { $count ->
    [one] One article has this tag.
   *[other] { $count } articles have this tag.
  }
tag-count = { $count ->
    [one] One article has the tag “{ $tag }”.
   *[other] { $count } articles have the tag “{ $tag }”.
  }
text-no-plan = no plan
text-nothing = There are no figures yet for what this chart asks.

# What is wrong with a data block; the word it speaks of follows
block-name = there is no such product or marketplace:
block-second = a figure has one product and one marketplace; too many:
block-scope-key = a scope names product and marketplace, not
block-by = this is nothing to split by:
block-by-applies = the dimension after “by” is not for
block-by-one = only one thing can stand after “by”; too many:
block-by-period = what stands after “by” is longer than the period
block-over-time = this chart runs over time: after “by” comes day, week, month, quarter or year.
block-kind = there is no such chart:
block-one-metric = a chart draws one metric; too many:
block-no-tree = no tree in metrics.yaml opens this metric:
block-no-rank = this is no rank:
block-no-value = nothing is measured of this value:
block-no-dimension = this metric has no figures by what the scope names:
block-level = ranks and prices do not add up; the scope must name a marketplace and one value of a dimension. Asked was:
block-coarse = this metric comes by longer or other periods than asked:
