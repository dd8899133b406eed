//! What the reader makes of a page: which things are there, what they are, and whether they can be seen and used.

use farewell_core::{Item, Kind, Landmark, Visibility};
use farewell_dom_tests::reading::{named, page, pressable, view};
use farewell_dom_tests::{run, show, until};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

// What is read at all

#[wasm_bindgen_test]
fn of_links_and_buttons_those_are_kept_whose_words_are_known() {
    let view = view(
        "<a href=/x>Account settings</a><a href=/y>Lamp, 20 cm</a><button>Delete account</button>",
    );
    assert_eq!(named(&view, "Account settings").len(), 1);
    assert_eq!(named(&view, "Delete account").len(), 1);
    assert!(named(&view, "Lamp, 20 cm").is_empty());
}

#[wasm_bindgen_test]
fn every_field_is_kept() {
    let view = view(
        "<input name=q><input type=email><textarea></textarea><input type=file><input type=hidden name=h>",
    );
    let kinds: Vec<Kind> = view.items.iter().map(|item| item.kind).collect();
    assert_eq!(
        kinds,
        [Kind::TextBox, Kind::EmailBox, Kind::TextArea, Kind::FileBox]
    );
}

#[wasm_bindgen_test]
fn a_dialog_is_kept_whole() {
    let view = view("<div role=dialog><p>Sure?</p><button>Lamp</button></div>");
    assert!(view.items.iter().any(|item| item.kind == Kind::Dialog));
    let dialogs: Vec<bool> = named(&view, "Lamp")
        .iter()
        .map(|item| item.dialog != 0)
        .collect();
    assert_eq!(dialogs, [true]);
    assert_eq!(named(&view, "Sure?").len(), 1);
}

#[wasm_bindgen_test]
fn a_fixed_box_that_calls_itself_modal_is_a_dialog() {
    let view = view(
        "<div class='comet-modal-wrap' style='position:fixed;inset:0'><button>Yes</button></div>",
    );
    assert_ne!(named(&view, "Yes")[0].dialog, 0);
}

/// Whether the layer that holds `inside` is read as a dialog in front.
fn is_in_front(inside: &str) -> bool {
    let view = page();
    let dialog = named(&view, inside)[0].dialog;
    let mut layers = view.items.iter();
    layers.any(|item| item.kind == Kind::Dialog && item.dialog == dialog && item.strong)
}

#[wasm_bindgen_test]
fn a_popover_that_darkens_the_page_is_a_dialog() {
    const LAYER: &str =
        "<button>Delete account</button><style>#p::backdrop{background:rgba(0,0,0,.5)}</style>
        <div id=p popover=manual><p>You have an open dispute.</p><button>Got it</button></div>";
    show(LAYER);
    run("document.querySelector('#p').showPopover()");
    assert!(is_in_front("You have an open dispute."));
    show(&LAYER.replace("rgba(0,0,0,.5)", "transparent"));
    run("document.querySelector('#p').showPopover()");
    assert!(
        !is_in_front("You have an open dispute."),
        "a menu is one too"
    );
}

#[wasm_bindgen_test]
fn an_opaque_layer_is_a_dialog_where_it_hides_something_and_else_the_page_itself() {
    const LAYER: &str = "<div style='position:fixed;inset:0;background:#fff'><h2>Go on in our app</h2><button>Delete account</button></div>";
    show(&format!("<button>Account settings</button>{LAYER}"));
    assert!(is_in_front("Delete account"));
    show(LAYER);
    assert!(!is_in_front("Delete account"));
}

#[wasm_bindgen_test]
fn a_button_that_says_what_the_others_say_has_the_title_of_its_row() {
    let row = |title: &str| {
        format!("<li><h4>{title}</h4><p>All of it</p><a href='javascript:;'>Request</a></li>")
    };
    let rows = row("Delete the history") + &row("Delete my account") + &row("Your data");
    let pressed = |view: &farewell_core::View, name: &str| {
        let mut items = view.items.iter();
        items.any(|item| item.kind == Kind::Link && item.name == name)
    };
    assert!(pressed(&view(&rows), "Delete my account"));
    let two = row("Delete the history")
        + "<li><h4>Delete my account</h4><a href='javascript:;'>Request</a> <a href=/y>Terms</a></li>";
    assert!(!pressed(&view(&two), "Delete my account"));
}

