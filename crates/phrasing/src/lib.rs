//! Text in, findings and scores out: the phrase check. Pure; cannot fail; no I/O.
