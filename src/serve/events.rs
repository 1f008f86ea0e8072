//! Server-sent events: tells a page that there is a new build.
//!
//! Each answer holds one event and ends; the browser asks again with the number of the build it knows, and
//! waits here until there is another. A build between two questions is never missed.

use std::time::Duration;

use hyper::{HeaderMap, StatusCode};
use tokio::sync::watch::Receiver;

use super::{Response, Shown, answer};

/// How long a question waits for a build; then the browser asks again.
const PATIENCE: Duration = Duration::from_secs(25);

pub(super) async fn next(mut shown: Receiver<Shown>, headers: &HeaderMap) -> Response {
    let known = headers.get("last-event-id").and_then(|id| id.to_str().ok()).unwrap_or_default();
    let other = shown.wait_for(|now| now.build.to_string() != known);
    let (status, text) = match tokio::time::timeout(PATIENCE, other).await {
        Ok(Ok(now)) => (StatusCode::OK, event(&now)),
        // Only a stopped program ends the waiting early.
        Ok(Err(_)) => (StatusCode::NO_CONTENT, String::new()),
        Err(_) => (StatusCode::OK, "retry: 100\n\n".to_owned()),
    };
    answer::respond(status, "text/event-stream", text.into_bytes())
}

fn event(now: &Shown) -> String {
    let data = serde_json::json!({"pages": now.pages, "findings": *now.findings});
    format!("retry: 100\nid: {}\ndata: {data}\n\n", now.build)
}
