//! What a page asks to type, kept exactly as the page writes it.
//!
//! ```text
//! field ──▶ its placeholder, its name, the texts near it ──▶ the nearest that asks ──▶ Request
//! ```
//!
//! The phrase is what stands nearest to the words that ask ("type", "enter", 「入力」): quoted, set apart by markup, in
//! capitals, or a known phrase. What the page does not say is not guessed here.

mod candidate;
mod text;

use crate::lexicon::{Lexicon, Meaning, Words};
use crate::view::{Item, Kind, View};
use candidate::{Phrase, Source, Text, phrase_in};

/// How many items away from the field a text may be that asks for its phrase.
const REACH: usize = 14;
/// The same for a text that only sets a phrase apart.
const BESIDE: usize = 2;

/// What a page asks to type into a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Request {
    /// A phrase that it says.
    Phrase(Phrase),
    /// Something that can't be read.
    Unreadable,
    /// What came by mail or message.
    SentByMail,
    /// A number or a picture's letters that the page shows.
    ShownCode,
    /// The account's e-mail.
    Email,
    /// Nothing in particular.
    None,
}

impl Request {
    /// The phrase, if the page says it.
    pub(crate) fn phrase(&self) -> Option<&Phrase> {
        match self {
            Self::Phrase(phrase) => Some(phrase),
            _ => None,
        }
    }
}

/// The phrase that the page asks to type into the field of that item id.
#[must_use]
pub fn required_phrase(view: &View, lexicon: &Lexicon, field: u32) -> Option<String> {
    let request = request_of(view, lexicon, field);
    request.phrase().map(|phrase| phrase.text.clone())
}

/// Whether what the page asks to type into a field, or an example that stands in it, speaks of deleting rather than of
/// deactivating.
pub(crate) fn asks_to_delete(view: &View, lexicon: &Lexicon, field: u32) -> bool {
    let deletes = |words: &Words| {
        words.has(Meaning::Delete)
            && !words.has(Meaning::Deactivate)
            && (words.has(Meaning::Account) || words.count <= 2)
    };
    let of_field = |item: &Item| {
        item.id == field
            && [&item.folded_placeholder, &item.folded]
                .iter()
                .any(|text| deletes(&lexicon.words(text)))
    };
    view.items.iter().any(of_field)
        || request_of(view, lexicon, field)
            .phrase()
            .is_some_and(|phrase| phrase.deletes)
}

/// What the page asks to type into the field of that item id.
pub(crate) fn request_of(view: &View, lexicon: &Lexicon, field: u32) -> Request {
    let at = view.items.iter().position(|item| item.id == field);
    at.map_or(Request::None, |at| request_at(view, lexicon, at))
}

/// What the page asks to type into the field at that place among the items.
pub(crate) fn request_at(view: &View, lexicon: &Lexicon, at: usize) -> Request {
    let own = &view.items[at];
    let example = phrase_in(view, lexicon, placeholder_of(own, lexicon));
    let named = own_name(view, own, lexicon);
    if let Some(phrase) = phrase_in(view, lexicon, named) {
        return Request::Phrase(phrase);
    }
    // What the field's own name asks for, the nearest text that asks too may say; a farther one asks for another field.
    let own_request =
        (named.source == Source::Request).then(|| kind_of(&lexicon.words(&own.folded)));
    if let Some(request @ (Request::SentByMail | Request::ShownCode)) = own_request {
        return request;
    }
    let next_field = (at + 1..view.items.len())
        .find(|other| view.items[*other].kind.is_typed())
        .unwrap_or(view.items.len());
    let mut asked = None;
    for (other, item) in near(view, at) {
        let is_beside = other < at && at - other <= BESIDE;
        let words = lexicon.words(&item.folded);
        let is_request = words.has(Meaning::Type);
        // A heading says what the page is for, and is no phrase unless it asks for one.
        let is_heading = item.kind == Kind::Heading || heads(view, item);
        let may_say = match asked {
            Some(_) if is_request => other > at && other < next_field,
            Some(_) => is_beside && item.kind == Kind::Text,
            None => is_request || is_beside && !is_heading,
        };
        if !may_say {
            continue;
        }
        let text = Text {
            raw: &item.name,
            folded: &item.folded,
            marked: &item.marked,
            source: if is_request {
                Source::Request
            } else {
                Source::Name
            },
        };
        if let Some(phrase) = phrase_in(view, lexicon, text) {
            return Request::Phrase(phrase);
        }
        if is_request {
            asked = Some(kind_of(&words));
        }
    }
    match (example, asked.or(own_request)) {
        (Some(phrase), None | Some(Request::Unreadable)) => Request::Phrase(phrase),
        (_, asked) => asked.unwrap_or(Request::None),
    }
}

