//! What makes cash fall short, and what the curve lacks.

use super::books::{Gap, Inputs};
use super::{Cash, FlowKind, YearNeed};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::quantity::{Currency, Day, Money, Ratio};

/// An opening older than this is doubtful.
const OLD: i32 = 90;

/// The findings of a curve; none where nobody asks for one.
pub(super) fn of(cash: &Cash, inputs: Inputs<'_>) -> Diagnostics {
    let Some(currency) = inputs.workspace.reporting_currency().filter(|_| inputs.asked(cash)) else {
        return Diagnostics::default();
    };
    let report = Report { cash, inputs, currency };
    let years = cash.years.iter().filter(|year| year.over().is_positive());
    let years = years.filter_map(|year| report.beyond(year));
    let gaps = cash.gaps.iter().filter_map(|gap| report.gap(gap));
    years.chain(report.empty()).chain(report.opening()).chain(gaps).collect()
}

impl Inputs<'_> {
    /// Whether people ask for the curve: they wrote of cash, or set it a limit.
    fn asked(&self, cash: &Cash) -> bool {
        let limit = self.workspace.goals.iter().any(|goal| goal.metric.value.as_str() == super::limit::PEAK);
        !cash.flows.is_empty() && (limit || !self.workspace.cash.is_empty())
    }
}

struct Report<'a> {
    cash: &'a Cash,
    inputs: Inputs<'a>,
    currency: Currency,
}

impl Report<'_> {
    /// More cash is needed than the year's limit.
    fn beyond(&self, year: &YearNeed) -> Option<Diagnostic> {
        let goal = self.inputs.workspace.goal(&year.goal)?;
        let finding = Diagnostic::new(codes::CASH_LIMIT, &goal.place)
            .with("goal", goal.id.as_str())
            .with("day", year.day.to_string())
            .with("need", self.money(&year.need))
            .with("limit", self.money(&year.limit))
            .with("over", self.money(&year.over()));
        Some(self.cause(finding, year.day).about(goal.id.as_str()))
    }

    /// The largest payment before a day, and the order that could be moved.
    fn cause(&self, finding: Diagnostic, day: Day) -> Diagnostic {
        let (largest, order) = self.cash.largest_before(day);
        let Some(largest) = largest else { return finding.help("help") };
        let finding = finding.with("amount", self.money(&largest.amount)).with("on", largest.day.to_string());
        let finding = finding.term("what", kind(largest.kind));
        match order.and_then(|own| Some((own.order?, own.amount, own.day))) {
            Some((name, amount, day)) => finding
                .with("order", name)
                .with("order-amount", self.money(&amount))
                .with("order-day", day.to_string())
                .help("order"),
            None => finding.help("flow"),
        }
    }

    /// The balance falls below nought.
    fn empty(&self) -> Option<Diagnostic> {
        let (opening, curve) = (self.inputs.workspace.cash.opening.as_ref()?, self.cash.curve()?);
        let (_, start) = self.cash.opening.as_ref()?;
        let first = curve.points.iter().find(|(_, sum)| (start + sum).is_negative())?;
        let finding = Diagnostic::new(codes::CASH_EMPTY, &opening.place)
            .with("first", first.0.to_string())
            .with("day", curve.trough.0.to_string())
            .with("balance", self.money(&(start + &curve.trough.1)));
        Some(self.cause(finding, first.0))
    }

    /// There is no opening balance, or one that is old.
    fn opening(&self) -> Option<Diagnostic> {
        let workspace = self.inputs.workspace;
        let Some(opening) = &workspace.cash.opening else {
            let place = workspace.company.as_ref().map_or(&workspace.config.place, |company| &company.place);
            return Some(Diagnostic::new(codes::NO_OPENING, place).help("help"));
        };
        let age = self.inputs.today - opening.date;
        let finding =
            Diagnostic::new(codes::OLD_OPENING, &opening.place).with("day", opening.date.to_string());
        (age > OLD).then(|| finding.with("days", usize::try_from(age).unwrap_or(0)).help("help"))
    }

    fn gap(&self, gap: &Gap) -> Option<Diagnostic> {
        let workspace = self.inputs.workspace;
        let finding = match gap {
            Gap::NoPayout(id) => {
                let place = &workspace.marketplace(id)?.place;
                Diagnostic::new(codes::NO_PAYOUT, place).with("marketplace", id.as_str()).about(id.as_str())
            }
            Gap::NoUnit(product, place) => {
                Diagnostic::new(codes::NO_UNIT_COST, &workspace.product(product)?.place)
                    .with("product", product.as_str())
                    .with("marketplace", place.as_str())
                    .about(product.as_str())
            }
            Gap::NoTerms(id) => Diagnostic::new(codes::NO_TERMS, &workspace.supplier(id)?.place)
                .with("supplier", id.as_str())
                .about(id.as_str()),
            Gap::NoRate(currency) => Diagnostic::new(codes::NO_CASH_RATE, &self.rates_place())
                .with("currency", currency.code())
                .with("reporting", self.currency.code()),
        };
        Some(finding.help("help"))
    }

    /// Where a rate would be written.
    fn rates_place(&self) -> Place {
        let rates = self.inputs.workspace.rates.rows().first();
        rates.map_or_else(|| Place::file(&"marketplaces.yaml".into()), |rate| rate.place.clone())
    }

    fn money(&self, amount: &Ratio) -> String {
        Money { minor: amount.round_scaled(self.currency.digits()), currency: self.currency }.to_string()
    }
}

/// The key of the word for a kind.
fn kind(kind: FlowKind) -> &'static str {
    match kind {
        FlowKind::Goods => "cash-kind-goods",
        FlowKind::Freight => "cash-kind-freight",
        FlowKind::Duty => "cash-kind-duty",
        FlowKind::Ads => "cash-kind-ads",
        FlowKind::Running => "cash-kind-running",
        FlowKind::Tax => "cash-kind-tax",
        FlowKind::Finance => "cash-kind-finance",
        FlowKind::Other => "cash-kind-other",
        FlowKind::Payout => "cash-kind-payout",
    }
}
