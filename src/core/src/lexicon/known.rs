//! What the lexicon has said of texts so far, and what it is still to be asked.
//!
//! The lexicon weighs more than all the rest of the engine and is the same for every page, so it stays with the extension.
//! In the page a look-up that finds no answer is noted as a [question](Known::questions) and answered with "nothing known";
//! the reader asks and looks anew. Where the lexicon is at hand (the extension's own side, native tests) it answers at once.

use super::{Labels, Meanings, Words};
use crate::cut::parts;
use crate::prelude::*;
use alloc::rc::Rc;
use core::cell::RefCell;

/// Stands between questions, and between answers.
const RECORD: u8 = 0x1e;
/// A document that goes on changing has asked about so many texts that those of its past are let go of.
const MOST: usize = 4_000;

/// The answers of one document. Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Known(Rc<RefCell<Answers>>);

#[derive(Debug, Default)]
struct Answers {
    /// In the order of their keys.
    known: Vec<(Key, Words)>,
    asked: Vec<(Key, String)>,
    /// Whether the lexicon is at hand and yet to be asked, as in a page.
    #[cfg(feature = "lexicon")]
    is_apart: bool,
}

/// Two hashes of a text, together long enough that no two texts of a page share them.
pub(super) type Key = (u32, u32);

pub(super) fn key_of(folded: &str) -> Key {
    folded
        .bytes()
        .fold((0x811c_9dc5, 0x9747_b28c), |(one, other), byte| {
            let byte = u32::from(byte);
            (
                (one ^ byte).wrapping_mul(0x0100_0193),
                (other ^ byte).wrapping_mul(0x5bd1_e995).rotate_left(13),
            )
        })
}

/// What is known of words is no part of what a page says.
impl PartialEq for Known {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Known {}

impl Known {
    pub(crate) fn words(&self, folded: &str) -> Words {
        if folded.is_empty() {
            return Words::default();
        }
        let key = key_of(folded);
        let answers = self.0.borrow();
        if let Ok(at) = answers.place(key) {
            return answers.known[at].1.clone();
        }
        drop(answers);
        self.unanswered(key, folded)
    }

    /// One that has to be asked although the lexicon is at hand: as it is in a page.
    #[cfg(feature = "lexicon")]
    #[must_use]
    pub fn apart() -> Self {
        let known = Self::default();
        known.0.borrow_mut().is_apart = true;
        known
    }

    fn unanswered(&self, key: Key, folded: &str) -> Words {
        #[cfg(feature = "lexicon")]
        if !self.0.borrow().is_apart {
            return super::walk::words(folded);
        }
        let asked = &mut self.0.borrow_mut().asked;
        if asked.iter().all(|(known, _)| *known != key) {
            asked.push((key, folded.to_owned()));
        }
        Words::default()
    }

    /// Whether a folded text is, as a whole, a label that the product knows: what a report may show without showing
    /// anything personal.
    #[must_use]
    pub fn is_label(&self, folded: &str) -> bool {
        self.words(folded).labels.concepts() != 0
    }

    /// The folded texts that were looked up in vain since the last call, for the lexicon to answer; empty where there are none.
    #[must_use]
    pub fn questions(&self) -> String {
        let asked = core::mem::take(&mut self.0.borrow_mut().asked);
        // Not `join`: all else in the page that is joined borrows its texts, and its code would stand there twice.
        let mut questions = String::new();
        for (_, text) in &asked {
            if !questions.is_empty() {
                questions.push(char::from(RECORD));
            }
            questions.push_str(text);
        }
        questions
    }

    /// Whether there is so much of it that the next reading should begin anew.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.0.borrow().known.len() > MOST
    }

    /// Adds what the lexicon answered to [questions](Self::questions).
    pub fn add(&self, answers: &str) {
        let all = &mut *self.0.borrow_mut();
        for answer in parts(answers, RECORD).filter(|answer| !answer.is_empty()) {
            let (key, words) = decoded(answer);
            match all.place(key) {
                Ok(at) => all.known[at].1 = words,
                Err(at) => all.known.insert(at, (key, words)),
            }
        }
    }
}

impl Answers {
    fn place(&self, key: Key) -> Result<usize, usize> {
        self.known.binary_search_by(|(known, _)| known.cmp(&key))
    }
}

/// Six bits a sign.
const FIRST_SIGN: u8 = b'0';
/// Signs of each number of an answer.
const HALF: usize = 6;
const FEW: usize = 2;
/// What needs no more than a bit.
const OTHER_AFTER_OBJECT: u32 = 1;
const OTHER_BEFORE_ACCOUNT: u32 = 2;
const ENDS_ACCOUNT: u32 = 4;

