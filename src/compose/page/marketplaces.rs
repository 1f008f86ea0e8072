//! Marketplaces: how many are on plan, which is furthest behind?

use super::part;
use crate::compose::desk::Desk;
use crate::compose::exhibit::{months_of, multiples};
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::{MarketplaceId, MeasureId, Period, Ratio, Scope};
use crate::review::{Figure, Question};
use crate::site::{Block, Cell, Column, ColumnKind, Empty, LinkLine, Links, Phrase, Row, Table};
use crate::workspace::Dimension;

/// The list of marketplaces.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let parts: Vec<Scope> = desk.marketplaces().iter().map(Scope::marketplace).collect();
    let focus = part::focus(desk).filter(|_| !parts.is_empty());
    let (headline, blocks) = match &focus {
        Some((lead, month)) => (
            part::standing(desk, "marketplaces", (lead, *month, &parts)),
            compared(desk, (lead, *month), &parts),
        ),
        None => {
            (desk.fill("marketplaces-headline-count", &[("count", parts.len().into())]).into(), listed(desk))
        }
    };
    let mut eyebrow: Vec<_> = focus.iter().map(|(_, month)| desk.locale.period(*month).into()).collect();
    eyebrow.push(desk.say("company-whole").into());
    Sheet {
        route: Route::Marketplaces,
        title: desk.say("marketplaces-title").into(),
        eyebrow,
        headline,
        lede: None,
        blocks,
    }
}

fn compared(desk: &Desk<'_>, (lead, month): (&MeasureId, Period), parts: &[Scope]) -> Vec<Block> {
    let company = Scope::company();
    let year = desk.year_of(month);
    let course = multiples(desk, (lead, &months_of(desk, year)), (&company, parts));
    let mut blocks: Vec<Block> = course.map(Block::from).into_iter().collect();
    for period in [month, desk.fiscal().year(year)] {
        blocks.extend(part::parts_table(desk, (lead, period), (&company, parts)).map(Block::from));
    }
    let made = desk.workspace.dimensions.iter().filter(|dimension| dimension.of == "marketplace");
    blocks.extend(made.filter_map(|dimension| grouped(desk, (lead, month), dimension)));
    blocks
}

/// An amount by the groups of a user-made dimension over marketplaces; nothing when it does not apply.
fn grouped(desk: &Desk<'_>, (lead, month): (&MeasureId, Period), dimension: &Dimension) -> Option<Block> {
    let catalogue = &desk.workspace.catalogue;
    if !dimension.applies(lead, catalogue) || !catalogue.adds_over_parts(lead) {
        return None;
    }
    let groups = members(desk, dimension);
    let sums: Vec<(&Members, [Option<Ratio>; 3])> =
        groups.iter().map(|group| (group, sums(desk, (lead, month), &group.places))).collect();
    let largest = sums.iter().flat_map(|(_, sums)| sums.iter().flatten()).max().cloned();
    let style = desk.style(lead, &largest?);
    let number =
        |key: &str| Column { unit: style.unit().into(), ..Column::new(desk.say(key), ColumnKind::Number) };
    let words = |value: &Option<Ratio>| {
        Cell::new(value.as_ref().map_or_else(|| "–".to_owned(), |value| style.value(value)))
    };
    let row = |(group, sums): &(&Members, [Option<Ratio>; 3])| {
        let head = Cell { sub: Some(group.listed(desk).into()), ..Cell::new(group.name.clone()) };
        Row { cells: std::iter::once(head).chain(sums.iter().map(words)).collect(), ..Row::default() }
    };
    let table = Table {
        caption: desk
            .fill(
                "parts-caption",
                &[("metric", desk.metric(lead).text.into()), ("period", desk.locale.period(month).into())],
            )
            .into(),
        columns: vec![
            Column::new(desk.say("head-item"), ColumnKind::Text),
            number("head-actual"),
            number("head-plan"),
            number("head-previous"),
        ],
        rows: sums.iter().map(row).collect(),
        ..Table::default()
    };
    let heading = desk.phrase(&dimension.name);
    Some(crate::site::Section { heading, blocks: vec![table.into()], ..Default::default() }.into())
}

/// A group of marketplaces.
pub(super) struct Members {
    pub(super) name: Phrase,
    pub(super) places: Vec<MarketplaceId>,
}

impl Members {
    /// The names of its marketplaces in a line.
    pub(super) fn listed(&self, desk: &Desk<'_>) -> String {
        let places: Vec<String> = self.places.iter().map(|id| desk.marketplace(id).text).collect();
        places.join(&desk.say("list-comma"))
    }
}

/// The groups of a dimension over marketplaces that have any; the last holds those that no group has.
pub(super) fn members(desk: &Desk<'_>, dimension: &Dimension) -> Vec<Members> {
    let all = desk.marketplaces();
    let places = |group: Option<usize>| -> Vec<MarketplaceId> {
        all.iter().filter(|id| dimension.group_of(id.as_str()) == group).cloned().collect()
    };
    let groups = dimension.groups.iter().enumerate();
    let named =
        groups.map(|(at, group)| Members { name: desk.phrase(&group.name), places: places(Some(at)) });
    let rest = Members { name: desk.say("not-classified").into(), places: places(None) };
    named.chain([rest]).filter(|group| !group.places.is_empty()).collect()
}

/// Actual, plan and previous year of a group; nothing where one of its marketplaces has none.
fn sums(
    desk: &Desk<'_>,
    (lead, month): (&MeasureId, Period),
    places: &[MarketplaceId],
) -> [Option<Ratio>; 3] {
    let figure = |id: &MarketplaceId| {
        let scope = Scope::marketplace(id);
        desk.check().figure(&Question { metric: lead.clone(), scope, period: month })
    };
    let figures: Vec<Figure> = places.iter().map(figure).collect();
    let sum = |of: &dyn Fn(&Figure) -> Option<Ratio>| -> Option<Ratio> {
        let values: Option<Vec<Ratio>> = figures.iter().map(of).collect();
        values.map(|values| values.iter().sum())
    };
    [
        sum(&|figure| figure.actual.known().cloned()),
        sum(&|figure| figure.plan.clone()),
        sum(&|figure| figure.previous.known().cloned()),
    ]
}

/// The marketplaces by name while nothing is measured.
fn listed(desk: &Desk<'_>) -> Vec<Block> {
    let line = |id| LinkLine {
        link: desk.link(desk.marketplace(&id), &Route::Marketplace(id.clone())),
        about: None,
        aside: "".into(),
    };
    let lines: Vec<LinkLine> = desk.marketplaces().into_iter().map(line).collect();
    if !lines.is_empty() {
        return vec![Links { lines }.into()];
    }
    let empty = Empty {
        words: desk.say("marketplaces-empty").as_str().into(),
        file: "marketplaces.yaml".to_owned(),
        yaml: "marketplaces:\n- {id: US, name: United States, channel: amazon, domain: amazon.com, currency: USD}\n- {id: JP, name: Japan, channel: amazon, domain: amazon.co.jp, currency: JPY}".to_owned(),
    };
    vec![empty.into()]
}
