//! The values of a sheet as an export in CSV would write them.

use std::borrow::Cow;

use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType, Style};

/// How the values of a sheet are written.
#[derive(Debug)]
pub(super) struct Values {
    /// Which styles show a percentage.
    percent: Vec<bool>,
    is_1904: bool,
}

impl Values {
    pub(super) fn new(styles: &[Style], is_1904: bool) -> Self {
        let code = |style: &Style| {
            style.number_format.as_ref().is_some_and(|format| is_percent(&format.format_code))
        };
        Values { percent: styles.iter().map(code).collect(), is_1904 }
    }

    /// A value as text: a number as the shortest decimal that reads as the same number, so that what a
    /// spreadsheet computed as 0.1 + 0.2 is `0.30000000000000004`, never with an exponent; a day as
    /// `2026-04-17`, with its time as `2026-04-17 10:05:35`.
    pub(super) fn text<'v>(&self, value: &'v DataRef<'_>, style: usize) -> Cow<'v, str> {
        match value {
            DataRef::Empty => Cow::Borrowed(""),
            DataRef::String(text) => Cow::Borrowed(text),
            DataRef::SharedString(text) => Cow::Borrowed(text),
            DataRef::Int(number) => Cow::Owned(number.to_string()),
            DataRef::Float(number) if self.percent.get(style) == Some(&true) => Cow::Owned(percent(*number)),
            // Zero may be negative, which no text says.
            DataRef::Float(number) => Cow::Owned((number + 0.0).to_string()),
            DataRef::Bool(yes) => Cow::Borrowed(if *yes { "TRUE" } else { "FALSE" }),
            DataRef::DateTime(time) => Cow::Owned(self.time(*time)),
            DataRef::DateTimeIso(text) => Cow::Owned(text.replace('T', " ")),
            DataRef::DurationIso(text) => Cow::Borrowed(text),
            DataRef::Error(error) => Cow::Owned(error.to_string()),
        }
    }

    fn time(&self, time: ExcelDateTime) -> String {
        let seconds = (time.as_f64() * 86_400.0).round();
        if time.is_duration() || (0.0..86_400.0).contains(&seconds) {
            let sign = if seconds < 0.0 { "-" } else { "" };
            let seconds = seconds.abs() as u64;
            return format!("{sign}{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
        }
        let whole = ExcelDateTime::new(seconds / 86_400.0, ExcelDateTimeType::DateTime, self.is_1904);
        let (year, month, day, hour, minute, second, _) = whole.to_ymd_hms_milli();
        match (hour, minute, second) {
            (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
            _ => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"),
        }
    }
}

/// Whether a number format multiplies by a hundred: a percent sign in quotes or behind a backslash does not.
fn is_percent(code: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    for c in code.chars() {
        match c {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => escaped = true,
            '%' => return true,
            ';' => return false,
            _ => {}
        }
    }
    false
}

/// `0.0039` as `0.39%`, by moving the point and not by multiplying.
fn percent(number: f64) -> String {
    let text = (number + 0.0).to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let fraction = format!("{fraction:0<2}");
    let (hundreds, rest) = fraction.split_at(2);
    let whole = format!("{whole}{hundreds}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if rest.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{rest}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_either_calendar_are_the_same() {
        for (serial, is_1904) in [(46_129.0, false), (44_667.0, true)] {
            let value = DataRef::DateTime(ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904));
            assert_eq!(Values::new(&[], is_1904).text(&value, 0), "2026-04-17");
        }
    }

    #[test]
    fn a_percentage_is_a_format_that_multiplies() {
        for (code, percent) in
            [("0.00%", true), ("0%;-0%", true), ("0.0\"%\"", false), ("0\\%", false), ("0;0%", false)]
        {
            assert_eq!(is_percent(code), percent, "{code}");
        }
    }
}
