//! From what a user types into a search field to an FTS5 expression that cannot be malformed.

/// The FTS5 expression for `typed`, or none when there is no letter or digit to look for.
///
/// Every word has to occur; words in double quotes have to follow one another. The last word, unless a space or a
/// closing quote follows it, may go on: a search is also made while typing. Nothing typed works as an operator.
pub(crate) fn expression(typed: &str) -> Option<String> {
    let mut terms = Vec::new();
    // Between quotes at odd positions: `a "b c" d` splits into `a `, `b c`, ` d`.
    for (position, part) in typed.split('"').enumerate() {
        if position % 2 == 1 {
            terms.push(part);
        } else {
            terms.extend(part.split_whitespace());
        }
    }
    terms.retain(|term| term.contains(char::is_alphanumeric));
    let unfinished = typed.ends_with(|last: char| !last.is_whitespace() && last != '"')
        && terms.last().is_some_and(|term| typed.ends_with(term));
    let last = terms.len().checked_sub(1)?;
    let quoted = terms.iter().enumerate().map(|(position, term)| {
        // SQLite reads the expression up to the first NUL.
        let term = term.replace('\0', " ");
        if position == last && unfinished { format!("\"{term}\"*") } else { format!("\"{term}\"") }
    });
    Some(quoted.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::expression;

    #[test]
    fn what_is_typed_becomes_quoted_terms() {
        #[track_caller]
        fn check(typed: &str, expected: Option<&str>) {
            assert_eq!(expression(typed).as_deref(), expected, "{typed:?}");
        }
        check("orders", Some(r#""orders"*"#));
        check("orders ", Some(r#""orders""#));
        check("orders queue", Some(r#""orders" "queue"*"#));
        check(r#""orders queue""#, Some(r#""orders queue""#));
        check(r#""orders queue"#, Some(r#""orders queue"*"#));
        check(r#"refund "orders queue" led"#, Some(r#""refund" "orders queue" "led"*"#));
        check("a AND b OR NOT c NEAR(d)", Some(r#""a" "AND" "b" "OR" "NOT" "c" "NEAR(d)"*"#));
        check("text:foo* ^bar", Some(r#""text:foo*" "^bar"*"#));
        check("didn't", Some(r#""didn't"*"#));
        check("ledger !", Some(r#""ledger""#));
        check("🎉 party", Some(r#""party"*"#));
        check("party 🎉", Some(r#""party""#));
        check("a\0b", Some(r#""a b"*"#));
        for nothing in ["", " ", "\"", "\"\"", "* - ( ) : ^", "🎉", "\0", "…—«»"] {
            check(nothing, None);
        }
    }
}
