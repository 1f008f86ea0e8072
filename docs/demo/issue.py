#!/usr/bin/env python3
"""Issues the demo's forecasts in hindsight: one file of the log for the first of each month of 2026.

For each of these days the workspace is copied with the results that were there
before it, and with the log as it was; then opsreport itself issues twelve months:

    python3 docs/demo/issue.py target/release/opsreport

Existing files of the log are written anew. Needs Python 3.11 and nothing else.
"""

import calendar
import csv
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "content"
LOG = Path("forecasts") / "issued"
DAYS = [date(2026, month, 1) for month in range(1, 12)]


def last_day(period: str) -> date:
    """The last day of a folder's period: 2026-10, 2026-11-18, 2026-11-01_2026-11-18."""
    end = period.split("_")[-1]
    if len(end) == 7:
        year, month = int(end[:4]), int(end[5:])
        return date(year, month, calendar.monthrange(year, month)[1])
    return date.fromisoformat(end)


def cut(source: Path, target: Path, day: date) -> None:
    """Copies a canonical file with the rows of the days before; nothing where none is left."""
    with source.open(newline="", encoding="utf-8") as file:
        head, *rows = csv.reader(file)
    known = [row for row in rows if date.fromisoformat(row[0]) < day]
    if known:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows([head, *known])


def known_before(path: Path, day: date) -> bool:
    """Whether a report was over: market/US/…_2026_10_31.csv by its name, US/2026-10/… by its folder."""
    if path.parts[0] == "market":
        return date(*map(int, path.stem.split("_")[-3:])) < day
    return last_day(path.parts[1]) < day


def copy_results(target: Path, day: date) -> None:
    results = ROOT / "results"
    for source in sorted(path for path in results.rglob("*") if path.is_file()):
        path = source.relative_to(results)
        if path.parts[0] == "daily":
            cut(source, target / path, day)
        elif known_before(path, day):
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target / path)


def issue(program: str, day: date) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "content"
        shutil.copytree(ROOT, root, ignore=shutil.ignore_patterns("results", "issued"))
        copy_results(root / "results", day)
        with (root / "opsreport.yaml").open("a", encoding="utf-8") as settings:
            settings.write("forecast: {horizon: 12}\n")
        for earlier in DAYS[: DAYS.index(day)]:
            (root / LOG).mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / LOG / f"{earlier}.csv", root / LOG)
        command = [program, "forecast", "--issue", "--root", str(root), "--today", str(day), "--lang", "en"]
        done = subprocess.run(command, capture_output=True, text=True)
        if not (root / LOG / f"{day}.csv").exists():
            sys.exit(f"{day}: {done.stderr}")
        (ROOT / LOG).mkdir(parents=True, exist_ok=True)
        shutil.copy(root / LOG / f"{day}.csv", ROOT / LOG)
        print(day, done.stderr.strip().splitlines()[-1])


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: issue.py PROGRAM")
    program = str(Path(sys.argv[1]).resolve())
    for day in DAYS:
        issue(program, day)


if __name__ == "__main__":
    main()
