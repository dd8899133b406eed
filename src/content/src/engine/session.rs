//! A guide at work in one document: it reads, decides, fills and shows, each time something has changed.
//!
//! From reading to showing is one synchronous task, so that nothing changes in between.

use crate::read::document;
use farewell_core::{
    ControlId, Guide, Instruction, LEXICON, Memory, Moment, Picks, Pressed, Reading, Sighting,
    State, View, instruct, is_aliexpress, recognise,
};
use farewell_orders::read_delay;
use gloo::timers::callback::Timeout;
use web_sys::Event;

use super::action::Action;
use super::callout_text::callout_text;
use super::filling::{Filling, Verified};
use super::heartbeat::Heartbeat;
use super::orders::{News, Orders};
use super::picking::Picking;
use super::scheduler::{ReadScheduler, whole};
use super::snapshot::{Snapshot, pointers};
use crate::browser::{now, tell};
use crate::chosen::choose;
use crate::fill::Filled;
use crate::overlay::{Heard, Overlay};
use crate::protocol::{Briefing, Farewell, Report, SavedMemory};
use crate::read::{self, Sought};
use crate::signal::{Notify, Signal};
use crate::watch::{PageWatch, pressed_item};

/// What a press changes shows late and often only as a style: the page is read so many times more after it.
const READS_AFTER_PRESS: u8 = 3;
/// How far apart these are, in milliseconds.
const BETWEEN_READS: f64 = 500.0;

/// A guide at work. When it is dropped, everything of it leaves the page.
pub(super) struct Session {
    pub(super) guide: Guide,
    pub(super) memory: Memory,
    /// The memory as the background has it.
    saved: SavedMemory,
    /// What the person pointed at, here or before.
    picks: Picks,
    picking: Option<Picking>,
    pub(super) snapshot: Option<Snapshot>,
    pub(super) filling: Filling,
    pub(super) orders: Orders,
    /// The controls of which the background was told how they were found in this document, as a set of bits.
    counted: u32,
    /// The step that the background was told of in this document.
    told_step: Option<(u8, u8)>,
    /// When the injected script began, in milliseconds on the page's clock.
    pub(super) began: f64,
    /// Milliseconds that the last reading took with its recognition.
    pub(super) detect: u32,
    /// How many times the page is still to be read after a press.
    reads_left: u8,
    notify: Notify,
    show_later: Option<Timeout>,
    scheduler: ReadScheduler,
    heartbeat: Heartbeat,
    watch: PageWatch,
    pub(super) overlay: Overlay,
}

impl Session {
    /// Begins to lead: the page is read as soon as it can be seen. `hear` hears the overlay, `notify` all else that
    /// wakes the session.
    pub(super) fn begin(briefing: Briefing, began: f64, hear: fn(Heard), notify: Notify) -> Self {
        choose(briefing.chosen);
        let overlay = Overlay::new(hear);
        let mut session = Self {
            saved: SavedMemory::of(&briefing.memory),
            orders: Orders::new(&briefing.guide, briefing.collected, notify),
            guide: briefing.guide,
            memory: briefing.memory,
            picks: briefing.picks,
            picking: None,
            snapshot: None,
            filling: Filling::default(),
            counted: 0,
            told_step: None,
            began,
            detect: 0,
            reads_left: 0,
            notify,
            show_later: None,
            scheduler: ReadScheduler::new(notify),
            heartbeat: Heartbeat::new(notify),
            watch: PageWatch::new(overlay.host(), notify),
            overlay,
        };
        session.scheduler.schedule_in(0.0);
        session
    }

    pub(super) fn is_at(&self, state: State) -> bool {
        let snapshot = self.snapshot.as_ref();
        snapshot.is_some_and(|snapshot| snapshot.instruction.state == state)
    }

    pub(super) fn on(&mut self, signal: Signal<'_>) {
        match signal {
            Signal::Stirred => {
                self.overlay.nudge();
                self.orders.stir();
            }
            Signal::Mutated => {
                self.overlay.wake();
                self.scheduler.schedule_read(false);
            }
            // Much on a page moves for its own sake; it matters where it holds something that matters.
            Signal::Settled(event) if !self.watch.concerns(event) => {}
            Signal::Changed | Signal::Settled(_) => self.scheduler.schedule_read(false),
            Signal::Pressed(event) => self.press(event),
            Signal::VisibilityChanged => {
                self.heartbeat.follow_visibility();
                self.scheduler.schedule_in(0.0);
            }
            Signal::ReadDue => self.read_if_seen(),
            Signal::OrdersDue => self.read_orders(),
            Signal::ShowDue => self.show(),
            Signal::Heartbeat => {
                self.overlay.beat();
                if self.heartbeat.has_changed_value() || self.orders.has_come_to_an_end() {
                    self.scheduler.schedule_read(true);
                }
            }
            // Leaving is the engine's.
            Signal::Left => {}
        }
    }

