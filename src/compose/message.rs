//! The message: one sentence composed from the numbers (domain 2.10).

use super::desk::Desk;
use super::exhibit::{ShownBridge, against};
use super::focus;
use super::style::Style;
use crate::locale::Locale;
use crate::metric::{Better, Impact, Variance};
use crate::quantity::{MeasureId, Period, Ratio, Scope};
use crate::review::{Base, Bridge, Figure, Question};
use crate::site::{Phrase, Rich};

/// "10 月銷售額 103.4 千美元，較計畫 −4.2%。" with the profit beside it where both are planned.
pub(crate) fn headline(desk: &Desk<'_>, scope: &Scope, period: Period) -> Phrase {
    let Some(lead) = focus::lead(desk) else { return desk.say("headline-nothing").into() };
    let figure = desk.check().figure(&Question { metric: lead.clone(), scope: scope.clone(), period });
    let Some(actual) = figure.actual.known() else {
        let args = [
            ("who", desk.scope(scope).text.into()),
            ("metric", desk.metric(&lead).text.into()),
            ("period", desk.locale.period(period).into()),
        ];
        return desk.fill("headline-no-figure", &args).into();
    };
    let style = desk.style(
        &lead,
        &super::exhibit::largest(std::slice::from_ref(&figure)).unwrap_or_else(|| actual.clone()),
    );
    let mut args = vec![
        ("who", desk.scope(scope).text.into()),
        ("period", desk.locale.period(period).into()),
        ("metric", desk.metric(&lead).text.into()),
        ("actual", style.worded(actual).into()),
    ];
    let (variance, reference) = reference(&figure);
    let Some(share) = variance.rel.value() else { return desk.fill("headline-plain", &args).into() };
    args.push(("share", desk.locale.percent(&share.abs(), 1).into()));
    let direction = if share.is_negative() { "below" } else { "above" };
    match profit(desk, (&lead, scope, period), reference) {
        Some((name, words, same)) => {
            args.extend([("profit", name.into()), ("profit-share", words.into())]);
            let turn = if same != share.is_negative() { "and" } else { "but" };
            about(desk, scope, desk.fill(&format!("headline-{reference}-{direction}-{turn}"), &args))
        }
        None => about(desk, scope, desk.fill(&format!("headline-{reference}-{direction}"), &args)),
    }
}

/// A sentence that says of which part of the company it speaks, where that is not the whole.
fn about(desk: &Desk<'_>, scope: &Scope, words: String) -> Phrase {
    if *scope == Scope::company() {
        return words.into();
    }
    desk.fill("headline-about", &[("who", desk.scope(scope).text.into()), ("words", words.into())]).into()
}

/// The variance that is spoken of: against the plan where there is one.
fn reference(figure: &Figure) -> (&Variance, &'static str) {
    match figure.vs_plan.abs {
        Some(_) => (&figure.vs_plan, "plan"),
        None => (&figure.vs_previous, "previous"),
    }
}

/// The second amount with a goal, its relative gap, and whether it is above.
fn profit(
    desk: &Desk<'_>,
    (lead, scope, period): (&MeasureId, &Scope, Period),
    reference: &str,
) -> Option<(String, String, bool)> {
    if reference != "plan" {
        return None;
    }
    let year = desk.year_of(period);
    let second = desk.plan().amounts().find(|(id, of)| *id != lead && *of == year)?.0;
    let figure = desk.check().figure(&Question { metric: second.clone(), scope: scope.clone(), period });
    let share = figure.vs_plan.rel.value()?;
    let key = if share.is_negative() { "share-below" } else { "share-above" };
    let words = desk.fill(key, &[("share", desk.locale.percent(&share.abs(), 1).into())]);
    Some((desk.metric(second).text, words, !share.is_negative()))
}

/// The sentence below: the drivers that say most, and how much is left unnamed.
pub(crate) fn lede(desk: &Desk<'_>, scope: &Scope, period: Period) -> Option<Rich> {
    let lead = focus::lead(desk)?;
    let tree = desk.tree(&lead)?;
    let question = Question { metric: lead.clone(), scope: scope.clone(), period };
    let bridge = [Base::Plan, Base::Previous]
        .into_iter()
        .find_map(|base| desk.check().bridge(tree, &question, base))?;
    let value = |value: &crate::metric::Value| value.known().cloned().unwrap_or_else(Ratio::zero);
    let style = desk.style(&lead, &value(&bridge.tree.base).abs().max(value(&bridge.tree.actual).abs()));
    let better = desk.workspace.catalogue.better(&lead).unwrap_or_default();
    let name = |id: &str| desk.metric(&MeasureId::new(id)).text;
    let words = told(desk.locale, &style, (&bridge, better), &name)?;
    Some(dated(desk, words, (&question, &bridge)).as_str().into())
}

