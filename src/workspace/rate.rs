//! Rates that hold from a day on: fees, duties, taxes, exchange (`rates:` of `marketplaces.yaml`).

use std::collections::BTreeMap;

use crate::diagnostic::{Place, codes};
use crate::quantity::{Currency, Day, MarketplaceId, ProductId, Ratio, Sku, Text};

use super::names::Kind;
use super::read::{Context, Fields, Read};
use super::scalar::{Code, Name, words};
use super::yaml::Node;
use super::{At, Figure};

/// A rate that holds from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    /// What it is: `referral`, `fba_unit`, `import_duty`, `fx`.
    pub id: String,
    /// What it holds for: `market`, `category`, `product`, `sku`, `hs`, `pair`; what is not named, it holds for all.
    pub keys: BTreeMap<String, String>,
    /// The first day it holds.
    pub from: Day,
    /// The last day it holds; open when nothing.
    pub to: Option<Day>,
    /// Its values by name: `rate`, `amount`, `min`, `plan`, `actual`, `delivery_days`.
    pub values: BTreeMap<String, Figure>,
    /// What a share of the price is taken of.
    pub base: Base,
    /// Its days by name: `cycle_anchor`.
    pub days: BTreeMap<String, Day>,
    /// A remark.
    pub note: Option<String>,
    /// Where it comes from.
    pub source: Option<Text>,
    /// When it was last looked up.
    pub checked: Option<Day>,
    /// Where it is written.
    pub place: Place,
}

impl Rate {
    /// Days after which a rate must be looked up again.
    pub const STALE: i32 = 90;

    /// Whether it must be looked up again; plan rates between currencies are fixed for the year and do not go stale.
    pub fn is_stale(&self, today: Day) -> bool {
        !self.keys.contains_key("pair") && self.checked.is_none_or(|checked| today - checked > Rate::STALE)
    }

    /// What it holds for, as one asks for it.
    fn asked(&self) -> Vec<(&str, &str)> {
        self.keys.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect()
    }
}

/// What a share of the price is taken of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Base {
    /// The price as a buyer pays it, with the tax that is in it.
    #[default]
    Price,
    /// The price without tax.
    Net,
}

words!(Base { "price" => Base::Price, "net" => Base::Net });

/// All rates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rates(Vec<Rate>);

impl Rates {
    /// These rates.
    pub(crate) fn new(rows: Vec<Rate>) -> Self {
        Rates(rows)
    }

    /// All rows, in file order.
    pub fn rows(&self) -> &[Rate] {
        &self.0
    }

    /// Whether a row is the one that holds on a day for what it names.
    pub fn is_in_force(&self, rate: &Rate, day: Day) -> bool {
        let on = match rate.values.contains_key("plan") {
            true => self.naming("plan", (&rate.id, &rate.asked()), day),
            false => self.on(&rate.id, &rate.asked(), day),
        };
        on.is_some_and(|on| on == rate)
    }

    /// The rate of this name for these keys on a day: of the rows that name no other key, the one that names most,
    /// and of those the latest that had begun; nothing when that one has ended.
    pub fn on(&self, id: &str, keys: &[(&str, &str)], day: Day) -> Option<&Rate> {
        self.among((id, keys), day, |_| true)
    }

    /// The same among the rows that name a value, such as `plan`.
    pub fn naming(&self, value: &str, (id, keys): (&str, &[(&str, &str)]), day: Day) -> Option<&Rate> {
        self.among((id, keys), day, |rate| rate.values.contains_key(value))
    }

    fn among(
        &self,
        (id, keys): (&str, &[(&str, &str)]),
        day: Day,
        some: impl Fn(&Rate) -> bool,
    ) -> Option<&Rate> {
        let holds = |rate: &&Rate| {
            let asked = |(key, value): (&String, &String)| keys.contains(&(key.as_str(), value.as_str()));
            rate.id == id && rate.from <= day && rate.keys.iter().all(asked) && some(rate)
        };
        let latest = self.0.iter().filter(holds).max_by_key(|rate| (rate.keys.len(), rate.from))?;
        latest.to.is_none_or(|to| day <= to).then_some(latest)
    }

    /// What an amount in one currency is multiplied with to be one in another, by the plan's rates of a day.
    ///
    /// One when they are the same; a pair may be given either way round, or through one third currency.
    pub fn fx(&self, currency: Currency, to: Currency, day: Day) -> Option<Ratio> {
        self.fx_by("plan", (currency, to), day)
    }

