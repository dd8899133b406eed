//! A guide at work in one document.

use farewell_core::{
    Address, ControlId, Fill, Guide, Instruction, Memory, Moment, Pressed, Sighting, State, instruct, is_aliexpress,
    recognise, touches,
};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event};

use super::pace::{Pace, Patience};
use super::{Engine, words};
use crate::browser::{SentMemory, now};
use crate::fill::{Filled, Outcome};
use crate::overlay::{Overlay, Pointer};
use crate::read::{Reading, folded, read};
use crate::watch::Watch;

/// After so many frames without a movement the following sleeps.
const STILL: u8 = 20;
/// What a press changes shows late and often only as a style: it is looked for so many times more, this far apart.
const LOOKS_AFTER_PRESS: u8 = 3;
const BETWEEN_LOOKS: f64 = 500.0;
/// How long a page gets to keep or refuse what was filled.
const BEFORE_VERIFYING: f64 = 350.0;

/// A guide at work.
pub(super) struct Run {
    pub(super) guide: Guide,
    pub(super) memory: Memory,
    pub(super) seen: Option<Seen>,
    pub(super) filled: Vec<Filled>,
    pub(super) took: Took,
    /// The memory as the background has it.
    remembered: String,
    watch: Watch,
    overlay: Overlay,
    pace: Pace,
    patience: Patience,
    /// The timer of the next reading, and when it is due.
    timer: Option<(i32, f64)>,
    frame: Option<i32>,
    still: u8,
    looks: u8,
    filled_at: f64,
}

/// The page as last read, and what followed from it.
pub(super) struct Seen {
    pub(super) reading: Reading,
    pub(super) sighting: Sighting,
    pub(super) instruction: Instruction,
}

/// Milliseconds that things took.
#[derive(Default)]
pub(super) struct Took {
    /// From injection to the first spotlight.
    pub(super) start: u32,
    /// The last reading and its recognition.
    pub(super) detect: u32,
}

impl Run {
    pub(super) fn new(engine: &'static Engine, guide: Guide, memory: Memory) -> Self {
        let hooks = engine.hooks();
        Self {
            guide,
            remembered: memory.to_text(),
            memory,
            seen: None,
            filled: Vec::new(),
            took: Took::default(),
            watch: Watch::new(&hooks.event, &hooks.mutation, &hooks.layout),
            overlay: Overlay::new(&engine.document, &hooks.action),
            pace: Pace::default(),
            patience: Patience::default(),
            timer: None,
            frame: None,
            still: 0,
            looks: 0,
            filled_at: 0.0,
        }
    }

    pub(super) fn end(self, engine: &Engine) {
        if let Some((timer, _)) = self.timer {
            engine.window.clear_timeout_with_handle(timer);
        }
        if let Some(frame) = self.frame {
            let _ = engine.window.cancel_animation_frame(frame);
        }
        self.watch.stop();
        self.overlay.remove();
    }

    pub(super) fn is_at(&self, state: State) -> bool {
        self.seen.as_ref().is_some_and(|seen| seen.instruction.state == state)
    }

    /// Reads the page and says what follows. A hidden tab is read when it shows again.
    pub(super) fn read(&mut self, engine: &'static Engine) {
        if let Some((timer, _)) = self.timer.take() {
            engine.window.clear_timeout_with_handle(timer);
        }
        if engine.document.hidden() {
            return;
        }
        let began = now();
        let address = Address::parse(&engine.window.location().href().unwrap_or_default());
        let reading = read(&engine.document, Some(self.overlay.host()), address);
        let sighting = recognise(&reading.view);
        let ended = now();
        self.pace.read(began, ended);
        self.took.detect = milliseconds(ended - began);

        for root in reading.roots.iter() {
            self.watch.observe(&root);
        }
        let minded = reading.elements().slice(0, reading.elements().length());
        minded.push(self.overlay.host());
        self.watch.mind(&minded);
        self.show(engine, reading, sighting, None);
    }

