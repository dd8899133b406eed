//! What the guide says, page by page.

mod common;

use common::{Page, controls, deactivate_form, delete_request, guide};
use farewell_core::{
    ACCOUNT_ANSWERS, ControlId, Fill, FlowId, Instruction, Kind, Memory, Moment, PageId, Pressed,
    State,
};

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

#[test]
fn an_alert_by_its_role_says_what_blocks() {
    let text = "You can't delete your account because you have 2 orders in progress.";
    let alert = delete_request().with(Kind::Text, text, |item| item.hints = "alert".into());
    assert_eq!(
        alert.guided(FlowId::Delete).title.key,
        "guide_blocked_orders"
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
fn signed_out_and_challenge_stand_in_the_way() {
    let signed_out = Page::at("https://login.aliexpress.com/")
        .with(Kind::PasswordBox, "Password", |_| {})
        .button("Sign in");
    assert_eq!(signed_out.guided(FlowId::Deactivate).state, State::Blocked);
    let challenge =
        Page::at("https://www.aliexpress.com/_____tmd_____/punish").text("Please slide to verify");
    let instruction = challenge.guided(FlowId::Deactivate);
    assert_eq!(
        (instruction.page, instruction.state),
        (PageId::Challenge, State::Blocked)
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

/// The settings, which show whose account it is.
fn settings_of(email: &str) -> Page {
    Page::at("https://www.aliexpress.com/account/setting/index.html")
        .heading("Account Settings")
        .text(email)
        .link(
            "Edit Profile",
            "https://accounts.aliexpress.com/user/organization/manage_person_profile.htm",
        )
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

/// A press on one page that led to another, in a document of its own.
fn led(memory: &mut Memory, from: &Page, control: ControlId, to: &Page) -> Box<Instruction> {
    let guide = guide(FlowId::Deactivate);
    let pressed = Pressed {
        page: from.sighting().page,
        control,
    };
    from.instructed(&guide, memory, Moment::default(), Some(pressed));
    *memory = Memory::from_text(&memory.to_text());
    to.guided_with(&guide, memory)
}

fn account_home() -> Page {
    Page::at("https://www.aliexpress.com/p/account/index.html").link(
        "Account Settings",
        "https://www.aliexpress.com/account/setting/index.html",
    )
}

#[test]
fn the_same_press_leading_nowhere_twice_stands_down_and_says_so() {
    let (home, mut memory) = (account_home(), Memory::default());
    let once = led(&mut memory, &home, ControlId::AccountSettings, &home);
    assert_eq!(once.state, State::Act);
    let twice = led(&mut memory, &home, ControlId::AccountSettings, &home);
    assert_eq!(
        (twice.state, twice.title.key),
        (State::Blocked, "guide_circles")
    );
    assert!(twice.targets.is_empty() && twice.link.is_some());
}

#[test]
fn a_page_loaded_again_is_a_fresh_try() {
    let (home, mut memory) = (account_home(), Memory::default());
    led(&mut memory, &home, ControlId::AccountSettings, &home);
    led(&mut memory, &home, ControlId::AccountSettings, &home);
    let again = home.guided_with(
        &guide(FlowId::Deactivate),
        &mut Memory::from_text(&memory.to_text()),
    );
    assert_eq!(again.state, State::Act);
}

#[test]
fn going_back_and_forward_again_is_no_circle() {
    let (home, settings) = (account_home(), settings_of("lena@example.org"));
    let mut memory = Memory::default();
    for _ in 0..3 {
        let on = led(&mut memory, &home, ControlId::AccountSettings, &settings);
        assert_eq!(on.state, State::Act);
        home.guided_with(&guide(FlowId::Deactivate), &mut memory);
    }
}

#[test]
fn a_press_that_leads_on_in_between_breaks_the_circle() {
    let (home, settings) = (account_home(), settings_of("lena@example.org"));
    let mut memory = Memory::default();
    led(&mut memory, &home, ControlId::AccountSettings, &home);
    led(&mut memory, &home, ControlId::AccountSettings, &settings);
    let back = led(&mut memory, &home, ControlId::AccountSettings, &home);
    assert_eq!(back.state, State::Act);
}

#[test]
fn fields_are_pressed_and_the_form_loaded_again_without_a_circle() {
    let (form, mut memory) = (deactivate_form(), Memory::default());
    for _ in 0..3 {
        let form = led(&mut memory, &form, ControlId::Email, &form);
        assert_eq!(form.state, State::Act);
    }
}

#[test]
fn the_russian_site_is_told_the_truth_and_nothing_is_pointed_at() {
    let page = Page::at("https://aliexpress.ru/account").link("Settings", "#settings");
    for flow in [FlowId::Deactivate, FlowId::Delete, FlowId::Remove] {
        let instruction = page.guided(flow);
        assert_eq!(instruction.title.key, "guide_russian");
        assert!(instruction.targets.is_empty() && instruction.link.is_some());
    }
}

#[test]
fn a_check_in_the_page_in_its_place_and_a_rate_limit_are_told_apart() {
    let said = |url: &str, text: &str, widget: &str| {
        let page = Page::at(url)
            .heading(text)
            .with(Kind::Button, "slider", |item| item.hints = widget.into());
        page.guided(FlowId::Deactivate).body[0].key
    };
    let limit = "Sorry, we have detected unusual traffic from your network.";
    let (account, punish) = (
        "https://www.aliexpress.com/p/account/index.html",
        "https://www.aliexpress.com/_____tmd_____/punish",
    );
    assert_eq!(said(punish, limit, "nc_1_n1z"), "guide_punish_body");
    assert_eq!(
        said(account, "Please slide to verify", "nc_1_n1z"),
        "guide_challenge_body"
    );
    assert_eq!(said(punish, limit, ""), "guide_rate_limit_body");
}

#[test]
fn a_failure_at_the_address_of_a_page_of_the_way_is_the_sites_and_said_at_once() {
    for text in [
        "Something went wrong",
        "This page is temporarily unavailable",
    ] {
        let page = Page::at("https://www.aliexpress.com/p/account/index.html").heading(text);
        let mut memory = Memory::default();
        let guide = guide(FlowId::Deactivate);
        let now = Moment::default();
        let said = page.instructed(&guide, &mut memory, now, None);
        assert_eq!(
            (said.state, said.title.key),
            (State::Blocked, "guide_maintenance"),
            "{text}"
        );
    }
}

#[test]
fn a_terminated_account_is_sent_to_the_support_and_a_deactivated_one_to_its_form() {
    let url = "https://accounts.aliexpress.com/notice";
    let terminated = Page::at(url)
        .heading("This account has been terminated. Please use another account to login")
        .guided(FlowId::Reactivate);
    assert_eq!(terminated.title.key, "guide_terminated");
    assert_eq!(
        terminated.link.unwrap().0,
        "https://customerservice.aliexpress.com/home"
    );
    let deactivated = Page::at(url)
        .heading("Your account has been deactivated")
        .button("Reactivate my account")
        .guided(FlowId::Reactivate);
    assert_eq!(controls(&deactivated), [ControlId::Reactivate]);
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
