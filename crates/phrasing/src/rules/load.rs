//! Compiles rule files and runs their examples.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::error::{RuleError, RuleFault};
use super::file::{Extent, RuleFile, RuleText, Treatment};
use super::pattern::{self, CompiledSet};
use super::{Hit, Rule, RuleBook, RuleInfo, find};
use crate::kinds::{Agent, Dimension, Kind, Mode};
use crate::lexicon::{Pos, Vocabulary};
use crate::reading::{Evidence, EvidenceSet, Reading};
use crate::weighing::{ClassSet, Classes, Leanings, Weights, WordsOfWork};

/// Compiles files in order; the first may define sets for the others. The first `builtin` files come with the program; examples
/// are run for the files from `proven` on.
pub(crate) fn load(
    files: &[(&str, &str)],
    off: &BTreeSet<String>,
    builtin: usize,
    proven: usize,
) -> (RuleBook, Vec<RuleError>) {
    let mut errors = Vec::new();
    let mut book = RuleBook { vocabulary: Vocabulary::builtin(), ..RuleBook::default() };
    book.classes = Classes::builtin(&mut book.vocabulary);
    let mut sets: HashMap<String, usize> = HashMap::new();
    let mut parsed = Vec::new();
    for (at, (name, text)) in files.iter().enumerate() {
        match toml::from_str::<RuleFile>(text) {
            Ok(file) => parsed.push((at, *name, *text, file)),
            Err(error) => errors.push(RuleError {
                file: (*name).to_owned(),
                line: error.span().map_or(1, |span| line_of(text, span.start)),
                reason: RuleFault::Syntax(error.message().to_owned()),
            }),
        }
    }
    for (_, name, text, file) in &parsed {
        for (set, words) in &file.sets {
            let fault = |reason| {
                let line = text.find(&format!("[sets.{set}]")).map_or(1, |at| line_of(text, at));
                RuleError { file: (*name).to_owned(), line, reason }
            };
            if sets.contains_key(set) {
                errors.push(fault(RuleFault::Duplicate(format!("a set @{set}"))));
                continue;
            }
            match words.pos.as_deref().map(pattern::pos).transpose() {
                Ok(pos) => {
                    let members =
                        words.words.iter().map(|word| add_word(&mut book.vocabulary, word, pos)).collect();
                    sets.insert(set.clone(), book.sets.len());
                    book.sets.push(CompiledSet::new(pos, members));
                }
                Err(reason) => errors.push(fault(reason)),
            }
        }
    }
    let mut origin = Vec::new();
    for (at, name, text, file) in parsed {
        for spanned in file.rules {
            let start = spanned.span().start;
            let dimension = file.dimension.unwrap_or(Dimension::Ownership);
            let fault = |reason| RuleError { file: name.to_owned(), line: line_of(text, start), reason };
            match compile(spanned.into_inner(), dimension, &sets, &mut book, off, at < builtin) {
                Ok(rule) if book.rules.iter().any(|known| known.info.id == rule.info.id) => {
                    errors.push(fault(RuleFault::Duplicate(format!("a rule {}", rule.info.id))));
                }
                Ok(rule) => {
                    book.rules.push(rule);
                    origin.push((at, name, text, start));
                }
                Err(reason) => errors.push(fault(reason)),
            }
        }
    }
    book.index();
    let ids: Vec<&str> = book.rules.iter().map(|rule| &*rule.info.id).collect();
    book.weights = Weights::builtin(&book.classes, &book.vocabulary, &ids);
    book.leanings = Leanings::builtin(&book.classes, &book.vocabulary, &book.weights);
    book.words_of_work = WordsOfWork::builtin(&book.vocabulary);
    let mut broken = Vec::new();
    for (index, (at, file, text, start)) in origin.into_iter().enumerate() {
        if at < proven {
            continue;
        }
        if let Err(reason) = prove(&book, index) {
            errors.push(RuleError { file: file.to_owned(), line: line_of(text, start), reason });
            broken.push(index);
        }
    }
    if !broken.is_empty() {
        let mut index = 0;
        book.rules.retain(|_| {
            index += 1;
            !broken.contains(&(index - 1))
        });
        book.index();
        let ids: Vec<&str> = book.rules.iter().map(|rule| &*rule.info.id).collect();
        book.weights = Weights::builtin(&book.classes, &book.vocabulary, &ids);
        book.leanings = Leanings::builtin(&book.classes, &book.vocabulary, &book.weights);
    }
    (book, errors)
}

fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes()[..offset.min(text.len())].iter().filter(|b| **b == b'\n').count() + 1
}

fn add_word(vocabulary: &mut Vocabulary, word: &str, pos: Option<Pos>) -> crate::lexicon::WordId {
    match pos {
        Some(Pos::Verb) => vocabulary.add_verb(word),
        Some(Pos::Noun) => vocabulary.add_noun(word),
        Some(pos) => vocabulary.mark(word, pos),
        None => vocabulary.intern(word),
    }
}

fn compile(
    text: RuleText,
    dimension: Dimension,
    sets: &HashMap<String, usize>,
    book: &mut RuleBook,
    off: &BTreeSet<String>,
    builtin: bool,
) -> Result<Rule, RuleFault> {
    let id: Arc<str> = format!("{}/{}", dimension.as_str(), text.name).into();
    if text.patterns.is_empty() == text.deeds.is_empty() {
        return Err(RuleFault::NothingToFind(id.to_string()));
    }
    let deeds = classes(&text.deeds, &book.classes.verb_names, "class of deeds")?;
    let things = classes(&text.things, &book.classes.noun_names, "kind of things")?;
    let vocabulary = &mut book.vocabulary;
    let mut sequences = Vec::new();
    for pattern in &text.patterns {
        sequences.extend(pattern::compile(pattern, sets, vocabulary)?);
    }
    let mut exceptions = Vec::new();
    for pattern in &text.except {
        exceptions.extend(pattern::compile(pattern, sets, vocabulary)?);
    }
    if text.hits.len() < 2 || text.misses.len() < 2 {
        return Err(RuleFault::TooFewExamples(id.to_string()));
    }
    let actors = match &text.actor {
        Some(names) => names.iter().map(|name| actor(name)).collect::<Result<Vec<_>, _>>()?.concat(),
        None => match text.kind {
            Kind::Strong | Kind::Weak => vec![Agent::Own],
            Kind::HiddenActor => vec![Agent::None],
            Kind::Hedge | Kind::Filler => Vec::new(),
        },
    };
    Ok(Rule {
        sequences,
        deeds,
        things,
        builtin,
        sure: text.sure,
        exceptions,
        actors,
        needs: evidence(&text.needs)?,
        unless: evidence(&text.unless)?,
        negated: text.negated,
        // A habit of the past ("I would send the notes round") is activity all the same.
        hypothetical: text.hypothetical.unwrap_or(match text.kind {
            Kind::Weak => Treatment::Keep,
            _ => Treatment::Skip,
        }),
        whole_clause: text.extend == Extent::Clause
            && !matches!(text.kind, Kind::Hedge | Kind::Filler | Kind::HiddenActor),
        info: RuleInfo {
            enabled: !off.contains(&*id),
            id,
            dimension,
            kind: text.kind,
            weight: text.weight.clamp(0.0, 5.0),
            note: text.note.as_str().into(),
            why: text.why.as_str().into(),
            ask: text.ask.as_str().into(),
            say: text.say.as_deref().map(Into::into),
            patterns: if text.deeds.is_empty() { text.patterns } else { text.deeds },
            hits: text.hits,
            misses: text.misses,
        },
    })
}

/// A set of named classes; "any" is all of them.
fn classes(names: &[String], known: &[&str], what: &'static str) -> Result<ClassSet, RuleFault> {
    let mut set = 0;
    for name in names {
        match known.iter().position(|known| known == name) {
            Some(class) => set |= 1 << class,
            None if name == "any" => set = ClassSet::MAX,
            None => {
                return Err(RuleFault::UnknownValue { what, value: name.clone(), choices: known.join(", ") });
            }
        }
    }
    Ok(set)
}