    /// From what was seen to what is said, pointed at and filled.
    fn show(&mut self, engine: &'static Engine, reading: Reading, sighting: Sighting, pressed: Option<Pressed>) {
        let moment = Moment { since_start: milliseconds(now() - engine.began) };
        let instruction = instruct(&self.guide, &mut self.memory, &reading.view, &sighting, moment, pressed);
        self.remember(engine);
        self.verify(&reading, &sighting);
        for fill in &instruction.fills {
            self.fill(engine, fill, &reading);
        }
        if let Some(delay) = instruction.again_in {
            self.schedule(engine, f64::from(delay));
        }
        if self.looks > 0 {
            self.looks -= 1;
            self.schedule(engine, BETWEEN_LOOKS);
        }
        if self.filled.iter().any(|filled| filled.outcome == Outcome::Pending) {
            self.schedule(engine, BEFORE_VERIFYING);
        }
        self.seen = Some(Seen { reading, sighting, instruction });
        self.present(engine);
    }

    /// Brings the overlay up to what was seen.
    fn present(&mut self, engine: &'static Engine) {
        let Some(Seen { reading, instruction, .. }) = &self.seen else { return };
        let words = words::words(&self.guide, instruction, &self.filled);
        let pointer = |target: &farewell_core::Target| {
            Some(Pointer {
                control: target.control.as_str(),
                element: reading.element(target.item)?,
                number: target.number,
                is_grave: target.control.is_destructive(),
            })
        };
        let pointers = instruction.targets.iter().filter_map(pointer).collect();
        self.overlay.show(words, pointers);
        if self.took.start == 0 && self.overlay.has_spotlight() {
            self.took.start = milliseconds(now() - engine.began).max(1);
        }
        self.wake(engine);
    }

    fn remember(&mut self, engine: &'static Engine) {
        let text = self.memory.to_text();
        if text != self.remembered {
            let memory: SentMemory = js_sys::Object::new().unchecked_into();
            memory.set_text(&text);
            engine.tell("remember", "memory", &memory);
            self.remembered = text;
        }
    }

    fn fill(&mut self, engine: &Engine, fill: &Fill, reading: &Reading) {
        let location = engine.window.location();
        let is_home = is_aliexpress(&location.protocol().unwrap_or_default(), &location.hostname().unwrap_or_default());
        let is_new = self.filled.iter().all(|filled| filled.control != fill.control);
        // Only the document that was recognised: a frame in it is not the account's form.
        let field = reading.element(fill.item).filter(|field| field.owner_document().as_ref() == Some(&engine.document));
        let Some(field) = field.filter(|_| is_home && is_new) else { return };
        let filled = match fill.choice {
            Some(choice) => {
                reading.element(choice).and_then(|option| Filled::choice(fill.control, field, &option))
            }
            None => Filled::text(fill.control, field, &fill.text),
        };
        if let Some(filled) = filled {
            self.filled.push(filled);
            self.filled_at = now();
        }
    }

    fn verify(&mut self, reading: &Reading, sighting: &Sighting) {
        if now() - self.filled_at < BEFORE_VERIFYING - 50.0 {
            return;
        }
        for filled in &mut self.filled {
            let found = sighting.controls.iter().find(|found| found.control == filled.control);
            filled.verify(found.and_then(|found| reading.element(found.item)));
        }
    }

    pub(super) fn on_event(&mut self, engine: &'static Engine, kind: &str, event: &Event) {
        let is_of_page = |watch: &Watch| event.target().is_some_and(|target| watch.minds(&target));
        match kind {
            "scroll" | "resize" | "transitionrun" | "animationstart" => self.wake(engine),
            // Much on a page moves for its own sake; only what holds something that matters is looked at again.
            "transitionend" | "animationend" if !is_of_page(&self.watch) => {}
            // Our own filling is no news.
            "input" | "change" if !event.is_trusted() => {}
            "click" | "submit" => self.on_press(engine, kind, event),
            "visibilitychange" => self.read(engine),
            // Also of our own host, when the page has closed it.
            "toggle" => {
                self.overlay.keep_up();
                self.stir(engine, false);
            }
            _ => self.stir(engine, false),
        }
    }

