//! What a new briefing has to answer for: calls that are open, what the last one asked for, what has moved since.

use super::Pen;
use crate::quantity::{Period, Ratio};
use crate::review::{Answer, CallMade, due_of};
use crate::trend::{Series, Subject};
use crate::workspace::{Briefing, BriefingAct, Commitment, Status};

impl Pen<'_> {
    /// The calls that are not resolved, as remarks: those that are due first.
    pub(super) fn open_calls(&self) -> Vec<String> {
        let mut open: Vec<CallMade<'_>> =
            CallMade::all(self.sources.workspace).filter(|made| made.call.outcome.is_none()).collect();
        open.sort_by_key(|made| made.call.resolves);
        let Some(locale) = self.locales.first().filter(|_| !open.is_empty()) else { return Vec::new() };
        let line = |made: CallMade<'_>| {
            let (call, place) = (made.call, &made.call.place);
            let share = call.probability.as_ref().map_or_else(|| "?".to_owned(), |it| locale.percent(it, 0));
            let day = call.resolves.map_or_else(|| "?".to_owned(), |day| day.to_string());
            let due = if made.overdue(self.check.today).is_some() { "! " } else { "" };
            let text = call.text.in_lang(locale.lang());
            format!("#   {due}{day} · {share} · {text} · {}:{}", place.file, place.line)
        };
        let head = format!("# {}", self.say("draft-calls"));
        std::iter::once(head).chain(open.into_iter().map(line)).collect()
    }

    /// What the last briefing asked for, and what became of it.
    pub(super) fn asked(&self) -> Vec<String> {
        let Some(last) = self.last() else { return Vec::new() };
        let acts: Vec<&BriefingAct> = last.items.iter().flat_map(|item| &item.act).collect();
        if acts.is_empty() {
            return Vec::new();
        }
        let args = [("briefing", last.id.as_str().into()), ("day", last.issued.to_string().into())];
        let head = format!("# {}", self.fill("draft-asked", &args));
        std::iter::once(head).chain(acts.into_iter().map(|act| self.became((last, act)))).collect()
    }

    fn became(&self, (briefing, act): (&Briefing, &BriefingAct)) -> String {
        let Some(locale) = self.locales.first() else { return String::new() };
        let answer = match Answer::of(self.sources.workspace, (briefing, act), self.check.today) {
            Answer::Promised(it) => self.promised(it),
            Answer::Declined(declined) => {
                let reason = declined.reason.in_lang(locale.lang());
                self.fill("draft-declined", &[("reason", reason.into())])
            }
            Answer::Open => self.say("draft-unanswered"),
            Answer::Overdue => format!("! {}", self.say("draft-unanswered")),
        };
        let by = act.by.map_or_else(|| "?".to_owned(), |day| day.to_string());
        let (what, place) = (act.what.in_lang(locale.lang()), &act.place);
        format!("#   {} · {what} · {by} · {answer} · {}:{}", act.department.value, place.file, place.line)
    }

    fn promised(&self, it: &Commitment) -> String {
        let due = due_of(self.sources.workspace, it);
        let state = match it.status {
            Status::Done => "done",
            Status::Dropped => "dropped",
            Status::Carried => "carried",
            Status::Open | Status::InProgress if due < self.check.today => "late",
            Status::Open | Status::InProgress => "open",
        };
        let args = [("id", it.id.as_str().into()), ("state", state.into()), ("day", due.to_string().into())];
        self.fill("draft-promised", &args)
    }

    /// What the figures were when the last briefing was given, and what they are.
    pub(super) fn moved(&self) -> Vec<String> {
        let Some(last) = self.last() else { return Vec::new() };
        let lines: Vec<String> =
            self.subjects().iter().filter_map(|subject| self.move_of(subject, last)).collect();
        let args = [("briefing", last.id.as_str().into()), ("day", last.issued.to_string().into())];
        let head = (!lines.is_empty()).then(|| format!("# {}", self.fill("draft-since", &args)));
        head.into_iter().chain(lines).collect()
    }

    /// The last complete period then and now; nothing where there is no later one.
    fn move_of(&self, subject: &Subject, last: &Briefing) -> Option<String> {
        let series = self.series(subject)?;
        let (then, now) = (known_before(&series, last)?, known(&series).last()?);
        let teller = self.teller(self.locales.first()?);
        let [before, after] = [then, now].map(|(_, value)| teller.amount(&subject.metric, value));
        let key = if before == after { "draft-unmoved" } else { "draft-moved" };
        let args = [
            ("subject", teller.subject(subject).into()),
            ("then-period", teller.period(then.0).into()),
            ("then", before.into()),
            ("now-period", teller.period(now.0).into()),
            ("now", after.into()),
        ];
        (then.0 != now.0).then(|| format!("#   {}", self.fill(key, &args)))
    }

    /// The latest briefing of the same market, else of any.
    fn last(&self) -> Option<&Briefing> {
        self.before().or_else(|| self.sources.workspace.briefings.last())
    }

    /// The latest briefing of the same market.
    pub(super) fn before(&self) -> Option<&Briefing> {
        let (market, request) = (&self.sources.workspace.market, self.request);
        let wanted = request.category.as_ref().and_then(|id| market.category(id));
        let same = |briefing: &&Briefing| {
            let covered = briefing.category.as_ref().and_then(|words| market.category_called(words));
            let place = briefing.marketplace.as_ref().map(|place| &place.value);
            (wanted.is_none() || covered == wanted) && place == request.marketplace.as_ref()
        };
        self.sources.workspace.briefings.iter().rev().find(same)
    }
}

fn known(series: &Series) -> impl Iterator<Item = (Period, &Ratio)> {
    series.points.iter().filter_map(|point| Some((point.period, point.value.as_ref()?)))
}

fn known_before<'a>(series: &'a Series, briefing: &Briefing) -> Option<(Period, &'a Ratio)> {
    known(series).filter(|(period, _)| period.span().to < briefing.issued).last()
}