fn actor(name: &str) -> Result<Vec<Agent>, RuleFault> {
    Ok(match name {
        "self" => vec![Agent::Own],
        "shared" => vec![Agent::Shared],
        "other" => vec![Agent::Other],
        "none" => vec![Agent::None],
        "any" => Vec::new(),
        _ => {
            return Err(RuleFault::UnknownValue {
                what: "actor",
                value: name.to_owned(),
                choices: "self, shared, other, none, any".to_owned(),
            });
        }
    })
}

fn evidence(names: &[String]) -> Result<EvidenceSet, RuleFault> {
    let mut set = EvidenceSet::default();
    for name in names {
        match Evidence::parse(name) {
            Some(evidence) => set.insert(evidence),
            None => {
                return Err(RuleFault::UnknownValue {
                    what: "evidence",
                    value: name.clone(),
                    choices: Evidence::NAMES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", "),
                });
            }
        }
    }
    Ok(set)
}

/// Runs a rule's examples.
fn prove(book: &RuleBook, index: usize) -> Result<(), RuleFault> {
    let rule = &book.rules[index];
    if !rule.info.enabled {
        return Ok(());
    }
    let marks = |text: &str, found: fn(&RuleBook, &Reading, usize) -> Vec<Hit>| {
        let reading = Reading::of(text, &book.vocabulary);
        let hits = found(book, &reading, index);
        let own: Vec<_> = hits.iter().filter(|hit| hit.rule == index).map(|hit| (hit.from, hit.to)).collect();
        (reading, own)
    };
    for example in &rule.info.hits {
        let plain = example.replace(['{', '}'], "");
        let (reading, own) = marks(&plain, found);
        let expected: Vec<String> =
            example.split('{').skip(1).map(|part| part.split('}').next().unwrap_or("").to_owned()).collect();
        let got: Vec<String> =
            own.iter().map(|(from, to)| reading.span(*from, *to).of(&plain).to_owned()).collect();
        if got != expected || expected.is_empty() {
            return Err(RuleFault::Hit {
                rule: rule.info.id.to_string(),
                example: example.clone(),
                expected: quoted(&expected),
                got: quoted(&got),
            });
        }
    }
    for example in &rule.info.misses {
        let (reading, own) = marks(example, marked_at_last);
        if let Some((from, to)) = own.first() {
            return Err(RuleFault::Miss {
                rule: rule.info.id.to_string(),
                example: example.clone(),
                got: quoted(&[reading.span(*from, *to).of(example).to_owned()]),
            });
        }
    }
    shadow(book, index)
}

/// What a rule's hits are held against: the matches of patterns, or for a rule of deeds what is marked where the weights agree.
fn found(book: &RuleBook, reading: &Reading, index: usize) -> Vec<Hit> {
    if book.rules[index].deeds == 0 {
        find(book, reading, Mode::Behavioral)
    } else {
        let info = &book.rules[index].info;
        crate::judge::if_weighed_so(book, reading, info.kind, info.dimension)
    }
}

/// What a rule's misses are held against: for a rule of deeds what is marked in the end.
fn marked_at_last(book: &RuleBook, reading: &Reading, index: usize) -> Vec<Hit> {
    if book.rules[index].deeds == 0 {
        find(book, reading, Mode::Behavioral)
    } else {
        crate::judge::settle(book, reading, Mode::Behavioral, &[]).hits
    }
}

/// A rule that a heavier one of its kind always beats would never be seen.
fn shadow(book: &RuleBook, index: usize) -> Result<(), RuleFault> {
    let rule = &book.rules[index];
    let mut winner = None;
    for example in &rule.info.hits {
        let plain = example.replace(['{', '}'], "");
        let reading = Reading::of(&plain, &book.vocabulary);
        let kept = crate::judge::select(book, found(book, &reading, index));
        match kept.iter().find(|hit| hit.rule == index) {
            Some(_) => return Ok(()),
            None => {
                winner = kept
                    .iter()
                    .find(|hit| book.rules[hit.rule].info.kind == rule.info.kind)
                    .map(|hit| hit.rule)
            }
        }
    }
    let by = winner.map_or("another rule".to_owned(), |by| book.rules[by].info.id.to_string());
    Err(RuleFault::Shadowed { rule: rule.info.id.to_string(), by })
}

fn quoted(words: &[String]) -> String {
    if words.is_empty() {
        "nothing".to_owned()
    } else {
        words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" and ")
    }
}
