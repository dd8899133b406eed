//! Cutting texts at ASCII signs. The standard library's patterns do it at any sign, faster on long texts, and weigh three
//! kilobytes of the module.

/// What stands before the first `sign` and what behind it; `None` where there is none. `sign` is ASCII.
#[must_use]
pub fn cut(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// What stands in `text` from one place to the other; nothing where that is no place between two characters. To index a text
/// would weigh more: it says in words what went wrong.
#[must_use]
#[inline(never)]
pub fn piece(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or("")
}

/// The parts of `text` between the signs, as [`str::split`] gives them. `sign` is ASCII.
#[must_use]
pub const fn parts(text: &str, sign: u8) -> Parts<'_> {
    Parts {
        rest: Some(text),
        sign,
    }
}

/// What [`parts`] gives.
#[derive(Clone, Debug)]
pub struct Parts<'text> {
    rest: Option<&'text str>,
    sign: u8,
}

impl<'text> Iterator for Parts<'text> {
    type Item = &'text str;

    fn next(&mut self) -> Option<&'text str> {
        let rest = self.rest.take()?;
        let Some((part, behind)) = cut(rest, self.sign) else {
            return Some(rest);
        };
        self.rest = Some(behind);
        Some(part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::vec::Vec;

    proptest! {
        #[test]
        fn it_cuts_as_the_standard_library_does(text in "(\\PC|=){0,20}") {
            prop_assert_eq!(cut(&text, b'='), text.split_once('='));
            let (ours, theirs) = (parts(&text, b'='), text.split('='));
            prop_assert_eq!(ours.collect::<Vec<_>>(), theirs.collect::<Vec<_>>());
        }
    }
}
