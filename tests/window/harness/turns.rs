//! Two windows at a time: more would only wait for each other.

use std::sync::{Condvar, Mutex, PoisonError};

const AT_ONCE: usize = 2;

static OPEN: Mutex<usize> = Mutex::new(0);
static DONE: Condvar = Condvar::new();

/// Leave to have a window open, until it is dropped.
#[derive(Debug)]
pub struct Turn(());

impl Turn {
    /// Waits for its turn.
    pub fn take() -> Self {
        let open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut open = DONE.wait_while(open, |open| *open >= AT_ONCE).unwrap_or_else(PoisonError::into_inner);
        *open += 1;
        Turn(())
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *OPEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        DONE.notify_one();
    }
}
