//! A new briefing to edit: the facts of the period filled in as evidence, the judgements left as questions.

use super::trend_words::Teller;
use crate::diagnostic::Arg;
use crate::facts::Facts;
use crate::locale::Locale;
use crate::quantity::{Day, Grain, Id, MarketplaceId, MeasureId, Scope};
use crate::review::{CallMade, Check};
use crate::trend::fact::{Fact, facts, facts_among};
use crate::trend::{NoSeries, Segment, Series, Subject};
use crate::workspace::{Briefing, Category, Workspace, quoted};

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

/// How many facts are told of one figure, and of all.
const FACTS: (usize, usize) = (2, 6);
/// The kinds of facts worth telling first, as tables name them.
const FIRST: [&str; 5] = ["growth-last-year", "share", "shift", "outlier", "growth-previous"];

/// Writes the files of a new briefing of today's month.
///
/// # Errors
/// When what it should cover is not there, or the month has a briefing.
pub fn draft(
    (workspace, facts): (&Workspace, &Facts),
    check: &Check<'_>,
    request: &DraftRequest,
    locales: &[Locale],
) -> Result<Drafted, CannotDraft> {
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
    let pen = Pen { workspace, facts, check, request, locales, id };
    let mut files = vec![(format!("briefings/{month}.yaml"), pen.yaml())];
    files.extend(locales.iter().enumerate().map(|(n, locale)| {
        let lang = if n == 0 { String::new() } else { format!(".{}", locale.lang()) };
        (format!("briefings/{month}{lang}.md"), locale.text("draft-body") + "\n")
    }));
    Ok(Drafted { files })
}

/// What a briefing is written from.
struct Pen<'a> {
    workspace: &'a Workspace,
    facts: &'a Facts,
    check: &'a Check<'a>,
    request: &'a DraftRequest,
    /// The languages of the site, the first being that of the comments; never empty.
    locales: &'a [Locale],
    id: String,
}

