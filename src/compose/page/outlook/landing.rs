//! Where the year will land: the company and its products, with the interval and the plan.

use super::of;
use crate::chart::Impact;
use crate::compose::desk::Desk;
use crate::compose::exhibit::with_unit;
use crate::compose::page::parts::{below, linked, row};
use crate::compose::route::Route;
use crate::compose::style::Style;
use crate::metric::Better;
use crate::quantity::{MeasureId, Ratio, Scope};
use crate::site::{Cell, ColumnKind, Phrase, Rich, Row, Table};
use crate::trend::{Ahead, Landing, Subject};

/// Where the plan lies beside what is expected.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Within what is expected four times in five.
    Within,
    /// Above it.
    Above,
    /// Below it.
    Below,
}

impl Verdict {
    pub(super) fn of(ahead: &Ahead) -> Option<Self> {
        let plan = ahead.plan.as_ref()?;
        Some(match (*plan > ahead.high80, *plan < ahead.low80) {
            (true, _) => Verdict::Above,
            (_, true) => Verdict::Below,
            _ => Verdict::Within,
        })
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Verdict::Within => "within",
            Verdict::Above => "above",
            Verdict::Below => "below",
        }
    }

    /// What it means: a plan above what is expected will be missed where more is better.
    pub(super) fn impact(self, better: Better) -> Impact {
        match (self, better) {
            (Verdict::Within, _) | (_, Better::None) => Impact::Neutral,
            (Verdict::Above, Better::Higher) | (Verdict::Below, Better::Lower) => Impact::Bad,
            (Verdict::Above, Better::Lower) | (Verdict::Below, Better::Higher) => Impact::Good,
        }
    }
}

/// What the year will come to, how surely, and where the plan lies.
pub(in crate::compose::page) fn sentence(desk: &Desk<'_>, landing: &Landing) -> Phrase {
    let year = &landing.year;
    let style = desk.style(&landing.subject.metric, &year.point);
    let verdict = Verdict::of(year);
    let args = [
        ("part", desk.scope(&landing.subject.scope).text.into()),
        ("year", desk.locale.period(year.period).into()),
        ("metric", desk.metric(&landing.subject.metric).text.into()),
        ("point", style.worded(&year.point).into()),
        ("low", style.value(&year.low80).into()),
        ("high", style.value(&year.high80).into()),
        ("plan", year.plan.as_ref().map_or_else(String::new, |plan| style.value(plan)).into()),
        ("verdict", verdict.map_or("none", Verdict::word).into()),
    ];
    desk.fill("outlook-headline", &args).into()
}

/// How much of it is there already, and how much is still missing to the plan.
pub(super) fn lede(desk: &Desk<'_>, landing: &Landing) -> Option<Rich> {
    let year = &landing.year;
    let so_far = year.so_far.as_ref()?;
    let style = desk.style(&landing.subject.metric, &year.point);
    let rest = &year.point - so_far;
    let mut args = vec![
        ("day", landing.origin.to_string().into()),
        ("so-far", style.worded(so_far).into()),
        ("rest", style.worded(&rest).into()),
    ];
    let Some(plan) = &year.plan else {
        return Some(desk.fill("outlook-lede", &args).as_str().into());
    };
    args.push(("needed", style.worded(&(plan - so_far)).into()));
    let more = faster(year).map(|more| desk.locale.percent(&more, 0));
    args.push(("more", more.unwrap_or_else(|| "none".to_owned()).into()));
    let key = if plan > so_far { "outlook-lede-plan" } else { "outlook-lede-reached" };
    Some(desk.fill(key, &args).as_str().into())
}

/// By what share the rest of the year must exceed what is expected of it to reach the plan; nothing where it need not,
/// or where nothing more is expected.
pub(super) fn faster(year: &Ahead) -> Option<Ratio> {
    let rest = &year.point - year.so_far.as_ref()?;
    let short = year.plan.as_ref()? - &year.point;
    if short.is_positive() && rest.is_positive() { short.checked_div(&rest) } else { None }
}

