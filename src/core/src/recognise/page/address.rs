//! What the page's address says.

use super::super::evidence::Evidence;
use super::super::facts::{FactSet, label};
use super::scores::{AGAINST, LEAVING, OWN, Scores};
use crate::fold::fold;
use crate::hosts::Address;
use crate::ids::{ControlId, PageId};
use crate::lexicon::{Concept, Lexicon, Meaning};
use crate::view::View;

/// An address that tells a page.
pub(super) struct UrlPattern {
    page: PageId,
    host: &'static str,
    path: &'static str,
    fragment: &'static str,
    /// Whether it only hints at the page.
    is_weak: bool,
    /// Whether the address only hands cookies on, and leads further by itself.
    is_passage: bool,
}

include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// The known addresses that fit.
fn matching_patterns(address: &Address) -> impl Iterator<Item = &'static UrlPattern> {
    URL_PATTERNS.iter().filter(|pattern| {
        let at_host =
            pattern.host.is_empty() || first_labels(&address.host).contains(&pattern.host);
        at_host
            && address.path.contains(pattern.path)
            && address.fragment.ends_with(pattern.fragment)
    })
}

/// The page that an address of the site names by itself, before anything of it is read. Sign-in and challenge go first: they may
/// carry the address of any other page.
#[must_use]
pub fn page_at(address: &Address) -> PageId {
    let stands_before = |pattern: &&UrlPattern| {
        !pattern.is_weak && matches!(pattern.page, PageId::SignedOut | PageId::Challenge)
    };
    matching_patterns(address)
        .find(stands_before)
        .or_else(|| matching_pattern(address).filter(|pattern| !pattern.is_weak))
        .map_or(PageId::Other, |pattern| pattern.page)
}

/// The known address that fits best.
pub(super) fn matching_pattern(address: &Address) -> Option<&'static UrlPattern> {
    matching_patterns(address).max_by_key(|pattern| {
        let length = pattern.path.len() + 2 * pattern.fragment.len() + pattern.host.len();
        // Where an address ends says more than where it lies, and whose programme it is more than either.
        (
            !pattern.is_weak,
            pattern.page == PageId::Other,
            pattern.page == PageId::Goodbye,
            length,
        )
    })
}

/// Which known address fits best, by its page and its place among those of that page, as in `order-list.2`: nothing of the
/// address itself is in it.
#[cfg(feature = "serde")]
pub(crate) fn address_key(address: &Address) -> Option<String> {
    let known = matching_pattern(address)?;
    let mut of_its_page = URL_PATTERNS
        .iter()
        .filter(|pattern| pattern.page == known.page);
    let at = of_its_page.position(|pattern| std::ptr::eq(pattern, known))?;
    Some(format!("{}.{}", known.page.as_str(), at + 1))
}

/// Whether the address only hands cookies on, and leads further by itself.
pub(in crate::recognise) fn is_passage(view: &View) -> bool {
    matching_pattern(&view.address).is_some_and(|pattern| pattern.is_passage)
}

/// Whether address or title are those of a form that ends the account, or of its answer.
pub(super) fn is_at_form(pattern: Option<&UrlPattern>, title: &FactSet) -> bool {
    pattern
        .is_some_and(|pattern| pattern.page == PageId::Goodbye || LEAVING.contains(&pattern.page))
        || title.has(label(Concept::Control(ControlId::Deactivate)))
}

pub(super) fn by_address(
    view: &View,
    lexicon: &Lexicon,
    pattern: Option<&UrlPattern>,
    scores: &mut Scores,
) {
    let known = pattern.filter(|pattern| !pattern.is_weak);
    let is_foreign = known.is_none() && !is_own_host(&view.address.host);
    let is_off_the_way = known.map_or_else(
        || is_foreign || names_other(view, lexicon),
        |pattern| is_elsewhere(pattern.page),
    );
    if is_off_the_way {
        for page in LEAVING {
            scores.add(page, Evidence::Address, AGAINST);
        }
    }
    if known.is_none() && !is_foreign && is_off_the_way {
        for page in OWN.into_iter().filter(|page| *page != PageId::ClosedNotice) {
            scores.add(page, Evidence::Address, AGAINST);
        }
    }
    if is_foreign {
        for page in OWN {
            scores.add(page, Evidence::Address, 2 * AGAINST);
        }
    }
    if known.is_some_and(|pattern| pattern.page == PageId::SignedOut) {
        // An account that is removed there is one of those that the browser remembers.
        scores.add(PageId::DeactivateForm, Evidence::Address, AGAINST / 2);
        scores.add(PageId::PrivacyDelete, Evidence::Address, AGAINST / 2);
    }
    if let Some(pattern) = pattern {
        let points = match (
            pattern.path.is_empty() && pattern.fragment.is_empty(),
            pattern.page,
        ) {
            (true, PageId::Other) if pattern.is_weak => 30,
            (true, PageId::Other) => 70,
            (true, _) => 45,
            (false, _) if pattern.is_weak || is_below(pattern, view) => 25,
            (false, PageId::Other) => 80,
            (false, _) => 60,
        };
        scores.add(pattern.page, Evidence::Address, points);
    }
}

