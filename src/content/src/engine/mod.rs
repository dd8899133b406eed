//! The life of a document: asked once, guided or not, and left without a trace.
//!
//! ```text
//! start ──hello──▶ background ──guide──▶ begin ──▶ Run … ──▶ end
//!   ▲                                      ▲                  │ stop, close, leave, the extension gone
//!   └─ injected again, restored from the back-forward cache ◀─┘
//! ```
//!
//! Nothing is read before the background has answered: the guide may have ended while the engine came in.
//!
//! The engine itself lives as long as its document and holds two listeners, the extension's messages and `pageshow`;
//! all else belongs to the [`Run`]. There is one way in, [`Engine::on`]; no error leaves it, because the loader
//! catches what it throws.

mod json;
mod pace;
mod run;
mod status;
mod words;

use std::cell::{OnceCell, RefCell};

use farewell_core::{
    ConsequenceId, Fields, FlowId, Guide, LEXICON, Memory, Picks, ReasonId, State, fold,
};
use wasm_bindgen::prelude::*;

use crate::browser::{On, again, listen, now, send};
use run::Run;

/// What belongs to a document, guided or not.
struct Engine {
    /// How this module was built: `wasm` or `js`.
    form: String,
    /// When the injected script began, on the page's clock.
    began: f64,
    on: OnceCell<JsValue>,
    run: RefCell<Option<Box<Run>>>,
}

/// Asks whether a guide runs in this tab, and leads if so. Called again in the same document, it asks again. `form`
/// says how this module was built, `wasm` or `js`; `began` when the injected script began, in milliseconds on the page's clock.
pub fn start(form: &str, began: f64) {
    if !again() {
        Engine::create(form, began).ask();
    }
}

impl Engine {
    fn create(form: &str, began: f64) -> &'static Self {
        let engine: &'static Self = Box::leak(Box::new(Self {
            form: form.to_owned(),
            began,
            on: OnceCell::new(),
            run: RefCell::new(None),
        }));
        listen(engine.way_in());
        engine
    }

    /// The way in, as the page's scripts of ours call it. It is never dropped: a browser may call one late.
    fn way_in(&'static self) -> &'static JsValue {
        self.on.get_or_init(|| {
            let on: On = Closure::new(|what: String, value: JsValue| self.on(&what, &value));
            on.into_js_value()
        })
    }

    fn on(&'static self, what: &str, value: &JsValue) -> JsValue {
        match what {
            "heard" => self.heard(value),
            "guide" | "restored" => self.ask(),
            "status" => return self.status(),
            "frame" => return self.frame().into(),
            "words" => return is_relevant(value).into(),
            "leave" if self.is_done() => self.finish(),
            "stop" | "gone" | "leave" => self.end(),
            "action" if value.as_string().as_deref() == Some("stop") => self.finish(),
            _ => self.running(|run| run.on(self, what, value)),
        }
        JsValue::UNDEFINED
    }

    /// Does `work` on the run, if there is one and it is not at work already: filling makes the page's own code run,
    /// and what that does is read afterwards anyway.
    fn running(&self, work: impl FnOnce(&mut Run)) {
        if let Ok(mut slot) = self.run.try_borrow_mut()
            && let Some(run) = slot.as_mut()
        {
            work(run);
        }
    }

    fn ask(&'static self) {
        self.tell("hello", "");
    }

    fn tell(&'static self, kind: &str, text: &str) {
        send(self.way_in(), kind, text);
    }

    /// A reply of the background about the guide: its fields, or nothing where none runs: then it is over.
    fn heard(&'static self, reply: &JsValue) {
        let Some(fields) = reply.as_string() else {
            return self.end();
        };
        let mut fields = Fields::of(&fields);
        let Some(guide) = guide_of(&mut fields) else {
            return;
        };
        let memory = Memory::from_text(fields.text());
        let picks = Picks::from_text(fields.text().to_owned());
        let is_running = self
            .run
            .try_borrow()
            .is_ok_and(|slot| slot.as_ref().is_some_and(|run| run.guide == guide));
        if !is_running {
            self.end();
            let run = Run::new(self.way_in(), guide, memory, picks);
            self.run.replace(Some(Box::new(run)));
            self.running(|run| run.begin());
        }
    }

    fn is_done(&self) -> bool {
        self.run
            .try_borrow()
            .is_ok_and(|slot| slot.as_ref().is_some_and(|run| run.is_at(State::Done)))
    }

    /// Takes everything away.
    fn end(&self) {
        if let Ok(mut slot) = self.run.try_borrow_mut()
            && let Some(run) = slot.take()
        {
            run.end();
        }
    }

    /// The person has ended the guide, or has read its end.
    fn finish(&'static self) {
        self.end();
        self.tell("over", "");
    }

    /// Whether something moved in this frame.
    fn frame(&'static self) -> bool {
        let mut followed = Ok(false);
        self.running(|run| followed = run.frame(self));
        followed.unwrap_or_else(|run::GaveUp| {
            self.end();
            self.tell("failed", "overlay");
            false
        })
    }

    fn status(&self) -> JsValue {
        let Ok(slot) = self.run.try_borrow() else {
            return JsValue::UNDEFINED;
        };
        slot.as_ref().map_or(JsValue::UNDEFINED, |run| {
            status::status(run, &self.form).into()
        })
    }

    /// Milliseconds since the injected script began.
    fn age(&self) -> u32 {
        milliseconds(now() - self.began)
    }
}

/// Whether words that came into the page, decomposed and lower-cased, can change what is recognised.
fn is_relevant(words: &JsValue) -> bool {
    words
        .as_string()
        .is_some_and(|words| LEXICON.is_relevant(&fold(&words)))
}

fn guide_of(fields: &mut Fields<'_>) -> Option<Guide> {
    Some(Guide {
        flow: FlowId::parse(fields.text())?,
        reason: ReasonId::parse(fields.text()),
        email: fields.text().to_owned(),
        ticked: fields
            .text()
            .split(' ')
            .filter_map(ConsequenceId::parse)
            .collect(),
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a span of time is positive and short"
)]
fn milliseconds(span: f64) -> u32 {
    (span + 0.5) as u32
}
