# The pages of the market: overview, categories, keywords, what is expected.

market-tabs = Pages of the market

fan-issued = forecasts of that time
fan-today = today
fan-message-last = { $period }: { $value }.
fan-message = { $period }: { $point } expected, four times in five between { $low } and { $high }.
fan-message-within = { $period }: { $point } expected, four times in five between { $low } and { $high }; the plan of { $plan } lies within.
fan-message-above = { $period }: { $point } expected, four times in five between { $low } and { $high }; the plan of { $plan } lies above.
fan-message-below = { $period }: { $point } expected, four times in five between { $low } and { $high }; the plan of { $plan } lies below.
fan-how = What is known up to { $origin }, forecast by the method { $method }, version { $version }. The dark area holds the value four times in five, the light one nineteen times in twenty; dashed is the plan.
fan-how-none = No forecast is given: measured values alone.
fan-how-rank = Better is up: the first place stands on top.
fan-how-table = The figures begin { $count } periods before what is expected.
fan-band-80 = 80% interval
fan-band-95 = 95% interval
