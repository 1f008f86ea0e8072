//! Figures worked out by hand, exact to the last digit, against the library.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use opsreport::metric::{
    Better, DriverTree, Expr, Impact, Leaf, Rel, Relation, Tree, Unit, Variance, explain, opened,
    round_parts, variance,
};
use opsreport::plan::{Growth, Plan, PlanSource, Spine};
use opsreport::quantity::{Day, Grain, MeasureId, Period, ProductId, Ratio, Scope, Span, apportion};
use opsreport::review::{Effect, Limits, PriceVolumeMix, RateMix, Segment, Sides, Sold, SoldItem};
use opsreport::trend::score::{self, Brier, Coverage, Paired, Said};
use opsreport::workspace::{Bounds, Meaning, load};
use opsreport::world::Memory;
use serde_json::Value as Json;

type Figures = BTreeMap<String, Ratio>;

fn oracle(group: &str) -> Json {
    let all: Json = serde_json::from_str(include_str!("oracles/oracles.json")).unwrap();
    all[group].clone()
}

fn ratio(text: &str) -> Ratio {
    Ratio::parse(text).unwrap_or_else(|| panic!("{text} is not a number"))
}

fn strings(json: &Json) -> Vec<String> {
    json.as_array().unwrap().iter().map(|s| s.as_str().unwrap().to_owned()).collect()
}

fn figures(names: &[&str], values: &[&str]) -> Figures {
    names.iter().zip(values).map(|(n, v)| ((*n).to_owned(), ratio(v))).collect()
}

fn why(expr: &Expr, base: &Figures, actual: &Figures) -> Tree {
    explain(expr, &|name| base.get(name).cloned(), &|name| actual.get(name).cloned())
}

fn why_text(expr: &str, base: &Figures, actual: &Figures) -> Tree {
    why(&Expr::parse(expr).unwrap(), base, actual)
}

fn contributions(leaves: &[Leaf]) -> BTreeMap<&str, String> {
    leaves.iter().map(|leaf| (leaf.label.as_str(), leaf.contribution.to_string())).collect()
}

fn find<'a>(tree: &'a Tree, label: &str) -> Option<&'a Tree> {
    if tree.label() == label {
        return Some(tree);
    }
    tree.children.iter().find_map(|child| find(child, label))
}

fn assert_nodes(tree: &Tree, oracle: &Json, names: &[(&str, &str)]) {
    for (label, key) in names {
        let node = find(tree, label).unwrap_or_else(|| panic!("no node {label}"));
        assert_eq!(node.contribution.as_ref().unwrap().to_string(), oracle[key].as_str().unwrap(), "{label}");
    }
}

const DRIVERS: [&str; 4] = ["sessions", "cvr", "upo", "price"];

fn plan() -> Figures {
    figures(&DRIVERS, &["40000", "1/10", "11/10", "25"])
}

fn actual() -> Figures {
    figures(&DRIVERS, &["46000", "9/100", "23/20", "49/2"])
}

fn revenue_tree(split: Vec<(MeasureId, Vec<MeasureId>)>) -> Expr {
    let level = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
    let tree = DriverTree {
        id: "sales-drivers".to_owned(),
        root: MeasureId::new("revenue"),
        expr: Expr::parse("(sessions * cvr) * (upo * price)").unwrap(),
        levels: vec![level(&["orders", "order_value"]), level(&DRIVERS)],
        split,
        drivers: vec![],
    };
    tree.named_expr().unwrap()
}

#[test]
fn a_flat_product_is_split_by_shapley() {
    for group in ["driver4_shapley", "ad_funnel"] {
        let oracle = oracle(group);
        let names = strings(&oracle["names"]);
        let end = |key: &str| -> Figures {
            names.iter().cloned().zip(strings(&oracle[key]).iter().map(|v| ratio(v))).collect()
        };
        let tree = why_text(&names.join(" * "), &end("pl"), &end("ac"));
        assert_eq!(tree.contribution.as_ref().unwrap().to_string(), oracle["delta"].as_str().unwrap());
        let found: Vec<String> = tree.leaves().iter().map(|leaf| leaf.contribution.to_string()).collect();
        assert_eq!(found, strings(&oracle["contrib"]), "{group}");
    }
}

