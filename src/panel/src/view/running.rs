//! The guide in progress: which way, how far, what it says, what it filled, and the ways to end or change it.

use super::View;
use crate::screen::{BeforeLine, RunningView};
use crate::words::{Arg, Words};
use farewell_shell::{inside, set_attribute, set_text};

impl View {
    pub(super) fn show_running(&self, running: Option<&RunningView>, before: Option<&RunningView>) {
        self.dom.show("running", running.is_some());
        let Some(running) = running else {
            return;
        };
        self.dom.say("running-title", Some(self.word(running.way)));
        let step = running.step.map(|(number, count)| {
            self.dom
                .set("running-progress", "value", &number.to_string());
            self.dom.set("running-progress", "max", &count.to_string());
            self.say(&Words::with(
                "popup_step",
                [Arg::number(number), Arg::number(count)],
            ))
        });
        self.dom.show("running-progress", step.is_some());
        self.dom.say("running-step", step);
        self.dom.say(
            "running-task",
            running.task.as_ref().map(|key| self.word(key)),
        );
        self.dom
            .set("running-state", "data-tone", running.tone.as_str());
        self.dom
            .say("running-state", Some(self.say(&running.words)));
        self.dom.say(
            "running-filled",
            running.filled.as_ref().map(|words| self.say(words)),
        );
        self.show_before(
            &running.before,
            before.map(|before| &before.before[..]).unwrap_or_default(),
        );
        let switch = self.dom.by_id("switch-button");
        set_attribute(
            &switch,
            "aria-expanded",
            Some(if running.switching { "true" } else { "false" }),
        );
        set_text(&switch, &self.word(running.switch));
    }

    fn show_before(&self, lines: &[BeforeLine], before: &[BeforeLine]) {
        self.dom.show("before", !lines.is_empty());
        if lines == before {
            return;
        }
        let list = self.dom.by_id("before-list");
        list.set_text_content(None);
        for line in lines {
            let item = self.dom.copy("before-line");
            set_attribute(&item, "data-tone", Some(line.tone.as_str()));
            set_text(&inside(&item, "[data-part=name]"), &self.word(line.name));
            set_text(&inside(&item, "[data-part=words]"), &self.say(&line.words));
            let _ = list.append_child(&item);
        }
    }
}
