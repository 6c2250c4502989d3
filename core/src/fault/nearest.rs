//! Which word was probably meant.

use alloc::vec::Vec;

/// The word of `words` that was probably meant: the one with the fewest letters to change, if they are few.
pub(crate) fn nearest<'w>(found: &str, words: &mut dyn Iterator<Item = &'w str>) -> Option<&'w str> {
    let length = found.chars().count();
    if length > 64 {
        return None;
    }
    let most = (1 + length / 4).min(4);
    words
        .map(|word| (distance(found, word), word))
        .filter(|&(changes, word)| changes <= most && changes < word.len().min(length.max(2)))
        .min_by_key(|&(changes, _)| changes)
        .map(|(_, word)| word)
}

/// How many letters must be added, dropped or changed to make one text the other.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (1..=other.chars().count()).collect();
    let mut last = row.len();
    for (at, letter) in one.chars().enumerate() {
        let mut corner = at;
        last = at + 1;
        for (cell, against) in row.iter_mut().zip(other.chars()) {
            let changed = corner + usize::from(letter != against);
            corner = *cell;
            last = changed.min(corner + 1).min(last + 1);
            *cell = last;
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_changed_letters() {
        for (one, other, changes) in
            [("", "", 0), ("", "abc", 3), ("abc", "", 3), ("kind", "kind", 0), ("nmae", "name", 2), ("form", "from", 2)]
        {
            assert_eq!(distance(one, other), changes, "{one} {other}");
            assert_eq!(distance(other, one), changes, "{other} {one}");
        }
    }

    #[test]
    fn nearest_prefers_few_changes_and_refuses_many() {
        let words = || ["secretary", "deputy", "member"].into_iter();
        assert_eq!(nearest("secretery", &mut words()), Some("secretary"));
        assert_eq!(nearest("Member", &mut words()), Some("member"));
        assert_eq!(nearest("chair", &mut words()), None);
        assert_eq!(nearest("", &mut words()), None);
        assert_eq!(nearest("副书记", &mut words()), None);
        assert_eq!(nearest("m", &mut ["to", "on"].into_iter()), None);
    }
}
