//! What customers and the market say (`feedback/*.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Day, DepartmentId, Id, MarketplaceId, PersonId, ProductId, Text};

use super::At;
use super::names::Kind;
use super::read::{Context, Fields, Read};
use super::scalar::{Name, words};
use super::yaml::Node;

/// Something that customers or the market said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// Its name in files.
    pub id: Id<Feedback>,
    /// When it was noted.
    pub date: Day,
    /// Where it was heard.
    pub source: FeedbackSource,
    /// The product.
    pub product: Option<At<ProductId>>,
    /// Where.
    pub marketplace: Option<At<MarketplaceId>>,
    /// What it speaks of: product, competitor, audience, price, listing, logistics.
    pub kind: FeedbackKind,
    /// What was said.
    pub text: Text,
    /// How much it matters.
    pub severity: Grade,
    /// The department it is for.
    pub to: Option<At<DepartmentId>>,
    /// What is asked.
    pub asks: Option<Text>,
    /// Who took it up, and when.
    pub ack: Option<(At<PersonId>, Day)>,
    /// What it became.
    pub becomes: Option<Outcome>,
    /// Why it was declined.
    pub reason: Option<Text>,
    /// Whether those who said it were told, and when.
    pub told_back: Option<(bool, Option<Day>)>,
    /// Where it is written.
    pub place: Place,
}

/// Where feedback was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackSource {
    /// The channel: returns, reviews, messages, competitor.
    pub kind: String,
    /// The file or page.
    pub reference: Option<String>,
    /// How many said it.
    pub count: Option<u32>,
    /// Of how many.
    pub of: Option<u32>,
    /// Where it is written.
    pub place: Place,
}

/// What feedback speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedbackKind {
    /// The product itself.
    Product,
    /// A rival.
    Competitor,
    /// Who buys, and for what.
    Audience,
    /// The price.
    Price,
    /// The listing.
    Listing,
    /// Delivery.
    Logistics,
}

/// A grade of weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Little.
    Low,
    /// Some.
    Medium,
    /// Much.
    High,
}

/// What feedback became.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A commitment, a plan item or an act, by its id.
    Became(At<String>),
    /// Nothing, for a reason.
    Declined,
}

words!(FeedbackKind {
    "product" => FeedbackKind::Product,
    "competitor" => FeedbackKind::Competitor,
    "audience" => FeedbackKind::Audience,
    "price" => FeedbackKind::Price,
    "listing" => FeedbackKind::Listing,
    "logistics" => FeedbackKind::Logistics,
});
words!(Grade { "low" => Grade::Low, "medium" => Grade::Medium, "high" => Grade::High });

impl Read for Feedback {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.id();
        let (date, source) = (f.required("date"), f.required("source"));
        let (product, marketplace) = (f.optional("product"), f.optional("marketplace"));
        let (kind, text, severity) = (f.required("kind"), f.required("text"), f.required("severity"));
        let (to, asks) = (f.optional("to"), f.optional("asks"));
        let ack = f.optional::<Ack>("ack").map(|ack| (ack.by, ack.date));
        let (becomes, reason) = (f.optional("becomes"), f.optional("reason"));
        let told_back = f.optional::<Loop>("loop").map(|told| (told.told_back, told.date));
        let place = f.finish();
        let (id, date, source, kind, text) = (id?, date?, source?, kind?, text?);
        Some(Feedback {
            id,
            date,
            source,
            product,
            marketplace,
            kind,
            text,
            severity: severity?,
            to,
            asks,
            ack,
            becomes,
            reason,
            told_back,
            place,
        })
    }
}

impl Read for FeedbackSource {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let kind: Option<Name> = f.required("kind");
        let reference = f.optional("ref");
        let (count, of) = (f.optional("count"), f.optional("of"));
        let place = f.finish();
        Some(FeedbackSource { kind: kind?.0, reference, count, of, place })
    }
}

struct Ack {
    by: At<PersonId>,
    date: Day,
}

impl Read for Ack {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (by, date) = (f.required("by"), f.required("date"));
        f.finish();
        Some(Ack { by: by?, date: date? })
    }
}

struct Loop {
    told_back: bool,
    date: Option<Day>,
}

impl Read for Loop {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (told_back, date) = (f.required("told_back"), f.optional("date"));
        f.finish();
        Some(Loop { told_back: told_back?, date })
    }
}

/// `declined`, or the id of what it became.
impl Read for Outcome {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        if node.text() == Some("declined") {
            return Some(Outcome::Declined);
        }
        At::<Name>::read(node, cx).map(|name| Outcome::Became(At { value: name.value.0, place: name.place }))
    }
}

/// Looks at what feedback became: it must be there, unless a cycle is to come in which it may be planned.
pub(super) fn check(feedback: &[Feedback], cycles_go_on: bool, cx: &mut Context) {
    const BECOMES: &[Kind] = &[Kind::Commitment, Kind::PlanItem, Kind::Act];
    for outcome in feedback.iter().filter_map(|item| item.becomes.as_ref()) {
        if let (Outcome::Became(name), false) = (outcome, cycles_go_on) {
            cx.names.refer(BECOMES, &name.value, &name.place);
        }
    }
}
