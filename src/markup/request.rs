//! What a text asks of the data.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes, nearest};
use crate::quantity::{MeasureId, Period};

use super::Source;

/// `{{metric:view words}}`: a figure in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRequest {
    /// The metric.
    pub metric: MeasureId,
    /// Which of its figures.
    pub view: View,
    /// The period, if one is named.
    pub period: Option<Period>,
    /// The other words, in order: names of products and marketplaces.
    pub names: Vec<String>,
    /// Where it is asked.
    pub place: Place,
}

/// Which figure of a metric is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// What was measured: `{{sales}}`.
    #[default]
    Actual,
    /// What was planned: `:plan`.
    Plan,
    /// The previous year: `:previous-year`.
    PreviousYear,
    /// Actual less plan: `:variance`.
    Variance,
    /// Actual as a share of plan: `:attainment`.
    Attainment,
}

impl View {
    const ALL: [(&'static str, View); 5] = [
        ("actual", View::Actual),
        ("plan", View::Plan),
        ("previous-year", View::PreviousYear),
        ("variance", View::Variance),
        ("attainment", View::Attainment),
    ];
}

/// What a fenced block becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Key figures.
    Figure,
    /// A table.
    Table,
    /// A chart.
    Chart,
    /// What can be said of figures over time.
    Trend,
}

impl BlockKind {
    /// The kind of a fence's word; nothing for other code.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "figure" => Some(BlockKind::Figure),
            "table" => Some(BlockKind::Table),
            "chart" => Some(BlockKind::Chart),
            "trend" => Some(BlockKind::Trend),
            _ => None,
        }
    }
}

/// A fenced block of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockRequest {
    /// What it becomes.
    pub kind: BlockKind,
    /// The metrics, at least one, in order.
    pub metrics: Vec<MeasureId>,
    /// The period.
    pub period: Option<Period>,
    /// By what it is split: `month`, `product`, …, in order.
    pub by: Vec<String>,
    /// The part of the company: `product`, `marketplace` with their names.
    pub scope: BTreeMap<String, String>,
    /// The kind of chart: `columns`, `lines`, `bars`, …
    pub chart: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Where the block begins.
    pub place: Place,
    places: BTreeMap<&'static str, Place>,
}

impl BlockRequest {
    /// The place of a line of the block by its key, else of the block: `metric`, `period`, `by`, `scope`, `kind`.
    pub fn place_of(&self, key: &str) -> &Place {
        self.places.get(key).unwrap_or(&self.place)
    }
}

const KEYS: [&str; 7] = ["metric", "metrics", "period", "by", "scope", "kind", "title"];

/// Reads the words between the braces of a figure.
pub(super) fn figure(words: &str, place: Place) -> Result<FigureRequest, Diagnostic> {
    let mut words = words.split_whitespace();
    let first = words.next().unwrap_or_default();
    let (metric, view) = first.split_once(':').unwrap_or((first, "actual"));
    if metric.is_empty() {
        return Err(bad(&place, "block-no-metric", ""));
    }
    let Some((_, view)) = View::ALL.iter().find(|(word, _)| *word == view) else {
        let near = nearest(view, View::ALL.iter().map(|(word, _)| *word));
        return Err(bad(&place, "block-view", view).nearest(near));
    };
    let mut request =
        FigureRequest { metric: MeasureId::new(metric), view: *view, period: None, names: Vec::new(), place };
    for word in words {
        match Period::parse(word) {
            Some(period) if request.period.is_none() => request.period = Some(period),
            _ => request.names.push(word.to_owned()),
        }
    }
    Ok(request)
}

/// Reads the lines of a block; nothing when one of them cannot be read.
pub(super) fn block(
    source: &Source<'_>,
    kind: BlockKind,
    (at, body): (&Range<usize>, &Range<usize>),
    findings: &mut Diagnostics,
) -> Option<BlockRequest> {
    let mut lines = Lines { source, values: BTreeMap::new(), fine: true };
    let mut start = body.start;
    for line in source.text.get(body.clone()).unwrap_or_default().split_inclusive('\n') {
        lines.read(line, start, findings);
        start += line.len();
    }
    let request = lines.request(kind, source.place(at), findings)?;
    lines.fine.then_some(request)
}

