//! Which hits stand: the weighing of their sentence decides, and marks claims that no pattern knows.

use crate::kinds::{Agent, Dimension, Kind, Mode};
use crate::reading::{Reading, Utterance};
use crate::rules::{self, Hit, Rule, RuleBook};
use crate::span::Span;
use crate::weighing::{self, Balance, ClassSet, Source, Statement, Weighed, Weighing, Who};

use super::register::Register;

/// The hits that stand, and how each sentence was weighed.
#[derive(Debug)]
pub(crate) struct Settled {
    pub(crate) hits: Vec<Hit>,
    pub(crate) weighing: Weighing,
    pub(crate) register: Register,
}

/// What is left alone: rule and place in bytes of findings that the user ignored.
pub(crate) type Ignored<'a> = &'a [(String, Span)];

/// Finds, weighs, drops what its sentence does not bear out, and adds what no pattern found. In a text that does not speak of work
/// only remarks on single words stand.
pub(crate) fn settle(book: &RuleBook, reading: &Reading, mode: Mode, ignored: Ignored) -> Settled {
    let mut settled = settle_part(book, reading, mode, ignored);
    if !settled.register.speaks_of_work(&book.words_of_work) {
        settled.hits.retain(|hit| {
            let rule = &book.rules[hit.rule];
            !rule.builtin || matches!(rule.info.kind, Kind::Hedge | Kind::Filler)
        });
    }
    settled
}

/// The same for a part of a text that speaks of work as a whole.
pub(crate) fn settle_part(book: &RuleBook, reading: &Reading, mode: Mode, ignored: Ignored) -> Settled {
    let source =
        Source { reading, vocabulary: &book.vocabulary, classes: &book.classes, mode, as_own: false };
    let all = rules::find(book, reading, mode);
    let silenced = |hit: &Hit| {
        let info = &book.rules[hit.rule].info;
        let span = reading.span(hit.from, hit.to);
        !info.enabled || ignored.iter().any(|(rule, place)| *rule == *info.id && place.overlaps(span))
    };
    let (silent, hits): (Vec<Hit>, Vec<Hit>) = all.into_iter().partition(silenced);
    let weighing = weighing::weigh(&source, &book.weights, &hits);
    let mut settled = Vec::with_capacity(hits.len());
    let mut at = 0;
    for (number, utterance) in reading.utterances.iter().enumerate() {
        let from = settled.len();
        let balance = weighing.sentences[number];
        while let Some(hit) = hits.get(at).filter(|hit| hit.from < utterance.to) {
            if !utterance.heading && borne_out(book, hit, balance) {
                let hidden =
                    book.rules[hit.rule].info.kind == Kind::HiddenActor && hit.agent != Agent::Shared;
                settled.push(Hit { open: hidden && balance.coordination <= 0.0, ..*hit });
            }
            at += 1;
        }
        let sure = sure_of(book, &settled[from..]);
        let denied = |hit: &Hit| {
            !book.rules[hit.rule].sure
                && Side::Coordination.has(book.rules[hit.rule].info.kind)
                && sure.iter().any(|(start, end)| hit.from < *end && *start < hit.to)
        };
        let kept: Vec<Hit> = settled.drain(from..).filter(|hit| !denied(hit)).collect();
        settled.extend(kept);
        for side in [Side::Ownership, Side::Coordination] {
            if side == Side::Coordination && !sure.is_empty() {
                continue;
            }
            let has = settled[from..].iter().any(|hit| side.shown_by(book, hit));
            if side.of(balance) > side.bar() && !has && !utterance.heading {
                let statements = weighing.of(number);
                let about = about(book, &source, side, utterance, statements);
                let mark = unmarked(book, &source, (side, about), statements, &silent, ignored);
                if let Some(mark) = mark
                    && !taken_as_own(book, &mut settled[from..], &mark)
                {
                    settled.push(mark);
                }
            }
        }
    }
    settled.sort_by_key(|hit| (hit.from, hit.to, hit.rule));
    let register = Register::of(&source, &weighing);
    Settled { hits: settled, weighing, register }
}

/// An outcome that a pattern found where the speaker's claim would be marked ("refunds went from forty to zero") is that claim: it is
/// taken as theirs instead of being marked twice.
fn taken_as_own(book: &RuleBook, hits: &mut [Hit], mark: &Hit) -> bool {
    let strong = |hit: &Hit| book.rules[hit.rule].info.kind == Kind::Strong;
    let outcome = hits.iter_mut().find(|hit| {
        strong(mark) && strong(hit) && hit.agent == Agent::None && hit.from < mark.to && mark.from < hit.to
    });
    outcome.map(|hit| hit.agent = Agent::Own).is_some()
}

