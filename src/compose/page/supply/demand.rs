//! What results expect to be sold until an order of today is there, beside the plan that orders are computed with.

use super::words::units;
use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, disclosure, list, row, table, told};
use crate::quantity::{MeasureId, Ratio};
use crate::site::{Block, Cell, ColumnKind, Row};
use crate::trend::{LeadTime, Subject};

/// How many are named in the sentence.
const NAMED: usize = 3;

/// Where the plan lies outside of what results expect; nothing where no demand of a lead time is known.
pub(super) fn section(desk: &Desk<'_>) -> Option<Block> {
    let leads = desk.forecasts.outlook.leads.iter().filter(|own| own.units.plan.is_some());
    let mut leads: Vec<&LeadTime> = leads.collect();
    leads.sort_by_key(|own| std::cmp::Reverse((own.units.plan_is_outside(), off(own).abs())));
    let outside = leads.iter().filter(|own| own.units.plan_is_outside()).count();
    let named = leads.iter().take(outside.min(NAMED)).map(|own| named(desk, own));
    let args = [
        ("outside", outside.into()),
        ("all", leads.len().into()),
        ("named", list(desk, named.collect::<Vec<_>>()).into()),
    ];
    let lede = desk.fill(if outside > 0 { "supply-demand-outside" } else { "supply-demand-within" }, &args);
    let all = disclosure(desk.say("supply-demand-all"), vec![of_all(desk, &leads).into()]);
    (!leads.is_empty()).then(|| told(desk, "supply-demand", (lede, vec![all])))
}

/// Units expected beyond the plan.
fn off(own: &LeadTime) -> Ratio {
    &own.units.point - own.units.plan.as_ref().unwrap_or(&own.units.point)
}

fn named(desk: &Desk<'_>, own: &LeadTime) -> String {
    let plan = own.units.plan.as_ref().unwrap_or(&own.units.point);
    let args = [
        ("what", desk.scope(&own.scope).text.into()),
        ("point", units(desk, own.units.point.round_scaled(0)).into()),
        ("low", desk.locale.integer(own.units.low80.round_scaled(0)).into()),
        ("high", desk.locale.integer(own.units.high80.round_scaled(0)).into()),
        ("plan", desk.locale.integer(plan.round_scaled(0)).into()),
    ];
    desk.fill("supply-demand-named", &args)
}

fn of_all(desk: &Desk<'_>, leads: &[&LeadTime]) -> crate::site::Table {
    let heads: [Head; 4] = [
        ("head-product", ColumnKind::Text),
        ("supply-demand-until", ColumnKind::Text),
        ("head-plan", ColumnKind::Number),
        ("supply-demand-expected", ColumnKind::Number),
    ];
    let rows = leads.iter().map(|own| line(desk, own)).collect();
    let mut table = table(desk, "supply-demand-all", &heads, rows);
    table.note = Some(desk.say("supply-demand-note").into());
    table
}

fn line(desk: &Desk<'_>, own: &LeadTime) -> Row {
    let number = |value: &Ratio| desk.locale.integer(value.round_scaled(0));
    let plan = own.units.plan.as_ref().map_or_else(|| "–".to_owned(), number);
    let mark = if own.units.plan_is_outside() { "◆\u{a0}" } else { "" };
    let band = desk.fill(
        "supply-demand-band",
        &[("low", number(&own.units.low80).into()), ("high", number(&own.units.high80).into())],
    );
    let subject = Subject::of(&MeasureId::new("units"), &own.scope);
    let origin = desk.forecasts.outlook.line(&subject).map(|line| shown(desk, line.origin));
    let until = desk.fill("supply-demand-known", &[("day", origin.unwrap_or_default().into())]);
    row(vec![
        Cell::new(desk.scope(&own.scope)),
        below(Cell::new(shown(desk, own.days.to)), until),
        Cell::new(plan),
        below(Cell::new(format!("{mark}{}", number(&own.units.point))), band),
    ])
}