#[test]
fn products_of_two_and_three_factors() {
    for (expr, base, actual, parts) in [
        ("a * b", vec!["100", "20"], vec!["120", "18"], vec!["380", "-220"]),
        ("a * b * c", vec!["100", "20", "2"], vec!["120", "18", "3"], vec!["2840/3", "-1660/3", "6260/3"]),
        ("a * b * c", vec!["0", "0.10", "25"], vec!["1000", "0.12", "25"], vec!["2750", "250", "0"]),
    ] {
        let names = ["a", "b", "c"];
        let tree = why_text(expr, &figures(&names, &base), &figures(&names, &actual));
        let found: Vec<String> = tree.leaves().iter().map(|leaf| leaf.contribution.to_string()).collect();
        assert_eq!(found, parts, "{expr}");
    }
}

#[test]
fn a_tree_of_levels_is_split_by_the_chain_rule() {
    let tree = why(&revenue_tree(Vec::new()), &plan(), &actual());
    let same = ["revenue", "orders", "sessions", "cvr", "order_value", "upo", "price"].map(|n| (n, n));
    assert_nodes(&tree, &oracle("driver_dag_revenue"), &same);
}

#[test]
fn a_split_below_a_driver_moves_nothing_above_it() {
    let split = vec![(
        MeasureId::new("sessions"),
        vec![MeasureId::new("organic_sessions"), MeasureId::new("paid_sessions")],
    )];
    let names = ["cvr", "upo", "price", "organic_sessions", "paid_sessions"];
    let base = figures(&names, &["1/10", "11/10", "25", "28000", "12000"]);
    let actual = figures(&names, &["9/100", "23/20", "49/2", "29000", "17000"]);
    let tree = why(&revenue_tree(split), &base, &actual);
    let oracle = oracle("driver_dag_revenue_split_sessions");
    let same = ["revenue", "orders", "sessions", "cvr", "order_value", "upo", "price"].map(|n| (n, n));
    assert_nodes(&tree, &oracle, &same);
    assert_nodes(&tree, &oracle, &[("organic_sessions", "organic"), ("paid_sessions", "paid")]);
}

#[test]
fn a_profit_adds_the_paths_of_each_driver() {
    let units = "((sessions * cvr) * upo)";
    let revenue = format!("({units} * price)");
    let text = format!(
        "{revenue} - {units} * cogs_u - {revenue} * ref_pct - {units} * fba_u - ads - {revenue} * ret_pct - storage"
    );
    let names =
        ["sessions", "cvr", "upo", "price", "cogs_u", "ref_pct", "fba_u", "ads", "ret_pct", "storage"];
    let base = figures(&names, &["40000", "0.1", "1.1", "25", "7", "0.15", "5", "13200", "0.04", "1500"]);
    let actual =
        figures(&names, &["46000", "0.09", "1.15", "24.5", "7.2", "0.15", "5.3", "16500", "0.05", "1800"]);
    let tree = why_text(&text, &base, &actual);
    let oracle = oracle("driver_dag_profit");
    assert_eq!(tree.contribution.as_ref().unwrap().to_string(), oracle["delta"].as_str().unwrap());
    let leaves = tree.leaves();
    let found = contributions(&leaves);
    for (key, expected) in oracle["leaves"].as_object().unwrap() {
        let name = key.replace('%', "_pct");
        assert_eq!(found[name.as_str()], expected.as_str().unwrap(), "{name}");
    }
}

/// Items and segments of an oracle: a row of numbers for each name, in the order of its columns.
fn rows(json: &Json) -> Vec<(String, Vec<Ratio>)> {
    let number = |value: &Json| value.as_i64().map_or_else(Ratio::zero, |n| Ratio::from_int(n.into()));
    let row =
        |(name, row): (&String, &Json)| (name.clone(), row.as_array().unwrap().iter().map(number).collect());
    json.as_object().unwrap().iter().map(row).collect()
}

