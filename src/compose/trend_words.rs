//! Trend facts in words: one short sentence each, that states the fact's own numbers and no reason.

use super::desk::Desk;
use super::style::Style;
use crate::diagnostic::Arg;
use crate::locale::Locale;
use crate::metric::{Unit, Variance};
use crate::quantity::{Currency, MarketplaceId, MeasureId, Period, ProductId, Ratio, Scope, Text, WeekStart};
use crate::site::Phrase;
use crate::trend::fact::{
    Against, AlignedGrowth, Beside, Concentration, Fact, Gaps, Growth, LevelShift, Mover, Movers, OtherWeeks,
    Outlier, Running, Season, ShareChange, Size, TooShort,
};
use crate::trend::{Segment, Subject};
use crate::workspace::Workspace;

/// Tells facts in one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Teller<'a> {
    /// The names that people gave.
    pub(crate) workspace: &'a Workspace,
    /// The words.
    pub(crate) locale: &'a Locale,
    /// The currency of all amounts.
    pub(crate) currency: Currency,
}

/// The arguments of a message.
type Args<'a> = Vec<(&'a str, Arg)>;

impl<'a> Teller<'a> {
    /// The teller of a page's language.
    pub(crate) fn of(desk: &Desk<'a>) -> Self {
        Teller { workspace: desk.workspace, locale: desk.locale, currency: desk.currency() }
    }
}

