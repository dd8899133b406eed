//! What we show in the page: one host, closed; rings where the controls are; a callout that is in nobody's way.

use std::cell::RefCell;
use std::rc::Rc;

use farewell_content::overlay::{Around, Command, Heard, Overlay};
use farewell_dom_tests::pointing::{
    fits, listening, margins, overlay_on, point, spotlights, words,
};
use farewell_dom_tests::{count, frames, in_overlay, overlays, pass, run, show, until_overlay};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

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
async fn the_ring_follows_scrolling_resizing_and_layout_within_a_frame() {
    let overlay = overlay_on(
        "<div id=box style='height:200px;overflow:auto'><p style='height:120px'></p><button>Delete account</button><p style='height:900px'></p></div>",
    );
    frames(10).await;
    for change in [
        "document.querySelector('#box').scrollTop = 40",
        "document.querySelector('button').style.width = '333px'",
        "document.querySelector('#box').style.marginTop = '55px'",
        "document.querySelector('button').style.transform = 'translateX(44px) scale(1.2)'",
    ] {
        run(change);
        frames(2).await;
        assert!(fits("button"), "{change}: {:?}", margins("button"));
        frames(8).await;
    }
    overlay.remove();
}

#[wasm_bindgen_test]
async fn a_control_that_goes_takes_its_ring_with_it() {
    for change in [
        "document.querySelector('button').remove()",
        "document.querySelector('button').hidden = true",
    ] {
        let (overlay, told) = listening("<button>Delete account</button>");
        frames(10).await;
        run(change);
        frames(2).await;
        assert_eq!(spotlights(), Some(0.0), "{change}");
        assert!(told.borrow().contains(&Heard::Lost), "{change}");
        overlay.remove();
    }
}

#[wasm_bindgen_test]
async fn a_control_in_a_form_whose_fields_are_named_like_its_properties_has_its_ring() {
    let overlay = overlay_on(
        "<div style='overflow:hidden'><form><input type=hidden name=parentNode><input type=hidden name=nodeType>
         <input type=hidden name=matches><input type=hidden name=assignedSlot>
         <input type=hidden name=getBoundingClientRect><button>Delete account</button></form></div>",
    );
    frames(6).await;
    assert_eq!(spotlights(), Some(1.0));
    overlay.remove();
}

#[wasm_bindgen_test]
async fn a_link_that_goes_and_whose_address_is_its_host_breaks_nothing() {
    let (overlay, told) =
        listening("<p><a href='https://www.aliexpress.com/x'>Delete account</a></p>");
    run("document.querySelector('a').remove()");
    overlay.wake();
    overlay.show(words(), Vec::new(), Around::default());
    frames(6).await;
    assert_eq!(spotlights(), Some(0.0));
    assert!(!told.borrow().contains(&Heard::GaveUp));
    overlay.remove();
}

#[wasm_bindgen_test]
async fn a_control_that_says_something_else_loses_its_ring_before_the_next_frame() {
    let (overlay, told) = listening("<button>Delete account</button>");
    frames(10).await;
    run("document.querySelector('button').textContent = 'Keep account'");
    pass(0).await;
    assert_eq!(spotlights(), Some(0.0));
    assert_eq!(*told.borrow(), [Heard::Lost]);
    overlay.remove();
}

#[wasm_bindgen_test]
async fn a_countdown_in_a_control_is_no_change() {
    let (overlay, told) =
        listening("<button aria-label='Delete account'>Delete (<b>59</b> s)</button>");
    run("document.querySelector('b').textContent = '58'");
    frames(3).await;
    assert_eq!(spotlights(), Some(1.0));
    assert!(told.borrow().is_empty());
    overlay.remove();
}

#[wasm_bindgen_test]
fn a_control_made_anew_is_found_again_by_the_same_ring() {
    let overlay = overlay_on("<div id=box><button>Delete account</button></div>");
    in_overlay("(globalThis.ring = root.querySelector('[part=spotlight]'))");
    run("document.querySelector('#box').innerHTML = '<p>New</p><button>Delete account</button>'");
    point(&overlay);
    assert!(fits("button"));
    assert!(in_overlay("globalThis.ring === root.querySelector('[part=spotlight]')").is_truthy());
    overlay.remove();
}

