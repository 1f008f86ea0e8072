//! Signals: Ctrl-C and SIGTERM end the program where nothing is half-written, and a file that grows beyond the limit of
//! the system is a fault of the disk.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;

use signal_hook::consts::{SIGINT, SIGTERM, SIGXFSZ};
use signal_hook::flag;
use signal_hook::iterator::Signals;

use crate::publish::Stop;

/// Watches for signals until the program ends. A second signal ends it where it is.
pub(super) fn watch(stop: &Stop) -> io::Result<()> {
    // A signal that is noticed does not kill: writing fails instead.
    flag::register(SIGXFSZ, Arc::default())?;
    let mut signals = Signals::new([SIGINT, SIGTERM])?;
    let (stop, again) = (stop.clone(), Arc::new(AtomicBool::new(false)));
    for signal in [SIGINT, SIGTERM] {
        flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(&again))?;
        flag::register(signal, Arc::clone(&again))?;
    }
    let ask = move || {
        for signal in signals.forever() {
            stop.ask(u8::try_from(signal).unwrap_or_default(), || std::process::exit(128 + signal));
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(ask).map(drop)
}
