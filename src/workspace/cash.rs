//! The bank account and what moves on it besides goods and payouts (`cash.yaml`).

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::quantity::{Day, MarketplaceId, Money, ProductId, Text};

use super::read::{Context, Fields, Read};
use super::scalar::words;
use super::yaml::Node;

/// What people wrote of the company's cash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CashBook {
    /// What lies in the bank; nothing when nobody wrote it.
    pub opening: Option<Opening>,
    /// Money that moves once.
    pub flows: Vec<OneOff>,
    /// Money that moves every month.
    pub monthly: Vec<Monthly>,
    /// How advertising is paid.
    pub ads: AdsPayment,
    /// Days from the departure of goods to the payment of their freight.
    pub freight_days: u32,
}

/// The balance at the end of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The day.
    pub date: Day,
    /// How much.
    pub amount: Money,
    /// Where it is written.
    pub place: Place,
}

/// Money that moves once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneOff {
    /// The day.
    pub date: Day,
    /// How much; below nought when it goes out.
    pub amount: Money,
    /// What for, in words.
    pub what: Text,
    /// What for, as pages sum it.
    pub kind: FlowKind,
    /// The product it belongs to.
    pub product: Option<ProductId>,
    /// The marketplace it belongs to.
    pub marketplace: Option<MarketplaceId>,
    /// Where it is written.
    pub place: Place,
}

/// Money that moves every month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Monthly {
    /// What for, in words.
    pub what: Text,
    /// How much each time; below nought when it goes out.
    pub amount: Money,
    /// The day of the month; the last one in months that are shorter.
    pub day: u32,
    /// The first day it may move; at once when nothing.
    pub from: Option<Day>,
    /// The last day it may move; without end when nothing.
    pub to: Option<Day>,
    /// What for, as pages sum it.
    pub kind: FlowKind,
    /// Where it is written.
    pub place: Place,
}

/// What money moves for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlowKind {
    /// A part of the factory's price.
    Goods,
    /// Freight.
    Freight,
    /// Duties, surcharges and what else landing costs.
    Duty,
    /// Advertising that is paid apart from payouts.
    Ads,
    /// What runs on: rent, wages, software.
    Running,
    /// Taxes.
    Tax,
    /// Loans and capital.
    Finance,
    /// Anything else that somebody wrote.
    Other,
    /// What the marketplace pays out.
    Payout,
}

/// How advertising is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AdsPayment {
    /// The marketplace keeps it from its payouts.
    #[default]
    FromPayout,
    /// It is paid on this day of the month after.
    Monthly(u32),
}

words!(FlowKind {
    "goods" => FlowKind::Goods,
    "freight" => FlowKind::Freight,
    "duty" => FlowKind::Duty,
    "ads" => FlowKind::Ads,
    "running" => FlowKind::Running,
    "tax" => FlowKind::Tax,
    "finance" => FlowKind::Finance,
    "other" => FlowKind::Other,
    "payout" => FlowKind::Payout,
});

impl FlowKind {
    /// All kinds, those of goods first.
    pub const ALL: [FlowKind; 9] = [
        FlowKind::Goods,
        FlowKind::Freight,
        FlowKind::Duty,
        FlowKind::Ads,
        FlowKind::Running,
        FlowKind::Tax,
        FlowKind::Finance,
        FlowKind::Other,
        FlowKind::Payout,
    ];

    /// The word for it in files and tables.
    pub fn word(self) -> &'static str {
        use super::scalar::Word;
        Self::WORDS.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| *word)
    }
}

impl CashBook {
    /// Reads a document into it; of two openings, the second is a finding.
    pub(super) fn read(&mut self, f: &mut Fields<'_, '_>) {
        match (f.optional::<Opening>("opening"), &self.opening) {
            (Some(second), Some(first)) => {
                let finding =
                    Diagnostic::new(codes::DUPLICATE_ID, &second.place).term("kind", "kind-opening");
                let finding = finding.with("name", second.date.to_string());
                f.cx.findings.push(finding.with("first", first.place.to_string()).help("help"));
            }
            (Some(opening), None) => self.opening = Some(opening),
            (None, _) => {}
        }
        self.flows.extend(f.list::<OneOff>("flows"));
        self.monthly.extend(f.list::<Monthly>("monthly"));
        if let Some(ads) = f.optional("ads") {
            self.ads = ads;
        }
        if let Some(Rules { freight_days }) = f.optional("rules") {
            self.freight_days = freight_days;
        }
    }

    /// Whether nobody wrote anything.
    pub fn is_empty(&self) -> bool {
        *self == CashBook::default()
    }
}

struct Rules {
    freight_days: u32,
}

impl Read for Rules {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let freight_days = f.optional("freight_days").unwrap_or_default();
        f.finish();
        Some(Rules { freight_days })
    }
}

impl Read for Opening {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (date, amount) = (f.required("date"), f.required("amount"));
        let place = f.finish();
        Some(Opening { date: date?, amount: amount?, place })
    }
}

