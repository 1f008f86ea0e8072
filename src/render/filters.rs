//! The filters of the templates: the only places where words become markup outside a template.

use std::fmt::Write;

use tera::value::Key;
use tera::{Error, Kwargs, Map, State, Tera, TeraResult, Value, escape_html};

use crate::site::SitePath;

use super::breaks::{bind, breaks};

pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("href", href);
    tera.register_filter("phrase", phrase);
    tera.register_filter("rich", rich);
    tera.register_filter("headline", headline);
}

/// `{{ link.to | href }}`: the address of a target, or of a path of the site, seen from the page.
fn href(target: &Value, _: Kwargs, state: &State<'_>) -> TeraResult<String> {
    address(target, state)
}

/// `{{ name | phrase }}`: escaped, with its language where that is not the page's.
fn phrase(phrase: &Map, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    Ok(Value::safe_string(&worded(phrase)?))
}

/// `{{ sentence | rich }}`: a sentence with its links and emphasis.
fn rich(runs: &[Value], _: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let mut html = String::new();
    for run in runs.iter().filter_map(Value::as_map) {
        html.push_str(&run_of(run, state)?);
    }
    Ok(Value::safe_string(&html))
}

/// `{{ page.headline | headline }}`: a phrase that may be broken between its parts only.
fn headline(phrase: &Map, _: Kwargs, _: &State<'_>) -> TeraResult<Value> {
    let bound = bind(text(phrase, "text"));
    let parts: Vec<String> = breaks(&bound).into_iter().map(escaped).collect::<TeraResult<_>>()?;
    Ok(Value::safe_string(&in_language(parts.join("<wbr>"), phrase)?))
}

fn run_of(run: &Map, state: &State<'_>) -> TeraResult<String> {
    let Some(words) = run.get(&Key::from("words")).and_then(Value::as_map) else {
        return Err(Error::message("a run of a sentence has no words"));
    };
    let mut html = worded(words)?;
    let impact = text(run, "impact");
    let strong = run.get(&Key::from("strong")).and_then(Value::as_bool) == Some(true);
    html = match (strong, impact) {
        (true, "good" | "bad") => format!("<b class=\"{impact}\">{html}</b>"),
        (true, _) => format!("<b>{html}</b>"),
        (false, "good" | "bad") => format!("<span class=\"{impact}\">{html}</span>"),
        (false, _) => html,
    };
    match run.get(&Key::from("to")).filter(|to| !to.is_none()) {
        Some(to) => Ok(format!("<a href=\"{}\">{html}</a>", escaped(&address(to, state)?)?)),
        None => Ok(html),
    }
}

fn worded(phrase: &Map) -> TeraResult<String> {
    in_language(escaped(text(phrase, "text"))?, phrase)
}

fn in_language(html: String, phrase: &Map) -> TeraResult<String> {
    match text(phrase, "lang") {
        "" => Ok(html),
        lang => Ok(format!("<span lang=\"{}\">{html}</span>", escaped(lang)?)),
    }
}

fn escaped(text: &str) -> TeraResult<String> {
    let mut html = Vec::with_capacity(text.len());
    escape_html(text, &mut html).map_err(|error| Error::message(error.to_string()))?;
    String::from_utf8(html).map_err(|error| Error::message(error.to_string()))
}

fn text<'a>(map: &'a Map, key: &'static str) -> &'a str {
    map.get(&Key::from(key)).and_then(Value::as_str).unwrap_or_default()
}

fn address(target: &Value, state: &State<'_>) -> TeraResult<String> {
    if let Some(path) = target.as_str() {
        return relative(path, state);
    }
    let map = target.as_map().ok_or_else(|| Error::message("this is no target of a link"))?;
    let fragment = text(map, "fragment");
    match text(map, "kind") {
        "inside" => {
            let mut address = relative(text(map, "path"), state)?;
            if !fragment.is_empty() {
                write!(address, "#{fragment}").map_err(|error| Error::message(error.to_string()))?;
            }
            Ok(address)
        }
        "here" => Ok(format!("#{fragment}")),
        _ => Ok(text(map, "url").to_owned()),
    }
}

fn relative(path: &str, state: &State<'_>) -> TeraResult<String> {
    let here: String = state.get("here")?.ok_or_else(|| Error::message("`here` is not set"))?;
    let parse =
        |path: &str| SitePath::parse(path).map_err(|error| Error::message(format!("no path: {}", error.0)));
    Ok(parse(&here)?.to(&parse(path)?))
}