fn scope(name: &str) -> Option<Scope> {
    Some(Scope::product(&ProductId::new(name)))
}

#[test]
fn price_volume_and_mix_with_what_is_new_and_ended() {
    let oracle = oracle("pvm");
    let sold = |units: &Ratio, price: &Ratio| Sold {
        units: units.clone(),
        revenue: units * price,
        rate: Ratio::one(),
    };
    let item = |(name, row): (String, Vec<Ratio>)| SoldItem {
        scope: scope(&name),
        base: sold(&row[0], &row[1]),
        actual: sold(&row[2], &row[3]),
        known_before: false,
    };
    let found = PriceVolumeMix::of(rows(&oracle["input"]).into_iter().map(item).collect());
    for (name, effects) in oracle["shapley"].as_object().unwrap() {
        let own = found.items.iter().find(|change| change.item.scope == scope(name)).unwrap();
        for effect in [Effect::Volume, Effect::Mix, Effect::Price] {
            assert_eq!(own.of(effect), ratio(effects[effect.name()].as_str().unwrap()), "{name} {effect:?}");
        }
    }
    let total = |key: &str| ratio(oracle["totals"][key].as_str().unwrap());
    for effect in [Effect::Volume, Effect::Mix, Effect::Price, Effect::New] {
        assert_eq!(found.total(effect), total(effect.name()), "{effect:?}");
    }
    assert_eq!(found.total(Effect::Ended), total("discontinued"));
    assert_eq!(found.change(), total("delta"));
    assert_eq!(found.total(Effect::Currency), Ratio::zero());
}

#[test]
fn every_market_improved_and_the_whole_fell() {
    let oracle = oracle("mix_rate");
    let sides = |row: &[Ratio]| Sides { num: row[1].clone(), den: row[0].clone() };
    let segment = |(name, row): (String, Vec<Ratio>)| Segment {
        scope: scope(&name),
        base: sides(&row[..2]),
        actual: sides(&row[2..]),
    };
    let found = RateMix::of(rows(&oracle["input"]).into_iter().map(segment).collect()).unwrap();
    for (key, value) in [
        ("rate_pl", found.base.clone()),
        ("rate_ac", found.actual.clone()),
        ("delta", found.change()),
        ("rate_effect", found.rate()),
        ("mix_effect", found.mix()),
    ] {
        assert_eq!(value.to_string(), oracle[key].as_str().unwrap(), "{key}");
    }
    for own in &found.segments {
        let name = own.segment.scope.as_ref().unwrap().product.as_ref().unwrap();
        let expected = &oracle["per_segment"][name.as_str()];
        assert_eq!(own.rate, ratio(expected["rate"].as_str().unwrap()), "{name}");
        assert_eq!(own.mix, ratio(expected["mix"].as_str().unwrap()), "{name}");
    }
    assert_eq!(found.is_simpson(), oracle["simpson"].as_bool().unwrap());
}

