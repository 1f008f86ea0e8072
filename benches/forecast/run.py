#!/usr/bin/env python3
"""Forecasts competition data with the program and with statsforecast, side by side: see README.md beside."""
import argparse, csv, datetime, os, pathlib, resource, subprocess, sys, tempfile, time, warnings

os.environ.update(OMP_NUM_THREADS="1", NIXTLA_ID_AS_COL="1")
warnings.filterwarnings("ignore")
import numpy as np

# Steps of a season to the way dates are stepped; competitions know no other.
FREQ = {7: "daily", 52: "weekly"}
# Sets whose errors are scaled by the plain naive forecast, as their competition does.
PLAIN_SCALE = ("m4_weekly", "m4_daily")


def load(path):
    """id, category, period, horizon, train, test per line, parted by tabs."""
    series = {}
    for line in path.read_text().splitlines():
        cells = line.split("\t")
        train, test = (np.array(cell.split(","), float) for cell in cells[4:6])
        series[cells[0]] = (int(cells[2]), int(cells[3]), train, test)
    return series


def dates(count, freq):
    start = datetime.date(1700, 1, 1)
    if freq == "monthly":
        return [f"{1700 + i // 12:04}-{i % 12 + 1:02}-01" for i in range(count)]
    step = datetime.timedelta(days=7 if freq == "weekly" else 1)
    return [(start + i * step).isoformat() for i in range(count)]


