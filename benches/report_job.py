#!/usr/bin/env python3
"""Writes the workspace of the report job: one CSV of results and four lines of configuration.

usage: report_job.py FOLDER [ROWS] [SKUS]

The same arguments give the same bytes. ROWS (200000) are spread over days from 2025-01-01 on, one row per SKU
(300) and day; every SKU is sold in one of four marketplaces.
"""

import datetime
import pathlib
import random
import sys

CONFIG = """\
schema: opsreport/1
site: {title: Shop, languages: [en]}
currency: USD
sources: [{path: results/*.csv}]
"""
MARKETPLACES = ["US", "JP", "DE", "UK"]
SEASON = [70, 72, 80, 88, 95, 130, 118, 92, 90, 115, 150, 100]


def rows(count, skus):
    """The rows as text, day by day."""
    dice = random.Random(1)
    size = [dice.uniform(0.2, 3.0) for _ in range(skus)]
    price = [dice.randrange(900, 6000) for _ in range(skus)]
    start = datetime.date(2025, 1, 1)
    for number in range(count):
        day, sku = start + datetime.timedelta(days=number // skus), number % skus
        sessions = int(size[sku] * SEASON[day.month - 1] * dice.uniform(0.6, 1.4))
        units = int(sessions * dice.uniform(0.03, 0.17))
        revenue, spend = units * price[sku], int(sessions * dice.uniform(5, 20))
        yield (
            f"{day},SKU-{sku + 1:04},{MARKETPLACES[sku % 4]},{sessions},{units},"
            f"{revenue // 100}.{revenue % 100:02},{spend // 100}.{spend % 100:02}\n"
        )


def main(folder, count=200_000, skus=300):
    """Writes the workspace."""
    results = pathlib.Path(folder) / "results"
    results.mkdir(parents=True, exist_ok=True)
    (results.parent / "opsreport.yaml").write_text(CONFIG, encoding="utf-8")
    with open(results / "daily.csv", "w", encoding="utf-8", newline="") as file:
        file.write("date,sku,marketplace,sessions,units,revenue,ad_spend\n")
        file.writelines(rows(int(count), int(skus)))


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