/// Whether the address is that of one of the settings rather than of all of them.
fn is_below(pattern: &UrlPattern, view: &View) -> bool {
    pattern.page == PageId::AccountSettings
        && view
            .address
            .path
            .split_once(pattern.path)
            .and_then(|(_, rest)| rest.trim_start_matches('s').strip_prefix('/'))
            .is_some_and(|rest| !rest.is_empty() && !rest.starts_with("index"))
}

/// Whether nothing on that page ends the account: what is removed there is an order, a card, an address.
const fn is_elsewhere(page: PageId) -> bool {
    matches!(
        page,
        PageId::OrderList
            | PageId::OrderDetail
            | PageId::DisputeList
            | PageId::Wallet
            | PageId::Coupons
            | PageId::Addresses
            | PageId::Subscriptions
            | PageId::DataDownload
            | PageId::Other
    )
}

/// Hosts of the account's own pages, besides those of languages and countries: seen (facts/aliexpress-pages.md, section 1), and
/// names under which it would not surprise to find them.
const OWN_HOSTS: [&str; 12] = [
    "www", "privacy", "accounts", "account", "home", "login", "passport", "member", "user",
    "center", "profile", "settings",
];

/// Whether a path names another thing: a list, a plan, a game.
pub(super) fn names_other(view: &View, lexicon: &Lexicon) -> bool {
    let path = &view.address.path;
    // The account's own pages of old.
    !path.contains("/user/organization") && lexicon.words(&fold(path)).has(Meaning::Other)
}

fn is_own_host(host: &str) -> bool {
    first_labels(host)
        .iter()
        .all(|label| label.len() <= 2 || OWN_HOSTS.contains(label))
}

/// The labels of a host before its domain: `["m", "pt"]` of `m.pt.aliexpress.com`.
pub(super) fn first_labels(host: &str) -> Vec<&str> {
    let labels: Vec<&str> = host.split('.').collect();
    labels[..labels.len().saturating_sub(2)].to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(url: &str) -> PageId {
        page_at(&Address::parse(url))
    }

    #[test]
    fn sign_in_and_challenge_are_told_whatever_address_they_carry() {
        for (url, page) in [
            (
                "https://www.aliexpress.com/p/order/index.html/_____tmd_____/punish?x=1",
                PageId::Challenge,
            ),
            (
                "https://login.aliexpress.com/p/refund-dispute/list.html",
                PageId::SignedOut,
            ),
        ] {
            assert_eq!(at(url), page, "{url}");
        }
    }

    #[test]
    fn an_address_that_only_hints_names_no_page() {
        assert_eq!(at("https://www.aliexpress.com/success"), PageId::Other);
        assert_eq!(at("https://www.aliexpress.com/my/setting"), PageId::Other);
    }

    #[cfg(feature = "serde")]
    #[test]
    fn a_key_tells_the_known_address_and_nothing_of_the_page_s_own() {
        let key = |url: &str| address_key(&Address::parse(url));
        let own = "https://maria4711.aliexpress.com/user/organization/manage_person_profile.htm?id=4711#maria";
        assert_eq!(key(own).as_deref(), Some("edit-profile.1"));
        let old = "https://trade.aliexpress.com/orderlist.htm";
        assert_eq!(key(old).as_deref(), Some("order-list.2"));
        assert_eq!(key("https://www.aliexpress.com/maria/4711"), None);
    }
}
