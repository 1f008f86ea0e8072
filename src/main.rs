//! The program: arguments to command to exit code.

fn main() -> std::process::ExitCode {
    opsreport::cli::run(std::env::args_os())
}
