//! Filling: so that the page believes it, never over the person's words, and not for good.

use farewell_content::fill::{Filled, Outcome};
use farewell_core::{ControlId, Fill, Kind};
use farewell_dom_tests::{read, run, show};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Fills the first field of `html` with "agree", or its select with the option called "Privacy".
fn fill(html: &str) -> Option<Filled> {
    show(html);
    // What a framework does: a setter of its own on the field tells it that the change is its own and no news.
    run("globalThis.heard = [];
        globalThis.page?.abort();
        globalThis.page = new AbortController();
        const field = document.querySelector('input, select, textarea');
        const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
        let known = field.value;
        Object.defineProperty(field, 'value', { configurable: true,
            get() { return native.get.call(this) }, set(value) { known = value; native.set.call(this, value) } });
        for (const type of ['input', 'change']) document.addEventListener(type, (event) => {
            if (event.target.value !== known) heard.push(type + ' ' + event.target.value + ' ' + event.isTrusted);
        }, { signal: page.signal });");
    let view = read(&run("return document"), &JsValue::NULL, None);
    let field = view
        .items
        .iter()
        .find(|item| item.kind.is_typed() || item.kind == Kind::Select)?;
    let choice = view
        .items
        .iter()
        .find(|item| item.name == "Privacy")
        .map(|item| item.id);
    let text = if choice.is_some() {
        String::new()
    } else {
        "agree".to_owned()
    };
    let filled = Filled::fill(&Fill {
        control: ControlId::Phrase,
        item: field.id,
        text,
        choice,
    });
    filled.can_undo().then_some(filled)
}

fn value() -> Option<String> {
    run("return document.querySelector('input, select, textarea').value").as_string()
}

fn heard() -> String {
    run("return heard.join('; ')")
        .as_string()
        .unwrap_or_default()
}

#[wasm_bindgen_test]
fn a_framework_hears_that_an_empty_field_was_filled() {
    let mut filled = fill("<input>").expect("it is filled");
    assert_eq!(value().as_deref(), Some("agree"));
    assert_eq!(heard(), "input agree false; change agree false");
    filled.verify(None);
    assert_eq!(filled.outcome, Outcome::Kept);
}

#[wasm_bindgen_test]
fn the_persons_words_are_never_written_over() {
    assert!(fill("<input value='mine'>").is_none());
    assert_eq!(value().as_deref(), Some("mine"));
    assert_eq!(heard(), "");
}

#[wasm_bindgen_test]
fn what_cannot_be_edited_is_not_filled() {
    for html in [
        "<input disabled>",
        "<input readonly>",
        "<fieldset disabled><input></fieldset>",
    ] {
        assert!(fill(html).is_none(), "{html}");
    }
}

#[wasm_bindgen_test]
fn a_select_is_filled_when_nothing_is_chosen() {
    let options = "<option>Privacy</option><option>Other</option></select>";
    assert!(
        fill(&format!(
            "<select><option value=''>Choose</option>{options}"
        ))
        .is_some()
    );
    assert_eq!(value().as_deref(), Some("Privacy"));
    assert!(
        fill(&format!(
            "<select><option disabled selected>Choose</option>{options}"
        ))
        .is_some()
    );
    assert!(
        fill(&format!(
            "<select><option>Please choose</option><option selected>Mine</option>{options}"
        ))
        .is_none()
    );
    assert_eq!(value().as_deref(), Some("Mine"));
}

#[wasm_bindgen_test]
fn a_page_that_throws_it_away_is_noticed() {
    let mut filled = fill("<textarea></textarea>").expect("it is filled");
    run("document.querySelector('textarea').value = ''");
    filled.verify(None);
    assert_eq!(filled.outcome, Outcome::Refused);
    assert!(!filled.can_undo());
}

#[wasm_bindgen_test]
fn what_the_person_writes_there_afterwards_is_theirs() {
    let mut filled = fill("<input>").expect("it is filled");
    filled.verify(Some(filled.item()));
    run("document.querySelector('input').value = 'mine'");
    filled.verify(Some(filled.item()));
    assert_eq!(filled.outcome, Outcome::Undone);
    filled.undo();
    assert_eq!(value().as_deref(), Some("mine"));
}

#[wasm_bindgen_test]
fn a_field_in_a_frame_of_the_same_site_is_filled() {
    show("<iframe></iframe>");
    run("document.querySelector('iframe').contentDocument.body.innerHTML = '<input>'");
    let view = read(&run("return document"), &JsValue::NULL, None);
    let field = view.items.iter().find(|item| item.kind.is_typed());
    let filled = Filled::fill(&Fill {
        control: ControlId::Phrase,
        item: field.expect("the field").id,
        text: "agree".to_owned(),
        choice: None,
    });
    assert_eq!(filled.outcome, Outcome::Pending);
    let value =
        run("return document.querySelector('iframe').contentDocument.querySelector('input').value");
    assert_eq!(value.as_string().as_deref(), Some("agree"));
}

#[wasm_bindgen_test]
fn undoing_puts_back_what_was_there() {
    let mut filled = fill("<input>").expect("it is filled");
    filled.undo();
    assert_eq!(value().as_deref(), Some(""));
    assert_eq!(filled.outcome, Outcome::Undone);
    let mut filled =
        fill("<select><option value=''>Choose</option><option>Privacy</option></select>")
            .expect("it is filled");
    filled.undo();
    assert_eq!(value().as_deref(), Some(""));
}