struct Lines<'a> {
    source: &'a Source<'a>,
    values: BTreeMap<&'static str, (String, Place)>,
    fine: bool,
}

impl Lines<'_> {
    fn read(&mut self, line: &str, start: usize, findings: &mut Diagnostics) {
        let text = line.trim();
        if text.is_empty() || text.starts_with('#') {
            return;
        }
        let indent = line.len() - line.trim_start().len();
        let place = self.source.place(&(start + indent..start + indent + text.len()));
        match text.split_once(':') {
            Some((key, value)) => self.pair((key.trim(), value.trim()), place, findings),
            None => self.refuse(findings, bad(&place, "block-line", text).help("help")),
        }
    }

    fn pair(&mut self, (key, value): (&str, &str), place: Place, findings: &mut Diagnostics) {
        let Some(known) = KEYS.iter().find(|known| **known == key) else {
            let finding = bad(&place, "block-key", key).nearest(nearest(key, KEYS));
            return self.refuse(findings, finding);
        };
        let name = if *known == "metrics" { "metric" } else { known };
        self.values.insert(name, (unquoted(value).to_owned(), place));
    }

    fn refuse(&mut self, findings: &mut Diagnostics, finding: Diagnostic) {
        self.fine = false;
        findings.push(finding);
    }

    fn text(&self, key: &str) -> Option<&str> {
        self.values.get(key).map(|(value, _)| value.as_str())
    }

    fn request(&mut self, kind: BlockKind, place: Place, findings: &mut Diagnostics) -> Option<BlockRequest> {
        let metrics: Vec<MeasureId> = list(self.text("metric").unwrap_or_default(), findings, &place)?;
        let period = self.period(findings);
        let scope = self.scope(findings);
        let places = self.values.iter().map(|(key, (_, place))| (*key, place.clone())).collect();
        Some(BlockRequest {
            kind,
            metrics,
            period,
            by: items(self.text("by").unwrap_or_default()).into_iter().map(str::to_owned).collect(),
            scope,
            chart: self.text("kind").map(str::to_owned),
            title: self.text("title").map(str::to_owned),
            place,
            places,
        })
    }

    fn period(&mut self, findings: &mut Diagnostics) -> Option<Period> {
        let (value, place) = self.values.get("period")?.clone();
        let period = Period::parse(&value);
        if period.is_none() {
            self.refuse(findings, bad(&place, "block-period", &value).help("help"));
        }
        period
    }

    /// `{product: x, marketplace: US}`.
    fn scope(&mut self, findings: &mut Diagnostics) -> BTreeMap<String, String> {
        let Some((value, place)) = self.values.get("scope").cloned() else { return BTreeMap::new() };
        let inner = value.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        let pairs: Option<BTreeMap<String, String>> =
            inner.and_then(|inner| inner.split(',').map(pair).collect());
        pairs.unwrap_or_else(|| {
            self.refuse(findings, bad(&place, "block-scope", &value).help("help"));
            BTreeMap::new()
        })
    }
}

fn pair(text: &str) -> Option<(String, String)> {
    let (key, value) = text.split_once(':')?;
    Some((key.trim().to_owned(), unquoted(value.trim()).to_owned()))
}

fn list(value: &str, findings: &mut Diagnostics, place: &Place) -> Option<Vec<MeasureId>> {
    let metrics: Vec<MeasureId> = items(value).into_iter().map(MeasureId::new).collect();
    if metrics.is_empty() {
        findings.push(bad(place, "block-no-metric", "").help("help"));
        return None;
    }
    Some(metrics)
}

/// `a` or `[a, b]`.
fn items(value: &str) -> Vec<&str> {
    let inner = value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(value);
    inner.split(',').map(|item| unquoted(item.trim())).filter(|item| !item.is_empty()).collect()
}

fn unquoted(value: &str) -> &str {
    let within = |mark: char| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    within('"').or_else(|| within('\'')).unwrap_or(value)
}

fn bad(place: &Place, words: &'static str, name: &str) -> Diagnostic {
    Diagnostic::new(codes::BAD_BLOCK, place).term("words", words).with("name", name)
}
