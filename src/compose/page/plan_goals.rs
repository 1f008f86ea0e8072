//! The goals of a year and what each product shall bring, with how far they are.

use super::plan_need;
use crate::compose::agenda::anchor;
use crate::compose::desk::Desk;
use crate::compose::exhibit::{cut, impact_of};
use crate::compose::route::Route;
use crate::compose::written;
use crate::quantity::{MeasureId, Money, Ratio, Scope};
use crate::review::{Figure, Question, Reading};
use crate::site::{Cell, Column, ColumnKind, Phrase, Row, Table};
use crate::workspace::{Goal, Meaning, ProfitTarget};

const PROFIT: &str = "contribution_profit";

/// Every goal of a year: what shall be reached, from where, by whom, how far it is.
pub(crate) fn goals(desk: &Desk<'_>, year: i16) -> Table {
    let heads = [
        ("goals-figure", ColumnKind::Text),
        ("goals-target", ColumnKind::Number),
        ("goals-prior", ColumnKind::Number),
        ("head-owner", ColumnKind::Text),
        ("goals-actual", ColumnKind::Number),
        ("goals-attained", ColumnKind::Number),
    ];
    let goals = desk.workspace.goals.iter().filter(|goal| goal.year == year);
    Table {
        caption: desk.say("plan-goals").into(),
        caption_hidden: true,
        columns: desk.columns(&heads),
        rows: goals.map(|goal| row(desk, goal)).collect(),
        note: Some(desk.say("goals-note").as_str().into()),
    }
}

fn row(desk: &Desk<'_>, goal: &Goal) -> Row {
    let period = desk.fiscal().year(goal.year);
    let metric = &goal.metric.value;
    let figure = desk.check().figure(&Question { metric: metric.clone(), scope: Scope::company(), period });
    let parts = desk.fill("goals-parts", &[("count", goal.by.len().into())]);
    let head =
        Cell { sub: (!goal.by.is_empty()).then(|| parts.into()), ..Cell::new(figure_name(desk, metric)) };
    let growth = goal.growth.as_ref().map(|growth| {
        let key = if growth.value.meaning == Meaning::Increase { "goals-increase" } else { "goals-multiple" };
        desk.fill(key, &[("growth", desk.locale.percent(&growth.value.value, 0).into())])
    });
    let owner = goal.owner.as_ref().map(|owner| desk.person(&owner.value));
    let (reached, attained) = plan_need::cells(desk, goal)
        .unwrap_or_else(|| (actual(desk, metric, &figure), attained(desk, metric, &figure)));
    let cells = vec![
        head,
        Cell::new(aim(desk, goal)),
        Cell { sub: growth.map(Into::into), ..Cell::new(prior(desk, goal)) },
        Cell::new(owner.unwrap_or_default()),
        reached,
        attained,
    ];
    Row { cells, id: anchor(goal.id.as_str()), ..Row::default() }
}

/// A figure's name; goals may speak of figures that are not measured.
pub(super) fn figure_name(desk: &Desk<'_>, metric: &MeasureId) -> Phrase {
    let key = format!("goal-{metric}");
    match desk.workspace.catalogue.contains(metric) || !desk.locale.has(&key) {
        true => desk.metric(metric),
        false => desk.say(&key).into(),
    }
}

/// What was reached a year before: as typed, else as measured, else what was the goal.
fn prior(desk: &Desk<'_>, goal: &Goal) -> String {
    if let Some(prior) = &goal.prior {
        return written::figure(desk, &prior.value);
    }
    let metric = &goal.metric.value;
    let year = desk.fiscal().year(goal.year - 1).span();
    if let Reading::Known(value) = desk.check().read(metric, &Scope::company(), year) {
        return desk.style(metric, &value).worded(&value);
    }
    let before = |other: &&Goal| other.year + 1 == goal.year && other.metric.value == *metric;
    let before = desk.workspace.goals.iter().find(before);
    before.map_or_else(
        || "–".to_owned(),
        |goal| match goal.target() {
            Some(_) => desk.fill("goals-prior-goal", &[("goal", aim(desk, goal).into())]),
            None => aim(desk, goal),
        },
    )
}

