//! Actors, circumstances, scores and structure on small texts.

use phrasing::{Agent, Check, Checker, CoverageItem, Input, Kind, Mode};

fn check_as(text: &str, mode: Mode) -> Check {
    Checker::builtin().check(&Input { mode, ..Input::typed(text) })
}

fn check(text: &str) -> Check {
    check_as(text, Mode::Behavioral)
}

/// The actor of the claim whose verb is `verb`, and its circumstances.
fn actor(text: &str, verb: &str, agent: Agent, flags: &[&str]) {
    let explanation = Checker::builtin().explain(&Input::typed(text));
    let claim = explanation.claims.iter().find(|claim| claim.verb == verb);
    let claim = claim.unwrap_or_else(|| panic!("no claim of {verb} in {:?}", explanation.claims));
    assert_eq!(claim.agent, agent, "{verb} in {text:?}");
    for flag in flags {
        assert!(
            claim.flags.iter().any(|set| set == flag),
            "{verb} in {text:?} is not {flag}: {:?}",
            claim.flags
        );
    }
}

#[test]
fn each_verb_has_its_actor() {
    use Agent::{None, Other, Own, Shared};
    actor("I cut the export and moved the date.", "move", Own, &[]);
    actor("I found the cause, and fixed the parser.", "fix", Own, &[]);
    actor("I asked the team to rewrite the parser.", "rewrite", Other, &[]);
    actor("I decided to rewrite the parser.", "rewrite", Own, &["dependent"]);
    actor("I sped it up by splitting the table.", "split", Own, &["dependent"]);
    actor("We agreed to split the table.", "split", Shared, &["dependent"]);
    actor("The vendor rewrote the parser last year.", "rewrite", Other, &[]);
    actor("The plan was approved by the board.", "approve", Other, &["passive"]);
    actor("The plan was approved by me.", "approve", Own, &["passive"]);
    actor("The plan was approved in May.", "approve", None, &["passive"]);
    actor("Descoped fax ingestion from phase one.", "descope", Own, &[]);
    actor("I was the one who stopped the launch.", "stop", Own, &[]);
    actor("I know the man who stopped the launch.", "stop", Other, &[]);
    actor("My role was to collect the dates from suppliers.", "collect", Own, &[]);
    actor("I moved refunds last so that the other teams could go.", "go", Other, &[]);
    actor("i told them the vendor refused the change", "refuse", Other, &[]);
    actor("i saw the licence would lapse so i renewed the contract", "renew", Own, &[]);
}

#[test]
fn circumstances_are_seen() {
    use Agent::Own;
    actor("I didn't own the decision.", "own", Own, &["negated"]);
    actor("I scheduled nothing that month.", "schedule", Own, &["negated"]);
    actor("I booked no rooms for them.", "book", Own, &["negated"]);
    actor("I said no to the date.", "say", Own, &[]);
    actor("I would have stopped the launch.", "stop", Own, &["never happened"]);
    actor("I would stop the launch.", "stop", Own, &["conditional"]);
    actor("Can I stop the launch?", "stop", Own, &["question"]);
    actor("So why did I stop the launch? Because nobody could read the label.", "stop", Own, &[]);
    actor("My mistake was that I chased people.", "chase", Own, &["told as a lesson"]);
    actor("I'll tell you about a launch that I stopped.", "tell", Own, &["conditional", "before the story"]);
    actor("So I'd like to talk about a launch that I stopped.", "stop", Own, &[]);
    actor("I'd tell the team about the date.", "tell", Own, &["conditional"]);
    actor("I was the technical program manager for it.", "was", Own, &["before the story"]);
    actor("I was the one who stopped the launch.", "stop", Own, &[]);
}

#[test]
fn a_decision_without_a_decider_is_asked_about_and_is_no_coordination() {
    let text = "I chose to move refunds last. It was decided that we would hold the launch.";
    let check = check(text);
    let open: Vec<_> = check.findings.iter().filter(|finding| finding.kind == Kind::HiddenActor).collect();
    assert_eq!(open.len(), 1, "{open:?}");
    assert_eq!(open[0].span.of(text), "It was decided that");
    assert!(open[0].points < -1.0, "{open:?}");
    assert!(check.sentences.iter().all(|sentence| !sentence.coordination));
}

#[test]
fn only_deeds_of_the_speaker_are_ownership() {
    for (text, ownership) in [
        ("I cut the export from the first release.", true),
        ("We cut the export from the first release.", false),
        ("My manager cut the export from the first release.", false),
        ("I didn't cut the export from the first release.", false),
        ("I would have cut the export from the first release.", false),
        ("Should I cut the export from the first release?", false),
        ("The export was cut from the first release.", false),
    ] {
        let found = check(text).sentences.iter().any(|sentence| sentence.ownership);
        assert_eq!(found, ownership, "{text}");
    }
    let plan = "I would cut the export from the first release.";
    assert!(check_as(plan, Mode::Situational).sentences[0].ownership);
}

#[test]
fn a_deed_set_against_a_lesson_counts() {
    let check = check(
        "I should have seen it sooner, but I chose to move refunds last, because the rest could then go out.",
    );
    assert!(check.sentences[0].ownership, "{:?}", check.findings);
    assert!(!check.coverage.get(CoverageItem::Decision).is_empty());
}

#[test]
fn a_lesson_is_shown_and_does_not_count() {
    let check = check("My mistake was that I chased people for months.");
    let weak = check.findings.iter().find(|finding| finding.kind == Kind::Weak).expect("shown");
    assert_eq!((weak.weight, weak.points), (0.0, 0.0));
    assert!(!check.sentences[0].coordination);
}

