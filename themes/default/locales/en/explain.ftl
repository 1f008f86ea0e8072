# The manual of findings: the command `explain` and the pages of the method.

explain-why = Why it matters
explain-example = Example
explain-fix = How to mend it
explain-level-error = error by default
explain-level-warning = warning by default
explain-level-info = note by default
no-code = there is no finding { $name }; all codes: opsreport explain
no-code-nearest = there is no finding { $name }; did you mean { $nearest }?

codes-A = Acts
codes-B = Market briefings
codes-C = Checks and causes
codes-D = What is done, and commitments
codes-E = Unit economics
codes-F = Market feedback
codes-G = Goals and their split
codes-H = Cash
codes-I = Results files
codes-K = People, skills and tools
codes-M = Markdown and data blocks
codes-N = Numbers in sentences
codes-P = Plan items
codes-R = Rates
codes-S = Cycles and their end
codes-T = Templates
codes-U = Stock and orders
codes-V = Versions of the plan
codes-X = References and settings
codes-Y = YAML itself

findings-title = Findings explained
findings-headline = { $count } findings, each with what it means and how to mend it
findings-lede = Findings say what is wrong in plans, data and the loop, where it stands and what to do. opsreport check prints them, opsreport explain CODE prints what stands here.
findings-letter = { $group }: { $count ->
    [one] one finding
   *[other] { $count } findings
}, { $errors ->
    [0] none of which stops the site
    [one] one of which stops the site
   *[other] { $errors } of which stop the site
}
findings-overview = At a glance
method-findings = Findings
head-code = Code
head-finding = What is found
head-severity = Level
level-error = error
level-warning = warning
level-info = note
level-off = off
