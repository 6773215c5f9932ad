//! What the manual says beside the options, at the end of `--help` and in the manual page.

/// What each status says, in the order in which they win: 2 over 1 over 0.
pub(crate) const STATUSES: [(&str, &str); 3] = [
    ("0", "Everything was answered, and no text scores below --fail-under."),
    ("1", "A text scores below --fail-under. One that is too short or not English scores 0."),
    (
        "2",
        "A file, a line, a rule or an option could not be read. It is named on standard error, and the rest is still \
         answered.",
    ),
];

/// What goes in and comes out, a paragraph each.
pub(crate) const FORMATS: [(&str, &str); 4] = [
    (
        "Text",
        "UTF-8. Under each line that has marks stand their signs: + strong, ~ weak, ? who did it, - hedge, . filler.",
    ),
    (
        "--json",
        "One result object a line for each file; with several, \"id\" is the file as it was named. Offsets count Unicode \
         code points, end exclusive; scores go from 0 to 100.",
    ),
    (
        "--jsonl",
        "One object a line, of which only \"text\" is required: {\"id\": \"a1\", \"text\": \"…\", \"mode\": \"behavioral\" or \
         \"situational\", \"spoken\": false, \"question\": \"…\"}. What a line leaves out is taken from the options; without a \
         mode, the question says what is asked for. Typed and spoken texts are read alike. Each result is written as soon as its line is read.",
    ),
    (
        "--rules",
        "A TOML file: dimension, then [[rule]] tables with name, kind, match, weight, note, why, ask, at least two \
         hits, with the words to mark in braces, and two misses. A broken rule is named with its line and left out.",
    ),
];

/// Commands worth copying.
pub(crate) const EXAMPLES: [(&str, &str); 6] = [
    ("phrase-check self-review.txt", "the text with its marks"),
    ("phrase-check --fail-under 60 drafts/*.txt", "for a script: status 1 when one is below 60"),
    ("phrase-check --jsonl < answers.jsonl", "one answer a line in, one result a line out"),
    ("phrase-check --rules mine.toml --off ownership/hedge draft.txt", "own rules added, one left out"),
    ("phrase-check rules ownership/follow-up", "one rule: why, what it asks, examples"),
    ("phrase-check explain \"I followed up with legal.\"", "how a sentence is read"),
];

/// What stands at the end of `-h`.
pub(crate) fn brief() -> String {
    "Exit status: 0 all answered, 1 a score below --fail-under, 2 something could not be read.".to_owned()
}

/// What stands at the end of `--help`.
pub(crate) fn help() -> String {
    let mut help = String::from("Exit status:\n");
    for (status, meaning) in STATUSES {
        help += &format!("  {status}\n      {meaning}\n");
    }
    help += "\nInput and output:\n";
    for (name, format) in FORMATS {
        help += &format!("  {name}\n      {format}\n");
    }
    help += "\nExamples:\n";
    for (line, meaning) in EXAMPLES {
        help += &format!("  {line}\n      {meaning}\n");
    }
    help.trim_end().to_owned()
}