/// Ratios that open a profit's lines give the same tree as a formula that was written out.
#[test]
fn the_lines_of_a_profit_open_into_its_drivers() {
    let relation = |whole: &str, by: &str, rate: &str| Relation {
        whole: MeasureId::new(whole),
        by: MeasureId::new(by),
        rate: MeasureId::new(rate),
    };
    let relations = [
        relation("revenue", "units", "price"),
        relation("units", "orders", "upo"),
        relation("orders", "sessions", "cvr"),
        relation("cogs", "units", "cogs_u"),
        relation("referral", "revenue", "ref%"),
        relation("fba", "units", "fba_u"),
        relation("returns", "revenue", "ret%"),
    ];
    let lines = Expr::parse("revenue - cogs - referral - fba - ads - returns - storage").unwrap();
    let names = ["sessions", "cvr", "upo", "price", "cogs_u", "ref%", "fba_u", "ads", "ret%", "storage"];
    let base = figures(&names, &["40000", "0.1", "1.1", "25", "7", "0.15", "5", "13200", "0.04", "1500"]);
    let actual =
        figures(&names, &["46000", "0.09", "1.15", "24.5", "7.2", "0.15", "5.3", "16500", "0.05", "1800"]);
    let tree = why(&opened(&lines, &relations), &base, &actual);
    let leaves = tree.leaves();
    let found = contributions(&leaves);
    for (key, expected) in oracle("driver_dag_profit")["leaves"].as_object().unwrap() {
        assert_eq!(found[key.as_str()], expected.as_str().unwrap(), "{key}");
    }
    // The same change by the lines of the books (domain 2.5).
    let books: Vec<String> =
        tree.children.iter().map(|line| line.contribution.as_ref().unwrap().to_string()).collect();
    let expected = ["13289/2", "-17396/5", "-39867/40", "-32333/10", "-3300", "-57289/40", "-300"];
    assert_eq!(books, expected);
}

#[test]
fn market_share_price_and_currency() {
    let cases = [
        (
            "market_share_price",
            ["market_units", "share", "price"],
            ["200000", "0.02", "25"],
            ["260000", "0.018", "24"],
        ),
        ("fx", ["units", "local_price", "fx"], ["1000", "3980", "1/150"], ["1100", "3880", "1/156"]),
    ];
    for (group, names, base, actual) in cases {
        let tree = why_text(&names.join(" * "), &figures(&names, &base), &figures(&names, &actual));
        let oracle = oracle(group);
        assert_nodes(&tree, &oracle, &names.map(|name| (name, name)));
    }
}

#[test]
fn a_ratio_is_split_between_its_two_sides() {
    let names = ["ad_spend", "ad_sales"];
    let tree = why_text(
        "ad_spend / ad_sales",
        &figures(&names, &["13200", "52800"]),
        &figures(&names, &["16500", "55000"]),
    );
    let leaves = tree.leaves();
    let found: Vec<&Ratio> = leaves.iter().map(|leaf| &leaf.contribution).collect();
    assert_eq!(found, [&ratio("0.06125"), &ratio("-0.01125")]);
    assert_eq!(tree.contribution, Some(ratio("0.05")));
}

#[test]
fn what_is_shown_sums_to_what_is_shown() {
    let (flat, shown) = (oracle("driver4_shapley"), oracle("display_rounding"));
    let unit = ratio(shown["unit"].as_str().unwrap());
    let in_units = |text: &str| ratio(text).checked_div(&unit).unwrap();
    let parts: Vec<Ratio> = strings(&flat["contrib"]).iter().map(|part| in_units(part)).collect();
    let (total, rounded) = round_parts(&in_units(flat["delta"].as_str().unwrap()), &parts, 0);
    let expected: Vec<i128> =
        shown["shapley_driver4"].as_array().unwrap().iter().map(|n| n.as_i64().unwrap().into()).collect();
    assert_eq!((total, rounded), (shown["total"].as_i64().unwrap().into(), expected));
}

#[test]
fn a_whole_is_split_by_weights() {
    for case in oracle("largest_remainder").as_array().unwrap() {
        let ints = |json: &Json| -> Vec<i128> {
            json.as_array().unwrap().iter().map(|n| n.as_i64().unwrap().into()).collect()
        };
        let weights: Vec<Ratio> = ints(&case["weights"]).into_iter().map(Ratio::from_int).collect();
        let parts = apportion(case["total"].as_i64().unwrap().into(), &weights);
        match case.get("error") {
            Some(_) => assert!(parts.is_err(), "{case}"),
            None => assert_eq!(parts.unwrap(), ints(&case["parts"]), "{case}"),
        }
    }
}

/// A number, a percentage, percentage points, or nothing.
fn amount(json: &Json) -> Option<Ratio> {
    match json {
        Json::Null => None,
        Json::Number(number) => Some(ratio(&number.to_string())),
        other => {
            let digits = other.as_str().unwrap().trim_end_matches(['%', 'p']);
            Some(&ratio(digits) * &Ratio::from_scaled(1, 2))
        }
    }
}

