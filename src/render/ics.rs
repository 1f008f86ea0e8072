//! Calendars as iCalendar files (RFC 5545, RFC 7986): all-day events, which need no time zone.

use crate::quantity::Day;
use crate::site::{Calendar, CalendarDate, Certainty, Target};

use super::address::absolute;

/// The longest line in bytes, without its end.
const LINE: usize = 75;

/// The calendar as bytes. Addresses are only given when the site's own is known: others would lead nowhere.
pub(super) fn render(calendar: &Calendar, base: Option<&str>) -> Vec<u8> {
    let mut file = File::default();
    file.plain("BEGIN", "VCALENDAR");
    file.plain("VERSION", "2.0");
    file.plain("PRODID", concat!("-//opsreport//opsreport ", env!("CARGO_PKG_VERSION"), "//EN"));
    file.plain("CALSCALE", "GREGORIAN");
    file.plain("METHOD", "PUBLISH");
    for (plain, known) in [("NAME", "X-WR-CALNAME"), ("DESCRIPTION", "X-WR-CALDESC")] {
        let words = if plain == "NAME" { &calendar.name } else { &calendar.about };
        file.text(plain, words);
        file.text(known, words);
    }
    if let Some(base) = base {
        file.plain("SOURCE;VALUE=URI", &absolute(base, &Target::page(&calendar.path)));
    }
    file.plain("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    file.plain("X-PUBLISHED-TTL", "P1D");
    for date in &calendar.dates {
        event(&mut file, date, (calendar.made, base));
    }
    file.plain("END", "VCALENDAR");
    file.0.into_bytes()
}

fn event(file: &mut File, date: &CalendarDate, (made, base): (Day, Option<&str>)) {
    file.plain("BEGIN", "VEVENT");
    file.text("UID", &date.uid);
    file.plain("SEQUENCE", &date.sequence.to_string());
    file.plain("DTSTAMP", &midnight(made));
    if let Some(day) = date.modified {
        file.plain("LAST-MODIFIED", &midnight(day));
    }
    file.plain("DTSTART;VALUE=DATE", &basic(date.span.from));
    // The end is the first day that is not in it any more.
    file.plain("DTEND;VALUE=DATE", &basic(date.span.to + 1));
    file.text("SUMMARY", &date.summary);
    if !date.description.is_empty() {
        file.text("DESCRIPTION", &date.description);
    }
    if let Some((base, to)) = base.zip(date.to.as_ref()) {
        file.plain("URL", &absolute(base, to));
    }
    file.text("CATEGORIES", &date.category);
    file.plain("STATUS", status(date.certainty));
    file.plain("TRANSP", "TRANSPARENT");
    if date.duty {
        alarm(file, &date.summary);
    }
    file.plain("END", "VEVENT");
}

/// A week's notice.
fn alarm(file: &mut File, summary: &str) {
    file.plain("BEGIN", "VALARM");
    file.plain("ACTION", "DISPLAY");
    file.text("DESCRIPTION", summary);
    file.plain("TRIGGER", "-P7D");
    file.plain("END", "VALARM");
}

fn status(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Tentative => "TENTATIVE",
        Certainty::Confirmed => "CONFIRMED",
        Certainty::Cancelled => "CANCELLED",
    }
}

fn basic(day: Day) -> String {
    day.to_string().replace('-', "")
}

fn midnight(day: Day) -> String {
    format!("{}T000000Z", basic(day))
}

/// The lines written so far.
#[derive(Default)]
struct File(String);

impl File {
    /// A line whose value is no text: it holds nothing that must be escaped, and never a line end.
    fn plain(&mut self, name: &str, value: &str) {
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        self.line(&format!("{name}:{value}"));
    }

    /// A line whose value is text that people wrote.
    fn text(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{}", escaped(value)));
    }

    /// Folds a line: after at most 75 bytes comes a line end and a space, never within a character.
    fn line(&mut self, line: &str) {
        let mut room = LINE;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Text with one sign for every end of a line; what readers take for one is one.
fn plain_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n")
}

/// Text with its backslashes, semicolons, commas and line ends escaped, and other control characters left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain_lines(text).chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::quantity::{Lang, Span};
    use crate::site::SitePath;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn calendar(summary: &str, uid: &str) -> Calendar {
        let date = CalendarDate {
            uid: uid.to_owned(),
            sequence: 3,
            modified: Some(day("2026-11-13")),
            span: Span::new(day("2026-12-31"), day("2026-12-31")).unwrap(),
            summary: summary.to_owned(),
            description: "1,200 支；模具保養\n雙方同意".to_owned(),
            to: Some(Target::place(&SitePath::html(&["departments", "production"]), "k26-031")),
            category: "承諾".to_owned(),
            certainty: Certainty::Confirmed,
            duty: true,
        };
        let cancelled = CalendarDate {
            uid: "x@y".to_owned(),
            modified: None,
            to: None,
            certainty: Certainty::Cancelled,
            duty: false,
            ..date.clone()
        };
        Calendar {
            path: SitePath::file(&["calendars", "production"], "ics"),
            lang: Lang::new("zh-Hant"),
            name: "山霧茶器・生產".to_owned(),
            about: "到期日".to_owned(),
            made: day("2026-11-22"),
            dates: vec![date, cancelled],
        }
    }

    /// The lines as they were before they were folded.
    fn unfolded(file: &str) -> Vec<String> {
        file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    fn unescaped(value: &str) -> String {
        let mut out = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            match (c, c == '\\') {
                (_, true) => out.extend(chars.next().map(|c| if c == 'n' { '\n' } else { c })),
                _ => out.push(c),
            }
        }
        out
    }

    #[test]
    fn a_calendar_is_written_as_the_standard_says() {
        let file = String::from_utf8(render(
            &calendar("交運", "K26-031@sanwu.opsreport"),
            Some("https://x.example/"),
        ))
        .unwrap();
        insta::assert_snapshot!(file.replace("\r\n", "\n"));
    }

    #[test]
    fn without_an_address_of_its_own_it_leads_nowhere() {
        let file = String::from_utf8(render(&calendar("x", "y"), None)).unwrap();
        assert!(!file.contains("URL:") && !file.contains("SOURCE"));
    }

    #[test]
    fn a_name_cannot_add_a_line() {
        let nasty = "x\r\nATTACH:https://evil.example\r\n\u{2028}BEGIN:VEVENT;a,b\\";
        let file = String::from_utf8(render(&calendar(nasty, nasty), None)).unwrap();
        assert!(unfolded(&file).iter().all(|line| !line.starts_with("ATTACH")));
        assert_eq!(unfolded(&file).iter().filter(|line| *line == "BEGIN:VEVENT").count(), 2);
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_no_line_is_too_long(chars in prop::collection::vec(any::<char>(), 0..300)) {
            let text = String::from_iter(chars);
            let file = String::from_utf8(render(&calendar(&text, "u"), None)).unwrap();
            for line in file.split("\r\n") {
                prop_assert!(line.len() <= LINE);
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let summary = unfolded(&file).into_iter().find_map(|line| line.strip_prefix("SUMMARY:").map(str::to_owned));
            let plain: String = plain_lines(&text).replace('\t', " ").chars().filter(|c| *c == '\n' || !c.is_control()).collect();
            prop_assert_eq!(unescaped(&summary.unwrap()), plain);
        }
    }
}
