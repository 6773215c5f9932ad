//! Right and wrong answers to a yes-or-no question.

/// How often a label was wanted and given.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Wanted and given.
    pub hit: u32,
    /// Given only.
    pub spurious: u32,
    /// Wanted only.
    pub missed: u32,
    /// Neither.
    pub rest: u32,
}

impl Counts {
    /// Counts pairs of wanted and given.
    pub fn of(pairs: impl IntoIterator<Item = (bool, bool)>) -> Counts {
        let mut counts = Counts::default();
        pairs.into_iter().for_each(|(wanted, given)| counts.add(wanted, given));
        counts
    }

    pub fn add(&mut self, wanted: bool, given: bool) {
        match (wanted, given) {
            (true, true) => self.hit += 1,
            (false, true) => self.spurious += 1,
            (true, false) => self.missed += 1,
            (false, false) => self.rest += 1,
        }
    }

    pub const fn wanted(&self) -> u32 {
        self.hit + self.missed
    }

    /// The share of what was given that was wanted; none when nothing was given.
    pub fn precision(&self) -> Option<f64> {
        share(self.hit, self.hit + self.spurious)
    }

    /// The share of what was wanted that was given; none when nothing was wanted.
    pub fn recall(&self) -> Option<f64> {
        share(self.hit, self.wanted())
    }

    /// The harmonic mean of precision and recall; none when nothing was wanted or given.
    pub fn f1(&self) -> Option<f64> {
        share(2 * self.hit, 2 * self.hit + self.spurious + self.missed)
    }

    /// The share of right answers; none when nothing was asked.
    pub fn accuracy(&self) -> Option<f64> {
        share(self.hit + self.rest, self.hit + self.rest + self.spurious + self.missed)
    }
}

/// A part of a whole, 0 to 1; none when there is no whole.
pub fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_follow_from_the_counts() {
        let counts = Counts { hit: 6, spurious: 2, missed: 4, rest: 8 };
        assert_eq!(counts.precision(), Some(0.75));
        assert_eq!(counts.recall(), Some(0.6));
        assert_eq!(counts.f1(), Some(12.0 / 18.0));
        assert_eq!(counts.accuracy(), Some(0.7));
    }

    #[test]
    fn each_pair_is_counted_in_its_place() {
        let pairs = [(true, true), (true, false), (true, false), (false, true), (false, false)];
        assert_eq!(Counts::of(pairs), Counts { hit: 1, missed: 2, spurious: 1, rest: 1 });
    }

    #[test]
    fn where_nothing_was_asked_there_is_no_figure() {
        let none = Counts::default();
        assert_eq!((none.precision(), none.recall(), none.f1(), none.accuracy()), (None, None, None, None));
        let rest = Counts { rest: 3, ..none };
        assert_eq!((rest.f1(), rest.accuracy()), (None, Some(1.0)));
    }
}
