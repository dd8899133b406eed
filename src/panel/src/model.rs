//! What the popup knows, and what it does about what happens: events in, effects out.
//!
//! An answer that was asked for before an order was given is of yesterday, so every order opens a new epoch and what
//! comes from an older one is dropped: the popup never flickers back to a guide that was just stopped.

use crate::form::Form;
use crate::messages::{Draft, Status};
use crate::place::Place;
use crate::trouble::Trouble;
use crate::ways;
use farewell_core::{ConsequenceId, FlowId, Guide, ReasonId};

/// How often in a row the engine may not answer before that is called trouble: a page takes a while to load.
const PATIENCE: u8 = 4;

/// The guide that runs in the tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Running {
    pub(crate) guide: Guide,
    pub(crate) trouble: Option<Trouble>,
}

/// All that one look around found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Look {
    /// The epoch in which it began.
    pub(crate) epoch: u32,
    pub(crate) place: Place,
    /// Whether the tab's window is a private one.
    pub(crate) private: bool,
    /// Whether the extension may reach the site.
    pub(crate) allowed: bool,
    pub(crate) running: Result<Option<Running>, Trouble>,
    /// The way of a guide that neither the person nor the site has ended.
    pub(crate) cut: Option<FlowId>,
    /// `None` where no engine answered.
    pub(crate) status: Option<Status>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    Looked(Look),
    Restored(Form),
    Chose(FlowId),
    Reasoned(ReasonId),
    EmailTyped(String),
    EmailLeft,
    Ticked(ConsequenceId, bool),
    PressedStart,
    Started(Result<(), Trouble>),
    PressedStop,
    Stopped(Result<(), Trouble>),
    PressedSwitch,
    PressedReload,
    PressedCopy,
    Copied(Result<(), Trouble>),
}

/// Something to be done in the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    Look,
    Keep(Draft),
    Forget,
    /// Asks the browser for the hosts, within the click, and then starts.
    AskAndStart(Guide),
    Start(Guide),
    Stop,
    Reload,
    Copy,
}

/// What happened last and is worth a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    Trouble(Trouble),
    Ended,
    Copied,
}

/// What stands between the person and Start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Obstacle {
    NoWay,
    NoPlace,
    Unticked(Vec<ConsequenceId>),
    Email,
    Busy,
}

/// The popup's whole state.
#[derive(Debug)]
pub(crate) struct Model {
    /// The tab that the popup acts on.
    pub(crate) tab: Option<i32>,
    pub(crate) look: Option<Look>,
    pub(crate) form: Form,
    /// The e-mail was left, so a slip in it is said.
    pub(crate) email_left: bool,
    /// The person is changing to another way.
    pub(crate) switching: bool,
    pub(crate) notice: Option<Notice>,
    pub(crate) busy: bool,
    epoch: u32,
    unanswered: u8,
}

impl Model {
    pub(crate) fn new(tab: Option<i32>) -> Self {
        Self {
            tab,
            look: None,
            form: Form::default(),
            email_left: false,
            switching: false,
            notice: None,
            busy: false,
            epoch: 0,
            unanswered: 0,
        }
    }

    /// What a look that begins now has to carry.
    pub(crate) const fn epoch(&self) -> u32 {
        self.epoch
    }

    pub(crate) fn running(&self) -> Option<&Running> {
        self.look.as_ref()?.running.as_ref().ok()?.as_ref()
    }

    pub(crate) fn place(&self) -> &Place {
        self.look.as_ref().map_or(&Place::Gone, |look| &look.place)
    }

    /// Whether the engine should have answered by now.
    pub(crate) const fn is_silent(&self) -> bool {
        self.unanswered >= PATIENCE
    }

