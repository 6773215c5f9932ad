//! What the three formats have in common: values that know their lines.

use std::borrow::Cow;

/// A value and the line on which it is written, from 1.
#[derive(Debug)]
pub(crate) struct Node<'a> {
    pub(crate) line: usize,
    pub(crate) value: Value<'a>,
}

/// A value of a file.
#[derive(Debug)]
pub(crate) enum Value<'a> {
    Text(Cow<'a, str>),
    /// In base ten where possible, so that a number of any size can be shown.
    Integer(Cow<'a, str>),
    Decimal,
    Flag(bool),
    Date,
    Nothing,
    List(Vec<Node<'a>>),
    Table(Table<'a>),
}

/// Named values, in the order of the file where that is known.
#[derive(Debug, Default)]
pub(crate) struct Table<'a> {
    pub(crate) entries: Vec<Entry<'a>>,
}

/// A value with its name.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub(crate) key: Cow<'a, str>,
    /// Line of the name.
    pub(crate) line: usize,
    pub(crate) node: Node<'a>,
}

impl<'a> Table<'a> {
    pub(crate) fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.node)
    }
}

impl Value<'_> {
    /// What it is, for messages.
    pub(crate) fn type_name(&self) -> &'static str {
        match self {
            Value::Text(_) => "text",
            Value::Integer(_) => "a whole number",
            Value::Decimal => "a decimal number",
            Value::Flag(_) => "true or false",
            Value::Date => "a date",
            Value::Nothing => "nothing",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
        }
    }
}
