//! Pages in a few words, for tests that read like a specification.

#![allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    reason = "each test file uses its part"
)]

use farewell_core::{
    Address, ControlId, FlowId, Guide, Instruction, Item, Kind, LEXICON, Memory, Moment, Picks,
    Pressed, Reading, ReasonId, Sighting, View, fold, instruct, recognise,
};
use unicode_normalization::UnicodeNormalization;

/// Folds a text as the browser and the core do together.
pub fn folded(text: &str) -> String {
    fold(&text.nfkd().collect::<String>().to_lowercase())
}

/// A page under construction.
#[derive(Clone, Default)]
pub struct Page {
    pub view: View,
    /// What the person pointed at before.
    pub picks: Picks,
}

impl Page {
    pub fn at(url: &str) -> Self {
        let view = View {
            address: Address::parse(url),
            parsed: true,
            ..View::default()
        };
        Self {
            view,
            picks: Picks::default(),
        }
    }

    pub fn with(mut self, kind: Kind, name: &str, change: impl FnOnce(&mut Item)) -> Self {
        let mut item = Item {
            id: u32::try_from(self.view.items.len()).unwrap() + 1,
            kind,
            name: name.into(),
            folded: folded(name),
            enabled: true,
            ..Item::default()
        };
        change(&mut item);
        self.view.items.push(item);
        self
    }

    pub fn heading(self, name: &str) -> Self {
        self.with(Kind::Heading, name, |_| {})
    }

    pub fn text(self, name: &str) -> Self {
        self.with(Kind::Text, name, |_| {})
    }

    pub fn link(self, name: &str, href: &str) -> Self {
        self.with(Kind::Link, name, |item| item.href = href.into())
    }

    pub fn button(self, name: &str) -> Self {
        self.with(Kind::Button, name, |_| {})
    }

    pub fn id_of(&self, name: &str) -> u32 {
        self.view
            .items
            .iter()
            .find(|item| item.name == name)
            .expect("an item of that name")
            .id
    }

    pub fn sighting(&self) -> Sighting {
        recognise(&self.view, &LEXICON, &self.picks)
    }

    /// What the guide says of it, long after it was loaded.
    pub fn guided(&self, flow: FlowId) -> Box<Instruction> {
        self.guided_with(&guide(flow), &mut Memory::default())
    }

    pub fn guided_with(&self, guide: &Guide, memory: &mut Memory) -> Box<Instruction> {
        let moment = Moment {
            since_start: 60_000,
            ..Moment::default()
        };
        self.instructed(guide, memory, moment, None)
    }

    pub fn instructed(
        &self,
        guide: &Guide,
        memory: &mut Memory,
        moment: Moment,
        pressed: Option<Pressed>,
    ) -> Box<Instruction> {
        let reading = Reading {
            view: &self.view,
            sighting: &self.sighting(),
            lexicon: &LEXICON,
        };
        instruct(guide, memory, reading, moment, pressed)
    }
}

pub fn guide(flow: FlowId) -> Guide {
    Guide {
        flow,
        reason: Some(ReasonId::Privacy),
        email: String::new(),
        ticked: Vec::new(),
    }
}

/// The form of about 2020, as the member-profile way ends in it.
pub fn deactivate_form() -> Page {
    Page::at("https://accounts.aliexpress.com/user/organization/deactive_account.htm")
        .heading("Deactivate Account")
        .with(Kind::TextBox, "E-mail address", |item| item.form = 1)
        .with(
            Kind::Text,
            "Type “Deactivate my account” to confirm",
            |item| item.form = 1,
        )
        .with(Kind::TextBox, "Confirmation", |item| item.form = 1)
        .with(Kind::Select, "Reason", |item| {
            item.form = 1;
            item.group = 1;
        })
        .with(Kind::Choice, "Privacy concerns", |item| item.group = 1)
        .with(Kind::Choice, "Poor quality of the goods", |item| {
            item.group = 1;
        })
        .with(Kind::Button, "Deactivate My Account", |item| item.form = 1)
}

/// The Privacy Center's delete request.
pub fn delete_request() -> Page {
    Page::at("https://privacy.aliexpress.com/home#/request/delete")
        .heading("Delete my account")
        .text("Please enter “agree” in the box below")
        .with(Kind::TextBox, "", |_| {})
        .button("Delete")
        .button("Cancel")
}

/// The controls that an instruction points at, in its order.
pub fn controls(instruction: &Instruction) -> Vec<ControlId> {
    let targets = instruction.targets.iter();
    targets.map(|target| target.control).collect()
}

/// The settings, which show whose account it is.
pub fn settings_of(email: &str) -> Page {
    Page::at("https://www.aliexpress.com/account/setting/index.html")
        .heading("Account Settings")
        .text(email)
        .link(
            "Edit Profile",
            "https://accounts.aliexpress.com/user/organization/manage_person_profile.htm",
        )
}

pub fn account_home() -> Page {
    Page::at("https://www.aliexpress.com/p/account/index.html").link(
        "Account Settings",
        "https://www.aliexpress.com/account/setting/index.html",
    )
}
