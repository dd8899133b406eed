//! What the page itself keeps of orders: how many of how many, and what is open.

use farewell_orders::before::RowState;
use farewell_orders::{Page, Tally};

fn page(of: Option<u32>) -> Page {
    Page {
        language: Some("en".into()),
        is_longest: true,
        ended: true,
        of,
        at: 1_764_500_000_000.0,
        ..Page::default()
    }
}

#[test]
fn a_tally_goes_on_where_its_text_ended() {
    let first = page(Some(3));
    let mut tally = Tally::default();
    tally.note(&first, "8180000000000001", Some("Completed"), None);
    tally.note(
        &first,
        "8180000000000002",
        Some("Shipped"),
        Some("until Dec 24, 2026"),
    );
    tally.turn_to(&first);
    let text = tally.to_text(["8180000000000001", "8180000000000002"]);

    let mut next = Tally::default();
    next.absorb(&text);
    assert_eq!((next.row(), next.counts()), (tally.row(), tally.counts()));
    next.note(&first, "8180000000000003", Some("Completed"), None);
    let row = next.row();
    assert_eq!((row.open, row.seen, row.of), (1, 3, Some(3)));
    assert_eq!(row.until.as_deref(), Some("2026-12-24"));
    assert_eq!(row.state, RowState::Open);
    next.note(&first, "8180000000000002", Some("Completed"), None);
    assert_eq!(next.row().state, RowState::Clear);
}

#[test]
fn a_part_of_the_time_after_the_longest_takes_nothing_back() {
    let mut tally = Tally::default();
    tally.note(&page(Some(1)), "8180000000000001", Some("Completed"), None);
    tally.turn_to(&page(Some(1)));
    let narrow = Page {
        is_longest: false,
        of: Some(0),
        ..page(None)
    };
    let mut next = Tally::default();
    next.absorb(&tally.to_text(["8180000000000001"]));
    next.turn_to(&narrow);
    assert_eq!(next.counts().of, Some(1));
    assert_eq!(next.row().state, RowState::Clear);
}

#[test]
fn what_is_no_tally_changes_nothing() {
    let mut tally = Tally::default();
    for text in ["", "page", "soon w - 10", "8180000000000001 w", "\n\n"] {
        tally.absorb(text);
    }
    assert_eq!(tally, Tally::default());
}
