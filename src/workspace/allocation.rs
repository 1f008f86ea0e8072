//! How a goal is split over products, marketplaces, months and days (`allocation:` of `company.yaml`).

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::quantity::{GoalId, Id, ProductId, Ratio, kind};

use super::At;
use super::names::{Kind, Named};
use super::read::{Context, Fields, Read};
use super::scalar::words;
use super::yaml::{Node, Value};

/// How a goal is split: weights by product, then marketplace, then month, then day.
///
/// What an entry leaves out it has from the one it follows; amounts are computed from it, never typed.
/// Every row of weights has one that is above nought.
#[derive(Clone, Debug)]
pub struct Allocation {
    /// The goal.
    pub goal: At<GoalId>,
    /// Weights of products, in file order; ties are broken by it.
    pub product: Row<kind::Product>,
    /// Weights of marketplaces within a product.
    pub marketplace: Split<Row<kind::Marketplace>>,
    /// Weights of the twelve months within a product.
    pub month: Split<Months>,
    /// Weights of the days of a month.
    pub day: DayWeights,
    /// Parts are rounded to this, in major units (0.01), by largest remainder, ties in file order; to the minor
    /// unit of the goal's currency when nothing is said.
    pub rounding: Option<At<Ratio>>,
    /// Where it is written.
    pub place: Place,
}

/// Weights of things of kind `K` in file order; none is below nought.
#[derive(Debug)]
pub struct Row<K> {
    /// Who has which weight.
    pub weights: Vec<(At<Id<K>>, Ratio)>,
    /// Where they are written.
    pub place: Place,
}

impl<K> Clone for Row<K> {
    fn clone(&self) -> Self {
        Row { weights: self.weights.clone(), place: self.place.clone() }
    }
}

impl<K> Row<K> {
    /// Where the weight of one of them is written; where they all are when it has none.
    pub fn place_of(&self, id: &Id<K>) -> &Place {
        self.weights.iter().find(|(own, _)| own.value == *id).map_or(&self.place, |(own, _)| &own.place)
    }
}

/// Weights of the months or periods of a year, its first one first; none is below nought.
#[derive(Clone, Debug)]
pub struct Months {
    /// The twelve weights; even ones while they are to be proposed from results.
    pub weights: [Ratio; 12],
    /// Whether they are to be proposed from results (`from-history`), and of what.
    pub history: Option<HistoryOf>,
    /// Where they are written.
    pub place: Place,
}

/// What `from-history` stands in place of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryOf {
    /// The months of one row.
    Row,
    /// All rows: those of every product, each from its own results.
    Whole,
}

/// Weights that hold for all products but those with weights of their own.
#[derive(Clone, Debug)]
pub struct Split<W> {
    /// Weights of every other product.
    pub default: W,
    /// Weights of one product.
    pub by_product: BTreeMap<ProductId, W>,
}

impl<W> Split<W> {
    /// The weights of a product.
    pub fn of(&self, product: &ProductId) -> &W {
        self.by_product.get(product).unwrap_or(&self.default)
    }
}

/// Weights of days.
#[derive(Clone, Debug)]
pub struct DayWeights {
    /// Monday to Sunday.
    pub weekday: [Ratio; 7],
    /// Whether the lift of the calendar's events multiplies a day's weight.
    pub events: bool,
    /// Where they are written.
    pub place: Place,
}

/// An allocation as written: what is left out comes from the one it follows.
pub(super) struct RawAllocation {
    goal: At<GoalId>,
    follows: Option<At<String>>,
    product: Option<Row<kind::Product>>,
    marketplace: Option<Split<Row<kind::Marketplace>>>,
    month: Option<Split<Months>>,
    day: Option<DayWeights>,
    rounding: Option<At<Ratio>>,
    /// Something in it could not be read, which is a finding already.
    broken: bool,
    place: Place,
}

impl RawAllocation {
    /// Reads `allocation:`, one or a list of them.
    pub(super) fn read_all(f: &mut Fields<'_, '_>) -> Vec<Self> {
        match f.node("allocation") {
            Some(node) if matches!(node.value, Value::Map(_)) => Self::read(node, f.cx).into_iter().collect(),
            Some(node) => Vec::read(node, f.cx).unwrap_or_default(),
            None => Vec::new(),
        }
    }
}

impl Read for RawAllocation {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let goal: Option<At<GoalId>> = f.required("goal");
        if let Some(goal) = &goal {
            f.cx.define(Kind::Allocation, goal.value.as_str(), &goal.place);
        }
        let follows = f.name("follows", &[Kind::Allocation]);
        let _: Option<Order> = f.optional("order");
        let rounding = f.optional::<Rounding>("rounding").map(|rounding| rounding.0);
        let (product, marketplace) = (f.optional("product"), f.optional("marketplace"));
        let (month, day) = (read_month(&mut f), f.optional("day"));
        let given = ["product", "marketplace", "month", "day"].map(|key| f.node(key).is_some());
        let read = [product.is_some(), marketplace.is_some(), month.is_some(), day.is_some()];
        let broken = given != read;
        let place = f.finish();
        Some(RawAllocation {
            goal: goal?,
            follows,
            product,
            marketplace,
            month,
            day,
            rounding,
            broken,
            place,
        })
    }
}

