//! All measures and metrics of a company, and what each is made of.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::survey::Survey;
use super::{Better, Expr, Formula, Measure, Metric, Over, Role, Unit};
use crate::quantity::{Grain, MeasureId, Text};

/// All measures and metrics, in the order they were given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    measures: Vec<Measure>,
    metrics: Vec<Metric>,
    index: BTreeMap<MeasureId, Slot>,
    /// The metrics as expressions over measures: every reading of a figure needs one.
    expanded: BTreeMap<MeasureId, Expanded>,
}

/// What a metric is made of in the end.
#[derive(Clone, Debug, PartialEq)]
struct Expanded {
    expr: Expr,
    leaves: Vec<MeasureId>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Slot {
    Measure(usize),
    Metric(usize),
}

/// What is wrong with a measure or metric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The measure or metric.
    pub id: MeasureId,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What may be wrong with a measure or metric.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Another one before it has the same id.
    Duplicate,
    /// Its formula needs its own value, by way of these metrics; the first is the metric itself.
    Cycle(Vec<MeasureId>),
    /// Metrics within metrics beyond 64, or formulas within formulas beyond 256 levels.
    TooDeep,
    /// Its formula over measures has more than 10,000 parts.
    TooLarge,
    /// Its formula names something that is neither a measure nor a metric.
    Unknown(MeasureId),
}

impl Catalogue {
    /// The catalogue of these measures and metrics, with all that is wrong with them.
    ///
    /// A metric that cannot be computed (all faults but [`Fault::Unknown`]) is left out; so every formula of
    /// the catalogue can be expanded. A name that stands for nothing stays in formulas, and has no value.
    pub fn new(measures: Vec<Measure>, metrics: Vec<Metric>) -> (Catalogue, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut seen = BTreeSet::new();
        let measures = first_of_each(measures, |m| &m.id, &mut seen, &mut problems);
        let metrics = first_of_each(metrics, |m| &m.id, &mut seen, &mut problems);
        problems.extend(unknown_names(&metrics, &seen));
        let broken = Survey::of(&metrics);
        let whole = |metric: &Metric| broken.iter().all(|problem| problem.id != metric.id);
        let catalogue = Catalogue::indexed(measures, metrics.into_iter().filter(whole).collect());
        problems.extend(broken);
        (catalogue, problems)
    }

    fn indexed(measures: Vec<Measure>, metrics: Vec<Metric>) -> Catalogue {
        let of_measures = measures.iter().enumerate().map(|(i, m)| (m.id.clone(), Slot::Measure(i)));
        let of_metrics = metrics.iter().enumerate().map(|(i, m)| (m.id.clone(), Slot::Metric(i)));
        let index = of_measures.chain(of_metrics).collect();
        let mut catalogue = Catalogue { measures, metrics, index, expanded: BTreeMap::new() };
        let expanded = |metric: &Metric| (metric.id.clone(), Expanded::of(catalogue.unfold(&metric.id)));
        catalogue.expanded = catalogue.metrics.iter().map(expanded).collect();
        catalogue
    }

    /// Every measure, in the order given.
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// Every metric, in the order given.
    pub fn metrics(&self) -> &[Metric] {
        &self.metrics
    }

    /// Every id, measures first, in the order given.
    pub fn ids(&self) -> impl Iterator<Item = &MeasureId> {
        self.measures.iter().map(|m| &m.id).chain(self.metrics.iter().map(|m| &m.id))
    }

    /// Whether there is a measure or metric of this id.
    pub fn contains(&self, id: &MeasureId) -> bool {
        self.index.contains_key(id)
    }

    /// The measure of this id.
    pub fn measure(&self, id: &MeasureId) -> Option<&Measure> {
        match self.index.get(id)? {
            Slot::Measure(at) => self.measures.get(*at),
            Slot::Metric(_) => None,
        }
    }

    /// The metric of this id.
    pub fn metric(&self, id: &MeasureId) -> Option<&Metric> {
        match self.index.get(id)? {
            Slot::Metric(at) => self.metrics.get(*at),
            Slot::Measure(_) => None,
        }
    }

