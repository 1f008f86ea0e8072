//! Files put where `build` finds them.

use std::path::Path;

use crate::cli::Outcome;
use crate::cli::failure::Failure;
use crate::cli::setup::Setup;
use crate::cli::shell::Shell;
use crate::diagnostic::Arg;
use crate::ingest::{Homeless, Inspection};
use crate::publish::{Placed, place};

/// Files what may be filed, and says of each what became of it; findings when one was not.
pub(super) fn file(
    read: &[Inspection],
    anyway: bool,
    setup: &Setup,
    shell: &mut Shell,
) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Fine;
    for one in read {
        let filed = match fault(one, anyway) {
            None => put(one, setup, shell)?,
            Some(key) => {
                shell.complain(key, &[("file", one.file.path.to_string().into())]);
                Outcome::Findings
            }
        };
        outcome = outcome.max(filed);
    }
    Ok(outcome)
}

/// Why a file is not filed, as the message that says so.
fn fault(read: &Inspection, anyway: bool) -> Option<&'static str> {
    match &read.home {
        _ if read.file.kind.is_none() && !anyway => Some("import-not-filed-kind"),
        _ if read.file.refused_rows > 0 && !anyway => Some("import-not-filed-refused"),
        Ok(_) => None,
        Err(Homeless::Marketplace) => Some("import-not-filed-marketplace"),
        Err(Homeless::Period) => Some("import-not-filed-period"),
        Err(Homeless::Source) => Some("import-not-filed-source"),
    }
}

fn put(read: &Inspection, setup: &Setup, shell: &mut Shell) -> Result<Outcome, Failure> {
    let Ok(home) = &read.home else { return Ok(Outcome::Findings) };
    let path = &read.file.path;
    let placed = shell.stop.during(|| place(Path::new(&**path), &setup.root.join(home)))?;
    let said = |name: &Path| -> [(&'static str, Arg); 3] {
        let name = name.file_name().unwrap_or_default().to_string_lossy().into_owned();
        [
            ("file", path.to_string().into()),
            ("path", format!("{}{home}", setup.prefix).into()),
            ("name", name.into()),
        ]
    };
    match &placed {
        Placed::New => shell.say("import-filed", &said(Path::new(home))),
        Placed::Known => shell.say("import-known", &said(Path::new(home))),
        Placed::Taken(free) => shell.complain("import-taken", &said(free)),
    }
    Ok(if matches!(placed, Placed::Taken(_)) { Outcome::Findings } else { Outcome::Fine })
}
