//! An overlay that points at what a test has put on the page.

use std::cell::RefCell;
use std::rc::Rc;

use farewell_content::overlay::{Around, Heard, Line, Overlay, Pointer, Words};

use crate::{extension, in_overlay, read, run, show};

/// An overlay that points at everything on the page that is called "Delete account".
#[must_use]
pub fn overlay_on(html: &str) -> Overlay {
    listening(html).0
}

/// The same, and what it tells the engine.
#[must_use]
pub fn listening(html: &str) -> (Overlay, Rc<RefCell<Vec<Heard>>>) {
    extension("null");
    show(html);
    let told = Rc::new(RefCell::new(Vec::new()));
    let heard = Rc::clone(&told);
    let overlay = Overlay::new(move |one| heard.borrow_mut().push(one));
    point(&overlay);
    (overlay, told)
}

/// Reads the page, and points at those.
pub fn point(overlay: &Overlay) {
    let view = read(
        &run("return document"),
        overlay.host(),
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
    overlay.show(words(), pointers.collect(), Around::default());
}

/// What its callout says.
#[must_use]
pub fn words() -> Words {
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
///
/// # Panics
/// Where a side is no length.
#[must_use]
pub fn margins(selector: &str) -> Vec<f64> {
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

/// Whether the ring goes round the element closely.
#[must_use]
pub fn fits(selector: &str) -> bool {
    margins(selector)
        .iter()
        .all(|margin| (0.0..=8.0).contains(margin))
}

/// How many rings there are; `None` without an overlay.
#[must_use]
pub fn spotlights() -> Option<f64> {
    in_overlay("root.querySelectorAll('[part=spotlight]').length").as_f64()
}
