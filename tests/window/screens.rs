//! Pictures of every room, taken of the real window with a month of practice in it: `cargo xtask screens`.

use std::{env, fs, path::PathBuf};

use serde_json::json;

use crate::{
    acts::{check_is_open, compare_is_open, go_to, page_is_ready, question_shown},
    harness::{Profile, Window, button, checkbox, dialog, heading, menuitemradio, option, radio, textbox},
    questions::{KETTLE, PACK},
    sample_month::{BEFORE, FROM_MEMORY, HALF_WAY, OWN_STORIES, OwnStory, RISK, Story},
    texts::{COORDINATOR, OWNER},
};

/// A question that somebody could write again without knowing.
const CUT: &str = "What did you cut from your last program, and what did it buy you?";

/// A question of somebody else's.
const FROM_A_FRIEND: &str = "Tell me about a meeting that you ended for good. What took its place?";

/// An answer is pasted in half a second, and took five minutes.
const HURRIED: u32 = 600;

const TODAY: &str = "2026-03-10T18:40:00Z";

/// What an owner would have said in place of a coordinator's sentence.
const AS_THE_OWNER: &str = "I cut the backfill from the first release, because the daily report only needs ninety \
                            days.";

/// Takes pictures into a folder.
struct Camera {
    folder: PathBuf,
}

impl Camera {
    fn new() -> Self {
        let folder = env::var_os("ANSWERABLE_SCREENS_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/screens"), PathBuf::from);
        fs::create_dir_all(&folder).expect("a folder for the pictures");
        Camera { folder }
    }

    /// The room as it is: large, light and dark, and small.
    fn take(&self, window: &Window, name: &str) {
        window.until("nothing lies over the room", || {
            (window.script("return document.querySelector('.toast') === null", vec![]) == true).then_some(())
        });
        window.stand_still();
        for (size, theme, suffix) in
            [((900, 640), "light", "-900x640"), ((1280, 820), "dark", "-dark"), ((1280, 820), "light", "")]
        {
            window.resize(size.0, size.1);
            window.draw(theme);
            window.is_painted();
            fs::write(self.folder.join(format!("{name}{suffix}.png")), window.picture()).expect("a picture");
        }
    }
}

#[test]
#[ignore = "writes pictures; run by `cargo xtask screens`"]
fn screens() {
    let camera = Camera::new();
    let profile = Profile::new();

    let window = profile.open(BEFORE[0].0);
    window.has(&button("Type your answer"));
    camera.take(&window, "today-first-run");
    window.click(&button("Add the date"));
    window.click(&textbox("Day"));
    window.types("31 March");
    window.click(&button("Set the date"));
    window.has_no(&dialog("When is the interview?"));
    window.close();

    for (at, story) in BEFORE {
        let window = profile.open(at);
        tell(&window, story);
        window.close();
    }

    let window = profile.open(TODAY);
    window.has(&button("Start with review"));
    camera.take(&window, "today");
    palette(&window, "risk");
    window.has(&option("When did a risk register last change").beginning());
    camera.take(&window, "command-palette");
    window.press("Escape");
    go_to(&window, "Settings");
    window.has(&heading("Appearance"));
    camera.take(&window, "settings");

    tell(&window, &RISK);
    // The word about it goes by itself.
    window.sees_no("is kept as best.");
    window.press("1");
    window.has(&button("Try again now"));
    camera.take(&window, "phrase-check");
    window.press("Escape");
    window.press("?");
    window.has(&dialog("Shortcuts"));
    camera.take(&window, "shortcuts");
    window.press("Escape");
    window.press("c");
    window.has(&heading("Compare takes"));
    camera.take(&window, "compare");
    window.press("Escape");

    go_to(&window, "Answers");
    window.click(&button(BEFORE[0].1.question).with());
    window.click(&radio("Take 2").with());
    camera.take(&window, "answers");

    go_to(&window, "Questions");
    window.click(&button("Decisions & trade-offs").beginning());
    window.click(&button(CUT).beginning());
    window.has(&button("Practise"));
    camera.take(&window, "questions");
    window.chooses("from-a-friend.toml", &PACK.replace(KETTLE, FROM_A_FRIEND));
    window.has(&dialog("Import “from-a-friend”?"));
    camera.take(&window, "import-questions");
    window.click(&button("Cancel"));
    window.press("n");
    window.focus_is_on("Question, as an interviewer says it");
    window.types("What did you cut from your last program, and what did that buy?");
    window.sees("A question like it is there already");
    camera.take(&window, "write-a-question");
    window.click(&button("Discard"));

    go_to(&window, "Mock interview");
    window.click(&button("Onsite, four 45-minute rounds").beginning());
    window.has(&heading("Onsite, four 45-minute rounds"));
    camera.take(&window, "mock-setup");

    go_to(&window, "Review");
    window.has(&button("Show the best take"));
    camera.take(&window, "review");
    bury_until(&window, BEFORE[0].1.question);
    give(&window, BEFORE[0].1.question, FROM_MEMORY, 96);
    window.click(&button("Finish and compare"));
    compare_is_open(&window);
    camera.take(&window, "review-grade");

    start(
        &window,
        "Design the rollout of a new authentication service that eleven product teams depend on. Where does it break first?",
    );
    give(&window, "Design the rollout", HALF_WAY, 74);
    window.sees("Strong");
    camera.take(&window, "practice");
    window.close();

    let window = profile.open("2026-03-11T09:00:00Z");
    go_to(&window, "Today");
    window.click(&button("Drill").beginning());
    window.focus_is_on("Say it as the owner");
    window.types(AS_THE_OWNER);
    window.press("Ctrl+Enter");
    window.sees("Passed. Comes back");
    camera.take(&window, "drill");
    window.press("Escape");
    go_to(&window, "Stories");
    for story in OWN_STORIES {
        write_story(&window, story);
    }
    camera.take(&window, "stories");
    go_to(&window, "Progress");
    window.has(&heading("Progress"));
    camera.take(&window, "progress");
    window.close();

    let evening = profile.open_at_pace("2026-03-11T18:00:00Z", HURRIED);
    hold(&evening, "Recruiter screen", &[COORDINATOR, FROM_MEMORY, COORDINATOR], |_, _| ());
    evening.close();
    let evening = profile.open_at_pace("2026-03-14T18:00:00Z", HURRIED);
    let told = BEFORE.iter().map(|(_, story)| story.takes.last().expect("a story has a take").0);
    let answers: Vec<&str> = told.chain([COORDINATOR, OWNER, FROM_MEMORY]).collect();
    hold(&evening, "Phone screen, program", &answers, |window, number| {
        if number == 2 {
            camera.take(window, "mock-running");
        }
    });
    camera.take(&evening, "mock-debrief");
    evening.close();
}

