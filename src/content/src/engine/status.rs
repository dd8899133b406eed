//! The answer to `{type: "status"}`, as JSON: what the popup's diagnostic report shows. Nothing personal is in it; a
//! text stands there only where it is a label that the product knows, else its length does.

use super::Run;
use super::json::Json;
use crate::browser::version;
use crate::prelude::*;

pub(super) fn status(run: &Run, form: &str) -> String {
    let mut json = Json::default();
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
            json.key("targets")
                .list(seen.instruction.targets.iter(), |json, target| {
                    json.object(|json| {
                        json.key("control").text(target.control.as_str());
                        json.key("confidence").share(target.confidence);
                        let Some(item) = seen.view.items.iter().find(|item| item.id == target.item)
                        else {
                            return;
                        };
                        json.key("text");
                        if seen.view.known.is_label(&item.folded) {
                            json.text(&item.name);
                        } else {
                            json.number(i32::try_from(item.name.chars().count()).unwrap_or(0));
                        }
                        let area = run.overlay.area(target.item).unwrap_or(item.area);
                        json.key("box")
                            .list([area.x, area.y, area.w, area.h].into_iter(), Json::number);
                    });
                });
        }
        let filled = run.filled.iter().filter(|filled| filled.can_undo());
        json.key("filled")
            .list(filled, |json, filled| json.text(filled.control.as_str()));
        json.key("before")
            .list(run.memory.before(&run.guide).iter(), |json, before| {
                json.object(|json| {
                    json.key("id").text(before.id.as_str());
                    json.key("state").text(before.state.as_str());
                    json.key("open").number(before.open.into());
                    json.key("seen").number(before.seen.into());
                    json.key("of");
                    match before.of {
                        Some(of) => json.number(of.into()),
                        None => json.null(),
                    }
                });
            });
        json.key("ms").object(|json| {
            json.key("start").number(run.took.start.cast_signed());
            json.key("detect").number(run.took.detect.cast_signed());
        });
    });
    json.into_text()
}
