//! The thin arrow from the callout to the control that it speaks of.

use web_sys::{Element, HtmlElement};

use super::dom;
use super::rect::Rect;

/// Shorter than this there is no room for an arrow, longer it would cross half the page.
const SHORTEST: f64 = 6.0;
const LONGEST: f64 = 420.0;
/// At so many places it is looked what it would cross.
const STEPS: u32 = 32;

pub(super) struct Tie {
    arrow: HtmlElement,
    drawn: String,
    is_grave: bool,
}

impl Tie {
    pub(super) fn new(parent: &Element) -> Self {
        let arrow = dom::add(parent, "div", "tie", "");
        dom::set(&arrow, "aria-hidden", Some("true"));
        dom::set_hidden(&arrow, true);
        Self {
            arrow,
            drawn: String::new(),
            is_grave: false,
        }
    }

    /// Draws the arrow from `callout` to `ring`; none where there is no ring in sight, or where it would cross one of `words`.
    pub(super) fn draw(
        &mut self,
        callout: &Rect,
        ring: Option<&Rect>,
        words: &[Rect],
        is_grave: bool,
    ) {
        let css = ring
            .and_then(|ring| between(callout, ring, words))
            .unwrap_or_default();
        if self.is_grave != is_grave {
            self.is_grave = is_grave;
            dom::set(&self.arrow, "data-grave", is_grave.then_some(""));
        }
        if css == self.drawn {
            return;
        }
        if css.is_empty() != self.drawn.is_empty() {
            dom::set_hidden(&self.arrow, css.is_empty());
        }
        self.arrow.style().set_css_text(&css);
        self.drawn = css;
    }
}

/// Between the nearest points of both, as a line that is turned round its beginning.
fn between(callout: &Rect, ring: &Rect, words: &[Rect]) -> Option<String> {
    let start = callout.nearest(ring);
    let end = ring.nearest(&Rect::new(start.0, start.1, 0.0, 0.0));
    let (x, y) = (end.0 - start.0, end.1 - start.1);
    let length = x.hypot(y);
    let on_way = |share: f64| (start.0 + x * share, start.1 + y * share);
    let is_free = (1..STEPS).all(|step| {
        let (x, y) = on_way(f64::from(step) / f64::from(STEPS));
        words.iter().all(|words| !words.holds(x, y))
    });
    (is_free && (SHORTEST..LONGEST).contains(&length)).then(|| {
        format!(
            "width:{length:.2}px;transform:translate({:.2}px,{:.2}px) rotate({:.4}rad)",
            start.0,
            start.1,
            y.atan2(x)
        )
    })
}
