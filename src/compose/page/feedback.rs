//! Feedback: who said what, who answered, and what became of it?

mod table;
mod tally;

use super::department::commitment;
pub(super) use table::table;

use super::parts::{below, empty, linked, told};
use crate::compose::agenda::anchor;
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::{DepartmentId, Id, ProductId, Ratio};
use crate::review::{Voice, VoiceState};
use crate::site::{Block, Cell, Section, Target};
use crate::workspace::{Commitment, Feedback, FeedbackKind};

/// Which columns a table of feedback has, and whether its rows are the places that links lead to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::compose::page) enum Shown {
    /// The answers, each row with its place.
    Placed,
    /// The answers; each row leads to its place.
    Linked,
    /// How long each waits, and for what; each row leads to its place.
    Waiting,
}

const KINDS: [FeedbackKind; 6] = [
    FeedbackKind::Product,
    FeedbackKind::Competitor,
    FeedbackKind::Audience,
    FeedbackKind::Price,
    FeedbackKind::Listing,
    FeedbackKind::Logistics,
];

/// The page of all feedback.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let voices = Voice::all(desk.workspace, desk.today);
    let mut blocks: Vec<Block> = Vec::new();
    if voices.is_empty() {
        let yaml = "feedback:\n- {id: F-1, date: 2026-11-09, source: {kind: reviews, count: 8, of: 73},\n   product: …, kind: product, text: …, to: rd}";
        blocks.push(empty(desk, "feedback-empty", ("feedback/2026-11.yaml", yaml)));
    } else {
        blocks.push(open(desk, &voices));
        blocks.push(tally::by_kind(desk, &voices));
        blocks.push(tally::by_department(desk, &voices));
        blocks.extend(products(desk).iter().map(|product| of_product(desk, &voices, product.as_ref())));
    }
    Sheet {
        route: Route::Feedback,
        title: desk.say("feedback-title").into(),
        eyebrow: vec![desk.say("company-whole").into(), desk.today.to_string().into()],
        headline: headline(desk, &voices).into(),
        lede: (!voices.is_empty()).then(|| lede(desk, &voices).into()),
        blocks,
    }
}

/// What nobody took up, the oldest first; of one department or of all.
pub(super) fn unanswered<'a>(desk: &Desk<'a>, to: Option<&DepartmentId>) -> Vec<Voice<'a>> {
    let ours = |it: &Feedback| to.is_none_or(|id| it.to.as_ref().is_some_and(|to| to.value == *id));
    let mut voices = Voice::all(desk.workspace, desk.today);
    voices.retain(|voice| voice.state == VoiceState::Unheard && ours(voice.item));
    voices.sort_by_key(|voice| voice.item.date);
    voices
}

/// The place of an item on the page of all feedback.
pub(in crate::compose) fn place(desk: &Desk<'_>, it: &Feedback) -> Target {
    Target::place(&desk.path(&Route::Feedback), &anchor(it.id.as_str()))
}

/// The part of those asked who said it; nothing where nobody counted.
fn share(it: &Feedback) -> Option<Ratio> {
    Ratio::new(it.source.count?.into(), it.source.of?.into())
}

/// A share with its base: "38 / 412 = 9.2%"; empty where nobody counted.
pub(in crate::compose) fn base(desk: &Desk<'_>, it: &Feedback) -> String {
    let number = |n: u32| desk.locale.integer(n.into());
    match (it.source.count, it.source.of) {
        (Some(count), Some(of)) => {
            let share = share(it).map_or_else(String::new, |share| desk.locale.percent(&share, 1));
            let args = [("count", number(count).into()), ("of", number(of).into()), ("share", share.into())];
            desk.fill("feedback-base", &args)
        }
        (Some(count), None) => desk.fill("feedback-no-base", &[("count", number(count).into())]),
        (None, _) => String::new(),
    }
}

fn headline(desk: &Desk<'_>, voices: &[Voice<'_>]) -> String {
    let waiting = voices.iter().filter(|voice| voice.state == VoiceState::Unheard);
    let mut args = vec![("all", voices.len().into()), ("waiting", waiting.clone().count().into())];
    match waiting.min_by_key(|voice| voice.item.date) {
        _ if voices.is_empty() => desk.say("feedback-headline-none"),
        None => desk.fill("feedback-headline-answered", &args),
        Some(oldest) => {
            args.push(("days", oldest.waits.unwrap_or(0).into()));
            args.push(("text", desk.phrase(&oldest.item.text).text.into()));
            desk.fill("feedback-headline", &args)
        }
    }
}

