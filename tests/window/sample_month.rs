//! A month of somebody's practice, for the pictures.

/// A question, and what was said to it.
pub struct Story {
    /// The question's own words.
    pub question: &'static str,
    /// Takes, with the seconds each was given in.
    pub takes: &'static [(&'static str, u64)],
}

/// The one whose check is shown.
pub const RISK: Story = Story {
    question: "Tell me about a time you found a risk in a system before it hurt anyone. What did you do?",
    takes: &[
        (
            "Last year we moved our subscription billing to a new ledger, with three teams and one date in October. I \
             was responsible for managing the timeline, and I coordinated with all the stakeholders in a weekly sync.\n\
             There was some risk around refunds, and it was escalated to leadership. I followed up with the teams on \
             their action items and made sure everyone stayed on track.\n\
             In the end we delivered on time and everybody was happy.",
            104,
        ),
        (
            "Last year we moved our subscription billing to a new ledger, with three teams and one date in October. I \
             was asked to make sure everyone stayed on track, so I set up a weekly sync and followed up on action \
             items.\n\
             In the second week I traced the refund path end to end, from the shop through the event queue to the \
             ledger, and found that a replayed event had no idempotency key. If the queue restarted, a customer would \
             be paid twice, and nobody would see it before the month was closed.\n\
             It was decided that we would hold the launch. I think I should have seen it a week sooner, but I chose to \
             move refunds last, behind a flag, because the other flows could then go out on time.\n\
             The payments lead did not agree at first, so I replayed one hour of real events in front of him, and he \
             gave me two engineers the same day.\n\
             We launched in October, and double refunds went from forty a month to zero.",
            112,
        ),
    ],
};

/// What came before it, with the day each was given on.
pub const BEFORE: &[(&str, Story)] = &[
    (
        "2026-03-02T18:10:00Z",
        Story {
            question: "How do you get a team that does not report to you to change its roadmap?",
            takes: &[
                (
                    "I usually try to align with the team's manager and communicate the priorities clearly. I schedule \
                     a meeting with all the stakeholders, and I follow up until there is agreement. For the search \
                     migration I kept everyone updated every week, and in the end they found some time for us.",
                    78,
                ),
                (
                    "The search team had no room for our index change, and without it our launch would have been late \
                     by a quarter. I did not ask for a favour. I measured what the old index cost them: eleven pages a \
                     month, nearly all at night. I wrote a one-page proposal in which our change removed nine of them, \
                     and I offered two of our engineers for three weeks. I convinced their lead by running it against a \
                     copy of last month's traffic. They moved it up by two sprints, pages fell from eleven to two a \
                     month, and we launched on the day.",
                    131,
                ),
            ],
        },
    ),
    (
        "2026-03-03T18:20:00Z",
        Story {
            question: "Tell me about an incident that your program caused.",
            takes: &[(
                "In June my program's schema change locked the orders table for nine minutes, and about two thousand \
                 orders failed. I had approved the plan, so I owned it. I stopped the rollout, and I decided to keep the \
                 new column rather than roll back, because a rollback would have locked the table a second time. \
                 Afterwards I found that our rehearsal ran on a table a hundredth of the size. I built a check that \
                 refuses a migration that was not rehearsed on a full copy. Since then we have run thirty-one \
                 migrations, and none has locked a table for longer than a second.",
                126,
            )],
        },
    ),
    (
        "2026-03-05T18:15:00Z",
        Story {
            question: "What did you cut from your last program, and what did it buy you?",
            takes: &[
                (
                    "We had a lot of scope and not enough time, so we prioritised with the stakeholders. Some features \
                     were moved to a later phase. I updated the plan and tracked progress against it every week. It \
                     helped us to hit the date.",
                    66,
                ),
                (
                    "I cut the reporting half of a data platform program in its fourth week. Two of six teams were \
                     building dashboards that three people had asked for, while ingestion dropped one event in two \
                     hundred. I chose ingestion first, and I rejected the plan to staff both, because one team would have \
                     waited for the other's schema in any case. I told the finance director myself, and I gave him a \
                     weekly extract that one engineer could write in two days. The loss went from one in two hundred to \
                     one in ninety thousand by May, and he never asked for the dashboards again.",
                    128,
                ),
            ],
        },
    ),
    (
        "2026-03-07T10:30:00Z",
        Story {
            question: "What was the worst news you ever had to give an executive, and how did you give it?",
            takes: &[(
                "I told our chief operating officer that the warehouse launch would slip by seven weeks, four days after \
                 she had announced it. I called her before I wrote anything. I said what had broken: the scanner firmware \
                 could not hold its connection in two of the five halls. I brought two options with their cost, and I \
                 recommended to open three halls on the date. She was asked about it on stage and had an answer. We opened \
                 three halls on the day and the other two after five weeks.",
                109,
            )],
        },
    ),
    (
        "2026-03-08T17:05:00Z",
        Story {
            question: "Tell me about a time technical debt and a launch date wanted the same weeks.",
            takes: &[(
                "We were told to launch the partner portal in spring, and the login service was on a framework nobody \
                 supported any more. The team raised it several times. I kept track of the discussions and escalated when \
                 something slipped. It was agreed to do the upgrade after the launch, and I made sure it was on the \
                 roadmap.",
                71,
            )],
        },
    ),
    (
        "2026-03-09T18:45:00Z",
        Story {
            question: "Which metric moved because of your last program?",
            takes: &[(
                "Time to first payment for a new merchant went from nineteen days to four. I found out that eleven of the \
                 nineteen were one manual check that two teams each believed the other one needed. I got both to sign one \
                 risk rule, and I decided to check samples instead of every merchant, because fraud in that group had been \
                 flat for two years. I watched chargebacks every week for a quarter, and they stayed where they were.",
                83,
            )],
        },
    ),
];

