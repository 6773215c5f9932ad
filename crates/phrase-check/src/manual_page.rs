//! The manual page, made of the options and of what the manual says beside them.

use std::io::{self, Write};

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use crate::arguments::Arguments;
use crate::manual::{EXAMPLES, FORMATS, STATUSES};

/// Writes the manual page as roff.
pub(crate) fn print(out: &mut impl Write) -> io::Result<()> {
    let mut command = Arguments::command();
    command.build();
    let man = Man::new(command.clone()).manual("User commands");
    man.render_title(out)?;
    man.render_name_section(out)?;
    let mut synopsis = Roff::new();
    synopsis.control("SH", ["SYNOPSIS"]);
    synopsis.text([
        bold("phrase-check"),
        roman(" ["),
        italic("OPTIONS"),
        roman("] ["),
        italic("FILE"),
        roman("]..."),
    ]);
    synopsis.control("br", []);
    synopsis.text([bold("phrase-check"), roman(" "), italic("COMMAND"), roman(" [...]")]);
    synopsis.to_writer(out)?;
    man.render_description_section(out)?;
    man.render_options_section(out)?;
    let mut sections = Roff::new();
    sections.control("SH", ["COMMANDS"]);
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        described(&mut sections, sub);
    }
    sections.control("SH", ["EXIT STATUS"]);
    for (status, meaning) in STATUSES {
        item(&mut sections, [bold(status)], meaning);
    }
    sections.control("SH", ["INPUT AND OUTPUT"]);
    for (name, format) in FORMATS {
        item(&mut sections, [bold(name)], format);
    }
    sections.control("SH", ["ENVIRONMENT"]);
    item(
        &mut sections,
        [bold("NO_COLOR")],
        "When set and not empty, colours are off unless --color says otherwise.",
    );
    item(
        &mut sections,
        [bold("COLUMNS")],
        "The width to wrap at where the output is no terminal; 80 when unset.",
    );
    sections.control("SH", ["EXAMPLES"]);
    for (line, meaning) in EXAMPLES {
        item(&mut sections, [bold(line)], meaning);
    }
    sections.to_writer(out)?;
    man.render_version_section(out)
}

fn item<const N: usize>(roff: &mut Roff, head: [Inline; N], body: &str) {
    roff.control("TP", []);
    roff.text(head);
    roff.text([roman(body)]);
}

/// A command with its own options. Those that the page has already described are only named.
fn described(roff: &mut Roff, command: &Command) {
    let mut head = vec![bold(format!("phrase-check {}", command.get_name()))];
    let known = Arguments::command();
    let mut shared = Vec::new();
    let mut own = Vec::new();
    for argument in command.get_arguments() {
        let name =
            argument.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        match argument.get_long() {
            Some("help") | Some("color") => {}
            Some(long)
                if known.get_arguments().any(|other| other.get_long() == Some(long)) && long != "json" =>
            {
                shared.push(format!("--{long}"));
            }
            Some(long) => {
                head.extend([roman(" ["), bold(format!("--{long}")), roman("]")]);
                own.push(argument.get_help().map(|help| format!("--{long}: {help}.")).unwrap_or_default());
            }
            None if argument.is_required_set() => head.extend([roman(" "), italic(name)]),
            None => head.extend([roman(" ["), italic(name), roman("]")]),
        }
    }
    let mut body = vec![format!("{}.", command.get_about().map(ToString::to_string).unwrap_or_default())];
    body.extend(own);
    if !shared.is_empty() {
        body.push(format!("Takes {} as above.", shared.join(", ")));
    }
    roff.control("TP", []);
    roff.text(head);
    roff.text([roman(body.join(" "))]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown() -> String {
        let mut page = Vec::new();
        print(&mut page).expect("memory takes it");
        String::from_utf8(page).expect("roff is text")
    }

    #[test]
    fn the_page_has_its_sections() {
        let page = shown();
        for section in [
            "NAME",
            "SYNOPSIS",
            "DESCRIPTION",
            "OPTIONS",
            "COMMANDS",
            "\"EXIT STATUS\"",
            "\"INPUT AND OUTPUT\"",
            "ENVIRONMENT",
            "EXAMPLES",
            "VERSION",
        ] {
            assert!(page.contains(&format!("\n.SH {section}\n")), "{section}");
        }
    }

    #[test]
    fn the_page_names_every_option_and_command() {
        let page = shown();
        let command = Arguments::command();
        for argument in command.get_arguments().filter_map(|argument| argument.get_long()) {
            assert!(page.contains(&format!("\\-\\-{}", argument.replace('-', "\\-"))), "{argument}");
        }
        for command in command.get_subcommands() {
            assert!(
                page.contains(&format!("phrase\\-check {}", command.get_name())),
                "{}",
                command.get_name()
            );
        }
    }
}
