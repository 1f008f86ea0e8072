#!/usr/bin/env python3
"""Writes the demo company's results: the CSV files under content/results.

Everything is drawn from fixed seeds with integer arithmetic, so that running
it twice gives the same bytes. README.md beside this file tells the story that
the constants below put into the data.

    python3 docs/demo/results.py            write the files
    python3 docs/demo/results.py --story    print the figures that the texts quote
"""

import sys
from bisect import bisect_right
from datetime import date, timedelta
from fractions import Fraction as F
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "content" / "results"
FIRST, LAST = date(2025, 1, 1), date(2026, 11, 20)
REPORT_LAST = date(2026, 11, 18)  # business reports are two days behind
SALES_2025 = F(33333333, 100)  # USD at plan rates

# market: currency, decimals, local units per USD (plan rate), mark, tax inside the price (percent)
MARKETS = {
    "US": ("USD", 2, F(1), "$", 0),
    "CA": ("CAD", 2, F(138, 100), "CA$", 0),
    "MX": ("MXN", 2, F(185, 10), "MX$", 16),
    "JP": ("JPY", 0, F(150), "¥", 10),
}
# sku: product, child ASIN, parent ASIN, title
SKUS = {
    "SW-CB-01-GY": ("cold-brew-bottle", "B0EXAMPLE1", "B0EXAMPAR1", "Sanwu Cold Brew Tea Bottle 1 L with Fine Mesh Filter, Mist Grey"),
    "SW-CB-01-WH": ("cold-brew-bottle", "B0EXAMPLE2", "B0EXAMPAR1", "Sanwu Cold Brew Tea Bottle 1 L with Fine Mesh Filter, Off-White"),
    "SW-TK-01-BK": ("travel-kettle", "B0EXAMPLE3", "B0EXAMPAR2", "Sanwu Travel Kettle 0.5 L, Dual Voltage, Ink Black"),
    "SW-IM-01-GN": ("infuser-mug", "B0EXAMPLE4", "B0EXAMPAR3", "Sanwu Tea Infuser Mug 420 ml with Lid, Tea Green"),
    "SW-GS-26": ("gift-set", "B0EXAMPLE5", "B0EXAMPAR4", "Sanwu Holiday Tea Gift Set 2026, Bottle, Mug and Two Teas"),
}
CB, TK, IM, GS = "cold-brew-bottle", "travel-kettle", "infuser-mug", "gift-set"
PRODUCTS = (CB, TK, IM, GS)

# ---------------------------------------------------------------- the plan, as in company.yaml and calendar.yaml

PLAN = {
    2025: {
        "total": 32000000,
        "product": {CB: 56, TK: 26, IM: 18},
        "market": {"US": 70, "CA": 12, "MX": 5, "JP": 13},
        "gift": {},
        "month": [34, 36, 45, 54, 60, 64, 114, 78, 84, 102, 184, 145],
        "gift_month": [0] * 12,
    },
    2026: {
        "total": 100000000,
        "product": {CB: 42, TK: 33, IM: 17, GS: 8},
        "market": {"US": 62, "CA": 12, "MX": 8, "JP": 18},
        "gift": {"US": 70, "CA": 10, "JP": 20},
        "month": [70, 72, 80, 88, 95, 130, 118, 92, 90, 115, 150, 100],
        "gift_month": [0, 0, 0, 0, 0, 0, 0, 0, 90, 115, 150, 100],
    },
}
PROFIT_2026 = {CB: 6600000, TK: 5200000, IM: 2400000, GS: 800000}
PROFIT_2025 = {CB: 2800000, TK: 1200000, IM: 800000}
WEEKDAY = (100, 102, 100, 98, 96, 100, 104)
# first day, last day, lift in percent; the later row wins
EVENTS = [
    (date(2025, 7, 8), date(2025, 7, 11), 500),
    (date(2025, 11, 20), date(2025, 12, 1), 200),
    (date(2025, 11, 28), date(2025, 11, 28), 400),
    (date(2025, 12, 1), date(2025, 12, 1), 400),
    (date(2025, 12, 5), date(2025, 12, 19), 140),
    (date(2026, 6, 23), date(2026, 6, 26), 500),
    (date(2026, 11, 20), date(2026, 11, 30), 200),
    (date(2026, 11, 27), date(2026, 11, 27), 400),
    (date(2026, 11, 30), date(2026, 11, 30), 400),
]
PRIME = ((date(2025, 7, 8), date(2025, 7, 11)), (date(2026, 6, 23), date(2026, 6, 26)))
BFCM = ((date(2025, 11, 20), date(2025, 12, 1)), (date(2026, 11, 20), date(2026, 11, 30)))


