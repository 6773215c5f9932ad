//! The command line's form.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Marks what an answer claims: decisions, systems and outcomes, and the coordination that hides them.
#[derive(Debug, Parser)]
#[command(name = "phrase-check", version, args_conflicts_with_subcommands = true)]
#[command(after_help = "Exit status: 0 when everything was answered, 2 when something could not be read.")]
pub(crate) struct Arguments {
    /// What to do beside checking a text.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// The text to check; `-` reads standard input.
    pub(crate) file: Option<PathBuf>,
    /// Print one result object; offsets count Unicode code points.
    #[arg(long, conflicts_with = "jsonl")]
    pub(crate) json: bool,
    /// Read JSON Lines from standard input (or FILE) and write one result a line, in the same order.
    #[arg(long)]
    pub(crate) jsonl: bool,
    /// How the text is to be taken.
    #[command(flatten)]
    pub(crate) taking: Taking,
}

/// How a plain text is to be taken.
#[derive(Debug, Args)]
pub(crate) struct Taking {
    /// What the question asks for: what was done, or what one would do.
    #[arg(long, value_enum, default_value_t = ModeName::Behavioral)]
    pub(crate) mode: ModeName,
    /// The text was spoken.
    #[arg(long)]
    pub(crate) spoken: bool,
    /// The question that was answered.
    #[arg(long)]
    pub(crate) question: Option<String>,
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
    },
    /// List the rules.
    Rules,
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
