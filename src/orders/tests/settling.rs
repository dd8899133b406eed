//! What is to be settled besides the orders: cases of return and refund, and what the wallet holds, in several languages.

use farewell_orders::before::{Row, RowState};
use farewell_orders::{
    Holding, Kind, Left, Line, ListFacts, MoneyPage, Shown, Tab, balance_row, cases_row,
};

const TODAY: &str = "2026-11-30";

/// A page of entries: each a list of lines, each line an element of its own in its entry.
fn page(language: &str, entries: &[&[&str]]) -> Shown {
    let line = |entry: usize, at: usize, text: &str| Line {
        at: vec![
            0,
            2,
            u32::try_from(entry).unwrap(),
            u32::try_from(at).unwrap(),
        ],
        text: text.into(),
    };
    let lines = entries.iter().enumerate().flat_map(|(entry, lines)| {
        let lines = lines.iter().enumerate();
        lines.map(move |(at, text)| line(entry, at, text))
    });
    Shown {
        lines: lines.collect(),
        today: TODAY.into(),
        is_end_in_sight: true,
        is_whole: true,
        list: ListFacts {
            language: Some(language.into()),
            ..ListFacts::default()
        },
    }
}

fn cases(shown: &Shown) -> Row {
    cases_row(shown, 1.0)
}

fn balance(shown: &Shown) -> Option<Row> {
    balance_row(shown, &[], MoneyPage::Wallet, 1.0)
}

const ID: &str = "8180000000000001";

#[test]
fn an_open_case_is_open_in_every_language_tried() {
    for (language, states) in [
        (
            "en",
            &["In progress", "Dispute open", "Status: Under review"][..],
        ),
        ("de", &["In Bearbeitung", "Wartet auf Rücksendung"]),
        ("fr", &["Litige en cours", "En attente"]),
        ("pt", &["Disputa em andamento", "Em análise"]),
        ("es", &["En curso", "Disputa abierta"]),
        ("it", &["In corso"]),
        ("nl", &["In behandeling"]),
        ("pl", &["W toku"]),
        ("cs", &["Probíhá"]),
        ("sv", &["Pågår"]),
        ("tr", &["Devam ediyor"]),
        ("id", &["Sedang diproses"]),
        ("vi", &["Đang xử lý"]),
        ("ru", &["В процессе", "Спор открыт"]),
        ("uk", &["У процесі"]),
        ("ar", &["قيد التنفيذ"]),
        ("he", &["בתהליך"]),
        ("ja", &["進行中", "返金処理中"]),
        ("ko", &["진행 중"]),
        ("th", &["กำลังดำเนินการ"]),
        (
            "de",
            &["Rückerstattung in Bearbeitung", "Rückerstattung läuft"],
        ),
        ("fr", &["Remboursement en cours"]),
        ("es", &["Reembolso en curso"]),
        ("it", &["Rimborso in corso"]),
        ("nl", &["Terugbetaling in behandeling"]),
        ("pl", &["Zwrot środków w toku"]),
        ("ru", &["Возврат средств в обработке"]),
        ("cs", &["Vrácení peněz probíhá"]),
        ("sv", &["Återbetalning pågår"]),
        ("id", &["Pengembalian dana sedang diproses"]),
        ("vi", &["Đang hoàn tiền"]),
        ("th", &["กำลังคืนเงิน"]),
    ] {
        for state in states {
            let row = cases(&page(language, &[&[state, ID]]));
            assert_eq!(
                (row.state, row.open, row.seen),
                (RowState::Open, 1, 1),
                "{state}"
            );
        }
    }
}