    /// What the chosen way still has to have ticked: all of it, or what the running guide has not had confirmed.
    pub(crate) fn to_tick(&self) -> Vec<ConsequenceId> {
        let Some(flow) = self.form.flow else {
            return Vec::new();
        };
        let carried = self
            .running()
            .map(|running| ways::carried(&running.guide, flow))
            .unwrap_or_default();
        ways::consequences(flow)
            .iter()
            .copied()
            .filter(|consequence| !carried.contains(consequence))
            .collect()
    }

    /// Whether the e-mail can be given now: a chosen way must have a use for it, and no guide have it already.
    pub(crate) fn asks_for_email(&self) -> bool {
        let known = self
            .running()
            .is_some_and(|running| !running.guide.email.is_empty());
        let before_any_way = self.form.flow.is_none() && self.running().is_none();
        !known && (before_any_way || self.form.flow.is_some_and(ways::takes_email))
    }

    /// Why Start is not to be pressed now; `None` when it is.
    pub(crate) fn obstacle(&self) -> Option<Obstacle> {
        if self.form.flow.is_none() {
            return Some(Obstacle::NoWay);
        }
        if !self.place().can_start() {
            return Some(Obstacle::NoPlace);
        }
        let mut unticked = self.to_tick();
        unticked.retain(|consequence| !self.form.ticked.contains(consequence));
        if !unticked.is_empty() {
            return Some(Obstacle::Unticked(unticked));
        }
        if self.asks_for_email() && !self.form.email_is_plausible() {
            return Some(Obstacle::Email);
        }
        self.busy.then_some(Obstacle::Busy)
    }

    /// The guide as it would be started now.
    fn order(&self) -> Option<Guide> {
        let flow = self.form.flow?;
        let running = self.running().map(|running| &running.guide);
        let email = if self.asks_for_email() {
            self.form.email.trim()
        } else {
            running.map_or("", |guide| &guide.email)
        };
        Some(Guide {
            flow,
            reason: running.map_or(self.form.reason, |guide| guide.reason),
            email: email.to_owned(),
            ticked: ways::consequences(flow).to_vec(),
        })
    }

