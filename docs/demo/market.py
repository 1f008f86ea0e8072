#!/usr/bin/env python3
"""Writes the demo company's market data: Brand Analytics' weekly reports, its rivals and its audience.

What is searched, clicked and bought, in the words of the marketplace's own downloads; rivals' prices and ranks and the
ages of buyers as canonical files. The searches of the core terms are those of results.py. README.md beside this file
tells the story that the constants below put into the data; the same bytes every time.

    python3 docs/demo/market.py            write the files
    python3 docs/demo/market.py --story    print the figures that the texts quote
"""

import sys
from datetime import date, timedelta

sys.dont_write_bytecode = True
import results as r  # noqa: E402
from results import CB, GS, IM, TK, Rng  # noqa: E402

ROOT = r.ROOT
FIRST, LAST = date(2025, 7, 5), date(2026, 11, 14)  # the last days of weeks, which run from Sunday to Saturday
WATCHED = date(2025, 1, 4)  # rivals are watched from here on, every Saturday
SKU = {CB: "SW-CB-01-GY", TK: "SW-TK-01-BK", IM: "SW-IM-01-GN", GS: "SW-GS-26"}

# term: product, searches per mille of the core term's, further growth per year in percent
TERMS = {
    "US": {
        "cold brew bottle": (CB, 1000, 0),
        "cold brew tea bottle": (CB, 310, 9),
        "iced tea bottle": (CB, 420, -6),
        "fruit infuser bottle": (CB, 560, -11),
        "travel kettle": (TK, 1000, 0),
        "portable electric kettle": (TK, 620, 4),
        "dual voltage kettle": (TK, 180, 12),
        "tea infuser mug": (IM, 1000, 0),
        "mug with infuser and lid": (IM, 330, 5),
        "tea gift set": (GS, 1000, 0),
        "tea lover gifts": (GS, 740, 3),
    },
    "JP": {
        "水出しボトル": (CB, 1000, 0),
        "冷茶ポット": (CB, 460, -4),
        "フィルターインボトル": (CB, 380, 6),
        "トラベルケトル": (TK, 1000, 0),
        "電気ケトル 小型": (TK, 640, -20),
        "海外対応 ケトル": (TK, 210, 8),
        "茶こし付きマグ": (IM, 1000, 0),
        "お茶 ギフト": (GS, 1000, 0),
    },
}
# share of purchases and of clicks in basis points, on the 15th of each month from July 2025 to November 2026
PURCHASES = {
    (CB, "US"): (150, 155, 162, 170, 182, 190, 215, 225, 235, 245, 262, 282, 304, 286, 266, 246, 226),
    (CB, "JP"): (160, 170, 180, 190, 205, 220, 260, 280, 310, 340, 370, 410, 430, 440, 445, 430, 410),
    (TK, "US"): (135, 140, 160, 185, 220, 250, 300, 315, 335, 360, 370, 390, 410, 415, 405, 420, 425),
    (TK, "JP"): (110, 115, 125, 140, 160, 180, 240, 280, 310, 350, 390, 445, 490, 490, 260, 390, 440),
    (IM, "US"): (210, 220, 235, 250, 265, 275, 330, 345, 360, 370, 365, 355, 345, 340, 385, 410, 420),
    (IM, "JP"): (150, 155, 165, 175, 190, 200, 240, 255, 270, 285, 295, 310, 320, 325, 335, 345, 355),
    (GS, "US"): (8, 8, 9, 12, 16, 18, 16, 15, 14, 14, 13, 13, 13, 14, 62, 118, 165),
    (GS, "JP"): (6, 6, 7, 9, 11, 12, 11, 11, 10, 10, 10, 10, 10, 10, 70, 125, 170),
}
CLICKS = {
    (CB, "US"): (152, 157, 165, 172, 183, 192, 215, 225, 235, 246, 262, 282, 302, 304, 306, 306, 290),
    (IM, "US"): (215, 225, 240, 255, 270, 285, 335, 350, 370, 385, 390, 395, 390, 385, 390, 405, 412),
}
# the kettle in Japan while it was out of stock (8 to 25 August 2026) and after, by the week's last day
OUT = {
    date(2026, 8, 15): 40, date(2026, 8, 22): 25, date(2026, 8, 29): 65, date(2026, 9, 5): 145, date(2026, 9, 12): 205,
    date(2026, 9, 19): 250, date(2026, 9, 26): 300, date(2026, 10, 3): 335, date(2026, 10, 10): 365,
}
# purchases per ten thousand searches
RATE = {(CB, "US"): 200, (TK, "US"): 180, (IM, "US"): 220, (GS, "US"): 380, (CB, "JP"): 170, (TK, "JP"): 110, (IM, "JP"): 250, (GS, "JP"): 300}
MEDIAN = {(CB, "US"): 2699, (TK, "US"): 4299, (IM, "US"): 2199, (GS, "US"): 4499, (CB, "JP"): 3280, (TK, "JP"): 5480, (IM, "JP"): 2780, (GS, "JP"): 4980}


