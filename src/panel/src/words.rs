//! What to say, apart from how it is spelled: a key of `extension/_locales/*/popup.json` and what fills its places.
//!
//! The model speaks in keys, so it is tested without a language, and only the view turns them into sentences.

/// One sentence to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) key: &'static str,
    pub(crate) args: Vec<Arg>,
}

/// What stands in a place of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Arg {
    /// Something that is the same in every language: a number, a host name.
    Text(String),
    /// The key of other words.
    Key(&'static str),
    /// Several, as a list.
    Keys(Vec<&'static str>),
}

impl Words {
    pub(crate) const fn new(key: &'static str) -> Self {
        Self {
            key,
            args: Vec::new(),
        }
    }

    pub(crate) fn with(key: &'static str, args: impl IntoIterator<Item = Arg>) -> Self {
        Self {
            key,
            args: args.into_iter().collect(),
        }
    }

    /// The sentence in the language of `lookup`, which gets a key and the contents of its places.
    pub(crate) fn say(&self, lookup: &impl Fn(&str, &[String]) -> String) -> String {
        let args: Vec<String> = self.args.iter().map(|arg| arg.say(lookup)).collect();
        lookup(self.key, &args)
    }
}

impl Arg {
    pub(crate) fn number(value: impl Into<u64>) -> Self {
        Self::Text(value.into().to_string())
    }

    fn say(&self, lookup: &impl Fn(&str, &[String]) -> String) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Key(key) => lookup(key, &[]),
            // A list is nested pairs, because a message cannot hold a separator that begins or ends with a space.
            Self::Keys(keys) => keys
                .iter()
                .map(|key| lookup(key, &[]))
                .reduce(|list, next| lookup("popup_list", &[list, next]))
                .unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::{Path, PathBuf};

    fn spell(key: &str, args: &[String]) -> String {
        if key == "popup_list" {
            args.join(", ")
        } else {
            format!("{key}({})", args.join("|"))
        }
    }

    #[test]
    fn a_list_is_said_in_one_breath() {
        let words = Words::with(
            "a",
            [
                Arg::Keys(vec!["b", "c", "d"]),
                Arg::number(7_u8),
                Arg::Key("e"),
            ],
        );
        assert_eq!(words.say(&spell), "a(b(), c(), d()|7|e())");
        assert_eq!(Words::with("a", [Arg::Keys(vec![])]).say(&spell), "a()");
    }

    fn extension() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../extension")
    }

    fn messages(language: &str) -> BTreeMap<String, String> {
        let text =
            std::fs::read_to_string(extension().join(format!("_locales/{language}/popup.json")))
                .unwrap();
        let json: BTreeMap<String, serde_json::Value> = serde_json::from_str(&text).unwrap();
        json.into_iter()
            .map(|(key, value)| (key, value["message"].as_str().unwrap().to_owned()))
            .collect()
    }

    fn sources(folder: &Path, into: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, into);
            } else {
                into.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }

    fn keys_in(text: &str) -> BTreeSet<String> {
        let begin = concat!("popup", "_");
        text.match_indices(begin)
            .map(|(at, _)| {
                let rest = &text[at..];
                let end = rest
                    .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                    .unwrap_or(rest.len());
                rest[..end].to_owned()
            })
            .filter(|key| key != begin)
            .collect()
    }

    #[test]
    fn every_word_exists_in_every_language_and_every_message_is_used() {
        let mut text = String::new();
        for folder in ["src", "../shell/src"] {
            sources(
                &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
                &mut text,
            );
        }
        for file in ["popup.html", "popup.js"] {
            text.push_str(&std::fs::read_to_string(extension().join(file)).unwrap());
        }
        let used = keys_in(&text);
        for language in ["en", "ar"] {
            let known: BTreeSet<String> = messages(language).into_keys().collect();
            let missing: Vec<_> = used.difference(&known).collect();
            let unused: Vec<_> = known.difference(&used).collect();
            assert!(
                missing.is_empty() && unused.is_empty(),
                "{language}: missing {missing:?}, unused {unused:?}"
            );
        }
    }

    #[test]
    fn a_translation_has_the_same_places_as_the_original() {
        let english = messages("en");
        for (key, text) in messages("ar") {
            for place in ["$1", "$2", "$3"] {
                assert_eq!(
                    text.contains(place),
                    english[&key].contains(place),
                    "{key} {place}"
                );
            }
        }
    }

    #[test]
    fn the_direction_is_one_that_html_knows() {
        assert_eq!(messages("en")["popup_direction"], "ltr");
        assert_eq!(messages("ar")["popup_direction"], "rtl");
    }
}
