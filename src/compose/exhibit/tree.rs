//! A change opened level by level, as nested lines: what each part was, what it is, what it contributed.

use super::bridge::{convention, style};
use super::impact;
use crate::chart::Lever;
use crate::compose::agenda::anchor;
use crate::compose::desk::Desk;
use crate::compose::formula;
use crate::compose::style::Style;
use crate::metric::{Better, Scenario, ShownTree, Stop, Tree, Value};
use crate::quantity::{MeasureId, Ratio};
use crate::review::{Base, Bridge, Question};
use crate::site::{self, Branch, Phrase, Rich};

/// From how many lines on only the largest parts are open from the start.
const OPEN: usize = 14;

/// What is said of a figure below its line: its causes, and what is done about them.
type Because<'a> = &'a dyn Fn(&MeasureId) -> Vec<Rich>;

/// The tree of a change; with its causes and with places for links where it is the one that the page is about.
pub(crate) fn tree(
    desk: &Desk<'_>,
    question: &Question,
    (bridge, because): (&Bridge, Option<Because<'_>>),
) -> site::Tree {
    let tree = &bridge.tree;
    let style = style(desk, question, bridge);
    let shown = ShownTree::of(tree, &style.step());
    let most = most(tree);
    let writer = Writer { desk, question, bridge, style: &style, most: &most, because };
    let root = writer.branch((tree, &shown), true);
    let unit = [("unit", style.delta_unit().into())];
    let from = desk.say(if bridge.base == Base::Plan { "tree-ends-plan" } else { "tree-ends-previous" });
    let contribution = if style.delta_unit().is_empty() { "head-contribution" } else { "tree-contribution" };
    let heads = [desk.say("head-driver"), from, desk.fill(contribution, &unit)].map(Phrase::from);
    let about = desk.say("convention-chain-rule-about");
    let note = Rich::default().strong(convention(desk, Bridge::CONVENTION)).then(about);
    site::Tree { heads, root, note }
}

/// The largest contribution of any node: all bars are drawn on one scale.
fn most(tree: &Tree) -> Ratio {
    let own = tree.contribution.as_ref().map_or_else(Ratio::zero, Ratio::abs);
    tree.children.iter().map(most).fold(own, Ratio::max)
}

fn count(tree: &Tree) -> usize {
    1 + tree.children.iter().map(count).sum::<usize>()
}

struct Writer<'a> {
    desk: &'a Desk<'a>,
    question: &'a Question,
    bridge: &'a Bridge,
    style: &'a Style<'a>,
    most: &'a Ratio,
    because: Option<Because<'a>>,
}

impl Writer<'_> {
    fn branch(&self, (tree, shown): (&Tree, &ShownTree), open: bool) -> Branch {
        let better = self.desk.workspace.catalogue.better(&self.question.metric).unwrap_or(Better::Higher);
        let part = shown.contribution.map(|units| &self.style.step() * &Ratio::from_int(units));
        let impact = part.as_ref().map(|part| impact(better.impact(part))).unwrap_or_default();
        let share = tree.contribution.as_ref().and_then(|own| own.checked_div(self.most));
        Branch {
            id: self.place(tree),
            name: formula::name(self.desk, tree).into(),
            ends: self.ends(tree).into(),
            part: part.map(|part| self.style.delta(&part)).unwrap_or_default().into(),
            impact,
            bar: Lever { share: share.map_or(0.0, |share| share.to_f64()), impact },
            lines: self.lines(tree),
            open,
            branches: self.branches((tree, shown)),
        }
    }

    /// Of a large tree only the largest part of each node is open, so that the way to what matters is seen.
    fn branches(&self, (tree, shown): (&Tree, &ShownTree)) -> Vec<Branch> {
        let size = |tree: &Tree| tree.contribution.as_ref().map(Ratio::abs);
        let largest = tree.children.iter().map(size).max().flatten();
        let small = count(&self.bridge.tree) <= OPEN;
        let pairs = tree.children.iter().zip(&shown.children);
        pairs.map(|pair| self.branch(pair, small || size(pair.0) == largest)).collect()
    }

    /// Only named figures can be linked to, each where it stands first.
    fn place(&self, tree: &Tree) -> String {
        let first = tree.name.as_deref().and_then(|name| find(&self.bridge.tree, name));
        let own = self.because.is_some() && first.is_some_and(|first| std::ptr::eq(first, tree));
        if own { anchor(tree.label()) } else { String::new() }
    }

    /// "31,886 → 29,239", in the figure's own unit.
    fn ends(&self, tree: &Tree) -> String {
        let largest = [&tree.base, &tree.actual].into_iter().filter_map(Value::known).map(Ratio::abs).max();
        let Some(largest) = largest else { return String::new() };
        let unit = if tree.text == crate::review::Readings::REST {
            self.desk.check().unit(&self.question.metric)
        } else {
            formula::unit(self.desk, tree)
        };
        let style = Style::new(self.desk.locale, (unit, self.desk.currency()), &largest);
        // Cents tell of prices; a sum of hundreds is compared without them.
        let style = if largest < Ratio::from_int(100) { style } else { style.whole() };
        let side = |value: &Value| value.known().map_or_else(|| "–".to_owned(), |value| style.worded(value));
        format!("{} → {}", side(&tree.base), side(&tree.actual))
    }

    /// Why it cannot be opened; what was found to be its cause, and what is done.
    fn lines(&self, tree: &Tree) -> Vec<Rich> {
        let stop = tree.stop.as_ref().map(|stop| self.stop(stop).into());
        let named = tree.name.as_deref().filter(|_| !self.place(tree).is_empty()).map(MeasureId::new);
        let causes = self.because.zip(named).map(|(because, metric)| because(&metric));
        stop.into_iter().chain(causes.unwrap_or_default()).collect()
    }

    fn stop(&self, stop: &Stop) -> String {
        let side = |scenario: &Scenario| match (scenario, self.bridge.base) {
            (Scenario::Actual, _) => "scenario-ac",
            (Scenario::Base, Base::Plan) => "scenario-pl",
            (Scenario::Base, Base::Previous) => "scenario-py",
        };
        let (key, scenario, figure) = match stop {
            Stop::Missing { scenario, name } => ("tree-missing", scenario, name),
            Stop::ZeroDivisor { scenario, divisor } => ("tree-zero", scenario, divisor),
            Stop::TooManyParts => return self.desk.say("tree-too-many-parts"),
        };
        let args = [
            ("scenario", self.desk.say(side(scenario)).into()),
            ("figure", formula::label(self.desk, figure).into()),
        ];
        self.desk.fill(key, &args)
    }
}

fn find<'a>(tree: &'a Tree, name: &str) -> Option<&'a Tree> {
    if tree.name.as_deref() == Some(name) {
        return Some(tree);
    }
    tree.children.iter().find_map(|child| find(child, name))
}
