//! A new briefing to edit: the facts of the period filled in as evidence, what became of the last one as remarks, the
//! judgements left as questions.

mod evidence;
mod past;

use crate::diagnostic::Arg;
use crate::facts::Facts;
use crate::locale::Locale;
use crate::metric::Unit;
use crate::quantity::{Id, MarketplaceId, MeasureId, Ratio, Scope};
use crate::review::Check;
use crate::trend::{Ahead, Outlook, Subject};
use crate::workspace::{Category, Workspace, quoted};

use evidence::Told;

/// What a new briefing covers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftRequest {
    /// The category, as `market.yaml` names it.
    pub category: Option<Id<Category>>,
    /// Where.
    pub marketplace: Option<MarketplaceId>,
}

/// The files of a new briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drafted {
    /// Their paths in the workspace with their text, the briefing itself first.
    pub files: Vec<(String, String)>,
}

/// Why no briefing is begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotDraft {
    /// There is no category of this name.
    NoCategory(String),
    /// There is no marketplace of this name.
    NoMarketplace(String),
    /// A briefing of this month is there, in this file.
    Taken(String),
}

/// Days to the next briefing, as proposed.
const NEXT: i32 = 30;

/// What a briefing is filled with.
#[derive(Clone, Copy, Debug)]
pub struct DraftSources<'a> {
    /// What people wrote.
    pub workspace: &'a Workspace,
    /// What was measured.
    pub facts: &'a Facts,
    /// What is expected.
    pub outlook: &'a Outlook,
}

/// Writes the files of a new briefing of today's month.
///
/// # Errors
/// When what it should cover is not there, or the month has a briefing.
pub fn draft(
    sources: DraftSources<'_>,
    check: &Check<'_>,
    request: &DraftRequest,
    locales: &[Locale],
) -> Result<Drafted, CannotDraft> {
    let workspace = sources.workspace;
    let month = format!("{}-{:02}", check.today.year(), check.today.month());
    let id = format!("MB-{month}");
    if let Some(there) = workspace.briefings.iter().find(|briefing| briefing.id.as_str() == id) {
        return Err(CannotDraft::Taken(there.place.file.to_string()));
    }
    if let Some(wrong) = request.category.as_ref().filter(|id| workspace.market.category(id).is_none()) {
        return Err(CannotDraft::NoCategory(wrong.to_string()));
    }
    if let Some(wrong) = request.marketplace.as_ref().filter(|id| workspace.marketplace(id).is_none()) {
        return Err(CannotDraft::NoMarketplace(wrong.to_string()));
    }
    let pen = Pen { sources, check, request, locales, id };
    let mut files = vec![(format!("briefings/{month}.yaml"), pen.yaml())];
    files.extend(locales.iter().enumerate().map(|(n, locale)| {
        let lang = if n == 0 { String::new() } else { format!(".{}", locale.lang()) };
        (format!("briefings/{month}{lang}.md"), locale.text("draft-body") + "\n")
    }));
    Ok(Drafted { files })
}

/// What a briefing is written from.
struct Pen<'a> {
    sources: DraftSources<'a>,
    check: &'a Check<'a>,
    request: &'a DraftRequest,
    /// The languages of the site, the first being that of the comments; never empty.
    locales: &'a [Locale],
    id: String,
}

