//! The accessible name is what a screen reader would say.

use farewell_content::read::accessible_name;
use farewell_dom_tests::{find, show};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The name of what has the id `it`.
fn button(html: &str) -> String {
    show(html);
    accessible_name(&find("#it"), true)
}

fn field(html: &str) -> String {
    show(html);
    accessible_name(&find("#it"), false)
}

#[wasm_bindgen_test]
fn content_names_a_button() {
    assert_eq!(
        button("<button id=it>Delete  my\n account</button>"),
        "Delete my account"
    );
}

#[wasm_bindgen_test]
fn inline_pieces_run_on_and_blocks_stand_apart() {
    assert_eq!(
        button("<a id=it href=x><span>De</span><span>activate</span> now</a>"),
        "Deactivate now"
    );
    assert_eq!(
        button("<a id=it href=x><div>Account</div><div>Settings</div></a>"),
        "Account Settings"
    );
    assert_eq!(
        button("<a id=it href=x>Account<br>Settings</a>"),
        "Account Settings"
    );
}

#[wasm_bindgen_test]
fn an_icon_speaks_by_its_alternative() {
    assert_eq!(
        button("<button id=it><img alt='Close' src='data:,'> account</button>"),
        "Close account"
    );
    assert_eq!(
        button("<button id=it><svg><title>Close</title></svg></button>"),
        "Close"
    );
}

#[wasm_bindgen_test]
fn labelledby_comes_first_in_the_order_of_its_ids_and_hidden_ones_count() {
    let html = "<i id=b hidden>account</i><i id=a>Delete</i><button id=it aria-labelledby='a b' aria-label=no>no</button>";
    assert_eq!(button(html), "Delete account");
}

#[wasm_bindgen_test]
fn labelledby_is_not_followed_twice() {
    let html = "<i id=a aria-labelledby=b>one</i><i id=b>two</i><button id=it aria-labelledby=a>x</button>";
    assert_eq!(button(html), "one");
}

#[wasm_bindgen_test]
fn an_element_may_name_itself_among_others() {
    let html =
        "<a id=it href=x aria-label=Edit aria-labelledby='it what'>y</a><h2 id=what>Profile</h2>";
    assert_eq!(button(html), "Edit Profile");
}

#[wasm_bindgen_test]
fn an_empty_label_is_none() {
    assert_eq!(button("<button id=it aria-label='  '>Yes</button>"), "Yes");
    assert_eq!(
        button("<button id=it aria-labelledby=nowhere>Yes</button>"),
        "Yes"
    );
}

#[wasm_bindgen_test]
fn what_is_hidden_is_not_said() {
    let html = "<button id=it>Yes<b hidden>no</b><b style='display:none'>no</b><b style='visibility:hidden'>no</b><b aria-hidden=true>no</b></button>";
    assert_eq!(button(html), "Yes");
}

#[wasm_bindgen_test]
fn what_only_the_eye_misses_is_said() {
    let html = "<button id=it>Delete <span style='position:absolute;width:1px;height:1px;overflow:hidden'>account</span></button>";
    assert_eq!(button(html), "Delete account");
}

#[wasm_bindgen_test]
fn a_style_sheet_can_speak() {
    assert_eq!(
        button("<style>#it::before{content:'Delete '}</style><button id=it>account</button>"),
        "Delete account"
    );
}

#[wasm_bindgen_test]
fn title_is_the_last_resort() {
    assert_eq!(
        button("<button id=it title='Delete account'></button>"),
        "Delete account"
    );
    assert_eq!(button("<button id=it title='no'>Yes</button>"), "Yes");
}

#[wasm_bindgen_test]
fn an_input_button_is_named_by_its_value() {
    assert_eq!(
        button("<input id=it type=submit value='Deactivate My Account'>"),
        "Deactivate My Account"
    );
    assert_eq!(
        button("<input id=it type=image alt='Delete' src='data:,'>"),
        "Delete"
    );
}

#[wasm_bindgen_test]
fn a_label_names_its_field_from_outside_and_from_around() {
    assert_eq!(field("<label for=it>E-mail</label><input id=it>"), "E-mail");
    assert_eq!(field("<label>E-mail <input id=it></label>"), "E-mail");
    assert_eq!(
        field("<label for=it>Your</label><label for=it>e-mail</label><input id=it>"),
        "Your e-mail"
    );
}

#[wasm_bindgen_test]
fn the_value_of_a_field_is_never_part_of_a_name() {
    assert_eq!(
        field("<label>E-mail <input id=it value='a@example.org'></label>"),
        "E-mail"
    );
    assert_eq!(
        button("<button id=it>Use <input value='a@example.org'></button>"),
        "Use"
    );
}

#[wasm_bindgen_test]
fn a_placeholder_names_a_field_that_nothing_else_names() {
    assert_eq!(
        field("<input id=it placeholder='Type agree'>"),
        "Type agree"
    );
    assert_eq!(
        field("<label for=it>Word</label><input id=it placeholder='Type agree'>"),
        "Word"
    );
}

#[wasm_bindgen_test]
fn a_fieldset_is_named_by_its_legend() {
    assert_eq!(
        field("<fieldset id=it><legend>Why do you leave?</legend><input></fieldset>"),
        "Why do you leave?"
    );
}

#[wasm_bindgen_test]
fn slots_and_shadow_roots_are_read_as_they_show() {
    show("<button id=it><x-word>account</x-word></button>");
    farewell_dom_tests::run(
        "document.querySelector('x-word').attachShadow({mode: 'open'}).innerHTML = 'Delete <slot></slot>'",
    );
    assert_eq!(accessible_name(&find("#it"), true), "Delete account");
}
