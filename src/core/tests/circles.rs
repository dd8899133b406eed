//! A circle is told by presses: where the same press leads nowhere twice, the guide stands down.

mod common;

use common::{Page, account_home, deactivate_form, guide, settings_of};
use farewell_core::{ControlId, FlowId, Instruction, Memory, Moment, Pressed, State};

/// A press on one page that led to another, in a document of its own.
fn led(memory: &mut Memory, from: &Page, control: ControlId, to: &Page) -> Box<Instruction> {
    let guide = guide(FlowId::Deactivate);
    let pressed = Pressed {
        page: from.sighting().page,
        control,
    };
    from.instructed(&guide, memory, Moment::default(), Some(pressed));
    *memory = Memory::from_text(&memory.to_text());
    to.guided_with(&guide, memory)
}

#[test]
fn the_same_press_leading_nowhere_twice_stands_down_and_says_so() {
    let (home, mut memory) = (account_home(), Memory::default());
    let once = led(&mut memory, &home, ControlId::AccountSettings, &home);
    assert_eq!(once.state, State::Act);
    let twice = led(&mut memory, &home, ControlId::AccountSettings, &home);
    assert_eq!(
        (twice.state, twice.title.key),
        (State::Blocked, "guide_circles")
    );
    assert!(twice.targets.is_empty() && twice.link.is_some());
}

#[test]
fn a_page_loaded_again_is_a_fresh_try() {
    let (home, mut memory) = (account_home(), Memory::default());
    led(&mut memory, &home, ControlId::AccountSettings, &home);
    led(&mut memory, &home, ControlId::AccountSettings, &home);
    let again = home.guided_with(
        &guide(FlowId::Deactivate),
        &mut Memory::from_text(&memory.to_text()),
    );
    assert_eq!(again.state, State::Act);
}

#[test]
fn going_back_and_forward_again_is_no_circle() {
    let (home, settings) = (account_home(), settings_of("lena@example.org"));
    let mut memory = Memory::default();
    for _ in 0..3 {
        let on = led(&mut memory, &home, ControlId::AccountSettings, &settings);
        assert_eq!(on.state, State::Act);
        home.guided_with(&guide(FlowId::Deactivate), &mut memory);
    }
}

#[test]
fn a_press_that_leads_on_in_between_breaks_the_circle() {
    let (home, settings) = (account_home(), settings_of("lena@example.org"));
    let mut memory = Memory::default();
    led(&mut memory, &home, ControlId::AccountSettings, &home);
    led(&mut memory, &home, ControlId::AccountSettings, &settings);
    let back = led(&mut memory, &home, ControlId::AccountSettings, &home);
    assert_eq!(back.state, State::Act);
}

#[test]
fn fields_are_pressed_and_the_form_loaded_again_without_a_circle() {
    let (form, mut memory) = (deactivate_form(), Memory::default());
    for _ in 0..3 {
        let form = led(&mut memory, &form, ControlId::Email, &form);
        assert_eq!(form.state, State::Act);
    }
}
