//! Feedback: who said what, who answered, and what became of it?

use super::department::commitment;
use super::parts::{Head, below, count, empty, linked, row, section, table as plain, told};
use crate::compose::agenda::{anchor, shown};
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::{DepartmentId, Id, ProductId, Ratio};
use crate::site::{Block, Cell, Column, ColumnKind, Row, Section, Status, Table, Target};
use crate::workspace::{Commitment, Feedback, FeedbackKind, Grade, Outcome};

/// Which columns a table of feedback has, and whether its rows are the places that links lead to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// The answers, each row with its place.
    Placed,
    /// The answers; each row leads to its place.
    Linked,
    /// How long each waits; each row leads to its place.
    Unanswered,
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
    let waiting = unanswered(desk, None);
    let mut blocks: Vec<Block> = Vec::new();
    if desk.workspace.feedback.is_empty() {
        let yaml = "feedback:\n- {id: F-1, date: 2026-11-09, source: {kind: reviews, count: 8, of: 73},\n   product: …, kind: product, text: …, to: rd}";
        blocks.push(empty(desk, "feedback-empty", ("feedback/2026-11.yaml", yaml)));
    } else {
        blocks.push(open(desk, &waiting));
        blocks.push(overview(desk));
        blocks.extend(products(desk).iter().map(|product| of_product(desk, product.as_ref())));
    }
    Sheet {
        route: Route::Feedback,
        title: desk.say("feedback-title").into(),
        eyebrow: vec![desk.say("company-whole").into(), desk.today.to_string().into()],
        headline: headline(desk, &waiting).into(),
        lede: (!desk.workspace.feedback.is_empty()).then(|| lede(desk).into()),
        blocks,
    }
}

/// What nobody took up, the oldest first; of one department or of all.
pub(super) fn unanswered<'a>(desk: &Desk<'a>, to: Option<&DepartmentId>) -> Vec<&'a Feedback> {
    let waits = |it: &&Feedback| it.ack.is_none() && it.becomes.is_none();
    let ours = |it: &&Feedback| to.is_none_or(|id| it.to.as_ref().is_some_and(|to| to.value == *id));
    let mut items: Vec<&Feedback> = desk.workspace.feedback.iter().filter(waits).filter(ours).collect();
    items.sort_by_key(|it| it.date);
    items
}

/// The place of an item on the page of all feedback.
pub(in crate::compose) fn place(desk: &Desk<'_>, it: &Feedback) -> Target {
    Target::place(&desk.path(&Route::Feedback), &anchor(it.id.as_str()))
}

/// A share with its base: "38 / 412 = 9.2%"; empty where nobody counted.
pub(in crate::compose) fn base(desk: &Desk<'_>, it: &Feedback) -> String {
    let number = |n: u32| desk.locale.integer(n.into());
    match (it.source.count, it.source.of) {
        (Some(count), Some(of)) => {
            let share = Ratio::new(count.into(), of.into());
            let share = share.map_or_else(String::new, |share| desk.locale.percent(&share, 1));
            let args = [("count", number(count).into()), ("of", number(of).into()), ("share", share.into())];
            desk.fill("feedback-base", &args)
        }
        (Some(count), None) => desk.fill("feedback-no-base", &[("count", number(count).into())]),
        (None, _) => String::new(),
    }
}

fn headline(desk: &Desk<'_>, waiting: &[&Feedback]) -> String {
    let all = desk.workspace.feedback.len();
    let mut args = vec![("all", all.into()), ("waiting", waiting.len().into())];
    match waiting.first() {
        _ if all == 0 => desk.say("feedback-headline-none"),
        None => desk.fill("feedback-headline-answered", &args),
        Some(oldest) => {
            args.push(("days", age(desk, oldest).into()));
            args.push(("text", desk.phrase(&oldest.text).text.into()));
            desk.fill("feedback-headline", &args)
        }
    }
}

fn lede(desk: &Desk<'_>) -> String {
    let all = &desk.workspace.feedback;
    let became = all.iter().filter(|it| matches!(it.becomes, Some(Outcome::Became(_)))).count();
    let declined = all.iter().filter(|it| matches!(it.becomes, Some(Outcome::Declined))).count();
    let told = all.iter().filter(|it| it.told_back.is_some_and(|(told, _)| told)).count();
    let args = [("became", became.into()), ("declined", declined.into()), ("told", told.into())];
    desk.fill("feedback-lede", &args)
}

/// Days since it was noted.
fn age(desk: &Desk<'_>, it: &Feedback) -> usize {
    usize::try_from(desk.today - it.date).unwrap_or(0)
}

