# The reading copy of an archived period
reading-title = Review of { $period }
reading-days = Days
reading-known = Known on
reading-version = Version
reading-figures = Figures
reading-figure = { $figure } ({ $unit })
reading-starred = * provisional: late reports may still change it
reading-gaps = Gaps, causes and actions
reading-gap = { $actual }, target { $wanted } ({ $gap })
reading-decisions = Decisions and what came of them
reading-provisional = Known to be provisional
reading-missing = No data after { $day }
reading-until = Provisional until { $day }
reading-settled = Nothing: late reports could change no figure of the company any more.
