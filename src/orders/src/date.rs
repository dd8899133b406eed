//! Dates as pages write them, in every language of the site: read for certain, or not at all.
//!
//! The name of a month stands beside its day and both beside a year of four figures; or all three are figures in an order that
//! leaves no doubt. A missing year, an impossible day, figures that could be two dates, or two dates are not read.

use crate::facts::{self, DAY_HALVES, MONTHS};
use crate::fold::fold;
use time::{Date, Month, Time};

/// A day, with a time of day where the page says one. It is the page's own wall clock: no zone is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    date: Date,
    time: Option<(Time, bool)>,
}

impl Moment {
    /// The day, as `YYYY-MM-DD`.
    #[must_use]
    pub fn day(&self) -> String {
        format!(
            "{:04}-{:02}-{:02}",
            self.date.year(),
            u8::from(self.date.month()),
            self.date.day()
        )
    }

    /// ISO 8601 without a zone: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`, as much as the page said.
    #[must_use]
    pub fn iso(&self) -> String {
        let day = self.day();
        match self.time {
            None => day,
            Some((time, false)) => format!("{day}T{:02}:{:02}", time.hour(), time.minute()),
            Some((time, true)) => format!(
                "{day}T{:02}:{:02}:{:02}",
                time.hour(),
                time.minute(),
                time.second()
            ),
        }
    }
}

/// Reads the one date of a text on a page in `language` (a tag such as `pt-BR`). `None` where there is none, or doubt.
#[must_use]
pub fn read_date(text: &str, language: Option<&str>) -> Option<Moment> {
    let mut tokens = tokens(&fold(text));
    let time = take_time(&mut tokens)?;
    let is_thai = language.is_some_and(|tag| tag.to_ascii_lowercase().starts_with("th"));
    let figures = language
        .and_then(facts::language)
        .map_or("", |(figures, _)| figures);
    let mut found = named(&tokens, is_thai);
    found.extend(figured(&tokens, figures, is_thai));
    found.dedup();
    match found[..] {
        [date] => Some(Moment { date: date?, time }),
        _ => None,
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// Figures: how many, and their value (`u32::MAX` where they are too many for a date).
    Number {
        len: usize,
        value: u32,
    },
    Word(String),
    Sign(char),
}

fn tokens(folded: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = folded;
    while let Some(c) = rest.chars().next() {
        let kind: fn(char) -> bool = if c.is_ascii_digit() {
            |c| c.is_ascii_digit()
        } else if c.is_alphabetic() {
            char::is_alphabetic
        } else {
            rest = &rest[c.len_utf8()..];
            if c != ' ' {
                tokens.push(Token::Sign(c));
            }
            continue;
        };
        let end = rest.find(|c| !kind(c)).unwrap_or(rest.len());
        let part = &rest[..end];
        tokens.push(if c.is_ascii_digit() {
            Token::Number {
                len: part.len(),
                value: part.parse().unwrap_or(u32::MAX),
            }
        } else {
            Token::Word(part.to_owned())
        });
        rest = &rest[end..];
    }
    tokens
}

fn number(tokens: &[Token], at: usize) -> Option<(usize, u32)> {
    match tokens.get(at)? {
        Token::Number { len, value } => Some((*len, *value)),
        _ => None,
    }
}

fn is_sign(tokens: &[Token], at: usize, sign: char) -> bool {
    tokens.get(at) == Some(&Token::Sign(sign))
}

/// Takes `HH:MM[:SS]` out, with the half of the day beside it. The outer `None` means that there are two times or an
/// impossible one: then nothing is read. The flag is whether seconds were said.
#[expect(
    clippy::option_option,
    reason = "no time and an unreadable time are two things"
)]
fn take_time(tokens: &mut Vec<Token>) -> Option<Option<(Time, bool)>> {
    let Some((start, sign)) = clock(tokens) else {
        return Some(None);
    };
    let value = |at| number(tokens, at).and_then(|(_, value)| u8::try_from(value).ok());
    let with_seconds = is_sign(tokens, start + 3, sign) && value(start + 4).is_some();
    let (hour, minute) = (value(start)?, value(start + 2)?);
    let second = if with_seconds { value(start + 4)? } else { 0 };
    let (mut begin, mut end) = (start, start + if with_seconds { 5 } else { 3 });
    let half = if let Some((half, width)) = half_at(tokens, end) {
        end += width;
        Some(half)
    } else {
        let ends_here = |width: &usize| {
            half_at(tokens, begin - width).is_some_and(|(_, found)| found == *width)
        };
        let width = (1..=begin.min(2)).find(ends_here);
        width.and_then(|width| {
            begin -= width;
            half_at(tokens, begin).map(|(half, _)| half)
        })
    };
    let hour = match half {
        None => hour,
        Some(_) if hour == 0 || hour > 12 => return None,
        Some(is_afternoon) => hour % 12 + if is_afternoon { 12 } else { 0 },
    };
    tokens.drain(begin..end);
    if clock(tokens).is_some() {
        return None;
    }
    Some(Some((
        Time::from_hms(hour, minute, second).ok()?,
        with_seconds,
    )))
}

