//! Which earlier mock a debrief is compared with, and the line of mocks so far.

use store::{EndedMock, Mock};

use crate::{rows::id, view::MockPoint};

/// Points of the line, at most.
const POINTS: usize = 8;

/// The mock that one is compared with: the last one of the same loop before it, else the last one of any. One in which
/// nothing could be scored compares nothing. Set-ups of the user's own are of the same loop when they are called alike.
pub(crate) fn compared_with<'a>(mock: &Mock, ended: &'a [EndedMock]) -> Option<&'a EndedMock> {
    let before = || ended.iter().filter(|other| comes_before(other, mock) && other.score.is_some());
    let alike = |other: &&EndedMock| match (&mock.loop_id, &other.loop_id) {
        (None, None) => mock.name == other.name,
        (own, other) => own == other,
    };
    let latest = |other: &&EndedMock| (other.started_at, other.id);
    before().filter(alike).max_by_key(latest).or_else(|| before().max_by_key(latest))
}

/// Scored mocks up to this one, oldest first.
pub(crate) fn so_far(mock: &Mock, ended: &[EndedMock]) -> Vec<MockPoint> {
    let mut until: Vec<&EndedMock> =
        ended.iter().filter(|other| other.id == mock.id || comes_before(other, mock)).collect();
    until.sort_by_key(|other| (other.started_at, other.id));
    let points: Vec<MockPoint> = until
        .into_iter()
        .filter_map(|other| {
            Some(MockPoint {
                id: id(other.id.0),
                name: other.name.clone(),
                day: other.day.to_string(),
                score: u32::from(other.score?),
            })
        })
        .collect();
    points[points.len().saturating_sub(POINTS)..].to_vec()
}

fn comes_before(other: &EndedMock, mock: &Mock) -> bool {
    (other.started_at, other.id) < (mock.started_at, mock.id)
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp, civil::date};
    use store::{MockId, MockState};

    use super::*;

    fn at(number: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(number)
    }

    fn ended(number: i64, loop_id: Option<&str>, name: &str, score: Option<u8>) -> EndedMock {
        EndedMock {
            id: MockId(number),
            name: name.to_owned(),
            loop_id: loop_id.map(str::to_owned),
            day: date(2026, 3, 10),
            started_at: at(number),
            ended_at: at(number + 1),
            questions: 4,
            answered: 3,
            score,
        }
    }

    fn mock(number: i64, loop_id: Option<&str>, name: &str) -> Mock {
        Mock {
            id: MockId(number),
            name: name.to_owned(),
            loop_id: loop_id.map(str::to_owned),
            setup: String::new(),
            plan: String::new(),
            state: MockState::Ended,
            day: date(2026, 3, 10),
            questions: 4,
            events: 1,
            started_at: at(number),
            ended_at: Some(at(number + 1)),
            deleted_at: None,
        }
    }

    #[test]
    fn the_last_of_the_same_loop_is_compared_else_the_last_of_any() {
        let all = [
            ended(1, Some("onsite"), "Onsite", Some(40)),
            ended(2, Some("onsite"), "Onsite", Some(50)),
            ended(3, None, "Mine", Some(60)),
            ended(4, Some("screen"), "Screen", Some(61)),
            ended(5, Some("onsite"), "Onsite", None),
            ended(9, Some("onsite"), "Onsite", Some(90)),
        ];
        #[track_caller]
        fn check(one: &Mock, all: &[EndedMock], expected: Option<i64>) {
            assert_eq!(compared_with(one, all).map(|other| other.id.0), expected);
        }
        check(&mock(6, Some("onsite"), "Onsite"), &all, Some(2));
        check(&mock(6, None, "Mine"), &all, Some(3));
        check(&mock(6, None, "Another of mine"), &all, Some(4));
        check(&mock(6, Some("phone"), "Phone"), &all, Some(4));
        check(&mock(1, Some("onsite"), "Onsite"), &all, None);
        check(&mock(2, Some("screen"), "Screen"), &all, Some(1));
    }

    #[test]
    fn the_line_ends_with_this_mock_and_has_eight_points_at_most() {
        let all: Vec<_> = (1..=12).rev().map(|number| ended(number, None, "Mine", Some(50))).collect();
        let ids =
            |one: &Mock, all: &[EndedMock]| so_far(one, all).iter().map(|point| point.id).collect::<Vec<_>>();
        assert_eq!(ids(&mock(11, None, "Mine"), &all), [4, 5, 6, 7, 8, 9, 10, 11]);
        assert_eq!(ids(&mock(1, None, "Mine"), &all), [1]);
        assert_eq!(ids(&mock(2, None, "Mine"), &[ended(2, None, "Mine", None)]), [0_u32; 0]);
    }
}
