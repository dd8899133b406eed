//! A ring goes along with its control: scrolled, zoomed, grown, gone and back.

use farewell_dom_tests::{PAGE, at_rest, frames, guided, in_overlay, run, stop, until_overlay};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Whether the ring on `selector` stands round it, at most 8 px off on each side.
fn ring_fits(selector: &str) -> bool {
    in_overlay(&fits(selector)).is_truthy()
}

fn fits(selector: &str) -> String {
    format!(
        "(() => {{ const ring = root.querySelector('[part=spotlight]')?.getBoundingClientRect();
            const its = document.querySelector('{selector}').getBoundingClientRect();
            return !!ring && [its.left - ring.left, its.top - ring.top, ring.right - its.right, ring.bottom - its.bottom]
                .every((margin) => margin >= 0 && margin <= 8); }})()"
    )
}

const LINK: &str = "a[href*=setting]";

/// A page that can be scrolled both ways, guided, its control well inside the window.
async fn guided_where_it_scrolls() {
    guided(&format!(
        "<div style='width: 3000px; height: 3000px; padding: 150px'>{PAGE}</div>"
    ))
    .await;
    until_overlay("root.querySelector('[part=spotlight]')").await;
    at_rest().await;
}

async fn scrolled_back() {
    run("scrollTo(0, 0)");
    stop().await;
}

#[wasm_bindgen_test]
async fn the_ring_goes_along_in_the_frame_of_each_scroll() {
    guided_where_it_scrolls().await;
    for (right, down) in [(0, 7), (0, 40), (13, -20), (0, 60), (-13, -87)] {
        run(&format!("scrollBy({right}, {down})"));
        frames(2).await;
        assert!(ring_fits(LINK), "after scrolling by {right}, {down}");
    }
    scrolled_back().await;
}

#[wasm_bindgen_test]
async fn a_page_that_zooms_its_root_has_its_ring_where_it_belongs() {
    run("document.documentElement.style.zoom = 1.5");
    guided(PAGE).await;
    frames(2).await;
    assert!(ring_fits(LINK));
    run("document.documentElement.style.zoom = 0.7");
    until_overlay(&fits(LINK)).await;
    run("document.documentElement.style.zoom = ''");
    stop().await;
}

#[wasm_bindgen_test]
async fn beside_its_control_the_callout_goes_along_too() {
    guided_where_it_scrolls().await;
    let between = "root.querySelector('[part=callout]').getBoundingClientRect().top
        - root.querySelector('[part=spotlight]').getBoundingClientRect().top";
    let before = in_overlay(between).as_f64();
    run("scrollBy(0, 30)");
    frames(2).await;
    assert_eq!(in_overlay(between).as_f64(), before);
    scrolled_back().await;
}

#[wasm_bindgen_test]
async fn a_control_that_grows_or_leaves_the_window_is_followed_as_well() {
    guided_where_it_scrolls().await;
    run(&format!(
        "document.querySelector('{LINK}').style.padding = '20px'"
    ));
    frames(4).await;
    assert!(ring_fits(LINK));
    run("scrollBy(0, 900)");
    frames(4).await;
    assert!(ring_fits(LINK));
    assert!(in_overlay("!root.querySelector('[data-action=show]').hidden").is_truthy());
    scrolled_back().await;
}

#[wasm_bindgen_test]
async fn at_rest_the_status_says_where_the_control_is_after_all_drifting() {
    guided_where_it_scrolls().await;
    run("scrollBy(0, 25)");
    frames(2).await;
    let top = run(&format!(
        "const told = stand.tell({{type: 'status'}}).targets[0].box[1];
         return told - Math.round(document.querySelector('{LINK}').getBoundingClientRect().top)"
    ));
    assert_eq!(top.as_f64(), Some(0.0));
    scrolled_back().await;
}

#[wasm_bindgen_test]
async fn what_is_back_where_it_was_has_its_ring_back() {
    guided_where_it_scrolls().await;
    for _ in 0..3 {
        run("scrollBy(0, 60)");
        frames(3).await;
        run("scrollTo(0, 0)");
        frames(8).await;
        assert!(ring_fits(LINK));
    }
    scrolled_back().await;
}

#[wasm_bindgen_test]
async fn the_same_box_as_another_control_has_a_ring_as_well() {
    let other = "<a href='https://accounts.aliexpress.com/user/organization/manage_person_profile.htm'>Edit Profile</a>";
    let cell = "style='display: inline-block; width: 200px; height: 30px'";
    guided(&format!("<h1>My Account</h1><p id=place><a {cell} href='/account/setting/index.html'>Account Settings</a></p>")).await;
    until_overlay("root.querySelector('[data-control=account-settings]')").await;
    run(&format!(
        "document.querySelector('#place').innerHTML = `{}`",
        other.replace("<a ", &format!("<a {cell} "))
    ));
    until_overlay("root.querySelector('[data-control=edit-profile]')").await;
    frames(2).await;
    assert!(ring_fits("#place a"));
    stop().await;
}
