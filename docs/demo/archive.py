#!/usr/bin/env python3
"""Archives the demo's third quarter in hindsight, as it was known on 20 November 2026.

The workspace is copied with the results of the days before, and without what came
in later; then opsreport itself archives the quarter:

    python3 docs/demo/archive.py target/release/opsreport [INTO]

writes content/archive/2026-q3.zip, or into another folder. Needs Python 3.11 and nothing else.
"""

import csv
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from issue import ROOT, copy_results

DAY = date(2026, 11, 20)
OPEN = (
    "墨西哥站權重改為 6%（A-26Q3-05）要到 2027 年 1 月才量得到成效，2027-02-05 查核；其他都已關閉 · "
    "The new weight of Mexico (A-26Q3-05) can be judged by January 2027 only, on 2027-02-05; all else is closed"
)

# Dripping spouts in Japan: on 20 November the shop took back bottles beyond the thirty days. These came in on the
# 21st and stand, as all returns do, on the day of their order.
LATE = {
    ("2026-09-10", "SW-CB-01-GY"),
    ("2026-09-14", "SW-CB-01-WH"),
    ("2026-09-20", "SW-CB-01-GY"),
    ("2026-09-23", "SW-CB-01-GY"),
    ("2026-09-26", "SW-CB-01-GY"),
}


def without_late_returns(path: Path) -> None:
    with path.open(newline="", encoding="utf-8") as file:
        head, *rows = csv.reader(file)
    returns, refunds = head.index("returns"), head.index("refunds")
    for row in rows:
        if row[1] == "JP" and (row[0], row[2]) in LATE:
            row[returns], row[refunds] = "0", "0"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([head, *rows])


def main() -> None:
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: archive.py PROGRAM [INTO]")
    program = str(Path(sys.argv[1]).resolve())
    target = Path(sys.argv[2]) if len(sys.argv) == 3 else ROOT / "archive"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "content"
        shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns("results", "archive"))
        copy_results(root / "results", DAY)
        without_late_returns(root / "results" / "daily" / "2026-Q3.csv")
        into = Path(folder) / "archive"
        command = [program, "archive", "2026-Q3", "--zip", "--open", OPEN]
        command += ["--root", str(root), "--into", str(into), "--today", str(DAY), "--lang", "en"]
        done = subprocess.run(command, capture_output=True, text=True)
        made = into / "2026-q3.zip"
        if not made.exists():
            sys.exit(done.stderr)
        target.mkdir(parents=True, exist_ok=True)
        shutil.copy(made, target)
        print(done.stdout.split()[0], target / made.name)


if __name__ == "__main__":
    main()
