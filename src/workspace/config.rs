//! `opsreport.yaml`: what to read, what to publish, for whom.

use crate::diagnostic::{Place, Severity, codes};
use crate::quantity::{Currency, DepartmentId, Grain, Id, Lang, MeasureId, Ratio, Text};

use super::At;
use super::baseline::CodeName;
use super::compare::Compare;
use super::names::Kind;
use super::read::{Context, Fields, Read};
use super::scalar::{Name, Share, words};
use super::supplier::Supplier;
use super::yaml::Node;

/// What to read, what to publish, for whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// The site's title.
    pub title: Text,
    /// The site's languages; the first is the default. Never empty.
    pub languages: Vec<Lang>,
    /// The folder of the theme's name, `default` unless said otherwise.
    pub theme: String,
    /// The company's mark.
    pub brand: Brand,
    /// Where the site will stand, for feeds and link previews only.
    pub base_url: Option<String>,
    /// The currency of sums: of `company.yaml` when there is one, else as said here.
    pub currency: Option<At<Currency>>,
    /// Where results lie.
    pub sources: Vec<Source>,
    /// The sites to build, one of which shows everything.
    pub editions: Vec<Edition>,
    /// What figures are set against.
    pub compare: Compare,
    /// What is forecast.
    pub forecast: Forecasts,
    /// How strict the findings are.
    pub lint: Lint,
    /// The file.
    pub place: Place,
}

/// The company's mark.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brand {
    /// A picture in the workspace.
    pub logo: Option<At<String>>,
    /// The accent colour, as `#RRGGBB`.
    pub accent: Option<String>,
}

/// Where results lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// A path with `*`, and `{marketplace}` and `{period}` where the path names them.
    pub pattern: String,
    /// What kind of files; nothing when each is recognised by its content.
    pub kind: Option<String>,
    /// Where it is written.
    pub place: Place,
}

/// One site for one kind of reader; what an edition may not see is not in its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its name in paths.
    pub id: String,
    /// Its name for readers.
    pub name: Text,
    /// What it may see: nothing when all.
    pub see: Option<Vec<String>>,
    /// Figures left out.
    pub hide: Vec<String>,
    /// Made for one department.
    pub department: Option<At<DepartmentId>>,
    /// Made for one supplier.
    pub supplier: Option<At<Id<Supplier>>>,
    /// Leaves out all amounts of money.
    pub redact_money: bool,
    /// Where it is written.
    pub place: Place,
}

/// What is forecast, and how far ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forecasts {
    /// The figures; the usual ones when none is named.
    pub metrics: Vec<At<MeasureId>>,
    /// The kind of periods; months when nothing is said.
    pub grain: Option<Grain>,
    /// How many periods ahead, the running one among them; to the end of the plan when nothing is said.
    pub horizon: Option<u16>,
}

/// How strict the findings are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lint {
    /// From which severity on a build fails.
    pub deny: Severity,
    /// Findings with another severity than their own: a code and nothing when it is silenced.
    pub levels: Vec<(At<String>, Option<Severity>)>,
    /// From where the lint of the loop speaks up.
    pub limits: Limits,
    /// A file of findings that are known and let pass.
    pub baseline: Option<At<String>>,
}

/// From where the lint of the loop speaks up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many plan items one person may answer for in a cycle.
    pub priorities: u32,
    /// How many days a piece of work may go on without a line in its log.
    pub log_days: u32,
    /// How many whys a cause has at least.
    pub whys: u32,
    /// How much of a gap its causes explain at least (0.6).
    pub explained_least: Ratio,
    /// How much of a gap its causes explain at most (1.4).
    pub explained_most: Ratio,
    /// How many acts a cause may have.
    pub acts: u32,
    /// From how many cycles on what is carried is said to be never done.
    pub carried: u32,
    /// How many days old evidence may be on the day its briefing is issued.
    pub evidence_days: u32,
}

impl Config {
    /// Reads `opsreport.yaml`; `site:` may be left out and its fields stand at the top.
    pub(super) fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let _: Option<Schema> = f.optional("schema");
        let site = match f.node("site") {
            Some(node) => Fields::open(node, f.cx).and_then(|mut inner| {
                let site = Site::read(&mut inner);
                inner.finish();
                site
            }),
            None => Site::read(&mut f),
        };
        let mut sources: Vec<Source> = f.list("sources");
        sources.extend(f.optional::<Source>("source"));
        let currency = f.optional("currency");
        let (editions, lint) = (f.list("editions"), f.optional("lint").unwrap_or_default());
        let compare = f.optional("compare").unwrap_or_default();
        let forecast = f.optional("forecast").unwrap_or_default();
        let place = f.finish();
        let Site { title, languages, theme, brand, base_url } = site?;
        Some(Config {
            title,
            languages,
            theme,
            brand,
            base_url,
            currency,
            sources,
            editions,
            compare,
            forecast,
            lint,
            place,
        })
    }
}

/// The version of the content model; there is one.
#[derive(Clone, Copy)]
pub(super) struct Schema;
words!(Schema { "opsreport/1" => Schema });

struct Site {
    title: Text,
    languages: Vec<Lang>,
    theme: String,
    brand: Brand,
    base_url: Option<String>,
}

