//! The callout: what to do now, in words, with the few buttons that are ours.

use web_sys::{Element, HtmlElement};

use super::dom;
use super::place::Size;
use crate::browser::message;

/// All that the callout says, in the person's language. Compared to what stands there, so that a page which changes
/// behind it makes no reader speak twice and no focus jump.
#[derive(Default, PartialEq, Eq)]
pub struct Words {
    /// The way's id.
    pub flow: &'static str,
    /// The page's id.
    pub page: &'static str,
    /// The step's id.
    pub step: &'static str,
    /// The state's name.
    pub state: &'static str,
    /// The step's number and how many there are.
    pub progress: (u8, u8),
    /// The headline.
    pub title: String,
    /// The paragraphs.
    pub body: Vec<String>,
    /// What the controls do, in their order.
    pub notes: Vec<String>,
    /// What was filled.
    pub lines: Vec<Line>,
    /// Where the way goes on: address and text.
    pub link: Option<(String, String)>,
    /// Whether pressing what is pointed at destroys something.
    pub is_grave: bool,
}

/// One line about a filled field.
#[derive(PartialEq, Eq)]
pub struct Line {
    /// The control's name.
    pub control: &'static str,
    /// What is said.
    pub text: String,
    /// Whether it can be undone.
    pub can_undo: bool,
}

pub(super) struct Callout {
    element: HtmlElement,
    progress: HtmlElement,
    fold: HtmlElement,
    bar: HtmlElement,
    title: HtmlElement,
    words: HtmlElement,
    foot: HtmlElement,
    scroll: HtmlElement,
    shown: Words,
}

fn say(key: &str) -> String {
    message(key, Vec::new())
}

impl Callout {
    pub(super) fn new(parent: &Element) -> Self {
        let element = dom::add(parent, "section", "callout", "");
        for (name, value) in [("part", "callout"), ("role", "dialog"), ("aria-labelledby", "title")] {
            dom::set(&element, name, value);
        }
        let head = dom::add(&element, "div", "head", "");
        let progress = dom::add(&head, "span", "progress", "");
        let fold = dom::add_button(&head, "icon", "fold", "");
        let bar = dom::add(&dom::add(&element, "div", "bar", ""), "i", "", "");
        let speaks = dom::add(&element, "div", "words", "");
        dom::set(&speaks, "role", "status");
        let title = dom::add(&speaks, "h2", "", "");
        dom::set(&title, "id", "title");
        let words = dom::add(&speaks, "div", "", "");
        let foot = dom::add(&element, "div", "foot", "");
        let scroll = dom::add_button(&foot, "main", "scroll", &say("overlay_show_me"));
        let callout =
            Self { element, progress, fold, bar, title, words, foot, scroll, shown: Words::default() };
        callout.name_fold(false);
        callout.offer_to_scroll(false);
        callout
    }

    pub(super) fn show(&mut self, words: Words) {
        if words == self.shown {
            return;
        }
        for (name, value) in
            [("data-flow", words.flow), ("data-page", words.page), ("data-step", words.step), ("data-state", words.state)]
        {
            dom::set(&self.element, name, value);
        }
        self.element.toggle_attribute_with_force("data-grave", words.is_grave).ok();
        self.show_progress(words.progress);
        self.title.set_text_content(Some(&words.title));
        self.title.set_class_name(if words.state == "wait" { "wait" } else { "" });
        self.show_words(&words);
        self.show_foot(&words);
        self.shown = words;
    }

    fn show_progress(&self, (number, count): (u8, u8)) {
        let args = vec![number.to_string(), count.to_string()];
        self.progress.set_text_content(Some(&message("overlay_progress", args)));
        let mut share = (u32::from(number) * 100 / u32::from(count.max(1))).to_string();
        share.push('%');
        let _ = self.bar.style().set_property("inline-size", &share);
    }

    fn show_words(&self, words: &Words) {
        self.words.set_text_content(None);
        for text in &words.body {
            dom::add(&self.words, "p", "", text);
        }
        if !words.notes.is_empty() {
            let list = dom::add(&self.words, "ul", "notes", "");
            for note in &words.notes {
                dom::add(&list, "li", "", note);
            }
        }
        if !words.lines.is_empty() {
            let list = dom::add(&self.words, "ul", "filled", "");
            for line in &words.lines {
                let item = dom::add(&list, "li", "", &line.text);
                if line.can_undo {
                    let undo = dom::add_button(&item, "", "undo", &say("overlay_undo"));
                    dom::set(&undo, "data-of", line.control);
                }
            }
        }
    }

    fn show_foot(&self, words: &Words) {
        while let Some(last) = self.foot.last_element_child().filter(|last| **last != **self.scroll) {
            last.remove();
        }
        if let Some((address, text)) = &words.link {
            let link = dom::add(&self.foot, "a", "main", text);
            dom::set(&link, "href", address);
        }
        if words.state == "done" {
            dom::add_button(&self.foot, "main end", "stop", &say("overlay_close"));
        } else {
            dom::add_button(&self.foot, "quiet end", "stop", &say("overlay_stop"));
        }
    }

    pub(super) fn fold(&mut self) {
        let is_folded = self.element.class_name() == "callout";
        self.element.set_class_name(if is_folded { "callout folded" } else { "callout" });
        self.name_fold(is_folded);
    }

    fn name_fold(&self, is_folded: bool) {
        self.fold.set_text_content(Some(if is_folded { "+" } else { "\u{2013}" }));
        dom::set(&self.fold, "aria-expanded", if is_folded { "false" } else { "true" });
        dom::set(&self.fold, "aria-label", &say(if is_folded { "overlay_unfold" } else { "overlay_fold" }));
    }

    pub(super) fn offer_to_scroll(&self, is_offered: bool) {
        dom::show_if(&self.scroll, is_offered);
    }

    pub(super) fn size(&self) -> Size {
        (self.element.offset_width(), self.element.offset_height())
    }

    pub(super) fn move_to(&self, (x, y): (i32, i32)) {
        dom::measure(&self.element, "left", x);
        dom::measure(&self.element, "top", y);
    }
}
