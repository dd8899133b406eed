//! E-mail addresses that a page shows.

use crate::fold::fold;
use crate::hosts::DOMAINS;
use crate::lexicon::{Lexicon, Meaning};
use crate::view::{Item, View};

/// An address that a page of the account's shows in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShownEmail {
    pub(crate) address: String,
    /// Whether its row says that it is an e-mail address: elsewhere it may be a shop's, or somebody else's.
    pub(crate) is_named: bool,
}

/// The address that a page shows: the only one whose row says so, else the only one.
pub(crate) fn email_on(view: &View, lexicon: &Lexicon) -> Option<ShownEmail> {
    let read = || view.items.iter().filter(|item| item.kind.is_read());
    let mut shown: Vec<ShownEmail> = Vec::new();
    let mut before: Option<&Item> = None;
    for item in read() {
        for word in item.name.split_whitespace() {
            let address = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
            if !is_shown_email(address) {
                continue;
            }
            let is_named = names_an_email(item, address, lexicon)
                || before.is_some_and(|label| names_an_email(label, "", lexicon));
            match shown
                .iter_mut()
                .find(|known| known.address.eq_ignore_ascii_case(address))
            {
                Some(known) => known.is_named |= is_named,
                None => shown.push(ShownEmail {
                    address: address.to_owned(),
                    is_named,
                }),
            }
        }
        // A row with an address of its own is no label of the next.
        before = Some(item).filter(|item| !item.name.contains('@'));
    }
    let has_named = shown.iter().any(|email| email.is_named);
    let mut fitting = shown
        .into_iter()
        .filter(|email| email.is_named == has_named);
    let only = fitting.next();
    only.filter(|_| fitting.next().is_none())
}

/// Whether a short text says "e-mail", besides the address that it holds.
fn names_an_email(item: &Item, address: &str, lexicon: &Lexicon) -> bool {
    const LONGEST: u16 = 6;
    let address = fold(&address.to_lowercase());
    let label = if address.is_empty() {
        item.folded.clone()
    } else {
        item.folded.replace(&address, " ")
    };
    let words = lexicon.words(label.trim());
    words.has(Meaning::Email) && words.count <= LONGEST
}

/// Whether a text shows an e-mail address in full, so that a reader keeps the text.
#[must_use]
pub fn holds_email(text: &str) -> bool {
    text.bytes().any(|byte| byte == b'@')
        && text
            .split_whitespace()
            .any(|word| is_shown_email(word.trim_matches(|c: char| !c.is_ascii_alphanumeric())))
}

/// Whether a text could be an e-mail address. Whoever takes it decides; this only catches a slip of the finger.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else {
        return false;
    };
    !name.is_empty()
        && !text.contains(char::is_whitespace)
        && !domain.contains('@')
        && domain.contains('.')
        && domain.split('.').all(|label| !label.is_empty())
}

/// Whether it is an e-mail address in full: neither masked nor one of the site's own.
fn is_shown_email(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '@');
    is_email(text)
        && text.len() <= 254
        && text.chars().all(plain)
        && text.rsplit('.').next().is_some_and(|last| last.len() > 1)
        && !DOMAINS
            .iter()
            .chain(&["alibaba.com"])
            .any(|own| text.ends_with(own))
}

/// The address to which a code goes, as the page shows it: with signs in place of most of its letters.
pub(crate) fn masked_email_on(view: &View) -> Option<String> {
    let words = view
        .items
        .iter()
        .filter(|item| item.kind.is_read())
        .flat_map(|item| item.name.split_whitespace());
    let is_masked = |word: &&str| word.contains('@') && word.contains(['*', '•', '…']);
    let word = words.into_iter().find(is_masked)?;
    let is_edge = |c: char| matches!(c, '.' | ',' | ';' | ':' | '(' | ')' | '。' | '、');
    Some(word.trim_matches(is_edge).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::LEXICON;
    use crate::view::Kind;

    fn shown(texts: &[&str]) -> Option<(String, bool)> {
        let item = |text: &&str| Item {
            kind: Kind::Text,
            name: (*text).into(),
            folded: fold(&text.to_lowercase()),
            ..Item::default()
        };
        let view = View {
            items: texts.iter().map(item).collect(),
            ..View::default()
        };
        email_on(&view, &LEXICON).map(|email| (email.address, email.is_named))
    }

    #[test]
    fn point_16_only_a_row_that_says_so_names_an_address() {
        let lena = |is_named| Some(("lena@mail.example".to_owned(), is_named));
        assert_eq!(shown(&["E-mail: lena@mail.example"]), lena(true));
        assert_eq!(shown(&["E-mail", "lena@mail.example"]), lena(true));
        assert_eq!(shown(&["Invited by lena@mail.example"]), lena(false));
        assert_eq!(
            shown(&["Invited by max@mail.example", "E-mail: lena@mail.example"]),
            lena(true),
            "the row that says so goes before any other"
        );
        assert_eq!(shown(&["lena@mail.example", "max@mail.example"]), None);
    }
}