/// Whether a heading says the same.
fn heads(view: &View, text: &Item) -> bool {
    let mut items = view.items.iter();
    items.any(|item| item.kind == Kind::Heading && item.folded == text.folded)
}

/// The texts near a field, the nearest first; what stands after the field only where nothing as near stands before it.
fn near(view: &View, at: usize) -> impl Iterator<Item = (usize, &Item)> {
    let dialog = view.items[at].dialog;
    (1..=REACH)
        .flat_map(move |distance| {
            [
                at.checked_sub(distance),
                (distance > 2).then(|| at + distance - 2),
            ]
        })
        .flatten()
        .filter_map(|other| view.items.get(other).map(|item| (other, item)))
        .filter(move |(_, item)| item.kind.is_read() && item.dialog == dialog)
}

fn placeholder_of<'a>(own: &'a Item, lexicon: &Lexicon) -> Text<'a> {
    let asks = lexicon.words(&own.folded_placeholder).has(Meaning::Type);
    Text {
        raw: &own.placeholder,
        folded: &own.folded_placeholder,
        marked: &[],
        source: if asks {
            Source::Request
        } else {
            Source::Placeholder
        },
    }
}

fn own_name<'a>(view: &'a View, own: &'a Item, lexicon: &Lexicon) -> Text<'a> {
    // What a label sets apart is known of the text that it is.
    let label = view
        .items
        .iter()
        .find(|item| item.kind.is_read() && item.name == own.name);
    let asks = lexicon.words(&own.folded).has(Meaning::Type);
    Text {
        raw: &own.name,
        folded: &own.folded,
        marked: &label.unwrap_or(own).marked,
        source: if asks { Source::Request } else { Source::Name },
    }
}

