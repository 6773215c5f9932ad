use proptest::prelude::*;

use super::*;

fn edit(revision: u64, text: &str, seconds: u64) -> Edit {
    Edit { revision: Revision(revision), text: text.to_owned(), elapsed: Duration::from_secs(seconds) }
}

fn typed() -> Draft {
    Draft::begin(Medium::Typed, Source::Practice)
}

#[test]
fn each_edit_builds_on_the_one_before() {
    let mut draft = typed();
    assert_eq!(draft.save(edit(0, "I", 1)), Ok(Revision(1)));
    assert_eq!(draft.save(edit(1, "I cut", 2)), Ok(Revision(2)));
    assert_eq!((draft.text(), draft.elapsed()), ("I cut", Duration::from_secs(2)));
}

#[test]
fn an_edit_on_an_old_revision_is_refused_and_nothing_changes() {
    let mut draft = typed();
    draft.save(edit(0, "first window", 1)).unwrap();
    let before = draft.clone();
    for sent in [0, 2, 9] {
        assert_eq!(
            draft.save(edit(sent, "second window", 5)),
            Err(PracticeError::Stale { current: Revision(1), sent: Revision(sent) })
        );
        assert_eq!(draft, before);
    }
}

#[test]
fn an_edit_sent_twice_is_accepted_once() {
    let mut draft = typed();
    assert_eq!(draft.save(edit(0, "I cut", 1)), Ok(Revision(1)));
    assert_eq!(draft.save(edit(0, "I cut", 3)), Ok(Revision(1)));
    assert_eq!(draft.elapsed(), Duration::from_secs(3));
}

#[test]
fn time_never_runs_backwards() {
    let mut draft = typed();
    draft.save(edit(0, "a", 9)).unwrap();
    draft.save(edit(1, "ab", 3)).unwrap();
    assert_eq!(draft.elapsed(), Duration::from_secs(9));
}

#[test]
fn the_longest_text_is_kept_and_a_longer_one_refused() {
    let mut draft = typed();
    let longest = "é".repeat(MAX_TEXT_BYTES / 2);
    assert_eq!(draft.save(edit(0, &longest, 1)), Ok(Revision(1)));
    let refused = draft.save(edit(1, &(longest.clone() + "."), 2)).unwrap_err();
    assert_eq!(refused, PracticeError::TooLong { bytes: MAX_TEXT_BYTES + 1 });
    assert_eq!(
        refused.to_string(),
        "This answer is 2.0 MB long; the longest that can be kept is 2 MB. Shorten it, or split it into two takes."
    );
    assert_eq!(draft.text(), longest);
}

#[test]
fn nothing_but_space_cannot_be_finished() {
    for text in ["", " \n\t ", "\u{3000}\u{a0}", "\u{200b}\u{feff}", "\0"] {
        let mut draft = typed();
        draft.save(edit(0, text, 1)).unwrap();
        assert_eq!(draft.finish(draft.revision()), Err(PracticeError::EmptyAnswer), "{text:?}");
    }
    for text in ["x", "👍🏽", "مرحبا", "<script>"] {
        let mut draft = typed();
        draft.save(edit(0, text, 1)).unwrap();
        assert_eq!(draft.finish(Revision(1)).unwrap().text(), text);
    }
}

#[test]
fn finishing_what_one_has_not_seen_is_refused() {
    let mut take = Take::begin(Medium::Spoken, Source::Mock);
    take.save(edit(0, "words", 1)).unwrap();
    let refused = take.finish(Revision(0)).unwrap_err();
    assert_eq!(refused, PracticeError::Stale { current: Revision(1), sent: Revision(0) });
    assert_eq!(
        refused.to_string(),
        "This draft has moved on: revision 1 is current, 0 was sent. Load it again before writing."
    );
    assert_eq!(take.stage(), Stage::Draft);
}

