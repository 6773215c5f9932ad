//! The check itself: one pass from text to result.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::check::{ByDimension, Check, Coverage, Finding, Scores, Structure};
use crate::judge::{self, Marked, Story, Substance, Tally};
use crate::kinds::{CoverageItem, Dimension, Kind, Language, Level, Mode};
use crate::language::English;
use crate::reading::Reading;
use crate::rules::{self, RuleBook, RuleError, RuleInfo};
use crate::span::Span;
use crate::weighing::{Feature, Source, Weighing};

/// What is to be checked. Typed and spoken answers are read alike: nothing depends on punctuation.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The answer.
    pub text: &'a str,
    /// What the question asks for.
    pub mode: Mode,
    /// The role that is interviewed for.
    pub level: Level,
}

impl<'a> Input<'a> {
    /// A typed answer to a behavioural question.
    pub const fn typed(text: &'a str) -> Input<'a> {
        Input { text, mode: Mode::Behavioral, level: Level::Senior }
    }
}

/// The rules that come with the program, sets first.
const BUILTIN: &[(&str, &str)] = &[
    ("sets.toml", include_str!("../rules/sets.toml")),
    ("ownership.toml", include_str!("../rules/ownership.toml")),
    ("systems.toml", include_str!("../rules/systems.toml")),
    ("decisions.toml", include_str!("../rules/decisions.toml")),
    ("foresight.toml", include_str!("../rules/foresight.toml")),
    ("direction.toml", include_str!("../rules/direction.toml")),
    ("impact.toml", include_str!("../rules/impact.toml")),
    ("influence.toml", include_str!("../rules/influence.toml")),
    ("delivery.toml", include_str!("../rules/delivery.toml")),
];

static CHECKER: LazyLock<Checker> = LazyLock::new(|| {
    let (book, _) = rules::load(BUILTIN, &BTreeSet::new(), BUILTIN.len(), BUILTIN.len());
    Checker::new(book)
});

/// Holds compiled rules. Cheap to share, about ten milliseconds to build.
#[derive(Debug, Clone)]
pub struct Checker {
    pub(crate) book: RuleBook,
    infos: Vec<RuleInfo>,
}

/// One statement as the weighing sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observed {
    /// The number of its sentence, from 0.
    pub sentence: usize,
    /// Its place in bytes.
    pub span: Span,
    /// The names of its features. What holds of the whole sentence stands with its first statement.
    pub features: BTreeSet<String>,
    /// The names of those that are looked at for the parts of a story alone.
    pub of_parts: BTreeSet<String>,
}

impl Checker {
    fn new(book: RuleBook) -> Checker {
        let infos: Vec<RuleInfo> = book.rules.iter().map(|rule| rule.info.clone()).collect();
        Checker { book, infos }
    }

