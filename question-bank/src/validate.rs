//! A draft → a question, or everything that is wrong with what it says.

mod text;

pub(crate) use text::{fault as text_fault, is_control, is_kebab_case};

use std::ops::RangeInclusive;
use std::str::FromStr;

use crate::competency::Competency;
use crate::limits;
use crate::near::Wording;
use crate::parse::{Draft, Field, Texts};
use crate::problem::{Problem, ProblemKind, shorten};
use crate::question::{FeatureLevel, Question, QuestionId};
use crate::words;

/// Judges one draft by itself; what concerns the rest of the bank (ids and prompts used twice) is the bank's to judge.
///
/// Returns a question only when nothing was found and nothing was missing.
pub fn question(file: &str, draft: &Draft) -> (Option<Question>, Vec<Problem>) {
    let mut judge = Judge { file, question: draft.question_id(), problems: Vec::new() };
    let question = judge.question(draft).filter(|_| judge.problems.is_empty());
    judge.problems.sort_by_key(|problem| problem.line);
    (question, judge.problems)
}

struct Judge<'a> {
    file: &'a str,
    question: Option<QuestionId>,
    problems: Vec<Problem>,
}

impl Judge<'_> {
    fn report(&mut self, line: usize, field: &str, what: ProblemKind) {
        let (file, question) = (self.file.to_owned(), self.question.clone());
        self.problems.push(Problem { file, line, field: Some(field.to_owned()), question, what });
    }

    /// Every field is judged before the first `?`, so that the writer sees all problems at once.
    fn question(&mut self, draft: &Draft) -> Option<Question> {
        let id = self.kebab("id", draft.id.as_ref(), limits::ID_CHARS);
        let prompt = self.sentence("prompt", draft.prompt.as_ref(), limits::PROMPT_CHARS);
        let competency = self.named::<Competency>("competency", draft.competency.as_ref());
        let dimensions =
            self.list("dimensions", draft.dimensions.as_ref(), limits::DIMENSIONS, |judge, entry| {
                judge.named("dimensions", Some(entry))
            });
        let kind = self.named("kind", draft.kind.as_ref());
        let level = self.named("level", draft.level.as_ref());
        let minutes = self.minutes(draft.minutes.as_ref());
        let probes = self.list("probes", draft.probes.as_ref(), limits::PROBES, |judge, entry| {
            judge.sentence("probes", Some(entry), limits::PROBE_CHARS)
        });
        self.refuse_repeated_prompt(draft);
        self.refuse_near_entries("probes", draft.probes.as_ref(), limits::PROBES);
        let strong = self.list("strong", draft.strong.as_ref(), limits::STRONG, |judge, entry| {
            judge.text("strong", Some(entry), limits::STRONG_CHARS)
        });
        self.refuse_near_entries("strong", draft.strong.as_ref(), limits::STRONG);
        let quote = self.quote(draft.quote.as_ref());
        let why_short =
            self.text("feature_level.why_short", draft.why_short.as_ref(), limits::FEATURE_LEVEL_CHARS);
        let tags = self.list("tags", draft.tags.as_ref(), limits::TAGS, |judge, entry| {
            judge.kebab("tags", Some(entry), limits::TAG_CHARS)
        });
        let theme = self.text("theme", draft.theme.as_ref(), limits::THEME_CHARS);
        Some(Question {
            id: QuestionId::new(id?),
            prompt: prompt?,
            competency: competency?,
            dimensions: dimensions?,
            kind: kind?,
            level: level?,
            minutes: minutes?,
            probes: probes?,
            strong: strong?,
            feature_level: FeatureLevel { quote: quote?, why_short: why_short? },
            tags: tags?,
            theme: theme?,
            first: draft.first.as_ref().is_some_and(|first| first.value),
        })
    }

    fn text(
        &mut self,
        field: &str,
        written: Option<&Field<String>>,
        chars: RangeInclusive<usize>,
    ) -> Option<String> {
        let Field { value, line } = written?;
        match text::fault(value, chars) {
            Some(what) => self.report(*line, field, what),
            None => return Some(value.clone()),
        }
        None
    }

    fn sentence(
        &mut self,
        field: &str,
        written: Option<&Field<String>>,
        chars: RangeInclusive<usize>,
    ) -> Option<String> {
        let text = self.text(field, written, chars)?;
        if let Some(last) = text::unfinished(&text) {
            self.report(written?.line, field, ProblemKind::Unfinished { last });
            return None;
        }
        Some(text)
    }

    fn quote(&mut self, written: Option<&Field<String>>) -> Option<String> {
        let field = "feature_level.quote";
        let quote = self.text(field, written, limits::FEATURE_LEVEL_CHARS)?;
        if text::quoted(&quote) {
            self.report(written?.line, field, ProblemKind::QuotationMarks);
            return None;
        }
        Some(quote)
    }

    fn kebab(
        &mut self,
        field: &str,
        written: Option<&Field<String>>,
        chars: RangeInclusive<usize>,
    ) -> Option<String> {
        let name = self.text(field, written, chars)?;
        if !text::is_kebab_case(&name) {
            self.report(written?.line, field, ProblemKind::NotKebabCase { text: shorten(&name) });
            return None;
        }
        Some(name)
    }

    fn named<T: FromStr<Err = ProblemKind>>(
        &mut self,
        field: &str,
        written: Option<&Field<String>>,
    ) -> Option<T> {
        let Field { value, line } = written?;
        value.parse().map_err(|what| self.report(*line, field, what)).ok()
    }

    fn minutes(&mut self, written: Option<&Field<String>>) -> Option<u8> {
        let Field { value, line } = written?;
        let minutes = value.parse().ok().filter(|minutes| limits::MINUTES.contains(minutes));
        if minutes.is_none() {
            let (min, max) = (*limits::MINUTES.start(), *limits::MINUTES.end());
            self.report(*line, "minutes", ProblemKind::Minutes { minutes: value.clone(), min, max });
        }
        minutes.and_then(|minutes: i64| u8::try_from(minutes).ok())
    }

    fn list<T>(
        &mut self,
        field: &str,
        written: Option<&Texts>,
        count: RangeInclusive<usize>,
        mut entry: impl FnMut(&mut Self, &Field<String>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Field { value: entries, line } = written?;
        if !count.contains(&entries.len()) {
            let what = ProblemKind::Count { count: entries.len(), min: *count.start(), max: *count.end() };
            self.report(*line, field, what);
            // Thousands of entries would each be compared with all before them.
            return None;
        }
        let said: Vec<_> = entries.iter().map(|entry| words::line(&entry.value)).collect();
        for (at, text) in said.iter().enumerate() {
            if let Some(first) = said[..at].iter().position(|earlier| earlier == text) {
                self.report(entries[at].line, field, ProblemKind::RepeatedEntry { first: first + 1 });
            }
        }
        entries.iter().map(|written| entry(self, written)).collect::<Vec<_>>().into_iter().collect()
    }

    /// Entries with nearly the same telling words; those with the same are told as repeated.
    fn refuse_near_entries(&mut self, field: &str, written: Option<&Texts>, count: RangeInclusive<usize>) {
        let Some(Field { value: entries, .. }) = written.filter(|list| count.contains(&list.value.len()))
        else {
            return;
        };
        let wordings: Vec<Wording> = entries.iter().map(|entry| Wording::of(&entry.value)).collect();
        for (at, wording) in wordings.iter().enumerate() {
            let near = |earlier: &Wording| earlier.tells_enough() && earlier.near(wording);
            let first = wordings[..at].iter().position(near);
            if let Some(first) =
                first.filter(|&first| words::line(&entries[first].value) != words::line(&entries[at].value))
            {
                self.report(entries[at].line, field, ProblemKind::NearEntry { first: first + 1 });
            }
        }
    }

    fn refuse_repeated_prompt(&mut self, draft: &Draft) {
        let (Some(prompt), Some(probes)) = (&draft.prompt, &draft.probes) else { return };
        let prompt = Wording::of(&prompt.value);
        for probe in probes.value.iter().take(*limits::PROBES.end()) {
            if Wording::of(&probe.value).near(&prompt) {
                self.report(probe.line, "probes", ProblemKind::ProbeRepeatsPrompt);
            }
        }
    }
}
