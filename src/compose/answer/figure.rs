//! A figure in a sentence, with its unit.

use super::Answers;
use crate::chart::Impact;
use crate::compose::exhibit::impact_of;
use crate::diagnostic::Diagnostic;
use crate::markup::{FigureRequest, View};
use crate::quantity::{Ratio, Scope};
use crate::review::{Figure, Question, Reading};
use crate::site::{Run, Target};

impl Answers<'_> {
    pub(super) fn in_sentence(&self, request: &FigureRequest) -> Result<Run, Diagnostic> {
        self.check_metric(&request.metric, &request.place)?;
        let scope = self.scope(request.names.iter().map(String::as_str), &request.place)?;
        let to = self.page_of(&scope);
        let period = self.period(request.period);
        let figure = self.desk.check().figure(&Question { metric: request.metric.clone(), scope, period });
        self.check_grain(std::slice::from_ref(&figure), &request.place)?;
        let (words, impact) = self.worded(request.view, &figure);
        Ok(Run { words: words.into(), impact, to, strong: false })
    }

    /// The page of a product or marketplace; sums of the company lead nowhere, they would all lead home.
    fn page_of(&self, scope: &Scope) -> Option<Target> {
        (*scope != Scope::company()).then(|| self.desk.target(&self.desk.scope_route(scope)))
    }

    /// Plan and previous year are those of the days that were measured, as everywhere.
    fn worded(&self, view: View, figure: &Figure) -> (String, Impact) {
        let style = |value: &Ratio| self.voice.style(&figure.question.metric, value);
        let value = |value: &Ratio| style(value).worded(value);
        let plan = figure.plan.as_ref().or(figure.plan_whole.as_ref().filter(|_| figure.days.is_none()));
        let share = || figure.actual.known()?.checked_div(figure.plan.as_ref()?);
        let (words, impact) = match view {
            View::Actual => (figure.actual.known().map(value), Impact::Neutral),
            View::Plan => (plan.map(value), Impact::Neutral),
            View::PreviousYear => (figure.previous.known().map(value), Impact::Neutral),
            View::Variance => (
                figure.vs_plan.abs.as_ref().map(|abs| style(abs).delta_worded(abs)),
                impact_of(&figure.vs_plan),
            ),
            View::Attainment => {
                (share().map(|share| self.voice.locale.percent(&share, 1)), impact_of(&figure.vs_plan))
            }
        };
        (words.unwrap_or_else(|| self.voice.say(missing(view, figure))), impact)
    }
}

/// Why there is no value.
fn missing(view: View, figure: &Figure) -> &'static str {
    let of_reading = |reading: &Reading| match reading {
        Reading::Known(_) | Reading::Missing => "reading-missing",
        Reading::Coarse => "reading-coarse",
        Reading::Undefined => "reading-undefined",
    };
    match view {
        View::Actual => of_reading(&figure.actual),
        View::PreviousYear => of_reading(&figure.previous),
        View::Plan => "text-no-plan",
        View::Variance | View::Attainment if figure.actual.known().is_none() => of_reading(&figure.actual),
        View::Variance | View::Attainment => "text-no-plan",
    }
}
