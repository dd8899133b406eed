//! A guide at work in one document.

use farewell_core::{
    ACCOUNT_ANSWERS, ControlId, Guide, Instruction, Item, Known, Memory, Moment, Picks, Pressed,
    Sighting, State, Target, View, cut, instruct, is_aliexpress, number, pickable, recognise,
};
use wasm_bindgen::prelude::*;

use super::pace::{Pace, Patience};
use super::{Engine, milliseconds, words};
use crate::browser::now;
use crate::fill::{Filled, Outcome};
use crate::overlay::{Overlay, Pointer};
use crate::prelude::*;
use crate::read::{self, Sought};

/// What a press changes shows late and often only as a style: it is looked for so many times more, this far apart.
const LOOKS_AFTER_PRESS: u8 = 3;
const BETWEEN_LOOKS: f64 = 500.0;
/// More than these nobody looks through, and the page would be all frames.
const MOST_OFFERED: usize = 200;
/// How long a page gets to keep or refuse what was filled.
const BEFORE_VERIFYING: f64 = 350.0;

#[wasm_bindgen(module = "/src/watch.js")]
extern "C" {
    /// What wakes the run: see there.
    type Watch;
    #[wasm_bindgen(constructor)]
    fn new(stage: &JsValue, on: &JsValue) -> Watch;
    #[wasm_bindgen(method)]
    fn walked(this: &Watch);
    /// Whether something that matters has changed since the walk.
    #[wasm_bindgen(method)]
    fn mind(this: &Watch, items: Vec<u32>) -> bool;
    #[wasm_bindgen(method)]
    fn wake(this: &Watch, anew: bool);
    #[wasm_bindgen(method)]
    fn after(this: &Watch, delay: f64);
    #[wasm_bindgen(method)]
    fn stop(this: &Watch);
    #[wasm_bindgen(js_name = page)]
    fn this_page() -> JsValue;
}

/// How long until the page is read anew where the lexicon gave no answer.
const UNANSWERED: f64 = 1_000.0;

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
    watch: Watch,
    pace: Pace,
    reading: Reading,
    /// Milliseconds that the reading under way has taken so far, without those of waiting for the lexicon.
    spent: f64,
    /// The page was to be read again while a reading was under way.
    is_late: bool,
    known: Known,
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

/// How far the reading under way has come.
enum Reading {
    /// None is.
    Over,
    /// The page is walked; what matters of it is being sieved out.
    Walked(Sought),
    /// What matters is read; the lexicon is asked what some of its texts mean.
    Asking(Box<View>),
}

/// The page as last read, and what followed from it.
pub(super) struct Seen {
    pub(super) view: Box<View>,
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
        Self {
            guide,
            remembered: memory.to_text(),
            memory,
            seen: None,
            filled: Vec::new(),
            took: Took::default(),
            watch: Watch::new(overlay.stage(), on),
            overlay,
            pace: Pace::default(),
            reading: Reading::Over,
            spent: 0.0,
            is_late: false,
            known: Known::default(),
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
        self.overlay.remove();
    }

    pub(super) fn is_at(&self, state: State) -> bool {
        self.seen
            .as_ref()
            .is_some_and(|seen| seen.instruction.state == state)
    }

    #[inline(never)] // In the twin each frame would enter one function of a hundred kilobytes.
    pub(super) fn on(&mut self, engine: &'static Engine, what: &str, value: &JsValue) {
        match what {
            "look" => self.look(false),
            "read" => self.read(engine),
            "sieve" | "words" => self.go_on(engine, value.as_string()),
            "press" => self.press(engine, value),
            "action" => self.act(engine, &value.as_string().unwrap_or_default()),
            _ => {}
        }
    }

    /// Something has changed: the page will be read again.
    fn look(&self, is_urgent: bool) {
        self.watch.after(self.pace.wait(now(), is_urgent));
    }

    /// Begins to read the page. What it says is looked through by the lexicon's sieve, which is with the background.
    fn read(&mut self, engine: &'static Engine) {
        if !matches!(self.reading, Reading::Over) {
            self.is_late = true;
            return;
        }
        let began = now();
        let sought = Sought {
            picks: self.picks.clone(),
            all: self.picking.is_some(),
        };
        let gathered = read::walk(&this_page(), &self.overlay.host(), &sought);
        self.watch.walked();
        self.reading = Reading::Walked(sought);
        engine.consult("sieve", &gathered);
        // To hand the words over is a part of the reading's cost; what is built while the answer is on its way is none.
        self.spent = now() - began;
        self.overlay.build();
    }

    /// Goes on with what the lexicon has answered, and says what follows.
    #[inline(never)]
    fn go_on(&mut self, engine: &'static Engine, answer: Option<String>) {
        let reading = core::mem::replace(&mut self.reading, Reading::Over);
        let Some(answer) = answer else {
            return self.watch.after(UNANSWERED);
        };
        let began = now();
        let view = match reading {
            Reading::Over => return,
            // What is sought has changed meanwhile.
            Reading::Walked(sought) if sought.all != self.picking.is_some() => {
                return self.read(engine);
            }
            Reading::Walked(sought) => {
                if self.known.is_full() {
                    self.known = Known::default();
                }
                let view = read::view(&answer, self.known.clone(), &sought, None);
                // What changes from here on is heard, whatever may still have to be asked.
                self.mind();
                view
            }
            Reading::Asking(view) => {
                self.known.add(&answer);
                view
            }
        };
        let sighting = recognise(&view);
        let ended = now();
        self.spent += ended - began;
        self.pace.read(ended - self.spent, ended);
        self.took.detect = milliseconds(self.spent);
        // What was filled is judged by what is known, not by what is still to be asked.
        if let Some(view) = self.ask(engine, view) {
            self.follow_from(engine, view, sighting, None);
        }
        if matches!(self.reading, Reading::Over) && core::mem::take(&mut self.is_late) {
            self.look(false);
        }
    }

    /// Asks what the lexicon is still to be asked about the view; gives it back where there is nothing.
    fn ask(&mut self, engine: &'static Engine, view: Box<View>) -> Option<Box<View>> {
        let questions = self.known.questions();
        if questions.is_empty() {
            return Some(view);
        }
        self.reading = Reading::Asking(view);
        engine.consult("words", &questions);
        None
    }

    /// From what was seen to what is said, pointed at and filled.
    #[inline(never)]
    fn follow_from(
        &mut self,
        engine: &'static Engine,
        view: Box<View>,
        sighting: Sighting,
        pressed: Option<Pressed>,
    ) {
        let moment = Moment {
            since_start: engine.age(),
        };
        self.verify(&sighting);
        self.memory.left = self
            .filled
            .iter()
            .filter(|filled| matches!(filled.outcome, Outcome::Refused | Outcome::Undone))
            .map(|filled| filled.control)
            .collect();
        let mut memory = self.memory.clone();
        let instruction = instruct(&self.guide, &mut memory, &view, &sighting, moment, pressed);
        let mut view = view;
        if pressed.is_none() {
            let Some(asked) = self.ask(engine, view) else {
                return;
            };
            view = asked;
        }
        self.memory = memory;
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
    #[inline(never)]
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
        self.watch.wake(true);
    }

    fn mind(&self) {
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
        match self.picks.add(&seen.view, page, control, item) {
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
                let (what, which) = cut(action, b' ').unwrap_or_default();
                if what == "pick" {
                    self.pick(engine, number(which).unsigned_abs());
                } else {
                    self.undo(ControlId::parse(which));
                }
            }
        }
        self.watch.wake(true);
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
