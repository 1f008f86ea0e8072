//! Goals of a year, and what each product shall bring (`goals:` and `profit_targets:` of `company.yaml`).

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::quantity::{GoalId, MeasureId, Money, PersonId, ProductId, Ratio, Scope};

use super::read::{Context, Fields, Read};
use super::scalar::{Share, words};
use super::yaml::Node;
use super::{At, Figure};

/// What a figure shall be in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// Its name in files.
    pub id: GoalId,
    /// The figure it speaks of.
    pub metric: At<MeasureId>,
    /// The year.
    pub year: i16,
    /// What the figure shall be.
    pub aim: Aim,
    /// What it was the year before.
    pub prior: Option<At<Figure>>,
    /// How much it shall grow; agrees with the target and the year before when those are given.
    pub growth: Option<At<Growth>>,
    /// Who answers for it.
    pub owner: Option<At<PersonId>>,
    /// Another target for a part of the company; the narrowest scope wins.
    pub by: Vec<ScopedTarget>,
    /// Where it is written.
    pub place: Place,
}

impl Goal {
    /// What shall be reached; nothing when the goal is a limit.
    pub fn target(&self) -> Option<&Figure> {
        match &self.aim {
            Aim::Target(target) => Some(&target.value),
            Aim::Limit(_) => None,
        }
    }

    /// What shall not be passed; nothing when the goal is a target.
    pub fn limit(&self) -> Option<&Figure> {
        match &self.aim {
            Aim::Limit(limit) => Some(&limit.value),
            Aim::Target(_) => None,
        }
    }

    /// The target of a part of the company: its own or that of the narrowest scope around it.
    pub fn target_in(&self, scope: &Scope) -> Option<&Figure> {
        let holds = |part: &&ScopedTarget| {
            part.scope.product.as_ref().is_none_or(|p| Some(p) == scope.product.as_ref())
                && part.scope.marketplace.as_ref().is_none_or(|m| Some(m) == scope.marketplace.as_ref())
        };
        let width = |part: &ScopedTarget| {
            u8::from(part.scope.product.is_some()) * 2 + u8::from(part.scope.marketplace.is_some())
        };
        let narrowest = self.by.iter().filter(holds).max_by_key(|part| width(part));
        narrowest.map(|part| &part.target.value).or_else(|| self.target())
    }
}

/// What a figure shall be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// It shall come to this.
    Target(At<Figure>),
    /// It shall stay within this.
    Limit(At<Figure>),
}

/// How much a figure shall grow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growth {
    /// The growth, 2 for 200 %.
    pub value: Ratio,
    /// What 200 % means.
    pub meaning: Meaning,
}

impl Growth {
    /// What the year before is multiplied with.
    pub fn factor(&self) -> Ratio {
        match self.meaning {
            Meaning::Increase => &self.value + &Ratio::one(),
            Meaning::Multiple => self.value.clone(),
        }
    }
}

/// What a growth of 200 % means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Three times the year before.
    Increase,
    /// Twice the year before.
    Multiple,
}

/// The target of a part of the company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopedTarget {
    /// The part.
    pub scope: Scope,
    /// Its target.
    pub target: At<Figure>,
    /// Where it is written.
    pub place: Place,
}

/// What a product shall bring in the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfitTarget {
    /// The product.
    pub product: At<ProductId>,
    /// Contribution profit.
    pub profit: Option<Money>,
    /// Inventory turns a year.
    pub turns: Option<Ratio>,
    /// The most cash it may bind.
    pub cash: Option<Money>,
}

words!(Meaning { "increase" => Meaning::Increase, "multiple" => Meaning::Multiple });

impl Read for Goal {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.id();
        // A goal may speak of a figure that only the plan computes, such as turns of stock.
        let metric = f.loose("metric");
        if f.node("metric").is_none() {
            f.missing("metric");
        }
        let year = f.required("year");
        let aim = read_aim(&mut f);
        let (prior, growth, owner) = (f.optional("prior"), f.optional("growth"), f.optional("owner"));
        let by = f.list("by");
        let place = f.finish();
        let goal = Goal { id: id?, metric: metric?, year: year?, aim: aim?, prior, growth, owner, by, place };
        goal.check_growth(cx);
        Some(goal)
    }
}

/// A target, else a limit; of two, the limit is a key too many.
fn read_aim(f: &mut Fields<'_, '_>) -> Option<Aim> {
    if f.node("target").is_none() && f.node("limit").is_some() {
        return f.optional("limit").map(Aim::Limit);
    }
    f.required("target").map(Aim::Target)
}

