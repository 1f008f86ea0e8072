//! Suppliers (`suppliers:` of `calendar.yaml`).

use crate::diagnostic::{Diagnostic, Place, codes, nearest};
use crate::quantity::{Id, ProductId, Ratio, Text};

use super::read::{Context, Fields, Read};
use super::scalar::{Share, words};
use super::yaml::{Node, Value};
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
    /// When it is due.
    pub when: Due,
}

/// The day on which something is due: so many days after a milestone of the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The milestone.
    pub after: Milestone,
    /// How many days later.
    pub days: u32,
}

/// What happens to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Milestone {
    /// It is placed.
    Order,
    /// It is ready to leave the factory.
    Ready,
    /// It leaves.
    Shipment,
    /// It can be sold.
    Arrival,
}

impl Read for Supplier {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<Id<Supplier>> = f.id();
        let name = f.optional("name");
        let products = f.list("products");
        let terms: Vec<Term> = f.list("terms");
        // Shares of terms that cannot be read, which is a finding already, are not known to be missing.
        let whole = |node: &&Node| matches!(&node.value, Value::List(items) if items.len() == terms.len());
        let terms_place = f.node("terms").filter(whole).map(|node| node.place.clone());
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
        let when = f.required("when");
        f.finish();
        Some(Term { share: share?.0, when: when? })
    }
}

/// A word for a milestone itself.
const AT: &[(&str, Milestone)] =
    &[("po", Milestone::Order), ("before-shipment", Milestone::Ready), ("on-arrival", Milestone::Arrival)];

words!(Milestone {
    "po" => Milestone::Order,
    "shipment" => Milestone::Shipment,
    "arrival" => Milestone::Arrival,
});

/// `po`, `before-shipment`, `on-arrival`, or `{after: po | shipment | arrival, days: 30}`.
impl Read for Due {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        if let Value::Map(_) = node.value {
            let mut f = Fields::open(node, cx)?;
            let (after, days) = (f.required("after"), f.required("days"));
            f.finish();
            return Some(Due { after: after?, days: days? });
        }
        let text = cx.scalar(node, "form-word")?;
        if let Some((_, after)) = AT.iter().find(|(word, _)| *word == text) {
            return Some(Due { after: *after, days: 0 });
        }
        let words = AT.iter().map(|(word, _)| *word);
        let known = format!(
            "{}, {{after: po | shipment | arrival, days: 30}}",
            words.clone().collect::<Vec<_>>().join(", ")
        );
        let finding =
            Diagnostic::new(codes::UNKNOWN_WORD, &node.place).with("value", text).with("known", known);
        cx.findings.push(finding.nearest(nearest(text, words)));
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::yaml;

    fn term(when: &str) -> (Option<Due>, Vec<&'static str>) {
        let mut cx = Context::default();
        let text = format!("{{share: 100%, when: {when}}}");
        let node = yaml::parse(&"calendar.yaml".into(), text.as_bytes(), &mut cx.findings).unwrap();
        let term = Term::read(&node, &mut cx);
        (term.map(|term| term.when), cx.findings.iter().map(|finding| finding.code.name).collect())
    }

    #[test]
    fn a_term_is_a_milestone_or_days_after_it() {
        for (when, after, days) in [
            ("po", Milestone::Order, 0),
            ("before-shipment", Milestone::Ready, 0),
            ("on-arrival", Milestone::Arrival, 0),
            ("{after: shipment, days: 30}", Milestone::Shipment, 30),
        ] {
            assert_eq!(term(when), (Some(Due { after, days }), vec![]), "{when}");
        }
    }

    #[test]
    fn a_word_that_nobody_knows_is_refused() {
        for (when, code) in [
            ("net-30", "Y009"),
            ("before-shipmnt", "Y009"),
            ("{after: customs, days: 3}", "Y009"),
            ("{days: 3}", "Y004"),
        ] {
            assert_eq!(term(when), (None, vec![code]), "{when}");
        }
    }
}