const WEAK: &str = "We moved the billing system last year. I set up weekly calls with the four teams and tracked the action items in a sheet. \
    Whenever something was late I followed up with the lead and escalated it to the director. It was decided to move the date by a month. \
    In the end we went live on schedule and everybody was happy.";
const MIDDLING: &str = "We moved the billing system last year. The teams were worried about the invoices, so I suggested that we run both \
    systems side by side for a month. There was some discussion about the effort. We agreed on it and found a few differences, which were fixed. \
    The move went well and complaints went down a lot.";
const STRONG: &str = "We moved the billing system last year, and the obvious plan was one big weekend. I noticed that a failed invoice run \
    would surface only at month end, so I chose to run both systems side by side for a month instead of cutting over at once. I wrote a checker \
    that compared every invoice at night and found 312 that rounded tax differently. I refused to switch until that number was zero. \
    Complaints fell from 90 a month to 4.";

#[test]
fn tellings_of_one_story_are_ranked_by_substance() {
    let [weak, middling, strong] = [WEAK, MIDDLING, STRONG].map(|text| check(text).scores.overall);
    assert!(weak < middling && middling < strong, "{weak} {middling} {strong}");
    assert!(strong >= 60, "{strong}");
}

#[test]
fn repeating_a_claim_pays_less_each_time() {
    let once = check(STRONG).scores.overall;
    let said = "I chose the blue plan over the red plan. ";
    let short = check(&format!("{STRONG} {said}")).scores.overall;
    let stuffed = check(&format!("{STRONG} {}", said.repeat(12))).scores.overall;
    assert!(i32::from(stuffed) - i32::from(short) <= i32::from(once) / 4, "{once} {short} {stuffed}");
}

#[test]
fn points_are_what_the_score_loses_without_the_finding() {
    let text = STRONG;
    let input = Input::typed(text);
    let all = Checker::builtin().check(&input);
    for finding in &all.findings {
        match finding.kind {
            Kind::Strong => assert!(finding.points >= 0.0, "{finding:?}"),
            _ => assert!(finding.points <= 0.0, "{finding:?}"),
        }
    }
    let weak = check(WEAK);
    let fixes: Vec<f32> = weak.fixes.iter().map(|fix| fix.gain).collect();
    assert_eq!(fixes.len(), 3);
    assert!(fixes.windows(2).all(|pair| pair[0] >= pair[1]), "{fixes:?}");
}

#[test]
fn missing_items_ask_where_they_belong() {
    let text = "I cut the export from the launch. It was a long week.";
    let check = check(text);
    let alternative =
        check.missing.iter().find(|missing| missing.item == CoverageItem::Alternative).expect("missing");
    assert_eq!(&text[..alternative.at], "I cut the export from the launch");
    let learning =
        check.missing.iter().find(|missing| missing.item == CoverageItem::Learning).expect("missing");
    assert_eq!(learning.at, text.len());
}

#[test]
fn fillers_are_transparent_and_marked() {
    let text = "so i um followed closely uh up with legal every week";
    let check = check(text);
    let marked: Vec<(Kind, &str)> = check.findings.iter().map(|f| (f.kind, f.span.of(text))).collect();
    assert!(
        marked.iter().any(|(kind, words)| *kind == Kind::Weak && words.starts_with("followed closely")),
        "{marked:?}"
    );
    assert_eq!(marked.iter().filter(|(kind, _)| *kind == Kind::Filler).count(), 2);
}

#[test]
fn headings_above_bullets_and_plain_background_are_not_marked() {
    let notes =
        "Context\n- We bill 410,000 homes.\n\nCalls I made\n- I cut two features to pay for the rollback.\n";
    let marked = |text: &str| -> Vec<String> {
        let weak = check(text).findings.into_iter().filter(|finding| finding.kind == Kind::Weak);
        weak.map(|finding| finding.span.of(text).to_owned()).collect()
    };
    assert_eq!(marked(notes), Vec::<String>::new());
    let background = "We had a regulatory deadline in September and about six teams had to deliver APIs.";
    assert_eq!(marked(background), Vec::<String>::new());
    assert_eq!(marked("I sent the minutes round."), ["sent the minutes round"]);
}

#[test]
fn a_claim_that_no_pattern_knows_is_marked_in_its_dimension() {
    let rules = |text: &str| -> Vec<String> {
        check(text).findings.iter().map(|finding| finding.rule.to_string()).collect()
    };
    assert_eq!(rules("I let two of the five depots stay on paper."), ["ownership/deed"]);
    assert_eq!(rules("I rang round the depots every evening."), ["ownership/activity"]);
}

#[test]
fn every_sentence_of_a_very_long_text_is_read_alike() {
    const TIMES: usize = 2_500;
    let one = "I cut the export from the first release, because refunds had to go out in May. ";
    let text = one.repeat(TIMES);
    let check = check(&text);
    let starts: Vec<usize> = check.findings.iter().map(|finding| finding.span.start).collect();
    let wanted: Vec<usize> = (0..TIMES).map(|time| time * one.len() + starts[0]).collect();
    assert_eq!(starts, wanted);
    assert!(check.sentences.len() == TIMES && check.sentences.iter().all(|sentence| sentence.ownership));
}

#[test]
fn an_outcome_that_is_the_speakers_claim_is_marked_once() {
    let text = "I chose to move refunds last, because the other flows did not depend on them. \
                After my change duplicate refunds went from about forty a month to zero.";
    let check = check(text);
    let last = check.sentences[1];
    let inside = check.findings.iter().filter(|finding| last.span.overlaps(finding.span));
    let marks: Vec<(&str, Agent)> = inside.map(|finding| (&*finding.rule, finding.agent)).collect();
    assert_eq!(marks, [("impact/from-to", Agent::Own)]);
    assert!(last.ownership);
}
