//! Shows how a text was read and why rules did or did not fire.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::checker::{Checker, Input};
use crate::kinds::Agent;
use crate::reading::Reading;
use crate::rules::{self, Hit, Refusal};
use crate::span::Span;
use crate::weighing::{self, Balance, Feature, Source, Weight};

/// How a text was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// Every word as the rules see it; fillers are left out.
    pub tokens: Vec<ExplainedToken>,
    /// Every claim with its actor.
    pub claims: Vec<ExplainedClaim>,
    /// How each sentence was weighed.
    pub sentences: Vec<ExplainedSentence>,
    /// Rules that fired.
    pub fired: Vec<ExplainedRule>,
    /// Rules whose pattern matched and that were refused, with the reason.
    pub refused: Vec<ExplainedRule>,
}

/// One word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExplainedToken {
    /// As written.
    pub text: String,
    /// Its base form.
    pub lemma: String,
    /// Its part of speech.
    pub pos: String,
    /// Where it stands.
    pub span: Span,
}

/// One claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExplainedClaim {
    /// The claim's words.
    pub text: String,
    /// Its verb.
    pub verb: String,
    /// Who acts.
    pub agent: Agent,
    /// Circumstances: negated, conditional, …
    pub flags: Vec<String>,
}

/// One sentence on the scales.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExplainedSentence {
    /// The sentence.
    pub text: String,
    /// Log-odds that it claims ownership; it does above 0.
    pub ownership: f32,
    /// Log-odds that it is coordination; it is above 0.
    pub coordination: f32,
    /// What moved the scales, the heaviest first.
    pub reasons: Vec<Reason>,
}

/// One observation with its weight.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// What was seen, as `lexicon/weights.txt` names it.
    pub seen: String,
    /// What it adds to ownership, in log-odds.
    pub ownership: f32,
    /// What it adds to coordination, in log-odds.
    pub coordination: f32,
}

/// A rule and what became of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExplainedRule {
    /// The rule's id.
    pub rule: String,
    /// The words it matched.
    pub text: String,
    /// What it counts, or why it was refused.
    pub because: String,
}

