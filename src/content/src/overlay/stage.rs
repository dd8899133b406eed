//! The binding to `stage.js`: the host, and the few hands that build and measure what stands in it.

use wasm_bindgen::prelude::*;

use super::place::Size;
use farewell_core::Area;

#[wasm_bindgen(module = "/src/overlay/stage.js")]
extern "C" {
    pub(super) type Stage;
    /// `on` hears the clicks on our own buttons as "action".
    #[wasm_bindgen(constructor)]
    pub(super) fn new(css: &str, on: &JsValue) -> Stage;
    #[wasm_bindgen(method, getter)]
    pub(super) fn host(this: &Stage) -> JsValue;
    #[wasm_bindgen(method, js_name = add)]
    fn add_to(this: &Stage, parent: Option<&Part>, tag: &str, class: &str, text: &str) -> Part;
    #[wasm_bindgen(method)]
    pub(super) fn set(this: &Stage, part: &Part, name: &str, value: Option<&str>);
    /// Replaces all that is in `part` by a text.
    #[wasm_bindgen(method)]
    pub(super) fn write(this: &Stage, part: &Part, text: &str);
    #[wasm_bindgen(method)]
    pub(super) fn style(this: &Stage, part: &Part, css: &str);
    #[wasm_bindgen(method, js_name = measure)]
    fn measure_all(this: &Stage, callout: &Part, items: Vec<u32>) -> Vec<i32>;
    #[wasm_bindgen(method)]
    pub(super) fn moor(this: &Stage, items: Vec<u32>, bounds: Vec<i32>, rides: bool);
    #[wasm_bindgen(method, js_name = putBack)]
    pub(super) fn put_back(this: &Stage);
    #[wasm_bindgen(method, js_name = keepUp)]
    pub(super) fn keep_up(this: &Stage, source: Option<u32>);
    #[wasm_bindgen(method, js_name = isThere)]
    pub(super) fn is_there(this: &Stage) -> bool;
    #[wasm_bindgen(method, js_name = scrollTo)]
    pub(super) fn scroll_to(this: &Stage, item: u32);
    #[wasm_bindgen(method)]
    pub(super) fn remove(this: &Stage);

    /// An element of ours.
    #[derive(Clone)]
    pub(super) type Part;
    #[wasm_bindgen(method, structural)]
    pub(super) fn remove(this: &Part);
}

/// Where everything is, in one frame.
#[derive(Default, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) window: Size,
    pub(super) callout: Size,
    /// The boxes of the controls; empty where one is gone.
    pub(super) controls: Vec<Area>,
}

impl Stage {
    pub(super) fn root(&self, tag: &str, class: &str) -> Part {
        self.add_to(None, tag, class, "")
    }

    /// A new element, the last in `parent`.
    pub(super) fn add(&self, parent: &Part, tag: &str, class: &str, text: &str) -> Part {
        self.add_to(Some(parent), tag, class, text)
    }

    /// A new button whose click is `action`.
    pub(super) fn add_button(&self, parent: &Part, class: &str, action: &str, text: &str) -> Part {
        let button = self.add(parent, "button", class, text);
        self.set(&button, "type", Some("button"));
        self.set(&button, "data-action", Some(action));
        button
    }

    pub(super) fn measure(&self, callout: &Part, items: Vec<u32>) -> Layout {
        let sides = self.measure_all(callout, items);
        let mut sides = sides.into_iter();
        let mut next = || sides.next().unwrap_or(0);
        let (window, callout) = ((next(), next()), (next(), next()));
        let mut controls = Vec::new();
        while sides.len() > 0 {
            let mut next = || sides.next().unwrap_or(0);
            controls.push(Area {
                x: next(),
                y: next(),
                w: next(),
                h: next(),
            });
        }
        Layout {
            window,
            callout,
            controls,
        }
    }
}

/// Lengths in CSS px, as a declaration.
pub(super) fn lengths(pairs: &[(&str, i32)]) -> String {
    let mut css = String::new();
    for (property, pixels) in pairs {
        css.push_str(property);
        css.push(':');
        css.push_str(&pixels.to_string());
        css.push_str("px;");
    }
    css
}
