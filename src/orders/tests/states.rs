//! The words for an order's state: those that were seen on the site, and the same in every language.

use farewell_orders::{State, read_status};

#[test]
fn the_words_that_were_seen_on_the_site_are_known() {
    use State::{Cancelled, Completed, OnItsWay, ToPay, ToShip};
    for (words, state) in [
        (
            &[
                "To pay",
                "Awaiting payment",
                "Unpaid",
                "A ser pago",
                "Aguardando pagamento",
            ][..],
            ToPay,
        ),
        (
            &[
                "Processing",
                "Ready to ship",
                "Awaiting shipment",
                "Processando",
            ],
            ToShip,
        ),
        (
            &[
                "Processed",
                "Awaiting delivery",
                "Shipped",
                "Aguardando a entrega",
                "Enviado",
                "Esperando entrega",
            ],
            OnItsWay,
        ),
        (
            &[
                "Completed",
                "Finished",
                "Awaiting feedback",
                "Concluído ",
                "Finalizado",
            ],
            Completed,
        ),
        (
            &[
                "Cancelled",
                "Canceled",
                "Order cancelled",
                "Closed",
                "Expired",
                "Payment expired",
                "Cancelado",
                "Pedido cancelado",
            ],
            Cancelled,
        ),
    ] {
        for word in words {
            assert_eq!(read_status(word), Some(state), "{word}");
        }
    }
}

#[test]
fn every_language_has_a_word_for_what_is_open_and_what_is_not() {
    for (open, closed) in [
        ("بانتظار التسليم", "مكتمل"),
        ("Čeká na doručení", "Dokončeno"),
        ("Warten auf Lieferung", "Abgeschlossen"),
        ("En attente de livraison", "Terminée"),
        ("ממתין למסירה", "הושלם"),
        ("Menunggu pengiriman", "Selesai"),
        ("In attesa di consegna", "Completato"),
        ("配達待ち", "完了"),
        ("배송 중", "완료"),
        ("Wacht op levering", "Voltooid"),
        ("Oczekiwanie na dostawę", "Zakończone"),
        ("Ожидается доставка", "Завершён"),
        ("Väntar på leverans", "Slutförd"),
        ("จัดส่งแล้ว", "เสร็จสิ้น"),
        ("Teslimat bekleniyor", "Tamamlandı"),
        ("Очікується доставка", "Завершено"),
        ("Đang giao hàng", "Đã hoàn thành"),
    ] {
        assert_eq!(read_status(open).map(State::is_open), Some(true), "{open}");
        assert_eq!(
            read_status(closed).map(State::is_open),
            Some(false),
            "{closed}"
        );
    }
}

#[test]
fn words_of_the_languages_that_were_not_in_the_first_list() {
    use State::{Completed, InDispute, OnItsWay, ToPay, ToShip};
    for (word, state) in [
        ("לתשלום", ToPay),
        ("Kargoya verilecek", ToShip),
        ("Väntar på frakt", ToShip),
        ("Auf dem Weg", OnItsWay),
        ("Traité", OnItsWay),
        ("배송됨", OnItsWay),
        ("Menunggu pengantaran", OnItsWay),
        ("Đã giao", Completed),
        ("Terkirim", Completed),
        ("Klar", Completed),
        ("Refunding", InDispute),
        ("Spór", InDispute),
        ("Спор", InDispute),
        ("Спір", InDispute),
        ("İhtilaf", InDispute),
        ("Spor", InDispute),
    ] {
        assert_eq!(read_status(word), Some(state), "{word}");
    }
}

#[test]
fn an_unknown_or_contradictory_word_is_no_state() {
    for word in [
        "",
        "?",
        "Foo",
        "Delivered, dispute in progress",
        "Đã giao cho đơn vị vận chuyển",
    ] {
        assert_ne!(read_status(word).map(State::is_open), Some(false), "{word}");
    }
    assert_eq!(read_status("Foo"), None);
}

#[test]
fn each_language_that_pages_are_understood_in_has_its_words_for_orders() {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in std::fs::read_dir(here.join("../core/facts/words")).unwrap() {
        let name = file.unwrap().file_name();
        let own = here.join("facts/languages").join(&name);
        assert!(own.exists(), "{} is missing", own.display());
    }
}
