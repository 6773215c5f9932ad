//! What a question examines: the seventeen competencies of a senior technical program manager.

use crate::named::named;

named! {
    /// A field in which interviewers examine; each built-in question belongs to exactly one.
    pub enum Competency, "competency" {
        /// How services interact, where data flows, what breaks when one part fails.
        SystemThinkingArchitecture => "system-thinking-architecture", "System thinking & architecture";
        /// Taking a program from its first conversation to its result.
        ProgramExecution => "program-execution", "Program execution";
        /// Finding what a program hangs on, and what may hurt it, before it does.
        DependenciesRisk => "dependencies-risk", "Dependencies & risk";
        /// Choosing one thing over another, and saying why.
        DecisionsTradeOffs => "decisions-trade-offs", "Decisions & trade-offs";
        /// Defining the problem and the goal where there was none.
        AmbiguityDirection => "ambiguity-direction", "Ambiguity & direction";
        /// What moved, from what to what, and how one knows.
        ImpactMetrics => "impact-metrics", "Impact & metrics";
        /// Changing what people do who report to somebody else.
        InfluenceWithoutAuthority => "influence-without-authority", "Influence without authority";
        /// Saying the right thing to executives, customers and teams.
        StakeholderCommunication => "stakeholder-communication", "Stakeholder communication";
        /// Building ways of working that hold people, oneself included, to what was agreed.
        AccountabilityMechanisms => "accountability-mechanisms", "Accountability & mechanisms";
        /// Disagreement, and working relations that survive it.
        ConflictTrust => "conflict-trust", "Conflict & trust";
        /// APIs, cloud, delivery pipelines, data stores: deep enough to be believed by engineers.
        TechnicalDepth => "technical-depth", "Technical depth";
        /// Products whose users are other teams and other companies' code.
        ApiPlatformPrograms => "api-platform-programs", "API & platform programs";
        /// Old decisions that cost something every week, told as business outcome.
        TechnicalDebt => "technical-debt", "Technical debt";
        /// Programs whose product is data or a model.
        DataMlPrograms => "data-ml-programs", "Data & ML programs";
        /// Leading while something is broken.
        IncidentsCrisis => "incidents-crisis", "Incidents & crisis";
        /// One's own mistakes, and what is different since.
        FailureLearning => "failure-learning", "Failure & learning";
        /// What one believes about the trade, and where one is going in it.
        ThoughtLeadershipCareer => "thought-leadership-career", "Thought leadership & career";
    }
}

impl Competency {
    /// Share of an interview's questions, in per cent; the shares add up to 100.
    ///
    /// Source: how often each field is asked for in public question lists and guides to TPM loops. Fields that those
    /// lists count together (architecture and technical depth, 18 %; influence, communication and conflict, 18 %) are
    /// split by our own judgement.
    pub const fn weight(self) -> u8 {
        match self {
            Competency::ProgramExecution => 14,
            Competency::SystemThinkingArchitecture | Competency::DependenciesRisk => 10,
            Competency::TechnicalDepth => 8,
            Competency::DecisionsTradeOffs | Competency::InfluenceWithoutAuthority => 7,
            Competency::AmbiguityDirection | Competency::ConflictTrust => 6,
            Competency::StakeholderCommunication
            | Competency::AccountabilityMechanisms
            | Competency::ImpactMetrics => 5,
            Competency::IncidentsCrisis | Competency::ApiPlatformPrograms => 4,
            Competency::DataMlPrograms | Competency::TechnicalDebt => 3,
            Competency::FailureLearning => 2,
            Competency::ThoughtLeadershipCareer => 1,
        }
    }

    /// How the ids of this competency's built-in questions begin, without the hyphen. Users' ids may not begin so:
    /// a later version of the bank could then never collide with a user's question.
    pub const fn id_prefix(self) -> &'static str {
        match self {
            Competency::SystemThinkingArchitecture => "systems",
            Competency::ProgramExecution => "execution",
            Competency::DependenciesRisk => "risk",
            Competency::DecisionsTradeOffs => "decisions",
            Competency::AmbiguityDirection => "direction",
            Competency::ImpactMetrics => "impact",
            Competency::InfluenceWithoutAuthority => "influence",
            Competency::StakeholderCommunication => "stakeholders",
            Competency::AccountabilityMechanisms => "mechanisms",
            Competency::ConflictTrust => "trust",
            Competency::TechnicalDepth => "depth",
            Competency::ApiPlatformPrograms => "api",
            Competency::TechnicalDebt => "debt",
            Competency::DataMlPrograms => "data",
            Competency::IncidentsCrisis => "incident",
            Competency::FailureLearning => "learning",
            Competency::ThoughtLeadershipCareer => "career",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_shares_of_a_hundred() {
        assert_eq!(Competency::ALL.iter().map(|c| u32::from(c.weight())).sum::<u32>(), 100);
    }

    #[test]
    fn an_id_is_the_label_in_kebab_case() {
        for competency in Competency::ALL {
            let from_label = competency.label().to_lowercase().replace(" & ", "-").replace(' ', "-");
            assert_eq!(competency.as_str(), from_label);
            assert_eq!(competency.as_str().parse(), Ok(*competency));
            assert_eq!(serde_json::to_string(competency).unwrap(), format!("\"{competency}\""));
        }
    }
}
