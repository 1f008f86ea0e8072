//! The rules of a format with the places of its columns in one file.

use super::Job;
use super::added::Added;
use super::condition::Test;
use super::days::Way;
use crate::facts::{Over, Scale};
use crate::ingest::decoded::{Decoded, Feed};
use crate::ingest::setting::Carried;
use crate::quantity::{Grain, MeasureId, Span};
use crate::workspace::{Counting, FigureRule, Format, Owner, Shape};

/// What reports are set against each other by.
const COMPARED: [&str; 2] = ["units", "sales"];

/// The rules of a format with the places of its columns in one file.
#[derive(Debug)]
pub(super) struct Plan {
    /// For each column of the format, its place in the file.
    places: Vec<Option<usize>>,
    /// Cells that are added to each row.
    pub(super) added: Vec<Added>,
    pub(super) way: Way,
    /// The days that the table says it is of.
    pub(super) period: Option<Span>,
    pub(super) marketplace: Vec<usize>,
    pub(super) currency: Vec<usize>,
    pub(super) sku: Vec<usize>,
    pub(super) asin: Vec<usize>,
    pub(super) product: Vec<usize>,
    pub(super) tags: Vec<(String, Vec<usize>)>,
    /// Which of them the measures keep.
    pub(super) tag_sets: Vec<Vec<usize>>,
    /// Which rows matter: the column of the rank, the largest that does, and columns of ASINs.
    pub(super) keep: Option<(usize, i64, Vec<usize>)>,
    pub(super) identity: Vec<usize>,
    /// Ids that tell rows apart: a spreadsheet may have destroyed them.
    pub(super) ids: Vec<usize>,
    pub(super) filled: Option<usize>,
    pub(super) leave_out: Vec<(String, Vec<Test>)>,
    pub(super) figures: Vec<FigurePlan>,
    /// What other reports do not count.
    pub(super) asides: Vec<AsidePlan>,
    /// Columns that nothing reads and the format does not know.
    pub(super) unknown: Vec<usize>,
}

/// A figure with the measure it feeds.
#[derive(Debug)]
pub(super) struct FigurePlan {
    pub(super) feed: u16,
    pub(super) value: ValueOf,
    /// The cell by which it is multiplied.
    pub(super) times: Option<usize>,
    pub(super) minus: bool,
    pub(super) when: Vec<Test>,
    /// Rows with the same cells here count once.
    pub(super) once: Vec<usize>,
    pub(super) owner: Owner,
    pub(super) over: Over,
    pub(super) scale: Scale,
    pub(super) grain: Grain,
    /// The place of the set of further dimensions that it keeps.
    pub(super) tag_set: usize,
}

impl FigurePlan {
    /// A figure of every row, as it is written.
    fn plain(
        (feed, value): (u16, ValueOf),
        (scale, grain): (Scale, Grain),
        (over, tag_set): (Over, usize),
    ) -> Self {
        let (when, once, owner) = (Vec::new(), Vec::new(), Owner::Row);
        FigurePlan { feed, value, times: None, minus: false, when, once, owner, over, scale, grain, tag_set }
    }
}

/// What other reports do not count, with the reason.
#[derive(Debug)]
pub(super) struct AsidePlan {
    pub(super) reason: String,
    pub(super) against: Vec<String>,
    pub(super) measure: MeasureId,
    pub(super) cells: Vec<usize>,
    pub(super) scale: Scale,
    pub(super) when: Vec<Test>,
}

/// What a figure takes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ValueOf {
    /// The sum of cells; a row in which all are empty has none.
    Cells(Vec<usize>),
    /// One.
    Row,
    /// Nothing: it is the total of the summary row.
    Summary,
}

impl Plan {
    pub(super) fn new(job: &Job<'_>, decoded: &mut Decoded) -> Self {
        let format = &*job.recognised.format;
        let (places, added) = places(job);
        let at = |key: &str| position(format, &places, key);
        let all = |keys: &[String]| keys.iter().filter_map(|key| at(key)).collect::<Vec<usize>>();
        let tests = |rule: &[crate::workspace::Condition]| {
            rule.iter().map(|condition| Test::new(format, condition, at(&condition.column))).collect()
        };
        let keys = &format.keys;
        let mut plan = Plan {
            way: Way::of(format, at, job.frame.period),
            period: job.frame.period,
            marketplace: all(&keys.marketplace),
            currency: all(&keys.currency),
            sku: all(&keys.sku),
            asin: all(&keys.asin),
            product: all(&keys.product),
            tags: keys.tags.iter().map(|(name, columns)| (name.clone(), all(columns))).collect(),
            tag_sets: Vec::new(),
            keep: format
                .rows
                .keep
                .as_ref()
                .and_then(|keep| Some((at(&keep.rank)?, keep.top.into(), all(&keep.own_asin)))),
            identity: all(&format.rows.identity),
            ids: ids(format).filter_map(at).collect(),
            filled: format.rows.filled.as_deref().and_then(at),
            leave_out: format
                .rows
                .leave_out
                .iter()
                .map(|rule| (rule.reason.clone(), tests(&rule.when)))
                .collect(),
            figures: Vec::new(),
            asides: Vec::new(),
            unknown: unknown(job),
            places,
            added,
        };
        plan.add_figures(job, decoded);
        plan.add_open_columns(job, decoded);
        plan.asides = format.figures.iter().filter_map(|rule| plan.aside(format, rule)).collect();
        plan
    }

