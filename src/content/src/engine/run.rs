//! A guide at work in one document.

use farewell_core::{
    ACCOUNT_ANSWERS, ControlId, Guide, Instruction, Item, LEXICON, Memory, Moment, Picks, Pressed,
    Reading, Sighting, State, Target, View, instruct, is_aliexpress, pickable, recognise,
};
use wasm_bindgen::prelude::*;

use super::pace::{Pace, Patience};
use super::{Engine, milliseconds, words};
use crate::browser::now;
use crate::fill::{Filled, Outcome};
use crate::overlay::{Overlay, Pointer};
use crate::read::{self, Sought};

/// What a press changes shows late and often only as a style: it is looked for so many times more, this far apart.
const LOOKS_AFTER_PRESS: u8 = 3;
const BETWEEN_LOOKS: f64 = 500.0;
/// More than these nobody looks through, and the page would be all frames.
const MOST_OFFERED: usize = 200;
/// How long a page gets to keep or refuse what was filled.
const BEFORE_VERIFYING: f64 = 350.0;

#[wasm_bindgen(module = "/src/follow.js")]
extern "C" {
    /// Keeps the overlay on the page's controls: see there.
    type Follower;
    #[wasm_bindgen(constructor)]
    fn new(stage: &JsValue, on: &JsValue) -> Follower;
    #[wasm_bindgen(method)]
    fn point(this: &Follower, items: Vec<u32>);
    /// Begins to follow, `anew` where sizes may have changed.
    #[wasm_bindgen(method)]
    fn wake(this: &Follower, anew: bool);
    #[wasm_bindgen(method)]
    fn stop(this: &Follower);
}

#[wasm_bindgen(module = "/src/watch.js")]
extern "C" {
    /// What wakes the run: see there.
    type Watch;
    #[wasm_bindgen(constructor)]
    fn new(host: &JsValue, follower: &Follower, on: &JsValue) -> Watch;
    #[wasm_bindgen(method)]
    fn walked(this: &Watch);
    /// Whether something that matters has changed since the walk.
    #[wasm_bindgen(method)]
    fn mind(this: &Watch, items: Vec<u32>) -> bool;
    #[wasm_bindgen(method)]
    fn after(this: &Watch, delay: f64);
    #[wasm_bindgen(method)]
    fn stop(this: &Watch);
    #[wasm_bindgen(js_name = page)]
    fn this_page() -> JsValue;
}

/// The page takes the overlay away again and again.
pub(super) struct GaveUp;

/// A guide at work.
pub(super) struct Run {
    pub(super) guide: Guide,
    pub(super) memory: Memory,
    pub(super) seen: Option<Seen>,
    pub(super) filled: Vec<Filled>,
    pub(super) took: Took,
    /// The memory as the background has it.
    remembered: String,
    pub(super) overlay: Overlay,
    follower: Follower,
    watch: Watch,
    pace: Pace,
    patience: Patience,
    /// How many times the page is still to be looked at after a press.
    looks: u8,
    filled_at: f64,
    /// What the person pointed at, here or before.
    picks: Picks,
    picking: Option<Picking>,
    /// Whose verdicts were counted in this document, as a set.
    counted: u32,
}

/// The person is to point at a control.
#[derive(Clone, Copy)]
pub(super) struct Picking {
    pub(super) control: ControlId,
    /// Why what they pointed at last can't be it, as a key of words.
    pub(super) refused: Option<&'static str>,
}

/// The page as last read, and what followed from it.
pub(super) struct Seen {
    pub(super) view: View,
    pub(super) sighting: Sighting,
    pub(super) instruction: Box<Instruction>,
}

/// Milliseconds that things took.
#[derive(Default)]
pub(super) struct Took {
    /// From the first statement of the injected script to the animation frame that draws the first spotlight; 0 before.
    pub(super) start: u32,
    /// The last reading and its recognition.
    pub(super) detect: u32,
}

impl Run {
    pub(super) fn new(on: &JsValue, guide: Guide, memory: Memory, picks: Picks) -> Self {
        let overlay = Overlay::new(on);
        let follower = Follower::new(overlay.stage(), on);
        Self {
            guide,
            remembered: memory.to_text(),
            memory,
            seen: None,
            filled: Vec::new(),
            took: Took::default(),
            watch: Watch::new(&overlay.host(), &follower, on),
            follower,
            overlay,
            pace: Pace::default(),
            patience: Patience::default(),
            looks: 0,
            filled_at: 0.0,
            picks,
            picking: None,
            counted: 0,
        }
    }

    /// Has the page read as soon as it can be seen.
    pub(super) fn begin(&self) {
        self.watch.after(0.0);
    }