/// Pages on which the control can't be seen or hit, though it is there.
const HIDDEN: [(&str, &str); 6] = [
    (
        "scrolled out of its pane",
        "<div style='height:80px;overflow:auto'><p style='height:300px'></p><button>Delete account</button></div>",
    ),
    (
        "under a cover",
        "<button>Delete account</button><div style='position:fixed;inset:0;background:#fff'></div>",
    ),
    (
        "clipped away",
        "<div style='clip-path:inset(0 0 100% 0)'><button>Delete account</button></div>",
    ),
    (
        "beyond where the page scrolls",
        "<button style='position:fixed;top:100vh'>Delete account</button>",
    ),
    (
        "in a shadow root, under a cover there",
        "<div id=host></div><script></script>",
    ),
    (
        "under a sticky head",
        "<div style='height:90px;overflow:auto'><div style='position:sticky;top:0;height:80px;background:#fff;z-index:1'>Head</div><button style='margin-top:-60px;display:block'>Delete account</button><p style='height:400px'></p></div>",
    ),
];

#[wasm_bindgen_test]
fn a_ring_stands_only_on_a_control_that_can_be_seen_and_hit() {
    for (what, html) in HIDDEN {
        farewell_dom_tests::extension("null");
        show(html);
        run(
            "const host = document.querySelector('#host'); if (host) host.attachShadow({mode:'open'}).innerHTML =
            '<button>Delete account</button><div style=\"position:fixed;inset:0;background:#fff\"></div>'",
        );
        let overlay = Overlay::new(|_| {});
        point(&overlay);
        assert_eq!(overlay.items().len(), 1, "{what}");
        assert_eq!(spotlights(), Some(0.0), "{what}");
        overlay.remove();
    }
}

#[wasm_bindgen_test]
fn of_a_control_that_is_partly_cut_off_the_ring_goes_round_what_is_seen() {
    let overlay = overlay_on(
        "<div style='height:100px;overflow:auto'><p style='height:60px;margin:0'></p><button style='height:80px;display:block'>Delete account</button></div>",
    );
    let height =
        in_overlay("root.querySelector('[part=spotlight]').getBoundingClientRect().height");
    assert!(
        (36.0..=50.0).contains(&height.as_f64().unwrap_or_default()),
        "{height:?}"
    );
    overlay.remove();
}

#[wasm_bindgen_test]
fn with_display_contents_the_ring_goes_round_what_is_seen() {
    let overlay = overlay_on(
        "<a href='/x' style='display:contents'><span id=box style='display:inline-block;padding:20px'>Delete account</span></a>",
    );
    assert!(fits("#box"), "{:?}", margins("#box"));
    overlay.remove();
}

#[wasm_bindgen_test]
fn in_the_ring_round_a_link_that_wraps_there_is_no_other_link() {
    let overlay = overlay_on(
        "<p style='width:190px;font:16px monospace'><a href='/a'>Some other link</a> <a id=it href='/x'>Delete account</a> <a id=after href='/b'>and one more</a></p>",
    );
    let shares = in_overlay(
        "[...document.querySelectorAll('p > a:not(#it)')].some((other) => [...other.getClientRects()].some((b) => {
            const a = root.querySelector('[part=spotlight]').getBoundingClientRect();
            return Math.min(a.right - 4, b.right) - Math.max(a.left + 4, b.left) > 1 && Math.min(a.bottom - 4, b.bottom) - Math.max(a.top + 4, b.top) > 1; }))",
    );
    assert!(shares.is_falsy());
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
async fn a_control_that_the_windows_scrolling_reaches_keeps_its_ring_and_can_be_shown() {
    let overlay = overlay_on("<p style='height:4000px'></p><button>Delete account</button>");
    assert_eq!(spotlights(), Some(1.0));
    assert!(in_overlay("!root.querySelector('[data-action=show]').hidden").is_truthy());
    overlay.command(Command::Show);
    until_overlay("root.querySelector('[data-action=show]').hidden").await;
    assert!(fits("button"));
    overlay.remove();
    run("scrollTo(0, 0)");
}

#[wasm_bindgen_test]
async fn what_every_pane_hides_is_shown_through_all_of_them() {
    let overlay = overlay_on(
        "<div style='height:150px;overflow:auto'><p style='height:700px'></p><div style='height:100px;overflow:auto'><p style='height:600px'></p><button>Delete account</button></div></div>",
    );
    assert_eq!(spotlights(), Some(0.0));
    overlay.command(Command::Show);
    until_overlay("root.querySelector('[part=spotlight]')").await;
    assert!(fits("button"), "{:?}", margins("button"));
    overlay.remove();
}