/// What the rules of deeds would mark if each sentence were weighed as a claim of this kind, about this dimension, and no pattern
/// marked it: what the examples of such a rule are held against, so that new weights leave them as they are.
pub(crate) fn if_weighed_so(
    book: &RuleBook,
    reading: &Reading,
    kind: Kind,
    dimension: Dimension,
) -> Vec<Hit> {
    let source = Source {
        reading,
        vocabulary: &book.vocabulary,
        classes: &book.classes,
        mode: Mode::Behavioral,
        as_own: false,
    };
    let weighing = weighing::weigh(&source, &book.weights, &[]);
    let side = if kind == Kind::Strong { Side::Ownership } else { Side::Coordination };
    (0..reading.utterances.len())
        .filter_map(|number| unmarked(book, &source, (side, dimension), weighing.of(number), &[], &[]))
        .collect()
}

/// Where strong rules are sure of what they found.
fn sure_of(book: &RuleBook, hits: &[Hit]) -> Vec<(usize, usize)> {
    let sure = |hit: &&Hit| {
        let rule = &book.rules[hit.rule];
        rule.sure && rule.info.kind == Kind::Strong && hit.agent == Agent::Own
    };
    hits.iter().filter(sure).map(|hit| (hit.from, hit.to)).collect()
}

/// Whether the sentence as a whole is what the hit says it is. A user's own rules are taken at their word.
fn borne_out(book: &RuleBook, hit: &Hit, balance: Balance) -> bool {
    let rule = &book.rules[hit.rule];
    if !rule.builtin || rule.sure || hit.lesson {
        return true;
    }
    match rule.info.kind {
        Kind::Strong if hit.agent == Agent::Own => balance.ownership > 0.0,
        Kind::Weak => balance.coordination > 0.0,
        Kind::HiddenActor if hit.agent != Agent::Shared => balance.coordination > 0.0,
        _ => true,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Ownership,
    Coordination,
}

impl Side {
    fn of(self, balance: Balance) -> f32 {
        match self {
            Side::Ownership => balance.ownership,
            Side::Coordination => balance.coordination,
        }
    }

    /// What a sentence has to pass that no pattern knows, in log-odds.
    fn bar(self) -> f32 {
        match self {
            Side::Ownership => 0.0,
            Side::Coordination => SURER,
        }
    }

    /// Whether a finding of this kind shows the side.
    fn has(self, kind: Kind) -> bool {
        match self {
            Side::Ownership => kind == Kind::Strong,
            Side::Coordination => matches!(kind, Kind::Weak | Kind::HiddenActor),
        }
    }

    fn shown_by(self, book: &RuleBook, hit: &Hit) -> bool {
        let kind = book.rules[hit.rule].info.kind;
        match self {
            Side::Ownership => kind == Kind::Strong && hit.agent == Agent::Own,
            Side::Coordination => self.has(kind) && hit.agent != Agent::Shared || kind == Kind::Weak,
        }
    }
}

/// Coordination that no pattern knows has to be two and a half times likelier than not: a mark on innocent words costs more trust than
/// one that is missing. Chosen with the sentences of strangers in view, where one in three such marks was wrong at 0.
pub(crate) const SURER: f32 = 0.9;

/// A deed that comes more words than this after the subject is marked without it.
const FARTHEST: usize = 9;
/// A mark of fewer words takes in its whole statement, up to [`MOST_WORDS`].
const FEWEST_WORDS: usize = 3;
const MOST_WORDS: usize = 12;

/// The mark of a claim that no pattern found: on the statement that weighs most, by the first rule for its deeds in the dimension that
/// the sentence is about.
fn unmarked(
    book: &RuleBook,
    source: &Source,
    (side, about): (Side, Dimension),
    statements: &[Weighed],
    silent: &[Hit],
    ignored: Ignored,
) -> Option<Hit> {
    let reading = source.reading;
    // What others do is neither the speaker's own nor coordination of theirs, though it may stand beside it.
    if statements.iter().all(|weighed| weighed.statement.who == Who::They) {
        return None;
    }
    let own = |weighed: &Weighed| u8::from(side == Side::Ownership && weighed.statement.who == Who::I);
    let best = statements
        .iter()
        .filter(|weighed| weighed.statement.first < weighed.statement.last)
        .max_by(|a, b| own(a).cmp(&own(b)).then(side.of(a.share).total_cmp(&side.of(b.share))))
        .or_else(|| statements.first())?;
    let statement = best.statement;
    let within = |hit: &&Hit| (statement.from..statement.to).contains(&hit.head);
    if silent.iter().filter(within).any(|hit| side.has(book.rules[hit.rule].info.kind)) {
        return None;
    }
    let claims = &reading.claims[statement.first..statement.last];
    let (rule, claim) = book.of_deeds.iter().find_map(|index| {
        let rule = &book.rules[*index];
        let any = rule.deeds == ClassSet::MAX;
        let fits =
            side.has(rule.info.kind) && (rule.info.dimension == about || !any && is_apart(book, side, rule));
        let claim = claims.iter().find(|claim| {
            let end = (claim.end as usize).max(claim.verb as usize + 1);
            let (deeds, things) = (source.deeds(claim, end), source.things(claim, end));
            any || rule.deeds & deeds != 0 && (rule.things == 0 || rule.things & things != 0)
        });
        (fits && (claim.is_some() || any)).then_some((*index, claim))
    })?;
    if side == Side::Coordination
        && book.rules[rule].deeds == ClassSet::MAX
        && (is_background(best) || claim.is_some() && tells_how_things_were(source, statements))
    {
        return None;
    }
    let info = &book.rules[rule].info;
    let (from, head, core) = match claim {
        Some(claim) => {
            let verb = claim.verb as usize;
            // A deed that hangs on another is marked with it: "I'd look after them by ringing round".
            let main =
                if claim.flags.dependent { claims[0].subject as usize } else { claim.subject as usize };
            let main = if verb > main + FARTHEST { verb } else { main };
            (main.clamp(statement.from, verb), verb, verb + 1)
        }
        None => (
            statement.from,
            statement.from,
            (statement.from + 1).max(statement.to.min(statement.from + MOST_WORDS)),
        ),
    };
    let to = if claim.is_some() { rules::extent(reading, claim, info.kind, from, core) } else { core };
    // One or two words alone say nothing to a reader.
    let (from, to) = if to < from + FEWEST_WORDS {
        (statement.from, statement.to.min(statement.from + MOST_WORDS).max(to))
    } else {
        (from, to)
    };
    let hit = Hit { rule, from, core, to, head, agent: Agent::Own, lesson: false, open: false };
    let span = reading.span(from, to);
    let left_alone = !info.enabled
        || ignored.iter().any(|(rule, place)| {
            place.overlaps(span)
                && book.rules.iter().any(|known| *known.info.id == **rule && side.has(known.info.kind))
        });
    (!left_alone).then_some(hit)
}

/// The dimension that a sentence is about. What is about one without a rule of any deed on this side is about ownership: somebody who
/// decides, owns.
fn about(
    book: &RuleBook,
    source: &Source,
    side: Side,
    utterance: &Utterance,
    statements: &[Weighed],
) -> Dimension {
    let statements: Vec<Statement> = statements.iter().map(|weighed| weighed.statement).collect();
    let sums = book.leanings.of(source, &book.weights, utterance, &statements, side == Side::Ownership);
    Dimension::ALL
        .into_iter()
        .zip(sums)
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(dimension, _)| dimension)
        .filter(|dimension| takes_any(book, side, *dimension))
        .unwrap_or(Dimension::Ownership)
}

