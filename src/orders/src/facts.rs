//! What the facts say, as tables that `build.rs` makes of `facts/*.toml`.

#[expect(clippy::unicode_not_nfc, reason = "what is folded is decomposed")]
mod tables {
    use crate::cases::CaseWord;
    use crate::holdings::Kind;
    use crate::list_words::ListWord;
    use crate::status::State;

    include!(concat!(env!("OUT_DIR"), "/facts.rs"));
}

pub(crate) use tables::{
    CASE_WORDS, CURRENCIES, DAY_HALVES, HOLDING_WORDS, LANGUAGES, LIST_WORDS, MONTHS, SIGNS, STATES,
};

/// What a page in this language does with figures: the order of a date (`dmy`, `ymd`, or empty where both ways are in use) and
/// the sign before the cents. `None` for a language that the site has not. A tag such as `pt-BR` or `pt_BR` counts as `pt`.
pub(crate) fn language(tag: &str) -> Option<(&'static str, char)> {
    let primary = tag
        .split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    // The old codes that some pages still write.
    let primary = match primary.as_str() {
        "iw" => "he",
        "in" => "id",
        other => other,
    };
    LANGUAGES
        .iter()
        .find(|(name, ..)| *name == primary)
        .map(|(_, figures, decimal)| (*figures, *decimal))
}
