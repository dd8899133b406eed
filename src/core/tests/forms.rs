//! Forms as people meet them: which of several is filled, what is typed, and when the last button is pointed at.

mod common;

use common::{Page, controls, deactivate_form, delete_request, guide};
use farewell_core::{
    ControlId, FlowId, Guide, Instruction, Kind, Memory, Moment, ReasonId, State, View,
};

const FORM: &str = "https://accounts.aliexpress.com/user/organization/deactive_account.htm";
const REQUEST: &str = "https://privacy.aliexpress.com/home#/request/delete";
const EMAIL: &str = "ada@example.org";

fn with_email(flow: FlowId) -> Guide {
    Guide {
        email: EMAIL.into(),
        ..guide(flow)
    }
}

fn told(page: &Page, flow: FlowId) -> Box<Instruction> {
    page.guided_with(&with_email(flow), &mut Memory::default())
}

fn targets(instruction: &Instruction) -> Vec<(ControlId, u32)> {
    let targets = instruction.targets.iter();
    targets
        .map(|target| (target.control, target.item))
        .collect()
}

/// What is filled, as the item's name or number and the text.
fn filled(instruction: &Instruction) -> Vec<(u32, &str)> {
    let fills = instruction.fills.iter();
    fills.map(|fill| (fill.item, fill.text.as_str())).collect()
}

fn fill_all(view: &mut View) {
    for item in &mut view.items {
        item.filled = item.kind.is_typed() || item.kind == Kind::Select;
    }
}

/// A newsletter's form before the one that ends the account.
fn two_forms() -> Page {
    Page::at(FORM)
        .heading("Deactivate Account")
        .with(Kind::EmailBox, "E-mail", |item| item.form = 1)
        .with(Kind::Button, "Send me deals", |item| item.form = 1)
        .with(
            Kind::TextBox,
            "E-mail of the account to deactivate",
            |item| item.form = 2,
        )
        .with(Kind::TextBox, "Enter “Deactivate my account”", |item| {
            item.form = 2;
        })
        .with(Kind::Button, "Deactivate My Account", |item| item.form = 2)
}

#[test]
fn point_1_of_two_forms_only_the_one_with_the_phrase_is_filled() {
    let page = two_forms();
    let field = page.id_of("E-mail of the account to deactivate");
    let phrase = page.id_of("Enter “Deactivate my account”");
    assert_eq!(
        filled(&told(&page, FlowId::Deactivate)),
        [(field, EMAIL), (phrase, "Deactivate my account")]
    );
}

#[test]
fn point_1_a_newsletters_box_outside_all_forms_is_not_filled() {
    let page = Page::at(REQUEST)
        .heading("Deals of the day")
        .with(Kind::TextBox, "Please enter your email", |_| {})
        .button("Subscribe");
    assert!(told(&page, FlowId::Delete).fills.is_empty());
}

#[test]
fn point_1_an_email_that_is_asked_for_twice_is_pointed_at_where_it_is_still_empty() {
    let page = Page::at(FORM)
        .heading("Deactivate Account")
        .with(Kind::EmailBox, "E-mail address", |item| item.form = 1)
        .with(Kind::EmailBox, "Confirm e-mail address", |item| {
            item.form = 1;
        })
        .with(Kind::TextBox, "Type “Deactivate my account”", |item| {
            item.form = 1;
        })
        .with(Kind::Button, "Deactivate My Account", |item| item.form = 1);
    let instruction = told(&page, FlowId::Deactivate);
    let (first, second) = (
        page.id_of("E-mail address"),
        page.id_of("Confirm e-mail address"),
    );
    assert!(filled(&instruction).contains(&(first, EMAIL)));
    assert_eq!(targets(&instruction), [(ControlId::Email, second)]);
}

#[test]
fn point_1_what_came_by_mail_is_pointed_at_and_never_typed() {
    let page = Page::at(FORM)
        .heading("Deactivate my account")
        .with(
            Kind::Text,
            "Enter the sentence that we sent you by e-mail.",
            |item| item.form = 1,
        )
        .with(Kind::TextBox, "", |item| item.form = 1)
        .with(Kind::Button, "Deactivate My Account", |item| item.form = 1);
    let instruction = told(&page, FlowId::Deactivate);
    assert!(instruction.fills.is_empty(), "{instruction:?}");
    assert_eq!(controls(&instruction), [ControlId::Phrase]);
}