fn decoded(answer: &str) -> (Key, Words) {
    let signs = &mut answer.bytes();
    let key = (number(signs, HALF), number(signs, HALF));
    let meanings = Meanings(long(signs));
    let labels = Labels(long(signs));
    let (leads, trails) = (number(signs, HALF), number(signs, HALF));
    let (count, unknown) = (short(signs), short(signs));
    let flags = number(signs, 1);
    let words = Words {
        meanings,
        labels,
        leads,
        trails,
        count,
        unknown,
        other_after_object: flags & OTHER_AFTER_OBJECT != 0,
        other_before_account: flags & OTHER_BEFORE_ACCOUNT != 0,
        ends_account: flags & ENDS_ACCOUNT != 0,
        each: signs.map(|sign| sign.wrapping_sub(FIRST_SIGN)).collect(),
    };
    (key, words)
}

#[inline(never)]
fn number(signs: &mut core::str::Bytes<'_>, length: usize) -> u32 {
    signs.take(length).fold(0, |number, sign| {
        number << 6 | u32::from(sign.wrapping_sub(FIRST_SIGN))
    })
}

fn long(signs: &mut core::str::Bytes<'_>) -> u64 {
    let high = number(signs, HALF);
    u64::from(high) << 32 | u64::from(number(signs, HALF))
}

fn short(signs: &mut core::str::Bytes<'_>) -> u16 {
    u16::try_from(number(signs, FEW)).unwrap_or(u16::MAX)
}

/// The other way round: what [`Known::add`] reads.
#[cfg(feature = "lexicon")]
pub(super) fn encoded(key: Key, words: &Words) -> String {
    let mut text = String::new();
    let mut put = |number: u32, length: usize| {
        for at in (0..length).rev() {
            let six = (number.checked_shr(6 * u32::try_from(at).unwrap_or(0))).unwrap_or(0) & 63;
            text.push(char::from(FIRST_SIGN + six.to_le_bytes()[0]));
        }
    };
    let high = |long: u64| u32::try_from(long >> 32).unwrap_or(0);
    let low = |long: u64| u32::try_from(long & u64::from(u32::MAX)).unwrap_or(0);
    put(key.0, HALF);
    put(key.1, HALF);
    for long in [words.meanings.0, words.labels.0] {
        put(high(long), HALF);
        put(low(long), HALF);
    }
    put(words.leads, HALF);
    put(words.trails, HALF);
    // Two signs hold 4,095: no text of a page that is asked about has as many words.
    put(words.count.min(4_095).into(), FEW);
    put(words.unknown.min(4_095).into(), FEW);
    let flags = [
        (words.other_after_object, OTHER_AFTER_OBJECT),
        (words.other_before_account, OTHER_BEFORE_ACCOUNT),
        (words.ends_account, ENDS_ACCOUNT),
    ];
    put(
        flags
            .iter()
            .filter(|(is_so, _)| *is_so)
            .map(|(_, bit)| bit)
            .sum(),
        1,
    );
    for each in &words.each {
        put((*each).into(), 1);
    }
    text
}

#[cfg(all(test, feature = "lexicon"))]
mod tests {
    use super::super::walk::{answer, words};
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn folded(text: &str) -> String {
        crate::fold(&text.nfkd().collect::<String>().to_lowercase())
    }

    #[track_caller]
    fn is_known_as_it_is(text: &str) {
        let text = folded(text);
        let known = Known::default();
        known.add(&answer(&text));
        let answers = known.0.borrow();
        if let Ok(at) = answers.place(key_of(&text)) {
            assert_eq!(answers.known[at].1, words(&text), "{text}");
        } else {
            panic!("“{text}” was not answered");
        }
    }

    #[test]
    fn an_answer_says_all_that_the_lexicon_knows() {
        for text in [
            "Deactivate Account",
            "Type “delete my account” below, then press Delete",
            "Remove my account Permanently closes it",
            "アカウントを削除します。よろしいですか？",
            "Your account has been deactivated. You can come back.",
        ] {
            is_known_as_it_is(text);
        }
    }

    #[test]
    fn several_answers_are_one_text() {
        let texts = ["delete account", "settings", "delete account"];
        let known = Known::default();
        known.add(&texts.map(answer).join("\u{1e}"));
        assert_eq!(known.0.borrow().known.len(), 2);
        assert!(known.is_label("delete account"));
    }

    proptest! {
        #[test]
        fn any_text_is_answered(text in "\\PC{1,40}") {
            if !folded(&text).is_empty() {
                is_known_as_it_is(&text);
            }
        }

        #[test]
        fn no_answer_breaks_it(text in "\\PC*") {
            Known::default().add(&text);
        }
    }
}
