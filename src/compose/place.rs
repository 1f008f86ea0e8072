//! Where a person wrote what a page is about.

use super::route::Route;
use crate::diagnostic::Place;
use crate::workspace::Workspace;

/// The place of what a page is about; nothing for pages that are always there.
pub(crate) fn of<'a>(workspace: &'a Workspace, route: &Route) -> Option<&'a Place> {
    match route {
        Route::Product(id) => workspace.product(id).map(|product| &product.place),
        Route::Marketplace(id) => workspace.marketplace(id).map(|marketplace| &marketplace.place),
        Route::Department(id) => workspace.department(id).map(|department| &department.place),
        Route::Person(id) => workspace.person(id).map(|person| &person.place),
        Route::Review(id) => workspace.cycle(id).map(|cycle| &cycle.place),
        Route::Batch(id) => workspace.batch(id).map(|batch| &batch.place),
        Route::Briefing(id) => workspace
            .briefings
            .iter()
            .find(|briefing| briefing.id.as_str() == id)
            .map(|briefing| &briefing.place),
        Route::Category(id) => workspace.market.category(id).map(|category| &category.place),
        Route::Keyword(id, term) => {
            let category = workspace.market.category(id);
            category.and_then(|category| category.keyword(term)).map(|keyword| &keyword.place)
        }
        Route::Page(slug) => workspace.pages.iter().find(|page| page.slug == *slug).map(|page| &page.place),
        Route::Tag(name) => {
            let mut tags = workspace.pages.iter().flat_map(|page| &page.tags);
            tags.find(|tag| tag.value == *name).map(|tag| &tag.place)
        }
        _ => None,
    }
}