#[test]
fn point_1_a_number_that_is_shown_is_told_from_the_phrase() {
    let page = Page::at(FORM)
        .heading("Deactivate Account")
        .with(Kind::TextBox, "Enter the number shown beside", |item| {
            item.form = 1;
        })
        .with(
            Kind::TextBox,
            "Enter “Deactivate my account” to confirm",
            |item| item.form = 1,
        )
        .with(Kind::Button, "Deactivate My Account", |item| item.form = 1);
    let instruction = told(&page, FlowId::Deactivate);
    let phrase = page.id_of("Enter “Deactivate my account” to confirm");
    assert_eq!(filled(&instruction), [(phrase, "Deactivate my account")]);
    let named =
        |words: &farewell_core::Message| words.args.iter().any(|arg| arg.contains("number"));
    assert!(instruction.body.iter().any(named), "{instruction:?}");
}

#[test]
fn point_4_nothing_longer_than_the_field_takes_is_typed() {
    let mut page = deactivate_form();
    let phrase = page.id_of("Confirmation");
    for item in &mut page.view.items {
        item.max_length = (item.id == phrase).then_some(10);
    }
    let instruction = told(&page, FlowId::Deactivate);
    assert!(filled(&instruction).iter().all(|(item, _)| *item != phrase));
    assert_eq!(targets(&instruction), [(ControlId::Phrase, phrase)]);
}

#[test]
fn point_4_a_page_that_says_it_does_not_match_gets_the_phrase_pointed_at_and_another_offered() {
    let mut page = delete_request().with(Kind::Text, "The text does not match.", |item| {
        item.hints = "alert".into();
    });
    fill_all(&mut page.view);
    for item in &mut page.view.items {
        item.enabled = item.kind != Kind::Button || item.name == "Cancel";
    }
    let instruction = told(&page, FlowId::Delete);
    assert_eq!(instruction.state, State::Act);
    assert_eq!(controls(&instruction), [ControlId::Phrase]);
    let offer = instruction.offer.expect("another spelling");
    assert_ne!(offer.text.to_lowercase(), "agree");
}

#[test]
fn point_4_a_button_that_stays_off_over_full_fields_points_at_them_again() {
    let mut page = deactivate_form();
    fill_all(&mut page.view);
    for item in &mut page.view.items {
        item.enabled = item.kind != Kind::Button;
    }
    let at = |since_filled| {
        page.instructed(
            &with_email(FlowId::Deactivate),
            &mut Memory::default(),
            Moment {
                since_start: 60_000,
                since_filled,
            },
            None,
        )
    };
    assert_eq!(at(Some(100)).state, State::Wait);
    let late = at(Some(10_000));
    assert_eq!(late.title.key, "guide_button_off");
    assert!(controls(&late).contains(&ControlId::Phrase));
}

/// A form whose first option only asks to choose, although it has a value.
fn prompting() -> Page {
    Page::at(FORM)
        .heading("Deactivate Account")
        .with(Kind::TextBox, "Type “Deactivate my account”", |item| {
            item.form = 1;
            item.filled = true;
        })
        .with(Kind::Select, "Reason", |item| {
            item.form = 1;
            item.group = 1;
            item.filled = true;
        })
        .with(Kind::Choice, "Please select", |item| {
            item.group = 1;
            item.filled = true;
        })
        .with(Kind::Choice, "Privacy concerns", |item| item.group = 1)
        .with(Kind::Choice, "Poor quality of the goods", |item| {
            item.group = 1;
        })
        .with(Kind::Button, "Deactivate My Account", |item| item.form = 1)
}

#[test]
fn point_5_an_option_that_only_asks_to_choose_is_no_choice() {
    let page = prompting();
    let chooses = |reason| {
        let guide = Guide {
            reason,
            ..with_email(FlowId::Deactivate)
        };
        page.guided_with(&guide, &mut Memory::default())
    };
    let privacy = page.id_of("Privacy concerns");
    let fill = &chooses(Some(ReasonId::Privacy)).fills[0];
    assert_eq!(
        (fill.control, fill.choice),
        (ControlId::Reason, Some(privacy))
    );
    assert_eq!(controls(&chooses(None)), [ControlId::Reason]);
}

