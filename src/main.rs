use std::process::ExitCode;

fn main() -> ExitCode {
    caselog::cli::run(std::env::args_os())
}