impl Pen<'_> {
    fn yaml(&self) -> String {
        let mut lines = vec![format!("# {}", self.say("draft-head")), self.head()];
        lines.extend(self.open_calls());
        lines.push("items:".to_owned());
        lines.push(format!("- id: {}-1", self.id));
        lines.push(format!("  headline: {}", self.each(|locale| locale.text("draft-headline"))));
        lines.push(format!("  # so_what: {}", self.each(|locale| locale.text("draft-so-what"))));
        lines.extend(self.evidence());
        lines.extend(self.judgements());
        lines.extend(self.before().map(|id| format!("  changed_since: {id}")));
        lines.join("\n") + "\n"
    }

    fn say(&self, key: &str) -> String {
        self.locales.first().map(|locale| locale.text(key)).unwrap_or_default()
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
        let author = self.workspace.briefings.last().and_then(|briefing| briefing.author.as_ref());
        let author = author.map(|author| format!(", author: {}", author.value));
        let place = self.request.marketplace.as_ref().map(|id| format!("marketplace: {id}"));
        let category = self.request.category.as_ref().map(|id| format!("category: {id}"));
        let covers: Vec<String> = place.into_iter().chain(category).collect();
        let covers = (!covers.is_empty()).then(|| format!(", covers: {{{}}}", covers.join(", ")));
        let rest: String = author.into_iter().chain(covers).collect();
        format!("briefing: {{id: {}, issued: {}{rest}}}", self.id, self.check.today)
    }

    /// The calls that are not resolved, as remarks: those that are due first.
    fn open_calls(&self) -> Vec<String> {
        let mut open: Vec<CallMade<'_>> =
            CallMade::all(self.workspace).filter(|made| made.call.outcome.is_none()).collect();
        open.sort_by_key(|made| made.call.resolves);
        let Some(locale) = self.locales.first().filter(|_| !open.is_empty()) else { return Vec::new() };
        let line = |made: CallMade<'_>| {
            let (call, place) = (made.call, &made.call.place);
            let share = call.probability.as_ref().map_or_else(|| "?".to_owned(), |it| locale.percent(it, 0));
            let day = call.resolves.map_or_else(|| "?".to_owned(), |day| day.to_string());
            let due = if made.overdue(self.check.today).is_some() { "! " } else { "" };
            let text = call.text.in_lang(locale.lang());
            format!("#   {due}{day} · {share} · {text} · {}:{}", place.file, place.line)
        };
        let head = format!("# {}", self.say("draft-calls"));
        std::iter::once(head).chain(open.into_iter().map(line)).collect()
    }

    fn evidence(&self) -> Vec<String> {
        let mut told: Vec<(Day, Fact)> = self.subjects().iter().flat_map(|it| self.of_subject(it)).collect();
        told.truncate(FACTS.1);
        if told.is_empty() {
            return vec![format!(
                "  # evidence: [{{fact: {}, source: …, asof: {}}}]",
                self.each(|_| "…".to_owned()),
                self.check.today
            )];
        }
        let line = |(day, fact): (Day, Fact)| {
            let words = self.each(|locale| self.words(locale, &fact));
            format!("  - {{fact: {words}, source: {}, asof: {day}}}", self.source(&fact.subject().metric))
        };
        std::iter::once("  evidence:".to_owned()).chain(told.into_iter().map(line)).collect()
    }

    fn words(&self, locale: &Locale, fact: &Fact) -> String {
        let teller = Teller { workspace: self.workspace, locale, currency: self.facts.reporting() };
        let args: [(&str, Arg); 2] =
            [("subject", teller.subject(fact.subject()).into()), ("words", teller.sentence(fact).into())];
        locale.fill("draft-fact", &args)
    }

    /// What comes out of the searches of a category and of our sales in it; of the whole company where none is named.
    fn subjects(&self) -> Vec<Subject> {
        let scope = Scope { marketplace: self.request.marketplace.clone(), product: None };
        let market = &self.workspace.market.figures;
        let wanted =
            [Some(&market.searches), market.shares.last(), Some(&Id::new("sales"))].map(|id| id.cloned());
        let known = wanted.into_iter().flatten().filter(|id| self.workspace.catalogue.contains(id));
        let subject = |id: MeasureId| {
            let whole = Subject::of(&id, &scope);
            match &self.request.category {
                Some(category) => whole.within(Segment::CATEGORY, category.as_str()),
                None => whole,
            }
        };
        known.map(subject).collect()
    }

    /// The facts of a figure that are worth telling, each with the last day it rests on.
    fn of_subject(&self, subject: &Subject) -> Vec<(Day, Fact)> {
        let of = |grain| Series::of(self.workspace, self.check, subject, grain);
        let series = match of(Grain::Month) {
            Err(NoSeries::Coarse | NoSeries::Level) => of(Grain::Week),
            found => found,
        };
        let Some(day) = self.check.last_day(&subject.metric, &subject.scope) else { return Vec::new() };
        let mut all = series.map(|series| facts(self.workspace, self.check, &series)).unwrap_or_default();
        if subject.metric == self.workspace.market.figures.searches {
            all.extend(facts_among(self.workspace, self.check, (subject, "search_term"), Grain::Week));
        }
        let rank = |fact: &Fact| FIRST.iter().position(|kind| *kind == fact.kind()).unwrap_or(FIRST.len());
        let mut worth: Vec<Fact> = all.into_iter().filter(|fact| rank(fact) < FIRST.len()).collect();
        worth.sort_by_key(rank);
        worth.truncate(FACTS.0);
        worth.into_iter().map(|fact| (day, fact)).collect()
    }

    /// The kind of file that a figure comes from.
    fn source(&self, metric: &MeasureId) -> String {
        let catalogue = &self.workspace.catalogue;
        let leaves = catalogue.leaves(metric);
        let measure = leaves.first().and_then(|leaf| catalogue.measure(leaf));
        measure
            .and_then(|measure| measure.source.first())
            .map_or_else(|| "results".to_owned(), |column| column.report.replace('_', "-"))
    }

    /// What only a person can say, as remarks to fill in.
    fn judgements(&self) -> Vec<String> {
        let (id, today) = (&self.id, self.check.today);
        let blank = self.each(|_| String::new());
        let scope = self.request.marketplace.as_ref().map(|id| format!("scope: {{marketplace: {id}}}, "));
        let scope = scope.unwrap_or_default();
        let year = today.year() + 1;
        vec![
            format!("  # {}", self.say("draft-judgements")),
            format!("  # assumptions: [{blank}]"),
            format!("  # alternatives: [{blank}]"),
            format!(
                "  # forecast: {{metric: sales, {scope}period: {year}-Q1, point: ?, interval: {{level: 80%, lo: ?, hi: ?}}, baseline: seasonal-naive}}"
            ),
            format!(
                "  # calls: [{{id: {id}-1a, text: {blank}, probability: ?%, resolves: {}, outcome: pending}}]",
                today + 90
            ),
            "  # confidence: moderate      # low | moderate | high".to_owned(),
            format!("  # act: [{{dept: …, what: {blank}, by: {}}}]", today + 21),
        ]
    }

    /// The first item of the latest briefing of the same market.
    fn before(&self) -> Option<String> {
        let DraftRequest { category, marketplace } = self.request;
        let wanted = category.as_ref().and_then(|id| self.workspace.market.category(id));
        let same = |briefing: &&Briefing| {
            let words = briefing.category.as_ref();
            let covered = words.and_then(|words| self.workspace.market.category_called(words));
            let place = briefing.marketplace.as_ref().map(|place| &place.value);
            (wanted.is_none() || covered == wanted) && place == marketplace.as_ref()
        };
        let latest = self.workspace.briefings.iter().rev().find(same)?;
        latest.items.first().map(|item| item.id.to_string())
    }
}
