//! The phrase that a page asks to type, kept exactly as the page writes it.
//!
//! It is what stands nearest to the cue ("type", "enter", 「入力」): quoted, set apart by markup, in capitals, or a known
//! phrase. What the page does not say is not guessed here.

use crate::flow::Flow;
use crate::fold::{COMMA, SENTENCE_END, is_letter, word_spans};
use crate::ids::FlowId;
use crate::lexicon::{Lexicon, Meaning, Words};
use crate::view::{Item, View};
use std::cmp::Reverse;

/// How many items away from the field a text may be that asks for its phrase.
const REACH: usize = 14;
/// The same for a text that only sets a phrase apart.
const BESIDE: usize = 2;
const LONGEST: usize = 60;

const QUOTES: [(char, char); 14] = [
    ('“', '”'),
    ('«', '»'),
    ('„', '“'),
    ('„', '”'),
    ('‚', '‘'),
    ('‘', '’'),
    ('「', '」'),
    ('『', '』'),
    ('"', '"'),
    ('”', '”'),
    ('»', '«'),
    ('״', '״'),
    ('`', '`'),
    ('\'', '\''),
];

/// The phrase that the page asks to type into the field of that item id.
#[must_use]
pub fn required_phrase(view: &View, lexicon: &Lexicon, field: u32) -> Option<String> {
    Some(phrase_of(view, lexicon, field)?.text)
}

/// Whether the phrase that the page asks for speaks of deleting rather than of deactivating.
pub(crate) fn asks_to_delete(view: &View, lexicon: &Lexicon, field: u32) -> bool {
    // Of what stands in the field itself no words are looked up.
    let in_field = |item: &Item| {
        let text = item.placeholder.to_ascii_lowercase();
        item.id == field && text.contains("delete my account")
    };
    view.items.iter().any(in_field)
        || phrase_of(view, lexicon, field).is_some_and(|phrase| phrase.deletes)
}

fn phrase_of(view: &View, lexicon: &Lexicon, field: u32) -> Option<Phrase> {
    phrase_at(
        view,
        lexicon,
        view.items.iter().position(|item| item.id == field)?,
    )
}

/// A phrase to type.
pub(crate) struct Phrase {
    text: String,
    deletes: bool,
}

/// The phrase that the page asks to type into the field at that place among the items.
pub(crate) fn phrase_at(view: &View, lexicon: &Lexicon, at: usize) -> Option<Phrase> {
    let own = &view.items[at];
    if let Some(phrase) = in_text(
        view,
        lexicon,
        &own.placeholder,
        "",
        &[],
        Source::Placeholder,
    ) {
        return Some(phrase);
    }
    let source = if asks(lexicon, own) {
        Source::Request
    } else {
        Source::Name
    };
    if let Some(phrase) = in_text(view, lexicon, &own.name, &own.folded, &own.marked, source) {
        return Some(phrase);
    }
    // The nearest first; what stands after the field only where nothing as near stands before it.
    let near = (1..=REACH).flat_map(|distance| {
        [
            at.checked_sub(distance),
            (distance > 2).then(|| at + distance - 2),
        ]
    });
    let texts = near
        .flatten()
        .filter_map(|other| view.items.get(other).map(|item| (other, item)))
        .filter(|(_, item)| item.kind.is_read() && item.dialog == own.dialog);
    for (other, item) in texts {
        let is_beside = other < at && at - other <= BESIDE;
        let source = if asks(lexicon, item) {
            Source::Request
        } else if is_beside {
            Source::Name
        } else {
            continue;
        };
        if let Some(phrase) = in_text(
            view,
            lexicon,
            &item.name,
            &item.folded,
            &item.marked,
            source,
        ) {
            return Some(phrase);
        }
    }
    None
}

/// Whether the page asks for something to be typed there, whether or not it can be read what.
pub(crate) fn is_asked(view: &View, lexicon: &Lexicon, field: u32) -> bool {
    let Some(at) = view.items.iter().position(|item| item.id == field) else {
        return false;
    };
    let from = at.saturating_sub(BESIDE);
    view.items[from..=at].iter().any(|item| asks(lexicon, item))
}

fn asks(lexicon: &Lexicon, item: &Item) -> bool {
    lexicon.words(&item.folded).has(Meaning::Type)
}

/// Where a text stands, and so how plainly it has to say what to type.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    /// It asks to type something.
    Request,
    /// It names the field: what it sets apart, or is, must speak of ending the account or be known.
    Name,
    /// It stands in the field.
    Placeholder,
}

/// A phrase that stands in a text, with what its words weigh: the nearer to the cue, the better.
struct Candidate<'a> {
    phrase: &'a str,
    deletes: bool,
    cost: usize,
}