fn lede(desk: &Desk<'_>, voices: &[Voice<'_>]) -> String {
    let of = |state| voices.iter().filter(|voice| voice.state == state).count();
    let args = [
        ("runs", (of(VoiceState::UnderWay) + of(VoiceState::Undecided)).into()),
        ("told", of(VoiceState::Told).into()),
        ("untold", of(VoiceState::Untold).into()),
    ];
    desk.fill(if of(VoiceState::Untold) == 0 { "feedback-lede-told" } else { "feedback-lede" }, &args)
}

/// What waits for somebody's next step, that which waits longest first.
fn open(desk: &Desk<'_>, voices: &[Voice<'_>]) -> Block {
    let mut waiting: Vec<Voice<'_>> = voices.iter().filter(|voice| voice.waits.is_some()).copied().collect();
    waiting.sort_by_key(|voice| (voice.state, std::cmp::Reverse(voice.waits)));
    match waiting.is_empty() {
        true => told(desk, "feedback-open", (desk.say("feedback-open-none"), vec![])),
        false => {
            let table = table(desk, &waiting, Shown::Waiting);
            told(desk, "feedback-open", (desk.say("feedback-open-lede"), vec![table.into()]))
        }
    }
}

/// Every product that something was said of, in the catalogue's order, then what has none.
fn products(desk: &Desk<'_>) -> Vec<Option<ProductId>> {
    let has = |id: &Option<ProductId>| desk.workspace.feedback.iter().any(|it| product(it) == id.as_ref());
    desk.products().into_iter().map(Some).chain([None]).filter(has).collect()
}

fn product(it: &Feedback) -> Option<&ProductId> {
    it.product.as_ref().map(|product| &product.value)
}

fn of_product(desk: &Desk<'_>, voices: &[Voice<'_>], id: Option<&ProductId>) -> Block {
    let mut voices: Vec<Voice<'_>> =
        voices.iter().filter(|voice| product(voice.item) == id).copied().collect();
    let order = |kind| KINDS.iter().position(|known| *known == kind);
    voices.sort_by_key(|voice| (order(voice.item.kind), std::cmp::Reverse(voice.item.date)));
    let heading = id.map_or_else(|| desk.say("feedback-no-product").into(), |id| desk.product(id));
    let more = id.map(|id| desk.link(desk.say("feedback-to-product"), &Route::Product(id.clone())));
    Section { heading, more, blocks: vec![table(desk, &voices, Shown::Placed).into()], ..Section::default() }
        .into()
}

fn kind_name(desk: &Desk<'_>, kind: FeedbackKind) -> String {
    desk.say(match kind {
        FeedbackKind::Product => "feedback-kind-product",
        FeedbackKind::Competitor => "feedback-kind-competitor",
        FeedbackKind::Audience => "feedback-kind-audience",
        FeedbackKind::Price => "feedback-kind-price",
        FeedbackKind::Listing => "feedback-kind-listing",
        FeedbackKind::Logistics => "feedback-kind-logistics",
    })
}

/// A commitment, plan item or act by its words, leading to its place.
pub(super) fn outcome(desk: &Desk<'_>, id: &str) -> Cell {
    if let Some(it) = desk.workspace.commitment(&Id::<Commitment>::new(id)) {
        return below(linked(desk.phrase(&it.what), commitment::place(desk, it)), id);
    }
    for cycle in &desk.workspace.cycles {
        let item = cycle.plan.iter().find(|item| item.id.as_str() == id).map(|item| item.title.as_ref());
        let act = || cycle.act.iter().find(|act| act.id.as_str() == id).map(|act| act.what.as_ref());
        if let Some(words) = item.or_else(act) {
            let to = Target::place(&desk.path(&Route::Review(cycle.id.clone())), &anchor(id));
            return below(linked(words.map_or_else(|| id.into(), |words| desk.phrase(words)), to), id);
        }
    }
    Cell::new(id)
}
