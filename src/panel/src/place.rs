//! Where the tab is, as far as its address tells.
//!
//! Before Start nothing else is known of a page. An address that only looks like the site's is told apart from one that
//! is simply another site, because the first may be a trap.

use farewell_core::{Address, PageId, is_aliexpress, is_russian, page_at};

/// Where the tab is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// On the site; `Other` is any page of it that has no name here.
    Page(PageId),
    /// On `aliexpress.ru`, which is a separate site.
    Russian,
    /// An address that has the site's name, or nearly, in it.
    LookAlike(String),
    /// The site's address without the encryption.
    Insecure,
    /// Another site; its host, where the browser tells.
    Foreign(Option<String>),
    /// A page of the browser itself.
    Browser,
    /// The browser does not tell, because the extension may not reach the site.
    Hidden,
    /// The tab is closed.
    Gone,
}

impl Place {
    /// The place of an address. `allowed` is whether the extension may reach the site: only then is an address that
    /// the browser keeps to itself surely another site's.
    pub(crate) fn of(url: Option<&str>, allowed: bool) -> Self {
        let Some(url) = url.filter(|url| !url.is_empty()) else {
            return if allowed {
                Self::Foreign(None)
            } else {
                Self::Hidden
            };
        };
        let Some((scheme, rest)) = url.split_once("://") else {
            return Self::Browser;
        };
        let address = Address::parse(&format!("https://{rest}"));
        match scheme {
            "https" if is_russian(&address.host) => Self::Russian,
            "https" if is_aliexpress("https:", &address.host) => Self::Page(page_at(&address)),
            "http" if is_aliexpress("https:", &address.host) => Self::Insecure,
            "http" | "https" if looks_like_aliexpress(&address.host) => {
                Self::LookAlike(address.host)
            }
            "http" | "https" => Self::Foreign(Some(address.host)),
            _ => Self::Browser,
        }
    }

    /// Whether a guide may be started here; where the address is hidden, the browser is asked first.
    pub(crate) const fn can_start(&self) -> bool {
        matches!(self, Self::Page(_) | Self::Russian | Self::Hidden)
    }

    /// Whether the tab is surely not on the site.
    pub(crate) const fn is_elsewhere(&self) -> bool {
        !self.can_start()
    }
}

/// Whether a host that is not the site's has its name in it, or with one slip: `aliexpress.com.example.org`,
/// `my-a1iexpress.shop`, `aliexpres.example`, `xn--aliexpres-f4b.com`.
fn looks_like_aliexpress(host: &str) -> bool {
    const NAME: &str = "aliexpress";
    let plain: String = host
        .chars()
        .map(|c| match c {
            '0' => 'o',
            '1' => 'l',
            '3' => 'e',
            '5' => 's',
            c => c,
        })
        .collect();
    plain.replace('-', "").contains(NAME)
        || plain
            .split(['.', '-'])
            .any(|word| strsim::levenshtein(word, NAME) <= 1)
}

/// A place of each kind that is surely not the site's.
#[cfg(test)]
pub(crate) fn elsewhere() -> [Place; 5] {
    [
        Place::Foreign(None),
        Place::LookAlike("a".into()),
        Place::Insecure,
        Place::Browser,
        Place::Gone,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_of_the_way_are_known_by_their_addresses() {
        for (url, id) in [
            (
                "https://www.aliexpress.com/p/account/index.html?spm=1",
                PageId::MyAliexpress,
            ),
            (
                "https://home.aliexpress.com/index.htm",
                PageId::MyAliexpress,
            ),
            (
                "https://home.aliexpress.com/account_settings.htm?flag=account",
                PageId::AccountSettings,
            ),
            (
                "https://www.aliexpress.us/account/setting/index.html",
                PageId::AccountSettings,
            ),
            (
                "https://accounts.aliexpress.com/user/organization/manage_person_profile.htm",
                PageId::EditProfile,
            ),
            (
                "https://accounts.aliexpress.com/user/organization/deactive_account.htm",
                PageId::DeactivateForm,
            ),
            (
                "https://privacy.aliexpress.com/home#/request/delete",
                PageId::PrivacyDelete,
            ),
            ("https://privacy.aliexpress.com/home", PageId::PrivacyCenter),
            (
                "https://login.aliexpress.com/?return_url=/account/setting",
                PageId::SignedOut,
            ),
            (
                "https://www.aliexpress.com/p/order/index.html/_____tmd_____/punish?x=1",
                PageId::Challenge,
            ),
            (
                "https://m.aliexpress.com/p/refund-dispute/list.html",
                PageId::DisputeList,
            ),
            ("https://www.aliexpress.com/", PageId::Other),
        ] {
            assert_eq!(Place::of(Some(url), true), Place::Page(id), "{url}");
        }
    }

    #[test]
    fn what_is_not_aliexpress_is_told_apart() {
        for (url, place) in [
            ("https://aliexpress.ru/account", Place::Russian),
            ("https://trade.aliexpress.ru/orderList.htm", Place::Russian),
            ("http://www.aliexpress.com/", Place::Insecure),
            (
                "https://example.org/aliexpress.com",
                Place::Foreign(Some("example.org".into())),
            ),
            (
                "https://express.example/",
                Place::Foreign(Some("express.example".into())),
            ),
            ("chrome://extensions/", Place::Browser),
            ("about:blank", Place::Browser),
            ("file:///tmp/aliexpress.com", Place::Browser),
            ("moz-extension://1/popup.html", Place::Browser),
        ] {
            assert_eq!(Place::of(Some(url), true), place, "{url}");
        }
    }

    #[test]
    fn a_host_that_only_looks_like_aliexpress_is_named() {
        for host in [
            "aliexpress.com.example.org",
            "my-a1iexpress.shop",
            "ali-express.example",
            "aliexpres.example",
            "aliexxpress.example",
            "aliexprees.example",
            "xn--aliexpres-f4b.com",
        ] {
            assert_eq!(
                Place::of(Some(&format!("https://{host}/p/account")), true),
                Place::LookAlike(host.into())
            );
        }
        let trap = "https://www.aliexpress.com@aliexpress.example/";
        assert_eq!(
            Place::of(Some(trap), true),
            Place::LookAlike("aliexpress.example".into())
        );
    }

    #[test]
    fn an_address_that_the_browser_hides_is_elsewhere_only_if_aliexpress_would_be_shown() {
        assert_eq!(Place::of(None, true), Place::Foreign(None));
        assert_eq!(Place::of(None, false), Place::Hidden);
        assert!(Place::Hidden.can_start());
    }

    #[test]
    fn one_slip_makes_a_look_alike_and_two_do_not() {
        for (word, looks_alike) in [
            ("aliexprss", true),
            ("liexpress", true),
            ("aliexpresss", true),
            ("alixxpress", true),
            ("aliepxress", false),
            ("alexpres", false),
            ("express", false),
        ] {
            let host = format!("{word}.example");
            let place = Place::of(Some(&format!("https://{host}/")), true);
            assert_eq!(place == Place::LookAlike(host), looks_alike, "{word}");
        }
    }
}
