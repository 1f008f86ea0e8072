//! Blocks of what is measured and expected of a figure, of the market too: `forecast`, `rank`, `share`.

use super::trend::PARTS;
use super::{Answers, bad};
use crate::chart::Title;
use crate::compose::course::who;
use crate::compose::exhibit::{courses, fan};
use crate::compose::grain;
use crate::diagnostic::Diagnostic;
use crate::markup::BlockRequest;
use crate::quantity::{Grain, MeasureId};
use crate::site::Block;
use crate::trend::{NoSeries, Series, Subject};

/// The kinds of chart of this file.
pub(super) const KINDS: [&str; 3] = ["forecast", "rank", "share"];

impl Answers<'_> {
    /// A chart of one of [`KINDS`].
    pub(super) fn course(&self, request: &BlockRequest, kind: &str) -> Result<Block, Diagnostic> {
        let named = request.scope.iter().filter(|(key, _)| PARTS.contains(&key.as_str()));
        let scope = self.scope(named.map(|(_, value)| value.as_str()), request.place_of("scope"))?;
        let segment = self.segment(request)?;
        let subject =
            |metric: &MeasureId| Subject { segment: segment.clone(), ..Subject::of(metric, &scope) };
        let subjects: Vec<Subject> = request.metrics.iter().map(subject).collect();
        let [first, rest @ ..] = subjects.as_slice() else { return Ok(self.nothing()) };
        let grain = self.grain_of_course(request, first)?;
        for subject in &subjects {
            self.check_series(request, subject, grain)?;
        }
        if kind == "share" {
            return Ok(self.shares(request, &subjects, grain));
        }
        if let Some(second) = rest.first() {
            let place = request.place_of("metric");
            return Err(bad(place, "block-one-metric", second.metric.as_str()).help("help"));
        }
        let figure = fan(&self.desk, first, grain);
        let ranked = Series::of(self.desk.workspace, &self.desk.check(), first, grain);
        if kind == "rank" && ranked.is_ok_and(|series| !series.falls_is_better) {
            return Err(bad(request.place_of("metric"), "block-no-rank", first.metric.as_str()));
        }
        Ok(self.titled_or_nothing(figure, request))
    }

    /// Several figures of one unit side by side.
    fn shares(&self, request: &BlockRequest, subjects: &[Subject], grain: Grain) -> Block {
        let named = |subject: &Subject| (self.desk.metric(&subject.metric).text, subject.clone());
        let named: Vec<(String, Subject)> = subjects.iter().map(named).collect();
        let who = subjects.first().map_or_else(String::new, |first| who(&self.desk, first));
        let title = Title { who, what: self.desk.say("keyword-shares"), when: String::new() };
        let id = format!("shares-{}", request.place);
        self.titled_or_nothing(courses(&self.desk, (&id, title), &named, grain), request)
    }

    /// As it says, else as the figure is forecast, else as it comes.
    fn grain_of_course(&self, request: &BlockRequest, subject: &Subject) -> Result<Grain, Diagnostic> {
        if let [word, ..] = request.by.as_slice() {
            let place = request.place_of("by");
            return grain::grain(word).ok_or_else(|| bad(place, "block-over-time", word).help("help"));
        }
        let line = self.desk.forecasts.outlook.line(subject).map(|line| line.grain);
        let usual = || Series::usual_grain(self.desk.workspace, &self.desk.check(), (subject, None));
        Ok(line.unwrap_or_else(usual))
    }

    /// That there is such a thing: a wrong word is a finding where it stands.
    fn check_series(
        &self,
        request: &BlockRequest,
        subject: &Subject,
        grain: Grain,
    ) -> Result<(), Diagnostic> {
        let metric = subject.metric.as_str();
        let (key, words, name) = match Series::of(self.desk.workspace, &self.desk.check(), subject, grain) {
            Err(NoSeries::Unknown) => {
                let value = subject.segment.as_ref().map_or(metric, |segment| segment.value.as_str());
                ("scope", "block-no-value", value)
            }
            Err(NoSeries::Dimension(_)) => ("scope", "block-no-dimension", metric),
            Err(NoSeries::Level) => ("scope", "block-level", metric),
            Err(NoSeries::Coarse | NoSeries::Weeks) => ("by", "block-coarse", metric),
            Err(NoSeries::Empty) | Ok(_) => return Ok(()),
        };
        Err(bad(request.place_of(key), words, name).help("help"))
    }
}