fn in_text(
    view: &View,
    lexicon: &Lexicon,
    text: &str,
    folded: &str,
    marked: &[String],
    source: Source,
) -> Option<Phrase> {
    let spans = word_spans(text);
    let folded_words: Vec<&str> = folded
        .split(' ')
        .filter(|word| !word.starts_with([SENTENCE_END, COMMA]))
        .collect();
    let whole = lexicon.words(folded);
    let cues: Vec<usize> = (0..folded_words.len())
        .filter(|at| whole.word_means(*at, Meaning::Type))
        .collect();
    let mut candidates = Vec::new();
    let mut offer = |start: usize, end: usize, penalty: usize, is_known: bool| {
        let phrase = text.get(start..end).unwrap_or("").trim();
        if !is_phrase(phrase) {
            return;
        }
        let first = spans.iter().position(|span| span.1 > start).unwrap_or(0);
        let last = spans.iter().rposition(|span| span.0 < end).unwrap_or(first);
        let said = lexicon.words(&folded_words.get(first..=last).unwrap_or_default().join(" "));
        let fits = is_known
            || said.ends_account
            || said.any(&[Meaning::Agree, Meaning::Delete, Meaning::Deactivate]);
        if source == Source::Name && !fits {
            return;
        }
        let distance = cues
            .iter()
            .map(|cue| {
                if *cue < first {
                    first - cue - 1
                } else {
                    cue.saturating_sub(last + 1)
                }
            })
            .min()
            .unwrap_or(0);
        let is_button = view
            .items
            .iter()
            .any(|item| item.kind.is_pressable() && item.name == phrase);
        let doubts = if fits { 0 } else { 4 } + if is_button { 3 } else { 0 };
        candidates.push(Candidate {
            phrase,
            deletes: said.has(Meaning::Delete) && !said.has(Meaning::Deactivate),
            cost: 2 * distance + penalty + doubts,
        });
    };
    let is_quote = |c| QUOTES.iter().any(|(open, close)| c == *open || c == *close);
    for part in marked {
        let part = part.trim_matches(is_quote);
        if let Some(start) = text.find(part) {
            offer(start, start + part.len(), 0, false);
        }
    }
    for (start, end) in quoted(text) {
        offer(start, end, 0, false);
    }
    if source != Source::Name {
        for (start, end) in in_capitals(text, &spans) {
            offer(start, end, 2, false);
        }
    }
    for flow in FlowId::ALL {
        for known in Flow::of(*flow).phrases {
            for start in positions(text, known) {
                let is_whole = known.len() == text.trim().len();
                if is_whole || source == Source::Request {
                    let at = spans.iter().position(|span| span.1 > start).unwrap_or(0);
                    let end = start + known.len();
                    let object = (cues.iter().any(|cue| cue + 1 == at))
                        .then(|| end_of_object(text, &spans, &whole, at))
                        .flatten();
                    offer(
                        start,
                        object.unwrap_or(end),
                        if known.split_once(' ').is_some() {
                            1
                        } else {
                            3
                        },
                        true,
                    );
                }
            }
        }
    }
    if let Some((colon, sign)) = text
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, ':' | '：'))
        && source == Source::Request
    {
        offer(colon + sign.len_utf8(), text.len(), 1, false);
    }
    if source == Source::Name && whole.ends_account && whole.is_clean() {
        offer(0, text.len(), 6, false);
    }
    best(candidates)
}

/// Where a known verb ends, the word `at`, that its object follows at once: "delete my account" is one phrase, not its first
/// word. `None` where it does not.
fn end_of_object(text: &str, spans: &[(usize, usize)], words: &Words, at: usize) -> Option<usize> {
    const FARTHEST: usize = 3;
    for next in at + 1..spans.len().min(at + 1 + FARTHEST) {
        // Anything but a single space between them, a quote or a full stop, ends the phrase.
        if text.get(spans[next - 1].1..spans[next].0).unwrap_or("") != " " {
            return None;
        }
        if words.word_means(next, Meaning::Account) {
            return Some(spans[next].1);
        }
        if !words.word_means(next, Meaning::Small) {
            return None;
        }
    }
    None
}

fn best(candidates: Vec<Candidate<'_>>) -> Option<Phrase> {
    candidates
        .into_iter()
        .min_by_key(|candidate| (candidate.cost, Reverse(candidate.phrase.len())))
        .map(|candidate| Phrase {
            text: candidate.phrase.to_owned(),
            deletes: candidate.deletes,
        })
}

fn is_phrase(text: &str) -> bool {
    let letters = text.chars().filter(|c| is_letter(*c)).count();
    letters >= 2
        && text.len() <= LONGEST
        && !text.contains(['@', '/', '<', ':'])
        && text.split(' ').count() <= 6
}

