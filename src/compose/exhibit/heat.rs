//! The heat table: variances of product × marketplace.

use super::columns::{chart_id, with_unit};
use super::{SHOWN, left_out};
use crate::chart::{Cell, Chart, DataTable, Heat, HeatRow, Plot, Title};
use crate::compose::desk::Desk;
use crate::metric::Impact;
use crate::quantity::{MarketplaceId, MeasureId, Period, ProductId, Ratio, Scope};
use crate::review::{Figure, Question};
use crate::site;

/// Variances against the plan of every product in every marketplace; nothing when nothing is planned.
pub(crate) fn heat(desk: &Desk<'_>, metric: &MeasureId, period: Period) -> Option<site::Figure> {
    let (products, places) = (desk.products(), desk.marketplaces());
    let figure = |product: &ProductId, place: &MarketplaceId| {
        desk.check().figure(&Question { metric: metric.clone(), scope: Scope::cell(product, place), period })
    };
    let rows: Vec<Vec<Figure>> =
        products.iter().map(|product| places.iter().map(|place| figure(product, place)).collect()).collect();
    let gaps = || rows.iter().flatten().filter_map(|figure| figure.vs_plan.abs.as_ref());
    let style = desk.style(metric, &gaps().map(Ratio::abs).max()?).whole();
    let step = gaps().map(Ratio::abs).max().map_or(1.0, |max| style.mark(&max));
    let cell = |figure: &Figure| match &figure.vs_plan.abs {
        None => Cell { impact: None, label: "–".to_owned() },
        Some(abs) => Cell {
            impact: Some(signed(figure.vs_plan.impact, style.mark(&abs.abs()))),
            label: style.delta(abs),
        },
    };
    let heat_row = |(product, row): (&ProductId, &Vec<Figure>)| HeatRow {
        label: desk.product(product).text,
        cells: row.iter().map(cell).collect(),
    };
    let heat_rows: Vec<HeatRow> = products.iter().zip(&rows).map(heat_row).collect();
    let heads: Vec<String> = places.iter().map(|place| desk.marketplace(place).text).collect();
    let chart = Chart {
        id: chart_id("heat", metric, &Scope::company()),
        title: Title {
            who: desk.scope(&Scope::company()).text,
            what: with_unit(
                desk,
                &desk.fill("variance-of", &[("metric", desk.metric(metric).text.into())]),
                &style.delta_unit(),
            ),
            when: desk.locale.period(period),
        },
        message: message(desk, &rows, |abs| style.delta_worded(abs)),
        alt: desk.say("heat-alt"),
        table: table(desk, &heads, &heat_rows),
        plot: Plot::Heat(Heat {
            columns: heads,
            rows: of_largest_gaps(&rows, heat_rows),
            limits: [step * 0.1, step * 0.3, step * 0.6],
        }),
    };
    let how = [Some(desk.say("heat-how")), left_out(desk, products.len())];
    let how = how.into_iter().flatten().collect::<Vec<_>>().join(&desk.say("sentence-space"));
    Some(site::Figure { chart, how: Some(how.as_str().into()), more: None })
}

/// The rows that a picture has room for, in their order: those with the largest gaps.
fn of_largest_gaps(figures: &[Vec<Figure>], rows: Vec<HeatRow>) -> Vec<HeatRow> {
    let gap = |row: &Vec<Figure>| row.iter().filter_map(|f| f.vs_plan.abs.as_ref()).map(Ratio::abs).max();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|row| std::cmp::Reverse(figures.get(*row).and_then(gap)));
    order.truncate(SHOWN);
    let kept = |(index, _): &(usize, HeatRow)| order.contains(index);
    rows.into_iter().enumerate().filter(kept).map(|(_, row)| row).collect()
}

fn signed(impact: Impact, size: f64) -> f64 {
    match impact {
        Impact::Favourable => size,
        Impact::Unfavourable => -size,
        Impact::Neutral => 0.0,
    }
}

/// The cell farthest behind and the cell farthest ahead.
fn message(desk: &Desk<'_>, rows: &[Vec<Figure>], words: impl Fn(&Ratio) -> String) -> String {
    let of = |impact: Impact| {
        let cells = rows.iter().flatten().filter(move |figure| figure.vs_plan.impact == impact);
        cells.max_by_key(|figure| figure.vs_plan.abs.as_ref().map(Ratio::abs))
    };
    let named = |figure: Option<&Figure>| {
        let figure = figure?;
        Some(format!("{} {}", desk.scope(&figure.question.scope).text, words(figure.vs_plan.abs.as_ref()?)))
    };
    match (named(of(Impact::Unfavourable)), named(of(Impact::Favourable))) {
        (Some(worst), Some(best)) => {
            desk.fill("heat-message", &[("worst", worst.into()), ("best", best.into())])
        }
        (Some(worst), None) => desk.fill("heat-message-worst", &[("worst", worst.into())]),
        (None, Some(best)) => desk.fill("heat-message-best", &[("best", best.into())]),
        (None, None) => String::new(),
    }
}

fn table(desk: &Desk<'_>, heads: &[String], rows: &[HeatRow]) -> DataTable {
    let columns = std::iter::once(desk.say("head-product")).chain(heads.iter().cloned()).collect();
    let row = |row: &HeatRow| {
        std::iter::once(row.label.clone()).chain(row.cells.iter().map(|cell| cell.label.clone())).collect()
    };
    DataTable { columns, rows: rows.iter().map(row).collect() }
}