#[wasm_bindgen_test]
fn what_a_button_is_made_of_is_no_second_button() {
    let view =
        view("<button class=next-btn><span class=next-btn-helper>Delete account</span></button>");
    let buttons = named(&view, "Delete account");
    assert_eq!(
        buttons
            .iter()
            .filter(|item| item.kind == Kind::Button)
            .count(),
        1
    );
}

#[wasm_bindgen_test]
fn a_list_that_is_drawn_without_a_role_is_a_list_and_says_what_is_chosen() {
    let view = view(
        "<label>Reason</label><span class='next-select next-select-trigger' tabindex=0><em>Please choose</em></span>",
    );
    let list = view.items.iter().find(|item| item.kind == Kind::ListBox);
    assert_eq!(list.map(|item| item.name.trim()), Some("Please choose"));
}

#[wasm_bindgen_test]
fn a_node_keeps_its_number() {
    let first =
        pressable("<a href=/x>Account settings</a>", "Account settings").map(|item| item.id);
    let again = named(&page(), "Account settings")
        .first()
        .map(|item| item.id);
    assert_eq!(first, again);
}

// Text

#[wasm_bindgen_test]
fn a_sentence_is_one_text_and_knows_what_it_sets_apart() {
    let view = view("<p>To delete your account, type <b>agree</b> to confirm.</p>");
    let texts: Vec<&Item> = view
        .items
        .iter()
        .filter(|item| item.kind == Kind::Text)
        .collect();
    assert_eq!(texts.len(), 1, "{texts:?}");
    assert_eq!(
        texts[0].name,
        "To delete your account, type agree to confirm."
    );
    assert_eq!(texts[0].marked, ["agree"]);
}

#[wasm_bindgen_test]
fn bold_by_the_pages_own_style_is_set_apart_too() {
    let view = view(
        "<p>Type <span style='font-weight:700'>agree</span> to delete your <span>account</span></p>",
    );
    assert_eq!(view.items[0].marked, ["agree"]);
}

#[wasm_bindgen_test]
fn the_words_of_a_button_are_not_also_a_text() {
    let view = view("<ul><li><a href=/x><span>Account settings</span></a></li></ul>");
    assert_eq!(named(&view, "Account settings").len(), 1);
}

#[wasm_bindgen_test]
fn a_link_in_a_sentence_is_both_itself_and_part_of_it() {
    let view = view("<p>You can <a href=/x>delete your account</a> here.</p>");
    assert_eq!(named(&view, "delete your account").len(), 1);
    assert_eq!(named(&view, "You can delete your account here.").len(), 1);
}

// What can be pressed

#[wasm_bindgen_test]
fn a_button_is_a_button_however_it_is_made() {
    for html in [
        "<button>Delete account</button>",
        "<input type=button value='Delete account'>",
        "<div role=button>Delete account</div>",
        "<div onclick='0'>Delete account</div>",
        "<div tabindex=0>Delete account</div>",
        "<span class='comet-btn'>Delete account</span>",
        "<a>Delete account</a>",
        "<a href='javascript:void(0)'>Delete account</a>",
        "<div style='cursor:pointer'>Delete account</div>",
        "<div style='cursor:pointer'><div><span>Delete</span> <span>account</span></div></div>",
        "<div class='btn'><span class='btn-text'>Delete account</span></div>",
        "<div class='btn-group'><button>Delete account</button><button>Keep it</button></div>",
        "<div role=button aria-label='Delete account'><svg></svg></div>",
    ] {
        assert!(pressable(html, "Delete account").is_some(), "{html}");
    }
}

#[wasm_bindgen_test]
fn prose_is_not_pressable() {
    for html in [
        "<p>Delete account</p>",
        "<label style='cursor:pointer'>Delete account<input type=checkbox></label>",
    ] {
        assert!(pressable(html, "Delete account").is_none(), "{html}");
    }
}

#[wasm_bindgen_test]
fn a_link_knows_where_it_leads() {
    let link = pressable(
        "<a href='https://Privacy.AliExpress.com/home#/Request/delete'>Delete account</a>",
        "Delete account",
    );
    assert_eq!(
        link.map(|link| (link.kind, link.href)),
        Some((
            Kind::Link,
            "privacy.aliexpress.com/home#/request/delete".into()
        ))
    );
}