def weeks(first=FIRST):
    """The last days of the weeks, Saturdays."""
    day = first
    while day <= LAST:
        yield day
        day += timedelta(7)


def volume(term, market, day):
    """Searches of a term in a week; those of a core term are the ones of results.py."""
    product, part, growth = TERMS[market][term]
    core = r.searches(SKU[product], market, day)
    if (part, growth) == (1000, 0):
        return core
    grown = core * part * (36500 + growth * (day - r.FIRST).days) // 36500000
    return grown * Rng(f"term {term} {market} {day}").around(45) // 1000


def between(curve, day):
    """Thirty times the curve's value in the middle of a week, straight from one mid-month to the next."""
    mid = day - timedelta(3)
    month = (mid.year - 2025) * 12 + mid.month - 7
    step = 1 if mid.day > 15 else -1
    far = min(abs(mid.day - 15), 15)
    near = curve[min(max(month + step, 0), len(curve) - 1)]
    return curve[max(month, 0)] * (30 - far) + near * far


def share(curves, product, market, day):
    """A share in thirtieths of basis points."""
    if (product, market) == (TK, "JP") and day in OUT:
        none = curves is PURCHASES and day < date(2026, 8, 25)  # it is seen, and cannot be bought
        return 0 if none else OUT[day] * 30
    value = between(curves.get((product, market), PURCHASES[product, market]), day)
    if curves is PURCHASES and (product, market) == (CB, "US") and day >= date(2026, 10, 24):
        value -= 30 * 4  # rival B sells at 24.99 USD
    return value


def urge(day):
    """How much more is bought per search in a week of deals, per mille."""
    days = [day - timedelta(i) for i in range(7)]
    sales = sum(r.lift(d) > 140 for d in days)
    return 1000 + 90 * sales


def brand(count, thirtieths, key):
    """The brand's part of a count."""
    noisy = count * thirtieths * Rng(key).around(22)
    return (noisy + 150000000) // 300000000