def ours(binary, series, *more):
    """The program's forecasts: id to rows of point, lo80, hi80, lo95, hi95; and its CPU seconds, reading included."""
    period, horizon = next(iter(series.values()))[:2]
    freq = FREQ.get(period, "monthly")
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write("id,date,value\n")
        for name, (_, _, train, _) in series.items():
            file.writelines(f"{name},{day},{value!r}\n" for day, value in zip(dates(len(train), freq), train.tolist()))
        file.flush()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [binary, "forecast", "--csv", file.name, "--freq", freq, "--horizon", str(horizon), "--season", str(period), *more]
        done = subprocess.run(command, capture_output=True, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = {}
    for row in csv.DictReader(done.stdout.splitlines()):
        found.setdefault(row["id"], []).append([float(row[k]) for k in ("point", "lo80", "hi80", "lo95", "hi95")])
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {name: np.array(rows).T for name, rows in found.items()}, cpu


def rival(name, series, season):
    """The same from statsforecast, on one thread, after one series to warm up."""
    import pandas as pd
    from statsforecast import StatsForecast, models

    horizon = next(iter(series.values()))[1]
    frame = pd.concat(
        pd.DataFrame({"unique_id": key, "ds": np.arange(len(train)), "y": train}) for key, (_, _, train, _) in series.items()
    )
    model = getattr(models, name)(season_length=season)
    forecaster = StatsForecast(models=[model], freq=1, n_jobs=1, fallback_model=models.Naive())
    forecaster.forecast(df=frame[frame.unique_id == next(iter(series))], h=horizon, level=[80, 95])
    start = time.process_time()
    result = forecaster.forecast(df=frame, h=horizon, level=[80, 95])
    cpu = time.process_time() - start
    columns = [name] + [f"{name}-{side}-{level}" for level in (80, 95) for side in ("lo", "hi")]
    return {key: part[columns].to_numpy().T for key, part in result.groupby("unique_id", sort=False)}, cpu


def autocorrelation(values, lags):
    centred = values - values.mean()
    size = (centred * centred).sum()
    return [(centred[k:] * centred[: len(values) - k]).sum() / size if size > 0 else 0.0 for k in range(1, lags + 1)]


def naive2(train, period, horizon):
    """Naive2 of the M competitions: the last value, seasonally adjusted if a test at 90 % finds a season."""
    count = len(train)
    if period > 1 and count >= 3 * period:
        found = autocorrelation(train, period)
        limit = 1.645 * np.sqrt((1 + 2 * sum(r * r for r in found[:-1])) / count)
        if abs(found[-1]) > limit:
            kernel = np.ones(period + 1 - period % 2) / period
            if period % 2 == 0:
                kernel[0] = kernel[-1] = 0.5 / period
            trend, half = np.convolve(train, kernel, "valid"), period // 2
            ratios = np.full(count, np.nan)
            ratios[half : half + len(trend)] = train[half : half + len(trend)] / trend
            figure = np.array([np.nanmean(ratios[step::period]) for step in range(period)])
            figure /= figure.mean()
            return train[-1] / figure[(count - 1) % period] * figure[(count + np.arange(horizon)) % period]
    return np.full(horizon, train[-1])


def smape(actual, forecast):
    size = np.abs(actual) + np.abs(forecast)
    return 200 * np.mean(np.divide(np.abs(actual - forecast), size, out=np.zeros_like(size), where=size > 0))


def scores(series, forecasts, scale_period):
    """One row a series: sMAPE, MASE, covered 80 and 95, MSIS; no figure where the history does not change."""
    rows = []
    for name, (period, _, train, test) in series.items():
        period = scale_period or period
        point, low80, high80, low95, high95 = forecasts[name]
        scale = np.abs(train[period:] - train[:-period]).mean() if len(train) > period else 0.0
        wide = np.mean(high95 - low95 + 40 * np.maximum(low95 - test, 0) + 40 * np.maximum(test - high95, 0))
        mase, msis = (np.abs(test - point).mean() / scale, wide / scale) if scale > 0 else (np.nan, np.nan)
        covered = [np.mean((test >= low) & (test <= high)) for low, high in ((low80, high80), (low95, high95))]
        rows.append([smape(test, point), mase, *covered, msis])
    return np.array(rows)


def step_coverage(series, forecasts, at):
    """The shares of the values of one step that lie in its bands."""
    values = np.array([series[name][3][at] for name in series])
    _, low80, high80, low95, high95 = np.array([forecasts[name][:, at] for name in series]).T
    return [np.mean((values >= low) & (values <= high)) for low, high in ((low80, high80), (low95, high95))]


def total_coverage(series, totals):
    """The shares of totals of all held-out values that lie in the bands of totals."""
    sums = np.array([series[name][3].sum() for name in series])
    _, low80, high80, low95, high95 = np.array([totals[name][:, 0] for name in series]).T
    return [np.mean((sums >= low) & (sums <= high)) for low, high in ((low80, high80), (low95, high95))]


def owa(rows, base):
    """Mean of the ratios of mean sMAPE and mean MASE to those of Naive2, as in M4."""
    return (rows[:, 0].mean() / base[:, 0].mean() + np.nanmean(rows[:, 1]) / np.nanmean(base[:, 1])) / 2


def measure(path, options):
    series = load(path)
    if options.limit:
        series = dict(list(series.items())[: options.limit])
    scale_period = 1 if path.stem in PLAIN_SCALE else None
    period = next(iter(series.values()))[0]
    tables, seconds = {}, {}
    for name in options.rivals:
        tables[name], seconds[name] = rival(name, series, period)
    tables["opsreport"], seconds["opsreport"] = ours(options.binary, series)
    missing = [name for name in series if name not in tables["opsreport"]]
    series = {name: one for name, one in series.items() if name not in missing}
    tables["Naive2"] = {
        name: np.tile(naive2(train, scale_period or period, horizon), (5, 1)) for name, (_, horizon, train, _) in series.items()
    }
    rows = {name: scores(series, table, scale_period) for name, table in tables.items()}
    print(f"\n{path.stem}: {len(series)} series" + (f", {len(missing)} refused" if missing else ""))
    print(f"{'':22}{'sMAPE':>8}{'MASE':>8}{'OWA':>8}{'cov80':>8}{'cov95':>8}{'MSIS':>9}{'CPU s':>9}")
    for name in ["opsreport", *options.rivals]:
        mean = np.nanmean(rows[name], 0)
        figures = "".join(f"{value:8.3f}" for value in (mean[0], mean[1], owa(rows[name], rows["Naive2"]), mean[2], mean[3]))
        print(f"{name:22}{figures}{mean[4]:9.2f}{seconds[name]:9.2f}")
    for at, place in ((0, "first"), (-1, "last")):
        print("  {} step of the program: {:.3f} in the 80 % band, {:.3f} in the 95 % band".format(place, *step_coverage(series, tables["opsreport"], at)))
    covered = total_coverage(series, ours(options.binary, series, "--total")[0])
    print("  totals of the program: {:.3f} in the 80 % band, {:.3f} in the 95 % band".format(*covered))
    picks = np.random.default_rng(0).integers(0, len(series), (options.bootstrap, len(series)))
    for name in options.rivals:
        difference = np.array([owa(rows["opsreport"][p], rows["Naive2"][p]) - owa(rows[name][p], rows["Naive2"][p]) for p in picks])
        low, high = np.quantile(difference, [0.025, 0.975])
        print(f"  OWA less that of {name}: {difference.mean():+.4f}, 95 % of {options.bootstrap} bootstraps [{low:+.4f}, {high:+.4f}]")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path, help="folder of .tsv files")
    parser.add_argument("sets", nargs="*", help="names of files without .tsv [default: all]")
    parser.add_argument("--binary", default="target/release/opsreport")
    parser.add_argument("--rivals", nargs="*", default=["AutoETS", "DynamicOptimizedTheta"], help="classes of statsforecast.models")
    parser.add_argument("--bootstrap", type=int, default=2000)
    parser.add_argument("--limit", type=int, help="only the first series of each set")
    options = parser.parse_args()
    for path in sorted(options.folder.glob("*.tsv")):
        if not options.sets or path.stem in options.sets:
            measure(path, options)


if __name__ == "__main__":
    main()
