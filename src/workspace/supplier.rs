//! Suppliers (`suppliers:` of `calendar.yaml`).

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::quantity::{Id, ProductId, Ratio, Text};

use super::read::{Context, Fields, Read};
use super::scalar::{Name, Share};
use super::yaml::Node;
use super::{At, Figure};

/// Who makes products.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supplier {
    /// Its name in files.
    pub id: Id<Supplier>,
    /// Its name for readers.
    pub name: Text,
    /// What it makes.
    pub products: Vec<At<ProductId>>,
    /// When it is paid; the shares sum to one.
    pub terms: Vec<Term>,
    /// Where it is written.
    pub place: Place,
}

/// A part of the price and when it is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The part (0.30).
    pub share: Ratio,
    /// When it is due: `po`, `before-shipment`.
    pub when: String,
}

impl Read for Supplier {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<Id<Supplier>> = f.id();
        let name = f.optional("name");
        let products = f.list("products");
        let terms: Vec<Term> = f.list("terms");
        let terms_place = f.node("terms").map(|node| node.place.clone());
        let place = f.finish();
        let id = id?;
        if let Some(terms_place) = terms_place {
            check_shares(&id, &terms, &terms_place, cx);
        }
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Supplier { id, name, products, terms, place })
    }
}

/// What is paid in parts is paid in full.
fn check_shares(id: &Id<Supplier>, terms: &[Term], place: &Place, cx: &mut Context) {
    let sum: Ratio = terms.iter().map(|term| &term.share).sum();
    if sum != Ratio::one() {
        let finding = Diagnostic::new(codes::PARTS_MISMATCH, place).with("name", id.as_str());
        let finding = finding.with("sum", Figure::Percent(sum).to_string()).with("whole", "100%");
        cx.findings.push(finding.help("help").about(id.as_str()));
    }
}

impl Read for Term {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let share: Option<Share> = f.required("share");
        let when = f.required::<Name>("when");
        f.finish();
        Some(Term { share: share?.0, when: when?.0 })
    }
}
