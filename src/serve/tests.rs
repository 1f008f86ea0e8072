//! The preview over a raw socket, as an attacker would speak to it.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::time::Duration;

use super::*;

struct Running {
    folder: tempfile::TempDir,
    port: u16,
}

/// A preview of one folder: its page is the file `page`, its findings the file `findings`.
fn start() -> Running {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().to_owned();
    put(&root.join("page"), "<html><body>one</body></html>");
    let server = Server::bind(0).unwrap();
    let port = server.port;
    let watched = root.clone();
    std::thread::spawn(move || server.run(&watched, move || preview(&root)));
    Running { folder, port }
}

#[expect(clippy::disallowed_methods, reason = "tests look at the disk")]
fn preview(root: &Path) -> Preview {
    let read = |name: &str| std::fs::read_to_string(root.join(name)).unwrap_or_default();
    let findings = read("findings");
    let mut bundle = Bundle::default();
    bundle.insert("index.html", read("page"));
    bundle.insert("a/style.css", "p{}");
    Preview { bundle: findings.is_empty().then_some(bundle), findings }
}

#[expect(clippy::disallowed_methods, reason = "tests write")]
fn put(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
}

impl Running {
    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Sends bytes as they are, reads until the server closes.
    fn raw(&self, request: &str) -> String {
        let mut stream = (0..100)
            .find_map(|_| {
                std::thread::sleep(Duration::from_millis(10));
                TcpStream::connect(("127.0.0.1", self.port)).ok()
            })
            .unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str, more: &str) -> String {
        let port = self.port;
        self.raw(&format!("GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n{more}\r\n"))
    }
}

fn status(answer: &str) -> &str {
    answer.get(9..12).unwrap_or("none")
}

#[test]
fn pages_have_the_script_and_files_their_type() {
    let server = start();
    let page = server.get("/", "");
    assert_eq!(status(&page), "200");
    assert!(
        page.contains("one<script src=\"/-/reload.js\" data-pages=\"1\" defer></script></body>"),
        "{page}"
    );
    assert!(page.contains("cache-control: no-store"), "{page}");
    assert!(server.get("/a/style.css?v=1", "").contains("content-type: text/css"));
    assert!(server.get("/-/reload.js", "").contains("EventSource"));
    assert_eq!(status(&server.get("/nowhere.html", "")), "404");
}

#[test]
fn nothing_outside_the_bundle_is_there() {
    let server = start();
    for path in [
        "/../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/..%5c..%5cetc/passwd",
        "//etc/passwd",
        "/page",
        "/a/../index.html",
        "/%00",
        "/a",
        "/-/",
        "/-/events/../../page",
        "/index.html%00.css",
        "/INDEX.HTML",
        "/\\etc\\passwd",
    ] {
        let answer = server.get(path, "");
        assert!(status(&answer).starts_with('4'), "{path}: {answer}");
        assert!(!answer.contains("root:"), "{path}");
    }
}

#[test]
fn foreign_names_and_other_methods_are_refused() {
    let server = start();
    let port = server.port;
    for head in [
        "GET / HTTP/1.1\r\nHost: evil.example:PORT".to_owned(),
        "GET / HTTP/1.1\r\nHost: localhost".to_owned(),
        "GET / HTTP/1.1\r\nHost: localhost:1".to_owned(),
        "GET / HTTP/1.1\r\nHost: localhost:PORT\r\nHost: evil.example".to_owned(),
        "GET http://evil.example/ HTTP/1.1\r\nHost: localhost:PORT".to_owned(),
        "GET / HTTP/1.1\r\nX: y".to_owned(),
        "POST / HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 0".to_owned(),
        "DELETE /index.html HTTP/1.1\r\nHost: localhost:PORT".to_owned(),
        "nonsense".to_owned(),
        format!("GET /{} HTTP/1.1\r\nHost: localhost:PORT", "a".repeat(1 << 20)),
    ] {
        let request = format!("{head}\r\nConnection: close\r\n\r\n").replace("PORT", &port.to_string());
        let shown = head.get(..60).unwrap_or(&head).to_owned();
        let answer = server.raw_or_closed(&request);
        assert!(answer.is_empty() || status(&answer).starts_with('4'), "{shown}: {answer}");
    }
    assert_eq!(status(&server.get("/", "")), "200");
}

