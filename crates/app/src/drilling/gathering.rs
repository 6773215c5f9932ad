//! Which sentences of the answers are drills.
//!
//! Nothing happens when a take is finished, so that finishing stays fast and cannot fail for this. An answer is gone
//! through when somebody asks for drills and something in it changed since: another take, a finding ignored or brought
//! back, other rules. That way answers from before there were drills give theirs as well.
//!
//! The latest take decides. A sentence that is still in it is drilled as long as it is weak there; one that is not is
//! drilled on only if it was tried before.

use std::{
    collections::{HashMap, hash_map::Entry},
    hash::{DefaultHasher, Hash, Hasher},
};

use jiff::civil::Date;
use phrasing::{Agent, Dimension, Finding, Kind, Span};
use practice::drill::{By, Marked, Shows, costliest, same_words, weak_sentences};
use store::{AnswerId, Drill, DrillId, NewDrill, Source, Standing, Take, TakeId};

use crate::{App, AppError, view::QuestionView};

/// How many answers are gone through at a time, the latest first, so that a large collection from before does not keep
/// anybody waiting.
#[derive(Debug, Clone, Copy)]
pub(super) enum AtOnce {
    /// For whoever wants drills.
    Many,
    /// For a plan of the day, which has room for some sentences only and is asked for after every answer.
    Few,
}

impl AtOnce {
    fn answers(self) -> u32 {
        match self {
            AtOnce::Many => 40,
            AtOnce::Few => 3,
        }
    }
}

/// What a take says, for drills.
struct Heard {
    /// Every sentence.
    sentences: Vec<String>,
    /// The weak ones, the costliest first.
    weak: Vec<WeakSentence>,
}

/// A weak sentence of a take.
#[derive(Clone)]
struct WeakSentence {
    span: Span,
    text: String,
    rule: String,
    dimension: &'static str,
    ask: String,
    lost: f32,
    /// Among the costliest of its take.
    becomes_drill: bool,
}

/// What going through an answer came to.
struct Gathered {
    answer_id: AnswerId,
    standings: Vec<(DrillId, Standing)>,
    /// The take that new drills are made from, and its sentences that are none yet.
    new: Option<(Take, Vec<WeakSentence>)>,
}

impl App {
    /// Goes through the answers that changed.
    pub(super) fn gather_drills(&mut self, at_once: AtOnce) -> Result<(), AppError> {
        let (now, today, rules) = (self.clock.now(), self.today_date(), self.judged_by());
        let unseen = self.store.unseen_for_drills(&rules, at_once.answers())?;
        if unseen.is_empty() {
            return Ok(());
        }
        let gathered = unseen.into_iter().map(|one| self.gather(one)).collect::<Result<Vec<_>, _>>()?;
        self.store.write(|tx| {
            for one in &gathered {
                for (drill, standing) in &one.standings {
                    tx.set_standing(*drill, *standing)?;
                }
                if let Some((take, sentences)) = &one.new {
                    for sentence in sentences {
                        tx.insert_drill(&sentence.drill(take, today), now)?;
                    }
                }
                tx.note_seen_for_drills(one.answer_id, &rules)?;
            }
            Ok::<_, AppError>(())
        })
    }

    fn gather(&self, answer_id: AnswerId) -> Result<Gathered, AppError> {
        let answer = self.store.answer(answer_id)?;
        let question = self.question_of(&answer);
        let takes = self.finished_takes(&answer)?;
        let known = self.store.drills_of(answer.id)?;
        let mut heard: HashMap<TakeId, Heard> = HashMap::new();
        // Words put in by a drill are no telling: nothing new is made of them. What was told and is still there is.
        let told = takes.iter().rfind(|take| take.source != Source::Drill);
        let own = takes.iter().filter(|take| known.iter().any(|(drill, _)| drill.take_id == take.id));
        for take in own.chain(takes.last()).chain(told) {
            if let Entry::Vacant(place) = heard.entry(take.id) {
                place.insert(self.hear_take(take, &question)?);
            }
        }
        let latest = takes.last().and_then(|take| heard.get(&take.id));
        let standings = known.iter().map(|(drill, _)| (drill.id, standing(drill, latest, &heard))).collect();
        let fresh = |weak: &&WeakSentence| {
            weak.becomes_drill
                && latest.is_some_and(|latest| latest.says_weakly(&weak.text))
                && !known.iter().any(|(drill, _)| same_words(&drill.sentence, &weak.text))
        };
        let new = told.and_then(|told| {
            let weak = &heard.get(&told.id)?.weak;
            Some((told.clone(), weak.iter().filter(fresh).cloned().collect()))
        });
        Ok(Gathered { answer_id, standings, new })
    }

