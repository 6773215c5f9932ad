//! The command line's form.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::manual;

/// Marks what an answer claims: decisions, systems and outcomes, and the coordination that hides them.
///
/// Reads answers, résumés, self-reviews and promotion documents in English. It judges claims: who did what, to which
/// thing, with what consequence. The text is printed with a row of signs under the words that count, a score, what is
/// covered, and what to fix first.
///
/// A file that is called like a command is written with its folder: ./rules.
#[derive(Debug, Parser)]
#[command(name = "phrase-check", version, args_conflicts_with_subcommands = true, max_term_width = 100)]
#[command(after_help = manual::brief(), after_long_help = manual::help())]
pub(crate) struct Arguments {
    /// What to do beside checking a text.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// The texts to check; `-` reads standard input.
    #[arg(value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,
    /// Print one result object a file; offsets count Unicode code points.
    #[arg(long, conflicts_with = "jsonl")]
    pub(crate) json: bool,
    /// Read JSON Lines from standard input (or FILE) and write one result a line, in the same order.
    #[arg(long)]
    pub(crate) jsonl: bool,
    /// Exit with status 1 when a text scores below N, from 0 to 100.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=100))]
    pub(crate) fail_under: Option<u8>,
    /// How the text is to be taken.
    #[command(flatten)]
    pub(crate) taking: Taking,
    /// Which rules are used.
    #[command(flatten)]
    pub(crate) choice: RuleChoice,
    /// When to colour; NO_COLOR switches colours off where this says nothing.
    #[arg(long, alias = "colour", value_name = "WHEN", global = true)]
    #[arg(value_enum, default_value_t = ColorChoice::Auto)]
    pub(crate) color: ColorChoice,
}

/// How a text is to be taken.
#[derive(Debug, Args)]
pub(crate) struct Taking {
    /// What the question asks for: what was done, or what one would do [default: as --question asks, else behavioral]
    #[arg(long, value_enum)]
    pub(crate) mode: Option<ModeName>,
    /// The role that is interviewed for: it changes what is asked for.
    #[arg(long, value_enum, default_value_t = LevelName::Senior)]
    pub(crate) level: LevelName,
    /// The text was spoken: says how many hesitations a minute it has. It is read as a typed one, with or without punctuation.
    #[arg(long)]
    pub(crate) spoken: bool,
    /// The question that was answered: "How would you…?" asks for what one would do.
    #[arg(long, value_name = "TEXT")]
    pub(crate) question: Option<String>,
}

/// Which rules are used.
#[derive(Debug, Args)]
pub(crate) struct RuleChoice {
    /// Add the rules of a TOML file; may be given several times.
    #[arg(long = "rules", value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub(crate) own: Vec<PathBuf>,
    /// Switch a rule off by its id; may be given several times.
    #[arg(long, value_name = "RULE")]
    pub(crate) off: Vec<String>,
}

/// What can be done beside checking a text.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show words, tags and actors, and why rules did or did not fire.
    Explain {
        /// The sentence.
        sentence: String,
        /// How the sentence is to be taken.
        #[command(flatten)]
        taking: Taking,
        /// Which rules are used.
        #[command(flatten)]
        choice: RuleChoice,
    },
    /// List the rules, or show one: why, what it asks, its patterns and examples.
    Rules {
        /// The id of the rule to show.
        id: Option<String>,
        /// Print JSON: a list of rules, or the one rule.
        #[arg(long)]
        json: bool,
        /// Which rules are used.
        #[command(flatten)]
        choice: RuleChoice,
    },
    /// Print what a shell needs to complete options with the Tab key.
    Completions {
        /// The shell.
        shell: Shell,
    },
    /// Print the manual page, for man(1).
    Man,
}

/// Names of [`phrasing::Mode`] on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ModeName {
    /// "Tell me about a time…".
    Behavioral,
    /// "How would you…?".
    Situational,
}

impl From<ModeName> for phrasing::Mode {
    fn from(name: ModeName) -> phrasing::Mode {
        match name {
            ModeName::Behavioral => phrasing::Mode::Behavioral,
            ModeName::Situational => phrasing::Mode::Situational,
        }
    }
}

/// Names of [`phrasing::Level`] on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum LevelName {
    /// Owns a system or a program of several teams.
    Senior,
    /// Sets direction across organisations.
    Principal,
    /// Owns a program through other program managers.
    Manager,
}

impl From<LevelName> for phrasing::Level {
    fn from(name: LevelName) -> phrasing::Level {
        match name {
            LevelName::Senior => phrasing::Level::Senior,
            LevelName::Principal => phrasing::Level::Principal,
            LevelName::Manager => phrasing::Level::Manager,
        }
    }
}

/// When the output is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Even into a file.
    Always,
    /// Not at all; the signs say the same.
    Never,
}