pub(super) fn aim(desk: &Desk<'_>, goal: &Goal) -> String {
    match (goal.target(), goal.limit()) {
        (Some(target), _) => written::figure(desk, target),
        (None, Some(limit)) => desk.fill("goals-limit", &[("limit", written::figure(desk, limit).into())]),
        (None, None) => "–".to_owned(),
    }
}

pub(super) fn actual(desk: &Desk<'_>, metric: &MeasureId, figure: &Figure) -> Cell {
    let Some(value) = figure.actual.known() else {
        let begun = figure.question.period.span().from <= desk.today;
        return Cell::new(desk.say(if begun { "goals-not-measured" } else { "pace-word-not-begun" }));
    };
    let until = cut(desk, figure).map(Into::into);
    Cell { sub: until, ..Cell::new(desk.style(metric, value).worded(value)) }
}

/// Amounts as a share of what was planned so far, rates by their distance from it.
pub(super) fn attained(desk: &Desk<'_>, metric: &MeasureId, figure: &Figure) -> Cell {
    let Some((value, plan)) = figure.actual.known().zip(figure.plan.as_ref()) else {
        return Cell::new("–");
    };
    let style = desk.style(metric, &value.abs().max(plan.abs()));
    let amount = desk.plan().spine(metric, desk.year_of(figure.question.period)).is_some();
    let share = amount.then(|| value.checked_div(plan)).flatten();
    let words = share.map_or_else(|| style.relative(&figure.vs_plan), |share| desk.locale.percent(&share, 1));
    let against = desk.fill("goals-against", &[("plan", style.worded(plan).into())]);
    Cell { sub: Some(against.into()), impact: impact_of(&figure.vs_plan), ..Cell::new(words) }
}

/// Profit, turns and cash of each product with what is reached so far; nothing when nobody said.
pub(crate) fn products(desk: &Desk<'_>, year: i16) -> Option<Table> {
    let targets = &desk.workspace.profit_targets;
    if targets.is_empty() {
        return None;
    }
    let unit = desk.locale.money_unit(desk.currency(), 0);
    let heads = [
        ("head-product", ColumnKind::Text, ""),
        ("targets-profit", ColumnKind::Number, unit.as_str()),
        ("targets-margin", ColumnKind::Number, "%"),
        ("targets-so-far", ColumnKind::Number, unit.as_str()),
        ("goals-attained", ColumnKind::Number, ""),
        ("targets-turns", ColumnKind::Number, ""),
        ("targets-cash", ColumnKind::Number, unit.as_str()),
    ];
    let column = |(key, kind, unit): &(&str, ColumnKind, &str)| Column {
        unit: (*unit).into(),
        ..Column::new(desk.say(key), *kind)
    };
    let mut rows: Vec<Row> = targets.iter().map(|target| product(desk, year, target)).collect();
    rows.push(total(desk, year, targets));
    let shown = shown_columns(desk, year);
    rows.iter_mut().for_each(|row| row.cells.truncate(shown));
    Some(Table {
        caption: desk.say(products_heading(desk, year)).into(),
        caption_hidden: true,
        columns: heads.iter().take(shown).map(column).collect(),
        rows,
        note: is_of_targets(desk, year).then(|| desk.say("targets-note").as_str().into()),
    })
}

