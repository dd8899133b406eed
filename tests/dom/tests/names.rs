//! Elements of the page that are named like what the engine asks the browser for.

use farewell_content::engine::start;
use farewell_dom_tests::{GUIDE, PAGE, extension_named, run, show, stop, until_overlay};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Elements that a page can put in the way of the engine's own names, and of the document's.
const IN_THE_WAY: &str = "<form id=browser><input name=runtime><input name=ask></form>
    <form id=chrome><input name=i18n></form><form id=__farewell><input name=ask></form>
    <img name=body hidden><img name=documentElement hidden><form name=createElement></form><img name=hidden hidden>";

#[wasm_bindgen_test]
async fn point_15_without_a_browser_object_of_its_own_the_guide_starts_past_elements_of_that_name()
{
    run("delete globalThis.browser");
    show(&format!("{IN_THE_WAY}{PAGE}"));
    extension_named("chrome", GUIDE);
    start("wasm", 0.0);
    until_overlay("root.querySelector('[part=spotlight]')").await;
    stop().await;
    run("delete globalThis.chrome");
}
