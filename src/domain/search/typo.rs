//! Forgiving slips: how many a word may have, and how many it has.
//!
//! The distance is that of optimal string alignment: a letter too many, one missing, another one,
//! and two neighbours swapped count one each, and no part of the text is edited twice. Typed text
//! is compared with the beginnings of a word, for it may not have been typed to its end.

/// Words of fewer letters are taken as typed.
const ONE_EDIT_FROM: usize = 4;
/// Words of so many letters may have two edits.
const TWO_EDITS_FROM: usize = 8;
/// Longer words are taken as typed: nobody mistypes a name of this length and means it.
const MAX_LETTERS: usize = 32;

/// How many edits a typed word may have: one from four letters on, two from eight. None with a
/// digit: another number is another record.
pub fn edits_allowed(typed: &str) -> u8 {
    let n = typed.chars().count();
    if n > MAX_LETTERS || typed.contains(|c: char| c.is_numeric()) {
        return 0;
    }
    u8::from(n >= ONE_EDIT_FROM) + u8::from(n >= TWO_EDITS_FROM)
}

/// The least edits that make a beginning of `word` of `typed`, if at most `most`.
///
/// Never panics; for typed words of more than 32 letters the answer is none.
pub fn edits_to_start(typed: &str, word: &str, most: u8) -> Option<u8> {
    let mut letters = ['\0'; MAX_LETTERS];
    let mut n = 0;
    for c in typed.chars() {
        *letters.get_mut(n)? = c;
        n += 1;
    }
    let typed = &letters[..n];
    // Columns of the usual table, one for each beginning of the word: the last, and the two before.
    let mut now = [0_u8; MAX_LETTERS + 1];
    let mut before = now;
    for (i, cell) in now.iter_mut().enumerate() {
        *cell = u8::try_from(i).unwrap_or(u8::MAX);
    }
    let mut best = now[n];
    let mut earlier = None;
    for (j, c) in word.chars().enumerate() {
        let first = before;
        before = now;
        now[0] = u8::try_from(j + 1).unwrap_or(u8::MAX);
        let mut least = now[0];
        for i in 1..=n {
            let replaced = before[i - 1] + u8::from(typed[i - 1] != c);
            let mut cell = replaced
                .min(before[i].saturating_add(1))
                .min(now[i - 1].saturating_add(1));
            if i > 1 && Some(typed[i - 1]) == earlier && typed[i - 2] == c {
                cell = cell.min(first[i - 2] + 1);
            }
            now[i] = cell;
            least = least.min(cell);
        }
        earlier = Some(c);
        best = best.min(now[n]);
        // Every later cell comes from this column or, by a swap, from the one before.
        if least > most && before[..=n].iter().all(|cell| *cell >= most) {
            break;
        }
    }
    (best <= most).then_some(best)
}

/// Which letters stand in a text: a bit for each of a to z, one for all others.
pub(super) fn letters(text: &str) -> u32 {
    text.bytes()
        .fold(0, |set, byte| set | 1 << letter_bit(byte))
}

fn letter_bit(byte: u8) -> u8 {
    match byte {
        b'a'..=b'z' => byte - b'a',
        _ => 26,
    }
}