    /// Reads the page, unless the tab is hidden and nothing is unfinished, which is heard when that changes, or the document has no root, as before
    /// its first bytes are there, which is a mutation when it comes.
    fn read_if_seen(&mut self) {
        self.scheduler.begin();
        let is_wanted = !document().hidden() || self.orders.awaits_page();
        if is_wanted && document().document_element().is_some() {
            self.read();
        }
    }

    fn read(&mut self) {
        let (mut view, mut sighting) = self.look();
        match self.filling.verify(&sighting) {
            Verified::Later(delay) => self.scheduler.schedule_in(delay),
            // A part of what was filled stood there when the page was read, and stands there no longer.
            Verified::TookBack => (view, sighting) = self.look(),
            Verified::AsItWas => {}
        }
        self.orders.look(&view, &sighting);
        self.decide(view, sighting, None);
        self.fill();
        self.show();
    }

    /// What is on the page, and what it is taken for.
    fn look(&mut self) -> (View, Sighting) {
        let began = now();
        let sought = Sought {
            picks: self.picks.clone(),
            all: self.picking.is_some(),
        };
        let page = gloo::utils::document().into();
        let view = read::read(&page, self.overlay.host(), &LEXICON, &sought, None);
        self.watch.begin_snapshot();
        let sighting = recognise(&view, &LEXICON, &self.picks);
        let ended = now();
        self.scheduler.record(began, ended);
        self.detect = whole(ended - began);
        (view, sighting)
    }

    /// Reads more of a list's orders, without the rest of the page where that is as it was.
    fn read_orders(&mut self) {
        match self.orders.read_more_cards() {
            News::None => {}
            News::OfThePage => self.read(),
            News::OfCards => {
                if let Some(Snapshot { view, sighting, .. }) = self.snapshot.take() {
                    self.decide(view, sighting, None);
                    self.show();
                }
                self.scheduler.schedule_read(true);
            }
        }
    }

    /// From what was seen to what is to be said, pointed at and filled.
    fn decide(&mut self, view: View, sighting: Sighting, pressed: Option<Pressed>) {
        self.memory.left = self.filling.left_to_person();
        self.memory.orders = self.orders.counts();
        let reading = Reading {
            view: &view,
            sighting: &sighting,
            lexicon: &LEXICON,
        };
        let moment = Moment {
            since_start: self.age(),
            since_filled: self.filling.age().map(whole),
        };
        let instruction = instruct(&self.guide, &mut self.memory, reading, moment, pressed);
        self.save_memory();
        self.count_found(&instruction, &sighting);
        self.tell_step(&instruction);
        self.picking = self
            .picking
            .filter(|picking| instruction.ask == Some(picking.control));
        if let Some(delay) = instruction.again_in {
            self.scheduler.schedule_in(f64::from(delay));
        }
        if self.reads_left > 0 {
            self.reads_left -= 1;
            self.scheduler.schedule_in(BETWEEN_READS);
        }
        self.snapshot = Some(Snapshot {
            view,
            sighting,
            instruction,
        });
    }

    fn fill(&mut self) {
        let Some(Snapshot {
            view, instruction, ..
        }) = &self.snapshot
        else {
            return;
        };
        if is_aliexpress("https:", &view.address.host)
            && let Some(delay) = self.filling.fill(&instruction.fills)
        {
            self.scheduler.schedule_in(delay);
        }
    }

    /// Brings the overlay up to what was seen.
    fn show(&mut self) {
        self.show_later = None;
        let Some(snapshot) = &self.snapshot else {
            return;
        };
        let Snapshot {
            view,
            sighting,
            instruction,
        } = snapshot;
        let on_page = |filled: &&Filled| sighting.control(filled.control).is_some();
        let filled = self.filling.fields().filter(on_page);
        let text = callout_text(&self.guide, instruction, filled, self.picking);
        let pointers = match self.picking {
            Some(picking) => picking.offers(view),
            None => pointers(&self.guide, instruction),
        };
        let around = snapshot.around(self.filling.fields().map(Filled::item));
        self.overlay.show(text, pointers, around);
        self.heartbeat.note_values(snapshot.watched_fields());
        if self.watch.end_snapshot() {
            self.scheduler.schedule_read(false);
        }
    }