impl Running {
    /// As `raw`, where the server may hang up before it has read everything.
    fn raw_or_closed(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream.write_all(request.as_bytes()).ok();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).ok();
        String::from_utf8_lossy(&answer).into_owned()
    }
}

/// Every header that a browser sends along with the question of a foreign page, and those of our own.
#[test]
fn pages_of_another_origin_are_refused() {
    let server = start();
    let own = format!("Origin: http://127.0.0.1:{}\r\n", server.port);
    let visit = "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Site: cross-site\r\n";
    for (more, expected) in [
        ("Origin: http://evil.example\r\n", "403"),
        ("Origin: null\r\n", "403"),
        ("Origin: http://localhost\r\n", "403"),
        (&format!("{own}Origin: http://evil.example\r\n"), "403"),
        (&own.replace("http:", "https:"), "403"),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n", "403"),
        ("Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n", "403"),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n", "403"),
        ("Sec-Fetch-Site: cross-site\r\n", "403"),
        (&own, "200"),
        (visit, "200"),
        ("Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\n", "200"),
        ("Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n", "200"),
    ] {
        for path in ["/", "/-/events"] {
            let answer = server.get(path, more);
            assert_eq!(status(&answer), expected, "{path} {more}: {answer}");
            assert!(!answer.contains("access-control"), "{answer}");
        }
    }
    let page = server.get("/", "");
    assert!(page.contains("cross-origin-resource-policy: same-origin"), "{page}");
    assert!(page.contains("x-frame-options: SAMEORIGIN"), "{page}");
}

#[test]
fn a_question_that_is_too_long_is_refused() {
    let server = start();
    for (more, name) in [
        (format!("X: {}\r\n", "a".repeat(20_000)), "a long header"),
        ("X: y\r\n".repeat(100), "many headers"),
    ] {
        let answer = server.get("/", &more);
        assert_eq!(status(&answer), "431", "{name}: {answer}");
    }
}

/// Those who never finish their question are hung up on, and hold up nobody meanwhile.
#[test]
fn slow_clients_hold_up_nobody() {
    let server = start();
    assert_eq!(status(&server.get("/", "")), "200");
    let slow: Vec<TcpStream> = (0..40)
        .map(|_| {
            let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
            stream.write_all(b"GET / HTTP/1.1\r\nHost: ").unwrap();
            stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
            stream
        })
        .collect();
    assert_eq!(status(&server.get("/", "")), "200");
    for mut stream in slow {
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        assert!(!String::from_utf8_lossy(&answer).starts_with("HTTP/1.1 200"));
    }
}

/// More clients than lines: those over are hung up on, and when lines are free again there is an answer.
#[test]
fn many_clients_do_not_end_the_preview() {
    let server = start();
    assert_eq!(status(&server.get("/", "")), "200");
    let many: Vec<TcpStream> =
        (0..200).map(|_| TcpStream::connect(("127.0.0.1", server.port)).unwrap()).collect();
    std::thread::sleep(Duration::from_millis(200));
    drop(many);
    let answers = (0..50).any(|_| {
        std::thread::sleep(Duration::from_millis(100));
        let port = server.port;
        let question = format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
        status(&server.raw_or_closed(&question)) == "200"
    });
    assert!(answers);
}

#[test]
fn only_this_machine_can_connect() {
    let server = Server::bind(0).unwrap();
    assert!(server.listener.local_addr().unwrap().ip().is_loopback());
}

#[test]
fn a_change_is_told_and_findings_leave_the_last_good_pages() {
    let server = start();
    let first = server.get("/-/events", "");
    assert!(first.contains("id: 1\n") && first.contains("\"pages\":1"), "{first}");

    put(&server.path("page"), "<html><body>two</body></html>");
    let second = server.get("/-/events", "Last-Event-ID: 1\r\n");
    assert!(second.contains("id: 2\n") && second.contains("\"pages\":2"), "{second}");
    assert!(server.get("/", "").contains("two"));

    put(&server.path("findings"), "company.yaml:3:1: error[G002]: <b>parts</b>");
    let third = server.get("/-/events", "Last-Event-ID: 2\r\n");
    assert!(third.contains("\"pages\":2") && third.contains("company.yaml:3:1: error[G002]"), "{third}");
    assert!(server.get("/", "").contains("two"));
}