    /// The same by the rates of one name, `plan` or `actual`; rows without it are passed over.
    pub fn fx_by(&self, name: &str, (currency, to): (Currency, Currency), day: Day) -> Option<Ratio> {
        if currency == to {
            return Some(Ratio::one());
        }
        self.pair(name, (currency, to), day).or_else(|| self.cross(name, (currency, to), day))
    }

    fn cross(&self, name: &str, (currency, to): (Currency, Currency), day: Day) -> Option<Ratio> {
        let mut between = self.currencies();
        let pair = |a, b| self.pair(name, (a, b), day);
        between.find_map(|via| Some(&pair(currency, via)? * &pair(via, to)?))
    }

    /// The currencies that a pair names, as often as one does.
    pub(crate) fn currencies(&self) -> impl Iterator<Item = Currency> {
        let pairs = self.0.iter().filter_map(|rate| rate.keys.get("pair"));
        pairs.flat_map(|pair| [pair.get(..3), pair.get(3..)]).flatten().filter_map(Currency::parse)
    }

    /// `USDJPY` at 150 says that one dollar is 150 yen.
    fn pair(&self, name: &str, (currency, to): (Currency, Currency), day: Day) -> Option<Ratio> {
        let quoted = |base: Currency, other: Currency| {
            let pair = format!("{base}{other}");
            let rate = self.naming(name, ("fx", &[("pair", &pair)]), day)?;
            Some(rate.values.get(name)?.number())
        };
        quoted(currency, to).or_else(|| Ratio::one().checked_div(&quoted(to, currency)?))
    }
}

/// Values by their keys, which the row may name any of.
const VALUES: [&str; 10] = [
    "rate",
    "amount",
    "min",
    "max",
    "plan",
    "actual",
    "delivery_days",
    "hold_days",
    "cycle_days",
    "bank_days",
];

impl Read for Rate {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<At<Name>> = f.required("id");
        let keys = read_keys(&mut f);
        let (from, to) = (f.required("from"), f.optional("to"));
        let values = VALUES.iter().filter_map(|key| Some(((*key).to_owned(), f.optional(key)?))).collect();
        let anchor = f.optional("cycle_anchor").map(|day| ("cycle_anchor".to_owned(), day));
        let base = f.optional("base").unwrap_or_default();
        let (note, source, checked) = (f.optional("note"), f.optional("source"), f.optional("checked"));
        f.check_order(from, to, "to");
        let place = f.finish();
        let id = id?;
        cx.names.allow(Kind::Rate, &id.value.0, &id.place);
        let days = anchor.into_iter().collect();
        Some(Rate { id: id.value.0, keys, from: from?, to, values, base, days, note, source, checked, place })
    }
}

/// What the rate holds for; things it names must be there.
fn read_keys(f: &mut Fields<'_, '_>) -> BTreeMap<String, String> {
    let market = f.optional::<MarketplaceId>("market").map(|id| ("market", id.to_string()));
    let product = f.optional::<ProductId>("product").map(|id| ("product", id.to_string()));
    let sku = f.optional::<Sku>("sku").map(|id| ("sku", id.to_string()));
    let category = f.optional::<Name>("category").map(|name| ("category", name.0));
    let hs = f.optional::<Code>("hs").map(|code| ("hs", code.0));
    let pair = f.optional::<Pair>("pair").map(|pair| ("pair", pair.0));
    let keys = [market, product, sku, category, hs, pair].into_iter().flatten();
    keys.map(|(key, value)| (key.to_owned(), value)).collect()
}

/// Two currencies: `USDJPY`.
struct Pair(String);

impl Read for Pair {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let text = cx.scalar(node, "form-pair")?;
        let halves = text.split_at_checked(3).map(|(a, b)| (Currency::parse(a), Currency::parse(b)));
        if let Some((Some(_), Some(_))) = halves {
            return Some(Pair(text.to_owned()));
        }
        cx.refuse(codes::BAD_VALUE, node, "form-pair");
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::read::Context;
    use crate::workspace::yaml;

