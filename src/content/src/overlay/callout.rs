//! The callout: what to do now, in words, with the few buttons that are ours.

use std::ops::Range;
use std::slice;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::dom;
use super::placement::{Size, Spot};
use super::speaker::Speaker;
use super::words::{Button, Words};
use crate::chosen::message;

pub(super) struct Callout {
    part: HtmlElement,
    head: HtmlElement,
    progress: HtmlElement,
    fold: HtmlElement,
    bar: HtmlElement,
    title: HtmlElement,
    cover: HtmlElement,
    lines: HtmlElement,
    filled: HtmlElement,
    show: HtmlElement,
    foot: HtmlElement,
    speaker: Speaker,
    words: Words,
    is_folded: bool,
    is_covered: bool,
    /// How it was placed last; none after it was measured.
    settled: Option<Spot>,
    /// How high its foot is, and from which height on to which that is kept in sight.
    foot_height: f64,
    pinned: Range<f64>,
}

fn say(key: &str) -> String {
    message(key, &[])
}

impl Callout {
    pub(super) fn new(parent: &Element) -> Self {
        let part = dom::add(parent, "section", "callout tokens", "");
        for (name, value) in [
            ("part", "callout"),
            ("role", "dialog"),
            ("aria-labelledby", "title"),
            ("aria-describedby", "lines"),
            ("tabindex", "-1"),
        ] {
            dom::set(&part, name, Some(value));
        }
        let head = dom::add(&part, "div", "head", "");
        let heading = dom::add(&head, "div", "heading", "");
        let brand = dom::add(&heading, "p", "brand", "");
        dom::add(&brand, "span", "name", &say("overlay_brand"));
        let progress = dom::add(&brand, "span", "progress", "");
        let title = dom::add(&heading, "h2", "title", "");
        dom::set(&title, "id", Some("title"));
        let fold = dom::add_button(&head, "icon", ("data-action", "fold"), "");
        let bar = dom::add(&part, "div", "bar", "");
        let bar = dom::add(&bar, "i", "", "");
        let cover = dom::add(&part, "p", "cover", &say("overlay_covered"));
        dom::set_hidden(&cover, true);
        let lines = dom::add(&part, "div", "lines", "");
        dom::set(&lines, "id", Some("lines"));
        let filled = dom::add(&part, "div", "filled", "");
        let show = dom::add_button(
            &part,
            "show",
            ("data-action", "show"),
            &say("overlay_show_me"),
        );
        dom::set_hidden(&show, true);
        let foot = dom::add(&part, "div", "foot", "");
        let callout = Self {
            part,
            head,
            progress,
            fold,
            bar,
            title,
            cover,
            lines,
            filled,
            show,
            foot,
            speaker: Speaker::new(parent),
            words: Words::default(),
            is_folded: false,
            is_covered: false,
            settled: None,
            foot_height: 0.0,
            pinned: 0.0..0.0,
        };
        callout.name_fold();
        callout
    }

    pub(super) fn part(&self) -> &HtmlElement {
        &self.part
    }

    pub(super) fn is_folded(&self) -> bool {
        self.is_folded
    }

    pub(super) fn is_grave(&self) -> bool {
        self.words.is_grave
    }

    /// Says `words`; true where that is something new.
    pub(super) fn say(&mut self, words: Words, focused: Option<&Element>) -> bool {
        dom::set(&self.part, "aria-busy", None);
        if words == self.words {
            return false;
        }
        let is_step = (words.page, words.step, &words.title, &words.lines)
            != (
                self.words.page,
                self.words.step,
                &self.words.title,
                &self.words.lines,
            );
        self.words = words;
        let words = &self.words;
        for (name, value) in [
            ("data-flow", words.flow),
            ("data-page", words.page),
            ("data-step", words.step),
        ] {
            dom::set(&self.part, name, Some(value));
        }
        self.show_state();
        let is_grave = words.is_grave.then_some("");
        dom::set(&self.part, "data-grave", is_grave);
        self.show_progress();
        self.title.set_text_content(Some(&words.title));
        self.show_lines();
        self.show_filled();
        self.show_foot();
        if let Some(focused) = focused {
            self.refocus(focused);
        }
        if is_step {
            self.speak();
        }
        true
    }

