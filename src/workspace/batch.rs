//! Batches, followed from order to cash (`batches/*.yaml`).

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::quantity::{BatchId, CycleId, Day, MarketplaceId, Money, PersonId, ProductId, Sku, Text};

use super::names::{Kind, Names};
use super::read::{Context, Fields, Read};
use super::scalar::Name;
use super::yaml::Node;
use super::{At, Figure};

/// A batch of one product, followed from order to cash.
#[derive(Clone, Debug, PartialEq)]
pub struct Batch {
    /// Its name in files and paths.
    pub id: BatchId,
    /// Its name for readers.
    pub name: Text,
    /// The product.
    pub product: At<ProductId>,
    /// The SKU.
    pub sku: Option<At<Sku>>,
    /// Where it is sold.
    pub marketplace: Option<At<MarketplaceId>>,
    /// How many units.
    pub units: u32,
    /// Who answers for it.
    pub owner: Option<At<PersonId>>,
    /// The batch whose targets it takes over.
    pub follows: Option<At<BatchId>>,
    /// What it costs, by name, in file order: `fob`, `freight`, `duty`, `launch`.
    pub money: Vec<(String, Money)>,
    /// Its stages in file order.
    pub stages: Vec<BatchStage>,
    /// Money that went out and came in.
    pub cash: Vec<CashFlow>,
    /// What was learned.
    pub retrospective: Option<BatchRetrospective>,
    /// Where it is written.
    pub place: Place,
}

/// A stage of a batch.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchStage {
    /// Its name in files.
    pub id: String,
    /// Its name for readers.
    pub name: Text,
    /// The stage that must be over before this one begins.
    pub after: Option<At<String>>,
    /// Who answers for it.
    pub owner: Option<At<PersonId>>,
    /// When it shall be over.
    pub plan: At<Day>,
    /// When it was over.
    pub actual: Option<At<Day>>,
    /// Why it was late or early.
    pub cause: Option<Text>,
    /// Figures of it by name.
    pub kpis: Vec<Kpi>,
    /// Where it is written.
    pub place: Place,
}

/// A figure of a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kpi {
    /// Its name in files.
    pub id: String,
    /// What it shall be.
    pub plan: Option<Figure>,
    /// What it was.
    pub actual: Option<Figure>,
}

/// Money that went out (below nought) or came in on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashFlow {
    /// The day.
    pub date: Day,
    /// How much.
    pub amount: Money,
}

/// What was learned of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchRetrospective {
    /// What was wanted.
    pub goal: Option<Text>,
    /// What came out; nothing when it is read from the data.
    pub result: Option<Text>,
    /// Why.
    pub causes: Vec<Text>,
    /// What is understood now.
    pub insight: Option<Text>,
    /// What the next batch shall do better.
    pub next_targets: Vec<NextTarget>,
}

/// How long a stage of the next batch may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextTarget {
    /// The stage.
    pub stage: At<String>,
    /// In days.
    pub days: u32,
    /// The cycle that sees to it.
    pub cycle: Option<At<CycleId>>,
}

/// The head of a batch's file.
struct Head {
    id: BatchId,
    name: Text,
    product: At<ProductId>,
    sku: Option<At<Sku>>,
    marketplace: Option<At<MarketplaceId>>,
    units: u32,
    owner: Option<At<PersonId>>,
    follows: Option<At<BatchId>>,
    place: Place,
}

impl Read for Head {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<BatchId> = f.id();
        let (name, product, sku) = (f.optional("name"), f.required("product"), f.optional("sku"));
        let (marketplace, units) = (f.optional("marketplace"), f.required("units"));
        let (owner, follows) = (f.optional("owner"), f.optional("follows"));
        let place = f.finish();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Head { id, name, product: product?, sku, marketplace, units: units?, owner, follows, place })
    }
}

