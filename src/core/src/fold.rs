//! One spelling for all the ways in which a page can write the same words.
//!
//! The browser (or, natively, the tests and the build of the facts) has already decomposed and lower-cased the text:
//! `text.normalize("NFKD").toLowerCase()`. What remains needs no Unicode tables: marks and invisible characters go,
//! letters that do not decompose are folded, and everything that is neither letter nor digit becomes one space. What ends a
//! sentence or parts it stays, as a word of its own ([`SENTENCE_END`], [`COMMA`]), because a verb has no object beyond it.

use crate::push_letter;

/// Stands between two sentences of a folded text.
pub(crate) const SENTENCE_END: char = '.';
/// Stands between two parts of a sentence.
pub(crate) const COMMA: char = ',';

/// Folds a text that was decomposed (NFKD) and lower-cased. Folding twice changes nothing.
#[must_use]
pub fn fold(decomposed: &str) -> String {
    let mut folded = String::with_capacity(decomposed.len());
    let (mut gap, mut stop, mut stopped) = (false, None, None);
    for c in decomposed.chars() {
        if is_dropped(c) {
            continue;
        }
        if is_gap(c) {
            // "3.5" and "e-mail.com" are one part: a stop needs a space behind it, but for those of scripts without spaces.
            if c.is_ascii_whitespace() || c == '\u{a0}' || matches!(c, '。' | '、') {
                stopped = stopped.or(stop.take());
            }
            match c {
                '.' | '!' | '?' | '؟' | '…' => stop = Some(SENTENCE_END),
                '。' => stopped = Some(SENTENCE_END),
                ',' | ';' | ':' | '،' | '؛' => stop = Some(COMMA),
                '、' => stopped = Some(COMMA),
                _ => {}
            }
            gap = true;
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
            if let Some(mark) = stopped {
                folded.push(mark);
                folded.push(' ');
            }
        }
        (gap, stop, stopped) = (false, None, None);
        push_letter(&mut folded, c);
    }
    folded
}

/// Whether it is a letter, of whatever script.
pub(crate) const fn is_letter(c: char) -> bool {
    !is_gap(c) && !is_dropped(c) && !c.is_ascii_digit()
}

/// Combining marks, vowel points, tatweel, joiners, directional and other invisible characters. The Japanese voicing
/// marks and the Thai vowels stay: there they are letters.
const fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036f}'
        | '\u{0591}'..='\u{05bd}' | '\u{05bf}' | '\u{05c1}'..='\u{05c2}' | '\u{05c4}'..='\u{05c7}'
        | '\u{0610}'..='\u{061a}' | '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}'
        | '\u{00ad}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// White space, punctuation, symbols and controls of the scripts in use, as ranges rather than tables.
const fn is_gap(c: char) -> bool {
    matches!(c,
        '\0'..='/' | ':'..='@' | '['..='`' | '{'..='\u{00a9}' | '\u{00ab}'..='\u{00b4}' | '\u{00b6}'..='\u{00b9}'
        | '\u{00bb}'..='\u{00bf}' | '×' | '÷' | '\u{02b0}'..='\u{02ff}' | '\u{05be}' | '\u{05c0}' | '\u{05c3}' | '\u{05f3}' | '\u{05f4}'
        | '\u{060c}' | '\u{061b}' | '\u{061f}' | '\u{066a}'..='\u{066d}' | '\u{06d4}' | '\u{0e2f}' | '\u{0e46}' | '\u{0e4f}'
        | '\u{2000}'..='\u{203f}' | '\u{2041}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{2bff}'
        | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{30fb}'
        | '\u{e000}'..='\u{f8ff}' | '\u{fe10}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff0f}' | '\u{1f000}'..='\u{1faff}')
}

/// Where the words of a text as the page writes it begin and end, in bytes: the same words in the same order as the
/// words of the folded text, but for the rare characters that decompose into several words.
pub(crate) fn word_spans(text: &str) -> Vec<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let mut gap = true;
    for (at, c) in text.char_indices() {
        if is_dropped(c) {
            continue;
        }
        if is_gap(c) {
            gap = true;
            continue;
        }
        let end = at + c.len_utf8();
        match spans.last_mut() {
            Some(last) if !gap => last.1 = end,
            _ => spans.push((at, end)),
        }
        gap = false;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn folded(text: &str) -> String {
        fold(&text.nfkd().collect::<String>().to_lowercase())
    }

    #[test]
    fn case_width_accents_and_invisible_characters_do_not_matter() {
        assert_eq!(
            folded("\u{a0}Deactivate\u{200b}  My—Account!"),
            "deactivate my account"
        );
        assert_eq!(folded("ＤＥＡＣＴＩＶＡＴＥ"), "deactivate");
        assert_eq!(folded("Désactiver « mon compte »"), "desactiver mon compte");
        assert_eq!(folded("HESABIMI KALDIR ığ"), "hesabimi kaldir ig");
        assert_eq!(folded("Usuń konto Zażółć Łódź"), "usun konto zazolc lodz");
        assert_eq!(folded("إلغاء الحِساب"), folded("الغاء الحساب"));
        assert_eq!(folded("Schließen"), "schliessen");
    }

    #[test]
    fn sentences_stay_apart() {
        assert_eq!(
            folded("Delete it? Yes, now. v3.5 a@b.com!"),
            "delete it . yes , now . v3 5 a b com"
        );
        assert_eq!(folded("削除します。はい"), "削除します . はい");
    }

    #[test]
    fn scripts_whose_marks_are_letters_keep_them() {
        assert_ne!(folded("が"), folded("か"));
        assert_eq!(folded("ｱｶｳﾝﾄ"), folded("アカウント"));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = folded(&text);
            prop_assert_eq!(&folded(&once), &once);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
