//! A file of the user's own that cannot be read: said where and why, and the rest works.

use std::fs;

use crate::{
    acts::{answer_and_check, start_first_question},
    harness::{Profile, button},
    texts::{MORNING, OWNER},
};

/// A question that is right but for its competency, in line 4.
const KETTLE: &str = r#"[[question]]
id = "my-kettle"
prompt = "Tell me about a kettle that boiled over."
competency = "kettles"
dimensions = ["foresight"]
kind = "behavioural"
level = "senior"
minutes = 3
probes = ["Who saw the steam first?", "Which kettle did you buy next?"]
strong = ["Follows one kettle to its end.", "Says who poured.", "Ends with dry feet, and how many."]
feature_level.quote = "I raised the steam with the kitchen."
feature_level.why_short = "The kitchen acted, and the floor stayed wet."
tags = ["kitchen"]
theme = "kettles and floors"
"#;

#[test]
fn a_malformed_question_file_is_named_with_its_line() {
    let profile = Profile::new();
    let folder = profile.data().join("questions");
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("mine.toml");
    fs::write(&file, KETTLE).expect("a file");

    let window = profile.open(MORNING);
    window.sees("of your own files could not be read. Everything else works.");
    window.sees("mine.toml, line 4");
    window.sees("kettles");
    start_first_question(&window);
    answer_and_check(&window, OWNER);
    window.click(&button("Today"));
    window.sees("mine.toml, line 4");
    window.close();
    assert_eq!(fs::read_to_string(&file).expect("it is there"), KETTLE, "the file is left alone");
}
