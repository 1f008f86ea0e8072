//! Numbers that people typed into a message or a retrospective: each must be found in the figures of its period (N007).
//!
//! What is looked at says what happened: the message, and result, analysis and insight. Goals and next steps speak of
//! what shall be. A number is looked for among the figures of the company and of the parts that its text names, in the
//! period and the months in it: actual, plan, last year and how they differ, the drivers of the leading figure, and the
//! targets, reasons and tolerances that the cycle itself names.

use super::{Look, gap};
use crate::diagnostic::{Diagnostic, codes};
use crate::metric::Unit;
use crate::quantity::{Grain, MarketplaceId, MeasureId, Money, Period, ProductId, Ratio, Scope, Text};
use crate::review::claim::{Claim, ClaimUnit, claims};
use crate::review::{Base, Figure, Question};
use crate::workspace::{At, Cycle, Typed};

/// N007
pub(super) fn lint(look: &Look<'_>) -> Vec<Diagnostic> {
    let cycles = look.workspace.cycles.iter();
    cycles.flat_map(|cycle| texts(cycle).into_iter().flat_map(|text| of_text(look, cycle, text))).collect()
}

/// What a cycle says of what happened.
fn texts(cycle: &Cycle) -> Vec<&At<Text>> {
    let learned = cycle.retrospective.as_ref();
    let said = learned.map(|it| [&it.result, &it.analysis, &it.insight]).into_iter().flatten();
    cycle.message.iter().chain(said.filter_map(Option::as_ref)).collect()
}

fn of_text(look: &Look<'_>, cycle: &Cycle, text: &At<Text>) -> Vec<Diagnostic> {
    let currency = look.workspace.reporting_currency();
    let is_ours = |claim: &Claim| match claim.unit {
        ClaimUnit::Money(code) => currency.is_some_and(|currency| currency.code() == code),
        _ => true,
    };
    let mut typed: Vec<Claim> = Vec::new();
    for claim in text.value.each().flat_map(claims).filter(is_ours) {
        if !typed.iter().any(|other| other.is_same(&claim)) {
            typed.push(claim);
        }
    }
    if typed.is_empty() {
        return Vec::new();
    }
    let known = Known::of(look, cycle, &text.value);
    typed.iter().filter_map(|claim| known.judge(claim, (cycle, text))).collect()
}

/// A figure that a text may speak of.
struct Fact {
    unit: Unit,
    /// Whether it is a difference of percentages.
    points: bool,
    value: Ratio,
    metric: String,
    scope: Scope,
    period: Period,
    /// The key of what it is: `number-of-actual`.
    kind: &'static str,
}

/// All figures that a text may speak of.
struct Known(Vec<Fact>);

impl Known {
    fn of(look: &Look<'_>, cycle: &Cycle, text: &Text) -> Self {
        let whole = Period::containing(cycle.span.from, cycle.kind);
        let months = if whole.grain() > Grain::Month { whole.split(Grain::Month) } else { Vec::new() };
        let scopes = scopes(look, text);
        let mut known = Known(Vec::new());
        for period in std::iter::once(whole).chain(months) {
            for (metric, scope) in
                look.check.catalogue.ids().flat_map(|id| scopes.iter().map(move |s| (id, s)))
            {
                known.figures(look, &Question { metric: metric.clone(), scope: scope.clone(), period });
            }
        }
        known.drivers(look, whole);
        known.typed(look, (cycle, whole));
        known
    }

    fn add(&mut self, (question, unit): (&Question, Unit), kind: &'static str, value: Option<Ratio>) {
        let points = kind == "number-of-gap" && unit == Unit::Percent;
        let metric = question.metric.as_str().to_owned();
        let (scope, period) = (question.scope.clone(), question.period);
        self.0.extend(value.map(|value| Fact { unit, points, value, metric, scope, period, kind }));
    }

    /// What a figure came to, what it should have, and how far apart they are.
    fn figures(&mut self, look: &Look<'_>, question: &Question) {
        let unit = look.check.unit(&question.metric);
        let figure = look.check.figure(question);
        let actual = figure.actual.known();
        let share = |of: Option<&Ratio>| actual?.checked_div(of?);
        let year = Question {
            period: Period::containing(question.period.span().from, Grain::Year),
            ..question.clone()
        };
        let own = [
            ("number-of-actual", actual.cloned()),
            ("number-of-plan", figure.plan.clone()),
            ("number-of-plan", figure.plan_whole.clone()),
            ("number-of-previous", figure.previous.known().cloned()),
            ("number-of-gap", figure.vs_plan.abs.clone()),
            ("number-of-gap", figure.vs_previous.abs.clone()),
            ("number-of-bound", look.workspace.materiality.of(&question.metric, look.check.catalogue).abs),
        ];
        for (kind, value) in own {
            self.add((question, unit), kind, value);
        }
        for (kind, value) in [
            ("number-of-share", share(figure.plan.as_ref())),
            ("number-of-share", share(figure.plan_whole.as_ref())),
            ("number-of-change", relative(&figure, Base::Plan)),
            ("number-of-change", relative(&figure, Base::Previous)),
            ("number-of-year", share(look.check.figure(&year).actual.known())),
            ("number-of-bound", look.workspace.materiality.of(&question.metric, look.check.catalogue).rel),
        ] {
            self.add((question, Unit::Percent), kind, value);
        }
    }

