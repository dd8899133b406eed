//! The events that the page and the window are listened to for, and what each means.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, HtmlElement, Node};

use super::stands_in;
use crate::read::{document, element_of};
use crate::signal::{Notify, Signal};

/// What an event means.
#[derive(Clone, Copy)]
pub(super) enum Meaning {
    Settle,
    Press,
    Edit,
    Visibility,
    Leave,
    Change,
}

/// Events by their names.
type Events = [(&'static str, Meaning)];

/// What every document is listened to for, frames of the same site included.
pub(super) const OF_DOCUMENTS: [(&str, Meaning); 11] = [
    ("click", Meaning::Press),
    ("submit", Meaning::Press),
    ("reset", Meaning::Change),
    ("input", Meaning::Edit),
    ("change", Meaning::Edit),
    ("visibilitychange", Meaning::Visibility),
    ("readystatechange", Meaning::Change),
    ("transitionend", Meaning::Settle),
    ("animationend", Meaning::Settle),
    ("toggle", Meaning::Change),
    ("close", Meaning::Change),
];
const OF_WINDOW: [(&str, Meaning); 3] = [
    ("hashchange", Meaning::Change),
    ("popstate", Meaning::Change),
    ("pagehide", Meaning::Leave),
];
/// Tells of `pushState`, which no other event does.
const OF_NAVIGATION: [(&str, Meaning); 1] = [("currententrychange", Meaning::Change)];

/// The listeners on the page's own document and window.
pub(super) struct PageListeners {
    _listeners: Vec<EventListener>,
}

impl PageListeners {
    pub(super) fn new(host: &HtmlElement, notify: Notify) -> Self {
        let window = window();
        // No crate knows this one without unstable flags, and not every browser has it.
        let navigation = Reflect::get(&window, &"navigation".into());
        let navigation = navigation.ok().and_then(|found| found.dyn_into().ok());
        let sources: [(Option<EventTarget>, &Events); 3] = [
            (Some(window.into()), &OF_WINDOW),
            (Some(document().into()), &OF_DOCUMENTS),
            (navigation, &OF_NAVIGATION),
        ];
        let mut listeners = Vec::new();
        for (target, events) in sources {
            let Some(target) = target else { continue };
            for &(name, meaning) in events {
                let host = host.clone();
                listeners.push(EventListener::new_with_options(
                    &target,
                    name,
                    EventListenerOptions::run_in_capture_phase(),
                    move |event| hear(event, meaning, &host, notify),
                ));
            }
        }
        Self {
            _listeners: listeners,
        }
    }
}

/// Passes on what `event` means, unless it is no news.
pub(super) fn hear(event: &Event, meaning: Meaning, host: &HtmlElement, notify: Notify) {
    if let Some(signal) = signal_of(event, meaning, host) {
        notify(signal);
    }
}

fn signal_of<'event>(
    event: &'event Event,
    meaning: Meaning,
    host: &HtmlElement,
) -> Option<Signal<'event>> {
    let host: &EventTarget = host;
    let is_ours = event.target().as_ref() == Some(host);
    if is_ours && !is_closing(event) {
        return None;
    }
    match meaning {
        Meaning::Settle => Some(Signal::Settled(event)),
        Meaning::Press => event.is_trusted().then_some(Signal::Pressed(event)),
        // A script's is our own filling, or what a page makes of it, which is verified anyway.
        Meaning::Edit => event.is_trusted().then_some(Signal::Changed),
        Meaning::Visibility => Some(Signal::VisibilityChanged),
        Meaning::Leave => Some(Signal::Left),
        Meaning::Change => Some(Signal::Changed),
    }
}

/// Whether the page, or the browser, has closed our popover.
fn is_closing(event: &Event) -> bool {
    let state = Reflect::get(event, &"newState".into());
    state.is_ok_and(|state| state == "closed")
}

/// Which of the `pointed` items the person has pressed, as its place among them. The Enter key submits a form, too: that
/// presses whatever was pointed at last in it.
pub(crate) fn pressed_item(event: &Event, pointed: &[u32]) -> Option<usize> {
    // An element of a frame is an instance of the frame's own class, which a checked cast would refuse.
    let node = |item: &u32| {
        let element = element_of(*item);
        element
            .is_object()
            .then(|| element.unchecked_into::<Node>())
    };
    if event.type_() == "submit" {
        let form = event.target()?;
        return pointed
            .iter()
            .rposition(|item| node(item).is_some_and(|node| stands_in(&node, &form)));
    }
    let path = event.composed_path();
    pointed
        .iter()
        .position(|item| node(item).is_some_and(|node| path.includes(&node, 0)))
}
