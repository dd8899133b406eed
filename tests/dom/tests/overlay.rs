//! What we show in the page: one host, closed; rings where the controls are; a callout that is in nobody's way.

use farewell_content::overlay::{Followed, Line, Overlay, Pointer, Words};
use farewell_dom_tests::{count, frames, in_overlay, overlays, read, run, show};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// An overlay that points at everything on the page that is called "Delete account".
fn overlay_on(html: &str) -> Overlay {
    farewell_dom_tests::extension("null");
    show(html);
    let mut overlay = Overlay::new(&run("return () => {}"));
    point(&mut overlay);
    overlay
}

fn point(overlay: &mut Overlay) {
    let view = read(
        &run("return document"),
        &overlay.host(),
        Some("https://www.aliexpress.com/"),
    );
    let targets = view
        .items
        .iter()
        .filter(|item| item.name == "Delete account" && item.kind.is_pressable());
    let pointers = targets.map(|item| Pointer {
        control: "delete",
        item: item.id,
        number: 0,
        is_grave: true,
        offer: None,
    });
    overlay.show(words(), pointers.collect(), Vec::new());
}

fn words() -> Words {
    Words {
        flow: "delete",
        page: "privacy-center",
        step: "delete",
        state: "act",
        progress: (2, 9),
        title: "Press Delete account".into(),
        lines: vec![Line {
            text: "It opens the request.".into(),
            ..Line::default()
        }],
        ..Words::default()
    }
}

/// How far the ring's sides stand off the box of the page's element: left, top, right, bottom.
fn margins(selector: &str) -> Vec<f64> {
    let expression = format!(
        "(() => {{ const a = root.querySelector('[part=spotlight]').getBoundingClientRect();
            const b = document.querySelector('{selector}').getBoundingClientRect();
            return [b.left - a.left, b.top - a.top, a.right - b.right, a.bottom - b.bottom].join(); }})()"
    );
    let text = in_overlay(&expression).as_string().unwrap_or_default();
    text.split(',')
        .map(|side| side.parse().expect("a length"))
        .collect()
}

fn fits(selector: &str) -> bool {
    margins(selector)
        .iter()
        .all(|margin| (0.0..=8.0).contains(margin))
}

fn spotlights() -> Option<f64> {
    in_overlay("root.querySelectorAll('[part=spotlight]').length").as_f64()
}

#[wasm_bindgen_test]
fn there_is_one_host_and_its_root_is_closed() {
    let overlay = overlay_on("<button>Delete account</button>");
    assert_eq!(overlays(), 1);
    assert!(
        in_overlay("host.parentNode === document.documentElement && host.shadowRoot === null")
            .is_truthy()
    );
    assert!(in_overlay("host.matches(':popover-open')").is_truthy());
    overlay.remove();
    assert_eq!(overlays(), 0);
}

#[wasm_bindgen_test]
fn nothing_is_written_to_the_pages_nodes() {
    let overlay = overlay_on("<button>Delete account</button>");
    let markup = run("return document.querySelector('button').outerHTML").as_string();
    assert_eq!(markup.as_deref(), Some("<button>Delete account</button>"));
    overlay.remove();
}

#[wasm_bindgen_test]
fn the_callout_says_where_it_stands() {
    let overlay = overlay_on("<button>Delete account</button>");
    let said =
        in_overlay("Object.values({...root.querySelector('[part=callout]').dataset}).join(' ')")
            .as_string();
    assert_eq!(said.as_deref(), Some("delete privacy-center delete act"));
    assert!(
        in_overlay(
            "root.querySelector('[part=callout]').textContent.includes('Press Delete account')"
        )
        .is_truthy()
    );
    overlay.remove();
}

#[wasm_bindgen_test]
fn the_ring_is_the_controls_box_and_a_little_more() {
    let overlay = overlay_on("<button style='margin:37.3px 0 0 91.6px'>Delete account</button>");
    assert!(fits("button"), "{:?}", margins("button"));
    overlay.remove();
}

#[wasm_bindgen_test]
async fn the_ring_follows_scrolling_resizing_and_layout() {
    let mut overlay = overlay_on(
        "<div id=box style='height:200px;overflow:auto'><p style='height:120px'></p><button>Delete account</button><p style='height:900px'></p></div>",
    );
    for change in [
        "document.querySelector('#box').scrollTop = 40",
        "document.querySelector('button').style.width = '333px'",
        "document.querySelector('#box').style.marginTop = '55px'",
        "document.querySelector('button').style.transform = 'translateX(44px) scale(1.2)'",
    ] {
        run(change);
        assert_eq!(
            overlay.follow(),
            Followed {
                moved: true,
                lost: false
            }
        );
        assert!(fits("button"), "{change}: {:?}", margins("button"));
        frames(1).await;
    }
    assert_eq!(overlay.follow(), Followed::default());
    overlay.remove();
}

