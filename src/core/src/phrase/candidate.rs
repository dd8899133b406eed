//! What a text offers as the phrase to type, and which offer is the best.

use super::text::{ends_sentence, in_capitals, positions, quotation_marks, quoted, visible};
use crate::flow::FLOWS;
use crate::fold::{COMMA, SENTENCE_END, is_letter, word_spans};
use crate::lexicon::{Lexicon, Meaning, Words};
use crate::view::View;
use std::cmp::Reverse;

/// A phrase to type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// As the page writes it, without what nobody can see or type.
    pub(crate) text: String,
    /// Whether it speaks of deleting rather than of deactivating.
    pub(crate) deletes: bool,
}

/// Where a text stands, and so how plainly it has to say what to type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// It asks to type something.
    Request,
    /// It names the field: what it sets apart, or is, must speak of ending the account or be known.
    Name,
    /// It stands in the field.
    Placeholder,
}

/// A text in which a phrase is looked for.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    /// As the page writes it.
    pub(super) raw: &'a str,
    /// The same [folded](crate::fold).
    pub(super) folded: &'a str,
    /// Its parts that markup sets apart.
    pub(super) marked: &'a [String],
    pub(super) source: Source,
}

/// Bytes of the longest phrase that stands out only by its letters.
const LONGEST: usize = 60;
/// Bytes of the longest sentence in quotation marks, or set apart.
const LONGEST_SENTENCE: usize = 200;
/// Words of both.
const MOST_WORDS: usize = 6;
const MOST_WORDS_OF_SENTENCE: usize = 24;

/// How a phrase stands out in its text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Markup or quotation marks set it apart: it may be a whole sentence.
    SetApart,
    /// Its place or its letters do.
    Bare,
    /// It is one of the phrases that the ways are known to ask for.
    Known,
}

struct Candidate<'a> {
    phrase: &'a str,
    deletes: bool,
    /// The nearer to the words that ask for it, the less.
    cost: usize,
}

/// What is known of a text while phrases are looked for in it.
struct Search<'a> {
    view: &'a View,
    lexicon: &'a Lexicon,
    text: Text<'a>,
    spans: Vec<(usize, usize)>,
    folded_words: Vec<&'a str>,
    whole: Words,
    /// Places of the words that ask to type something.
    cues: Vec<usize>,
    found: Vec<Candidate<'a>>,
}

/// The phrase that a text asks for: what stands nearest to the words that ask.
pub(super) fn phrase_in(view: &View, lexicon: &Lexicon, text: Text<'_>) -> Option<Phrase> {
    let mut search = Search::new(view, lexicon, text);
    search.offer_set_apart();
    if text.source != Source::Name {
        for (start, end) in in_capitals(text.raw, &search.spans) {
            search.offer(start, end, 2, Mark::Bare);
        }
    }
    search.offer_known();
    search.offer_rest();
    search.best()
}

impl<'a> Search<'a> {
    fn new(view: &'a View, lexicon: &'a Lexicon, text: Text<'a>) -> Self {
        let folded_words: Vec<&str> = text
            .folded
            .split(' ')
            .filter(|word| !word.starts_with([SENTENCE_END, COMMA]))
            .collect();
        let whole = lexicon.words(text.folded);
        let cues = (0..folded_words.len())
            .filter(|at| whole.word_means(*at, Meaning::Type))
            .collect();
        Self {
            view,
            lexicon,
            text,
            spans: word_spans(text.raw),
            folded_words,
            whole,
            cues,
            found: Vec::new(),
        }
    }

    /// What markup or quotation marks set apart.
    fn offer_set_apart(&mut self) {
        let is_quote = |c| quotation_marks().any(|(opens, closes)| c == opens || c == closes);
        let raw = self.text.raw;
        // A phrase may be set apart word by word: parts with nothing but a space between them are one.
        let mut parts: Vec<(usize, usize)> = Vec::new();
        for part in self.text.marked {
            let part = part.trim_matches(is_quote);
            if !part.contains(is_letter) {
                // The star of a field that is required.
                continue;
            }
            let from = parts.last().map_or(0, |last| last.1);
            let found = raw[from..].find(part).map(|at| from + at);
            let Some(start) = found.or_else(|| raw.find(part)) else {
                continue;
            };
            let end = start + part.len();
            match parts.last_mut() {
                Some(last) if start > last.1 && raw[last.1..start].trim().is_empty() => {
                    last.1 = end;
                }
                _ => parts.push((start, end)),
            }
        }
        for (start, end) in parts {
            self.offer(start, end, 0, Mark::SetApart);
        }
        for (start, end) in quoted(raw) {
            self.offer(start, end, 0, Mark::SetApart);
        }
    }

    /// The phrases that the ways are known to ask for.
    fn offer_known(&mut self) {
        let raw = self.text.raw;
        for known in FLOWS.iter().flat_map(|flow| flow.phrases) {
            for start in positions(raw, known) {
                let is_whole = known.len() == raw.trim().len();
                if !is_whole && self.text.source != Source::Request {
                    continue;
                }
                let at = self.first_word(start);
                let follows_cue = self.cues.iter().any(|cue| cue + 1 == at);
                let object = follows_cue.then(|| self.end_of_object(at)).flatten();
                let penalty = if known.contains(' ') { 1 } else { 3 };
                let end = object.unwrap_or(start + known.len());
                self.offer(start, end, penalty, Mark::Known);
            }
        }
    }

