//! The corpus is large enough, says nothing twice, and keeps its halves apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::measure::corpus::{Half, Texts};

/// One row: id, half, what it is about, texts.
struct Row<'a> {
    id: &'a str,
    half: Option<Half>,
    /// Of a kind of its own for each kind of row; claims have none.
    story: Option<(&'static str, &'a str)>,
    texts: Vec<&'a str>,
}

fn rows(texts: &Texts) -> Vec<Row<'_>> {
    let sentences = texts.sentences.iter().map(|row| Row {
        id: &row.id,
        half: row.half,
        story: Some(("sentences", &row.story)),
        texts: vec![&row.text],
    });
    let claims = texts.claims.iter().map(|row| Row {
        id: &row.id,
        half: row.half,
        story: None,
        texts: vec![&row.text],
    });
    let answers = texts.answers.iter().map(|row| Row {
        id: &row.id,
        half: row.half,
        story: None,
        texts: vec![&row.weak, &row.middling, &row.strong],
    });
    let single = |id, half, text| Row { id, half, story: None, texts: vec![text] };
    let stuffed = texts.stuffed.iter().map(move |row| single(&*row.id, row.half, &*row.text));
    let neutral = texts.neutral.iter().map(move |row| single(&*row.id, row.half, &*row.text));
    let structure = texts.structure.iter().map(move |row| single(&*row.id, row.half, &*row.text));
    sentences.chain(claims).chain(answers).chain(stuffed).chain(neutral).chain(structure).collect()
}

#[test]
fn there_is_enough_to_measure_on() {
    let texts = Texts::own().unwrap();
    let words: usize = texts.neutral.iter().map(|row| row.text.split_whitespace().count()).sum();
    let check = |what: &str, least: usize, is: usize| assert!(is >= least, "{is} {what}, want {least}");
    check("sentences", 800, texts.sentences.len());
    check("stories", 80, texts.answers.len());
    check("stuffed texts", 30, texts.stuffed.len());
    check("neutral paragraphs", 100, texts.neutral.len());
    check("neutral words", 10_000, words);
    check("structured texts", 40, texts.structure.len());
    for half in Half::ALL {
        let texts = texts.half(half);
        let sizes = [
            texts.sentences.len(),
            texts.answers.len(),
            texts.stuffed.len(),
            texts.neutral.len(),
            texts.structure.len(),
        ];
        assert!(sizes.iter().all(|size| *size > 0), "{half:?}: {sizes:?}");
    }
}

#[test]
fn ids_and_texts_are_unique() {
    let texts = Texts::own().unwrap();
    let (mut ids, mut said) = (BTreeSet::new(), BTreeMap::new());
    for row in rows(&texts) {
        assert!(ids.insert(row.id), "the id {} is there twice", row.id);
        for text in row.texts {
            let plain = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            if let Some(other) = said.insert(plain, row.id) {
                panic!("{other} and {} say the same: {text}", row.id);
            }
        }
    }
}

#[test]
fn no_story_lies_in_both_halves() {
    let texts = Texts::own().unwrap();
    let mut halves = BTreeMap::new();
    for row in rows(&texts) {
        let half = row.half.unwrap_or_else(|| panic!("{} belongs to no half", row.id));
        let Some(story) = row.story else { continue };
        assert!(!story.1.is_empty(), "{} tells no story", row.id);
        let other = *halves.entry(story).or_insert(half);
        assert_eq!(half, other, "{}: its story '{}' is in both halves", row.id, story.1);
    }
}

#[test]
fn claims_are_for_tuning_alone() {
    let texts = Texts::own().unwrap();
    assert!(texts.claims.iter().all(|claim| claim.half == Some(Half::Tune)));
}
