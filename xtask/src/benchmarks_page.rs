//! `docs/benchmarks.md`: figures between markers, in words that stay.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{checkout::Checkout, error::TaskError};

/// A part of the page that is made by a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The crates' own benchmarks.
    Crates,
    /// The phrase check beside other checkers.
    Checkers,
    /// Review beside Anki's backend.
    Review,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Part::Crates => "crates",
            Part::Checkers => "checkers",
            Part::Review => "review",
        }
    }
}

/// Puts new figures into a part of the page.
pub fn write(checkout: &Checkout, part: Part, figures: &str) -> Result<(), TaskError> {
    let path = path(checkout);
    let failed = |source| TaskError::File { path: path.clone(), source };
    let page = fs::read_to_string(&path).map_err(failed)?;
    let page = replaced(&page, part.name(), figures)
        .ok_or_else(|| TaskError::NoMarkers { path: path.clone(), part: part.name() })?;
    fs::write(&path, page).map_err(failed)
}

/// Where the page is.
pub fn path(checkout: &Checkout) -> PathBuf {
    checkout.root().join(in_checkout())
}

/// The page's path from the root.
pub fn in_checkout() -> &'static Path {
    Path::new("docs/benchmarks.md")
}

/// The page with everything between the markers of a part replaced; none if it does not have both, in order.
fn replaced(page: &str, part: &str, figures: &str) -> Option<String> {
    let begin = format!("<!-- made by cargo xtask bench: {part} -->\n");
    let end = format!("<!-- end of {part} -->");
    let (before, rest) = page.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n{}\n\n{end}{after}", figures.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# Speed

<!-- made by cargo xtask bench: crates -->
<!-- end of crates -->

Words.

<!-- made by cargo xtask bench: checkers -->

old

<!-- end of checkers -->

More words.
";

    #[test]
    fn only_what_is_between_the_markers_changes() {
        let once = replaced(PAGE, "checkers", "new\n").unwrap();
        assert_eq!(once, PAGE.replace("old", "new"));
        let both = replaced(&once, "crates", "figures").unwrap();
        assert!(both.contains("crates -->\n\nfigures\n\n<!-- end of crates -->\n\nWords."), "{both}");
        assert_eq!(replaced(&both, "crates", "figures").unwrap(), both);
    }

    #[test]
    fn a_page_without_both_markers_is_left_alone() {
        assert_eq!(replaced("# Speed", "crates", "new"), None);
        assert_eq!(replaced("<!-- made by cargo xtask bench: crates -->\n", "crates", "new"), None);
        assert_eq!(
            replaced("<!-- end of crates --><!-- made by cargo xtask bench: crates -->\n", "crates", "x"),
            None
        );
    }

    #[test]
    fn the_page_in_this_checkout_has_every_part() {
        let page = fs::read_to_string(path(&Checkout::of_this_run())).unwrap();
        for part in [Part::Crates, Part::Checkers, Part::Review] {
            assert!(replaced(&page, part.name(), "x").is_some(), "{part:?}");
        }
    }
}