#[test]
fn a_refund_is_not_yet_sure_for_twenty_working_days() {
    for (language, state, day) in [
        ("en", "Refund completed", "Nov 16, 2026"),
        ("de", "Erstattet", "16. November 2026"),
        ("fr", "Remboursé", "16 novembre 2026"),
        ("ru", "Завершено", "16 ноября 2026 г."),
        ("ja", "返金済み", "2026年11月16日"),
        ("ar", "تم الاسترداد", "16 نوفمبر 2026"),
        ("de", "Rückerstattung abgeschlossen", "16. November 2026"),
        ("fr", "Remboursement terminé", "16 novembre 2026"),
        ("es", "Reembolso completado", "16 nov. 2026"),
        ("it", "Rimborso completato", "16 nov 2026"),
        ("nl", "Terugbetaling voltooid", "16 nov. 2026"),
        ("pl", "Zwrot środków zakończony", "16 lis 2026"),
        ("ru", "Возврат средств завершён", "16 нояб. 2026 г."),
        ("uk", "Повернення коштів завершено", "16 лист. 2026 р."),
        ("he", "ההחזר הכספי הושלם", "16 בנובמבר 2026"),
        ("id", "Pengembalian dana selesai", "16 Nov 2026"),
        ("sv", "Återbetalning slutförd", "16 nov. 2026"),
        ("th", "การคืนเงินเสร็จสมบูรณ์", "16 พ.ย. 2569"),
        ("vi", "Hoàn tiền hoàn tất", "16 thg 11, 2026"),
        ("ko", "환불 완료", "2026년 11월 16일"),
    ] {
        let row = cases(&page(language, &[&[state, ID, day]]));
        assert_eq!((row.state, row.open), (RowState::Open, 1), "{state}");
        assert_eq!(row.until.as_deref(), Some("2026-12-14"), "{state}");
    }
    let last = cases(&page("en", &[&["Finished", "Nov 2, 2026"]]));
    assert_eq!(
        last.state,
        RowState::Open,
        "the twentieth day is one of them"
    );
    let over = cases(&page("en", &[&["Finished", "Oct 30, 2026"]]));
    assert_eq!((over.state, over.until), (RowState::Clear, None));
}

#[test]
fn what_ended_without_money_is_closed_and_an_empty_list_is_fine() {
    let row = cases(&page(
        "en",
        &[&["Cancelled", ID], &["Closed", "8180000000000002"]],
    ));
    assert_eq!((row.state, row.seen), (RowState::Clear, 2));
    for (language, none) in [
        ("en", "You have no returns or refunds yet"),
        ("de", "Keine Daten"),
        ("es", "No hay reembolsos"),
        ("ja", "返品はありません"),
        ("ar", "لا توجد نزاعات"),
    ] {
        let row = cases(&page(language, &[&[none]]));
        assert_eq!((row.state, row.seen), (RowState::Clear, 0), "{none}");
    }
}

#[test]
fn nothing_is_called_fine_that_was_not_read_in_full() {
    let closed: &[&[&str]] = &[&["Closed", ID]];
    let half = Shown {
        is_whole: false,
        ..page("en", closed)
    };
    assert_eq!(cases(&half).state, RowState::Unknown);
    let undated = page("en", &[&["Refund completed", ID]]);
    assert_eq!(cases(&undated).state, RowState::Unknown);
    let silent = page("en", &[&["Loading"]]);
    assert_eq!(cases(&silent), Row::unknown(cases(&silent).id));
    let tab = |text: &str, is_selected| Tab {
        text: text.into(),
        is_selected,
        list: 0,
    };
    let mut narrowed = page("en", closed);
    narrowed.list.tabs = vec![tab("All", false), tab("Finished", true)];
    assert_eq!(cases(&narrowed).state, RowState::Unknown);
    let mut counted = page("en", closed);
    counted.list.tabs = vec![tab("All (2)", true)];
    let row = cases(&counted);
    assert_eq!(
        (row.state, row.seen, row.of),
        (RowState::Unknown, 1, Some(2))
    );
    let ids: Vec<String> = (0..10).map(|n| format!("81800000000000{n:02}")).collect();
    let long: Vec<[&str; 2]> = ids.iter().map(|id| ["Closed", id.as_str()]).collect();
    let long: Vec<&[&str]> = long.iter().map(|entry| &entry[..]).collect();
    let below = Shown {
        is_end_in_sight: false,
        ..page("en", &long)
    };
    assert_eq!(
        (cases(&below).state, cases(&below).seen),
        (RowState::Unknown, 10)
    );
}

