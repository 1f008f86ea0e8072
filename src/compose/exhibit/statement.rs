//! What is left of a figure: a sum opened into its terms, from the first to what remains.

use super::columns::{chart_id, with_unit};
use crate::chart::{Chart, DataTable, Impact, Mark, Plot, Scenario, Step, StepKind, Title, Waterfall};
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::metric::{DriverTree, Expr, Sign};
use crate::quantity::{MeasureId, Period, Ratio, Scope};
use crate::review::{Figure, Question};
use crate::site;

/// One term of the sum, as it enters it.
struct Line {
    id: MeasureId,
    actual: Ratio,
    previous: Option<Ratio>,
}

/// The terms of a tree that is a sum, over the days its root is known for; nothing when a term is not known.
pub(crate) fn statement(
    desk: &Desk<'_>,
    tree: &DriverTree,
    (scope, period): (&Scope, Period),
) -> Option<site::Figure> {
    let question = |id: &MeasureId| Question { metric: id.clone(), scope: scope.clone(), period };
    let root = desk.check().figure(&question(&tree.root));
    let total = root.actual.known()?.clone();
    let read = |(sign, id): (Sign, MeasureId)| line(sign, &desk.check().over(&question(&id), root.days));
    let lines: Option<Vec<Line>> = terms(&tree.expr)?.into_iter().map(read).collect();
    let mut lines = lines?;
    lines.retain(|line| !line.actual.is_zero() || line.previous.as_ref().is_some_and(|v| !v.is_zero()));
    let first = lines.first()?.actual.clone();
    let style = desk.style(&tree.root, &first.abs().max(total.abs()));
    let chart = Chart {
        id: chart_id("statement", &tree.root, scope),
        title: Title {
            who: desk.scope(scope).text,
            what: with_unit(desk, &desk.metric(&tree.root).text, &style.unit()),
            when: root
                .days
                .filter(|_| root.is_cut())
                .map_or_else(|| desk.locale.period(period), |days| desk.locale.span(days)),
        },
        message: message(desk, &style, (&tree.root, &total, &lines)),
        alt: alt(desk, &style, &lines),
        plot: Plot::Waterfall(Waterfall { steps: steps(desk, &style, (&tree.root, &total, &lines)) }),
        table: table(desk, &style, (&root, &lines)),
    };
    let how = desk.fill("statement-how", &[("expr", sum(desk, &tree.expr)?.into())]);
    Some(site::Figure { chart, how: Some(how.as_str().into()), more: None })
}

/// The names a sum is made of, with their signs; nothing for any other expression.
fn terms(expr: &Expr) -> Option<Vec<(Sign, MeasureId)>> {
    let Expr::Sum(terms) = expr else { return None };
    let named = |(sign, term): &(Sign, Expr)| match term {
        Expr::Name(name) => Some((*sign, MeasureId::new(name))),
        _ => None,
    };
    terms.iter().map(named).collect()
}

/// The sum in the names that readers know: "銷售額 − 廣告費".
fn sum(desk: &Desk<'_>, expr: &Expr) -> Option<String> {
    let mut words = String::new();
    for (sign, id) in terms(expr)? {
        match (words.is_empty(), sign) {
            (true, Sign::Plus) => {}
            (true, Sign::Minus) => words.push('−'),
            (false, Sign::Plus) => words.push_str(" + "),
            (false, Sign::Minus) => words.push_str(" − "),
        }
        words.push_str(&desk.metric(&id).text);
    }
    Some(words)
}

fn line(sign: Sign, figure: &Figure) -> Option<Line> {
    Some(Line {
        id: figure.question.metric.clone(),
        actual: sign.apply(figure.actual.known()?),
        previous: figure.previous.known().map(|value| sign.apply(value)),
    })
}

