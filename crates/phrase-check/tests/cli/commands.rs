//! Help, the manual page, completions and explanations.

use crate::program::{out, run};

#[test]
fn help() {
    insta::assert_snapshot!("short", out(&run(&["-h"], b"")));
    insta::assert_snapshot!("long", out(&run(&["--help"], b"")));
    insta::assert_snapshot!("rules", out(&run(&["rules", "-h"], b"")));
}

#[test]
fn the_manual_page_begins() {
    let page = out(&run(&["man"], b""));
    let start: Vec<&str> = page.lines().take_while(|line| !line.starts_with(".SH OPTIONS")).collect();
    insta::assert_snapshot!(start.join("\n").replace(env!("CARGO_PKG_VERSION"), "VERSION"));
}

#[test]
fn completions_are_printed_for_every_shell() {
    let check = |shell: &str, sign: &str| {
        let script = out(&run(&["completions", shell], b""));
        assert!(script.contains(sign), "{shell}: {sign}");
        assert!(script.contains("fail-under"), "{shell}");
    };
    check("bash", "complete -F ");
    check("zsh", "#compdef phrase-check");
    check("fish", "complete -c phrase-check");
    check("powershell", "Register-ArgumentCompleter");
    check("elvish", "edit:completion:arg-completer[phrase-check]");
}

#[test]
fn explain_shows_words_actors_and_refusals() {
    let explained = out(&run(&["explain", "I did not own the decision to cut the export."], b""));
    for part in
        ["Words\n", "Claims\n", "Rules that fired\n", "Rules that nearly fired\n", "the claim is negated"]
    {
        assert!(explained.contains(part), "{part} in {explained}");
    }
}