#[test]
fn point_5_a_reason_that_is_a_chip_counts_as_chosen_once_one_is() {
    let chips = |chosen: bool| {
        let mut page = deactivate_form();
        page.view
            .items
            .retain(|item| !matches!(item.kind, Kind::Select | Kind::Choice));
        let last = page.view.items.pop().expect("the button");
        for name in [
            "Privacy concerns",
            "Poor quality of the goods",
            "I use another platform",
        ] {
            page = page.with(Kind::Button, name, |item| {
                item.form = 1;
                item.filled = chosen && name.starts_with("Poor");
            });
        }
        page = page.with(Kind::Button, &last.name, |item| item.form = 1);
        for item in &mut page.view.items {
            item.filled |= item.kind.is_typed();
        }
        controls(&told(&page, FlowId::Deactivate))
    };
    assert_eq!(chips(false), [ControlId::Reason]);
    assert_eq!(chips(true), [ControlId::Submit]);
}

#[test]
fn point_6_a_field_that_opens_when_it_is_clicked_is_pointed_at_and_then_filled() {
    let mut page = deactivate_form();
    for item in &mut page.view.items {
        item.read_only = item.kind.is_typed();
    }
    let instruction = told(&page, FlowId::Deactivate);
    assert!(filled(&instruction).iter().all(|(_, text)| text.is_empty()));
    assert!(controls(&instruction).contains(&ControlId::Phrase));
    let says_how = instruction
        .body
        .iter()
        .any(|words| words.key == "guide_click_into");
    assert!(says_how, "{instruction:?}");
    for item in &mut page.view.items {
        item.read_only = false;
    }
    assert!(
        filled(&told(&page, FlowId::Deactivate))
            .iter()
            .any(|(_, text)| *text == EMAIL)
    );
}

#[test]
fn point_7_while_a_field_that_the_page_needs_is_open_the_last_button_is_not_marked() {
    let mut page = deactivate_form().with(Kind::TextBox, "Your full name", |item| {
        item.form = 1;
        item.required = true;
    });
    for item in &mut page.view.items {
        item.filled = (item.kind.is_typed() || item.kind == Kind::Select) && !item.required;
    }
    let instruction = told(&page, FlowId::Deactivate);
    assert!(!controls(&instruction).contains(&ControlId::Submit));
    assert_eq!(instruction.body[0].args, ["Your full name"]);
}

#[test]
fn point_7_a_form_that_has_a_box_for_a_password_needs_it_whether_or_not_it_says_so() {
    let mut page = deactivate_form().with(Kind::PasswordBox, "Your password", |item| {
        item.form = 1;
    });
    for item in &mut page.view.items {
        item.filled =
            item.kind != Kind::PasswordBox && (item.kind.is_typed() || item.kind == Kind::Select);
    }
    let instruction = told(&page, FlowId::Deactivate);
    assert!(!controls(&instruction).contains(&ControlId::Submit));
    assert_eq!(instruction.body[0].args, ["Your password"]);
}

#[test]
fn a_step_has_the_title_of_what_is_left_of_it() {
    let mut page = deactivate_form().with(Kind::CheckBox, "I have read the notice", |_| {});
    fill_all(&mut page.view);
    let told = told(&page, FlowId::Deactivate);
    assert_eq!(controls(&told), [ControlId::Terms]);
    assert_eq!(told.title.key, "guide_delete_terms");
    assert_eq!(told.body[0].key, "guide_delete_terms_body");
}

#[test]
fn the_last_press_is_told_from_what_leads_to_it_and_from_what_takes_nothing_away() {
    let mut instruction = told(&delete_request(), FlowId::Delete);
    let last = |instruction: &Instruction, control| {
        let target = farewell_core::Target {
            control,
            ..instruction.targets[0].clone()
        };
        instruction.is_last_press(FlowId::Delete, &target)
    };
    assert!(last(&instruction, ControlId::Submit));
    assert!(
        !last(&instruction, ControlId::Delete),
        "it opens the request"
    );
    assert!(!last(&instruction, ControlId::ConfirmNo));
    instruction.number = instruction.count;
    assert!(last(&instruction, ControlId::Delete), "it is the way's end");
    let target = &instruction.targets[0];
    assert!(!instruction.is_last_press(FlowId::Reactivate, target));
}
