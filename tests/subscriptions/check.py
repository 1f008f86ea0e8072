"""Reads every calendar and feed of a published site with independent libraries: check.py SITE"""

import sys
import warnings
from pathlib import Path

import feedparser
import icalendar

warnings.simplefilter("error")


def check_calendar(path: Path) -> int:
    data = path.read_bytes()
    assert data.endswith(b"END:VCALENDAR\r\n"), path
    assert all(len(line) <= 75 for line in data.split(b"\r\n")), path
    assert b"\n" not in data.replace(b"\r\n", b""), path
    calendar = icalendar.Calendar.from_ical(data)
    assert not calendar.errors, (path, calendar.errors)
    assert calendar["METHOD"] == "PUBLISH" and calendar["X-WR-CALNAME"], path
    seen = set()
    for event in calendar.walk("VEVENT"):
        assert not event.errors, (path, event.errors)
        uid = str(event["UID"])
        assert uid not in seen, (path, uid)
        seen.add(uid)
        assert event["SUMMARY"] and event["STATUS"] in ("TENTATIVE", "CONFIRMED", "CANCELLED"), (path, uid)
        assert event["SEQUENCE"] >= 0 and event.decoded("DTSTART") < event.decoded("DTEND"), (path, uid)
    # What the library writes again says the same.
    again = icalendar.Calendar.from_ical(calendar.to_ical())
    assert [e["SUMMARY"] for e in again.walk("VEVENT")] == [e["SUMMARY"] for e in calendar.walk("VEVENT")], path
    return len(seen)


def check_feed(path: Path) -> int:
    feed = feedparser.parse(path.read_bytes())
    assert not feed.bozo, (path, feed.get("bozo_exception"))
    assert feed.version == "atom10", (path, feed.version)
    assert feed.feed.id and feed.feed.title and feed.feed.updated, path
    ids = [entry.id for entry in feed.entries]
    assert len(ids) == len(set(ids)) <= 50, path
    days = [entry.updated for entry in feed.entries]
    assert days == sorted(days, reverse=True), path
    assert all(entry.title and entry.link for entry in feed.entries), path
    return len(ids)


def main() -> None:
    site = Path(sys.argv[1])
    calendars = sorted(site.rglob("*.ics"))
    feeds = sorted(path for path in site.rglob("*.xml") if "feeds" in path.parts)
    assert calendars and feeds, "no calendar or no feed"
    dates = sum(check_calendar(path) for path in calendars)
    entries = sum(check_feed(path) for path in feeds)
    print(f"{len(calendars)} calendars with {dates} dates, {len(feeds)} feeds with {entries} entries: all read")


if __name__ == "__main__":
    main()
