//! What the popup does about what happens.

use super::*;
use crate::place::elsewhere;

pub(crate) fn look(model: &Model) -> Look {
    Look {
        epoch: model.epoch(),
        place: Place::Page(PageId::AccountSettings),
        private: false,
        allowed: true,
        running: Ok(None),
        cut: None,
        status: None,
        picked_on: Vec::new(),
    }
}

pub(crate) fn opened() -> Model {
    let mut model = Model::new(Some(7));
    let look = look(&model);
    model.update(Event::Looked(look));
    model
}

pub(crate) fn guided(flow: FlowId) -> Model {
    let mut model = Model::new(Some(7));
    let guide = Guide {
        flow,
        reason: Some(ReasonId::Privacy),
        email: "ana@example.org".to_owned(),
        ticked: ways::consequences(flow).collect(),
    };
    let look = Look {
        running: Ok(Some(Running {
            guide,
            trouble: None,
        })),
        ..look(&model)
    };
    model.update(Event::Looked(look));
    model
}

fn tick_all(model: &mut Model) {
    for consequence in model.to_tick() {
        model.update(Event::Ticked(consequence, true));
    }
}

#[test]
fn start_waits_for_every_box() {
    let mut model = opened();
    assert_eq!(model.obstacle(), Some(Obstacle::NoWay));
    model.update(Event::Chose(FlowId::Deactivate));
    for &consequence in ConsequenceId::ALL {
        assert!(model.update(Event::PressedStart).is_empty());
        model.update(Event::Ticked(consequence, true));
    }
    let [Effect::Keep(_), Effect::Start(guide)] = &model.update(Event::PressedStart)[..] else {
        panic!()
    };
    assert_eq!((guide.flow, guide.ticked.len()), (FlowId::Deactivate, 5));
}

#[test]
fn the_way_back_starts_without_a_tick_and_without_a_reason() {
    let mut model = opened();
    model.update(Event::Chose(FlowId::Reactivate));
    let [Effect::Keep(_), Effect::Start(guide)] = &model.update(Event::PressedStart)[..] else {
        panic!()
    };
    assert!(guide.ticked.is_empty() && guide.reason.is_none());
}

#[test]
fn a_second_press_while_the_first_is_under_way_does_nothing() {
    let mut model = opened();
    model.update(Event::Chose(FlowId::Reactivate));
    assert_eq!(model.update(Event::PressedStart).len(), 2);
    assert!(model.update(Event::PressedStart).is_empty());
    assert!(model.update(Event::PressedStop).is_empty());
}

#[test]
fn without_permission_the_press_asks_for_it() {
    let mut model = Model::new(Some(7));
    let look = Look {
        allowed: false,
        place: Place::Hidden,
        ..look(&model)
    };
    model.update(Event::Looked(look));
    model.update(Event::Chose(FlowId::Reactivate));
    assert!(matches!(
        model.update(Event::PressedStart)[..],
        [Effect::Keep(_), Effect::AskAndStart(_)]
    ));
    model.update(Event::Started(Err(Trouble::Refused)));
    assert_eq!(model.notice, Some(Notice::Trouble(Trouble::Refused)));
    assert_eq!(
        model.form.flow,
        Some(FlowId::Reactivate),
        "what was chosen stays"
    );
}

#[test]
fn no_guide_is_started_elsewhere() {
    for place in elsewhere() {
        let mut model = Model::new(Some(7));
        let look = Look {
            place,
            ..look(&model)
        };
        model.update(Event::Looked(look));
        model.update(Event::Chose(FlowId::Reactivate));
        assert_eq!(model.obstacle(), Some(Obstacle::NoPlace));
        assert!(model.update(Event::PressedStart).is_empty());
    }
}

#[test]
fn a_slip_in_the_email_stops_start_and_is_kept() {
    let mut model = opened();
    model.update(Event::Chose(FlowId::Delete));
    tick_all(&mut model);
    model.update(Event::EmailTyped("ana@".to_owned()));
    assert_eq!(model.obstacle(), Some(Obstacle::Email));
    assert_eq!(model.form.email, "ana@");
    model.update(Event::EmailTyped(" ana@example.org ".to_owned()));
    let [Effect::Keep(_), Effect::Start(guide)] = &model.update(Event::PressedStart)[..] else {
        panic!()
    };
    assert_eq!(guide.email, "ana@example.org");
}

#[test]
fn a_switch_asks_for_what_the_new_way_destroys_beyond_and_keeps_the_rest() {
    let mut model = guided(FlowId::Deactivate);
    model.update(Event::PressedSwitch);
    model.update(Event::Chose(FlowId::Delete));
    assert_eq!(model.to_tick(), [ConsequenceId::Data]);
    assert!(model.update(Event::PressedStart).is_empty());
    model.update(Event::Ticked(ConsequenceId::Data, true));
    let [Effect::Keep(_), Effect::Start(guide)] = &model.update(Event::PressedStart)[..] else {
        panic!()
    };
    assert_eq!(guide.ticked.len(), 5);
    assert_eq!(guide.reason, Some(ReasonId::Privacy));
    assert_eq!(guide.email, "ana@example.org");
}

