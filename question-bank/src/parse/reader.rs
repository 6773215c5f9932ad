//! Values that know their lines → fields of the right types, and what is wrong with the others.

use super::node::{Node, Table, Value};
use super::{Field, Texts};
use crate::problem::{Problem, ProblemKind, shorten};
use crate::question::QuestionId;
use crate::suggest;

/// Collects what is wrong while a file is read.
pub(crate) struct Reader<'a> {
    pub(crate) file: &'a str,
    /// The question being read, when its id could be.
    pub(crate) question: Option<QuestionId>,
    pub(crate) problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub(crate) fn of(file: &'a str) -> Self {
        Reader { file, question: None, problems: Vec::new() }
    }

    pub(crate) fn report(&mut self, line: usize, field: Option<&str>, what: ProblemKind) {
        let (file, question) = (self.file.to_owned(), self.question.clone());
        self.problems.push(Problem { file, line, field: field.map(str::to_owned), question, what });
    }

    /// Reports fields that are not known; `noun` names what has the fields.
    pub(crate) fn refuse_unknown(
        &mut self,
        table: &Table<'_>,
        noun: &'static str,
        within: &str,
        known: &'static [&'static str],
    ) {
        for entry in &table.entries {
            let name = entry.key.as_ref();
            if !known.contains(&name) {
                let nearest = suggest::nearest(name, known);
                let field = format!("{within}{}", shorten(name));
                let what = ProblemKind::UnknownField { noun, name: shorten(name), nearest, known };
                self.report(entry.line, Some(&field), what);
            }
        }
    }

    pub(crate) fn wrong_type(&mut self, field: &str, node: &Node<'_>, expected: &'static str) {
        let what = ProblemKind::WrongType { found: node.value.type_name(), expected };
        self.report(node.line, Some(field), what);
    }

    /// The value under `key`, which has to be there; `line` is that of the table.
    pub(crate) fn required<'t, 'n>(
        &mut self,
        line: usize,
        table: &'t Table<'n>,
        key: &str,
        field: &str,
        hint: &'static str,
    ) -> Option<&'t Node<'n>> {
        let value = table.get(key);
        if value.is_none() {
            self.report(line, Some(field), ProblemKind::Missing { hint });
        }
        value
    }

    pub(crate) fn text(
        &mut self,
        line: usize,
        table: &Table<'_>,
        key: &str,
        field: &str,
        hint: &'static str,
    ) -> Option<Field<String>> {
        let node = self.required(line, table, key, field, hint)?;
        self.as_text(field, node)
    }

    pub(crate) fn as_text(&mut self, field: &str, node: &Node<'_>) -> Option<Field<String>> {
        if let Value::Text(text) = &node.value {
            return Some(Field { value: text.to_string(), line: node.line });
        }
        self.wrong_type(field, node, "text in quotation marks");
        None
    }

    pub(crate) fn texts(
        &mut self,
        line: usize,
        table: &Table<'_>,
        key: &str,
        hint: &'static str,
    ) -> Option<Texts> {
        let node = self.required(line, table, key, key, hint)?;
        self.as_texts(key, node)
    }

    pub(crate) fn as_texts(&mut self, field: &str, node: &Node<'_>) -> Option<Texts> {
        let Value::List(entries) = &node.value else {
            self.wrong_type(field, node, "a list of texts in square brackets");
            return None;
        };
        let texts: Vec<_> = entries.iter().filter_map(|entry| self.as_text(field, entry)).collect();
        // A list with a hole in it would be counted wrongly.
        (texts.len() == entries.len()).then_some(Field { value: texts, line: node.line })
    }

    /// A whole number, in base ten where possible.
    pub(crate) fn as_number(&mut self, field: &str, node: &Node<'_>) -> Option<Field<String>> {
        if let Value::Integer(digits) = &node.value {
            return Some(Field { value: digits.to_string(), line: node.line });
        }
        self.wrong_type(field, node, "a whole number, without quotation marks");
        None
    }

    pub(crate) fn flag(&mut self, table: &Table<'_>, key: &str) -> Option<Field<bool>> {
        let node = table.get(key)?;
        if let Value::Flag(flag) = node.value {
            return Some(Field { value: flag, line: node.line });
        }
        self.wrong_type(key, node, "true or false, without quotation marks");
        None
    }
}
