//! The popup alive: hands what happens to the model, shows its screen, and does in the browser what it asks for.

use crate::browser::{Browser, Tab, plain, pretty, read};
use crate::model::{Effect, Event, Look, Model, Running};
use crate::place::Place;
use crate::screen::Screen;
use crate::trouble::Trouble;
use crate::view::View;
use farewell_shell::Words;
use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use js_sys::Reflect;
use serde::Serialize;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlInputElement};

/// Milliseconds between two glances at whether a message has passed by.
const GLANCE: u32 = 250;
/// So many glances apart is a look around taken although no message passed by.
const GLANCES: u32 = 4;

struct App {
    browser: Browser,
    model: RefCell<Model>,
    view: RefCell<View>,
    /// The diagnostic report as it would be copied now.
    report: RefCell<String>,
    looking: Cell<bool>,
    heard: Cell<bool>,
}

/// What the report says where no engine does.
#[derive(Serialize)]
struct NoAnswer {
    version: String,
    engine: Option<&'static str>,
    flow: Option<&'static str>,
    trouble: Option<String>,
}

/// Shows the popup and keeps it up to date as long as it is open.
pub fn start() {
    console_error_panic_hook::set_once();
    spawn_local(async {
        let browser = Browser::new();
        let view = View::new(browser.clone());
        let asked_for = tab_in_address();
        view.begin(asked_for.is_some());
        let tab = match asked_for {
            Some(tab) => Some(tab),
            None => browser.active_tab().await,
        };
        let app = Rc::new(App {
            model: RefCell::new(Model::new(tab)),
            view: RefCell::new(view),
            report: RefCell::default(),
            looking: Cell::new(false),
            heard: Cell::new(false),
            browser,
        });
        if let Some(tab) = tab
            && let Some(draft) = app.browser.draft().await
        {
            app.model.borrow_mut().update(Event::Restored {
                form: draft.form(tab),
                started: draft.was_started(tab),
            });
        }
        app.look().await;
        app.listen();
    });
}

/// The tab that the address names, where the popup was opened as a tab of its own.
fn tab_in_address() -> Option<i32> {
    farewell_shell::parameter("tab")?.parse().ok()
}

impl App {
    fn listen(self: &Rc<Self>) {
        let document = gloo::utils::document();
        for kind in ["click", "change", "input"] {
            let app = Rc::clone(self);
            EventListener::new(&document, kind, move |event| {
                if let Some(event) = read_event(event) {
                    app.take(event);
                }
                // Who fills in something of a step has come there. To wait for the end of the scrolling would lose it where the
                // popup closes before. (At "input" the model does not know yet what was ticked.)
                if kind == "change" {
                    app.come_to_what_shows();
                }
            })
            .forget();
        }
        let app = Rc::clone(self);
        let track = self.view.borrow().track();
        EventListener::new(&track, "scrollend", move |_| app.come_to_what_shows()).forget();
        // Without this, Enter in the e-mail field would load the popup anew.
        EventListener::new_with_options(
            &document,
            "submit",
            gloo::events::EventListenerOptions::enable_prevent_default(),
            web_sys::Event::prevent_default,
        )
        .forget();

        let app = Rc::clone(self);
        self.browser.on_message(move || app.heard.set(true));
        let app = Rc::clone(self);
        let mut glances = 0;
        Interval::new(GLANCE, move || {
            glances = (glances + 1) % GLANCES;
            let hidden = gloo::utils::document().hidden();
            if !hidden && (glances == 0 || app.heard.take()) && !app.looking.get() {
                let app = Rc::clone(&app);
                spawn_local(async move { app.look().await });
            }
        })
        .forget();
    }

    fn come_to_what_shows(self: &Rc<Self>) {
        let step = self.view.borrow().step_in_sight();
        self.take(Event::CameTo(step));
    }

    /// Takes in an event within the turn in which it happened, so that a click is still a click for its effects.
    fn take(self: &Rc<Self>, event: Event) {
        let effects = self.model.borrow_mut().update(event);
        self.show();
        for effect in effects {
            self.carry_out(effect);
        }
    }

    fn show(&self) {
        if let Some(screen) = Screen::of(&self.model.borrow()) {
            self.view.borrow_mut().show(screen, &self.report.borrow());
        }
    }