#[test]
fn a_finished_take_stays_as_it_is() {
    let mut take = Take::begin(Medium::Typed, Source::Review);
    take.save(edit(0, "words", 1)).unwrap();
    take.finish(Revision(1)).unwrap();
    let before = take.clone();
    let refused = Err(PracticeError::WrongStage { stage: Stage::Finished });
    assert_eq!(take.save(edit(1, "more", 2)), refused.map(|()| Revision(0)));
    assert_eq!(take.finish(Revision(1)), refused);
    assert_eq!(take.discard(), refused);
    assert_eq!(take.take_back(), refused);
    assert_eq!(take, before);
}

#[test]
fn a_discarded_take_can_be_taken_back_whole() {
    let mut take = Take::begin(Medium::Typed, Source::Practice);
    take.save(edit(0, "words", 1)).unwrap();
    let before = take.clone();
    take.discard().unwrap();
    assert_eq!(take.content().text(), "words");
    assert!(take.save(edit(1, "more", 2)).is_err());
    take.take_back().unwrap();
    assert_eq!(take, before);
}

#[test]
fn what_was_stored_is_what_comes_back() {
    let mut take = Take::begin(Medium::Spoken, Source::Drill);
    take.save(edit(0, "words", 1)).unwrap();
    take.finish(Revision(1)).unwrap();
    assert_eq!(Take::restore(take.stage(), take.content().clone()), take);
    let written = serde_json::to_string(&take).unwrap();
    assert_eq!(serde_json::from_str::<Take>(&written).unwrap(), take);
    let resumed = Draft::resume(Medium::Spoken, Source::Drill, edit(1, "words", 1));
    assert_eq!(&resumed, take.content());
}

#[derive(Debug, Clone)]
enum Event {
    /// An edit based on the current revision minus this.
    Save {
        behind: u64,
        text: String,
        seconds: u64,
    },
    Finish {
        behind: u64,
    },
    Discard,
    TakeBack,
    /// The program ends and starts again.
    Restart,
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => (0..3_u64, "[a-c \u{200b}]{0,4}", 0..100_u64)
            .prop_map(|(behind, text, seconds)| Event::Save { behind, text, seconds }),
        1 => (0..2_u64).prop_map(|behind| Event::Finish { behind }),
        1 => Just(Event::Discard),
        2 => Just(Event::TakeBack),
        2 => Just(Event::Restart),
    ]
}

proptest! {
    /// Whatever happens in whatever order, the take holds the last accepted text, revisions and time only rise, and
    /// what was refused has changed nothing.
    #[test]
    fn nothing_is_lost(events in proptest::collection::vec(any_event(), 0..60)) {
        let mut take = Take::begin(Medium::Typed, Source::Practice);
        let mut accepted = String::new();
        for event in events {
            let before = take.clone();
            let current = before.content().revision();
            let seen = |behind| Revision(current.0.saturating_sub(behind));
            let refused = match event {
                Event::Save { behind, text, seconds } => {
                    let sent = edit(seen(behind).0, &text, seconds);
                    let repeated = seen(behind).next() == current && text == accepted;
                    match take.save(sent) {
                        Ok(revision) => {
                            prop_assert_eq!(before.stage(), Stage::Draft);
                            prop_assert!(seen(behind) == current || repeated);
                            prop_assert_eq!(revision, take.content().revision());
                            accepted = text;
                            false
                        }
                        Err(_) => true,
                    }
                }
                Event::Finish { behind } => take.finish(seen(behind)).is_err(),
                Event::Discard => take.discard().is_err(),
                Event::TakeBack => take.take_back().is_err(),
                Event::Restart => {
                    let written = serde_json::to_string(&take).unwrap();
                    take = serde_json::from_str(&written).unwrap();
                    prop_assert_eq!(&take, &before);
                    false
                }
            };
            if refused {
                prop_assert_eq!(&take, &before);
            }
            prop_assert_eq!(take.content().text(), accepted.as_str());
            prop_assert!(take.content().revision() >= current);
            prop_assert!(take.content().elapsed() >= before.content().elapsed());
            if take.stage() == Stage::Finished {
                prop_assert!(!is_blank(take.content().text()));
            }
            if before.stage() == Stage::Finished {
                prop_assert_eq!(&take, &before);
            }
        }
    }
}
