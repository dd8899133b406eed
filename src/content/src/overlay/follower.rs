//! Keeps the overlay on the page's controls: frame by frame while something moves, asleep while nothing does.
//!
//! ```text
//! scroll, resize, animation, an observer ──▶ awake: a frame's look each frame ──nothing moved for 3──▶ asleep
//!                                              ▲                                                         │
//!                                              └── what an observer reports is looked at, never dropped ◀┘
//! ```

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{
    AbortController, AddEventListenerOptions, Element, Event, EventTarget, IntersectionObserver,
    IntersectionObserverInit, MutationObserver, MutationObserverInit, ResizeObserver, Window,
};

use super::look;
use super::rect::Rect;

/// After so many frames without a movement the following sleeps.
const STILL: u8 = 3;
/// So many changes elsewhere on the page that moved nothing are each looked at right after the next frame, when the page is laid
/// out and a look costs next to nothing; then one look serves all of a tenth of a second: a page that never rests pays little.
const EAGER: u8 = 4;
const BETWEEN: u32 = 100;
/// Steps of how much of a control is in the watched region: one px of a control of a thousand is a step.
const STEPS: u32 = 1_000;

/// What opens a menu that is shown by hovering alone, over a control perhaps; it comes often, and mostly nothing follows.
const HOVERS: &str = "pointerover";
/// What moves things without a mutation, or may be answered by a script that does: of an animation that a script starts
/// there is no event.
const MOVES: [&str; 17] = [
    HOVERS,
    "click",
    "keydown",
    "scroll",
    "resize",
    "transitionrun",
    "transitionstart",
    "transitionend",
    "animationstart",
    "animationend",
    "animationiteration",
    "toggle",
    "close",
    "fullscreenchange",
    "focusin",
    "load",
    "input",
];

/// What a follower moves.
pub(super) trait Followed {
    /// Brings the overlay up to the page; whether something had moved. Where `is_anew`, sizes and covers may have changed.
    fn frame(&self, is_anew: bool) -> bool;
    /// The page may have done something to our host, or a control may say something else: not even a frame waits for it.
    fn check(&self);
    /// The items pointed at, with the boxes in which they were seen.
    fn watched(&self) -> Vec<(u32, Rect)>;
    /// What of ours has a size that matters.
    fn sized(&self) -> Vec<Element>;
}

type Callback = Closure<dyn FnMut(JsValue)>;

pub(super) struct Follower {
    own: Weak<Self>,
    window: Window,
    followed: Weak<dyn Followed>,
    /// One frame of following, one look, one that waits for a frame, and one between frames.
    tick: Callback,
    glance: Callback,
    after: Callback,
    crossed: Callback,
    frame: Cell<Option<i32>>,
    peek: Cell<Option<i32>>,
    settled: Cell<Option<i32>>,
    is_anew: Cell<bool>,
    still: Cell<u8>,
    is_stopped: Cell<bool>,
    sizes: ResizeObserver,
    shifts: RefCell<Vec<IntersectionObserver>>,
    /// From which share of a control to which is a step for the observers of shifts.
    steps: js_sys::Array,
    harms: MutationObserver,
    heard: Callback,
    /// Ends the listening to the window, and to the roots whose events are not heard there. By a signal, because Firefox lets
    /// nobody touch the document of a frame that has gone.
    ends: RefCell<[Option<AbortController>; 2]>,
    nudges: Cell<u8>,
    nudged: Cell<f64>,
    pause: RefCell<Option<Timeout>>,
}

impl Follower {
    pub(super) fn new(followed: Weak<dyn Followed>) -> Rc<Self> {
        let this = Rc::new_cyclic(|own: &Weak<Self>| {
            let (glance, check) = (
                callback(own, Self::look_once),
                callback(own, Self::look_at_harm),
            );
            let sized = callback(own, Self::peek);
            let observer = "a new observer";
            Self {
                own: own.clone(),
                window: web_sys::window().expect_throw("a content script runs in a window"),
                followed,
                tick: callback(own, Self::tick),
                crossed: callback(own, Self::look_now),
                after: callback(own, Self::after_frame),
                glance,
                sizes: ResizeObserver::new(sized.into_js_value().unchecked_ref())
                    .expect_throw(observer),
                harms: MutationObserver::new(check.into_js_value().unchecked_ref())
                    .expect_throw(observer),
                frame: Cell::default(),
                peek: Cell::default(),
                settled: Cell::default(),
                is_anew: Cell::default(),
                still: Cell::default(),
                is_stopped: Cell::default(),
                shifts: RefCell::default(),
                steps: (0..=STEPS)
                    .map(|step| JsValue::from(f64::from(step) / f64::from(STEPS)))
                    .collect(),
                heard: hearing(own),
                ends: RefCell::default(),
                nudges: Cell::default(),
                nudged: Cell::default(),
                pause: RefCell::default(),
            }
        });
        let window: EventTarget = this.window.clone().into();
        let viewport = this.window.visual_viewport().map(EventTarget::from);
        this.listen(0, [window].into_iter().chain(viewport));
        this
    }

