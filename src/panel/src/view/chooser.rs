//! The choice: reason, ways, consequences, e-mail, Start.

use super::View;
use crate::screen::{About, Card, Chooser, EmailField, TickBox};
use crate::ways;
use farewell_core::{FlowId, Offer, ReasonId};
use farewell_shell::{inside, set_attribute, set_hidden, set_text};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlButtonElement, HtmlInputElement};

impl View {
    /// A card for each way of the table of flows.
    pub(super) fn make_cards(&self) {
        let cards = self.dom.by_id("cards");
        for &flow in FlowId::ALL {
            let _ = cards.append_child(&self.make_card(flow));
        }
    }

    fn make_card(&self, flow: FlowId) -> Element {
        let card = self.dom.copy("card");
        let id = flow.as_str();
        let name = |part: &str| format!("way-{id}-{part}");
        let part = |part: &str| {
            let element = inside(&card, &format!("[data-part={part}]"));
            element.set_id(&name(part));
            element
        };
        let (tone, tag) = ways::tag(flow);
        set_text(&part("title"), &self.word(Offer::of(flow).name));
        set_text(&part("text"), &self.word(Offer::of(flow).short));
        set_text(&part("tag"), &self.word(tag));
        set_attribute(&part("tag"), "data-tone", Some(tone.as_str()));
        part("tags");
        let input = inside(&card, "input");
        input.set_id(&format!("choose-{id}"));
        set_attribute(&input, "value", Some(id));
        set_attribute(&input, "data-choose", Some(id));
        set_attribute(&input, "aria-labelledby", Some(&name("title")));
        let description = format!("{} {}", name("tags"), name("text"));
        set_attribute(&input, "aria-describedby", Some(&description));
        card
    }

    pub(super) fn show_chooser(&self, chooser: Option<&Chooser>, before: Option<&Chooser>) {
        self.dom.show("ways", chooser.is_some());
        self.dom.show("start", chooser.is_some());
        let Some(chooser) = chooser else {
            return;
        };
        self.dom.show("reasons", chooser.asks);
        for input in self.dom.all("input[name=reason]") {
            let input: HtmlInputElement = input.unchecked_into();
            let chosen = chooser
                .reason
                .is_some_and(|reason| reason.as_str() == input.value());
            input.set_checked(chosen);
        }
        for advice in self.dom.all("[data-advice]") {
            let fits = chooser.asks
                && advice.get_attribute("data-advice").as_deref()
                    == chooser.reason.map(ReasonId::as_str);
            set_hidden(&advice, !fits);
        }
        for &flow in FlowId::ALL {
            self.show_card(flow, chooser.cards.iter().find(|card| card.flow == flow));
        }
        self.show_about(chooser.about.as_ref());
        self.show_boxes(&chooser.boxes, before.map(|before| &before.boxes[..]));
        self.dom
            .say("consequences-words", Some(self.word(chooser.boxes_words)));
        self.show_email(chooser.email.as_ref());
        self.show_start(chooser);
    }

    fn show_card(&self, flow: FlowId, card: Option<&Card>) {
        let input = self.dom.by_id(&format!("choose-{}", flow.as_str()));
        let is = |what: fn(&Card) -> bool| card.is_some_and(what);
        input
            .unchecked_ref::<HtmlInputElement>()
            .set_checked(is(|card| card.chosen));
        if let Ok(Some(label)) = input.closest("label") {
            set_hidden(&label, card.is_none());
            set_hidden(
                &inside(&label, "[data-badge=recommended]"),
                !is(|card| card.recommended),
            );
            set_hidden(
                &inside(&label, "[data-badge=offered]"),
                !is(|card| card.offered),
            );
        }
    }

    fn show_about(&self, about: Option<&About>) {
        self.dom.show("about", about.is_some());
        let private = about.and_then(|about| about.private);
        self.dom
            .say("private-words", private.map(|key| self.word(key)));
        self.dom.show("private", private.is_some());
        self.dom
            .show("way-back", about.is_some_and(|about| about.way_back));
        if let Some(about) = about {
            set_text(
                &self.dom.by_id("title-about"),
                &self.word(Offer::of(about.flow).name),
            );
            set_text(
                &self.dom.by_id("about-text"),
                &self.word(Offer::of(about.flow).text),
            );
        }
    }

    // The boxes are made anew only when others are asked for: a box that the person is in must stay.
    fn show_boxes(&self, boxes: &[TickBox], before: Option<&[TickBox]>) {
        let list = self.dom.by_id("boxes");
        let asked = |boxes: &[TickBox]| boxes.iter().map(|tick| tick.words).collect::<Vec<_>>();
        if before.is_none_or(|before| asked(before) != asked(boxes)) {
            list.set_text_content(None);
            for tick in boxes {
                let _ = list.append_child(&self.make_box(tick));
            }
        }
        for tick in boxes {
            if let Ok(Some(input)) =
                list.query_selector(&format!("[data-consequence={}]", tick.id.as_str()))
            {
                input
                    .unchecked_ref::<HtmlInputElement>()
                    .set_checked(tick.ticked);
            }
        }
    }

    fn make_box(&self, tick: &TickBox) -> Element {
        let item = self.dom.copy("box");
        let (title, words) = (
            inside(&item, "[data-part=title]"),
            inside(&item, "[data-part=words]"),
        );
        set_text(&title, &self.word(tick.title));
        set_text(&words, &self.word(tick.words));
        let id = tick.id.as_str();
        let (title_id, words_id) = (format!("box-{id}-title"), format!("box-{id}-words"));
        title.set_id(&title_id);
        words.set_id(&words_id);
        let input = inside(&item, "input");
        set_attribute(&input, "data-consequence", Some(id));
        set_attribute(&input, "aria-labelledby", Some(&title_id));
        set_attribute(&input, "aria-describedby", Some(&words_id));
        item
    }

    fn show_email(&self, email: Option<&EmailField>) {
        let Some(email) = email else {
            return;
        };
        let input: HtmlInputElement = self.dom.by_id("email").unchecked_into();
        // Only a restored value is written: writing moves the cursor.
        if input.value().trim() != email.value.trim() {
            input.set_value(&email.value);
        }
        set_attribute(&input, "aria-invalid", email.slip.then_some("true"));
        self.dom.say(
            "email-slip",
            email.slip.then(|| self.word("popup_email_slip")),
        );
    }

    fn show_start(&self, chooser: &Chooser) {
        let button = self.dom.by_id("start-button");
        set_attribute(
            &button,
            "data-flow",
            chooser.start.as_ref().map(|start| start.flow.as_str()),
        );
        let enabled = chooser.start.as_ref().is_some_and(|start| start.enabled);
        button
            .unchecked_ref::<HtmlButtonElement>()
            .set_disabled(!enabled);
        self.dom.show("start-consent", chooser.consent);
        // What Start does is said once.
        self.dom.show("start-hint", !(chooser.consent && enabled));
        set_text(&self.dom.by_id("start-hint"), &self.say(&chooser.hint));
        self.dom.set(
            "start-hint",
            "data-ready",
            if enabled { "yes" } else { "no" },
        );
    }
}