/// Says of which days it speaks, where drivers are not known for all days of the figure above.
fn dated(desk: &Desk<'_>, words: String, (question, bridge): (&Question, &Bridge)) -> String {
    let whole = desk.check().days(question);
    if whole.is_none_or(|days| days.to == bridge.days.to) {
        return words;
    }
    let args = [("day", super::agenda::shown(desk, bridge.days.to).into()), ("words", words.into())];
    desk.fill("told-until", &args)
}

/// "較計畫 −9.8 千美元：工作階段 −9.0、轉換率 −2.5 拖累；其餘 +1.7 未點名，占全部變動 13%。" Nothing when nothing moved.
fn told(
    locale: &Locale,
    style: &Style<'_>,
    (bridge, better): (&Bridge, Better),
    name: &dyn Fn(&str) -> String,
) -> Option<String> {
    let (drivers, shown) = (bridge.main_drivers(), ShownBridge::of(style, bridge));
    let side = |wanted: Impact, key: &str| {
        let here = |index: &&usize| better.impact(&drivers.leaves[**index].contribution) == wanted;
        let word = |index: &usize| {
            format!("{} {}", name(&drivers.leaves[*index].label), style.delta(&shown.parts[*index]))
        };
        let words: Vec<String> = drivers.named.iter().filter(here).map(word).collect();
        let list = words.join(&locale.text("list-comma"));
        (!words.is_empty()).then(|| locale.fill(key, &[("drivers", list.into())]))
    };
    let sides = [
        side(Impact::Unfavourable, "told-hurt"),
        side(Impact::Favourable, "told-helped"),
        side(Impact::Neutral, "told-moved"),
    ];
    let rest = (!drivers.unnamed.is_zero()).then(|| {
        let rest: Ratio = drivers.rest().map(|index| &shown.parts[index]).sum();
        let share = locale.percent(&drivers.unnamed, 0);
        locale.fill("told-rest", &[("rest", style.delta(&rest).into()), ("share", share.into())])
    });
    let clauses: Vec<String> = sides.into_iter().flatten().chain(rest).collect();
    let args = [
        ("against", locale.text(against(bridge.base)).into()),
        ("change", style.delta_worded(&shown.change()).into()),
        ("drivers", clauses.join(&locale.text("list-semicolon")).into()),
    ];
    (!clauses.is_empty()).then(|| locale.fill("told", &args))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::{Expr, Unit, explain};
    use crate::quantity::{Currency, Day, Lang, Span};
    use proptest::prelude::*;

    /// Names without digits, so that every number in the sentence is one of the data.
    const NAMES: [&str; 5] = ["visits", "conversion", "basket", "fees", "refunds"];

    fn locale(lang: &str) -> Locale {
        let files = match lang {
            "en" => [
                include_str!("../../themes/default/locales/en/ui.ftl"),
                include_str!("../../themes/default/locales/en/pages.ftl"),
                include_str!("../../themes/default/locales/en/pages-text.ftl"),
            ],
            _ => [
                include_str!("../../themes/default/locales/zh-Hant/ui.ftl"),
                include_str!("../../themes/default/locales/zh-Hant/pages.ftl"),
                include_str!("../../themes/default/locales/zh-Hant/pages-text.ftl"),
            ],
        };
        Locale::new(&Lang::new(lang), files).unwrap()
    }

    /// A bridge of `visits * conversion * basket - fees - refunds`, in hundredths.
    fn bridge(base: [i64; 5], actual: [i64; 5]) -> Bridge {
        let of = |values: [i64; 5]| {
            move |name: &str| {
                let index = NAMES.iter().position(|known| *known == name)?;
                Some(Ratio::from_scaled(values[index].into(), 2))
            }
        };
        let expr = Expr::parse("visits * conversion * basket - fees - refunds").unwrap();
        let (base, actual) = (of(base), of(actual));
        let day = Day::new(2026, 10, 1).unwrap();
        let tree = explain(&expr, &base, &actual);
        Bridge { base: Base::Plan, days: Span::new(day, day).unwrap(), tree }
    }

    /// The numbers of a sentence as they are written, without grouping: a sign, digits, decimals.
    fn numbers(words: &str) -> Vec<String> {
        let words: String = words.chars().filter(|c| !",\u{202f}".contains(*c)).collect();
        let parts = words.split(|c: char| !(c.is_ascii_digit() || ".−+±%".contains(c)));
        let parts = parts.map(|part| part.trim_end_matches('.').to_owned());
        parts.filter(|part| part.contains(|c: char| c.is_ascii_digit())).collect()
    }

    fn parsed(number: &str) -> Ratio {
        let plain = number.replace('−', "-").replace(['±', '+'], "");
        Ratio::parse(&plain).unwrap()
    }

    fn sides() -> impl Strategy<Value = ([i64; 5], [i64; 5])> {
        let value = prop_oneof![1 => Just(0i64), 6 => -100_000i64..100_000];
        (prop::array::uniform5(value.clone()), prop::array::uniform5(value))
    }

    proptest! {
        #[test]
        fn every_number_of_the_sentence_is_one_of_the_data((base, actual) in sides(), zh in any::<bool>()) {
            let locale = locale(if zh { "zh-Hant" } else { "en" });
            let currency = Currency::parse("USD").unwrap();
            // Whole dollars whatever the size: numbers of one scale can be added up.
            let style = Style::new(&locale, (Unit::Money, currency), &Ratio::from_int(5_000));
            let bridge = bridge(base, actual);
            let words = told(&locale, &style, (&bridge, Better::Higher), &|id| id.to_owned());
            let leaves = bridge.tree.leaves();
            let all: Ratio = leaves.iter().map(|leaf| leaf.contribution.abs()).sum();
            prop_assert_eq!(words.is_none(), all.is_zero());
            let Some(words) = words else { return Ok(()) };
            let numbers = numbers(&words);

            // The change first, then each named driver beside its name, then the rest and its share.
            let value = |value: &crate::metric::Value| value.known().cloned().unwrap();
            let change = &value(&bridge.tree.actual) - &value(&bridge.tree.base);
            let near = |shown: &Ratio, exact: &Ratio| (shown - exact).abs() <= Ratio::from_int(1);
            let shown = parsed(&numbers[0]);
            prop_assert!(near(&shown, &change), "{words}: {change}");

            let mut sum = Ratio::zero();
            let mut named = Ratio::zero();
            let (mut count, mut least, mut unnamed) = (0, None, Vec::new());
            for leaf in &leaves {
                let Some((_, after)) = words.split_once(&format!("{} ", leaf.label)) else {
                    unnamed.push(leaf.contribution.abs());
                    continue;
                };
                let said = parsed(&self::numbers(after)[0]);
                prop_assert!(near(&said, &leaf.contribution), "{words}: {leaf:?}");
                sum += &said;
                named += &leaf.contribution.abs();
                count += 1;
                least = Some(least.map_or(leaf.contribution.abs(), |least: Ratio| least.min(leaf.contribution.abs())));
                let helped = after.split(['；', ';', '.']).next().unwrap().contains(if zh { "幫忙" } else { "helped" });
                prop_assert_eq!(helped, leaf.contribution.is_positive(), "{}", words);
            }
            prop_assert!((1..=3).contains(&count), "{words}");
            prop_assert!(unnamed.iter().all(|size| *size <= least.clone().unwrap()), "{words}");
            prop_assert!(count == 3 || named >= &all * &Ratio::from_scaled(80, 2), "{words}");

            if named == all {
                prop_assert!(!words.contains('%'), "{words}");
            } else {
                let [.., rest, share] = numbers.as_slice() else { panic!("{words}") };
                sum += &parsed(rest);
                let exact = (&all - &named).checked_div(&all).unwrap();
                prop_assert_eq!(share.clone(), locale.percent(&exact, 0), "{}", words);
            }
            prop_assert_eq!(sum, shown, "{}", words);
        }
    }

    #[test]
    fn a_sentence_says_what_helped_what_hurt_and_what_is_not_named() {
        let currency = Currency::parse("USD").unwrap();
        let bridge = bridge([400_000, 1_000, 110, 0, 0], [460_000, 900, 115, 100_000, 7_000]);
        let words = ["zh-Hant", "en"].map(|lang| {
            let locale = locale(lang);
            let style = Style::new(&locale, (Unit::Money, currency), &Ratio::from_int(50_000));
            told(&locale, &style, (&bridge, Better::Higher), &|id| id.to_owned()).unwrap()
        });
        insta::assert_snapshot!(words.join("\n"));
    }
}
