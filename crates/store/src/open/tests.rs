use crate::testing::noon;
use crate::{DataDir, Opened, open};

#[test]
fn the_first_start_makes_a_store_and_the_next_one_finds_it() {
    let home = tempfile::tempdir().unwrap();
    let dir = DataDir::new(home.path().join("new").join("folder"));
    let Opened::FirstRun(store) = open(&dir, noon()).unwrap() else { panic!("not a first run") };
    drop(store);
    assert!(dir.marker().exists());
    assert!(matches!(open(&dir, noon()).unwrap(), Opened::Existing(_)));
}
