//! The figures of the check on the labelled corpus do not fall, and the corpus is what it says it is.
//!
//! - [`snapshot`] the committed figures, and what differs from them
//! - [`corpus`] the sizes and halves of the corpus
//!
//! The measuring is the report's, whose own tests run here too: examples have none by themselves.

mod corpus;
mod snapshot;

#[path = "../../examples/report/arguments.rs"]
#[allow(dead_code, reason = "only its tests run here")]
mod arguments;
#[path = "../../examples/report/measure/mod.rs"]
#[allow(dead_code, reason = "the report shows more than the figures")]
mod measure;
#[path = "../../examples/report/page/mod.rs"]
#[allow(dead_code, reason = "only its tests run here")]
mod page;

use std::path::Path;

use measure::Measured;
use measure::corpus::{Half, Texts};
use measure::figures::figures;
use snapshot::Snapshot;

/// Set to `write`, it makes the snapshot anew.
const VARIABLE: &str = "PHRASING_FIGURES";

#[test]
fn the_figures_are_no_worse_than_they_were() {
    let texts = Texts::own().unwrap();
    let measured = Half::ALL.map(|half| (half.as_str(), figures(&Measured::of(&texts.half(half)))));
    let is = Snapshot::of(measured);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/figures.toml");
    if std::env::var(VARIABLE).is_ok_and(|value| value == "write") {
        std::fs::write(&path, is.text()).unwrap();
        return;
    }
    let was = Snapshot::read(&std::fs::read_to_string(&path).unwrap()).unwrap();
    let changes = was.changes(&is);
    assert!(changes.is_empty(), "\n{}", snapshot::told(&changes));
}
