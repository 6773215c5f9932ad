use insta::assert_snapshot;

use super::{
    super::sample::{answered, debrief, given, held, onsite},
    written,
};
use crate::{
    testing::WEAK,
    view::{Debrief, DebriefFormat},
};

const HOSTILE: &str =
    "<script>alert(1)</script>\n# I chose *this*\n</p><img src=x onerror=alert(1)>\n\n\u{202e}1. | & ' \" `";

fn sample() -> Debrief {
    let before = held(&["Program sense"], vec![answered(0, "Which?", 500_000, given(WEAK, &[]))]);
    debrief(&onsite(), Some(&before))
}

#[test]
fn a_debrief_as_markdown() {
    assert_snapshot!(written(&sample(), DebriefFormat::Markdown).1);
}

#[test]
fn a_debrief_as_html() {
    assert_snapshot!(written(&sample(), DebriefFormat::Html).1);
}

#[test]
fn a_debrief_as_json() {
    let json = written(&sample(), DebriefFormat::Json).1;
    assert_eq!(serde_json::from_str::<Debrief>(&json).unwrap(), sample());
    assert_snapshot!(json);
}

#[test]
fn what_was_written_is_no_markup_in_any_form() {
    let mut hostile =
        held(&[HOSTILE], vec![answered(0, HOSTILE, 500_000, given(HOSTILE, &[(HOSTILE, HOSTILE)]))]);
    hostile.rounds[0].at_limit = true;
    let mut hostile = debrief(&hostile, None);
    hostile.name = HOSTILE.to_owned();
    let html = written(&hostile, DebriefFormat::Html).1;
    assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("</p><"), "{html}");
    let markdown = written(&hostile, DebriefFormat::Markdown).1;
    assert!(
        !markdown.contains("\n# I") && !markdown.contains("\n<") && !markdown.contains(" <script"),
        "{markdown}"
    );
    let json = written(&hostile, DebriefFormat::Json).1;
    assert_eq!(serde_json::from_str::<Debrief>(&json).unwrap(), hostile);
}

#[test]
fn an_empty_debrief_has_a_page_too() {
    let empty = debrief(&held(&["Screen"], Vec::new()), None);
    for format in [DebriefFormat::Markdown, DebriefFormat::Html, DebriefFormat::Json] {
        assert!(!written(&empty, format).1.is_empty());
    }
}
