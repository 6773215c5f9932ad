//! Which checkers are compared, and how a user starts them.

use std::{
    env::consts::EXE_SUFFIX,
    path::{Path, PathBuf},
    process::Command,
};

use crate::checkout::Checkout;
use crate::tasks::scratch_install::{Package, Registry};

/// One program with the arguments that come before the file.
pub struct Checker {
    /// As it stands in the table.
    pub name: &'static str,
    program: PathBuf,
    arguments: &'static [&'static str],
    pub reads: Form,
    /// What its report on our texts holds if it did its work. Exit statuses do not tell: some count findings in them.
    pub sign: &'static str,
}

/// What a checker takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A text as it was typed.
    Prose,
    /// JSON Lines, an answer in each.
    Lines,
}

/// A checker that others wrote, in a fixed version, so that figures can be compared over time.
struct Other {
    package: Package,
    arguments: &'static [&'static str],
    sign: &'static str,
}

const OTHERS: [Other; 3] = [
    Other {
        package: Package { registry: Registry::Npm, name: "write-good", version: "1.0.8" },
        arguments: &[],
        sign: "passive voice",
    },
    Other {
        package: Package { registry: Registry::Npm, name: "alex", version: "11.0.1" },
        arguments: &[],
        sign: "warning",
    },
    Other {
        package: Package { registry: Registry::PyPi, name: "proselint", version: "0.16.0" },
        arguments: &["check"],
        sign: "weasel_words",
    },
];

impl Checker {
    /// The command that checks a file of the scratch folder.
    pub fn on(&self, file: &str, scratch: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command.args(self.arguments).arg(file).current_dir(scratch);
        // alex would start a second program now and then, which asks for a newer version.
        command.env("NO_UPDATE_NOTIFIER", "1");
        command
    }
}

/// Ours, as cargo has built it.
pub fn ours(checkout: &Checkout) -> [Checker; 2] {
    let program = checkout.target().join("release").join(format!("phrase-check{EXE_SUFFIX}"));
    [
        Checker {
            name: "phrase-check",
            program: program.clone(),
            arguments: &[],
            reads: Form::Prose,
            sign: "Score ",
        },
        Checker {
            name: "phrase-check --jsonl",
            program,
            arguments: &["--jsonl"],
            reads: Form::Lines,
            sign: "\"scores\":",
        },
    ]
}

/// Those of others, installed where they were not, and what is to be said about each: its version, or that it could
/// not be had. One that is missing keeps nobody from measuring the rest.
pub fn others(checkout: &Checkout, scratch: &Path) -> (Vec<Checker>, Vec<String>) {
    let (mut checkers, mut remarks) = (Vec::new(), Vec::new());
    for Other { package, arguments, sign } in OTHERS {
        match package.install(checkout, scratch) {
            Ok(program) => {
                remarks.push(package.in_words());
                checkers.push(Checker { name: package.name, program, arguments, reads: Form::Prose, sign });
            }
            Err(error) => {
                eprintln!("{} is left out: {error}", package.name);
                remarks.push(format!("{} not measured, as it could not be installed", package.name));
            }
        }
    }
    (checkers, remarks)
}
