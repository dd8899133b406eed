//! How a text is looked up: word by word, and each word by the longest stem that it begins with.

use super::meaning::Meaning;
use super::stem::NoticePart;
use super::words::{Meanings, Words};
use super::{Lexicon, notice, writing};
use crate::fold::{COMMA, SENTENCE_END};

/// The meanings for which a text, a link or a button is worth keeping.
const RELEVANT: [Meaning; 17] = [
    Meaning::Deactivate,
    Meaning::Close,
    Meaning::Delete,
    Meaning::Reactivate,
    Meaning::Verify,
    Meaning::Account,
    Meaning::Profile,
    Meaning::Settings,
    Meaning::Personal,
    Meaning::Code,
    Meaning::Privacy,
    Meaning::Identity,
    Meaning::Type,
    Meaning::More,
    Meaning::Email,
    Meaning::Reason,
    Meaning::Appeal,
];

/// The meanings for which a button is worth keeping besides: what sends a form that is no element of its own, and a reason to
/// choose. Of a text or a link these words say nothing.
const RELEVANT_OF_BUTTONS: [Meaning; 6] = [
    Meaning::Confirm,
    Meaning::ReasonPrivacy,
    Meaning::ReasonSecurity,
    Meaning::ReasonExperience,
    Meaning::ReasonSwitching,
    Meaning::ReasonOther,
];

/// Whether the lexicon knows a word of a folded text that makes the text worth keeping.
pub(super) fn is_relevant(lexicon: &Lexicon, folded: &str) -> bool {
    any_word(lexicon, folded, |word| {
        word.is_anchor || word.meanings.any(&RELEVANT)
    }) || !lexicon.labels.of(folded).is_empty()
}

/// Whether it knows one that makes a button worth keeping, though no text.
pub(super) fn is_relevant_of_button(lexicon: &Lexicon, folded: &str) -> bool {
    any_word(lexicon, folded, |word| {
        word.meanings.any(&RELEVANT_OF_BUTTONS)
    })
}

fn any_word(lexicon: &Lexicon, folded: &str, is_so: impl Fn(&Word) -> bool) -> bool {
    let mut found = false;
    walk(lexicon, folded, |step| {
        if let Step::Word(word) = step {
            found |= is_so(&word);
        }
        found
    });
    found
}

/// All that is known of a folded text.
pub(super) fn words(lexicon: &Lexicon, folded: &str) -> Words {
    let (starts_with, ends_with) = lexicon.labels.at_the_ends(folded);
    let mut words = Words {
        labels: lexicon.labels.of(folded),
        starts_with,
        ends_with,
        each: word_by_word(lexicon, folded),
        ..Words::default()
    };
    let mut clause = Clause::default();
    let mut has_anchor = false;
    walk(lexicon, folded, |step| {
        let word = match step {
            Step::Word(word) => word,
            Step::Comma => {
                clause.object = None;
                return false;
            }
            Step::SentenceEnd => {
                clause = Clause::default();
                return false;
            }
        };
        let meanings = word.meanings;
        has_anchor |= word.is_anchor;
        words.count = words.count.saturating_add(1);
        words.unknown = words.unknown.saturating_add(u16::from(!word.is_known));
        words.meanings.merge(meanings);
        words.other_after_object |= clause
            .object
            .is_some_and(|at| meanings.has(Meaning::Other) && words.count - at <= ATTACHED);
        words.other_before_account |=
            clause.other == Some(words.count - 1) && meanings.has(Meaning::Account);
        clause.take_in(words.count, meanings);
        words.ends_account |= clause.ends_account();
        false
    });
    if has_anchor {
        notice::add_to(lexicon, folded, &mut words.meanings);
    }
    words
}

/// What the words of a text mean, without the notices that it gives.
fn meanings_of(lexicon: &Lexicon, folded: &str) -> Meanings {
    let mut all = Meanings::default();
    walk(lexicon, folded, |step| {
        if let Step::Word(word) = step {
            all.merge(word.meanings);
        }
        false
    });
    all
}

/// What a sentence has said so far, as numbers of words.
#[derive(Default)]
struct Clause {
    end: Option<u16>,
    account: Option<u16>,
    /// The account, while what follows may still be a part of its name.
    object: Option<u16>,
    other: Option<u16>,
}

