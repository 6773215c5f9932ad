//! TOML → values that know their lines.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Fault;
use super::lines::Lines;
use super::node::{Entry, Node, Table, Value};
use crate::problem::{ProblemKind, shorten};

/// The table that a file is.
pub(super) fn read(text: &str) -> Result<Table<'_>, Fault> {
    let lines = Lines::of(text);
    match DeTable::parse(text) {
        Ok(document) => Ok(table(document.into_inner(), &lines)),
        Err(error) => {
            let line = lines.at(error.span().map_or(0, |span| span.start));
            Err((line, ProblemKind::NotToml { message: error.message().to_owned() }))
        }
    }
}

fn table<'a>(table: DeTable<'a>, lines: &Lines<'_>) -> Table<'a> {
    let mut entries: Vec<_> = table
        .into_iter()
        .map(|(key, value)| {
            let line = lines.at(key.span().start);
            Entry { key: key.into_inner(), line, node: node(value, lines) }
        })
        .collect();
    // The TOML parser hands keys out by name; people read files from the top.
    entries.sort_by_key(|entry| entry.line);
    Table { entries }
}

/// The parser refuses deep nesting, so this can follow it down.
fn node<'a>(value: Spanned<DeValue<'a>>, lines: &Lines<'_>) -> Node<'a> {
    let line = lines.at(value.span().start);
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text),
        DeValue::Integer(number) => {
            let ten = i64::from_str_radix(number.as_str(), number.radix());
            Value::Integer(
                ten.map_or_else(|_| Cow::Owned(shorten(number.as_str())), |n| Cow::Owned(n.to_string())),
            )
        }
        DeValue::Float(_) => Value::Decimal,
        DeValue::Boolean(flag) => Value::Flag(flag),
        DeValue::Datetime(_) => Value::Date,
        DeValue::Array(array) => Value::List(array.into_iter().map(|value| node(value, lines)).collect()),
        DeValue::Table(inner) => Value::Table(table(inner, lines)),
    };
    Node { line, value }
}
