//! The way that destroys nothing: orders, refunds, money; and where the callout offers the checklist and the letter.

mod common;

use common::{Page, controls, delete_request, guide};
use farewell_core::{ControlId, FlowId, Kind, Memory, Moment, OwnPage, PageId, Pressed, State};
use farewell_orders::Counts;

const LIST: &str = "https://www.aliexpress.com/p/order/index.html";

/// A list with these periods to choose from, the chosen one by its place, and a button for more.
fn list(label: &str, periods: &[&str], chosen: usize) -> Page {
    let page = Page::at(LIST)
        .heading("Orders")
        .with(Kind::Select, label, |item| item.group = 1);
    let page = (0..).zip(periods).fold(page, |page, (at, period)| {
        page.with(Kind::Choice, period, |item| {
            item.group = 1;
            item.filled = at == chosen;
        })
    });
    page.button("View orders")
}

const PERIODS: [&str; 4] = [
    "All / Last year",
    "last 6 months",
    "last 1 year",
    "last 2 years",
];

#[test]
fn the_longest_time_is_chosen_first_then_all_orders_are_shown() {
    for (chosen, control) in [
        (0, ControlId::OrderPeriod),
        (1, ControlId::OrderPeriod),
        (3, ControlId::LoadMore),
    ] {
        for label in ["Orders placed in", "", "Filter"] {
            let instruction = list(label, &PERIODS, chosen).guided(FlowId::Prepare);
            assert_eq!(instruction.state, State::Act);
            assert_eq!(controls(&instruction), [control], "{label} {chosen}");
        }
    }
}

#[test]
fn a_period_that_no_word_tells_is_asked_for_once() {
    let page = Page::at(LIST)
        .heading("Orders")
        .with(Kind::Button, "Orders placed in", |_| {})
        .button("View orders");
    let mut memory = Memory::default();
    let first = page.guided_with(&guide(FlowId::Prepare), &mut memory);
    assert_eq!(controls(&first), [ControlId::OrderPeriod]);
    let pressed = Pressed {
        page: PageId::OrderList,
        control: ControlId::OrderPeriod,
    };
    let then = page.instructed(
        &guide(FlowId::Prepare),
        &mut memory,
        Moment::default(),
        Some(pressed),
    );
    assert_eq!(controls(&then), [ControlId::LoadMore]);
}

#[test]
fn a_pager_that_is_pressed_again_and_again_is_no_circle() {
    let page = list("", &PERIODS, 3);
    let mut memory = Memory::default();
    let pressed = Pressed {
        page: PageId::OrderList,
        control: ControlId::LoadMore,
    };
    for _ in 0..4 {
        let guide = guide(FlowId::Prepare);
        page.instructed(&guide, &mut memory, Moment::default(), Some(pressed));
        memory = Memory::from_text(&memory.to_text());
        let next = page.guided_with(&guide, &mut memory);
        assert_eq!(
            (next.state, controls(&next)),
            (State::Act, vec![ControlId::LoadMore])
        );
    }
}

#[test]
fn a_tab_that_shows_all_is_not_what_shows_more() {
    for hints in ["tab", "order-tabs comet-tabs-nav-item"] {
        let tabs = Page::at(LIST).heading("注文");
        let page = tabs.with(Kind::Button, "すべて表示", |item| {
            item.hints = hints.into();
        });
        assert_eq!(controls(&page.guided(FlowId::Prepare)), [], "{hints}");
    }
    let page = Page::at(LIST).heading("注文").button("すべて表示");
    assert_eq!(
        controls(&page.guided(FlowId::Prepare)),
        [ControlId::LoadMore]
    );
}

#[test]
fn how_many_orders_were_read_stands_first_and_the_warning_last() {
    let mut memory = Memory::default();
    memory.orders = Counts {
        seen: 10,
        of: Some(128),
        ..Counts::default()
    };
    let instruction = list("", &PERIODS, 3).guided_with(&guide(FlowId::Prepare), &mut memory);
    let first = &instruction.body[0];
    assert_eq!(
        (first.key, first.args.as_slice()),
        (
            "guide_prepare_read_of",
            ["10".to_owned(), "128".to_owned()].as_slice()
        )
    );
    assert_eq!(
        instruction.body.last().unwrap().key,
        "guide_prepare_confirm"
    );
}

#[test]
fn a_list_without_a_button_for_more_is_said_to_have_ended_or_to_be_scrolled() {
    for (seen, of, ended, title, body) in [
        (
            30,
            Some(30),
            true,
            "guide_prepare_all_shown",
            "guide_prepare_all_shown_body",
        ),
        (
            30,
            None,
            true,
            "guide_prepare_all_shown",
            "guide_prepare_all_shown_body",
        ),
        (
            30,
            Some(40),
            true,
            "guide_prepare_all_shown",
            "guide_prepare_ended_early",
        ),
        (
            10,
            Some(40),
            false,
            "guide_prepare_more",
            "guide_prepare_scroll",
        ),
    ] {
        let mut memory = Memory::default();
        memory.orders = Counts {
            seen,
            of,
            ended,
            ..Counts::default()
        };
        let page = Page::at(LIST).heading("Orders");
        let instruction = page.guided_with(&guide(FlowId::Prepare), &mut memory);
        let says = |key| instruction.body.iter().any(|line| line.key == key);
        assert_eq!(instruction.title.key, title);
        assert!(says(body), "{body}");
        assert!(instruction.link.is_some(), "the way goes on");
    }
}

