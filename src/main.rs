//! The program: the command line, which opens the screen if there is no command.

use std::process::ExitCode;

fn main() -> ExitCode {
    caselog::cli::run(std::env::args_os())
}
