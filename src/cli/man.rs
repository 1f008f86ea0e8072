//! `opsreport completions` and `opsreport man`: made from the table of flags.

use clap::Args as ClapArgs;
use clap_complete::Shell as ShellKind;

use super::Outcome;
use super::args::Args;
use super::failure::Failure;
use super::shell::Shell;

/// The arguments of `completions`.
#[derive(Debug, ClapArgs)]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: ShellKind,
}

/// The arguments of `man`.
#[derive(Debug, ClapArgs)]
pub(super) struct ManArgs {
    /// The command; the program itself when none is named
    command: Option<String>,
}

pub(super) fn completions(args: &CompletionsArgs, shell: &mut Shell) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::table(), "opsreport", &mut script);
    shell.result(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Fine)
}

pub(super) fn run(args: &ManArgs, shell: &mut Shell) -> Result<Outcome, Failure> {
    let name = args.command.as_deref();
    let page =
        page(name).ok_or_else(|| Failure::wrong_use("no-command").with("name", name.unwrap_or_default()))?;
    shell.result(&page)?;
    Ok(Outcome::Fine)
}

/// The manual page of a command with those of its own commands, or of the program.
pub(super) fn page(command: Option<&str>) -> Option<String> {
    let mut table = Args::table();
    table.build();
    let (shown, within) = match command {
        Some(name) => (table.find_subcommand(name)?.clone(), true),
        None => (table, false),
    };
    let inner: Vec<clap::Command> = shown.get_subcommands().filter(|_| within).cloned().collect();
    let mut page = Vec::new();
    for command in std::iter::once(shown).chain(inner) {
        clap_mangen::Man::new(command).render(&mut page).ok()?;
    }
    Some(String::from_utf8_lossy(&page).into_owned())
}
