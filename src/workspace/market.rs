//! What is watched out there (`market.yaml`): categories with their keywords and rivals, and the figures that pages of
//! the market show.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::quantity::{Id, MarketplaceId, MeasureId, ProductId, Text};

use super::At;
use super::read::{Context, Fields, Read};
use super::scalar::Code;
use super::yaml::Node;

/// What is watched of the market.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Market {
    /// The categories, in file order.
    pub categories: Vec<Category>,
    /// The figures that pages show.
    pub figures: MarketFigures,
}

/// A part of the market in which products of ours compete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its name in files and paths.
    pub id: Id<Category>,
    /// Its name for readers.
    pub name: Text,
    /// Our products in it.
    pub products: Vec<At<ProductId>>,
    /// Where it is watched.
    pub marketplaces: Vec<At<MarketplaceId>>,
    /// What people search for there.
    pub keywords: Vec<Keyword>,
    /// Who else sells there.
    pub rivals: Vec<Rival>,
    /// Where it is written.
    pub place: Place,
}

/// A value of the dimension `search_term` that is watched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyword {
    /// The words as people search them.
    pub term: String,
    /// Where it is watched; where its category is, when nothing else is said.
    pub marketplaces: Vec<At<MarketplaceId>>,
    /// Where it is written.
    pub place: Place,
}

/// A value of the dimension `rival` that is watched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rival {
    /// Its name in files and results.
    pub id: String,
    /// Its name for readers.
    pub name: Text,
    /// Where it is written.
    pub place: Place,
}

/// Which measures and metrics hold what is measured of the market.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarketFigures {
    /// The place of a search term among all, the first being the best.
    pub rank: MeasureId,
    /// How often a term was searched.
    pub searches: MeasureId,
    /// Our part of what searchers saw and did, from seeing to buying.
    pub shares: Vec<MeasureId>,
    /// What rivals ask.
    pub rival_price: MeasureId,
    /// The place of rivals in their category, the first being the best.
    pub rival_rank: MeasureId,
    /// Who buys.
    pub audience: MeasureId,
}

impl Default for MarketFigures {
    fn default() -> Self {
        let shares = ["impression_share", "click_share", "cart_share", "purchase_share"];
        MarketFigures {
            rank: Id::new("search_rank"),
            searches: Id::new("search_volume"),
            shares: shares.map(Id::new).into(),
            rival_price: Id::new("rival_price"),
            rival_rank: Id::new("rival_rank"),
            audience: Id::new("audience"),
        }
    }
}

impl Market {
    /// The category of this id.
    pub fn category(&self, id: &Id<Category>) -> Option<&Category> {
        self.categories.iter().find(|category| category.id == *id)
    }

    /// The category that words name by its id, or by its name in any language.
    pub fn category_called(&self, words: &Text) -> Option<&Category> {
        let called = |category: &&Category| {
            *words == category.name || *words == Text::plain(category.id.as_str().to_owned())
        };
        self.categories.iter().find(called)
    }

    /// The categories that a product of ours competes in.
    pub fn of_product<'a>(&'a self, product: &'a ProductId) -> impl Iterator<Item = &'a Category> {
        let holds = move |category: &&Category| category.products.iter().any(|own| own.value == *product);
        self.categories.iter().filter(holds)
    }

    /// The categories that are watched in a marketplace.
    pub fn in_marketplace<'a>(&'a self, id: &'a MarketplaceId) -> impl Iterator<Item = &'a Category> {
        let watched = move |category: &&Category| category.marketplaces.iter().any(|own| own.value == *id);
        self.categories.iter().filter(watched)
    }

    /// Reads a file of it; what several files say adds up.
    pub(super) fn read(&mut self, f: &mut Fields<'_, '_>) {
        self.categories.extend(f.list::<Category>("categories"));
        if let Some(figures) = f.optional("figures") {
            self.figures = figures;
        }
    }
}

impl Category {
    /// The watched keyword of these words.
    pub fn keyword(&self, term: &str) -> Option<&Keyword> {
        self.keywords.iter().find(|keyword| keyword.term == term)
    }
}

