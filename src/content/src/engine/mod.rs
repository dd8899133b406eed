//! The life of a document: asked once, guided or not, and left without a trace.
//!
//! ```text
//! start ──hello──▶ background ──guide──▶ Session: read … show … read … ──▶ end
//!   ▲                                      ▲                  │ stop, close, leave, the extension gone
//!   └─ injected again, restored from the back-forward cache ◀─┘
//! ```
//!
//! Nothing is read before the background has answered: the guide may have ended while the engine came in.
//!
//! The engine lives as long as its document and holds two listeners, the extension's messages and `pageshow`; all else
//! belongs to the [`Session`] and ends with it. A panic says why on the console and ends as a trap, which the loader
//! (`extension/loader/guard.js`) catches: it takes everything away and tells the background.

mod action;
mod callout_text;
mod filling;
mod heartbeat;
mod matters;
mod orders;
mod picking;
mod scheduler;
mod session;
mod snapshot;
mod status;

use std::cell::RefCell;

use farewell_core::{ControlId, Flow, State, skeleton};
use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::PageTransitionEvent;

use crate::browser::{self, MessageListener};
use crate::overlay::{self, Heard};
use crate::protocol::{Command, Failure, HelloAnswer, Report, Shortcut};
use crate::signal::Signal;
use action::Action;
use session::Session;
use status::Status;

/// What belongs to a document, guided or not.
struct Engine {
    /// How this module was built: `wasm` or `js`.
    form: String,
    /// When the injected script began, in milliseconds on the page's clock.
    began: f64,
    /// How often the background was asked or a guide ended here: what it answered to an earlier question holds no longer.
    question: u32,
    session: Option<Session>,
    _messages: MessageListener,
    _restored: EventListener,
}

thread_local! {
    static ENGINE: RefCell<Option<Engine>> = const { RefCell::new(None) };
}

/// Asks whether a guide runs in this tab, and leads if so. Called again in the same document, it asks again. `form`
/// says how this module was built, `wasm` or `js`; `began` when the injected script began, in milliseconds on the page's clock.
pub fn start(form: &str, began: f64) {
    console_error_panic_hook::set_once();
    ENGINE.with_borrow_mut(|engine| {
        if engine.is_none() {
            *engine = Engine::create(form, began);
        }
    });
    with_engine(Engine::ask);
}

/// Does `work` on the engine, unless it is at work already: filling makes the page's own code run, and what that does is read
/// afterwards anyway.
fn with_engine<T>(work: impl FnOnce(&mut Engine) -> T) -> Option<T> {
    ENGINE.with(|engine| engine.try_borrow_mut().ok()?.as_mut().map(work))
}

fn on_command(command: Command) -> Option<JsValue> {
    with_engine(|engine| engine.on_command(command)).flatten()
}

fn on_heard(heard: Heard) {
    with_engine(|engine| engine.on_heard(heard));
}

fn on_signal(signal: Signal<'_>) {
    with_engine(|engine| engine.on_signal(signal));
}

impl Engine {
    /// `None` where there is no extension to belong to.
    fn create(form: &str, began: f64) -> Option<Self> {
        Some(Self {
            form: form.to_owned(),
            began,
            question: 0,
            session: None,
            _messages: MessageListener::new(on_command)?,
            _restored: EventListener::new(&window(), "pageshow", |event| {
                let transition = event.dyn_ref::<PageTransitionEvent>();
                if transition.is_some_and(PageTransitionEvent::persisted) {
                    with_engine(Engine::ask);
                }
            }),
        })
    }

    /// Asks the background whether a guide runs.
    fn ask(&mut self) {
        self.question += 1;
        let question = self.question;
        let answer = browser::ask(&Report::Hello);
        spawn_local(async move {
            let answer = answer.await;
            with_engine(|engine| match answer {
                Ok(answer) if engine.question == question => engine.hear(answer),
                Ok(_) => {}
                Err(browser::Gone) => engine.end(),
            });
        });
    }

    /// The background's answer: the guide to lead by, or that none runs, which ends what is led here. An answer that says
    /// neither changes nothing.
    fn hear(&mut self, answer: JsValue) {
        let Ok(answer) = serde_wasm_bindgen::from_value::<HelloAnswer>(answer) else {
            return;
        };
        let Some(briefing) = answer.briefing() else {
            return self.end();
        };
        let session = self.session.as_ref();
        if session.is_none_or(|session| session.guide != briefing.guide) {
            self.end();
            self.session = Some(Session::begin(briefing, self.began, on_heard, on_signal));
        }
    }

    fn on_command(&mut self, command: Command) -> Option<JsValue> {
        match command {
            Command::Status => {
                let session = self.session.as_ref()?;
                Some(browser::plain(&Status::of(session, &self.form)))
            }
            Command::Skeleton => {
                let snapshot = self.session.as_ref()?.snapshot.as_ref()?;
                Some(browser::plain(&skeleton(&snapshot.view)))
            }
            Command::Stop => {
                self.end();
                None
            }
            Command::Said { said } => {
                self.session.as_mut()?.orders.say(said);
                None
            }
            Command::Shortcut { command } => {
                self.on_shortcut(command);
                None
            }
        }
    }

    /// A keyboard shortcut that the browser heard, wherever the focus is.
    fn on_shortcut(&mut self, shortcut: Shortcut) {
        let Some(session) = &self.session else {
            return;
        };
        match shortcut {
            Shortcut::Next => session.overlay.command(overlay::Command::Next),
            Shortcut::Show => session.overlay.command(overlay::Command::Show),
            Shortcut::Stop => self.finish(),
        }
    }

    fn on_signal(&mut self, signal: Signal<'_>) {
        let Some(session) = &mut self.session else {
            return;
        };
        match signal {
            Signal::Left if session.is_at(State::Done) => self.finish(),
            Signal::Left => self.end(),
            Signal::Heartbeat if !browser::is_there() => self.end(),
            _ => session.on(signal),
        }
    }

    /// What the overlay tells.
    fn on_heard(&mut self, heard: Heard) {
        let Some(session) = &mut self.session else {
            return;
        };
        let action = match heard {
            Heard::Action(name) => Action::parse(&name),
            Heard::Picked(item) => Some(Action::Pick(item)),
            Heard::Undo(control) => ControlId::parse(&control).map(Action::Undo),
            Heard::Lost => return session.read_soon(),
            Heard::GaveUp => return self.fail(Failure::Overlay),
        };
        match action {
            Some(Action::Stop) => self.finish(),
            Some(Action::Open(page)) => {
                let letter = Flow::of(session.guide.flow).letter;
                browser::tell(&Report::Open { page, letter });
            }
            Some(action) => session.act(action),
            None => {}
        }
    }

    /// Takes everything away. An answer that is still on its way comes too late to begin anew.
    fn end(&mut self) {
        self.question += 1;
        self.session = None;
    }

    /// The person has ended the guide, or has read its end.
    fn finish(&mut self) {
        let farewell = self.session.as_ref().and_then(Session::farewell);
        self.end();
        browser::tell(&Report::Over { farewell });
    }

    /// The engine has given up in this document.
    fn fail(&mut self, place: Failure) {
        self.end();
        browser::tell(&Report::Failed { place });
    }
}
