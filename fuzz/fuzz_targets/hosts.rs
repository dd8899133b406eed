//! Any address: parsed without a panic, without the query's values, and AliExpress only by a whole label at its end.
#![no_main]

use farewell_core::{Address, is_aliexpress};
use libfuzzer_sys::fuzz_target;

const DOMAINS: [&str; 3] = ["aliexpress.com", "aliexpress.us", "aliexpress.ru"];

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let address = Address::parse(&format!("https://{text}"));
    assert!(!address.host.contains(['/', '?', '#', '@', ':']));
    assert!(!address.query.contains(['=', '&']));
    let is_ours = |host: &str| {
        DOMAINS
            .iter()
            .any(|domain| host == *domain || host.ends_with(&format!(".{domain}")))
    };
    assert_eq!(is_aliexpress("https:", &text), is_ours(&text));
    assert!(!is_aliexpress("http:", &text));
});