#[wasm_bindgen_test]
fn a_control_that_goes_takes_its_ring_with_it() {
    for change in [
        "document.querySelector('button').remove()",
        "document.querySelector('button').hidden = true",
    ] {
        let mut overlay = overlay_on("<button>Delete account</button>");
        run(change);
        assert!(overlay.follow().lost, "{change}");
        assert_eq!(spotlights(), Some(0.0), "{change}");
        overlay.remove();
    }
}

#[wasm_bindgen_test]
fn a_control_made_anew_is_found_again_by_the_same_ring() {
    let mut overlay = overlay_on("<div id=box><button>Delete account</button></div>");
    in_overlay("(globalThis.ring = root.querySelector('[part=spotlight]'))");
    run("document.querySelector('#box').innerHTML = '<p>New</p><button>Delete account</button>'");
    point(&mut overlay);
    assert!(fits("button"));
    assert!(in_overlay("globalThis.ring === root.querySelector('[part=spotlight]')").is_truthy());
    overlay.remove();
}

#[wasm_bindgen_test]
fn the_callout_covers_no_control_and_stays_in_the_window() {
    for place in [
        "left:0;top:0",
        "right:0;top:0",
        "left:0;bottom:0",
        "right:0;bottom:0",
        "left:45%;top:45%",
    ] {
        let overlay = overlay_on(&format!(
            "<button style='position:fixed;{place}'>Delete account</button>"
        ));
        let apart = in_overlay(
            "(() => { const a = root.querySelector('[part=callout]').getBoundingClientRect();
                const b = document.querySelector('button').getBoundingClientRect();
                const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
                return apart && a.left >= 0 && a.top >= 0 && a.right <= innerWidth && a.bottom <= innerHeight; })()",
        );
        assert!(apart.is_truthy(), "{place}");
        overlay.remove();
    }
}

#[wasm_bindgen_test]
fn a_control_out_of_sight_can_be_scrolled_to() {
    let mut overlay = overlay_on("<p style='height:4000px'></p><button>Delete account</button>");
    assert!(in_overlay("!root.querySelector('[data-action=scroll]').hidden").is_truthy());
    overlay.scroll_to_control();
    overlay.follow();
    assert!(in_overlay("root.querySelector('[data-action=scroll]').hidden").is_truthy());
    overlay.remove();
    run("scrollTo(0, 0)");
}

#[wasm_bindgen_test]
fn while_a_modal_dialog_is_open_the_host_lives_in_it() {
    let overlay =
        overlay_on("<button>Delete account</button><dialog><button>Yes</button></dialog>");
    run("document.querySelector('dialog').showModal()");
    overlay.keep_up();
    assert!(
        in_overlay("host.parentNode.localName === 'dialog' && host.matches(':popover-open')")
            .is_truthy()
    );
    run("document.querySelector('dialog').close()");
    overlay.keep_up();
    assert!(in_overlay("host.parentNode === document.documentElement").is_truthy());
    overlay.remove();
}

#[wasm_bindgen_test]
fn the_pages_style_does_not_reach_it() {
    let html = "<style>* { display: none !important; opacity: 0 !important } button { display: block !important; opacity: 1 !important }
        div, html, body { display: block !important }</style><button>Delete account</button>";
    let overlay = overlay_on(html);
    assert!(in_overlay("getComputedStyle(host).opacity === '1' && root.querySelector('[part=callout]').offsetWidth > 200").is_truthy());
    overlay.remove();
}

#[wasm_bindgen_test]
fn focus_stays_where_the_person_has_it() {
    let overlay = overlay_on("<input autofocus><button>Delete account</button>");
    run("document.querySelector('input').focus()");
    overlay.keep_up();
    assert!(run("return document.activeElement.localName === 'input'").is_truthy());
    assert_eq!(count("input"), 1);
    overlay.remove();
}

#[wasm_bindgen_test]
fn words_that_have_not_changed_are_not_said_again() {
    let mut overlay = overlay_on("<button>Delete account</button>");
    in_overlay("(globalThis.paragraph = root.querySelector('p'))");
    overlay.show(words(), Vec::new(), Vec::new());
    assert!(in_overlay("globalThis.paragraph === root.querySelector('p')").is_truthy());
    assert_eq!(overlays(), 1);
    overlay.remove();
}
