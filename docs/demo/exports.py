#!/usr/bin/env python3
"""Writes the demo company's other exports of Mexico's October, made of the daily rows of results.py.

All orders, two settlements and an inventory snapshot, as the marketplace writes them: the same sales told by
order date and by posting date, so that the data page has something to reconcile. Run results.py first; the
same bytes every time.
"""

import csv
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "content" / "results"
ASIN = {
    "SW-CB-01-GY": "B0EXAMPLE1", "SW-CB-01-WH": "B0EXAMPLE2", "SW-TK-01-BK": "B0EXAMPLE3",
    "SW-IM-01-GN": "B0EXAMPLE4", "SW-GS-26": "B0EXAMPLE5",
}
TITLE = {
    "SW-CB-01-GY": "Sanwu Cold Brew Tea Bottle 1 L, Mist Grey", "SW-CB-01-WH": "Sanwu Cold Brew Tea Bottle 1 L, Off-White",
    "SW-TK-01-BK": "Sanwu Travel Kettle 0.5 L, Ink Black", "SW-IM-01-GN": "Sanwu Tea Infuser Mug 420 ml, Tea Green",
    "SW-GS-26": "Sanwu Holiday Tea Gift Set 2026",
}
STATES = ["CMX", "JAL", "NLE", "CMX", "MEX", "PUE", "CMX", "QUE"]
ORDER_COLUMNS = (
    "amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel "
    "order-channel ship-service-level product-name sku asin item-status quantity currency item-price item-tax "
    "shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount ship-promotion-discount "
    "ship-city ship-state ship-postal-code ship-country promotion-ids is-business-order purchase-order-number "
    "price-designation"
).split()
SETTLEMENT_COLUMNS = (
    "settlement-id settlement-start-date settlement-end-date deposit-date total-amount currency transaction-type "
    "order-id merchant-order-id adjustment-id shipment-id marketplace-name amount-type amount-description amount "
    "fulfillment-id posted-date posted-date-time order-item-code merchant-order-item-id merchant-adjustment-item-id "
    "sku quantity-purchased promotion-id"
).split()


def daily():
    with open(ROOT / "daily" / "2026-Q4.csv", encoding="utf-8", newline="") as f:
        return [r for r in csv.DictReader(f) if r["marketplace"] == "MX" and r["date"].startswith("2026-10")]


def shares(total, count):
    """An amount in cents in so many parts that sum to it."""
    base, more = divmod(total, count)
    return [base + (i < more) for i in range(count)]


def orders(rows):
    """One dict per order of one SKU, exactly the units and sales of the daily rows."""
    found = []
    for row in rows:
        count, units = int(row["orders"]), int(row["units"])
        if count == 0:
            continue
        sales = int(Decimal(row["sales"]) * 100)
        of_unit = shares(sales, units)
        quantities = shares(units, count)
        at = 0
        for n, quantity in enumerate(quantities):
            number = len(found) + 1
            day = date.fromisoformat(row["date"])
            local = datetime(day.year, day.month, day.day, 8 + (number * 5) % 15, (number * 17) % 60, (number * 29) % 60)
            found.append({
                "id": f"701-{1000000 + number * 7919 % 8999999:07d}-{1000000 + number * 104729 % 8999999:07d}",
                "local": local, "sku": row["sku"], "quantity": quantity, "price": sum(of_unit[at:at + quantity]),
                "state": STATES[number % len(STATES)], "item": 40000000000000 + number * 1013,
            })
            at += quantity
    found.sort(key=lambda order: order["local"])
    for number, order in enumerate(found):
        order["status"] = "Unshipped" if number in (128, 140) else "Shipped"  # waiting for an address
    return found


def money(cents):
    return f"{Decimal(cents) / 100:.2f}"


def order_row(order, status="Shipped", channel="Amazon.com.mx"):
    utc = order["local"] + timedelta(hours=7)  # Pacific summer time
    cancelled = status == "Cancelled"
    cells = {
        "amazon-order-id": order["id"], "purchase-date": f"{utc:%Y-%m-%dT%H:%M:%S}+00:00",
        "last-updated-date": f"{utc + timedelta(hours=31):%Y-%m-%dT%H:%M:%S}+00:00", "order-status": status,
        "fulfillment-channel": "Amazon", "sales-channel": channel, "ship-service-level": "Standard",
        "product-name": TITLE[order["sku"]], "sku": order["sku"], "asin": ASIN[order["sku"]],
        "item-status": status, "quantity": "0" if cancelled else str(order["quantity"]),
        "currency": "" if cancelled else "MXN", "item-price": "" if cancelled else money(order["price"]),
        "ship-state": order["state"], "ship-country": "MX", "is-business-order": "false",
    }
    return [cells.get(column, "") for column in ORDER_COLUMNS]