#[test]
fn a_state_in_the_name_of_a_thing_says_nothing() {
    let row = cases(&page(
        "en",
        &[&[
            "Closed",
            "Open toe sandals, pending delivery set of brushes",
            ID,
        ]],
    ));
    assert_eq!(row.state, RowState::Clear);
}

#[test]
fn a_balance_is_open_with_the_pages_own_amount_and_a_bonus_has_its_end() {
    for (language, names, amounts, end) in [
        (
            "en",
            ["Balance", "Bonus"],
            ["US $12.40", "US $3.00"],
            "Valid until Dec 31, 2026",
        ),
        (
            "de",
            ["Guthaben", "Bonus"],
            ["12,40 €", "3,00 €"],
            "Gültig bis 31. Dezember 2026",
        ),
        (
            "ru",
            ["Баланс", "Бонусы"],
            ["1 240,00 ₽", "300 ₽"],
            "Действует до 31 декабря 2026 г.",
        ),
        (
            "ja",
            ["残高", "ボーナス"],
            ["￥1,240", "￥300"],
            "2026年12月31日 まで有効",
        ),
        (
            "ar",
            ["الرصيد", "مكافأة"],
            ["‏12.40 US$", "‏3.00 US$"],
            "صالح حتى 31 ديسمبر 2026",
        ),
        (
            "pt",
            ["Saldo", "Bônus"],
            ["R$ 1.240,00", "R$ 3,00"],
            "Válido até 31 de dezembro de 2026",
        ),
    ] {
        let row = balance(&page(
            language,
            &[&[names[0], amounts[0]], &[names[1], amounts[1], end]],
        ));
        let row = row.expect("something is there");
        assert_eq!((row.state, row.open), (RowState::Open, 2), "{language}");
        let said: Vec<_> = row
            .holdings
            .iter()
            .map(|one| (one.kind, one.text.as_str()))
            .collect();
        assert_eq!(
            said,
            [(Kind::Balance, amounts[0]), (Kind::Bonus, amounts[1])]
        );
        assert_eq!(
            row.holdings[1].until.as_deref(),
            Some("2026-12-31"),
            "{language}"
        );
    }
}

#[test]
fn a_balance_of_nothing_is_fine_and_saved_cards_keep_nothing_open() {
    for (language, name, amount) in [
        ("en", "Balance", "US $0.00"),
        ("de", "Guthaben", "0,00 €"),
        ("ja", "残高", "￥0"),
        ("ar", "الرصيد", "٠٫٠٠ US$"),
        ("fr", "Solde", "0,00 €"),
    ] {
        let row = balance(&page(
            language,
            &[&[name, amount], &["Visa ···· 4242"], &["•••• 5100"]],
        ));
        let row = row.expect("something is there");
        assert_eq!((row.state, row.open), (RowState::Clear, 0), "{amount}");
        assert_eq!(row.holdings[1].text, "2", "two cards");
    }
}

#[test]
fn what_cannot_be_read_is_kept_as_text_and_never_called_fine() {
    let row = balance(&page("en", &[&["Balance", "US $1.2.3"]])).expect("something is there");
    assert_eq!(row.state, RowState::Unknown);
    assert_eq!(
        (row.holdings[0].left, row.holdings[0].text.as_str()),
        (Left::Unclear, "US $1.2.3")
    );
    assert_eq!(balance(&page("en", &[&["Balance"], &["Wallet"]])), None);
    let amounts = |amounts: &[&str]| {
        let row = balance(&page("en", &[&[&["Balance"], amounts].concat()]));
        row.map(|row| (row.state, row.holdings[0].text.clone()))
    };
    let text = |state, text: &str| Some((state, text.to_owned()));
    assert_eq!(
        amounts(&["US $1.00", "US $2.00"]),
        text(RowState::Open, "US $1.00 / US $2.00"),
        "whichever is meant, something is left"
    );
    assert_eq!(
        amounts(&["US $0.00", "US $2.00"]),
        text(RowState::Unknown, "US $0.00 / US $2.00"),
        "which is meant is not known"
    );
    assert_eq!(
        amounts(&["US $0.00", "Invite 3 friends and get more"]),
        text(RowState::Clear, "US $0.00")
    );
    let bonus = balance(&page("en", &[&["Bonus", "US $0.00"]])).expect("something is there");
    assert_eq!(bonus.state, RowState::Unknown, "no balance was seen");
}