impl Batch {
    /// Reads one batch's file.
    pub(super) fn read(f: &mut Fields<'_, '_>) -> Option<Self> {
        let head: Option<Head> = f.required("batch");
        let money: Vec<(Name, Money)> = f.pairs("money");
        let money = money.into_iter().map(|(name, amount)| (name.0, amount)).collect();
        let stages: Vec<BatchStage> = f.list("stages");
        let cash = f.list("cash");
        let retrospective: Option<BatchRetrospective> = f.optional("retrospective");
        check_stages(&stages, retrospective.as_ref(), f.cx);
        let Head { id, name, product, sku, marketplace, units, owner, follows, place } = head?;
        Some(Batch {
            id,
            name,
            product,
            sku,
            marketplace,
            units,
            owner,
            follows,
            money,
            stages,
            cash,
            retrospective,
            place,
        })
    }
}

/// Stages have names of their own, and come after stages that are there, in no circle.
fn check_stages(stages: &[BatchStage], retrospective: Option<&BatchRetrospective>, cx: &mut Context) {
    let mut names = Names::default();
    for stage in stages {
        let second = names.define(Kind::BatchStage, &stage.id, &stage.place);
        second.into_iter().for_each(|finding| cx.findings.push(finding));
    }
    let after = stages.iter().filter_map(|stage| stage.after.as_ref());
    let targets = retrospective.iter().flat_map(|learned| &learned.next_targets).map(|target| &target.stage);
    for name in after.chain(targets) {
        names.refer(&[Kind::BatchStage], &name.value, &name.place);
    }
    names.check(&mut cx.findings);
    for stage in stages {
        if let (Some(after), Some(circle)) = (&stage.after, circle(stage, stages)) {
            let finding = Diagnostic::new(codes::CIRCLE, &after.place).with("circle", circle.join(" → "));
            cx.findings.push(finding.help("help").about(stage.id.as_str()));
            return;
        }
    }
}

/// The stages from one back to itself, if it comes after itself.
fn circle<'s>(start: &'s BatchStage, stages: &'s [BatchStage]) -> Option<Vec<&'s str>> {
    let mut path = vec![start.id.as_str()];
    let mut stage = start;
    while path.len() <= stages.len() {
        let before = &stage.after.as_ref()?.value;
        stage = stages.iter().find(|other| other.id == *before)?;
        path.push(&stage.id);
        if stage.id == start.id {
            return Some(path);
        }
    }
    None
}

impl Read for BatchStage {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<Name> = f.required("id");
        let name = f.optional("name");
        let after: Option<At<Name>> = f.optional("after");
        let (owner, plan, actual) = (f.optional("owner"), f.required("plan"), f.optional("actual"));
        let cause = f.optional("cause");
        let kpis: Vec<(Name, Values)> = f.pairs("kpi");
        let place = f.finish();
        let id = id?.0;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        let after = after.map(|after| At { value: after.value.0, place: after.place });
        let kpi = |(id, Values { plan, actual }): (Name, Values)| Kpi { id: id.0, plan, actual };
        let kpis = kpis.into_iter().map(kpi).collect();
        Some(BatchStage { id, name, after, owner, plan: plan?, actual, cause, kpis, place })
    }
}

struct Values {
    plan: Option<Figure>,
    actual: Option<Figure>,
}

impl Read for Values {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (plan, actual) = (f.optional("plan"), f.optional("actual"));
        f.finish();
        Some(Values { plan, actual })
    }
}

impl Read for CashFlow {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (date, amount) = (f.required("date"), f.required("amount"));
        f.finish();
        Some(CashFlow { date: date?, amount: amount? })
    }
}

impl Read for BatchRetrospective {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let goal = f.optional("goal");
        let result = f.text_or_auto("result").map(|text| text.value);
        let (causes, insight) = (f.list("causes"), f.optional("insight"));
        let next_targets = f.list("next_targets");
        f.finish();
        Some(BatchRetrospective { goal, result, causes, insight, next_targets })
    }
}

impl Read for NextTarget {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let stage: Option<At<Name>> = f.required("stage");
        let (days, cycle) = (f.required("days"), f.loose("cycle"));
        f.finish();
        let stage = stage?;
        Some(NextTarget { stage: At { value: stage.value.0, place: stage.place }, days: days?, cycle })
    }
}
