//! What shells need to complete the options.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::arguments::Arguments;

/// The script of a shell. It is made in memory, since its maker gives up the program when an output closes.
pub(crate) fn script(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "phrase-check", &mut script);
    script
}

#[cfg(test)]
mod tests {
    use clap::{Command, ValueEnum};

    use super::*;

    /// The long options and the commands, with those of the commands beneath.
    fn words(command: &Command) -> Vec<String> {
        let options = command.get_arguments().filter_map(|argument| argument.get_long()).map(str::to_owned);
        let beneath = command.get_subcommands().flat_map(|beneath| {
            let mut words = words(beneath);
            words.push(beneath.get_name().to_owned());
            words
        });
        options.chain(beneath).collect()
    }

    #[test]
    fn every_option_and_command_is_completed() {
        let words = words(&Arguments::command());
        assert!(words.contains(&"fail-under".to_owned()) && words.contains(&"explain".to_owned()));
        for shell in Shell::value_variants() {
            let script = String::from_utf8(script(*shell)).expect("scripts are text");
            for word in &words {
                assert!(script.contains(word), "{shell}: {word}");
            }
        }
    }
}