def write_orders(all_orders):
    lines = [ORDER_COLUMNS] + [order_row(order, order["status"]) for order in all_orders]
    for number, order in enumerate(all_orders[20:80:25]):
        other = dict(order, id=f"701-9{number:06d}-5550000", local=order["local"] + timedelta(minutes=11))
        lines.append(order_row(other, "Cancelled"))
    sent = dict(all_orders[40], id="S01-5550001-1234567", quantity=2, price=0)
    lines.append(order_row(sent, channel="Non-Amazon MX"))
    write(ROOT / "MX" / "2026-10" / "20261101-all-orders.txt", lines)


def settlement(number, first, last, all_orders, extras):
    """A settlement of what was posted, a day after the order, from the first to the last day."""
    sid, lines = str(number), []
    posted = [(o, o["local"] + timedelta(hours=26)) for o in all_orders]
    for order, when in posted:
        if order["status"] != "Shipped" or not first <= when.date() <= last:
            continue
        referral, fba = -(order["price"] * 15 // 100), -6600 * order["quantity"]
        for kind, what, amount in [
            ("ItemPrice", "Principal", order["price"]), ("ItemFees", "Commission", referral),
            ("ItemFees", "FBAPerUnitFulfillmentFee", fba),
        ]:
            lines.append(line(sid, "Order", order, when, (kind, what, amount)))
    for when, kind, what, amount in extras:
        lines.append(line(sid, "other-transaction", None, datetime.fromisoformat(when), (kind, what, amount)))
    total = sum(int(Decimal(cells[14]) * 100) for cells in lines)
    summary = {
        "settlement-id": sid, "settlement-start-date": f"{first} 07:00:00 UTC", "settlement-end-date": f"{last} 07:00:00 UTC",
        "deposit-date": f"{last + timedelta(days=2)} 07:00:00 UTC", "total-amount": money(total), "currency": "MXN",
    }
    head = [summary.get(column, "") for column in SETTLEMENT_COLUMNS]
    write(ROOT / "MX" / "2026-10" / f"{sid}.txt", [SETTLEMENT_COLUMNS, head] + lines)


def line(sid, kind, order, when, amount):
    cells = {
        "settlement-id": sid, "transaction-type": kind, "amount-type": amount[0], "amount-description": amount[1],
        "amount": money(amount[2]), "posted-date": f"{when:%Y-%m-%d}", "posted-date-time": f"{when:%Y-%m-%d %H:%M:%S} UTC",
    }
    if order:
        cells |= {
            "order-id": order["id"], "merchant-order-id": order["id"], "marketplace-name": "Amazon.com.mx",
            "fulfillment-id": "AFN", "order-item-code": str(order["item"]), "sku": order["sku"],
            "quantity-purchased": str(order["quantity"]),
        }
    return [cells.get(column, "") for column in SETTLEMENT_COLUMNS]


def write_inventory():
    columns = (
        "sku fnsku asin product-name condition your-price mfn-listing-exists mfn-fulfillable-quantity afn-listing-exists "
        "afn-warehouse-quantity afn-fulfillable-quantity afn-unsellable-quantity afn-reserved-quantity afn-total-quantity "
        "per-unit-volume afn-inbound-working-quantity afn-inbound-shipped-quantity afn-inbound-receiving-quantity"
    ).split()
    stock = [
        ("SW-CB-01-GY", "599.00", 212, 3, 9, 0, 240), ("SW-TK-01-BK", "999.00", 96, 1, 5, 0, 0),
        ("SW-IM-01-GN", "449.00", 131, 0, 4, 60, 0),
    ]
    lines = [columns]
    for number, (sku, price, good, bad, reserved, working, shipped) in enumerate(stock):
        lines.append([
            sku, f"X00EXMX{number:03d}", ASIN[sku], TITLE[sku], "New", price, "No", "", "Yes", str(good + bad + reserved),
            str(good), str(bad), str(reserved), str(good + bad + reserved + working + shipped), "0.09",
            str(working), str(shipped), "0",
        ])
    write(ROOT / "MX" / "2026-11-18" / "fba-inventory-2026-11-18.txt", lines)


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join("\t".join(cells) + "\n" for cells in lines), encoding="utf-8", newline="")


def main():
    all_orders = orders(daily())
    write_orders(all_orders)
    settlement(20261014031, date(2026, 10, 1), date(2026, 10, 14), all_orders, [
        ("2026-10-12T03:10:00", "other-transaction", "Subscription Fee", -60000),
        ("2026-10-13T09:00:00", "Cost of Advertising", "TransactionTotalAmount", -812040),
    ])
    settlement(20261028017, date(2026, 10, 15), date(2026, 10, 28), all_orders, [
        ("2026-10-15T04:20:00", "other-transaction", "Storage Fee", -41250),
        ("2026-10-27T09:00:00", "Cost of Advertising", "TransactionTotalAmount", -798515),
        ("2026-10-22T11:05:00", "FBA Inventory Reimbursement", "REVERSAL_REIMBURSEMENT", 59900),
    ])
    write_inventory()


if __name__ == "__main__":
    main()
