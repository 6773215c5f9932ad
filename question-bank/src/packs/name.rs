//! The name of a pack, from its file's: a text for people, never a path.

/// Longest name, in characters.
const LONGEST: usize = 60;

/// The name of the pack in a file: the last part of the path, without its ending, controls and direction marks.
pub fn pack_name(file_name: &str) -> String {
    let last = file_name.rsplit(['/', '\\']).find(|part| !part.trim().is_empty()).unwrap_or_default();
    let stem = match last.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.chars().count() <= 5 => stem,
        _ => last,
    };
    let shown: String = stem.chars().filter(|&c| !crate::validate::is_control(c)).take(LONGEST).collect();
    match shown.trim().trim_matches('.') {
        "" => "questions".to_owned(),
        name => name.to_owned(),
    }
}

/// A name that is a file's on every system: small letters a–z, digits and hyphens.
pub fn file_stem(name: &str) -> String {
    let stem = crate::words::folded(name)
        .into_iter()
        .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    let stem: String = stem.chars().take(LONGEST).collect();
    match stem.trim_end_matches('-') {
        "" => "questions".to_owned(),
        stem => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_a_path() {
        let long = "x".repeat(500);
        for (file, name) in [
            ("friends.toml", "friends"),
            ("Team “A”.v2.csv", "Team “A”.v2"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\me\\pack.json", "pack"),
            ("/tmp/x/", "x"),
            ("..", "questions"),
            (".toml", "toml"),
            ("", "questions"),
            ("a\u{202e}lmot.exe", "almot"),
            ("a\0b\n.toml", "ab"),
            ("no ending at all", "no ending at all"),
            (&long, &long[..60]),
        ] {
            assert_eq!(pack_name(file), name, "{file:?}");
        }
        for (name, stem) in [
            ("Team “A”, v2", "team-a-v2"),
            ("../../x", "x"),
            ("Überblick", "uberblick"),
            ("问题", "questions"),
            ("con", "con"),
        ] {
            assert_eq!(file_stem(name), stem, "{name:?}");
        }
    }
}
