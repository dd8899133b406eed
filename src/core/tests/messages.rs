//! What the site says on top of a page, and the pages that stop people: each is told as what it is.

mod common;

use common::{Page, controls, delete_request, guide};
use farewell_core::{ControlId, FlowId, Item, Kind, Memory, PageId, State};

/// The delete request with a dialog over it: its text and its buttons.
fn under(text: &str, buttons: &[&str]) -> Page {
    let mut page = delete_request();
    let front = page.view.items.len();
    page = page
        .with(Kind::Dialog, "", |item| item.strong = true)
        .text(text);
    for button in buttons {
        page = page.button(button);
    }
    for item in &mut page.view.items[front..] {
        item.dialog = 1;
    }
    page
}

#[test]
fn point_8_a_message_with_one_button_of_any_name_is_told_as_what_it_is() {
    for (text, title) in [
        ("System busy, please try again later.", "guide_busy"),
        (
            "You have 2 orders that are not finished.",
            "guide_blocked_orders",
        ),
        ("You have an open dispute.", "guide_blocked_disputes"),
        ("You have an unpaid order.", "guide_blocked_payment"),
        (
            "You still have a wallet balance. Please withdraw it first.",
            "guide_blocked_balance",
        ),
        (
            "Please bind an email address first.",
            "guide_blocked_contact",
        ),
        ("Something that nobody has heard of.", "guide_held_up"),
    ] {
        for button in ["OK", "Close", "Got it", "Confirm", "Retry"] {
            let instruction = under(text, &[button]).guided(FlowId::Delete);
            let told = (instruction.state, instruction.page, instruction.title.key);
            let expected = (State::Blocked, PageId::PrivacyDelete, title);
            assert_eq!(told, expected, "{text} [{button}]");
            assert!(
                controls(&instruction)
                    .iter()
                    .all(|one| *one == ControlId::Message)
            );
            assert!(instruction.ask.is_none() && instruction.fills.is_empty());
        }
    }
}

#[test]
fn point_8_a_second_question_is_a_step_and_the_page_keeps_its_name() {
    let page = under(
        "Are you sure you want to delete your account? This can't be undone.",
        &["Yes, delete", "No"],
    );
    let instruction = page.guided(FlowId::Delete);
    assert_eq!(
        (instruction.state, instruction.page),
        (State::Act, PageId::PrivacyDelete)
    );
    assert_eq!(
        controls(&instruction),
        [
            ControlId::Message,
            ControlId::ConfirmYes,
            ControlId::ConfirmNo
        ]
    );
    let numbers: Vec<u8> = instruction
        .targets
        .iter()
        .map(|target| target.number)
        .collect();
    assert_eq!(numbers, [1, 2, 3]);
}

/// The page that asks for the code, under the address and the heading of the request.
fn code_page(text: &str) -> Page {
    Page::at("https://privacy.aliexpress.com/home#/request/delete")
        .heading("Delete my account")
        .text(text)
        .with(Kind::TextBox, "Verification code", |_| {})
        .button("Get code")
        .button("Verify")
}

#[test]
fn point_9_a_code_under_the_requests_address_and_heading_is_the_codes_page() {
    let instruction = code_page("We will send a code to your e-mail.").guided(FlowId::Delete);
    assert_eq!(
        (instruction.page, instruction.state),
        (PageId::VerifyCode, State::Act)
    );
}

#[test]
fn point_9_too_many_codes_take_the_buttons_away() {
    let page = code_page("You have requested too many codes today. Please try again tomorrow.");
    let instruction = page.guided(FlowId::Delete);
    assert_eq!(
        (instruction.state, instruction.title.key),
        (State::Blocked, "guide_code_limit")
    );
    assert_eq!(controls(&instruction), [ControlId::Code]);
}

#[test]
fn point_9_the_masked_address_is_said_back() {
    let page = code_page("We have sent a code to a***a@example.org.");
    let instruction = page.guided(FlowId::Delete);
    let says = instruction
        .body
        .iter()
        .find(|words| words.key == "guide_code_sent_to");
    assert_eq!(says.expect("said back").args, ["a***a@example.org"]);
}

#[test]
fn point_10_a_block_is_neither_a_sign_in_nor_maintenance() {
    let page = Page::at("https://login.aliexpress.com/")
        .heading("Your account is temporarily unavailable due to security reasons")
        .link("Appeal for account reactivation", "")
        .with(Kind::PasswordBox, "Password", |_| {});
    for flow in [FlowId::Deactivate, FlowId::Delete, FlowId::Remove] {
        let instruction = page.guided(flow);
        assert_eq!(
            (instruction.page, instruction.state, instruction.title.key),
            (
                PageId::BlockedNotice,
                State::Blocked,
                "guide_account_blocked"
            ),
        );
        assert!(instruction.targets.is_empty());
    }
    let back = page.guided(FlowId::Reactivate);
    assert_eq!((back.page, back.state), (PageId::BlockedNotice, State::Act));
    assert_eq!(controls(&back), [ControlId::Reactivate]);
}

