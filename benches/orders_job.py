#!/usr/bin/env python3
"""Writes an export of all orders of any size, as the marketplace writes it: made-up orders of 300 SKUs.

usage: orders_job.py FILE [BYTES]

The same arguments give the same bytes; a gigabyte (the usual size) has 3.4 million rows of 31 columns.
"""

import datetime
import sys

COLUMNS = (
    "amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel "
    "order-channel ship-service-level product-name sku asin item-status quantity currency item-price item-tax "
    "shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount ship-promotion-discount "
    "ship-city ship-state ship-postal-code ship-country promotion-ids is-business-order purchase-order-number "
    "price-designation"
).split()
STATES = "CA TX NY FL WA IL PA OH GA NC MI NJ VA AZ MA TN IN MO MD WI CO MN SC AL LA KY OR OK CT UT".split()
DAYS = [str(datetime.date(2025, 1, 1) + datetime.timedelta(days=n)) for n in range(660)]


def row(n, count):
    """The n-th of about so many orders."""
    day, sku, quantity = DAYS[min(659, n * 660 // count)], n * 7919 % 300, (1, 1, 1, 2)[n % 4]
    cents = (1999 + sku * 10) * quantity
    return (
        f"{111 + n % 8}-{n:07d}-{n * 7919 % 10000000:07d}\t\t{day}T{n % 24:02d}:{n % 60:02d}:{n * 7 % 60:02d}+00:00\t"
        f"{day}T23:00:00+00:00\tShipped\tAmazon\tAmazon.com\t\tExpedited\tSanwu cold brew bottle 1000 ml with strainer, "
        f"mountain grey, model {sku:03d}, for tea and coffee\tSW-{sku:03d}\tB0SANWU{sku:03d}\tShipped\t{quantity}\tUSD\t"
        f"{cents / 100:.2f}\t{cents * 8 // 100 / 100:.2f}\t\t\t\t\t0.00\t\tSOMEWHERE\t{STATES[n % 30]}\t00000-0000\tUS\t\t"
        "false\t\t\n"
    )


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000_000
    written, number, count = 0, 0, max(1, size // 290)
    with open(sys.argv[1], "w", encoding="utf-8", newline="") as out:
        out.write("\t".join(COLUMNS) + "\n")
        while written < size:
            written += out.write(row(number, count))
            number += 1


if __name__ == "__main__":
    main()
