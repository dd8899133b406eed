//! What the background hands over with the guide: the sentences in the language that the person has chosen, or the browser's where
//! they have chosen none, and light or dark where that is not to be the system's.

use std::cell::RefCell;

use js_sys::Reflect;
use serde::Deserialize;
use wasm_bindgen::JsValue;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Theme {
    Light,
    Dark,
}

/// The choices.
#[derive(Clone, Debug, Default)]
pub(crate) struct Chosen {
    /// An object of sentences by their keys; they stay on its side, since few of them are ever said.
    pub(crate) words: JsValue,
    /// `None` where it is the system's to say.
    pub(crate) theme: Option<Theme>,
}

thread_local! {
    static CHOSEN: RefCell<Chosen> = RefCell::default();
}

/// From now on these choices hold.
pub(crate) fn choose(chosen: Chosen) {
    CHOSEN.set(chosen);
}

/// The sentence of that key, its places filled with `args`; the key itself where there is none. A name with dashes in a key has
/// lines there.
pub(crate) fn message(key: &str, args: &[String]) -> String {
    let key = key.replace('-', "_");
    let words = CHOSEN.with_borrow(|chosen| chosen.words.clone());
    let sentence = Reflect::get(&words, &key.as_str().into()).ok();
    let sentence = sentence.and_then(|sentence| sentence.as_string());
    sentence.map_or(key, |sentence| fill(&sentence, args))
}

/// The style sheet with its question whether the system is dark answered by the choice.
pub(crate) fn coloured(css: &str) -> String {
    let answer = match CHOSEN.with_borrow(|chosen| chosen.theme) {
        None => return css.to_owned(),
        Some(Theme::Light) => "not all",
        Some(Theme::Dark) => "all",
    };
    css.replace("(prefers-color-scheme: dark)", answer)
}

/// Puts `args` into the places `$1`, `$2` … of a sentence.
fn fill(sentence: &str, args: &[String]) -> String {
    let mut parts = sentence.split('$');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let place = part.chars().next().and_then(|sign| sign.to_digit(10));
        if let Some(place) = place.filter(|&place| place > 0) {
            let arg = args.get(place as usize - 1);
            filled.push_str(arg.map_or("", String::as_str));
            filled.push_str(&part[1..]);
        } else {
            filled.push('$');
            filled.push_str(part);
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn places_are_filled_in_any_order_and_all_other_signs_stay() {
        let args = ["one".to_owned(), "$1".to_owned()];
        assert_eq!(fill("$2, then $1.", &args), "$1, then one.");
        assert_eq!(fill("$3 costs US $, or $x", &args), " costs US $, or $x");
    }
}
