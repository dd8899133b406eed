//! The life of a document: asked once, guided or not, and left without a trace.
//!
//! ```text
//! start ──hello──▶ background ──guide──▶ begin ──▶ Run … ──▶ end
//!   ▲                                      ▲                  │ stop, close, pagehide, the extension gone
//!   └─ injected again, restored from the back-forward cache ◀─┘
//! ```
//!
//! The engine itself lives as long as its document and holds two listeners, the extension's messages and `pageshow`;
//! all else belongs to the [`Run`]. No error leaves it: the loader catches what a callback throws.

mod pace;
mod run;
mod status;
mod words;

use core::cell::{OnceCell, RefCell};

use farewell_core::{ConsequenceId, FlowId, Guide, Memory, ReasonId, State};
use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, Window};

use crate::browser::{Received, SentGuide, listen, now, send};
use run::Run;

/// What belongs to a document, guided or not.
struct Engine {
    form: String,
    /// When it began, on the page's clock.
    began: f64,
    window: Window,
    document: Document,
    hooks: OnceCell<Hooks>,
    run: RefCell<Option<Run>>,
}

/// The ways into the engine. They are made once and never dropped: a browser may call one late.
struct Hooks {
    heard: Function,
    gone: Function,
    event: Function,
    mutation: Function,
    layout: Function,
    frame: Function,
    timer: Function,
    action: Function,
}

thread_local! {
    static ENGINE: OnceCell<&'static Engine> = const { OnceCell::new() };
}

/// Asks whether a guide runs in this tab, and leads if so. Called again in the same document, it asks again. `form`
/// says how this module was built: `wasm` or `js`.
pub fn start(form: &str) {
    ENGINE.with(|engine| *engine.get_or_init(|| Engine::create(form))).ask();
}

