//! The two sides of a comparison: the same figures over the same days, in the reference and as they came to be.

use super::{Base, Check, Question};
use crate::facts::Basis;
use crate::metric::{Catalogue, Expr, Formula, Scenario, Stop, Tree, explain};
use crate::quantity::{MeasureId, Ratio, Scope, Span};

/// Reads figures of both sides.
#[derive(Clone, Copy)]
pub(super) struct Compared<'a> {
    pub(super) check: Check<'a>,
    pub(super) base: Base,
    /// The days compared: those that the slowest of the figures has.
    pub(super) days: Span,
    /// The days of the year before that they are set beside.
    before: Span,
}

impl<'a> Compared<'a> {
    /// The days of a period that all these figures have; nothing where one of them has none.
    pub(super) fn of<'n>(
        check: &Check<'a>,
        names: impl IntoIterator<Item = &'n MeasureId>,
        (question, base): (&Question, Base),
    ) -> Option<Self> {
        let lasts: Option<Vec<_>> =
            names.into_iter().map(|name| check.last_day(name, &question.scope)).collect();
        let days = question.period.span().cut_at(lasts?.into_iter().min()?)?;
        let before = check.last_year.before(question.period, days);
        Some(Compared { check: *check, base, days, before })
    }

    /// A figure in the reference.
    pub(super) fn base(&self, name: &str, scope: &Scope) -> Option<Ratio> {
        let id = MeasureId::new(name);
        match self.base {
            Base::Plan => self.check.plan.value(self.check.catalogue, &id, (scope, self.days)),
            // Always the days as they are: like days leave some out, and a bridge must begin where a whole ends.
            Base::Previous => self.check.read(&id, scope, self.before).known().cloned(),
        }
    }

    /// A figure as it came to be.
    pub(super) fn actual(&self, name: &str, scope: &Scope) -> Option<Ratio> {
        self.check.read(&MeasureId::new(name), scope, self.days).known().cloned()
    }

    /// A measured figure of both sides at other rates; a plan is what it is.
    pub(super) fn at(&self, basis: Basis, name: &str, scope: &Scope) -> Option<(Ratio, Ratio)> {
        let other = Compared { check: Check { basis, ..self.check }, ..*self };
        Some((other.base(name, scope)?, other.actual(name, scope)?))
    }

    /// Whether a measure was above nought on any day before the reference.
    pub(super) fn was_before(&self, name: &str, scope: &Scope) -> bool {
        let id = MeasureId::new(name);
        let Some(covered) = self.check.facts.covered(&id, scope) else { return false };
        let until = if self.base == Base::Plan { self.days.from } else { self.before.from };
        let earlier = Span::new(covered.from, until - 1);
        earlier.is_some_and(|days| self.check.read(&id, scope, days).known().is_some_and(Ratio::is_positive))
    }

    /// The change of a formula by its parts.
    pub(super) fn explain(&self, expr: &Expr, scope: &Scope) -> Tree {
        let (base, actual) = (|name: &str| self.base(name, scope), |name: &str| self.actual(name, scope));
        let mut tree = explain(expr, &base, &actual);
        self.tell_divisors(&mut tree, scope);
        tree
    }

    /// A ratio that has no value because its divisor is nought is not missing, and says so.
    pub(super) fn tell_divisors(&self, tree: &mut Tree, scope: &Scope) {
        if let Some(Stop::Missing { scenario, name }) = &tree.stop
            && let Some(divisor) = divisor(self.check.catalogue, name)
            && self.side(*scenario, divisor.as_str(), scope).is_some_and(|value| value.is_zero())
        {
            tree.stop = Some(Stop::ZeroDivisor { scenario: *scenario, divisor: divisor.as_str().to_owned() });
        }
        tree.children.iter_mut().for_each(|child| self.tell_divisors(child, scope));
    }

    fn side(&self, scenario: Scenario, name: &str, scope: &Scope) -> Option<Ratio> {
        match scenario {
            Scenario::Base => self.base(name, scope),
            Scenario::Actual => self.actual(name, scope),
        }
    }
}

fn divisor<'a>(catalogue: &'a Catalogue, name: &str) -> Option<&'a MeasureId> {
    match catalogue.formula(&MeasureId::new(name))? {
        Formula::Ratio { den, .. } => Some(den),
        Formula::Expr(_) => None,
    }
}
