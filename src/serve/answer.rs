//! What a request gets: a file of the bundle, or a refusal.

use hyper::header::{
    ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderMap, HeaderName, HeaderValue, ORIGIN,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use hyper::{Method, StatusCode, Uri};

use super::{Request, Response, Shown, page};

/// Browsers hand an answer with it to no page of another origin.
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// The refusal of a request that is no plain question of a browser on this machine.
pub(super) fn refuse(request: &Request, port: u16) -> Option<Response> {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let mut response = text(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD\n");
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return Some(response);
    }
    if !is_local(request, port) {
        return Some(text(StatusCode::MISDIRECTED_REQUEST, "this preview answers to localhost alone\n"));
    }
    if is_foreign(request.headers(), port) {
        return Some(text(StatusCode::FORBIDDEN, "this preview answers to its own pages alone\n"));
    }
    None
}

/// Whether a page of another origin asks. To follow a link to here from anywhere is no such question.
fn is_foreign(headers: &HeaderMap, port: u16) -> bool {
    let own = |origin: &HeaderValue| {
        let host = origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://"));
        host.is_some_and(|host| is_own(host, port))
    };
    let says = |name: &str, words: &[&str]| {
        let mut values = headers.get_all(name).iter();
        values.all(|value| words.iter().any(|word| value == word))
    };
    let visits = headers.contains_key("sec-fetch-mode")
        && says("sec-fetch-mode", &["navigate"])
        && headers.contains_key("sec-fetch-dest")
        && says("sec-fetch-dest", &["document"]);
    !headers.get_all(ORIGIN).iter().all(own) || !(says("sec-fetch-site", &["same-origin", "none"]) || visits)
}

/// Whether a name with its port is this preview's.
fn is_own(host: &str, port: u16) -> bool {
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| host == format!("{name}:{port}"))
}

/// Whether the request was meant for this machine: a foreign name that resolves to it is DNS rebinding.
fn is_local(request: &Request, port: u16) -> bool {
    let mut hosts = request.headers().get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    let target = |uri: &Uri| uri.authority().is_none_or(|authority| is_own(authority.as_str(), port));
    host.to_str().is_ok_and(|host| is_own(host, port)) && target(request.uri())
}

/// The file at a path of the site, as it stands there: nothing is decoded, nothing is joined.
pub(super) fn file(path: &str, shown: &Shown) -> Response {
    if path == page::SCRIPT_PATH {
        return respond(StatusCode::OK, "text/javascript; charset=utf-8", page::SCRIPT.into());
    }
    let name = path.strip_prefix('/').unwrap_or(path);
    let index =
        if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() };
    match shown.bundle.get(&index) {
        Some(bytes) if index.ends_with(".html") => html(StatusCode::OK, bytes, shown),
        Some(bytes) => respond(StatusCode::OK, content_type(&index), bytes.to_vec()),
        None if shown.pages == 0 => {
            html(StatusCode::SERVICE_UNAVAILABLE, page::NOTHING_YET.as_bytes(), shown)
        }
        None => {
            let page = shown.bundle.get("404.html").unwrap_or(page::NOT_FOUND.as_bytes());
            html(StatusCode::NOT_FOUND, page, shown)
        }
    }
}

fn html(status: StatusCode, bytes: &[u8], shown: &Shown) -> Response {
    respond(status, "text/html; charset=utf-8", page::with_script(bytes, shown.pages))
}

fn text(status: StatusCode, words: &'static str) -> Response {
    respond(status, "text/plain; charset=utf-8", words.into())
}

/// An answer that no browser keeps or guesses about.
pub(super) fn respond(status: StatusCode, kind: &'static str, bytes: Vec<u8>) -> Response {
    let mut response = Response::new(bytes.into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    for (name, value) in [
        (CONTENT_TYPE, kind),
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "SAMEORIGIN"),
        (RESOURCE_POLICY, "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// The media type by the end of the name.
fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, end)| end) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "ics" => "text/calendar; charset=utf-8",
        "xml" | "atom" => "application/xml",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}
