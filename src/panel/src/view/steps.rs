//! The steps side by side: which there are, which one is in sight, and the foot that leads from one to the next.

use super::View;
use crate::screen::Chooser;
use crate::steps::Step;
use crate::words::{Arg, Words};
use farewell_shell::{set_attribute, set_hidden, set_text};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

impl View {
    /// What the steps lie on; it scrolls from one to the next.
    pub(crate) fn track(&self) -> Element {
        self.dom.by_id("track")
    }

    /// The step that the person sees. Right-to-left scrolls to below zero.
    pub(crate) fn step_in_sight(&self) -> Step {
        let track = self.track();
        let width = track.client_width().max(1);
        let at = (track.scroll_left().abs() + width / 2) / width;
        let there = Step::ALL
            .iter()
            .filter(|&&step| !self.panel(step).has_attribute("hidden"));
        let seen = there.copied().nth(usize::try_from(at).unwrap_or_default());
        seen.unwrap_or_default()
    }

    pub(super) fn show_steps(&self, chooser: Option<&Chooser>, before: Option<&Chooser>) {
        let alone = [Step::Ways];
        let steps = chooser.map_or(&alone[..], |chooser| &chooser.steps);
        for &step in Step::ALL {
            set_hidden(&self.panel(step), !steps.contains(&step));
        }
        let number = |number: usize| Arg::number(u32::try_from(number).unwrap_or_default());
        for (at, &step) in steps.iter().enumerate() {
            let words = Words::with("popup_step", [number(at + 1), number(steps.len())]);
            let words = self.say(&words);
            if let Ok(Some(place)) = self.panel(step).query_selector("[data-part=count]") {
                set_text(&place, &words);
            }
        }
        let step = chooser.map_or(Step::Ways, |chooser| chooser.step);
        for (button, leads) in [
            ("back-button", chooser.is_some_and(Chooser::leads_back)),
            ("next-button", chooser.is_some_and(Chooser::leads_on)),
        ] {
            set_attribute(&self.dom.by_id(button), "disabled", (!leads).then_some(""));
        }
        // Whoever swiped or moved the focus is there already, and keeps the focus; that they came there is heard only when the
        // scrolling ends.
        let is_new = before.map(|before| before.step) != Some(step);
        if is_new && self.step_in_sight() != step {
            self.bring(step, before.is_some());
        }
    }

    /// Brings a step into sight; its title takes the focus, so that it is read and the next Tab goes on there.
    fn bring(&self, step: Step, focus: bool) {
        let offset = |step| {
            self.panel(step)
                .unchecked_into::<HtmlElement>()
                .offset_left()
        };
        self.track()
            .set_scroll_left(offset(step) - offset(Step::Ways));
        if focus {
            let title: HtmlElement = self.dom.by_id(title(step)).unchecked_into();
            let still = FocusOptions::new();
            still.set_prevent_scroll(true);
            let _ = title.focus_with_options(&still);
            self.panel(step).set_scroll_top(0);
        }
    }

    fn panel(&self, step: Step) -> Element {
        self.dom.by_id(&format!("step-{}", step.as_str()))
    }
}

const fn title(step: Step) -> &'static str {
    match step {
        Step::Ways => "title-ways",
        Step::About => "title-about",
        Step::Consequences => "title-consequences",
        Step::Email => "title-email",
    }
}
