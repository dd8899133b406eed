//! The answer to `{type: "status"}`, as JSON: what the popup's diagnostic report shows. Nothing personal is in it; a
//! text stands there only where it is a label that the product knows, else its length does.

use super::Run;
use super::json::Json;
use super::run::Seen;
use crate::browser::version;
use farewell_core::{LEXICON, Target};

pub(super) fn status(run: &Run, form: &str) -> String {
    let json = &mut Json::default();
    json.text(r#"{"version":"#, &version())
        .text(r#","engine":"#, form)
        .text(r#","flow":"#, run.guide.flow.as_str());
    if let Some(seen) = &run.seen {
        let told = &seen.instruction;
        json.text(r#","page":{"id":"#, told.page.as_str())
            .share(r#","confidence":"#, seen.sighting.confidence)
            .text(r#"},"step":{"id":"#, told.step)
            .number(r#","number":"#, told.number.into())
            .number(r#","count":"#, told.count.into())
            .text(r#"},"state":"#, told.state.as_str())
            .raw(r#","targets":["#);
        for target in &told.targets {
            target_in(json, run, seen, target);
        }
        json.raw("]");
    }
    json.raw(r#","filled":["#);
    for filled in run.filled.iter().filter(|filled| filled.can_undo()) {
        json.comma().text("", filled.control.as_str());
    }
    json.raw(r#"],"before":["#);
    for before in run.memory.before(&run.guide) {
        json.comma()
            .text(r#"{"id":"#, before.id.as_str())
            .text(r#","state":"#, before.state.as_str())
            .number(r#","open":"#, before.open.into())
            .number(r#","seen":"#, before.seen.into());
        match before.of {
            Some(of) => json.number(r#","of":"#, of.into()),
            None => json.raw(r#","of":null"#),
        };
        json.raw("}");
    }
    json.number(r#"],"ms":{"start":"#, run.took.start.cast_signed())
        .number(r#","detect":"#, run.took.detect.cast_signed())
        .raw("}}");
    std::mem::take(json).into_text()
}

fn target_in(json: &mut Json, run: &Run, seen: &Seen, target: &Target) {
    json.comma()
        .text(r#"{"control":"#, target.control.as_str())
        .share(r#","confidence":"#, target.confidence);
    if let Some(item) = seen.view.items.iter().find(|item| item.id == target.item) {
        if LEXICON.is_label(&item.folded) {
            json.text(r#","text":"#, &item.name);
        } else {
            // Its characters, each of which begins with one byte.
            let begins = |byte: &u8| byte & 0b1100_0000 != 0b1000_0000;
            let length = item.name.bytes().filter(begins).count();
            json.number(r#","text":"#, i32::try_from(length).unwrap_or(0));
        }
        let area = run.overlay.area(target.item).unwrap_or(item.area);
        json.number(r#","box":["#, area.x)
            .number(",", area.y)
            .number(",", area.w)
            .number(",", area.h)
            .raw("]");
    }
    json.raw("}");
}
