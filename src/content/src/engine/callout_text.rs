//! What the callout says: from an instruction to sentences and buttons in the person's language.

use std::slice;

use farewell_core::{ControlId, Guide, Instruction, Message, State, Target};

use super::action::{CANCEL_PICK, FILL, OPEN, PICK, STOP};
use super::picking::Picking;
use crate::chosen::message;
use crate::fill::{Filled, Outcome};
use crate::overlay::{Button, Line, Words};

/// `filled` is what was filled in and is still on the page.
pub(super) fn callout_text<'a>(
    guide: &Guide,
    instruction: &Instruction,
    filled: impl Iterator<Item = &'a Filled>,
    picking: Option<Picking>,
) -> Words {
    let mut words = Words {
        flow: guide.flow.as_str(),
        page: instruction.page.as_str(),
        step: instruction.step,
        state: instruction.state.as_str(),
        progress: (instruction.number, instruction.count),
        title: say(&instruction.title),
        is_grave: instruction
            .targets
            .iter()
            .any(|target| instruction.is_last_press(guide.flow, target)),
        ..Words::default()
    };
    for key in instruction.answers {
        words.add_button("", key, plain(key));
    }
    let is_lost = instruction.state == State::Lost;
    match (picking, instruction.ask) {
        (Some(Picking { control, refused }), _) => {
            words.title = plain("overlay_pick_title");
            words.add_line("", refused.map(plain));
            words.add_line("", Some(about_control("overlay_pick_how", control)));
            words.add_button("", CANCEL_PICK, plain("overlay_pick_cancel"));
        }
        (None, ask) => {
            for message in &instruction.body {
                words.add_line("", Some(say(message)));
            }
            match ask {
                Some(control) if is_lost => {
                    words.add_line("", Some(about_control("overlay_pick_ask", control)));
                    words.add_button("main", PICK, plain("overlay_pick"));
                }
                Some(_) => words.add_button("", PICK, plain("overlay_pick_other")),
                None => {}
            }
        }
    }
    if let Some(offer) = &instruction.offer {
        let key = match offer.control {
            ControlId::Email => "overlay_fill_email",
            _ => "overlay_fill_other",
        };
        let text = message(key, slice::from_ref(&offer.text));
        words.add_button("", FILL, text);
    }
    for target in &instruction.targets {
        words.add_line("notes", note(target));
    }
    for filled in filled {
        words.add_filled(filled);
    }
    if let Some((address, text)) = &instruction.link {
        let is_main = picking.is_none() && instruction.ask.is_none();
        words.add_button(if is_main { "main" } else { "" }, address, say(text));
        if let Some(link) = words.buttons.last_mut() {
            link.is_link = true;
        }
    }
    for page in &instruction.own_pages {
        let name = page.as_str();
        let is_main = instruction.link.is_none() && instruction.targets.is_empty();
        let class = if is_main { "main" } else { "" };
        words.add_button(
            class,
            &[OPEN, name].concat(),
            plain(&["overlay_own_", name].concat()),
        );
    }
    if instruction.state == State::Done {
        words.add_button("main end", STOP, plain("overlay_close"));
    } else {
        words.add_button("end", STOP, plain("overlay_stop"));
    }
    words
}

impl Words {
    fn add_line(&mut self, list: &'static str, text: Option<String>) {
        self.lines.extend(text.map(|text| Line { list, text }));
    }

    fn add_filled(&mut self, filled: &Filled) {
        let control = filled.control.as_str();
        let name = plain(&["overlay_control_", control].concat());
        match filled.outcome {
            Outcome::Pending | Outcome::Kept => self.filled.push((control, name)),
            Outcome::Refused => self.add_line("", Some(message("overlay_refused", &[name]))),
            Outcome::Undone => {}
        }
    }

    fn add_button(&mut self, class: &'static str, action: &str, text: String) {
        self.buttons.push(Button {
            class,
            action: action.to_owned(),
            is_link: false,
            text,
        });
    }
}

fn about_control(key: &str, control: ControlId) -> String {
    message(key, &[plain(&["control_", control.as_str()].concat())])
}

/// With the number that stands on the spotlight too.
fn note(target: &Target) -> Option<String> {
    let said = say(target.note.as_ref()?);
    Some(match target.number {
        0 => said,
        number => [number.to_string(), said].join(". "),
    })
}

fn say(words: &Message) -> String {
    message(words.key, &words.args)
}

fn plain(key: &str) -> String {
    message(key, &[])
}