    fn show_state(&self) {
        let state = if self.is_covered && self.words.state == "act" {
            "blocked"
        } else {
            self.words.state
        };
        dom::set(&self.part, "data-state", Some(state));
    }

    fn step(&self) -> String {
        let (number, count) = self.words.progress;
        let args = vec![number.to_string(), count.to_string()];
        message("overlay_progress", &args)
    }

    fn show_progress(&self) {
        let (number, count) = self.words.progress;
        self.progress.set_text_content(Some(&self.step()));
        let share = i32::from(number) * 100 / i32::from(count.max(1));
        dom::style(&self.bar, "inline-size", &format!("{share}%"));
    }

    fn show_lines(&self) {
        self.lines.set_text_content(None);
        let mut list: Option<(&str, HtmlElement)> = None;
        for line in &self.words.lines {
            if line.list.is_empty() {
                dom::add(&self.lines, "p", "", &line.text);
                list = None;
                continue;
            }
            let (_, open) = list
                .take_if(|(name, _)| *name == line.list)
                .unwrap_or_else(|| (line.list, dom::add(&self.lines, "ul", line.list, "")));
            dom::add(&open, "li", "", &line.text);
            list = Some((line.list, open));
        }
    }

    /// One line for all that was filled in, and one Undo for each.
    fn show_filled(&self) {
        self.filled.set_text_content(None);
        dom::set_hidden(&self.filled, self.words.filled.is_empty());
        let names: Vec<&str> = self
            .words
            .filled
            .iter()
            .map(|(_, name)| name.as_str())
            .collect();
        let line = message("overlay_filled", &[names.join(&say("overlay_comma"))]);
        dom::add(&self.filled, "p", "", &line);
        for (control, name) in &self.words.filled {
            let text = message("overlay_undo", slice::from_ref(name));
            dom::add_button(&self.filled, "", ("data-undo", control), &text);
        }
    }

    fn show_foot(&self) {
        self.foot.set_text_content(None);
        for button in &self.words.buttons {
            let Button {
                class,
                action,
                is_link,
                text,
            } = button;
            if *is_link {
                let link = dom::add(&self.foot, "a", class, text);
                dom::set(&link, "href", Some(action));
            } else {
                dom::add_button(&self.foot, class, ("data-action", action), text);
            }
        }
    }

    /// The button that had the focus may be gone with what it stood for: its like gets it, or the callout itself.
    fn refocus(&self, focused: &Element) {
        if focused.is_connected() {
            return;
        }
        let like = ["data-action", "data-undo"].iter().find_map(|name| {
            let value = focused.get_attribute(name)?;
            let selector = format!("[{name}=\"{value}\"]");
            self.part.query_selector(&selector).ok().flatten()
        });
        let next = like.or_else(|| self.part.query_selector("[data-undo]").ok().flatten());
        self.focus(next);
    }

    fn focus(&self, element: Option<Element>) {
        let element = element.map_or_else(|| self.part.clone(), JsCast::unchecked_into);
        let _ = element.focus();
    }

    /// The keyboard comes in: to the callout itself, which says its title.
    pub(super) fn enter(&self) {
        let _ = self.part.focus();
    }

    fn speak(&self) {
        let mut said = vec![self.step()];
        if self.is_covered {
            said.push(say("overlay_covered"));
        } else {
            said.push(self.words.title.clone());
            said.extend(self.words.lines.first().map(|line| line.text.clone()));
        }
        let mut message = String::new();
        for part in said.iter().filter(|part| !part.is_empty()) {
            message.push_str(part);
            let is_ended = part.ends_with(['.', '!', '?', ':', '\u{3002}', '\u{61f}']);
            message.push_str(if is_ended { " " } else { ". " });
        }
        self.speaker.say(message.trim_end());
    }

    /// What it says may be true no longer, until something is shown anew: its words fade.
    pub(super) fn doubt(&self) {
        dom::set(&self.part, "aria-busy", Some("true"));
    }

    /// Says that something lies over what is marked, or no longer; true where that is new.
    pub(super) fn cover(&mut self, is_covered: bool) -> bool {
        if is_covered == self.is_covered {
            return false;
        }
        self.is_covered = is_covered;
        dom::set_hidden(&self.cover, !is_covered);
        self.show_state();
        self.speak();
        true
    }

