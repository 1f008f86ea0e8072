//! A proposed season written into the file that asks for it: only there, and not a byte more.

use crate::diagnostic::Place;
use crate::quantity::{Day, ProductId};
use crate::workspace::{Allocation, HistoryOf, Months};

use super::{Season, rows};

/// What stands in the file where a season is asked for.
const ASKED: &str = "from-history";

/// A file with the season in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file, by its path in the workspace.
    pub file: String,
    /// Its text.
    pub text: String,
    /// The lines that asked for a season, as they were numbered.
    pub lines: Vec<u32>,
}

/// Why nothing can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotWrite {
    /// The months are typed: nothing asks for a season.
    Typed,
    /// The words `from-history` are not where they were read, as behind an alias.
    Elsewhere(Place),
}

impl Season {
    /// The file with the proposal in place of `from-history`; `read` gives the text of a file.
    ///
    /// # Errors
    /// [`CannotWrite`] when nothing asks for a season, or not where it can be replaced.
    pub fn written(
        &self,
        allocation: &Allocation,
        today: Day,
        read: impl Fn(&str) -> Option<String>,
    ) -> Result<Written, CannotWrite> {
        let mut asked: Vec<(&Place, String)> = Vec::new();
        for (product, months) in rows(&allocation.month) {
            if months.history.is_some() && asked.iter().all(|(place, _)| **place != months.place) {
                asked.push((&months.place, self.replacement(product, months)));
            }
        }
        let origin = self.origin(today);
        // From the end, so that the places before it still hold.
        asked.sort_by(|a, b| b.0.cmp(a.0));
        let (first, _) = asked.last().ok_or(CannotWrite::Typed)?;
        let elsewhere = || CannotWrite::Elsewhere((*first).clone());
        let mut text = read(&first.file).ok_or_else(elsewhere)?;
        for (place, weights) in &asked {
            text = replaced(&text, place, (weights, &origin)).ok_or_else(elsewhere)?;
        }
        let lines = asked.iter().rev().map(|(place, _)| place.line).collect();
        Ok(Written { file: first.file.to_string(), text, lines })
    }

    /// `proposed from sales of 2025, events moved to 2027, on 2026-11-22`
    fn origin(&self, today: Day) -> String {
        let years = self.years.iter().map(i16::to_string).collect::<Vec<_>>().join(", ");
        let (measure, year) = (&self.measure, self.year);
        format!(
            "proposed from {measure} of {years}, events moved to {year}, by opsreport plan season on {today}"
        )
    }

    /// The weights of one row; of the whole split, a map of all rows.
    fn replacement(&self, product: Option<&ProductId>, months: &Months) -> String {
        let list = |weights: &[i128]| {
            format!("[{}]", weights.iter().map(i128::to_string).collect::<Vec<_>>().join(", "))
        };
        match months.history {
            Some(HistoryOf::Whole) => {
                let row = |row: &super::SeasonRow| {
                    let name = row.product.as_ref().map_or("default", |product| product.as_str());
                    format!("{name}: {}", list(&row.proposed))
                };
                format!("{{{}}}", self.rows.iter().map(row).collect::<Vec<_>>().join(", "))
            }
            _ => self.row(product).map_or_else(String::new, |row| list(&row.proposed)),
        }
    }
}

/// The text with one place replaced, and a comment in a line of its own above it.
fn replaced(text: &str, place: &Place, (weights, origin): (&str, &str)) -> Option<String> {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let at = usize::try_from(place.line).ok()?.checked_sub(1)?;
    let line = lines.get(at)?;
    let column = usize::try_from(place.column).ok()?.checked_sub(1)?;
    let start = line.char_indices().nth(column).map(|(byte, _)| byte)?;
    let rest = line.get(start..)?.strip_prefix(ASKED)?;
    let indent: String = line.chars().take_while(|c| *c == ' ').collect();
    let end = if line.ends_with("\r\n") { "\r\n" } else { "\n" };
    let new = format!("{indent}# {origin}{end}{}{weights}{rest}", line.get(..start)?);
    *lines.get_mut(at)? = &new;
    Some(lines.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_words_that_asked_are_replaced() {
        let text = "a: 1\r\n  month: {默: from-history, b: [1]}   # 備註\r\nz: from-history\r\n";
        let place = Place::range(&"company.yaml".into(), 2, 14..26);
        let new = replaced(text, &place, ("[1, 2]", "from sales")).unwrap();
        assert_eq!(
            new,
            "a: 1\r\n  # from sales\r\n  month: {默: [1, 2], b: [1]}   # 備註\r\nz: from-history\r\n"
        );
        assert_eq!(replaced(text, &Place::range(&"company.yaml".into(), 2, 3..8), ("", "")), None);
        assert_eq!(replaced(text, &Place::file(&"company.yaml".into()), ("", "")), None);
    }
}
