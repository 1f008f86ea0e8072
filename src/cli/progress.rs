//! A line that moves while the program works; on a terminal only.

use std::io::{IsTerminal, stderr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget};

use super::shell::Shell;

/// Does a piece of work while a line on the terminal says so.
pub(super) fn during<T>(shell: &Shell, work: impl FnOnce() -> T) -> T {
    if shell.quiet || !stderr().is_terminal() {
        return work();
    }
    let line = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    line.set_message(shell.locale.text("building"));
    line.enable_steady_tick(Duration::from_millis(100));
    let done = work();
    line.finish_and_clear();
    done
}
