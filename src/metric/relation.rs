//! Ratios read backwards: what is divided follows from what it is divided by. They open a profit's lines into drivers.

use super::{Catalogue, Expr, Formula};
use crate::quantity::MeasureId;

/// A ratio as what makes its numerator: units are orders times units per order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What follows.
    pub whole: MeasureId,
    /// What it follows from.
    pub by: MeasureId,
    /// The ratio between the two.
    pub rate: MeasureId,
}

impl Catalogue {
    /// A metric read backwards; nothing unless it is one figure divided by another.
    pub fn relation(&self, rate: &MeasureId) -> Option<Relation> {
        match self.formula(rate)? {
            Formula::Ratio { num, den } => {
                Some(Relation { whole: num.clone(), by: den.clone(), rate: rate.clone() })
            }
            Formula::Expr(_) => None,
        }
    }
}

/// Opens every figure that a relation makes, and what it is made of in turn; each keeps its name.
///
/// Of several relations of one figure the first counts, and none leads back to a figure it came from.
pub fn opened(expr: &Expr, relations: &[Relation]) -> Expr {
    match expr {
        Expr::Name(name) => opened_name(name, relations),
        _ => expr.map_parts(&mut |part| opened(part, relations)),
    }
}

fn opened_name(name: &str, relations: &[Relation]) -> Expr {
    let own = Expr::Name(name.to_owned());
    let Some(relation) = relations.iter().find(|relation| relation.whole.as_str() == name) else {
        return own;
    };
    // What is open is not opened again below itself.
    let others: Vec<Relation> =
        relations.iter().filter(|other| other.whole.as_str() != name).cloned().collect();
    let by = opened_name(relation.by.as_str(), &others);
    let rate = Expr::Name(relation.rate.as_str().to_owned());
    Expr::Named { name: name.to_owned(), expr: Box::new(Expr::Product(vec![by, rate])) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relation(whole: &str, by: &str, rate: &str) -> Relation {
        Relation { whole: MeasureId::new(whole), by: MeasureId::new(by), rate: MeasureId::new(rate) }
    }

    #[test]
    fn lines_are_opened_down_to_what_moves_them() {
        let relations = [
            relation("sales", "units", "asp"),
            relation("units", "orders", "upo"),
            relation("orders", "sessions", "cvr"),
            relation("units", "sales", "never"),
            relation("fba", "units", "fba_per_unit"),
        ];
        let opened = opened(&Expr::parse("sales - fba - storage").unwrap(), &relations);
        let units = "((sessions * cvr) * upo)";
        assert_eq!(opened.to_string(), format!("{units} * asp - {units} * fba_per_unit - storage"));
    }

    #[test]
    fn a_circle_ends() {
        let relations = [relation("a", "b", "x"), relation("b", "a", "y")];
        assert_eq!(
            opened(&Expr::parse("a + b").unwrap(), &relations).to_string(),
            "(a * y) * x + (b * x) * y"
        );
    }

    #[test]
    fn only_one_figure_divided_by_another_is_read_backwards() {
        let standard = Catalogue::standard();
        let of = |id: &str| standard.relation(&MeasureId::new(id));
        assert_eq!(of("upo"), Some(relation("units", "orders", "upo")));
        assert_eq!((of("fee_share"), of("sales")), (None, None));
    }
}