/// The first term, what the others add or take, what is left: rounded so that what is shown sums.
fn steps(
    desk: &Desk<'_>,
    style: &Style<'_>,
    (root, total, lines): (&MeasureId, &Ratio, &[Line]),
) -> Vec<Step> {
    let parts: Vec<Ratio> = lines.iter().map(|line| line.actual.clone()).collect();
    let shown = style.sum_of(total, &parts);
    let step = |(index, (line, shown)): (usize, (&Line, &Ratio))| Step {
        label: desk.metric(&line.id).text,
        mark: match index {
            0 => Mark::new(style.mark(&line.actual), style.value(shown)),
            _ => Mark::new(style.mark(&line.actual), style.delta(shown)),
        },
        // What it costs to sell is neither better nor worse than anything: no colour.
        kind: match index {
            0 => StepKind::Total(Scenario::Actual),
            _ => StepKind::Change(Impact::Neutral),
        },
    };
    let mut steps: Vec<Step> = lines.iter().zip(&shown).enumerate().map(step).collect();
    steps.push(Step {
        label: desk.metric(root).text,
        mark: Mark::new(style.mark(total), style.value(total)),
        kind: StepKind::Total(Scenario::Actual),
    });
    steps
}

/// What is left, as a share of the first term, and what takes most.
fn message(
    desk: &Desk<'_>,
    style: &Style<'_>,
    (root, total, lines): (&MeasureId, &Ratio, &[Line]),
) -> String {
    let Some((first, rest)) = lines.split_first() else { return String::new() };
    let Some(share) = total.checked_div(&first.actual) else { return String::new() };
    let mut costs: Vec<&Line> = rest.iter().filter(|line| line.actual.is_negative()).collect();
    costs.sort_by(|a, b| a.actual.cmp(&b.actual));
    let words = |line: &&Line| format!("{} {}", desk.metric(&line.id).text, style.value(&line.actual.abs()));
    let costs: Vec<String> = costs.iter().take(3).map(words).collect();
    let args = [
        ("root", desk.metric(root).text.into()),
        ("total", style.worded(total).into()),
        ("first", desk.metric(&first.id).text.into()),
        ("share", desk.locale.percent(&share, 1).into()),
        ("costs", costs.join(&desk.say("list-comma")).into()),
    ];
    desk.fill(if costs.is_empty() { "statement-message-plain" } else { "statement-message" }, &args)
}

fn alt(desk: &Desk<'_>, style: &Style<'_>, lines: &[Line]) -> String {
    let words = |line: &Line| format!("{} {}", desk.metric(&line.id).text, style.delta(&line.actual));
    lines.iter().map(words).collect::<Vec<_>>().join(&desk.say("list-comma"))
}

fn table(desk: &Desk<'_>, style: &Style<'_>, (root, lines): (&Figure, &[Line])) -> DataTable {
    let first = lines.first().map(|line| line.actual.clone());
    let share = |value: &Ratio| {
        let share = first.as_ref().and_then(|first| value.checked_div(first));
        share.map_or_else(|| "–".to_owned(), |share| desk.locale.percent(&share, 1))
    };
    let row = |id: &MeasureId, actual: &Ratio, previous: Option<&Ratio>| {
        vec![
            desk.metric(id).text,
            style.value(actual),
            share(actual),
            previous.map_or_else(|| "–".to_owned(), |value| style.value(value)),
        ]
    };
    let mut rows: Vec<Vec<String>> =
        lines.iter().map(|line| row(&line.id, &line.actual, line.previous.as_ref())).collect();
    rows.extend(root.actual.known().map(|total| row(&root.question.metric, total, root.previous.known())));
    DataTable {
        columns: ["statement-line", "head-actual", "statement-share", "head-previous"]
            .map(|key| desk.say(key))
            .into(),
        rows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_sum_of_names_has_terms() {
        let of = |text: &str| {
            let terms = terms(&Expr::parse(text).unwrap())?;
            Some(terms.iter().map(|(sign, id)| format!("{sign:?} {id}")).collect::<Vec<_>>().join(", "))
        };
        assert_eq!(of("sales - fba - ads").as_deref(), Some("Plus sales, Minus fba, Minus ads"));
        for text in ["sales * cvr", "sales - 3", "sales - (a * b)", "sales"] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