    fn carry_out(self: &Rc<Self>, effect: Effect) {
        let app = Rc::clone(self);
        let tab = self.model.borrow().tab;
        match effect {
            Effect::Look => spawn_local(async move { app.look().await }),
            Effect::Keep(draft) => spawn_local(async move { app.browser.keep(&draft).await }),
            Effect::Forget => spawn_local(async move { app.browser.forget().await }),
            Effect::AskAndStart(guide) => {
                let asked = self.browser.ask_for_hosts();
                spawn_local(async move {
                    let outcome = match (asked.await, tab) {
                        (Ok(()), Some(tab)) => app.browser.start(tab, &guide).await,
                        (Ok(()), None) => Err(Trouble::Gone),
                        (Err(trouble), _) => Err(trouble),
                    };
                    app.take(Event::Started(outcome));
                });
            }
            Effect::Start(guide) => spawn_local(async move {
                let outcome = match tab {
                    Some(tab) => app.browser.start(tab, &guide).await,
                    None => Err(Trouble::Gone),
                };
                app.take(Event::Started(outcome));
            }),
            Effect::Stop => spawn_local(async move {
                let outcome = match tab {
                    Some(tab) => app.browser.stop(tab).await,
                    None => Ok(()),
                };
                app.take(Event::Stopped(outcome));
            }),
            Effect::Reload => spawn_local(async move {
                if let Some(tab) = tab {
                    let _ = app.browser.reload(tab).await;
                }
            }),
            Effect::ReadSkeleton => spawn_local(async move {
                let read = match tab {
                    Some(tab) => app.browser.skeleton(tab).await,
                    None => None,
                };
                match read {
                    Some(skeleton) => app.view.borrow().show_skeleton(&pretty(&skeleton)),
                    None => app.take(Event::NoSkeleton),
                }
            }),
            Effect::SaveSkeleton => self.view.borrow().save_skeleton(),
            Effect::Copy => {
                let clipboard = gloo::utils::window().navigator().clipboard();
                let written = clipboard.write_text(&self.report.borrow());
                spawn_local(async move {
                    let outcome = JsFuture::from(written)
                        .await
                        .map(drop)
                        .map_err(|_| Trouble::Clipboard);
                    app.take(Event::Copied(outcome));
                });
            }
        }
    }

    /// Looks around: the tab, the permission, the guide, the engine.
    async fn look(self: &Rc<Self>) {
        self.looking.set(true);
        let epoch = self.model.borrow().epoch();
        let tab = self.model.borrow().tab;
        let allowed = self.browser.is_allowed().await;
        let seen = match tab {
            Some(tab) => self.browser.tab(tab).await.map(|seen| (tab, seen)),
            None => None,
        };
        let (place, private, answer, status) = match seen {
            None => (Place::Gone, false, Ok((None, None)), None),
            Some((id, Tab { url, incognito, .. })) => {
                let answer = self.browser.guide(id).await;
                let status = match &answer {
                    Ok((Some(_), _)) => self.browser.status(id).await,
                    _ => None,
                };
                (
                    Place::of(url.as_deref(), allowed),
                    incognito,
                    answer,
                    status,
                )
            }
        };
        let cut = answer.as_ref().ok().and_then(|(_, cut)| *cut);
        let mut picked_on = self.browser.picked_on().await;
        if let Ok((Some(message), _)) = &answer {
            picked_on.extend(message.picked_on());
        }
        let running = answer.map(|(message, _)| {
            message.and_then(|message| {
                Some(Running {
                    guide: message.guide()?,
                    trouble: message.trouble(),
                })
            })
        });
        if let Ok(Some(running)) = &running {
            let report = status.clone().unwrap_or_else(|| self.no_answer(running));
            let drift = self
                .browser
                .found()
                .await
                .report(|| Words::of_page().message("popup_report_drift", &[]));
            if drift.says.is_some() {
                let _ = Reflect::set(&report, &"drift".into(), &plain(&drift));
            }
            self.report.replace(pretty(&report));
        }
        self.looking.set(false);
        let status = status.as_ref().and_then(read);
        self.take(Event::Looked(Look {
            epoch,
            place,
            private,
            allowed,
            running,
            cut,
            status,
            picked_on,
        }));
    }

    fn no_answer(&self, running: &Running) -> JsValue {
        plain(&NoAnswer {
            version: self.browser.version(),
            engine: None,
            flow: Some(running.guide.flow.as_str()),
            trouble: running.trouble.map(|trouble| format!("{trouble:?}")),
        })
    }
}

/// What a press or a change in the page means; `None` for what means nothing to us.
fn read_event(event: &web_sys::Event) -> Option<Event> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let attribute = |name: &str| target.get_attribute(name);
    let input = target.dyn_ref::<HtmlInputElement>();
    match event.type_().as_str() {
        "click" => {
            let button = target.closest("[data-action], [data-flow]").ok()??;
            match button.get_attribute("data-action").as_deref() {
                Some("stop") => Some(Event::PressedStop),
                Some("next") => Some(Event::PressedNext),
                Some("back") => Some(Event::PressedBack),
                Some("switch") => Some(Event::PressedSwitch),
                Some("reload") => Some(Event::PressedReload),
                Some("copy") => Some(Event::PressedCopy),
                Some("skeleton") => Some(Event::PressedSkeleton),
                Some("save-skeleton") => Some(Event::PressedSaveSkeleton),
                Some(_) => None,
                None => Some(Event::PressedStart),
            }
        }
        "input" if attribute("name").as_deref() == Some("email") => {
            Some(Event::EmailTyped(input?.value()))
        }
        "change" => {
            if let Some(flow) = attribute("data-choose") {
                return farewell_core::FlowId::parse(&flow).map(Event::Chose);
            }
            if let Some(consequence) = attribute("data-consequence") {
                let on = input?.checked();
                return farewell_core::ConsequenceId::parse(&consequence)
                    .map(|id| Event::Ticked(id, on));
            }
            match attribute("name").as_deref() {
                Some("reason") => {
                    farewell_core::ReasonId::parse(&input?.value()).map(Event::Reasoned)
                }
                Some("email") => Some(Event::EmailLeft),
                _ => None,
            }
        }
        _ => None,
    }
}
