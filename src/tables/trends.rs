//! The table of trends: what can be said of figures over time, a row per fact, with its numbers and its words.

use super::axes;
use super::divided::Divided;
use super::figures::metrics;
use super::{Refusal, Sources};
use crate::compose::trend_words::Teller;
use crate::locale::Locale;
use crate::metric::Variance;
use crate::quantity::{Grain, Lang, Period, Ratio, Scope};
use crate::render::Theme;
use crate::review::Check;
use crate::table::{Cell, Column, Kind, Table, TableRequest};
use crate::trend::fact::{Beside, Fact, Mover, Movers, facts, facts_among};
use crate::trend::{Segment, Series, Subject};

/// The columns of numbers, in order.
const NUMBERS: [&str; 10] =
    ["actual", "base", "change", "rel", "aligned", "by_whole", "by_share", "strength", "high", "low"];

/// The numbers of a fact, beside its subject and its period.
struct Numbers {
    base_period: Option<Period>,
    n: Option<usize>,
    values: Vec<(&'static str, Ratio)>,
}

/// A row per fact of each figure, part of the company and value of a dimension; the parts that moved most have rows of
/// their own below their fact.
///
/// Categories of the market are a dimension here alone: a product may be in several, so that they do not divide a whole.
pub(super) fn trends(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let among = Among::of(sources, request)?;
    let request = &without_categories(request);
    let divided = Divided::of(sources, request)?;
    let metrics = metrics(sources, request, divided.as_ref())?;
    let scopes = axes::parts(sources, request)?;
    let theme = Theme::embedded();
    let lang = request.lang.clone().unwrap_or_else(|| Lang::new("en"));
    let locale = theme.locale(&lang).ok();
    let told = Told { sources, request, locale: locale.as_ref(), divided: divided.as_ref(), among };
    let rows = scopes.iter().flat_map(|scope| metrics.iter().map(move |metric| (scope, metric)));
    let rows = rows.flat_map(|(scope, metric)| told.rows(&Subject::of(metric, scope))).collect();
    Ok(Table { columns: columns(), rows })
}

fn columns() -> Vec<Column> {
    let of = |kind: Kind| move |name: &&str| Column::new(*name, kind);
    let about = ["metric", "product", "marketplace", "dimension", "value", "grain", "kind", "period"];
    let mut columns: Vec<Column> = about.iter().map(of(Kind::Text)).collect();
    columns.extend(["from", "to"].iter().map(of(Kind::Day)));
    columns.push(Column::new("base_period", Kind::Text));
    columns.push(Column::new("n", Kind::Count));
    columns.extend(NUMBERS.iter().map(of(Kind::Ratio)));
    columns.push(Column::new("words", Kind::Text));
    columns
}

/// What is asked, and the words it is told in.
struct Told<'a> {
    sources: Sources<'a>,
    request: &'a TableRequest,
    locale: Option<&'a Locale>,
    divided: Option<&'a Divided<'a>>,
    among: Among,
}

/// The categories of the market that are asked for.
enum Among {
    /// None: the company as a whole.
    Nothing,
    /// Each of them, and which moved most.
    All,
    /// One.
    One(String),
}

impl Among {
    fn of(sources: Sources<'_>, request: &TableRequest) -> Result<Self, Refusal> {
        let wanted = request.filters.iter().find(|(key, _)| key == Segment::CATEGORY);
        let known = || sources.workspace.market.categories.iter().map(|category| category.id.as_str());
        match wanted {
            Some((_, value)) if known().any(|id| id == value) => Ok(Among::One(value.clone())),
            Some((key, value)) => Err(Refusal::new(key, value, known())),
            None if request.by.iter().any(|name| name == Segment::CATEGORY) => Ok(Among::All),
            None => Ok(Among::Nothing),
        }
    }
}

fn without_categories(request: &TableRequest) -> TableRequest {
    let mut rest = request.clone();
    rest.by.retain(|name| name != Segment::CATEGORY);
    rest.filters.retain(|(name, _)| name != Segment::CATEGORY);
    rest
}

