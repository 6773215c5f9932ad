//! Which ids and prompts are taken, and by whom.

use std::collections::HashMap;

use crate::competency::Competency;
use crate::near::Wording;
use crate::parse::Draft;
use crate::problem::{Place, Problem, ProblemKind};
use crate::question::QuestionId;

/// Ids that begin so, too, are the built-in bank's: its questions for new users.
pub(crate) const FIRST_PREFIX: &str = "first";

/// Where a file comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    Builtin,
    User,
    /// A pack, judged by itself.
    Pack,
}

/// The ids and prompts met so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    ids: HashMap<String, Place>,
    prompts: Vec<Prompt>,
    by_words: HashMap<String, usize>,
    by_signpost: HashMap<String, Vec<usize>>,
}

#[derive(Debug, Clone)]
struct Prompt {
    id: QuestionId,
    place: Place,
    source: Source,
    wording: Wording,
}

impl Seen {
    /// Notes a draft's id and prompt, and reports what is taken already.
    pub(crate) fn note(&mut self, file: &str, draft: &Draft, source: Source) -> Vec<Problem> {
        let id_fault = self.note_id(file, draft, source);
        let prompt_fault = self.note_prompt(file, draft, source);
        let question = draft.question_id();
        let problem = |field: &str, line, what| Problem {
            file: file.to_owned(),
            line,
            field: Some(field.to_owned()),
            question: question.clone(),
            what,
        };
        let id_line = draft.id.as_ref().map_or(draft.line, |id| id.line);
        let prompt_line = draft.prompt.as_ref().map_or(draft.line, |prompt| prompt.line);
        let id_problem = id_fault.map(|what| problem("id", id_line, what));
        id_problem.into_iter().chain(prompt_fault.map(|what| problem("prompt", prompt_line, what))).collect()
    }

    /// Notes a question that the app keeps for the user, which was judged when it was kept.
    pub(crate) fn keep(&mut self, id: &QuestionId, prompt: &str, place: &str) {
        let place = Place { file: place.to_owned(), line: 0 };
        self.ids.insert(id.to_string(), place.clone());
        self.push(Prompt { id: id.clone(), place, source: Source::User, wording: Wording::of(prompt) });
    }

    /// Questions that share at least `least` per cent of the telling words with a prompt, the nearest first, with the share.
    pub(crate) fn near(
        &self,
        prompt: &str,
        except: Option<&QuestionId>,
        least: u32,
    ) -> Vec<(QuestionId, u32)> {
        let wording = Wording::of(prompt);
        let others = self.prompts.iter().filter(|other| Some(&other.id) != except);
        let mut near: Vec<_> = others
            .map(|other| (other, other.wording.alike(&wording)))
            .filter(|&(_, share)| share >= least)
            .map(|(other, share)| (other.id.clone(), share))
            .collect();
        near.sort_by_key(|&(_, share)| std::cmp::Reverse(share));
        near
    }

    /// What is wrong with the prompt of a question that the user writes in the app, beside all others.
    pub(crate) fn prompt_fault_of_own(&self, id: &QuestionId, draft: &Draft) -> Option<Problem> {
        let prompt = draft.prompt.as_ref()?;
        let wording = Wording::of(&prompt.value);
        let others = || self.prompts.iter().filter(|other| other.id != *id);
        let same = others().find(|other| other.wording.same_as(&wording));
        let near = || others().find(|other| other.source == Source::User && other.wording.near(&wording));
        let what = match (same, same.is_none().then(near).flatten()) {
            (Some(Prompt { id, place, .. }), _) => {
                ProblemKind::SamePrompt { other: id.clone(), first: place.clone() }
            }
            (None, Some(Prompt { id, place, .. })) => {
                ProblemKind::NearPrompt { other: id.clone(), first: place.clone() }
            }
            (None, None) => return None,
        };
        let (line, question) = (prompt.line, draft.question_id());
        Some(Problem { file: String::new(), line, field: Some("prompt".to_owned()), question, what })
    }

    fn push(&mut self, prompt: Prompt) {
        let at = self.prompts.len();
        self.by_words.insert(prompt.wording.key(), at);
        for word in prompt.wording.signposts() {
            self.by_signpost.entry(word.clone()).or_default().push(at);
        }
        self.prompts.push(prompt);
    }

    /// The question whose prompt has the same words.
    pub(crate) fn of_same_words(&self, prompt: &str) -> Option<&QuestionId> {
        self.by_words.get(&Wording::of(prompt).key()).map(|&at| &self.prompts[at].id)
    }

    fn note_id(&mut self, file: &str, draft: &Draft, source: Source) -> Option<ProblemKind> {
        let id = draft.id.as_ref()?;
        if let Some(first) = self.ids.get(&id.value) {
            let id = draft.question_id()?;
            return Some(ProblemKind::DuplicateId { id, first: first.clone() });
        }
        self.ids.insert(id.value.clone(), Place { file: file.to_owned(), line: id.line });
        let prefix = (source == Source::User).then(|| reserved_prefix(&id.value)).flatten()?;
        Some(ProblemKind::ReservedPrefix { id: draft.question_id()?.to_string(), prefix })
    }

    fn note_prompt(&mut self, file: &str, draft: &Draft, source: Source) -> Option<ProblemKind> {
        let prompt = draft.prompt.as_ref()?;
        let wording = Wording::of(&prompt.value);
        if let Some(&at) = self.by_words.get(&wording.key()) {
            let Prompt { id, place, .. } = self.prompts[at].clone();
            return Some(ProblemKind::SamePrompt { other: id, first: place });
        }
        // A user's question may come near a built-in one: else a new version of the bank could shut out a file that
        // was good the day before.
        let near =
            wording.signposts().iter().filter_map(|word| self.by_signpost.get(word)).flatten().find(|&&at| {
                let other = &self.prompts[at];
                other.source == source && other.wording.near(&wording)
            });
        if let Some(&at) = near {
            let Prompt { id, place, .. } = self.prompts[at].clone();
            return Some(ProblemKind::NearPrompt { other: id, first: place });
        }
        let place = Place { file: file.to_owned(), line: prompt.line };
        // A prompt without an id is noted too: it is named by its place.
        let id = draft.question_id().unwrap_or_else(|| QuestionId::new("a question without id"));
        self.push(Prompt { id, place, source, wording });
        None
    }
}

/// How an id begins that only built-in questions may have.
pub(crate) fn reserved_prefix(id: &str) -> Option<&'static str> {
    let (prefix, _) = id.split_once('-')?;
    let reserved = Competency::ALL.iter().map(|competency| competency.id_prefix()).chain([FIRST_PREFIX]);
    reserved.into_iter().find(|reserved| *reserved == prefix)
}