    /// The readers' name of a measure or metric.
    pub fn name(&self, id: &MeasureId) -> Option<&Text> {
        self.measure(id).map(|m| &m.name).or_else(|| self.metric(id).map(|m| &m.name))
    }

    /// What a measure or metric is counted in.
    pub fn unit(&self, id: &MeasureId) -> Option<Unit> {
        self.measure(id).map(|m| m.unit).or_else(|| self.metric(id).map(|m| m.unit))
    }

    /// Which way of a measure or metric is good.
    pub fn better(&self, id: &MeasureId) -> Option<Better> {
        self.measure(id).map(|m| m.better).or_else(|| self.metric(id).map(|m| m.better))
    }

    /// The formula of a metric as written; a measure has none.
    pub fn formula(&self, id: &MeasureId) -> Option<&Formula> {
        self.metric(id).map(|metric| &metric.formula)
    }

    /// The figure as an expression over measures alone; each metric in it keeps its name.
    pub fn expand(&self, id: &MeasureId) -> Cow<'_, Expr> {
        let known = self.expanded.get(id).map(|known| Cow::Borrowed(&known.expr));
        known.unwrap_or_else(|| Cow::Owned(Expr::Name(id.as_str().to_owned())))
    }

    fn unfold(&self, id: &MeasureId) -> Expr {
        match self.metric(id) {
            Some(metric) => {
                let expr = Box::new(self.unfold_expr(&metric.formula.expr()));
                Expr::Named { name: id.as_str().to_owned(), expr }
            }
            None => Expr::Name(id.as_str().to_owned()),
        }
    }

    fn unfold_expr(&self, expr: &Expr) -> Expr {
        match expr {
            Expr::Name(name) => self.unfold(&MeasureId::new(name)),
            _ => expr.map_parts(&mut |part| self.unfold_expr(part)),
        }
    }

    /// The measures a figure is made of, each once, in order of first appearance.
    pub fn leaves(&self, id: &MeasureId) -> Cow<'_, [MeasureId]> {
        let known = self.expanded.get(id).map(|known| Cow::Borrowed(&*known.leaves));
        known.unwrap_or_else(|| Cow::Owned(vec![id.clone()]))
    }

    /// Whether people can act on a figure, or only see it come out.
    pub fn role(&self, id: &MeasureId) -> Role {
        let own = self.metric(id).map(|metric| metric.role);
        own.or_else(|| self.measure(id).map(|measure| measure.role)).unwrap_or_default()
    }

    /// Days until late reports no longer change a figure: its own lag, or that of the slowest measure in it.
    pub fn lag_days(&self, id: &MeasureId) -> u16 {
        let own = self.metric(id).map_or(0, |metric| metric.lag_days);
        let leaves = self.leaves(id);
        let slowest =
            leaves.iter().filter_map(|leaf| self.measure(leaf)).map(|measure| measure.lag_days).max();
        own.max(slowest.unwrap_or(0))
    }

    /// The finest stretch of time that a figure comes by: that of its coarsest measure; nothing when none names one.
    pub fn finest(&self, id: &MeasureId) -> Option<Grain> {
        let leaves = self.leaves(id);
        leaves.iter().filter_map(|leaf| self.measure(leaf)?.finest()).max()
    }

    /// The first measure of a figure that has no figures by a dimension; a name that stands for nothing is not judged.
    pub fn lacks(&self, id: &MeasureId, dimension: &str) -> Option<&Measure> {
        let leaves = self.leaves(id);
        let mut measures = leaves.iter().filter_map(|leaf| self.measure(leaf));
        measures.find(|measure| !measure.splits_by(dimension))
    }

    /// Whether figures of the parts of a company sum to that of the whole: neither a ratio nor a level, such as a rank.
    pub fn adds_over_parts(&self, id: &MeasureId) -> bool {
        !self.is_ratio(id) && self.overs(id).all(|over| over != Over::Level)
    }

    /// Whether figures of days sum to that of their period: neither a ratio, nor stock, nor a level.
    pub fn adds_over_days(&self, id: &MeasureId) -> bool {
        !self.is_ratio(id) && self.overs(id).all(|over| over == Over::Flow)
    }

    fn overs(&self, id: &MeasureId) -> impl Iterator<Item = Over> {
        let leaves = self.leaves(id).into_owned();
        leaves.into_iter().filter_map(|leaf| self.measure(&leaf).map(|measure| measure.over))
    }

    /// Whether a figure divides anywhere: it is computed from sums at every level, never summed.
    pub fn is_ratio(&self, id: &MeasureId) -> bool {
        self.metric(id).is_some() && self.expand(id).divides()
    }

    /// Whether a figure may fall below zero: its formula takes something away.
    pub fn may_be_negative(&self, id: &MeasureId) -> bool {
        self.expand(id).subtracts()
    }
}