    pub(super) fn end(self) {
        self.watch.stop();
        self.follower.stop();
        self.overlay.remove();
    }

    pub(super) fn is_at(&self, state: State) -> bool {
        self.seen
            .as_ref()
            .is_some_and(|seen| seen.instruction.state == state)
    }

    pub(super) fn on(&mut self, engine: &'static Engine, what: &str, value: &JsValue) {
        match what {
            "look" => self.look(false),
            "read" => self.read(engine),
            "press" => self.press(engine, value),
            "action" => self.act(engine, &value.as_string().unwrap_or_default()),
            _ => {}
        }
    }

    /// Something has changed: the page will be read again.
    fn look(&self, is_urgent: bool) {
        self.watch.after(self.pace.wait(now(), is_urgent));
    }

    /// Reads the page and says what follows: one synchronous task, so that nothing changes in between.
    fn read(&mut self, engine: &'static Engine) {
        let began = now();
        let sought = Sought {
            picks: self.picks.clone(),
            all: self.picking.is_some(),
        };
        let view = read::read(&this_page(), &self.overlay.host(), &LEXICON, &sought, None);
        self.watch.walked();
        let sighting = recognise(&view, &LEXICON, &self.picks);
        let ended = now();
        self.pace.read(began, ended);
        self.took.detect = milliseconds(ended - began);
        self.follow_from(engine, view, sighting, None);
    }

    /// From what was seen to what is said, pointed at and filled.
    fn follow_from(
        &mut self,
        engine: &'static Engine,
        view: View,
        sighting: Sighting,
        pressed: Option<Pressed>,
    ) {
        let moment = Moment {
            since_start: engine.age(),
            ..Moment::default()
        };
        self.verify(&sighting);
        self.memory.left = self
            .filled
            .iter()
            .filter(|filled| matches!(filled.outcome, Outcome::Refused | Outcome::Undone))
            .map(|filled| filled.control)
            .collect();
        let reading = Reading {
            view: &view,
            sighting: &sighting,
            lexicon: &LEXICON,
        };
        let instruction = instruct(&self.guide, &mut self.memory, reading, moment, pressed);
        self.remember(engine);
        self.count(engine, &instruction, &sighting);
        self.picking = self
            .picking
            .filter(|picking| instruction.ask == Some(picking.control));
        if is_aliexpress("https:", &view.address.host) {
            self.fill(&instruction);
        }
        if let Some(delay) = instruction.again_in {
            self.watch.after(f64::from(delay));
        }
        if self.looks > 0 {
            self.looks -= 1;
            self.watch.after(BETWEEN_LOOKS);
        }
        self.seen = Some(Seen {
            view,
            sighting,
            instruction,
        });
        self.show();
    }

    /// Brings the overlay up to what was seen.
    fn show(&mut self) {
        let Some(Seen {
            view,
            instruction,
            sighting,
        }) = &self.seen
        else {
            return;
        };
        let on_page = |filled: &&Filled| sighting.control(filled.control).is_some();
        let filled = self.filled.iter().filter(on_page);
        let words = words::words(&self.guide, instruction, filled, self.picking);
        let pointers = match self.picking {
            Some(picking) => offers(view, picking.control),
            None => instruction.targets.iter().map(pointer).collect(),
        };
        let fields = view.items.iter().filter(|item| item.kind.is_typed());
        let spare = self.filled.iter().map(Filled::item);
        let spare = spare.chain(fields.map(|field| field.id)).collect();
        self.overlay.show(words, pointers, spare);
        self.mind();
        self.follower.wake(true);
    }

    fn mind(&self) {
        self.follower.point(self.overlay.items());
        if self.watch.mind(self.overlay.items()) {
            self.look(false);
        }
    }

    fn remember(&mut self, engine: &'static Engine) {
        let text = self.memory.to_text();
        if text != self.remembered {
            engine.tell("remember", &text);
            self.remembered = text;
        }
    }

    /// Tells once a document by which kind of signal a control that is pointed at was found.
    fn count(&mut self, engine: &'static Engine, instruction: &Instruction, sighting: &Sighting) {
        for target in &instruction.targets {
            let bit = 1 << target.control as u32;
            if let Some(found) = sighting.control(target.control)
                && self.counted & bit == 0
            {
                self.counted |= bit;
                let mut words = String::from(target.control.as_str());
                words.push(' ');
                words.push_str(found.reasons.carrier());
                engine.tell("found", &words);
            }
        }
    }

