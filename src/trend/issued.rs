//! What is written down when forecasts are issued: a row of the log for each period ahead, to be scored when it is over.

use crate::metric::Unit;
use crate::quantity::{Day, Ratio, Span};
use crate::workspace::{ISSUED, ISSUED_COLUMNS, TOOL, Workspace, unit_word};

use super::{Ahead, Line, Outlook, Segment};

/// The forecasts of a day, ready to be written into the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The file, by its path in the workspace.
    pub path: String,
    /// Its rows, each with a text for each of [`ISSUED_COLUMNS`]; empty where nothing is to be said.
    pub rows: Vec<Vec<String>>,
    /// How many figures are not forecast.
    pub refused: usize,
}

impl Issue {
    /// The forecasts of an outlook as they would be issued today: those of periods that are not over.
    pub fn of(outlook: &Outlook, workspace: &Workspace, today: Day) -> Self {
        let rows = outlook.lines.iter().flat_map(|line| {
            let open = line.periods.iter().filter(|ahead| ahead.period.span().to >= today);
            open.map(move |ahead| row((line, ahead), workspace, today))
        });
        Issue { path: format!("{ISSUED}{today}.csv"), rows: rows.collect(), refused: outlook.refused.len() }
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let header = ISSUED_COLUMNS.iter().map(|name| (*name).to_owned()).collect();
        let line =
            |row: &Vec<String>| row.iter().map(|field| quoted(field)).collect::<Vec<_>>().join(",") + "\n";
        std::iter::once(&header).chain(&self.rows).map(line).collect()
    }
}

/// In double quotes where a comma or a quote would end it.
fn quoted(field: &str) -> String {
    match field.contains(['"', ',']) {
        true => format!("\"{}\"", field.replace('"', "\"\"")),
        false => field.to_owned(),
    }
}

fn row((line, ahead): (&Line, &Ahead), workspace: &Workspace, today: Day) -> Vec<String> {
    let subject = &line.subject;
    let unit = workspace.catalogue.unit(&subject.metric).unwrap_or_default();
    let currency = workspace.reporting_currency();
    let code = currency.as_ref().map_or("", |currency| currency.code());
    let digits = match unit {
        Unit::Money => currency.as_ref().map_or(2, |currency| currency.digits()),
        Unit::Count => 0,
        Unit::Percent | Unit::Number | Unit::Days => 6,
    };
    let part = |of: fn(&Segment) -> &String| subject.segment.as_ref().map(of).cloned().unwrap_or_default();
    let id = |id: Option<&str>| id.unwrap_or_default().to_owned();
    let Span { from, to } = ahead.period.span();
    let mut row = vec![today.to_string(), TOOL.to_owned(), subject.metric.to_string()];
    row.push(id(subject.scope.product.as_ref().map(|id| id.as_str())));
    row.push(id(subject.scope.marketplace.as_ref().map(|id| id.as_str())));
    row.extend([part(|segment| &segment.dimension), part(|segment| &segment.value)]);
    row.extend([line.origin, from, to].map(|day| day.to_string()));
    let values = [&ahead.point, &ahead.low80, &ahead.high80, &ahead.low95, &ahead.high95];
    row.extend(values.map(|value| decimal(value, digits)));
    row.extend([unit_word(unit, code).to_owned(), ahead.method(&line.method), line.version.to_string()]);
    row
}

/// With just so many digits after the point.
fn decimal(value: &Ratio, digits: u32) -> String {
    let scaled = value.round_scaled(digits);
    let (sign, text) = (if scaled < 0 { "-" } else { "" }, scaled.unsigned_abs().to_string());
    let width = usize::try_from(digits).unwrap_or(0);
    if width == 0 {
        return format!("{sign}{text}");
    }
    let text = format!("{text:0>least$}", least = width + 1);
    let (whole, rest) = text.split_at(text.len() - width);
    format!("{sign}{whole}.{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_have_their_digits() {
        for (value, digits, text) in
            [("1234.5", 2, "1234.50"), ("-0.05", 2, "-0.05"), ("12", 0, "12"), ("0.123456", 6, "0.123456")]
        {
            assert_eq!(decimal(&Ratio::parse(value).unwrap(), digits), text);
        }
    }
}
