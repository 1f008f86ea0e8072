#!/usr/bin/env python3
"""Writes the workspace of the content job: Markdown pages alone.

usage: content_job.py FOLDER [PAGES]

The same arguments give the same bytes. Each of the PAGES (2000) has front matter, about 600 words of Chinese and
English, a table, a list, two links to other pages and a block of code; there are 20 tags, three on a page.
"""

import datetime
import pathlib
import random
import sys

CONFIG = """\
schema: opsreport/1
site: {title: Notes, languages: [zh-Hant]}
"""
CHINESE = "營運 檢討 計畫 庫存 轉換 廣告 評價 物流 包裝 價格 毛利 退貨 品質 季節 活動 補貨 工廠 市場 顧客 流量 標準 原因 行動 結果".split()
ENGLISH = "review plan stock order price season market return margin factory customer listing coupon session quality".split()
TAGS = [f"標籤{number}" for number in range(1, 11)] + [f"tag-{number}" for number in range(11, 21)]


def sentence(dice):
    """About twenty words: Chinese ones stand together, English ones apart."""
    chinese = "".join(dice.choice(CHINESE) for _ in range(dice.randrange(8, 14)))
    english = " ".join(dice.choice(ENGLISH) for _ in range(dice.randrange(6, 10)))
    return f"{chinese}，{english}；{dice.choice(CHINESE)}{dice.randrange(1, 100)}%。"


def paragraph(dice):
    """Five sentences."""
    return "".join(sentence(dice) for _ in range(5))


def text(number, count):
    """A page."""
    dice = random.Random(number)
    links = [dice.randrange(count) for _ in range(2)]
    table = "".join(f"| {dice.choice(ENGLISH)} | {dice.randrange(1000)} | {dice.choice(CHINESE)} |\n" for _ in range(6))
    items = "".join(f"- {sentence(dice)}\n" for _ in range(4))
    day = datetime.date(2020, 1, 1) + datetime.timedelta(days=number % 2400)
    return f"""\
---
title: 第 {number} 頁 {dice.choice(CHINESE)} {dice.choice(ENGLISH)}
date: {day}
tags: [{", ".join(sorted(dice.sample(TAGS, 3)))}]
summary: {sentence(dice)}
---

{paragraph(dice)}

## {dice.choice(CHINESE)} {dice.choice(ENGLISH)}

{paragraph(dice)}見[第 {links[0]} 頁](page-{links[0]:05}.md)與[第 {links[1]} 頁](page-{links[1]:05}.md)。

| name | value | 說明 |
|---|---:|---|
{table}
{items}
## {dice.choice(CHINESE)}

{paragraph(dice)}

```
opsreport build --out site-{number}
```

{paragraph(dice)}
"""


def main(folder, count=2000):
    """Writes the workspace."""
    pages = pathlib.Path(folder) / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    (pages.parent / "opsreport.yaml").write_text(CONFIG, encoding="utf-8")
    for number in range(int(count)):
        (pages / f"page-{number:05}.md").write_text(text(number, int(count)), encoding="utf-8", newline="")


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
