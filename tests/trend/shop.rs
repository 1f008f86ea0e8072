//! A shop with made-up results: daily sales of three products, and weekly searches by term.

use std::collections::BTreeMap;

use opsreport::quantity::Day;
use opsreport::world::Memory;

pub(crate) const PRODUCTS: [&str; 3] = ["bottle", "kettle", "mug"];
pub(crate) const TERMS: [&str; 8] =
    ["alpha tea", "bravo pot", "cold brew", "delta cup", "echo set", "fox lid", "green jar", "herb bag"];

/// A product on a day. Amounts are cents.
#[derive(Clone, Copy)]
pub(crate) struct Sold {
    pub(crate) day: Day,
    pub(crate) product: usize,
    pub(crate) units: i64,
    pub(crate) sales: i64,
}

/// A search term in the week that ends on a Saturday.
#[derive(Clone, Copy)]
pub(crate) struct Searched {
    pub(crate) day: Day,
    pub(crate) term: usize,
    pub(crate) searches: i64,
    pub(crate) rank: i64,
    pub(crate) views: i64,
    pub(crate) own: i64,
}

/// Everything that the shop measured.
pub(crate) struct Shop {
    pub(crate) sold: Vec<Sold>,
    pub(crate) searched: Vec<Searched>,
    /// The month whose file is missing.
    pub(crate) gap: Option<(i16, i8)>,
}

/// Numbers that only look random.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as i64) % sides
    }
}

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The first and the last day of sales; today is later, so that November has not ended.
pub(crate) fn last_day() -> Day {
    day("2026-11-18")
}

impl Shop {
    /// Even seeds have two years and more, odd ones less; every third lacks the file of a month.
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let first = if seed.is_multiple_of(2) { day("2024-05-01") } else { day("2025-04-11") };
        let gap = seed.is_multiple_of(3).then_some((2026, 1 + (seed % 8) as i8));
        let sold = sold(&mut dice, (first, seed));
        let sold = sold.into_iter().filter(|sold| Some((sold.day.year(), sold.day.month())) != gap).collect();
        Shop { sold, searched: searched(&mut dice), gap }
    }

    pub(crate) fn world(&self) -> Memory {
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for (path, text) in FILES {
            files.insert(path.to_owned(), text.as_bytes().to_vec());
        }
        for sold in &self.sold {
            let path = format!("results/sales-{}-{:02}.csv", sold.day.year(), sold.day.month());
            let file =
                files.entry(path).or_insert_with(|| b"date,marketplace,sku,units,sales,profit\n".to_vec());
            let Sold { day, product, units, sales } = *sold;
            let profit = decimal(profit(sales, units));
            let row = format!("{day},US,S-{},{units},{},{profit}\n", PRODUCTS[product], decimal(sales));
            file.extend(row.bytes());
        }
        let mut terms = "date,marketplace,search_term,searches,term_rank,own_views,all_views\n".to_owned();
        for Searched { day, term, searches, rank, views, own } in &self.searched {
            terms += &format!("{day},US,{},{searches},{rank},{own},{views}\n", TERMS[*term]);
        }
        files.insert("results/terms.csv".to_owned(), terms.into_bytes());
        Memory { files, today: day("2026-11-22") }
    }
}

/// What is left of sales: a loss on some days.
pub(crate) fn profit(sales: i64, units: i64) -> i64 {
    sales / 3 - units * 700
}

fn decimal(cents: i64) -> String {
    format!("{}{}.{:02}", if cents < 0 { "-" } else { "" }, cents.abs() / 100, cents.abs() % 100)
}

/// Sales with a season, a level that shifts in some shops, and a month that stands out in others.
fn sold(dice: &mut Dice, (first, seed): (Day, u64)) -> Vec<Sold> {
    let season = [70, 60, 80, 90, 100, 120, 130, 110, 90, 100, 160, 180];
    let days = (0..=(last_day() - first)).map(|number| first + number);
    let mut all = Vec::new();
    for day in days {
        let month = usize::try_from(day.month()).unwrap() - 1;
        let seasonal = if seed.is_multiple_of(4) { 100 } else { season[month] };
        let shifted = if seed.is_multiple_of(4) && day >= self::day("2026-02-01") { 190 } else { 100 };
        let odd = if seed % 8 == 4 && (day.year(), day.month()) == (2026, 8) { 300 } else { 100 };
        for product in 0..PRODUCTS.len() {
            let most = [40, 20, 9][product];
            let units = (most + dice.roll(most / 2)) * seasonal * shifted * odd / 1_000_000;
            let sales = units * (1900 + 400 * product as i64 + dice.roll(90));
            all.push(Sold { day, product, units, sales });
        }
    }
    all
}

/// Searches of sixty-odd weeks, each dated with its Saturday.
fn searched(dice: &mut Dice) -> Vec<Searched> {
    let first = day("2025-08-16");
    let weeks = (0..66).map(|number| first + number * 7);
    let mut all = Vec::new();
    for day in weeks {
        for term in 0..TERMS.len() {
            let size = [9000, 6000, 3000, 900, 700, 400, 90, 5][term];
            let searches = size + dice.roll(size);
            let views = searches * 20 + dice.roll(400);
            let own = views / 100 * (1 + dice.roll(9));
            let rank = 4_000_000 / (searches + 1) + dice.roll(50);
            all.push(Searched { day, term, searches, rank, views, own });
        }
    }
    all
}

const FILES: [(&str, &str); 6] = [
    (
        "opsreport.yaml",
        "title: Shop
languages: [en, zh-Hant]
sources:
- {path: \"results/*.csv\", kind: canonical}
",
    ),
    (
        "company.yaml",
        "company: {id: shop, name: Shop, reporting_currency: USD, timezone: Asia/Taipei}
",
    ),
    (
        "products.yaml",
        "products:
- {id: bottle, name: Bottle, skus: [{sku: S-bottle}]}
- {id: kettle, name: Kettle, skus: [{sku: S-kettle}]}
- {id: mug, name: Mug, skus: [{sku: S-mug}]}
",
    ),
    ("marketplaces.yaml", "marketplaces: [{id: US, currency: USD}]\n"),
    (
        "metrics.yaml",
        "measures:
- {id: units, name: Units, unit: count, better: higher, grains: [day, sku, marketplace]}
- {id: sales, name: Sales, unit: money, better: higher, grains: [day, sku, marketplace]}
- {id: profit, name: Profit, unit: money, better: higher, grains: [day, sku, marketplace]}
- {id: searches, name: Searches, unit: count, better: higher, grains: [week, search_term, marketplace]}
- {id: term_rank, name: Rank, unit: count, better: lower, over: level, grains: [week, search_term, marketplace]}
- {id: own_views, name: Own views, unit: count, better: higher, grains: [week, search_term, marketplace]}
- {id: all_views, name: All views, unit: count, better: none, grains: [week, search_term, marketplace]}
metrics:
- {id: asp, name: Price, ratio: [sales, units], unit: money, better: higher}
- {id: margin, name: Margin, ratio: [profit, sales], unit: percent, better: higher}
- {id: view_share, name: View share, ratio: [own_views, all_views], unit: percent, better: higher}
",
    ),
    (
        "calendar.yaml",
        "events:
- {id: a, kind: demand, from: 2025-10-07, to: 2025-10-10}
- {id: b, kind: demand, from: 2026-09-28, to: 2026-10-01, align_with: a}
",
    ),
];
