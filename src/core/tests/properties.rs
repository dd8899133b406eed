//! What holds for every page that one can imagine, not only for those of the corpus.

#[path = "common/imagined.rs"]
mod imagined;

use farewell_core::{
    Address, ControlId, FlowId, Guide, Item, Kind, LEXICON, Memory, Moment, Picks, Pressed,
    Reading, ReasonId, Sighting, View, instruct, is_aliexpress, matching_option, recognise,
    required_phrase,
};
use imagined::{Choices, folded};
use proptest::collection::vec;
use proptest::prelude::*;
use std::time::Instant;

const FORM: &str = "https://accounts.aliexpress.com/user/organization/deactive_account.htm";

/// Whether a sighting's items are items of the view, each control once.
fn fits(sighting: &Sighting, view: &View) -> bool {
    sighting.controls.iter().all(|found| {
        let named = sighting
            .controls
            .iter()
            .filter(|other| other.control == found.control);
        named.count() == 1 && view.items.iter().any(|item| item.id == found.item)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_page_breaks_recognition_or_the_guide(bytes in vec(any::<u8>(), 0..1500), way in 0..FlowId::ALL.len(), now: u32) {
        let mut choices = Choices(&bytes);
        let guide = Guide {
            flow: FlowId::ALL[way],
            reason: choices.bit().then(|| *choices.one_of(ReasonId::ALL)),
            email: choices.text(),
            ticked: Vec::new(),
        };
        let mut memory = Memory::from_text(&choices.text());
        let (view, picks) = choices.page();
        let sighting = recognise(&view, &LEXICON, &picks);
        prop_assert!(fits(&sighting, &view), "{:?}", sighting);
        let pressed = sighting.controls.first().map(|found| Pressed { page: sighting.page, control: found.control });
        let moment = Moment { since_start: now, ..Moment::default() };
        let told = instruct(&guide, &mut memory, Reading { view: &view, sighting: &sighting, lexicon: &LEXICON }, moment, pressed);
        prop_assert!((1..=told.count).contains(&told.number));
        prop_assert!(told.targets.iter().all(|target| view.items.iter().any(|item| item.id == target.item)));
        // What is kept is read back as it was.
        let kept = memory.to_text();
        prop_assert_eq!(Memory::from_text(&kept).to_text(), kept);
    }

    #[test]
    fn the_same_page_gives_the_same_sighting(bytes in vec(any::<u8>(), 0..1000)) {
        let (view, picks) = Choices(&bytes).page();
        prop_assert_eq!(recognise(&view, &LEXICON, &picks), recognise(&view, &LEXICON, &picks));
    }

    #[test]
    fn the_order_of_candidates_does_not_matter(bytes in vec(any::<u8>(), 0..1000), seed: u64) {
        let (view, picks) = Choices(&bytes).page();
        let candidates = View {
            items: view.items.into_iter().filter(|item| item.kind.is_pressable()).collect(),
            ..view
        };
        let shuffled = View { items: shuffled(candidates.items.clone(), seed), ..candidates.clone() };
        let (one, other) = (recognise(&candidates, &LEXICON, &picks), recognise(&shuffled, &LEXICON, &picks));
        prop_assert_eq!(one.page, other.page);
        prop_assert_eq!(settled(&one), settled(&other));
        prop_assert_eq!((one.unclear, one.hidden, one.deletes, one.says), (other.unclear, other.hidden, other.deletes, other.says));
    }

    #[test]
    fn any_address_is_parsed_and_a_foreign_host_stays_foreign(url in any::<String>(), host in "[a-z.-]{0,12}") {
        let _ = Address::parse(&url);
        let _ = Address::parse(&format!("https://{url}"));
        let foreign = format!("{host}aliexpress.com.example.org");
        prop_assert!(!is_aliexpress("https:", &foreign));
    }

    #[test]
    fn a_phrase_is_a_part_of_what_the_page_writes(bytes in vec(any::<u8>(), 0..1000)) {
        let (view, _) = Choices(&bytes).page();
        for item in &view.items {
            let Some(phrase) = required_phrase(&view, &LEXICON, item.id) else { continue };
            let written = |one: &Item| {
                [&one.name, &one.placeholder].iter().any(|text| visible(text).contains(&phrase))
            };
            prop_assert!(view.items.iter().any(written), "{}", phrase);
        }
    }

    #[test]
    fn a_reason_is_chosen_within_its_group(bytes in vec(any::<u8>(), 0..1000), group in 0..3_u16) {
        let (view, _) = Choices(&bytes).page();
        for reason in ReasonId::ALL {
            let option = matching_option(&view, &LEXICON, group, *reason);
            prop_assert!(option.is_none_or(|item| group != 0 && item.group == group));
        }
    }
}

/// A text without marks of direction and the like, which are no part of a phrase.
fn visible(text: &str) -> String {
    let is_invisible = |c: char| matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let text = text.chars().filter(|c| !is_invisible(*c));
    text.map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect()
}

/// Fisher and Yates' shuffle by a small generator: the seed is proptest's.
fn shuffled(mut items: Vec<Item>, mut seed: u64) -> Vec<Item> {
    for end in (1..items.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        items.swap(end, usize::try_from(seed >> 33).unwrap() % (end + 1));
    }
    items
}

/// What was found, but for which of several equal ones it was.
fn settled(sighting: &Sighting) -> Vec<(ControlId, u8)> {
    let mut all: Vec<_> = sighting
        .controls
        .iter()
        .map(|found| (found.control, found.confidence))
        .collect();
    all.sort_unstable();
    all
}

/// A form that ends the account, with so many more of one kind of item.
fn crowded(kind: Kind, name: &str, count: u32) -> View {
    let item = |id, kind, name: &str| Item {
        id,
        kind,
        name: name.into(),
        folded: folded(name),
        enabled: true,
        form: 1,
        group: u16::try_from(id % 60_000).unwrap(),
        dialog: if kind == Kind::Dialog {
            u16::try_from(id % 60_000).unwrap()
        } else {
            0
        },
        ..Item::default()
    };
    let mut items = vec![item(1, Kind::Heading, "Deactivate Account")];
    items.extend((2..count).map(|id| item(id, kind, name)));
    items.push(item(count, Kind::Button, "Deactivate My Account"));
    View {
        address: Address::parse(FORM),
        parsed: true,
        items,
        ..View::default()
    }
}

#[test]
fn ten_thousand_candidates_take_ten_times_as_long_as_one_thousand() {
    let crowds = [
        (Kind::Button, "Deactivate My Account"),
        (Kind::Button, "Delete my account"),
        (Kind::Button, "Confirm"),
        (Kind::Link, "Account Settings"),
        (Kind::Text, "Type “Deactivate my account” to confirm"),
        (Kind::Heading, "Deactivate Account"),
        (Kind::TextBox, "Confirmation"),
        (Kind::TextBox, "E-mail address"),
        (Kind::TextArea, "Reason"),
        (Kind::Select, "Reason"),
        (Kind::Choice, "Privacy concerns"),
        (Kind::Radio, "Privacy concerns"),
        (Kind::CheckBox, "I agree to the terms"),
        (Kind::Dialog, "Delete my account?"),
    ];
    for (kind, name) in crowds {
        let (few, many) = (crowded(kind, name, 1_000), crowded(kind, name, 10_000));
        assert_grows_with(&few, &many, &format!("{kind:?} “{name}”"));
    }
}

#[test]
fn a_text_ten_times_as_long_takes_ten_times_as_long() {
    for words in [
        "Type “Deactivate my account” to confirm ",
        "“",
        "delete",
        "a ",
        "アカウントを削除",
    ] {
        let page = |count| {
            let mut view = crowded(Kind::TextBox, "Confirmation", 3);
            view.items[0].kind = Kind::Text;
            view.items[0].name = words.repeat(count);
            view.items[0].folded = folded(&view.items[0].name);
            view
        };
        assert_grows_with(&page(500), &page(5_000), words);
    }
}

/// Ten times as much takes as long as ten times the little; were it its square, ten times as long. The two are about as
/// long, and the best of three counts, so that a busy machine slows both alike.
fn assert_grows_with(few: &View, many: &View, what: &str) {
    let best = |view: &View, times| {
        let once = |_| {
            let began = Instant::now();
            for _ in 0..times {
                std::hint::black_box(recognise(view, &LEXICON, &Picks::default()));
            }
            began.elapsed()
        };
        (0..3).map(once).min().unwrap()
    };
    let (little, much) = (best(few, 10), best(many, 1));
    assert!(
        much < little * 4,
        "{what}: ten times {little:?}, at once {much:?}"
    );
}
