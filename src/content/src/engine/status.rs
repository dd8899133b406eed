//! The answer to `{type: "status"}`, as JSON: what the popup's diagnostic report shows. Nothing personal is in it; a
//! text stands there only where it is a label that the product knows, else its length does.

use farewell_core::is_label;

use super::Run;
use crate::browser::version;
use crate::fill::Outcome;

/// Just enough of a JSON writer: the values are our own names, numbers, and labels without control characters.
struct Json(String);

impl Json {
    fn key(&mut self, name: &str) -> &mut Self {
        self.separate();
        self.text(name);
        self.0.push(':');
        self
    }

    /// A comma, unless something has just begun.
    fn separate(&mut self) {
        if !self.0.ends_with(['{', '[', ':']) {
            self.0.push(',');
        }
    }

    fn text(&mut self, text: &str) {
        self.0.push('"');
        for c in text.chars() {
            if matches!(c, '"' | '\\') {
                self.0.push('\\');
            }
            self.0.push(if c < ' ' { ' ' } else { c });
        }
        self.0.push('"');
    }

    fn number(&mut self, number: i64) {
        self.0.push_str(&number.to_string());
    }

    /// Hundredths, as a number between 0 and 1.
    fn share(&mut self, hundredths: u8) {
        self.0.push_str(match hundredths {
            100.. => "1",
            0..10 => "0.0",
            10..100 => "0.",
        });
        if hundredths < 100 {
            self.number(i64::from(hundredths));
        }
    }

    fn list<T>(&mut self, items: impl Iterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.0.push('[');
        for item in items {
            self.separate();
            write(self, item);
        }
        self.0.push(']');
    }

    fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.0.push('{');
        write(self);
        self.0.push('}');
    }
}

pub(super) fn status(run: &Run, form: &str) -> String {
    let mut json = Json(String::new());
    json.object(|json| {
        json.key("version").text(&version());
        json.key("engine").text(form);
        json.key("flow").text(run.guide.flow.as_str());
        if let Some(seen) = &run.seen {
            json.key("page").object(|json| {
                json.key("id").text(seen.sighting.page.as_str());
                json.key("confidence").share(seen.sighting.confidence);
            });
            json.key("step").object(|json| {
                json.key("id").text(seen.instruction.step);
                json.key("number").number(seen.instruction.number.into());
                json.key("count").number(seen.instruction.count.into());
            });
            json.key("state").text(seen.instruction.state.as_str());
            json.key("targets").list(seen.instruction.targets.iter(), |json, target| {
                json.object(|json| {
                    json.key("control").text(target.control.as_str());
                    json.key("confidence").share(target.confidence);
                    let Some(item) = seen.reading.view.items.iter().find(|item| item.id == target.item) else { return };
                    json.key("text");
                    if is_label(&item.folded) {
                        json.text(&item.name);
                    } else {
                        json.number(i64::try_from(item.name.chars().count()).unwrap_or(0));
                    }
                    let area = seen.reading.element(target.item).map_or(item.area, |element| crate::read::area_of(&element));
                    json.key("box").list([area.x, area.y, area.w, area.h].into_iter(), |json, side| json.number(side.into()));
                });
            });
        }
        let filled = run.filled.iter().filter(|filled| matches!(filled.outcome, Outcome::Pending | Outcome::Kept));
        json.key("filled").list(filled, |json, filled| json.text(filled.control.as_str()));
        json.key("before").list(run.memory.before(&run.guide).iter(), |json, before| {
            json.object(|json| {
                json.key("id").text(before.id.as_str());
                json.key("state").text(before.state.as_str());
                json.key("open").number(before.open.into());
                json.key("seen").number(before.seen.into());
                json.key("of");
                match before.of {
                    Some(of) => json.number(of.into()),
                    None => json.0.push_str("null"),
                }
            });
        });
        json.key("ms").object(|json| {
            json.key("start").number(run.took.start.into());
            json.key("detect").number(run.took.detect.into());
        });
    });
    json.0
}
