//! What stands in the way: a message, a sign-in, a check, a failure, an account that is closed.

mod common;

use common::{Page, controls, delete_request, guide};
use farewell_core::{ControlId, FlowId, Kind, Memory, Moment, PageId, State};

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
