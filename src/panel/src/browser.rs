//! The browser as the popup needs it: what it asks of the extension's interfaces, each call with its failure.

use crate::drift::Found;
use crate::messages::{Done, Draft, GuideAnswer, GuideMessage};
use crate::trouble::Trouble;
use farewell_core::{FlowId, Guide, PageId};
use farewell_shell::Extension;
pub(crate) use farewell_shell::{plain, pretty, read};
use js_sys::{Object, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Where the background counts how controls were found.
const FOUND: &str = "found";

/// Where the background keeps what the person has pointed at, by "<page> <control>".
const PICKS: &str = "picks";

/// Where the draft of the form lies.
const DRAFT: &str = "draft";

/// The tab that the popup acts on.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Tab {
    id: Option<i32>,
    pub(crate) url: Option<String>,
    pub(crate) incognito: bool,
}

/// What the person has pointed at, of which the popup asks only that there is one.
#[derive(Default, serde::Deserialize)]
#[serde(default)]
struct KeptPick {
    #[serde(rename = "on")]
    _day: String,
}

/// Which tabs to look for.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Filter {
    active: bool,
    current_window: bool,
}

/// A message to the background or to the engine.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Question {
    Guide { tab: i32 },
    Start { tab: i32, guide: GuideMessage },
    Stop { tab: i32 },
    Status,
    Skeleton,
}

/// The browser, seen from the popup.
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

    pub(crate) fn version(&self) -> String {
        self.extension.version()
    }

    /// Calls back on every message that passes by, but for those that ask the lexicon: they are about a page's words, which are
    /// none of our business.
    pub(crate) fn on_message(&self, mut heard: impl FnMut() + 'static) {
        let listener = Closure::<dyn FnMut(JsValue)>::new(move |message: JsValue| {
            if Reflect::get(&message, &"text".into()).is_ok_and(|text| text.is_undefined()) {
                heard();
            }
        });
        self.extension.listen(listener.as_ref());
        // Listens as long as the popup lives.
        listener.forget();
    }

    /// The tab in front of the popup's window.
    pub(crate) async fn active_tab(&self) -> Option<i32> {
        let filter = plain(&Filter {
            active: true,
            current_window: true,
        });
        let tabs: Vec<Tab> = read(&self.extension.tabs().query(&filter).await.ok()?)?;
        tabs.first()?.id
    }

    /// The tab, or `None` if it is closed.
    pub(crate) async fn tab(&self, id: i32) -> Option<Tab> {
        read(&self.extension.tabs().get(id).await.ok()?)
    }

    pub(crate) async fn reload(&self, tab: i32) -> Result<(), Trouble> {
        self.extension
            .tabs()
            .reload(tab)
            .await
            .map(drop)
            .map_err(|_| Trouble::Gone)
    }

    /// Which guide runs in the tab, and the way of one that was cut short.
    pub(crate) async fn guide(
        &self,
        tab: i32,
    ) -> Result<(Option<GuideMessage>, Option<FlowId>), Trouble> {
        self.ask::<GuideAnswer>(&Question::Guide { tab })
            .await?
            .outcome()
    }

    pub(crate) async fn start(&self, tab: i32, guide: &Guide) -> Result<(), Trouble> {
        self.ask::<Done>(&Question::Start {
            tab,
            guide: GuideMessage::new(guide),
        })
        .await?
        .outcome()
    }

    pub(crate) async fn stop(&self, tab: i32) -> Result<(), Trouble> {
        self.ask::<Done>(&Question::Stop { tab }).await?.outcome()
    }

    /// What the tab's engine says of itself, as it says it; `None` where none answers.
    pub(crate) async fn status(&self, tab: i32) -> Option<JsValue> {
        self.engine_says(tab, &Question::Status).await
    }

    /// The skeleton of the tab's page, as its engine read it last; `None` where none answers.
    pub(crate) async fn skeleton(&self, tab: i32) -> Option<JsValue> {
        self.engine_says(tab, &Question::Skeleton).await
    }

    async fn engine_says(&self, tab: i32, question: &Question) -> Option<JsValue> {
        let tabs = self.extension.tabs();
        let answer = tabs.send_message(tab, &plain(question)).await.ok()?;
        answer.is_object().then_some(answer)
    }

    /// Whether the extension may reach every host of the site.
    pub(crate) async fn is_allowed(&self) -> bool {
        let wanted = self.hosts();
        self.extension
            .permissions()
            .contains(&wanted)
            .await
            .is_ok_and(|answer| answer.is_truthy())
    }

    /// Has the browser ask the person for the hosts. To be called within the click; the answer comes later.
    pub(crate) fn ask_for_hosts(&self) -> impl Future<Output = Result<(), Trouble>> + 'static {
        let asked = self.extension.permissions().request(&self.hosts());
        async {
            let promise = asked.map_err(|_| Trouble::Refused)?;
            match JsFuture::from(promise).await {
                Ok(answer) if answer.is_truthy() => Ok(()),
                _ => Err(Trouble::Refused),
            }
        }
    }

    /// How controls were found on this device so far.
    pub(crate) async fn found(&self) -> Found {
        let items = self.extension.local().get(FOUND).await;
        items
            .ok()
            .and_then(|items| read(&Reflect::get(&items, &FOUND.into()).ok()?))
            .unwrap_or_default()
    }

    /// The pages on which the person has pointed at a control, on this device.
    pub(crate) async fn picked_on(&self) -> Vec<PageId> {
        let items = self.extension.local().get(PICKS).await;
        let picks: BTreeMap<String, KeptPick> = items
            .ok()
            .and_then(|items| read(&Reflect::get(&items, &PICKS.into()).ok()?))
            .unwrap_or_default();
        let page = |name: &String| PageId::parse(name.split(' ').next()?);
        picks.keys().filter_map(page).collect()
    }

    /// The draft of the form. A storage that fails has no draft.
    pub(crate) async fn draft(&self) -> Option<Draft> {
        let items = self.extension.session().get(DRAFT).await.ok()?;
        read(&Reflect::get(&items, &DRAFT.into()).ok()?)
    }

    /// Keeps the draft until the browser closes. If that fails, the popup goes on without.
    pub(crate) async fn keep(&self, draft: &Draft) {
        let items = Object::new();
        if Reflect::set(&items, &DRAFT.into(), &plain(draft)).is_ok() {
            let _ = self.extension.session().set(&items).await;
        }
    }

    pub(crate) async fn forget(&self) {
        let _ = self.extension.session().remove(DRAFT).await;
    }

    /// The hosts as the manifest lists them, so that the two cannot differ.
    fn hosts(&self) -> JsValue {
        let wanted = Object::new();
        let _ = Reflect::set(&wanted, &"origins".into(), &self.extension.hosts());
        wanted.into()
    }

    async fn ask<T: DeserializeOwned>(&self, question: &Question) -> Result<T, Trouble> {
        let answer = self
            .extension
            .runtime()
            .send_message(&plain(question))
            .await;
        answer
            .ok()
            .and_then(|answer| read(&answer))
            .ok_or(Trouble::Unheard)
    }
}