#[test]
fn point_11_a_passage_is_moving_on() {
    let page = Page::at("https://login.aliexpress.us/sync_cookie_write.htm?xman_goto=x");
    let instruction = page.guided(FlowId::Delete);
    assert_eq!(
        (instruction.page, instruction.state, instruction.title.key),
        (PageId::Other, State::Wait, "guide_passage")
    );
}

#[test]
fn point_12_the_account_pages_own_link_to_the_privacy_center_is_marked() {
    let page = Page::at("https://www.aliexpress.com/p/account/index.html")
        .heading("My AliExpress")
        .link(
            "Account Settings",
            "www.aliexpress.com/account/setting/index.html",
        )
        .link("Privacy Center", "privacy.aliexpress.com/");
    assert_eq!(
        controls(&page.guided(FlowId::Delete)),
        [ControlId::PrivacyCenter]
    );
}

#[test]
fn point_12_of_the_privacy_centers_cards_only_the_one_of_the_account_is_marked() {
    for other in [
        "Delete my advertising profile",
        "Delete search history from my account",
        "Remove a device from my account",
    ] {
        let page = Page::at("https://privacy.aliexpress.com/home")
            .heading("Privacy Center")
            .button(other)
            .button("Delete my account");
        let marked = page.guided(FlowId::Delete);
        assert_eq!(controls(&marked), [ControlId::Delete], "{other}");
        assert_eq!(marked.targets[0].item, page.id_of("Delete my account"));
        let alone = Page::at("https://privacy.aliexpress.com/home")
            .heading("Privacy Center")
            .button(other);
        assert_eq!(controls(&alone.guided(FlowId::Delete)), [], "{other}");
    }
}

#[test]
fn point_13_the_pages_own_delay_is_said_back_and_a_year_is_none() {
    let over = Page::at("https://privacy.aliexpress.com/home#/request/delete")
        .heading("Your request has been received")
        .text("Your account will be deleted after 7 days. Sign in before then to cancel.");
    let instruction = over.guided(FlowId::Delete);
    assert_eq!(instruction.state, State::Done);
    assert!(
        instruction.body[0].args[0].contains("7 days"),
        "{instruction:?}"
    );
    let news = Page::at("https://www.aliexpress.com/p/news.html")
        .heading("2024: how to delete your account in the new Privacy Center");
    assert_ne!(news.guided(FlowId::Delete).state, State::Done);
}

#[test]
fn point_17_a_password_that_is_changed_is_no_sign_in() {
    let page = Page::at("https://www.aliexpress.com/p/account/password.html")
        .link("Sign Out", "login.aliexpress.com/xman/xlogout.htm")
        .heading("Account Settings")
        .with(Kind::PasswordBox, "Current password", |_| {})
        .with(Kind::PasswordBox, "New password", |_| {})
        .button("Save changes");
    let instruction = page.guided_with(&guide(FlowId::Deactivate), &mut Memory::default());
    assert_ne!(instruction.page, PageId::SignedOut);
}

#[test]
fn point_17_a_password_that_is_asked_for_once_more_is_no_sign_in() {
    let page = |sign_out: &str| {
        Page::at("https://www.aliexpress.com/p/account/security.html")
            .link(sign_out, "")
            .heading("Enter your password once more")
            .with(Kind::PasswordBox, "Password", |_| {})
            .button("Confirm")
    };
    for sign_out in ["Sign Out", "Keluar", "Abmelden", "ログアウト"] {
        let seen = page(sign_out).sighting();
        assert_ne!(seen.page, PageId::SignedOut, "{sign_out}");
    }
    assert_eq!(page("Help").sighting().page, PageId::SignedOut);
}

#[test]
fn point_17_a_sign_in_drawer_outweighs_the_address_beneath_it() {
    let in_drawer = |item: &mut Item| item.dialog = 1;
    let page = Page::at("https://www.aliexpress.com/p/account/index.html")
        .heading("My AliExpress")
        .with(Kind::Dialog, "", |item| {
            item.dialog = 1;
            item.strong = true;
        })
        .with(Kind::Heading, "Sign in / Register", in_drawer)
        .with(Kind::TextBox, "Email or phone number", in_drawer)
        .with(Kind::Button, "Continue", in_drawer);
    assert_eq!(page.sighting().page, PageId::SignedOut);
}

#[test]
fn point_17_one_of_the_settings_is_not_all_of_them() {
    let at = |path: &str| Page::at(&format!("https://www.aliexpress.com/account/setting{path}"));
    let cards = at("/cards.html")
        .heading("My cards")
        .button("Remove from my account");
    assert_eq!(cards.sighting().page, PageId::Other);
    for path in ["/index.html", "s", ".html", ""] {
        let all = at(path).link("Change password", "/p/password.html");
        assert_eq!(all.sighting().page, PageId::AccountSettings, "{path}");
    }
}