/// `month:`, of which all rows may be asked from results at once.
fn read_month(f: &mut Fields<'_, '_>) -> Option<Split<Months>> {
    let node = f.node("month")?;
    match node.text() {
        Some(FROM_HISTORY) => {
            let default =
                Months { weights: even(), history: Some(HistoryOf::Whole), place: node.place.clone() };
            Some(Split { default, by_product: BTreeMap::new() })
        }
        _ => Split::read(node, f.cx),
    }
}

const FROM_HISTORY: &str = "from-history";

/// There is one order; every other view is a sum of days (domain 3.3).
struct Order;

impl Read for Order {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let words: Vec<Option<&str>> = cx.items(node)?.iter().map(Node::text).collect();
        if words == ["product", "marketplace", "month", "day"].map(Some) {
            return Some(Order);
        }
        cx.refuse(codes::BAD_VALUE, node, "form-order");
        None
    }
}

struct Rounding(At<Ratio>);

#[derive(Clone, Copy)]
struct Method;
words!(Method { "largest-remainder" => Method });

#[derive(Clone, Copy)]
struct Ties;
words!(Ties { "file-order" => Ties });

impl Read for Rounding {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let unit = f.required("unit");
        let _: Option<Method> = f.optional("method");
        let _: Option<Ties> = f.optional("ties");
        f.finish();
        unit.map(Rounding)
    }
}

/// A weight, or a factor of one: a number that is not below nought.
pub(super) struct Weight(pub(super) Ratio);

impl Read for Weight {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let weight = cx.scalar(node, "form-weight").map(Ratio::parse)?;
        match weight {
            Some(weight) if !weight.is_negative() => Some(Weight(weight)),
            _ => {
                cx.refuse(codes::BAD_VALUE, node, "form-weight");
                None
            }
        }
    }
}

/// Weights that are all nought split nothing.
fn check_some_weight<'w>(weights: impl IntoIterator<Item = &'w Ratio>, place: &Place, cx: &mut Context) {
    if weights.into_iter().all(Ratio::is_zero) {
        cx.findings.push(Diagnostic::new(codes::ZERO_WEIGHTS, place).help("help"));
    }
}

impl<K: Named + 'static> Read for Row<K> {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let weights: Vec<(At<Id<K>>, Weight)> = cx.pairs(node)?;
        let weights: Vec<(At<Id<K>>, Ratio)> = weights.into_iter().map(|(id, w)| (id, w.0)).collect();
        if weights.len() == cx.entries(node)?.len() {
            check_some_weight(weights.iter().map(|(_, weight)| weight), &node.place, cx);
        }
        Some(Row { weights, place: node.place.clone() })
    }
}

/// Reads as many weights as an array holds.
fn weights<const N: usize>(node: &Node, cx: &mut Context, expected: &'static str) -> Option<[Ratio; N]> {
    let weights: Vec<Weight> = Vec::read(node, cx)?;
    let written = cx.items(node)?.len();
    let weights: Vec<Ratio> = weights.into_iter().map(|weight| weight.0).collect();
    let array: Option<[Ratio; N]> = weights.try_into().ok();
    if written != N {
        cx.refuse(codes::BAD_VALUE, node, expected);
    }
    if let Some(weights) = &array {
        check_some_weight(weights, &node.place, cx);
    }
    array
}

impl Read for Months {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let place = node.place.clone();
        if node.text() == Some(FROM_HISTORY) {
            return Some(Months { weights: even(), history: Some(HistoryOf::Row), place });
        }
        let weights = weights(node, cx, "form-months")?;
        Some(Months { weights, history: None, place })
    }
}

/// `default:` and weights by product.
impl<W: Read> Read for Split<W> {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut default = None;
        let mut by_product = BTreeMap::new();
        for (key, value) in cx.entries(node)? {
            if key.text() == Some("default") {
                default = W::read(value, cx);
                continue;
            }
            let (product, weights) = (ProductId::read(key, cx), W::read(value, cx));
            by_product.extend(product.zip(weights));
        }
        if default.is_none() && !cx.entries(node)?.iter().any(|(key, _)| key.text() == Some("default")) {
            let finding = Diagnostic::new(codes::MISSING_KEY, &node.place).with("key", "default");
            cx.findings.push(finding.help("help"));
        }
        Some(Split { default: default?, by_product })
    }
}

