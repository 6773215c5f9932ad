//! The files of the built-in bank, compiled in.

/// File name and text, in the order of `Competency::ALL`.
pub(crate) const FILES: &[(&str, &str)] = &[
    (
        "questions/system-thinking-architecture.toml",
        include_str!("../questions/system-thinking-architecture.toml"),
    ),
    ("questions/program-execution.toml", include_str!("../questions/program-execution.toml")),
    ("questions/dependencies-risk.toml", include_str!("../questions/dependencies-risk.toml")),
    ("questions/decisions-trade-offs.toml", include_str!("../questions/decisions-trade-offs.toml")),
    ("questions/ambiguity-direction.toml", include_str!("../questions/ambiguity-direction.toml")),
    ("questions/impact-metrics.toml", include_str!("../questions/impact-metrics.toml")),
    (
        "questions/influence-without-authority.toml",
        include_str!("../questions/influence-without-authority.toml"),
    ),
    ("questions/stakeholder-communication.toml", include_str!("../questions/stakeholder-communication.toml")),
    ("questions/accountability-mechanisms.toml", include_str!("../questions/accountability-mechanisms.toml")),
    ("questions/conflict-trust.toml", include_str!("../questions/conflict-trust.toml")),
    ("questions/technical-depth.toml", include_str!("../questions/technical-depth.toml")),
    ("questions/api-platform-programs.toml", include_str!("../questions/api-platform-programs.toml")),
    ("questions/technical-debt.toml", include_str!("../questions/technical-debt.toml")),
    ("questions/data-ml-programs.toml", include_str!("../questions/data-ml-programs.toml")),
    ("questions/incidents-crisis.toml", include_str!("../questions/incidents-crisis.toml")),
    ("questions/failure-learning.toml", include_str!("../questions/failure-learning.toml")),
    ("questions/thought-leadership-career.toml", include_str!("../questions/thought-leadership-career.toml")),
];