    /// The sentences of a finished take, by the rules of now and without what was ignored.
    fn hear_take(&self, take: &Take, question: &QuestionView) -> Result<Heard, AppError> {
        let check = self.check_now(take, question)?;
        let spans: Vec<_> =
            check.sentences.iter().map(|sentence| sentence.span.start..sentence.span.end).collect();
        let marks = marked(&take.text, &check.findings);
        let weak = weak_sentences(&take.text, &spans, &marks);
        let all = weak.len();
        let mut sorted = costliest(weak.clone());
        let become_drills = sorted.len();
        if become_drills < all {
            sorted.extend(weak.into_iter().filter(|weak| !sorted.contains(weak)).collect::<Vec<_>>());
        }
        Ok(Heard {
            sentences: check.sentences.iter().map(|one| one.span.of(&take.text).to_owned()).collect(),
            weak: sorted
                .into_iter()
                .enumerate()
                .map(|(rank, weak)| {
                    let span = check.sentences[weak.sentence].span;
                    let finding = &check.findings[weak.mark];
                    WeakSentence {
                        span,
                        text: span.of(&take.text).to_owned(),
                        rule: finding.rule.to_string(),
                        dimension: finding.dimension.as_str(),
                        ask: format!("{} {}", finding.why, finding.ask),
                        lost: weak.lost,
                        becomes_drill: rank < become_drills,
                    }
                })
                .collect(),
        })
    }

    /// What the answers are judged by: when it changes, they are gone through again.
    fn judged_by(&self) -> String {
        let mut hasher = DefaultHasher::new();
        for rule in self.checker.rules() {
            (&rule.id, rule.enabled, rule.weight.to_bits(), &rule.patterns).hash(&mut hasher);
        }
        format!("{}-{:016x}", env!("CARGO_PKG_VERSION"), hasher.finish())
    }
}

fn standing(drill: &Drill, latest: Option<&Heard>, heard: &HashMap<TakeId, Heard>) -> Standing {
    if let Some(latest) = latest.filter(|latest| latest.says(&drill.sentence)) {
        return if latest.says_weakly(&drill.sentence) { Standing::Latest } else { Standing::Gone };
    }
    // A take that was thrown away is not among those that were heard.
    match heard.get(&drill.take_id) {
        Some(own) if own.says_weakly(&drill.sentence) => Standing::Older,
        _ => Standing::Gone,
    }
}

impl Heard {
    fn says(&self, sentence: &str) -> bool {
        self.sentences.iter().any(|one| same_words(one, sentence))
    }

    fn says_weakly(&self, sentence: &str) -> bool {
        self.weak.iter().any(|one| same_words(&one.text, sentence))
    }
}

impl WeakSentence {
    fn drill(&self, take: &Take, due_day: Date) -> NewDrill<'_> {
        // Texts are at most two million bytes.
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        NewDrill {
            take_id: take.id,
            span: byte(self.span.start)..byte(self.span.end),
            sentence: &self.text,
            rule: &self.rule,
            dimension: self.dimension,
            ask: &self.ask,
            lost: f64::from(self.lost),
            due_day,
        }
    }
}

/// Findings as plain values. What is shown without counting (a lesson told with its fault) is an aside.
pub(super) fn marked<'a>(text: &'a str, findings: &[Finding]) -> Vec<Marked<'a>> {
    findings
        .iter()
        .map(|finding| Marked {
            span: finding.span.start..finding.span.end,
            shows: match finding.kind {
                Kind::Strong if finding.weight > 0.0 => Shows::Strong,
                Kind::Weak if finding.weight > 0.0 => Shows::Weak,
                Kind::HiddenActor if finding.weight > 0.0 => Shows::HiddenActor,
                _ => Shows::Aside,
            },
            by: match finding.agent {
                Agent::Own => By::Own,
                Agent::Shared => By::Shared,
                Agent::Other => By::Other,
                Agent::None => By::Nobody,
            },
            dimension: finding.dimension.as_str(),
            outcome: finding.dimension == Dimension::Impact,
            points: finding.points,
            words: finding.span.of(text),
        })
        .collect()
}