def split(total, weights):
    """Splits an integer by weights, largest remainder, ties in order."""
    whole = sum(weights)
    if whole == 0:
        return [0] * len(weights)
    parts = [total * w // whole for w in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for i in order[: total - sum(parts)]:
        parts[i] += 1
    return parts


def lift(day):
    """The lift of the calendar on a day, in percent."""
    found = 100
    for first, last, value in EVENTS:
        if first <= day <= last:
            found = value
    return found


def days_of(year, month):
    """Every day of a month."""
    day, out = date(year, month, 1), []
    while day.month == month:
        out.append(day)
        day += timedelta(1)
    return out


def day_weights(days):
    """Weekday times event lift, as the plan weighs days."""
    return [WEEKDAY[d.weekday()] * lift(d) for d in days]


def plan_months(year, totals):
    """Plan in cents by (product, market, month) from the totals per product."""
    rules, out = PLAN[year], {}
    for product, total in totals.items():
        markets = rules["gift"] if product == GS else rules["market"]
        months = rules["gift_month"] if product == GS else rules["month"]
        for market, share in zip(markets, split(total, list(markets.values()))):
            for i, cents in enumerate(split(share, months)):
                out[product, market, i + 1] = cents
    return out


def sales_plan(year):
    """The sales plan in cents by (product, market, month)."""
    rules = PLAN[year]
    parts = split(rules["total"], list(rules["product"].values()))
    return plan_months(year, dict(zip(rules["product"], parts)))


# ---------------------------------------------------------------- what really happened

# achievement against plan, per mille, by month; then by product, market and month
LEVEL = {
    2025: [960, 970, 985, 1000, 1010, 1000, 1020, 1030, 1035, 1050, 1075, 1065],
    2026: [984, 974, 992, 988, 975, 997, 995, 960, 953, 941, 955, 955],
}
TUNE = {2025: 1010, 2026: 1000}
FACTOR = {
    (CB, "US", 2026): {7: 970, 8: 955, 9: 940, 10: 935, 11: 950},
    (TK, "US", 2026): {4: 1015, 5: 985, 9: 960, 10: 985},
    (IM, "US", 2026): {6: 965, 7: 915, 8: 915, 9: 1030, 10: 1050, 11: 1060},
    (GS, "US", 2026): {9: 800, 10: 930, 11: 1010},
    (GS, "CA", 2026): {9: 760, 10: 900, 11: 960},
    (GS, "JP", 2026): {9: 840, 10: 960, 11: 1010},
    (CB, "JP", 2026): {3: 1040, 4: 1050, 5: 1040, 6: 1060, 7: 1040, 10: 985, 11: 960},
    (TK, "JP", 2026): {4: 1030, 5: 1040, 6: 1050, 7: 1080, 8: 1020, 9: 1000, 10: 1075, 11: 1060},
    (IM, "JP", 2026): {9: 1030, 10: 1050, 11: 1060},
    (CB, "MX", 2026): {m: 930 for m in range(1, 12)},
    (TK, "MX", 2026): {m: 900 for m in range(1, 12)},
    (IM, "MX", 2026): {m: 950 for m in range(1, 12)},
    (CB, "CA", 2026): {m: 985 for m in range(1, 12)},
}
PRICE = {
    2025: {CB: (2899, 3899, 57900, 3780), TK: (4799, 6499, 96900, 6280), IM: (2199, 2899, 42900, 2880)},
    2026: {CB: (2999, 3999, 59900, 3980), TK: (4999, 6699, 99900, 6480), IM: (2299, 2999, 44900, 2980), GS: (5999, 7999, 0, 7980)},
}
FBA = {CB: (540, 790, 7800, 514), TK: (695, 980, 9600, 620), IM: (475, 690, 6600, 434), GS: (780, 1050, 0, 680)}
# landed cost in US cents per unit; for the US by the period in which a unit is sold
LANDED = {CB: (0, 790, 880, 745), TK: (0, 1490, 1670, 1370), IM: (0, 560, 640, 515), GS: (1761, 1790, 0, 1680)}
LANDED_US = {
    CB: ((date(2025, 1, 1), 770), (date(2026, 1, 1), 791), (date(2026, 5, 1), 884), (date(2026, 10, 1), 807)),
    TK: ((date(2025, 1, 1), 1440), (date(2026, 1, 1), 1467), (date(2026, 5, 1), 1644), (date(2026, 10, 1), 1467)),
    IM: ((date(2025, 1, 1), 544), (date(2026, 1, 1), 556), (date(2026, 5, 1), 617), (date(2026, 10, 1), 556)),
    GS: ((date(2026, 8, 1), 1761),),
}
STORAGE = {CB: 38, TK: 62, IM: 30, GS: 70}  # US cents per unit sold in the month before
UPO = {CB: 1100, TK: 1040, IM: 1140, GS: 1200}
RETURN = {CB: 36, TK: 46, IM: 30, GS: 25}  # per mille of units

# conversion in basis points: base by product and market, then by month
CVR = {
    CB: (1010, 985, 705, 875), TK: (1010, 960, 680, 850), IM: (1000, 975, 710, 865), GS: (740, 720, 0, 700),
}
CVR_MONTH = {
    (CB, "US"): {1: 1020, 2: 1010, 3: 1030, 4: 1020, 5: 1010, 6: 1070, 7: 1000, 8: 955, 9: 910, 10: 895, 11: 905},
    (IM, "US"): {1: 995, 2: 990, 3: 980, 4: 960, 5: 930, 6: 910, 7: 900, 8: 905, 9: 1020, 10: 1040, 11: 1050},
    (TK, "JP"): {8: 520, 9: 745, 10: 860, 11: 870},
    (CB, "JP"): {10: 850, 11: 835},
    (GS, "US"): {9: 640, 10: 705, 11: 760},
    (GS, "CA"): {9: 620, 10: 690, 11: 730},
    (GS, "JP"): {9: 630, 10: 680, 11: 715},
}


class Rng:
    """A 64-bit splitmix generator, seeded by a text."""

    def __init__(self, key):
        self.state = 1469598103934665603
        for byte in key.encode():
            self.state = (self.state ^ byte) * 1099511628211 % 2**64

    def below(self, n):
        """An integer from 0 to n - 1."""
        self.state = (self.state + 0x9E3779B97F4A7C15) % 2**64
        z = self.state
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
        return (z ^ (z >> 31)) % n

    def around(self, spread):
        """Per mille near 1000, a sum of three draws."""
        return 1000 + sum(self.below(2 * spread + 1) - spread for _ in range(3)) // 2


def pick(market, row):
    """The market's column of a table row (US, CA, MX, JP)."""
    return row[list(MARKETS).index(market)]


def half_up(value):
    """A fraction rounded to the nearest integer, halves up."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def to_local(cents_usd, market):
    """US cents in minor units of the market's currency at the plan rate."""
    _, decimals, rate, _, _ = MARKETS[market]
    return half_up(F(cents_usd) * rate * 10**decimals / 100)


def within(day, spans):
    """Whether a day lies in one of the spans."""
    return any(first <= day <= last for first, last in spans)


def sku_share(sku, market, day):
    """Share of the cold-brew bottle's sales by colour, per mille; 1000 for all others."""
    if SKUS[sku][0] != CB:
        return 1000
    starts = {"US": date(2026, 5, 30), "CA": date(2026, 7, 6), "JP": date(2026, 7, 20)}
    age = (day - starts[market]).days if market in starts else -1
    first, most = (400, 520) if market == "US" else (120, 340)
    white = 0 if age < 0 else min(most, first + age * 3)
    return white if sku.endswith("WH") else 1000 - white


def demand(product, market, day):
    """What stands between plan weight and demand on a day, per mille."""
    if (product, market) == (TK, "JP"):
        if within(day, PRIME[1:]):
            return 1700
        if date(2026, 8, 8) <= day <= date(2026, 8, 25):
            return 0
        if date(2026, 8, 26) <= day <= date(2026, 9, 14):
            return 520
        if date(2026, 9, 15) <= day <= date(2026, 9, 30):
            return 840
    if (product, market) == (CB, "US") and day.year == 2026:
        if date(2026, 10, 18) <= day <= date(2026, 11, 13):
            return 930
    return 1000


def discount(product, market, day):
    """Percent off the list price on a day."""
    if within(day, PRIME):
        return 18
    if day in (date(2025, 11, 28), date(2025, 12, 1)):
        return 20
    if within(day, BFCM):
        return 15
    if (product, market) == (IM, "US") and date(2026, 7, 13) <= day <= date(2026, 8, 31):
        return 10  # the 15 % coupon, clipped by two buyers in three
    turn = PRODUCTS.index(product) == (day.toordinal() // 7) % 4
    return 10 if turn and day.weekday() >= 3 and product != GS else 0


def price(product, market, day):
    """Selling price in minor units; yen in tens when reduced."""
    full = pick(market, PRICE[day.year][product])
    off = discount(product, market, day)
    reduced = full * (100 - off) // 100
    return reduced if off == 0 or market != "JP" else reduced // 10 * 10


def acos(product, market, day):
    """Ad spend per ad sales aimed at, per mille."""
    base = pick(market, (250, 252, 285, 228)) + (24 if day.year == 2025 else 0)
    if product == GS:
        base += {9: 110, 10: 60, 11: 20}[day.month]
    if market == "US" and date(2026, 10, 5) <= day <= date(2026, 11, 5):
        base += 75  # top-of-search boost left on
    if market == "US" and date(2026, 11, 6) <= day:
        base += 5
    return base + (15 if within(day, BFCM) else 0)


def return_share(product, market, day):
    """Returned units aimed at, per mille of units sold on a day."""
    base = RETURN[product] + (4 if day.year == 2025 else 0)
    if (product, market) == (CB, "JP"):
        base = {9: 62, 10: 92, 11: 92}.get(day.month, 34) if day.year == 2026 else 34
    seen = min(1000, (LAST - day).days * 1000 // 30)  # returns arrive over thirty days
    return base * seen // 1000


def conversion(product, market, year, month):
    """Orders per session aimed at, in basis points."""
    base = pick(market, CVR[product])
    if year == 2025:
        return base - 62 + month * 3
    wobble = Rng(f"cvr {product} {market} {month}").below(31) - 15
    return CVR_MONTH.get((product, market), {}).get(month, base + wobble)


def landed(product, market, day):
    """Landed cost of one unit in minor units."""
    if market != "US":
        return to_local(pick(market, LANDED[product]) * (98 if day.year == 2025 else 100) // 100, market)
    return [cents for first, cents in LANDED_US[product] if first <= day][-1]


def fba_fee(product, market, day):
    """Fulfilment fee of one unit in minor units."""
    if (product, market) == (CB, "US") and day < date(2026, 1, 15):
        return 532
    return pick(market, FBA[product])


# ---------------------------------------------------------------- days

FIELDS = ("orders", "units", "sales", "ad_spend", "ad_sales", "returns", "refunds", "referral", "fba", "landed_cost", "storage", "sales_tax", "impressions", "clicks")
COUNTS = ("orders", "units", "returns", "impressions", "clicks")


def month_orders(rng, count, weights):
    """How many of `count` orders fall on each day, drawn by weight."""
    marks = list(accumulate(weights))
    out = [0] * len(weights)
    for _ in range(count):
        out[bisect_right(marks, rng.below(marks[-1]))] += 1
    return out


class Share:
    """Takes a changing share (per mille) of what passes, evenly, from a random start."""

    def __init__(self, rng):
        self.sum = rng.below(1000)

    def takes(self, share):
        """Whether the next one is taken."""
        self.sum += share
        taken = self.sum >= 1000
        self.sum -= 1000 if taken else 0
        return taken


def second_unit(product, day):
    """Share of orders with a second unit, per mille."""
    gifts = product == GS and day >= date(2026, 11, 1)  # companies that give
    return UPO[product] - 1000 + (80 if gifts else 0)


def sell(shares, row, product, market, day):
    """Adds one order to a row."""
    twice, by_ad, back = shares
    units = 2 if twice.takes(second_unit(product, day)) else 1
    each, tax = price(product, market, day), MARKETS[market][4]
    row["orders"] += 1
    row["units"] += units
    row["sales"] += units * each
    row["ad_sales"] += units * each if by_ad.takes(630) else 0
    for _ in range(units):
        if back.takes(return_share(product, market, day)):
            row["returns"] += 1
            row["refunds"] += half_up(F(each * 100, 100 + tax))


def series_month(sku, market, year, month, plan):
    """The rows of one SKU in one market and month, by day."""
    product = SKUS[sku][0]
    rng = Rng(f"{sku} {market} {year}-{month}")
    days, base = days_of(year, month), day_weights(days_of(year, month))
    real = [w * demand(product, market, d) * sku_share(sku, market, d) for w, d in zip(base, days)]
    if sum(real) == 0:
        return {}
    level = LEVEL[year][month - 1] * TUNE[year] * FACTOR.get((product, market, year), {}).get(month, 1000)
    target = F(to_local(plan, market) * level, 10**9) * F(sum(real), sum(base) * 10**6)
    mean = sum(real) / sum(F(w, price(product, market, d)) for w, d in zip(real, days))
    orders = half_up(target / mean * F(1000, UPO[product]))
    rows, shares = {}, (Share(rng), Share(rng), Share(rng))
    noisy = [w * rng.around(110) * 1000 // price(product, market, d) for w, d in zip(real, days)]
    for day, weight, count in zip(days, real, month_orders(rng, orders, noisy)):
        if day > LAST:
            break
        row = dict.fromkeys(FIELDS, 0)
        for _ in range(count):
            sell(shares, row, product, market, day)
        spend = target * F(weight, sum(real)) * F(630 * acos(product, market, day), 10**6)
        row["ad_spend"] = half_up(spend * F(rng.around(90), 1000))
        rows[day] = row
    return rows


def fees(row, product, market, day):
    """Fills what follows from units and sales."""
    rate = 10 if (product, market) == (TK, "JP") else 15
    tax = MARKETS[market][4]
    row["referral"] = half_up(F(row["sales"] * rate, 100))
    row["fba"] = row["units"] * fba_fee(product, market, day)
    row["landed_cost"] = row["units"] * landed(product, market, day)
    row["sales_tax"] = half_up(F(row["sales"] * tax, 100 + tax))


def sold_in(skus, market):
    """The SKUs that a market sells."""
    absent = {("SW-CB-01-WH", "MX"), ("SW-GS-26", "MX")}
    return [s for s in skus if (s, market) not in absent]


def advertise(row, sku, market, day):
    """Fills the clicks that the spend of a day bought, and the impressions they came of."""
    rng = Rng(f"{sku} {market} {day} ads")
    product = SKUS[sku][0]
    click = to_local({CB: 78, TK: 112, IM: 69, GS: 121}[product], market)  # in cents of USD
    boosted = market == "US" and within(day, [(date(2026, 10, 5), date(2026, 11, 5))])
    row["clicks"] = half_up(F(row["ad_spend"] * rng.around(80), click * (1250 if boosted else 1000)))
    row["impressions"] = half_up(F(row["clicks"] * 10**6, {CB: 4200, TK: 3600, IM: 3900, GS: 3100}[product] * rng.around(120) // 1000))


def draw():
    """All rows by (date, market, sku), before fees."""
    table = {}
    for year in (2025, 2026):
        for (product, market, month), cents in sales_plan(year).items():
            if date(year, month, 1) > LAST or cents == 0:
                continue
            for sku in sold_in([s for s in SKUS if SKUS[s][0] == product], market):
                for day, row in series_month(sku, market, year, month, cents).items():
                    table[day, market, sku] = row
    return table


def usd(minor, market):
    """Minor units of a market in USD at the plan rate, exactly."""
    _, decimals, rate, _, _ = MARKETS[market]
    return F(minor, 10**decimals) / rate


def settle_2025(table):
    """Moves a few cents per US row (rounded coupons) so that 2025 sums to its known total."""
    total = sum(usd(r["sales"], m) for (d, m, _), r in table.items() if d.year == 2025)
    rows = [r for (d, m, _), r in sorted(table.items()) if m == "US" and d.year == 2025 and d.month > 6 and r["units"] > 0]
    gap = half_up((SALES_2025 - total) * 100)
    assert abs(gap) < 60 * len(rows), f"tune 2025: {gap} cents off"
    for row, cents in zip(rows, split(abs(gap), [1] * len(rows))):
        row["sales"] += cents if gap > 0 else -cents


def add_storage(table):
    """Books storage on the 15th, for the units of the month before."""
    sold = {}
    for (day, market, sku), row in table.items():
        key = (day.year, day.month, market, sku)
        sold[key] = sold.get(key, 0) + row["units"]
    for (year, month, market, sku), units in sold.items():
        after = date(year + month // 12, month % 12 + 1, 15)
        peak = 220 if month >= 10 else 100
        cents = STORAGE[SKUS[sku][0]] * units * peak // 100
        if after <= LAST and cents:
            row = table.setdefault((after, market, sku), dict.fromkeys(FIELDS, 0))
            row["storage"] = to_local(cents, market)


def build():
    """The finished table of days."""
    table = draw()
    settle_2025(table)
    add_storage(table)
    for (day, market, sku), row in table.items():
        fees(row, SKUS[sku][0], market, day)
        advertise(row, sku, market, day)
    return {k: table[k] for k in sorted(table) if any(table[k].values())}


# ---------------------------------------------------------------- files


def plain(minor, decimals):
    """Minor units as a decimal number."""
    return str(minor) if decimals == 0 else f"{minor // 100}.{minor % 100:02d}"


def write(path, text):
    """Writes a file and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def write_daily(table):
    """The canonical files, one per quarter."""
    files = {}
    for (day, market, sku), row in table.items():
        decimals = MARKETS[market][1]
        cells = [str(row[f]) if f in COUNTS else plain(row[f], decimals) for f in FIELDS]
        name = f"{day.year}-Q{(day.month + 2) // 3}.csv"
        files.setdefault(name, []).append(",".join([day.isoformat(), market, sku, *cells]))
    for name, lines in files.items():
        write(ROOT / "daily" / name, "\n".join(["date,marketplace,sku," + ",".join(FIELDS), *lines, ""]))


HEADER = (
    "(Parent) ASIN,(Child) ASIN,Title,Sessions - Mobile App,Sessions - Browser,Sessions - Total,"
    "Session Percentage - Mobile App,Session Percentage - Browser,Session Percentage - Total,"
    "Page Views - Mobile App,Page Views - Browser,Page Views - Total,"
    "Page Views Percentage - Mobile App,Page Views Percentage - Browser,Page Views Percentage - Total,"
    "Featured Offer (Buy Box) Percentage,Units Ordered,Unit Session Percentage,Ordered Product Sales,Total Order Items,"
    "Units Refunded,Refund Rate,Shipped Product Sales,Units Shipped,Orders Shipped"
)


def cell(text):
    """A CSV cell, quoted only where needed."""
    return f'"{text}"' if "," in text else text


def count(n):
    """A count with thousands separators."""
    return f"{n:,}"


def percent(part, whole):
    """A percentage with two decimals."""
    points = half_up(F(part * 10000, whole)) if whole else 0
    return f"{points // 100:,}.{points % 100:02d}%"


def money(minor, market):
    """An amount with the marketplace's mark."""
    _, decimals, _, mark, _ = MARKETS[market]
    return mark + (f"{minor:,}" if decimals == 0 else f"{minor // 100:,}.{minor % 100:02d}")


def periods():
    """Report periods: every month, and the days of November 2026 that the reports cover."""
    day = FIRST
    while day <= REPORT_LAST:
        last = days_of(day.year, day.month)[-1]
        if last > REPORT_LAST:
            yield f"{day}_{REPORT_LAST}", day, REPORT_LAST
        else:
            yield f"{day:%Y-%m}", day, last
        day = last + timedelta(1)


def traffic(sku, market, day, orders):
    """Sessions and page views, app and browser, that the orders of a period came from."""
    product = SKUS[sku][0]
    rng = Rng(f"traffic {sku} {market} {day}")
    sessions = half_up(F(orders * 10000, conversion(product, market, day.year, day.month)))
    age = (day.year - 2025) * 12 + day.month - 1
    app = half_up(F(sessions * (500 + 6 * age + (80 if market == "JP" else 0) + rng.below(13)), 1000))
    views = half_up(F(sessions * (1240 + rng.below(90)), 1000))
    app_views = half_up(F(views * app * 1020, max(1, sessions) * 1000))
    return app, sessions - app, app_views, views - app_views


def sums(table, market, sku, first, last):
    """Sums of a SKU's rows in a period."""
    out = dict.fromkeys(FIELDS, 0)
    day = first
    while day <= last:
        row = table.get((day, market, sku))
        for field in FIELDS if row else ():
            out[field] += row[field]
        day += timedelta(1)
    return out


def buy_box(sku, market, day):
    """Share of the featured offer in hundredths of a percent."""
    if (sku, market, day) == ("SW-TK-01-BK", "JP", date(2026, 8, 1)):
        return 4194
    return 9720 + Rng(f"box {sku} {market} {day}").below(260)


def report_row(sku, market, first, facts, flow, whole):
    """One line of the report: a child ASIN."""
    app, browser, app_views, browser_views = flow
    _, child, parent, title = SKUS[sku]
    box = buy_box(sku, market, first)
    shipped = facts["units"] - facts["units"] // 90
    value = facts["sales"] * shipped // facts["units"] if facts["units"] else 0
    cells = [
        parent, child, title, count(app), count(browser), count(app + browser),
        percent(app, whole[0]), percent(browser, whole[1]), percent(app + browser, whole[0] + whole[1]),
        count(app_views), count(browser_views), count(app_views + browser_views),
        percent(app_views, whole[2]), percent(browser_views, whole[3]), percent(app_views + browser_views, whole[2] + whole[3]),
        f"{box // 100}.{box % 100:02d}%", count(facts["units"]), percent(facts["units"], app + browser),
        money(facts["sales"], market), count(facts["orders"]), count(facts["returns"]), percent(facts["returns"], facts["units"]),
        money(value, market), count(shipped), count(facts["orders"] - facts["orders"] // 90),
    ]
    return ",".join(cell(c) for c in cells)


def report(table, market, first, last):
    """The lines of one business report, most sessions first; and sessions by SKU."""
    rows = []
    for sku in sold_in(list(SKUS), market):
        facts = sums(table, market, sku, first, last)
        if facts["orders"]:
            rows.append((sku, facts, traffic(sku, market, first, facts["orders"])))
    whole = [sum(flow[i] for _, _, flow in rows) for i in range(4)]
    rows.sort(key=lambda r: (-r[2][0] - r[2][1], r[0]))
    lines = [report_row(sku, market, first, facts, flow, whole) for sku, facts, flow in rows]
    return lines, {sku: flow[0] + flow[1] for sku, _, flow in rows}


def write_reports(table):
    """The sales-and-traffic reports by child ASIN."""
    for market in MARKETS:
        for name, first, last in periods():
            lines, _ = report(table, market, first, last)
            loaded = last + timedelta(2 if name.count("_") else 1)
            path = ROOT / market / name / f"BusinessReport-{loaded:%m-%d-%y}.csv"
            write(path, "\ufeff" + "\n".join([HEADER, *lines]))


# core search terms: weekly searches at the start, growth per year in percent, monthly season in percent
SEARCH = {
    ("SW-CB-01-GY", "US"): (41000, 24, (70, 72, 85, 100, 125, 140, 145, 130, 105, 90, 85, 80)),
    ("SW-CB-01-GY", "JP"): (12500, 15, (60, 65, 80, 100, 130, 150, 155, 140, 105, 85, 70, 65)),
    ("SW-TK-01-BK", "US"): (26500, 9, (90, 88, 95, 100, 105, 115, 112, 105, 95, 95, 115, 130)),
    ("SW-TK-01-BK", "JP"): (9800, 45, (85, 85, 100, 110, 105, 100, 115, 125, 100, 95, 100, 110)),
    ("SW-IM-01-GN", "US"): (30500, 6, (110, 100, 95, 95, 92, 95, 95, 92, 98, 108, 125, 140)),
    ("SW-IM-01-GN", "JP"): (7600, 4, (110, 105, 98, 95, 92, 90, 90, 92, 98, 105, 115, 125)),
    ("SW-GS-26", "US"): (8200, 12, (45, 55, 45, 55, 70, 50, 45, 50, 70, 119, 230, 330)),
    ("SW-GS-26", "JP"): (3900, 10, (60, 65, 55, 55, 75, 90, 70, 60, 75, 95, 180, 260)),
}


def seasonal(season, day):
    """Thirty times the season's value, running straight from one mid-month to the next."""
    far = min(abs(day.day - 15), 15)
    near = season[(day.month - 1 + (1 if day.day > 15 else -1)) % 12]
    return season[day.month - 1] * (30 - far) + near * far


def searches(sku, market, day):
    """Searches of a product's core term in the week that ends on a day (a Saturday)."""
    base, growth, season = SEARCH[sku, market]
    rng = Rng(f"search {sku} {market} {day}")
    grown = base * (36500 + growth * (day - FIRST).days) // 36500
    return grown * seasonal(season, day) * rng.around(35) // 3000000


def write_search():
    """Weekly searches of each product's core term, dated on the week's last day (a Saturday)."""
    lines, day = [], date(2025, 1, 4)
    while day <= LAST:
        for sku, market in sorted(SEARCH, key=lambda i: (i[1], i[0])):
            lines.append(f"{day},{market},{sku},{searches(sku, market, day)}")
        day += timedelta(7)
    write(ROOT / "daily" / "search-volume.csv", "\n".join(["date,marketplace,sku,market_search_volume", *lines, ""]))


# month from which a listing has A+ content; all others from the start
APLUS = {
    ("SW-CB-01-GY", "MX"): date(2026, 4, 1), ("SW-TK-01-BK", "MX"): date(2026, 4, 1), ("SW-IM-01-GN", "MX"): date(2026, 12, 1),
    ("SW-CB-01-GY", "JP"): date(2025, 6, 1), ("SW-TK-01-BK", "JP"): date(2025, 9, 1), ("SW-IM-01-GN", "JP"): date(2026, 10, 1),
    ("SW-CB-01-WH", "JP"): date(2026, 12, 1), ("SW-CB-01-WH", "CA"): date(2026, 9, 1), ("SW-IM-01-GN", "CA"): date(2026, 9, 1),
    ("SW-GS-26", "CA"): date(2026, 11, 1), ("SW-GS-26", "JP"): date(2026, 11, 1),
}


def write_listing(table):
    """Listings live and with A+ content, counted on the last day of each month."""
    lines, start = [], {}
    for day, market, sku in table:
        start.setdefault((market, sku), day)
    for _, first, _ in periods():
        day = min(days_of(first.year, first.month)[-1], LAST)
        for (market, sku), begun in sorted(start.items()):
            if begun <= day:
                lines.append(f"{day},{market},{sku},1,{int(APLUS.get((sku, market), FIRST) <= day)}")
    write(ROOT / "daily" / "listing.csv", "\n".join(["date,marketplace,sku,skus_live,skus_with_aplus", *lines, ""]))


# The months whose returns are told apart by reason.
RETURNED = [(2025, 9), (2025, 10), (2026, 9), (2026, 10)]
# Amazon's words for why a thing came back, with how often, per mille.
REASONS = {"UNWANTED_ITEM": 330, "NOT_AS_DESCRIBED": 190, "DEFECTIVE": 170, "DAMAGED_BY_CARRIER": 130, "ORDERED_WRONG_ITEM": 110, "QUALITY_UNACCEPTABLE": 70}


def reason(rng, product, market, day):
    """Why one unit came back: in Japan the spout of the bottle drips, in the US its size is not seen on phones."""
    weights = dict(REASONS)
    if (product, market) == (CB, "JP") and day >= date(2026, 9, 1):
        weights["DEFECTIVE"] = 1400
    if (product, market) == (CB, "US") and day >= date(2026, 8, 1):
        weights["NOT_AS_DESCRIBED"] = 620
    marks = list(accumulate(weights.values()))
    return list(weights)[bisect_right(marks, rng.below(marks[-1]))]


def write_returns(table):
    """The reports of customer returns of the US and Japan, a month each, on the days of the orders."""
    head = ["return-date", "order-id", "sku", "asin", "fnsku", "product-name", "quantity", "fulfillment-center-id",
            "detailed-disposition", "reason", "status", "license-plate-number", "customer-comments"]
    files = {}
    for (day, market, sku), row in table.items():
        if market not in ("US", "JP") or (day.year, day.month) not in RETURNED:
            continue
        rng = Rng(f"{sku} {market} {day} returns")
        for unit in range(row["returns"]):
            why = reason(rng, SKUS[sku][0], market, day)
            state = {"DAMAGED_BY_CARRIER": "CARRIER_DAMAGED", "DEFECTIVE": "DEFECTIVE"}.get(why, "SELLABLE")
            number = f"{rng.below(900) + 100}-{rng.below(9000000) + 1000000}-{rng.below(9000000) + 1000000}"
            cells = [f"{day}T10:00:00+00:00", number, sku, SKUS[sku][1], f"X00{sku[3:5]}{sku[6:8]}{sku[9:]}", sku, "1", "ABE8", state, why,
                     "Unit returned to inventory", f"LPNRR{rng.below(10**9):09d}", ""]
            files.setdefault((market, f"{day:%Y-%m}"), []).append("\t".join(cells))
    for (market, month), lines in files.items():
        write(ROOT / market / month / f"{month}-customer-returns.txt", "\r\n".join(["\t".join(head), *lines, ""]))


def main():
    """Writes everything, or prints the story."""
    table = build()
    if "--story" in sys.argv:
        sys.dont_write_bytecode = True
        from story import tell

        tell(table)
        return
    write_daily(table)
    write_returns(table)
    write_reports(table)
    write_search()
    write_listing(table)


if __name__ == "__main__":
    main()
