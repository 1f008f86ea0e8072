//! The portfolio: parts of the company by how they grow and what they earn, beside the whole.

use super::bars::name;
use super::columns::chart_id;
use crate::chart::{Axis, Chart, DataTable, Mark, Plot, Scatter, Spot, Title};
use crate::compose::desk::Desk;
use crate::quantity::Scope;
use crate::quantity::{MeasureId, Ratio};
use crate::review::{Holding, Portfolio, Quadrant, Question};
use crate::site;

/// Parts of the company by the growth of a figure and by a margin; nothing when fewer than two have both.
pub(crate) fn portfolio(
    desk: &Desk<'_>,
    (question, margin): (&Question, &MeasureId),
    parts: &[Scope],
) -> Option<site::Figure> {
    let portfolio = desk.check().portfolio(question, margin, parts)?;
    let whole = &question.scope;
    let spots: Vec<Spot> = portfolio.parts.iter().filter_map(|part| spot((desk, whole), part)).collect();
    spots.get(1)?;
    let chart = Chart {
        id: chart_id("portfolio", &question.metric, whole),
        title: Title {
            who: desk.scope(whole).text,
            what: desk.fill("portfolio-what", &words(desk, (question, margin))),
            when: desk.locale.span(portfolio.days),
        },
        message: message((desk, whole), &portfolio),
        alt: alt((desk, whole), &portfolio),
        plot: Plot::Scatter(Scatter {
            across: axis(
                desk.fill("portfolio-growth", &words(desk, (question, margin))),
                desk,
                &portfolio.whole.growth,
            ),
            up: axis(desk.metric(margin).text, desk, &portfolio.whole.margin),
            spots,
        }),
        table: table((desk, question), margin, &portfolio),
    };
    Some(site::Figure { chart, how: Some(desk.say("portfolio-how").as_str().into()), more: None })
}

fn words(
    desk: &Desk<'_>,
    (question, margin): (&Question, &MeasureId),
) -> [(&'static str, crate::diagnostic::Arg); 2] {
    [("metric", desk.metric(&question.metric).text.into()), ("margin", desk.metric(margin).text.into())]
}

/// The figure of the whole, by which the picture is parted.
fn axis(name: String, desk: &Desk<'_>, whole: &Option<Ratio>) -> Axis {
    let whole = whole.as_ref().map(|value| Mark::new(value.to_f64(), desk.locale.percent(value, 1)));
    Axis { name, whole: whole.unwrap_or_default() }
}

fn spot((desk, whole): (&Desk<'_>, &Scope), part: &Holding) -> Option<Spot> {
    Some(Spot {
        label: name(desk, whole, &part.scope),
        across: part.growth.as_ref()?.to_f64(),
        up: part.margin.as_ref()?.to_f64(),
        size: part.size.to_f64(),
    })
}

/// The largest part that lies behind the whole in both; else the largest that is ahead in both.
fn message((desk, whole): (&Desk<'_>, &Scope), portfolio: &Portfolio) -> String {
    let largest = |quadrant: Quadrant| {
        let there = portfolio.parts.iter().filter(|part| portfolio.quadrant(part) == Some(quadrant));
        there.max_by(|a, b| a.size.cmp(&b.size)).map(|part| (quadrant, part))
    };
    let order = [Quadrant::Doubt, Quadrant::Star, Quadrant::Promise, Quadrant::Harvest];
    let Some((quadrant, part)) = order.into_iter().find_map(largest) else { return String::new() };
    let percent = |value: &Option<Ratio>| {
        value.as_ref().map_or_else(|| "–".to_owned(), |value| desk.locale.percent(value, 1))
    };
    let args = [
        ("part", name(desk, whole, &part.scope).into()),
        ("growth", percent(&part.growth).into()),
        ("margin", percent(&part.margin).into()),
    ];
    desk.fill(&format!("portfolio-message-{}", quadrant.name()), &args)
}

fn place(desk: &Desk<'_>, portfolio: &Portfolio, part: &Holding) -> String {
    let key = portfolio.quadrant(part).map_or("new", Quadrant::name);
    desk.say(&format!("portfolio-{key}"))
}

fn alt((desk, whole): (&Desk<'_>, &Scope), portfolio: &Portfolio) -> String {
    let words =
        |part: &Holding| format!("{} {}", name(desk, whole, &part.scope), place(desk, portfolio, part));
    portfolio.parts.iter().map(words).collect::<Vec<_>>().join(&desk.say("list-comma"))
}

fn table((desk, question): (&Desk<'_>, &Question), margin: &MeasureId, portfolio: &Portfolio) -> DataTable {
    let style = desk.style(&question.metric, &portfolio.whole.size);
    let percent = |value: &Option<Ratio>| {
        value.as_ref().map_or_else(|| "–".to_owned(), |value| desk.locale.percent(value, 1))
    };
    let cells = |name: String, part: &Holding, place: String| {
        vec![name, style.value(&part.size), percent(&part.growth), percent(&part.margin), place]
    };
    let row =
        |part: &Holding| cells(name(desk, &question.scope, &part.scope), part, place(desk, portfolio, part));
    let mut rows: Vec<Vec<String>> = portfolio.parts.iter().map(row).collect();
    rows.push(cells(desk.scope(&question.scope).text, &portfolio.whole, "–".to_owned()));
    DataTable {
        columns: vec![
            desk.say("head-part"),
            desk.metric(&question.metric).text,
            desk.fill("portfolio-growth", &words(desk, (question, margin))),
            desk.metric(margin).text,
            desk.say("portfolio-place"),
        ],
        rows,
    }
}
