//! Notices what changes: the events of the page and its frames, and the mutations of its DOM. All listeners and observers
//! end with the [`PageWatch`].

mod events;
mod frames;
mod mutations;

use web_sys::{Event, EventTarget, HtmlElement, Node};

use crate::signal::Notify;
use events::PageListeners;
use frames::FrameListeners;
use mutations::Mutations;

pub(crate) use events::pressed_item;

/// The watch over one document.
pub(crate) struct PageWatch {
    mutations: Mutations,
    frames: FrameListeners,
    _page: PageListeners,
}

impl PageWatch {
    /// Begins to watch; what happens in `host`, our own element, is no news.
    pub(crate) fn new(host: &HtmlElement, notify: Notify) -> Self {
        Self {
            mutations: Mutations::new(host, notify),
            frames: FrameListeners::new(host, notify),
            _page: PageListeners::new(host, notify),
        }
    }

    /// The page was just read: what was entered for that, shadow roots and frames, is watched too.
    pub(crate) fn begin_snapshot(&self) {
        for tree in mutations::entered_trees() {
            self.mutations.observe(&tree);
            self.frames.listen(&tree);
        }
    }

    /// What followed from the reading is shown. From now on changes are judged by what was kept of this reading. True where
    /// something that matters has changed since the reading.
    pub(crate) fn end_snapshot(&self) -> bool {
        self.mutations.end_snapshot()
    }

    /// Whether what was kept, or our host, is or stands in the target of `event`.
    pub(crate) fn concerns(&self, event: &Event) -> bool {
        let target = event.target();
        target.is_some_and(|target: EventTarget| self.mutations.concerns(&target))
    }
}

/// Whether `node` is `ancestor` or stands in it. The ancestor itself is asked nothing: a form's own properties can be
/// hidden by the names of its fields.
fn stands_in(node: &Node, ancestor: &EventTarget) -> bool {
    let mut open = Some(node.clone());
    while let Some(node) = open {
        if *node == *ancestor {
            return true;
        }
        open = node.parent_node();
    }
    false
}
