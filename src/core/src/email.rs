//! E-mail addresses that a page shows.

use crate::view::View;

/// An address of the account's that the page shows in full, if it shows exactly one.
pub(crate) fn email_on(view: &View) -> Option<String> {
    let mut seen: Option<&str> = None;
    let words = view
        .items
        .iter()
        .filter(|item| item.kind.is_read())
        .flat_map(|item| item.name.split_whitespace());
    for word in words {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        if !is_email(word) {
            continue;
        }
        match seen {
            Some(known) if !known.eq_ignore_ascii_case(word) => return None,
            _ => seen = Some(word),
        }
    }
    seen.map(ToOwned::to_owned)
}

/// Whether a text shows an e-mail address in full, so that a reader keeps the text.
#[must_use]
pub fn holds_email(text: &str) -> bool {
    text.bytes().any(|byte| byte == b'@')
        && text
            .split_whitespace()
            .any(|word| is_email(word.trim_matches(|c: char| !c.is_ascii_alphanumeric())))
}

/// Whether it is an e-mail address in full: neither masked nor one of the site's own.
fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else {
        return false;
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    !name.is_empty()
        && text.len() <= 254
        && name.chars().all(plain)
        && domain.chars().all(plain)
        && domain
            .bytes()
            .rposition(|byte| byte == b'.')
            .is_some_and(|dot| dot > 0 && domain.len() - dot > 2)
        && ![
            "aliexpress.com",
            "alibaba.com",
            "aliexpress.ru",
            "aliexpress.us",
        ]
        .iter()
        .any(|own| domain.ends_with(own))
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
