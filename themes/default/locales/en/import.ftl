## What opsreport import says of a file.

import-kind = kind
import-nearest = most like
import-period = period
import-marketplace = marketplace
import-rows = rows
import-form = form
import-totals = totals
import-checks = checks
import-refused = refused
import-why = why
import-left-out = left out
import-unknown = not read
import-others = words not known
import-unmapped = no product
import-notes = notes
import-home = belongs to
import-help = what to do

import-missing = lacks: { $missing }
import-no-period = neither the file nor its path says it: --period 2026-10
import-no-marketplace = neither the file nor its path says it: --marketplace US
import-rows-read = { $rows } read
import-rows-refused = { $refused } refused
import-rows-known = { $duplicates } known from a newer file
import-comma = comma
import-tab = tab
import-semicolon = semicolon
import-header = header on line { $line }
import-sheet = sheet “{ $name }”
import-lost = { $count ->
    [one] 1 character was lost before it was saved
   *[other] { $count } characters were lost before it was saved
}
import-check-holds = { $check }: { $found }
import-check-fails = { $check }: { $expected } expected, { $found } found
import-more = and { $count } more
import-left-out-rows = { $reason }: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}
import-unmapped-share = { $share } of the file's sales
import-mapping = Or describe it once in formats.yaml of the workspace; mend what is guessed wrong:

import-filed = filed { $file } as { $path }
import-known = { $file } is there already: { $path }
import-taken = not filed: { $path } is another file; name yours { $name } to keep both
import-not-filed-kind = not filed: { $file } is not recognised (--anyway files it all the same)
import-not-filed-refused = not filed: rows of { $file } were refused (--anyway files it all the same)
import-not-filed-marketplace = not filed: say which marketplace { $file } is of, with --marketplace
import-not-filed-period = not filed: say which period { $file } is of, with --period
import-not-filed-source = not filed: no source of opsreport.yaml has a place for { $file }

left-out-cancelled = cancelled
left-out-other-channel = sold elsewhere, delivered by the marketplace
left-out-empty-key = totals and empty lines
left-out-small-rank = ranks too far down
