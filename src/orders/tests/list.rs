//! What a list of orders says of itself.

use farewell_orders::{
    Delay, DelayUnit, Filter, ListFacts, Tab, UNLIMITED, read_count, read_delay, read_period,
    read_tab_count, says_all, says_deleted,
};

#[test]
fn the_periods_of_the_site_are_read_in_every_language() {
    for text in [
        "last 2 years",
        "letzte 2 Jahre",
        "2 dernières années",
        "últimos 2 años",
        "ultimi 2 anni",
        "últimos 2 anos",
        "laatste 2 jaar",
        "ostatnie 2 lata",
        "poslední 2 roky",
        "последние 2 года",
        "останні 2 роки",
        "Son 2 yıl",
        "2 năm qua",
        "2 tahun terakhir",
        "senaste 2 åren",
        "過去2年",
        "최근 2년",
        "2 ปีที่ผ่านมา",
        "آخر سنتين",
        "آخر ٢ سنوات",
        "השנתיים האחרונות",
        "Последние два года",
        "2 ans",
        "๒ ปีที่ผ่านมา",
        "過去２年間",
    ] {
        assert_eq!(read_period(text), Some(24), "{text}");
    }
    for text in [
        "All / Last year",
        "last 1 year",
        "Alle / Letztes Jahr",
        "Tout / Dernière année",
        "Все / За последний год",
        "すべて / 過去1年",
        "전체 / 최근 1년",
        "الكل / آخر سنة",
        "Tümü / Son 1 yıl",
        "Wszystkie / Ostatni rok",
        "2025",
        "الكل / العام الماضي",
        "הכל / השנה האחרונה",
        "Tất cả / 1 năm qua",
        "Všechny / Poslední rok",
    ] {
        assert_eq!(read_period(text), Some(12), "{text}");
    }
    for text in [
        "last 6 months",
        "letzte 6 Monate",
        "6 derniers mois",
        "последние 6 месяцев",
        "過去6か月",
        "최근 6개월",
        "آخر ٦ أشهر",
        "ostatnie 6 miesięcy",
        "posledních 6 měsíců",
        "6 เดือนที่ผ่านมา",
        "Полгода",
        "Halbes Jahr",
    ] {
        assert_eq!(read_period(text), Some(6), "{text}");
    }
}

#[test]
fn all_alone_has_no_end_and_other_texts_name_no_time() {
    assert_eq!(read_period("All"), Some(UNLIMITED));
    assert_eq!(read_period("すべて"), Some(UNLIMITED));
    for text in [
        "",
        "Completed",
        "Latest first",
        "20",
        "Another list",
        "Please choose",
    ] {
        assert_eq!(read_period(text), None, "{text}");
    }
}

#[test]
fn a_line_counts_orders_by_its_only_number() {
    for (line, count) in [
        ("34 orders", 34),
        ("1.234 Bestellungen", 1234),
        ("Заказов: 128", 128),
        ("注文 30件", 30),
        ("(5,000 orders)", 5000),
        ("٣٤ طلبًا", 34),
        ("Total orders: 7", 7),
        ("0 orders", 0),
    ] {
        assert_eq!(read_count(line), Some(count), "{line}");
    }
    for line in [
        "34 items",
        "orders",
        "2 of 34 orders",
        "You can cancel 3 orders within the first hours after paying",
    ] {
        assert_eq!(read_count(line), None, "{line}");
    }
    assert_eq!(read_tab_count("View all (34)"), Some(34));
    assert_eq!(read_tab_count("View all"), None);
}

#[test]
fn all_and_deleted_are_told_in_every_script() {
    for text in [
        "View all",
        "Ver todo",
        "Alle ansehen",
        "すべて表示",
        "전체 보기",
        "الكل",
        "Wszystkie",
        "Tümü",
        "ทั้งหมด",
    ] {
        assert!(says_all(text), "{text}");
        assert!(!says_deleted(text), "{text}");
    }
    for text in [
        "Deleted orders",
        "Pedidos eliminados",
        "Gelöschte Bestellungen",
        "削除した注文",
        "الطلبات المحذوفة",
    ] {
        assert!(says_deleted(text), "{text}");
    }
    assert!(!says_all("Completed") && !says_deleted("Cancelled"));
}

