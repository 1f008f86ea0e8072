//! Server-sent events: tells a page that there is a new build.
//!
//! Each answer holds one event and ends; the browser asks again with the number of the build it knows, and
//! waits here until there is another. A build between two questions is never missed.

use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use tokio::sync::watch::Receiver;

use super::{Shown, answer};

pub(super) async fn next(mut shown: Receiver<Shown>, headers: &HeaderMap) -> Response {
    let known = headers.get("last-event-id").and_then(|id| id.to_str().ok()).unwrap_or_default();
    // Only a stopped program ends the waiting early.
    let now = match shown.wait_for(|now| now.build.to_string() != known).await {
        Ok(now) => now.clone(),
        Err(_) => return answer::respond(StatusCode::NO_CONTENT, "text/event-stream", Vec::new()),
    };
    answer::respond(StatusCode::OK, "text/event-stream", event(&now).into_bytes())
}

fn event(now: &Shown) -> String {
    let data = serde_json::json!({"pages": now.pages, "findings": *now.findings});
    format!("retry: 100\nid: {}\ndata: {data}\n\n", now.build)
}