    /// The person has pointed at an item: from now on it is the control, unless it says something else itself.
    fn pick(&mut self, engine: &'static Engine, item: u32) {
        let (Some(picking), Some(seen)) = (&mut self.picking, &self.seen) else {
            return;
        };
        let (page, control) = (seen.sighting.page, picking.control);
        match self.picks.add(&seen.view, &LEXICON, page, control, item) {
            Err(refused) => {
                picking.refused = Some(refused);
                self.show();
            }
            Ok(line) => {
                engine.tell("picked", &line);
                self.picking = None;
                self.watch.after(0.0);
            }
        }
    }

    /// Each field once in a document, however often it is asked for.
    fn fill(&mut self, instruction: &Instruction) {
        for fill in &instruction.fills {
            let is_new = self
                .filled
                .iter()
                .all(|filled| filled.control != fill.control);
            if is_new {
                self.filled.push(Filled::fill(fill));
                self.filled_at = now();
                self.watch.after(BEFORE_VERIFYING);
            }
        }
    }

    fn verify(&mut self, sighting: &Sighting) {
        let left = self.filled_at + BEFORE_VERIFYING - now();
        if left > 0.0 && !self.filled.is_empty() {
            self.watch.after(left);
            return;
        }
        // A form that is gone before it was looked at was sent or left: there is nothing to say of its fields any more.
        self.filled.retain_mut(|filled| {
            let found = sighting.control(filled.control);
            let is_new = filled.outcome == Outcome::Pending;
            filled.verify(found.map(|found| found.item));
            found.is_some() || !is_new || filled.outcome == Outcome::Kept
        });
    }

    /// The person has pressed something of the page: if it was pointed at, the guide hears of it.
    fn press(&mut self, engine: &'static Engine, at: &JsValue) {
        self.looks = LOOKS_AFTER_PRESS;
        self.look(false);
        let control = at
            .as_f64()
            .and_then(place_of)
            .and_then(|at| self.overlay.control(at));
        if let Some(control) = control.and_then(ControlId::parse)
            && let Some(Seen { view, sighting, .. }) = self.seen.take()
        {
            let pressed = Pressed {
                page: sighting.page,
                control,
            };
            self.follow_from(engine, view, sighting, Some(pressed));
        }
    }

    /// A click on one of our own buttons.
    fn act(&mut self, engine: &'static Engine, action: &str) {
        match action {
            "scroll" => self.overlay.scroll_to_control(),
            "fold" => self.overlay.fold(),
            _ if ACCOUNT_ANSWERS.contains(&action) => {
                self.memory.answer(action == ACCOUNT_ANSWERS[0]);
                self.look(true);
            }
            "pick" | "unpick" => {
                let asked = self.seen.as_ref().and_then(|seen| seen.instruction.ask);
                self.picking = asked.filter(|_| action == "pick").map(|control| Picking {
                    control,
                    refused: None,
                });
                self.watch.after(0.0);
            }
            _ => {
                let (what, which) = action.split_once(' ').unwrap_or_default();
                if what == "pick" {
                    self.pick(engine, which.parse().unwrap_or(0));
                } else {
                    self.undo(ControlId::parse(which));
                }
            }
        }
        self.follower.wake(true);
    }

    fn undo(&mut self, control: Option<ControlId>) {
        let filled = self.filled.iter_mut();
        for filled in filled.filter(|filled| Some(filled.control) == control) {
            filled.undo();
        }
        self.show();
        self.look(false);
    }

    /// One frame; whether something moved in it.
    pub(super) fn frame(&mut self, engine: &Engine) -> Result<bool, GaveUp> {
        if self.seen.is_none() {
            return Ok(false);
        }
        if !self.overlay.is_there() {
            if !self.patience.bears(now()) {
                return Err(GaveUp);
            }
            self.overlay.keep_up();
        }
        let followed = self.overlay.follow();
        if self.took.start == 0 && self.overlay.control(0).is_some() {
            self.took.start = engine.age().max(1);
        }
        if followed.lost {
            self.look(true);
        }
        Ok(followed.moved)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in a short list, or -1"
)]
fn place_of(number: f64) -> Option<usize> {
    (number >= 0.0).then_some(number as usize)
}

fn pointer(target: &Target) -> Pointer {
    Pointer {
        control: target.control.as_str(),
        item: target.item,
        number: target.number,
        is_grave: target.control.is_destructive(),
        offer: None,
    }
}

/// What the person may point at as being `control`.
fn offers(view: &View, control: ControlId) -> Vec<Pointer> {
    let offer = |(before, item): (usize, &Item)| Pointer {
        control: control.as_str(),
        item: item.id,
        number: 0,
        is_grave: false,
        offer: Some(words::name_of(item, before)),
    };
    pickable(view)
        .take(MOST_OFFERED)
        .enumerate()
        .map(offer)
        .collect()
}
