//! The checklist's page: puts a screen in its place and changes nothing else. The markup stands in `before.html`, the words in
//! `_locales`; nothing here makes markup from data.

use crate::screen::{OrdersView, Part, RowView, Screen, Sentence, Tone};
use farewell_shell::{Dom, Words, inside, set_attribute, set_hidden, set_text};
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use serde_json::{Map, Value, json};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

/// The columns that have a name in the printable file.
const FIELDS: [(&str, &str); 13] = [
    ("order_id", "before_field_order_id"),
    ("order_date", "before_field_order_date"),
    ("status", "before_field_status"),
    ("store", "before_field_store"),
    ("order_total", "before_field_order_total"),
    ("currency", "before_field_currency"),
    ("order_total_text", "before_field_order_total_text"),
    ("protection_until", "before_field_protection_until"),
    ("item_id", "before_field_item_id"),
    ("item", "before_field_item"),
    ("variant", "before_field_variant"),
    ("quantity", "before_field_quantity"),
    ("unit_price", "before_field_unit_price"),
];

/// The page, and what it shows.
pub(crate) struct View {
    dom: Dom,
    words: Words,
    language: String,
    shown: Option<Screen>,
}

impl View {
    pub(crate) fn new() -> Self {
        let words = Words::of_page();
        let language = words.message("popup_language", &[]);
        let view = Self {
            dom: Dom {
                document: gloo::utils::document(),
            },
            words,
            language,
            shown: None,
        };
        view.offer_currencies();
        view
    }

    /// Fills the list of currencies: each by its code and, where the browser knows it, its name.
    fn offer_currencies(&self) {
        let list = self.dom.by_id("currency");
        let name = currency_names(&self.locales());
        for code in farewell_orders::currencies() {
            if let Ok(option) = self.dom.document.create_element("option") {
                set_attribute(&option, "value", Some(code));
                set_text(
                    &option,
                    &name(code).map_or(code.to_owned(), |name| format!("{code} – {name}")),
                );
                let _ = list.append_child(&option);
            }
        }
    }

    /// Shows the screen.
    pub(crate) fn show(&mut self, screen: Screen) {
        for row in &screen.rows {
            self.show_row(row);
        }
        self.show_earliest(&screen);
        self.show_orders(&screen.orders);
        self.dom.show("main", true);
        self.shown = Some(screen);
    }

    /// Says what has just happened, and to whoever can't see it too.
    pub(crate) fn notice(&self, key: &str, args: &[String], tone: Tone) {
        let notice = self.dom.by_id("notice");
        set_attribute(&notice, "data-tone", Some(tone.as_str()));
        self.dom.say("notice", Some(self.words.message(key, args)));
    }

    /// Says that the tab is in a private window, or closed.
    pub(crate) fn show_place(&self, is_private: Option<bool>) {
        self.dom.show("private", is_private == Some(true));
        self.dom.show("no-tab", is_private.is_none());
    }

    /// The earliest day that is shown, `YYYY-MM-DD`.
    pub(crate) fn earliest(&self) -> Option<String> {
        self.shown.as_ref()?.earliest.clone()
    }

    pub(crate) fn word(&self, key: &str) -> String {
        self.words.message(key, &[])
    }

    /// The words of the printable file, as JSON.
    pub(crate) fn file_words(&self, lines: &[Sentence]) -> String {
        let fields: Map<String, Value> = FIELDS
            .iter()
            .map(|(field, key)| ((*field).to_owned(), Value::String(self.word(key))))
            .collect();
        json!({
            "language": self.language,
            "direction": self.word("popup_direction"),
            "title": self.word("before_file_title"),
            "about": lines.iter().map(|line| self.sentence(line)).collect::<Vec<_>>(),
            "fields": fields,
        })
        .to_string()
    }

    fn show_row(&self, row: &RowView) {
        let Some(element) = self
            .dom
            .all(&format!("[data-before=\"{}\"]", row.id.as_str()))
            .into_iter()
            .next()
        else {
            return;
        };
        set_attribute(&element, "data-state", Some(row.state.as_str()));
        let verdict = inside(&element, "[data-part=verdict]");
        set_attribute(&verdict, "data-tone", Some(row.tone.as_str()));
        set_text(&verdict, &self.word(row.verdict));
        let mut words: Vec<String> = row.seen.iter().map(|line| self.sentence(line)).collect();
        words.extend(row.at.and_then(|at| self.ago(at)));
        let seen = inside(&element, "[data-part=seen]");
        set_hidden(&seen, words.is_empty());
        set_text(&seen, &words.join(" "));
        if let Some(tick) = inside(&element, "[data-said]").dyn_ref::<HtmlInputElement>()
            && tick.checked() != row.is_said
        {
            tick.set_checked(row.is_said);
        }
    }

