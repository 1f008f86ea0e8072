# Forecasts that were issued (O)

O001 = This file of the log of forecasts is not read: its name does not begin with a day.
    .help = Name it by the day its forecasts were issued, such as `forecasts/issued/2026-11-22.csv`.
O002 = The numbers of this forecast are out of order: lo95 ≤ lo80 ≤ point ≤ hi80 ≤ hi95 must hold.
    .help = A band holds its own forecast, and the wider band the narrower one.
O003 = A forecast issued on { $issued } (known until { $origin }) speaks of days up to { $to }: they were over.
    .help = A forecast is issued before its days are over, and from what was known on an earlier day; correct issued, origin, from or to.
O004 = { $metric } is forecast twice for the same days by the same author on the same day; first in { $first }.
    .help = Keep one of the two: each is scored, so a double one counts twice.
O005 = The unit { $unit } is not that of { $metric }: { $wanted }.
    .help = Write amounts in the reporting currency at plan rates, and the unit as { $wanted }.
O006 = { $wrong ->
        [missing] This header lacks { $missing }.
        [unknown] The log of forecasts has no column { $unknown }.
       *[both] The log of forecasts has no column { $unknown }, and this header lacks { $missing }.
    }
    .help = The columns are: { $known }. No row of this file is read until its header is one.
    .nearest = Did you mean { $nearest }? No row of this file is read until its header is one.

form-no-more-columns = no more fields than the header has columns
form-closed-quote = a field whose quotation mark is closed in the same line
form-day-of-file = the day that the file is named by
