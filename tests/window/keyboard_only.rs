//! The whole loop with the keyboard alone.

use crate::{
    acts::{check_is_open, compare_is_open, question_shown, search_answers},
    harness::{Profile, button, dialog, heading, textbox},
    texts::{COORDINATOR, MORNING, OWNER},
};

#[test]
fn the_whole_loop_needs_no_mouse() {
    let profile = Profile::new();
    let window = profile.open(MORNING);

    // The sheet of shortcuts, and back to where one was.
    window.has(&button("Type your answer"));
    window.press("?");
    window.has(&dialog("Shortcuts"));
    window.sees("Search and commands");
    window.press("Escape");
    window.has_no(&dialog("Shortcuts"));

    // Rooms by number, and by the palette.
    window.press("Ctrl+5");
    window.sees("No answer yet.");
    window.press("Ctrl+k");
    window.has(&dialog("Search and commands"));
    window.types("practice");
    window.until("the palette offers the room", || {
        window
            .script(
                "return document.querySelector('[role=option][aria-selected=true]')?.textContent ?? ''",
                vec![],
            )
            .as_str()
            .is_some_and(|chosen| chosen.contains("Practice"))
            .then_some(())
    });
    window.press("Enter");
    window.has_no(&dialog("Search and commands"));
    window.sees("Start typing");

    // The first take.
    let question = question_shown(&window);
    window.press("Ctrl+Enter");
    window.has(&textbox(&question));
    window.focus_is_on("textbox");
    window.types(COORDINATOR);
    window.press("Ctrl+Enter");
    check_is_open(&window);

    // From mark to mark, a note, its rule.
    window.press("j");
    window.until("a mark has focus", || is_on_mark(&window).then_some(()));
    let first = window.focused();
    window.press("j");
    window.until("the next mark has focus", || {
        (is_on_mark(&window) && window.focused() != first).then_some(())
    });
    window.press("k");
    window.until("the first mark has focus again", || (window.focused() == first).then_some(()));
    window.press("Enter");
    window.has(&button("Rule"));
    window.press("i");
    window.sees("is left out of this take");
    window.press("Ctrl+z");
    window.sees_no("Left out of this take");
    window.press("1");
    window.sees("Missing, +");
    window.press("Escape");
    window.sees_no("Missing, +");

    // The second take, compared and kept.
    window.press("Ctrl+Enter");
    window.has(&heading("From take 1"));
    window.focus_is_on("textbox");
    window.types(OWNER);
    window.press("Ctrl+Enter");
    check_is_open(&window);
    window.sees("from take 1");
    window.press("c");
    window.has(&heading("Compare takes"));
    window.sees("words removed");
    window.press("m");
    window.press("Ctrl+Enter");
    window.sees("Kept as best: take 2");
    window.press("Escape");
    check_is_open(&window);
    window.press("r");
    window.sees("In review, due");
    window.close();

    // Review: asked again, from memory, graded as suggested, undone, graded.
    let window = profile.open("2026-04-20T09:00:00Z");
    window.has(&button("Start with review"));
    window.press("Ctrl+Enter");
    window.has(&textbox(&question));
    window.press("Enter");
    window.focus_is_on("textbox");
    window.types(&OWNER[..OWNER.len() / 2]);
    window.press("Ctrl+Enter");
    compare_is_open(&window);
    window.press("Enter");
    window.sees("1 answer reviewed");
    window.press("Ctrl+z");
    compare_is_open(&window);
    window.press("3");
    window.sees("Good. Back ");
    window.sees("1 answer reviewed");

    // The regions of the window, and the search over answers.
    window.press("Ctrl+5");
    window.has(&button(&question).with());
    window.press("F6");
    let region = window.focused();
    window.press("F6");
    window.until("another part has focus", || (window.focused() != region).then_some(()));
    search_answers(&window, "idempotency");
    window.sees("1 answer found");
    // The list is one stop among the others.
    window.until("focus is on the answer", || {
        window.press("Tab");
        window.focused().contains(&question).then_some(())
    });
    window.press("Enter");
    check_is_open(&window);
    window.close();
}

fn is_on_mark(window: &crate::harness::Window) -> bool {
    window.script("return document.activeElement.matches('mark[role=button]')", vec![]) == true
}
