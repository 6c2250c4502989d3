use smallvec::{SmallVec, smallvec};

/// The places of a list, each marked or not.
pub(super) struct Marks(SmallVec<[u64; 4]>);

impl Marks {
    /// None marked of so many places.
    pub(super) fn none(places: usize) -> Self {
        Self(smallvec![0; places.div_ceil(64)])
    }

    /// Marks a place; whether it was not marked yet. There is nothing to mark past the end.
    pub(super) fn mark(&mut self, at: usize) -> bool {
        let Some(bits) = self.0.get_mut(at / 64) else { return false };
        let bit = 1 << (at % 64);
        let is_new = *bits & bit == 0;
        *bits |= bit;
        is_new
    }

    /// Marks all that are marked in another list as long.
    pub(super) fn mark_all(&mut self, other: &Self) {
        for (bits, more) in self.0.iter_mut().zip(&other.0) {
            *bits |= more;
        }
    }

    pub(super) fn is_marked(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|bits| bits & (1 << (at % 64)) != 0)
    }
}