/// What a text asks for that asks to type something and does not say what.
fn kind_of(words: &Words) -> Request {
    if words.has(Meaning::SentByMail) {
        Request::SentByMail
    } else if words.has(Meaning::ShownCode) {
        Request::ShownCode
    } else if words.has(Meaning::Email) {
        Request::Email
    } else {
        Request::Unreadable
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::LEXICON;
    use crate::view::Kind;
    use unicode_normalization::UnicodeNormalization;

    fn folded(text: &str) -> String {
        crate::fold(&text.nfkd().collect::<String>().to_lowercase())
    }

    fn asked(text: &str, marked: &[&str], placeholder: &str) -> Option<String> {
        let text_item = Item {
            id: 1,
            kind: Kind::Text,
            name: text.into(),
            folded: folded(text),
            marked: marked.iter().map(ToString::to_string).collect(),
            ..Item::default()
        };
        let field = Item {
            id: 2,
            kind: Kind::TextBox,
            placeholder: placeholder.into(),
            folded_placeholder: folded(placeholder),
            ..Item::default()
        };
        let button = Item {
            id: 3,
            kind: Kind::Button,
            name: "Delete".into(),
            ..Item::default()
        };
        required_phrase(
            &View {
                items: vec![text_item, field, button],
                ..View::default()
            },
            &LEXICON,
            2,
        )
    }

    #[test]
    fn it_is_read_in_every_way_in_which_pages_ask() {
        for (text, phrase) in [
            (
                "Type \"Deactivate my account\" to confirm",
                "Deactivate my account",
            ),
            ("Please enter “agree” in the box below", "agree"),
            ("To delete your account, type agree below.", "agree"),
            ("Type delete my account below", "delete my account"),
            ("Type delete to close the account", "delete"),
            ("Type DELETE to confirm", "DELETE"),
            (
                "Enter DEACTIVATE MY ACCOUNT to go on",
                "DEACTIVATE MY ACCOUNT",
            ),
            ("Please enter agree, then click “Delete”.", "agree"),
            ("By typing “Delete” you agree to the terms", "Delete"),
            ("確認のため「同意する」と入力してください", "同意する"),
            (
                "Введите «Удалить аккаунт», чтобы подтвердить",
                "Удалить аккаунт",
            ),
            ("Geben Sie „Konto löschen“ ein", "Konto löschen"),
        ] {
            assert_eq!(asked(text, &[], "").as_deref(), Some(phrase), "{text}");
        }
        assert_eq!(
            asked("Type Agree to confirm", &["Agree"], "").as_deref(),
            Some("Agree")
        );
        assert_eq!(
            asked(
                "Type Deactivate my account to go on",
                &["Deactivate", "my account"],
                ""
            )
            .as_deref(),
            Some("Deactivate my account"),
            "set apart word by word"
        );
        let starred = asked(
            "Please type Deactivate my account *",
            &["Deactivate my account", "*"],
            "",
        );
        assert_eq!(starred.as_deref(), Some("Deactivate my account"));
        assert_eq!(
            asked("Confirm below", &[], "agree").as_deref(),
            Some("agree")
        );
    }

    #[test]
    fn point_3_an_apostrophe_within_a_quoted_phrase_does_not_end_it() {
        for (text, phrase) in [
            (
                "Type ‘I don’t need my account’ to go on.",
                "I don’t need my account",
            ),
            (
                "Type 'I don't need my account' to go on.",
                "I don't need my account",
            ),
            (
                "Saisissez « Je n’ai plus besoin de mon compte »",
                "Je n’ai plus besoin de mon compte",
            ),
            (
                "확인을 위해 '계정 비활성화'라고 입력해 주세요",
                "계정 비활성화",
            ),
        ] {
            assert_eq!(asked(text, &[], "").as_deref(), Some(phrase), "{text}");
        }
    }

    #[test]
    fn point_3_short_words_in_capitals_and_an_apostrophe_belong_to_the_phrase() {
        for text in [
            "Tapez JE FERME L'ACCÈS À MON COMPTE pour continuer",
            "Tapez JE FERME L’ACCÈS À MON COMPTE pour continuer",
        ] {
            let phrase = text
                .trim_start_matches("Tapez ")
                .trim_end_matches(" pour continuer");
            assert_eq!(asked(text, &[], "").as_deref(), Some(phrase), "{text}");
        }
    }

    #[test]
    fn point_3_marks_that_nobody_can_see_are_no_part_of_it() {
        for text in [
            "اكتب \"\u{200e}Deactivate my account\u{200e}\" للتأكيد",
            "Type “Deactivate\u{a0}my\u{ad} acc\u{200b}ount” to confirm",
            "Type \u{2068}“Deactivate my account”\u{2069}",
        ] {
            let phrase = asked(text, &[], "");
            assert_eq!(phrase.as_deref(), Some("Deactivate my account"), "{text}");
        }
    }

    #[test]
    fn point_3_a_whole_sentence_in_quotation_marks_is_one() {
        let text =
            "Type “I understand that my account and all of its orders are deleted for good” below";
        let phrase = "I understand that my account and all of its orders are deleted for good";
        assert_eq!(asked(text, &[], "").as_deref(), Some(phrase));
    }

    #[test]
    fn point_3_a_warning_in_bold_letters_is_none_and_the_example_in_the_field_is() {
        let warned = |warning: &str, rest: &str, placeholder: &str| {
            asked(&format!("{warning} {rest}"), &[warning], placeholder)
        };
        assert_eq!(
            warned(
                "This change is irreversible.",
                "Enter the phrase to confirm.",
                "Please delete my data"
            )
            .as_deref(),
            Some("Please delete my data")
        );
        assert_eq!(
            warned("Das ist endgültig!", "Geben Sie den Text ein.", ""),
            None
        );
    }

    #[test]
    fn what_came_by_mail_a_shown_number_and_the_email_are_not_typed_as_a_phrase() {
        for text in [
            "Enter the sentence that we sent you by e-mail.",
            "Type your e-mail address to confirm",
            "Enter the words in the picture",
        ] {
            assert_eq!(asked(text, &[], ""), None, "{text}");
        }
    }

    #[test]
    fn where_the_request_cannot_be_read_a_heading_beside_it_is_not_taken() {
        let item = |id, kind, name: &str| Item {
            id,
            kind,
            name: name.into(),
            folded: folded(name),
            ..Item::default()
        };
        let view = View {
            items: vec![
                item(1, Kind::Heading, "Delete my account"),
                item(2, Kind::Text, "Type the text below to confirm"),
                item(3, Kind::TextBox, ""),
            ],
            ..View::default()
        };
        assert_eq!(required_phrase(&view, &LEXICON, 3), None);
    }

    #[test]
    fn what_the_page_does_not_say_is_not_guessed() {
        assert_eq!(asked("Type the phrase below", &[], "Your answer"), None);
        assert_eq!(asked("You don't want it, it's fine", &[], ""), None);
    }
}