#[wasm_bindgen_test]
fn what_is_styled_as_dangerous_is_strong() {
    let is_strong = |html| pressable(html, "Delete account").is_some_and(|item| item.strong);
    assert!(is_strong(
        "<button style='background:rgb(220,20,30)'>Delete account</button>"
    ));
    assert!(is_strong(
        "<button class='btn-danger'>Delete account</button>"
    ));
    assert!(!is_strong(
        "<button style='background:#eee'>Delete account</button>"
    ));
}

// Forms whose fields have the names of what a form is asked for

/// Names of a form's own properties and methods that the reading needs.
const NAMES: [&str; 20] = [
    "nodeType",
    "getAttribute",
    "children",
    "id",
    "ask",
    "localName",
    "parentNode",
    "parentElement",
    "firstChild",
    "nextSibling",
    "ownerDocument",
    "matches",
    "closest",
    "textContent",
    "inert",
    "hasAttributes",
    "getBoundingClientRect",
    "checkVisibility",
    "isConnected",
    "getRootNode",
];

#[wasm_bindgen_test]
fn point_15_a_form_is_read_past_the_names_of_its_fields() {
    let form = |fields: &str| {
        view(&format!(
            "<form tabindex=0>Type it<p>Delete my account</p><input value=x>{fields}<button>Delete account</button></form><a href=/x>Edit profile</a>"
        ))
        .items
        .into_iter()
        .map(|item| (item.kind, item.name, item.visibility, item.enabled, item.form))
        .collect::<Vec<_>>()
    };
    let plain = form("");
    assert!(plain.iter().any(|(_, name, ..)| name == "Delete account"));
    assert!(plain.iter().any(|(_, name, ..)| name == "Edit profile"));
    for name in NAMES {
        assert_eq!(
            form(&format!("<input type=hidden name={name}>")),
            plain,
            "{name}"
        );
    }
}

/// Names of a document's own properties and methods that the reading needs.
const NAMES_OF_DOCUMENT: [&str; 14] = [
    "body",
    "documentElement",
    "querySelector",
    "querySelectorAll",
    "defaultView",
    "elementFromPoint",
    "elementsFromPoint",
    "getElementById",
    "createRange",
    "createElement",
    "nodeType",
    "title",
    "host",
    "hidden",
];

#[wasm_bindgen_test]
fn point_15_a_page_is_read_past_the_names_of_its_images_and_forms() {
    let page = |named: &str| {
        view(&format!(
            "{named}<h1>Account settings</h1><p id=what>Delete my account</p><button aria-labelledby=what></button>
            <a href=/x>Edit profile</a><input aria-label=E-mail>"
        ))
        .items
        .into_iter()
        .map(|item| (item.kind, item.name, item.visibility, item.enabled, item.area.w))
        .collect::<Vec<_>>()
    };
    let plain = page("");
    assert!(plain.iter().any(|(_, name, ..)| name == "Edit profile"));
    for name in NAMES_OF_DOCUMENT {
        for named in [
            format!("<img name={name} hidden>"),
            format!("<form name={name}></form>"),
        ] {
            assert_eq!(page(&named), plain, "{named}");
        }
    }
}

// Whether it can be used

#[wasm_bindgen_test]
fn what_is_disabled_is_not_enabled() {
    let is_enabled = |html| pressable(html, "Delete account").is_some_and(|item| item.enabled);
    assert!(is_enabled("<button>Delete account</button>"));
    for html in [
        "<button disabled>Delete account</button>",
        "<fieldset disabled><button>Delete account</button></fieldset>",
        "<div aria-disabled=true><button>Delete account</button></div>",
        "<button style='pointer-events:none'>Delete account</button>",
        "<div role=button class='comet-btn comet-btn-disabled'>Delete account</div>",
    ] {
        assert!(!is_enabled(html), "{html}");
    }
    let view = view("<input readonly name=x>");
    assert!(view.items[0].read_only && view.items[0].enabled);
}

#[wasm_bindgen_test]
fn a_field_is_filled_when_the_person_has_filled_it() {
    let filled = |html| view(html).items[0].filled;
    assert!(filled("<input value=x>") && !filled("<input>"));
    assert!(filled("<input type=checkbox checked>") && !filled("<input type=checkbox>"));
    assert!(filled("<div role=radio aria-checked=true>Privacy</div>"));
    assert!(!filled(
        "<select><option value=''>Choose</option><option>Privacy</option></select>"
    ));
    assert!(filled(
        "<select><option value=''>Choose</option><option selected>Privacy</option></select>"
    ));
}