impl Clause {
    fn take_in(&mut self, at: u16, meanings: Meanings) {
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

/// Where a stem may begin, and whether that is inside a run of letters.
pub(super) fn beginnings(text: &str) -> impl Iterator<Item = (usize, bool)> {
    text.char_indices().filter_map(|(at, c)| {
        let inside = !begins_word(text, at);
        (c != ' ' && (!inside || writing::is_spaceless(c))).then_some((at, inside))
    })
}

/// Whether a part of a notice for which a text is worth keeping begins behind the beginning of a stem of that length.
fn has_anchor_within(lexicon: &Lexicon, rest: &str, length: usize) -> bool {
    beginnings(&rest[..length])
        .skip(1)
        .any(|(at, inside)| longest(lexicon, &rest[at..], inside).is_anchor)
}

/// What each word of a text means by itself, if one of them asks to type something.
fn word_by_word(lexicon: &Lexicon, folded: &str) -> Vec<Meanings> {
    let each: Vec<Meanings> = folded
        .split(' ')
        .filter(|word| !word.starts_with([SENTENCE_END, COMMA]))
        .map(|word| meanings_of(lexicon, word))
        .collect();
    if each.iter().any(|word| word.has(Meaning::Type)) {
        each
    } else {
        Vec::new()
    }
}

/// The longest stem at the start of `rest`. `inside`: `rest` does not begin a word.
fn longest(lexicon: &Lexicon, rest: &str, inside: bool) -> Match {
    let mut found = Match::default();
    lexicon.stems.prefixes(rest, inside, |length, _, entry| {
        found.is_anchor |= entry.notice == NoticePart::Anchor;
        if !entry.meanings.is_empty() {
            found.length = length;
            found.meanings = entry.meanings;
        }
    });
    found
}

/// What the longest stem at a place is.
#[derive(Clone, Copy, Default)]
struct Match {
    /// Bytes of it; 0 where nothing with a meaning begins there.
    length: usize,
    meanings: Meanings,
    /// A part of a notice begins there, for which a text is worth keeping.
    is_anchor: bool,
}

impl Match {
    const fn word(self, is_known: bool) -> Step {
        Step::Word(Word {
            is_known,
            meanings: self.meanings,
            is_anchor: self.is_anchor,
        })
    }
}

/// What a walk comes to.
enum Step {
    Word(Word),
    Comma,
    SentenceEnd,
}

/// A word of a text.
struct Word {
    /// Whether the lexicon knows it; one that it does not know may still begin a part of a notice.
    is_known: bool,
    meanings: Meanings,
    is_anchor: bool,
}

/// Walks a folded text word by word until `visit` says to stop. A long rest of a word that begins
/// with a known one is looked at as a word of its own (compounds); in scripts without spaces every character may begin one.
fn walk(lexicon: &Lexicon, folded: &str, mut visit: impl FnMut(Step) -> bool) {
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
        let spaceless = writing::is_spaceless(c);
        let mut found = longest(lexicon, &folded[at..], !begins_word(folded, at));
        if found.length == 0 && begins_word(folded, at) {
            found = after_clitics(lexicon, &folded[at..], found);
        }
        if found.length > 0 {
            unknown_run = false;
            found.is_anchor |= has_anchor_within(lexicon, &folded[at..], found.length);
            if visit(found.word(true)) {
                return;
            }
            at += found.length;
            if spaceless {
                continue;
            }
            let end = word_end(folded, at);
            if end - at >= COMPOUND {
                let rest = longest(lexicon, &folded[at..end], false);
                if rest.length >= COMPOUND && visit(rest.word(true)) {
                    return;
                }
            }
            at = end;
            continue;
        }
        if is_another_account(&folded[at..word_end(folded, at)]) {
            found.meanings.add(Meaning::Other);
            if visit(found.word(true)) {
                return;
            }
            at = word_end(folded, at);
            continue;
        }
        let goes_on = spaceless && unknown_run || c.is_ascii_digit();
        if (!goes_on || found.is_anchor) && visit(found.word(false)) {
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
    writing::ACCOUNT_COMPOUNDS
        .iter()
        .any(|end| word.len() > end.len() && word.ends_with(end))
}

/// Looks again behind the little words that Arabic and Hebrew write as one with the next ("and", "with", "to", "the").
fn after_clitics(lexicon: &Lexicon, word: &str, before: Match) -> Match {
    const MOST: usize = 2;
    let mut found = before;
    let mut rest = word;
    for _ in 0..MOST {
        let stripped = writing::CLITICS
            .iter()
            .find_map(|clitic| rest.strip_prefix(clitic));
        let Some(stripped) = stripped else {
            break;
        };
        rest = stripped;
        let next = longest(lexicon, rest, false);
        if next.length > 0 {
            return Match {
                length: word.len() - rest.len() + next.length,
                // A notice may begin with the letter that was looked behind.
                is_anchor: found.is_anchor || next.is_anchor,
                ..next
            };
        }
        found.is_anchor |= next.is_anchor;
    }
    found
}

/// Whether a word begins there: after a space, or where the script changes from one with spaces to one without.
fn begins_word(folded: &str, at: usize) -> bool {
    match folded[..at].chars().next_back() {
        None | Some(' ') => true,
        Some(before) => {
            !writing::is_spaceless(before)
                && folded[at..]
                    .chars()
                    .next()
                    .is_some_and(writing::is_spaceless)
        }
    }
}

fn word_end(folded: &str, from: usize) -> usize {
    folded[from..]
        .find(|c| c == ' ' || writing::is_spaceless(c))
        .map_or(folded.len(), |length| from + length)
}

#[cfg(test)]
mod tests;