fn shown(variance: &Variance) -> String {
    match &variance.rel {
        Rel::Value(share) => {
            let tenths = share.round_scaled(3);
            format!("{}{}.{}%", if tenths < 0 { "-" } else { "+" }, tenths.abs() / 10, tenths.abs() % 10)
        }
        Rel::New | Rel::NotDefined => "n/a".to_owned(),
        Rel::Nothing => "-".to_owned(),
        Rel::Pending => "pending".to_owned(),
        Rel::NotShown => "not shown".to_owned(),
    }
}

#[test]
fn gaps_are_shown_by_the_rules() {
    for case in oracle("variance_cases").as_array().unwrap() {
        let unit = if case["ac"].is_string() { Unit::Percent } else { Unit::Money };
        let better = if case["better"] == "lower" { Better::Lower } else { Better::Higher };
        let found = variance(amount(&case["ac"]).as_ref(), amount(&case["ref"]).as_ref(), unit, better);
        assert_eq!(found.abs, amount(&case["abs"]), "{case}");
        assert_eq!(shown(&found), case["rel"].as_str().unwrap(), "{case}");
        assert_eq!(found.rel == Rel::New, case["tag"] == "new", "{case}");
        assert_eq!(found.rel.is_off_scale(), case["pin"] == "clamped arrow", "{case}");
        if case["impact"] == "unfavourable" {
            assert_eq!(found.impact, Impact::Unfavourable, "{case}");
        }
    }
}

/// The year 2026 of 1,000,000.00 USD in one marketplace, by these weights of products.
fn planned(products: &str) -> Spine {
    let company = format!(
        "company: {{id: x, name: X, reporting_currency: USD}}
goals: [{{id: G, metric: sales, year: 2026, target: 1000000.00 USD}}]
allocation:
  goal: G
  product: {{{products}}}
  marketplace: {{default: {{US: 1}}}}
  month:
    default: [70, 72, 80, 88, 95, 130, 118, 92, 90, 115, 150, 100]
    gift-set: [0, 0, 0, 0, 0, 0, 0, 0, 90, 115, 150, 100]
  day: {{weekday: {{mon: 100, tue: 102, wed: 100, thu: 98, fri: 96, sat: 100, sun: 104}}, events: from-calendar}}
"
    );
    let event = "{id: e, kind: demand, from: 2026-11-20, to: 2026-11-30, lift: 2.0, peaks: [{date: 2026-11-27, lift: 4.0}, {date: 2026-11-30, lift: 4.0}]}";
    let files = [
        ("opsreport.yaml", "{title: X, currency: USD}".to_owned()),
        (
            "products.yaml",
            "products: [{id: cold-brew-bottle}, {id: travel-kettle}, {id: infuser-mug}, {id: gift-set}]"
                .to_owned(),
        ),
        ("marketplaces.yaml", "marketplaces: [{id: US, currency: USD}]".to_owned()),
        ("calendar.yaml", format!("events: [{event}]")),
        ("company.yaml", company),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.into_bytes()));
    let world = Memory { files: BTreeMap::from(files), today: Day::parse("2026-11-22").unwrap() };
    let (workspace, findings) = load(&world);
    let workspace = workspace.unwrap_or_else(|| panic!("{findings:?}"));
    let (plan, _) = Plan::of(&PlanSource::today(&workspace));
    plan.spine(&MeasureId::new("sales"), 2026).unwrap().clone()
}

fn cents(spine: &Spine, product: Option<&str>, span: Span) -> i64 {
    let scope = product.map_or_else(Scope::company, |id| Scope::product(&ProductId::new(id)));
    i64::try_from(spine.sum(&scope, span).round_scaled(2)).unwrap()
}

fn by_month(spine: &Spine, product: Option<&str>) -> Vec<i64> {
    let months = Period::Year(2026).split(Grain::Month);
    months.iter().map(|month| cents(spine, product, month.span())).collect()
}

