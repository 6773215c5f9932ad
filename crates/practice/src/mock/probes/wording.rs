//! How each rung is asked: of what was done, and of what one would do.

use super::Rung;

/// The wordings of a rung.
pub(super) const fn of(rung: Rung, situational: bool) -> &'static [&'static str] {
    if situational { would(rung) } else { did(rung) }
}

const fn did(rung: Rung) -> &'static [&'static str] {
    match rung {
        Rung::OwnPart => &[
            "What was your own part in that?",
            "Which of this did you do yourself?",
            "Say that again with only what you did.",
            "What would have been missing without you?",
            "Where exactly do you come in?",
        ],
        Rung::Decision => &[
            "What did you decide?",
            "Which call was yours to make, and what was it?",
            "At which point did you settle something yourself?",
            "What was decided there, and by whom?",
            "Tell me the one decision in this that was yours.",
        ],
        Rung::Rejected => &[
            "What did you choose not to do, and why?",
            "Which other way was on the table, and what spoke against it?",
            "What did you reject?",
            "What would somebody else have done in your place, and why didn't you?",
            "Which option did you give up, and what did that cost?",
        ],
        Rung::Breaks => &[
            "What breaks first if this fails?",
            "Which part of the system worried you most, and when did you see it?",
            "What depended on it that people had forgotten?",
            "Where could it have failed, and who would have noticed?",
        ],
        Rung::Inside => &[
            "Walk me through what happens inside the system there.",
            "Which systems met there, and what passed between them?",
            "Take one request through it. Where does it go first?",
            "What did the system do before, and what does it do now?",
        ],
        Rung::Disagreed => &[
            "Who disagreed, and what changed their mind?",
            "Who was against it?",
            "Which objection was the best one, and what did you do with it?",
            "Whom did you have to win over, and how?",
            "Who would tell this story differently?",
        ],
        Rung::Moved => &[
            "What moved, from what to what, and how do you know that it was this?",
            "How did you know that it had worked?",
            "Which number was different afterwards?",
            "What was it before, and what is it now?",
            "What would I see in the data?",
        ],
        Rung::Cost => &[
            "What did it cost?",
            "What did you give up for it?",
            "Who paid for that, in time or money?",
            "What came later, or not at all, because of it?",
        ],
        Rung::Differently => &[
            "What would you do differently?",
            "What did you get wrong?",
            "What did you change in how you work after it?",
            "If you could have one week of it back, which one?",
            "What do you know now that you didn't then?",
        ],
    }
}

const fn would(rung: Rung) -> &'static [&'static str] {
    match rung {
        Rung::OwnPart => &[
            "Which of this would you do yourself?",
            "What is your own part in that?",
            "Where would you step in, and where would you stay out?",
            "What would not happen without you?",
        ],
        Rung::Decision => &[
            "What would you decide?",
            "You have to choose now. Which is it?",
            "Which call is yours here, and what is it?",
            "Say it as a decision: what, and by when?",
        ],
        Rung::Rejected => &[
            "What would you choose not to do, and why?",
            "What speaks for the other way?",
            "Which option would you drop first?",
            "What would you give up to have that?",
        ],
        Rung::Breaks => &[
            "What breaks first in that plan?",
            "Where would it fail, and who would notice?",
            "What has to be true for this to work?",
            "What happens when the part that you count on is down?",
        ],
        Rung::Inside => &[
            "Which systems does this touch, and what passes between them?",
            "Walk me through one request once your plan is in place.",
            "What happens inside the system when you do that?",
            "Where is the data kept meanwhile, and who may write it?",
        ],
        Rung::Disagreed => &[
            "Who will be against it, and what do you tell them?",
            "The lead engineer says no. What now?",
            "Whom do you need on your side first?",
            "Which objection would make you change your mind?",
        ],
        Rung::Moved => &[
            "How would you know that it worked?",
            "Which number should move, from what to what?",
            "What would you measure on the first day?",
            "By what would you notice that you were wrong?",
        ],
        Rung::Cost => &[
            "What does that cost?",
            "Who pays for it, in time or money?",
            "What comes later because of it?",
            "What would you stop to make room for it?",
        ],
        Rung::Differently => &[
            "What would make you change the plan halfway?",
            "When you did something like this before, what did it teach you?",
            "What would you keep from this for the next time?",
            "What is the weakest part of your answer?",
        ],
    }
}
