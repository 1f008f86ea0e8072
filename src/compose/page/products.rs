//! Products: how many are on plan, which is furthest behind, and where?

use super::part;
use crate::compose::desk::Desk;
use crate::compose::exhibit::heat;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::Scope;
use crate::site::{Block, Empty, LinkLine, Links};

/// The list of products.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let parts: Vec<Scope> = desk.products().iter().map(Scope::product).collect();
    let focus = part::focus(desk).filter(|_| !parts.is_empty());
    let (headline, blocks) = match &focus {
        Some((lead, month)) => {
            (part::standing(desk, "products", (lead, *month, &parts)), compared(desk, &parts))
        }
        None => (desk.fill("products-headline-count", &[("count", parts.len().into())]).into(), listed(desk)),
    };
    let mut eyebrow: Vec<_> = focus.iter().map(|(_, month)| desk.locale.period(*month).into()).collect();
    eyebrow.push(desk.say("company-whole").into());
    Sheet {
        route: Route::Products,
        title: desk.say("products-title").into(),
        eyebrow,
        headline,
        lede: None,
        blocks,
    }
}

/// Products × marketplaces, then the month and the year so far.
fn compared(desk: &Desk<'_>, parts: &[Scope]) -> Vec<Block> {
    let Some((lead, month)) = part::focus(desk) else { return Vec::new() };
    let company = Scope::company();
    let mut blocks: Vec<Block> = heat(desk, &lead, month).map(Block::from).into_iter().collect();
    let shown = part::largest_parts(desk, (&lead, month), parts);
    let mut of_month = part::parts_table(desk, (&lead, month), (&company, &shown));
    if let Some(table) = of_month.as_mut().filter(|_| shown.len() < parts.len()) {
        let args = [("shown", shown.len().into()), ("count", parts.len().into())];
        table.note = Some(desk.fill("parts-largest", &args).as_str().into());
    }
    let year = desk.fiscal().year(desk.year_of(month));
    let of_year = part::parts_table(desk, (&lead, year), (&company, parts));
    blocks.extend([of_month, of_year].into_iter().flatten().map(Block::from));
    blocks
}

/// The products by name while nothing is measured.
fn listed(desk: &Desk<'_>) -> Vec<Block> {
    let line = |id| LinkLine {
        link: desk.link(desk.product(&id), &Route::Product(id.clone())),
        about: None,
        aside: "".into(),
    };
    let lines: Vec<LinkLine> = desk.products().into_iter().map(line).collect();
    if !lines.is_empty() {
        return vec![Links { lines }.into()];
    }
    let empty = Empty {
        words: desk.say("products-empty").as_str().into(),
        file: "products.yaml".to_owned(),
        yaml: "products:\n- id: tea-mug\n  name: Tea mug\n  skus: [{sku: TM-01, asin: B0EXAMPLE1}]"
            .to_owned(),
    };
    vec![empty.into()]
}
