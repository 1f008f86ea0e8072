# Forecasts of a file of series.
forecast-columns = { $path } has no column { $lacking }; it needs id, date and value
forecast-not-utf8 = { $path } is not written in UTF-8
forecast-bad-row = { $place }: the row has too few cells
forecast-bad-date = { $place }: { $found } is no date such as 2026-11-22
forecast-bad-number = { $place }: { $found } is no number
forecast-twice = { $place }: { $found } falls into a step that has a row already; add the rows up first
forecast-other-week = { $place }: { $found } is no whole number of weeks after the first date of its series
forecast-far-date = { $place }: { $found } is too far from the first date of its series
forecast-unsound = { $id }: no forecast, as rows of it cannot be told apart (see above)
forecast-too-few = { $id }: no forecast; { $known ->
    [one] 1 value is
   *[other] { $known } values are
  } known, and a band takes { $needed }
forecast-no-spread = { $id }: no forecast; all { $known } values are the same, and it takes { $needed } to say that the next one is too
forecast-too-large = { $id }: no forecast; the values are too large