impl Read for OneOff {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (date, amount, what) = (f.required("date"), f.required("amount"), f.required("what"));
        let kind = f.optional("kind").unwrap_or(FlowKind::Other);
        let (product, marketplace) = (f.optional("product"), f.optional("market"));
        let place = f.finish();
        Some(OneOff { date: date?, amount: amount?, what: what?, kind, product, marketplace, place })
    }
}

impl Read for Monthly {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (what, amount) = (f.required("what"), f.required("amount"));
        let day: Option<DayOfMonth> = f.required("day");
        let (from, to) = (f.optional("from"), f.optional("to"));
        let kind = f.optional("kind").unwrap_or(FlowKind::Running);
        f.check_order(from, to, "to");
        let place = f.finish();
        Some(Monthly { what: what?, amount: amount?, day: day?.0, from, to, kind, place })
    }
}

impl Read for AdsPayment {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let paid: Option<Paid> = f.required("paid");
        let monthly = matches!(paid, Some(Paid::Monthly));
        let day: Option<DayOfMonth> = if monthly { f.required("day") } else { None };
        f.finish();
        match paid? {
            Paid::FromPayout => Some(AdsPayment::FromPayout),
            Paid::Monthly => Some(AdsPayment::Monthly(day?.0)),
        }
    }
}

#[derive(Clone, Copy)]
enum Paid {
    FromPayout,
    Monthly,
}

words!(Paid { "from-payout" => Paid::FromPayout, "monthly" => Paid::Monthly });

/// 1 to 31.
struct DayOfMonth(u32);

impl Read for DayOfMonth {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let day = u32::read(node, cx)?;
        if (1..=31).contains(&day) {
            return Some(DayOfMonth(day));
        }
        cx.refuse(codes::BAD_VALUE, node, "form-day-of-month");
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::yaml;

    fn read(text: &str) -> (CashBook, Vec<String>) {
        let mut cx = Context::default();
        let mut book = CashBook::default();
        let node = yaml::parse(&"cash.yaml".into(), text.as_bytes(), &mut cx.findings).unwrap();
        let mut fields = Fields::open(&node, &mut cx).unwrap();
        book.read(&mut fields);
        fields.finish();
        let found = |finding: &Diagnostic| format!("{} {}", finding.code.name, finding.place);
        (book, cx.findings.iter().map(found).collect())
    }

    #[test]
    fn everything_that_moves_is_read() {
        let (book, findings) = read(
            "opening: {date: 2026-11-20, amount: 92000 USD}
rules: {freight_days: 30}
ads: {paid: monthly, day: 15}
flows: [{date: 2026-12-15, amount: -8200 USD, what: Tax, kind: tax}]
monthly: [{what: Rent, amount: -900 USD, day: 31, from: 2026-12-01}]",
        );
        assert_eq!(findings, [""; 0]);
        assert_eq!(book.opening.unwrap().amount.minor, 9_200_000);
        assert_eq!((book.ads, book.freight_days), (AdsPayment::Monthly(15), 30));
        assert_eq!((book.flows[0].kind, book.monthly[0].kind), (FlowKind::Tax, FlowKind::Running));
    }

    #[test]
    fn what_is_wrong_is_found_where_it_stands() {
        for (text, expected) in [
            ("ads: {paid: weekly}", "Y009 cash.yaml:1:13"),
            ("ads: {paid: monthly}", "Y004 cash.yaml:1:6"),
            ("monthly: [{what: Rent, amount: -9 USD, day: 32}]", "Y008 cash.yaml:1:45"),
            ("flows: [{date: 2026-12-15, amount: -9 USD, what: A, kind: taxes}]", "Y009 cash.yaml:1:59"),
            ("rules: {freight: 3}", "Y003 cash.yaml:1:9"),
        ] {
            assert_eq!(read(text).1, [expected], "{text}");
        }
    }

    #[test]
    fn there_is_one_opening() {
        let mut cx = Context::default();
        let mut book = CashBook::default();
        for text in
            ["opening: {date: 2026-11-20, amount: 1 USD}", "opening: {date: 2026-11-21, amount: 2 USD}"]
        {
            let node = yaml::parse(&"cash/a.yaml".into(), text.as_bytes(), &mut cx.findings).unwrap();
            book.read(&mut Fields::open(&node, &mut cx).unwrap());
        }
        assert_eq!(book.opening.unwrap().amount.minor, 100);
        assert_eq!(cx.findings.iter().map(|finding| finding.code.name).collect::<Vec<_>>(), ["X002"]);
    }

    #[test]
    fn each_kind_has_its_word() {
        let words: Vec<&str> = FlowKind::ALL.iter().map(|kind| kind.word()).collect();
        assert_eq!(
            words,
            ["goods", "freight", "duty", "ads", "running", "tax", "finance", "other", "payout"]
        );
    }
}
