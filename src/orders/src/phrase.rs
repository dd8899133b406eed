//! Whether the words of a phrase stand in a text, in every script of the site.

/// Whether the words of the phrase stand in the text one after the other, each at the beginning of a word, the last one `whole` or
/// as a word's beginning; anywhere in scripts that write no spaces.
pub(crate) fn says(said: &str, phrase: &str, whole: bool) -> bool {
    if phrase.chars().any(is_spaceless) {
        let tight = |text: &str| text.replace(' ', "");
        return tight(said).contains(&tight(phrase));
    }
    let (said, phrase): (Vec<&str>, Vec<&str>) =
        (said.split(' ').collect(), phrase.split(' ').collect());
    let Some((last, exact)) = phrase.split_last() else {
        return false;
    };
    said.windows(phrase.len()).any(|window| {
        window.split_last().is_some_and(|(end, begin)| {
            begin == exact
                && if whole {
                    end == last
                } else {
                    end.starts_with(last)
                }
        })
    })
}

/// Letters of Thai, Japanese, Chinese and (decomposed) Korean, whose words pages write with and without spaces.
fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}' | '\u{1100}'..='\u{11ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}
