//! What is shown in each situation.

use super::*;
use crate::messages::Status;
use crate::model::tests::{guided, look, opened};
use crate::model::{Event, Look};
use crate::place::{Place, elsewhere};
use crate::words::Arg;
use farewell_core::{Flow, PageId};

fn at(place: Place) -> Model {
    let mut model = Model::new(Some(7));
    let look = Look {
        place,
        ..look(&model)
    };
    model.update(Event::Looked(look));
    model
}

fn said(model: &mut Model, status: &str) -> Screen {
    let status: Status = serde_json::from_str(status).unwrap();
    let look = Look {
        status: Some(status),
        ..model.look.clone().unwrap()
    };
    model.update(Event::Looked(look));
    Screen::of(model).unwrap()
}

#[test]
fn it_says_where_the_person_is() {
    let screen = Screen::of(&opened()).unwrap();
    assert_eq!(
        screen.place.words,
        Words::with(
            "popup_place_page",
            [Arg::Key("popup_page_account_settings")]
        )
    );
    assert!(!screen.place.link && screen.running.is_none() && screen.chooser.is_some());
}

#[test]
fn away_from_aliexpress_it_links_there_and_start_says_why_not() {
    for place in elsewhere() {
        let mut model = at(place);
        model.update(Event::Chose(FlowId::Reactivate));
        let screen = Screen::of(&model).unwrap();
        let chooser = screen.chooser.unwrap();
        assert!(screen.place.link && !chooser.start.unwrap().enabled);
        assert_eq!(chooser.hint, Words::new("popup_hint_place"));
    }
}

#[test]
fn the_russian_site_gets_the_truth_and_an_address_to_write_to() {
    let screen = Screen::of(&at(Place::Russian)).unwrap();
    assert!(screen.place.contact && screen.place.link);
}

#[test]
fn there_is_one_start_for_the_chosen_way_and_none_before() {
    let mut model = opened();
    assert_eq!(Screen::of(&model).unwrap().chooser.unwrap().start, None);
    model.update(Event::Chose(FlowId::Deactivate));
    let chooser = Screen::of(&model).unwrap().chooser.unwrap();
    assert_eq!(chooser.start.unwrap().flow, FlowId::Deactivate);
    assert_eq!(chooser.boxes.len(), 5);
    assert_eq!(chooser.boxes[0].words, "popup_consequence_data_stays");
}

#[test]
fn the_hint_names_what_is_unticked() {
    let mut model = opened();
    model.update(Event::Chose(FlowId::Delete));
    for id in [
        ConsequenceId::Data,
        ConsequenceId::Access,
        ConsequenceId::Disputes,
    ] {
        model.update(Event::Ticked(id, true));
    }
    let chooser = Screen::of(&model).unwrap().chooser.unwrap();
    let left = vec!["popup_name_orders", "popup_name_balance"];
    assert_eq!(
        chooser.hint,
        Words::with("popup_hint_unticked", [Arg::Keys(left)])
    );
}

#[test]
fn it_recommends_by_the_reason_and_by_the_page() {
    let mut model = at(Place::Page(PageId::DeactivateForm));
    model.update(Event::Reasoned(ReasonId::Privacy));
    let cards = Screen::of(&model).unwrap().chooser.unwrap().cards;
    let of = |flow| *cards.iter().find(|card| card.flow == flow).unwrap();
    assert!(of(FlowId::Delete).recommended && !of(FlowId::Delete).offered);
    assert!(of(FlowId::Deactivate).offered && !of(FlowId::Deactivate).recommended);
}

#[test]
fn a_private_window_is_advised_for_remove_only() {
    let advice = |model: &Model| {
        let chooser = Screen::of(model).unwrap().chooser.unwrap();
        chooser.about.unwrap().private
    };
    let mut model = opened();
    model.update(Event::Chose(FlowId::Delete));
    assert_eq!(advice(&model), None);
    model.update(Event::Chose(FlowId::Remove));
    assert_eq!(advice(&model), Some("popup_private_why"));
    model.look.as_mut().unwrap().private = true;
    assert_eq!(advice(&model), Some("popup_private_already"));
}

#[test]
fn whoever_asks_the_account_back_is_told_what_to_expect() {
    let mut model = opened();
    for &flow in FlowId::ALL {
        model.update(Event::Chose(flow));
        let chooser = Screen::of(&model).unwrap().chooser.unwrap();
        assert_eq!(chooser.about.unwrap().way_back, flow == FlowId::Reactivate);
        assert_eq!(chooser.consent, flow == FlowId::Prepare);
    }
}

#[test]
fn a_running_guide_says_its_step_and_what_it_filled() {
    let mut model = guided(FlowId::Deactivate);
    let screen = said(
        &mut model,
        r#"{"page":{"id":"deactivate-form"},"step":{"number":6,"count":8},"state":"act","filled":["email","phrase"],
            "before":[{"id":"orders","state":"open","open":2},{"id":"balance","state":"unknown","seen":3,"of":9}]}"#,
    );
    let running = screen.running.unwrap();
    assert_eq!(running.step, Some((6, 8)));
    assert_eq!(running.words, Words::new("popup_state_act"));
    let fields = vec!["popup_field_email", "popup_field_phrase"];
    assert_eq!(
        running.filled,
        Some(Words::with("popup_filled", [Arg::Keys(fields)]))
    );
    assert_eq!(running.before[1].words.key, "popup_before_part");
    assert!(
        screen.chooser.is_none(),
        "the chooser opens only to change the way"
    );
}

