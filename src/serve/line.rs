//! The connections: one question each, none that holds the others up.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use super::{Request, Response};

/// How many questions are answered at a time; browsers ask six.
const LINES: usize = 64;

/// How long a question may take to be asked, and how long until its answer must be read.
const ASKING: Duration = Duration::from_secs(5);
const READING: Duration = Duration::from_secs(60);

/// The longest question: its first line and all headers, in bytes, and how many headers.
const LONGEST: usize = 16 * 1024;
const HEADERS: usize = 64;

/// How long nothing is accepted after the system refused, such as for want of file handles.
const PAUSE: Duration = Duration::from_millis(100);

/// Answers every question that comes in, until the program is stopped.
pub(super) async fn answer_all<F, A>(listener: &TcpListener, answer: F) -> io::Result<()>
where
    F: Fn(Request) -> A + Clone + Send + Sync + 'static,
    A: Future<Output = Response> + Send + 'static,
{
    let lines = Arc::new(Semaphore::new(LINES));
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            sleep(PAUSE).await;
            continue;
        };
        // Who comes when all lines are taken is hung up on, and asks again.
        let Ok(line) = Arc::clone(&lines).try_acquire_owned() else { continue };
        let answer = answer.clone();
        tokio::spawn(async move {
            // A question that breaks off, or is none, is nobody's loss.
            timeout(READING, one(stream, answer)).await.ok();
            drop(line);
        });
    }
}

async fn one<F, A>(stream: TcpStream, answer: F) -> hyper::Result<()>
where
    F: Fn(Request) -> A,
    A: Future<Output = Response>,
{
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(ASKING).keep_alive(false);
    builder.max_buf_size(LONGEST).max_headers(HEADERS);
    let service = service_fn(|request| {
        let answer = answer(request);
        async { Ok::<Response, Infallible>(answer.await) }
    });
    builder.serve_connection(TokioIo::new(stream), service).await
}
