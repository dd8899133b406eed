//! The guide: from what is on the page and what is remembered to what is said, pointed at and filled.
//!
//! [`instruct`] is a pure reducer. What stands in the way is looked at first, then where the page belongs, then the first
//! step of the way that is still to be done there. It decides by time only where waiting has to end in words.

mod memory;
mod steps;

pub use memory::Memory;

use crate::flow::{Flow, Step};
use crate::hosts::is_russian;
use crate::ids::{ConsequenceId, ControlId, FlowId, PageId, ReasonId, State};
use crate::lexicon::Lexicon;
use crate::phrase::asks_to_delete;
use crate::recognise::{Evidence, Says, Sighting};
use crate::view::View;
use memory::known_email;

/// How long a page may take to show a control before the callout says that it does not find it, in milliseconds.
const PATIENCE: u32 = 10_000;
/// How soon to look again for what is not there yet, in milliseconds.
const LOOK_AGAIN: u32 = 1_000;

/// What the person chose in the popup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// The way.
    pub flow: FlowId,
    /// Why, if said.
    pub reason: Option<ReasonId>,
    /// The account's e-mail as given in the popup; empty if not given.
    pub email: String,
    /// The consequences that were ticked.
    pub ticked: Vec<ConsequenceId>,
}

/// When an instruction is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since the engine began in this document.
    pub since_start: u32,
}

/// A trusted press of the person on a spotlighted control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pressed {
    /// The page it was on.
    pub page: PageId,
    /// The control.
    pub control: ControlId,
}

/// Words to show: a key of `extension/_locales/*/guide.json` and what its placeholders stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Message {
    /// The key.
    pub key: &'static str,
    /// `$1`, `$2` …
    pub args: Vec<String>,
}

/// One control to point at.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Target {
    /// Which control it is.
    pub control: ControlId,
    /// The [item](crate::Item::id) that it is.
    pub item: u32,
    /// 0 to 100.
    pub confidence: u8,
    /// Shown as a number on the spotlight, where several belong together in an order; 0 for none.
    pub number: u8,
    /// What it does, beside the spotlight, where that needs saying.
    pub note: Option<Message>,
}

/// One field to fill.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Fill {
    /// Which control it is: `email`, `phrase` or `reason`.
    pub control: ControlId,
    /// The field.
    pub item: u32,
    /// What to write; for `reason`, empty.
    pub text: String,
    /// For `reason`: the [item](crate::Item::id) of the option of the native select.
    pub choice: Option<u32>,
}

/// What to say, point at and fill now.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Instruction {
    /// The page as recognised.
    pub page: PageId,
    /// The id of the flow's step.
    pub step: &'static str,
    /// Its number, from 1.
    pub number: u8,
    /// How many steps the flow has.
    pub count: u8,
    /// What the callout is about.
    pub state: State,
    /// The callout's headline.
    pub title: Message,
    /// Its paragraphs.
    pub body: Vec<Message>,
    /// Where the way goes on, as a link in the callout.
    pub link: Option<(String, Message)>,
    /// What to point at.
    pub targets: Vec<Target>,
    /// What to fill; the shell fills each field once a document.
    pub fills: Vec<Fill>,
    /// The control that could not be told: the callout offers to pick it.
    pub ask: Option<ControlId>,
    /// The answers that the callout asks for, as keys of its buttons.
    pub answers: &'static [&'static str],
    /// Milliseconds after which to ask again although nothing changed.
    pub again_in: Option<u32>,
}

impl Message {
    /// A key without placeholders.
    pub(crate) const fn plain(key: &'static str) -> Self {
        Self {
            key,
            args: Vec::new(),
        }
    }

    /// A key with one placeholder.
    pub(crate) fn with(key: &'static str, arg: impl Into<String>) -> Self {
        Self {
            key,
            args: vec![arg.into()],
        }
    }
}

/// What an instruction is made from.
struct Scene<'a> {
    guide: &'a Guide,
    flow: &'static Flow,
    view: &'a View,
    sighting: &'a Sighting,
    lexicon: &'a Lexicon,
    moment: Moment,
}

/// A page as it was read, and what was recognised on it.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// What is on the page.
    pub view: &'a View,
    /// What was recognised of it.
    pub sighting: &'a Sighting,
    /// What its words were looked up in.
    pub lexicon: &'a Lexicon,
}

