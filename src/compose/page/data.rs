//! Data: can I trust these figures?

mod files;
mod trust;

use super::parts::{empty, told};
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::facts::{Fineness, ImportedFile};
use crate::quantity::{Day, MarketplaceId, MeasureId, Scope};
use crate::site::{Block, Cell, Column, ColumnKind, Row, Status, Table};

use super::parts::{below, row};

/// The page of the data.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let read = &desk.facts.log().files;
    let mut blocks: Vec<Block> = Vec::new();
    if read.is_empty() {
        let yaml = "sources:\n- {path: \"results/{marketplace}/{period}/*.csv\", kind: auto}";
        blocks.push(empty(desk, "data-empty", ("opsreport.yaml", yaml)));
    } else {
        blocks.push(files::groups(desk));
        blocks.extend(coverage(desk));
        blocks.extend(trust::provisional(desk));
        blocks.extend(files::refused(desk));
        blocks.extend(files::unmapped(desk));
        blocks.extend(files::unknown_columns(desk));
    }
    blocks.extend(trust::old_rates(desk));
    blocks.extend(files::list_of_files(desk));
    Sheet {
        route: Route::Data,
        title: desk.say("data-title").into(),
        eyebrow: vec![desk.say("company-whole").into(), desk.today.to_string().into()],
        headline: headline(desk, read).into(),
        lede: slowest(desk).map(|end| lede(desk, &end).into()),
        blocks,
    }
}

fn headline(desk: &Desk<'_>, read: &[ImportedFile]) -> String {
    let Some(last) = desk.facts.log().last_day() else { return desk.say("data-headline-none") };
    let number = |n: usize| desk.locale.integer(n as i128);
    let refused: usize = read.iter().map(|file| file.refused_rows).sum();
    let failed = read.iter().flat_map(|file| &file.checks).filter(|check| !check.ok).count();
    let args = [
        ("files", number(read.len()).into()),
        ("rows", number(read.iter().map(|file| file.rows).sum()).into()),
        ("refused", refused.into()),
        ("failed", failed.into()),
        ("day", last.to_string().into()),
    ];
    desk.fill(if refused + failed == 0 { "data-headline" } else { "data-headline-faults" }, &args)
}

/// A measure in a marketplace that is known least far.
struct End {
    day: Day,
    measure: MeasureId,
    place: MarketplaceId,
}

fn slowest(desk: &Desk<'_>) -> Option<End> {
    let ends = desk.facts.measures().flat_map(|measure| {
        desk.marketplaces().into_iter().filter_map(move |place| {
            let day = desk.facts.covered(measure, &Scope::marketplace(&place))?.to;
            Some(End { day, measure: measure.clone(), place })
        })
    });
    ends.min_by_key(|end| end.day)
}

fn lede(desk: &Desk<'_>, end: &End) -> String {
    let args = [
        ("measure", desk.metric(&end.measure).text.into()),
        ("place", desk.marketplace(&end.place).text.into()),
        ("day", end.day.to_string().into()),
    ];
    desk.fill("data-lede", &args)
}

/// From when to when each measure is known in each marketplace; the slowest are marked.
fn coverage(desk: &Desk<'_>) -> Option<Block> {
    let end = slowest(desk)?;
    let places = desk.marketplaces();
    let mut columns = vec![Column::new(desk.say("head-measure"), ColumnKind::Text)];
    columns.extend(places.iter().map(|id| Column::new(desk.marketplace(id), ColumnKind::Date)));
    columns.push(Column::new(desk.say("head-fineness"), ColumnKind::Text));
    let line = |measure: &MeasureId| {
        let cells = places.iter().map(|place| covered(desk, (measure, place), end.day));
        let fine = match desk.facts.fineness(measure) {
            Fineness::Daily => "fineness-daily",
            Fineness::Coarser => "fineness-coarser",
        };
        let head = below(Cell::new(desk.metric(measure)), measure.as_str());
        row(std::iter::once(head).chain(cells).chain([Cell::new(desk.say(fine))]).collect::<Vec<_>>())
    };
    let rows: Vec<Row> = desk.facts.measures().map(line).collect();
    let table = Table {
        caption: desk.say("data-coverage").into(),
        caption_hidden: true,
        columns,
        rows,
        note: Some(desk.say("data-coverage-note").into()),
    };
    Some(told(desk, "data-coverage", (desk.say("data-coverage-lede"), vec![table.into()])))
}

fn covered(desk: &Desk<'_>, (measure, place): (&MeasureId, &MarketplaceId), slowest: Day) -> Cell {
    let Some(span) = desk.facts.covered(measure, &Scope::marketplace(place)) else { return Cell::new("–") };
    let cell = below(
        Cell::new(span.to.to_string()),
        desk.fill("data-since", &[("day", span.from.to_string().into())]),
    );
    Cell { status: (span.to == slowest).then_some(Status::Late), ..cell }
}
