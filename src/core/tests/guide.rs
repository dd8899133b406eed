//! What the guide says, page by page.

mod common;

use common::{Page, account_home, controls, deactivate_form, delete_request, guide};
use farewell_core::{ControlId, FlowId, Kind, Memory, Moment, PageId, Pressed, State};

#[test]
fn from_any_page_the_way_begins_at_the_account_link() {
    let page = Page::at("https://www.aliexpress.com/").link(
        "My AliExpress",
        "https://www.aliexpress.com/p/account/index.html",
    );
    let instruction = page.guided(FlowId::Deactivate);
    assert_eq!(
        (instruction.state, instruction.step, instruction.number),
        (State::Act, "my-aliexpress", 2)
    );
    assert_eq!(controls(&instruction), [ControlId::MyAliexpress]);
}

#[test]
fn the_account_home_leads_to_the_settings() {
    let page = Page::at("https://www.aliexpress.com/p/account/index.html").link(
        "Account Settings",
        "https://www.aliexpress.com/account/setting/index.html",
    );
    let instruction = page.guided(FlowId::Deactivate);
    assert_eq!(
        (
            instruction.page,
            instruction.step,
            instruction.number,
            instruction.count
        ),
        (PageId::MyAliexpress, "account-settings", 3, 8)
    );
    assert_eq!(controls(&instruction), [ControlId::AccountSettings]);
}

#[test]
fn the_form_is_filled_and_only_then_is_the_last_button_pointed_at() {
    let page = deactivate_form();
    let mut guide = guide(FlowId::Deactivate);
    guide.email = "lena@example.org".into();
    let instruction = page.guided_with(&guide, &mut Memory::default());
    let filled: Vec<_> = instruction
        .fills
        .iter()
        .map(|fill| (fill.control, fill.text.as_str()))
        .collect();
    assert_eq!(
        filled,
        [
            (ControlId::Email, "lena@example.org"),
            (ControlId::Phrase, "Deactivate my account"),
            (ControlId::Reason, ""),
        ]
    );
    assert_eq!(
        instruction.fills[2].choice,
        Some(page.id_of("Privacy concerns"))
    );
    assert_eq!(
        (instruction.step, controls(&instruction)),
        ("submit", vec![ControlId::Submit])
    );
}

#[test]
fn a_field_that_is_not_empty_is_never_filled() {
    let mut page = deactivate_form();
    for item in &mut page.view.items {
        item.filled = true;
    }
    assert!(page.guided(FlowId::Deactivate).fills.is_empty());
}

#[test]
fn a_field_whose_filling_did_not_last_is_the_persons_before_the_last_button() {
    let mut guide = guide(FlowId::Deactivate);
    guide.email = "lena@example.org".into();
    let mut memory = Memory::default();
    memory.left.push(ControlId::Phrase);
    let instruction = deactivate_form().guided_with(&guide, &mut memory);
    assert!(
        instruction
            .fills
            .iter()
            .all(|fill| fill.control != ControlId::Phrase)
    );
    assert_eq!(
        (instruction.step, controls(&instruction)),
        ("details", vec![ControlId::Phrase])
    );
}

#[test]
fn without_an_email_its_field_is_pointed_at() {
    let instruction = deactivate_form().guided(FlowId::Deactivate);
    assert_eq!(
        (instruction.step, controls(&instruction)),
        ("details", vec![ControlId::Email])
    );
}

#[test]
fn radios_are_pointed_at_and_never_filled() {
    let mut page = deactivate_form();
    for item in &mut page.view.items {
        match item.kind {
            Kind::Select => item.kind = Kind::ChoiceGroup,
            Kind::Choice => item.kind = Kind::Radio,
            Kind::TextBox => item.filled = true,
            _ => {}
        }
    }
    let instruction = page.guided(FlowId::Deactivate);
    assert!(instruction.fills.is_empty());
    assert_eq!(
        (instruction.step, controls(&instruction)),
        ("reason", vec![ControlId::Reason])
    );
}

