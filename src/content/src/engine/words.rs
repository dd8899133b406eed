//! From an instruction to the words of the callout, in the person's language.

use farewell_core::{ControlId, Guide, Instruction, Item, Message, State, Target, decimal};

use super::run::Picking;
use crate::browser::message;
use crate::fill::{Filled, Outcome};
use crate::overlay::{Line, Words};
use crate::prelude::*;

/// `filled` is what was filled in and is still on the page.
pub(super) fn words<'a>(
    guide: &Guide,
    instruction: &Instruction,
    filled: impl Iterator<Item = &'a Filled>,
    picking: Option<Picking>,
) -> Words {
    let mut words = about(guide, instruction, filled);
    let plain = |key| message(key, Vec::new());
    match (picking, instruction.ask) {
        (Some(Picking { control, refused }), _) => {
            words.title = plain("overlay_pick_title");
            words.body = refused.into_iter().map(plain).collect();
            words.body.push(about_control("overlay_pick_how", control));
            words.pick = Some(("unpick", plain("overlay_pick_cancel")));
        }
        (None, Some(control)) if instruction.state == State::Lost => {
            words.body.push(about_control("overlay_pick_ask", control));
            words.pick = Some(("pick", plain("overlay_pick")));
        }
        (None, Some(_)) => words.pick = Some(("pick", plain("overlay_pick_other"))),
        (None, None) => {}
    }
    words
}

/// What a control is called that the person may pick, after `before` others.
pub(super) fn name_of(item: &Item, before: usize) -> String {
    if item.name.is_empty() {
        message(
            "overlay_pick_nameless",
            vec![decimal(i32::try_from(before + 1).unwrap_or(0))],
        )
    } else {
        item.name.clone()
    }
}

fn about_control(key: &str, control: ControlId) -> String {
    let mut name = String::from("control_");
    name.push_str(control.as_str());
    message(key, vec![message(&name, Vec::new())])
}

fn about<'a>(
    guide: &Guide,
    instruction: &Instruction,
    filled: impl Iterator<Item = &'a Filled>,
) -> Words {
    Words {
        flow: guide.flow.as_str(),
        page: instruction.page.as_str(),
        step: instruction.step,
        state: instruction.state.as_str(),
        progress: (instruction.number, instruction.count),
        title: say(&instruction.title),
        body: instruction.body.iter().map(say).collect(),
        notes: instruction.targets.iter().filter_map(note).collect(),
        lines: filled.filter_map(line).collect(),
        answers: instruction
            .answers
            .iter()
            .map(|key| (*key, message(key, Vec::new())))
            .collect(),
        link: instruction
            .link
            .as_ref()
            .map(|(address, text)| (address.clone(), say(text))),
        is_grave: instruction
            .targets
            .iter()
            .any(|target| target.control.is_destructive()),
        pick: None,
    }
}

/// With the number that stands on the spotlight too.
fn note(target: &Target) -> Option<String> {
    let said = say(target.note.as_ref()?);
    Some(match target.number {
        0 => said,
        number => [decimal(number.into()), said].join(". "),
    })
}

fn say(words: &Message) -> String {
    message(words.key, words.args.clone())
}

fn line(filled: &Filled) -> Option<Line> {
    let key = match filled.outcome {
        Outcome::Pending | Outcome::Kept => "overlay_filled",
        Outcome::Refused => "overlay_refused",
        Outcome::Undone => return None,
    };
    let control = filled.control.as_str();
    let mut name = String::from("overlay_control_");
    name.push_str(control);
    let args = vec![message(&name, Vec::new())];
    Some(Line {
        control,
        text: message(key, args),
        can_undo: filled.can_undo(),
    })
}