    fn rates(rows: &str) -> Rates {
        let mut cx = Context::default();
        let node = yaml::parse(&"rates.yaml".into(), rows.as_bytes(), &mut cx.findings).unwrap();
        let rates = Rates::new(Vec::read(&node, &mut cx).unwrap());
        assert!(cx.findings.is_empty());
        rates
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn the_latest_row_that_had_begun_holds_until_it_ends() {
        let rates = rates(
            "- {id: duty, market: US, from: 2026-01-01, rate: 10%}
- {id: duty, market: US, from: 2026-03-01, to: 2026-06-30, rate: 25%}
- {id: duty, market: US, hs: '3924.10', from: 2025-01-01, rate: 3%}",
        );
        for (hs, date, rate) in [
            ("1", "2025-12-31", None),
            ("1", "2026-02-28", Some("1/10")),
            ("1", "2026-03-01", Some("1/4")),
            ("1", "2026-07-01", None),
            ("3924.10", "2026-03-01", Some("3/100")),
        ] {
            let found = rates.on("duty", &[("market", "US"), ("hs", hs)], day(date));
            let found = found.map(|row| row.values["rate"].number().to_string());
            assert_eq!(found.as_deref(), rate, "{hs} {date}");
        }
        assert_eq!(rates.on("duty", &[("market", "JP")], day("2026-02-01")), None);
    }

    #[test]
    fn only_the_latest_row_that_has_not_ended_is_in_force() {
        let rates = rates(
            "- {id: referral, market: JP, from: 2025-01-01, rate: 10%}
- {id: referral, market: JP, from: 2026-01-01, to: 2026-07-23, rate: 12%}",
        );
        for (on, expected) in
            [("2025-06-01", [true, false]), ("2026-03-01", [false, true]), ("2026-11-22", [false, false])]
        {
            let found: Vec<bool> = rates.rows().iter().map(|row| rates.is_in_force(row, day(on))).collect();
            assert_eq!(found, expected, "{on}");
        }
    }

    #[test]
    fn a_rate_is_stale_after_ninety_days_but_a_plan_rate_never() {
        let rates = rates(
            "- {id: referral, market: JP, from: 2025-01-01, rate: 10%, checked: 2026-08-24}
- {id: referral, market: US, from: 2025-01-01, rate: 10%, checked: 2026-08-23}
- {id: referral, market: CA, from: 2025-01-01, rate: 10%}
- {id: fx, pair: USDJPY, from: 2026-01-01, plan: 150, checked: 2026-01-05}",
        );
        let stale: Vec<bool> = rates.rows().iter().map(|row| row.is_stale(day("2026-11-22"))).collect();
        assert_eq!(stale, [false, true, true, false]);
    }

    #[test]
    fn an_amount_changes_currency_either_way_and_through_a_third() {
        let rates = rates(
            "- {id: fx, pair: USDJPY, from: 2026-01-01, plan: 150}
- {id: fx, pair: USDMXN, from: 2026-01-01, plan: 20}",
        );
        let [usd, jpy, mxn, eur] = ["USD", "JPY", "MXN", "EUR"].map(|code| Currency::parse(code).unwrap());
        for (from, to, factor) in [
            (usd, usd, Some("1")),
            (usd, jpy, Some("150")),
            (jpy, usd, Some("1/150")),
            (jpy, mxn, Some("2/15")),
            (eur, usd, None),
        ] {
            let found = rates.fx(from, to, day("2026-05-01")).map(|factor| factor.to_string());
            assert_eq!(found.as_deref(), factor, "{from} {to}");
        }
        assert_eq!(rates.fx(usd, jpy, day("2025-12-31")), None);
    }

    #[test]
    fn actual_rates_stand_beside_those_of_the_plan() {
        let rates = rates(
            "- {id: fx, pair: USDJPY, from: 2026-01-01, plan: 150}
- {id: fx, pair: USDJPY, from: 2026-02-01, to: 2026-02-28, actual: 160}
- {id: fx, pair: USDJPY, from: 2026-03-15, plan: 155, actual: 162}",
        );
        let [usd, jpy] = ["USD", "JPY"].map(|code| Currency::parse(code).unwrap());
        for (on, plan, actual) in [
            ("2026-01-31", Some("150"), None),
            ("2026-02-01", Some("150"), Some("160")),
            ("2026-03-01", Some("150"), None),
            ("2026-03-15", Some("155"), Some("162")),
        ] {
            let of = |name| rates.fx_by(name, (usd, jpy), day(on)).map(|rate| rate.to_string());
            assert_eq!((of("plan").as_deref(), of("actual").as_deref()), (plan, actual), "{on}");
        }
    }
}
