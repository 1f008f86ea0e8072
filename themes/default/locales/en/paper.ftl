# The reading copy of an archived period
paper-title = Review of { $period }
paper-days = Days
paper-known = Known on
paper-version = Version
paper-figures = Figures
paper-figure = { $figure } ({ $unit })
paper-starred = * provisional: late reports may still change it
paper-gaps = Gaps, causes and actions
paper-gap = { $actual }, target { $wanted } ({ $gap })
paper-decisions = Decisions and what came of them
paper-provisional = Known to be provisional
paper-missing = No data after { $day }
paper-until = Provisional until { $day }
paper-settled = Nothing: late reports could change no figure of the company any more.