fn tab(text: &str, is_selected: bool) -> Tab {
    Tab {
        text: text.into(),
        is_selected,
        list: 0,
    }
}

#[test]
fn the_count_is_that_of_the_tab_that_shows_all_or_of_a_line() {
    let of = |tabs: &[Tab], lines: &[&str]| {
        ListFacts {
            tabs: tabs.to_vec(),
            lines: lines.iter().map(ToString::to_string).collect(),
            ..ListFacts::default()
        }
        .page()
        .of
    };
    let tabs = [tab("View all (34)", true), tab("To pay (2)", false)];
    assert_eq!(of(&tabs, &[]), Some(34));
    let tabs = [tab("View all", true), tab("To pay (2)", false)];
    assert_eq!(of(&tabs, &[]), None);
    assert_eq!(of(&tabs, &["34 orders", "US $12.34"]), Some(34));
    assert_eq!(of(&tabs, &["34 orders", "3 orders"]), None);
    let tabs = [tab("View all", false), tab("To pay (2)", true)];
    assert_eq!(of(&tabs, &["2 orders"]), None);
    assert_eq!(of(&[tab("All (99+)", true)], &[]), None);
}

#[test]
fn a_tab_a_search_or_a_filter_narrows_the_list() {
    let tabs = |all: bool| vec![tab("View all", all), tab("To pay", !all)];
    let narrowed = |facts: ListFacts| facts.page().is_narrowed;
    let with = |tabs| ListFacts {
        tabs,
        ..ListFacts::default()
    };
    assert!(!narrowed(with(tabs(true))));
    assert!(narrowed(with(tabs(false))));
    assert!(narrowed(ListFacts {
        is_searched: true,
        ..with(tabs(true))
    }));
    let filter = |chosen: &str| ListFacts {
        filters: vec![Filter {
            chosen: chosen.into(),
            options: ["All statuses", "Awaiting payment", "Completed"]
                .map(Into::into)
                .to_vec(),
        }],
        ..ListFacts::default()
    };
    assert!(narrowed(filter("Completed")) && !narrowed(filter("All statuses")));
}

#[test]
fn deleted_orders_are_told_by_tab_heading_or_address() {
    let deleted = |facts: ListFacts| (facts.page().is_deleted, facts.page().is_narrowed);
    let tabs = vec![tab("View all", false), tab("Deleted orders", true)];
    let by_tab = ListFacts {
        tabs,
        ..ListFacts::default()
    };
    let by_heading = ListFacts {
        headings: vec!["Gelöschte Bestellungen".into()],
        ..ListFacts::default()
    };
    let by_address = ListFacts {
        address: "https://trade.aliexpress.com/ordertrash/orderTrash.htm".into(),
        ..ListFacts::default()
    };
    for facts in [by_tab, by_heading, by_address] {
        assert_eq!(deleted(facts), (true, false));
    }
}

#[test]
fn the_delay_that_the_site_names_is_read_in_every_language() {
    for (text, number, unit) in [
        (
            "Your account will be deleted within 24 hours.",
            24,
            DelayUnit::Hour,
        ),
        (
            "Your account will be deleted in 7 working days",
            7,
            DelayUnit::Day,
        ),
        (
            "Ihr Konto wird innerhalb von 7 Tagen gelöscht.",
            7,
            DelayUnit::Day,
        ),
        (
            "Votre compte sera supprimé sous 24 heures",
            24,
            DelayUnit::Hour,
        ),
        (
            "Ваш аккаунт будет удалён в течение 14 рабочих дней",
            14,
            DelayUnit::Day,
        ),
        ("アカウントは24時間以内に削除されます", 24, DelayUnit::Hour),
        ("계정은 7일 이내에 삭제됩니다", 7, DelayUnit::Day),
        ("سيتم حذف حسابك خلال ٧ أيام", 7, DelayUnit::Day),
        ("บัญชีของคุณจะถูกลบภายใน 7 วัน", 7, DelayUnit::Day),
        ("Hesabınız 2 hafta içinde silinecek", 2, DelayUnit::Week),
    ] {
        assert_eq!(read_delay(text), Some(Delay { number, unit }), "{text}");
    }
    for text in [
        "Your account has been deleted.",
        "2026년 12월 7일",
        "Order 24",
    ] {
        assert_eq!(read_delay(text), None, "{text}");
    }
}
