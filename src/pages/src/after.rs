//! The page for afterwards: what to check and when, where that is known from, calendar files, and the receipt.

use crate::kept::{Kept, kept};
use crate::page::{File, Page, Told, today};
use chrono::NaiveDate;
use farewell_core::{AccountEffect, Flow, FlowId};
use farewell_letters::{AFTER, Fact, Leaving, Receipt, Reminder, Standing, calendar, receipt};
use farewell_shell::{inside, set_attribute, set_hidden, set_text};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlTextAreaElement};

struct After {
    page: Page,
    kept: RefCell<Kept>,
    /// Whether the person has chosen way or day: then what is kept changes neither.
    chosen: Cell<bool>,
    /// Whether the person has changed the receipt: then it is theirs.
    edited: Cell<bool>,
}

/// Brings `after.html` to life.
pub fn after() {
    let page = Page::new();
    show_facts(&page);
    for flow in ways_out() {
        page.add_choice("way", flow.as_str(), &page.word(&name_of(flow)));
    }
    page.put("day", &today().to_string());
    let after = Rc::new(After {
        page,
        kept: RefCell::default(),
        chosen: Cell::default(),
        edited: Cell::default(),
    });
    after.show();
    for kind in ["input", "change"] {
        let of_event = Rc::clone(&after);
        after.page.on(kind, move |target| of_event.changed(target));
    }
    let of_event = Rc::clone(&after);
    after.page.on("click", move |target| of_event.press(target));
    spawn_local(async move {
        let kept = kept(&after.page).await;
        after.take(kept);
    });
}

/// The ways that end an account: first those that erase it, which most people take, each in the order of the product.
fn ways_out() -> impl Iterator<Item = FlowId> {
    [AccountEffect::Erases, AccountEffect::Closes]
        .into_iter()
        .flat_map(|effect| {
            let all = FlowId::ALL.iter().copied();
            all.filter(move |&flow| Flow::of(flow).effect == effect)
        })
}

/// The key of the words that a person knows the way by.
fn name_of(flow: FlowId) -> String {
    format!("after_way_{}", flow.as_str().replace('-', "_"))
}

/// Puts each fact where the page has a place for it, with where it is known from.
fn show_facts(page: &Page) {
    for place in page.dom.all("[data-fact]") {
        let id = place.get_attribute("data-fact").unwrap_or_default();
        let Some(fact) = AFTER.iter().find(|fact| fact.id == id) else {
            continue;
        };
        let shown = page.dom.copy("fact");
        let key = format!("after_fact_{}", id.replace('-', "_"));
        set_text(&inside(&shown, "[data-part=words]"), &page.word(&key));
        set_text(&inside(&shown, "[data-part=source]"), &source(page, fact));
        let standing: &str = fact.standing.into();
        set_attribute(&place, "data-standing", Some(standing));
        let _ = place.append_child(&shown);
    }
}

fn source(page: &Page, fact: &Fact) -> String {
    let undated = page.word("after_undated");
    let date = match fact.date {
        // A whole day is written out; what is less exact stays as it is.
        Some(date) => date
            .parse()
            .map_or_else(|_| date.to_owned(), |day: NaiveDate| page.day(day)),
        None => undated,
    };
    let key = match fact.standing {
        Standing::Official => "after_source_official",
        Standing::Reported => "after_source_reported",
        Standing::Elsewhere => "after_source_elsewhere",
        Standing::Unknown => "after_source_unknown",
    };
    page.say(key, &[fact.source.unwrap_or_default(), &date])
}

impl After {
    /// Takes in what is known of the tab; what the person has meanwhile chosen is theirs.
    fn take(&self, kept: Kept) {
        if !self.chosen.get() {
            if let Some(way) = kept.way() {
                self.page.put("way", way.as_str());
            }
            if let Some(day) = kept.day() {
                self.page.put("day", &day.to_string());
            }
        }
        self.kept.replace(kept);
        self.show();
    }

    /// The way that the page is about: its list holds no other.
    fn way(&self) -> Option<FlowId> {
        FlowId::parse(&self.page.value("way"))
    }

    fn leaving(&self) -> Leaving {
        Leaving {
            day: self.page.day_in("day").unwrap_or_else(today),
            delay: self.kept.borrow().delay(),
        }
    }

    fn changed(&self, target: &Element) {
        if target.get_attribute("name").as_deref() == Some("receipt") {
            self.edited.set(true);
            return;
        }
        self.chosen.set(true);
        self.page.hush();
        self.show();
    }