#[test]
fn each_page_leads_to_the_next_and_to_the_checklist() {
    for (url, heading, step, next) in [
        (
            "https://m.aliexpress.com/p/refund-dispute/list.html",
            "Returns/Refunds",
            "disputes",
            "wallet-ui",
        ),
        (
            "https://www.aliexpress.com/p/wallet-ui/index.html",
            "Wallet",
            "wallet",
            "coupon.",
        ),
        (
            "https://coupon.aliexpress.com/buyer/coupon/listView.htm",
            "My Coupons",
            "coupons",
            "ilogisticsaddress",
        ),
        (
            "https://ilogisticsaddress.aliexpress.com/addressList.htm",
            "Shipping Address",
            "addresses",
            "edm-setting",
        ),
        (
            "https://www.aliexpress.com/p/edm-setting/index.html",
            "Email subscriptions",
            "subscriptions",
            "privacy.",
        ),
    ] {
        let instruction = Page::at(url).heading(heading).guided(FlowId::Prepare);
        assert_eq!((instruction.state, instruction.step), (State::Act, step));
        let (address, _) = instruction.link.as_ref().expect("the way goes on");
        assert!(address.contains(next), "{step}: {address}");
        assert_eq!(instruction.own_pages, [OwnPage::Before]);
    }
}

#[test]
fn nothing_that_destroys_is_pointed_at_and_nothing_is_filled() {
    for page in [
        delete_request(),
        common::deactivate_form(),
        Page::at(LIST)
            .heading("Orders")
            .button("Remove")
            .button("Delete account"),
        Page::at("https://privacy.aliexpress.com/")
            .heading("Privacy Center")
            .button("Delete my account"),
    ] {
        let instruction = page.guided(FlowId::Prepare);
        assert!(
            controls(&instruction)
                .iter()
                .all(|control| !control.is_destructive())
        );
        assert!(instruction.fills.is_empty() && instruction.offer.is_none());
    }
}

#[test]
fn what_is_unpaid_on_the_list_stops_nobody_and_a_dialog_over_it_does() {
    let unpaid = |dialog: u16| {
        list("", &PERIODS, 3)
            .with(Kind::Dialog, "", |item| {
                item.dialog = dialog;
                item.strong = dialog > 0;
            })
            .with(Kind::Text, "You have unpaid orders", |item| {
                item.dialog = dialog;
                item.hints = "order-alert".into();
            })
            .with(Kind::Button, "OK", |item| item.dialog = dialog)
    };
    assert_eq!(unpaid(0).guided(FlowId::Prepare).state, State::Act);
    let stopped = unpaid(1).guided(FlowId::Prepare);
    assert_eq!(stopped.state, State::Blocked);
    assert!(!controls(&stopped).contains(&ControlId::LoadMore));
}

#[test]
fn who_can_go_no_further_is_offered_the_letter() {
    let blocked = Page::at("https://login.aliexpress.com/")
        .heading("Your account is temporarily unavailable due to security reasons");
    let code = Page::at("https://privacy.aliexpress.com/home#/request/delete")
        .heading("Verify your identity")
        .text("Enter the verification code")
        .with(Kind::TextBox, "Verification code", |_| {})
        .button("Get code")
        .button("Verify");
    let russian = Page::at("https://aliexpress.ru/account").heading("Аккаунт");
    for page in [blocked, code, russian] {
        let instruction = page.guided(FlowId::Delete);
        let offered = instruction.own_pages.contains(&OwnPage::Letter);
        assert!(offered, "{:?} {}", instruction.page, instruction.title.key);
    }
    let signed_out = Page::at("https://login.aliexpress.com/").heading("Please sign in");
    assert_eq!(signed_out.guided(FlowId::Delete).own_pages, []);
    assert_eq!(delete_request().guided(FlowId::Delete).own_pages, []);
}

#[test]
fn the_page_of_coins_is_looked_at_like_the_coupons_and_what_else_lies_there_is_not() {
    for (address, is_coins) in [
        (
            "https://www.aliexpress.com/p/coin-pc-index/index.html",
            true,
        ),
        ("https://m.aliexpress.com/p/coin-index/index.html", true),
        ("https://www.aliexpress.com/p/coin-game/index.html", false),
    ] {
        let page = Page::at(address).heading("Coins").text("My coins 1,234");
        let instruction = page.guided(FlowId::Prepare);
        assert_eq!(instruction.page, PageId::Other, "{address}");
        let step = is_coins.then_some("coupons");
        let is_led_on = instruction.state == State::Act && instruction.link.is_some();
        assert_eq!(is_led_on.then_some(instruction.step), step, "{address}");
        let offers = instruction.own_pages.contains(&OwnPage::Before);
        assert_eq!(offers, is_coins, "{address}");
    }
    let elsewhere = Page::at("https://www.aliexpress.com/p/coin-pc-index/index.html")
        .heading("Coins")
        .guided(FlowId::Delete);
    assert_eq!(elsewhere.state, State::Lost, "other ways do not lead there");
}
