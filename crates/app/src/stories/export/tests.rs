use insta::assert_snapshot;
use jiff::civil::date;

use super::{
    super::{
        sample::{kept, refund_path, told},
        shelf::Shelf,
    },
    sheet::Sheet,
    written,
};
use crate::view::{StoryFormat, StoryNumber, StoryText};

const HOSTILE: &str =
    "<script>alert(1)</script>\n# I chose *this*\n</p><img src=x onerror=alert(1)>\n\n\u{202e}1. | & ' \" `";

fn sheet_of(shelf: &Shelf, ids: &[u32]) -> Sheet {
    Sheet::of(shelf, ids, date(2026, 3, 10))
}

fn sample() -> Shelf {
    let outage = StoryText {
        title: "The outage on the eleventh 🙂".into(),
        situation: "Payments stood still for forty minutes on a Sunday.\n\nNobody was on call for the queue."
            .into(),
        fits: vec!["failure-learning".into(), "incidents-crisis".into()],
        ..StoryText::default()
    };
    let long = StoryText {
        title: "Five teams, one date for mobile payments across eleven countries and two app stores".into(),
        action: "I chose the later date for refunds. ".repeat(40).trim().into(),
        numbers: Vec::new(),
        ..refund_path()
    };
    Shelf {
        stories: vec![
            kept(
                1,
                refund_path(),
                vec![
                    told(1, "system-thinking-architecture", Some(78)),
                    told(2, "dependencies-risk", Some(58)),
                    told(3, "decisions-trade-offs", None),
                ],
            ),
            kept(2, outage, vec![told(4, "incidents-crisis", None)]),
            kept(5, long, vec![told(5, "program-execution", Some(70))]),
            kept(6, StoryText { title: "Retiring the v1 API".into(), ..StoryText::default() }, Vec::new()),
        ],
        last_mock: Vec::new(),
    }
}

#[test]
fn stories_as_markdown() {
    assert_snapshot!(written(&sheet_of(&sample(), &[]), StoryFormat::Markdown).1);
}

#[test]
fn stories_as_a_sheet_to_print() {
    assert_snapshot!(written(&sheet_of(&sample(), &[]), StoryFormat::Html).1);
}

#[test]
fn only_what_was_named_is_in_it() {
    let sheet = sheet_of(&sample(), &[5, 2]);
    let titles: Vec<_> = sheet.stories.iter().map(|story| &story.text.title[..8]).collect();
    assert_eq!(titles, ["The outa", "Five tea"]);
    assert!(!sheet.is_hole("dependencies-risk"), "another story has it");
    assert!(sheet.is_hole("conflict-trust"));
    for format in [StoryFormat::Markdown, StoryFormat::Html] {
        assert!(!written(&sheet, format).1.contains("Refund path"));
    }
}

#[test]
fn what_was_written_is_no_markup_in_either_form() {
    let hostile = StoryText {
        title: HOSTILE.into(),
        situation: HOSTILE.into(),
        task: HOSTILE.repeat(40),
        action: "\n\n- x\n> y\n```\n".into(),
        result: "| a | b |".into(),
        numbers: vec![StoryNumber { value: HOSTILE.into(), meaning: HOSTILE.into() }],
        fits: vec![HOSTILE.into()],
    };
    let mut answer = told(1, HOSTILE, Some(70));
    answer.prompt = HOSTILE.into();
    let shelf = Shelf { stories: vec![kept(1, hostile, vec![answer])], last_mock: Vec::new() };
    let html = written(&sheet_of(&shelf, &[]), StoryFormat::Html).1;
    for markup in ["<script", "<img", "</p><", "onerror=alert(1)>"] {
        assert!(!html.contains(markup), "{markup}: {html}");
    }
    assert!(html.contains("default-src 'none'"));
    let markdown = written(&sheet_of(&shelf, &[]), StoryFormat::Markdown).1;
    for markup in ["\n# I", "\n<", " <script", "\n> y", "\n```", "\n- x", " | a |"] {
        assert!(!markdown.contains(markup), "{markup:?}: {markdown}");
    }
}

#[test]
fn many_stories_have_a_matrix_in_parts() {
    let shelf = super::super::sample::shelf(30, 2);
    let html = written(&sheet_of(&shelf, &[]), StoryFormat::Html).1;
    assert_eq!((html.matches("<table>").count(), html.matches("<section>").count()), (3, 30));
    let markdown = written(&sheet_of(&shelf, &[]), StoryFormat::Markdown).1;
    assert_eq!(markdown.lines().filter(|line| line.starts_with("| ")).count(), 19);
}