/// Where a time of day begins, and the sign between its figures: a colon, or a point after "pukul" (Indonesian), "kl." (Swedish)
/// or a year with a comma ("15 Jul 2026, 03.04").
fn clock(tokens: &[Token]) -> Option<(usize, char)> {
    let two = |at| number(tokens, at).is_some_and(|(len, _)| len <= 2);
    let is_announced = |at: usize| {
        let word = if at > 1 && is_sign(tokens, at - 1, '.') {
            at - 2
        } else {
            at.wrapping_sub(1)
        };
        let is_after_year = at > 1
            && is_sign(tokens, at - 1, ',')
            && number(tokens, at - 2).is_some_and(|(len, _)| len == 4);
        is_after_year
            || matches!(tokens.get(word), Some(Token::Word(word)) if word == "pukul" || word == "kl")
    };
    (0..tokens.len())
        .filter(|at| two(*at) && two(at + 2))
        .find_map(|at| match tokens.get(at + 1) {
            Some(Token::Sign(':')) => Some((at, ':')),
            Some(Token::Sign('.')) if is_announced(at) => Some((at, '.')),
            _ => None,
        })
}

/// The half of the day that stands here (`am`, `p.m.`, `午後`), and how many tokens it takes.
fn half_at(tokens: &[Token], at: usize) -> Option<(bool, usize)> {
    let Token::Word(first) = tokens.get(at)? else {
        return None;
    };
    let half = |word: &str| {
        DAY_HALVES
            .iter()
            .find(|(name, _)| *name == word)
            .map(|(_, is_afternoon)| *is_afternoon)
    };
    // "p.m." and "p m" are two words.
    let second = (at + 1..=at + 2).find_map(|next| match tokens.get(next) {
        Some(Token::Word(word)) => Some((word, next + 1 - at)),
        _ => None,
    });
    second
        .and_then(|(word, width)| Some((half(&format!("{first}{word}"))?, width)))
        .or_else(|| Some((half(first)?, 1)))
}

/// Words that may stand between the parts of a date: "15 de julio de 2026", "15 июля 2026 г.", "15 tháng 7 năm 2026",
/// "1er juillet 2026", "1º de julho de 2026", "พ.ศ.".
const FILLERS: [&str; 14] = [
    "de", "del", "of", "th", "st", "nd", "rd", "er", "o", "nam", "พ", "ศ", "ค", "من",
];

/// Whether it may stand between the parts of a date that has a month's name.
fn is_filler(token: &Token) -> bool {
    match token {
        Token::Sign(sign) => matches!(sign, '.' | ',' | '-' | '/' | '\''),
        Token::Word(word) => FILLERS.contains(&word.as_str()),
        Token::Number { .. } => false,
    }
}

/// The next token that is no filler, walking up or down from `at`.
fn beside(tokens: &[Token], at: usize, up: bool) -> Option<usize> {
    let mut here = at;
    loop {
        here = if up { here + 1 } else { here.checked_sub(1)? };
        if !is_filler(tokens.get(here)?) {
            return Some(here);
        }
    }
}

/// The months that are named at a place: month, where its name begins and ends, whether the name is Thai.
fn month_at(tokens: &[Token], at: usize) -> Option<(u8, usize, usize, bool)> {
    // Japanese and Korean count them: "7月 15, 2026".
    if let (Some((1..=2, month)), Some(Token::Word(word))) =
        (number(tokens, at), tokens.get(at + 1))
        && is_one_of(word, &MONTH)
    {
        return Some((u8::try_from(month).ok()?, at, at + 1, false));
    }
    let Token::Word(word) = &tokens[at] else {
        return None;
    };
    // Vietnamese counts them: "tháng 7", "thg 7".
    if matches!(word.as_str(), "thang" | "thg") {
        let mut number_at = at + 1;
        while is_sign(tokens, number_at, '.') {
            number_at += 1;
        }
        let (_, month) = number(tokens, number_at).filter(|(len, _)| *len <= 2)?;
        return Some((u8::try_from(month).ok()?, at, number_at, false));
    }
    let find = |name: &str| {
        MONTHS
            .binary_search_by(|(known, ..)| (*known).cmp(name))
            .ok()
            .map(|found| MONTHS[found])
    };
    // "ก.ค." and "كانون الثاني" are two words of one name.
    let next = if is_sign(tokens, at + 1, '.') {
        at + 2
    } else {
        at + 1
    };
    if let Some(Token::Word(second)) = tokens.get(next)
        && let Some((_, month, is_thai)) = find(&format!("{word}{second}"))
    {
        return Some((month, at, next, is_thai));
    }
    find(word).map(|(_, month, is_thai)| (month, at, at, is_thai))
}

