//! Method: how the figures are made.

use super::parts::{Head, below, disclosure, fact, list, prose_facts, row, section, table, told};
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::compose::tolerance::tolerance;
use crate::diagnostic;
use crate::metric::{Better, Formula, Measure, Metric, Unit};
use crate::quantity::MeasureId;
use crate::site::{Block, Cell, ColumnKind, Fact, Row, Section};

/// What is agreed of every figure, in the order of reading.
const RULES: [&str; 12] = [
    "variance", "impact", "cut", "year", "week", "aligned", "pace", "currency", "ratio", "rounding",
    "planned", "material",
];
/// The codes of the notation.
const CODES: [&str; 7] = ["ac", "part", "pl", "py", "fc", "variance", "colour"];
/// Terms in both languages.
const TERMS: [&str; 26] = [
    "actual",
    "plan",
    "previous",
    "variance",
    "impact",
    "scope",
    "sessions",
    "conversion",
    "asp",
    "acos",
    "tacos",
    "return-rate",
    "contribution",
    "turns",
    "gap",
    "cause",
    "action",
    "effect",
    "standard",
    "rollout",
    "carry",
    "catchball",
    "commitment",
    "cycle",
    "lead-time",
    "break-even",
];
/// What the program does not claim.
const LIMITS: [&str; 5] = ["notation", "cause", "reconciled", "forecast", "tax"];

/// The page of the method.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let catalogue = &desk.workspace.catalogue;
    let counts =
        [("metrics", catalogue.metrics().len().into()), ("measures", catalogue.measures().len().into())];
    let mut blocks = vec![
        section(desk, "method-notation", vec![prose_facts(facts(desk, "notation", &CODES))]),
        section(desk, "method-rules", vec![prose_facts(facts(desk, "rule", &RULES))]),
        told(desk, "method-chain", (desk.say("method-chain-lede"), chain(desk))),
        metrics(desk),
        measures(desk),
        section(desk, "method-limits", vec![prose_facts(facts(desk, "limit", &LIMITS))]),
    ];
    blocks.extend(super::has(desk, &Route::FindingList).then(|| findings(desk)));
    blocks.push(glossary(desk));
    Sheet {
        route: Route::Method,
        title: desk.say("method-title").into(),
        eyebrow: vec![desk.company()],
        headline: desk.fill("method-headline", &counts).into(),
        lede: Some(desk.say("method-lede").into()),
        blocks,
    }
}

/// Messages in pairs: `rule-cut` and `rule-cut.is`.
fn facts(desk: &Desk<'_>, stem: &str, names: &[&str]) -> Vec<Fact> {
    names
        .iter()
        .map(|name| {
            let key = format!("{stem}-{name}");
            fact(desk.say(&key), desk.say(&format!("{key}.is")))
        })
        .collect()
}

/// The rule by which a variance is split, and the trees it is split along.
fn chain(desk: &Desk<'_>) -> Vec<Block> {
    let mut lines = facts(desk, "chain", &["sum", "product", "ratio", "other"]);
    lines.extend(desk.workspace.trees.iter().map(|tree| {
        let name = desk.fill("chain-tree", &[("metric", desk.metric(&tree.tree.root).text.into())]);
        fact(name, tree.tree.expr.to_string())
    }));
    vec![prose_facts(lines)]
}

/// The metrics of this company with their formulas.
fn metrics(desk: &Desk<'_>) -> Block {
    let heads: [Head; 6] = [
        ("head-figure", ColumnKind::Text),
        ("head-formula", ColumnKind::Text),
        ("head-unit", ColumnKind::Text),
        ("head-better", ColumnKind::Text),
        ("head-tolerance", ColumnKind::Text),
        ("head-lag", ColumnKind::Number),
    ];
    let rows = desk.workspace.catalogue.metrics().iter().map(|metric| metric_row(desk, metric)).collect();
    told(
        desk,
        "method-metrics",
        (desk.say("method-metrics-lede"), vec![table(desk, "method-metrics", &heads, rows).into()]),
    )
}

fn metric_row(desk: &Desk<'_>, metric: &Metric) -> Row {
    let name = |id: &MeasureId| desk.metric(id).text;
    let formula = match &metric.formula {
        Formula::Ratio { num, den } => {
            below(Cell::new(format!("{} ÷ {}", name(num), name(den))), format!("{num} / {den}"))
        }
        Formula::Expr(expr) => Cell::new(expr.to_string()),
    };
    let lag = match desk.workspace.catalogue.lag_days(&metric.id) {
        0 => "–".to_owned(),
        days => days.to_string(),
    };
    row(vec![
        below(Cell::new(desk.phrase(&metric.name)), metric.id.as_str()),
        formula,
        Cell::new(unit(desk, metric.unit)),
        Cell::new(better(desk, metric.better)),
        Cell::new(tolerance(desk, &metric.id).unwrap_or_else(|| "–".to_owned())),
        Cell::new(lag),
    ])
}

/// The measures with the columns that carry them.
fn measures(desk: &Desk<'_>) -> Block {
    let heads: [Head; 4] = [
        ("head-measure", ColumnKind::Text),
        ("head-column", ColumnKind::Text),
        ("head-unit", ColumnKind::Text),
        ("head-better", ColumnKind::Text),
    ];
    let line = |measure: &Measure| {
        let sources = measure.source.iter().map(|source| format!("{}: {}", source.report, source.column));
        let source = list(desk, sources);
        row(vec![
            below(Cell::new(desk.phrase(&measure.name)), measure.id.as_str()),
            Cell::new(if source.is_empty() { measure.id.as_str().to_owned() } else { source }),
            Cell::new(unit(desk, measure.unit)),
            Cell::new(better(desk, measure.better)),
        ])
    };
    let all = desk.workspace.catalogue.measures();
    let table = table(desk, "method-measures", &heads, all.iter().map(line).collect());
    disclosure(desk.fill("method-measures-count", &[("count", all.len().into())]), vec![table.into()])
}

fn unit(desk: &Desk<'_>, unit: Unit) -> String {
    match unit {
        Unit::Money => desk.locale.money_unit(desk.currency(), 0),
        Unit::Percent => "%".to_owned(),
        Unit::Days => desk.say("unit-days"),
        Unit::Count => desk.say("unit-count"),
        Unit::Number => desk.say("unit-number"),
    }
}

fn better(desk: &Desk<'_>, better: Better) -> String {
    desk.say(match better {
        Better::Higher => "better-higher",
        Better::Lower => "better-lower",
        Better::None => "better-none",
    })
}

/// The way to the manual of findings.
fn findings(desk: &Desk<'_>) -> Block {
    let more = Some(desk.link(desk.say("findings-title"), &Route::FindingList));
    let lede = Some(desk.fill("findings-headline", &[("count", diagnostic::CODES.len().into())]).into());
    Section { heading: desk.say("method-findings").into(), lede, more, ..Section::default() }.into()
}

/// The terms in the page's language, with the other language's word for each.
fn glossary(desk: &Desk<'_>) -> Block {
    let heads: [Head; 3] = [
        ("head-term", ColumnKind::Text),
        ("head-other-language", ColumnKind::Text),
        ("head-meaning", ColumnKind::Text),
    ];
    let line = |term: &&str| {
        let key = format!("term-{term}");
        let part = |name: &str| Cell::new(desk.say(&format!("{key}.{name}")));
        row(vec![Cell::new(desk.say(&key)), part("other"), part("is")])
    };
    section(
        desk,
        "method-glossary",
        vec![table(desk, "method-glossary", &heads, TERMS.iter().map(line).collect()).into()],
    )
}
