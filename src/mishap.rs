//! A fault of the program itself, with the page it happened on.
//!
//! A panic is never part of what the program does. When one happens all the same, the user learns on which page, the
//! command fails, and what was published before stays.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// A panic on its way to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mishap {
    /// The page that was being made, by its path in the site; nothing when it was none.
    pub page: Option<String>,
    /// What the panic said.
    pub words: String,
}

/// Makes a page, or a part of it. A panic goes on with the name of the page.
pub fn on_page<T>(page: &str, work: impl FnOnce() -> T) -> T {
    caught(work).unwrap_or_else(|mishap| {
        let page = mishap.page.or_else(|| Some(page.to_owned()));
        resume_unwind(Box::new(Mishap { page, ..mishap }))
    })
}

/// Does a piece of work.
///
/// # Errors
/// When it panics.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Mishap> {
    // Nothing that the work touched is used after a panic but the names of folders.
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| match payload.downcast::<Mishap>() {
        Ok(mishap) => *mishap,
        Err(payload) => Mishap { page: None, words: words(&*payload) },
    })
}

fn words(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use rayon::prelude::*;

    use super::*;

    #[test]
    fn a_panic_names_its_page_across_threads() {
        let pages = ["a.html", "b.html", "c.html"];
        let make = |page: &&str| on_page(page, || assert!(*page != "b.html", "no {}", 7));
        let made = caught(|| pages.par_iter().map(make).collect::<Vec<()>>());
        let page = Some("b.html".to_owned());
        assert_eq!(made.unwrap_err(), Mishap { page, words: "no 7".to_owned() });
    }

    #[test]
    fn the_innermost_page_is_named() {
        let made = caught(|| on_page("outer", || on_page("inner", || panic!("x"))));
        assert_eq!(made.unwrap_err().page.as_deref(), Some("inner"));
        assert_eq!(caught(|| on_page("outer", || 3)), Ok(3));
    }
}
