//! Answers as people give them.

/// The times at which tests begin: a Tuesday morning.
pub const MORNING: &str = "2026-03-10T09:00:00Z";

/// An answer of somebody who kept things moving.
pub const COORDINATOR: &str = "\
We had a migration of the billing platform and it was a big effort across five teams. I was responsible for \
managing timelines and I coordinated with all the stakeholders. I set up a weekly sync and followed up with the \
teams on their action items. There were some blockers, and they were escalated to leadership. I made sure everyone \
stayed on track and kept the status page up to date. In the end the project was delivered on time and everybody was \
happy with it.";

/// The same story, told by somebody who decided.
pub const OWNER: &str = "\
In May our billing platform double-charged about four hundred customers a week, and five teams each owned a piece of \
the write path. I found that replayed events had no idempotency key, so any retry could charge twice. I decided to move \
every write behind one ledger service instead of patching five clients, because a patch would have left the race in \
place. I saw early that the search team would block on our schema, so I got them to agree on a two-field contract three \
weeks before we needed it. I convinced the payments director to delay a launch by two sprints by showing him the \
refund cost per week. Refund errors fell from 2.1% to 0.2% in six weeks, and the ledger is still the only write path.";

/// Words that stand in [`OWNER`] and in no question.
pub const OWNER_WORDS: &str = "idempotency";

/// Another good answer, to another question.
pub const REGION_MOVE: &str = "\
Our checkout ran in one region, and a single zone outage cost us forty minutes of orders in March. I chose to run the \
second region active-active rather than as a cold standby, because a standby nobody exercises fails on the day. I \
defined the failover contract with the database team, wrote down which reads may be stale, and got the three service \
owners to sign it. I killed the plan to move the reporting jobs at the same time, since it would have doubled the risk. \
In the October outage we failed over in ninety seconds and lost no orders.";
