# Findings of the workspace: the YAML itself (Y), references (X), goals (G).

Y001 = This is not YAML: { $detail }
    .help = Mend the text at this place; the rest of the file is read once it is YAML. Save as UTF-8, indent with spaces, and put texts with “: ” or “#” in quotes.

Y002 = `{ $key }` stands twice in this map; the first is in line { $line }.
    .help = Keep one of the two.

Y003 = There is no key `{ $key }` here.
    .nearest = Did you mean `{ $nearest }`?
    .help = Known keys: { $known }.

Y004 = `{ $key }` is missing.
    .help = Add `{ $key }:` with its value.

Y005 = Expected { $expected }, found { $found }.
    .help = Write { $expected } here.

Y006 = YAML may read `{ $value }` as a number, a truth value or nothing, and this must be text.
    .help = Put quotes around it: "{ $value }"

Y013 = This text has a character that shows nothing or turns the text around it ({ $character }); � stands in its place.
    .help = Delete it, and write the text as it is to be read.

Y007 = `{ $value }` is not a date.
    .help = Write { $expected }.

Y008 = `{ $value }` is not { $expected }.
    .help = Write { $expected }.

Y009 = `{ $value }` is none of the words allowed here.
    .nearest = Did you mean `{ $nearest }`? Allowed: { $known }.
    .help = Allowed: { $known }.

Y010 = This ends on { $to }, before it begins on { $from }.
    .help = Exchange the two dates, or correct one of them.

Y011 = This YAML file is not read: nothing of its name is known.
    .nearest = Did you mean `{ $nearest }.yaml`, or a file in the folder `{ $nearest }/`?
    .help = Files that are read, or folders of them: { $known }.

Y012 = YAML ends a text at a comma within {"{"} {"}"}; it was read as `{ $value }`.
    .help = Put quotes around it: "{ $value }"

X001 = There is no { $kind } `{ $name }`.
    .nearest = Did you mean `{ $nearest }`?
    .help = Correct the name, or add it to { $file }.

X002 = There is a second { $kind } `{ $name }`; the first is at { $first }.
    .help = Give one of them another name, or remove it.

X003 = Without { $file }, the site has no { $adds }.
    .help = Add { $file } when you want them; the site is built without.

X004 = These refer to each other in a circle: { $circle }.
    .help = Break the circle at one of them.

