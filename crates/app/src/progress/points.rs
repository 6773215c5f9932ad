//! From the figures of periods to the points and lines that are drawn.

use jiff::{ToSpan, civil::Date};
use question_bank::Dimension;
use store::{Figures, ScoreSum};

use crate::{
    questions::dimension_view,
    view::{DimensionTrend, ProgressPoint},
};

/// The points of periods with these `bounds`, one more than `figures`.
pub(super) fn points(bounds: &[Date], figures: &[Figures], today: Date) -> Vec<ProgressPoint> {
    bounds
        .windows(2)
        .zip(figures)
        .map(|(bounds, figures)| {
            let to = bounds[1].saturating_sub(1.day());
            ProgressPoint {
                from: bounds[0].to_string(),
                to: to.to_string(),
                unfinished: to >= today,
                takes: figures.takes,
                words: figures.words,
                coordination: per_hundred_words(figures.weak, figures.words),
                minutes: minutes(figures.elapsed_ms),
                pace: per_minute(figures.spoken_words, figures.spoken_ms).map(f32::round),
                fillers: per_minute(figures.fillers, figures.spoken_ms).map(to_one_decimal),
            }
        })
        .collect()
}

/// Coordination findings per 100 words, to one decimal; none without words.
pub(super) fn per_hundred_words(weak: u32, words: u32) -> Option<f32> {
    #[expect(clippy::cast_possible_truncation, reason = "one decimal of a small number")]
    let per_hundred = || ((f64::from(weak) * 1000.0 / f64::from(words)).round() / 10.0) as f32;
    (words > 0).then(per_hundred)
}

#[expect(clippy::cast_precision_loss, reason = "a hundred years are 3e12 ms; f32 is enough to draw them")]
fn minutes(elapsed_ms: i64) -> f32 {
    elapsed_ms as f32 / 60_000.0
}

fn per_minute(count: u32, elapsed_ms: i64) -> Option<f32> {
    #[expect(clippy::cast_precision_loss, reason = "a rate to two or three digits")]
    let rate = || count as f32 / minutes(elapsed_ms);
    (elapsed_ms > 0).then(rate)
}

fn to_one_decimal(figure: f32) -> f32 {
    (figure * 10.0).round() / 10.0
}

/// Each dimension over the periods, in the order every screen has.
pub(super) fn trends(figures: &[Figures]) -> Vec<DimensionTrend> {
    let mut trends: Vec<DimensionTrend> = Dimension::ALL
        .iter()
        .map(|dimension| {
            let means: Vec<Option<f32>> =
                figures.iter().map(|figures| figures.scores.get(dimension.as_str()).map(mean)).collect();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
            let whole = |mean: &f32| mean.round() as u32;
            DimensionTrend {
                dimension: dimension_view(*dimension),
                first: means.iter().flatten().next().map(whole),
                last: means.iter().flatten().next_back().map(whole),
                scores: means.into_iter().map(|mean| mean.map(to_one_decimal)).collect(),
                lowest: false,
            }
        })
        .collect();
    let lowest = trends.iter_mut().filter(|trend| trend.last.is_some()).min_by_key(|trend| trend.last);
    if let Some(lowest) = lowest {
        lowest.lowest = true;
    }
    trends
}

#[expect(clippy::cast_precision_loss, reason = "sums of scores; f32 is enough to draw their means")]
fn mean(scores: &ScoreSum) -> f32 {
    scores.sum as f32 / scores.takes as f32
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;
    use crate::view;

    fn scored(scores: &[(&str, u32, u32)]) -> Figures {
        let scores: BTreeMap<String, ScoreSum> =
            scores.iter().map(|&(name, sum, takes)| (name.to_owned(), ScoreSum { sum, takes })).collect();
        Figures { scores, ..Figures::default() }
    }

    #[test]
    fn rates_are_of_the_whole_period_and_none_without_anything_to_divide_by() {
        let told = Figures {
            takes: 3,
            elapsed_ms: 270_000,
            words: 410,
            weak: 13,
            spoken_words: 300,
            spoken_ms: 150_000,
            fillers: 13,
            ..Figures::default()
        };
        let bounds = [date(2026, 3, 2), date(2026, 3, 9), date(2026, 3, 16)];
        let points = points(&bounds, &[told, Figures::default()], date(2026, 3, 10));
        let expected = ProgressPoint {
            from: "2026-03-02".into(),
            to: "2026-03-08".into(),
            unfinished: false,
            takes: 3,
            words: 410,
            coordination: Some(3.2),
            minutes: 4.5,
            pace: Some(120.0),
            fillers: Some(5.2),
        };
        assert_eq!(points[0], expected);
        let empty = ProgressPoint {
            from: "2026-03-09".into(),
            to: "2026-03-15".into(),
            unfinished: true,
            takes: 0,
            words: 0,
            coordination: None,
            minutes: 0.0,
            pace: None,
            fillers: None,
        };
        assert_eq!(points[1], empty);
    }

    #[test]
    fn trends_go_from_the_first_score_to_the_last() {
        let figures = [
            scored(&[]),
            scored(&[("ownership", 121, 3), ("decisions", 30, 1)]),
            scored(&[("decisions", 90, 2)]),
            scored(&[("impact", 0, 1)]),
        ];
        let trends = trends(&figures);
        let of = |dimension| trends.iter().find(|trend| trend.dimension == dimension).unwrap();
        let ownership = of(view::Dimension::Ownership);
        assert_eq!(ownership.scores, [None, Some(40.3), None, None]);
        assert_eq!((ownership.first, ownership.last), (Some(40), Some(40)));
        let decisions = of(view::Dimension::Decisions);
        assert_eq!((decisions.first, decisions.last, decisions.lowest), (Some(30), Some(45), false));
        assert!(of(view::Dimension::Impact).lowest, "0 is a score");
        assert_eq!(of(view::Dimension::Systems).last, None);
        assert_eq!((trends.len(), trends.iter().filter(|trend| trend.lowest).count()), (7, 1));
        assert!(super::trends(&[]).iter().all(|trend| !trend.lowest && trend.first.is_none()));
    }
}
