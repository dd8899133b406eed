//! The life of a document: nothing without a guide, everything with one, nothing of it afterwards.

use farewell_content::engine::start;
use farewell_dom_tests::{
    extension, frames, in_overlay, overlays, run, show, until, until_overlay, wait,
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const GUIDE: &str = r#"{"flow": "deactivate", "reason": "privacy", "email": "", "ticked": ["access"], "memory": {}}"#;
const PAGE: &str = "<h1>My Account</h1><a href='/account/setting/index.html'>Account Settings</a>
    <a href='https://accounts.aliexpress.com/user/organization/manage_person_profile.htm'>Edit Profile</a>";

/// The page with a guide on it, its callout shown.
async fn guided(html: &str) {
    stop().await;
    extension(GUIDE);
    show(html);
    start("wasm");
    run("stand.tell({type: 'guide'})");
    until_overlay("root.querySelector('[part=callout]').dataset.state").await;
}

async fn stop() {
    run("globalThis.stand?.tell({type: 'stop'})");
    frames(1).await;
}

#[wasm_bindgen_test]
async fn without_a_guide_nothing_is_there() {
    stop().await;
    extension("null");
    show(PAGE);
    start("wasm");
    wait(300).await;
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
    start("wasm");
    start("wasm");
    wait(300).await;
    assert_eq!(overlays(), 1);
    stop().await;
}

#[wasm_bindgen_test]
async fn stopping_takes_everything_away() {
    guided(PAGE).await;
    stop().await;
    assert_eq!(overlays(), 0);
    run("document.querySelector('a').remove()");
    wait(400).await;
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
    wait(300).await;
    assert_eq!(overlays(), 0);
}

#[wasm_bindgen_test]
async fn an_extension_that_is_gone_leaves_nothing_behind() {
    guided(PAGE).await;
    run(
        "browser.runtime.sendMessage = () => { throw new Error('Extension context invalidated.') }",
    );
    start("wasm");
    wait(100).await;
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
async fn a_page_at_rest_is_left_alone() {
    guided(PAGE).await;
    wait(1800).await;
    run(
        "globalThis.calls = 0; const ask = globalThis.requestAnimationFrame;
        globalThis.requestAnimationFrame = (work) => { calls += 1; return ask(work) }",
    );
    wait(700).await;
    assert_eq!(run("return calls").as_f64(), Some(0.0));
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
    start("wasm");
    run("stand.tell({type: 'guide'})");
    wait(300).await;
    run(root_comes);
    until_overlay("root.querySelector('[part=spotlight]')").await;

    run(root_goes);
    wait(600).await;
    run(root_comes);
    until_overlay("root.querySelector('[part=spotlight]')").await;
    stop().await;
}

// While the lexicon is asked, the page goes on

/// The page guided, with `script` run once while its walk is being sieved.
async fn guided_while(html: &str, script: &str) {
    stop().await;
    extension(GUIDE);
    run(&format!(
        "stand.meanwhile = ({{ type }}) => {{
            if (type !== 'sieve') return;
            stand.meanwhile = undefined;
            {script}
        }}"
    ));
    show(html);
    start("wasm");
    run("stand.tell({type: 'guide'})");
    until_overlay("root.querySelector('[part=callout]').dataset.state").await;
}

#[wasm_bindgen_test]
async fn a_control_that_says_something_else_meanwhile_is_not_pointed_at() {
    let page = "<h1>My Account</h1><a id=it href='/x'>Account Settings</a>";
    guided_while(
        page,
        "document.querySelector('#it').firstChild.data = 'Lamp, 20 cm';",
    )
    .await;
    until_overlay("!root.querySelector('[part=spotlight]')").await;
    stop().await;
}

#[wasm_bindgen_test]
async fn a_link_that_goes_meanwhile_ends_nothing() {
    guided_while(PAGE, "document.querySelector('a').remove();").await;
    until_overlay("root.querySelector('[data-control=edit-profile]')").await;
    stop().await;
}

#[wasm_bindgen_test]
async fn what_is_named_by_others_and_goes_meanwhile_ends_nothing() {
    let page = "<div id=gone><p id=label>Account</p><button aria-labelledby=label>Delete account</button>
        <label><input type=checkbox> I agree</label><select><option>Privacy</option></select></div>";
    guided_while(
        &format!("{PAGE}{page}"),
        "document.querySelector('#gone').remove();",
    )
    .await;
    until_overlay("root.querySelector('[data-control=account-settings]')").await;
    stop().await;
}

#[wasm_bindgen_test]
async fn a_frame_that_goes_meanwhile_ends_nothing() {
    let page = format!("{PAGE}<iframe id=frame srcdoc='<h1>Delete account</h1>'></iframe>");
    show(&page);
    until("document.querySelector('#frame').contentDocument?.querySelector('h1')").await;
    stop().await;
    extension(GUIDE);
    run("stand.meanwhile = ({ type }) => {
            if (type === 'sieve') document.querySelector('#frame')?.remove();
        }");
    start("wasm");
    run("stand.tell({type: 'guide'})");
    until_overlay("root.querySelector('[data-control=account-settings]')").await;
    stop().await;
}

#[wasm_bindgen_test]
async fn a_lexicon_that_does_not_answer_at_first_is_asked_again() {
    stop().await;
    extension(GUIDE);
    run("let times = 0;
        stand.meanwhile = ({ type }) => {
            if (type === 'sieve' && times++ < 2) throw new Error('its background has just ended');
        }");
    show(PAGE);
    start("wasm");
    run("stand.tell({type: 'guide'})");
    until_overlay("root.querySelector('[data-control=account-settings]')").await;
    stop().await;
}
