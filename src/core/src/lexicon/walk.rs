//! The lexicon: what the words of a text mean.
//!
//! A text is walked word by word. Every prefix of a word is looked up by its hash, and the longest that is known counts; a
//! stem of several words goes on where its first words are known to begin one. So a text costs one look-up a letter,
//! whatever the number of languages.

use super::key::{Hash, TEXT_END, WORD_END};
use super::table::{self, Record};
use super::{ACCOUNT, CUE, Labels, Meaning, Meanings, SMALL, Words};
use crate::fold::{COMMA, SENTENCE_END};

/// The meanings for which a text, a link or a button is worth keeping.
const INTERESTING: u64 = {
    use Meaning as M;
    let kept = [
        M::Deactivate,
        M::Close,
        M::Delete,
        M::Reactivate,
        M::Verify,
        M::Account,
        M::Profile,
        M::Settings,
        M::Personal,
        M::Code,
        M::Privacy,
        M::Identity,
        M::Type,
        M::Anchor,
        M::Label,
        M::More,
        M::Email,
    ];
    let mut bits = 0;
    let mut at = 0;
    while at < kept.len() {
        bits |= 1 << kept[at] as u8;
        at += 1;
    }
    bits
};

const FIRST_NOTICE: u8 = Meaning::SignedOut as u8;

/// Whether the lexicon knows a word of a folded text that makes the text worth keeping.
#[must_use]
pub(super) fn touches(folded: &str) -> bool {
    let mut touched = false;
    walk(folded, |step| {
        if let Step::Known(meanings) | Step::Unknown(meanings) = step {
            touched |= meanings.0 & INTERESTING != 0;
        }
        touched
    });
    touched || labels_of(folded).concepts() != 0
}

/// All that is known of a folded text.
pub(crate) fn words(folded: &str) -> Words {
    let (leads, trails) = labels_at_the_ends(folded);
    let mut words = Words {
        labels: labels_of(folded),
        leads,
        trails,
        each: word_by_word(folded),
        ..Words::default()
    };
    let mut clause = Clause::default();
    walk(folded, |step| {
        let (known, meanings) = match step {
            Step::Known(meanings) => (true, meanings),
            Step::Unknown(meanings) => (false, meanings),
            Step::Comma => {
                clause.object = None;
                return false;
            }
            Step::SentenceEnd => {
                clause = Clause::default();
                return false;
            }
        };
        words.count = words.count.saturating_add(1);
        words.unknown = words.unknown.saturating_add(u16::from(!known));
        words.meanings.merge(meanings);
        words.other_after_object |= clause
            .object
            .is_some_and(|at| meanings.has(Meaning::Other) && words.count - at <= ATTACHED);
        words.other_before_account |=
            clause.other == Some(words.count - 1) && meanings.has(Meaning::Account);
        clause.hear(words.count, meanings);
        words.ends_account |= clause.ends_account();
        false
    });
    if words.has(Meaning::Anchor) {
        add_notices(folded, &mut words.meanings);
    }
    words
}

/// What the words of a text mean, without the notices that it gives.
fn meanings_of(folded: &str) -> Meanings {
    let mut all = Meanings::default();
    walk(folded, |step| {
        if let Step::Known(meanings) | Step::Unknown(meanings) = step {
            all.merge(meanings);
        }
        false
    });
    all
}

/// What was heard of a sentence so far, as numbers of words.
#[derive(Default)]
struct Clause {
    end: Option<u16>,
    account: Option<u16>,
    /// The account, while what follows may still be a part of its name.
    object: Option<u16>,
    other: Option<u16>,
}

impl Clause {
    fn hear(&mut self, at: u16, meanings: Meanings) {
        const ENDS: [Meaning; 3] = [Meaning::Deactivate, Meaning::Close, Meaning::Delete];
        if meanings.has(Meaning::Other) {
            self.other = Some(at);
        }
        if meanings.any(&ENDS) {
            self.end = Some(at);
            self.object = None;
        }
        if meanings.has(Meaning::Account) {
            self.account = Some(at);
            self.object = Some(at);
        }
        if meanings.has(Meaning::Small) {
            self.object = self.object.map(|object| object + 1);
        }
    }

