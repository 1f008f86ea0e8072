//! What a request gets: a file of the bundle, or a refusal.

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, X_CONTENT_TYPE_OPTIONS};
use axum::http::{Method, StatusCode, Uri};
use axum::response::Response;

use super::{Shown, page};

/// The refusal of a request that is no plain question of a browser on this machine.
pub(super) fn refuse(request: &Request, port: u16) -> Option<Response> {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let mut response = text(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD\n");
        response.headers_mut().insert(ALLOW, axum::http::HeaderValue::from_static("GET, HEAD"));
        return Some(response);
    }
    if !is_local(request, port) {
        return Some(text(StatusCode::MISDIRECTED_REQUEST, "this preview answers to localhost alone\n"));
    }
    None
}

/// Whether the request was meant for this machine: a foreign name that resolves to it is DNS rebinding.
fn is_local(request: &Request, port: u16) -> bool {
    let mut hosts = request.headers().get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    let known =
        |host: &str| ["127.0.0.1", "localhost", "[::1]"].iter().any(|name| host == format!("{name}:{port}"));
    let target = |uri: &Uri| uri.authority().is_none_or(|authority| known(authority.as_str()));
    host.to_str().is_ok_and(known) && target(request.uri())
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
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    for (name, value) in
        [(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-store"), (X_CONTENT_TYPE_OPTIONS, "nosniff")]
    {
        headers.insert(name, axum::http::HeaderValue::from_static(value));
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
