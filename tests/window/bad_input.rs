//! What users should not do, and do: each gets a clear word, and nothing is lost.

use crate::{
    acts::{answer_and_check, check_is_open, finish, go_to, search_answers, start_first_question},
    harness::{Profile, Window, button},
    texts::MORNING,
};

/// The answer as the check shows it, marks and notes left out.
fn checked_text(window: &Window) -> String {
    let script = "return [...document.querySelectorAll('[data-sheet=text] p')]
        .map((paragraph) => paragraph.textContent.replace(/^\\n\\s+|\\n\\s+$/gu, '')).join('\\n')";
    window.script(script, vec![]).as_str().expect("text").to_owned()
}

#[test]
fn an_empty_answer_is_not_checked() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    window.click(&button("Finish and check"));
    window.sees("Nothing to check yet.");
    window.types("   \n  ");
    window.press("Ctrl+Enter");
    window.has(&button("Finish and check"));
    window.has_no(&button("Try again now"));
    window.close();
}

#[test]
fn a_few_words_are_kept_and_not_scored() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    answer_and_check(&window, "I ran it.");
    window.sees("Under eight words: too short to mark.");
    window.close();
}

#[test]
fn emoji_and_combining_marks_come_back_letter_for_letter() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    let answer = "👩‍👩‍👧‍👦 I decided to move the caf\u{65}\u{301} billing 🇨🇭 to one ledger, because Zoë’s re\u{301}sume\u{301} \
                  service 👍🏽 could double-charge 𝒲 on replay. I was responsible for managing timelines 🎉.";
    answer_and_check(&window, answer);
    assert_eq!(checked_text(&window), answer);
    let marked = window
        .script("return [...document.querySelectorAll('main mark')].map((mark) => mark.textContent)", vec![]);
    assert!(marked.to_string().contains("\"managing timelines"), "marks lie on their words: {marked}");
    go_to(&window, "Answers");
    search_answers(&window, "ledger");
    window.sees("1 answer found");
    window.close();
}

#[test]
fn a_right_to_left_answer_stands_right_to_left() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    let answer = "החלטתי להעביר את מערכת החיוב לשירות אחד, כי כל ניסיון חוזר היה מחייב פעמיים את הלקוח שלנו.";
    answer_and_check(&window, answer);
    window.sees("This check reads English. The answer is kept as it is.");
    assert_eq!(checked_text(&window), answer);
    let direction = "return getComputedStyle(document.querySelector('[data-sheet=text] p')).direction";
    assert_eq!(window.script(direction, vec![]), "rtl");
    window.close();
}

#[test]
fn an_answer_in_another_language_is_kept_and_not_marked() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    let answer = "Ich habe entschieden, alle Schreibvorgänge hinter einen einzigen Dienst zu legen, weil fünf Teams \
                  dieselbe Tabelle beschrieben haben und jeder Wiederholungsversuch den Kunden doppelt belastet hat. \
                  Danach ist die Fehlerquote von zwei Prozent auf null Komma zwei Prozent gefallen.";
    answer_and_check(&window, answer);
    window.sees("This check reads English. The answer is kept as it is.");
    assert_eq!(checked_text(&window), answer);
    window.close();
}

#[test]
fn markup_in_an_answer_is_text() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    let answer = "<script>alert(1)</script> I decided to cut the <img src=x onerror=alert(2)> launch by two sprints, \
                  because replay could double-charge four hundred customers & <b>nobody</b> had seen it.";
    answer_and_check(&window, answer);
    assert_eq!(checked_text(&window), answer);
    go_to(&window, "Answers");
    window.sees("<script>alert(1)</script>");
    search_answers(&window, "alert");
    window.sees("1 answer found");
    assert_eq!(
        window.script("return document.querySelectorAll('main img, main b.x, main script').length", vec![]),
        0
    );
    window.close();
}

#[test]
fn a_megabyte_is_kept_whole() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    let sentence = "The river was high that spring, and the bridge stood under water for a week. ";
    let answer = sentence.repeat((1 << 20) / sentence.len() + 1);
    let length = answer.trim_end().len() as u64;
    window.pastes(&answer);
    window.sees("Saved");
    finish(&window);
    let shown = "return document.querySelector('[data-sheet=text]').textContent.length";
    let shown = window.script(shown, vec![]).as_u64().expect("a length");
    assert!(shown >= length, "{shown} of {length} letters are shown");
    window.close();

    let window = profile.open(MORNING);
    go_to(&window, "Answers");
    window.click(&button("Phrase check"));
    check_is_open(&window);
    window.close();
}

#[test]
fn more_than_can_be_kept_stays_on_the_page_until_it_is_shortened() {
    let profile = Profile::new();
    let window = profile.open(MORNING);
    start_first_question(&window);
    window.pastes(&"I decided to move every write behind one ledger service. ".repeat(40_000));
    window.sees("Not saved: the answer is longer than the 2 MB an answer may have.");
    window.press("Ctrl+a");
    window.types("I decided to be brief about this one, because nobody listens that long.");
    window.sees_no("Not saved");
    window.sees("Saved");
    finish(&window);
    window.sees("I decided to be brief");
    window.close();
}
