//! Tellings of one story in order, and stuffed texts below honest ones.

use std::collections::BTreeSet;

use super::share;
use super::table::Table;
use crate::measure::answers::{Pair, Story, Stuffing, ordered};

pub fn ranking(stories: &[Story], worst: usize) -> String {
    if stories.is_empty() {
        return String::new();
    }
    let mut table = Table::new(&["", "stories", "weak < strong", "weak < middling", "middling < strong"]);
    let mut line = |name: &str, stories: Vec<&Story>| {
        let shares = Pair::ALL.map(|pair| share(ordered(stories.iter().copied(), pair)));
        table.row([name.to_owned(), stories.len().to_string()].into_iter().chain(shares));
    };
    line("all", stories.iter().collect());
    let styles: BTreeSet<&str> = stories.iter().map(|story| story.row.style.as_str()).collect();
    for style in styles.into_iter().filter(|style| !style.is_empty()) {
        line(style, stories.iter().filter(|story| story.row.style == style).collect());
    }
    let mut text = format!("Stories\n\n{}", table.text());
    // The largest step in the wrong direction first.
    let step = |story: &Story| {
        let steps =
            [(story.weak, story.middling), (story.middling, story.strong), (story.weak, story.strong)];
        steps.map(|(lower, higher)| i16::from(lower) - i16::from(higher)).into_iter().max()
    };
    let mut wrong: Vec<&Story> =
        stories.iter().filter(|story| Pair::ALL.iter().any(|pair| !pair.ordered(story))).collect();
    wrong.sort_by_key(|story| std::cmp::Reverse(step(story)));
    if worst > 0 && !wrong.is_empty() {
        let mut table = Table::new(&["out of order", "weak", "middling", "strong"]);
        for story in wrong.into_iter().take(worst) {
            let scores = [story.weak, story.middling, story.strong].map(|score| score.to_string());
            let name = format!("{} {}", story.row.id, story.row.style);
            table.row([name.trim_end().to_owned()].into_iter().chain(scores));
        }
        text.push_str(&format!("\n{}", table.text()));
    }
    text
}

pub fn stuffing(stuffing: &Stuffing) -> String {
    let all = stuffing.scores.len();
    if all == 0 {
        return String::new();
    }
    let high = stuffing.too_high();
    let mut text = format!(
        "Stuffed texts\n\n  {} of {all} score below {}, the lower quartile of the strong answers\n",
        all - high.len(),
        stuffing.quartile
    );
    if !high.is_empty() {
        let named: Vec<String> = high.iter().map(|(row, score)| format!("{} {score}", row.id)).collect();
        text.push_str(&super::prose::wrapped("  not below: ", &named.join(", ")));
    }
    text
}
