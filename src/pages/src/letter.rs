//! The letter's page: whom to write to, which letter, in which language; the text to copy, save or open in a mail.

use crate::kept;
use crate::page::{File, Page, Told, Tone, today};
use farewell_letters::{
    Blank, Contact, Given, Language, Law, Letter, LetterId, RegionId, compose, contact_source,
    file_name, language, languages, mailto, month_later, portal,
};
use farewell_shell::{parameter, set_attribute, set_hidden, set_text};
use std::rc::Rc;
use strum::VariantArray;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement};

/// The live region that says how a press went.
const DONE: &str = "done";

/// Brings `letter.html` to life.
pub fn letter() {
    let page = Rc::new(Page::new());
    fill_lists(&page);
    for name in ["letter", "region"] {
        if let Some(value) = parameter(name) {
            page.put(name, &value);
        }
    }
    if let Some(region) = parameter("site").as_deref().and_then(RegionId::of_site) {
        page.put("region", region.into());
    }
    page.put("language", first_language());
    page.put("date", &today().to_string());
    show(&page);
    for kind in ["input", "change"] {
        let of_event = Rc::clone(&page);
        page.on(kind, move |_| {
            of_event.hush();
            show(&of_event);
        });
    }
    let of_event = Rc::clone(&page);
    page.on("click", move |target| press(&of_event, target));
    spawn_local(async move {
        let email = kept::email(&page).await;
        if let Some(email) = email.filter(|_| page.value("email").is_empty()) {
            page.put("email", &email);
            show(&page);
        }
    });
}

/// Fills the lists from the tables that they stand for.
fn fill_lists(page: &Page) {
    for &region in RegionId::VARIANTS {
        let id: &str = region.into();
        page.add_choice("region", id, &page.word(&format!("letter_region_{id}")));
    }
    for &letter in LetterId::VARIANTS {
        let id: &str = letter.into();
        page.add_choice("letter", id, &page.word(&format!("letter_kind_{id}")));
    }
    for language in languages() {
        page.add_choice("language", language.code, language.name);
    }
}

/// The language that the address asks for, else the browser's, else English.
fn first_language() -> &'static str {
    let wishes = [
        parameter("language"),
        gloo::utils::window().navigator().language(),
    ];
    let mut known = wishes.iter().flatten().filter_map(|code| language(code));
    known.next().map_or("en", |language| language.code)
}

/// The letter as the fields ask for it; `None` where no letter is offered.
struct Wanted {
    id: LetterId,
    language: &'static Language,
    law: Law,
}

fn region(page: &Page) -> RegionId {
    page.value("region").parse().unwrap_or(RegionId::Other)
}

fn wanted(page: &Page) -> Option<Wanted> {
    Some(Wanted {
        id: page.value("letter").parse().ok()?,
        language: language(&page.value("language"))?,
        law: region(page).law()?,
    })
}

fn written(page: &Page, wanted: &Wanted) -> Letter {
    let (name, email) = (page.value("name"), page.value("email"));
    let given = Given {
        name: &name,
        email: &email,
        date: page.day_in("date").unwrap_or_else(today),
        first: page.day_in("first"),
    };
    compose(wanted.id, wanted.language, wanted.law, &given)
}

fn show(page: &Page) {
    show_contact(page, region(page));
    let wanted = wanted(page);
    for part in page.dom.all("[data-with-letter]") {
        set_hidden(&part, wanted.is_none());
    }
    page.enable("[data-copy], [data-save]", wanted.is_some());
    let text = text_element(page);
    let link = mail_link(page);
    let Some(wanted) = wanted else {
        set_text(&text, "");
        set_attribute(&link, "href", None);
        return;
    };
    let letter = written(page, &wanted);
    set_text(&text, &letter.text);
    set_attribute(&text, "lang", Some(wanted.language.code));
    set_attribute(&link, "href", Some(&mailto(&letter)));
    page.dom.show("first-field", wanted.id.is_reply());
    page.dom.say("early", early(page, wanted.id));
    page.dom.say("blanks", blanks(page, &letter.blanks));
}

