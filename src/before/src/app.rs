//! The checklist alive: reads what is kept, shows it, and does what is pressed.

use crate::browser::Browser;
use crate::model::Model;
use crate::save::{Exporter, now, today};
use crate::screen::{Screen, Tone, lines};
use crate::view::View;
use farewell_orders::before::RowId;
use farewell_shell::parameter;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::{Interval, Timeout};
use js_sys::{Function, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, Element, Event, File, HtmlInputElement, HtmlSelectElement};

/// Milliseconds that changes of the storage are gathered before it is read: batches come one after the other.
const GATHER: u32 = 200;
/// Milliseconds after which "5 minutes ago" is said anew.
const MINUTE: u32 = 60_000;

struct App {
    browser: Browser,
    tab: Option<i32>,
    model: RefCell<Model>,
    view: RefCell<View>,
    loader: Function,
    exporter: RefCell<Option<Exporter>>,
    is_waiting: Cell<bool>,
}

/// Shows the checklist and keeps it up to date as long as it is open.
pub fn start(load_exporter: Function) {
    console_error_panic_hook::set_once();
    let browser = Browser::new();
    let view = View::new();
    let app = Rc::new(App {
        browser,
        tab: tab_in_address(),
        model: RefCell::default(),
        view: RefCell::new(view),
        loader: load_exporter,
        exporter: RefCell::default(),
        is_waiting: Cell::new(false),
    });
    app.listen();
    spawn_local(async move {
        let is_private = match app.tab {
            Some(tab) => app.browser.is_private(tab).await,
            None => None,
        };
        app.view.borrow().show_place(is_private);
        app.look().await;
    });
}

/// The tab that the address names.
fn tab_in_address() -> Option<i32> {
    parameter("tab")?.parse().ok()
}

