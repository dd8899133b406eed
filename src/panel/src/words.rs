//! What to say, apart from how it is spelled: a key of `extension/_locales/*/popup.json` and what fills its places.
//!
//! The model speaks in keys, so it is tested without a language, and only the view turns them into sentences.

use farewell_shell::Words as PageWords;

/// One sentence to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) key: &'static str,
    /// How many are counted, where the sentence has a form for each plural category of its language.
    pub(crate) counted: Option<u32>,
    pub(crate) args: Vec<Arg>,
}

/// What stands in a place of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Arg {
    /// Something that is the same in every language: a host name.
    Text(String),
    Number(u32),
    /// The key of other words.
    Key(&'static str),
    /// Several, as a list.
    Keys(Vec<&'static str>),
}

/// A language that words are said in.
pub(crate) trait Language {
    /// The sentence of a key, its places filled.
    fn message(&self, key: &str, args: &[String]) -> String;
    /// The sentence of a key for so many.
    fn count(&self, key: &str, value: u32, args: &[String]) -> String;
    /// Several as one list.
    fn list(&self, items: &[String]) -> String;
    /// A number in its signs.
    fn number(&self, value: u32) -> String;
}

impl Language for PageWords {
    fn message(&self, key: &str, args: &[String]) -> String {
        Self::message(self, key, args)
    }

    fn count(&self, key: &str, value: u32, args: &[String]) -> String {
        Self::count(self, key, value, args)
    }

    fn list(&self, items: &[String]) -> String {
        Self::list(self, items)
    }

    fn number(&self, value: u32) -> String {
        Self::number(self, value)
    }
}

impl Words {
    pub(crate) const fn new(key: &'static str) -> Self {
        Self {
            key,
            counted: None,
            args: Vec::new(),
        }
    }

    pub(crate) fn with(key: &'static str, args: impl IntoIterator<Item = Arg>) -> Self {
        Self {
            key,
            counted: None,
            args: args.into_iter().collect(),
        }
    }

    /// A sentence on so many.
    pub(crate) const fn counting(key: &'static str, counted: u32) -> Self {
        Self {
            key,
            counted: Some(counted),
            args: Vec::new(),
        }
    }

    /// The sentence in a language.
    pub(crate) fn say(&self, language: &impl Language) -> String {
        let args: Vec<String> = self.args.iter().map(|arg| arg.say(language)).collect();
        match self.counted {
            Some(value) => language.count(self.key, value, &args),
            None => language.message(self.key, &args),
        }
    }
}

impl Arg {
    pub(crate) fn number(value: impl Into<u32>) -> Self {
        Self::Number(value.into())
    }

    fn say(&self, language: &impl Language) -> String {
        let word = |key: &&str| language.message(key, &[]);
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(value) => language.number(*value),
            Self::Key(key) => word(key),
            Self::Keys(keys) => language.list(&keys.iter().map(word).collect::<Vec<_>>()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Spelled;

    impl Language for Spelled {
        fn message(&self, key: &str, args: &[String]) -> String {
            format!("{key}({})", args.join("|"))
        }

        fn count(&self, key: &str, value: u32, args: &[String]) -> String {
            format!("{key}×{value}({})", args.join("|"))
        }

        fn list(&self, items: &[String]) -> String {
            items.join(", ")
        }

        fn number(&self, value: u32) -> String {
            format!("#{value}")
        }
    }

    #[test]
    fn lists_and_numbers_are_said_as_the_language_says_them() {
        let words = Words::with(
            "a",
            [
                Arg::Keys(vec!["b", "c", "d"]),
                Arg::number(7_u8),
                Arg::Key("e"),
            ],
        );
        assert_eq!(words.say(&Spelled), "a(b(), c(), d()|#7|e())");
        assert_eq!(Words::with("a", [Arg::Keys(vec![])]).say(&Spelled), "a()");
    }

    #[test]
    fn a_sentence_that_counts_is_asked_for_its_number() {
        assert_eq!(Words::counting("a", 2).say(&Spelled), "a×2()");
    }
}