    /// The place of a column in the file.
    pub(super) fn at(&self, format: &Format, key: &str) -> Option<usize> {
        position(format, &self.places, key)
    }

    fn add_figures(&mut self, job: &Job<'_>, decoded: &mut Decoded) {
        let format = &job.recognised.format;
        for rule in format.figures.iter().filter(|rule| rule.aside.is_none()) {
            let usual = rule.measure.as_deref().unwrap_or(&rule.id);
            let carried = job.setting.carried(format, &rule.id, Some(usual));
            let told = carried.iter().any(|carried| carried.measure.as_str() == usual);
            for carried in carried {
                self.add_figure(job, decoded, (rule, carried, false));
            }
            // Whatever a company takes its sales from, reports that count them are set against each other.
            if !told && COMPARED.contains(&usual) {
                self.add_figure(job, decoded, (rule, Carried::compared(usual, scale_of(format, rule)), true));
            }
        }
        // A column that is no figure of its own may still be asked for by name.
        let figure = |key: &str| format.figures.iter().any(|rule| rule.id.eq_ignore_ascii_case(key));
        for column in format.columns.iter().filter(|column| !figure(&column.key)) {
            for carried in job.setting.carried(format, &column.key, None) {
                self.add_figure(job, decoded, (&plain_rule(&column.key), carried, false));
            }
        }
    }

    fn add_figure(
        &mut self,
        job: &Job<'_>,
        decoded: &mut Decoded,
        (rule, carried, compared_only): (&FigureRule, Carried, bool),
    ) {
        let format = &*job.recognised.format;
        let Some(value) = self.value_of(format, rule) else { return };
        if scale_of(format, rule) != Some(carried.scale) {
            return;
        }
        let tag_set = self.tag_set(&carried.dimensions);
        let Carried { measure, scale, grain, .. } = carried;
        // What either says not to add up is not added up.
        let over = rule.over.max(carried.over);
        let feed = decoded.feed(Feed { measure, scale, over, window: rule.window, compared_only });
        let test = |condition: &crate::workspace::Condition| {
            Test::new(format, condition, self.at(format, &condition.column))
        };
        let when = rule.when.iter().map(test).collect();
        let times = rule.times.as_deref().and_then(|key| self.at(format, key));
        let once = rule.once.iter().filter_map(|key| self.at(format, key)).collect();
        let (minus, owner) = (rule.minus, rule.owner);
        let plain = FigurePlan::plain((feed, value), (scale, grain), (over, tag_set));
        self.figures.push(FigurePlan { times, minus, when, once, owner, ..plain });
    }

    /// The place of the set of dimensions that a measure keeps.
    fn tag_set(&mut self, dimensions: &[String]) -> usize {
        let set: Vec<usize> =
            (0..self.tags.len()).filter(|at| dimensions.contains(&self.tags[*at].0)).collect();
        let known = self.tag_sets.iter().position(|known| *known == set);
        known.unwrap_or_else(|| {
            self.tag_sets.push(set);
            self.tag_sets.len() - 1
        })
    }

    fn aside(&self, format: &Format, rule: &FigureRule) -> Option<AsidePlan> {
        let ValueOf::Cells(cells) = self.value_of(format, rule)? else { return None };
        let test = |condition: &crate::workspace::Condition| {
            Test::new(format, condition, self.at(format, &condition.column))
        };
        Some(AsidePlan {
            reason: rule.aside.clone()?,
            against: rule.against.clone(),
            measure: MeasureId::new(rule.measure.as_deref().unwrap_or(&rule.id)),
            cells,
            scale: scale_of(format, rule)?,
            when: rule.when.iter().map(test).collect(),
        })
    }

    /// Where a figure's value stands; nothing when the file has none of its columns.
    fn value_of(&self, format: &Format, rule: &FigureRule) -> Option<ValueOf> {
        match &rule.count {
            Counting::Rows => Some(ValueOf::Row),
            Counting::Summary => Some(ValueOf::Summary),
            Counting::Sum(columns) => {
                let cells: Vec<usize> = columns.iter().filter_map(|key| self.at(format, key)).collect();
                (!cells.is_empty()).then_some(ValueOf::Cells(cells))
            }
        }
    }