X005 = There is no opsreport.yaml here.
    .help =
        Name the folder that holds it with --root, or begin with a file opsreport.yaml of three lines:
        title: My company
        currency: USD
        source: results/*.csv

X006 = This file cannot be read: { $reason }
    .help = See that it is there and that you may read it.
unread-outside = it lies outside of the workspace
unread-no-file = it is a link, a pipe or a device, and none of them is opened
unread-large = it is larger than 64 MiB
unread-missing = it is not there
unread-denied = you may not read it
unread-folder = it is a folder
X007 = Two pages would be published at the same path, { $path }.
    .help = Rename one of them; the other is written in { $first }. Paths do not tell capitals from small letters.
X009 = There is no opsreport.yaml here: the site is made of the pages alone.
    .help = Write opsreport.yaml with a line such as `title: My site` to name it.
X008 = { $setting } are read and have no effect yet.
    .setting-editions = Only the site that sees everything is built. Do not publish it to readers who may not see everything.
X010 = The baseline knows { $code } in { $file }, and it is found no more.
    .help = Take this entry out.
X011 = The baseline { $file } is not there.
    .help = Write it with `opsreport check --write-baseline`, or take the setting out.
X012 = This is a link, a pipe or a device, or its name is not UTF-8; it is not read.
    .help = Put the file itself here under a plain name, or take this away.
setting-editions = Editions for some readers

G002 = The parts of `{ $name }` sum to { $sum } instead of { $whole }.
    .help = Correct the parts so that they sum to { $whole }.

G004 = `{ $goal }`: { $prior } with this growth makes { $expected }; the target is { $target }.
    .meaning = `meaning: { $meaning }` would fit: an increase of 200% is three times, a multiple of 200% twice the year before.
    .help = Correct target, prior or growth: an increase of 200% is three times, a multiple of 200% twice the year before.

G001 = Nobody answers for the goal `{ $goal }`.
    .help = Add `owner:` with the id of a person in departments.yaml.

G003 = There is no figure called `{ $name }`: the goal is shown, and never compared with anything.
    .nearest = Did you mean `{ $nearest }`?
    .help = Use a measure or metric of metrics.yaml, or define this one there.

G101 = A growth of { $growth } can mean two things: { $increase } times the year before, or { $multiple } times.
    .help = Write `growth: {"{"}value: { $growth }, meaning: increase{"}"}` for { $increase } times, or `meaning: multiple` for { $multiple } times.

G102 = `{ $product }` has { $lacking } in { $market }, and a weight there: its part of the goal cannot be sold.
    .help = Give { $market } the weight 0 for this product (in a row of its own), or list { $market } under `marketplaces:` of one of its SKUs in products.yaml.
    .price = Give { $market } the weight 0 for this product (in a row of its own), or add its price in { $market } in products.yaml.
lacks-sku = no SKU
lacks-price = no price

G103 = `{ $product }` has a weight, but its status is `{ $status }`.
    .launch = Add `launch:` with its first day of sale in products.yaml, or take the weight away.
    .last = Add `last_day:` with its last day of sale in products.yaml, or take the weight away.

G104 = `{ $product }` is on sale { $days }: the weights of { $months } come to nothing, and its other months take the whole amount.
    .help = Give the product a row of its own with 0 in these months, or correct `launch:` or `last_day:` in products.yaml.

G105 = `{ $product }` is on sale { $days }: in no month of { $year } with a weight can its part of the goal be sold.
    .help = Take its weight away, give a month in which it is on sale a weight, or correct `launch:` or `last_day:` in products.yaml.

G106 = `{ $event }` ({ $from } to { $to }) lies in no year that is planned ({ $years }): it lifts nothing.
    .help = Correct its days, or write a goal and its `allocation:` for that year in company.yaml.

G107 = The peak on { $day } lies outside `{ $event }` ({ $from } to { $to }): it lifts nothing.
    .help = Correct the day of the peak or the days of the event.

G108 = The deadline `{ $name }` on { $day } comes after `{ $event }` has ended ({ $to }).
    .help = Correct the deadline or the days of the event.

G109 = `{ $event }` is in { $market }, where nothing is sold in these days: it lifts nothing there.
    .help = Take { $market } out of `markets:`, or give it a weight in `allocation:`.

G110 = `{ $goal }`: parts of { $target } cannot be rounded to this unit.
    .fine = Write `unit: { $least }` or leave `rounding:` out: the currency has no smaller unit.
    .help = Write `unit: { $least }` or leave `rounding:` out: a unit is 1, 0.1, 0.01 and so on, and the target is a multiple of it.

G111 = `{ $event }` has a lift, and the split of `{ $goal }` does not use the calendar: its days are planned as any other.
    .help = Write `day: {"{"}events: from-calendar{"}"}` in the allocation, or leave the lift out.

G007 = All of these weights are zero: there is nothing to split by.
    .help = Give at least one of them a weight above zero.

V001 = The plan of { $year } was changed after { $version } was frozen on { $day }: { $period ->
    [none] the goal of { $metric } is another.
   *[other] { $metric } of { $scope ->
        [company] the company
       *[other] { $scope }
    } in { $period } moves by { $by }, the most of all months.
}
    .help = When the change is agreed, freeze it: opsreport plan freeze --id { $next } --by … --reason "…" --year { $year }. Until then, pages call the plan a draft.

V002 = { $version } does not say that it replaces { $before } of { $day }.
    .help = Write `replaces: { $before }`, or correct the day it was frozen.

V003 = { $version } replaces { $before } of { $day } without a reason.
    .help = Write why the plan was changed: `reason: …`.

V004 = { $version } is the first version of { $year }; there is no { $before } of that year for it to replace.
    .help = Take `replaces` out, or add the version it replaces to plans/.

V005 = The goal { $goal } is of { $year }, and this version plans { $planned }.
    .help = A version holds the goals of its own year alone; take this one out.

V006 = The months of { $goal } are proposed from { $measure } of { $years }: { $weights }. They move as results come in.
    .help = Look at them with: opsreport plan season --goal { $goal }. With --write they take the place of from-history in this file.

V007 = There is no complete year of results to propose the months of { $goal } from.
    .help = Type twelve weights in place of from-history, or add results of a whole year before the one that is planned.

V008 = This expects { $forecast }, and the plan gives { $plan }: a gap of { $gap } that is open.
    .help = Agree on one of the two, or let the owner of the goal take the gap on: accepted: {"{"}by: …, date: …{"}"}.
    .accepted = Only the owner of the goal can take a gap on; ask them to accept it.

V009 = Nothing is planned for { $metric } of { $year } here, so there is nothing to set this beside.
    .help = Correct the metric, the year or the scope, or add the goal and its split to company.yaml.

V010 = There is no planned rate from { $currency } on { $day }: this expectation is in no sum.
    .help = Write the rate in marketplaces.yaml: `rates: [{"{"}id: fx, pair: …, from: …, plan: …{"}"}]`, or write the amount in the reporting currency.

V011 = A frozen version leaves months to results: they would move with them.
    .help = Write twelve weights in place of from-history, or freeze the plan again: opsreport plan freeze.

# What a finding speaks of
kind-act = act
kind-company = company
kind-allocation = split of the goal
kind-batch = batch
kind-bottom-up = forecast of a part
kind-category = category of the market
kind-keyword = keyword
kind-rival = rival
kind-batch-stage = stage of the batch
kind-briefing = briefing
kind-briefing-item = briefing item
kind-call = call
kind-cause = cause
kind-check-item = check item
kind-commitment = commitment
kind-cycle = cycle
kind-department = department
kind-dimension = dimension
kind-dimension-key = key of a dimension
kind-do-item = piece of work
kind-edition = edition
kind-event = event
kind-feedback = feedback
kind-goal = goal
kind-leg = leg of the route
kind-level = level
kind-marketplace = marketplace
kind-measure = measure or metric
kind-name = name
kind-page = page
kind-person = person
kind-plan-item = plan item
kind-product = product
kind-rate = rate
kind-format = format
kind-route = route
kind-shipment = shipment
kind-skill = skill
kind-sku = SKU
kind-sop = SOP
kind-sop-version = SOP version
kind-supplier = supplier
kind-tier = tier
kind-tool = tool
kind-tool-stage = stage of the work
kind-tree = tree
kind-version = version of the plan

# What was expected
form-bool = `true` or `false`
form-code = a code of findings, such as A005; `opsreport explain` lists them all
form-colour = a colour such as "#0B61A4"
form-count = a whole number, such as 24
form-currency = a currency of three capital letters, such as USD
form-date = a date that exists, such as 2026-10-31
form-edges = three lengths, such as [48, 36, 30]
form-expectation = a comparison, such as ">= 10.0%"
form-figure = a figure, such as 150000.00 USD, 10.0%, 0.5pp or 4.5
form-formula = a formula, such as "sales / units"
form-new-dimension = a name that no other dimension has
form-small-formula = a formula of fewer parts
form-id = an id of letters, digits, “.”, “_” and “-”
form-leg-days = the days of a leg, 730 at most
form-language = a language, such as zh-Hant or en
form-money = an amount with its currency, such as 1000.00 USD
form-month-day = a month and day that exist, such as "04-01"
form-amounts = twelve amounts, one for each month
form-driver = a metric that is one figure divided by another (ratio: [a, b])
form-months = twelve weights, January to December
form-number = a number, such as 4.5
form-order = [product, marketplace, month, day], the one order there is
form-pair = two currencies, such as USDJPY
form-percent = a share, such as 12%
form-only-answer = the only answer to this act: `declined:` stands beside it
form-period = a period, such as 2026-10, 2026-W43, 2026-Q4, 2026-H2 or 2026
form-ratio = a list of two names: what is divided, and by what
form-sop = a standard and its version, such as SOP-LISTING@4
form-tree = a tree whose levels have as many names as the formula has parts, and whose splits name parts of it
form-url = an address that begins with https:// or http://
form-weight = a weight: a number that is not negative
form-word = one word
form-year = a year from 2000 to 2100
shape-list = a list
shape-map = a map of keys and values
shape-scalar = a single value
shape-text = a text, or a text per language
yaml-alias = an alias of an anchor that is not there
yaml-documents = a second document after “---”; a file holds one
yaml-ends = the file ends too early
yaml-key = a key that is not a single word
yaml-not-utf8 = the text is not UTF-8
yaml-tab = a tab indents this line; use spaces
yaml-tag = tags that begin with “!” are not read
yaml-too-deep = more than 64 levels within each other
yaml-too-large = more values than a file may hold
adds-products = names, SKUs, costs and prices of products
adds-marketplaces = names, currencies and rates of marketplaces
adds-goals = goals and plans to compare results with
adds-sops = standards and their versions