fn numbers(json: &Json) -> Vec<i64> {
    json.as_array().unwrap().iter().map(|n| n.as_i64().unwrap()).collect()
}

#[test]
fn a_year_is_split_to_products_months_and_weeks() {
    let oracle = oracle("target_tree");
    let spine = planned("cold-brew-bottle: 42, travel-kettle: 33, infuser-mug: 17, gift-set: 8");
    for (product, expected) in oracle["products"].as_object().unwrap() {
        assert_eq!(
            cents(&spine, Some(product), Period::Year(2026).span()),
            expected.as_i64().unwrap(),
            "{product}"
        );
    }
    assert_eq!(by_month(&spine, Some("infuser-mug")), numbers(&oracle["infuser_mug_months"]));
    assert_eq!(by_month(&spine, Some("gift-set")), numbers(&oracle["gift_set_months"]));
    let single = planned("cold-brew-bottle: 1");
    assert_eq!(by_month(&single, None), numbers(&oracle["all_months_single_series"]));
    let november = Period::Month(2026, 11).span();
    for (week, expected) in oracle["nov_iso_weeks"].as_object().unwrap() {
        let days = Period::parse(week).unwrap().span();
        let days = Span { from: days.from.max(november.from), to: days.to.min(november.to) };
        assert_eq!(cents(&single, None, days), expected.as_i64().unwrap(), "{week}");
    }
}

#[test]
fn growth_is_read_by_its_meaning_and_by_its_end() {
    let oracle = oracle("growth");
    let shown = |ratio: &Ratio, digits| ratio.round_scaled(digits).to_string();
    let tripled = opsreport::workspace::Growth { value: ratio("2"), meaning: Meaning::Increase }.factor();
    assert_eq!(tripled.to_string(), oracle["increase_200pct_factor"].to_string());
    let prior = ratio("1000000").checked_div(&tripled).unwrap();
    let digits =
        |key: &str| oracle[key].as_str().unwrap().replace('.', "").trim_start_matches('0').to_owned();
    assert_eq!(shown(&prior, 2), digits("prior_for_1M"));
    let growth = Growth::of(&tripled).unwrap();
    for (key, value) in [
        ("cmgr_exit_x3", &growth.exit_rate),
        ("cmgr_year_total_x3", &growth.total_rate),
        ("year_total_if_exit_cmgr", &growth.exit_total),
    ] {
        assert_eq!(shown(value, 10), digits(key), "{key}");
    }
}

#[test]
fn years_of_53_weeks_and_the_days_a_year_before() {
    let oracle = oracle("iso");
    for (year, weeks) in oracle["weeks"].as_object().unwrap() {
        let found = Period::parse(year).unwrap().split(Grain::Week).len();
        assert_eq!(found.to_string(), weeks.to_string(), "{year}");
    }
    let (week, expected) = (Period::parse("2027-W25").unwrap(), &oracle["2027-W25"]);
    assert_eq!(week.span().from.to_string(), expected["monday"].as_str().unwrap());
    assert_eq!(week.year_before().to_string(), expected["minus_364_days"].as_str().unwrap());
    let same_number = Period::parse("2026-W25").unwrap();
    assert_eq!(week.span().from - same_number.span().from, 371);
}

#[test]
fn natural_limits_tell_a_signal_from_noise() {
    let oracle = oracle("xmr");
    let numbers =
        |key: &str| -> Vec<Ratio> { strings(&oracle[key]).iter().map(|text| ratio(text)).collect() };
    let mut points = numbers("baseline");
    let limits = Limits::of(&points).unwrap();
    let Limits { mean, range, lower, upper, .. } = &limits;
    let found = [("mean", mean), ("avg_mr", range), ("unpl", upper), ("lnpl", lower)];
    for (key, value) in found {
        let expected = ratio(oracle[key].as_str().unwrap());
        // The limits are given to six places: ±2.66 × 37/90 does not end.
        assert_eq!(value.round_scaled(6), expected.round_scaled(6), "{key}");
    }
    let first = points.len() + 1;
    let mut signals = Vec::new();
    for (index, point) in numbers("next").into_iter().enumerate() {
        points.push(point);
        signals.extend(limits.breach(&points).map(|_| (first + index) as u64));
    }
    let expected: Vec<u64> = oracle["signals"].as_array().unwrap().iter().filter_map(Json::as_u64).collect();
    assert_eq!(signals, expected);
}