fn open(desk: &Desk<'_>, waiting: &[&Feedback]) -> Block {
    match waiting.is_empty() {
        true => told(desk, "feedback-open", (desk.say("feedback-open-none"), vec![])),
        false => section(desk, "feedback-open", vec![table(desk, waiting, Shown::Unanswered).into()]),
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

/// How much was said of what, by product and kind.
fn overview(desk: &Desk<'_>) -> Block {
    let mut columns = vec![Column::new(desk.say("head-product"), ColumnKind::Text)];
    columns.extend(KINDS.map(|kind| Column::new(kind_name(desk, kind), ColumnKind::Number)));
    let rows = products(desk);
    let rows = rows.iter().map(|id| {
        let of = |kind| {
            desk.workspace.feedback.iter().filter(|it| it.kind == kind && product(it) == id.as_ref()).count()
        };
        let head = match id {
            Some(id) => linked(desk.product(id), desk.target(&Route::Product(id.clone()))),
            None => Cell::new(desk.say("feedback-no-product")),
        };
        row(std::iter::once(head).chain(KINDS.map(|kind| count(desk, of(kind)))).collect())
    });
    let table = Table {
        caption: desk.say("feedback-overview").into(),
        caption_hidden: true,
        columns,
        rows: rows.collect(),
        note: None,
    };
    section(desk, "feedback-overview", vec![table.into()])
}

fn of_product(desk: &Desk<'_>, id: Option<&ProductId>) -> Block {
    let mut items: Vec<&Feedback> = desk.workspace.feedback.iter().filter(|it| product(it) == id).collect();
    let order = |kind| KINDS.iter().position(|known| *known == kind);
    items.sort_by_key(|it| (order(it.kind), std::cmp::Reverse(it.date)));
    let heading = id.map_or_else(|| desk.say("feedback-no-product").into(), |id| desk.product(id));
    let more = id.map(|id| desk.link(desk.say("feedback-to-product"), &Route::Product(id.clone())));
    Section { heading, more, blocks: vec![table(desk, &items, Shown::Placed).into()], ..Section::default() }
        .into()
}

/// A table of feedback.
pub(super) fn table(desk: &Desk<'_>, items: &[&Feedback], shown: Shown) -> Table {
    let mut heads: Vec<Head> = vec![
        ("head-said", ColumnKind::Text),
        ("head-about", ColumnKind::Text),
        ("head-base", ColumnKind::Number),
        ("head-to", ColumnKind::Text),
    ];
    match shown {
        Shown::Unanswered => heads.push(("head-waits", ColumnKind::Status)),
        Shown::Placed | Shown::Linked => heads.extend([
            ("head-ack", ColumnKind::Text),
            ("head-became", ColumnKind::Text),
            ("head-told", ColumnKind::Status),
        ]),
    }
    plain(desk, "feedback-title", &heads, items.iter().map(|it| line(desk, it, shown)).collect())
}

fn line(desk: &Desk<'_>, it: &Feedback, shown: Shown) -> Row {
    let mut cells =
        vec![said(desk, it, shown), about(desk, it, shown), counted(desk, it), addressed(desk, it)];
    match shown {
        Shown::Unanswered => cells.push(waits(desk, it)),
        Shown::Placed | Shown::Linked => {
            cells.extend([answered(desk, it), became(desk, it), told_back(desk, it)]);
        }
    }
    let id = if shown == Shown::Placed { anchor(it.id.as_str()) } else { String::new() };
    Row { id, ..row(cells) }
}

fn said(desk: &Desk<'_>, it: &Feedback, as_shown: Shown) -> Cell {
    let source = [Some(it.source.kind.as_str()), it.source.reference.as_deref()];
    let source = source.into_iter().flatten().map(|word| source_name(desk, word));
    let sub = format!("{} · {} · {}", it.id, shown(desk, it.date), source.collect::<Vec<_>>().join(" · "));
    let to = (as_shown != Shown::Placed).then(|| place(desk, it));
    Cell { to, ..below(Cell::new(desk.phrase(&it.text)), sub) }
}

fn source_name(desk: &Desk<'_>, kind: &str) -> String {
    let key = format!("heard-{kind}");
    if desk.locale.has(&key) { desk.say(&key) } else { kind.to_owned() }
}

/// The kind and weight; where there is no heading of the product, the product too.
fn about(desk: &Desk<'_>, it: &Feedback, shown: Shown) -> Cell {
    let severity = match it.severity {
        Grade::Low => "grade-low",
        Grade::Medium => "grade-medium",
        Grade::High => "grade-high",
    };
    let place = it.marketplace.as_ref().map(|id| desk.marketplace(&id.value).text);
    let product = product(it).filter(|_| shown != Shown::Placed).map(|id| desk.product(id).text);
    let parts = [product, place, Some(desk.say(severity))].into_iter().flatten();
    let cell = Cell::new(kind_name(desk, it.kind));
    below(cell, parts.collect::<Vec<_>>().join(" · "))
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

fn counted(desk: &Desk<'_>, it: &Feedback) -> Cell {
    let words = base(desk, it);
    Cell::new(if words.is_empty() { "–".to_owned() } else { words })
}

fn addressed(desk: &Desk<'_>, it: &Feedback) -> Cell {
    let cell = it.to.as_ref().map_or_else(|| Cell::new("–"), |to| commitment::department(desk, &to.value));
    below(cell, it.asks.as_ref().map(|asks| desk.phrase(asks)).unwrap_or_default())
}

fn waits(desk: &Desk<'_>, it: &Feedback) -> Cell {
    let words = desk.fill("feedback-waits", &[("days", age(desk, it).into())]);
    Cell { status: Some(Status::Late), ..Cell::new(words) }
}

fn answered(desk: &Desk<'_>, it: &Feedback) -> Cell {
    match &it.ack {
        Some((by, day)) => below(Cell::new(desk.person(&by.value)), shown(desk, *day)),
        None => Cell::new(desk.say("feedback-nobody")),
    }
}

fn became(desk: &Desk<'_>, it: &Feedback) -> Cell {
    match &it.becomes {
        Some(Outcome::Became(id)) => outcome(desk, &id.value),
        Some(Outcome::Declined) => {
            let reason = it.reason.as_ref().map(|reason| desk.phrase(reason)).unwrap_or_default();
            below(Cell::new(desk.say("feedback-turned-down")), reason)
        }
        None => Cell::new("–"),
    }
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

fn told_back(desk: &Desk<'_>, it: &Feedback) -> Cell {
    match it.told_back {
        Some((true, day)) => Cell {
            status: Some(Status::Done),
            ..Cell::new(desk.fill(
                "feedback-told",
                &[("day", day.map_or_else(String::new, |day| shown(desk, day)).into())],
            ))
        },
        Some((false, _)) => Cell { status: Some(Status::Due), ..Cell::new(desk.say("feedback-not-told")) },
        None => Cell::new("–"),
    }
}
