//! Blocks of data: key figures, tables, charts.

use super::part::By;
use super::{Answers, bad, market};
use crate::compose::exhibit::{
    Line, bridge, columns, heat, key_figures, lines, matrix, ranked, variance_table,
};
use crate::diagnostic::{Diagnostic, nearest};
use crate::markup::{BlockKind, BlockRequest};
use crate::quantity::{Grain, MeasureId, Period, Scope};
use crate::review::{Base, Figure, Question};
use crate::site::{self, Block, Empty, Phrase, Section, Table};

const CHARTS: [&str; 11] = [
    "columns",
    "lines",
    "bars",
    "waterfall",
    "heat",
    "funnel",
    "pareto",
    "portfolio",
    "forecast",
    "rank",
    "share",
];

/// What is asked: figures of a part of the company in a period.
struct Asked<'r> {
    request: &'r BlockRequest,
    scope: Scope,
    period: Period,
    by: Option<By>,
}

impl Answers<'_> {
    pub(super) fn data_block(&self, request: &BlockRequest) -> Result<Block, Diagnostic> {
        for metric in &request.metrics {
            self.check_metric(metric, request.place_of("metric"))?;
        }
        if request.kind == BlockKind::Trend {
            return self.trend(request);
        }
        if let Some(kind) = request.chart.as_deref().filter(|kind| market::KINDS.contains(kind)) {
            return self.course(request, kind);
        }
        let place = request.place_of("scope");
        let known = |key: &&String| ["product", "marketplace"].contains(&key.as_str());
        if let Some(key) = request.scope.keys().find(|key| !known(key)) {
            return Err(bad(place, "block-scope-key", key).nearest(nearest(key, ["product", "marketplace"])));
        }
        let scope = self.scope(request.scope.values().map(String::as_str), place)?;
        let period = self.period(request.period);
        if let Some(made) = self.made(request) {
            return self.divided(request, made, (&scope, period));
        }
        if let Some(by) = self.dimension(request) {
            let figure = self.by_dimension(request, by, (&scope, period))?;
            return Ok(self.titled_or_nothing(figure, request));
        }
        let by = By::of(request)?;
        let asked = Asked { request, scope, period, by };
        match request.kind {
            BlockKind::Figure => self.key_figures(&asked),
            BlockKind::Table => self.table(&asked),
            BlockKind::Chart => self.chart(&asked),
            BlockKind::Trend => self.trend(request),
        }
    }

    fn key_figures(&self, asked: &Asked<'_>) -> Result<Block, Diagnostic> {
        let metrics = &asked.request.metrics;
        for metric in metrics {
            let figure = self.figures(metric, &asked.scope, &[asked.period]);
            self.check_grain(&figure, asked.request.place_of("metric"))?;
        }
        let figures = key_figures(&self.desk, metrics, (&asked.scope, asked.period));
        Ok(match &asked.request.title {
            Some(title) => {
                let heading = title.as_str().into();
                Section { heading, blocks: vec![figures.into()], ..Section::default() }.into()
            }
            None => figures.into(),
        })
    }

    fn figures(&self, metric: &MeasureId, scope: &Scope, periods: &[Period]) -> Vec<Figure> {
        let question =
            |period: &Period| Question { metric: metric.clone(), scope: scope.clone(), period: *period };
        periods.iter().map(|period| self.desk.check().figure(&question(period))).collect()
    }

    fn table(&self, asked: &Asked<'_>) -> Result<Block, Diagnostic> {
        let request = asked.request;
        let Some(first) = request.metrics.first() else { return Ok(self.nothing()) };
        let caption: Phrase = match &request.title {
            Some(title) => title.as_str().into(),
            None => self.desk.locale.period(asked.period).into(),
        };
        let mut parts = match asked.by {
            Some(by) => self.lines(by, (first, &asked.scope, asked.period), request)?,
            None => Vec::new(),
        };
        for metric in &request.metrics {
            let figures: Vec<Figure> = parts.iter().map(|line| self.read(metric, line)).collect();
            self.check_grain(&figures, request.place_of("by"))?;
        }
        parts.retain(|line| {
            request.metrics.iter().any(|metric| self.read(metric, line).actual.known().is_some())
        });
        let whole = self.whole(asked, first);
        let table = match (asked.by, request.metrics.as_slice()) {
            (None, metrics) => variance_table(&self.desk, caption, &self.one_each(metrics, &whole)),
            (Some(_), [_]) => summed(variance_table(&self.desk, caption, &with(parts, whole))),
            (Some(_), metrics) => summed(matrix(&self.desk, caption, (&with(parts, whole), metrics))),
        };
        Ok(table.into())
    }

    fn read(&self, metric: &MeasureId, line: &Line) -> Figure {
        self.desk.check().figure(&Question { metric: metric.clone(), ..line.question.clone() })
    }

    /// All parts together.
    fn whole(&self, asked: &Asked<'_>, metric: &MeasureId) -> Line {
        let scope = asked.scope.clone();
        let name = self.desk.scope(&scope);
        Line { name, to: None, question: Question { metric: metric.clone(), scope, period: asked.period } }
    }

    /// A line for each figure of one part of the company.
    fn one_each(&self, metrics: &[MeasureId], whole: &Line) -> Vec<Line> {
        let line = |metric: &MeasureId| Line {
            name: self.desk.metric(metric),
            to: None,
            question: Question { metric: metric.clone(), ..whole.question.clone() },
        };
        metrics.iter().map(line).collect()
    }

    fn chart(&self, asked: &Asked<'_>) -> Result<Block, Diagnostic> {
        let (request, of) = (asked.request, (&asked.scope, asked.period));
        let figure = match request.chart.as_deref() {
            Some("funnel") => self.funnel(request, of)?,
            Some("portfolio") => self.portfolio((request, asked.by), of)?,
            kind => self.of_one(asked, kind)?,
        };
        Ok(self.titled_or_nothing(figure, request))
    }

    /// A chart of one figure.
    fn of_one(&self, asked: &Asked<'_>, kind: Option<&str>) -> Result<Option<site::Figure>, Diagnostic> {
        let request = asked.request;
        let metric = match request.metrics.as_slice() {
            [] => return Ok(None),
            [metric] => metric,
            [_, second, ..] => {
                return Err(bad(request.place_of("metric"), "block-one-metric", second.as_str()).help("help"));
            }
        };
        let over_parts = matches!(asked.by, Some(By::Products | By::Marketplaces));
        Ok(match kind.unwrap_or(if over_parts { "bars" } else { "columns" }) {
            "columns" => columns(&self.desk, (metric, &asked.scope), &self.over_time(asked, metric)?),
            "lines" => lines(&self.desk, (metric, &asked.scope), &self.over_time(asked, metric)?),
            "bars" => self.bars(asked, metric),
            "waterfall" => self.waterfall(asked, metric)?,
            "heat" => heat(&self.desk, metric, asked.period),
            "pareto" => self.pareto((metric, asked.by), (&asked.scope, asked.period)),
            other => {
                let finding = bad(request.place_of("kind"), "block-kind", other);
                return Err(finding.nearest(nearest(other, CHARTS)));
            }
        })
    }

    pub(super) fn titled_or_nothing(&self, figure: Option<site::Figure>, request: &BlockRequest) -> Block {
        figure.map_or_else(|| self.nothing(), |figure| titled(figure, request.title.as_deref()).into())
    }

    /// The periods of a chart over time; months unless it says otherwise.
    fn over_time(&self, asked: &Asked<'_>, metric: &MeasureId) -> Result<Vec<Period>, Diagnostic> {
        let request = asked.request;
        let grain = match asked.by {
            Some(By::Time(grain)) => grain,
            Some(_) => return Err(bad(request.place_of("by"), "block-over-time", "").help("help")),
            None => Grain::Month,
        };
        let periods = self.periods(grain, asked.period, request)?;
        self.check_grain(&self.figures(metric, &asked.scope, &periods), request.place_of("by"))?;
        Ok(periods)
    }

    fn bars(&self, asked: &Asked<'_>, metric: &MeasureId) -> Option<site::Figure> {
        let by = asked.by.filter(|by| !matches!(by, By::Time(_))).unwrap_or(By::Products);
        let parts = self.scopes(by, &asked.scope);
        ranked(&self.desk, (metric, asked.period), (&asked.scope, &parts))
    }

    /// From plan to actual, else from last year to actual, by the drivers of a tree.
    fn waterfall(&self, asked: &Asked<'_>, metric: &MeasureId) -> Result<Option<site::Figure>, Diagnostic> {
        let trees = &self.desk.workspace.trees;
        let Some(tree) = trees.iter().map(|tree| &tree.tree).find(|tree| tree.root == *metric) else {
            let near = trees.first().map(|tree| tree.tree.root.as_str());
            return Err(bad(asked.request.place_of("metric"), "block-no-tree", metric.as_str()).nearest(near));
        };
        let whole = self.whole(asked, metric);
        let of = |base| bridge(&self.desk, tree, (&whole.question, base));
        Ok(of(Base::Plan).or_else(|| of(Base::Previous)))
    }

    pub(super) fn nothing(&self) -> Block {
        Empty { words: self.desk.say("text-nothing").as_str().into(), ..Empty::default() }.into()
    }
}

fn with(mut parts: Vec<Line>, whole: Line) -> Vec<Line> {
    parts.push(whole);
    parts
}

/// The table whose last row holds all the others.
fn summed(mut table: Table) -> Table {
    if let Some(last) = table.rows.last_mut() {
        last.total = true;
    }
    table
}

/// A chart under the title that its author gave it.
fn titled(mut figure: site::Figure, title: Option<&str>) -> site::Figure {
    if let Some(title) = title {
        figure.chart.title.who = title.to_owned();
    }
    figure
}