#[test]
fn an_answer_from_before_stop_brings_nothing_back() {
    let mut model = guided(FlowId::Delete);
    let old = model.look.clone().unwrap();
    model.update(Event::PressedStop);
    model.update(Event::Looked(old.clone()));
    assert_eq!(
        model.update(Event::Stopped(Ok(()))),
        [Effect::Forget, Effect::Look]
    );
    model.update(Event::Looked(old));
    let now = look(&model);
    model.update(Event::Looked(now));
    assert!(model.running().is_none());
    assert_eq!(model.notice, Some(Notice::Ended));
}

#[test]
fn silence_is_trouble_only_after_a_while_and_not_on_a_detour() {
    let mut model = guided(FlowId::Delete);
    assert!(!model.is_silent());
    for _ in 0..PATIENCE {
        let again = model.look.clone().unwrap();
        model.update(Event::Looked(again));
    }
    assert!(model.is_silent());
    let detour = Look {
        place: Place::Foreign(None),
        ..model.look.clone().unwrap()
    };
    model.update(Event::Looked(detour));
    assert!(!model.is_silent());
}

#[test]
fn a_draft_of_the_running_way_is_no_switch_but_one_of_another_is() {
    let mut model = Model::new(Some(7));
    model.update(Event::Restored {
        form: Form {
            flow: Some(FlowId::Delete),
            ..Form::default()
        },
        started: false,
    });
    let mut running = guided(FlowId::Delete).look.unwrap();
    model.update(Event::Looked(running.clone()));
    assert!(!model.switching && model.form.flow.is_none());
    model.update(Event::Restored {
        form: Form {
            flow: Some(FlowId::Remove),
            ..Form::default()
        },
        started: false,
    });
    running.epoch = model.epoch();
    model.update(Event::Looked(running));
    assert!(model.switching);
}

#[test]
fn a_guide_in_trouble_can_be_started_again_without_a_tick() {
    let mut model = guided(FlowId::Delete);
    if let Ok(Some(running)) = &mut model.look.as_mut().unwrap().running {
        running.trouble = Some(Trouble::Injection);
    }
    model.update(Event::PressedSwitch);
    let [Effect::Keep(_), Effect::Start(guide)] = &model.update(Event::PressedStart)[..] else {
        panic!()
    };
    assert_eq!((guide.flow, guide.ticked.len()), (FlowId::Delete, 5));
    model.update(Event::Started(Ok(())));
    assert!(!model.switching);
}

#[test]
fn an_email_is_given_only_to_a_way_that_asks_for_one() {
    let mut model = opened();
    model.update(Event::EmailTyped("ana@".to_owned()));
    model.update(Event::Chose(FlowId::Reactivate));
    let [Effect::Keep(_), Effect::Start(guide)] = &model.update(Event::PressedStart)[..] else {
        panic!()
    };
    assert_eq!(
        guide.email, "",
        "a slip in a field that is not shown stops nothing"
    );

    let mut model = guided(FlowId::Remove);
    if let Ok(Some(running)) = &mut model.look.as_mut().unwrap().running {
        running.guide.email.clear();
    }
    model.update(Event::PressedSwitch);
    assert!(!model.asks_for_email());
    model.update(Event::Chose(FlowId::Delete));
    assert!(model.asks_for_email());
}

#[test]
fn without_a_tab_nothing_is_kept() {
    let mut model = Model::new(None);
    assert!(model.update(Event::Chose(FlowId::Delete)).is_empty());
}

#[test]
fn a_start_that_the_closing_popup_took_with_it_is_said_when_it_opens_again() {
    let mut before = opened();
    before.update(Event::Chose(FlowId::Deactivate));
    tick_all(&mut before);
    let effects = before.update(Event::PressedStart);
    let [Effect::Keep(draft), Effect::Start(_)] = &effects[..] else {
        panic!("the draft is kept before anything is asked: {effects:?}");
    };
    let mut model = Model::new(Some(7));
    model.update(Event::Restored {
        form: draft.form(7),
        started: draft.was_started(7),
    });
    let unstarted = Some(Notice::Trouble(Trouble::Unstarted));
    let now = look(&model);
    model.update(Event::Looked(now));
    assert_eq!(model.notice, unstarted);
    assert_eq!(model.obstacle(), None, "Start can be pressed again");
    let running = guided(FlowId::Deactivate).look.unwrap();
    model.update(Event::Looked(running));
    assert_eq!(model.notice, None, "the start has got through after all");
    assert!(
        !draft.was_started(8),
        "another tab has nothing to do with it"
    );
}
