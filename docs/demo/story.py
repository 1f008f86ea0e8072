"""Prints the figures of the demo data that its texts quote: `results.py --story`."""

import results as r
from datetime import date
from fractions import Fraction as F

COSTS = ("sales_tax", "landed_cost", "referral", "fba", "ad_spend", "refunds", "storage")


def plan(year, product=None, market=None, months=range(1, 13), last=None, profit=False):
    """Plan in USD of the days up to `last`."""
    source = r.plan_months(year, r.PROFIT_2026 if year == 2026 else r.PROFIT_2025) if profit else r.sales_plan(year)
    total = 0
    for (p, m, month), cents in source.items():
        if (product in (None, p)) and (market in (None, m)) and month in months:
            days = r.days_of(year, month)
            parts = r.split(cents, r.day_weights(days))
            total += sum(c for d, c in zip(days, parts) if last is None or d <= last)
    return F(total, 100)


def actual(table, first, last, product=None, market=None):
    """Sums in USD (counts as they are), and sessions where a whole report lies inside."""
    out = dict.fromkeys((*r.FIELDS, "sessions"), F(0))
    for (day, m, sku), row in table.items():
        if first <= day <= last and market in (None, m) and product in (None, r.SKUS[sku][0]):
            for f in r.FIELDS:
                out[f] += row[f] if f in r.COUNTS else r.usd(row[f], m)
    for _, a, b in r.periods():
        for m in r.MARKETS if first <= a and b <= last else ():
            for sku, n in r.report(table, m, a, b)[1].items():
                if market in (None, m) and product in (None, r.SKUS[sku][0]):
                    out["sessions"] += n
    return out


def profit(a):
    """Contribution profit."""
    return a["sales"] - sum(a[c] for c in COSTS)


def ratio(a, num, den, scale=100):
    """A ratio with two decimals, or a dash."""
    return f"{float(a[num] / a[den] * scale):7.2f}" if a[den] else "      -"


def line(name, table, year, months, last=None, product=None, market=None):
    """One row of the story."""
    first = date(year, months[0], 1)
    end = min(last or (r.REPORT_LAST if list(months) == [11] else r.LAST), r.days_of(year, months[-1])[-1])
    a = actual(table, first, end, product, market)
    py_first, py_end = first.replace(year=year - 1), end.replace(year=year - 1)
    py = actual(table, py_first, py_end, product, market)["sales"] if year > 2025 else 0
    p, pp = plan(year, product, market, months, end), plan(year, product, market, months, end, True)
    got = f"{float(a['sales'] / p * 100):6.1f}%" if p else "      -"
    yoy = f"{float(a['sales'] / py * 100 - 100):+7.0f}%" if py else "       -"
    print(
        f"{name:26s} sales {float(a['sales']):10.2f} plan {float(p):10.2f} {got} yoy {yoy} | profit {float(profit(a)):9.2f} plan {float(pp):9.2f}"
        f" | cvr {ratio(a, 'orders', 'sessions')} upo {ratio(a, 'units', 'orders', 1)} asp {ratio(a, 'sales', 'units', 1)} acos {ratio(a, 'ad_spend', 'ad_sales')}"
        f" tacos {ratio(a, 'ad_spend', 'sales')} ret {ratio(a, 'returns', 'units')} units {int(a['units'])} returns {int(a['returns'])} spend {float(a['ad_spend']):.0f}"
    )


def tell(table):
    """Year, months, markets and products, then the cells of the story."""
    for year in (2025, 2026):
        for m in range(1, 13 if year == 2025 else 12):
            line(f"{year}-{m:02d}", table, year, [m])
        for q in range(4):
            line(f"{year}-Q{q + 1}", table, year, [q * 3 + 1, q * 3 + 2, q * 3 + 3])
        line(f"{year}", table, year, range(1, 13))
    line("2026 YTD Oct", table, 2026, range(1, 11))
    for m in r.MARKETS:
        line(f"YTD Oct {m}", table, 2026, range(1, 11), market=m)
    for p in r.PRODUCTS:
        line(f"YTD Oct {p}", table, 2026, range(1, 11), product=p)
    for month in (6, 7, 8, 9, 10, 11):
        for m in r.MARKETS:
            line(f"2026-{month:02d} {m}", table, 2026, [month], market=m)
        for p in r.PRODUCTS:
            line(f"2026-{month:02d} {p}", table, 2026, [month], product=p)
            for m in r.MARKETS:
                if (p, m) != (r.GS, "MX"):
                    line(f"   {p} {m}", table, 2026, [month], product=p, market=m)
    for name, first, last, product, market in (
        ("W44 US", date(2026, 10, 26), date(2026, 11, 1), None, "US"),
        ("W45 US", date(2026, 11, 2), date(2026, 11, 8), None, "US"),
        ("W46 US", date(2026, 11, 9), date(2026, 11, 15), None, "US"),
        ("Prime Day 25", date(2025, 7, 8), date(2025, 7, 11), None, None),
        ("Prime Day 26", date(2026, 6, 23), date(2026, 6, 26), None, None),
    ):
        a = actual(table, first, last, product, market)
        print(f"{name:26s} sales {float(a['sales']):.2f} acos {ratio(a, 'ad_spend', 'ad_sales')} spend {float(a['ad_spend']):.0f} units {int(a['units'])}")