    /// In an open format each further column is the measure of its name, or a dimension that some measure is kept by.
    fn add_open_columns(&mut self, job: &Job<'_>, decoded: &mut Decoded) {
        if !job.recognised.format.open {
            return;
        }
        self.add_dimensions(job);
        let mut unknown = Vec::new();
        for at in std::mem::take(&mut self.unknown) {
            let carried = job.setting.carried_by_name(&job.recognised.format, &job.recognised.header, at);
            if carried.is_empty() {
                unknown.push(at);
            }
            for Carried { measure, scale, grain, dimensions, over } in carried {
                let tag_set = self.tag_set(&dimensions);
                let value = ValueOf::Cells(vec![at]);
                let compared_only = false;
                let feed = decoded.feed(Feed { measure, scale, over, window: None, compared_only });
                self.figures.push(FigurePlan::plain((feed, value), (scale, grain), (over, tag_set)));
            }
        }
        self.unknown = unknown;
    }

    fn add_dimensions(&mut self, job: &Job<'_>) {
        let names = &job.recognised.header.names;
        for at in std::mem::take(&mut self.unknown) {
            match job.setting.dimension(&names[at]) {
                Some(dimension) => self.tags.push((dimension.to_owned(), vec![at])),
                None => self.unknown.push(at),
            }
        }
    }
}

/// The ids among the columns that tell rows apart.
fn ids(format: &Format) -> impl Iterator<Item = &str> {
    let named = |key: &String| {
        let once = format.figures.iter().any(|rule| rule.once.contains(key));
        once || format.rows.identity.contains(key)
    };
    let columns = format.columns.iter().filter(move |column| column.shape == Shape::Id && named(&column.key));
    columns.map(|column| column.key.as_str())
}

/// A figure that is the sum of one column.
fn plain_rule(key: &str) -> FigureRule {
    FigureRule {
        id: key.to_owned(),
        measure: None,
        aside: None,
        against: Vec::new(),
        count: Counting::Sum(vec![key.to_owned()]),
        times: None,
        minus: false,
        when: Vec::new(),
        once: Vec::new(),
        owner: Owner::Row,
        over: Over::Flow,
        window: None,
    }
}

/// How a figure is kept, by the shape of its first column.
pub(in crate::ingest) fn scale_of(format: &Format, rule: &FigureRule) -> Option<Scale> {
    match &rule.count {
        Counting::Rows => Some(Scale::Count),
        Counting::Summary => Some(Scale::Money),
        Counting::Sum(columns) => shape_scale(format.column(columns.first()?)?.shape),
    }
}

/// How the cells of a column are kept when they are a measure.
pub(in crate::ingest) fn shape_scale(shape: Shape) -> Option<Scale> {
    match shape {
        Shape::Count => Some(Scale::Count),
        Shape::Money => Some(Scale::Money),
        Shape::Number => Some(Scale::Number),
        Shape::Text
        | Shape::Id
        | Shape::Percent
        | Shape::Points
        | Shape::Ratio
        | Shape::Day
        | Shape::Range => None,
    }
}

/// The places of the format's columns in a row: of the file's own cells, then of those that are added to each row.
fn places(job: &Job<'_>) -> (Vec<Option<usize>>, Vec<Added>) {
    let (columns, format) = (&job.recognised.columns, &*job.recognised.format);
    let place = |at: usize| columns.iter().position(|column| *column == Some(at));
    let mut places: Vec<Option<usize>> = (0..format.columns.len()).map(place).collect();
    let mut added = Vec::new();
    let own = columns.len();
    for (at, column) in format.columns.iter().enumerate() {
        if let Some(value) = Added::of(job, column, &places) {
            places[at] = Some(own + added.len());
            added.push(value);
        }
    }
    (places, added)
}

fn position(format: &Format, places: &[Option<usize>], key: &str) -> Option<usize> {
    let at = format.columns.iter().position(|column| column.key == key)?;
    places[at]
}

/// Columns of the file with a name that the format does not know, each name once.
fn unknown(job: &Job<'_>) -> Vec<usize> {
    let forms = &job.recognised.header.forms;
    let known =
        |form: &String| forms.iter().zip(&job.recognised.columns).any(|(f, c)| f == form && c.is_some());
    let first = |at: usize| !forms[..at].contains(&forms[at]);
    (0..forms.len()).filter(|at| !forms[*at].is_empty() && !known(&forms[*at]) && first(*at)).collect()
}