/// Said from memory in Review: the first one again, with a hole in it.
pub const FROM_MEMORY: &str = "\
The search team had no room for our index change. I did not ask for a favour. I measured what the old index cost them, \
which was eleven pages a month, most of them at night. I wrote a proposal in which our change removed nine of them. I \
convinced their lead by running it on last month's traffic, and they moved it up by two sprints. Pages fell from eleven \
to two a month.";

/// Half of an answer, as it is being typed.
pub const HALF_WAY: &str = "\
I was responsible for managing the timeline of a rollout across eleven product teams. In the first week I drew who calls \
whom, and found that two of them cached tokens for a day, so a revoked key would have lived on until midnight. I decided \
to start with the smallest of the eleven, because ";

/// A story of the user's own: its parts by the names of their fields, the title first, and the questions it was told to.
pub struct OwnStory {
    pub parts: &'static [(&'static str, &'static str)],
    pub told_in: &'static [&'static str],
}

/// What those answers are made of.
pub const OWN_STORIES: &[OwnStory] = &[
    OwnStory {
        parts: &[
            ("Title", "Refund path before the ledger cutover"),
            ("Situation", "Billing moves to a new ledger. Three teams, one date in October."),
            ("Task", "Mine: a cutover with no money lost and no day missed."),
            (
                "Action",
                "I traced the refund path and found that a replayed event had no idempotency key. I chose to move \
                 refunds last, behind a flag.",
            ),
            ("Result", "Launched in October. Double refunds went from forty a month to zero."),
        ],
        told_in: &["found a risk in a system"],
    },
    OwnStory {
        parts: &[
            ("Title", "The index that woke the search team"),
            ("Situation", "Our launch needed an index change that another team had no room for."),
            (
                "Action",
                "I measured what the old index cost them, and offered two engineers for three weeks instead of asking \
                 for a favour.",
            ),
            ("Result", "They moved it up by two sprints. Pages fell from eleven to two a month."),
        ],
        told_in: &["does not report to you to change its roadmap", "the worst news you ever had to give"],
    },
    OwnStory {
        parts: &[
            ("Title", "Cutting the export"),
            ("Situation", "A launch with more in it than six weeks could hold."),
            ("Action", "I cut the export from the first release, because nobody had asked for it since May."),
        ],
        told_in: &["What did you cut from your last program", "metric moved because of your last program"],
    },
];