#[test]
fn a_switch_offers_every_other_way() {
    let mut model = guided(FlowId::Deactivate);
    model.update(Event::PressedSwitch);
    let chooser = Screen::of(&model).unwrap().chooser.unwrap();
    assert!(!chooser.asks);
    assert_eq!(chooser.cards.len(), FlowId::ALL.len() - 1);
}

#[test]
fn a_detour_is_no_mistake_while_a_guide_runs() {
    let mut model = guided(FlowId::Delete);
    model.look.as_mut().unwrap().place = Place::Foreign(Some("accounts.example".into()));
    let screen = Screen::of(&model).unwrap();
    assert_eq!(screen.place.more, Some(Words::new("popup_place_detour")));
    assert!(!screen.place.link);
    assert_eq!(
        screen.running.unwrap().words,
        Words::new("popup_state_elsewhere")
    );
}

#[test]
fn an_engine_that_failed_or_fell_silent_ends_in_reload() {
    let mut model = guided(FlowId::Delete);
    assert!(!Screen::of(&model).unwrap().reload);
    if let Ok(Some(running)) = &mut model.look.as_mut().unwrap().running {
        running.trouble = Some(Trouble::Injection);
    }
    let screen = Screen::of(&model).unwrap();
    assert!(screen.reload);
    assert_eq!(
        screen.running.unwrap().words,
        Words::new("popup_trouble_injection")
    );
}

#[test]
fn a_guide_that_was_cut_short_is_named_with_the_way_on() {
    let mut model = at(Place::Foreign(None));
    model.look.as_mut().unwrap().cut = Some(FlowId::Delete);
    let screen = Screen::of(&model).unwrap();
    let cut = screen.cut.unwrap();
    assert_eq!(
        cut.title,
        Words::with("popup_cut_title", [Arg::Key("popup_way_delete")])
    );
    assert_eq!(cut.words, Words::new("popup_cut_elsewhere"));
    assert_eq!(cut.link, Some(Flow::of(FlowId::Delete).home));
    assert!(!screen.place.link, "one way on is enough");
}

#[test]
fn on_a_page_of_its_way_a_guide_that_was_cut_short_can_be_taken_up_at_once() {
    let mut model = opened();
    model.look.as_mut().unwrap().cut = Some(FlowId::Deactivate);
    let cut = Screen::of(&model).unwrap().cut.unwrap();
    assert_eq!((cut.words, cut.link), (Words::new("popup_cut_here"), None));
}

#[test]
fn a_background_that_does_not_answer_is_said() {
    let mut model = opened();
    model.look.as_mut().unwrap().running = Err(Trouble::Unheard);
    assert_eq!(
        Screen::of(&model).unwrap().notice,
        Some((Tone::Care, Words::new("popup_trouble_unheard")))
    );
}

#[test]
fn what_is_to_be_done_now_is_said_while_it_is_pointed_at() {
    let mut model = guided(FlowId::Deactivate);
    let mut task = |state: &str, id: &str| {
        let step = format!(r#"{{"id":"{id}","number":4,"count":8}}"#);
        let screen = said(
            &mut model,
            &format!(r#"{{"step":{step},"state":"{state}"}}"#),
        );
        screen.running.unwrap().task
    };
    assert_eq!(
        task("act", "edit-profile").as_deref(),
        Some("guide_deactivate_edit_profile")
    );
    assert_eq!(task("blocked", "edit-profile"), None);
    assert_eq!(task("act", "from-a-later-version"), None);
}

#[test]
fn the_steps_are_those_that_the_way_needs_and_next_and_back_lead_from_one_to_the_other() {
    let mut model = opened();
    let shown = |model: &Model| {
        let chooser = Screen::of(model).unwrap().chooser.unwrap();
        (chooser.step, chooser.leads_back(), chooser.leads_on())
    };
    assert_eq!(
        shown(&model),
        (Step::Ways, false, false),
        "first a way is chosen"
    );
    model.update(Event::Chose(FlowId::Delete));
    for step in Step::ALL {
        assert_eq!(
            shown(&model),
            (*step, *step != Step::Ways, *step != Step::Email)
        );
        model.update(Event::PressedNext);
    }
    model.update(Event::PressedBack);
    assert_eq!(shown(&model), (Step::Consequences, true, true));
    model.update(Event::Chose(FlowId::Reactivate));
    assert_eq!(
        shown(&model).0,
        Step::Ways,
        "the way back asks for nothing to tick"
    );
    assert_eq!(model.steps(), [Step::Ways, Step::About]);
}

#[test]
fn the_skeleton_is_offered_openly_where_the_page_may_have_been_taken_for_the_wrong_one() {
    let offered = |status: &str, picked_on: &[PageId]| {
        let mut model = guided(FlowId::Deactivate);
        model.look.as_mut().unwrap().picked_on = picked_on.to_vec();
        said(&mut model, status).running.unwrap().doubts
    };
    let act = r#"{"state":"act","page":{"id":"edit-profile"}}"#;
    assert!(!offered(act, &[]));
    assert!(!offered(act, &[PageId::AccountSettings]));
    assert!(offered(act, &[PageId::EditProfile]));
    assert!(offered(r#"{"state":"lost","page":{"id":"other"}}"#, &[]));
    assert!(!offered(
        r#"{"state":"blocked","page":{"id":"privacy-delete"}}"#,
        &[]
    ));
}
