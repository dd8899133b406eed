//! What the person points at, kept as a locator: it is found again after a redesign and in any language, and it never
//! outranks what a control itself says.

mod common;

use common::Page;
use farewell_core::{
    ControlId, Evidence, FlowId, Item, Kind, LEXICON, PageId, Pick, Picks, State, pickable,
};

const PROFILE: &str = "https://accounts.aliexpress.com/user/buyerinfo/manage_person_profile.htm";

/// A profile whose way out is an icon without a name, the second of three buttons.
fn profile() -> Page {
    Page::at(PROFILE)
        .heading("Edit Profile")
        .with(Kind::Button, "Save", |item| button(item, 1, "btn save"))
        .with(Kind::Button, "", |item| {
            button(item, 2, "btn profile-leave x1y2z3");
        })
        .with(Kind::Button, "", |item| button(item, 3, "btn avatar"))
}

fn button(item: &mut Item, nth: u32, hints: &str) {
    item.place = nth << 16 | 3;
    item.hints = hints.into();
}

const ICON: u32 = 3;

/// A pick on `page`.
fn pick(page: &Page, control: ControlId, item: u32) -> Result<Pick, &'static str> {
    Picks::default()
        .add(&page.view, &LEXICON, PageId::EditProfile, control, item)
        .cloned()
}

/// The item that is the control on `page`, after `pick`.
fn found_with(pick: &Pick, mut page: Page, control: ControlId) -> Option<u32> {
    page.picks = [pick.clone()].into_iter().collect();
    page.sighting().control(control).map(|found| found.item)
}

#[test]
fn what_nothing_tells_is_asked_for() {
    let instruction = profile().guided(FlowId::Deactivate);
    assert_eq!(
        (instruction.state, instruction.ask),
        (State::Lost, Some(ControlId::Deactivate))
    );
}

#[test]
fn what_was_picked_is_pointed_at_and_said_to_be_the_persons_pick() {
    let mut page = profile();
    page.picks = pick(&page, ControlId::Deactivate, ICON)
        .into_iter()
        .collect();
    let instruction = page.guided(FlowId::Deactivate);
    assert_eq!(instruction.state, State::Act);
    assert_eq!(instruction.targets[0].item, ICON);
    assert!(
        instruction
            .body
            .iter()
            .any(|words| words.key == "guide_picked_grave")
    );
    assert_eq!(instruction.ask, Some(ControlId::Deactivate));
    let sighting = page.sighting();
    let reasons = sighting.control(ControlId::Deactivate).unwrap().reasons;
    assert!(reasons.iter().any(|reason| reason == Evidence::Pick));
    assert_eq!(reasons.carrier(), "pick");
}

#[test]
fn it_is_found_again_after_its_classes_were_renamed() {
    let pick = pick(&profile(), ControlId::Deactivate, ICON).unwrap();
    let mut page = profile();
    for item in &mut page.view.items {
        item.hints = "renamed".into();
    }
    assert_eq!(found_with(&pick, page, ControlId::Deactivate), Some(ICON));
}

#[test]
fn it_is_found_again_after_it_moved_by_the_name_that_nothing_else_has() {
    let pick = pick(&profile(), ControlId::Deactivate, ICON).unwrap();
    let mut page = profile();
    for item in &mut page.view.items {
        item.place = 0;
    }
    assert_eq!(found_with(&pick, page, ControlId::Deactivate), Some(ICON));
}

#[test]
fn it_is_found_again_in_another_language() {
    let pick = pick(&profile(), ControlId::Deactivate, ICON).unwrap();
    let page = Page::at(&PROFILE.replace("accounts.", "ru.accounts."))
        .heading("Редактировать профиль")
        .with(Kind::Button, "Сохранить", |item| {
            button(item, 1, "btn save");
        })
        .with(Kind::Button, "", |item| {
            button(item, 2, "btn profile-leave q7w8e9");
        })
        .with(Kind::Button, "", |item| button(item, 3, "btn avatar"));
    assert_eq!(found_with(&pick, page, ControlId::Deactivate), Some(ICON));
}

#[test]
fn on_a_page_of_another_layout_it_is_asked_for_again() {
    let pick = pick(&profile(), ControlId::Deactivate, ICON).unwrap();
    let page = Page::at(PROFILE)
        .heading("Edit Profile")
        .with(Kind::Button, "", |item| {
            item.place = 1 << 16 | 2;
            item.hints = "btn".into();
        })
        .with(Kind::Button, "", |item| {
            item.place = 2 << 16 | 2;
            item.hints = "btn".into();
        });
    assert_eq!(found_with(&pick, page, ControlId::Deactivate), None);
}

#[test]
fn a_control_that_speaks_does_not_take_the_place_of_an_icon() {
    let pick = pick(&profile(), ControlId::Deactivate, ICON).unwrap();
    let mut page = profile();
    "Continue".clone_into(&mut page.view.items[2].name);
    "continue".clone_into(&mut page.view.items[2].folded);
    assert_eq!(found_with(&pick, page, ControlId::Deactivate), None);
}

#[test]
fn a_contradiction_is_refused_with_its_reason() {
    for (control, name, reason) in [
        (ControlId::Deactivate, "Delete address", "guide_pick_other"),
        (ControlId::Deactivate, "Cancel", "guide_pick_no"),
        (
            ControlId::Deactivate,
            "Delete my account",
            "guide_pick_ends",
        ),
        (
            ControlId::EditProfile,
            "Deactivate Account",
            "guide_pick_ends",
        ),
        (
            ControlId::Deactivate,
            "Account Settings",
            "guide_pick_label",
        ),
        (ControlId::Deactivate, "Sign out", "guide_pick_other"),
    ] {
        let page = profile().button(name);
        let item = page.id_of(name);
        assert_eq!(pick(&page, control, item), Err(reason), "{name}");
    }
}

#[test]
fn what_says_something_else_by_now_is_no_longer_taken_for_it() {
    let named = |name: &str| {
        profile().with(Kind::Button, name, |item| {
            item.place = 4 << 16 | 4;
            item.hints = "bye-bye".into();
        })
    };
    let before = named("Farewell, friends");
    let pick = pick(
        &before,
        ControlId::Deactivate,
        before.id_of("Farewell, friends"),
    )
    .unwrap();
    assert!(found_with(&pick, before, ControlId::Deactivate).is_some());
    assert_eq!(
        found_with(&pick, named("Delete address"), ControlId::Deactivate),
        None
    );
}

#[test]
fn a_pick_holds_no_text_of_the_page() {
    let pick = pick(&profile(), ControlId::Deactivate, ICON).unwrap();
    let is_mark = |word: &str| word[1..].parse::<i32>().is_ok();
    assert!(pick.locator.split(' ').all(is_mark), "{pick:?}");
}

#[test]
fn of_two_picks_of_one_control_the_last_counts() {
    let mut page = profile();
    for item in [4, ICON] {
        let mut picks = page.picks.clone();
        picks
            .add(
                &page.view,
                &LEXICON,
                PageId::EditProfile,
                ControlId::Deactivate,
                item,
            )
            .unwrap();
        page.picks = picks;
    }
    let sighting = page.sighting();
    assert_eq!(sighting.control(ControlId::Deactivate).unwrap().item, ICON);
}

#[test]
fn only_what_shows_and_can_be_pressed_is_offered() {
    let page = profile()
        .text("Delete what you like")
        .with(Kind::Button, "Hidden", |item| {
            item.visibility = farewell_core::Visibility::Hidden;
        });
    assert_eq!(pickable(&page.view).count(), 3);
}