/// What to say, point at and fill now. `pressed` is what the person pressed since the last call, in this document.
pub fn instruct(
    guide: &Guide,
    memory: &mut Memory,
    reading: Reading<'_>,
    moment: Moment,
    pressed: Option<Pressed>,
) -> Box<Instruction> {
    let scene = Scene {
        guide,
        flow: Flow::of(guide.flow),
        view: reading.view,
        sighting: reading.sighting,
        lexicon: reading.lexicon,
        moment,
    };
    memory.notice(&scene, pressed);
    in_the_way(&scene, memory)
        .or_else(|| ended(&scene, memory))
        .or_else(|| in_doubt(&scene, memory))
        .or_else(|| in_circles(&scene, memory))
        .or_else(|| elsewhere(&scene, memory))
        .unwrap_or_else(|| steps::next(&scene, memory))
}

impl Scene<'_> {
    fn page(&self) -> PageId {
        self.sighting.page
    }

    /// The step to name where the page itself is none of a step: the one after the furthest that was reached.
    fn due(&self, memory: &Memory) -> usize {
        usize::from(memory.reached).min(self.flow.steps.len() - 1)
    }

    fn say(
        &self,
        step: usize,
        state: State,
        title: &'static str,
        body: &'static str,
    ) -> Box<Instruction> {
        let named: &Step = &self.flow.steps[step];
        Box::new(Instruction {
            page: self.page(),
            step: named.id,
            number: u8::try_from(step + 1).unwrap_or(u8::MAX),
            count: u8::try_from(self.flow.steps.len()).unwrap_or(u8::MAX),
            state,
            title: Message::plain(title),
            body: vec![Message::plain(body)],
            link: None,
            targets: Vec::new(),
            fills: Vec::new(),
            ask: None,
            answers: &[],
            again_in: None,
        })
    }

    fn link_home(&self) -> (String, Message) {
        (self.flow.home.to_owned(), Message::plain("guide_link_home"))
    }
}

/// A challenge, a broken page, signed out, something open that the site says blocks, a page that would do more than was chosen.
fn in_the_way(scene: &Scene<'_>, memory: &Memory) -> Option<Box<Instruction>> {
    let due = scene.due(memory);
    let blocked = |title, body| Some(scene.say(due, State::Blocked, title, body));
    let says = |what| scene.sighting.says(what);
    match scene.page() {
        PageId::Challenge if says(Says::RateLimit) && !has_puzzle(scene) => {
            return blocked("guide_rate_limit", "guide_rate_limit_body");
        }
        PageId::Challenge if scene.view.address.path.contains("/punish") => {
            return blocked("guide_challenge", "guide_punish_body");
        }
        PageId::Challenge => return blocked("guide_challenge", "guide_challenge_body"),
        PageId::SignedOut => {
            return Some(scene.say(
                0,
                State::Blocked,
                "guide_signed_out",
                "guide_signed_out_body",
            ));
        }
        PageId::ClosedNotice if !scene.flow.visits(PageId::ClosedNotice) => return None,
        PageId::Other if says(Says::Maintenance) => {
            return blocked("guide_maintenance", "guide_maintenance_body");
        }
        _ => {}
    }
    if scene.guide.flow == FlowId::Deactivate {
        if is_deletion(scene) {
            return blocked("guide_blocked_deletes", "guide_blocked_deletes_body");
        }
        if says(Says::Releases) {
            return blocked("guide_blocked_release", "guide_blocked_release_body");
        }
    }
    let open = [
        (
            Says::BlockedOrders,
            "guide_blocked_orders",
            "https://www.aliexpress.com/p/order/index.html",
        ),
        (
            Says::BlockedDisputes,
            "guide_blocked_disputes",
            "https://m.aliexpress.com/p/refund-dispute/list.html",
        ),
        (
            Says::BlockedPayment,
            "guide_blocked_payment",
            "https://www.aliexpress.com/p/order/index.html",
        ),
        (Says::HeldUp, "guide_held_up", ""),
    ];
    let (_, title, address) = open
        .into_iter()
        .find(|(what, ..)| scene.flow.visits(scene.page()) && says(*what))?;
    let mut instruction = scene.say(due, State::Blocked, title, "guide_blocked_open_body");
    if !address.is_empty() {
        instruction.link = Some((address.to_owned(), Message::plain("guide_link_open")));
    }
    Some(instruction)
}

/// Whether the check can be solved: a puzzle that shows too speaks of unusual traffic.
fn has_puzzle(scene: &Scene<'_>) -> bool {
    let mut reasons = scene.sighting.reasons.iter();
    reasons.any(|evidence| evidence == Evidence::Hints)
}