impl Checker {
    /// Shows how a text was read: tokens, tags, actors, and for each rule that nearly fired, why it did not.
    pub fn explain(&self, input: &Input) -> Explanation {
        let book = &self.book;
        let reading = Reading::of(input.text, &book.vocabulary);
        let words = |from: usize, to: usize| reading.span(from, to).of(input.text).to_owned();
        let tokens = (0..reading.words.len())
            .map(|index| {
                let word = &reading.words[index];
                let lemma = book.vocabulary.word(word.lemma);
                ExplainedToken {
                    text: words(index, index + 1),
                    lemma: if lemma.is_empty() { reading.lower(index).to_owned() } else { lemma.to_owned() },
                    pos: word.pos.as_str().to_owned(),
                    span: reading.tokens.list[word.token as usize].span(),
                }
            })
            .collect();
        let claims = reading
            .claims
            .iter()
            .map(|claim| {
                let flags = claim.flags;
                let named = [
                    (flags.negated, "negated"),
                    (flags.counterfactual, "never happened"),
                    (flags.conditional, "conditional"),
                    (flags.question, "question"),
                    (flags.lesson, "told as a lesson"),
                    (flags.preamble, "before the story"),
                    (flags.passive, "passive"),
                    (flags.state, "state"),
                    (flags.dependent, "dependent"),
                ];
                ExplainedClaim {
                    text: words(claim.subject as usize, claim.end as usize),
                    verb: book.vocabulary.word(reading.words[claim.verb as usize].lemma).to_owned(),
                    agent: claim.agent,
                    flags: named.iter().filter(|(set, _)| *set).map(|(_, name)| (*name).to_owned()).collect(),
                }
            })
            .collect();
        let hits = rules::find(book, &reading, input.mode);
        let sentences = self.weighed(input, &reading, &hits);
        let check = self.check(input);
        let settled = crate::judge::settle(book, &reading, input.mode, &[]);
        let standing: BTreeSet<(usize, usize)> =
            settled.hits.iter().map(|hit| (hit.rule, hit.from)).collect();
        let kept = crate::judge::marked(book, &reading, crate::judge::select(book, settled.hits));
        // Claims that no pattern found are marked by the rules of deeds.
        let unmatched = settled_unmatched(&hits, &kept);
        let fired = hits
            .iter()
            .chain(&unmatched)
            .map(|hit| {
                let rule = &book.rules[hit.rule];
                let shown = kept.iter().find(|mark| mark.hit.rule == hit.rule && mark.hit.from == hit.from);
                ExplainedRule {
                    rule: rule.info.id.to_string(),
                    text: words(hit.from, hit.to),
                    because: match shown {
                        Some(mark) if hit.lesson => {
                            format!("weight {:.1}: told as a lesson, so it does not count", mark.weight)
                        }
                        Some(mark) => {
                            let points = check
                                .findings
                                .iter()
                                .find(|finding| finding.span == mark.span && finding.rule == rule.info.id)
                                .map_or(0.0, |finding| finding.points);
                            let evidence = reading.utterances[mark.utterance].evidence.names();
                            format!(
                                "weight {:.1}, {points:+.1} points of the score; the sentence gives: {}",
                                mark.weight,
                                if evidence.is_empty() {
                                    "nothing beside".to_owned()
                                } else {
                                    evidence.join(", ")
                                }
                            )
                        }
                        None if !rule.info.enabled => "it is switched off".to_owned(),
                        None if standing.contains(&(hit.rule, hit.from)) => {
                            "a heavier rule marks the same words".to_owned()
                        }
                        None => "the sentence as a whole does not bear it out".to_owned(),
                    },
                }
            })
            .collect();
        let refused = rules::near(book, &reading, input.mode)
            .into_iter()
            .map(|miss| {
                let rule = &book.rules[miss.rule];
                ExplainedRule {
                    rule: rule.info.id.to_string(),
                    text: words(miss.from, miss.to),
                    because: match miss.refusal {
                        Refusal::Actor(agent) => format!("the actor is {}", agent.as_str()),
                        Refusal::Negated => "the claim is negated".to_owned(),
                        Refusal::NotNegated => "the claim is not negated".to_owned(),
                        Refusal::Hypothetical => "it did not happen".to_owned(),
                        Refusal::Question => "it is a question".to_owned(),
                        Refusal::Preamble => "it only says what will be told, or who told it".to_owned(),
                        Refusal::Needs => {
                            format!("the sentence gives none of: {}", rule.needs.names().join(", "))
                        }
                        Refusal::Unless => {
                            format!("the sentence gives one of: {}", rule.unless.names().join(", "))
                        }
                        Refusal::Exception => "an exception of the rule matches".to_owned(),
                    },
                }
            })
            .collect();
        Explanation { tokens, claims, sentences, fired, refused }
    }