    /// Listens to `targets` instead of those it listened to at this place.
    fn listen(&self, place: usize, targets: impl Iterator<Item = EventTarget>) {
        let end = AbortController::new().ok();
        let options = AddEventListenerOptions::new();
        options.set_capture(true);
        options.set_passive(true);
        if let Some(end) = &end {
            options.set_signal(&end.signal());
        }
        let heard = self.heard.as_ref().unchecked_ref();
        for target in targets {
            for name in MOVES {
                let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
                    name, heard, &options,
                );
            }
        }
        if let Some(former) = &self.ends.borrow()[place] {
            former.abort();
        }
        self.ends.borrow_mut()[place] = end;
    }

    /// These are pointed at from now on; `host` is ours.
    pub(super) fn point(&self, items: Vec<u32>, host: &Element) {
        let roots = look::roots_of(items.clone());
        self.listen(1, roots.iter().map(JsCast::unchecked_into));
        self.harms.disconnect();
        let said = MutationObserverInit::new();
        said.set_subtree(true);
        said.set_child_list(true);
        said.set_character_data(true);
        said.set_attributes(true);
        for element in look::speakers_of(items) {
            let element: Element = element.unchecked_into();
            let _ = self.harms.observe_with_options(&element, &said);
        }
        let written = MutationObserverInit::new();
        written.set_attributes(true);
        let _ = self.harms.observe_with_options(host, &written);
        let taken = MutationObserverInit::new();
        taken.set_child_list(true);
        if let Some(parent) = host.parent_node() {
            let _ = self.harms.observe_with_options(&parent, &taken);
        }
    }

    /// Follows frame by frame from now on, until nothing has moved for a while.
    pub(super) fn wake(&self, is_anew: bool) {
        if self.is_stopped.get() {
            return;
        }
        self.still.set(0);
        self.is_anew.set(self.is_anew.get() || is_anew);
        if self.frame.get().is_none() {
            self.stop_resting();
            self.request(&self.frame, &self.tick);
        }
    }

    /// Something has changed somewhere on the page, and may lie over a control now.
    pub(super) fn nudge(&self) {
        let now = crate::browser::now();
        if now - self.nudged.replace(now) > 10.0 * f64::from(BETWEEN) {
            self.nudges.set(0);
        }
        let nudges = self.nudges.get();
        self.nudges.set(nudges.saturating_add(1));
        self.peek_after(if nudges < EAGER { 0 } else { BETWEEN });
    }

    /// One look after `pause` milliseconds and the frame that comes then.
    fn peek_after(&self, pause: u32) {
        if self.pause.borrow().is_some() || self.settled.get().is_some() {
            return;
        }
        if pause == 0 {
            self.request(&self.settled, &self.after);
        } else {
            self.pause_for(pause, |follower| {
                follower.request(&follower.settled, &follower.after);
            });
        }
    }

    /// A frame is being drawn: the task that follows finds the page laid out.
    fn after_frame(&self) {
        self.settled.set(None);
        self.pause_for(0, Self::look_now);
    }

    fn pause_for(&self, pause: u32, work: fn(&Self)) {
        let own = self.own.clone();
        let goes_on = move || {
            if let Some(follower) = own.upgrade() {
                follower.pause.borrow_mut().take();
                work(&follower);
            }
        };
        self.pause.replace(Some(Timeout::new(pause, goes_on)));
    }

    fn request(&self, slot: &Cell<Option<i32>>, callback: &Callback) {
        let asked = self
            .window
            .request_animation_frame(callback.as_ref().unchecked_ref());
        slot.set(asked.ok());
    }

    /// One look in the next frame.
    fn peek(&self) {
        if self.frame.get().is_some() {
            self.is_anew.set(true);
        } else if self.peek.get().is_none() {
            self.request(&self.peek, &self.glance);
        }
    }

    fn look_once(&self) {
        self.peek.set(None);
        self.look_now();
    }

    /// A look between frames, or as one of an observer's: what has moved is followed from here on.
    fn look_now(&self) {
        if self.frame.get().is_some() {
            return;
        }
        if let Some(followed) = self.followed.upgrade()
            && followed.frame(true)
        {
            self.nudges.set(0);
            self.wake(false);
        }
    }

    fn look_at_harm(&self) {
        if let Some(followed) = self.followed.upgrade() {
            followed.check();
        }
    }

    fn tick(&self) {
        self.frame.set(None);
        let Some(followed) = self.followed.upgrade() else {
            return;
        };
        let has_moved = followed.frame(self.is_anew.take());
        self.still
            .set(if has_moved { 0 } else { self.still.get() + 1 });
        if self.is_stopped.get() {
            return;
        }
        let is_awake = self.still.get() < STILL || self.is_animated(&*followed);
        if is_awake {
            self.request(&self.frame, &self.tick);
        } else {
            self.rest(&*followed);
        }
    }

    fn is_animated(&self, followed: &dyn Followed) -> bool {
        let items = followed.watched().into_iter().map(|(item, _)| item);
        let is_animated = look::is_animated(items.collect());
        if is_animated {
            self.still.set(0);
        }
        is_animated
    }

    /// Sleeps until an observer wakes. Each reports once when it begins, and that report may hold a change already: it
    /// is looked at like any other.
    fn rest(&self, followed: &dyn Followed) {
        for element in followed.sized() {
            self.sizes.observe(&element);
        }
        let root = crate::read::document().document_element();
        let Some(root) = root else {
            return;
        };
        let (wide, high) = (root.client_width(), root.client_height());
        let window = Rect::new(0.0, 0.0, f64::from(wide), f64::from(high));
        for (item, seen) in followed.watched() {
            let Some(element) = look::element_of(item) else {
                continue;
            };
            self.sizes.observe(&element);
            let observer = self.shift_of(&seen, &window);
            observer.observe(&element);
            self.shifts.borrow_mut().push(observer);
        }
    }

    /// The watched region is what is seen of the control: whatever moves it, or what clips it, changes how much of it is in
    /// there. The root is the top window, so that the frames which it is in count too.
    fn shift_of(&self, seen: &Rect, window: &Rect) -> IntersectionObserver {
        let inset = [
            seen.y,
            window.w - seen.right(),
            window.h - seen.bottom(),
            seen.x,
        ];
        let inset: Vec<String> = inset
            .iter()
            .map(|side| format!("{:.0}px", -side.floor()))
            .collect();
        let options = IntersectionObserverInit::new();
        options.set_root_margin(&inset.join(" "));
        options.set_threshold(&self.steps);
        let crossed = self.crossed.as_ref().unchecked_ref();
        IntersectionObserver::new_with_options(crossed, &options)
            .expect_throw("the options are well formed")
    }

    fn stop_resting(&self) {
        self.sizes.disconnect();
        for observer in self.shifts.take() {
            observer.disconnect();
        }
    }

    /// Ends the following, for good.
    pub(super) fn stop(&self) {
        self.is_stopped.set(true);
        self.stop_resting();
        self.harms.disconnect();
        for end in self.ends.take().into_iter().flatten() {
            end.abort();
        }
        self.pause.take();
        let asked = [&self.frame, &self.peek, &self.settled];
        for asked in asked.into_iter().filter_map(Cell::take) {
            let _ = self.window.cancel_animation_frame(asked);
        }
    }
}

/// A callback of the browser's that does `work` for as long as the follower lives and has not stopped.
fn callback(own: &Weak<Follower>, work: fn(&Follower)) -> Callback {
    let own = own.clone();
    Closure::new(move |_| {
        if let Some(follower) = own.upgrade()
            && !follower.is_stopped.get()
        {
            work(&follower);
        }
    })
}

/// What is done at an event that moves things.
fn hearing(own: &Weak<Follower>) -> Callback {
    let own = own.clone();
    Closure::new(move |event: JsValue| {
        if let Some(follower) = own.upgrade() {
            let event: Event = event.unchecked_into();
            match event.type_().as_str() {
                HOVERS => follower.nudge(),
                name => follower.wake(name != "scroll"),
            }
        }
    })
}
