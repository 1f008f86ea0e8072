## What the program says to people.

summary-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
summary-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
summary-infos = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
summary-none = no findings
summary-known = { "" } ({ $count } more known)
summary-separator = , { "" }

baseline-written = wrote the known findings to { $path }; opsreport.yaml names it as `lint: {"{"}baseline: FILE{"}"}`
no-baseline = no baseline was written: the workspace cannot be read
not-a-baseline = { $path } is there and holds no baseline: it was left as it is
building = building…
published = published { $pages ->
    [one] 1 page
   *[other] { $pages } pages
} ({ $files ->
    [one] 1 file
   *[other] { $files } files
}: { $added } new, { $changed } changed, { $removed } removed) to { $out }
not-published = nothing was published; { $out } is as it was
created = wrote { $files } files to { $dir }; next: opsreport build --root { $dir }
serving = serving { $url } (stop with Ctrl-C)
rebuilt = built { $pages ->
    [one] 1 page
   *[other] { $pages } pages
}

no-workspace = no opsreport.yaml here or in ./content; name its folder with --root, or begin with: opsreport new DIR
no-workspace-in = no opsreport.yaml in { $root }; write one (title: My shop is enough to begin), or begin with: opsreport new DIR
bad-epoch = SOURCE_DATE_EPOCH is not a count of seconds: { $value }
bad-where = --where takes KEY=VALUE, not: { $value }
bad-span = --from { $from } lies after --to { $to }
no-table = the table { $name } cannot be computed from this workspace
no-command = no such command: { $name }
not-empty = { $dir } is not empty: opsreport new writes into a new or an empty folder
cannot-read = cannot read { $path }: { $reason }
cannot-write = cannot write { $path }: { $reason }
cannot-serve = cannot listen on 127.0.0.1:{ $port }: { $reason }
cannot-watch = cannot watch { $path }: { $reason }
busy = another run of opsreport is writing here; try again when it is done ({ $path })
stopped = stopped; nothing is left half-written, and what stood there is as it was
mishap = fault of opsreport itself: { $words }; nothing was changed, please report it with the lines above
mishap-page = fault of opsreport itself on the page { $page }: { $words }; nothing was published, the site before is as it was; please report it with the lines above
changes-inside = { $path } would lie in the published site, which holds nothing but the site; name a file outside of it with --changes
not-a-manifest = { $path } is no manifest of a site: line { $line } is not a hash, two spaces and a path
refused-workspace = cannot publish to { $path }: it is the workspace, or holds it; name another folder with --out
refused-home = cannot publish to { $path }: it is the home folder or the root; name another folder with --out
refused-file = cannot publish to { $path }: it is a file; name a folder with --out
refused-nowhere = cannot publish to { $path }: it leads through a link to a folder that is not there; make that folder, or name another one with --out
refused-foreign = cannot publish to { $path }: it is not empty and has no manifest-sha256.txt, so opsreport did not write it; name a new or an empty folder with --out
refused-path = cannot publish { $path }: paths of a site are made of a-z, 0-9, dot, dash, underscore and slash
said-error = error
no-such-name = there is no { $what } named { $name }; there is: { $known }
no-such-name-nearest = there is no { $what } named { $name }; did you mean { $nearest }?
no-such-grain = { $metric } is not known by { $of }: it has { $grains } (M007)
no-such-grain-of = { $metric } is not known by { $of }: it needs { $measure }, which has { $grains } (M007)
not-applied = { $dimension } is not for { $metric }: its applies_to names other figures
second-dimension = figures are known by { $first } and by { $second }, but not by both at once
not-planned = nothing is planned by { $dimension }; ask for results by it

frozen = kept the plan of { $year } in { $path }
not-frozen = nothing was frozen: the workspace has errors
freeze-taken = { $path } is there already: a version is never written over; name another one with --id
freeze-no-goals = no goal in company.yaml is of { $year }
freeze-nobody = departments.yaml knows nobody named { $person }
freeze-no-reason = --reason is empty: say why the plan is frozen
season-no-goal = { $goal } is no goal that is split; these are: { $known }
season-no-history = results have no complete year before that of { $goal }: there is nothing to propose its months from
season-typed = nothing was written: the months of { $goal } are typed, and only from-history is ever replaced
season-elsewhere = nothing was written: from-history does not stand at { $place } itself; write the weights there by hand
season-written = wrote the proposed months into { $path }, line { $lines }
no-season = no season can be proposed for { $goal }: the workspace has errors

bad-formula-end = the formula ends at character { $place }, where something must follow
bad-formula-sign = the formula makes no sense at character { $place }: { $found } cannot stand there; names are a-z, 0-9 and _, signs are + - * / ( ) , and those of comparison
bad-formula-number = the formula has no plain number at character { $place }: write 12.5, 0.5 or 12.5%
bad-formula-function = the formula calls { $found } at character { $place }; there are min, max and if
bad-formula-if = the formula has an if without a comparison at character { $place }: write if(a > b, c, d)
bad-formula-deep = the formula is deeper than 64 levels at character { $place }
bad-formula-parts = the formula has too many parts in a row at character { $place } (at most 100 terms or 24 factors): put some in parentheses
bad-formula-long = the formula is longer than 4096 bytes
bad-figure = { $flag } takes NAME=NUMBER,…, such as sessions=40000,cvr=10%; not: { $part }
twice-figure = { $flag } gives { $name } twice
no-figure = { $flag } gives no { $name }, which the formula needs; write { $name }=0 if there was none
strange-figure = { $flag } gives { $name }, which the formula does not name; it names: { $known }
strange-figure-nearest = { $flag } gives { $name }, which the formula does not name; did you mean { $nearest }?
too-large-figures = these figures grow beyond thirty digits and cannot be rounded: ask with --exact
why-zero-base = { $node } cannot be opened: { $divisor } is 0 in --base
why-zero-actual = { $node } cannot be opened: { $divisor } is 0 in --actual
why-too-many-parts = { $node } cannot be opened: a function of more than ten parts