#[test]
fn a_request_that_says_goodbye_in_advance_is_still_a_request() {
    let page = Page::at("https://privacy.aliexpress.com/home#/request/delete")
        .heading("We are sorry to see you go")
        .text("Delete your account and its data")
        .with(Kind::CheckBox, "I have read what is lost", |_| {})
        .button("Delete");
    assert_ne!(page.guided(FlowId::Delete).state, State::Done);
}

#[test]
fn an_answer_in_the_forms_own_place_is_the_end() {
    let mut page = Page::at("https://privacy.aliexpress.com/home#/request/delete")
        .heading("Your account has been deleted");
    page.view.title = common::folded("Delete my account");
    let instruction = page.guided(FlowId::Delete);
    assert_eq!(
        (instruction.page, instruction.state),
        (PageId::Goodbye, State::Done)
    );
}

#[test]
fn a_check_that_lies_over_a_page_hides_it() {
    let page = Page::at("https://www.aliexpress.com/account/setting/index.html")
        .heading("Settings")
        .button("Edit profile")
        .with(Kind::Dialog, "", |item| {
            item.dialog = 1;
            item.hints = "baxia-dialog-content".into();
        })
        .with(Kind::SealedFrame, "", |item| {
            item.dialog = 1;
            item.href = "acs.aliexpress.com/h5/x/_____tmd_____/punish".into();
        });
    let instruction = page.guided(FlowId::Deactivate);
    assert_eq!(
        (instruction.page, instruction.state),
        (PageId::Challenge, State::Blocked)
    );
}

#[test]
fn the_delete_request_is_filled_in_the_delete_way() {
    let instruction = delete_request().guided(FlowId::Delete);
    assert_eq!(instruction.page, PageId::PrivacyDelete);
    assert_eq!(
        instruction
            .fills
            .iter()
            .map(|fill| fill.text.as_str())
            .collect::<Vec<_>>(),
        ["agree"]
    );
    assert_eq!(controls(&instruction), [ControlId::Submit]);
}

#[test]
fn the_dialog_shows_message_yes_and_no_together_in_order() {
    let page = Page::at("https://www.aliexpress.com/p/account/index.html")
        .heading("My account")
        .with(Kind::Dialog, "Remove my account?", |item| item.dialog = 1)
        .with(
            Kind::Text,
            "Removing your account erases all your data for good.",
            |item| item.dialog = 1,
        )
        .with(Kind::Button, "Yes", |item| item.dialog = 1)
        .with(Kind::Button, "No", |item| item.dialog = 1);
    let instruction = page.guided(FlowId::Remove);
    assert_eq!(instruction.page, PageId::RemoveDialog);
    let numbered: Vec<_> = instruction
        .targets
        .iter()
        .map(|target| (target.control, target.number))
        .collect();
    assert_eq!(
        numbered,
        [
            (ControlId::Message, 1),
            (ControlId::ConfirmYes, 2),
            (ControlId::ConfirmNo, 3)
        ]
    );
}

#[test]
fn two_equal_danger_buttons_are_a_question() {
    let page = delete_request().button("Delete");
    let instruction = page.guided(FlowId::Delete);
    assert!(
        !controls(&instruction).contains(&ControlId::Submit),
        "{instruction:?}"
    );
}

#[test]
fn a_page_of_none_of_its_steps_offers_the_way_back() {
    let page = Page::at("https://www.aliexpress.com/item/1.html").text("Wireless earphones");
    let instruction = page.guided(FlowId::Deactivate);
    assert_eq!(instruction.state, State::Lost);
    assert_eq!(
        instruction.link.unwrap().0,
        "https://www.aliexpress.com/p/account/index.html"
    );
}

#[test]
fn a_control_that_is_not_there_is_waited_for_and_then_said_to_be_missing() {
    let page = Page::at("https://www.aliexpress.com/p/account/index.html").heading("My AliExpress");
    let guide = guide(FlowId::Deactivate);
    let early = page.instructed(
        &guide,
        &mut Memory::default(),
        Moment {
            since_start: 100,
            ..Moment::default()
        },
        None,
    );
    assert_eq!(early.state, State::Wait);
    assert!(early.again_in.is_some());
    assert_eq!(page.guided(FlowId::Deactivate).state, State::Lost);
}

