//! What customers and the market say (`feedback/*.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Day, DepartmentId, Id, MarketplaceId, PersonId, ProductId, Text};

use super::At;

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
