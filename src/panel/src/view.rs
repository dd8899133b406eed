//! The page of the popup: puts a screen in its place and changes nothing else.
//!
//! The markup stands in `popup.html`, the words in `_locales`; nothing here makes markup from data.

mod chooser;
mod running;
mod steps;

use crate::browser::Browser;
use crate::qr;
use crate::screen::{CutView, PlaceLine, Screen};
use crate::words::Words;
use farewell_shell::{Dom, Words as PageWords, save_text, set_attribute, set_text};

/// What a saved skeleton is called.
const SKELETON: &str = "farewell-skeleton.json";

/// The page, and what it shows.
pub(crate) struct View {
    dom: Dom,
    browser: Browser,
    words: PageWords,
    shown: Option<Screen>,
}

impl View {
    pub(crate) fn new(browser: Browser) -> Self {
        Self {
            dom: Dom {
                document: gloo::utils::document(),
            },
            browser,
            words: PageWords::of_page(),
            shown: None,
        }
    }

    /// Makes the cards. `own_tab` is whether the popup fills a tab of its own.
    pub(crate) fn begin(&self, own_tab: bool) {
        self.make_cards();
        if let Some(root) = self.dom.document.document_element() {
            set_attribute(&root, "data-form", own_tab.then_some("tab"));
        }
        set_text(&self.dom.by_id("version"), &self.browser.version());
    }

    /// Leads to our other pages, each told which tab it is about; the letter's also whose law holds there.
    fn lead_to_pages(&self, tab: Option<i32>, region: Option<&str>) {
        let tab = tab.map(|tab| format!("tab={tab}"));
        let region = region.map(|region| format!("region={region}"));
        for link in self.dom.all("[data-page-link]") {
            let page = link.get_attribute("data-page-link").unwrap_or_default();
            let region = region.as_ref().filter(|_| page == "letter.html");
            let query: Vec<&str> = tab.iter().chain(region).map(String::as_str).collect();
            set_attribute(&link, "href", Some(&format!("{page}?{}", query.join("&"))));
        }
    }

    /// Shows the screen, and `report` as what would be copied.
    pub(crate) fn show(&mut self, screen: Screen, report: &str) {
        set_text(&self.dom.by_id("report"), report);
        if self.shown.as_ref() == Some(&screen) {
            return;
        }
        let before = self.shown.take();
        let old = before.as_ref();

        let notice = screen.notice.as_ref();
        self.dom.set(
            "notice",
            "data-tone",
            notice.map_or("plain", |(tone, _)| tone.as_str()),
        );
        self.dom
            .say("notice", notice.map(|(_, words)| self.say(words)));
        self.dom.show("reload", screen.reload);
        self.show_place(&screen.place);
        self.lead_to_pages(screen.tab, screen.place.region);
        self.show_running(
            screen.running.as_ref(),
            old.and_then(|old| old.running.as_ref()),
        );
        self.show_chooser(
            screen.chooser.as_ref(),
            old.and_then(|old| old.chooser.as_ref()),
        );
        self.dom.show("diagnosis", screen.running.is_some());
        self.offer_skeleton(screen.running.as_ref().is_some_and(|run| run.doubts));
        self.show_cut(screen.cut.as_ref());
        self.dom
            .show("again", screen.running.is_none() && screen.cut.is_none());
        if old.is_none_or(|old| old.handover != screen.handover) {
            self.show_handover(screen.handover);
        }
        self.dom
            .show("pages-private", screen.private_window && is_chromium());
        self.dom.show("main", true);
        self.show_steps(
            screen.chooser.as_ref(),
            old.and_then(|old| old.chooser.as_ref()),
        );

        let switching = |screen: &Screen| screen.running.as_ref().is_some_and(|run| run.switching);
        if switching(&screen) && old.is_some_and(|old| !switching(old)) {
            self.dom.by_id("ways").scroll_into_view();
        }
        let ran = old.map(|old| old.running.is_some());
        if ran == Some(screen.running.is_none()) {
            self.dom.by_id("step-ways").set_scroll_top(0);
            self.dom.focus(if screen.running.is_some() {
                "running-title"
            } else {
                "notice"
            });
        }
        self.shown = Some(screen);
    }

    /// Puts the offer of the skeleton where it is seen at once, or into the report's fold. From who reads one nothing is taken away.
    fn offer_skeleton(&self, openly: bool) {
        if !self.dom.by_id("skeleton-read").has_attribute("hidden") {
            return;
        }
        let offer = self.dom.by_id("skeleton-offer");
        let place = self.dom.by_id(if openly {
            "skeleton-open"
        } else {
            "skeleton-folded"
        });
        if !place.contains(Some(&offer)) {
            let _ = place.append_child(&offer);
        }
        self.dom.show("skeleton-open", openly);
    }

    /// Shows a page's skeleton, to be read before it is saved.
    pub(crate) fn show_skeleton(&self, skeleton: &str) {
        set_text(&self.dom.by_id("skeleton"), skeleton);
        self.dom.show("skeleton-read", true);
        self.dom.focus("skeleton");
    }

    /// Saves the skeleton as it shows. Where the browser refuses, it can still be copied from there.
    pub(crate) fn save_skeleton(&self) {
        let text = self.dom.by_id("skeleton").text_content();
        let _ = save_text(SKELETON, "application/json", &text.unwrap_or_default());
    }

    fn show_place(&self, place: &PlaceLine) {
        self.dom.set("place", "data-tone", place.tone.as_str());
        self.dom.say("place-words", Some(self.say(&place.words)));
        self.dom.say(
            "place-more",
            place.more.as_ref().map(|words| self.say(words)),
        );
        self.dom.show("place-link", place.link);
        self.dom.show("place-contact", place.contact);
    }

    fn show_cut(&self, cut: Option<&CutView>) {
        self.dom.show("cut", cut.is_some());
        let Some(cut) = cut else {
            return;
        };
        self.dom.say("cut-title", Some(self.say(&cut.title)));
        self.dom.say("cut-words", Some(self.say(&cut.words)));
        self.dom.show("cut-link", cut.link.is_some());
        set_attribute(&self.dom.by_id("cut-link"), "href", cut.link);
    }

    fn show_handover(&self, address: &str) {
        let drawing = qr::draw(address);
        self.dom.show("qr", drawing.is_some());
        if let Some(drawing) = drawing {
            self.dom
                .set("qr", "viewBox", &format!("0 0 {0} {0}", drawing.side));
            self.dom.set("qr-path", "d", &drawing.path);
        }
        set_text(&self.dom.by_id("qr-address"), address);
    }

    fn say(&self, words: &Words) -> String {
        words.say(&self.words)
    }

    fn word(&self, key: &str) -> String {
        self.words.message(key, &[])
    }
}

/// Whether the browser is Chromium or made of it: their private windows show no page of an extension.
fn is_chromium() -> bool {
    let protocol = gloo::utils::window().location().protocol();
    protocol.is_ok_and(|protocol| protocol == "chrome-extension:")
}
