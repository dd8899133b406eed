//! Whose account it is: the address that the account's own pages show, and what is asked where it is another one.

mod common;

use common::{Page, controls, deactivate_form, guide, settings_of};
use farewell_core::{ACCOUNT_ANSWERS, ControlId, Fill, FlowId, Memory, State};

#[test]
fn the_email_is_seen_on_the_accounts_own_pages_only() {
    let mut memory = Memory::default();
    let guide = guide(FlowId::Deactivate);
    Page::at("https://www.aliexpress.com/item/1.html")
        .text("Write to lena@example.org")
        .guided_with(&guide, &mut memory);
    assert_eq!(memory.email, "");
    Page::at("https://www.aliexpress.com/account/setting/index.html")
        .heading("Account Settings")
        .text("E-mail: lena@example.org")
        .text("Questions? help@aliexpress.com")
        .guided_with(&guide, &mut memory);
    assert_eq!(memory.email, "lena@example.org");
    assert_eq!(
        Memory::from_text(&memory.to_text()).email,
        "lena@example.org"
    );
}

#[test]
fn point_16_an_address_whose_row_does_not_say_so_is_asked_about_before_it_is_filled_in() {
    let guide = guide(FlowId::Deactivate);
    let mut memory = Memory::default();
    settings_of("Invited by lena@example.org").guided_with(&guide, &mut memory);
    let mut memory = Memory::from_text(&memory.to_text());
    let asked = deactivate_form().guided_with(&guide, &mut memory);
    let is_email = |fill: &Fill| fill.control == ControlId::Email;
    assert!(!asked.fills.iter().any(is_email));
    assert_eq!(controls(&asked), [ControlId::Email]);
    assert!(
        asked
            .body
            .iter()
            .any(|line| line.key == "guide_email_found")
    );
    let offer = asked.offer.expect("a button that writes it");
    assert_eq!(
        (offer.control, offer.text.as_str()),
        (ControlId::Email, "lena@example.org")
    );

    memory.take_email(&offer.text);
    let filled = deactivate_form().guided_with(&guide, &mut memory);
    assert_eq!(filled.fills[0].text, "lena@example.org");
    assert_eq!(filled.offer, None);
}

#[test]
fn another_account_than_the_one_given_is_a_question_and_nothing_is_pointed_at() {
    let mut guide = guide(FlowId::Deactivate);
    guide.email = "lena@example.org".into();
    let mut memory = Memory::default();
    let page = settings_of("max@example.org");
    let asked = page.guided_with(&guide, &mut memory);
    assert_eq!(asked.state, State::Wait);
    assert_eq!(asked.body[0].args, ["max@example.org", "lena@example.org"]);
    assert_eq!(asked.answers, ACCOUNT_ANSWERS);
    assert!(asked.targets.is_empty());

    memory.answer(true);
    let on = page.guided_with(&guide, &mut Memory::from_text(&memory.to_text()));
    assert_eq!(controls(&on), [ControlId::EditProfile]);
    let filled = deactivate_form().guided_with(&guide, &mut memory).fills;
    assert_eq!(
        filled[0].text, "max@example.org",
        "the account that was confirmed is the one whose e-mail is filled in"
    );
}

#[test]
fn the_wrong_account_blocks_on_every_page_of_the_way_until_the_right_one_shows() {
    let mut guide = guide(FlowId::Deactivate);
    guide.email = "lena@example.org".into();
    let mut memory = Memory::default();
    settings_of("max@example.org").guided_with(&guide, &mut memory);
    memory.answer(false);
    let form = deactivate_form().guided_with(&guide, &mut Memory::from_text(&memory.to_text()));
    assert_eq!(form.state, State::Blocked);
    assert!(form.targets.is_empty() && form.fills.is_empty());
    assert_eq!(
        form.answers,
        &ACCOUNT_ANSWERS[..1],
        "a slip can be corrected"
    );
    let right = settings_of("Lena@Example.org").guided_with(&guide, &mut memory);
    assert_eq!(right.state, State::Act);
}

#[test]
fn after_signing_out_the_question_is_open_again() {
    let mut guide = guide(FlowId::Deactivate);
    guide.email = "lena@example.org".into();
    let mut memory = Memory::default();
    settings_of("max@example.org").guided_with(&guide, &mut memory);
    memory.answer(false);
    Page::at("https://login.aliexpress.com/").guided_with(&guide, &mut memory);
    assert_eq!(
        deactivate_form().guided_with(&guide, &mut memory).state,
        State::Act
    );
    assert_eq!(
        settings_of("max@example.org")
            .guided_with(&guide, &mut memory)
            .state,
        State::Wait
    );
}

#[test]
fn an_account_seen_before_is_told_from_another_one_seen_later() {
    let guide = guide(FlowId::Deactivate);
    let mut memory = Memory::default();
    settings_of("E-mail: lena@example.org").guided_with(&guide, &mut memory);
    let asked = settings_of("max@example.org").guided_with(&guide, &mut memory);
    assert_eq!(asked.body[0].args, ["max@example.org", "lena@example.org"]);
}