impl Read for Category {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<Id<Category>> = f.id();
        let (name, products) = (f.optional("name"), f.list("products"));
        let marketplaces: Vec<At<MarketplaceId>> = f.required("marketplaces").unwrap_or_default();
        let mut keywords: Vec<Keyword> = f.list("keywords");
        let rivals: Vec<Rival> = f.list("rivals");
        for keyword in keywords.iter_mut().filter(|keyword| keyword.marketplaces.is_empty()) {
            keyword.marketplaces.clone_from(&marketplaces);
        }
        once("kind-keyword", keywords.iter().map(|keyword| (&*keyword.term, &keyword.place)), f.cx);
        once("kind-rival", rivals.iter().map(|rival| (&*rival.id, &rival.place)), f.cx);
        let place = f.finish();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Category { id, name, products, marketplaces, keywords, rivals, place })
    }
}

/// Two of the same name in a category are a finding at the second.
fn once<'a>(term: &'static str, items: impl Iterator<Item = (&'a str, &'a Place)>, cx: &mut Context) {
    let mut seen: BTreeMap<String, &Place> = BTreeMap::new();
    for (name, place) in items {
        if let Some(first) = seen.insert(name.to_lowercase(), place) {
            let finding = Diagnostic::new(codes::DUPLICATE_ID, place).term("kind", term).with("name", name);
            cx.findings.push(finding.with("first", first.to_string()).help("help").about(name));
        }
    }
}

impl Read for Keyword {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (term, marketplaces) = (f.required::<Code>("term"), f.list("marketplaces"));
        let place = f.finish();
        Some(Keyword { term: term?.0, marketplaces, place })
    }
}

impl Read for Rival {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (id, name) = (f.required::<Code>("id"), f.optional("name"));
        let place = f.finish();
        let id = id?.0;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Rival { id, name, place })
    }
}

impl Read for MarketFigures {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let usual = MarketFigures::default();
        let figures = MarketFigures {
            rank: f.optional("rank").unwrap_or(usual.rank),
            searches: f.optional("searches").unwrap_or(usual.searches),
            shares: f.optional("shares").unwrap_or(usual.shares),
            rival_price: f.optional("rival_price").unwrap_or(usual.rival_price),
            rival_rank: f.optional("rival_rank").unwrap_or(usual.rival_rank),
            audience: f.optional("audience").unwrap_or(usual.audience),
        };
        f.finish();
        Some(figures)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::yaml;

    fn read(text: &str) -> (Market, Vec<String>) {
        let mut cx = Context::default();
        let mut market = Market::default();
        let node = yaml::parse(&"market.yaml".into(), text.as_bytes(), &mut cx.findings).unwrap();
        let mut fields = Fields::open(&node, &mut cx).unwrap();
        market.read(&mut fields);
        fields.finish();
        let found = |finding: &Diagnostic| format!("{} {}", finding.code.name, finding.place);
        (market, cx.findings.iter().map(found).collect())
    }

    #[test]
    fn a_keyword_is_watched_where_its_category_is() {
        let (market, findings) = read(
            "categories:
- {id: tea, marketplaces: [US, JP], keywords: [{term: tea bottle, marketplaces: [US]}, {term: 水筒}], rivals: [{id: rival-b}]}
figures: {rank: place}",
        );
        assert_eq!(findings, [""; 0]);
        let tea = market.category(&Id::new("tea")).unwrap();
        let places = |term| tea.keyword(term).unwrap().marketplaces.len();
        assert_eq!((places("tea bottle"), places("水筒"), &*tea.rivals[0].id), (1, 2, "rival-b"));
        let figures = (market.figures.rank.as_str(), market.figures.searches.as_str());
        assert_eq!(figures, ("place", "search_volume"));
        assert_eq!(market.category_called(&Text::plain("tea")).map(|found| &found.id), Some(&tea.id));
        assert_eq!(market.category_called(&Text::plain("tees")), None);
    }

    #[test]
    fn what_is_wrong_is_found_where_it_stands() {
        for (text, expected) in [
            ("categories: [{id: tea}]", "Y004 market.yaml:1:14"),
            ("categories: [{id: tea, marketplaces: [], keywords: [{words: x}]}]", "Y004 market.yaml:1:53"),
            (
                "categories: [{id: a, marketplaces: [], keywords: [{term: A b}, {term: a B}]}]",
                "X002 market.yaml:1:64",
            ),
            ("categories: [{id: a, marketplaces: [], rivals: [{id: x}, {id: x}]}]", "X002 market.yaml:1:58"),
            ("figures: {searchs: x}", "Y003 market.yaml:1:11"),
        ] {
            assert_eq!(read(text).1.first().map(String::as_str), Some(expected), "{text}");
        }
    }
}