    fn show(&self) {
        let page = &self.page;
        let effect = self.way().map(|flow| Flow::of(flow).effect.as_str());
        for part in page.dom.all("[data-effect]") {
            set_hidden(
                &part,
                part.get_attribute("data-effect").as_deref() != effect,
            );
        }
        let leaving = self.leaving();
        let said = self.kept.borrow().said();
        let done = match leaving.done() {
            Some(day) => Some(page.say("after_done_on", &[&page.day(day)])),
            None => said.is_some().then(|| page.word("after_done_unknown")),
        };
        page.dom.show("said-before", said.is_some());
        page.dom.show("said-nothing", said.is_none());
        page.dom.say("said", said);
        page.dom.say("done-on", done);
        // What others report only confuses whom the page has told.
        page.dom.show("delay-reports", leaving.delay.is_none());
        for (which, day) in looks(leaving) {
            let button = page.dom.by_id(&format!("calendar-{which}"));
            set_attribute(&button, "disabled", day.is_none().then_some(""));
            let day = day.map_or_else(String::new, |day| page.day(day));
            let key = format!("after_calendar_{which}");
            set_text(&button, &page.say(&key, &[&day]));
        }
        if !self.edited.get() {
            self.receipt_field().set_value(&self.receipt(leaving));
        }
    }

    fn receipt_field(&self) -> HtmlTextAreaElement {
        self.page.field("receipt").unchecked_into()
    }

    fn receipt(&self, leaving: Leaving) -> String {
        let page = &self.page;
        let kept = self.kept.borrow();
        let or_unknown =
            |text: Option<String>| text.unwrap_or_else(|| page.word("after_not_known"));
        let way = self.way().map(|flow| page.word(&name_of(flow)));
        let done = leaving.done().map(|day| page.day(day));
        let mut lines = vec![
            (page.word("after_receipt_way"), or_unknown(way)),
            (page.word("after_receipt_day"), page.day(leaving.day)),
            (page.word("after_receipt_said"), or_unknown(kept.said())),
            (page.word("after_receipt_done"), or_unknown(done)),
        ];
        for before in kept.before() {
            let name = page.word(&format!("after_before_{}", before.id));
            if name.is_empty() {
                continue;
            }
            let about = page.say("after_receipt_before", &[&name]);
            let state = page.word(match before.state.as_str() {
                "open" => "after_state_open",
                "clear" => "after_state_clear",
                "said" => "after_state_said",
                _ => "after_state_unknown",
            });
            lines.push((about, state));
        }
        lines.push((page.word("after_receipt_saved"), or_unknown(kept.saved())));
        let version = format!("Farewell {}", page.extension.version());
        lines.push((page.word("after_receipt_version"), version));
        receipt(&Receipt {
            title: page.word("after_receipt_title"),
            lines,
        })
    }

    fn press(&self, target: &Element) {
        let pressed = |selector| target.closest(selector).ok().flatten();
        if let Some(button) = pressed("[data-calendar]") {
            self.save_calendar(&button.get_attribute("data-calendar").unwrap_or_default());
        } else if pressed("[data-receipt]").is_some() {
            let day = self.leaving().day;
            self.page.save(
                &File {
                    name: &format!("farewell-receipt-{day}.txt"),
                    mime: "text/plain",
                    text: &self.receipt_field().value(),
                },
                &told("receipt-done"),
            );
        }
    }

    fn save_calendar(&self, which: &str) {
        let looks = looks(self.leaving());
        let found = looks.into_iter().find(|(name, _)| *name == which);
        let Some((_, Some(day))) = found else {
            return;
        };
        let file = calendar(&Reminder {
            day,
            title: &self.page.word(&format!("after_calendar_{which}_title")),
            text: &self.page.word(&format!("after_calendar_{which}_text")),
        });
        self.page.save(
            &File {
                name: &format!("farewell-{which}-{day}.ics"),
                mime: "text/calendar",
                text: &file,
            },
            &told("calendar-done"),
        );
    }
}

/// Where and how it is told how saving went.
const fn told(place: &'static str) -> Told {
    Told {
        place,
        saved: "after_saved",
        sorry: "after_save_failed",
    }
}

/// The two days to look, by what their buttons are called.
fn looks(leaving: Leaving) -> [(&'static str, Option<NaiveDate>); 2] {
    [
        ("day", leaving.first_look()),
        ("month", leaving.last_look()),
    ]
}