/// Whether a dimension has a rule of any deed on this side.
fn takes_any(book: &RuleBook, side: Side, dimension: Dimension) -> bool {
    book.of_deeds.iter().any(|index| {
        let rule = &book.rules[*index];
        rule.deeds == ClassSet::MAX && rule.info.dimension == dimension && side.has(rule.info.kind)
    })
}

/// A rule of named deeds that is taken at its word: a user's own, or one of a dimension too rare on its side to be told by weights.
fn is_apart(book: &RuleBook, side: Side, rule: &Rule) -> bool {
    !rule.builtin || !takes_any(book, side, rule.info.dimension)
}

/// A statement that is so much likelier situation than action or task, in log-odds, and likelier than result, is nobody's activity: "we
/// had a deadline in September and six teams had to deliver". The sentences of the tuning half lose less than 0.001 of their F1 by it.
const BACKGROUND: f32 = 2.0;

fn is_background(weighed: &Weighed) -> bool {
    let [situation, task, action, result] = weighed.parts;
    situation > result && situation - task.max(action) > BACKGROUND
}

/// Whether the sentence only says how things were: "there was a lot of pressure on the team". That is nobody's activity, unless it
/// is told as a success or as help.
fn tells_how_things_were(source: &Source, statements: &[Weighed]) -> bool {
    let reading = source.reading;
    let classes = source.classes;
    let boast_or_help = classes.colour_bit("success") | classes.colour_bit("helper");
    statements.iter().all(|Weighed { statement, .. }| {
        let claims = &reading.claims[statement.first..statement.last];
        let words = &reading.words[statement.from..statement.to];
        claims.iter().all(|claim| claim.flags.state && claim.agent == Agent::None)
            && !words.iter().any(|word| classes.colour(word.id) & boast_or_help != 0)
    })
}
