//! The files of the built-in bank, compiled in.

/// File name and text, in the order of `Competency::ALL`.
pub(crate) const FILES: &[(&str, &str)] =
    &[("questions/program-execution.toml", include_str!("../questions/program-execution.toml"))];