    /// Takes in what happened; gives what is to be done.
    pub(crate) fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Looked(look) => self.looked(look),
            Event::Restored(form) => {
                self.email_left = !form.email.is_empty();
                self.form = form;
            }
            Event::Chose(flow) => {
                self.form.choose(flow);
                return self.keep();
            }
            Event::Reasoned(reason) => {
                self.form.reason = Some(reason);
                return self.keep();
            }
            Event::EmailTyped(email) => {
                self.form.email = email;
                return self.keep();
            }
            Event::EmailLeft => self.email_left = true,
            Event::Ticked(consequence, on) => {
                self.form.tick(consequence, on);
                return self.keep();
            }
            Event::PressedStart => return self.start(),
            Event::Started(outcome) => return self.ended(outcome, None),
            Event::PressedStop => {
                if self.busy {
                    return Vec::new();
                }
                self.begin();
                return vec![Effect::Stop];
            }
            Event::Stopped(outcome) => return self.ended(outcome, Some(Notice::Ended)),
            Event::PressedSwitch => {
                self.switching = !self.switching;
                let again = self.running().filter(|running| running.trouble.is_some());
                let flow = again.map(|running| running.guide.flow);
                self.form = Form {
                    flow: flow.filter(|_| self.switching),
                    ..Form::default()
                };
                return vec![Effect::Forget];
            }
            Event::PressedReload => {
                self.unanswered = 0;
                self.notice = None;
                return vec![Effect::Reload];
            }
            Event::PressedCopy => return vec![Effect::Copy],
            Event::Copied(outcome) => {
                self.notice = Some(outcome.map_or_else(Notice::Trouble, |()| Notice::Copied));
            }
        }
        Vec::new()
    }

    fn keep(&mut self) -> Vec<Effect> {
        self.notice = None;
        self.tab
            .map(|tab| Effect::Keep(Draft::new(tab, &self.form)))
            .into_iter()
            .collect()
    }

    fn looked(&mut self, look: Look) {
        if look.epoch != self.epoch || self.busy {
            return;
        }
        let answered = look.status.is_some() || look.place.is_elsewhere();
        self.unanswered = if answered {
            0
        } else {
            self.unanswered.saturating_add(1)
        };
        self.look = Some(look);
        let Some(running) = self.running() else {
            self.switching = false;
            self.unanswered = 0;
            return;
        };
        // What is left in the form from before the guide was started is no wish for another way; the running way itself
        // is one only while it is in trouble.
        let same = self.form.flow == Some(running.guide.flow);
        if same && (running.trouble.is_none() || !self.switching) {
            self.form = Form::default();
            self.switching = false;
        } else if self.form.flow.is_some() {
            self.switching = true;
        }
    }

    fn start(&mut self) -> Vec<Effect> {
        let Some(guide) = self.order().filter(|_| self.obstacle().is_none()) else {
            return Vec::new();
        };
        let allowed = self.look.as_ref().is_some_and(|look| look.allowed);
        self.begin();
        vec![if allowed {
            Effect::Start(guide)
        } else {
            Effect::AskAndStart(guide)
        }]
    }

    fn begin(&mut self) {
        self.busy = true;
        self.notice = None;
        self.epoch += 1;
    }

    fn ended(&mut self, outcome: Result<(), Trouble>, notice: Option<Notice>) -> Vec<Effect> {
        self.busy = false;
        self.epoch += 1;
        match outcome {
            Ok(()) => {
                self.form = Form::default();
                self.email_left = false;
                self.switching = false;
                self.unanswered = 0;
                self.notice = notice;
                vec![Effect::Forget, Effect::Look]
            }
            Err(trouble) => {
                self.notice = Some(Notice::Trouble(trouble));
                vec![Effect::Look]
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use farewell_core::PageId;

    pub(crate) fn look(model: &Model) -> Look {
        Look {
            epoch: model.epoch(),
            place: Place::Page(PageId::AccountSettings),
            private: false,
            allowed: true,
            running: Ok(None),
            cut: None,
            status: None,
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
            ticked: ways::consequences(flow).to_vec(),
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
        let [Effect::Start(guide)] = &model.update(Event::PressedStart)[..] else {
            panic!()
        };
        assert_eq!((guide.flow, guide.ticked.len()), (FlowId::Deactivate, 5));
    }

    #[test]
    fn the_way_back_starts_without_a_tick_and_without_a_reason() {
        let mut model = opened();
        model.update(Event::Chose(FlowId::Reactivate));
        let [Effect::Start(guide)] = &model.update(Event::PressedStart)[..] else {
            panic!()
        };
        assert!(guide.ticked.is_empty() && guide.reason.is_none());
    }

    #[test]
    fn a_second_press_while_the_first_is_under_way_does_nothing() {
        let mut model = opened();
        model.update(Event::Chose(FlowId::Reactivate));
        assert_eq!(model.update(Event::PressedStart).len(), 1);
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
            [Effect::AskAndStart(_)]
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
        for place in [
            Place::Foreign(None),
            Place::LookAlike("a".into()),
            Place::Insecure,
            Place::Browser,
            Place::Gone,
        ] {
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
        let [Effect::Start(guide)] = &model.update(Event::PressedStart)[..] else {
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
        let [Effect::Start(guide)] = &model.update(Event::PressedStart)[..] else {
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
        model.update(Event::Restored(Form {
            flow: Some(FlowId::Delete),
            ..Form::default()
        }));
        let mut running = guided(FlowId::Delete).look.unwrap();
        model.update(Event::Looked(running.clone()));
        assert!(!model.switching && model.form.flow.is_none());
        model.update(Event::Restored(Form {
            flow: Some(FlowId::Remove),
            ..Form::default()
        }));
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
        let [Effect::Start(guide)] = &model.update(Event::PressedStart)[..] else {
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
        let [Effect::Start(guide)] = &model.update(Event::PressedStart)[..] else {
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
}