#[derive(Clone, Copy)]
struct FromCalendar(bool);
words!(FromCalendar { "from-calendar" => FromCalendar(true), "none" => FromCalendar(false) });

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Read for DayWeights {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let weekday = f.optional::<Weekdays>("weekday").map(|weekdays| weekdays.0);
        let events = f.optional::<FromCalendar>("events").is_some_and(|events| events.0);
        let place = f.finish();
        Some(DayWeights { weekday: weekday.unwrap_or_else(even), events, place })
    }
}

fn even<const N: usize>() -> [Ratio; N] {
    std::array::from_fn(|_| Ratio::one())
}

struct Weekdays([Ratio; 7]);

impl Read for Weekdays {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let weights = WEEKDAYS.map(|day| f.required::<Weight>(day).map(|weight| weight.0));
        let place = f.finish();
        let weights: Option<Vec<Ratio>> = weights.into_iter().collect();
        let weights: [Ratio; 7] = weights?.try_into().ok()?;
        check_some_weight(&weights, &place, cx);
        Some(Weekdays(weights))
    }
}

/// The allocations with what each has from the one it follows.
pub(super) fn resolve(raw: &[RawAllocation], cx: &mut Context) -> Vec<Allocation> {
    raw.iter().filter_map(|allocation| whole(allocation, raw, cx)).collect()
}

fn whole(own: &RawAllocation, all: &[RawAllocation], cx: &mut Context) -> Option<Allocation> {
    let chain = chain(own, all, cx)?;
    // What is missing is said of the last of a chain, from which all others have it.
    let silent = chain.len() > 1 || own.broken;
    let missing = |key: &'static str, found: bool, cx: &mut Context| {
        if !found && !silent {
            let finding = Diagnostic::new(codes::MISSING_KEY, &own.place).with("key", key);
            cx.findings.push(finding.help("help"));
        }
    };
    let product = chain.iter().find_map(|a| a.product.clone());
    let marketplace = chain.iter().find_map(|a| a.marketplace.clone());
    let month = chain.iter().find_map(|a| a.month.clone());
    missing("product", product.is_some(), cx);
    missing("marketplace", marketplace.is_some(), cx);
    missing("month", month.is_some(), cx);
    let month = month.map(|month| each_product(month, product.as_ref()));
    let day = chain.iter().find_map(|a| a.day.clone());
    let plain = || DayWeights { weekday: even(), events: false, place: own.place.clone() };
    let rounding = chain.iter().find_map(|a| a.rounding.clone());
    Some(Allocation {
        goal: own.goal.clone(),
        product: product?,
        marketplace: marketplace?,
        month: month?,
        day: day.unwrap_or_else(plain),
        rounding,
        place: own.place.clone(),
    })
}

/// Where all rows are asked from results, each product has its own.
fn each_product(month: Split<Months>, products: Option<&Row<kind::Product>>) -> Split<Months> {
    if month.default.history != Some(HistoryOf::Whole) {
        return month;
    }
    let own = products.iter().flat_map(|row| &row.weights);
    let by_product = own.map(|(id, _)| (id.value.clone(), month.default.clone())).collect();
    Split { by_product, ..month }
}

/// An allocation, the one it follows, the one that follows, …; nothing when that comes round to itself, or when
/// one of them is not there, which is a finding already.
fn chain<'a>(
    own: &'a RawAllocation,
    all: &'a [RawAllocation],
    cx: &mut Context,
) -> Option<Vec<&'a RawAllocation>> {
    let mut chain = vec![own];
    let mut last = own;
    while let Some(follows) = &last.follows {
        let next = all.iter().find(|other| other.goal.value.as_str() == follows.value)?;
        if chain.iter().any(|seen| std::ptr::eq(*seen, next)) {
            report_circle(next, &chain, all, cx);
            return None;
        }
        chain.push(next);
        last = next;
    }
    Some(chain)
}

/// Reports a circle once: where it was come upon from its first allocation in the file.
fn report_circle(again: &RawAllocation, chain: &[&RawAllocation], all: &[RawAllocation], cx: &mut Context) {
    let (Some(own), Some(follows)) = (chain.first(), chain.first().and_then(|own| own.follows.as_ref()))
    else {
        return;
    };
    let first = all.iter().find(|one| chain.iter().any(|member| std::ptr::eq(*member, *one)));
    if !std::ptr::eq(again, *own) || !first.is_some_and(|first| std::ptr::eq(first, *own)) {
        return;
    }
    let mut circle: Vec<&str> = chain.iter().map(|member| member.goal.value.as_str()).collect();
    circle.push(own.goal.value.as_str());
    let finding = Diagnostic::new(codes::CIRCLE, &follows.place).with("circle", circle.join(" → "));
    cx.findings.push(finding.help("help").about(own.goal.value.as_str()));
}
