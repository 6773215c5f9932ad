//! Keys as people write them, for the driver.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};

/// `Ctrl+Enter`, `j`, `Escape`: pressed and let go again.
pub fn chord(keys: &str) -> KeyActions {
    let codes: Vec<char> = match keys {
        "+" => vec!['+'],
        _ => keys.split('+').map(code).collect(),
    };
    let downs = codes.iter().map(|&value| KeyAction::Down { value });
    let ups = codes.iter().rev().map(|&value| KeyAction::Up { value });
    downs.chain(ups).fold(KeyActions::new("keyboard".into()), KeyActions::then)
}

/// Letter by letter; a line break is the Enter key.
pub fn typed(text: &str) -> KeyActions {
    text.chars()
        .map(|letter| if letter == '\n' { code("Enter") } else { letter })
        .flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }])
        .fold(KeyActions::new("keyboard".into()), KeyActions::then)
}

/// Code points that stand for keys: W3C WebDriver, section 17.4.2.
fn code(key: &str) -> char {
    match key {
        "Ctrl" => '\u{e009}',
        "Shift" => '\u{e008}',
        "Alt" => '\u{e00a}',
        "Enter" => '\u{e007}',
        "Escape" => '\u{e00c}',
        "Tab" => '\u{e004}',
        "Space" => ' ',
        "Backspace" => '\u{e003}',
        "Delete" => '\u{e017}',
        "Home" => '\u{e011}',
        "End" => '\u{e010}',
        "Left" => '\u{e012}',
        "Up" => '\u{e013}',
        "Right" => '\u{e014}',
        "Down" => '\u{e015}',
        "F6" => '\u{e036}',
        one if one.chars().count() == 1 => one.chars().next().expect("it has one"),
        other => panic!("no key is called {other}"),
    }
}
