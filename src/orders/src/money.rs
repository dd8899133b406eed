//! Amounts as pages write them, in every currency of the site: read for certain, or not at all.
//!
//! Two questions are kept apart. *How much*: which of the signs between the figures parts the cents is told by the other signs,
//! by how many figures follow, by the currency's own number of them, and last by the page's language; where doubt remains the
//! amount is not read. *Of what*: a sign that several currencies share (`$`, `kr`, `¥`) is the page's own currency where that is
//! one of them, and none otherwise; no currency is ever made up.

use crate::facts::{self, CURRENCIES, SIGNS};
use crate::fold::{fold, tight};

/// An amount that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    /// Decimal figures with a point and no grouping, as many after the point as the page shows: `1234.50`, `-3`.
    pub amount: String,
    /// ISO 4217; `None` where the page shows no sign, or one that could be several.
    pub currency: Option<&'static str>,
    /// Whether the page shows a sign that could be several currencies.
    pub is_sign_unclear: bool,
}

/// What is known of the page on which an amount stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageMoney<'a> {
    /// The page's language, a tag such as `pt-BR`.
    pub language: Option<&'a str>,
    /// The currency that the page says it shows prices in, ISO 4217.
    pub currency: Option<&'a str>,
}

/// Reads the one amount of a text. `None` where there is none, where there are several, or doubt.
#[must_use]
pub fn read_money(text: &str, page: PageMoney<'_>) -> Option<Money> {
    let shown = Shown::in_text(text)?;
    let (currency, digits) = shown.currency(page);
    let plain = plain_figures(&shown.figures, &digits, page.language)?;
    Some(shown.money(plain, currency))
}

/// Reads an amount whose whole part and cents the page keeps apart, as in `R$132,74|132|74`: there is no doubt about either.
/// The whole part may still be grouped.
#[must_use]
pub fn read_parts(text: &str, whole: &str, cents: &str, page: PageMoney<'_>) -> Option<Money> {
    let only_figures = |part: &str| {
        part.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let part = |part: &str| {
        let part = tight(&fold(part));
        let is_ours = part.chars().all(|c| c.is_ascii_digit() || is_separator(c));
        is_ours.then(|| only_figures(&part))
    };
    let (whole, cents) = (part(whole).filter(|part| !part.is_empty())?, part(cents)?);
    let shown = Shown::in_text(text)?;
    if only_figures(&shown.figures) != format!("{whole}{cents}") {
        return None;
    }
    let whole = without_leading_zeros(&whole);
    let plain = if cents.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{cents}")
    };
    let (currency, digits) = shown.currency(page);
    // Of a currency without cents these are none, and what they are is not known.
    let has_cents = digits.is_empty() || digits.iter().any(|digits| *digits > 0);
    (cents.is_empty() || has_cents).then(|| shown.money(plain, currency))
}

/// An amount as the page shows it, folded.
struct Shown {
    figures: String,
    is_negative: bool,
    /// The currencies (indices of [`CURRENCIES`]) that the sign stands for, where there is a sign.
    sign: Option<Vec<u8>>,
}

impl Shown {
    fn in_text(text: &str) -> Option<Self> {
        let folded = without_asides(&fold(text));
        let run = figures(&folded)?;
        let (before, is_negative) = without_minus(&tight(&folded[..run.start]));
        let after = tight(&folded[run.end..]);
        // "12,- €": no cents.
        let after = after.trim_start_matches([',', '.', '-']);
        let sign = sign_of(&before, after);
        Some(Self {
            figures: folded[run].to_owned(),
            is_negative,
            sign,
        })
    }

    /// The currency, and the numbers of figures after the point that the currencies in question have.
    fn currency(&self, page: PageMoney<'_>) -> (Option<u8>, Vec<u8>) {
        let of = self.sign.as_deref().unwrap_or_default();
        let currency = decided(of, page);
        let digits = |index: &u8| CURRENCIES[usize::from(*index)].1;
        let digits = currency.as_ref().map_or_else(
            || of.iter().map(digits).collect(),
            |index| vec![digits(index)],
        );
        (currency, digits)
    }

