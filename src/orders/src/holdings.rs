//! What would be lost with the account: balance, bonus, gift cards, coupons, coins, and which cards are saved. Amounts are the page's
//! own words; whether one is nothing is told only where it can be read.

use crate::before::{Row, RowId, RowState};
use crate::cases::says_none;
use crate::facts::HOLDING_WORDS;
use crate::lines::{Line, Shown, is_mostly, letters};
use crate::list_words::read_tab_count;
use crate::money::read_money;
use crate::phrase::says;
use serde::{Deserialize, Serialize};

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Money.
    Balance,
    /// Money that the site gave, with an end.
    Bonus,
    /// Gift cards.
    GiftCard,
    /// Coupons.
    Coupons,
    /// Coins.
    Coins,
    /// Saved payment cards.
    Cards,
}

/// Which page shows it: each is read for what it is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyPage {
    /// The wallet, for all that it names.
    Wallet,
    /// The coupons, whose entries count.
    Coupons,
    /// The coins; what they can be exchanged for is not there yet.
    Coins,
}

/// How much of it there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Left {
    /// None.
    Nothing,
    /// Some.
    Something,
    /// The page's words don't tell.
    Unclear,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// What it is.
    pub kind: Kind,
    /// How much, as the page writes it.
    pub text: String,
    /// Whether that is something.
    pub left: Left,
    /// The day on which it ends, `YYYY-MM-DD`.
    #[serde(default)]
    pub until: Option<String>,
}

/// The most lines around a name among which its amount is looked for: more is another part of the page.
const AROUND: usize = 8;
/// The most signs of an amount that is kept.
const LONGEST: usize = 40;

/// An amount has no more letters beside it than the name of a currency.
const NAME_OF_CURRENCY: usize = 12;

/// The row of the balance after this page: what it shows stands in the place of what `known` has of the same kind. Open where
/// something is left; clear only where the balance was read as nothing and the rest is not more. Saved cards are named and keep
/// nothing open. `None` where the page shows none of it.
#[must_use]
pub fn balance_row(shown: &Shown, known: &[Holding], page: MoneyPage, at: f64) -> Option<Row> {
    let mut found = match page {
        MoneyPage::Coupons => coupons(shown).into_iter().collect(),
        MoneyPage::Wallet | MoneyPage::Coins => holdings(shown),
    };
    if page == MoneyPage::Coins {
        found.retain(|one| one.kind == Kind::Coins);
    }
    if found.is_empty() {
        return None;
    }
    let mut all: Vec<Holding> = known.to_vec();
    all.retain(|one| found.iter().all(|other| other.kind != one.kind));
    all.extend(found);
    all.sort_by_key(|one| one.kind);
    let counted = || all.iter().filter(|one| one.kind != Kind::Cards);
    let open = counted().filter(|one| one.left == Left::Something).count();
    let has_balance = counted().any(|one| one.kind == Kind::Balance);
    let is_nothing = counted().all(|one| one.left == Left::Nothing);
    Some(Row {
        state: match open {
            0 if has_balance && is_nothing => RowState::Clear,
            0 => RowState::Unknown,
            _ => RowState::Open,
        },
        open: u32::try_from(open).unwrap_or(u32::MAX),
        seen: u32::try_from(all.len()).unwrap_or(u32::MAX),
        at: Some(at),
        holdings: all,
        ..Row::unknown(RowId::Balance)
    })
}

/// All that a wallet shows, each kind once: of a kind that it names several times, the first with an amount.
fn holdings(shown: &Shown) -> Vec<Holding> {
    let mut found: Vec<Holding> = Vec::new();
    for line in &shown.lines {
        if let Some(kind) = kind(&line.text)
            && found.iter().all(|one| one.kind != kind)
        {
            found.extend(holding(shown, line, kind));
        }
    }
    let cards = shown.lines.iter().filter(|line| is_card(&line.text));
    let count = cards.count();
    if count > 0 {
        found.push(Holding {
            kind: Kind::Cards,
            text: count.to_string(),
            left: Left::Something,
            until: None,
        });
    }
    found
}

/// What a line names, where it says little else: of several names the longest, as "gift card balance".
fn kind(text: &str) -> Option<Kind> {
    let letters = letters(text);
    HOLDING_WORDS
        .iter()
        .filter(|(phrase, whole, _)| {
            is_mostly(&letters, phrase, *whole) || is_label(&letters, phrase, *whole)
        })
        .max_by_key(|(phrase, ..)| phrase.len())
        .map(|(.., kind)| *kind)
}

