//! The life of a document: nothing without a guide, everything with one, nothing of it afterwards.

use farewell_content::engine::start;
use farewell_dom_tests::{
    COUNT_READS, GUIDE, PAGE, at_rest, extension, frames, guided, in_overlay, overlays, run, show,
    stop, until, until_overlay,
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn without_a_guide_nothing_is_there() {
    stop().await;
    extension("null");
    show(PAGE);
    start("wasm", 0.0);
    at_rest().await;
    assert_eq!(overlays(), 0);
}

#[wasm_bindgen_test]
async fn with_a_guide_the_callout_says_what_to_do() {
    guided(PAGE).await;
    let flow = in_overlay("root.querySelector('[part=callout]').dataset.flow").as_string();
    assert_eq!(flow.as_deref(), Some("deactivate"));
    stop().await;
}

#[wasm_bindgen_test]
async fn starting_twice_is_starting_once() {
    guided(PAGE).await;
    start("wasm", 0.0);
    start("wasm", 0.0);
    at_rest().await;
    assert_eq!(overlays(), 1);
    stop().await;
}

#[wasm_bindgen_test]
async fn nothing_is_read_before_the_background_has_said_that_the_guide_runs() {
    stop().await;
    extension(GUIDE);
    show(&format!("{PAGE}<input id=seen>"));
    run(
        "stand.meanwhile = ({ type }) => type === 'hello' && new Promise((resolve) => (stand.answer = resolve));
        stand.styles = 0;
        const style = window.getComputedStyle;
        window.getComputedStyle = (...of) => (stand.styles++, style(...of));
        stand.restore = () => (window.getComputedStyle = style);",
    );
    start("wasm", 0.0);
    until("stand.answer").await;
    at_rest().await;
    assert_eq!(overlays(), 0);
    assert!(run("return stand.styles === 0").is_truthy());
    run("stand.restore(); stand.answer()");
    until_overlay("root.querySelector('[data-control=account-settings]')").await;
    stop().await;
}

#[wasm_bindgen_test]
async fn a_guide_that_was_stopped_while_the_engine_came_in_shows_nothing() {
    stop().await;
    extension(GUIDE);
    show(PAGE);
    run(
        "stand.meanwhile = ({ type }) => type === 'hello' && new Promise((resolve) => (stand.answer = resolve))",
    );
    start("wasm", 0.0);
    until("stand.answer").await;
    run("stand.guide = null; stand.tell({type: 'stop'}); stand.answer()");
    at_rest().await;
    assert_eq!(overlays(), 0);
}

#[wasm_bindgen_test]
async fn an_answer_from_before_stop_was_pressed_shows_nothing() {
    stop().await;
    extension(GUIDE);
    show(PAGE);
    run(
        "stand.meanwhile = ({ type }) => type === 'hello' && new Promise((resolve) => (stand.answer = resolve))",
    );
    start("wasm", 0.0);
    until("stand.answer").await;
    run("stand.tell({type: 'stop'}); stand.answer()");
    frames(5).await;
    assert_eq!(overlays(), 0);
    run("stand.meanwhile = null");
    start("wasm", 0.0);
    until_overlay("root.querySelector('[data-control=account-settings]')").await;
    stop().await;
}

#[wasm_bindgen_test]
async fn stopping_takes_everything_away() {
    guided(PAGE).await;
    stop().await;
    assert_eq!(overlays(), 0);
    run("document.querySelector('a').remove()");
    at_rest().await;
    assert_eq!(overlays(), 0);
}

#[wasm_bindgen_test]
async fn leaving_takes_everything_away_and_coming_back_asks_again() {
    guided(PAGE).await;
    run("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))");
    assert_eq!(overlays(), 0);
    run("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
    until_overlay("root.querySelector('[part=callout]').dataset.state").await;
    stop().await;
}

#[wasm_bindgen_test]
async fn coming_back_after_the_guide_ended_shows_nothing() {
    guided(PAGE).await;
    run(
        "dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true})); stand.guide = null",
    );
    run("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
    at_rest().await;
    assert_eq!(overlays(), 0);
}

#[wasm_bindgen_test]
async fn an_extension_that_is_gone_leaves_nothing_behind() {
    guided(PAGE).await;
    run(
        "browser.runtime.sendMessage = () => { throw new Error('Extension context invalidated.') }",
    );
    start("wasm", 0.0);
    at_rest().await;
    assert_eq!(overlays(), 0);
}

#[wasm_bindgen_test]
async fn the_status_is_plain_and_says_nothing_personal() {
    guided(&format!("{PAGE}<p>Your e-mail: jane@example.org</p>")).await;
    let status = run("return JSON.stringify(stand.tell({type: 'status'}))")
        .as_string()
        .unwrap_or_default();
    for part in [
        r#""version":"0.0.0""#,
        r#""engine":"wasm""#,
        r#""flow":"deactivate""#,
        r#""ms":{"start":"#,
        r#""before":[{"id":"data""#,
    ] {
        assert!(status.contains(part), "{part} in {status}");
    }
    assert!(!status.contains("jane"), "{status}");
    stop().await;
}

#[wasm_bindgen_test]
async fn a_host_that_the_page_removes_comes_back_and_in_the_end_stands_down() {
    guided(PAGE).await;
    run("globalThis.ours = document.documentElement.lastElementChild; ours.remove()");
    until("ours.isConnected").await;
    run("globalThis.fight = setInterval(() => ours.remove(), 20)");
    until("stand.said.some(({type, where}) => type === 'failed' && where === 'overlay')").await;
    run("clearInterval(fight)");
    assert!(run("return !ours.isConnected").is_truthy());
}

#[wasm_bindgen_test]
async fn an_answer_that_comes_after_it_stood_down_brings_it_not_back() {
    guided(PAGE).await;
    run(
        "stand.meanwhile = ({ type }) => type === 'hello' && new Promise((resolve) => (stand.answer = resolve))",
    );
    start("wasm", 0.0);
    until("stand.answer").await;
    run(
        "const ours = document.documentElement.lastElementChild; globalThis.fight = setInterval(() => ours.remove(), 20)",
    );
    until("stand.said.some(({type}) => type === 'failed')").await;
    run("clearInterval(fight); stand.answer()");
    frames(5).await;
    assert_eq!(overlays(), 0);
    run("stand.meanwhile = null");
}

#[wasm_bindgen_test]
async fn a_page_at_rest_is_left_alone() {
    guided(PAGE).await;
    at_rest().await;
    run(
        "globalThis.calls = 0; globalThis.ask = globalThis.requestAnimationFrame;
        globalThis.requestAnimationFrame = (work) => { calls += 1; return ask(work) }",
    );
    frames(40).await;
    assert_eq!(run("return calls").as_f64(), Some(0.0));
    run("globalThis.requestAnimationFrame = ask");
    stop().await;
}

#[wasm_bindgen_test]
async fn what_appears_late_is_noticed() {
    guided("<h1>Loading</h1>").await;
    run(&format!(
        "document.querySelector('h1').outerHTML = `{PAGE}`"
    ));
    until_overlay("root.querySelector('[part=spotlight]')").await;
    stop().await;
}

#[wasm_bindgen_test]
async fn what_happens_in_a_frame_is_noticed() {
    stop().await;
    extension(GUIDE);
    show(&format!(
        "{PAGE}<iframe srcdoc='<p>Nothing</p>' onload='globalThis.isLoaded = true'></iframe>"
    ));
    until("globalThis.isLoaded").await;
    start("wasm", 0.0);
    until_overlay("root.querySelector('[part=spotlight]')").await;
    for change in [
        "body.append(document.createElement('dialog'))",
        "dispatchEvent(new Event('toggle'))",
    ] {
        run(COUNT_READS);
        run(&format!("frames[0].document.{change}"));
        until("reads > 0").await;
        run("delete document.readyState");
        frames(30).await;
    }
    stop().await;
}

#[wasm_bindgen_test]
async fn a_fragment_that_changes_is_noticed() {
    guided(PAGE).await;
    run("globalThis.reads = 0; const ready = Object.getOwnPropertyDescriptor(Document.prototype, 'readyState');
        Object.defineProperty(document, 'readyState', { configurable: true, get() { reads += 1; return ready.get.call(this) } })");
    run("history.pushState(null, '', '#/request/delete')");
    until("reads > 0").await;
    run("delete document.readyState; history.replaceState(null, '', '#')");
    stop().await;
}

#[wasm_bindgen_test]
async fn a_document_without_its_root_is_waited_for() {
    let root_goes = "globalThis.root = document.documentElement; root.remove()";
    let root_comes = "document.append(root)";
    stop().await;
    extension(GUIDE);
    show(PAGE);
    run(root_goes);
    start("wasm", 0.0);
    at_rest().await;
    run(root_comes);
    until_overlay("root.querySelector('[part=spotlight]')").await;

    run(root_goes);
    at_rest().await;
    run(root_comes);
    until_overlay("root.querySelector('[part=spotlight]')").await;
    stop().await;
}

#[wasm_bindgen_test]
async fn words_about_what_is_gone_fade_until_the_page_is_read_again() {
    guided("<h1>My Account</h1><a href='/account/setting/index.html'>Account Settings</a>").await;
    until_overlay("root.querySelector('[part=spotlight]')").await;
    in_overlay(
        "new MutationObserver(() => {
            stand.faded ||= root.querySelector('[part=callout][aria-busy=true]') && !root.querySelector('[part=spotlight]');
        }).observe(root, { subtree: true, attributes: true, childList: true })",
    );
    run("document.querySelector('a').remove()");
    until("stand.faded").await;
    until_overlay("root.querySelector('[part=callout]:not([aria-busy])')").await;
    stop().await;
}

// Noticing

/// Puts `count` rows that are all alike into the page's list, one by one, and then does `more`.
fn add_rows(count: u32, more: &str) {
    run(&format!(
        "for (let n = 0; n < {count}; n++) {{
            const row = document.createElement('li');
            row.textContent = 'A thing';
            document.querySelector('#rows').append(row);
        }}
        {more}"
    ));
}

#[wasm_bindgen_test]
async fn a_page_is_read_once_where_nothing_changes() {
    stop().await;
    extension(GUIDE);
    show(PAGE);
    run(COUNT_READS);
    start("wasm", 0.0);
    until_overlay("root.querySelector('[part=spotlight]')").await;
    at_rest().await;
    assert_eq!(run("return reads").as_f64(), Some(1.0));
    run("delete document.readyState");
    stop().await;
}

#[wasm_bindgen_test]
async fn rows_that_are_all_alike_cause_no_reading_but_what_comes_among_them_does() {
    guided(&format!("{PAGE}<ul id=rows></ul>")).await;
    at_rest().await;
    run(COUNT_READS);
    for _ in 0..4 {
        add_rows(60, "");
        frames(2).await;
    }
    at_rest().await;
    assert_eq!(run("return reads").as_f64(), Some(0.0));
    add_rows(
        30,
        "const dialog = document.createElement('dialog'); dialog.textContent = 'Wait';
         document.querySelector('#rows').before(dialog)",
    );
    add_rows(30, "");
    until("reads > 0").await;
    run("delete document.readyState");
    stop().await;
}