impl App {
    fn listen(self: &Rc<Self>) {
        let document = gloo::utils::document();
        for kind in ["click", "change", "drop", "dragover"] {
            let app = Rc::clone(self);
            // Dropped elsewhere than on us, a file would be opened in place of the page.
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, kind, options, move |event| app.take(event))
                .forget();
        }
        let app = Rc::clone(self);
        EventListener::new(&document, "visibilitychange", move |_| app.look_soon()).forget();
        let app = Rc::clone(self);
        self.browser.on_change(move || app.look_soon());
        let app = Rc::clone(self);
        Interval::new(MINUTE, move || app.show()).forget();
    }

    /// Not while nobody sees the page: orders come in by the hundred there, and each look judges them all.
    fn look_soon(self: &Rc<Self>) {
        if gloo::utils::document().hidden() || self.is_waiting.replace(true) {
            return;
        }
        let app = Rc::clone(self);
        Timeout::new(GATHER, move || {
            app.is_waiting.set(false);
            spawn_local(async move { app.look().await });
        })
        .forget();
    }

    /// Reads what is kept and shows it. What was shown stays when it is kept no more: the person may still save it.
    async fn look(&self) {
        let known = self.model.borrow().kept().clone();
        let kept = match self.tab {
            Some(tab) => self.browser.kept(tab, &known).await,
            None => None,
        };
        if let Some(kept) = kept {
            self.model.borrow_mut().keep(kept);
        }
        self.show();
    }

    fn show(&self) {
        let screen = Screen::of(&self.model.borrow(), &today());
        self.view.borrow_mut().show(screen);
    }

    fn take(self: &Rc<Self>, event: &Event) {
        match event.type_().as_str() {
            "dragover" => event.prevent_default(),
            "drop" => {
                event.prevent_default();
                let dropped = event
                    .dyn_ref::<DragEvent>()
                    .and_then(DragEvent::data_transfer);
                if let Some(file) = dropped.and_then(|data| data.files()?.get(0)) {
                    self.take_file(file);
                }
            }
            "change" => self.take_change(event),
            _ => self.take_click(event),
        }
    }

    fn take_change(self: &Rc<Self>, event: &Event) {
        let Some(target) = event.target() else {
            return;
        };
        if let Some(list) = target.dyn_ref::<HtmlSelectElement>() {
            self.model.borrow_mut().take_currency(&list.value());
            self.show();
            return;
        }
        let Ok(input) = target.dyn_into::<HtmlInputElement>() else {
            return;
        };
        if let Some(id) = input
            .get_attribute("data-said")
            .and_then(|id| RowId::parse(&id))
        {
            let (app, on) = (Rc::clone(self), input.checked());
            spawn_local(async move {
                if let Some(tab) = app.tab {
                    app.browser.say(tab, id, on).await;
                    app.look().await;
                }
            });
        } else if let Some(file) = input.files().and_then(|files| files.get(0)) {
            self.take_file(file);
            // The same file, chosen again, is to be read again.
            input.set_value("");
        }
    }

    fn take_click(self: &Rc<Self>, event: &Event) {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let Some(pressed) = target.and_then(|target| {
            target
                .closest("[data-export], [data-calendar], a[data-go]")
                .ok()?
        }) else {
            return;
        };
        let app = Rc::clone(self);
        if let Some(format) = pressed.get_attribute("data-export") {
            spawn_local(async move { app.save(&format).await });
        } else if pressed.has_attribute("data-calendar") {
            spawn_local(async move { app.save_day().await });
        } else if let (Some(tab), Some(url)) = (self.tab, pressed.get_attribute("href")) {
            // In the tab where the guide is. Where that is closed, the link does what links do.
            event.prevent_default();
            spawn_local(async move {
                if !app.browser.go(tab, &url).await {
                    let _ = gloo::utils::window().open_with_url_and_target(&url, "_blank");
                }
            });
        }
    }

    /// The exporter, loaded now if it was not; a failure is said.
    async fn exporter(&self) -> Option<Exporter> {
        let loaded = self.exporter.borrow().clone();
        let exporter = match loaded {
            Some(exporter) => Some(exporter),
            None => Exporter::load(&self.loader).await,
        };
        if exporter.is_none() {
            self.notice("before_save_failed", &[], Tone::Care);
        }
        self.exporter.borrow_mut().clone_from(&exporter);
        exporter
    }

    async fn save(&self, format: &str) {
        let Some(exporter) = self.exporter().await else {
            return;
        };
        let (file, words) = {
            let model = self.model.borrow();
            let history = model.history();
            let words = self
                .view
                .borrow()
                .file_words(&lines(history, history.counts()));
            (
                serde_json::to_string(&model.order_file(&now())).unwrap_or_default(),
                words,
            )
        };
        if let Some(name) = exporter.save(format, &file, &words) {
            self.notice("before_saved", &[format.to_uppercase()], Tone::Good);
            if let Some(tab) = self.tab {
                self.browser.note_saved(tab, name).await;
            }
        } else {
            self.notice("before_save_failed", &[], Tone::Care);
        }
    }

    async fn save_day(&self) {
        let day = self.view.borrow().earliest();
        if let (Some(day), Some(exporter)) = (day, self.exporter().await) {
            let (title, words) = {
                let view = self.view.borrow();
                (
                    view.word("before_calendar_title"),
                    view.word("before_calendar_words"),
                )
            };
            if !exporter.save_day(&day, &title, &words) {
                self.notice("before_save_failed", &[], Tone::Care);
            }
        }
    }

    fn take_file(self: &Rc<Self>, file: File) {
        let app = Rc::clone(self);
        spawn_local(async move {
            let Some(exporter) = app.exporter().await else {
                return;
            };
            let bytes = JsFuture::from(file.array_buffer())
                .await
                .map(|buffer: JsValue| Uint8Array::new(&buffer).to_vec());
            let read = bytes
                .map_err(|_| String::new())
                .and_then(|bytes| exporter.read_file(&bytes));
            match read
                .and_then(|json| serde_json::from_str(&json).map_err(|error| error.to_string()))
            {
                Ok(site_file) => {
                    app.model.borrow_mut().take_file(site_file);
                    app.show();
                    app.notice("before_file_read", &[file.name()], Tone::Good);
                }
                Err(word) => app.notice(refusal(&word), &[file.name()], Tone::Care),
            }
        });
    }

    fn notice(&self, key: &str, args: &[String], tone: Tone) {
        self.view.borrow().notice(key, args, tone);
    }
}

/// The sentence for the word with which the exporter refuses a file.
fn refusal(word: &str) -> &'static str {
    match word {
        "not-the-sites" => "before_file_not_the_sites",
        "empty" => "before_file_empty",
        "too-large" => "before_file_too_large",
        _ => "before_file_not_xlsx",
    }
}
