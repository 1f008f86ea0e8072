//! Routes from the factory to the shelf (`logistics:` of `calendar.yaml`).

use crate::diagnostic::{Place, codes};
use crate::quantity::{Id, MarketplaceId, Money, Text};

use super::At;
use super::names::{Kind, Names};
use super::read::{Context, Fields, Read};
use super::scalar::Name;
use super::yaml::Node;

/// A way from order to shelf; its marker names it in files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// Its name in files.
    pub id: Id<Route>,
    /// Its name for readers.
    pub name: Text,
    /// Where it ends.
    pub marketplace: Option<At<MarketplaceId>>,
    /// Its legs in order.
    pub legs: Vec<Leg>,
    /// A quicker way for one leg.
    pub alternative: Option<Alternative>,
    /// Where it is written.
    pub place: Place,
}

/// One leg of a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// Its name in files.
    pub id: String,
    /// Its name for readers.
    pub name: Text,
    /// How many days it takes.
    pub days: u32,
    /// The standard deviation of that, in days.
    pub sigma: u32,
    /// The working calendar it goes by; every day when nothing.
    pub calendar: Option<String>,
    /// What it costs more than the usual leg, per unit.
    pub extra_cost: Option<Money>,
    /// Where it is written.
    pub place: Place,
}

/// Another leg in place of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The leg that is replaced.
    pub replace: At<String>,
    /// What replaces it.
    pub by: Leg,
}

impl Read for Route {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<Id<Route>> = f.id();
        let name = f.optional("name");
        let marketplace = f.optional("market");
        let legs: Vec<Leg> = f.list("legs");
        let alternative: Option<Alternative> = f.optional("alt");
        let place = f.finish();
        check_legs(&legs, alternative.as_ref(), cx);
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Route { id, name, marketplace, legs, alternative, place })
    }
}

/// Legs have names of their own; the alternative replaces one of them.
fn check_legs(legs: &[Leg], alternative: Option<&Alternative>, cx: &mut Context) {
    let mut names = Names::default();
    for leg in legs {
        names
            .define(Kind::Leg, &leg.id, &leg.place)
            .into_iter()
            .for_each(|finding| cx.findings.push(finding));
    }
    if let Some(alternative) = alternative {
        names.refer(&[Kind::Leg], &alternative.replace.value, &alternative.replace.place);
    }
    names.check(&mut cx.findings);
}

/// How long a leg can take at most, in days: what is longer is a slip of the pen.
const LONGEST: u32 = 730;

struct Days(u32);

impl Read for Days {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let days = u32::read(node, cx)?;
        if days > LONGEST {
            cx.refuse(codes::BAD_VALUE, node, "form-leg-days");
            return None;
        }
        Some(Days(days))
    }
}

impl Read for Leg {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<Name> = f.required("id");
        let name = f.optional("name");
        let days = f.required::<Days>("days").map(|days| days.0);
        let sigma = f.optional::<Days>("sigma").map_or(0, |days| days.0);
        let calendar = f.optional::<Name>("calendar").map(|name| name.0);
        let extra_cost = f.optional("extra_cost");
        let place = f.finish();
        let id = id?.0;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Leg { id, name, days: days?, sigma, calendar, extra_cost, place })
    }
}

impl Read for Alternative {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let replace: Option<At<Name>> = f.required("replace");
        let by = f.required("by");
        f.finish();
        let replace = replace?;
        Some(Alternative { replace: At { value: replace.value.0, place: replace.place }, by: by? })
    }
}