/// What the section of the products is called: what is said of turns and cash is said of one year.
pub(crate) fn products_heading(desk: &Desk<'_>, year: i16) -> &'static str {
    if is_of_targets(desk, year) { "plan-products" } else { "plan-products-profit" }
}

/// Whether what products shall bring is said of this year: that of the first profit goal of the file.
fn is_of_targets(desk: &Desk<'_>, year: i16) -> bool {
    let mut goals = desk.workspace.goals.iter();
    goals.find(|goal| goal.metric.value.as_str() == PROFIT).is_none_or(|goal| goal.year == year)
}

/// Nothing is said of turns and cash of other years, and nothing is reached of years to come.
fn shown_columns(desk: &Desk<'_>, year: i16) -> usize {
    match (is_of_targets(desk, year), desk.fiscal().year(year).span().from <= desk.today) {
        (true, _) => 7,
        (false, true) => 5,
        (false, false) => 3,
    }
}

fn product(desk: &Desk<'_>, year: i16, target: &ProfitTarget) -> Row {
    let id = &target.product.value;
    let head = Cell { to: Some(desk.target(&Route::Product(id.clone()))), ..Cell::new(desk.product(id)) };
    let [profit, cash] = [&target.profit, &target.cash].map(|money| money.as_ref().map(Money::amount));
    let profit = profit.filter(|_| is_of_targets(desk, year));
    let turns = target.turns.as_ref().map(|turns| written::number(desk, turns));
    let mut row = line(desk, (Scope::product(id), year), (head, profit, turns, cash));
    let planned = [plan_need::product_turns(desk, id), plan_need::product_cash(desk, id)];
    for (cell, planned) in row.cells.iter_mut().skip(5).zip(planned) {
        cell.sub = planned.map(Into::into);
    }
    row
}

/// Profit and cash add up over products; turns do not: there stands the company's own goal.
fn total(desk: &Desk<'_>, year: i16, targets: &[ProfitTarget]) -> Row {
    let sum = |of: &dyn Fn(&ProfitTarget) -> Option<&Money>| -> Option<Ratio> {
        let amounts: Option<Vec<Ratio>> =
            targets.iter().map(|target| of(target).map(Money::amount)).collect();
        amounts.map(|amounts| amounts.iter().sum())
    };
    let mut goals = desk.workspace.goals.iter();
    let goal = goals.find(|goal| goal.year == year && plan_need::is_of_turns(goal));
    let turns = goal.and_then(Goal::target).map(|target| written::figure(desk, target));
    let (profit, cash) = (sum(&|target| target.profit.as_ref()), sum(&|target| target.cash.as_ref()));
    let profit = profit.filter(|_| is_of_targets(desk, year));
    let head = Cell::new(desk.say("company-whole"));
    Row { total: true, ..line(desk, (Scope::company(), year), (head, profit, turns, cash)) }
}

type Targets = (Cell, Option<Ratio>, Option<String>, Option<Ratio>);

fn line(desk: &Desk<'_>, (scope, year): (Scope, i16), (head, profit, turns, cash): Targets) -> Row {
    let period = desk.fiscal().year(year);
    let metric = MeasureId::new(PROFIT);
    let planned = |id: &MeasureId| desk.plan().value(&desk.workspace.catalogue, id, (&scope, period.span()));
    let (sales, profit) = (planned(&MeasureId::new("sales")), profit.or_else(|| planned(&metric)));
    let figure = desk.check().figure(&Question { metric: metric.clone(), scope, period });
    let margin = profit.as_ref().zip(sales.as_ref()).and_then(|(profit, sales)| profit.checked_div(sales));
    let whole = |value: Option<&Ratio>| {
        Cell::new(value.map_or_else(|| "–".to_owned(), |value| desk.locale.decimal(value, 0)))
    };
    let hundred = margin.map(|margin| &margin * &Ratio::from_int(100));
    let margin = hundred.map_or_else(|| "–".to_owned(), |share| desk.locale.decimal(&share, 1));
    let until = cut(desk, &figure).map(Into::into);
    let cells = vec![
        head,
        whole(profit.as_ref()),
        Cell::new(margin),
        Cell { sub: until, ..whole(figure.actual.known()) },
        attained(desk, &metric, &figure),
        Cell::new(turns.unwrap_or_else(|| "–".to_owned())),
        whole(cash.as_ref()),
    ];
    Row { cells, ..Row::default() }
}
