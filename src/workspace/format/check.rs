//! What a file is checked against: its own figures.

use crate::workspace::read::{Context, Fields, Read};
use crate::workspace::scalar::Name;
use crate::workspace::yaml::Node;

use super::names;

/// A check of a file against itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileCheck {
    /// Its name in the import log.
    pub id: String,
    /// What must hold.
    pub rule: CheckRule,
}

/// What must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckRule {
    /// In every row, these columns sum to that one.
    Row {
        /// The columns that are summed.
        sum: Vec<String>,
        /// The column they sum to.
        equals: String,
    },
    /// These columns of all rows sum to the total of the summary row.
    Summary(Vec<String>),
    /// In every row, one column by another is the percentage that a third gives, but for rounding.
    Ratio {
        /// What is divided.
        num: String,
        /// What it is divided by.
        den: String,
        /// The percentage.
        equals: String,
    },
    /// The percentages of all rows sum to about 100 %: from 97 % to 101 %.
    Shares(String),
    /// A transfer pays the net of the settlements before it.
    Transfers {
        /// The column of the settlement's number.
        settlement: String,
        /// The column of the amount.
        amount: String,
        /// The column that says which rows are transfers, and its group of words.
        kind: (String, String),
    },
}

impl FileCheck {
    /// The columns it names.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let (list, rest): (&[String], Vec<&String>) = match &self.rule {
            CheckRule::Row { sum, equals } => (sum, vec![equals]),
            CheckRule::Summary(sum) => (sum, Vec::new()),
            CheckRule::Ratio { num, den, equals } => (&[], vec![num, den, equals]),
            CheckRule::Shares(column) => (&[], vec![column]),
            CheckRule::Transfers { settlement, amount, kind } => (&[], vec![settlement, amount, &kind.0]),
        };
        list.iter().chain(rest).map(String::as_str)
    }
}

impl Read for FileCheck {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<Name> = f.required("id");
        let rule = rule(&mut f);
        f.finish();
        if rule.is_none() {
            cx.wrong_type(node, "shape-map");
        }
        Some(FileCheck { id: id?.0, rule: rule? })
    }
}

fn rule(f: &mut Fields<'_, '_>) -> Option<CheckRule> {
    let (row, summary, ratio) = (names(f, "row"), names(f, "summary"), names(f, "ratio"));
    let (shares, transfers): (Option<String>, Option<TransferRule>) =
        (f.optional("shares"), f.optional("transfers"));
    let equals = f.optional("equals");
    match (row, summary, ratio.as_slice(), shares, transfers) {
        (sum, ..) if !sum.is_empty() => Some(CheckRule::Row { sum, equals: equals? }),
        (_, sum, ..) if !sum.is_empty() => Some(CheckRule::Summary(sum)),
        (_, _, [num, den], ..) => {
            Some(CheckRule::Ratio { num: num.clone(), den: den.clone(), equals: equals? })
        }
        (.., Some(column), _) => Some(CheckRule::Shares(column)),
        (.., Some(TransferRule(rule))) => Some(rule),
        _ => None,
    }
}

struct TransferRule(CheckRule);

impl Read for TransferRule {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let [settlement, amount, kind, is] =
            ["settlement", "amount", "kind", "is"].map(|key| f.required(key));
        f.finish();
        Some(TransferRule(CheckRule::Transfers {
            settlement: settlement?,
            amount: amount?,
            kind: (kind?, is?),
        }))
    }
}