    /// The person has pressed something of the page: if it was pointed at, the guide hears of it.
    fn on_press(&mut self, engine: &'static Engine, kind: &str, event: &Event) {
        if !event.is_trusted() || event.target().is_some_and(|target| target.loose_eq(self.overlay.host())) {
            return;
        }
        self.looks = LOOKS_AFTER_PRESS;
        self.stir(engine, false);
        let Some(seen) = &self.seen else { return };
        let path = event.composed_path();
        let hit = |item: u32| {
            let Some(element) = seen.reading.element(item) else { return false };
            // A form is submitted by the Enter key too.
            let form = (kind == "submit").then(|| event.target()).flatten();
            form.map_or_else(|| path.includes(&element, 0), |form| form.unchecked_ref::<Element>().contains(Some(&element)))
        };
        let is_it = |control: ControlId| kind == "click" || control == ControlId::Submit;
        let target = seen.instruction.targets.iter().find(|target| is_it(target.control) && hit(target.item));
        let Some(control) = target.map(|target| target.control) else { return };
        if let Some(Seen { reading, sighting, .. }) = self.seen.take() {
            let pressed = Pressed { page: sighting.page, control };
            self.show(engine, reading, sighting, Some(pressed));
        }
    }

    /// `words` are those that changed, `None` where what was kept has changed.
    pub(super) fn on_mutation(&mut self, engine: &'static Engine, words: Option<String>) {
        match words {
            Some(words) if !touches(&folded(&words)) => {}
            Some(_) => self.stir(engine, false),
            None => {
                self.wake(engine);
                self.stir(engine, false);
            }
        }
    }

    pub(super) fn on_action(&mut self, engine: &'static Engine, action: &str, button: &Element) {
        match action {
            "scroll" => self.overlay.scroll_to_target(),
            "fold" => self.overlay.fold(),
            "undo" => {
                let control = button.get_attribute("data-of");
                for filled in self.filled.iter_mut().filter(|filled| control.as_deref() == Some(filled.control.as_str())) {
                    filled.undo();
                }
                self.stir(engine, false);
                self.present(engine);
            }
            _ => {}
        }
        self.wake(engine);
    }

    /// Something has changed: the page will be read again.
    fn stir(&mut self, engine: &'static Engine, is_urgent: bool) {
        let delay = self.pace.wait(now(), is_urgent);
        self.schedule(engine, delay);
    }

    /// Reads after `delay`, or sooner where that was agreed already.
    fn schedule(&mut self, engine: &'static Engine, delay: f64) {
        let due = now() + delay;
        if let Some((timer, earlier)) = self.timer {
            if earlier <= due {
                return;
            }
            engine.window.clear_timeout_with_handle(timer);
        }
        let delay = i32::try_from(milliseconds(delay)).unwrap_or(i32::MAX);
        let timer = engine.window.set_timeout_with_callback_and_timeout_and_arguments_0(&engine.hooks().timer, delay);
        self.timer = timer.ok().map(|timer| (timer, due));
    }

    /// Follows the page frame by frame until it is still.
    pub(super) fn wake(&mut self, engine: &'static Engine) {
        self.still = 0;
        if self.frame.is_none() {
            self.watch.stir();
            self.frame = engine.window.request_animation_frame(&engine.hooks().frame).ok();
        }
    }

    /// One frame. False when the page has taken the overlay away too often.
    pub(super) fn follow(&mut self, engine: &'static Engine) -> bool {
        self.frame = None;
        if !self.overlay.host().is_connected() {
            if !self.patience.bears(now()) {
                return false;
            }
            self.overlay.keep_up();
        }
        let followed = self.overlay.follow();
        if followed.lost {
            self.stir(engine, true);
        }
        self.still = if followed.moved { 0 } else { self.still + 1 };
        if self.still < STILL {
            self.frame = engine.window.request_animation_frame(&engine.hooks().frame).ok();
        } else {
            self.watch.rest(&self.overlay.elements());
        }
        true
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a span of time is positive and short")]
fn milliseconds(span: f64) -> u32 {
    span.round() as u32
}
