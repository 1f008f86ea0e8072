//! What each sentence must say, computed from the rows in the simplest way.

use opsreport::quantity::Day;

use crate::Row;
use crate::shop::{PRODUCTS, Searched, Shop, Sold, TERMS, day, last_day, profit};
use crate::spoken::{Expected, Language};

/// Days from one to another.
type Days = (Day, Day);

pub(crate) struct Naive<'a> {
    pub(crate) shop: &'a Shop,
    pub(crate) row: &'a Row<'a>,
    pub(crate) language: Language,
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(year: i16, month: i8) -> Days {
    let first = Day::new(year, month, 1).unwrap();
    let next = if month == 12 { Day::new(year + 1, 1, 1) } else { Day::new(year, month + 1, 1) };
    (first, next.unwrap() - 1)
}

fn month_of(day: Day) -> Days {
    month(day.year(), day.month())
}

impl Naive<'_> {
    fn weekly(&self) -> bool {
        self.row.text("grain") == "week"
    }

    /// The last complete period, the one before, and the one a year before: known without any calendar.
    fn known(&self) -> [Days; 3] {
        match self.weekly() {
            true => ["2026-11-08", "2026-11-01", "2025-11-09"].map(|first| (day(first), day(first) + 6)),
            false => [month(2026, 10), month(2026, 9), month(2025, 10)],
        }
    }

    fn label(&self, (from, _): Days) -> String {
        let (year, number) = (from.year(), from.month());
        match (self.weekly(), self.language) {
            (true, Language::En) => format!("week from {from}"),
            (true, Language::Zh) => format!("{from} 起的一週"),
            (false, Language::En) => format!("{} {year}", MONTHS[number as usize - 1]),
            (false, Language::Zh) => format!("{year} 年 {number} 月"),
        }
    }

    fn date(&self, day: Day) -> String {
        let (year, month, day) = (day.year(), day.month(), day.day());
        match self.language {
            Language::En => format!("{day} {} {year}", &MONTHS[month as usize - 1][..3]),
            Language::Zh => format!("{year} 年 {month} 月 {day} 日"),
        }
    }

    fn step(&self, (from, _): Days) -> String {
        match self.language {
            Language::En => MONTHS[from.month() as usize - 1][..3].to_owned(),
            Language::Zh => format!("{}月", from.month()),
        }
    }

    fn of_product(&self, sold: &Sold) -> bool {
        let product = self.row.text("product");
        product.is_empty() || PRODUCTS[sold.product] == product
    }

    fn sums(&self, days: impl Fn(Day) -> bool) -> [f64; 3] {
        let mine = self.shop.sold.iter().filter(|sold| self.of_product(sold) && days(sold.day));
        mine.fold([0.0; 3], |[sales, units, left], sold| {
            let cents = |cents: i64| cents as f64 / 100.0;
            [
                sales + cents(sold.sales),
                units + sold.units as f64,
                left + cents(profit(sold.sales, sold.units)),
            ]
        })
    }

    fn over(&self, days: impl Fn(Day) -> bool) -> f64 {
        let [sales, units, left] = self.sums(days);
        match self.row.text("metric") {
            "sales" => sales,
            "units" => units,
            "asp" => sales / units,
            "margin" => left / sales,
            other => panic!("{other}"),
        }
    }

    fn term(&self, name: &str, (from, to): Days) -> f64 {
        self.terms(|term| name.is_empty() || TERMS[term.term] == name, (from, to))
    }

    fn terms(&self, mine: impl Fn(&Searched) -> bool, (from, to): Days) -> f64 {
        let all = self.shop.searched.iter().filter(|row| mine(row) && from <= row.day && row.day <= to);
        let sums = all.fold([0.0; 4], |[searches, rank, own, views], row| {
            let [s, r, o, v] = [row.searches, row.rank, row.own, row.views].map(|n| n as f64);
            [searches + s, rank + r, own + o, views + v]
        });
        match self.row.text("metric") {
            "searches" => sums[0],
            "term_rank" => sums[1],
            "view_share" => sums[2] / sums[3],
            "own_views" => sums[2],
            other => panic!("{other}"),
        }
    }

    fn value(&self, (from, to): Days) -> f64 {
        match self.weekly() {
            true => self.term(self.row.text("value"), (from, to)),
            false => self.over(|day| from <= day && day <= to),
        }
    }

    fn percent(&self) -> bool {
        ["margin", "view_share"].contains(&self.row.text("metric"))
    }

    /// A share of the base; in points, of percentages.
    fn change(&self, value: f64, base: f64) -> f64 {
        if self.percent() { value - base } else { (value - base) / base }
    }

    pub(crate) fn expected(&self) -> Expected {
        let [last, previous, year] = self.known();
        match self.row.text("kind") {
            "growth-previous" => self.growth(last, previous),
            "growth-last-year" => self.year_growth(last, year),
            "share" => self.share(last, previous),
            "season" => self.season(last),
            "season-unknown" => (vec![], vec![self.run(last), if self.weekly() { 104.0 } else { 24.0 }]),
            "shift" => self.shift(last),
            "outlier" => self.outlier(),
            "movers-absolute" | "movers-relative" => {
                self.movers(last, if self.is_of_year() { year } else { previous })
            }
            "concentration" => self.concentration(last, previous),
            "running" => self.running(),
            "gaps" => self.gaps(),
            other => panic!("{other}"),
        }
    }

    fn growth(&self, last: Days, base: Days) -> Expected {
        let (value, before) = (self.value(last), self.value(base));
        let labels = vec![self.label(last), self.label(base)];
        if self.row.text("metric") == "term_rank" {
            return (labels, vec![value, before, (value - before).abs()]);
        }
        (labels, vec![value, before, self.change(value, before)])
    }

    /// The event of October 2025 lay on the last days of September and the first of October in 2026.
    fn year_growth(&self, last: Days, base: Days) -> Expected {
        let (labels, mut numbers) = self.growth(last, base);
        if self.weekly() {
            return (labels, numbers);
        }
        let (now, then) = ((day("2026-09-28"), day("2026-10-01")), (day("2025-10-07"), day("2025-10-10")));
        let within = |day: Day, (from, to): Days| from <= day && day <= to;
        let mut pairs = Vec::new();
        let mut out = 0.0;
        for number in 0..31 {
            let date = last.0 + number;
            let before = date - 364;
            if within(date, now) {
                pairs.push((date, then.0 + (date - now.0)));
            } else if !within(before, then) && !within(before, now) {
                pairs.push((date, before));
            } else {
                out += 1.0;
            }
        }
        let value = self.over(|day| pairs.iter().any(|pair| pair.0 == day));
        let before = self.over(|day| pairs.iter().any(|pair| pair.1 == day));
        numbers.extend([self.change(value, before), out]);
        (labels, numbers)
    }

    fn share(&self, last: Days, base: Days) -> Expected {
        let name = self.row.text("value");
        let sums = |days: Days| {
            let mine = |row: &&Searched| name.is_empty() || TERMS[row.term] == name;
            let rows = self.shop.searched.iter().filter(mine);
            let rows = rows.filter(|row| days.0 <= row.day && row.day <= days.1);
            rows.fold((0.0, 0.0), |(own, all), row| (own + row.own as f64, all + row.views as f64))
        };
        let ((own0, all0), (own1, all1)) = (sums(base), sums(last));
        let (share0, share1) = (own0 / all0, own1 / all1);
        let by_whole = ((all1 - all0) * (share0 + share1) / 2.0).round();
        let change = own1 - own0;
        // What is said of the parts sums to what is said of the change.
        let by_share = change - by_whole;
        (vec![self.label(last), self.label(base)], vec![share1, share1 - share0, change, by_whole, by_share])
    }

    /// How many months or weeks are known without a gap up to the last complete one.
    fn run(&self, last: Days) -> f64 {
        if self.weekly() {
            return 66.0;
        }
        let mut months = 0.0;
        let mut at = last;
        while self.is_whole(at) {
            months += 1.0;
            at = month_of(at.0 - 1);
        }
        months
    }

    fn is_whole(&self, (from, to): Days) -> bool {
        (0..=(to - from)).all(|number| self.shop.sold.iter().any(|sold| sold.day == from + number))
    }

    fn season(&self, last: Days) -> Expected {
        let years = (self.run(last) / 12.0).floor();
        let count = years as usize * 12;
        let mut months = vec![last];
        while months.len() < count {
            months.push(month_of(months.last().unwrap().0 - 1));
        }
        months.reverse();
        let values: Vec<f64> = months.iter().map(|days| self.value(*days)).collect();
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let means: Vec<f64> = values.chunks(12).map(mean).collect();
        let slope = (means.last().unwrap() - means[0]) / (12.0 * (years - 1.0));
        let share = |at: usize| values[at] / (means[at / 12] + slope * ((at % 12) as f64 - 5.5));
        let shares: Vec<f64> = (0..count).map(share).collect();
        let index = |step: usize| mean(&shares.iter().skip(step).step_by(12).copied().collect::<Vec<_>>());
        let indices: Vec<f64> = (0..12).map(index).collect();
        let within: f64 = (0..count).map(|at| (shares[at] - indices[at % 12]).powi(2)).sum();
        let all: f64 = shares.iter().map(|share| (share - 1.0).powi(2)).sum();
        let strength = 1.0 - (within / (12.0 * (years - 1.0))) / (all / (count as f64 - years));
        let order = |a: &usize, b: &usize| indices[*a].total_cmp(&indices[*b]);
        let (peak, trough) = ((0..12).max_by(order).unwrap(), (0..12).min_by(order).unwrap());
        let labels = [peak, trough].map(|step| self.step(months[count - 12 + step]));
        (labels.into(), vec![indices[peak], indices[trough], strength, years])
    }

    /// The mean of the periods of two stretches; a ratio is that of all their days.
    fn shift(&self, last: Days) -> Expected {
        let from = self.row.day("from");
        let first = self.shop_month(self.row.text("base_period"));
        let level = |from: Day, to: Day| {
            let mut periods = Vec::new();
            let mut at = from;
            while at <= to {
                let days = if self.weekly() { (at, at + 6) } else { month_of(at) };
                periods.push(days);
                at = days.1 + 1;
            }
            let known: Vec<Days> =
                periods.into_iter().filter(|days| self.weekly() || self.is_whole(*days)).collect();
            let n = known.len() as f64;
            if ["asp", "margin", "view_share"].contains(&self.row.text("metric")) {
                return (self.value((from, to)), n);
            }
            (known.iter().map(|days| self.value(*days)).sum::<f64>() / n, n)
        };
        let (before, before_n) = level(first, from - 1);
        let (after, after_n) = level(from, last.1);
        let first = if self.weekly() { (first, first + 6) } else { month_of(first) };
        (vec![self.label((from, from)), self.label(first)], vec![after, after_n, before, before_n])
    }

    /// The first day of a period as tables write it.
    fn shop_month(&self, text: &str) -> Day {
        match text.split_once("-W") {
            // The first Saturday of the shop ends its first week; weeks of a year are numbered from that of 4 January.
            Some((year, week)) => {
                let fourth = Day::new(year.parse().unwrap(), 1, 4).unwrap();
                let sunday = fourth - i32::try_from((fourth.weekday() + 1) % 7).unwrap();
                sunday + (week.parse::<i32>().unwrap() - 1) * 7
            }
            None => day(&format!("{text}-01")),
        }
    }

    fn outlier(&self) -> Expected {
        let (from, to) = (self.row.day("from"), self.row.day("to"));
        let base = self.row.text("base_period");
        let value = self.value((from, to));
        if !base.is_empty() {
            let first = self.shop_month(base);
            let base = if self.weekly() { (first, first + 6) } else { month_of(first) };
            return (vec![self.label((from, to)), self.label(base)], vec![value, self.value(base)]);
        }
        let [last, ..] = self.known();
        let mut around = Vec::new();
        let (mut before, mut after) = ((from, to), (from, to));
        for _ in 0..3 {
            before = self.beside(before, -1);
            after = self.beside(after, 1);
            around
                .extend([before, after].into_iter().filter(|days| days.1 <= last.1 && self.is_known(*days)));
        }
        let mut values: Vec<f64> = around.into_iter().map(|days| self.value(days)).collect();
        values.sort_by(f64::total_cmp);
        let n = values.len();
        let median = (values[(n - 1) / 2] + values[n / 2]) / 2.0;
        (vec![self.label((from, to))], vec![value, n as f64, median])
    }

    fn beside(&self, (from, to): Days, way: i32) -> Days {
        match (self.weekly(), way) {
            (true, way) => (from + 7 * way, to + 7 * way),
            (false, -1) => month_of(from - 1),
            (false, _) => month_of(to + 1),
        }
    }

    fn is_known(&self, days: Days) -> bool {
        match self.weekly() {
            true => self.shop.searched.iter().any(|row| days.0 <= row.day && row.day <= days.1),
            false => self.is_whole(days),
        }
    }

    fn is_of_year(&self) -> bool {
        self.row.text("base_period").starts_with("2025")
    }

    /// The three that rose and the three that fell most, of those that are large enough and moved enough.
    fn movers(&self, last: Days, base: Days) -> Expected {
        let metric = self.row.text("metric");
        let relative = self.row.text("kind") == "movers-relative";
        let views = |term: usize, days: Days| {
            let rows = self.shop.searched.iter().filter(|row| row.term == term);
            rows.filter(|row| days.0 <= row.day && row.day <= days.1).map(|row| row.views as f64).sum::<f64>()
        };
        let pairs: Vec<(f64, f64)> =
            TERMS.iter().map(|name| (self.term(name, base), self.term(name, last))).collect();
        let total: f64 = pairs.iter().map(|pair| pair.0).sum();
        let all = |days: Days| (0..TERMS.len()).map(|term| views(term, days)).sum::<f64>();
        let large = |term: usize| match metric {
            "searches" => pairs[term].0 >= total / 100.0,
            "view_share" => [base, last].iter().all(|days| views(term, *days) >= all(*days) / 100.0),
            _ => true,
        };
        let moved = |(from, to): (f64, f64)| match metric {
            "view_share" => (to - from).abs() >= 0.005,
            "term_rank" => (to - from).abs() >= 10.0 && (to - from).abs() >= 0.02 * from.max(to),
            _ => (to - from).abs() >= 0.02 * from.max(to),
        };
        let size = |(from, to): (f64, f64)| if relative { (to - from) / from } else { to - from };
        let small = (0..TERMS.len()).filter(|term| !large(*term)).count();
        let mut told: Vec<usize> =
            (0..TERMS.len()).filter(|term| large(*term) && moved(pairs[*term])).collect();
        told.sort_by(|a, b| size(pairs[*b]).total_cmp(&size(pairs[*a])));
        let up: Vec<usize> = told.iter().copied().filter(|term| size(pairs[*term]) > 0.0).take(3).collect();
        let down: Vec<usize> =
            told.iter().rev().copied().filter(|term| size(pairs[*term]) < 0.0).take(3).collect();
        let mut labels = vec![self.label(last), self.label(base)];
        let mut numbers = vec![TERMS.len() as f64];
        if small > 0 {
            numbers.push(small as f64);
        }
        for term in up.into_iter().chain(down) {
            labels.push(TERMS[term].to_owned());
            numbers.extend([pairs[term].0, pairs[term].1]);
            if metric != "term_rank" {
                numbers.push(size(pairs[term]));
            }
        }
        (labels, numbers)
    }

    fn concentration(&self, last: Days, base: Days) -> Expected {
        let shares = |days: Days| {
            let values: Vec<f64> = TERMS.iter().map(|name| self.term(name, days)).collect();
            let all: f64 = values.iter().sum();
            let mut shares: Vec<(f64, usize)> =
                values.into_iter().map(|value| value / all).zip(0..).collect();
            shares.sort_by(|a, b| b.0.total_cmp(&a.0));
            shares
        };
        let top = |shares: &[(f64, usize)]| shares[..3].iter().map(|share| share.0).sum::<f64>();
        let index = |shares: &[(f64, usize)]| shares.iter().map(|share| share.0 * share.0).sum::<f64>() * 1e4;
        let (now, then) = (shares(last), shares(base));
        let mut labels = vec![self.label(last), self.label(base)];
        labels.extend(now[..3].iter().map(|share| TERMS[share.1].to_owned()));
        (labels, vec![top(&now), index(&now), TERMS.len() as f64, top(&then), index(&then)])
    }

    fn running(&self) -> Expected {
        let days = (day("2026-11-01"), last_day());
        (vec![self.label(days), self.date(last_day())], vec![self.value(days), 18.0, 30.0])
    }

    fn gaps(&self) -> Expected {
        let (year, number) = self.shop.gap.unwrap();
        let first = self.shop.sold.first().unwrap().day;
        let [last, ..] = self.known();
        let mut months = 0.0;
        let mut at = last;
        while at.0 >= first {
            months += 1.0;
            at = month_of(at.0 - 1);
        }
        (vec![self.label(month(year, number))], vec![1.0, months])
    }
}
