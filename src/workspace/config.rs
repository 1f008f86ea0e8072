//! `opsreport.yaml`: what to read, what to publish, for whom.

use crate::diagnostic::{Place, Severity};
use crate::quantity::{Currency, DepartmentId, Id, Lang, Text};

use super::At;
use super::supplier::Supplier;

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

/// How strict the findings are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lint {
    /// From which severity on a build fails.
    pub deny: Severity,
    /// Findings with another severity than their own: a code and nothing when it is silenced.
    pub levels: Vec<(At<String>, Option<Severity>)>,
    /// A file of findings that are known and let pass.
    pub baseline: Option<At<String>>,
}
