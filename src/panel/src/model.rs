//! What the popup knows, and what it does about what happens: events in, effects out.
//!
//! An answer that was asked for before an order was given is of yesterday, so every order opens a new epoch and what
//! comes from an older one is dropped: the popup never flickers back to a guide that was just stopped.

use crate::form::Form;
use crate::messages::{Draft, Status};
use crate::place::Place;
use crate::steps::Step;
use crate::trouble::Trouble;
use crate::ways;
use farewell_core::{ConsequenceId, FlowId, Guide, Offer, PageId, ReasonId};

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
    /// The pages on which the person has pointed at a control.
    pub(crate) picked_on: Vec<PageId>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    Looked(Look),
    /// What was filled in before; `started`: with Start pressed.
    Restored {
        form: Form,
        started: bool,
    },
    Chose(FlowId),
    Reasoned(ReasonId),
    EmailTyped(String),
    EmailLeft,
    Ticked(ConsequenceId, bool),
    PressedNext,
    PressedBack,
    /// The person has come to a step by themselves: they swiped, or moved the focus.
    CameTo(Step),
    PressedStart,
    Started(Result<(), Trouble>),
    PressedStop,
    Stopped(Result<(), Trouble>),
    PressedSwitch,
    PressedReload,
    PressedCopy,
    PressedSkeleton,
    PressedSaveSkeleton,
    /// The engine has not handed out the page's skeleton.
    NoSkeleton,
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
    /// Asks the engine for the page's skeleton and shows it.
    ReadSkeleton,
    /// Saves the skeleton that was shown.
    SaveSkeleton,
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
            .filter(|consequence| !carried.contains(consequence))
            .collect()
    }

    /// Whether the e-mail can be given now: a chosen way must have a use for it, and no guide have it already.
    pub(crate) fn asks_for_email(&self) -> bool {
        let known = self
            .running()
            .is_some_and(|running| !running.guide.email.is_empty());
        !known
            && self
                .form
                .flow
                .is_some_and(|flow| Offer::of(flow).takes_email)
    }

    /// The steps that the choice has now. Why the person leaves can be said before a way is chosen: it helps to choose.
    pub(crate) fn steps(&self) -> Vec<Step> {
        let is_there = |step: Step| match step {
            Step::Ways => true,
            Step::About => self.form.flow.is_some() || self.running().is_none(),
            Step::Consequences => !self.to_tick().is_empty(),
            Step::Email => self.asks_for_email(),
        };
        let all = Step::ALL.iter().copied();
        all.filter(|&step| is_there(step)).collect()
    }

    /// The step that shows.
    pub(crate) fn step(&self) -> Step {
        let is_there = self.steps().contains(&self.form.step);
        if is_there { self.form.step } else { Step::Ways }
    }

    /// Goes so many steps on, or back.
    fn go(&mut self, by: isize) -> Vec<Effect> {
        let (steps, step) = (self.steps(), self.step());
        let at = steps.iter().position(|&other| other == step);
        let to = at.and_then(|at| steps.get(at.checked_add_signed(by)?));
        to.map(|&step| self.come_to(step)).unwrap_or_default()
    }

    fn come_to(&mut self, step: Step) -> Vec<Effect> {
        if self.form.step == step {
            return Vec::new();
        }
        self.form.step = step;
        self.keep()
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
            ticked: ways::consequences(flow).collect(),
        })
    }

    /// Takes in what happened; gives what is to be done.
    pub(crate) fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Looked(look) => self.looked(look),
            Event::Restored { form, started } => {
                self.email_left = !form.email.is_empty();
                self.form = form;
                self.notice = started.then_some(Notice::Trouble(Trouble::Unstarted));
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
            Event::PressedNext => return self.go(1),
            Event::PressedBack => return self.go(-1),
            Event::CameTo(step) => return self.come_to(step),
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
            Event::PressedSkeleton => return vec![Effect::ReadSkeleton],
            Event::PressedSaveSkeleton => return vec![Effect::SaveSkeleton],
            Event::NoSkeleton => self.notice = Some(Notice::Trouble(Trouble::Unheard)),
            Event::Copied(outcome) => {
                self.notice = Some(outcome.map_or_else(Notice::Trouble, |()| Notice::Copied));
            }
        }
        Vec::new()
    }

    fn keep(&mut self) -> Vec<Effect> {
        self.notice = None;
        self.draft().map(Effect::Keep).into_iter().collect()
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
        if self.running().is_some() {
            // It has got through after all.
            self.notice
                .take_if(|notice| *notice == Notice::Trouble(Trouble::Unstarted));
        }
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
        // The browser drops what a popup that closes now has said to a background that sleeps: the next popup knows by the draft.
        let draft = self.draft().map(Draft::started).map(Effect::Keep);
        let start = if allowed {
            Effect::Start(guide)
        } else {
            Effect::AskAndStart(guide)
        };
        draft.into_iter().chain([start]).collect()
    }

    fn draft(&self) -> Option<Draft> {
        self.tab.map(|tab| Draft::new(tab, &self.form))
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
                let draft = self.draft().map(Effect::Keep);
                draft.into_iter().chain([Effect::Look]).collect()
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