#[test]
fn coupons_are_counted_on_their_page_and_keep_the_row_open_beside_the_wallet() {
    let coupons = page(
        "en",
        &[
            &["US $4.00 off", "Valid until Dec 31, 2026"],
            &["10% off", "Valid until Jan 15, 2027"],
        ],
    );
    let empty = Holding {
        kind: Kind::Balance,
        text: "US $0.00".into(),
        left: Left::Nothing,
        until: None,
    };
    let row = balance_row(
        &coupons,
        std::slice::from_ref(&empty),
        MoneyPage::Coupons,
        1.0,
    )
    .expect("coupons");
    assert_eq!((row.state, row.open), (RowState::Open, 1));
    assert_eq!(row.holdings[1].text, "2");
    let none = page("en", &[&["You have no coupons"]]);
    let row = balance_row(&none, &row.holdings, MoneyPage::Coupons, 1.0).expect("none");
    assert_eq!((row.state, row.open), (RowState::Clear, 0));
}

#[test]
fn what_is_known_gives_way_to_nothing_less() {
    let open = cases(&page("en", &[&["In progress", ID]]));
    let unknown = Row::unknown(open.id);
    let clear = cases(&page("en", &[&["Closed", ID]]));
    assert!(!unknown.outweighs(&open));
    assert!(clear.outweighs(&open) && open.outweighs(&unknown) && unknown.outweighs(&unknown));
}

#[test]
fn a_balance_may_be_called_by_a_word_or_two_more() {
    for (language, name, amount) in [
        ("en", "AliExpress balance", "US $12.34"),
        ("en", "Available balance", "US $12.34"),
        ("de", "Verfügbares Guthaben", "12,34 €"),
        ("es", "Saldo disponible", "12,34 €"),
        ("ru", "Доступный баланс", "12,34 ₽"),
        ("tr", "Kullanılabilir bakiye", "12,34 TL"),
        ("ja", "利用可能な残高", "￥1,234"),
    ] {
        let row = balance(&page(language, &[&[name, amount], &["Visa **** 1234"]]));
        assert_eq!(row.map(|row| row.state), Some(RowState::Open), "{name}");
    }
    let sentence = page(
        "en",
        &[&["How your balance may be used in shops", "US $12.34"]],
    );
    assert_eq!(balance(&sentence), None);
}

#[test]
fn coins_are_counted_on_their_page_and_what_they_buy_is_not_there_yet() {
    for (language, entry) in [
        ("en", &["My coins", "1,234"][..]),
        ("de", &["Meine Münzen", "1.234"]),
        ("pt", &["345", "Moedas"]),
        ("es", &["Tienes 345 monedas"]),
        ("ja", &["コイン残高", "345"]),
        ("ru", &["Мои монеты", "345"]),
    ] {
        let shown = page(language, &[entry, &["US $2.00", "Coupon"]]);
        let row = balance_row(&shown, &[], MoneyPage::Coins, 1.0).expect("coins");
        let kinds: Vec<Kind> = row.holdings.iter().map(|one| one.kind).collect();
        assert_eq!(
            (row.state, &kinds[..]),
            (RowState::Open, &[Kind::Coins][..]),
            "{entry:?}"
        );
    }
    let none = page("en", &[&["My coins", "0"]]);
    let row = balance_row(&none, &[], MoneyPage::Coins, 1.0).expect("coins");
    assert_eq!(row.state, RowState::Unknown, "no coins alone is not all");
}