    /// The checker with the rules that come with the program.
    pub fn builtin() -> &'static Checker {
        &CHECKER
    }

    /// The built-in rules with a user's files on top and some rules switched off. What is broken is named and left out; the
    /// rest works.
    pub fn with_rules(extra: &[(String, String)], off: &BTreeSet<String>) -> (Checker, Vec<RuleError>) {
        let files: Vec<(&str, &str)> = BUILTIN
            .iter()
            .copied()
            .chain(extra.iter().map(|(name, text)| (name.as_str(), text.as_str())))
            .collect();
        let (book, errors) = rules::load(&files, off, BUILTIN.len(), BUILTIN.len());
        (Checker::new(book), errors)
    }

    /// Runs the examples of the built-in rules; empty unless a rule was broken while it was edited.
    pub fn prove_builtin() -> Vec<RuleError> {
        rules::load(BUILTIN, &BTreeSet::new(), BUILTIN.len(), 0).1
    }

    /// Every rule, in the order of the files.
    pub fn rules(&self) -> &[RuleInfo] {
        &self.infos
    }

    /// Checks a text. Never fails: what is no English prose gives no findings.
    pub fn check(&self, input: &Input) -> Check {
        self.check_ignoring(input, &[])
    }

    /// Checks a text, leaving out findings (rule and place in bytes) that the user ignored.
    pub fn check_ignoring(&self, input: &Input, ignored: &[(String, Span)]) -> Check {
        let reading = Reading::of(input.text, &self.book.vocabulary);
        let language = English::of(&reading, &self.book.vocabulary).language(reading.count);
        if language != Language::English {
            return empty(language, reading.count);
        }
        let settled = judge::settle(&self.book, &reading, input.mode, ignored);
        let marks = judge::marked(&self.book, &reading, judge::select(&self.book, settled.hits));
        self.assemble(input, &reading, &marks, &settled.weighing)
    }

    /// For each statement the names of what the weighing looks at: what `cargo xtask phrasing-fit` learns from.
    pub fn observations(&self, input: &Input) -> Vec<Observed> {
        let book = &self.book;
        let reading = Reading::of(input.text, &book.vocabulary);
        let hits = rules::find(book, &reading, input.mode);
        let ids: Vec<&str> = self.infos.iter().map(|info| &*info.id).collect();
        let source = Source {
            reading: &reading,
            vocabulary: &book.vocabulary,
            classes: &book.classes,
            mode: input.mode,
            as_own: false,
        };
        let mut statements = Vec::new();
        let mut all = Vec::new();
        let mut told = Vec::new();
        for (sentence, utterance) in reading.utterances.iter().enumerate() {
            let from = hits.partition_point(|hit| hit.from < utterance.from);
            let to = hits.partition_point(|hit| hit.from < utterance.to);
            source.statements(utterance, &mut statements);
            let first = all.len();
            all.extend(statements.iter().map(|statement| Observed {
                sentence,
                span: reading.span(statement.from, statement.to),
                features: BTreeSet::new(),
                of_parts: BTreeSet::new(),
            }));
            source.features(utterance, &statements, &hits[from..to], &mut |at: usize, feature: Feature| {
                all[first + at].features.insert(feature.name(&book.classes, &book.vocabulary, &ids));
            });
            let from_here = statements.iter().enumerate().map(|(at, statement)| (first + at, *statement));
            told.extend(from_here.filter(|(_, statement)| statement.from < statement.to));
        }
        let first = judge::first_deed(told.iter().map(|(_, statement)| statement));
        for (at, (number, statement)) in told.iter().enumerate() {
            let since = at as isize - first as isize;
            judge::tells(&reading, &book.vocabulary, statement, since, |feature| {
                let name = feature.name(&book.classes, &book.vocabulary, &ids);
                all[*number].of_parts.insert(name);
            });
        }
        all
    }

    fn assemble(&self, input: &Input, reading: &Reading, marks: &[Marked], weighing: &Weighing) -> Check {
        let vocabulary = &self.book.vocabulary;
        let coverage = judge::cover(reading, marks, input.mode);
        let structure =
            judge::structure(&Story { reading, vocabulary, weights: &self.book.weights, weighing });
        let substance = Substance::of(reading, vocabulary, &self.book.classes);
        let covered = CoverageItem::ALL.iter().filter(|item| !coverage.get(**item).is_empty()).count();
        let lengths: Vec<usize> =
            reading.utterances.iter().map(|utterance| reading.length(utterance)).collect();
        let tally = Tally::of(
            marks,
            &lengths,
            &weighing.shared,
            self.book.rules.len(),
            covered,
            &substance,
            input.level,
        );
        let now = tally.overall();
        let mut probed = ByDimension::<bool>::default();
        let mut sentence_of = Vec::with_capacity(marks.len());
        let mut findings = Vec::with_capacity(marks.len());
        for mark in marks {
            if matches!(mark.kind, Kind::Strong | Kind::Weak) {
                *probed.of_mut(mark.dimension) = true;
            }
            sentence_of.push(mark.utterance);
            findings.push(self.finding(mark, now - tally.without(mark)));
        }
        let missing = judge::missing(input, &coverage, &structure, &tally);
        let fixes = judge::fixes(input.text, &findings, &sentence_of, &missing);
        let sentences = judge::sentences(reading, marks);
        self.add_fillers(&reading.fillers, &mut findings);
        // Fixes point at findings by index, and fillers moved them.
        let fixes = reindex(fixes, marks, &findings);
        Check {
            language: Language::English,
            words: reading.count,
            sentences,
            findings,
            scores: tally.scores(),
            probed,
            agency: judge::agency(reading),
            structure,
            coverage,
            missing,
            fixes,
        }
    }

    /// What a mark says, with the points that it moves.
    pub(crate) fn finding(&self, mark: &Marked, points: f32) -> Finding {
        let info = &self.book.rules[mark.hit.rule].info;
        Finding {
            span: mark.span,
            rule: info.id.clone(),
            dimension: mark.dimension,
            kind: mark.kind,
            agent: mark.hit.agent,
            weight: mark.weight,
            points,
            note: info.note.clone(),
            why: info.why.clone(),
            ask: info.ask.clone(),
            say: info.say.clone(),
        }
    }

    /// Hesitations are no words of any pattern, so they are added by themselves.
    pub(crate) fn add_fillers(&self, fillers: &[Span], findings: &mut Vec<Finding>) {
        if fillers.is_empty() {
            return;
        }
        let Some(info) = self.infos.iter().find(|info| info.kind == Kind::Filler && info.enabled) else {
            return;
        };
        findings.extend(fillers.iter().map(|span| Finding {
            span: *span,
            rule: info.id.clone(),
            dimension: Dimension::Ownership,
            kind: Kind::Filler,
            agent: crate::kinds::Agent::None,
            weight: 0.0,
            points: 0.0,
            note: info.note.clone(),
            why: info.why.clone(),
            ask: info.ask.clone(),
            say: None,
        }));
        findings.sort_by_key(|finding| (finding.span.start, finding.span.end));
    }
}

fn reindex(
    mut fixes: Vec<crate::check::Fix>,
    marks: &[Marked],
    findings: &[Finding],
) -> Vec<crate::check::Fix> {
    for fix in &mut fixes {
        if let crate::check::About::Finding(index) = &mut fix.about
            && let Some(mark) = marks.get(*index)
            && let Some(now) =
                findings.iter().position(|finding| finding.span == mark.span && finding.kind == mark.kind)
        {
            *index = now;
        }
    }
    fixes
}

fn empty(language: Language, words: usize) -> Check {
    Check {
        language,
        words,
        sentences: Vec::new(),
        findings: Vec::new(),
        scores: Scores::default(),
        probed: ByDimension::default(),
        agency: crate::check::Agency::default(),
        structure: Structure::default(),
        coverage: Coverage::default(),
        missing: Vec::new(),
        fixes: Vec::new(),
    }
}
