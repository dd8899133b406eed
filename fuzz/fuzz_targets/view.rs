//! Any page, any guide: recognised and answered without a panic, and what is pointed at or filled is on the page.
#![no_main]

#[path = "../../src/core/tests/common/imagined.rs"]
mod imagined;

use farewell_core::{
    FlowId, Guide, LEXICON, Memory, Moment, Pressed, Reading, ReasonId, instruct, recognise,
};
use imagined::Choices;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut choices = Choices(bytes);
    let guide = Guide {
        flow: *choices.one_of(FlowId::ALL),
        reason: choices.bit().then(|| *choices.one_of(ReasonId::ALL)),
        email: choices.text(),
        ticked: Vec::new(),
    };
    let mut memory = Memory::from_text(&choices.text());
    let moment = Moment {
        since_start: u32::from(choices.byte()) * 1_000,
        since_filled: choices.bit().then(|| u32::from(choices.byte()) * 100),
    };
    let (view, picks) = choices.page();
    let sighting = recognise(&view, &LEXICON, &picks);
    let pressed = sighting.controls.first().map(|found| Pressed {
        page: sighting.page,
        control: found.control,
    });
    let reading = Reading {
        view: &view,
        sighting: &sighting,
        lexicon: &LEXICON,
    };
    let told = instruct(&guide, &mut memory, reading, moment, pressed);
    let is_there = |id: u32| view.items.iter().any(|item| item.id == id);
    assert!(sighting.controls.iter().all(|found| is_there(found.item)));
    assert!(told.targets.iter().all(|target| is_there(target.item)));
    assert!(told.fills.iter().all(|fill| is_there(fill.item)));
});