    fn save_memory(&mut self) {
        let memory = SavedMemory::of(&self.memory);
        if memory != self.saved {
            tell(&Report::Remember {
                memory: memory.clone(),
            });
            self.saved = memory;
        }
    }

    /// Tells once a document by which kind of signal a control that is pointed at was found.
    fn count_found(&mut self, instruction: &Instruction, sighting: &Sighting) {
        for target in &instruction.targets {
            let bit = 1 << target.control as u32;
            if let Some(found) = sighting.control(target.control)
                && self.counted & bit == 0
            {
                self.counted |= bit;
                tell(&Report::Found {
                    control: target.control,
                    by: found.reasons.carrier(),
                });
            }
        }
    }

    /// The toolbar shows how far the guide has come.
    fn tell_step(&mut self, instruction: &Instruction) {
        let (number, count) = (instruction.number, instruction.count);
        if number > 0 && self.told_step.replace((number, count)) != Some((number, count)) {
            tell(&Report::At { number, count });
        }
    }

    /// The person has pressed something of the page: if it was pointed at, the guide hears of it, and the background before
    /// the press leads to another document. What follows is shown and filled afterwards: both can make the page's own code
    /// run, which is not to happen while it handles the press.
    fn press(&mut self, event: &Event) {
        self.reads_left = READS_AFTER_PRESS;
        self.scheduler.schedule_read(false);
        let control = pressed_item(event, &self.overlay.items())
            .and_then(|at| self.overlay.control(at))
            .and_then(ControlId::parse);
        if let Some(control) = control
            && let Some(Snapshot { view, sighting, .. }) = self.snapshot.take()
        {
            let pressed = Pressed {
                page: sighting.page,
                control,
            };
            self.decide(view, sighting, Some(pressed));
            let notify = self.notify;
            self.show_later = Some(Timeout::new(0, move || notify(Signal::ShowDue)));
        }
    }

    /// The person has pressed one of our own buttons.
    pub(super) fn act(&mut self, action: Action) {
        match action {
            // Ending the guide is the engine's, and so is what the background does.
            Action::Stop | Action::Open(_) => {}
            Action::Answer { is_the_one } => {
                self.memory.answer(is_the_one);
                self.scheduler.schedule_read(true);
            }
            Action::OfferPicks | Action::CancelPick => {
                let asked = self.snapshot.as_ref().and_then(|seen| seen.instruction.ask);
                let is_offered = action == Action::OfferPicks;
                self.picking = asked.filter(|_| is_offered).map(Picking::of);
                self.scheduler.schedule_in(0.0);
            }
            Action::Pick(item) => self.pick(item),
            Action::Fill => {
                let offer = self
                    .snapshot
                    .as_ref()
                    .and_then(|seen| seen.instruction.offer.clone());
                if let Some(offer) = offer {
                    if offer.control == ControlId::Email {
                        self.memory.take_email(&offer.text);
                    }
                    self.filling.overwrite(&offer);
                    self.scheduler.schedule_read(true);
                }
            }
            Action::Undo(control) => {
                self.filling.undo(control);
                self.show();
                self.scheduler.schedule_read(false);
            }
        }
    }

    /// What is pointed at is gone, or says something else.
    pub(super) fn read_soon(&mut self) {
        self.scheduler.schedule_read(true);
    }

    /// The person has pointed at an item: from now on it is the control, unless it says something else itself.
    fn pick(&mut self, item: u32) {
        let (Some(picking), Some(snapshot)) = (&mut self.picking, &self.snapshot) else {
            return;
        };
        let (page, control) = (snapshot.sighting.page, picking.control);
        match self
            .picks
            .add(&snapshot.view, &LEXICON, page, control, item)
        {
            Err(refused) => {
                picking.refused = Some(refused);
                self.show();
            }
            Ok(pick) => {
                tell(&Report::Picked(pick.clone()));
                self.picking = None;
                self.scheduler.schedule_in(0.0);
            }
        }
    }

    /// What is kept of the way's end, once the site has said that it is done.
    pub(super) fn farewell(&self) -> Option<Farewell> {
        let said = self
            .snapshot
            .as_ref()
            .map_or(String::new(), Snapshot::said_by_the_site);
        self.is_at(State::Done).then(|| Farewell {
            delay: read_delay(&said),
            said,
            before: self.orders.before(&self.guide),
        })
    }

    /// Milliseconds since the injected script began.
    fn age(&self) -> u32 {
        whole(now() - self.began)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.overlay.remove();
        read::forget();
    }
}