/// Whether the page would erase the account, or leads to nothing else.
fn is_deletion(scene: &Scene<'_>) -> bool {
    let sighting = scene.sighting;
    let asks_to_delete = || {
        let phrase = sighting.control(ControlId::Phrase);
        phrase.is_some_and(|found| asks_to_delete(scene.view, scene.lexicon, found.item))
    };
    let only_deletes = matches!(sighting.page, PageId::EditProfile | PageId::AccountSettings)
        && sighting.control(ControlId::Deactivate).is_none()
        && sighting.control(ControlId::EditProfile).is_none()
        && sighting.control(ControlId::Delete).is_some();
    let is_request = || scene.view.address.fragment.contains("/delete");
    match sighting.page {
        PageId::DeactivateForm => sighting.deletes || asks_to_delete(),
        PageId::VerifyCode => sighting.deletes || is_request(),
        _ => sighting.deletes || only_deletes,
    }
}

/// The site says that it is done, or that the account is closed already.
fn ended(scene: &Scene<'_>, memory: &Memory) -> Option<Box<Instruction>> {
    let last = scene.flow.steps.len() - 1;
    let says = |what| scene.sighting.says(what);
    let closed = match scene.page() {
        PageId::Goodbye => true,
        PageId::ClosedNotice if scene.flow.visits(PageId::ClosedNotice) => {
            return terminated(scene, last);
        }
        PageId::ClosedNotice => memory.has_submitted,
        // It still asks.
        PageId::RemoveDialog => false,
        _ => memory.has_submitted && says(Says::Ended),
    };
    if closed {
        let body = match scene.guide.flow {
            FlowId::Deactivate => "guide_goodbye_deactivated_body",
            FlowId::Reactivate => "guide_goodbye_reactivate_body",
            FlowId::Delete | FlowId::Remove => "guide_goodbye_deleted_body",
        };
        let mut instruction = scene.say(last, State::Done, "guide_goodbye", body);
        instruction.page = PageId::Goodbye;
        return Some(instruction);
    }
    if scene.page() == PageId::ClosedNotice {
        let blocked = |title, body| scene.say(last, State::Blocked, title, body);
        return Some(if says(Says::Terminated) {
            ask_support(blocked("guide_terminated", "guide_terminated_body"))
        } else {
            blocked("guide_closed_already", "guide_closed_already_body")
        });
    }
    None
}

/// With a link to those who can tell more than the page does.
fn ask_support(mut instruction: Box<Instruction>) -> Box<Instruction> {
    instruction.link = Some((SUPPORT.to_owned(), Message::plain("guide_link_support")));
    instruction
}

/// The site's help, as its own terms of service of 2026 name it.
const SUPPORT: &str = "https://customerservice.aliexpress.com/home";

/// An account that the site itself terminated is not asked back by the reactivation form.
fn terminated(scene: &Scene<'_>, last: usize) -> Option<Box<Instruction>> {
    let only = scene.sighting.says(Says::Terminated)
        && !scene.sighting.says(Says::Deactivated)
        && scene.sighting.control(ControlId::Reactivate).is_none();
    only.then(|| {
        let title = "guide_terminated";
        ask_support(scene.say(last, State::Blocked, title, "guide_terminated_body"))
    })
}

/// An account that may not be the one: nothing is pointed at until the person says so.
fn in_doubt(scene: &Scene<'_>, memory: &Memory) -> Option<Box<Instruction>> {
    let is_on_the_way = scene.flow.visits(scene.page()) && scene.page() != PageId::Other;
    if memory.doubt.is_empty() || !is_on_the_way {
        return None;
    }
    let known = known_email(scene.guide, memory).unwrap_or_default();
    let (state, body, answers): (_, _, &[_]) = if memory.is_wrong {
        let answers = &ACCOUNT_ANSWERS[..1];
        (State::Blocked, "guide_account_wrong_body", answers)
    } else {
        (State::Wait, "guide_account_body", &ACCOUNT_ANSWERS)
    };
    let mut instruction = scene.say(scene.due(memory), state, "guide_account", body);
    instruction.body[0].args = vec![memory.doubt.clone(), known.to_owned()];
    instruction.answers = answers;
    Some(instruction)
}

/// The answers to whether the page's account is the one: yes, and no.
pub const ACCOUNT_ANSWERS: [&str; 2] = ["guide_account_yes", "guide_account_no"];

/// The same press has led here twice: to go on pointing would send the person round and round.
fn in_circles(scene: &Scene<'_>, memory: &Memory) -> Option<Box<Instruction>> {
    (memory.circle == Some(scene.page())).then(|| {
        let mut instruction = scene.say(
            scene.due(memory),
            State::Blocked,
            "guide_circles",
            "guide_circles_body",
        );
        instruction.link = Some(scene.link_home());
        instruction
    })
}

