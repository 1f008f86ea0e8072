## The manual of findings: the command `explain` and the pages of the method.

explain-why = Why it matters
explain-example = Example
explain-fix = How to mend it
explain-level-error = error by default
explain-level-warning = warning by default
explain-level-info = note by default
no-code = there is no finding { $name }; all codes: opsreport explain
no-code-nearest = there is no finding { $name }; did you mean { $nearest }?

codes-A = Acts
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
