//! How far the figures of a page can be trusted: one line under the head of every page.

use super::desk::Desk;
use super::imports::{Tally, families};
use super::route::Route;
use crate::quantity::Day;
use crate::site::{Target, Trust};

/// How many families of reports are named; the oldest are, since they hold the others back.
const FAMILIES: usize = 6;

/// The newest day and its age, how far each family of reports goes, what may still change, and what is wrong.
pub(crate) fn trust(desk: &Desk<'_>) -> Vec<Trust> {
    let log = desk.facts.log();
    let tally = Tally::of(&log.files);
    let newest = log.last_day().map(|day| day.min(desk.today));
    let mut lines: Vec<Trust> = newest.map(|day| plain(as_of(desk, day))).into_iter().collect();
    lines.extend(newest.map(|day| lags(desk, day)).unwrap_or_default());
    lines.extend(newest.and_then(|_| provisional(desk)).map(warning));
    if !tally.is_clean() {
        let to = Target::place(&desk.path(&Route::Data), "hand");
        lines.push(Trust { to: Some(to), ..warning(faults(desk, tally)) });
    }
    if !log.files.is_empty() {
        let files = desk.fill("trust-files", &[("count", log.files.len().into())]);
        lines.push(Trust { to: Some(desk.target(&Route::Data)), ..plain(files) });
    }
    lines
}

fn plain(words: String) -> Trust {
    Trust { words: words.into(), ..Trust::default() }
}

fn warning(words: String) -> Trust {
    Trust { warning: true, ..plain(words) }
}

/// "資料至 2026-11-18（4 天前）"
fn as_of(desk: &Desk<'_>, day: Day) -> String {
    let age = usize::try_from(desk.today - day).unwrap_or(0);
    let key = if age == 0 { "trust-as-of-today" } else { "trust-as-of" };
    desk.fill(key, &[("day", day.to_string().into()), ("age", age.into())])
}

/// The families of reports and their last days, where they do not all end on one day.
fn lags(desk: &Desk<'_>, newest: Day) -> Vec<Trust> {
    let all = families(desk);
    if all.iter().all(|(_, last)| *last == newest) {
        return Vec::new();
    }
    let named = all.into_iter().rev().take(FAMILIES).rev();
    named
        .map(|(name, last)| {
            let shown = shown(desk, last);
            plain(desk.fill("trust-kind", &[("kind", name.into()), ("day", shown.into())]))
        })
        .collect()
}

/// A day of this year without it.
fn shown(desk: &Desk<'_>, day: Day) -> String {
    if day.year() == desk.today.year() { desk.locale.short_date(day) } else { day.to_string() }
}

/// Measures whose last days are provisional, and from when on.
fn provisional(desk: &Desk<'_>) -> Option<String> {
    let measures = desk.workspace.catalogue.measures().iter().filter(|measure| measure.lag_days > 0);
    let measured: Vec<_> = measures.filter(|measure| desk.facts.scale(&measure.id).is_some()).collect();
    let lag = measured.iter().map(|measure| i32::from(measure.lag_days)).max()?;
    let names: Vec<String> = measured.iter().map(|measure| desk.metric(&measure.id).text).collect();
    let from = shown(desk, desk.today - lag);
    let names = names.join(&desk.say("list-comma"));
    Some(desk.fill("trust-provisional", &[("names", names.into()), ("day", from.into())]))
}

/// "2 個檔案認不出來、3 列被拒"
pub(crate) fn faults(desk: &Desk<'_>, tally: Tally) -> String {
    let all = [
        ("trust-strangers", tally.strangers),
        ("trust-refused", tally.refused),
        ("trust-failed", tally.failed),
    ];
    let said = all.into_iter().filter(|(_, count)| *count > 0);
    let said: Vec<String> = said.map(|(key, count)| desk.fill(key, &[("count", count.into())])).collect();
    said.join(&desk.say("list-comma"))
}
