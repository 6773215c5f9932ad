//! The program: arguments, then the window.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match answerable_shell::arguments::parse(std::env::args_os().skip(1)) {
        Ok(answerable_shell::arguments::Wish::Open(options)) => answerable_shell::run(options),
        Ok(answerable_shell::arguments::Wish::Print(text)) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("answerable: {error}\nTry 'answerable --help'.");
            ExitCode::from(2)
        }
    }
}
