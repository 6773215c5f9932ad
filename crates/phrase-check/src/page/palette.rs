//! The sign and the colour of each kind. The signs say everything; the colours only say it faster.

use clap::builder::styling::{AnsiColor, Style};
use phrasing::Kind;

/// Styles that are empty where no colour is wanted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Palette {
    /// Whether colours are wanted.
    pub(crate) colour: bool,
}

impl Palette {
    /// The colour of a kind.
    pub(crate) fn kind(self, kind: Kind) -> Style {
        self.or_plain(match kind {
            Kind::Strong => AnsiColor::Blue.on_default(),
            Kind::Weak => AnsiColor::Red.on_default(),
            Kind::HiddenActor => AnsiColor::Magenta.on_default(),
            Kind::Hedge => AnsiColor::Yellow.on_default(),
            Kind::Filler => Style::new().dimmed(),
        })
    }

    /// Headings.
    pub(crate) fn heading(self) -> Style {
        self.or_plain(Style::new().bold())
    }

    /// What is there to be passed over.
    pub(crate) fn faint(self) -> Style {
        self.or_plain(Style::new().dimmed())
    }

    fn or_plain(self, style: Style) -> Style {
        if self.colour { style } else { Style::new() }
    }
}

/// The sign of a kind, one column wide.
pub(crate) const fn sign(kind: Kind) -> char {
    match kind {
        Kind::Strong => '+',
        Kind::Weak => '~',
        Kind::HiddenActor => '?',
        Kind::Hedge => '-',
        Kind::Filler => '.',
    }
}

/// What a kind is called in the legend.
pub(crate) const fn label(kind: Kind) -> &'static str {
    match kind {
        Kind::Strong => "strong",
        Kind::Weak => "weak",
        Kind::HiddenActor => "who did it?",
        Kind::Hedge => "hedge",
        Kind::Filler => "filler",
    }
}

/// Words in a style.
pub(crate) fn painted(style: Style, words: &str) -> String {
    format!("{style}{words}{style:#}")
}
