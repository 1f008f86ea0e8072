//! Waits for changes of files.

use std::io;
use std::path::{Component, Path};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::event::ModifyKind;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Editors write a file in several steps; a build waits until they are done.
const PAUSE: Duration = Duration::from_millis(150);

/// The changes below a folder.
pub(super) struct Changes {
    events: Receiver<()>,
    _watcher: RecommendedWatcher,
}

/// Watches a folder and all below it.
pub(super) fn changes(folder: &Path) -> io::Result<Changes> {
    let (sender, events) = channel();
    let root = folder.to_owned();
    let handler = move |event: notify::Result<Event>| {
        if event.is_ok_and(|event| matters(&event, &root)) {
            // Nobody listens any more only when the program ends.
            sender.send(()).ok();
        }
    };
    let mut watcher = notify::recommended_watcher(handler).map_err(io::Error::other)?;
    watcher.watch(folder, RecursiveMode::Recursive).map_err(io::Error::other)?;
    Ok(Changes { events, _watcher: watcher })
}

/// Whether an event is a change of content: a build reads files, and must not wake itself.
fn matters(event: &Event, root: &Path) -> bool {
    let changed = match event.kind {
        EventKind::Create(_) | EventKind::Remove(_) => true,
        EventKind::Modify(kind) => !matches!(kind, ModifyKind::Metadata(_)),
        _ => false,
    };
    changed && event.paths.iter().any(|path| !is_hidden(path.strip_prefix(root).unwrap_or(path)))
}

/// What lies under a name that begins with a dot is no input of a build.
fn is_hidden(path: &Path) -> bool {
    let dotted = |part: Component<'_>| match part {
        Component::Normal(name) => name.as_encoded_bytes().starts_with(b"."),
        _ => false,
    };
    path.components().any(dotted)
}

impl Changes {
    /// Waits for a change and for the pause after it; false when no more will come.
    pub(super) fn wait(&self) -> bool {
        if self.events.recv().is_err() {
            return false;
        }
        loop {
            match self.events.recv_timeout(PAUSE) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}
