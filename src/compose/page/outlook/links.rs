//! Links from other pages to what is expected, and to the market around it.

use super::of;
use crate::compose::desk::Desk;
use crate::compose::focus;
use crate::compose::page::outlook::landing::sentence;
use crate::compose::page::part::section;
use crate::compose::route::Route;
use crate::quantity::Scope;
use crate::site::{Block, LinkLine, Links, Phrase};
use crate::trend::Subject;
use crate::workspace::Category;

/// Where the year of a part of the company will land, and the categories of the market it competes in.
pub(in crate::compose::page) fn around(desk: &Desk<'_>, scope: &Scope) -> Option<Block> {
    let market = &desk.workspace.market;
    let categories: Vec<&Category> = match (&scope.product, &scope.marketplace) {
        (Some(product), _) => market.of_product(product).collect(),
        (None, Some(place)) => market.in_marketplace(place).collect(),
        (None, None) => Vec::new(),
    };
    let lines: Vec<LinkLine> =
        line(desk, scope).into_iter().chain(categories.iter().map(|own| category(desk, own))).collect();
    (!lines.is_empty()).then(|| section(desk, "outlook-around", vec![Links { lines }.into()]))
}

/// Where the year will land, as a line that leads to the forecast.
pub(in crate::compose::page) fn line(desk: &Desk<'_>, scope: &Scope) -> Option<LinkLine> {
    let landing = of(desk, &Subject::of(&focus::lead(desk)?, scope))?;
    Some(LinkLine {
        link: desk.link(desk.say("outlook-title"), &Route::Outlook),
        about: Some(sentence(desk, landing)),
        aside: Phrase::default(),
    })
}

fn category(desk: &Desk<'_>, category: &Category) -> LinkLine {
    LinkLine {
        link: desk.link(desk.phrase(&category.name), &Route::Category(category.id.clone())),
        about: Some(desk.say("category-eyebrow").into()),
        aside: Phrase::default(),
    }
}