#[test]
fn a_page_that_seems_none_of_the_way_is_looked_at_for_a_while() {
    let page = Page::at("https://www.aliexpress.com/item/1.html").text("Wireless earphones");
    let again_at = |since_start| {
        let mut memory = Memory::default();
        let guide = guide(FlowId::Deactivate);
        page.instructed(
            &guide,
            &mut memory,
            Moment {
                since_start,
                ..Moment::default()
            },
            None,
        )
        .again_in
    };
    assert!(again_at(2_000).is_some());
    assert_eq!(again_at(10_000), None);
}

#[test]
fn done_only_when_the_site_says_so() {
    let guide = guide(FlowId::Deactivate);
    let mut memory = Memory::default();
    let form = deactivate_form();
    let pressed = Pressed {
        page: PageId::DeactivateForm,
        control: ControlId::Submit,
    };
    form.instructed(&guide, &mut memory, Moment::default(), Some(pressed));
    assert!(memory.has_submitted);
    let page = Page::at("https://accounts.aliexpress.com/user/organization/deactive_account.htm")
        .heading("Your account has been deactivated");
    assert_eq!(
        page.guided_with(&guide, &mut Memory::from_text(&memory.to_text()))
            .state,
        State::Done
    );
}

#[test]
fn a_memory_that_is_damaged_is_a_new_memory() {
    assert_eq!(Memory::from_text("reached=x\nnothing\nemail").reached, 0);
}

/// What the Privacy Center shows at the same address: the request's opening, and the last button after the code.
fn delete_button(name: &str) -> Page {
    Page::at("https://privacy.aliexpress.com/home#/request/delete")
        .heading("Delete my account")
        .button("Cancel")
        .button(name)
}

#[test]
fn the_button_after_the_code_is_never_taken_for_the_one_that_opens_the_request() {
    let (guide, mut memory) = (guide(FlowId::Delete), Memory::default());
    let opens = delete_button("Delete my account").guided_with(&guide, &mut memory);
    assert_eq!(opens.step, "delete");
    Page::at("https://privacy.aliexpress.com/home#/request/delete")
        .heading("Verify that it is you")
        .text("We sent a code to your e-mail")
        .with(Kind::TextBox, "Code", |item| {
            item.hints = "verify-code-input".into();
        })
        .button("Verify")
        .guided_with(&guide, &mut memory);
    let mut memory = Memory::from_text(&memory.to_text());
    let erases = delete_button("Delete account").guided_with(&guide, &mut memory);
    assert_eq!(
        (erases.step, controls(&erases)),
        ("delete-account", vec![ControlId::Submit])
    );
}

#[test]
fn a_frame_after_the_request_is_where_the_code_is_asked_for() {
    let (guide, mut memory) = (guide(FlowId::Delete), Memory::default());
    let request = delete_request();
    request.instructed(
        &guide,
        &mut memory,
        Moment::default(),
        Some(Pressed {
            page: PageId::PrivacyDelete,
            control: ControlId::Submit,
        }),
    );
    let mut page = Page::at("https://privacy.aliexpress.com/home#/request/delete")
        .heading("Verify that it is you");
    page.view.sealed_frame = true;
    let frame = page.guided_with(&guide, &mut memory);
    assert_eq!(
        (frame.page, frame.step, frame.state, frame.title.key),
        (
            PageId::VerifyCode,
            "get-code",
            State::Wait,
            "guide_sealed_frame"
        )
    );
    let erases = delete_button("Delete account").guided_with(&guide, &mut memory);
    assert_eq!(erases.step, "delete-account");
}

#[test]
fn the_way_to_the_privacy_center_is_a_link_wherever_the_delete_way_begins() {
    let instruction = account_home().guided(FlowId::Delete);
    assert_eq!(instruction.step, "privacy-center");
    assert_eq!(
        instruction.link.unwrap().0,
        "https://privacy.aliexpress.com/home#/request/delete"
    );
}
