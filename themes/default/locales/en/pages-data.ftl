## The page of the data, the pages of its files, and the line under the head of every page.

head-measures = Measures
head-last-day = Last day
head-first-day = First day
head-gaps = Missing days
head-before = Before
head-after = Now
head-replaced-by = File
head-compared = Figure
head-left = One report
head-right = The other
head-difference = Difference
head-known = Known differences
head-rest = Left over

# The line under the head
trust-as-of = Data to { $day }, { $age ->
    [one] 1 day ago
   *[other] { $age } days ago
}
trust-as-of-today = Data to { $day }, today
trust-kind = { $kind } { $day }
trust-provisional = { $names } provisional from { $day }
trust-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
trust-strangers = { $count ->
    [one] 1 file not recognised
   *[other] { $count } files not recognised
}
trust-refused = { $count ->
    [one] 1 row refused
   *[other] { $count } rows refused
}
trust-failed = { $count ->
    [one] 1 check failed
   *[other] { $count } checks failed
}

# The families of reports
family-ads = Ads
family-business-report = Business report
family-campaign-manager = Campaigns
family-canonical = Daily results
family-fee-preview = Fee preview
family-inventory = Stock
family-ledger-detail = Stock ledger
family-market-basket = Market basket
family-mfn-returns = Returns to seller
family-niches = Niches
family-niche-products = Niche products
family-niche-search-terms = Niche searches
family-orders = Orders
family-payments = Payments
family-reimbursements = Reimbursements
family-returns = Returns
family-search-catalog = Catalogue searches
family-search-query = Search queries
family-search-query-asin = Search queries by ASIN
family-search-terms = Search terms
family-settlement = Settlements
family-shipments = Shipments
family-shop-traffic = Shop traffic

# The page of the data
data-headline-none = No file of results has been read yet.
data-headline = { $count ->
    [one] 1 file
   *[other] { $files } files
} and { $rows } rows were read whole, up to { $day }.
data-headline-faults = { $count ->
    [one] 1 file
   *[other] { $files } files
} gave { $rows } rows up to { $day }, with { $faults }.
data-lede = Slowest is { $measure } of { $place }, known to { $day }; figures that need it are cut there.
data-empty = There are no files of results yet. Say in opsreport.yaml where they are:
data-hand = What needs a hand
data-hand-none = Nothing: every file was recognised and read whole, all checks hold, and no day is missing.
data-hand-small = Every file was read whole; these are worth a look.
data-hand-lede = { $count ->
    [one] 1 file
   *[other] { $count } files
} not read whole or not in agreement with themselves; { $shown } listed. Figures are known without what was refused.
data-hand-unmapped = { $count ->
    [one] 1 SKU
   *[other] { $count } SKUs
} of no product, up to { $share } of a file's sales
data-hand-gaps = { $count ->
    [one] 1 gap
   *[other] { $count } gaps
} between known days
data-hand-replaced = { $count ->
    [one] 1 file has
   *[other] { $count } files have
} figures that a newer one replaced
fault-stranger = not recognised
fault-refused = { $count ->
    [one] 1 row refused
   *[other] { $count } rows refused
}
fault-failed = check “{ $check }” failed
fault-lost = { $count ->
    [one] 1 character
   *[other] { $count } characters
} lost before it was saved
data-coverage = How far each measure is known
data-coverage-lede = Orange is the slowest source; all others are newer. Missing days are named.
data-no-gaps = none
data-gaps-more = and { $count ->
    [one] 1 gap
   *[other] { $count } gaps
} before
fineness-daily = by day
fineness-coarser = whole periods, not to be divided
data-groups = What was read
data-groups-lede = Each file is recognised by its content, and checked against its own figures where it has them. Each kind leads to its files.
data-undated = undated
data-checks = { $held } of { $all } hold
data-checks-none = nothing to check
data-check-holds = { $check } holds ({ $found })
data-check-failed = { $check } fails: { $expected } expected, { $found } found
data-refused-count = { $refused ->
    [one] { $refused } row refused
   *[other] { $refused } rows refused
}
data-reconciliation = Reports against each other
data-reconciliation-none = No two kinds of report tell of the same days of a marketplace yet. Orders, settlements and the business report of one month can be compared here.
data-reconciliation-lede = Reports count by different rules: orders by the day of the order, settlements by the day of posting. What their files explain is named; what is left over is not explained.
data-reconciliation-of = Reports against each other, { $period }
data-reconciliation-headline = { $open ->
    [0] All { $count } comparisons of reports are explained.
   *[other] Of { $count } comparisons of reports, { $open } leave something unexplained.
}
data-known = { $reason } { $amount }
data-replaced = Restated by newer files
data-replaced-lede = { $count ->
    [one] 1 figure
   *[other] { $count } figures
} of the same days given again by a newer file, which counts; { $shown } shown.
data-replaced-by = replaced by { $file }
data-provisional = Provisional figures
data-provisional-lede = What these are made of arrives late; the days within the lag still change.
data-provisional-from = days from { $day } on
data-unmapped = SKUs of no product
data-unmapped-none = Every row belongs to a product.
data-unmapped-lede = { $count ->
    [one] 1 SKU counts
   *[other] { $count } SKUs count
} for the company and for no product; { $shown } shown. Add them to products.yaml.
data-unknown = Columns not used
data-unknown-lede = The files have { $count ->
    [one] 1 column
   *[other] { $count } columns
} that no measure reads; { $shown } shown.
data-rates = Rates not checked for long
data-rates-fresh = All { $all } rates in force were checked within 90 days.
data-rates-old = Of { $all } rates in force, { $old ->
    [one] { $old } was
   *[other] { $old } were
} last checked more than 90 days ago.
data-more = and { $count } more
data-elsewhere = Elsewhere
data-back = Back to the data