impl Engine {
    fn create(form: &str) -> &'static Self {
        let window = web_sys::window().expect_throw("a content script has a window");
        let document = window.document().expect_throw("a window has a document");
        let engine: &'static Self = Box::leak(Box::new(Self {
            form: form.to_owned(),
            began: now(),
            window,
            document,
            hooks: OnceCell::new(),
            run: RefCell::new(None),
        }));
        let restored = engine.hook(|engine, event| {
            if event.unchecked_ref::<PageTransition>().persisted() {
                engine.ask();
            }
        });
        let _ = engine.window.add_event_listener_with_callback("pageshow", &restored);
        let answer = Closure::<dyn Fn(JsValue) -> Option<String>>::new(|message| engine.answer(&message));
        listen(&answer);
        answer.forget();
        engine
    }

    /// All callbacks are of one type, so that the module carries the code for one.
    fn hook(&'static self, work: fn(&'static Self, JsValue)) -> Function {
        Closure::<dyn Fn(JsValue)>::new(move |value| work(self, value)).into_js_value().unchecked_into()
    }

    fn hooks(&'static self) -> &'static Hooks {
        self.hooks.get_or_init(|| Hooks {
            heard: self.hook(|engine, reply| engine.heard(&reply)),
            gone: self.hook(|engine, _| engine.end()),
            event: self.hook(|engine, event| engine.on_event(event.unchecked_ref())),
            mutation: self.hook(|engine, words| engine.running(|run| run.on_mutation(engine, words.as_string()))),
            layout: self.hook(|engine, _| engine.running(|run| run.wake(engine))),
            frame: self.hook(|engine, _| engine.on_frame()),
            timer: self.hook(|engine, _| engine.running(|run| run.read(engine))),
            action: self.hook(|engine, event| engine.on_action(event.unchecked_ref())),
        })
    }

    /// Does `work` on the run, if there is one and it is not at work already: filling makes the page's own code run,
    /// and what that does is read afterwards anyway.
    fn running(&'static self, work: impl FnOnce(&mut Run)) {
        if let Ok(mut slot) = self.run.try_borrow_mut()
            && let Some(run) = slot.as_mut()
        {
            work(run);
        }
    }

    fn ask(&'static self) {
        self.tell("hello", "", &JsValue::UNDEFINED);
    }

    fn tell(&'static self, kind: &str, field: &str, value: &JsValue) {
        let hooks = self.hooks();
        send(kind, field, value, &hooks.heard, &hooks.gone);
    }

    /// A reply of the background: with a guide it begins, with `null` for a guide it is over.
    fn heard(&'static self, reply: &JsValue) {
        if !reply.is_object() {
            return;
        }
        let guide = reply.unchecked_ref::<Received>().guide();
        if guide.is_null() {
            self.end();
        } else if guide.is_object() {
            let sent: &SentGuide = guide.unchecked_ref();
            if let Some(guide) = guide_of(sent) {
                let memory = sent.memory().and_then(|memory| memory.text()).unwrap_or_default();
                self.begin(guide, &memory);
            }
        }
    }

    fn begin(&'static self, guide: Guide, memory: &str) {
        let is_running = self.run.try_borrow().is_ok_and(|slot| slot.as_ref().is_some_and(|run| run.guide == guide));
        if is_running {
            return;
        }
        self.end();
        let run = Run::new(self, guide, Memory::from_text(memory));
        self.run.replace(Some(run));
        self.running(|run| run.read(self));
    }

    /// Takes everything away.
    fn end(&'static self) {
        if let Ok(mut slot) = self.run.try_borrow_mut()
            && let Some(run) = slot.take()
        {
            run.end(self);
        }
    }

    /// The person has ended the guide, or has read its end.
    fn finish(&'static self) {
        self.end();
        self.tell("over", "", &JsValue::UNDEFINED);
    }

    fn answer(&'static self, message: &JsValue) -> Option<String> {
        match message.unchecked_ref::<Received>().kind()?.as_str() {
            "stop" => self.end(),
            "guide" => self.ask(),
            "status" => {
                let slot = self.run.try_borrow().ok()?;
                return slot.as_ref().map(|run| status::status(run, &self.form));
            }
            _ => {}
        }
        None
    }

    fn on_event(&'static self, event: &Event) {
        let kind = event.type_();
        if kind == "pagehide" {
            let is_done = self.run.try_borrow().is_ok_and(|slot| slot.as_ref().is_some_and(|run| run.is_at(State::Done)));
            if is_done {
                self.finish();
            } else {
                self.end();
            }
            return;
        }
        self.running(|run| run.on_event(self, &kind, event));
    }

    fn on_frame(&'static self) {
        let mut gave_up = false;
        self.running(|run| gave_up = !run.follow(self));
        if gave_up {
            self.end();
            self.tell("failed", "where", &"overlay".into());
        }
    }

    /// A click on one of our own buttons.
    fn on_action(&'static self, event: &Event) {
        let target = event.target().filter(|_| event.is_trusted());
        let button = target.and_then(|target| target.unchecked_into::<Element>().closest("[data-action]").ok().flatten());
        let Some(button) = button else { return };
        match button.get_attribute("data-action").as_deref() {
            Some("stop") => self.finish(),
            Some(action) => self.running(|run| run.on_action(self, action, &button)),
            None => {}
        }
    }
}

fn guide_of(sent: &SentGuide) -> Option<Guide> {
    let ticked = sent.ticked().unwrap_or_default();
    Some(Guide {
        flow: FlowId::parse(&sent.flow()?)?,
        reason: sent.reason().and_then(|reason| ReasonId::parse(&reason)),
        email: sent.email().unwrap_or_default(),
        ticked: ticked.iter().filter_map(|id| ConsequenceId::parse(id)).collect(),
    })
}

#[wasm_bindgen]
extern "C" {
    type PageTransition;
    #[wasm_bindgen(method, getter, structural)]
    fn persisted(this: &PageTransition) -> bool;
}