fn lost(scene: &Scene<'_>, at: usize, title: &'static str, body: &'static str) -> Box<Instruction> {
    let mut instruction = scene.say(at, State::Lost, title, body);
    instruction.link = Some(scene.link_home());
    // A shadow root that is attached late is a change that no observer hears of.
    instruction.again_in = (scene.moment.since_start < PATIENCE).then_some(LOOK_AGAIN);
    instruction
}

/// A page of none of the way's steps.
fn elsewhere(scene: &Scene<'_>, memory: &Memory) -> Option<Box<Instruction>> {
    let page = scene.page();
    if is_russian(&scene.view.address.host) {
        let due = scene.due(memory);
        return Some(lost(scene, due, "guide_russian", "guide_russian_body"));
    }
    let leads_on = [ControlId::MyAliexpress, ControlId::AccountSettings]
        .iter()
        .any(|control| scene.sighting.control(*control).is_some());
    let starts_here = memory.reached <= 1 && leads_on && scene.flow.visits(PageId::Other);
    let asked = match (page, scene.flow.id) {
        // What deletes was stopped at before.
        (PageId::RemoveDialog, FlowId::Deactivate) => {
            Some(("guide_asked_again", "guide_asked_again_body"))
        }
        (PageId::VerifyCode, flow) if flow != FlowId::Delete => {
            Some(("guide_code_elsewhere", "guide_code_elsewhere_body"))
        }
        _ => None,
    };
    if let Some((title, body)) = asked {
        return Some(scene.say(scene.due(memory), State::Wait, title, body));
    }
    if scene.flow.visits(page) && page != PageId::Other || starts_here {
        return None;
    }
    let due = scene.due(memory);
    let settling = scene.moment.since_start < SETTLING
        || scene.moment.since_start < PATIENCE && scene.sighting.says(Says::Loading);
    if !scene.view.parsed || settling && page == PageId::Other {
        let mut instruction = scene.say(due, State::Wait, "guide_loading", "guide_loading_body");
        instruction.again_in = Some(SETTLING);
        return Some(instruction);
    }
    if memory.has_submitted && scene.flow.id == FlowId::Reactivate {
        let last = scene.flow.steps.len() - 1;
        let title = "guide_request_sent";
        return Some(ask_support(scene.say(
            last,
            State::Done,
            title,
            "guide_request_sent_body",
        )));
    }
    if memory.has_submitted {
        let mut instruction = scene.say(
            scene.flow.steps.len() - 1,
            State::Wait,
            "guide_sent",
            "guide_sent_body",
        );
        instruction.link = Some(scene.link_home());
        return Some(instruction);
    }
    Some(lost(scene, due, "guide_lost", "guide_lost_body"))
}

/// How long a page that nothing tells yet is taken for one that still loads, in milliseconds.
const SETTLING: u32 = 1_500;

/// An address of the account's that the page shows in full, if it shows exactly one.
pub(crate) fn email_on(view: &View) -> Option<String> {
    let mut seen: Option<&str> = None;
    let words = view
        .items
        .iter()
        .filter(|item| item.kind.is_read())
        .flat_map(|item| item.name.split_whitespace());
    for word in words {
        let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        if !is_email(word) {
            continue;
        }
        match seen {
            Some(known) if !known.eq_ignore_ascii_case(word) => return None,
            _ => seen = Some(word),
        }
    }
    seen.map(ToOwned::to_owned)
}

/// Whether a text shows an e-mail address in full, so that a reader keeps the text.
#[must_use]
pub fn holds_email(text: &str) -> bool {
    text.bytes().any(|byte| byte == b'@')
        && text
            .split_whitespace()
            .any(|word| is_email(word.trim_matches(|c: char| !c.is_ascii_alphanumeric())))
}

/// Whether it is an e-mail address in full: neither masked nor one of the site's own.
fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else {
        return false;
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    !name.is_empty()
        && text.len() <= 254
        && name.chars().all(plain)
        && domain.chars().all(plain)
        && domain
            .bytes()
            .rposition(|byte| byte == b'.')
            .is_some_and(|dot| dot > 0 && domain.len() - dot > 2)
        && ![
            "aliexpress.com",
            "alibaba.com",
            "aliexpress.ru",
            "aliexpress.us",
        ]
        .iter()
        .any(|own| domain.ends_with(own))
}
