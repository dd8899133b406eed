//! What both pages do: show words, read fields, save a file, say how it went.

use chrono::{Datelike, NaiveDate};
use farewell_shell::{
    Dom, Extension, Words, parameter, save_text, set_attribute, set_hidden, set_text,
};
use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlOptionElement, HtmlSelectElement};

/// The page and its words.
pub(crate) struct Page {
    pub(crate) dom: Dom,
    pub(crate) extension: Extension,
    words: Words,
}

/// How something that the person asked for went.
#[derive(Clone, Copy)]
pub(crate) enum Tone {
    Good,
    Care,
}

/// A text to save. The letter and the receipt are UTF-8, as calendar files must be.
pub(crate) struct File<'a> {
    pub(crate) name: &'a str,
    pub(crate) mime: &'a str,
    pub(crate) text: &'a str,
}

/// Where and in which words it is told how saving went: the id of a live region, and two keys.
pub(crate) struct Told {
    pub(crate) place: &'static str,
    pub(crate) saved: &'static str,
    pub(crate) sorry: &'static str,
}

impl Page {
    /// The page. Its own links keep the tab that they are about.
    pub(crate) fn new() -> Self {
        console_error_panic_hook::set_once();
        let page = Self {
            dom: Dom {
                document: gloo::utils::document(),
            },
            extension: Extension::here(),
            words: Words::of_page(),
        };
        if let Some(tab) = tab() {
            for link in page.dom.all("a[data-own]") {
                let href = link.get_attribute("href").unwrap_or_default();
                let joint = if href.contains('?') { '&' } else { '?' };
                set_attribute(&link, "href", Some(&format!("{href}{joint}tab={tab}")));
            }
        }
        page
    }

    pub(crate) fn word(&self, key: &str) -> String {
        self.words.message(key, &[])
    }

    /// A sentence with its places filled. In a language written from the right, what is filled in keeps the order of its
    /// own signs, brackets too.
    pub(crate) fn say(&self, key: &str, args: &[&str]) -> String {
        let is_rtl = self.word("popup_direction") == "rtl";
        let args: Vec<String> = args
            .iter()
            .map(|&arg| {
                if is_rtl {
                    format!("\u{2068}{arg}\u{2069}")
                } else {
                    arg.to_owned()
                }
            })
            .collect();
        self.words.message(key, &args)
    }

    /// A day as the words' own language writes it.
    pub(crate) fn day(&self, day: NaiveDate) -> String {
        let month = i32::try_from(day.month0()).unwrap_or_default();
        let date = js_sys::Date::new_with_year_month_day(
            u32::try_from(day.year()).unwrap_or_default(),
            month,
            i32::try_from(day.day()).unwrap_or_default(),
        );
        let options = Object::new();
        let _ = Reflect::set(&options, &"dateStyle".into(), &"long".into());
        date.to_locale_date_string(&self.word("popup_language"), &options)
            .into()
    }

    /// The element of a field by its name.
    pub(crate) fn field(&self, name: &str) -> Element {
        let found = self.dom.all(&format!("[name={name}]"));
        found
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("the page has no field {name}"))
    }

    /// What stands in a field.
    pub(crate) fn value(&self, name: &str) -> String {
        let field = self.field(name);
        if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            input.value()
        } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
            select.value()
        } else {
            String::new()
        }
    }

    /// Puts a value into a field. A choice that a list does not have changes nothing.
    pub(crate) fn put(&self, name: &str, value: &str) {
        let field = self.field(name);
        if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            input.set_value(value);
        } else if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
            let before = select.value();
            select.set_value(value);
            if select.selected_index() < 0 {
                select.set_value(&before);
            }
        }
    }

    /// Adds a choice to a list.
    pub(crate) fn add_choice(&self, list: &str, value: &str, text: &str) {
        if let Ok(option) = HtmlOptionElement::new_with_text_and_value(text, value) {
            let _ = self.field(list).append_child(&option);
        }
    }

    /// The day in a field; `None` while it holds none.
    pub(crate) fn day_in(&self, name: &str) -> Option<NaiveDate> {
        self.value(name).parse().ok()
    }

    /// Enables or disables every element that fits.
    pub(crate) fn enable(&self, selector: &str, enabled: bool) {
        for element in self.dom.all(selector) {
            set_attribute(&element, "disabled", (!enabled).then_some(""));
        }
    }

    /// Says how something went, in the live region of this id, which lies beside what was pressed.
    pub(crate) fn tell(&self, place: &str, tone: Tone, text: &str) {
        let tone = match tone {
            Tone::Good => "good",
            Tone::Care => "care",
        };
        self.dom.set(place, "data-tone", tone);
        self.dom.say(place, Some(text.to_owned()));
    }

    /// Takes back what was said of earlier presses.
    pub(crate) fn hush(&self) {
        for place in self.dom.all("[data-done]") {
            set_hidden(&place, true);
            set_text(&place, "");
        }
    }

    /// Saves a text as a file; says the file's name, or what to do where the browser refuses.
    pub(crate) fn save(&self, file: &File<'_>, told: &Told) {
        self.hush();
        if save_text(file.name, file.mime, file.text).is_some() {
            self.tell(told.place, Tone::Good, &self.say(told.saved, &[file.name]));
        } else {
            self.tell(told.place, Tone::Care, &self.word(told.sorry));
        }
    }

    /// Calls back when something in the page is pressed, chosen or typed.
    pub(crate) fn on(&self, kind: &'static str, mut heard: impl FnMut(&Element) + 'static) {
        EventListener::new(&self.dom.document, kind, move |event| {
            if let Some(element) = event.target().and_then(|target| target.dyn_into().ok()) {
                heard(&element);
            }
        })
        .forget();
    }
}

/// The tab that the page is about, as its address names it.
pub(crate) fn tab() -> Option<i32> {
    parameter("tab")?.parse().ok()
}

/// The day it is where the person is.
pub(crate) fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}