impl Told<'_> {
    fn rows(&self, whole: &Subject) -> Vec<Vec<Cell>> {
        let check = Check { basis: self.request.rates, ..self.sources.check() };
        let found = match &self.among {
            Among::Nothing => self.within(whole, &check),
            Among::One(id) => self.within(&whole.clone().within(Segment::CATEGORY, id), &check),
            Among::All => self.parts(whole, (Segment::CATEGORY, &check)),
        };
        let within = |fact: &&Fact| {
            let days = fact.period().span();
            self.request.from.is_none_or(|from| days.to >= from)
                && self.request.to.is_none_or(|to| days.from <= to)
        };
        found.iter().filter(within).flat_map(|fact| self.told(fact)).collect()
    }

    fn within(&self, whole: &Subject, check: &Check<'_>) -> Vec<Fact> {
        match self.divided {
            None => self.facts(whole, check),
            Some(divided) => self.divided(whole, (divided, check)),
        }
    }

    fn facts(&self, subject: &Subject, check: &Check<'_>) -> Vec<Fact> {
        let workspace = self.sources.workspace;
        let usual = || Series::usual_grain(workspace, check, (subject, None));
        let grain = axes::grain(self.request).unwrap_or_else(usual);
        let series = Series::of(workspace, check, subject, grain).ok();
        series.map(|series| facts(workspace, check, &series)).unwrap_or_default()
    }

    fn divided(&self, whole: &Subject, (divided, check): (&Divided<'_>, &Check<'_>)) -> Vec<Fact> {
        match divided.value() {
            Some(value) => self.facts(&whole.clone().within(divided.name(), value), check),
            None => self.parts(whole, (divided.name(), check)),
        }
    }

    fn parts(&self, whole: &Subject, (name, check): (&str, &Check<'_>)) -> Vec<Fact> {
        let workspace = self.sources.workspace;
        let usual = || Series::usual_grain(workspace, check, (whole, Some(name)));
        let grain = axes::grain(self.request).unwrap_or_else(usual);
        let mut all = facts_among(workspace, check, (whole, name), grain);
        let parts = Series::by(workspace, check, (whole, name), grain).unwrap_or_default();
        all.extend(parts.values().flat_map(|series| facts(workspace, check, series)));
        all
    }

    fn told(&self, fact: &Fact) -> Vec<Vec<Cell>> {
        let currency = self.sources.facts.reporting();
        let words = |locale| Teller { workspace: self.sources.workspace, locale, currency }.sentence(fact);
        let words = self.locale.map(words).map_or(Cell::Missing, Cell::Text);
        let mut row = about(fact, (None, fact.kind()));
        row.extend(Numbers::of(fact).cells());
        row.push(words);
        let mut rows = vec![row];
        if let Fact::Movers(movers) = fact {
            let of = |(kind, mover)| moved(fact, movers, (kind, mover));
            rows.extend(movers.risers.iter().map(|mover| ("riser", mover)).map(of));
            rows.extend(movers.fallers.iter().map(|mover| ("faller", mover)).map(of));
        }
        rows
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn about(fact: &Fact, (part, kind): (Option<(&str, &str)>, &str)) -> Vec<Cell> {
    let Subject { metric, scope, segment } = fact.subject();
    let Scope { product, marketplace } = scope;
    let own = segment.as_ref().map(|segment| (segment.dimension.as_str(), segment.value.as_str()));
    let whole = match fact {
        Fact::Movers(movers) => Some(movers.dimension.as_str()),
        Fact::Concentration(fact) => Some(fact.dimension.as_str()),
        _ => None,
    };
    let (dimension, value) = match part.or(own) {
        Some((dimension, value)) => (Some(dimension), Some(value)),
        None => (whole, None),
    };
    let name = |id: Option<&str>| id.map_or(Cell::Missing, text);
    vec![
        text(metric.as_str()),
        name(product.as_ref().map(|id| id.as_str())),
        name(marketplace.as_ref().map(|id| id.as_str())),
        name(dimension),
        name(value),
        text(grain(fact.period())),
        text(kind),
        text(&fact.period().to_string()),
        Cell::Day(fact.period().span().from),
        Cell::Day(fact.period().span().to),
    ]
}

fn grain(period: Period) -> &'static str {
    match period.grain() {
        Grain::Day => "day",
        Grain::Week => "week",
        Grain::Month => "month",
        Grain::Quarter => "quarter",
        Grain::Year => "year",
    }
}

/// The row of a part that moved; its words are in the row of its fact.
fn moved(fact: &Fact, movers: &Movers, (kind, mover): (&str, &Mover)) -> Vec<Cell> {
    let mut values =
        vec![("actual", mover.to.clone()), ("base", mover.from.clone()), ("change", mover.change())];
    values.extend(mover.share().map(|share| ("rel", share)));
    let kind = format!("{kind}-{}", movers.size.name());
    let mut row = about(fact, (Some((&movers.dimension, &mover.name)), &kind));
    row.extend(Numbers { base_period: Some(movers.base_period), n: None, values }.cells());
    row.push(Cell::Missing);
    row
}

impl Numbers {
    fn of(fact: &Fact) -> Numbers {
        let (base_period, n, values) = match fact {
            Fact::Growth(_) | Fact::Share(_) => return Numbers::of_change(fact),
            Fact::Season(fact) => {
                let values =
                    [("strength", &fact.strength), ("high", &fact.peak.index), ("low", &fact.trough.index)];
                (Some(fact.trough.period), Some(fact.years), named(values))
            }
            Fact::TooShort(fact) => (None, Some(fact.known), Vec::new()),
            Fact::Shift(fact) => (Some(fact.first), Some(fact.after_n), pair((&fact.after, &fact.before))),
            Fact::Outlier(fact) => {
                let (base, n) = match &fact.beside {
                    Beside::Neighbours { n, .. } => (None, Some(*n)),
                    Beside::LastYear { period, .. } => (Some(*period), None),
                };
                (base, n, pair((&fact.value, fact.beside.value())))
            }
            Fact::Movers(fact) => (Some(fact.base_period), Some(fact.n), Vec::new()),
            Fact::Concentration(fact) => {
                let mut values = named([("actual", &fact.top), ("high", &fact.index)]);
                let before = fact.before.as_ref();
                values.extend(before.map(|(_, _, top)| ("base", top.clone())));
                values.extend(before.map(|(_, index, _)| ("low", index.clone())));
                (before.map(|(period, ..)| *period), Some(fact.n), values)
            }
            Fact::Running(fact) => {
                (None, usize::try_from(fact.days.len()).ok(), named([("actual", &fact.value)]))
            }
            Fact::Gaps(fact) => (Some(fact.first), Some(fact.count), Vec::new()),
            Fact::OtherWeeks(fact) => (None, Some(fact.count), Vec::new()),
        };
        Numbers { base_period, n, values }
    }

    fn of_change(fact: &Fact) -> Numbers {
        match fact {
            Fact::Growth(fact) => {
                let mut values = pair((&fact.value, &fact.base));
                values.extend(fact.variance.rel.value().map(|rel| ("rel", rel.clone())));
                let aligned = fact.aligned.as_ref().map(|aligned| &aligned.variance);
                values.extend(aligned.and_then(relative).map(|aligned| ("aligned", aligned)));
                Numbers { base_period: Some(fact.base_period), n: None, values }
            }
            Fact::Share(fact) => {
                let mut values = named([("actual", &fact.share.1), ("base", &fact.share.0)]);
                values.push(("change", &fact.share.1 - &fact.share.0));
                values.extend(named([("by_whole", &fact.by_whole), ("by_share", &fact.by_share)]));
                Numbers { base_period: Some(fact.base_period), n: None, values }
            }
            _ => Numbers { base_period: None, n: None, values: Vec::new() },
        }
    }

    fn cells(self) -> Vec<Cell> {
        let mut cells = vec![self.base_period.map_or(Cell::Missing, |period| Cell::Text(period.to_string()))];
        cells.push(self.n.map_or(Cell::Missing, |n| Cell::Count(n as i128)));
        let value = |wanted: &&str| self.values.iter().find(|(name, _)| name == wanted);
        cells.extend(
            NUMBERS
                .iter()
                .map(|name| value(name).map_or(Cell::Missing, |(_, value)| Cell::Ratio(value.clone()))),
        );
        cells
    }
}

fn named<const N: usize>(values: [(&'static str, &Ratio); N]) -> Vec<(&'static str, Ratio)> {
    values.map(|(name, value)| (name, value.clone())).into()
}

/// A value, what it is set beside, and the difference of the two.
fn pair((value, base): (&Ratio, &Ratio)) -> Vec<(&'static str, Ratio)> {
    let mut values = named([("actual", value), ("base", base)]);
    values.push(("change", value - base));
    values
}

/// A variance as a share, else in points.
fn relative(variance: &Variance) -> Option<Ratio> {
    variance.rel.value().or(variance.abs.as_ref()).cloned()
}