/// Leaves for tomorrow what Review asks before this question.
fn bury_until(window: &Window, question: &str) {
    window.until("it is asked", || {
        let asked = question_shown(window);
        if asked == question {
            return Some(());
        }
        window.press("Escape");
        window.press("-");
        window.until("another one is asked", || (question_shown(window) != asked).then_some(()));
        None
    });
}

/// Writes a story and says which of the answers tell it.
fn write_story(window: &Window, story: &OwnStory) {
    window.press("Ctrl+n");
    window.focus_is_on("Title");
    for (part, words) in story.parts {
        window.click(&textbox(part));
        window.types(words);
    }
    window.press("Ctrl+Enter");
    window.has(&heading(story.parts[0].1));
    window.press("l");
    window.has(&textbox("Search the questions"));
    for question in story.told_in {
        window.click(&checkbox(question).with());
    }
    window.click(&button("Keep").beginning());
    window.has_no(&textbox("Search the questions"));
}

/// Holds a loop with these answers, one after the other. `at_probe` is called with the number of the question when its first probe
/// is on the screen.
fn hold(window: &Window, called: &str, answers: &[&str], at_probe: impl Fn(&Window, usize)) {
    go_to(window, "Mock interview");
    window.click(&button(called).beginning());
    window.has(&heading(called));
    window.click(&button("Time to think").with());
    window.click(&menuitemradio("None"));
    window.click(&button("Start the loop"));
    window.sees("Round 1, question 1 of");
    let mut number = 1;
    let mut answers = answers.iter().cycle();
    loop {
        window.focus_is_on("textbox");
        window.pastes(answers.next().expect("they begin again"));
        let mut probes = 0;
        loop {
            window.click(&button("Done with this answer"));
            let (probe, next) = (format!("Probe {}", probes + 1), format!("question {} of", number + 1));
            let text = window.until("the interviewer goes on", || {
                let text = window.text();
                [&*probe, &*next, "Mocks so far"].iter().any(|one| text.contains(one)).then_some(text)
            });
            if text.contains("Mocks so far") {
                return;
            }
            if text.contains(&next) {
                break;
            }
            probes += 1;
            if probes == 1 {
                at_probe(window, number);
            }
            window.focus_is_on("textbox");
            window
                .pastes("I asked both leads, and the one who had less to lose moved his date by two weeks.");
        }
        number += 1;
    }
}

/// Answers a question in all its takes and sends the last one to review.
fn tell(window: &Window, story: &Story) {
    for (answer, seconds) in story.takes {
        start(window, story.question);
        give(window, story.question, answer, *seconds);
        window.click(&button("Finish and check"));
        check_is_open(window);
    }
    if story.takes.len() > 1 {
        window.click(&button("Keep as best").with());
        window.sees("is kept as best.");
    }
    if story.question != RISK.question {
        window.click(&button("Send to review"));
        window.sees("In review, due");
    }
}

fn palette(window: &Window, words: &str) {
    window.press("Ctrl+k");
    window.focus_is_on("Search and commands");
    window.types(words);
}

/// Starts a take of a question, found by its words.
fn start(window: &Window, question: &str) {
    let words: Vec<&str> = question.split(' ').collect();
    palette(window, &words[..words.len().min(9)].join(" "));
    window.has(&option(question).beginning());
    window.until("the question is chosen", || {
        let chosen = window.attribute(&option(question).beginning(), "aria-selected")?;
        if chosen == "true" {
            return Some(());
        }
        window.press("Down");
        None
    });
    window.press("Ctrl+Enter");
    page_is_ready(window, question);
}

/// Gives an answer in so many seconds, by the page's own clock.
fn give(window: &Window, question: &str, answer: &str, seconds: u64) {
    window.click(&textbox(question).with());
    window.pastes(answer);
    window.sees("0:0");
    window.script(
        "const now = performance.now.bind(performance), by = arguments[0] * 1000; performance.now = () => now() + by;",
        vec![json!(seconds)],
    );
    let shown = format!("{}:{:02}", seconds / 60, seconds % 60);
    window.until("the clock has moved on", || {
        let text = window.text();
        let later = format!("{}:{:02}", (seconds + 1) / 60, (seconds + 1) % 60);
        (text.contains(&shown) || text.contains(&later)).then_some(())
    });
}
