//! Where a page is, and whether it is `AliExpress` at all.
//!
//! The rule is a suffix rule over whole labels, on `https:` only: `aliexpress.com.example.org` and `myaliexpress.com`
//! are foreign. User info and ports never count as part of the host.

/// The site's domains; a test holds them against `extension/background/hosts.js`, from which the manifest is made.
pub const DOMAINS: [&str; 3] = ["aliexpress.com", "aliexpress.us", "aliexpress.ru"];

/// Whether `protocol` (with its colon) and `host` (without port) belong to `AliExpress`.
#[must_use]
pub fn is_aliexpress(protocol: &str, host: &str) -> bool {
    protocol == "https:" && DOMAINS.iter().any(|domain| is_of(host, domain))
}

/// Whether the page shows the account's coins: on a computer 2024, on a phone 2026-07 (code that was written against them, [B]). Its
/// games live below the same path, so that it is no page of its own for the recognition.
#[must_use]
pub fn shows_coins(address: &Address) -> bool {
    let paths = ["/p/coin-pc-index", "/p/coin-index"];
    paths.iter().any(|path| address.path.starts_with(path))
}

/// Whether `host` belongs to the Russian site, which is a stack of its own without a known way out.
#[must_use]
pub fn is_russian(host: &str) -> bool {
    is_of(host, "aliexpress.ru")
}

fn is_of(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// The parts of an address that recognition looks at, lower-cased. The query's values are never kept: they can be personal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Address {
    /// Host without port.
    pub host: String,
    /// Path, beginning with a slash.
    pub path: String,
    /// Names of the query's parameters, one space between.
    pub query: String,
    /// Fragment without `#`.
    pub fragment: String,
}

impl Address {
    /// The parts of `url`; what is not an `https:` address gives an empty address.
    #[must_use]
    pub fn parse(url: &str) -> Self {
        let Some(rest) = url.strip_prefix("https://") else {
            return Self::default();
        };
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let host = authority.rsplit('@').next().unwrap_or_default();
        let host = host.split(':').next().unwrap_or_default();
        let names: Vec<&str> = query
            .split('&')
            .filter_map(|pair| pair.split('=').next())
            .filter(|name| !name.is_empty())
            .collect();
        let path = String::from("/") + &path.to_ascii_lowercase();
        Self {
            host: host.to_ascii_lowercase(),
            path,
            query: names.join(" ").to_ascii_lowercase(),
            fragment: fragment
                .split('?')
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_aliexpress_only_by_whole_labels() {
        for host in [
            "aliexpress.com",
            "www.aliexpress.com",
            "ar.aliexpress.us",
            "aliexpress.ru",
        ] {
            assert!(is_aliexpress("https:", host), "{host}");
        }
        for host in [
            "aliexpress.com.example.org",
            "myaliexpress.com",
            "aliexpress.de",
            "xn--aliexpres-f4b.com",
            "",
        ] {
            assert!(!is_aliexpress("https:", host), "{host}");
        }
        assert!(!is_aliexpress("http:", "www.aliexpress.com"));
    }

    #[test]
    fn an_address_keeps_no_value_of_the_query() {
        let address = Address::parse(
            "https://user@WWW.AliExpress.com:8443/p/order/Detail.html?orderId=1&x=2#/Request/delete",
        );
        assert_eq!(address.host, "www.aliexpress.com");
        assert_eq!(address.path, "/p/order/detail.html");
        assert_eq!(address.query, "orderid x");
        assert_eq!(address.fragment, "/request/delete");
        assert_eq!(
            Address::parse("http://www.aliexpress.com/"),
            Address::default()
        );
    }
}
