//! How a version of the plan is written: the words of `company.yaml`, whole, one thing a line, so that two compare.

use crate::quantity::{
    Day, FiscalCalendar, Id, MarketplaceId, NamedBy, PeriodSystem, PersonId, Ratio, Scope, VersionId,
    WeekStart,
};

use super::scalar::reads_as_another_type;
use super::{
    Allocation, Event, EventKind, EventStatus, Figure, Goal, Meaning, Price, Product, Rate, Row, Workspace,
};

/// A plan on its way to become a version.
#[derive(Clone, Copy, Debug)]
pub struct Freeze<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// How goals are split, with the months that history proposed.
    pub allocations: &'a [Allocation],
    /// The name of the version.
    pub id: &'a VersionId,
    /// The year.
    pub year: i16,
    /// The day.
    pub frozen: Day,
    /// Who freezes it.
    pub by: &'a PersonId,
    /// Why.
    pub reason: &'a str,
}

impl Freeze<'_> {
    /// The path of the version in its workspace.
    pub fn path(&self) -> String {
        format!("plans/{}.yaml", self.id)
    }

    /// The text of the version.
    pub fn text(&self) -> String {
        let goals = self.workspace.goals.iter().filter(|goal| goal.year == self.year);
        let ids: Vec<_> = goals.clone().map(|goal| &goal.id).collect();
        let allocations = self.allocations.iter().filter(|one| ids.contains(&&one.goal.value));
        let events = self.workspace.events.iter().filter(|event| self.lifts(event));
        let rates = self.workspace.rates.rows().iter().filter(|rate| self.is_planned(rate));
        [
            self.head(),
            list("goals", goals.map(goal)),
            list("allocation", allocations.map(allocation)),
            list("events", events.map(event)),
            list("products", self.workspace.products.iter().map(product)),
            list("rates", rates.map(rate)),
        ]
        .concat()
    }

    fn head(&self) -> String {
        let (path, year) = (self.path(), self.year);
        let head = format!(
            "# {path} - the plan of {year} as it was agreed. A change of plan is a new version, never a change of this file.\n\
             schema: opsreport/1\nid: {}\nyear: {year}\nfrozen: {}\nby: {}\nreason: {}\n",
            name(self.id),
            self.frozen,
            name(self.by),
            quoted(self.reason),
        );
        let before = self.workspace.latest_version(self.year);
        let replaces = before.map_or_else(String::new, |before| format!("replaces: {}\n", name(&before.id)));
        head + &replaces + &fiscal(self.workspace.fiscal())
    }

    /// Whether an event moves days of the year.
    fn lifts(&self, event: &Event) -> bool {
        let moves = event.lift != Ratio::one() || !event.peaks.is_empty();
        let year = self.workspace.fiscal().year(self.year).span();
        moves && event.status != EventStatus::Cancelled && event.span.overlaps(&year)
    }

    /// Whether it is an exchange rate of the plan that the year knew.
    fn is_planned(&self, rate: &Rate) -> bool {
        let year = self.workspace.fiscal().year(self.year).span();
        let known = rate.from <= year.to && rate.to.is_none_or(|to| year.from <= to);
        rate.id == "fx" && rate.values.contains_key("plan") && known
    }
}

/// How years are cut; nothing where they are the calendar's.
fn fiscal(fiscal: FiscalCalendar) -> String {
    if fiscal == FiscalCalendar::default() {
        return String::new();
    }
    let (month, day) = fiscal.start;
    let named_by = if fiscal.named_by == NamedBy::Start { "start" } else { "end" };
    let weeks = if fiscal.weeks == WeekStart::Iso { "iso" } else { "sunday" };
    let periods = if fiscal.periods == PeriodSystem::Calendar { "calendar" } else { "4-4-5" };
    format!(
        "fiscal_year: {{start: \"{month:02}-{day:02}\", named_by: {named_by}, weeks: {weeks}, periods: {periods}}}\n"
    )
}

/// A list under its key; nothing when it is empty.
fn list(key: &str, items: impl Iterator<Item = String>) -> String {
    let items: String = items.collect();
    if items.is_empty() { items } else { format!("{key}:\n{items}") }
}