    fn weighed(&self, input: &Input, reading: &Reading, hits: &[Hit]) -> Vec<ExplainedSentence> {
        let book = &self.book;
        let source = Source {
            reading,
            vocabulary: &book.vocabulary,
            classes: &book.classes,
            mode: input.mode,
            as_own: false,
        };
        let ids: Vec<&str> = self.rules().iter().map(|info| &*info.id).collect();
        let mut statements = Vec::new();
        let mut sentences = Vec::with_capacity(reading.utterances.len());
        for utterance in &reading.utterances {
            let here: Vec<Hit> = hits
                .iter()
                .filter(|hit| (utterance.from..utterance.to).contains(&hit.from))
                .filter(|hit| book.rules[hit.rule].info.enabled)
                .copied()
                .collect();
            source.statements(utterance, &mut statements);
            let mut seen: Vec<BTreeMap<u32, Feature>> = vec![BTreeMap::new(); statements.len()];
            source.features(utterance, &statements, &here, &mut |at: usize, feature: Feature| {
                if let Some(number) = book.weights.find(feature) {
                    seen[at].insert(number, feature);
                }
            });
            if let Some(any) = book.weights.find(Feature::Any) {
                for features in &mut seen {
                    features.insert(any, Feature::Any);
                }
            }
            let alone: Vec<Balance> = seen
                .iter()
                .map(|features| features.keys().map(|number| book.weights.at(*number).statement).sum())
                .collect();
            let shares = weighing::shares(&alone);
            let mut reasons: BTreeMap<u32, Reason> = BTreeMap::new();
            for (features, share) in seen.iter().zip(&shares) {
                for (number, feature) in features {
                    let Weight { sentence, statement, .. } = book.weights.at(*number);
                    let reason = reasons.entry(*number).or_insert_with(|| Reason {
                        seen: feature.name(&book.classes, &book.vocabulary, &ids),
                        ownership: sentence.ownership,
                        coordination: sentence.coordination,
                    });
                    reason.ownership += share.ownership * statement.ownership;
                    reason.coordination += share.coordination * statement.coordination;
                }
            }
            let mut reasons: Vec<Reason> = reasons.into_values().collect();
            if statements.len() > 1 {
                let spread = |side: fn(&Balance) -> f32| {
                    shares
                        .iter()
                        .map(side)
                        .filter(|share| *share > 0.0)
                        .map(|share| -share * share.ln())
                        .sum()
                };
                reasons.push(Reason {
                    seen: "several statements come near each other".to_owned(),
                    ownership: spread(|share| share.ownership),
                    coordination: spread(|share| share.coordination),
                });
            }
            let size = |reason: &Reason| reason.ownership.abs().max(reason.coordination.abs());
            reasons.sort_by(|a, b| size(b).total_cmp(&size(a)));
            sentences.push(ExplainedSentence {
                text: reading.span(utterance.from, utterance.to).of(input.text).to_owned(),
                ownership: reasons.iter().map(|reason| reason.ownership).sum(),
                coordination: reasons.iter().map(|reason| reason.coordination).sum(),
                reasons,
            });
        }
        sentences
    }
}

fn settled_unmatched(hits: &[Hit], kept: &[crate::judge::Marked]) -> Vec<Hit> {
    kept.iter()
        .map(|mark| mark.hit)
        .filter(|mark| !hits.iter().any(|hit| hit.rule == mark.rule && hit.from == mark.from))
        .collect()
}

/// How many reasons of a sentence are printed.
const REASONS: usize = 12;

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Words")?;
        for token in &self.tokens {
            writeln!(f, "  {:<18} {:<18} {}", token.text.trim(), token.lemma.trim(), token.pos)?;
        }
        writeln!(f, "\nClaims")?;
        for claim in &self.claims {
            let flags =
                if claim.flags.is_empty() { String::new() } else { format!(" ({})", claim.flags.join(", ")) };
            writeln!(f, "  {:<7} {:<14} {}{flags}", claim.agent.as_str(), claim.verb, claim.text)?;
        }
        writeln!(
            f,
            "\nSentences (ownership, coordination; a label holds above 0, coordination that no rule knows above {})",
            crate::judge::SURER
        )?;
        for sentence in &self.sentences {
            writeln!(f, "  {:+.1} {:+.1}  {}", sentence.ownership, sentence.coordination, sentence.text)?;
            for reason in sentence.reasons.iter().take(REASONS) {
                writeln!(f, "      {:+.2} {:+.2}  {}", reason.ownership, reason.coordination, reason.seen)?;
            }
        }
        for (title, rules) in [("Rules that fired", &self.fired), ("Rules that nearly fired", &self.refused)]
        {
            writeln!(f, "\n{title}")?;
            if rules.is_empty() {
                writeln!(f, "  none")?;
            }
            for rule in rules {
                writeln!(f, "  {:<34} \"{}\": {}", rule.rule, rule.text, rule.because)?;
            }
        }
        Ok(())
    }
}