#[wasm_bindgen_test]
async fn while_a_modal_dialog_is_open_the_host_lives_in_the_one_on_top() {
    let overlay = overlay_on(
        "<button>Delete account</button><dialog id=second>Second</dialog><dialog id=first>First</dialog><div id=deep></div>",
    );
    run(
        "document.querySelector('#deep').attachShadow({mode:'open'}).innerHTML = '<dialog>Third</dialog>'",
    );
    point(&overlay);
    for (open, place) in [
        ("document.querySelector('#first')", "first"),
        ("document.querySelector('#second')", "second"),
        ("document.querySelector('#deep').shadowRoot.firstChild", ""),
    ] {
        run(&format!("{open}.showModal()"));
        overlay.nudge();
        frames(3).await;
        let stands = format!(
            "host.parentNode.localName === 'dialog' && host.parentNode.id === '{place}' && host.matches(':popover-open')"
        );
        assert!(in_overlay(&stands).is_truthy(), "{place}");
    }
    run(
        "document.querySelector('#deep').shadowRoot.firstChild.close(); document.querySelector('#second').close()",
    );
    overlay.nudge();
    frames(3).await;
    assert!(in_overlay("host.parentNode.id === 'first'").is_truthy());
    run("document.querySelector('#first').close()");
    overlay.nudge();
    frames(3).await;
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
fn no_backdrop_of_the_pages_making_lies_under_it() {
    let overlay = overlay_on(
        "<style>::backdrop { background: rgb(0 0 0 / .5) !important; display: block !important }</style><button>Delete account</button>",
    );
    assert!(in_overlay("getComputedStyle(host, '::backdrop').display === 'none'").is_truthy());
    overlay.remove();
}

#[wasm_bindgen_test]
async fn each_harm_is_borne_five_times_in_five_seconds_and_then_it_stands_aside() {
    for harm in [
        "host.remove()",
        "host.setAttribute('style', 'opacity:0')",
        "host.hidePopover()",
        "document.querySelector('#cover').hidePopover(), document.querySelector('#cover').showPopover()",
    ] {
        let (overlay, told) = listening(
            "<button>Delete account</button><div id=cover popover=manual style='inset:0;margin:0;width:100vw;height:100vh'></div>",
        );
        let gave_up = |told: &Rc<RefCell<Vec<Heard>>>| told.borrow().contains(&Heard::GaveUp);
        for _ in 0..5 {
            in_overlay(harm);
            overlay.nudge();
            frames(3).await;
        }
        assert!(!gave_up(&told), "{harm}");
        assert!(
            in_overlay("host.matches(':popover-open')").is_truthy(),
            "{harm}"
        );
        in_overlay(harm);
        overlay.nudge();
        frames(3).await;
        assert!(gave_up(&told), "{harm}");
        overlay.remove();
    }
}

#[wasm_bindgen_test]
async fn focus_stays_where_the_person_has_it() {
    let overlay = overlay_on("<input autofocus><button>Delete account</button>");
    run("document.querySelector('input').focus()");
    overlay.wake();
    frames(3).await;
    assert!(run("return document.activeElement.localName === 'input'").is_truthy());
    assert_eq!(count("input"), 1);
    overlay.remove();
}

#[wasm_bindgen_test]
fn the_command_next_goes_from_control_to_callout_to_the_next_control() {
    let overlay =
        overlay_on("<button id=one>Delete account</button><button id=two>Delete account</button>");
    let mut places = Vec::new();
    for _ in 0..4 {
        overlay.command(Command::Next);
        let inside = in_overlay("root.activeElement?.part.value").as_string();
        places.push(inside.or(run("return document.activeElement.id").as_string()));
    }
    let places: Vec<&str> = places.iter().flatten().map(String::as_str).collect();
    assert_eq!(places, ["one", "callout", "two", "callout"]);
    overlay.remove();
}

#[wasm_bindgen_test]
fn whoever_is_in_the_overlay_when_it_goes_is_left_at_the_control() {
    let overlay = overlay_on("<button>Delete account</button>");
    in_overlay("root.querySelector('[data-action=fold]').focus()");
    overlay.remove();
    assert!(run("return document.activeElement.localName === 'button'").is_truthy());
}

#[wasm_bindgen_test]
async fn a_step_is_said_once_by_a_region_that_stood_empty_before() {
    let overlay = overlay_on("<button>Delete account</button>");
    assert!(in_overlay("root.querySelector('[role=status]').textContent === ''").is_truthy());
    until_overlay(
        "root.querySelector('[role=status]').textContent.includes('Press Delete account')",
    )
    .await;
    in_overlay("root.querySelector('[role=status]').textContent = ''");
    point(&overlay);
    pass(300).await;
    assert!(in_overlay("root.querySelector('[role=status]').textContent === ''").is_truthy());
    overlay.remove();
}

#[wasm_bindgen_test]
fn words_that_have_not_changed_are_not_said_again() {
    let overlay = overlay_on("<button>Delete account</button>");
    in_overlay("(globalThis.paragraph = root.querySelector('.lines p'))");
    overlay.show(words(), Vec::new(), Around::default());
    assert!(in_overlay("globalThis.paragraph === root.querySelector('.lines p')").is_truthy());
    overlay.remove();
}
