//! `cargo xtask bank-report`: what is in the built-in bank, for those who write it.

use std::collections::BTreeMap;

use question_bank::{Bank, Competency, Dimension, Kind, Level, Question, loops, spelling};

/// Pairs of near prompts that are shown.
const PAIRS: usize = 12;

const THEMES: &str = include_str!("../questions/THEMES");

fn main() {
    let all = Bank::builtin().all();
    println!("{} questions\n", all.len());
    shares(all);
    mixture(all);
    lengths(all);
    nearest();
    themes(all);
    spelt(all);
    rounds();
}

fn share(count: usize, of: usize) -> f64 {
    100.0 * count as f64 / of.max(1) as f64
}

/// The share of each competency beside what interviews ask for.
fn shares(all: &[Question]) {
    println!("Competency                     questions   share  wanted");
    for &competency in Competency::ALL {
        let count = all.iter().filter(|question| question.competency == competency).count();
        let (is, wanted) = (share(count, all.len()), f64::from(competency.weight()));
        let mut remarks = Vec::new();
        if count < 10 {
            remarks.push(format!("{} short of ten", 10 - count));
        }
        if (is - wanted).abs() > 2.0 {
            remarks.push(format!("{:+.1} off", is - wanted));
        }
        println!("{:<32}{count:>6}  {is:>5.1} %  {wanted:>4} %  {}", competency.label(), remarks.join(", "));
    }
}

fn mixture(all: &[Question]) {
    let count = |name: &str, is: &dyn Fn(&Question) -> bool| {
        let count = all.iter().filter(|question| is(question)).count();
        println!("{name:<32}{count:>6}  {:>5.1} %", share(count, all.len()));
    };
    println!("\nKind");
    Kind::ALL.iter().for_each(|kind| count(kind.label(), &|question| question.kind == *kind));
    println!("\nLevel");
    Level::ALL.iter().for_each(|level| count(level.label(), &|question| question.level == *level));
    println!("\nProbes the dimension");
    for dimension in Dimension::ALL {
        count(dimension.label(), &|question| question.dimensions.contains(dimension));
    }
    println!("\nMinutes");
    let mut minutes: BTreeMap<u8, usize> = BTreeMap::new();
    all.iter().for_each(|question| *minutes.entry(question.minutes).or_default() += 1);
    for (minutes, count) in minutes {
        println!("{:<32}{count:>6}  {:>5.1} %", format!("{minutes} min"), share(count, all.len()));
    }
}

/// Words of each field: the shortest, the middle one, the longest and whose it is.
fn lengths(all: &[Question]) {
    println!("\nWords                            least  median   most");
    let row = |name: &str, texts: Vec<(&str, &Question)>| {
        let mut counts: Vec<_> =
            texts.iter().map(|(text, question)| (text.split_whitespace().count(), *question)).collect();
        counts.sort_by_key(|(count, _)| *count);
        let (Some((least, _)), Some((most, of))) = (counts.first(), counts.last()) else { return };
        println!("{name:<32}{least:>6}  {:>6}  {most:>5}  {}", counts[counts.len() / 2].0, of.id);
    };
    row("prompt", all.iter().map(|question| (question.prompt.as_str(), question)).collect());
    row("probes", all.iter().flat_map(|q| q.probes.iter().map(move |text| (text.as_str(), q))).collect());
    row("strong", all.iter().flat_map(|q| q.strong.iter().map(move |text| (text.as_str(), q))).collect());
    row("quote", all.iter().map(|question| (question.feature_level.quote.as_str(), question)).collect());
    row(
        "why_short",
        all.iter().map(|question| (question.feature_level.why_short.as_str(), question)).collect(),
    );
}

fn nearest() {
    let bank = Bank::builtin();
    let mut pairs = Vec::new();
    for question in bank.all() {
        for (other, alike) in bank.near_from(&question.prompt, Some(&question.id), 25) {
            // Each pair once.
            if other.id > question.id {
                pairs.push((alike, question, other));
            }
        }
    }
    pairs.sort_by_key(|(alike, question, _)| (std::cmp::Reverse(*alike), question.id.clone()));
    println!("\nNearest prompts: share of telling words in common; 75 % is refused");
    for (alike, one, other) in pairs.iter().take(PAIRS) {
        println!("{alike:>4} %  {}: {}\n        {}: {}", one.id, one.prompt, other.id, other.prompt);
    }
}

fn themes(all: &[Question]) {
    let mut themes: BTreeMap<&str, usize> = BTreeMap::new();
    for theme in THEMES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        themes.insert(theme, 0);
    }
    println!("\n{} themes", themes.len());
    for question in all {
        match themes.get_mut(question.theme.as_str()) {
            Some(count) => *count += 1,
            None => println!("  not in THEMES: {} ({})", question.theme, question.id),
        }
    }
    for (theme, count) in themes {
        println!("{count:>6}  {theme}{}", if count == 0 { "  (no question)" } else { "" });
    }
}

fn spelt(all: &[Question]) {
    println!("\nSpelling");
    let mut any = false;
    for question in all {
        for fault in spelling::misspellings(question) {
            any = true;
            println!("  {}, {}: {} for {}", question.id, fault.field, fault.word, fault.right);
        }
    }
    if !any {
        println!("  nothing found");
    }
}

/// How much each round of a loop has to choose from.
fn rounds() {
    println!("\nLoops: questions that fit each round, of which so many are asked");
    for one in loops::builtin() {
        println!("  {} ({} min)", one.name, one.minutes());
        for round in &one.rounds {
            let available = round.available(Bank::builtin(), &Default::default()).len();
            println!("{available:>6} / {}  {}", round.questions, round.name);
        }
    }
}
