//! In doubt the graver is meant: what deletes is never taken for what only deactivates.

mod common;

use common::{Page, deactivate_form, delete_request};
use farewell_core::{FlowId, Kind, State};

#[test]
fn a_reversible_choice_never_becomes_an_irreversible_one() {
    let form_that_deletes =
        Page::at("https://accounts.aliexpress.com/user/organization/deactive_account.htm")
            .heading("Delete my account")
            .with(
                Kind::Text,
                "Type “delete my account” to confirm",
                |item| item.form = 1,
            )
            .with(Kind::TextBox, "Confirmation", |item| item.form = 1)
            .with(Kind::Button, "Delete my account", |item| item.form = 1);
    for page in [delete_request(), form_that_deletes] {
        let instruction = page.guided(FlowId::Deactivate);
        assert_eq!(instruction.state, State::Blocked, "{instruction:?}");
        assert!(instruction.targets.is_empty() && instruction.fills.is_empty());
    }
}

#[test]
fn a_form_that_asks_for_a_deletion_in_any_of_its_words_stops_who_only_deactivates() {
    let asking = |text: &str, placeholder: &str| {
        let mut page = deactivate_form();
        let items = &mut page.view.items;
        items[2].name = text.into();
        items[2].folded = common::folded(text);
        items[3].placeholder = placeholder.into();
        items[3].folded_placeholder = common::folded(placeholder);
        page
    };
    let headed = |heading: &str| {
        let mut page = deactivate_form();
        page.view.items[0].name = heading.into();
        page.view.items[0].folded = common::folded(heading);
        page
    };
    for page in [
        asking("Please type \"Delete my account\" in the box below", ""),
        asking("Type DELETE to confirm", ""),
        asking("Geben Sie „Mein Konto löschen“ ein", ""),
        asking("Confirmation", "Type Delete my account"),
        headed("Delete my account permanently"),
    ] {
        let instruction = page.guided(FlowId::Deactivate);
        assert_eq!(
            instruction.title.key, "guide_blocked_deletes",
            "{instruction:?}"
        );
        assert!(instruction.targets.is_empty() && instruction.fills.is_empty());
    }
    let instruction = asking("Type “Deactivate my account”", "").guided(FlowId::Deactivate);
    assert_eq!(instruction.state, State::Act);
}

#[test]
fn releasing_the_account_as_well_stops_who_only_deactivates_until_it_is_switched_off() {
    const OFFER: &str = "Release my account at the same time";
    let box_ticked = |filled| {
        deactivate_form().with(Kind::CheckBox, OFFER, |item| {
            item.form = 1;
            item.filled = filled;
        })
    };
    let answered = |kind, yes| {
        let answer = |page: Page, name, filled| {
            page.with(kind, name, |item| {
                (item.form, item.group, item.filled) = (1, 7, filled);
            })
        };
        let offered = answer(deactivate_form().text(OFFER), "Yes", yes);
        answer(offered, "No", !yes)
    };
    for (page, releases) in [
        (box_ticked(true), true),
        (box_ticked(false), false),
        (answered(Kind::Radio, true), true),
        (answered(Kind::Radio, false), false),
        (answered(Kind::Choice, true), true),
        (answered(Kind::Choice, false), false),
    ] {
        let instruction = page.guided(FlowId::Deactivate);
        let is_stopped = instruction.title.key == "guide_blocked_release";
        assert_eq!(is_stopped, releases, "{instruction:?}");
    }
}

#[test]
fn a_code_for_the_delete_request_is_not_asked_of_who_only_deactivates() {
    let code = |url: &str| {
        Page::at(url)
            .heading("Identity verification")
            .with(Kind::TextBox, "Code", |item| {
                item.hints = "verify-code".into();
            })
            .button("Verify")
            .guided(FlowId::Deactivate)
    };
    let deleting = code("https://privacy.aliexpress.com/home#/request/delete");
    assert_eq!(deleting.title.key, "guide_blocked_deletes", "{deleting:?}");
    let other = code("https://accounts.aliexpress.com/user/organization/identity.htm");
    assert_eq!(other.title.key, "guide_code_elsewhere", "{other:?}");
}

#[test]
fn a_dialog_that_only_deactivates_is_no_deletion_to_who_deactivates() {
    let asked = |text: &str, yes: &str| {
        let mut page = deactivate_form();
        let front = page.view.items.len();
        page = page
            .with(Kind::Dialog, "", |item| item.strong = true)
            .text(text)
            .button(yes)
            .button("Cancel");
        for item in &mut page.view.items[front..] {
            item.dialog = 1;
        }
        page.guided(FlowId::Deactivate).title.key
    };
    let text = "Are you sure you want to deactivate your account? You can reactivate it later.";
    assert_eq!(asked(text, "Yes, deactivate"), "guide_asked_again");
    assert_eq!(asked(text, "Yes"), "guide_asked_again");
    for yes in ["Yes", "Yes, delete"] {
        let text = "Are you sure you want to delete your account? This can't be undone.";
        assert_eq!(asked(text, yes), "guide_blocked_deletes");
    }
}
