//! The plan as a department needs it: what to make, when to promote, which way to ship, what it costs.
//!
//! What a department sees follows from its id, as `departments.yaml` names it.

mod ahead;
mod finance;
mod logistics;
mod product_dates;
mod production;
mod promotion;
mod returns;
mod runs;

use crate::compose::agenda;
use crate::compose::desk::Desk;
use crate::compose::page::feedback::{self, Shown};
use crate::compose::page::parts::section;
use crate::compose::page::supply::past;
use crate::quantity::DepartmentId;
use crate::review::Voice;
use crate::site::Block;
use crate::workspace::{Feedback, FeedbackKind};

/// The sections of a department's own part of the plan; none for a department of another name.
pub(super) fn blocks(desk: &Desk<'_>, id: &DepartmentId) -> Vec<Block> {
    match id.as_str() {
        "production" | "procurement" => {
            production::sections(desk).into_iter().chain(heard(desk, "duty-feedback", (id, &[]))).collect()
        }
        "marketing" => {
            promotion::section(desk).into_iter().chain(heard(desk, "duty-feedback", (id, &[]))).collect()
        }
        "logistics" => {
            logistics::sections(desk).into_iter().chain(heard(desk, "duty-feedback", (id, &[]))).collect()
        }
        "rd" | "quality" => {
            let heard = heard(desk, "duty-product-feedback", (id, &[FeedbackKind::Product]));
            let runs = runs::section(desk).into_iter();
            runs.chain(product_dates::section_of(desk)).chain(heard).collect()
        }
        "cs" | "service" => {
            let kinds = [FeedbackKind::Product, FeedbackKind::Listing, FeedbackKind::Logistics];
            let planned = [ahead::section(desk), returns::section(desk)].into_iter().flatten();
            planned.chain(heard(desk, "duty-reasons", (id, &kinds))).collect()
        }
        "finance" => finance::sections(desk),
        "brand" => {
            let kinds = [FeedbackKind::Competitor, FeedbackKind::Audience, FeedbackKind::Price];
            heard(desk, "duty-market-feedback", (id, &kinds))
        }
        "ops" | "operations" => everything(desk),
        _ => heard(desk, "duty-feedback", (id, &[])),
    }
}

/// What was said to a department or of some things, the newest first.
fn heard(desk: &Desk<'_>, key: &str, (id, kinds): (&DepartmentId, &[FeedbackKind])) -> Vec<Block> {
    let ours = |it: &Feedback| it.to.as_ref().is_some_and(|to| to.value == *id);
    let mut voices = Voice::all(desk.workspace, desk.today);
    voices.retain(|voice| kinds.contains(&voice.item.kind) || ours(voice.item));
    voices.sort_by_key(|voice| std::cmp::Reverse(voice.item.date));
    if voices.is_empty() {
        return Vec::new();
    }
    vec![section(desk, key, vec![feedback::table(desk, &voices, Shown::Linked).into()])]
}

/// What must be ordered at once, and what is next for the whole company: the operations lead owns the loop.
fn everything(desk: &Desk<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = past::section(desk).into_iter().collect();
    let next = agenda::next(desk, &agenda::Of::Company, 12);
    blocks.extend((!next.lines.is_empty()).then(|| section(desk, "duty-next", vec![next.into()])));
    blocks
}
