//! Dates: what is read, and above all what is not.

use farewell_orders::read_date;
use proptest::prelude::*;

fn read(text: &str, language: &str) -> Option<String> {
    read_date(text, Some(language)).map(|moment| moment.iso())
}

#[test]
fn every_language_writes_its_dates_as_the_browsers_do() {
    let mut wrong = Vec::new();
    let rows = include_str!("cldr.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    for row in rows {
        let [language, kind, text, iso] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("a row has four columns: {row}");
        };
        if kind != "date" {
            continue;
        }
        let expected = Some(iso.to_owned());
        let found = read(text, language);
        // Figures with slashes are read in English only where they can be nothing else.
        let is_unclear = language == "en" && text.contains('/') && found.is_none();
        if found != expected && !is_unclear {
            wrong.push(format!("{language}: {text:?} is {iso}, read as {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_site_writes_dates_in_its_own_ways_too() {
    for (text, language, iso) in [
        ("Jul 15, 2026", "en", "2026-07-15"),
        ("7 mag 2024", "it", "2024-05-07"),
        ("1 abr, 2024", "es", "2024-04-01"),
        ("Mar 29,2024", "en", "2024-03-29"),
        ("Order date: May 7, 2024", "en", "2024-05-07"),
        (
            "Order date: May 7, 2024 Order ID: 8187650001112223 Copy",
            "en",
            "2024-05-07",
        ),
        (
            "Refund if no delivery before Oct 15, 2026",
            "en",
            "2026-10-15",
        ),
        (
            "You may get a refund until Oct 15, 2026",
            "en",
            "2026-10-15",
        ),
        ("2026-02-21 07:44:46", "en", "2026-02-21T07:44:46"),
        ("02:36 Apr. 12 2018", "en", "2018-04-12T02:36"),
        ("Sep 19, 2026 6:46 PM", "en", "2026-09-19T18:46"),
        ("15 июл. 2026 г., 10:03", "ru", "2026-07-15T10:03"),
        ("mar. 15 juil. 2026", "fr", "2026-07-15"),
        ("15 de jul. de 2026", "pt-BR", "2026-07-15"),
        ("2026年7月15日", "ja", "2026-07-15"),
        ("2026년 7월 15일", "ko", "2026-07-15"),
        ("15 ก.ค. 2569", "th", "2026-07-15"),
        ("๑๕ กรกฎาคม ๒๕๖๙", "en", "2026-07-15"),
        ("١٥ يوليو، ٢٠٢٦", "ar", "2026-07-15"),
        ("\u{200f}15\u{200f}/7\u{200f}/2026", "ar", "2026-07-15"),
        ("ngày 15 tháng 7 năm 2026", "vi", "2026-07-15"),
        ("15.07.2026", "de", "2026-07-15"),
        ("29 Feb 2024", "en", "2024-02-29"),
        ("1er juillet 2026", "fr", "2026-07-01"),
        ("1º de julho de 2026", "pt", "2026-07-01"),
        ("15. Jänner 2026", "de", "2026-01-15"),
        ("7月 15, 2026", "ja", "2026-07-15"),
        ("7월 15, 2026", "ko", "2026-07-15"),
        ("2026년 7월 15일 오후 3:04", "ko", "2026-07-15T15:04"),
        ("2026년 7월 15일 오전 3:04", "ko", "2026-07-15T03:04"),
        ("15 ביולי 2026, 3:04 אחה״צ", "he", "2026-07-15T15:04"),
        ("15 ก.ค. 2569 3:04 หลังเที่ยง", "th", "2026-07-15T15:04"),
        ("15 Jul 2026, 03.04", "id", "2026-07-15T03:04"),
    ] {
        assert_eq!(read(text, language).as_deref(), Some(iso), "{text}");
    }
}

#[test]
fn what_is_not_certain_is_not_read() {
    for (text, language) in [
        ("Sat | Sep. 19 18:46", "en"),
        ("Jul 15", "en"),
        ("15.07.26", "de"),
        ("Feb 30, 2026", "en"),
        ("Feb 29, 2026", "en"),
        ("31.06.2026", "de"),
        ("07/08/2026", "en"),
        ("13/13/2026", "en"),
        ("Jul 15, 2026 25:10", "en"),
        ("Jul 15, 2026 13:10 PM", "en"),
        ("Jul 15, 2026 - Aug 2, 2026", "en"),
        ("12 Jul 15, 2026", "en"),
        ("Jul 15, 2569", "en"),
        ("15 days 3 hours left", "en"),
        ("Completed", "en"),
        ("2026", "en"),
        ("", "en"),
    ] {
        assert_eq!(read(text, language), None, "{text}");
    }
}

#[test]
fn figures_with_slashes_are_read_where_only_one_order_is_possible() {
    assert_eq!(read("07/15/2026", "en").as_deref(), Some("2026-07-15"));
    assert_eq!(read("15/07/2026", "en").as_deref(), Some("2026-07-15"));
    assert_eq!(read("05/05/2026", "en").as_deref(), Some("2026-05-05"));
    assert_eq!(read("07/08/2026", "fr").as_deref(), Some("2026-08-07"));
    assert_eq!(read_date("07/08/2026", None), None);
}

proptest! {
    #[test]
    fn a_day_comes_back_in_every_way_of_writing_it(year in 2000_u32..2100, month in 1_u32..=12, day in 1_u32..=28) {
        let iso = format!("{year}-{month:02}-{day:02}");
        let name = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month as usize - 1];
        for text in [
            format!("{name} {day}, {year}"),
            format!("{day} {name}. {year}"),
            format!("{year}-{month:02}-{day:02}"),
            format!("{day:02}.{month:02}.{year}"),
            format!("{year}年{month}月{day}日"),
            format!("\u{200e}{year}/{month}/{day}\u{200f}"),
        ] {
            prop_assert_eq!(read(&text, "en"), Some(iso.clone()), "{}", text);
        }
    }

    #[test]
    fn whatever_is_read_is_a_day_of_the_calendar(text in "[0-9a-z年月日/., :-]{0,24}") {
        if let Some(iso) = read(&text, "en") {
            prop_assert_eq!(read(&iso, "en"), Some(iso));
        }
    }

    #[test]
    fn no_text_is_too_much(text in any::<String>()) {
        let _ = read(&text, "th");
    }
}
