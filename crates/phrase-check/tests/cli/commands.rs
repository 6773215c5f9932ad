//! Help and explanations.

use crate::program::{out, run};

#[test]
fn help() {
    insta::assert_snapshot!("short", out(&run(&["-h"], b"")));
    insta::assert_snapshot!("long", out(&run(&["--help"], b"")));
    insta::assert_snapshot!("rules", out(&run(&["rules", "-h"], b"")));
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
