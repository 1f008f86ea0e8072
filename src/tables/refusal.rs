//! Why a table cannot be computed.

use crate::diagnostic::nearest;

/// A name in a request that nothing has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What it should name: `table`, `dimension`, `metric`, `product`, `marketplace`.
    pub what: &'static str,
    /// The name.
    pub name: String,
    /// The known name most like it.
    pub nearest: Option<String>,
    /// All known names.
    pub known: Vec<String>,
}

impl Refusal {
    /// The refusal of a name, with the names there are.
    pub(super) fn new<'a>(what: &'static str, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<String> = known.into_iter().map(str::to_owned).collect();
        let nearest = nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
        Refusal { what, name: name.to_owned(), nearest, known }
    }
}