    /// What drivers contributed to the figures that the company has a tree of.
    fn drivers(&mut self, look: &Look<'_>, period: Period) {
        for tree in &look.workspace.trees {
            let question = Question { metric: tree.tree.root.clone(), scope: Scope::company(), period };
            let unit = look.check.unit(&question.metric);
            let bridges =
                [Base::Plan, Base::Previous].map(|base| look.check.bridge(&tree.tree, &question, base));
            for leaf in bridges.into_iter().flatten().flat_map(|bridge| bridge.tree.leaves()) {
                let driver = Question { metric: MeasureId::new(&leaf.label), ..question.clone() };
                self.add((&driver, unit), "number-of-driver", Some(leaf.contribution));
            }
        }
    }

    /// What the cycle itself names: targets and baselines of its plan, what its causes are worth.
    fn typed(&mut self, look: &Look<'_>, (cycle, period): (&Cycle, Period)) {
        for item in &cycle.plan {
            let Some(metric) = &item.metric else { continue };
            let question = Question { metric: metric.value.clone(), scope: item.scope.clone(), period };
            for value in [&item.target, &item.baseline].into_iter().flatten() {
                if let Typed::Figure(value) = value {
                    self.add(
                        (&question, look.check.unit(&metric.value)),
                        "number-of-target",
                        Some(value.value.number()),
                    );
                }
            }
        }
        let ours = |money: &&Money| Some(money.currency) == look.workspace.reporting_currency();
        let thing = |id: &str| Question { metric: MeasureId::new(id), scope: Scope::company(), period };
        for thread in look.threads.iter().filter(|thread| thread.cycle.id == cycle.id) {
            let mut sum = Ratio::zero();
            for (cause, _) in &thread.causes {
                let worth = cause.effect.as_ref().and_then(|effect| effect.value.money()).filter(ours);
                let Some(worth) = worth.map(Money::amount) else { continue };
                sum += &worth;
                self.add((&thing(cause.id.as_str()), Unit::Money), "number-of-cause", Some(worth));
            }
            let explained = thread.worth.as_ref().and_then(|gap| sum.checked_div(gap));
            self.add((&thing(thread.item.id.as_str()), Unit::Percent), "number-of-explained", explained);
        }
    }

    /// The finding about a number that no figure is.
    fn judge(&self, claim: &Claim, (cycle, text): (&Cycle, &At<Text>)) -> Option<Diagnostic> {
        let alike = || self.0.iter().filter(|fact| fact.is_counted_as(&claim.unit));
        if alike().any(|fact| claim.says(&fact.value)) {
            return None;
        }
        let finding = Diagnostic::new(codes::NUMBER_NOT_FOUND, &text.place).about(cycle.id.as_str());
        let finding = finding.with("number", claim.shown.as_str()).with("cycle", cycle.id.as_str());
        let far = |fact: &&Fact| (&fact.value.abs() - &claim.value).abs();
        let Some(nearest) = alike().min_by_key(far) else { return Some(finding.help("nothing")) };
        let finding =
            finding.with("nearest", claim.word(&nearest.value)).with("metric", nearest.metric.as_str());
        let finding =
            finding.with("scope", gap::part(&nearest.scope)).with("period", nearest.period.to_string());
        Some(finding.term("kind", nearest.kind).help("help"))
    }
}

impl Fact {
    fn is_counted_as(&self, unit: &ClaimUnit) -> bool {
        match unit {
            ClaimUnit::Share => self.unit == Unit::Percent && !self.points,
            ClaimUnit::Points => self.points,
            ClaimUnit::Money(_) => self.unit == Unit::Money,
            ClaimUnit::Units => self.unit == Unit::Count,
        }
    }
}

fn relative(figure: &Figure, base: Base) -> Option<Ratio> {
    match base {
        Base::Plan => figure.vs_plan.rel.value().cloned(),
        Base::Previous => figure.vs_previous.rel.value().cloned(),
    }
}

/// The company, and the products and marketplaces that a text names, alone and together.
fn scopes(look: &Look<'_>, text: &Text) -> Vec<Scope> {
    let products = look.workspace.products.iter().filter(|product| names(text, &product.name));
    let products: Vec<&ProductId> = products.map(|product| &product.id).collect();
    let places = look.workspace.marketplaces.iter().filter(|place| names(text, &place.name));
    let places: Vec<&MarketplaceId> = places.map(|place| &place.id).collect();
    let mut scopes = vec![Scope::company()];
    scopes.extend(products.iter().map(|product| Scope::product(product)));
    scopes.extend(places.iter().map(|place| Scope::marketplace(place)));
    let cells = products.iter().flat_map(|product| places.iter().map(|place| Scope::cell(product, place)));
    scopes.extend(cells);
    scopes
}

/// Whether a text says a name or a part of it: two characters of Chinese, five letters.
fn names(text: &Text, name: &Text) -> bool {
    let texts: Vec<String> = text.each().map(str::to_lowercase).collect();
    name.each().any(|name| {
        let name: Vec<char> = name.to_lowercase().chars().collect();
        let of = |length: usize, ascii: bool| {
            let parts = name.windows(length).filter(move |part| part.iter().all(|c| c.is_ascii() == ascii));
            parts.map(|part| part.iter().collect::<String>()).collect::<Vec<_>>()
        };
        of(2, false)
            .iter()
            .chain(&of(5, true))
            .any(|part| texts.iter().any(|text| text.contains(part.as_str())))
    })
}
