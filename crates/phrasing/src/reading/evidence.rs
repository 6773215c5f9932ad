//! What an utterance offers beside its claims: a reason, a contrast, a figure, a risk, a system.

use super::{Reading, Shape};
use crate::lexicon::{Group, Pos, Sieve, UNKNOWN, Vocabulary, one_of};

/// A kind of support that a claim may have in its utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Evidence {
    /// because, since, so that, which meant
    Reason,
    /// instead of, rather than, over, not … but
    Contrast,
    /// A figure.
    Number,
    /// if, when, unless, until
    Condition,
    /// Something the speaker found out.
    Discovery,
    /// A measure that moved.
    Change,
    /// A component, interface or data flow.
    System,
    /// Something that can or did break.
    Risk,
    /// "so …": what followed from the claim or led to it.
    Consequence,
    /// before, upfront, in advance
    Early,
}

impl Evidence {
    pub(crate) const NAMES: [(&'static str, Evidence); 10] = [
        ("reason", Evidence::Reason),
        ("contrast", Evidence::Contrast),
        ("number", Evidence::Number),
        ("condition", Evidence::Condition),
        ("discovery", Evidence::Discovery),
        ("change", Evidence::Change),
        ("system", Evidence::System),
        ("risk", Evidence::Risk),
        ("consequence", Evidence::Consequence),
        ("early", Evidence::Early),
    ];

    pub(crate) fn parse(name: &str) -> Option<Evidence> {
        Evidence::NAMES.iter().find(|(n, _)| *n == name).map(|(_, evidence)| *evidence)
    }
}

/// A set of kinds of evidence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct EvidenceSet(u16);

impl EvidenceSet {
    pub(crate) fn insert(&mut self, evidence: Evidence) {
        self.0 |= 1 << evidence as u8;
    }

    pub(crate) fn has(self, evidence: Evidence) -> bool {
        self.0 & (1 << evidence as u8) != 0
    }

    pub(crate) fn meets(self, other: EvidenceSet) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many kinds there are.
    pub(crate) fn count(self) -> u32 {
        self.0.count_ones()
    }

    pub(crate) fn names(self) -> Vec<&'static str> {
        Evidence::NAMES.iter().filter(|(_, evidence)| self.has(*evidence)).map(|(name, _)| *name).collect()
    }
}

pub(super) fn assign(reading: &mut Reading, vocabulary: &Vocabulary) {
    let mut utterances = std::mem::take(&mut reading.utterances);
    for utterance in &mut utterances {
        let mut set = EvidenceSet::default();
        for index in utterance.from..utterance.to {
            note(reading, vocabulary, index, utterance.from, &mut set);
        }
        utterance.evidence = set;
    }
    reading.utterances = utterances;
}

fn note(reading: &Reading, vocabulary: &Vocabulary, index: usize, from: usize, set: &mut EvidenceSet) {
    let word = &reading.words[index];
    if word.shape == Shape::Number {
        set.insert(Evidence::Number);
        return;
    }
    if GROUNDS.may_hold(word.short) {
        if let Some(evidence) = grounds(reading, index, from) {
            set.insert(evidence);
        }
    } else {
        debug_assert!(grounds(reading, index, from).is_none(), "{} is not in GROUNDS", reading.lower(index));
    }
    let spelled = word.pos == Pos::Number
        && index > from
        && !one_of!(
            word.short,
            "one" | "first" | "second" | "once" | "twice" | "half" | "double" | "third" | "zero"
        );
    if spelled {
        set.insert(Evidence::Number);
    }
    match word.pos {
        Pos::Noun | Pos::Unknown | Pos::Adjective => {
            if vocabulary.is(word.lemma, Group::System) {
                set.insert(Evidence::System);
            }
            if vocabulary.is(word.lemma, Group::Risk) {
                set.insert(Evidence::Risk);
            }
        }
        Pos::Verb => {
            // Of a verb with its particle, the verb.
            let verb = vocabulary.entry(word.id).map_or(UNKNOWN, |entry| entry.verb);
            let moves = word.particle != u32::MAX
                && matches!(vocabulary.word(word.lemma), "go down" | "go up" | "come down");
            if moves || vocabulary.is(verb, Group::Change) {
                set.insert(Evidence::Change);
            }
            if vocabulary.is(verb, Group::Discovery) {
                set.insert(Evidence::Discovery);
            }
            if vocabulary.is(verb, Group::Breakage) {
                set.insert(Evidence::Risk);
            }
        }
        _ => {}
    }
}

/// Words that may give grounds, each known to [`grounds`].
const GROUNDS: Sieve = Sieve::of(&[
    "because",
    "cause",
    "cos",
    "since",
    "as",
    "meaning",
    "due",
    "which",
    "so",
    "therefore",
    "hence",
    "thus",
    "instead",
    "rather",
    "whereas",
    "unlike",
    "over",
    "not",
    "exchange",
    "expense",
    "favour",
    "favor",
    "against",
    "if",
    "unless",
    "until",
    "whenever",
    "when",
    "once",
    "before",
    "beforehand",
    "upfront",
    "advance",
    "early",
    "ahead",
    "stopped",
    "disappeared",
    "vanished",
    "percent",
    "p50",
    "p90",
    "p95",
    "p99",
    "halved",
    "doubled",
    "tripled",
]);

