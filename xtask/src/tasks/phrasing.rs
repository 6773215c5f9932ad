//! `cargo xtask phrasing-report` and `cargo xtask phrasing-fit`: how well the phrase check does on labelled texts, and its
//! weights fitted to them.

use std::{env, ffi::OsString, path::Path};

use crate::{arguments::Report, checkout::Checkout, error::TaskError, process};

/// Prints how well the check does, and where it is wrong.
pub fn report(checkout: &Checkout, report: &Report) -> Result<(), TaskError> {
    let here = env::current_dir().unwrap_or_default();
    example(checkout, "report", &options(report, &here))
}

/// Fits the weights and says what is to be done with them.
pub fn fit(checkout: &Checkout) -> Result<(), TaskError> {
    example(checkout, "fit", &[])?;
    println!(
        "\nThe weights in crates/phrasing/lexicon/ are new. See what they do before you commit them:\n\n    \
         cargo test -p phrasing\n    cargo xtask phrasing-report\n\n\
         When figures have changed and should have, keep them:\n\n    \
         PHRASING_FIGURES=write cargo test -p phrasing --test figures"
    );
    Ok(())
}

fn example(checkout: &Checkout, name: &str, options: &[OsString]) -> Result<(), TaskError> {
    let mut command = checkout.cargo();
    command.args(["run", "--quiet", "--release", "--package", "phrasing", "--example", name, "--"]);
    process::run(command.args(options))
}

/// The report's options. Cargo runs it at the root, so a folder is named from where the user is.
fn options(report: &Report, here: &Path) -> Vec<OsString> {
    let mut options: Vec<OsString> = Vec::new();
    if let Some(set) = &report.set {
        options.extend(["--set".into(), here.join(set).into()]);
    }
    if let Some(half) = report.half {
        options.extend(["--half".into(), half.into()]);
    }
    if let Some(errors) = report.errors {
        options.extend(["--errors".into(), errors.to_string().into()]);
    }
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_asked_for_is_handed_on() {
        let check = |report: Report, expected: &[&str]| {
            assert_eq!(options(&report, Path::new("here")), expected, "{report:?}");
        };
        check(Report::default(), &[]);
        check(
            Report { half: Some("tune"), errors: Some(0), ..Report::default() },
            &["--half", "tune", "--errors", "0"],
        );
        let folder = Path::new("here").join("texts");
        let set = Report { set: Some("texts".into()), ..Report::default() };
        check(set, &["--set", folder.to_str().unwrap()]);
    }
}
