## Archive: frozen periods. What was known then, and what is known now.

archive-title = Archive
archive-about = Frozen periods: the figures then and now, what was decided and what became of it
archive-headline-empty = No period is archived yet.
archive-empty = Archive a period once it is over and its gaps are settled: it opens in ten years, and can be proven unchanged.
archive-list = { $count ->
    [one] 1 period is archived
   *[other] { $count } periods are archived
}; what has changed since { $period } is chiefly { $changed }.
archive-list-others = { $count ->
    [one] 1 period is archived
   *[other] { $count } periods are archived
}; { $figures ->
    [one] 1 figure has changed
   *[other] { $figures } figures have changed
} since { $period }.
archive-list-same = { $count ->
    [one] 1 period is archived
   *[other] { $count } periods are archived
}; no figure has changed since { $period }.
archive-periods = Periods
archive-periods-lede = Archived pages are never made again; what changed since stands here.
archive-periods-note = Then and now: { $figure } of the whole company.
archive-period = Period
archive-then = Then
archive-now = Now
archive-difference = Difference
archive-cause = Why
archive-settled = Decisions settled
archive-root = Root hash
archive-pages = Pages
archive-on = archived on { $day }
archive-version = { $period } · version { $version }
archive-open = Open the pages of that day
archive-open-about = As they were archived, byte for byte
archive-open-short = Open
archive-loop = The loop by year
archive-course-what = Share of gaps and actions, %
archive-course-when = { $from } to { $to }
archive-course = In { $last }, { $now } of the gaps were verified effective; in { $first }, { $then }
archive-loop-more = The rates of every cycle
archive-year = Year

archive-headline = { $period }, { $figure }: { $then } then, { $now } now: { $causes }.
archive-headline-same = { $period }, { $figure }: { $then }, unchanged since it was archived.
archive-headline-other = { $period }, { $figure }: { $then }, unchanged; { $other }.
archive-told = { $figure } { $difference } ({ $causes })
archive-changed = Chief change since
archive-changed-others = { $figures ->
    [one] 1 figure
   *[other] { $figures } figures
}
archive-headline-gone = { $period }, { $figure }: { $then } then, { $now } now.
archive-headline-none = The archive of { $period }.
archive-then-and-now = Then and now
archive-then-note = The main figures of the company, and what changed in the company and its marketplaces; what matters first.
archive-was-provisional = provisional then
archive-decisions = What was decided, and what became of it
archive-stood = Then
archive-became = Now
archive-act-gone = This act is in the files no more
archive-status-open = Not begun
archive-status-in-progress = Under way
archive-status-done = Done
archive-status-carried = Carried on
archive-status-dropped = Dropped
archive-proof = Proof
archive-proof-lede = The root hash stands for the whole archive: change one byte and it is another.
archive-previous = Archive before
archive-first = none, this is the first
archive-corrects = Corrects
archive-place = Place · tool
archive-check = Verify the archive
archive-check-pages = Verify these pages
archive-reason-open = Archived while the loop was open: { $reason }
archive-reason-provisional = Archived while figures could still change: { $reason }
archive-reason-again = Archived again: { $reason }
archive-corrected = There is a correction of this archive ({ $day })

archive-by-late-returns = late returns
archive-by-attribution = advertising attribution
archive-by-cancelled-orders = cancelled orders
archive-by-late-orders = late orders
archive-by-corrected = corrected data
archive-by-changed-rates = changed rates
archive-by-changed-definition = changed definition
archive-by-other-currency = reported in { $then }, now in { $now }: not compared
