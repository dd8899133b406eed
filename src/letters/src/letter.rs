//! A letter: a text of `facts/letters/`, the facts of who it goes to, and what the person gave.

use crate::contact::{contact_source, controller};
use crate::facts;
use chrono::{Datelike, Months, NaiveDate};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// Which letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum LetterId {
    /// Asks for the erasure of the account and its data.
    Erasure,
    /// Asks what is held, and for a copy.
    Access,
    /// After a month without an answer.
    Reminder,
    /// Answers "send us your ID".
    Identity,
    /// Answers "wrong channel".
    Channel,
}

/// The law that a letter quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Law {
    /// The General Data Protection Regulation, in the EEA.
    Eea,
    /// What the United Kingdom has made of it.
    Uk,
}

/// One language with its letters.
#[derive(Debug)]
pub struct Language {
    /// ISO 639-1.
    pub code: &'static str,
    /// As it calls itself.
    pub name: &'static str,
    pub(crate) months: [&'static str; 12],
    pub(crate) date: &'static str,
    pub(crate) first_day: Option<&'static str>,
    pub(crate) officer: &'static str,
    pub(crate) greeting: &'static str,
    pub(crate) closing: &'static str,
    pub(crate) blank: BlankWords,
    pub(crate) laws: [LawWords; 2],
    pub(crate) letters: [Template; 5],
}

/// What stands where the person gave nothing.
#[derive(Debug)]
pub(crate) struct BlankWords {
    pub(crate) name: &'static str,
    pub(crate) email: &'static str,
    pub(crate) first_date: &'static str,
}

#[derive(Debug)]
pub(crate) struct LawWords {
    /// The law's full name as it follows the number of an article (in Turkish: goes before it).
    pub(crate) of_law: &'static str,
    /// Its short name.
    pub(crate) short: &'static str,
}

#[derive(Debug)]
pub(crate) struct Template {
    pub(crate) subject: &'static str,
    pub(crate) body: &'static str,
}

/// What the person gave. An empty text and a missing date leave a blank in brackets.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The person's name.
    pub name: &'a str,
    /// The account's e-mail address.
    pub email: &'a str,
    /// The day of the letter.
    pub date: NaiveDate,
    /// The day of the letter that this one refers to.
    pub first: Option<NaiveDate>,
}

/// Something that a letter still lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// The person's name.
    Name,
    /// The account's e-mail address.
    Email,
    /// The day of the letter that this one refers to.
    FirstDate,
}

/// A letter, ready to send but for its blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The subject alone, for the mail program.
    pub subject: String,
    /// All of it, as it is copied and saved: who it goes to, the day, the subject, the text, who it is from.
    pub text: String,
    /// From the greeting on: in a mail, address, day and subject stand elsewhere.
    pub message: String,
    /// What it still lacks.
    pub blanks: Vec<Blank>,
}

impl LetterId {
    /// Whether it refers to an earlier letter, and so needs its day.
    #[must_use]
    pub const fn is_reply(self) -> bool {
        matches!(self, Self::Reminder | Self::Identity | Self::Channel)
    }
}

/// Every language that has letters, in the order of their codes.
#[must_use]
pub fn languages() -> &'static [Language] {
    facts::LANGUAGES
}

/// The language of a code such as `pt-BR`, or `None` where it has no letters.
#[must_use]
pub fn language(code: &str) -> Option<&'static Language> {
    let primary = code.split(['-', '_']).next().unwrap_or_default();
    languages()
        .iter()
        .find(|language| language.code.eq_ignore_ascii_case(primary))
}

impl Language {
    /// A day as a letter in this language writes it.
    fn day(&self, date: NaiveDate) -> String {
        let day = match (date.day(), self.first_day) {
            (1, Some(first)) => first.to_owned(),
            (day, _) => day.to_string(),
        };
        self.date
            .replace("{day}", &day)
            .replace("{month}", self.months[date.month0() as usize])
            .replace("{year}", &date.year().to_string())
    }
}

/// Writes a letter.
#[must_use]
pub fn compose(id: LetterId, language: &Language, law: Law, given: &Given<'_>) -> Letter {
    let Template { subject, body } = language.letters[id as usize];
    let LawWords { of_law, short } = language.laws[law as usize];
    let name = given.name.trim();
    let email = given.email.trim();
    let mut blanks = Vec::new();
    let mut or_blank = |text: String, blank, words: &str| {
        if text.is_empty() {
            blanks.push(blank);
            words.to_owned()
        } else {
            text
        }
    };
    let words = &language.blank;
    let name = or_blank(name.to_owned(), Blank::Name, words.name);
    let email = or_blank(email.to_owned(), Blank::Email, words.email);
    let first = if id.is_reply() {
        let day = given.first.map(|first| language.day(first));
        or_blank(day.unwrap_or_default(), Blank::FirstDate, words.first_date)
    } else {
        String::new()
    };
    let places = [
        ("of_law", of_law),
        ("short", short),
        ("policy_date", &language.day(contact_source().date)),
        ("first_date", &first),
        ("email", &email),
    ];
    let subject = fill(subject, &places);
    let message = format!(
        "{}\n\n{}\n\n{}\n\n{name}\n{email}\n",
        language.greeting,
        fill(body, &places).trim(),
        language.closing,
    );
    let text = format!(
        "{}\n\n{}\n\n{subject}\n\n{message}",
        head(language),
        language.day(given.date)
    );
    Letter {
        subject,
        text,
        message,
        blanks,
    }
}

/// Who the letter goes to.
fn head(language: &Language) -> String {
    let to = controller();
    let name = match to.number {
        Some(number) => format!("{} ({number})", to.name),
        None => to.name.to_owned(),
    };
    let lines = [
        Some(name.as_str()),
        Some(language.officer),
        to.address,
        to.email,
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// Fills each place once, from left to right, so that braces in what the person gave stay what they are.
fn fill(template: &str, places: &[(&str, &str)]) -> String {
    let mut parts = template.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        let value = places.iter().find(|(place, _)| *place == name);
        out.push_str(value.map_or("", |(_, value)| value));
        out.push_str(rest);
    }
    out
}

/// What stands in a `mailto:` as it is (RFC 6068); the rest is percent-encoded.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'@');

// A letter without an address to send it to would be of no use.
const _: () = assert!(controller().email.is_some());

/// The link that opens the letter in the mail program.
#[must_use]
pub fn mailto(letter: &Letter) -> String {
    let encode = |text: &str| utf8_percent_encode(text, PLAIN).to_string();
    format!(
        "mailto:{}?subject={}&body={}",
        encode(controller().email.unwrap_or_default()),
        encode(&letter.subject),
        encode(&letter.message.replace('\n', "\r\n"))
    )
}

/// What a saved letter is called.
#[must_use]
pub fn file_name(id: LetterId, language: &Language, date: NaiveDate) -> String {
    let id: &str = id.into();
    format!("aliexpress-{id}-{}-{date}.txt", language.code)
}

/// The day on which the month for an answer is over (Article 12(3)): the same day of the next month, or its last day.
///
/// `None` beyond the end of the calendar.
#[must_use]
pub fn month_later(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(1))
}