    fn ends_account(&self) -> bool {
        let (Some(end), Some(account)) = (self.end, self.account) else {
            return false;
        };
        self.other.is_none() && end.abs_diff(account) <= CLOSE_BY
    }
}

/// How many words apart a verb and its object may stand.
const CLOSE_BY: u16 = 5;
/// How many words after the account another thing is still a part of its name ("account data file").
const ATTACHED: u16 = 3;

/// Adds the notices all of whose parts stand in the text, in any order.
fn add_notices(folded: &str, meanings: &mut Meanings) {
    let mut present: Vec<u16> = Vec::new();
    for (at, c) in folded.char_indices() {
        let begins = begins_word(folded, at);
        if c != ' ' && (begins || is_spaceless(c)) {
            prefixes(&folded[at..], !begins, |_, record| {
                if record.is_part() {
                    present.push(record.place);
                }
            });
        }
    }
    table::notices(
        |place| present.contains(&place),
        |number| meanings.add(FIRST_NOTICE + number),
    );
}

fn labels_of(folded: &str) -> Labels {
    if folded.is_empty() || folded.len() > LONGEST_LABEL {
        return Labels::default();
    }
    labels_at(folded.bytes().fold(Hash::EMPTY, Hash::with))
}

/// The labels whose spelling has that hash.
fn labels_at(spelling: Hash) -> Labels {
    let record = table::find(spelling.with(TEXT_END)).filter(|record| record.is_label());
    let values = record.map_or(&[][..], |record| record.values);
    let bits = values.iter().map(|value| {
        let (concept, rank) = (value >> 2, value & 3);
        u64::from(rank + 1) << (2 * concept)
    });
    Labels(bits.sum())
}

/// The concepts, as bits, of whose labels the text begins with one and goes on; and ends with one.
fn labels_at_the_ends(folded: &str) -> (u32, u32) {
    let (mut leads, mut trails) = (0, 0);
    let mut hash = Hash::EMPTY;
    for (at, byte) in folded.bytes().enumerate() {
        if byte == b' ' {
            if (1..=LONGEST_LABEL).contains(&at) {
                leads |= labels_at(hash).concepts();
            }
            trails |= labels_of(&folded[at + 1..]).concepts();
        }
        hash = hash.with(byte);
    }
    (leads, trails)
}

/// What each word of a text is by itself, if one of them asks to type something.
fn word_by_word(folded: &str) -> Vec<u8> {
    let each = folded
        .split(' ')
        .filter(|word| !word.starts_with([SENTENCE_END, COMMA]));
    let each: Vec<u8> = each
        .map(|word| {
            let meanings = meanings_of(word);
            [
                (Meaning::Type, CUE),
                (Meaning::Account, ACCOUNT),
                (Meaning::Small, SMALL),
            ]
            .iter()
            .filter(|(meaning, _)| meanings.has(*meaning))
            .fold(0, |bits, (_, bit)| bits | bit)
        })
        .collect();
    if each.iter().any(|word| word & CUE != 0) {
        each
    } else {
        Vec::new()
    }
}

/// The longest stem at the start of `rest`: its length and its meanings. `inside`: `rest` does not begin a word.
fn longest(rest: &str, inside: bool) -> (usize, Meanings) {
    let (mut length, mut meanings, mut is_anchor) = (0, Meanings::default(), false);
    prefixes(rest, inside, |end, record| {
        is_anchor |= record.is_anchor();
        if !record.values.is_empty() {
            length = end;
            meanings = Meanings::default();
            record.values.iter().for_each(|value| meanings.add(*value));
        }
    });
    if is_anchor {
        meanings.add(Meaning::Anchor as u8);
    }
    (length, meanings)
}