impl Pen<'_> {
    fn yaml(&self) -> String {
        let told = self.told();
        let mut lines = vec![format!("# {}", self.say("draft-head")), self.head()];
        lines.extend(self.open_calls());
        lines.extend(self.asked());
        lines.extend(self.moved());
        lines.push("items:".to_owned());
        lines.push(format!("- id: {}-1", self.id));
        lines.push(format!("  headline: {}", self.headline(told.first())));
        lines.push(format!("  # so_what: {}", self.each(|locale| locale.text("draft-so-what"))));
        lines.extend(self.evidence(&told));
        lines.extend(self.judgements());
        lines.extend(self.before().and_then(|last| last.items.first()).map(|item| {
            format!(
                "  changed_since: {}\n  # learned: {}",
                item.id,
                self.each(|locale| locale.text("draft-learned"))
            )
        }));
        lines.join("\n") + "\n"
    }

    /// The fact that comes first, to be made a statement; what to write where there is none.
    fn headline(&self, first: Option<&Told>) -> String {
        self.each(|locale| match first {
            Some(told) => locale.fill("draft-headline-fact", &[("fact", self.words(locale, told).into())]),
            None => locale.text("draft-headline"),
        })
    }

    fn say(&self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// A remark in the language of the site.
    fn fill(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.locales.first().map(|locale| locale.fill(key, args)).unwrap_or_default()
    }

    /// A text in the languages of the site.
    fn each(&self, text: impl Fn(&Locale) -> String) -> String {
        match self.locales {
            [only] => quoted(&text(only)),
            all => {
                let one = |locale: &Locale| format!("{}: {}", locale.lang(), quoted(&text(locale)));
                format!("{{{}}}", all.iter().map(one).collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn head(&self) -> String {
        let author = self.sources.workspace.briefings.last().and_then(|briefing| briefing.author.as_ref());
        let author = author.map(|author| format!(", author: {}", author.value));
        let place = self.request.marketplace.as_ref().map(|id| format!("marketplace: {id}"));
        let category = self.request.category.as_ref().map(|id| format!("category: {id}"));
        let covers: Vec<String> = place.into_iter().chain(category).collect();
        let covers = (!covers.is_empty()).then(|| format!(", covers: {{{}}}", covers.join(", ")));
        let rest: String = author.into_iter().chain(covers).collect();
        let (id, today) = (&self.id, self.check.today);
        format!("briefing: {{id: {id}, issued: {today}{rest}, next: {}}}", today + NEXT)
    }

    /// What only a person can say, as remarks to fill in.
    fn judgements(&self) -> Vec<String> {
        let (id, today) = (&self.id, self.check.today);
        let blank = self.each(|_| String::new());
        vec![
            format!("  # {}", self.say("draft-judgements")),
            format!("  # assumptions: [{blank}]"),
            format!("  # alternatives: [{blank}]"),
            format!("  # {}", self.say("draft-forecast")),
            format!("  # forecast: {}", self.forecast()),
            format!(
                "  # calls: [{{id: {id}-1a, text: {blank}, probability: ?%, resolves: {}, outcome: pending}}]",
                today + 90
            ),
            "  # confidence: moderate      # low | moderate | high".to_owned(),
            format!("  # act: [{{dept: …, what: {blank}, by: {}}}]", today + 21),
        ]
    }

    /// Our sales in what is covered: of its product, where it has one.
    fn sold(&self) -> Subject {
        let market = &self.sources.workspace.market;
        let category = self.request.category.as_ref().and_then(|id| market.category(id));
        let product = match category.map(|category| category.products.as_slice()) {
            Some([one]) => Some(one.value.clone()),
            _ => None,
        };
        let scope = Scope { marketplace: self.request.marketplace.clone(), product };
        Subject::of(&MeasureId::new("sales"), &scope)
    }

    /// What is expected of our sales in the next whole period, as the tool sees it; question marks where it does not.
    fn forecast(&self) -> String {
        let Subject { metric, scope, .. } = self.sold();
        let named = [
            scope.product.as_ref().map(|id| format!("product: {id}")),
            scope.marketplace.as_ref().map(|id| format!("marketplace: {id}")),
        ];
        let named: Vec<String> = named.into_iter().flatten().collect();
        let scope =
            if named.is_empty() { String::new() } else { format!("scope: {{{}}}, ", named.join(", ")) };
        let line = self.sources.outlook.line(&self.sold());
        let next = line.and_then(|line| line.periods.iter().find(|ahead| ahead.so_far.is_none()));
        let (period, [point, low, high]) = match next {
            Some(Ahead { period, point, low80, high80, .. }) => {
                (period.to_string(), [point, low80, high80].map(|value| self.typed(&metric, value)))
            }
            None => (format!("{}-Q1", self.check.today.year() + 1), ["?"; 3].map(str::to_owned)),
        };
        format!(
            "{{metric: {metric}, {scope}period: {period}, point: {point}, interval: {{level: 80%, lo: {low}, hi: {high}}}, baseline: seasonal-naive}}"
        )
    }

    /// A value as it is typed in a briefing, without minor units.
    fn typed(&self, metric: &MeasureId, value: &Ratio) -> String {
        let whole = value.round_scaled(0);
        match self.check.unit(metric) {
            Unit::Money => format!("{whole} {}", self.sources.facts.reporting()),
            _ => whole.to_string(),
        }
    }
}
