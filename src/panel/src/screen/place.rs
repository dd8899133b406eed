//! Where the person is, in words.

use super::{PlaceLine, Tone};
use crate::place::Place;
use crate::words::{Arg, Words};
use farewell_core::PageId;

const fn page_name(page: PageId) -> Option<&'static str> {
    Some(match page {
        PageId::SignedOut => "popup_page_signed_out",
        PageId::Challenge => "popup_page_challenge",
        PageId::MyAliexpress => "popup_page_my_aliexpress",
        PageId::AccountSettings => "popup_page_account_settings",
        PageId::EditProfile => "popup_page_edit_profile",
        PageId::DeactivateForm => "popup_page_deactivate_form",
        PageId::PrivacyCenter => "popup_page_privacy_center",
        PageId::PrivacyDelete => "popup_page_privacy_delete",
        PageId::OrderList => "popup_page_order_list",
        PageId::OrderDetail => "popup_page_order_detail",
        PageId::DisputeList => "popup_page_dispute_list",
        PageId::Wallet => "popup_page_wallet",
        PageId::Coupons => "popup_page_coupons",
        PageId::Addresses => "popup_page_addresses",
        _ => return None,
    })
}

pub(super) fn place(place: &Place, running: bool) -> PlaceLine {
    let line = |tone, words| PlaceLine {
        tone,
        words,
        more: None,
        link: false,
        contact: false,
        region: None,
    };
    // On a detour of a running guide another site is no mistake.
    let elsewhere = |words: Words, more: &'static str| PlaceLine {
        more: Some(Words::new(if running {
            "popup_place_detour"
        } else {
            more
        })),
        link: !running,
        ..line(Tone::Care, words)
    };
    match place {
        Place::Page(page) => match page_name(*page) {
            Some(name) => line(
                Tone::Good,
                Words::with("popup_place_page", [Arg::Key(name)]),
            ),
            None => line(Tone::Good, Words::new("popup_place_somewhere")),
        },
        Place::Russian => PlaceLine {
            more: Some(Words::new("popup_place_russian_more")),
            link: true,
            contact: true,
            // Of the regions of the letter's page (RegionId in src/letters/src/contact.rs).
            region: Some("cis"),
            ..line(Tone::Care, Words::new("popup_place_russian"))
        },
        Place::LookAlike(host) => PlaceLine {
            more: Some(Words::with(
                "popup_place_lookalike_more",
                [Arg::Text(host.clone())],
            )),
            link: true,
            ..line(Tone::Care, Words::new("popup_place_lookalike"))
        },
        Place::Insecure => elsewhere(
            Words::new("popup_place_insecure"),
            "popup_place_insecure_more",
        ),
        Place::Foreign(Some(host)) => {
            let words = Words::with("popup_place_foreign_host", [Arg::Text(host.clone())]);
            elsewhere(words, "popup_place_foreign_more")
        }
        Place::Foreign(None) => elsewhere(
            Words::new("popup_place_foreign"),
            "popup_place_foreign_more",
        ),
        Place::Browser => elsewhere(
            Words::new("popup_place_browser"),
            "popup_place_foreign_more",
        ),
        Place::Hidden => PlaceLine {
            more: Some(Words::new("popup_place_hidden_more")),
            link: true,
            ..line(Tone::Plain, Words::new("popup_place_hidden"))
        },
        Place::Gone => PlaceLine {
            more: Some(Words::new("popup_place_gone_more")),
            link: true,
            ..line(Tone::Care, Words::new("popup_place_gone"))
        },
    }
}
