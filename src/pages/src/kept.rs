//! What is kept of a tab's leaving in `storage.session`, and what its engine still says. An answer of another version, or
//! none, loses only what nobody knows here.

use crate::page::{Page, tab};
use chrono::NaiveDate;
use farewell_core::{Flow, FlowId};
use farewell_letters::{Delay, Unit, without_person};
use farewell_shell::{plain, read};
use js_sys::Reflect;
use serde::{Deserialize, Serialize};

/// The facts of a leaving, as the background keeps them under `receipt:TAB`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Kept {
    /// The way, as the flow is called.
    flow: String,
    /// The day on which the site said goodbye, ISO 8601.
    day: String,
    /// What the site said, word for word.
    said: String,
    /// How long the site said that it takes.
    delay: Option<KeptDelay>,
    /// What was seen of the things to settle first.
    before: Vec<KeptBefore>,
    /// The names of the files that were saved.
    saved: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
struct KeptDelay {
    number: u32,
    unit: String,
}

/// One of the things to settle first: its name and state as in the engine's status.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct KeptBefore {
    pub(crate) id: String,
    pub(crate) state: String,
}

/// What the engine says of itself, as far as it is wanted here.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Status {
    flow: String,
    before: Vec<KeptBefore>,
}

/// What the background answers of the guide in a tab.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct GuideAnswer {
    guide: Option<Guide>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Guide {
    flow: String,
    email: String,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Question {
    Guide { tab: i32 },
    Status,
}

impl Kept {
    /// The way; `None` where it is not known, or was none out.
    pub(crate) fn way(&self) -> Option<FlowId> {
        FlowId::parse(&self.flow).filter(|&flow| Flow::of(flow).effect.ends_account())
    }

    pub(crate) fn day(&self) -> Option<NaiveDate> {
        self.day.parse().ok()
    }

    pub(crate) fn delay(&self) -> Option<Delay> {
        let delay = self.delay.as_ref()?;
        let unit: Unit = delay.unit.parse().ok()?;
        Some(Delay {
            number: delay.number,
            unit,
        })
    }

    /// What the site said, without what may name the person.
    pub(crate) fn said(&self) -> Option<String> {
        let said = without_person(&self.said);
        (!said.is_empty()).then_some(said)
    }

    pub(crate) fn before(&self) -> &[KeptBefore] {
        &self.before
    }

    pub(crate) fn saved(&self) -> Option<String> {
        (!self.saved.is_empty()).then(|| self.saved.join(", "))
    }

    /// Fills what is missing from what the engine and the guide still say.
    fn or(mut self, status: Option<Status>, guide: Option<Guide>) -> Self {
        let status = status.unwrap_or_default();
        if self.flow.is_empty() {
            self.flow = status.flow;
        }
        if self.flow.is_empty() {
            self.flow = guide.unwrap_or_default().flow;
        }
        if self.before.is_empty() {
            self.before = status.before;
        }
        self
    }
}

/// What is known of the leaving in the tab that the page is about.
pub(crate) async fn kept(page: &Page) -> Kept {
    let Some(tab) = tab() else {
        return Kept::default();
    };
    let key = format!("receipt:{tab}");
    let items = page.extension.session().get(&key).await.ok();
    let record: Option<Kept> =
        items.and_then(|items| read(&Reflect::get(&items, &key.as_str().into()).ok()?));
    let asked = page.extension.tabs();
    let status = asked.send_message(tab, &plain(&Question::Status)).await;
    let status = status.ok().and_then(|status| read(&status));
    record
        .unwrap_or_default()
        .or(status, guide(page, tab).await)
}

/// The account's e-mail address, where the guide of the tab was told it.
pub(crate) async fn email(page: &Page) -> Option<String> {
    let email = guide(page, tab()?).await?.email;
    (!email.is_empty()).then_some(email)
}

async fn guide(page: &Page, tab: i32) -> Option<Guide> {
    let asked = page.extension.runtime();
    let answer = asked.send_message(&plain(&Question::Guide { tab })).await;
    read::<GuideAnswer>(&answer.ok()?)?.guide
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(json: &str) -> Kept {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_record_is_read_as_far_as_it_goes() {
        let whole = kept(
            r#"{"flow": "delete", "day": "2026-11-30", "said": "Account lena@example.org: gone in 7 days",
                "delay": {"number": 7, "unit": "day"}, "before": [{"id": "orders", "state": "clear", "open": 0}],
                "saved": ["aliexpress-orders-2026-11-30.csv"], "new": true}"#,
        );
        assert_eq!(whole.way(), Some(FlowId::Delete));
        assert_eq!(whole.day().unwrap().to_string(), "2026-11-30");
        assert_eq!(whole.said().unwrap(), "Account … gone in 7 days");
        let delay = Delay {
            number: 7,
            unit: Unit::Day,
        };
        assert_eq!(whole.delay(), Some(delay));
        assert_eq!(whole.before()[0].state, "clear");
        assert_eq!(whole.saved().unwrap(), "aliexpress-orders-2026-11-30.csv");
    }

    #[test]
    fn what_is_missing_or_unheard_of_is_not_known() {
        for json in [
            "{}",
            r#"{"flow": "reactivate", "day": "soon", "delay": {"number": 7, "unit": "moon"}}"#,
        ] {
            let kept = kept(json);
            assert_eq!(kept.way(), None);
            assert_eq!(kept.day(), None);
            assert_eq!(kept.delay(), None);
            assert_eq!(kept.said(), None);
            assert_eq!(kept.saved(), None);
        }
    }

    #[test]
    fn the_engine_and_the_guide_fill_only_what_is_missing() {
        let status = || Status {
            flow: "remove".to_owned(),
            before: vec![KeptBefore {
                id: "orders".to_owned(),
                state: "said".to_owned(),
            }],
        };
        let record = kept(r#"{"flow": "delete"}"#).or(Some(status()), None);
        assert_eq!(record.way(), Some(FlowId::Delete));
        assert_eq!(record.before().len(), 1);
        assert_eq!(
            Kept::default().or(Some(status()), None).way(),
            Some(FlowId::Remove)
        );
        let guide = Guide {
            flow: "deactivate".to_owned(),
            email: String::new(),
        };
        assert_eq!(
            Kept::default().or(None, Some(guide)).way(),
            Some(FlowId::Deactivate)
        );
    }
}