/// Visits what is known of the prefixes of `rest`, the shorter first: `visit(length, record)`.
fn prefixes(rest: &str, inside: bool, mut visit: impl FnMut(usize, Record)) {
    let mut note = |end: usize, hash: Hash| {
        if let Some(record) = table::find(hash)
            .filter(|record| !record.is_label() && (!inside || record.stands_inside()))
        {
            visit(end, record);
        }
    };
    let mut hash = Hash::EMPTY;
    for (at, byte) in rest.bytes().enumerate().take(LONGEST_STEM) {
        let after = hash.with(byte);
        if byte == WORD_END {
            note(at, after);
            if !table::goes_on(after) {
                return;
            }
        } else if rest.is_char_boundary(at + 1) {
            note(at + 1, after);
        }
        hash = after;
    }
    if rest.len() < LONGEST_STEM {
        note(rest.len(), hash.with(WORD_END));
    }
}

/// Bytes of the longest stem that is looked for.
const LONGEST_STEM: usize = 64;
/// Bytes of the longest text that can be a label.
const LONGEST_LABEL: usize = 90;

/// What a walk comes to.
enum Step {
    /// A word that the lexicon knows.
    Known(Meanings),
    /// One that it does not, though it may be a part of a notice.
    Unknown(Meanings),
    Comma,
    SentenceEnd,
}

/// Walks a folded text word by word until `visit` says to stop. A long rest of a word that begins
/// with a known one is looked at as a word of its own (compounds); in scripts without spaces every character may begin one.
fn walk(folded: &str, mut visit: impl FnMut(Step) -> bool) {
    const COMPOUND: usize = 4;
    let mut at = 0;
    let mut unknown_run = false;
    while let Some(c) = folded[at..].chars().next() {
        if c == ' ' {
            at += 1;
            unknown_run = false;
            continue;
        }
        if matches!(c, SENTENCE_END | COMMA) {
            let step = if c == COMMA {
                Step::Comma
            } else {
                Step::SentenceEnd
            };
            if visit(step) {
                return;
            }
            at += 1;
            continue;
        }
        let spaceless = is_spaceless(c);
        let (mut length, mut meanings) = longest(&folded[at..], !begins_word(folded, at));
        if length == 0 && begins_word(folded, at) {
            (length, meanings) = after_clitics(&folded[at..], meanings);
        }
        if length > 0 {
            unknown_run = false;
            if visit(Step::Known(meanings)) {
                return;
            }
            at += length;
            if spaceless {
                continue;
            }
            let end = word_end(folded, at);
            if end - at >= COMPOUND {
                let (length, meanings) = longest(&folded[at..end], false);
                if length >= COMPOUND && visit(Step::Known(meanings)) {
                    return;
                }
            }
            at = end;
            continue;
        }
        if is_another_account(&folded[at..word_end(folded, at)]) {
            meanings.add(Meaning::Other as u8);
            if visit(Step::Known(meanings)) {
                return;
            }
            at = word_end(folded, at);
            continue;
        }
        let goes_on = spaceless && unknown_run || c.is_ascii_digit();
        let may_be_noticed = meanings.has(Meaning::Anchor);
        if (!goes_on || may_be_noticed) && visit(Step::Unknown(meanings)) {
            return;
        }
        unknown_run = spaceless;
        at = if spaceless {
            at + c.len_utf8()
        } else {
            word_end(folded, at)
        };
    }
}

/// Whether a word that the lexicon does not know is a compound with one for the account: the site's own ones are listed, and
/// others are accounts of something else ("Spielkonto", "kandidatkonto", "makersaccount").
fn is_another_account(word: &str) -> bool {
    ["konto", "kontot", "account"]
        .iter()
        .any(|end| word.len() > end.len() && word.ends_with(end))
}

/// Looks again behind the little words that Arabic and Hebrew write as one with the next ("and", "with", "to", "the").
fn after_clitics(word: &str, mut heard: Meanings) -> (usize, Meanings) {
    let mut rest = word;
    for _ in 0..2 {
        let stripped = rest.strip_prefix("ال").or_else(|| {
            rest.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك', 'ו', 'ב', 'ל', 'כ', 'ש', 'ה', 'מ'])
        });
        let Some(stripped) = stripped else {
            break;
        };
        rest = stripped;
        let (length, meanings) = longest(rest, false);
        if length > 0 {
            return (word.len() - rest.len() + length, meanings);
        }
        heard.merge(meanings);
    }
    (0, heard)
}

