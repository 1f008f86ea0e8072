//! Events (`events:` of `calendar.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Day, EventId, Id, MarketplaceId, Ratio, Span, Text};

use super::At;
use super::allocation::Weight;
use super::read::{Context, Fields, Read};
use super::scalar::{Name, words};
use super::supplier::Supplier;
use super::yaml::Node;

/// Something that happens on known days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its name in files.
    pub id: EventId,
    /// Its name for readers.
    pub name: Text,
    /// What it touches.
    pub kind: EventKind,
    /// Its days.
    pub span: Span,
    /// Where; in every marketplace when empty.
    pub marketplaces: Vec<At<MarketplaceId>>,
    /// The suppliers it closes.
    pub suppliers: Vec<At<Id<Supplier>>>,
    /// What a day's weight is multiplied with; 1 when nothing is said.
    pub lift: Ratio,
    /// Days with a lift of their own.
    pub peaks: Vec<Peak>,
    /// The event of another year to compare it with.
    pub align_with: Option<At<EventId>>,
    /// Days by which something must be done, by name.
    pub deadlines: Vec<(String, At<Day>)>,
    /// How sure its days are.
    pub status: EventStatus,
    /// The working calendar it closes, such as `factory`.
    pub calendar: Option<String>,
    /// Where it is written.
    pub place: Place,
}

impl Event {
    /// What the weight of a day is multiplied with: 1 outside its days.
    pub fn lift_on(&self, day: Day) -> Ratio {
        if !self.span.contains(day) {
            return Ratio::one();
        }
        let peak = self.peaks.iter().find(|peak| peak.date == day);
        peak.map_or_else(|| self.lift.clone(), |peak| peak.lift.clone())
    }

    /// Whether the office is closed on its days: a closure of the working calendar `office`.
    pub fn closes_office(&self) -> bool {
        let closes = self.kind == EventKind::Closure && self.status != EventStatus::Cancelled;
        closes && self.calendar.as_deref() == Some("office")
    }

    /// Whether it happens in a marketplace.
    pub fn is_in(&self, marketplace: &MarketplaceId) -> bool {
        self.marketplaces.is_empty() || self.marketplaces.iter().any(|m| m.value == *marketplace)
    }
}

/// What an event touches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// How much is bought.
    Demand,
    /// When suppliers work.
    Closure,
    /// When goods move.
    Logistics,
}

/// How sure an event's days are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventStatus {
    /// Expected.
    Planned,
    /// Announced.
    Confirmed,
    /// It will not happen.
    Cancelled,
}

/// A day of an event with a lift of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peak {
    /// The day.
    pub date: Day,
    /// Its lift, in place of the event's.
    pub lift: Ratio,
    /// Where it is written.
    pub place: Place,
}

words!(EventKind {
    "demand" => EventKind::Demand,
    "closure" => EventKind::Closure,
    "logistics" => EventKind::Logistics,
});
words!(EventStatus {
    "planned" => EventStatus::Planned,
    "confirmed" => EventStatus::Confirmed,
    "cancelled" => EventStatus::Cancelled,
});

impl Read for Event {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<EventId> = f.id();
        let name = f.optional("name");
        let kind = f.required("kind");
        let span = f.span("from", "to");
        let (marketplaces, suppliers) = (f.list("markets"), f.list("suppliers"));
        let lift = f.optional::<Weight>("lift").map_or_else(Ratio::one, |lift| lift.0);
        let (peaks, align_with) = (f.list("peaks"), f.optional("align_with"));
        let deadlines: Vec<(Name, At<Day>)> = f.pairs("deadlines");
        let deadlines = deadlines.into_iter().map(|(name, day)| (name.0, day)).collect();
        let status = f.optional("status").unwrap_or(EventStatus::Planned);
        let calendar = f.optional::<Name>("calendar").map(|name| name.0);
        let place = f.finish();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        let (kind, span) = (kind?, span?);
        Some(Event {
            id,
            name,
            kind,
            span,
            marketplaces,
            suppliers,
            lift,
            peaks,
            align_with,
            deadlines,
            status,
            calendar,
            place,
        })
    }
}

impl Read for Peak {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (date, lift) = (f.required("date"), f.required::<Weight>("lift"));
        let place = f.finish();
        Some(Peak { date: date?, lift: lift?.0, place })
    }
}