fn whole_numbers(json: &Json) -> Vec<Ratio> {
    json.as_array().unwrap().iter().map(|n| Ratio::from_int(n.as_i64().unwrap().into())).collect()
}

fn paired(forecast: &[Ratio], actual: &[Ratio]) -> Vec<Paired> {
    let pairs = forecast.iter().zip(actual);
    pairs.map(|(forecast, actual)| Paired { forecast: forecast.clone(), actual: actual.clone() }).collect()
}

#[test]
fn forecasts_are_scored() {
    let oracle = oracle("forecast");
    let [history, actual, forecast] =
        ["history", "actual", "forecast"].map(|key| whole_numbers(&oracle[key]));
    let pairs = paired(&forecast, &actual);
    let known: Vec<Option<Ratio>> = history.iter().cloned().map(Some).collect();
    let scale = score::naive_scale(&known, 1).unwrap();
    // The same half of the year before: the history is a year.
    let naive = score::mae(&paired(&history[..6], &actual)).unwrap();
    let mae = score::mae(&pairs).unwrap();
    for (key, found) in [
        ("naive_scale", scale.clone()),
        ("mae", mae.clone()),
        ("mase", score::mase(&pairs, &scale).unwrap()),
        ("bias", score::bias(&pairs).unwrap()),
        ("wape", score::wape(&pairs).unwrap()),
        ("mae_seasonal_naive", naive.clone()),
        ("fva_pct", score::value_added(&mae, &naive).unwrap()),
    ] {
        assert_eq!(found, ratio(oracle[key].as_str().unwrap()), "{key}");
    }
}

#[test]
fn bands_are_scored() {
    let oracle = oracle("forecast");
    let [actual, low, high] = ["actual", "lo", "hi"].map(|key| whole_numbers(&oracle[key]));
    let ends = low.into_iter().zip(high).map(|(low, high)| Bounds { low, high });
    let bands: Vec<(Bounds, &Ratio)> = ends.zip(&actual).collect();
    let coverage = Coverage::of(bands.iter().map(|(band, actual)| band.holds(actual)));
    assert_eq!(coverage.share().unwrap(), ratio(oracle["coverage"].as_str().unwrap()));
    let day = Day::new(2026, 1, 31).unwrap();
    let held: Vec<_> = (0..).zip(&bands).map(|(n, (band, actual))| (day + n, band.holds(actual))).collect();
    assert_eq!(score::Fit::of(&held, &ratio("0.8")), None, "six bands say nothing");
    let winkler = bands.iter().map(|(band, actual)| band.winkler(&ratio("0.8"), actual).unwrap());
    assert_eq!(score::mean(winkler).unwrap(), ratio(oracle["winkler80_mean"].as_str().unwrap()));
}

#[test]
fn calls_are_scored() {
    let oracle = oracle("brier");
    let outcomes = oracle["o"].as_array().unwrap().iter().map(|o| o.as_i64() == Some(1));
    let probabilities = strings(&oracle["p"]).into_iter().map(|p| ratio(&p));
    let said: Vec<Said> =
        probabilities.zip(outcomes).map(|(probability, happened)| Said { probability, happened }).collect();
    let brier = Brier::of(&said).unwrap();
    for (key, found) in [
        ("brier", &brier.score),
        ("climatology", &brier.climatology),
        ("skill", brier.skill.as_ref().unwrap()),
    ] {
        assert_eq!(*found, ratio(oracle[key].as_str().unwrap()), "{key}");
    }
}