# The pages of files
data-files = Files, the newest first
data-files-headline = { $count ->
    [one] 1 file
   *[other] { $count } files
} with { $rows } rows, { $days }, all read whole.
data-files-headline-faults = { $count ->
    [one] 1 file
   *[other] { $count } files
} with { $rows } rows, { $days }; { $faulty ->
    [one] 1 needs a hand.
   *[other] { $faulty } need a hand.
}
data-strangers-lede = No kind of file that is known has these columns. A few lines of formats.yaml describe them: opsreport import writes the first.
data-rows-read = { $rows } rows read
data-details = What is known of this file
data-refused = Refused
data-whole-file = whole file
detail-form = Form
detail-nearest = Most like
detail-missing = { $kind }; lacks { $missing }
detail-sheet = sheet “{ $value }”
detail-header = header on line { $value }
detail-downloaded = downloaded { $value }
detail-zones = times { $value }
detail-currency = Currency
detail-totals = Totals
detail-checks = Checks
detail-left-out = Left out
detail-left-out-rows = { $reason }: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
detail-duplicates = Known twice
detail-duplicates-rows = { $rows ->
    [one] 1 row is
   *[other] { $rows } rows are
} in a newer file too, and count there
detail-unknown = Columns not used
detail-others = Words of no rule
detail-unmapped = SKUs of no product
detail-replaced = Replaced
detail-replaced-by = { $measure } { $before } → { $after } ({ $file })
detail-unused = Taken from elsewhere
detail-unused-for = { $measures } from { $kind }

# Words of the import log
kind-unknown = not recognised
reason-not-sent = not sent yet
reason-deferred = payment deferred
reason-cancelled = cancelled
reason-other-channel = orders of another channel
reason-footer = footer
reason-description = line of descriptions
check-unit-session-percentage = unit session percentage
check-session-percentages = sum of session percentages
check-lines-equal-total = lines against the total
check-row-total = columns against each row's total
check-transfers = transfers against the settlements before
check-balance = opening to closing balance
check-discounts = prices less discounts
