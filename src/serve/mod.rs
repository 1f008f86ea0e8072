//! The preview: a site in memory, served to this machine alone, built again on every change.
//!
//! Nothing is read from the disk when a request comes in; what is not in the bundle is not there. Requests
//! under a foreign host name or from a page of another origin are refused, so that no page of the internet can reach
//! in through the browser.

mod answer;
mod events;
mod line;
mod page;
mod watch;

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use tokio::sync::watch::{Receiver, Sender, channel};

use crate::bundle::Bundle;

type Request = hyper::Request<Incoming>;
type Response = hyper::Response<Full<Bytes>>;

/// What a build gave.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The site; nothing when the findings forbid it.
    pub bundle: Option<Bundle>,
    /// The findings as text for people; empty when there is none.
    pub findings: String,
}

/// What is shown now.
#[derive(Clone, Debug, Default)]
struct Shown {
    /// Counts the builds.
    build: u64,
    /// The build that the pages are from.
    pages: u64,
    bundle: Arc<Bundle>,
    findings: Arc<str>,
}

impl Shown {
    /// After another build; the last good pages stay when it gave none.
    fn after(&self, preview: Preview) -> Shown {
        let build = self.build + 1;
        let findings = preview.findings.into();
        match preview.bundle {
            Some(bundle) => Shown { build, pages: build, bundle: Arc::new(bundle), findings },
            None => Shown { build, findings, ..self.clone() },
        }
    }
}

/// A preview that has its port, and waits for its first build.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    port: u16,
}

impl Server {
    /// Takes a port of 127.0.0.1, or the next free one of the ten that follow it. Port 0 takes any.
    ///
    /// # Errors
    /// When none of them is free.
    pub fn bind(port: u16) -> io::Result<Self> {
        let mut last = None;
        for candidate in port..=port.saturating_add(if port == 0 { 0 } else { 10 }) {
            match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)) {
                Ok(listener) => {
                    let port = listener.local_addr()?.port();
                    return Ok(Server { listener, port });
                }
                Err(error) => last = Some(error),
            }
        }
        Err(last.unwrap_or_else(|| io::ErrorKind::AddrInUse.into()))
    }

    /// Its address for a browser.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Serves what `build` gives, now and after every change below `folder`, until the program is stopped.
    ///
    /// # Errors
    /// When the folder cannot be watched or the port is lost.
    pub fn run(self, folder: &Path, mut build: impl FnMut() -> Preview + Send + 'static) -> io::Result<()> {
        let changes = watch::changes(folder)?;
        let (sender, receiver) = channel(Shown::default().after(build()));
        std::thread::spawn(move || rebuild(&changes, &sender, build));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(self.serve(receiver))
    }

    async fn serve(self, shown: Receiver<Shown>) -> io::Result<()> {
        self.listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(self.listener)?;
        line::answer_all(&listener, move |request| handle(shown.clone(), self.port, request)).await
    }
}

/// Builds again after every change, for as long as somebody looks.
fn rebuild(changes: &watch::Changes, shown: &Sender<Shown>, mut build: impl FnMut() -> Preview) {
    while changes.wait() {
        let preview = build();
        shown.send_modify(|now| *now = now.after(preview));
    }
}

async fn handle(shown: Receiver<Shown>, port: u16, request: Request) -> Response {
    if let Some(refusal) = answer::refuse(&request, port) {
        return refusal;
    }
    match request.uri().path() {
        "/-/events" => events::next(shown, request.headers()).await,
        path => {
            let now = shown.borrow().clone();
            answer::file(path, &now)
        }
    }
}

#[cfg(test)]
mod tests;
