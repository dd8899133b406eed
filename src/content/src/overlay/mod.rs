//! What we show in the page: one host element with a closed root, in it a ring for each control that is pointed at, the
//! callout, and the arrow between them.
//!
//! ```text
//! engine ──show──▶ Overlay ──▶ callout, rings, tie        what is shown
//!    ▲                │  └───▶ stage, shield, retry       the host: on top, to itself, against hostile pages
//!    │                ▼
//!    └──Heard──── follower ──frame──▶ look ──▶ placement
//! ```
//!
//! The engine says what to point at and is told what the person pressed, that a control has gone, and that the page does
//! not leave the overlay alone. Everything between two readings is the overlay's own.

mod callout;
mod deeds;
mod dom;
mod follower;
mod look;
mod placement;
mod rect;
mod retry;
mod rings;
mod shield;
mod speaker;
mod stage;
mod state;
mod tie;
mod viewport;
mod words;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use farewell_core::Area;
use gloo::events::EventListener;
use web_sys::{Element, HtmlElement, Node};

pub use rings::Pointer;
pub use words::{Button, Line, Words};

use callout::Callout;
use deeds::Place;
use follower::{Followed, Follower};
use rect::Rect;
use stage::{GaveUp, Stage};
use state::{Outcome, State};
use tie::Tie;

use crate::chosen::message;

/// What the overlay tells the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// The person pressed one of our buttons that the overlay does nothing about by itself: its `data-action`.
    Action(String),
    /// They picked this item.
    Picked(u32),
    /// They take back what was filled into this control.
    Undo(String),
    /// A control is gone, or says something else: the page has to be read anew before anything is pointed at.
    Lost,
    /// The page takes the overlay away, hides, closes or covers it again and again: it stands aside.
    GaveUp,
}

/// A keyboard command of the person's, from anywhere in the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The focus goes on: control, callout, next control.
    Next,
    /// The control is brought into sight.
    Show,
}

/// What is on the page besides what is pointed at, as items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// What must not be covered: where the phrase to type stands.
    pub must: Vec<u32>,
    /// The last button of the form, not covered on windows from 600 px.
    pub last: Option<u32>,
    /// What the person may want to look at besides: the fields.
    pub spare: Vec<u32>,
}

/// The overlay of one guide in one document.
pub struct Overlay(Rc<Shared>);

struct Shared {
    hear: Box<dyn Fn(Heard)>,
    stage: Stage,
    state: RefCell<State>,
    follower: Rc<Follower>,
    shield: RefCell<Vec<EventListener>>,
    /// When the first ring was drawn.
    drawn: Cell<Option<f64>>,
    /// What is still to be told to the engine.
    untold: Cell<Option<Heard>>,
    /// Where the host stood when the follower was told what to watch.
    parent: RefCell<Option<Node>>,
    /// What of the page had the keyboard's focus before the overlay.
    came_from: RefCell<Option<Element>>,
}

/// What stands in the host, once it is needed.
struct Inner {
    all: HtmlElement,
    callout: Callout,
    tie: Tie,
    is_right_to_left: bool,
}

impl Overlay {
    /// An overlay with nothing in it yet: its host stands nowhere. `hear` is told what happens in it, never while one of
    /// its own methods runs.
    pub fn new(hear: impl Fn(Heard) + 'static) -> Self {
        let shared = Rc::new_cyclic(|own: &Weak<Shared>| Shared {
            hear: Box::new(hear),
            stage: Stage::new(),
            state: RefCell::default(),
            follower: Follower::new(own.clone()),
            shield: RefCell::default(),
            drawn: Cell::default(),
            untold: Cell::default(),
            parent: RefCell::default(),
            came_from: RefCell::default(),
        });
        let own = Rc::downgrade(&shared);
        let deed = move |deed| {
            if let Some(shared) = own.upgrade() {
                shared.deed(deed);
            }
        };
        let shield = shield::raise(shared.stage.root(), deed);
        shared.shield.replace(shield);
        Self(shared)
    }

    /// The host element.
    pub fn host(&self) -> &HtmlElement {
        self.0.stage.host()
    }

    /// Shows `words`, and a ring on each of `pointers`, which were read just now; what is `around` them is left in sight.
    pub fn show(&self, words: Words, pointers: Vec<Pointer>, around: Around) {
        self.0.show(words, pointers, around);
    }

    /// Something has moved, or may have: it is followed until it rests.
    pub fn wake(&self) {
        self.0.follower.wake(true);
    }

    /// Something has changed somewhere on the page, and may lie over a control now.
    pub fn nudge(&self) {
        self.0.follower.nudge();
    }

    /// Time has passed: an animation of a script's, of which no event tells, may have put something over a control.
    pub fn beat(&self) {
        if look::has_stirred() {
            self.0.follower.nudge();
        }
    }

    /// The items pointed at, in the order of their rings.
    pub fn items(&self) -> Vec<u32> {
        self.0.state.borrow().rings.items()
    }

