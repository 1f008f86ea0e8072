//! `opsreport why`: any formula explained, without a workspace.

use std::collections::BTreeMap;

use clap::Args;

use super::Outcome;
use super::failure::Failure;
use super::shell::Shell;
use super::table::{TableFormat, print};
use crate::diagnostic::{Arg, nearest};
use crate::metric::{Expr, ParseError, ParseErrorKind, Scenario, Stop, Tree, Value, explain};
use crate::quantity::Ratio;
use crate::tables::nodes;

/// What is asked of `why`.
#[derive(Debug, Args)]
pub(super) struct WhyArgs {
    /// The formula, such as "sessions * cvr * price": a chain of * or of + and - is one node, parentheses make another
    #[arg(allow_hyphen_values = true)]
    expr: String,
    /// The figures of the reference: plan, last year
    #[arg(long, value_name = "NAME=NUMBER,…", allow_hyphen_values = true)]
    base: String,
    /// The figures as they came to be
    #[arg(long, value_name = "NAME=NUMBER,…", allow_hyphen_values = true)]
    actual: String,
    /// How the table is printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TableFormat,
    /// Print fractions as they are, such as 2840/3
    #[arg(long)]
    exact: bool,
}

/// The figures of one side.
type Figures = BTreeMap<String, Ratio>;

pub(super) fn run(args: &WhyArgs, shell: &mut Shell) -> Result<Outcome, Failure> {
    let expr = Expr::parse(&args.expr).map_err(|error| unread(&args.expr, &error))?;
    let base = figures(("--base", &args.base), &expr)?;
    let actual = figures(("--actual", &args.actual), &expr)?;
    let tree = explain(&expr, &|name| base.get(name).cloned(), &|name| actual.get(name).cloned());
    if !args.exact && !can_be_rounded(&tree) {
        return Err(Failure::wrong_use("too-large-figures"));
    }
    shell.result(&print(&nodes(&tree, args.exact), args.format))?;
    tell_stops(&tree, shell);
    Ok(Outcome::Fine)
}

/// Whether every figure has room for its digits and for the decimal places it is rounded to.
fn can_be_rounded(tree: &Tree) -> bool {
    let limit = Ratio::from_int(10_i128.pow(30));
    let fits = |number: &Ratio| number.abs() < limit;
    let ends = [&tree.base, &tree.actual].into_iter().filter_map(Value::known).all(fits);
    ends && tree.contribution.iter().all(fits) && tree.children.iter().all(can_be_rounded)
}

/// Says which formula cannot be read, where and why.
fn unread(text: &str, error: &ParseError) -> Failure {
    let (key, found) = match &error.kind {
        ParseErrorKind::UnexpectedEnd => ("bad-formula-end", String::new()),
        ParseErrorKind::Unexpected(found) => ("bad-formula-sign", found.to_string()),
        ParseErrorKind::BadNumber => ("bad-formula-number", String::new()),
        ParseErrorKind::UnknownFunction(name) => ("bad-formula-function", name.clone()),
        ParseErrorKind::NoComparison => ("bad-formula-if", String::new()),
        ParseErrorKind::TooDeep => ("bad-formula-deep", String::new()),
        ParseErrorKind::TooManyParts => ("bad-formula-parts", String::new()),
        ParseErrorKind::TooLong => ("bad-formula-long", String::new()),
    };
    let place = text.get(..error.at).map_or(0, |before| before.chars().count()) + 1;
    Failure::wrong_use(key).with("place", place).with("found", found)
}

/// One side's figures: each that the formula names, once, and no other.
fn figures((flag, text): (&'static str, &str), expr: &Expr) -> Result<Figures, Failure> {
    let names = expr.names();
    let mut figures = Figures::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let bad = |key| Failure::wrong_use(key).with("flag", flag).with("part", part);
        let (name, number) = part.split_once('=').ok_or_else(|| bad("bad-figure"))?;
        let number = number_of(number.trim()).ok_or_else(|| bad("bad-figure"))?;
        let name = name.trim();
        if !names.contains(&name) {
            return Err(strange(flag, name, &names));
        }
        if figures.insert(name.to_owned(), number).is_some() {
            return Err(bad("twice-figure").with("name", name));
        }
    }
    match names.iter().find(|name| !figures.contains_key(**name)) {
        Some(name) => Err(Failure::wrong_use("no-figure").with("flag", flag).with("name", *name)),
        None => Ok(figures),
    }
}

/// A plain number, a fraction or a percentage.
fn number_of(text: &str) -> Option<Ratio> {
    match text.strip_suffix('%') {
        Some(percent) => Ratio::parse(percent)?.checked_div(&Ratio::from_int(100)),
        None => Ratio::parse(text),
    }
}

fn strange(flag: &'static str, name: &str, names: &[&str]) -> Failure {
    let near = nearest(name, names.iter().copied());
    let key = if near.is_some() { "strange-figure-nearest" } else { "strange-figure" };
    let failure = Failure::wrong_use(key).with("flag", flag).with("name", name);
    failure.with("nearest", near.unwrap_or_default()).with("known", names.join(", "))
}

/// Says of every node that cannot be opened why, in the language of the reader.
fn tell_stops(tree: &Tree, shell: &mut Shell) {
    if let Some(stop) = &tree.stop {
        let (key, mut args) = stopped(stop);
        args.push(("node", tree.label().into()));
        shell.say(key, &args);
    }
    tree.children.iter().for_each(|child| tell_stops(child, shell));
}

fn stopped(stop: &Stop) -> (&'static str, Vec<(&'static str, Arg)>) {
    match stop {
        Stop::ZeroDivisor { scenario: Scenario::Base, divisor } => {
            ("why-zero-base", vec![("divisor", divisor.as_str().into())])
        }
        Stop::ZeroDivisor { scenario: Scenario::Actual, divisor } => {
            ("why-zero-actual", vec![("divisor", divisor.as_str().into())])
        }
        // Every name has a number here, so nothing is missing.
        Stop::Missing { .. } | Stop::TooManyParts => ("why-too-many-parts", Vec::new()),
    }
}
