//! Values in their order, most of which come in it.
//!
//! A tree that grows at its end only has nodes that are half full, and walks down to each. Here they lie side
//! by side in pieces: what comes last costs one comparison, and takes little more than itself.

/// So many values lie in one piece at most: moving half of them costs less than a walk through a tree.
const PIECE: usize = 512;

/// Values in their order, none twice.
#[derive(Clone, Debug)]
pub(super) struct Ordered<T> {
    /// Pieces that are not the last one; none is empty.
    earlier: Vec<Vec<T>>,
    /// Empty only if there is none at all. So a few values, which is the usual case, are one piece of memory.
    last: Vec<T>,
    n: usize,
}

impl<T> Default for Ordered<T> {
    fn default() -> Self {
        Self {
            earlier: Vec::new(),
            last: Vec::new(),
            n: 0,
        }
    }
}

/// Where the pieces end says nothing.
impl<T: PartialEq> PartialEq for Ordered<T> {
    fn eq(&self, other: &Self) -> bool {
        self.n == other.n && self.values().eq(other.values())
    }
}

impl<T> Ordered<T> {
    /// How many values.
    pub fn len(&self) -> usize {
        self.n
    }

    pub fn is_empty(&self) -> bool {
        self.n == 0
    }

    fn values(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.earlier.iter().flatten().chain(&self.last)
    }
}

impl<T: Copy + Ord> Ordered<T> {
    /// All values in their order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = T> + '_ {
        self.values().copied()
    }

    /// Takes a value in. False if it is there.
    pub fn insert(&mut self, value: T) -> bool {
        if self.last.last().is_none_or(|last| *last < value) {
            if self.last.len() == PIECE {
                let full = std::mem::take(&mut self.last);
                self.earlier.push(full);
            }
            self.last.push(value);
            self.n += 1;
            return true;
        }
        let at = self.piece_of(value);
        let piece = self.piece(at);
        let Err(place) = piece.binary_search(&value) else {
            return false;
        };
        piece.insert(place, value);
        if piece.len() > PIECE {
            let behind = piece.split_off(PIECE / 2);
            if at < self.earlier.len() {
                self.earlier.insert(at + 1, behind);
            } else {
                let before = std::mem::replace(&mut self.last, behind);
                self.earlier.push(before);
            }
        }
        self.n += 1;
        true
    }

    /// Takes a value away. False if it was not there.
    pub fn remove(&mut self, value: T) -> bool {
        let at = self.piece_of(value);
        let piece = self.piece(at);
        let Ok(place) = piece.binary_search(&value) else {
            return false;
        };
        piece.remove(place);
        if piece.is_empty() {
            if at < self.earlier.len() {
                self.earlier.remove(at);
            } else {
                self.last = self.earlier.pop().unwrap_or_default();
            }
        }
        self.n -= 1;
        true
    }

    /// The piece in which a value stands, or belongs: the last one that begins at or before it.
    fn piece_of(&self, value: T) -> usize {
        if self.last.first().is_some_and(|first| *first <= value) {
            return self.earlier.len();
        }
        let n_before = self.earlier.partition_point(|piece| piece[0] <= value);
        n_before.saturating_sub(1)
    }

    fn piece(&mut self, at: usize) -> &mut Vec<T> {
        self.earlier.get_mut(at).unwrap_or(&mut self.last)
    }
}