    fn money(&self, plain: String, currency: Option<u8>) -> Money {
        let is_zero = plain.bytes().all(|byte| matches!(byte, b'0' | b'.'));
        Money {
            amount: if self.is_negative && !is_zero {
                format!("-{plain}")
            } else {
                plain
            },
            currency: currency.map(|index| CURRENCIES[usize::from(index)].0),
            is_sign_unclear: self.sign.is_some() && currency.is_none(),
        }
    }
}

/// The codes of all currencies that the site may show, in their order.
pub fn currencies() -> impl Iterator<Item = &'static str> {
    CURRENCIES.iter().map(|(code, _)| *code)
}

/// The code if it is one of the site's currencies, in whatever case.
#[must_use]
pub fn currency(code: &str) -> Option<&'static str> {
    CURRENCIES
        .iter()
        .map(|(known, _)| *known)
        .find(|known| known.eq_ignore_ascii_case(code.trim()))
}

/// The text without what stands in brackets and is no part of the amount: "(2 items)".
fn without_asides(folded: &str) -> String {
    let mut kept = String::with_capacity(folded.len());
    let mut rest = folded;
    while let Some((before, inside)) = rest.split_once('(') {
        let Some((aside, after)) = inside.split_once(')') else {
            break;
        };
        kept.push_str(before);
        // An aside with a sign is another amount: it stays, and there are two.
        if sign_of(&tight(aside), "").is_some()
            || sign_of("", &tight(aside)).is_some()
            || aside.contains(['$', '€', '£'])
        {
            kept.push_str(aside);
        }
        kept.push(' ');
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// What may stand between the figures of an amount, besides a space.
fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '\'')
}

/// Where the figures of the only amount stand; `None` where there are none or several.
fn figures(folded: &str) -> Option<std::ops::Range<usize>> {
    let start = folded.find(|c: char| c.is_ascii_digit())?;
    let mut end = start;
    let mut at = start;
    for c in folded[start..].chars() {
        at += c.len_utf8();
        if c.is_ascii_digit() {
            end = at;
        } else if !is_separator(c) && c != ' ' {
            break;
        }
    }
    let has_more = folded[end..].contains(|c: char| c.is_ascii_digit());
    (!has_more).then_some(start..end)
}

/// What stands before the figures, without a minus at its end or its beginning; and whether there was one.
fn without_minus(before: &str) -> (String, bool) {
    if let Some(rest) = before.strip_suffix('-') {
        return (rest.to_owned(), true);
    }
    match before.strip_prefix('-') {
        Some(rest) => (rest.to_owned(), true),
        None => (before.to_owned(), false),
    }
}

/// The currencies that the sign beside the figures stands for: those of both sides, where both have one.
fn sign_of(before: &str, after: &str) -> Option<Vec<u8>> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let ends = |sign: &str| {
        let rest = before.strip_suffix(sign)?;
        let runs_on = is_letter(sign.chars().next()) && is_letter(rest.chars().next_back());
        (!runs_on).then_some(())
    };
    let starts = |sign: &str| {
        let rest = after.strip_prefix(sign)?;
        let runs_on = is_letter(sign.chars().next_back()) && is_letter(rest.chars().next());
        (!runs_on).then_some(())
    };
    let first = |fits: &dyn Fn(&str) -> Option<()>| {
        SIGNS
            .iter()
            .find(|(sign, _)| fits(sign).is_some())
            .map(|(_, of)| of.to_vec())
    };
    match (first(&ends), first(&starts)) {
        (Some(left), Some(right)) => Some(
            left.into_iter()
                .filter(|index| right.contains(index))
                .collect(),
        ),
        (left, right) => left.or(right),
    }
}