/// Whether a word begins there: after a space, or where the script changes from one with spaces to one without.
fn begins_word(folded: &str, at: usize) -> bool {
    match folded[..at].chars().next_back() {
        None | Some(' ') => true,
        Some(before) => {
            !is_spaceless(before) && folded[at..].chars().next().is_some_and(is_spaceless)
        }
    }
}

fn word_end(folded: &str, from: usize) -> usize {
    folded[from..]
        .find(|c| c == ' ' || is_spaceless(c))
        .map_or(folded.len(), |length| from + length)
}

/// Thai, Hangul (decomposed), kana and Chinese characters: words stand there without spaces, or with particles attached.
const fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0e7f}' | '\u{1100}'..='\u{11ff}' | '\u{3005}'..='\u{9fff}')
}
#[cfg(test)]
mod tests {
    use super::super::{Concept, Rank};
    use super::*;
    use crate::ids::ControlId;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    mod names {
        include!(concat!(env!("OUT_DIR"), "/names.rs"));
    }

    fn read(text: &str) -> Words {
        words(&crate::fold(
            &text.nfkd().collect::<String>().to_lowercase(),
        ))
    }

    #[test]
    fn the_numbers_are_those_of_the_build() {
        assert_eq!(
            names::MEANING_NAMES[Meaning::Account as usize],
            "object.account"
        );
        assert_eq!(
            names::MEANING_NAMES[Meaning::SignedOut as usize],
            "notice.signed-out"
        );
        assert_eq!(names::MEANING_NAMES[Meaning::Label as usize], "label.label");
        for control in ControlId::ALL {
            let number = usize::from(Concept::Control(*control).number());
            assert_eq!(names::CONCEPT_NAMES[number], control.as_str());
        }
        let last = usize::from(Concept::OrderDetail.number());
        assert_eq!(names::CONCEPT_NAMES[last], "order-detail");
        assert_eq!(names::CONCEPT_NAMES.len(), last + 1);
    }

    #[test]
    fn words_have_their_object() {
        let words = read("Close your AliExpress account");
        assert!(
            words.has(Meaning::Close) && words.has(Meaning::Account) && words.is_clean(),
            "{words:?}"
        );
        assert!(read("Delete address").has(Meaning::Other));
        assert!(read("Radera mitt kundkonto").ends_account);
        assert!(read("Radera mitt kandidatkonto").has(Meaning::Other));
        assert!(
            read("Deactivate Account").label(Concept::Control(ControlId::Deactivate))
                == Some(Rank::Full)
        );
    }

    /// Whether the words of a text say of themselves what a label of `concept` would.
    fn says(concept: &str, words: &Words) -> bool {
        use Meaning as M;
        let all = |meanings: &[Meaning]| meanings.iter().all(|one| words.has(*one));
        match concept {
            "submit" => words.any(&[M::Delete, M::Deactivate, M::Close]) && words.has(M::Account),
            "reactivate" => words.has(M::Reactivate),
            "confirm-yes" => words.has(M::Yes) && !words.has(M::No),
            "confirm-no" => words.has(M::No) && !words.ends_account,
            "get-code" => all(&[M::Get, M::Code]),
            "code" => words.has(M::Code),
            "terms" => words.has(M::Agree),
            "email-label" => words.has(M::Email),
            "load-more" => words.has(M::More),
            _ => false,
        }
    }

    #[test]
    fn a_derived_label_is_told_by_its_words() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/facts/labels");
        let mut derived = 0;
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let facts: toml::Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
            for label in facts["label"].as_array().unwrap() {
                if label.get("derived").is_some() {
                    let (concept, text) = (&label["concept"], label["text"].as_str().unwrap());
                    let words = read(text);
                    assert!(
                        says(concept.as_str().unwrap(), &words) && !words.has(Meaning::Other),
                        "{}: “{text}” is no {concept} by its words: {words:?}",
                        path.display()
                    );
                    derived += 1;
                }
            }
        }
        assert!(derived > 0);
    }

    #[test]
    fn a_text_without_a_word_of_ours_is_not_kept() {
        assert!(!touches("wireless earphones with charging case"));
        assert!(touches("deactivate account"));
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "\\PC*") {
            let _ = read(&text);
        }
    }
}
