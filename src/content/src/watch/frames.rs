//! The events of frames of the same site, which are not heard outside them. A frame's document can go at any time, and
//! Firefox then lets nobody touch it: so its listeners are not taken away one by one, as gloo's are, but by one signal.

use wasm_bindgen::prelude::*;
use web_sys::{AbortController, AddEventListenerOptions, Event, HtmlElement, Node};

use super::events::{OF_DOCUMENTS, hear};
use crate::signal::Notify;

/// The listeners on all frames.
pub(super) struct FrameListeners {
    listener: Closure<dyn Fn(Event)>,
    end: Option<AbortController>,
}

impl FrameListeners {
    pub(super) fn new(host: &HtmlElement, notify: Notify) -> Self {
        let host = host.clone();
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let name = event.type_();
            let known = OF_DOCUMENTS.iter().find(|(known, _)| *known == name);
            if let Some((_, meaning)) = known {
                hear(&event, *meaning, &host, notify);
            }
        });
        Self {
            listener,
            end: AbortController::new().ok(),
        }
    }

    /// Listens to `tree` if it is a frame's document. The browser takes the same listener only once.
    pub(super) fn listen(&self, tree: &Node) {
        let Some(end) = &self.end else { return };
        if tree.node_type() != Node::DOCUMENT_NODE {
            return;
        }
        let options = AddEventListenerOptions::new();
        options.set_capture(true);
        options.set_passive(true);
        options.set_signal(&end.signal());
        for (name, _) in OF_DOCUMENTS {
            // A frame that has gone meanwhile has nothing to tell.
            let _ = tree.add_event_listener_with_callback_and_add_event_listener_options(
                name,
                self.listener.as_ref().unchecked_ref(),
                &options,
            );
        }
    }
}

impl Drop for FrameListeners {
    fn drop(&mut self) {
        if let Some(end) = &self.end {
            end.abort();
        }
    }
}
