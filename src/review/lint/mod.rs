//! The lint of the loop: whether plans, work, reasons, acts and promises are such that the loop can close (domain 5.4).

mod act;
mod briefing;
mod cause;
mod cycle;
mod effect;
mod gap;
mod goal;
mod likelihood;
mod link;
mod plan;
mod settled;
mod typed;
mod vague;
mod work;

mod feedback;
mod skills;
mod toolbox;

use super::{Check, Thread, commitment};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::metric::Unit;
use crate::quantity::{Currency, Day, MeasureId, Money, Ratio};
use crate::workspace::{Cycle, CycleStatus, Figure, Limits, PlanItem, Workspace};

/// All findings of the loop.
pub fn lint(workspace: &Workspace, threads: &[Thread<'_>], check: &Check<'_>) -> Diagnostics {
    let look = Look { workspace, threads, check, limits: &workspace.config.lint.limits, today: check.today };
    let parts = [goal::lint, plan::lint, work::lint, gap::lint, cause::lint, act::lint, effect::lint];
    let parts = parts.into_iter().chain([link::lint, cycle::lint, typed::lint]);
    let mut found: Diagnostics = parts.flat_map(|part| part(&look)).collect();
    found.extend(commitment::lint(workspace, check.today));
    found.extend(feedback::lint(workspace, check.today));
    found.extend(skills::lint(workspace, check.today));
    found.extend(briefing::lint(workspace, check.today));
    found.extend(toolbox::lint(workspace, check.facts, check.today));
    found
}

/// What the lint looks at.
struct Look<'a> {
    workspace: &'a Workspace,
    threads: &'a [Thread<'a>],
    check: &'a Check<'a>,
    limits: &'a Limits,
    today: Day,
}

impl<'a> Look<'a> {
    /// Every plan item with its cycle, in the order of the files.
    fn each_item(&self) -> impl Iterator<Item = (&'a Cycle, &'a PlanItem)> {
        self.workspace.cycles.iter().flat_map(|cycle| cycle.plan.iter().map(move |item| (cycle, item)))
    }

    /// Whether a cycle was reviewed, or should have been: from then on a gap wants its reasons.
    ///
    /// Before, the site must be built for the review itself, with gaps that nobody has explained yet.
    fn is_reviewed(&self, cycle: &Cycle) -> bool {
        match cycle.status {
            CycleStatus::Planned => false,
            CycleStatus::Open => cycle.review.unwrap_or(cycle.span.to) < self.today,
            CycleStatus::Closing | CycleStatus::Closed => true,
        }
    }

    /// The size of a gap as it is written in files: money in the reporting currency, shares in points.
    fn amount(&self, metric: &MeasureId, gap: &Ratio) -> String {
        match self.check.unit(metric) {
            Unit::Money => self.worth(gap),
            Unit::Percent => Figure::Points(gap.abs()).to_string(),
            _ => Figure::Number(gap.abs()).to_string(),
        }
    }

    /// The size of an amount of the reporting currency as it is written in files.
    fn worth(&self, amount: &Ratio) -> String {
        let money =
            |currency: Currency| Money { minor: amount.abs().round_scaled(currency.digits()), currency };
        let written = self.workspace.reporting_currency().map(|currency| money(currency).to_string());
        written.unwrap_or_else(|| Figure::Number(amount.abs()).to_string())
    }
}

/// How many days one day lies after another; nothing when it does not.
fn days_after(later: Day, earlier: Day) -> Option<usize> {
    usize::try_from(later - earlier).ok().filter(|days| *days > 0)
}

/// A finding about a thing of this id.
fn finding(code: &'static Code, place: &Place, id: &str) -> Diagnostic {
    Diagnostic::new(code, place).with("id", id).about(id).help("help")
}
