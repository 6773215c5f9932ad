//! What may happen next in practice: takes, drafts, what came back from memory. Pure; time and chance are passed in.
