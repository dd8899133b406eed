//! What ends with the guide, and the one timer a second that a visible tab has while one runs.

use farewell_content::engine::start;
use farewell_dom_tests::{
    COUNT_READS, PAGE, extension, guided, in_overlay, overlays, run, show, stop, until,
    until_overlay,
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn an_extension_that_goes_while_nothing_happens_leaves_nothing_behind() {
    guided(PAGE).await;
    run("delete browser.runtime.id");
    until("![...document.querySelectorAll('[popover]')].some((one) => one.parentNode === document.documentElement)").await;
    assert_eq!(overlays(), 0);
}

/// Keeps the timers that repeat in `timers`, and the listeners of the page's own window and document in `ears`.
const COUNT_TIMERS_AND_LISTENERS: &str = "globalThis.timers = new Set();
    const [set, clear] = [globalThis.setInterval, globalThis.clearInterval];
    globalThis.setInterval = (...of) => { const timer = set(...of); timers.add(timer); return timer };
    globalThis.clearInterval = (timer) => { timers.delete(timer); clear(timer) };
    globalThis.ears = [];
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const isPages = (target) => [window, document, visualViewport].includes(target);
    EventTarget.prototype.addEventListener = function (type, ear, ...more) {
        if (isPages(this ?? window)) {
            const one = [this, type, ear];
            ears.push(one);
            const { signal } = Object(more[0]);
            if (signal) add.call(signal, 'abort', () => (ears = ears.filter((other) => other !== one)));
        }
        return add.call(this, type, ear, ...more);
    };
    EventTarget.prototype.removeEventListener = function (type, ear, ...more) {
        ears = ears.filter((one) => one[0] !== this || one[1] !== type || one[2] !== ear);
        return remove.call(this, type, ear, ...more);
    };
    globalThis.uncount = () => {
        [globalThis.setInterval, globalThis.clearInterval] = [set, clear];
        Object.assign(EventTarget.prototype, { addEventListener: add, removeEventListener: remove });
    };";

#[wasm_bindgen_test]
async fn every_listener_and_timer_ends_with_the_guide() {
    stop().await;
    extension("null");
    show(PAGE);
    start("wasm", 0.0);
    run(COUNT_TIMERS_AND_LISTENERS);
    guided(PAGE).await;
    assert!(run("return ears.length > 10 && timers.size === 1").is_truthy());
    stop().await;
    assert!(run("uncount(); return ears.length === 0 && timers.size === 0").is_truthy());
}

#[wasm_bindgen_test]
async fn a_hidden_tab_has_no_timer_and_one_that_shows_again_has_one() {
    stop().await;
    run(COUNT_TIMERS_AND_LISTENERS);
    guided(PAGE).await;
    let show_tab = |hidden: bool| {
        run(&format!(
            "globalThis.ownHidden ??= Object.getOwnPropertyDescriptor(Document.prototype, 'hidden');
             Object.defineProperty(Document.prototype, 'hidden', {{ configurable: true, get: () => {hidden} }});
             document.dispatchEvent(new Event('visibilitychange'))"
        ));
    };
    show_tab(true);
    assert_eq!(run("return timers.size").as_f64(), Some(0.0));
    show_tab(false);
    assert_eq!(run("return timers.size").as_f64(), Some(1.0));
    run("uncount(); Object.defineProperty(Document.prototype, 'hidden', ownHidden)");
    stop().await;
}

#[wasm_bindgen_test]
async fn a_field_that_changes_silently_has_the_page_read_again() {
    guided(
        "<main><h1>Deactivate your account</h1>
        <div id=lb1>Registered email</div><input aria-labelledby=lb1 inputmode=email value='a@example.org'>
        <p id=lb2>Type DEACTIVATE MY ACCOUNT to confirm.</p><input aria-labelledby=lb2>
        <button>Keep my account</button><button>Deactivate my account</button></main>",
    )
    .await;
    until_overlay("root.querySelector('[data-page=deactivate-form]')").await;
    assert!(in_overlay("!root.querySelector('[data-control=email]')").is_truthy());
    run(COUNT_READS);
    run("document.querySelector('[inputmode=email]').value = ''");
    until("reads > 0").await;
    run("delete document.readyState");
    until_overlay("root.querySelector('[data-control=email]')").await;
    stop().await;
}
