//! The rules of a format in words.

use std::fmt::Write;

use opsreport::metric::Over;
use opsreport::workspace::{CheckRule, Condition, Counting, FigureRule, FileCheck, Format, Owner};

use crate::page::{list, shown};

/// What a figure counts.
pub(crate) fn counted(format: &Format, figure: &FigureRule) -> String {
    let mut text = match &figure.count {
        Counting::Rows => "the rows".to_owned(),
        Counting::Summary => "the total of the summary row".to_owned(),
        Counting::Sum(columns) => list(format, columns, " + "),
    };
    if let Some(times) = &figure.times {
        let _ = write!(text, " × {}", shown(format, times));
    }
    if figure.minus {
        text.push_str(", with the sign turned");
    }
    for condition in &figure.when {
        let _ = write!(text, "; {}", holds(format, condition));
    }
    if !figure.once.is_empty() {
        let _ = write!(text, "; once per {}", list(format, &figure.once, " and "));
    }
    text.push_str(owner(figure.owner));
    text.push_str(over(figure.over));
    if let Some(days) = figure.window {
        let _ = write!(text, "; attributed within {days} days");
    }
    text
}

fn owner(owner: Owner) -> &'static str {
    match owner {
        Owner::Row => "",
        Owner::Asin => "; of the ASIN, whatever SKU the row names",
        Owner::Marketplace => "; of the marketplace as a whole",
    }
}

fn over(over: Over) -> &'static str {
    match over {
        Over::Flow => "",
        Over::Stock => "; a stock: the last one of a period counts",
        Over::Level => "; a level: it adds over nothing",
    }
}

fn holds(format: &Format, condition: &Condition) -> String {
    let column = shown(format, &condition.column);
    let words: Vec<String> = condition.words.iter().map(|word| word_of(word)).collect();
    let is = if condition.not { "is not" } else { "is" };
    format!("{column} {is} {}", words.join(" or "))
}

fn word_of(word: &str) -> String {
    match word {
        "" => "empty".to_owned(),
        "*" => "filled".to_owned(),
        word => format!("`{word}`"),
    }
}

/// Which rows count, and which replace others.
pub(crate) fn rows(format: &Format) -> String {
    let rows = &format.rows;
    let mut lines = Vec::new();
    if rows.skip > 0 {
        lines.push(
            "Lines below the header that describe the columns, with words where numbers would stand."
                .to_owned(),
        );
    }
    if let Some(summary) = &rows.summary {
        lines.push(format!(
            "The first row sums up the file ({}) and is none of its rows.",
            shown(format, &summary.total)
        ));
    }
    if let Some(filled) = &rows.filled {
        lines.push(format!("Rows without {}: totals and footers.", shown(format, filled)));
    }
    for rule in &rows.leave_out {
        let tests: Vec<String> = rule.when.iter().map(|condition| holds(format, condition)).collect();
        lines.push(format!("Rows in which {}.", tests.join(" and ")));
    }
    if let Some(keep) = &rows.keep {
        let asins = list(format, &keep.own_asin, ", ");
        let rank = shown(format, &keep.rank);
        lines.push(format!(
            "Rows of a {rank} beyond {}, unless {asins} is an ASIN of yours: they are counted only.",
            keep.top
        ));
    }
    if let Some(carry) = &rows.carry {
        let (by, columns) = (shown(format, &carry.by), list(format, &carry.columns, ", "));
        lines.push(format!("Empty cells of {columns} are those of the row above of the same {by}."));
    }
    if rows.many_tables {
        lines.push("Comments end a table, and another may follow: each figure comes from the first table that has it.".to_owned());
    }
    if !rows.identity.is_empty() {
        let identity = list(format, &rows.identity, ", ");
        lines.push(format!("A row of a newer file replaces that of an older one with the same {identity}."));
    }
    if rows.by_period {
        lines.push("A newer file replaces an older one of the same days as a whole.".to_owned());
    }
    if lines.is_empty() {
        lines.push("Nothing: every row counts.".to_owned());
    }
    lines.iter().map(|line| format!("- {line}\n")).collect()
}

/// A check in words.
pub(crate) fn check(format: &Format, check: &FileCheck) -> String {
    let text = match &check.rule {
        CheckRule::Row { sum, equals } => {
            format!("in every row {} make {}", list(format, sum, " + "), shown(format, equals))
        }
        CheckRule::Summary(sum) => {
            format!("{} of all rows make the total of the summary row", list(format, sum, " + "))
        }
        CheckRule::Ratio { num, den, equals } => format!(
            "in every row {} by {} is {}, but for rounding",
            shown(format, num),
            shown(format, den),
            shown(format, equals)
        ),
        CheckRule::Shares(column) => format!("{} of all rows make about 100 %", shown(format, column)),
        CheckRule::Transfers { settlement, amount, .. } => {
            format!(
                "a transfer pays the net {} of each {} before it",
                shown(format, amount),
                shown(format, settlement)
            )
        }
    };
    format!("- `{}`: {text}.\n", check.id)
}