/// Where the parts of the company will land: the company itself, its products, and its marketplaces.
pub(super) fn landings<'a>(desk: &Desk<'a>, lead: &MeasureId) -> Vec<&'a Landing> {
    let products = desk.products().iter().map(Scope::product).collect::<Vec<_>>();
    let places = desk.marketplaces().iter().map(Scope::marketplace).collect::<Vec<_>>();
    let scopes = std::iter::once(Scope::company()).chain(products).chain(places);
    scopes.filter_map(|scope| of(desk, &Subject::of(lead, &scope))).collect()
}

/// What the table is of, with its unit, and how to read it.
pub(super) fn told_of(desk: &Desk<'_>, lead: &MeasureId) -> String {
    let unit = landings(desk, lead).first().map(|first| desk.style(lead, &first.year.point).unit());
    let figure = with_unit(desk, &desk.metric(lead).text, &unit.unwrap_or_default());
    desk.fill("outlook-landing-lede", &[("figure", figure.into())])
}

/// The company, its products, and its marketplaces; without a plan only what is expected of them.
pub(super) fn table(desk: &Desk<'_>, lead: &MeasureId) -> Option<Table> {
    let landings = landings(desk, lead);
    let style = desk.style(lead, &landings.first()?.year.point);
    let planned = landings.iter().any(|landing| landing.year.plan.is_some());
    let heads = [
        ("outlook-part", ColumnKind::Text),
        ("outlook-so-far", ColumnKind::Number),
        ("outlook-expected", ColumnKind::Number),
        ("head-plan", ColumnKind::Number),
        ("outlook-gap", ColumnKind::Number),
        ("outlook-verdict", ColumnKind::Name),
    ];
    let heads = if planned { &heads[..] } else { &heads[..3] };
    Some(Table {
        caption: desk.say("outlook-landing").into(),
        caption_hidden: true,
        columns: desk.columns(heads),
        rows: landings.iter().map(|landing| line(desk, &style, (landing, planned))).collect(),
        note: Some(desk.say("outlook-landing-note").as_str().into()),
    })
}

fn line(desk: &Desk<'_>, style: &Style<'_>, (landing, planned): (&Landing, bool)) -> Row {
    let (scope, year) = (&landing.subject.scope, &landing.year);
    let value = |value: Option<&Ratio>| value.map_or_else(|| "–".to_owned(), |value| style.value(value));
    let range = format!("{}–{}", style.value(&year.low80), style.value(&year.high80));
    let mut cells = vec![
        part(desk, scope),
        Cell::new(value(year.so_far.as_ref())),
        below(Cell::new(style.value(&year.point)), range),
    ];
    if !planned {
        return row(cells);
    }
    let better = desk.workspace.catalogue.better(&landing.subject.metric).unwrap_or_default();
    let verdict = Verdict::of(year);
    let gap = year.plan.as_ref().map(|plan| &year.point - plan);
    cells.extend([
        Cell {
            to: year.plan.as_ref().map(|_| desk.target(&plan_route(scope))),
            ..Cell::new(value(year.plan.as_ref()))
        },
        Cell::new(gap.map_or_else(|| "–".to_owned(), |gap| style.delta(&gap))),
        Cell {
            impact: verdict.map_or(Impact::Neutral, |verdict| verdict.impact(better)),
            ..Cell::new(verdict.map_or_else(
                || desk.say("outlook-unplanned"),
                |verdict| desk.say(&format!("outlook-plan-{}", verdict.word())),
            ))
        },
    ]);
    row(cells)
}

/// A part of the company, which leads to its page.
pub(super) fn part(desk: &Desk<'_>, scope: &Scope) -> Cell {
    match scope == &Scope::company() {
        true => Cell::new(desk.scope(scope)),
        false => linked(desk.scope(scope), desk.target(&desk.scope_route(scope))),
    }
}

/// The plan of a part of the company.
fn plan_route(scope: &Scope) -> Route {
    match (&scope.product, &scope.marketplace) {
        (Some(product), _) => Route::PlanProduct(product.clone()),
        (None, Some(place)) => Route::PlanMarketplace(place.clone()),
        (None, None) => Route::Plan,
    }
}
