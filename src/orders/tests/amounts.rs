//! Amounts: what is read, of which currency, and what is left alone.

use farewell_orders::{PageMoney, read_money, read_parts};
use proptest::prelude::*;

/// `amount currency`, with `?` where the currency is not certain and `-` where no sign is shown.
fn read(text: &str, language: &str, currency: Option<&str>) -> Option<String> {
    let money = read_money(
        text,
        PageMoney {
            language: Some(language),
            currency,
        },
    )?;
    let of = money
        .currency
        .unwrap_or(if money.is_sign_unclear { "?" } else { "-" });
    Some(format!("{} {of}", money.amount))
}

#[test]
fn every_language_writes_its_amounts_as_the_browsers_do() {
    let mut wrong = Vec::new();
    let rows = include_str!("cldr.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    for row in rows {
        let [language, kind, text, expected] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("a row has four columns: {row}");
        };
        if kind == "amount" {
            let found = read(text, language, None);
            if found.as_deref() != Some(expected) {
                wrong.push(format!(
                    "{language}: {text:?} is {expected}, read as {found:?}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_site_writes_amounts_in_its_own_ways_too() {
    for (text, language, expected) in [
        ("R$ 1.234,56", "pt", "1234.56 BRL"),
        ("R$132,74", "pt", "132.74 BRL"),
        ("1\u{202f}234,56\u{a0}€", "fr", "1234.56 EUR"),
        ("￥1,234", "ja", "1234 JPY"),
        ("US $12.34", "en", "12.34 USD"),
        ("Total: US $1,234.56", "en", "1234.56 USD"),
        ("Total:€9.20", "en", "9.20 EUR"),
        ("€9,20", "de", "9.20 EUR"),
        ("Rp12.345", "id", "12345 IDR"),
        ("Rp 1.234.567", "id", "1234567 IDR"),
        ("₩12,345", "ko", "12345 KRW"),
        ("12 345 ₽", "ru", "12345 RUB"),
        ("1 234,5 руб.", "ru", "1234.5 RUB"),
        ("1.234.567₫", "vi", "1234567 VND"),
        ("CA $5.00", "en", "5.00 CAD"),
        ("AU $5.00", "en", "5.00 AUD"),
        ("MXN$1,299.00", "es", "1299.00 MXN"),
        ("CLP 12.990", "es", "12990 CLP"),
        ("฿1,234.50", "th", "1234.50 THB"),
        ("฿๑,๒๓๔.๕๐", "th", "1234.50 THB"),
        ("\u{200f}١٬٢٣٤٫٥٦\u{a0}د.إ.\u{200f}", "ar", "1234.56 AED"),
        ("\u{200f}1,234.56 ₪", "he", "1234.56 ILS"),
        ("CHF 1'234.50", "de", "1234.50 CHF"),
        ("₹1,23,456.78", "en", "123456.78 INR"),
        ("R$ 1.234 ,56", "pt", "1234.56 BRL"),
        ("(2 items) US $7.00", "en", "7.00 USD"),
        ("-US $1.00", "en", "-1.00 USD"),
        ("US $-1.00", "en", "-1.00 USD"),
        ("US $0.00", "en", "0.00 USD"),
        ("12.34 USD", "en", "12.34 USD"),
        ("$12.34 USD", "en", "12.34 USD"),
        ("1.234 €", "de", "1234 EUR"),
        ("KWD 1.234", "en", "1.234 KWD"),
        ("€12,-", "nl", "12 EUR"),
        ("12,- €", "de", "12 EUR"),
        ("Fr. 12.34", "de", "12.34 CHF"),
        ("12.34 ש\"ח", "he", "12.34 ILS"),
        ("12.345 د.ك", "ar", "12.345 KWD"),
        ("12.34 ر.ق", "ar", "12.34 QAR"),
        ("12.34", "en", "12.34 -"),
        ("1,234.56", "en", "1234.56 -"),
    ] {
        assert_eq!(
            read(text, language, None).as_deref(),
            Some(expected),
            "{text}"
        );
    }
}

#[test]
fn a_sign_of_several_currencies_is_the_pages_own_or_none() {
    assert_eq!(read("$12.34", "en", None).as_deref(), Some("12.34 ?"));
    assert_eq!(
        read("$12.34", "en", Some("USD")).as_deref(),
        Some("12.34 USD")
    );
    assert_eq!(
        read("$12.34", "en", Some("EUR")).as_deref(),
        Some("12.34 ?")
    );
    assert_eq!(
        read("$12.990", "es", Some("CLP")).as_deref(),
        Some("12990 CLP")
    );
    assert_eq!(read("120 kr", "sv", None).as_deref(), Some("120 ?"));
    assert_eq!(
        read("120 kr", "sv", Some("SEK")).as_deref(),
        Some("120 SEK")
    );
    assert_eq!(read("¥1,234", "en", None).as_deref(), Some("1234 ?"));
    assert_eq!(
        read("¥1,234", "en", Some("JPY")).as_deref(),
        Some("1234 JPY")
    );
}

#[test]
fn the_currency_of_the_page_is_lent_to_no_amount_without_a_sign() {
    assert_eq!(read("12.34", "en", Some("USD")).as_deref(), Some("12.34 -"));
    assert_eq!(
        read("12.34 XYZ", "en", Some("USD")).as_deref(),
        Some("12.34 -")
    );
    assert_eq!(
        read("12.34 €", "en", Some("USD")).as_deref(),
        Some("12.34 EUR")
    );
}

#[test]
fn what_is_not_certain_is_not_read() {
    for text in [
        "",
        "Free",
        "US $",
        "12.345",
        "US $1.00 - 2.00",
        "US $1.00 (R$ 5,00)",
        "€1.23.4",
        "€12,34,56",
        "€1.2345",
        "1 23 €",
        "KWD 1,234 1",
        "2 items, US $7.00",
        "€ 1,23 4,56",
    ] {
        assert_eq!(read(text, "en", None), None, "{text:?}");
    }
}

#[test]
fn whole_and_cents_that_the_page_keeps_apart_leave_no_doubt() {
    let page = PageMoney {
        language: Some("pt"),
        currency: None,
    };
    let parts = |text, whole, cents| {
        read_parts(text, whole, cents, page).map(|money| (money.amount, money.currency))
    };
    assert_eq!(
        parts("R$132,74", "132", "74"),
        Some(("132.74".into(), Some("BRL")))
    );
    assert_eq!(
        parts("KWD 1.234", "1", "234"),
        Some(("1.234".into(), Some("KWD")))
    );
    assert_eq!(
        parts("KWD 1.234", "1.234", ""),
        Some(("1234".into(), Some("KWD")))
    );
    assert_eq!(parts("R$132,74", "13", "74"), None);
    assert_eq!(parts("R$132,74", "a", "74"), None);
}

/// The ways in which the site's languages group and part: before the cents, between thousands.
const WAYS: [(char, &str); 7] = [
    ('.', ","),
    (',', "."),
    (',', "\u{202f}"),
    (',', "\u{a0}"),
    (',', " "),
    ('.', "'"),
    ('٫', "٬"),
];

fn grouped(whole: u64, by: &str) -> String {
    let figures = whole.to_string();
    let first = figures.len() % 3;
    let mut groups: Vec<&str> = Vec::new();
    if first > 0 {
        groups.push(&figures[..first]);
    }
    let mut at = first;
    while at < figures.len() {
        groups.push(&figures[at..at + 3]);
        at += 3;
    }
    groups.join(by)
}

proptest! {
    #[test]
    fn an_amount_comes_back_whatever_the_signs(whole in 0_u64..1_000_000_000, cents in 0_u32..100, way in 0_usize..7, sign in 0_usize..6) {
        let (decimal, group) = WAYS[way];
        let (sign, code) = [("€", "EUR"), ("US $", "USD"), ("R$", "BRL"), ("zł", "PLN"), ("₽", "RUB"), ("GBP", "GBP")][sign];
        let figures = format!("{}{decimal}{cents:02}", grouped(whole, group));
        for text in [format!("{sign}{figures}"), format!("{sign} {figures}"), format!("{figures}\u{a0}{sign}"), format!("\u{200f}{figures}{sign}\u{200f}")] {
            prop_assert_eq!(read(&text, "en", None), Some(format!("{whole}.{cents:02} {code}")), "{}", text);
        }
    }

    #[test]
    fn whole_amounts_come_back_too(whole in 0_u64..1_000_000_000, way in 0_usize..7) {
        let (_, group) = WAYS[way];
        let text = format!("￥{}", grouped(whole, group));
        prop_assert_eq!(read(&text, "ja", None), Some(format!("{whole} JPY")), "{}", text);
    }

    #[test]
    fn figures_are_never_lost_or_added(text in "[0-9., '€$]{0,16}") {
        if let Some(money) = read_money(&text, PageMoney::default()) {
            let figures = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            let shown = figures(&text);
            let read = figures(&money.amount);
            prop_assert_eq!(shown.trim_start_matches('0'), read.trim_start_matches('0'));
        }
    }

    #[test]
    fn no_text_is_too_much(text in any::<String>()) {
        let _ = read_money(&text, PageMoney { language: Some("ar"), currency: Some("USD") });
    }
}