def funnel(term, market, day):
    """The market's and the brand's impressions, clicks, cart adds and purchases of a term in a week."""
    product = TERMS[market][term][0]
    rng = Rng(f"funnel {term} {market} {day}")
    searched = volume(term, market, day)
    bought = max(1, searched * RATE[product, market] * urge(day) * rng.around(18) // 10**10)
    whole = (searched * rng.around(25) * 24 // 1000, searched * 41 * rng.around(20) // 10**5, bought * rng.around(20) * 31 // 10**4, bought)
    clicks, purchases = share(CLICKS, product, market, day), share(PURCHASES, product, market, day)
    shares = (clicks * 3 // 4, clicks, (clicks + purchases) // 2, purchases)
    steps = ("seen", "clicked", "added", "bought")
    return searched, whole, tuple(brand(w, s, f"{step} {term} {market} {day}") for w, s, step in zip(whole, shares, steps))


# ---------------------------------------------------------------- Brand Analytics

QUERY = (
    "Search Query,Search Query Score,Search Query Volume,Impressions: Total Count,Impressions: Brand Count,Impressions: Brand Share %,"
    "Clicks: Total Count,Clicks: Click Rate %,Clicks: Brand Count,Clicks: Brand Share %,Clicks: Price (Median),Clicks: Brand Price (Median),"
    "Clicks: Same Day Shipping Speed,Clicks: 1D Shipping Speed,Clicks: 2D Shipping Speed,"
    "Cart Adds: Total Count,Cart Adds: Cart Add Rate %,Cart Adds: Brand Count,Cart Adds: Brand Share %,Cart Adds: Price (Median),Cart Adds: Brand Price (Median),"
    "Cart Adds: Same Day Shipping Speed,Cart Adds: 1D Shipping Speed,Cart Adds: 2D Shipping Speed,"
    "Purchases: Total Count,Purchases: Purchase Rate %,Purchases: Brand Count,Purchases: Brand Share %,Purchases: Price (Median),Purchases: Brand Price (Median),"
    "Purchases: Same Day Shipping Speed,Purchases: 1D Shipping Speed,Purchases: 2D Shipping Speed,Reporting Date"
)
TOP = "Search Frequency Rank,Search Term,Top Clicked Brand #1,Top Clicked Brands #2,Top Clicked Brands #3,Top Clicked Category #1,Top Clicked Category #2,Top Clicked Category #3"
for place in (1, 2, 3):
    TOP += "".join(f",Top Clicked Product #{place}: {name}" for name in ("ASIN", "Product Title", "Click Share", "Conversion Share"))
TOP += ",Reporting Date"
# category, the two that are clicked most: brand, ASIN, title
SHELF = {
    (CB, "US"): ("Kitchen", ("Rival A", "B0RIVAL002", "Rival A Cold Brew Bottle"), ("Rival B", "B0RIVAL001", "Rival B Tea Bottle")),
    (TK, "US"): ("Kitchen", ("Rival G", "B0RIVAL007", "Rival G Travel Kettle"), ("Rival H", "B0RIVAL008", "Rival H Foldable Kettle")),
    (IM, "US"): ("Kitchen", ("Rival E", "B0RIVAL005", "Rival E Infuser Mug"), ("Rival I", "B0RIVAL009", "Rival I Tea Mug")),
    (GS, "US"): ("Grocery", ("Rival F", "B0RIVAL006", "Rival F Tea Sampler Gift"), ("Rival J", "B0RIVAL010", "Rival J Tea Gift Box")),
    (CB, "JP"): ("ホーム&キッチン", ("Rival K", "B0RIVAL011", "Rival K 水出しボトル"), ("Rival L", "B0RIVAL012", "Rival L 冷茶ポット")),
    (TK, "JP"): ("ホーム&キッチン", ("Rival C", "B0RIVAL003", "Rival C トラベルケトル"), ("Rival D", "B0RIVAL004", "Rival D 折りたたみケトル")),
    (IM, "JP"): ("ホーム&キッチン", ("Rival M", "B0RIVAL013", "Rival M ティーマグ"), ("Rival N", "B0RIVAL014", "Rival N 茶こしマグ")),
    (GS, "JP"): ("食品・飲料", ("Rival O", "B0RIVAL015", "Rival O 緑茶ギフト"), ("Rival P", "B0RIVAL016", "Rival P 紅茶ギフト")),
}
OWN_TITLE = {CB: "Sanwu Cold Brew Tea Bottle", TK: "Sanwu Travel Kettle", IM: "Sanwu Tea Infuser Mug", GS: "Sanwu Holiday Tea Gift Set"}


def points(part, whole):
    """A percentage with two decimals, without its sign."""
    return r.percent(part, whole)[:-1].replace(",", "").removesuffix("0").removesuffix(".0")


def price(product, market, day):
    """The brand's and the market's median price of a week, as the report writes them."""
    own = r.PRICE[day.year].get(product, (0, 0, 0, 0))[list(r.MARKETS).index(market)]
    decimals = r.MARKETS[market][1]
    median = MEDIAN[product, market] - (100 if (product, market) == (CB, "US") and day >= date(2026, 10, 24) else 0)
    return r.plain(own, decimals) if own else "", r.plain(median, decimals)


def head(day, *more):
    """The line of metadata."""
    begin = day - timedelta(6)
    year = date(day.year, 1, 1)
    first = year - timedelta((year.weekday() + 1) % 7)  # the Sunday of the week with the first of January
    week = f'Select week=["Week {(begin - first).days // 7 + 1} | {begin} - {day} {day.year}"]'
    return ",".join([*more, 'Reporting Range=["Weekly"]', week])


def query_row(place, term, market, day):
    """A search term's row of search query performance."""
    searched, whole, own = funnel(term, market, day)
    ours, median = price(TERMS[market][term][0], market, day)
    cells = [term, place, searched, whole[0], own[0], points(own[0], whole[0])]
    for count, mine in zip(whole[1:], own[1:]):
        cells += [count, points(count, searched), mine, points(mine, count), median, ours if mine else ""]
        cells += [count // 10, count // 5, count // 4]
    return ",".join(str(c) for c in [*cells, day])


def write_queries(market, day):
    """Search query performance, brand view, of a week: the terms for which the brand was shown, most searched first."""
    shown = [term for term in TERMS[market] if funnel(term, market, day)[2][0]]
    shown.sort(key=lambda term: -volume(term, market, day))
    lines = [query_row(place, term, market, day) for place, term in enumerate(shown, 1)]
    text = "\n".join([head(day, 'Brand=["Sanwu"]'), QUERY, *lines, ""])
    path = ROOT / "market" / market / f"{market}_Search_Query_Performance_Brand_View_Week_{day:%Y_%m_%d}.csv"
    r.write(path, "\ufeff" + text)


def rank(term, market, day):
    """The place of a term among all that are searched."""
    all_searches = 320000000 if market == "US" else 74000000
    return all_searches // volume(term, market, day) * Rng(f"rank {term} {market} {day}").around(20) // 1000


def is_third(term, market, day):
    """Whether our product is among the three that are clicked most."""
    product = TERMS[market][term][0]
    if product == GS:
        return day >= date(2026, 10, 3)
    return not ((product, market) == (TK, "JP") and day in (date(2026, 8, 22), date(2026, 8, 29)))


def top_row(term, market, day):
    """A search term's row of the top search terms."""
    product = TERMS[market][term][0]
    shelf, first, second = SHELF[product, market]
    ours = share(CLICKS, product, market, day) // 30
    shares = [(ours * 21 // 10, ours * 2), (ours * 16 // 10, ours * 3 // 2), (ours, share(PURCHASES, product, market, day) // 30)]
    third = ("Sanwu", r.SKUS[SKU[product]][1], OWN_TITLE[product])
    items = [(asin, title, *(f"{s / 100:.2f}" for s in pair)) for (_, asin, title), pair in zip((first, second, third), shares)]
    cells = [rank(term, market, day), term, first[0], second[0], third[0], shelf, shelf, shelf]
    return ",".join(str(c) for c in [*cells, *(c for item in items for c in item), day])


def write_top(market, day):
    """The top search terms of a week, of the brand's terms those with its product among the most clicked."""
    terms = [term for term in TERMS[market] if is_third(term, market, day)]
    terms.sort(key=lambda term: rank(term, market, day))
    lines = [top_row(term, market, day) for term in terms]
    name = f"{market}_Top_Search_Terms_Simple_Week_{day:%Y_%m_%d}.csv"
    r.write(ROOT / "market" / market / name, "\ufeff" + "\n".join([head(day), TOP, *lines, ""]))


# ---------------------------------------------------------------- rivals and audience

# rival: marketplace, price in minor units, best-seller rank
RIVALS = {
    "rival-a": ("US", 2699, 18), "rival-b": ("US", 2999, 31), "rival-e": ("US", 2399, 14), "rival-f": ("US", 4499, 40),
    "rival-g": ("US", 4599, 11), "rival-c": ("JP", 5980, 9), "rival-d": ("JP", 6280, 12), "rival-k": ("JP", 3180, 7),
}
GONE = (date(2026, 8, 15), date(2026, 9, 12))  # our kettle in Japan is not to be had, or hardly


def rival_price(rival, day):
    """A rival's price on a Saturday, in minor units."""
    market, full, _ = RIVALS[rival]
    if rival == "rival-b" and day >= date(2026, 10, 18):
        return 2499
    if rival == "rival-c" and day.year == 2025:
        full += 300
    deal = r.within(day, r.PRIME) or r.within(day, r.BFCM)
    off = 20 if deal else 8 if Rng(f"price {rival} {day}").below(14) == 0 else 0
    cut = full * (100 - off) // 100
    return cut // 10 * 10 if market == "JP" else cut


def rival_rank(rival, day):
    """A rival's best-seller rank on a Saturday."""
    usual = RIVALS[rival][2]
    if rival == "rival-b" and day >= date(2026, 10, 18):
        usual = max(9, usual - 5 * (1 + (day - date(2026, 10, 24)).days // 7))
    if rival in ("rival-c", "rival-d") and GONE[0] <= day <= GONE[1]:
        return {"rival-c": 3, "rival-d": 5}[rival]
    if rival == "rival-f" and day.month in (11, 12):
        usual = usual // 3
    return max(1, usual * Rng(f"best {rival} {day}").around(220) // 1000)


def write_rivals():
    """What rivals ask and where they stand, every Saturday."""
    lines = []
    for day in weeks(WATCHED):
        for rival, (market, _, _) in sorted(RIVALS.items()):
            decimals = r.MARKETS[market][1]
            lines.append(f"{day},{market},{rival},{r.plain(rival_price(rival, day), decimals)},{rival_rank(rival, day)}")
    r.write(ROOT / "daily" / "rivals.csv", "\n".join(["date,marketplace,rival,rival_price,rival_rank", *lines, ""]))


AGES = ("18-24", "25-34", "35-44", "45-54", "55-64", "65+")
# per mille of the units whose buyer's age is known: in January 2025, in October 2026
KNOWN = {"US": ((90, 310, 270, 170, 100, 60), (115, 335, 262, 148, 86, 54)), "JP": ((60, 220, 280, 240, 130, 70), (66, 236, 290, 228, 118, 62))}


def ages(market, month):
    """The shares of the ages, in a month counted from January 2025; gifts are given by those of 35 to 54."""
    before, after = KNOWN[market]
    shares = [a * (21 - month) + b * month for a, b in zip(before, after)]
    if market == "US" and month % 12 in (10, 11) or month >= 20:
        shares[2] += 500
        shares[3] += 250
    return shares


def write_audience(table):
    """Units of each month by the age of their buyers, of the five in eight whose age is known."""
    sold, lines = {}, []
    for (day, market, _), row in table.items():
        sold[day.year, day.month, market] = sold.get((day.year, day.month, market), 0) + row["units"]
    for month in range(22):
        year, number = 2025 + month // 12, month % 12 + 1
        for market in KNOWN:
            units = r.split(sold[year, number, market] * 5 // 8, ages(market, month))
            last = r.days_of(year, number)[-1]
            lines += [f"{last},{market},{age},{n}" for age, n in zip(AGES, units)]
    r.write(ROOT / "daily" / "audience.csv", "\n".join(["date,marketplace,age_group,audience", *lines, ""]))


# ---------------------------------------------------------------- the story


def ended(first, last):
    """The weeks that end within some days."""
    return [day for day in weeks() if first <= day <= last]


def shared(product, market, days):
    """The brand's share of purchases and of clicks of a product's terms, in percent; and its purchases."""
    rows = [funnel(t, market, d) for t, (p, *_) in TERMS[market].items() if p == product for d in days]
    total = lambda part, step: sum(row[part][step] for row in rows)  # noqa: E731
    return f"purchases {total(2, 3) * 100 / total(1, 3):5.2f} % clicks {total(2, 1) * 100 / total(1, 1):5.2f} % bought {total(2, 3)}"


def grown(product, market, first, last):
    """By how much the core term grew on the year, in the weeks that end within some days."""
    now = [day for day in weeks(WATCHED) if first <= day <= last]
    value = lambda days: sum(r.searches(SKU[product], market, day) for day in days)  # noqa: E731
    return f"{value(now) * 100 / value([day - timedelta(364) for day in now]) - 100:+.1f} % over {len(now)} weeks"


def tell(table):
    """Growth of searches, shares by month, and what the brand's purchases are of all its orders."""
    print("bottle US, 46 weeks ", grown(CB, "US", date(2026, 1, 3), LAST))
    print("kettle JP, August   ", grown(TK, "JP", date(2026, 8, 1), date(2026, 8, 31)))
    gift = lambda a, b: [r.searches(SKU[GS], "US", d) for d in ended(a, b)]  # noqa: E731
    for name, a, b in (("Sep 25", (2025, 9, 1), (2025, 9, 30)), ("Oct 25", (2025, 10, 1), (2025, 10, 31)), ("Dec 25", (2025, 12, 1), (2025, 12, 31)), ("Sep 26", (2026, 9, 1), (2026, 9, 30)), ("Oct 1-14, 26", (2026, 10, 1), (2026, 10, 14)), ("Nov 1-14, 26", (2026, 11, 1), (2026, 11, 14))):
        found = gift(date(*a), date(*b))
        print(f"gifts US, a week    {name:12s} {sum(found) // len(found)}")
    for product, market in PURCHASES:
        for year, month in [(2025, m) for m in (7, 10, 12)] + [(2026, m) for m in range(3, 12)]:
            days = ended(date(year, month, 1), r.days_of(year, month)[-1])
            orders = sum(row["orders"] for (day, m, sku), row in table.items() if m == market and r.SKUS[sku][0] == product and days[0] - timedelta(6) <= day <= days[-1])
            print(f"{product:17s} {market} {year}-{month:02d} {shared(product, market, days)} of {orders} orders")
    for day in ended(date(2026, 8, 1), date(2026, 10, 17)):
        print(f"kettle JP, week to {day} {shared(TK, 'JP', [day])}")


def main():
    """Writes everything, or prints the story."""
    table = r.build()
    if "--story" in sys.argv:
        tell(table)
        return
    for market in TERMS:
        for day in weeks():
            write_queries(market, day)
            write_top(market, day)
    write_rivals()
    write_audience(table)


if __name__ == "__main__":
    main()
