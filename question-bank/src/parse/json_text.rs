//! JSON → values that know their lines.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::Fault;
use super::lines::Lines;
use super::node::{Entry, Node, Table, Value};
use crate::problem::{ProblemKind, shorten};

/// How deep values are looked into: file, list, question, list, text. What lies deeper is of the wrong type anyway.
const DEPTH: usize = 5;

/// The table that a file is.
pub(super) fn read(text: &str) -> Result<Table<'_>, Fault> {
    let reader = Reader { text, lines: Lines::of(text) };
    // The parser checks the whole text here, without going down into it, so that no nesting is too deep for it.
    let whole: &RawValue = serde_json::from_str(text).map_err(|error| fault(&error, 0))?;
    let node = reader.node(whole, 0)?;
    match node.value {
        Value::Table(table) => Ok(table),
        other => Err((
            node.line,
            ProblemKind::WrongType {
                found: other.type_name(),
                expected: "an object with a list \"question\"",
            },
        )),
    }
}

struct Reader<'a> {
    text: &'a str,
    lines: Lines<'a>,
}

impl<'a> Reader<'a> {
    /// Line of a piece of the text.
    fn line(&self, piece: &str) -> usize {
        self.lines.at((piece.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize))
    }

    fn node(&self, raw: &'a RawValue, depth: usize) -> Result<Node<'a>, Fault> {
        let text = raw.get();
        let line = self.line(text);
        let inside = |error: serde_json::Error| fault(&error, line - 1);
        let value = match text.as_bytes().first() {
            Some(b'"') => Value::Text(Cow::Owned(serde_json::from_str(text).map_err(inside)?)),
            Some(b't') => Value::Flag(true),
            Some(b'f') => Value::Flag(false),
            Some(b'n') => Value::Nothing,
            Some(b'[') if depth < DEPTH => {
                let entries: Vec<&RawValue> = serde_json::from_str(text).map_err(inside)?;
                Value::List(
                    entries.into_iter().map(|entry| self.node(entry, depth + 1)).collect::<Result<_, _>>()?,
                )
            }
            Some(b'[') => Value::List(Vec::new()),
            Some(b'{') if depth < DEPTH => {
                let fields: Fields<'_> = serde_json::from_str(text).map_err(inside)?;
                let mut entries: Vec<Entry<'_>> = Vec::with_capacity(fields.0.len());
                for (key, value) in fields.0 {
                    let node = self.node(value, depth + 1)?;
                    if entries.iter().any(|earlier| earlier.key == key) {
                        let message = format!("the field `{}` is there twice", shorten(&key));
                        return Err((node.line, ProblemKind::NotJson { message }));
                    }
                    entries.push(Entry { key: Cow::Owned(key), line: node.line, node });
                }
                Value::Table(Table { entries })
            }
            Some(b'{') => Value::Table(Table::default()),
            _ if text.contains(['.', 'e', 'E']) => Value::Decimal,
            _ => Value::Integer(Cow::Owned(shorten(text))),
        };
        Ok(Node { line, value })
    }
}

/// The parser's message; its own words for the place are left out, which the line says.
fn fault(error: &serde_json::Error, lines_before: usize) -> Fault {
    let message = error.to_string();
    let message = message.rsplit_once(" at line ").map_or(&*message, |(message, _)| message).to_owned();
    ((error.line() + lines_before).max(1), ProblemKind::NotJson { message })
}

/// The fields of an object as they are written. More than so many are nobody's question.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

/// Fields that an object may have before it is refused as a whole; each is compared with those before it.
const MOST_FIELDS: usize = 500;

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reading;
        impl<'de> Visitor<'de> for Reading {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    if fields.len() == MOST_FIELDS {
                        return Err(A::Error::custom("an object has more than 500 fields"));
                    }
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(Reading)
    }
}