impl Goal {
    /// Target, year before and growth must agree to a minor unit of the year before (domain 3.1).
    fn check_growth(&self, cx: &mut Context) {
        let (Aim::Target(target), Some(prior), Some(growth)) = (&self.aim, &self.prior, &self.growth) else {
            return;
        };
        let fits = |growth: &Growth| {
            let expected = &prior.value.number() * &growth.factor();
            let gap = (&target.value.number() - &expected).abs();
            gap <= &growth.factor() * &least_step(&prior.value)
        };
        if fits(&growth.value) {
            return;
        }
        let other = growth.value.other_meaning();
        let hint = if fits(&other) { "meaning" } else { "help" };
        let expected = &prior.value.number() * &growth.value.factor();
        let finding = Diagnostic::new(codes::GROWTH_MISMATCH, &growth.place)
            .with("goal", self.id.as_str())
            .with("prior", prior.value.to_string())
            .with("target", target.value.to_string())
            .with("expected", prior.value.with_number(&expected).to_string())
            .with("meaning", other.meaning_word())
            .help(hint);
        cx.findings.push(finding.about(self.id.as_str()));
    }
}

/// The least step in which a figure is written.
fn least_step(figure: &Figure) -> Ratio {
    match figure {
        Figure::Money(money) => Ratio::from_scaled(1, money.currency.digits()),
        Figure::Number(_) => Ratio::from_scaled(1, 2),
        Figure::Percent(_) | Figure::Points(_) => Ratio::from_scaled(1, 4),
    }
}

impl Growth {
    /// The same growth with the other meaning.
    pub(crate) fn other_meaning(&self) -> Growth {
        let meaning = match self.meaning {
            Meaning::Increase => Meaning::Multiple,
            Meaning::Multiple => Meaning::Increase,
        };
        Growth { value: self.value.clone(), meaning }
    }

    /// The word its meaning is written by.
    pub(crate) fn meaning_word(&self) -> &'static str {
        match self.meaning {
            Meaning::Increase => "increase",
            Meaning::Multiple => "multiple",
        }
    }
}

impl Read for Growth {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        if node.text().is_some() {
            let value = Share::read(node, cx)?;
            cx.findings.push(two_meanings(&value.0, &node.place));
            return None;
        }
        let mut f = Fields::open(node, cx)?;
        let value: Option<Share> = f.required("value");
        let said = f.node("meaning").is_some();
        let meaning: Option<Meaning> = f.optional("meaning");
        let place = f.finish();
        let value = value?.0;
        if !said {
            cx.findings.push(two_meanings(&value, &place));
        }
        Some(Growth { value, meaning: meaning? })
    }
}

/// A number without the noughts at its end: `3`, `1.4`.
fn plain(number: &Figure) -> String {
    number.to_string().trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Growth of 200 % without a word: three times the year before, or twice.
fn two_meanings(value: &Ratio, place: &Place) -> Diagnostic {
    let factor = |meaning| plain(&Figure::Number(Growth { value: value.clone(), meaning }.factor()));
    Diagnostic::new(codes::GROWTH_WORD, place)
        .with("growth", format!("{}%", plain(&Figure::Number(value * &Ratio::from_int(100)))))
        .with("increase", factor(Meaning::Increase))
        .with("multiple", factor(Meaning::Multiple))
        .help("help")
}

impl Read for ScopedTarget {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (scope, target) = (f.required("scope"), f.required("target"));
        let place = f.finish();
        Some(ScopedTarget { scope: scope?, target: target?, place })
    }
}

/// `{product: …, marketplace: …}`; either may be left out.
impl Read for Scope {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (product, marketplace) = (f.optional("product"), f.optional("marketplace"));
        f.finish();
        Some(Scope { product, marketplace })
    }
}

impl ProfitTarget {
    /// Reads `profit_targets:`, a map by product.
    pub(super) fn read_all(f: &mut Fields<'_, '_>) -> Vec<Self> {
        let targets: Vec<(At<ProductId>, Targets)> = f.pairs("profit_targets");
        let whole =
            |(product, Targets { profit, turns, cash })| ProfitTarget { product, profit, turns, cash };
        targets.into_iter().map(whole).collect()
    }
}

struct Targets {
    profit: Option<Money>,
    turns: Option<Ratio>,
    cash: Option<Money>,
}

impl Read for Targets {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (profit, turns, cash) = (f.optional("profit"), f.optional("turns"), f.optional("cash"));
        f.finish();
        Some(Targets { profit, turns, cash })
    }
}