/// What one word says by itself and by its neighbours.
fn grounds(reading: &Reading, index: usize, from: usize) -> Option<Evidence> {
    let word = &reading.words[index];
    let next = reading.lower(index + 1);
    let after_noun = index > from && reading.is(index - 1, Pos::Noun);
    let evidence = match reading.lower(index) {
        "because" | "cause" | "cos" if !matches!(word.pos, Pos::Noun | Pos::Verb) => Evidence::Reason,
        "since" | "as" if word.pos == Pos::Subordinator => Evidence::Reason,
        "meaning" if word.pos != Pos::Noun => Evidence::Reason,
        "due" if next == "to" => Evidence::Reason,
        "which" if matches!(next, "meant" | "means" | "would") => Evidence::Reason,
        "so" if next == "that" => Evidence::Reason,
        "so" if index > from + 2 && word.pos == Pos::Conjunction => Evidence::Consequence,
        "therefore" | "hence" | "thus" => Evidence::Consequence,
        "instead" | "rather" | "whereas" | "unlike" => Evidence::Contrast,
        "over"
            if after_noun
                && word.pos == Pos::Preposition
                && !matches!(next, "the" | "a" | "two" | "three") =>
        {
            Evidence::Contrast
        }
        "not"
            if reading.is(index + 1, Pos::Determiner)
                || reading.is(index + 1, Pos::Noun)
                || matches!(next, "by" | "for" | "in" | "as" | "on") =>
        {
            Evidence::Contrast
        }
        "exchange" | "expense" | "favour" | "favor" => Evidence::Contrast,
        "against" => Evidence::Contrast,
        "if" | "unless" | "until" | "whenever" => Evidence::Condition,
        "when" | "once" if word.pos == Pos::Subordinator => Evidence::Condition,
        "before" | "beforehand" | "upfront" | "advance" | "early" | "ahead" => Evidence::Early,
        "percent" | "p50" | "p90" | "p95" | "p99" | "halved" | "doubled" | "tripled" => Evidence::Number,
        "stopped" | "disappeared" | "vanished" if after_noun && word.pos == Pos::Verb => Evidence::Change,
        _ => return None,
    };
    Some(evidence)
}

/// Verbs of finding out.
pub(crate) const DISCOVERIES: &[&str] = &[
    "notice", "discover", "trace", "spot", "realise", "realize", "find", "uncover", "see", "diagnose",
    "prove", "measure", "count",
];

/// Verbs of a measure that moves.
pub(crate) const CHANGES: &[&str] = &[
    "drop", "fall", "rise", "halve", "double", "triple", "grow", "shrink", "improve", "reduce", "increase",
    "decline", "recover",
];

/// Verbs of what breaks.
pub(crate) const BREAKAGES: &[&str] = &[
    "break", "fail", "crash", "lose", "lock", "overload", "corrupt", "leak", "lapse", "miss", "expire",
    "flatten", "collide",
];

/// Nouns that name parts of a technical system or what flows through it.
pub(crate) const SYSTEMS: &[&str] = &[
    "service",
    "microservice",
    "api",
    "endpoint",
    "queue",
    "cache",
    "database",
    "schema",
    "replica",
    "shard",
    "index",
    "pipeline",
    "gateway",
    "broker",
    "topic",
    "event",
    "payload",
    "token",
    "key",
    "certificate",
    "sdk",
    "firmware",
    "ledger",
    "checkout",
    "backend",
    "frontend",
    "client",
    "server",
    "cluster",
    "pod",
    "node",
    "container",
    "scheduler",
    "job",
    "batch",
    "cron",
    "lock",
    "row",
    "table",
    "column",
    "log",
    "export",
    "import",
    "feed",
    "message",
    "webhook",
    "retry",
    "idempotency",
    "timeout",
    "latency",
    "throughput",
    "replication",
    "partition",
    "failover",
    "rollback",
    "flag",
    "toggle",
    "config",
    "configuration",
    "dns",
    "cdn",
    "proxy",
    "sidecar",
    "storage",
    "bucket",
    "snapshot",
    "backup",
    "region",
    "tenant",
    "session",
    "login",
    "request",
    "response",
    "consumer",
    "producer",
    "stream",
    "model",
    "feature",
    "mainframe",
    "monolith",
    "subsystem",
    "interface",
    "protocol",
    "dataset",
    "lookup",
    "script",
    "build",
    "breaker",
    "load",
    "memory",
    "disk",
    "network",
    "packet",
    "sensor",
    "driver",
    "kernel",
    "plc",
    "chip",
    "radio",
    "battery",
    "screen",
    "page",
    "tag",
    "cookie",
    "id",
    "alias",
    "autocomplete",
    "parser",
    "scanner",
    "invoice",
    "receipt",
];

/// Nouns and adjectives that name what can go wrong.
pub(crate) const RISKS: &[&str] = &[
    "risk",
    "dependency",
    "failure",
    "outage",
    "bottleneck",
    "race",
    "deadlock",
    "corruption",
    "duplicate",
    "loss",
    "breach",
    "leak",
    "fallback",
    "mitigation",
    "contingency",
    "single-point",
    "blast",
    "rollback",
    "regression",
    "incident",
    "deadline",
    "freeze",
    "wrong",
    "expiry",
    "constraint",
    "critical",
    "penalty",
    "lapse",
    "threat",
    "vulnerability",
];
