//! Whether a thing that the reader finds can be seen.

use farewell_core::{Kind, Visibility};
use farewell_dom_tests::reading::{is_shown, named, page, view};
use farewell_dom_tests::{run, show};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn what_has_no_box_or_no_ink_is_hidden() {
    for style in [
        "display:none",
        "visibility:hidden",
        "opacity:0",
        "position:absolute;left:-9999px",
        "position:absolute;width:1px;height:1px;overflow:hidden;padding:0;border:0",
        "content-visibility:hidden;width:0;height:0;padding:0;border:0",
    ] {
        let is_hidden = !is_shown(&format!("<button style='{style}'>Delete account</button>"));
        assert!(is_hidden, "{style}");
        let is_hidden = !is_shown(&format!(
            "<div style='{style}'><button>Delete account</button></div>"
        ));
        assert!(is_hidden, "around: {style}");
    }
}

#[wasm_bindgen_test]
fn what_is_folded_away_is_hidden() {
    assert!(!is_shown(
        "<div style='max-height:0;overflow:hidden'><button>Delete account</button></div>"
    ));
    assert!(!is_shown(
        "<details><summary>x</summary><button>Delete account</button></details>"
    ));
    assert!(!is_shown(
        "<div style='width:200px;overflow:hidden;position:relative'><button style='margin-left:400px'>Delete account</button></div>"
    ));
}

#[wasm_bindgen_test]
fn what_can_be_scrolled_to_is_shown() {
    assert!(is_shown(
        "<div style='height:80px;overflow:auto'><p style='height:900px'></p><button>Delete account</button></div>"
    ));
    assert!(is_shown(
        "<p style='height:5000px'></p><button>Delete account</button>"
    ));
}

#[wasm_bindgen_test]
fn what_is_inert_is_hidden() {
    assert!(!is_shown(
        "<div inert><button>Delete account</button></div>"
    ));
    show("<button>Delete account</button><dialog><button>Yes</button></dialog>");
    run("document.querySelector('dialog').showModal()");
    let view = page();
    assert_eq!(
        named(&view, "Delete account")[0].visibility,
        Visibility::Hidden
    );
    assert_eq!(named(&view, "Yes")[0].visibility, Visibility::Shown);
}

#[wasm_bindgen_test]
fn a_box_that_hides_behind_its_label_shows_as_the_label_does() {
    let view = view(
        "<label style='display:block;width:200px'><input type=radio name=why style='opacity:0'>Privacy</label>",
    );
    let radio = view
        .items
        .iter()
        .find(|item| item.kind == Kind::Radio)
        .expect("the radio is there");
    assert_eq!((radio.visibility, radio.area.w), (Visibility::Shown, 200));
}

/// Whether the one field of the page counts as shown.
fn field_is_shown(html: &str) -> bool {
    let view = view(html);
    let field = view
        .items
        .iter()
        .find(|item| item.kind.is_typed() || matches!(item.kind, Kind::Select | Kind::CheckBox));
    field.expect("a field").visibility == Visibility::Shown
}

#[wasm_bindgen_test]
fn point_2_a_trap_for_robots_is_hidden_however_it_is_made() {
    for style in [
        "position:absolute;clip-path:inset(50%);width:200px;height:60px",
        "position:absolute;clip:rect(0,0,0,0);width:200px;height:60px",
        "clip-path:circle(0)",
        "opacity:0.01",
        "filter:opacity(0)",
        "position:absolute;left:-5000px",
        "height:0;overflow:hidden",
        "visibility:hidden",
    ] {
        let html = format!("<div style='{style}'><input type=email></div>");
        assert!(!field_is_shown(&html), "{style}");
    }
}

#[wasm_bindgen_test]
fn point_2_a_drawer_that_is_parked_outside_the_window_lies_over_nothing() {
    let drawer = "position:fixed;left:0;right:0;bottom:0;height:200px;transform:translateY(100%)";
    assert!(!field_is_shown(&format!(
        "<div style='{drawer}'><input type=email></div>"
    )));
    let open = "position:fixed;left:0;right:0;bottom:0;height:200px";
    assert!(field_is_shown(&format!(
        "<div style='{open}'><input type=email></div>"
    )));
}

#[wasm_bindgen_test]
fn what_a_fixed_box_scrolls_to_can_be_seen() {
    let sheet = "position:fixed;inset:0;overflow:auto";
    assert!(field_is_shown(&format!(
        "<div style='{sheet}'><div style='height:5000px'></div><input type=email></div>"
    )));
}

#[wasm_bindgen_test]
fn point_2_a_transparent_list_over_a_drawn_face_is_what_is_pressed() {
    let face = "position:relative;width:300px;height:40px;border:1px solid";
    let over = "position:absolute;inset:0;width:100%;height:100%;opacity:0";
    assert!(field_is_shown(&format!(
        "<div style='{face}'>Choose<select style='{over}'><option>Privacy</option></select></div>"
    )));
    assert!(!field_is_shown(
        "<div style='opacity:0'><input type=text></div>"
    ));
}

#[wasm_bindgen_test]
fn point_2_an_element_without_a_box_shows_what_is_in_it() {
    let view =
        view("<a href='/account/setting/index.html' style='display:contents'>Account Settings</a>");
    let link = view.items.iter().find(|item| item.kind == Kind::Link);
    assert_eq!(link.expect("a link").visibility, Visibility::Shown);
}