    /// What follows a colon, and the whole text where it can be nothing else.
    fn offer_rest(&mut self) {
        let raw = self.text.raw;
        let colon = raw
            .char_indices()
            .rev()
            .find(|(_, c)| matches!(c, ':' | '：'));
        match (self.text.source, colon) {
            (Source::Request, Some((colon, sign))) => {
                let from = colon + sign.len_utf8();
                // What stands there in quotation marks alone is offered without them.
                let rest = raw[from..].trim();
                let is_quoted = quoted(rest).first().is_some_and(|(start, end)| {
                    rest[..*start].chars().count() == 1 && rest[*end..].chars().count() == 1
                });
                if !is_quoted {
                    self.offer(from, raw.len(), 1, Mark::Bare);
                }
            }
            (Source::Name, _) if self.whole.ends_account && self.whole.is_clean() => {
                self.offer(0, raw.len(), 6, Mark::Bare);
            }
            // What stands in the field is an example of what to type, unless it only asks.
            (Source::Placeholder, None) => self.offer(0, raw.len(), 6, Mark::Bare),
            _ => {}
        }
    }

    fn first_word(&self, start: usize) -> usize {
        let at = self.spans.iter().position(|span| span.1 > start);
        at.unwrap_or(0)
    }

    fn offer(&mut self, start: usize, end: usize, penalty: usize, mark: Mark) {
        let phrase = self.text.raw.get(start..end).unwrap_or("").trim();
        if !is_phrase(phrase, mark) {
            return;
        }
        let first = self.first_word(start);
        let last = self.spans.iter().rposition(|span| span.0 < end);
        let last = last.unwrap_or(first);
        let words = self.folded_words.get(first..=last).unwrap_or_default();
        let said = self.lexicon.words(&words.join(" "));
        let fits = mark == Mark::Known
            || said.ends_account
            || said.any(&[Meaning::Agree, Meaning::Delete, Meaning::Deactivate]);
        let must_fit =
            self.text.source != Source::Request || self.is_in_another_sentence(first, last);
        // A request may say in quotes where on the site something is found.
        let is_place = said.any(&[Meaning::Profile, Meaning::Settings]) && !fits;
        if must_fit && !fits || is_place {
            return;
        }
        let is_button = self
            .view
            .items
            .iter()
            .any(|item| item.kind.is_pressable() && item.name == phrase);
        let doubts = if fits { 0 } else { 4 } + if is_button { 3 } else { 0 };
        self.found.push(Candidate {
            phrase,
            deletes: said.has(Meaning::Delete) && !said.has(Meaning::Deactivate),
            cost: 2 * self.distance(first, last) + penalty + doubts,
        });
    }

    /// Words between those from `first` to `last` and the nearest that asks.
    fn distance(&self, first: usize, last: usize) -> usize {
        let of = |cue: &usize| {
            if *cue < first {
                first - cue - 1
            } else {
                cue.saturating_sub(last + 1)
            }
        };
        self.cues.iter().map(of).min().unwrap_or(0)
    }

    /// Whether every word that asks stands in another sentence: a warning in bold letters is no phrase.
    fn is_in_another_sentence(&self, first: usize, last: usize) -> bool {
        let between = |cue: &usize| {
            let (from, to) = if *cue < first {
                (self.spans.get(*cue), self.spans.get(first))
            } else {
                (self.spans.get(last), self.spans.get(*cue))
            };
            let (Some(from), Some(to)) = (from, to) else {
                return "";
            };
            self.text.raw.get(from.1..to.0).unwrap_or("")
        };
        !self.cues.is_empty() && self.cues.iter().all(|cue| ends_sentence(between(cue)))
    }

    /// Where a known verb ends, the word `at`, that its object follows at once: "delete my account" is one phrase, not its
    /// first word. `None` where it does not.
    fn end_of_object(&self, at: usize) -> Option<usize> {
        const FARTHEST: usize = 3;
        for next in at + 1..self.spans.len().min(at + 1 + FARTHEST) {
            let between = self.spans[next - 1].1..self.spans[next].0;
            // Anything but a single space between them, a quote or a full stop, ends the phrase.
            if self.text.raw.get(between) != Some(" ") {
                return None;
            }
            if self.whole.word_means(next, Meaning::Account) {
                return Some(self.spans[next].1);
            }
            if !self.whole.word_means(next, Meaning::Small) {
                return None;
            }
        }
        None
    }

    fn best(self) -> Option<Phrase> {
        self.found
            .into_iter()
            .min_by_key(|candidate| (candidate.cost, Reverse(candidate.phrase.len())))
            .map(|candidate| Phrase {
                text: visible(candidate.phrase).trim().to_owned(),
                deletes: candidate.deletes,
            })
    }
}

fn is_phrase(text: &str, mark: Mark) -> bool {
    let letters = text.chars().filter(|c| is_letter(*c)).count();
    let (longest, most_words) = match mark {
        Mark::SetApart => (LONGEST_SENTENCE, MOST_WORDS_OF_SENTENCE),
        Mark::Bare | Mark::Known => (LONGEST, MOST_WORDS),
    };
    letters >= 2
        && text.len() <= longest
        && text.split(' ').count() <= most_words
        && !text.contains(['@', '/', '<', ':'])
}
