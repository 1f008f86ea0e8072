# opsreport forecast

forecast-issued = wrote { $rows } forecasts into { $path }; they are scored when their days are over
forecast-taken = { $path } is there already: what was forecast is never written over; issue again on another day
forecast-nothing = nothing can be forecast from this workspace yet: opsreport table forecast says why
forecast-refused = { $count ->
    [one] 1 figure is not forecast
   *[other] { $count } figures are not forecast
}; opsreport table forecast --by product,marketplace says why
not-forecast = nothing was forecast: the workspace has errors