/// The quoted parts of a text, without their quotes. An apostrophe within a word opens nothing.
fn quoted(text: &str) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some((at, opening)) = text
        .get(from..text.len())
        .unwrap_or("")
        .char_indices()
        .find(|(_, c)| QUOTES.iter().any(|(open, _)| open == c))
    {
        let start = from + at;
        let inner = start + opening.len_utf8();
        let in_word = matches!(opening, '\'' | '’')
            && text
                .get(0..start)
                .unwrap_or("")
                .chars()
                .next_back()
                .is_some_and(is_letter);
        let closing = (!in_word)
            .then(|| {
                text.get(inner..text.len())
                    .unwrap_or("")
                    .char_indices()
                    .find(|(_, c)| QUOTES.contains(&(opening, *c)))
            })
            .flatten();
        from = match closing {
            Some((length, close)) => {
                parts.push((inner, inner + length));
                inner + length + close.len_utf8()
            }
            None => inner,
        };
    }
    parts
}

/// Runs of words in capitals in a text that is not in capitals as a whole.
fn in_capitals(text: &str, spans: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let shouts = |span: &(usize, usize)| {
        let letters = || {
            text.get(span.0..span.1)
                .unwrap_or("")
                .chars()
                .filter(|c| is_letter(*c))
        };
        letters().count() >= 3 && letters().all(is_capital)
    };
    if spans.len() > 1 && spans.iter().all(shouts) {
        return Vec::new();
    }
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let mut open = false;
    for span in spans {
        let loud = shouts(span) || open && text.get(span.0..span.1).unwrap_or("") == "MY";
        match runs.last_mut() {
            Some(last) if open && loud => last.1 = span.1,
            _ if loud => runs.push(*span),
            _ => {}
        }
        open = loud;
    }
    runs
}

/// Capitals of the scripts that have them, as ranges rather than tables.
const fn is_capital(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'À'..='Þ' | 'Α'..='Ω' | 'Ѐ'..='Я' | 'Ą' | 'Ć' | 'Č' | 'Ď' | 'Ę' | 'Ě' | 'Ğ' | 'İ' | 'Ł' | 'Ń' | 'Ň' | 'Ř' | 'Ś' | 'Ş'
        | 'Š' | 'Ť' | 'Ů' | 'Ź' | 'Ż' | 'Ž' | 'Ґ')
}

/// Where a known phrase stands in a text as whole words, in any case.
fn positions(text: &str, known: &str) -> Vec<usize> {
    let (bytes, known) = (text.as_bytes(), known.as_bytes());
    let word = |at: usize| {
        bytes
            .get(at)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80)
    };
    (0..bytes.len().saturating_sub(known.len().saturating_sub(1)))
        .filter(|start| {
            let end = start + known.len();
            bytes[*start..end].eq_ignore_ascii_case(known)
                && !(*start > 0 && word(start - 1))
                && !word(end)
                && text.is_char_boundary(*start)
                && text.is_char_boundary(end)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::LEXICON;
    use crate::view::Kind;
    use unicode_normalization::UnicodeNormalization;

    fn asked(text: &str, marked: &[&str], placeholder: &str) -> Option<String> {
        let text_item = Item {
            id: 1,
            kind: Kind::Text,
            name: text.into(),
            folded: crate::fold(&text.nfkd().collect::<String>().to_lowercase()),
            marked: marked.iter().map(ToString::to_string).collect(),
            ..Item::default()
        };
        let field = Item {
            id: 2,
            kind: Kind::TextBox,
            placeholder: placeholder.into(),
            ..Item::default()
        };
        let button = Item {
            id: 3,
            kind: Kind::Button,
            name: "Delete".into(),
            ..Item::default()
        };
        required_phrase(
            &View {
                items: vec![text_item, field, button],
                ..View::default()
            },
            &LEXICON,
            2,
        )
    }

    #[test]
    fn it_is_read_in_every_way_in_which_pages_ask() {
        for (text, phrase) in [
            (
                "Type \"Deactivate my account\" to confirm",
                "Deactivate my account",
            ),
            ("Please enter “agree” in the box below", "agree"),
            ("To delete your account, type agree below.", "agree"),
            ("Type delete my account below", "delete my account"),
            ("Type delete to close the account", "delete"),
            ("Type DELETE to confirm", "DELETE"),
            (
                "Enter DEACTIVATE MY ACCOUNT to go on",
                "DEACTIVATE MY ACCOUNT",
            ),
            ("Please enter agree, then click “Delete”.", "agree"),
            ("By typing “Delete” you agree to the terms", "Delete"),
            ("確認のため「同意する」と入力してください", "同意する"),
            (
                "Введите «Удалить аккаунт», чтобы подтвердить",
                "Удалить аккаунт",
            ),
            ("Geben Sie „Konto löschen“ ein", "Konto löschen"),
        ] {
            assert_eq!(asked(text, &[], "").as_deref(), Some(phrase), "{text}");
        }
        assert_eq!(
            asked("Type Agree to confirm", &["Agree"], "").as_deref(),
            Some("Agree")
        );
        assert_eq!(
            asked("Confirm below", &[], "agree").as_deref(),
            Some("agree")
        );
    }

    #[test]
    fn what_the_page_does_not_say_is_not_guessed() {
        assert_eq!(asked("Type the phrase below", &[], "Your answer"), None);
        assert_eq!(asked("You don't want it, it's fine", &[], ""), None);
    }
}