// What is around it

#[wasm_bindgen_test]
fn options_and_radios_belong_to_a_group() {
    let view = view(
        "<select><option>Privacy</option><option>Other</option></select>
         <input type=radio name=a><input type=radio name=a><input type=radio name=b>",
    );
    let group = |kind: Kind| {
        view.items
            .iter()
            .filter(|item| item.kind == kind)
            .map(|item| item.group)
            .collect::<Vec<_>>()
    };
    assert_eq!(group(Kind::Choice), [group(Kind::Select)[0]; 2]);
    let radios = group(Kind::Radio);
    assert!(radios[0] == radios[1] && radios[1] != radios[2] && radios[0] != 0);
}

#[wasm_bindgen_test]
fn forms_and_landmarks_are_told_apart() {
    let view = view(
        "<header><a href=/a>Account</a></header><nav><a href=/b>Account</a></nav>
         <form><button>Go</button></form><form><button>Go</button></form><footer><a href=/c>Account</a></footer>",
    );
    let landmarks: Vec<Landmark> = named(&view, "Account")
        .iter()
        .map(|item| item.landmark)
        .collect();
    assert_eq!(
        landmarks,
        [Landmark::Header, Landmark::Navigation, Landmark::Footer]
    );
    let forms: Vec<u16> = named(&view, "Go").iter().map(|item| item.form).collect();
    assert!(forms[0] != 0 && forms[0] != forms[1]);
}

// Other trees

#[wasm_bindgen_test]
fn shadow_roots_are_read_in_their_place() {
    show("<h2>First account</h2><x-card></x-card><h2>Last account</h2>");
    run(
        "document.querySelector('x-card').attachShadow({mode: 'open'}).innerHTML = '<button>Delete account</button>'",
    );
    let view = page();
    let at = |name: &str| {
        view.items
            .iter()
            .position(|item| item.name == name)
            .expect("it is read")
    };
    assert!(
        at("First account") < at("Delete account") && at("Delete account") < at("Last account")
    );
}

#[wasm_bindgen_test]
async fn frames_of_the_same_site_are_read_and_boxes_are_those_of_the_window() {
    show(
        "<iframe style='position:absolute;left:100px;top:50px;border:0' srcdoc='<body style=margin:0><button>Delete account</button>'></iframe>",
    );
    until("document.querySelector('iframe').contentDocument?.querySelector('button')").await;
    let view = page();
    let button = named(&view, "Delete account")[0];
    assert_eq!((button.area.x, button.visibility), (100, Visibility::Shown));
    assert!(!view.sealed_frame);
}

/// The frame shows its own page, which nobody may look into, and no longer the empty one that every frame begins with.
const IS_SEALED: &str = "document.querySelector('iframe').contentDocument === null";

#[wasm_bindgen_test]
async fn a_frame_of_another_site_is_said_to_be_sealed() {
    show("<iframe sandbox style='width:400px;height:300px' srcdoc='x'></iframe>");
    until(IS_SEALED).await;
    assert!(page().sealed_frame);
    show("<iframe sandbox style='width:1px;height:1px' srcdoc='x'></iframe>");
    until(IS_SEALED).await;
    assert!(!page().sealed_frame);
}

#[wasm_bindgen_test]
fn two_pieces_of_a_button_that_run_together_are_two_words_where_a_capital_begins_the_second() {
    let view = view(
        "<div class='my-account--menuItem--b'><span></span><div><span>Welcome back</span><b><span>Account</span></b></div></div>",
    );
    assert!(
        view.items
            .iter()
            .any(|item| item.name == "Welcome back Account"),
        "{:?}",
        view.items
    );
}

#[wasm_bindgen_test]
fn a_field_says_that_it_is_read_only_required_and_how_much_it_takes() {
    let view = view("<input type=text readonly required maxlength=10>");
    let field = view
        .items
        .iter()
        .find(|item| item.kind == Kind::TextBox)
        .expect("a field");
    assert!(field.enabled && field.read_only && field.required);
    assert_eq!(field.max_length, Some(10));
}