/// The dates whose month has a name. `None` within stands for an impossible day.
fn named(tokens: &[Token], is_thai_page: bool) -> Vec<Option<Date>> {
    let mut found = Vec::new();
    let mut next = 0;
    while next < tokens.len() {
        let Some((month, begin, end, is_thai)) = month_at(tokens, next) else {
            next += 1;
            continue;
        };
        next = end + 1;
        let day_like = |at: usize| {
            number(tokens, at)
                .filter(|(len, _)| *len <= 2)
                .map(|(_, day)| (day, at))
        };
        let year_like = |at: usize| {
            number(tokens, at)
                .filter(|(len, _)| *len == 4)
                .map(|(_, year)| year)
        };
        let (before, after) = (beside(tokens, begin, false), beside(tokens, end, true));
        let dates: Vec<_> = [
            // 15 Jul 2026, 2026 Jul 15, Jul 15 2026, 2026, 15 Jul
            before
                .and_then(day_like)
                .and_then(|(day, _)| Some((day, after.and_then(year_like)?))),
            after
                .and_then(day_like)
                .and_then(|(day, _)| Some((day, before.and_then(year_like)?))),
            after
                .and_then(day_like)
                .and_then(|(day, at)| Some((day, beside(tokens, at, true).and_then(year_like)?))),
            before
                .and_then(day_like)
                .and_then(|(day, at)| Some((day, beside(tokens, at, false).and_then(year_like)?))),
        ]
        .into_iter()
        .flatten()
        .collect();
        let is_between_days =
            before.and_then(day_like).is_some() && after.and_then(day_like).is_some();
        match dates[..] {
            [] => {}
            _ if is_between_days => found.push(None),
            [(day, year)] => found.push(date(year, u32::from(month), day, is_thai || is_thai_page)),
            _ => found.push(None),
        }
    }
    found
}

/// The dates that are all figures: year first, or year last with its signs.
fn figured(tokens: &[Token], figures: &str, is_thai: bool) -> Vec<Option<Date>> {
    let numbers: Vec<(usize, usize, u32)> = (0..tokens.len())
        .filter_map(|at| number(tokens, at).map(|(len, value)| (at, len, value)))
        .collect();
    let mut found = Vec::new();
    for three in numbers.windows(3) {
        let [(a, a_len, first), (b, b_len, second), (c, c_len, third)] = three else {
            continue;
        };
        let (Some(one), Some(two)) = (joint(tokens, *a, *b), joint(tokens, *b, *c)) else {
            continue;
        };
        if one != two {
            continue;
        }
        match (*a_len, *b_len, *c_len) {
            (4, 1..=2, 1..=2) => found.push(date(*first, *second, *third, is_thai)),
            (1..=2, 1..=2, 4) if one != 'y' => {
                let day_first = date(*third, *second, *first, is_thai);
                let month_first = date(*third, *first, *second, is_thai);
                found.push(match one {
                    // No language of the site puts the month first here.
                    '.' | '-' => day_first,
                    _ if figures == "dmy" => day_first,
                    _ if day_first.is_some()
                        && month_first.is_some()
                        && day_first != month_first =>
                    {
                        None
                    }
                    _ => day_first.or(month_first),
                });
            }
            _ => {}
        }
    }
    found
}

/// Follow the year and the month in Chinese, Japanese and Korean.
const YEAR: [&str; 2] = ["年", "년"];
const MONTH: [&str; 2] = ["月", "월"];

fn is_one_of(word: &str, known: &[&str]) -> bool {
    known.iter().any(|known| fold(known) == word)
}

/// What joins two figures of a date: `.`, `-`, `/`, or `y` for the words of Chinese, Japanese and Korean.
fn joint(tokens: &[Token], from: usize, to: usize) -> Option<char> {
    match &tokens[from + 1..to] {
        [Token::Sign(sign @ ('.' | '-' | '/'))] => Some(*sign),
        [Token::Word(word)] if is_one_of(word, &YEAR) || is_one_of(word, &MONTH) => Some('y'),
        _ => None,
    }
}

/// The day, if there is such a day in this century. Thai pages count the years from 543 before.
fn date(year: u32, month: u32, day: u32, is_thai: bool) -> Option<Date> {
    let year = if is_thai && (2543..2643).contains(&year) {
        year - 543
    } else {
        year
    };
    let year = i32::try_from(year)
        .ok()
        .filter(|year| (2000..2100).contains(year))?;
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(year, month, u8::try_from(day).ok()?).ok()
}