    /// Folds it to its title, or unfolds it. Whoever is in it by keyboard goes on at the button that does the same.
    pub(super) fn fold(&mut self, is_folded: bool, has_focus: bool) {
        self.is_folded = is_folded;
        self.name_fold();
        if has_focus {
            self.focus(Some(self.fold.clone().into()));
        }
    }

    /// Whether this element of the callout shows only while it is not folded.
    fn folds(&self, element: &Element) -> bool {
        let is_in = |outer: &HtmlElement| outer.contains(Some(element));
        is_in(&self.part) && !is_in(&self.head) && !self.part.is_same_node(Some(element))
    }

    fn name_fold(&self) {
        let (sign, expanded, name) = if self.is_folded {
            ("+", "false", "overlay_unfold")
        } else {
            ("\u{2013}", "true", "overlay_fold")
        };
        self.fold.set_text_content(Some(sign));
        dom::set(&self.fold, "aria-expanded", Some(expanded));
        dom::set(&self.fold, "aria-label", Some(&say(name)));
    }

    /// Offers to show what is marked; true where that is new. Whoever is at the button when it goes, goes on at the callout.
    pub(super) fn offer_show(&self, is_away: bool, focused: Option<&Element>) -> bool {
        if self.show.has_attribute("hidden") != is_away {
            return false;
        }
        if !is_away && focused.is_some_and(|focused| self.show.is_same_node(Some(focused))) {
            self.enter();
        }
        dom::set_hidden(&self.show, !is_away);
        true
    }

    /// How large it would be at this width, and how small it may become: its head, and the head with the first line.
    pub(super) fn sizes(&mut self, width: f64) -> Sizes {
        dom::set(&self.part, "data-folded", None);
        dom::style_all(&self.part, &[("inline-size", format!("{width:.0}px"))]);
        self.settled = None;
        let of = |element: &HtmlElement| f64::from(element.offset_height());
        let line = self.lines.first_element_child();
        let line = line.map_or(0.0, |line| line.get_bounding_client_rect().height());
        let natural = of(&self.part);
        let head = of(&self.head);
        self.foot_height = of(&self.foot);
        self.pinned = head + self.foot_height + READABLE * LINE..natural;
        dom::set(&self.part, "data-folded", Some(""));
        let folded = of(&self.part);
        Sizes {
            natural: (width, natural),
            least: (head + line.min(LINE) + 20.0).min(natural),
            folded,
        }
    }

    /// Goes where it belongs. Whoever is at a button that is folded away goes on at the one that unfolds.
    pub(super) fn settle(&mut self, spot: &Spot, focused: Option<&Element>) {
        if self.settled.replace(*spot) == Some(*spot) {
            return;
        }
        let ((x, y), scale) = (spot.at, spot.scale);
        let transform = format!("translate({x:.2}px,{y:.2}px) scale({scale:.4})");
        let (width, height) = spot.size;
        let is_pinned = !spot.is_folded && self.pinned.contains(&height);
        // What the keyboard comes to is scrolled to above the foot.
        let foot = if is_pinned { self.foot_height } else { 0.0 };
        let place = [
            ("inline-size", format!("{width:.1}px")),
            ("max-block-size", format!("{height:.1}px")),
            ("scroll-padding-block-end", dom::px(foot)),
            ("transform", transform),
        ];
        dom::set(&self.part, "data-pinned", is_pinned.then_some(""));
        if spot.is_folded && focused.is_some_and(|focused| self.folds(focused)) {
            self.focus(Some(self.fold.clone().into()));
        }
        dom::set(&self.part, "data-folded", spot.is_folded.then_some(""));
        dom::style_all(&self.part, &place);
    }
}

/// The height of a line of the instruction.
const LINE: f64 = 24.0;
/// So many lines stay in sight above a foot that does.
const READABLE: f64 = 4.0;

/// How large the callout is, in CSS px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sizes {
    /// As large as its words need.
    pub(super) natural: Size,
    /// The least height at which the title and the first line show.
    pub(super) least: f64,
    /// The height when it is folded to its title.
    pub(super) folded: f64,
}

impl Sizes {
    /// Whether they were measured for this width.
    pub(super) fn is_for(&self, width: f64) -> bool {
        (self.natural.0 - width).abs() < 0.5
    }
}