fn show_contact(page: &Page, region: RegionId) {
    let id: &str = region.into();
    let note = region.law().is_none();
    page.dom.say(
        "region-note",
        note.then(|| page.word(&format!("letter_note_{id}"))),
    );
    let contact = region.contact();
    page.dom.show("contact-none", contact.is_none());
    let row = |name: &str, text: Option<String>| {
        page.dom
            .show(&format!("contact-{name}-row"), text.is_some());
        text
    };
    let company = row("company", contact.map(company));
    page.dom.say("contact-company", company);
    let address = row(
        "address",
        contact.and_then(|to| to.address).map(str::to_owned),
    );
    page.dom.say("contact-address", address);
    let email = row("email", contact.and_then(|to| to.email).map(str::to_owned));
    let mail = email.as_ref().map(|email| format!("mailto:{email}"));
    set_attribute(&page.dom.by_id("contact-email"), "href", mail.as_deref());
    page.dom.say("contact-email", email);
    // An account of the CIS has another site.
    let online = (region != RegionId::Cis).then(|| portal().to_owned());
    let online = row("portal", online);
    set_attribute(&page.dom.by_id("contact-portal"), "href", online.as_deref());
    page.dom.say("contact-portal", online);
    let source = contact_source();
    let since = page.day(source.date);
    let said = page.say("letter_source", &[source.title, &since]);
    page.dom.say("contact-source", Some(said));
    set_attribute(&page.dom.by_id("contact-source"), "href", Some(source.url));
}

fn company(contact: &Contact) -> String {
    match contact.number {
        Some(number) => format!("{}, {number}", contact.name),
        None => contact.name.to_owned(),
    }
}

/// What to say where a reminder would come before the month for an answer is over.
fn early(page: &Page, id: LetterId) -> Option<String> {
    let due = month_later(page.day_in("first")?)?;
    let date = page.day_in("date").unwrap_or_else(today);
    let is_early = id == LetterId::Reminder && date <= due;
    is_early.then(|| page.say("letter_early", &[&page.day(due)]))
}

fn blanks(page: &Page, blanks: &[Blank]) -> Option<String> {
    let names = blanks.iter().map(|blank| {
        page.word(match blank {
            Blank::Name => "letter_blank_name",
            Blank::Email => "letter_blank_email",
            Blank::FirstDate => "letter_blank_first",
        })
    });
    let list = names.reduce(|list, next| page.say("letter_list", &[&list, &next]))?;
    Some(page.say("letter_blanks", &[&list]))
}

fn text_element(page: &Page) -> Element {
    page.dom.by_id("text")
}

fn mail_link(page: &Page) -> Element {
    page.dom.by_id("mail")
}

fn press(page: &Rc<Page>, target: &Element) {
    let is = |selector| target.closest(selector).is_ok_and(|found| found.is_some());
    let Some(wanted) = wanted(page) else {
        return;
    };
    if is("[data-copy]") {
        copy(page);
    } else if is("[data-save]") {
        let date = page.day_in("date").unwrap_or_else(today);
        page.save(
            &File {
                name: &file_name(wanted.id, wanted.language, date),
                mime: "text/plain",
                text: &written(page, &wanted).text,
            },
            &Told {
                place: DONE,
                saved: "letter_saved",
                sorry: "letter_save_failed",
            },
        );
    }
}

fn copy(page: &Rc<Page>) {
    let text = text_element(page).text_content().unwrap_or_default();
    let clipboard = gloo::utils::window().navigator().clipboard();
    let copied = clipboard.write_text(&text);
    let page = Rc::clone(page);
    spawn_local(async move {
        if JsFuture::from(copied).await.is_ok() {
            page.tell(DONE, Tone::Good, &page.word("letter_copied"));
        } else {
            select(&text_element(&page));
            page.tell(DONE, Tone::Care, &page.word("letter_copy_failed"));
        }
    });
}

/// Selects the letter, for the person to copy it themselves.
fn select(text: &Element) {
    if let Some(text) = text.dyn_ref::<HtmlElement>() {
        let _ = text.focus();
    }
    if let Ok(Some(selection)) = gloo::utils::window().get_selection() {
        let _ = selection.select_all_children(text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use farewell_core::{DOMAINS, FirstLetter};

    #[test]
    fn each_letter_that_a_way_begins_with_is_one_of_ours() {
        for letter in FirstLetter::ALL {
            assert!(letter.as_str().parse::<LetterId>().is_ok(), "{letter:?}");
        }
    }

    #[test]
    fn each_region_with_a_site_of_its_own_names_one_of_the_sites() {
        let sites = RegionId::VARIANTS.iter().filter_map(|region| region.site());
        for site in sites {
            assert!(DOMAINS.contains(&site), "{site}");
        }
    }
}