/// An item of a list in one line.
fn flow(entries: Vec<Option<String>>) -> String {
    format!("- {{{}}}\n", entries.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// A list or map within one line; nothing when it is empty.
fn inner(key: &str, [open, close]: [char; 2], items: Vec<String>) -> Option<String> {
    (!items.is_empty()).then(|| format!("{key}: {open}{}{close}", items.join(", ")))
}

fn goal(goal: &Goal) -> String {
    let own = |key: &str, value: Option<String>| value.map(|value| format!("  {key}: {value}\n"));
    let growth = goal.growth.as_ref().map(|growth| {
        let meaning = if growth.value.meaning == Meaning::Increase { "increase" } else { "multiple" };
        let share = figure(&Figure::Percent(growth.value.value.clone()));
        format!("{{value: {share}, meaning: {meaning}}}")
    });
    let parts = goal.by.iter().map(|part| {
        format!("  - {{scope: {{{}}}, target: {}}}\n", scope(&part.scope), figure(&part.target.value))
    });
    let parts: String = parts.collect();
    let lines = [
        Some(format!("- id: {}\n  metric: {}\n", name(&goal.id), name(&goal.metric.value))),
        own("year", Some(goal.year.to_string())),
        own("target", goal.target().map(figure)),
        own("limit", goal.limit().map(figure)),
        own("prior", goal.prior.as_ref().map(|prior| figure(&prior.value))),
        own("growth", growth),
        (!parts.is_empty()).then(|| format!("  by:\n{parts}")),
    ];
    lines.into_iter().flatten().collect()
}

fn scope(scope: &Scope) -> String {
    let product = scope.product.as_ref().map(|id| format!("product: {}", name(id)));
    let marketplace = scope.marketplace.as_ref().map(|id| format!("marketplace: {}", name(id)));
    product.into_iter().chain(marketplace).collect::<Vec<_>>().join(", ")
}

fn allocation(one: &Allocation) -> String {
    let unit = one.rounding.as_ref().map(|unit| exact(&unit.value));
    let rounding = unit
        .map(|unit| format!("  rounding: {{unit: {unit}, method: largest-remainder, ties: file-order}}\n"));
    let places = one.marketplace.by_product.iter();
    let places: String = places.map(|(id, own)| format!("    {}: {}\n", name(id), row(own))).collect();
    let months = one.month.by_product.iter();
    let months: String =
        months.map(|(id, own)| format!("    {}: {}\n", name(id), numbers(&own.weights))).collect();
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().zip(&one.day.weekday);
    let days: Vec<String> = days.map(|(day, weight)| format!("{day}: {}", exact(weight))).collect();
    [
        format!("- goal: {}\n  order: [product, marketplace, month, day]\n", name(&one.goal.value)),
        rounding.unwrap_or_default(),
        format!("  product: {}\n", row(&one.product)),
        format!("  marketplace:\n    default: {}\n{places}", row(&one.marketplace.default)),
        format!("  month:\n    default: {}\n{months}", numbers(&one.month.default.weights)),
        format!("  day:\n    weekday: {{{}}}\n", days.join(", ")),
        format!("    events: {}\n", if one.day.events { "from-calendar" } else { "none" }),
    ]
    .concat()
}

fn numbers(weights: &[Ratio]) -> String {
    format!("[{}]", weights.iter().map(exact).collect::<Vec<_>>().join(", "))
}

fn row<K>(row: &Row<K>) -> String {
    let weights = row.weights.iter();
    let weights: Vec<String> =
        weights.map(|(id, weight)| format!("{}: {}", name(&id.value), exact(weight))).collect();
    format!("{{{}}}", weights.join(", "))
}

fn event(event: &Event) -> String {
    let kind = match event.kind {
        EventKind::Demand => "demand",
        EventKind::Closure => "closure",
        EventKind::Logistics => "logistics",
    };
    let places = event.marketplaces.iter().map(|id| name(&id.value)).collect();
    let peaks = event.peaks.iter();
    let peaks = peaks.map(|peak| format!("{{date: {}, lift: {}}}", peak.date, exact(&peak.lift))).collect();
    flow(vec![
        Some(format!("id: {}, kind: {kind}", name(&event.id))),
        Some(format!("from: {}, to: {}", event.span.from, event.span.to)),
        inner("markets", ['[', ']'], places),
        Some(format!("lift: {}", exact(&event.lift))),
        inner("peaks", ['[', ']'], peaks),
    ])
}

fn product(product: &Product) -> String {
    let mut places: Vec<_> = product.prices.iter().map(|price| &price.marketplace.value).collect();
    places.dedup();
    let prices = places.iter().map(|place| format!("{}: {}", name(place), prices(product, place))).collect();
    flow(vec![
        Some(format!("id: {}", name(&product.id))),
        product.launch.map(|day| format!("launch: {day}")),
        product.last_day.as_ref().map(|day| format!("last_day: {}", day.value)),
        inner("price", ['{', '}'], prices),
    ])
}

/// The one price that always holds, or each with its first day.
fn prices(product: &Product, place: &MarketplaceId) -> String {
    let here = product.prices.iter().filter(|price| price.marketplace.value == *place);
    let row = |price: &Price| match price.from {
        None => price.amount.to_string(),
        Some(from) => format!("{{from: {from}, amount: {}}}", price.amount),
    };
    let rows: Vec<String> = here.clone().map(row).collect();
    if here.clone().any(|price| price.from.is_some()) {
        format!("[{}]", rows.join(", "))
    } else {
        rows.concat()
    }
}

fn rate(rate: &Rate) -> String {
    flow(vec![
        Some(format!("id: {}", rate.id)),
        rate.keys.get("pair").map(|pair| format!("pair: {pair}")),
        Some(format!("from: {}", rate.from)),
        rate.to.map(|to| format!("to: {to}")),
        rate.values.get("plan").map(|plan| format!("plan: {}", figure(plan))),
    ])
}

/// A name, in quotes where YAML would read it as something else.
fn name<K>(id: &Id<K>) -> String {
    let text = id.as_str();
    if reads_as_another_type(text) { quoted(text) } else { text.to_owned() }
}

/// A text in double quotes, which both JSON and YAML read.
pub(crate) fn quoted(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        c if c.is_control() => format!("\\u{:04x}", u32::from(c)),
        c => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

/// A figure to its last digit; as people type it.
fn figure(figure: &Figure) -> String {
    let hundred = Ratio::from_int(100);
    match figure {
        Figure::Money(money) => money.to_string(),
        Figure::Percent(share) => format!("{}%", exact(&(share * &hundred))),
        Figure::Points(share) => format!("{}pp", exact(&(share * &hundred))),
        Figure::Number(number) => exact(number),
    }
}

/// A number to its last digit: a decimal where it ends, else a fraction.
fn exact(number: &Ratio) -> String {
    let ends = (0..=18).find(|digits| Ratio::from_scaled(number.round_scaled(*digits), *digits) == *number);
    let Some(digits) = ends.map(|digits| digits as usize) else { return number.to_string() };
    let scaled = number.round_scaled(digits as u32);
    let text = format!("{:0>width$}", scaled.unsigned_abs(), width = digits + 1);
    let (whole, rest) = text.split_at(text.len() - digits);
    let (sign, point) = (if scaled < 0 { "-" } else { "" }, if digits == 0 { "" } else { "." });
    format!("{sign}{whole}{point}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_they_are_typed() {
        for text in ["42", "0", "0.5", "2.125", "-3.25", "1/3"] {
            assert_eq!(exact(&Ratio::parse(text).unwrap()), text);
        }
        assert_eq!(figure(&Figure::Percent(Ratio::parse("0.0955").unwrap())), "9.55%");
    }

    #[test]
    fn names_and_texts_are_read_back_as_they_were() {
        assert_eq!(name(&Id::<crate::quantity::kind::Marketplace>::new("NO")), "\"NO\"");
        assert_eq!(name(&Id::<crate::quantity::kind::Product>::new("gift-set")), "gift-set");
        for reason in ["Prime Day: 6/23，\"不是\" 7 月", "a\nb\t\\"] {
            let read: String = serde_yaml::from_str(&quoted(reason)).unwrap();
            assert_eq!(read, reason);
        }
    }
}