    fn show_earliest(&self, screen: &Screen) {
        let day = screen.earliest.as_deref();
        self.dom.show("earliest-known", day.is_some());
        self.dom.show("earliest-unknown", day.is_none());
        set_text(&self.dom.by_id("earliest"), day.unwrap_or_default());
        set_attribute(&self.dom.by_id("earliest"), "datetime", day);
        let words = day.map(|day| {
            let key = if screen.is_past {
                "before_earliest_past"
            } else {
                "before_earliest_words"
            };
            self.words.message(key, &[self.day(day)])
        });
        self.dom.say("earliest-words", words);
    }

    fn show_orders(&self, orders: &OrdersView) {
        let ascii =
            |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        set_text(&self.dom.by_id("orders-read"), &ascii(orders.read));
        set_text(&self.dom.by_id("orders-of"), &ascii(orders.of));
        self.dom.show("orders-numbers", orders.read.is_some());
        self.dom.show("orders-slash", orders.of.is_some());
        self.list(
            "orders-lines",
            &orders
                .lines
                .iter()
                .map(|line| self.sentence(line))
                .collect::<Vec<_>>(),
        );
        for button in self.dom.all("[data-export]") {
            set_attribute(&button, "disabled", orders.reason.map(|_| ""));
        }
        self.dom
            .say("save-reason", orders.reason.map(|key| self.word(key)));
        self.dom.show("full", orders.is_full);
        self.dom.say(
            "file-line",
            orders.file_line.as_ref().map(|line| self.sentence(line)),
        );
        self.dom.show("file-currency", orders.asks_currency);
        for (id, numbers) in [
            ("only-listed", &orders.only_listed),
            ("only-filed", &orders.only_filed),
            ("invoices", &orders.with_invoice),
        ] {
            self.dom.show(id, !numbers.is_empty());
            self.list(&format!("{id}-list"), numbers);
        }
    }

    /// Fills a list; what is the same stays, so that a live region does not speak again.
    fn list(&self, id: &str, lines: &[String]) {
        let list = self.dom.by_id(id);
        let old: Vec<Element> = self.dom.all(&format!("#{id} > li"));
        for (at, line) in lines.iter().enumerate() {
            if let Some(item) = old.get(at) {
                set_text(item, line);
            } else if let Ok(item) = self.dom.document.create_element("li") {
                set_text(&item, line);
                let _ = list.append_child(&item);
            }
        }
        for item in old.iter().skip(lines.len()) {
            item.remove();
        }
    }

    fn sentence(&self, Sentence(key, parts): &Sentence) -> String {
        let args: Vec<String> = parts.iter().map(|part| self.part(part)).collect();
        self.words.message(key, &args)
    }

    fn part(&self, part: &Part) -> String {
        match part {
            Part::Text(text) => text.clone(),
            Part::Number(number) => {
                let format = Intl::NumberFormat::new(&self.locales(), &Object::new()).format();
                format
                    .call1(&JsValue::UNDEFINED, &JsValue::from(*number))
                    .ok()
                    .and_then(|text| text.as_string())
                    .unwrap_or_else(|| number.to_string())
            }
            Part::Day(day) => self.day(day),
        }
    }

    fn locales(&self) -> Array {
        Array::of1(&JsValue::from_str(&self.language))
    }

    /// A day, `YYYY-MM-DD`, as the language writes it.
    fn day(&self, day: &str) -> String {
        // Noon, so that no zone makes another day of it.
        let date = Date::new(&JsValue::from(format!("{day}T12:00")));
        let look = Object::new();
        let _ = Reflect::set(&look, &"dateStyle".into(), &"long".into());
        date.to_locale_date_string(&self.language, &look).into()
    }

    /// How long ago that was, in words; `None` for a moment that is none.
    fn ago(&self, at: f64) -> Option<String> {
        let minutes = ((Date::now() - at) / 60_000.0).floor();
        if !minutes.is_finite() || minutes < 0.0 {
            return None;
        }
        let (value, unit) = match minutes {
            minutes if minutes < 60.0 => (minutes, "minute"),
            minutes if minutes < 48.0 * 60.0 => ((minutes / 60.0).floor(), "hour"),
            minutes => ((minutes / 1440.0).floor(), "day"),
        };
        let look = Object::new();
        let _ = Reflect::set(&look, &"numeric".into(), &"auto".into());
        let words = Intl::RelativeTimeFormat::new(&self.locales(), &look).format(-value, unit);
        Some(self.words.message("before_row_when", &[words.into()]))
    }
}

/// What the language calls a currency, by its code.
fn currency_names(locales: &Array) -> impl Fn(&str) -> Option<String> + use<> {
    let look = Object::new();
    let _ = Reflect::set(&look, &"type".into(), &"currency".into());
    let made = Reflect::get(&js_sys::global(), &"Intl".into())
        .and_then(|intl| Reflect::get(&intl, &"DisplayNames".into()))
        .and_then(JsCast::dyn_into::<Function>)
        .and_then(|kind| Reflect::construct(&kind, &Array::of2(locales, &look)));
    move |code| {
        let names = made.as_ref().ok()?;
        let of: Function = Reflect::get(names, &"of".into()).ok()?.dyn_into().ok()?;
        let name = of.call1(names, &code.into()).ok()?.as_string();
        name.filter(|name| name != code)
    }
}