impl Teller<'_> {
    /// The sentence of a fact; what it tells of stands beside it, not in it.
    pub(crate) fn sentence(&self, fact: &Fact) -> String {
        let words = self.told(fact);
        match fact.is_provisional() {
            true => self.locale.fill("trend-provisional", &[("words", words.into())]),
            false => words,
        }
    }

    fn told(&self, fact: &Fact) -> String {
        match fact {
            Fact::Growth(growth) => self.growth(growth),
            Fact::Share(share) => self.share(share),
            Fact::Season(season) => self.season(season),
            Fact::TooShort(short) => self.too_short(short),
            Fact::Shift(shift) => self.shift(shift),
            Fact::Outlier(outlier) => self.outlier(outlier),
            Fact::Movers(movers) => self.movers(movers),
            Fact::Concentration(concentration) => self.concentration(concentration),
            Fact::Running(running) => self.running(running),
            Fact::Gaps(gaps) => self.gaps(gaps),
            Fact::OtherWeeks(weeks) => self.other_weeks(weeks),
        }
    }

    /// What a fact tells of: "搜尋量 · 美國站 · cold brew bottle".
    pub(crate) fn subject(&self, subject: &Subject) -> String {
        let Scope { product, marketplace } = &subject.scope;
        let product = product.as_ref().map(|id| self.product(id));
        let marketplace = marketplace.as_ref().map(|id| self.marketplace(id));
        let segment = subject.segment.as_ref().map(|own| self.value(&own.dimension, &own.value));
        let parts = [Some(self.metric(&subject.metric)), product, marketplace, segment];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// A value of a dimension, by the name that people gave it.
    pub(crate) fn value(&self, dimension: &str, value: &str) -> String {
        let market = &self.workspace.market;
        let rivals = || market.categories.iter().flat_map(|category| &category.rivals);
        let made = || self.workspace.dimensions.iter().find(|made| made.id == dimension);
        let named = match dimension {
            "product" => return self.product(&ProductId::new(value)),
            "marketplace" => return self.marketplace(&MarketplaceId::new(value)),
            "rival" => rivals().find(|rival| rival.id == value).map(|rival| &rival.name),
            Segment::CATEGORY => {
                market.categories.iter().find(|own| own.id.as_str() == value).map(|own| &own.name)
            }
            _ => made().and_then(|made| Some(&made.groups.iter().find(|group| group.id == value)?.name)),
        };
        named.map_or_else(|| value.to_owned(), |name| self.text(name))
    }

    /// A period; a week that begins with a Sunday by its first day, where the company's own are numbered otherwise.
    pub(crate) fn period(&self, period: Period) -> String {
        let foreign = self.workspace.fiscal().weeks != WeekStart::Sunday;
        match period {
            Period::SundayWeek(..) if foreign => {
                let day = period.span().from.to_string();
                self.locale.fill("trend-sunday-week", &[("day", day.into())])
            }
            _ => self.locale.period(period),
        }
    }

    /// A value of a figure by itself.
    pub(crate) fn amount(&self, metric: &MeasureId, value: &Ratio) -> String {
        self.style(&Subject::of(metric, &Scope::company()), [value]).worded(value)
    }

    fn growth(&self, growth: &Growth) -> String {
        let style = self.style(&growth.subject, [&growth.value, &growth.base]);
        if growth.of_ranks {
            return self.rank_growth(growth, &style);
        }
        let against = match growth.against {
            Against::Previous => "trend-growth-previous",
            Against::LastYear => "trend-growth-last-year",
        };
        let mut args = vec![
            ("period", self.period(growth.period).into()),
            ("base-period", self.period(growth.base_period).into()),
            ("value", style.worded(&growth.value).into()),
            ("base", style.worded(&growth.base).into()),
            ("change", change(&style, &growth.variance).into()),
        ];
        let words = match &growth.aligned {
            None => return self.locale.fill(against, &args),
            Some(aligned) => self.aligned(growth, aligned),
        };
        args.push(("aligned", words.into()));
        self.locale.fill("trend-growth-aligned", &args)
    }

    fn aligned(&self, growth: &Growth, aligned: &AlignedGrowth) -> String {
        let style = self.style(&growth.subject, [&aligned.value, &aligned.base]);
        let args = [("change", change(&style, &aligned.variance).into()), ("days", text(aligned.left_out))];
        let key = if aligned.left_out == 0 { "trend-aligned-whole" } else { "trend-aligned-less" };
        self.locale.fill(key, &args)
    }

    fn rank_growth(&self, growth: &Growth, style: &Style<'_>) -> String {
        let places = &growth.value - &growth.base;
        let key = if places.is_negative() { "trend-rank-better" } else { "trend-rank-worse" };
        let args = [
            ("period", self.period(growth.period).into()),
            ("base-period", self.period(growth.base_period).into()),
            ("value", style.value(&growth.value).into()),
            ("base", style.value(&growth.base).into()),
            ("places", style.value(&places.abs()).into()),
        ];
        self.locale.fill(key, &args)
    }

    /// The two parts as shown sum to the change as shown.
    fn share(&self, share: &ShareChange) -> String {
        let (own, whole) = (&share.made_of.0, &share.made_of.1);
        let percent = self.style(&share.subject, [&share.share.0, &share.share.1]);
        let volume = self.style(&share.subject.with_metric(own), [&share.own.0, &share.own.1]);
        let total = &share.own.1 - &share.own.0;
        let parts = volume.sum_of(&total, &[share.by_whole.clone(), share.by_share.clone()]);
        let part = |at: usize| parts.get(at).map_or_else(String::new, |part| volume.delta_worded(part));
        let points = &share.share.1 - &share.share.0;
        let args = [
            ("period", self.period(share.period).into()),
            ("base-period", self.period(share.base_period).into()),
            ("share", percent.worded(&share.share.1).into()),
            ("points", percent.delta_worded(&points).into()),
            ("own", self.metric(own).into()),
            ("whole", self.metric(whole).into()),
            ("change", volume.delta_worded(&volume.rounded(&total)).into()),
            ("by-whole", part(0).into()),
            ("by-share", part(1).into()),
        ];
        self.locale.fill("trend-share", &args)
    }

    fn season(&self, season: &Season) -> String {
        let index = |index: &Ratio| Arg::from(self.locale.decimal(index, 2));
        let args = [
            ("peak", self.step(season.peak.period).into()),
            ("peak-index", index(&season.peak.index)),
            ("trough", self.step(season.trough.period).into()),
            ("trough-index", index(&season.trough.index)),
            ("strength", self.locale.percent(&season.strength, 0).into()),
            ("years", season.years.to_string().into()),
        ];
        self.locale.fill("trend-season", &args)
    }

    /// A step of the year: "11月", "W47".
    fn step(&self, period: Period) -> String {
        self.locale.period_label(period)
    }

    fn too_short(&self, short: &TooShort) -> String {
        let args = [("known", short.known.to_string().into()), ("needed", short.needed.to_string().into())];
        self.locale.fill("trend-too-short", &args)
    }

    fn shift(&self, shift: &LevelShift) -> String {
        let style = self.style(&shift.subject, [&shift.before, &shift.after]);
        let args = [
            ("period", self.period(shift.period).into()),
            ("first", self.period(shift.first).into()),
            ("before", style.worded(&shift.before).into()),
            ("before-n", shift.before_n.to_string().into()),
            ("after", style.worded(&shift.after).into()),
            ("after-n", shift.after_n.to_string().into()),
        ];
        let words = self.locale.fill("trend-shift", &args);
        match shift.may_be_season {
            true => self.locale.fill("trend-shift-young", &[("words", words.into())]),
            false => words,
        }
    }

    fn outlier(&self, outlier: &Outlier) -> String {
        let style = self.style(&outlier.subject, [&outlier.value, outlier.beside.value()]);
        let mut args: Args<'_> = vec![
            ("period", self.period(outlier.period).into()),
            ("value", style.worded(&outlier.value).into()),
            ("beside", style.worded(outlier.beside.value()).into()),
        ];
        let key = match (&outlier.beside, outlier.above) {
            (Beside::Neighbours { n, .. }, above) => {
                args.push(("n", n.to_string().into()));
                if above { "trend-outlier-high" } else { "trend-outlier-low" }
            }
            (Beside::LastYear { period, .. }, above) => {
                args.push(("base-period", self.period(*period).into()));
                if above { "trend-outlier-high-season" } else { "trend-outlier-low-season" }
            }
        };
        self.locale.fill(key, &args)
    }

    fn movers(&self, movers: &Movers) -> String {
        let list = |of: &[Mover]| {
            let all: Vec<String> = of.iter().map(|mover| self.mover(movers, mover)).collect();
            all.join(&self.locale.text("list-comma"))
        };
        let side = |rising: bool, of: &[Mover]| {
            let key = match (movers.size, movers.of_ranks, rising) {
                (_, true, true) => "trend-risers-ranks",
                (_, true, false) => "trend-fallers-ranks",
                (Size::Absolute, _, true) => "trend-risers",
                (Size::Absolute, _, false) => "trend-fallers",
                (Size::Relative, _, true) => "trend-risers-share",
                (Size::Relative, _, false) => "trend-fallers-share",
            };
            (!of.is_empty()).then(|| self.locale.fill(key, &[("list", list(of).into())]))
        };
        let sides = [side(true, &movers.risers), side(false, &movers.fallers)];
        let sides: Vec<String> = sides.into_iter().flatten().collect();
        let args = [
            ("period", self.period(movers.period).into()),
            ("base-period", self.period(movers.base_period).into()),
            ("n", movers.n.to_string().into()),
            ("sides", sides.join(&self.locale.text("list-semicolon")).into()),
            ("small", movers.small.to_string().into()),
        ];
        self.locale.fill(if movers.small == 0 { "trend-movers" } else { "trend-movers-small" }, &args)
    }

    fn mover(&self, movers: &Movers, mover: &Mover) -> String {
        let style = self.style(&movers.subject, [&mover.from, &mover.to]);
        let change = match (movers.size, mover.share()) {
            (Size::Relative, Some(share)) => self.locale.signed_percent(&share, 1),
            _ => style.delta_worded(&mover.change()),
        };
        let args = [
            ("name", self.value(&movers.dimension, &mover.name).into()),
            ("change", change.into()),
            ("from", style.worded(&mover.from).into()),
            ("to", style.worded(&mover.to).into()),
        ];
        self.locale.fill(if movers.of_ranks { "trend-mover-rank" } else { "trend-mover" }, &args)
    }

    fn concentration(&self, fact: &Concentration) -> String {
        let names = fact.shares.iter().take(3).map(|(name, _)| self.value(&fact.dimension, name));
        let names: Vec<String> = names.collect();
        let index = |index: &Ratio| Arg::from(self.locale.decimal(&(index * &Ratio::from_int(10_000)), 0));
        let mut args = vec![
            ("period", self.period(fact.period).into()),
            ("names", names.join(&self.locale.text("list-comma")).into()),
            ("top", self.locale.percent(&fact.top, 1).into()),
            ("index", index(&fact.index)),
            ("n", fact.n.to_string().into()),
        ];
        let Some((before, old, top)) = &fact.before else {
            return self.locale.fill("trend-concentration", &args);
        };
        args.push(("base-period", self.period(*before).into()));
        args.push(("old-index", index(old)));
        args.push(("old-top", self.locale.percent(top, 1).into()));
        self.locale.fill("trend-concentration-before", &args)
    }

    fn running(&self, running: &Running) -> String {
        let args = [
            ("period", self.period(running.period).into()),
            ("day", self.locale.date(running.days.to).into()),
            ("days", text(running.days.len())),
            ("of", text(running.period.span().len())),
            ("value", self.style(&running.subject, [&running.value]).worded(&running.value).into()),
        ];
        self.locale.fill("trend-running", &args)
    }

    fn gaps(&self, gaps: &Gaps) -> String {
        let args = [
            ("count", gaps.count.to_string().into()),
            ("of", gaps.of.to_string().into()),
            ("first", self.period(gaps.first).into()),
            ("last", self.period(gaps.last).into()),
        ];
        self.locale.fill(if gaps.count == 1 { "trend-gap" } else { "trend-gaps" }, &args)
    }

    fn other_weeks(&self, weeks: &OtherWeeks) -> String {
        let args = [("count", weeks.count.to_string().into()), ("span", self.locale.span(weeks.last).into())];
        self.locale.fill("trend-other-weeks", &args)
    }

    fn style<'v>(&self, subject: &Subject, values: impl IntoIterator<Item = &'v Ratio>) -> Style<'_> {
        let largest = values.into_iter().map(Ratio::abs).max().unwrap_or_default();
        let unit = self.workspace.catalogue.unit(&subject.metric).unwrap_or(Unit::Number);
        Style::new(self.locale, (unit, self.currency), &largest)
    }

    fn metric(&self, id: &MeasureId) -> String {
        self.workspace.catalogue.name(id).map_or_else(|| id.to_string(), |name| self.text(name))
    }

    fn product(&self, id: &ProductId) -> String {
        self.workspace.product(id).map_or_else(|| id.to_string(), |own| self.text(&own.name))
    }

    fn marketplace(&self, id: &MarketplaceId) -> String {
        self.workspace.marketplace(id).map_or_else(|| id.to_string(), |own| self.text(&own.name))
    }

    fn text(&self, text: &Text) -> String {
        Phrase::of(text, self.locale.lang()).text
    }
}

/// A change as a percentage; in points or as it is, where it has none.
fn change(style: &Style<'_>, variance: &Variance) -> String {
    match (variance.rel.value(), &variance.abs) {
        (None, Some(abs)) => style.delta_worded(abs),
        _ => style.relative(variance),
    }
}

fn text(number: i32) -> Arg {
    number.to_string().into()
}