/// Whether a text is a name and a word or two beside it: "Available balance", "Verfügbares Guthaben".
fn is_label(letters: &str, phrase: &str, whole: bool) -> bool {
    const MOST_WORDS: usize = 3;
    const LONGEST_LABEL: usize = 24;
    let length = |text: &str| text.chars().filter(|c| *c != ' ').count();
    letters.split(' ').count() <= MOST_WORDS
        && length(letters) <= LONGEST_LABEL.min(length(phrase) * 4)
        && says(letters, phrase, whole)
}

/// The amount that stands with a name: in its line, or in the smallest element around it that has one. Where another name stands
/// there too, it is left open whose it is.
fn holding(shown: &Shown, name: &Line, kind: Kind) -> Option<Holding> {
    let is_other = |line: &Line| self::kind(&line.text).is_some_and(|other| other != kind);
    let near = |depth: usize| {
        let lines = shown
            .lines
            .iter()
            .filter(move |line| line.at.starts_with(&name.at[..depth]));
        lines.take(AROUND + 1).collect::<Vec<&Line>>()
    };
    let is_apart =
        |lines: &[&Line]| lines.len() <= AROUND && !lines.iter().any(|line| is_other(line));
    let amounts = |depth: usize| -> Vec<Holding> {
        let lines = near(depth).into_iter();
        lines.filter_map(|line| amount(shown, line, kind)).collect()
    };
    let depths = 1..=name.at.len();
    let depth = depths
        .clone()
        .rev()
        .find(|depth| !amounts(*depth).is_empty())?;
    let found = is_apart(&near(depth)).then(|| one_of(&amounts(depth)))?;
    // Its end may stand further out, as far as nothing else is named there.
    let outermost = depths
        .take(depth)
        .find(|outer| is_apart(&near(*outer)) && amounts(*outer).len() == amounts(depth).len())?;
    let mut days = near(outermost)
        .into_iter()
        .filter_map(|line| shown.day(line));
    let until = days.next().filter(|_| days.next().is_none());
    found.map(|one| Holding { until, ..one })
}

/// Several amounts beside one name as one: what is left is told only where it is the same whichever of them is meant.
fn one_of(amounts: &[Holding]) -> Option<Holding> {
    let first = amounts.first()?;
    let is_same = amounts.iter().all(|other| other.left == first.left);
    let texts: Vec<&str> = amounts.iter().map(|one| one.text.as_str()).collect();
    Some(Holding {
        text: texts.join(" / "),
        left: if is_same { first.left } else { Left::Unclear },
        ..first.clone()
    })
}

/// A line with a figure that is no day, as the amount of a kind.
fn amount(shown: &Shown, line: &Line, kind: Kind) -> Option<Holding> {
    let has_figure = line.text.chars().any(char::is_numeric);
    // A sentence that has a figure in it is no amount.
    let is_sentence =
        self::kind(&line.text).is_none() && letters(&line.text).chars().count() > NAME_OF_CURRENCY;
    if !has_figure || is_sentence || shown.day(line).is_some() || is_card(&line.text) {
        return None;
    }
    let is_counted = matches!(kind, Kind::Coupons | Kind::Coins);
    let by_count = || {
        is_counted
            .then(|| read_tab_count(&line.text))
            .flatten()
            .map(|count| count == 0)
    };
    let by_money = || {
        let amount = read_money(&line.text, shown.money())?.amount;
        Some(!amount.bytes().any(|byte| matches!(byte, b'1'..=b'9')))
    };
    let left = match by_count().or_else(by_money) {
        Some(true) => Left::Nothing,
        Some(false) => Left::Something,
        None => Left::Unclear,
    };
    Some(Holding {
        kind,
        text: line.text.trim().chars().take(LONGEST).collect(),
        left,
        until: None,
    })
}

/// A saved card shows its last figures behind signs that hide the others.
fn is_card(text: &str) -> bool {
    let hiding = |c: char| matches!(c, '·' | '•' | '*' | '∙' | '●' | '․' | '⋅');
    let last = text
        .trim_end()
        .chars()
        .rev()
        .take_while(char::is_ascii_digit);
    last.count() == 4 && text.chars().filter(|c| hiding(*c)).count() >= 2
}

/// The coupons of their own page: those with what they give and a day, or none where it says so.
fn coupons(shown: &Shown) -> Option<Holding> {
    let gives = |line: &Line| shown.is_amount(line) || line.text.contains(['%', '٪']);
    let entries = shown.entries(|line| shown.day(line).is_some(), gives);
    if entries.is_empty() && !(shown.is_whole && says_none(shown)) {
        return None;
    }
    Some(Holding {
        kind: Kind::Coupons,
        text: entries.len().to_string(),
        left: if entries.is_empty() {
            Left::Nothing
        } else {
            Left::Something
        },
        until: None,
    })
}
