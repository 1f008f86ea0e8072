# Findings about rates (R) and unit economics (E).

R001 = { $count ->
        [one] The rate `{ $rate }` in force is more than { $limit } days old; last checked: { $last }.
       *[other] { $count } rows of `{ $rate }` in force are more than { $limit } days old; the oldest was last checked: { $last }.
    }
    .help = Look it up at its source and write the day under `checked:`. If it has changed, add a row with its own `from:` and leave the old one.

R002 = There is a row of `{ $rate }` with the same keys from { $from } already, in { $first }: which of the two holds is chance.
    .help = Keep one of the two, or give the later one its own `from:`.

R003 = The rate `{ $rate }` ended on { $last }, and no row follows it: since then nothing is counted.
    .help = If it was prolonged, add a row from the day after. If it is over, say so with a row of `rate: 0%`.

E101 = The plan of { $year } earns { $earned }, { $gap } less than the goal `{ $goal }` of { $target }.
    .help = Prices { $price } higher at the same units would reach it; `{ $worst }` is farthest from its share ({ $behind }). Otherwise change the mix, the costs or the goal. `opsreport table economics` shows every unit.
    .whole = Prices { $price } higher at the same units would reach it. Otherwise change the mix, the costs or the goal. `opsreport table economics` shows every unit.

E102 = From { $from }, every unit of `{ $product }` sold in { $market } at { $price } leaves { $each }.
    .help = A price of { $even } would leave nothing. Raise it, spend less on advertising there, or stop selling there.

E103 = Unit economics of `{ $product }` lack inputs ({ $inputs }).
    .help = Write them as rows of `rates:` in marketplaces.yaml, with `from:`, `source:` and `checked:`; `cost` belongs in products.yaml, the return rate in the goals. Nothing is guessed for them.
