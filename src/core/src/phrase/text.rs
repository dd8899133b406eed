//! Parts of a text that a page sets apart by its writing: quoted, in capitals, a known phrase.

use crate::fold::is_letter;
use crate::lexicon::QUOTATION_MARKS;

/// What a keyboard writes for a quotation mark, in any language.
const TYPED: [(char, char); 3] = [('"', '"'), ('`', '`'), ('\'', '\'')];

/// What opens and what closes a quotation: as a keyboard writes it, and as the languages' files say.
pub(super) fn quotation_marks() -> impl Iterator<Item = (char, char)> {
    QUOTATION_MARKS.iter().chain(&TYPED).copied()
}

/// The quoted parts of a text, without their quotes. An apostrophe within a word opens nothing.
pub(super) fn quoted(text: &str) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut from = 0;
    while let Some((at, opening)) = text
        .get(from..text.len())
        .unwrap_or("")
        .char_indices()
        .find(|(_, c)| quotation_marks().any(|(opens, _)| opens == *c))
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
            .then(|| closing_quote(text.get(inner..).unwrap_or(""), opening))
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

/// The sign that closes what `opening` opened before `rest`. An apostrophe between two letters closes nothing, in scripts that
/// have one: Korean glues its particles to the closing sign.
fn closing_quote(rest: &str, opening: char) -> Option<(usize, char)> {
    let is_word_at = |c: Option<char>| c.is_some_and(|c| is_letter(c) && c < FIRST_WITHOUT);
    rest.char_indices().find(|(at, c)| {
        let is_apostrophe = matches!(c, '\'' | '’')
            && is_word_at(rest[..*at].chars().next_back())
            && is_word_at(rest[at + c.len_utf8()..].chars().next());
        quotation_marks().any(|pair| pair == (opening, *c)) && !is_apostrophe
    })
}

/// Armenian and what comes after it writes no apostrophes: Latin, Greek and Cyrillic stand before.
const FIRST_WITHOUT: char = '\u{530}';

/// Runs of words in capitals in a text that is not in capitals as a whole.
pub(super) fn in_capitals(text: &str, spans: &[(usize, usize)]) -> Vec<(usize, usize)> {
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
    // Short words count among long ones: "JE FERME L'ACCÈS À MON COMPTE".
    let is_loud = |span: &(usize, usize)| {
        let mut letters = text
            .get(span.0..span.1)
            .unwrap_or("")
            .chars()
            .filter(|c| is_letter(*c))
            .peekable();
        letters.peek().is_some() && letters.all(is_capital)
    };
    let goes_on = |from: usize, to: usize| {
        let between = text.get(from..to).unwrap_or(".");
        between.chars().all(|c| matches!(c, ' ' | '\'' | '’' | '-'))
    };
    let mut runs: Vec<((usize, usize), bool)> = Vec::new();
    for span in spans.iter().filter(|span| is_loud(span)) {
        match runs.last_mut() {
            Some((last, is_long)) if goes_on(last.1, span.0) => {
                last.1 = span.1;
                *is_long |= shouts(span);
            }
            _ => runs.push((*span, shouts(span))),
        }
    }
    let long = runs.into_iter().filter(|(_, is_long)| *is_long);
    long.map(|(run, _)| run).collect()
}

/// Capitals of the scripts that have them, as ranges rather than tables.
const fn is_capital(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'À'..='Þ' | 'Α'..='Ω' | 'Ѐ'..='Я' | 'Ą' | 'Ć' | 'Č' | 'Ď' | 'Ę' | 'Ě' | 'Ğ' | 'İ' | 'Ł' | 'Ń' | 'Ň' | 'Ř' | 'Ś' | 'Ş'
        | 'Š' | 'Ť' | 'Ů' | 'Ź' | 'Ż' | 'Ž' | 'Ґ')
}

/// Where a known phrase stands in a text as whole words, in any case.
pub(super) fn positions(text: &str, known: &str) -> Vec<usize> {
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

/// A text without what nobody can see or type: marks of direction, joiners, soft hyphens; and with plain spaces.
pub(super) fn visible(text: &str) -> String {
    text.chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect()
}

const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206f}' | '\u{feff}')
}

/// Whether a sentence ends between two places of a text.
pub(super) fn ends_sentence(between: &str) -> bool {
    const ENDS: [char; 7] = ['.', '!', '?', '。', '！', '？', '؟'];
    let mut signs = between.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_spaced = signs.peek().is_none_or(|next| next.is_whitespace());
        if ENDS.contains(&sign) && (is_spaced || matches!(sign, '。' | '！' | '？')) {
            return true;
        }
    }
    false
}