    /// What the control at this place is called.
    pub fn control(&self, at: usize) -> Option<&'static str> {
        self.0.state.borrow().rings.control(at)
    }

    /// When the first ring was drawn, in milliseconds on the page's clock.
    pub fn drawn_at(&self) -> Option<f64> {
        self.0.drawn.get()
    }

    /// Whether a layer of the page lies over all that is pointed at.
    pub fn is_covered(&self) -> bool {
        self.0.state.borrow().is_covered()
    }

    /// The box of the control that `item` is, in CSS px of the top window, rounded.
    pub fn area(&self, item: u32) -> Option<Area> {
        look::whole(item).map(|whole| whole.area())
    }

    /// What the person's keyboard asks for.
    pub fn command(&self, command: Command) {
        match command {
            Command::Show => self.0.bring(),
            Command::Next => self.0.next(),
        }
    }

    /// Takes everything away. Whoever was in the overlay goes on at the control that it spoke of, else where they came from.
    pub fn remove(&self) {
        self.0.follower.stop();
        let was_inside = self.0.stage.focused().is_some();
        self.0.stage.remove();
        let first = self.0.state.borrow().rings.first();
        if was_inside && !first.is_some_and(look::focus_on) {
            look::focus_back(self.0.came_from.take());
        }
    }
}

impl Shared {
    fn show(&self, words: Words, pointers: Vec<Pointer>, around: Around) {
        let items: Vec<u32> = pointers.iter().map(|pointer| pointer.item).collect();
        {
            let state = &mut *self.state.borrow_mut();
            let inner = state.inner.get_or_insert_with(|| Inner::new(&self.stage));
            if inner.callout.say(words, self.stage.focused().as_ref()) {
                state.sizes = None;
            }
            look::remember(items.clone());
            if state.rings.items() != items {
                (state.place, state.side) = (Place::default(), None);
            }
            state.rings.point(pointers);
            state.around = around;
            state.scene = None;
        }
        let stood = self.stage.stand(items.first().copied());
        self.point();
        let outcome = stood.and_then(|()| self.state.borrow_mut().frame(&self.stage, false));
        // What there is to tell is told by the next frame: the engine is at work now.
        self.untold.set(match outcome {
            Ok(outcome) => outcome.lost.then_some(Heard::Lost),
            Err(GaveUp) => Some(Heard::GaveUp),
        });
        self.begin_picking();
        self.follower.wake(true);
    }

    /// Has the follower watch what is pointed at, and the host where it stands now.
    fn point(&self) {
        let host = self.stage.host();
        let items = self.state.borrow().rings.items();
        self.parent.replace(host.parent_node());
        self.follower.point(items, host);
    }

    /// Whoever is to pick a control begins at the first, and is not sent away when the page changes meanwhile.
    fn begin_picking(&self) {
        let state = self.state.borrow();
        if state.rings.is_offering()
            && self.stage.focused().is_none()
            && let Some(first) = state.rings.offers().next()
        {
            let _ = first.focus();
        }
    }

    fn give_up(&self) {
        self.follower.stop();
        self.tell(Some(Heard::GaveUp));
    }

    fn tell(&self, heard: Option<Heard>) {
        if let Some(heard) = heard {
            (self.hear)(heard);
        }
    }
}

impl Followed for Shared {
    fn frame(&self, is_anew: bool) -> bool {
        self.tell(self.untold.take());
        // The engine is showing something, which looks by itself.
        let Ok(mut state) = self.state.try_borrow_mut() else {
            return true;
        };
        let outcome = state.frame(&self.stage, is_anew);
        if self.drawn.get().is_none() && state.rings.first().is_some() {
            self.drawn.set(Some(crate::browser::now()));
        }
        drop(state);
        let has_gone_elsewhere = self.stage.host().parent_node() != *self.parent.borrow();
        if has_gone_elsewhere {
            self.point();
        }
        let Ok(Outcome { moved, lost }) = outcome else {
            self.give_up();
            return false;
        };
        self.tell(lost.then_some(Heard::Lost));
        moved
    }

    fn check(&self) {
        let Ok(state) = self.state.try_borrow() else {
            return;
        };
        let has_changed = look::has_changed(state.rings.items());
        drop(state);
        if self.stage.tend().is_err() {
            self.give_up();
        } else if has_changed {
            self.frame(true);
        }
    }

    fn watched(&self) -> Vec<(u32, Rect)> {
        let state = self.state.borrow();
        let seen = state.last.iter().map(|look| look.seen);
        state.rings.items().into_iter().zip(seen).collect()
    }

    fn sized(&self) -> Vec<Element> {
        let state = self.state.borrow();
        let callout = state.inner.as_ref().map(|inner| inner.callout.part());
        let own = [Some(self.stage.host()), callout];
        own.into_iter()
            .flatten()
            .map(|one| one.clone().into())
            .collect()
    }
}

impl Inner {
    fn new(stage: &Stage) -> Self {
        let all = dom::element("div", "all tokens");
        // Not the browser's `@@bidi_dir`: that is its own language's, which need not be one that we speak.
        let is_right_to_left = message("overlay_direction", &[]) == "rtl";
        let direction = if is_right_to_left { "rtl" } else { "ltr" };
        dom::set(&all, "dir", Some(direction));
        let language = message("overlay_language", &[]);
        dom::set(&all, "lang", Some(&language));
        let _ = stage.root().append_child(&all);
        Self {
            tie: Tie::new(&all),
            callout: Callout::new(&all),
            all,
            is_right_to_left,
        }
    }
}
