//! Any page: a phrase that a field asks for is something to type, and a reason is one of its group.
#![no_main]

#[path = "../../src/core/tests/common/imagined.rs"]
mod imagined;

use farewell_core::{LEXICON, ReasonId, matching_option, required_phrase};
use imagined::Choices;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (view, _) = Choices(bytes).page();
    for item in &view.items {
        if let Some(phrase) = required_phrase(&view, &LEXICON, item.id) {
            assert!(!phrase.is_empty() && phrase == phrase.trim());
        }
        for reason in ReasonId::ALL {
            let option = matching_option(&view, &LEXICON, item.group, *reason);
            assert!(option.is_none_or(|option| option.group == item.group));
        }
    }
});
