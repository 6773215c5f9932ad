//! Long texts are read by several processor cores.

use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

/// Fewer things than this are done before another thread has begun: about as many sentences as 30,000 words have.
const MANY: usize = 2_000;
/// More threads than this gain little.
const MOST: usize = 8;

/// What `of` makes of all of a list: of many in one part for each core, in order; of few in one.
pub(crate) fn shared_out<T: Sync, R: Send>(list: &[T], of: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    let cores = if list.len() < MANY { 1 } else { thread::available_parallelism().map_or(1, usize::from) };
    in_parts(list, cores.min(MOST), of)
}

fn in_parts<T: Sync, R: Send>(list: &[T], parts: usize, of: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    if parts < 2 {
        return vec![of(list)];
    }
    let bounds = |part: usize| -> Range<usize> { part * list.len() / parts..(part + 1) * list.len() / parts };
    let of = &of;
    thread::scope(|scope| {
        // The first part is done here.
        let others: Vec<_> = (1..parts).map(|part| scope.spawn(move || of(&list[bounds(part)]))).collect();
        let first = of(&list[bounds(0)]);
        let others =
            others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        std::iter::once(first).chain(others).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_in_order_and_leave_nothing_out() {
        for (length, parts) in [(0, 1), (1, 1), (5, 2), (7, 3), (3, 8), (0, 4)] {
            let list: Vec<usize> = (0..length).collect();
            let got = in_parts(&list, parts, <[usize]>::to_vec);
            assert_eq!(got.len(), parts);
            assert_eq!(got.concat(), list, "{length} in {parts}");
        }
        let list: Vec<usize> = (0..MANY).collect();
        assert_eq!(shared_out(&list, <[usize]>::to_vec).concat(), list);
    }
}
