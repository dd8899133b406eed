//! The receipt: what a person keeps of their leaving. It holds nothing of the account but what they leave in it.

/// What stands on a receipt, line by line, in the person's language.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The first line.
    pub title: String,
    /// What each of the others says of, and what it says.
    pub lines: Vec<(String, String)>,
}

/// The receipt as text.
#[must_use]
pub fn receipt(receipt: &Receipt) -> String {
    let lines = receipt.lines.iter();
    let lines: String = lines
        .map(|(about, said)| [about, ": ", said, "\n"].concat())
        .collect();
    [&receipt.title, "\n\n", &lines].concat()
}

/// So many digits in a row, or in one word, are a number that may belong to the person: of an order, a telephone, a card.
/// A day has fewer.
const IN_A_ROW: usize = 5;
const IN_A_WORD: usize = 9;

/// The site's words without what may name a person: e-mail addresses and long numbers become an ellipsis.
#[must_use]
pub fn without_person(said: &str) -> String {
    let is_personal = |word: &&str| {
        let rows = word.split(|c: char| !c.is_ascii_digit()).map(str::len);
        let (longest, all) = rows.fold((0, 0), |(longest, all), row| (row.max(longest), all + row));
        word.contains('@') || longest >= IN_A_ROW || all >= IN_A_WORD
    };
    said.split_whitespace()
        .map(|word| if is_personal(&word) { "…" } else { word })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_the_person_is_left_out_of_the_sites_words() {
        for (said, kept) in [
            (
                "The account lena@example.org will be deleted in 30 days.",
                "The account … will be deleted in 30 days.",
            ),
            ("Order 8190000123456789 is closed", "Order … is closed"),
            (
                "Your account will be gone by 2026-12-07",
                "Your account will be gone by 2026-12-07",
            ),
            ("call +86-571-8502-2088", "call …"),
            ("within 24 hours\n of\u{a0}now", "within 24 hours of now"),
        ] {
            assert_eq!(without_person(said), kept);
        }
    }

    #[test]
    fn a_receipt_is_a_title_and_a_line_for_each_thing() {
        let text = receipt(&Receipt {
            title: "Receipt".to_owned(),
            lines: vec![
                ("Way".to_owned(), "delete".to_owned()),
                ("Day".to_owned(), "30 November 2026".to_owned()),
            ],
        });
        assert_eq!(text, "Receipt\n\nWay: delete\nDay: 30 November 2026\n");
    }
}
