//! Rate and mix: whether a rate changed in the parts of the company, or because their weights did (domain 2.7).

use super::super::part;
use crate::compose::desk::Desk;
use crate::compose::exhibit::against;
use crate::compose::why::Mix;
use crate::metric::{Better, round_parts};
use crate::quantity::{MeasureId, Ratio};
use crate::review::{Question, RateMix, SegmentChange};
use crate::site::{Block, Cell, Column, ColumnKind, Notice, Phrase, Row, Table, Tone};

/// Differences of rates are told to the hundredth of a point.
const DIGITS: u32 = 4;

/// The parts with their weights and rates, what each contributed, and the alarm where parts and whole disagree.
pub(super) fn block(desk: &Desk<'_>, question: &Question, mix: &Mix) -> Block {
    let table = table(desk, question, mix);
    let blocks = alarm(desk, mix).into_iter().chain([table.into()]).collect();
    part::told(desk, "why-mix", (sentence(desk, mix), blocks))
}

/// "轉換率較計畫 −0.22 個百分點：各站本身 −0.30，組合 +0.08。"
fn sentence(desk: &Desk<'_>, mix: &Mix) -> String {
    let [rate, weight] = totals(&mix.parts);
    let args = [
        ("metric", desk.metric(&mix.metric).text.into()),
        ("against", desk.say(against(mix.base)).into()),
        ("change", points(desk, &(&rate + &weight)).into()),
        ("rate", bare(desk, &rate).into()),
        ("mix", bare(desk, &weight).into()),
    ];
    desk.fill("why-mix-lede", &args)
}

/// What rates and weights contributed together, as shown; what has no weight counts as weight.
fn totals(parts: &RateMix) -> [Ratio; 2] {
    let exact = [parts.rate(), &parts.mix() + &parts.adjusted()];
    let shown = round_parts(&parts.change(), &exact, DIGITS).1;
    [0, 1].map(|at| Ratio::from_scaled(shown.get(at).copied().unwrap_or_default(), DIGITS))
}

fn alarm(desk: &Desk<'_>, mix: &Mix) -> Option<Block> {
    let up = mix.parts.change().is_negative();
    let key = if up { "why-simpson-up" } else { "why-simpson-down" };
    let words = || desk.fill(key, &[("metric", desk.metric(&mix.metric).text.into())]).as_str().into();
    mix.parts.is_simpson().then(|| Notice { tone: Tone::Warning, words: words() }.into())
}

fn table(desk: &Desk<'_>, question: &Question, mix: &Mix) -> Table {
    let metric = desk.metric(&mix.metric);
    let column = |head: Phrase, unit: Phrase| Column { head, unit, kind: ColumnKind::Number };
    let points = || Phrase::from(desk.say("unit-points"));
    let weight = desk.workspace.catalogue.relation(&mix.metric).map(|own| desk.metric(&own.by).text);
    let weight = desk.fill("why-mix-weight", &[("figure", weight.unwrap_or_default().into())]);
    let columns = vec![
        Column::new(desk.say("why-mix-part"), ColumnKind::Text),
        column(weight.into(), Phrase::default()),
        column(metric.clone(), Phrase::default()),
        column(desk.say("why-mix-rate").into(), points()),
        column(desk.say("why-mix-mix").into(), points()),
    ];
    let caption = desk.fill(
        "why-mix-caption",
        &[("metric", metric.text.into()), ("who", desk.scope(&question.scope).text.into())],
    );
    Table {
        caption: caption.into(),
        caption_hidden: true,
        columns,
        rows: rows(desk, mix),
        note: Some(desk.say("convention-rate-and-mix-about").as_str().into()),
    }
}

fn rows(desk: &Desk<'_>, mix: &Mix) -> Vec<Row> {
    let parts = &mix.parts;
    let [rate, weight] = totals(parts);
    let column = |total: &Ratio, of: &dyn Fn(&SegmentChange) -> Ratio| -> Vec<Ratio> {
        let exact: Vec<Ratio> = parts.segments.iter().map(of).collect();
        let shown = round_parts(total, &exact, DIGITS).1;
        shown.into_iter().map(|units| Ratio::from_scaled(units, DIGITS)).collect()
    };
    let rates = column(&rate, &|own| own.rate.clone());
    let weights = column(&weight, &|own| &own.mix + &own.adjusted);
    let all = parts.segments.iter().zip(rates.iter().zip(&weights));
    let mut rows: Vec<Row> = all.map(|(own, effects)| row(desk, mix, (own, effects))).collect();
    let whole = vec![
        Cell::new(desk.say("why-items-all")),
        Cell::default(),
        Cell::new(ends(desk, (Some(&parts.base), Some(&parts.actual)))),
        effect(desk, &mix.metric, &rate),
        effect(desk, &mix.metric, &weight),
    ];
    rows.push(Row { cells: whole, total: true, ..Row::default() });
    rows
}

fn row(desk: &Desk<'_>, mix: &Mix, (own, (rate, weight)): (&SegmentChange, (&Ratio, &Ratio))) -> Row {
    let (base, actual) = (&own.segment.base, &own.segment.actual);
    let all = |side: fn(&SegmentChange) -> &Ratio| mix.parts.segments.iter().map(side).sum::<Ratio>();
    let weights = (
        base.den.checked_div(&all(|own| &own.segment.base.den)),
        actual.den.checked_div(&all(|own| &own.segment.actual.den)),
    );
    let name = match &own.segment.scope {
        Some(scope) => {
            Cell { to: Some(desk.target(&desk.scope_route(scope))), ..Cell::new(desk.scope(scope)) }
        }
        None => Cell::new(desk.say("why-items-rest")),
    };
    let cells = vec![
        name,
        Cell::new(ends(desk, (weights.0.as_ref(), weights.1.as_ref()))),
        Cell::new(ends(desk, (base.rate().as_ref(), actual.rate().as_ref()))),
        effect(desk, &mix.metric, rate),
        effect(desk, &mix.metric, weight),
    ];
    Row { cells, ..Row::default() }
}

/// "9.2% → 7.6%"; a side without a value is a dash.
fn ends(desk: &Desk<'_>, (base, actual): (Option<&Ratio>, Option<&Ratio>)) -> String {
    let side =
        |value: Option<&Ratio>| value.map_or_else(|| "–".to_owned(), |value| desk.locale.percent(value, 1));
    format!("{} → {}", side(base), side(actual))
}

fn effect(desk: &Desk<'_>, metric: &MeasureId, amount: &Ratio) -> Cell {
    let better = desk.workspace.catalogue.better(metric).unwrap_or(Better::None);
    Cell { impact: crate::compose::exhibit::impact(better.impact(amount)), ..Cell::new(bare(desk, amount)) }
}

fn bare(desk: &Desk<'_>, amount: &Ratio) -> String {
    desk.locale.signed(&(amount * &Ratio::from_int(100)), DIGITS - 2)
}

fn points(desk: &Desk<'_>, amount: &Ratio) -> String {
    format!("{}\u{a0}{}", bare(desk, amount), desk.say("unit-points"))
}
