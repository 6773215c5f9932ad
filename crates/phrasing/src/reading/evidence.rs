//! What an utterance offers beside its claims: a reason, a contrast, a figure, a risk, a system.

use super::{Reading, Shape};
use crate::lexicon::{Group, Pos, Vocabulary};

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
    let lower = reading.lower(index);
    let next = reading.lower(index + 1);
    match lower {
        "because" | "cause" | "cos" if word.pos != Pos::Noun && word.pos != Pos::Verb => {
            set.insert(Evidence::Reason)
        }
        "since" | "as" if word.pos == Pos::Subordinator => set.insert(Evidence::Reason),
        "meaning" if word.pos != Pos::Noun => set.insert(Evidence::Reason),
        "due" if next == "to" => set.insert(Evidence::Reason),
        "which" if matches!(next, "meant" | "means" | "would") => set.insert(Evidence::Reason),
        "so" if next == "that" => set.insert(Evidence::Reason),
        "so" if index > from + 2 && word.pos == Pos::Conjunction => set.insert(Evidence::Consequence),
        "therefore" | "hence" | "thus" => set.insert(Evidence::Consequence),
        "instead" | "rather" | "whereas" | "unlike" => set.insert(Evidence::Contrast),
        "over"
            if index > from
                && reading.is(index - 1, Pos::Noun)
                && word.pos == Pos::Preposition
                && !matches!(next, "the" | "a" | "two" | "three") =>
        {
            set.insert(Evidence::Contrast)
        }
        "not"
            if reading.is(index + 1, Pos::Determiner)
                || reading.is(index + 1, Pos::Noun)
                || matches!(next, "by" | "for" | "in" | "as" | "on") =>
        {
            set.insert(Evidence::Contrast);
        }
        "exchange" | "expense" | "favour" | "favor" => set.insert(Evidence::Contrast),
        "against" => set.insert(Evidence::Contrast),
        "if" | "unless" | "until" | "whenever" => set.insert(Evidence::Condition),
        "when" | "once" if word.pos == Pos::Subordinator => set.insert(Evidence::Condition),
        "before" | "beforehand" | "upfront" | "advance" | "early" | "ahead" => set.insert(Evidence::Early),
        _ => {}
    }
    if word.pos == Pos::Number
        && index > from
        && !matches!(
            lower,
            "one" | "first" | "second" | "once" | "twice" | "half" | "double" | "third" | "zero"
        )
    {
        set.insert(Evidence::Number);
    }
    if matches!(lower, "percent" | "p50" | "p90" | "p95" | "p99" | "halved" | "doubled" | "tripled") {
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
            if matches!(lower, "stopped" | "disappeared" | "vanished")
                && index > from
                && reading.is(index - 1, Pos::Noun)
            {
                set.insert(Evidence::Change);
            }
            let lemma = vocabulary.word(word.lemma);
            let first = lemma.split(' ').next().unwrap_or(lemma);
            if matches!(
                first,
                "notice"
                    | "discover"
                    | "trace"
                    | "spot"
                    | "realise"
                    | "realize"
                    | "find"
                    | "uncover"
                    | "see"
                    | "diagnose"
                    | "prove"
                    | "measure"
                    | "count"
            ) {
                set.insert(Evidence::Discovery);
            }
            if matches!(
                first,
                "drop"
                    | "fall"
                    | "rise"
                    | "halve"
                    | "double"
                    | "triple"
                    | "grow"
                    | "shrink"
                    | "improve"
                    | "reduce"
                    | "increase"
                    | "decline"
                    | "recover"
            ) || lemma == "go down"
                || lemma == "go up"
                || lemma == "come down"
            {
                set.insert(Evidence::Change);
            }
            if matches!(
                first,
                "break"
                    | "fail"
                    | "crash"
                    | "lose"
                    | "lock"
                    | "overload"
                    | "corrupt"
                    | "leak"
                    | "lapse"
                    | "miss"
                    | "expire"
                    | "flatten"
                    | "collide"
            ) {
                set.insert(Evidence::Risk);
            }
        }
        _ => {}
    }
}

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
