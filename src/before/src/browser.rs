//! The browser as the checklist needs it: each call with its failure.

use crate::model::Kept;
use farewell_orders::before::{Row, RowId};
use farewell_shell::{Extension, plain, read};
use js_sys::{Array, Reflect};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

/// The trips of all tabs, as the background keeps them.
const COLLECTED: &str = "collected";

#[derive(Deserialize)]
struct Trip {
    #[serde(rename = "trip")]
    name: String,
    next: u32,
    full: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Tab {
    incognito: bool,
}

#[derive(Serialize)]
struct Going<'a> {
    url: &'a str,
    active: bool,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Message {
    Said {
        tab: i32,
        id: &'static str,
        on: bool,
    },
    Saved {
        tab: i32,
        name: String,
    },
}

/// The browser, seen from the checklist.
#[derive(Clone)]
pub(crate) struct Browser {
    extension: Extension,
}

impl Browser {
    pub(crate) fn new() -> Self {
        Self {
            extension: Extension::here(),
        }
    }

    /// Whether the tab is in a private window; `None` where it is closed.
    pub(crate) async fn is_private(&self, tab: i32) -> Option<bool> {
        let found: Tab = read(&self.extension.tabs().get(tab).await.ok()?)?;
        Some(found.incognito)
    }

    /// Leads the tab to an address and shows it; whether there is such a tab.
    pub(crate) async fn go(&self, tab: i32, url: &str) -> bool {
        self.extension
            .tabs()
            .update(tab, &plain(&Going { url, active: true }))
            .await
            .is_ok()
    }

    /// Has the background keep that a row was ticked.
    pub(crate) async fn say(&self, tab: i32, id: RowId, on: bool) {
        let message = plain(&Message::Said {
            tab,
            id: id.as_str(),
            on,
        });
        let _ = self.extension.runtime().send_message(&message).await;
    }

    /// Has the background keep, for the receipt, that a file was saved.
    pub(crate) async fn note_saved(&self, tab: i32, name: String) {
        let message = plain(&Message::Saved { tab, name });
        let _ = self.extension.runtime().send_message(&message).await;
    }

    /// Calls back whenever the session's storage changes.
    pub(crate) fn on_change(&self, mut heard: impl FnMut() + 'static) {
        let listener =
            Closure::<dyn FnMut(JsValue, JsValue)>::new(move |_changes, area: JsValue| {
                if area.as_string().as_deref() == Some("session") {
                    heard();
                }
            });
        self.extension.on_change(listener.as_ref());
        // Listens as long as the page lives.
        listener.forget();
    }

    /// What is kept of the tab: `None` where nothing is, or no more. `known` is what was read before: batches of the same trip
    /// don't change, so only those after them are asked for.
    pub(crate) async fn kept(&self, tab: i32, known: &Kept) -> Option<Kept> {
        let trips = self.items(&[COLLECTED.to_owned()]).await?;
        let trips: BTreeMap<String, Trip> = read(&Reflect::get(&trips, &COLLECTED.into()).ok()?)?;
        let Trip {
            name: trip,
            next,
            full,
        } = trips.into_iter().find(|(of, _)| *of == tab.to_string())?.1;
        let mut batches = if known.trip == trip {
            known.batches.clone()
        } else {
            Vec::new()
        };
        let first = u32::try_from(batches.len()).unwrap_or(u32::MAX);
        let keys: Vec<String> = (first..next)
            .map(|n| format!("orders:{trip}:{n}"))
            .collect();
        let (before, said) = (format!("before:{trip}"), format!("said:{trip}"));
        let mut wanted = keys.clone();
        wanted.extend([before.clone(), said.clone()]);
        let items = self.items(&wanted).await?;
        let item = |key: &str| Reflect::get(&items, &key.into()).ok();
        let parsed = |key: &str| serde_json::from_str(&item(key)?.as_string()?).ok();
        batches.extend(keys.iter().map(|key| parsed(key).unwrap_or_default()));
        let rows: Option<Vec<Row>> =
            item(&before).and_then(|text| serde_json::from_str(&text.as_string()?).ok());
        let said: Option<Vec<RowId>> = item(&said).and_then(|value| read(&value));
        Some(Kept {
            trip,
            batches,
            rows: rows.unwrap_or_default(),
            said: said.unwrap_or_default(),
            is_full: full,
        })
    }

    async fn items(&self, keys: &[String]) -> Option<JsValue> {
        let keys: Array = keys.iter().map(JsValue::from).collect();
        self.extension.session().get_all(&keys).await.ok()
    }
}
