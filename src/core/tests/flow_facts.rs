//! What the build asks of the file of a way, shown on a made-up one: it builds from its file alone, and a file that leaves out
//! any key is refused with the key's name.

#[path = "../build/flows.rs"]
mod flows;
#[path = "../src/ids.rs"]
#[allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the checks of the build use their part"
)]
mod ids;

use flows::tables;
use toml::Table;

/// A way that no file of the product describes: under the name of one, since names are the product's vocabulary.
const MADE_UP: &str = r#"
id = "remove"
home = "https://example.aliexpress.com/farewell"
phrases = ["so long"]
sources = ["made up for this test [I]"]
verified = "2026-11"
effect = "closes"
fills = "deactivate-form"
presumes_phrase = true
takes_email = true
keeps_orders = false
letter = "access"
private_window = true
offered_on = ["wallet"]
fits = ["privacy", "security", "experience", "switching"]
same_control_on = []

[says]
ended = "guide_made_up_end_body"
answered_later = "guide_made_up_sent"
submit = "guide_made_up_note"
confirm = ""

[consequences]
balance = "balance"
data = "data_made_up"

[[step]]
id = "open-it"
controls = ["deactivate"]
pages = ["wallet"]

[[step]]
id = "send"
controls = ["submit"]
pages = ["deactivate-form"]
"#;

fn made_up() -> Table {
    MADE_UP.parse().expect("it is TOML")
}

fn built(name: &str, way: &Table) -> Result<String, String> {
    tables(&[(name.to_owned(), way.to_string())])
}

/// What the build says to the made-up way after `change`.
fn refusal(change: impl FnOnce(&mut Table)) -> String {
    let mut way = made_up();
    change(&mut way);
    built("remove", &way).expect_err("the build refuses it")
}

/// What it says where `key` has another value.
fn refusal_of(key: &str, value: impl Into<toml::Value>) -> String {
    refusal(|way| {
        way.insert(key.to_owned(), value.into());
    })
}

#[test]
fn a_made_up_way_builds_from_its_file_alone() {
    let code = built("remove", &made_up()).unwrap();
    for part in [
        "Flow { id: FlowId::Remove, home: \"https://example.aliexpress.com/farewell\", phrases: &[\"so long\"]",
        "effect: AccountEffect::Closes, fills: Some(PageId::DeactivateForm), presumes_phrase: true",
        "letter: FirstLetter::Access",
        "ended: Some(\"guide_made_up_end_body\")",
        "answered_later: Some((\"guide_made_up_sent\", \"guide_made_up_sent_body\"))",
        "confirm: None",
        "title: \"guide_remove_open_it\", body: \"guide_remove_open_it_body\"",
        "name: \"popup_way_remove\", short: \"popup_way_remove_short\", text: \"popup_way_remove_text\"",
        "takes_email: true, private_window: true, offered_on: &[PageId::Wallet, ]",
        "words: \"popup_consequence_data_made_up\", title: \"popup_name_data_made_up\"",
    ] {
        assert!(code.contains(part), "{part}\n{code}");
    }
    let place = |id| code.find(id).expect("it is a consequence");
    assert!(
        place("ConsequenceId::Data") < place("ConsequenceId::Balance"),
        "in the order of the vocabulary"
    );
}

#[test]
fn a_way_that_lacks_a_key_is_refused_by_the_name_of_the_key() {
    let way = made_up();
    assert!(way.len() >= 18, "all keys are tried");
    for key in way.keys() {
        let said = refusal(|way| drop(way.remove(key)));
        assert!(said.contains(&format!("missing field `{key}`")), "{said}");
    }
    for key in way["says"].as_table().unwrap().keys() {
        let said = refusal(|way| drop(way["says"].as_table_mut().unwrap().remove(key)));
        assert!(said.contains(&format!("missing field `{key}`")), "{said}");
    }
    for key in ["id", "controls", "pages"] {
        let step = |way: &mut Table| way["step"][0].as_table_mut().unwrap().remove(key);
        let said = refusal(|way| drop(step(way)));
        assert!(said.contains(&format!("missing field `{key}`")), "{said}");
    }
}

#[test]
fn a_way_that_names_what_the_product_does_not_know_is_refused() {
    let said = refusal_of("takes_phone", true);
    assert!(said.contains("unknown field `takes_phone`"), "{said}");
    for (key, value) in [
        ("effect", "explodes".into()),
        ("letter", "love".into()),
        ("fits", toml::Value::from(vec!["boredom"])),
        ("offered_on", vec!["lobby"].into()),
        (
            "consequences",
            Table::from_iter([("fame".to_owned(), "data".into())]).into(),
        ),
    ] {
        let said = refusal_of(key, value);
        assert!(said.contains(&format!("{key}: “")), "{said}");
        assert!(said.contains("is not known"), "{said}");
    }
}

#[test]
fn a_way_that_contradicts_itself_is_refused() {
    let none = || toml::Value::Array(Vec::new());
    for (key, value) in [
        ("home", "http://example.org".into()),
        ("sources", none()),
        ("verified", "".into()),
        ("offered_on", none()),
        ("fills", "privacy-delete".into()),
        ("phrases", none()),
        ("same_control_on", vec!["order-list"].into()),
        ("consequences", Table::new().into()),
        ("step", none()),
    ] {
        let said = refusal_of(key, value);
        assert!(said.starts_with("remove.toml: "), "{key}: {said}");
    }
    let said = refusal_of("effect", "nothing");
    assert!(said.contains("says.ended"), "{said}");
    let mut says = made_up()["says"].clone();
    says["submit"] = "".into();
    let said = refusal_of("says", says);
    assert!(said.contains("says.submit"), "{said}");
    let said = built("delete", &made_up()).expect_err("the file has another name");
    assert!(said.contains("id: "), "{said}");
}

#[test]
fn no_page_offers_two_ways_and_each_reason_has_one() {
    let mut other = made_up();
    other.insert("id".into(), "delete".into());
    let both = |other: &Table| {
        let file = |name: &str, way: &Table| (name.to_owned(), way.to_string());
        tables(&[file("delete", other), file("remove", &made_up())])
    };
    let said = both(&other).expect_err("both are offered on one page");
    assert_eq!(said, "offered_on: “wallet” stands in two ways");
    other.insert("offered_on".into(), vec!["coupons"].into());
    let said = both(&other).expect_err("both fit the same reasons");
    assert_eq!(said, "fits: “privacy” stands in two ways");
    other.insert("fits".into(), toml::Value::Array(Vec::new()));
    both(&other).unwrap();
    let said = refusal_of("fits", vec!["privacy"]);
    assert_eq!(said, "fits: no way fits the reason security");
}