/// The one currency of a sign's several.
fn decided(of: &[u8], page: PageMoney<'_>) -> Option<u8> {
    let named = |code: &str| {
        of.iter()
            .copied()
            .find(|index| CURRENCIES[usize::from(*index)].0 == code)
    };
    if let [only] = of {
        return Some(*only);
    }
    let own = page.currency.and_then(currency).and_then(named);
    // Japanese writes the yuan as 元, so that ¥ is the yen there.
    let is_japanese = page
        .language
        .is_some_and(|tag| tag.to_ascii_lowercase().starts_with("ja"));
    own.or_else(|| {
        if is_japanese && page.currency.is_none() {
            named("JPY")
        } else {
            None
        }
    })
}

/// The figures with a point and no grouping. `digits` are the numbers of figures after the point that the currencies in question
/// have; none is known where it is empty.
fn plain_figures(run: &str, digits: &[u8], language: Option<&str>) -> Option<String> {
    // A price that is drawn in several pieces has spaces beside its signs: "1.234 ,56".
    let mut text = run.to_owned();
    for sign in ['.', ',', '\''] {
        text = text.replace(&format!(" {sign}"), &sign.to_string());
        text = text.replace(&format!("{sign} "), &sign.to_string());
    }
    let signs: Vec<(usize, char)> = text
        .char_indices()
        .filter(|(_, c)| !c.is_ascii_digit())
        .collect();
    let Some((last_at, last)) = signs.last().copied() else {
        return Some(without_leading_zeros(&text).to_owned());
    };
    let tail = text.len() - last_at - 1;
    let is_alone = signs.iter().filter(|(_, c)| *c == last).count() == 1;
    let others = signs.iter().any(|(_, c)| *c != last);
    let parts_cents = match last {
        ' ' | '\'' => false,
        _ if !is_alone => false,
        // "1.234,56": two kinds of signs, the last of them once.
        _ if others => true,
        _ if tail != 3 => true,
        _ => parts_three(&text[..last_at], last, digits, language)?,
    };
    let (whole, cents) = if parts_cents {
        (&text[..last_at], Some(&text[last_at + 1..]))
    } else {
        (text.as_str(), None)
    };
    if cents.is_some_and(|cents| cents.is_empty() || cents.len() > 3) {
        return None;
    }
    let whole = ungrouped(whole)?;
    let whole = without_leading_zeros(&whole);
    Some(cents.map_or_else(|| whole.to_owned(), |cents| format!("{whole}.{cents}")))
}

/// Whether the only sign, with three figures behind it, parts the cents: "1.234" is a thousand euros and one Kuwaiti dinar.
fn parts_three(whole: &str, sign: char, digits: &[u8], language: Option<&str>) -> Option<bool> {
    let may_be_grouped = (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    let has_three = digits.contains(&3);
    let has_fewer = digits.iter().any(|digits| *digits < 3);
    match (may_be_grouped, has_three, has_fewer) {
        (true, false, true) => Some(false),
        (false, true, _) => Some(true),
        (true, true, false) => {
            let (_, decimal) = facts::language(language?)?;
            // Arabic pages write both ways.
            let is_sure = !language?.to_ascii_lowercase().starts_with("ar") || sign == '.';
            is_sure.then_some(decimal == sign)
        }
        _ => None,
    }
}

/// The figures of a grouped whole number: one kind of sign, groups of three behind it, or of two as in India.
fn ungrouped(text: &str) -> Option<String> {
    let Some(sign) = text.chars().find(|c| !c.is_ascii_digit()) else {
        return Some(text.to_owned());
    };
    let groups: Vec<&str> = text.split(sign).collect();
    let (first, last) = (groups.first()?, groups.last()?);
    let is_figures = groups
        .iter()
        .all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let inner = &groups[1..groups.len() - 1];
    let by_three = (1..=3).contains(&first.len()) && inner.iter().all(|group| group.len() == 3);
    let by_two = (1..=2).contains(&first.len())
        && !inner.is_empty()
        && inner.iter().all(|group| group.len() == 2);
    (is_figures && last.len() == 3 && (by_three || by_two)).then(|| groups.concat())
}

fn without_leading_zeros(figures: &str) -> &str {
    let trimmed = figures.trim_start_matches('0');
    if trimmed.is_empty() {
        &figures[figures.len() - 1..]
    } else {
        trimmed
    }
}
