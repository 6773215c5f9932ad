//! Whom a subject stands for.

use crate::kinds::Agent;

/// Whom a subject stands for; a thing acts for nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    Person(Agent),
    Thing,
}

impl Subject {
    /// Who acts, when this is the subject.
    pub(super) fn agent(self) -> Agent {
        match self {
            Subject::Person(agent) => agent,
            Subject::Thing => Agent::None,
        }
    }
}

/// Nouns that name people or groups of them.
pub(crate) const PEOPLE: &[&str] = &[
    "team",
    "engineer",
    "manager",
    "vendor",
    "supplier",
    "lead",
    "leader",
    "leadership",
    "director",
    "vp",
    "cto",
    "ceo",
    "cfo",
    "ciso",
    "architect",
    "developer",
    "designer",
    "pm",
    "tpm",
    "person",
    "folk",
    "folks",
    "guy",
    "lad",
    "colleague",
    "customer",
    "client",
    "user",
    "partner",
    "stakeholder",
    "executive",
    "exec",
    "boss",
    "sponsor",
    "analyst",
    "scientist",
    "product",
    "legal",
    "finance",
    "security",
    "marketing",
    "sales",
    "sale",
    "engineering",
    "operations",
    "qa",
    "sre",
    "procurement",
    "compliance",
    "support",
    "merchandising",
    "privacy",
    "ops",
    "infra",
    "committee",
    "board",
    "management",
    "group",
    "squad",
    "company",
    "owner",
    "reviewer",
    "officer",
    "consultant",
    "contractor",
    "intern",
    "staff",
    "crew",
    "member",
    "everybody",
    "president",
    "founder",
    "administrator",
    "maintainer",
    "representative",
    "regulator",
    "auditor",
    "tester",
    "expert",
    "pharmacist",
    "doctor",
    "nurse",
    "lawyer",
    "child",
    "man",
    "woman",
    "friend",
    "wife",
    "skip-level",
];

/// Nouns by which a speaker names their own part: "my job was to …".
pub(super) fn is_part(lemma: &str) -> bool {
    matches!(
        lemma,
        "role"
            | "job"
            | "part"
            | "scope"
            | "task"
            | "goal"
            | "responsibility"
            | "proposal"
            | "plan"
            | "idea"
            | "recommendation"
            | "decision"
            | "approach"
            | "call"
            | "answer"
            | "mandate"
            | "focus"
            | "contribution"
            | "instinct"
            | "question"
            | "step"
            | "work"
            | "remit"
            | "duty"
            | "day"
    )
}