impl Expanded {
    fn of(expr: Expr) -> Self {
        let leaves = expr.names().into_iter().map(MeasureId::new).collect();
        Expanded { expr, leaves }
    }
}

fn first_of_each<T>(
    items: Vec<T>,
    id: impl Fn(&T) -> &MeasureId,
    seen: &mut BTreeSet<MeasureId>,
    problems: &mut Vec<Problem>,
) -> Vec<T> {
    let mut kept = Vec::with_capacity(items.len());
    for item in items {
        if seen.insert(id(&item).clone()) {
            kept.push(item);
        } else {
            problems.push(Problem { id: id(&item).clone(), fault: Fault::Duplicate });
        }
    }
    kept
}

fn unknown_names(metrics: &[Metric], known: &BTreeSet<MeasureId>) -> Vec<Problem> {
    let unknown_of = |metric: &Metric| -> Vec<Problem> {
        let names: Vec<MeasureId> = metric.formula.expr().names().into_iter().map(MeasureId::new).collect();
        let unknown = names.into_iter().filter(|name| !known.contains(name));
        unknown.map(|name| Problem { id: metric.id.clone(), fault: Fault::Unknown(name) }).collect()
    };
    metrics.iter().flat_map(unknown_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::{Dimension, Role, Tolerance};

    fn id(name: &str) -> MeasureId {
        MeasureId::new(name)
    }

    fn measure(name: &str) -> Measure {
        let grains = BTreeSet::from([Dimension::Day]);
        let (unit, better) = (Unit::Count, Better::Higher);
        let (name, id) = (Text::plain(name), id(name));
        let (source, role, over) = (Vec::new(), Role::Output, Over::Flow);
        Measure { id, name, unit, better, source, grains, role, lag_days: 0, over }
    }

    fn metric(name: &str, formula: &str) -> Metric {
        Metric {
            id: id(name),
            name: Text::plain(name),
            formula: Formula::Expr(Expr::parse(formula).unwrap()),
            unit: Unit::Number,
            better: Better::Higher,
            role: Role::Output,
            tolerance: Tolerance::default(),
            lag_days: 0,
            owner: None,
        }
    }

    fn catalogue(metrics: &[(&str, &str)]) -> (Catalogue, Vec<Problem>) {
        let metrics = metrics.iter().map(|(name, formula)| metric(name, formula)).collect();
        Catalogue::new(vec![measure("m"), measure("n")], metrics)
    }

    fn faults(metrics: &[(&str, &str)]) -> Vec<(String, Fault)> {
        catalogue(metrics).1.into_iter().map(|p| (p.id.to_string(), p.fault)).collect()
    }

    #[test]
    fn metrics_within_metrics_expand_to_measures() {
        let (catalogue, problems) = catalogue(&[("double", "rate * 2"), ("rate", "m / n"), ("net", "m - n")]);
        assert_eq!(problems, []);
        assert_eq!(catalogue.expand(&id("double")).to_string(), "m / n * 2");
        assert_eq!(*catalogue.leaves(&id("double")), [id("m"), id("n")]);
        let ratios = ["double", "rate", "net", "m", "nobody"].map(|name| catalogue.is_ratio(&id(name)));
        assert_eq!(ratios, [true, true, false, false, false]);
    }

    #[test]
    fn a_metric_that_needs_itself_is_named_with_its_way_round() {
        let cycle = |names: &[&str]| Fault::Cycle(names.iter().map(|name| id(name)).collect());
        assert_eq!(faults(&[("a", "a + m")]), [("a".to_owned(), cycle(&["a"]))]);
        let round = [("x", "a * 2"), ("a", "b + m"), ("b", "m / c"), ("c", "a - a")];
        assert_eq!(faults(&round), [("a".to_owned(), cycle(&["a", "b", "c"]))]);
        let (catalogue, _) = catalogue(&round);
        assert!(!catalogue.contains(&id("a")));
        assert_eq!(catalogue.expand(&id("x")).to_string(), "a * 2");
    }

    #[test]
    fn a_name_twice_and_a_name_of_nothing_are_found() {
        let found = faults(&[("a", "m"), ("m", "n"), ("a", "n"), ("b", "m + gone")]);
        let expected = [
            ("m".to_owned(), Fault::Duplicate),
            ("a".to_owned(), Fault::Duplicate),
            ("b".to_owned(), Fault::Unknown(id("gone"))),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_formula_that_grows_without_measure_is_refused() {
        let doubling: Vec<(String, String)> =
            (0..40).map(|n| (format!("d{n}"), format!("d{0} + d{0}", n + 1))).collect();
        let pairs: Vec<(&str, &str)> = doubling.iter().map(|(n, f)| (n.as_str(), f.as_str())).collect();
        assert!(faults(&pairs).iter().any(|(_, fault)| *fault == Fault::TooLarge));
        let chain: Vec<(String, String)> =
            (0..5000).map(|n| (format!("c{n}"), format!("-c{}", n + 1))).collect();
        let pairs: Vec<(&str, &str)> = chain.iter().map(|(n, f)| (n.as_str(), f.as_str())).collect();
        assert!(faults(&pairs).iter().any(|(_, fault)| *fault == Fault::TooDeep));
        let (catalogue, _) = catalogue(&pairs);
        let deep = catalogue.expand(&id("c0"));
        assert!(deep.depth() > 100 && deep.depth() <= 256);
        let one = |_: &str| Some(crate::quantity::Ratio::one());
        assert!(crate::metric::explain(&deep, &one, &one).contribution.is_some());
    }

    #[test]
    fn the_standard_catalogue_is_sound_and_named_in_both_languages() {
        use crate::quantity::Lang;
        let standard = Catalogue::standard();
        assert_eq!((standard.measures().len(), standard.metrics().len()), (59, 19));
        for id in standard.ids() {
            for lang in ["zh-Hant", "en"] {
                let (text, other) = standard.name(id).unwrap().get(&Lang::new(lang));
                assert!(!text.is_empty() && other.is_none(), "{id} in {lang}");
            }
            assert!(standard.leaves(id).iter().all(|leaf| standard.measure(leaf).is_some()), "{id}");
        }
        assert_eq!(standard.expand(&id("acos")).to_string(), "ad_spend / ad_sales");
        assert_eq!(standard.better(&id("acos")), Some(Better::Lower));
        assert_eq!(standard.lag_days(&id("return_rate")), 30);
        assert!(matches!(standard.formula(&id("cpc")), Some(Formula::Ratio { .. })));
        let lacking = |figure, dimension| standard.lacks(&id(figure), dimension).map(|m| m.id.as_str());
        assert_eq!(lacking("cvr", "ship_to"), Some("sessions"));
        assert_eq!((lacking("asp", "ship_to"), lacking("purchase_share", "search_term")), (None, None));
        assert_eq!(lacking("payout_share", "product"), Some("payout"));
        let adds =
            |figure: &str| (standard.adds_over_days(&id(figure)), standard.adds_over_parts(&id(figure)));
        assert_eq!(
            ["sales", "stock_on_hand", "search_rank", "cvr"].map(adds),
            [(true, true), (false, true), (false, false), (false, false)]
        );
    }
}
