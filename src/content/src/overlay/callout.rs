//! The callout: what to do now, in words, with the few buttons that are ours.

use super::stage::{Part, Stage, lengths};
use crate::browser::message;

/// All that the callout says, in the person's language. Compared to what stands there, so that a page which changes
/// behind it makes no reader speak twice and no focus jump.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The way's id.
    pub flow: &'static str,
    /// The page's id.
    pub page: &'static str,
    /// The step's id.
    pub step: &'static str,
    /// The state's name.
    pub state: &'static str,
    /// The step's number and how many there are.
    pub progress: (u8, u8),
    /// The headline.
    pub title: String,
    /// What is said below it.
    pub lines: Vec<Line>,
    /// The buttons at the foot.
    pub buttons: Vec<Button>,
    /// Whether pressing what is pointed at destroys something.
    pub is_grave: bool,
}

/// A paragraph, or an entry of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The list that it belongs to, as a class: `notes` on what the controls do, `filled` on what was filled; none for a
    /// paragraph. The entries of a list follow each other.
    pub list: &'static str,
    /// What is said.
    pub text: String,
    /// The filled control, where that can be undone.
    pub undo: Option<&'static str>,
}

/// A button of ours, or a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Button {
    /// How it looks: `main`, `quiet`, `end`.
    pub class: &'static str,
    /// What it does, as the engine hears it; where it is a link, where it leads.
    pub action: String,
    /// Whether it is a link.
    pub is_link: bool,
    /// What it says.
    pub text: String,
}

pub(super) struct Callout {
    pub(super) part: Part,
    progress: Part,
    fold: Part,
    bar: Part,
    title: Part,
    words: Part,
    foot: Part,
    scroll: Part,
    shown: Words,
    is_folded: bool,
    is_away: bool,
}

fn say(key: &str) -> String {
    message(key, Vec::new())
}

impl Callout {
    pub(super) fn new(stage: &Stage, parent: &Part) -> Self {
        let part = stage.add(parent, "section", "callout", "");
        for (name, value) in [
            ("part", "callout"),
            ("role", "dialog"),
            ("aria-labelledby", "title"),
        ] {
            stage.set(&part, name, Some(value));
        }
        let head = stage.add(&part, "div", "head", "");
        let progress = stage.add(&head, "span", "progress", "");
        let fold = stage.add_button(&head, "icon", "fold", "");
        let bar = stage.add(&stage.add(&part, "div", "bar", ""), "i", "", "");
        let speaks = stage.add(&part, "div", "words", "");
        stage.set(&speaks, "role", Some("status"));
        let title = stage.add(&speaks, "h2", "", "");
        stage.set(&title, "id", Some("title"));
        let words = stage.add(&speaks, "div", "", "");
        let scroll = stage.add_button(&part, "main scroll", "scroll", &say("overlay_show_me"));
        stage.set(&scroll, "hidden", Some(""));
        let foot = stage.add(&part, "div", "foot", "");
        let shown = Words::default();
        let callout = Self {
            part,
            progress,
            fold,
            bar,
            title,
            words,
            foot,
            scroll,
            shown,
            is_folded: false,
            is_away: false,
        };
        callout.name_fold(stage);
        callout
    }

    pub(super) fn show(&mut self, stage: &Stage, words: Words) {
        stage.set(&self.part, "aria-busy", None);
        if words == self.shown {
            return;
        }
        for (name, value) in [
            ("data-flow", Some(words.flow)),
            ("data-page", Some(words.page)),
            ("data-step", Some(words.step)),
            ("data-state", Some(words.state)),
            ("data-grave", words.is_grave.then_some("")),
        ] {
            stage.set(&self.part, name, value);
        }
        self.show_progress(stage, words.progress);
        stage.write(&self.title, &words.title);
        self.show_words(stage, &words);
        self.show_foot(stage, &words);
        self.shown = words;
    }

    fn show_progress(&self, stage: &Stage, (number, count): (u8, u8)) {
        let args = vec![number.to_string(), count.to_string()];
        stage.write(&self.progress, &message("overlay_progress", args));
        let mut share = String::from("inline-size:");
        share.push_str(&(i32::from(number) * 100 / i32::from(count.max(1))).to_string());
        share.push('%');
        stage.style(&self.bar, &share);
    }

    fn show_words(&self, stage: &Stage, words: &Words) {
        stage.write(&self.words, "");
        let (mut list, mut open) = ("", self.words.clone());
        for line in &words.lines {
            if line.list.is_empty() {
                stage.add(&self.words, "p", "", &line.text);
                continue;
            }
            if line.list != list {
                list = line.list;
                open = stage.add(&self.words, "ul", list, "");
            }
            let item = stage.add(&open, "li", "", &line.text);
            if let Some(control) = line.undo {
                let action = ["undo ", control].concat();
                stage.add_button(&item, "", &action, &say("overlay_undo"));
            }
        }
    }

    fn show_foot(&self, stage: &Stage, words: &Words) {
        stage.write(&self.foot, "");
        for button in &words.buttons {
            if button.is_link {
                let link = stage.add(&self.foot, "a", button.class, &button.text);
                stage.set(&link, "href", Some(&button.action));
            } else {
                stage.add_button(&self.foot, button.class, &button.action, &button.text);
            }
        }
    }

    /// What it says may be true no longer, until something is shown anew: its words fade.
    pub(super) fn doubt(&self, stage: &Stage) {
        stage.set(&self.part, "aria-busy", Some("true"));
    }

    pub(super) fn fold(&mut self, stage: &Stage) {
        self.is_folded = !self.is_folded;
        self.name_fold(stage);
    }

    fn name_fold(&self, stage: &Stage) {
        let (sign, expanded, name) = if self.is_folded {
            ("+", "false", "overlay_unfold")
        } else {
            ("\u{2013}", "true", "overlay_fold")
        };
        stage.write(&self.fold, sign);
        stage.set(&self.fold, "aria-expanded", Some(expanded));
        stage.set(&self.fold, "aria-label", Some(&say(name)));
        stage.set(&self.part, "data-folded", self.is_folded.then_some(""));
    }

    /// Goes to its place; offers to scroll where its control `is_away`, out of sight.
    pub(super) fn settle(&mut self, stage: &Stage, (left, top): (i32, i32), is_away: bool) {
        stage.style(&self.part, &lengths(&[("left", left), ("top", top)]));
        if is_away != self.is_away {
            self.is_away = is_away;
            stage.set(&self.scroll, "hidden", (!is_away).then_some(""));
        }
    }
}