impl Site {
    fn read(f: &mut Fields<'_, '_>) -> Option<Self> {
        let languages: Vec<Lang> = f.list("languages");
        let languages =
            if languages.is_empty() { ["zh-Hant", "en"].map(Lang::new).to_vec() } else { languages };
        f.cx.languages.clone_from(&languages);
        let title = f.required("title");
        let theme = f.optional::<Name>("theme").map_or_else(|| "default".to_owned(), |name| name.0);
        let brand = f.optional("brand").unwrap_or_default();
        let base_url = f.optional::<Url>("base_url").map(|url| url.0);
        Some(Site { title: title?, languages, theme, brand, base_url })
    }
}

struct Url(String);

impl Read for Url {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let text = cx.scalar(node, "form-url")?;
        if text.starts_with("https://") || text.starts_with("http://") {
            return Some(Url(text.to_owned()));
        }
        cx.refuse(codes::BAD_VALUE, node, "form-url");
        None
    }
}

struct Colour(String);

impl Read for Colour {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let text = cx.scalar(node, "form-colour")?;
        let digits = text.strip_prefix('#').unwrap_or_default();
        if digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Some(Colour(text.to_owned()));
        }
        cx.refuse(codes::BAD_VALUE, node, "form-colour");
        None
    }
}

impl Read for Brand {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let logo = f.optional("logo");
        let accent = f.optional::<Colour>("accent").map(|colour| colour.0);
        f.finish();
        Some(Brand { logo, accent })
    }
}

/// A path alone, or a map with `path` and `kind`.
impl Read for Source {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        if let Some(pattern) = node.text() {
            return Some(Source { pattern: pattern.to_owned(), kind: None, place: node.place.clone() });
        }
        let mut f = Fields::open(node, cx)?;
        let pattern = f.required("path");
        let kind = f.optional::<String>("kind").filter(|kind| kind != "auto");
        let place = f.finish();
        Some(Source { pattern: pattern?, kind, place })
    }
}

impl Read for Edition {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.name_of(Kind::Edition);
        let name = f.optional("name");
        let see = match f.node("see") {
            Some(node) if node.text() == Some("all") => None,
            Some(node) => Vec::read(node, f.cx),
            None => None,
        };
        let hide = f.list("hide");
        let (department, supplier) = (f.optional("department"), f.optional("supplier"));
        let redact: Option<Redact> = f.optional("redact");
        let place = f.finish();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.clone()));
        Some(Edition { id, name, see, hide, department, supplier, redact_money: redact.is_some(), place })
    }
}

#[derive(Clone, Copy)]
struct Redact;
words!(Redact { "money" => Redact });

impl Read for Forecasts {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (metrics, grain, horizon) = (f.list("metrics"), f.optional("grain"), f.optional("horizon"));
        f.finish();
        Some(Forecasts { metrics, grain, horizon })
    }
}

words!(Grain {
    "day" => Grain::Day,
    "week" => Grain::Week,
    "month" => Grain::Month,
    "quarter" => Grain::Quarter,
    "year" => Grain::Year,
});

impl Default for Lint {
    fn default() -> Self {
        Lint { deny: Severity::Error, levels: Vec::new(), limits: Limits::default(), baseline: None }
    }
}

/// Those of domain 5.4 and 6.1.
impl Default for Limits {
    fn default() -> Self {
        let (explained_least, explained_most) = (Ratio::from_scaled(60, 2), Ratio::from_scaled(140, 2));
        Limits {
            priorities: 5,
            log_days: 14,
            whys: 2,
            explained_least,
            explained_most,
            acts: 3,
            carried: 3,
            evidence_days: 60,
        }
    }
}

impl Read for Limits {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let usual = Limits::default();
        let mut f = Fields::open(node, cx)?;
        let priorities = f.optional("priorities").unwrap_or(usual.priorities);
        let log_days = f.optional("log_days").unwrap_or(usual.log_days);
        let whys = f.optional("whys").unwrap_or(usual.whys);
        let least: Option<Share> = f.optional("explained_least");
        let most: Option<Share> = f.optional("explained_most");
        let acts = f.optional("acts").unwrap_or(usual.acts);
        let carried = f.optional("carried").unwrap_or(usual.carried);
        let evidence_days = f.optional("evidence_days").unwrap_or(usual.evidence_days);
        f.finish();
        let explained_least = least.map_or(usual.explained_least, |share| share.0);
        let explained_most = most.map_or(usual.explained_most, |share| share.0);
        Some(Limits {
            priorities,
            log_days,
            whys,
            explained_least,
            explained_most,
            acts,
            carried,
            evidence_days,
        })
    }
}

impl Read for Lint {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let deny = f.optional("deny").unwrap_or(Severity::Error);
        let levels: Vec<(At<CodeName>, Level)> = f.pairs("levels");
        let named = |code: At<CodeName>| At::new(code.value.0, &code.place);
        let levels = levels.into_iter().map(|(code, level)| (named(code), level.0)).collect();
        let limits = f.optional("limits").unwrap_or_default();
        let baseline = f.optional("baseline");
        f.finish();
        Some(Lint { deny, levels, limits, baseline })
    }
}

words!(Severity {
    "error" => Severity::Error,
    "warning" => Severity::Warning,
    "info" => Severity::Info,
});

#[derive(Clone, Copy)]
struct Level(Option<Severity>);
words!(Level {
    "error" => Level(Some(Severity::Error)),
    "warning" => Level(Some(Severity::Warning)),
    "info" => Level(Some(Severity::Info)),
    "off" => Level(None),
});
