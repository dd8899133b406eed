//! What the person does in our overlay stays in it: every event of theirs ends at our root, and no bubbling listener of
//! the page hears it. Two things can't be kept out: listeners of the page that capture on the window or the document hear
//! an event before we do, and the browser's own light dismiss closes the page's `popover=auto` when something outside it
//! is pressed.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, FocusEvent, KeyboardEvent, ShadowRoot};

/// All that bubbles and that a press, a key or the focus can cause.
const EVENTS: [&str; 54] = [
    "DOMActivate",
    "DOMMouseScroll",
    "MozMousePixelScroll",
    "auxclick",
    "beforeinput",
    "beforetoggle",
    "change",
    "click",
    "command",
    "compositionend",
    "compositionstart",
    "compositionupdate",
    "contextmenu",
    "copy",
    "cut",
    "dblclick",
    "drag",
    "dragend",
    "dragenter",
    "dragleave",
    "dragover",
    "dragstart",
    "drop",
    "focusin",
    "focusout",
    "gotpointercapture",
    "input",
    "keydown",
    "keypress",
    "keyup",
    "lostpointercapture",
    "mousedown",
    "mousemove",
    "mouseout",
    "mouseover",
    "mouseup",
    "mousewheel",
    "paste",
    "pointercancel",
    "pointerdown",
    "pointermove",
    "pointerout",
    "pointerover",
    "pointerrawupdate",
    "pointerup",
    "scrollend",
    "selectstart",
    "submit",
    "touchcancel",
    "touchend",
    "touchmove",
    "touchstart",
    "wheel",
    "toggle",
];

/// What the person did in the overlay.
pub(super) enum Deed {
    /// They pressed one of our buttons.
    Pressed(Element),
    /// They pressed a key.
    Key(KeyboardEvent),
    /// The keyboard's focus came to this element, from that one.
    Focused(Element, Option<Element>),
}

/// Stops the events at `root` for as long as what it returns is kept; `hear` is told what is ours to do.
pub(super) fn raise(
    root: &ShadowRoot,
    hear: impl Fn(Deed) + Clone + 'static,
) -> Vec<EventListener> {
    let target: &EventTarget = root.as_ref();
    EVENTS
        .iter()
        .map(|&name| {
            let hear = hear.clone();
            let stop = move |event: &Event| {
                event.stop_propagation();
                if let Some(deed) = deed_of(event) {
                    hear(deed);
                }
            };
            // Scrolling waits for no listener but for those that may prevent something.
            let options = EventListenerOptions {
                phase: EventListenerPhase::Bubble,
                passive: !matches!(name, "mousedown" | "keydown"),
            };
            EventListener::new_with_options(target, name, options, stop)
        })
        .collect()
}

fn deed_of(event: &Event) -> Option<Deed> {
    let target = || event.target().map(JsCast::unchecked_into::<Element>);
    match event.type_().as_str() {
        // A press leaves the focus where it is: a menu or a field of the page that closes without it stays open.
        "mousedown" => {
            event.prevent_default();
            None
        }
        "click" if event.is_trusted() => {
            let button = target()?.closest("[data-action], [data-undo], [data-offer]");
            button.ok().flatten().map(Deed::Pressed)
        }
        "keydown" if event.is_trusted() => Some(Deed::Key(event.clone().unchecked_into())),
        "focusin" => {
            let former = event.unchecked_ref::<FocusEvent>().related_target();
            target().map(|target| Deed::Focused(target, former.map(JsCast::unchecked_into)))
        }
        _ => None,
    }
}
