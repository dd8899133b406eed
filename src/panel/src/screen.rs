//! What to show, decided from what is known: plain data that the view only has to put in its place.
//!
//! One screen serves both situations. Without a guide the chooser is all there is; with one, the guide stands first and
//! the chooser opens only to change the way.

use crate::messages::{Before, Known, Status};
use crate::model::{Model, Notice, Obstacle};
use crate::place::Place;
use crate::trouble::Trouble;
use crate::ways;
use crate::words::{Arg, Words};
use farewell_core::{ConsequenceId, ControlId, Flow, FlowId, PageId, ReasonId, State};

/// How a sentence is meant; also its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Good,
    Plain,
    Care,
}

impl Tone {
    /// As the style sheet calls it.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Plain => "plain",
            Self::Care => "care",
        }
    }
}

/// Everything that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Screen {
    pub(crate) notice: Option<(Tone, Words)>,
    pub(crate) reload: bool,
    pub(crate) place: PlaceLine,
    pub(crate) running: Option<RunningView>,
    pub(crate) cut: Option<CutView>,
    pub(crate) chooser: Option<Chooser>,
    /// The address that the code for the phone holds.
    pub(crate) handover: &'static str,
    /// Whether the window is a private one; there Chromium opens our other pages in a normal window.
    pub(crate) private_window: bool,
}

/// Where the person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PlaceLine {
    pub(crate) tone: Tone,
    pub(crate) words: Words,
    pub(crate) more: Option<Words>,
    /// Offer the way to the right page.
    pub(crate) link: bool,
    /// Offer whom to write to.
    pub(crate) contact: bool,
}

/// The guide in progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RunningView {
    pub(crate) way: &'static str,
    pub(crate) step: Option<(u8, u8)>,
    pub(crate) tone: Tone,
    pub(crate) words: Words,
    pub(crate) filled: Option<Words>,
    pub(crate) before: Vec<BeforeLine>,
    /// What the button says that opens and closes the chooser.
    pub(crate) switch: &'static str,
    pub(crate) switching: bool,
}

/// A guide that ended midway although nobody ended it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CutView {
    pub(crate) title: Words,
    /// How to take it up.
    pub(crate) words: Words,
    /// Where its way begins, where the tab shows no page of it.
    pub(crate) link: Option<&'static str>,
}

/// One thing to settle first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BeforeLine {
    pub(crate) name: &'static str,
    pub(crate) tone: Tone,
    pub(crate) words: Words,
}

/// The choice of a way, what it costs, and Start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chooser {
    /// Ask for the reason: only where no guide runs that was told it.
    pub(crate) asks: bool,
    pub(crate) reason: Option<ReasonId>,
    /// The ways that can be chosen now: all but the one that runs well.
    pub(crate) cards: Vec<Card>,
    pub(crate) private: Option<&'static str>,
    /// Say what to expect of asking the account back, and whom to ask besides.
    pub(crate) way_back: bool,
    pub(crate) boxes: Vec<TickBox>,
    /// Said above the boxes.
    pub(crate) boxes_words: &'static str,
    pub(crate) email: Option<EmailField>,
    pub(crate) start: Option<Start>,
    /// Starting is the consent to have orders read: said beside the button.
    pub(crate) consent: bool,
    pub(crate) hint: Words,
}

/// One way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Card {
    pub(crate) flow: FlowId,
    pub(crate) chosen: bool,
    pub(crate) recommended: bool,
    pub(crate) offered: bool,
}

/// One consequence to confirm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TickBox {
    pub(crate) id: ConsequenceId,
    pub(crate) title: &'static str,
    pub(crate) words: &'static str,
    pub(crate) ticked: bool,
}

/// The field for the account's e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EmailField {
    pub(crate) value: String,
    /// Say that it does not look like an address.
    pub(crate) slip: bool,
}

/// The button that starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Start {
    pub(crate) flow: FlowId,
    pub(crate) enabled: bool,
}

impl Screen {
    /// What to show; `None` before the first look.
    pub(crate) fn of(model: &Model) -> Option<Self> {
        let look = model.look.as_ref()?;
        let running = running(model);
        let heard = look.running.as_ref().err().copied().map(Notice::Trouble);
        let notice = model.notice.or(heard);
        let trouble = model.running().and_then(|running| running.trouble);
        let failed = match model.notice {
            Some(Notice::Trouble(trouble)) => Some(trouble),
            _ => trouble,
        };
        let place = place(model.place(), running.is_some());
        let cut = cut(model);
        let reload = failed.is_some_and(Trouble::ends_by_reloading) || model.is_silent();
        Some(Self {
            notice: notice.map(say),
            reload,
            place: PlaceLine {
                // One way on is enough.
                link: place.link && cut.is_none(),
                ..place
            },
            cut,
            chooser: (running.is_none() || model.switching).then(|| chooser(model)),
            running,
            private_window: look.private,
            handover: ways::beginning(
                model
                    .form
                    .flow
                    .or_else(|| model.running().map(|running| running.guide.flow)),
            ),
        })
    }
}

fn say(notice: Notice) -> (Tone, Words) {
    match notice {
        Notice::Trouble(trouble) => (Tone::Care, Words::new(trouble.words())),
        Notice::Ended => (Tone::Good, Words::new("popup_ended")),
        Notice::Copied => (Tone::Good, Words::new("popup_copied")),
    }
}

const fn page_name(page: PageId) -> Option<&'static str> {
    Some(match page {
        PageId::SignedOut => "popup_page_signed_out",
        PageId::Challenge => "popup_page_challenge",
        PageId::MyAliexpress => "popup_page_my_aliexpress",
        PageId::AccountSettings => "popup_page_account_settings",
        PageId::EditProfile => "popup_page_edit_profile",
        PageId::DeactivateForm => "popup_page_deactivate_form",
        PageId::PrivacyCenter => "popup_page_privacy_center",
        PageId::PrivacyDelete => "popup_page_privacy_delete",
        PageId::OrderList => "popup_page_order_list",
        PageId::OrderDetail => "popup_page_order_detail",
        PageId::DisputeList => "popup_page_dispute_list",
        PageId::Wallet => "popup_page_wallet",
        PageId::Coupons => "popup_page_coupons",
        PageId::Addresses => "popup_page_addresses",
        _ => return None,
    })
}

fn place(place: &Place, running: bool) -> PlaceLine {
    let line = |tone, words| PlaceLine {
        tone,
        words,
        more: None,
        link: false,
        contact: false,
    };
    // On a detour of a running guide another site is no mistake.
    let elsewhere = |words: Words, more: &'static str| PlaceLine {
        more: Some(Words::new(if running {
            "popup_place_detour"
        } else {
            more
        })),
        link: !running,
        ..line(Tone::Care, words)
    };
    match place {
        Place::Page(page) => match page_name(*page) {
            Some(name) => line(
                Tone::Good,
                Words::with("popup_place_page", [Arg::Key(name)]),
            ),
            None => line(Tone::Good, Words::new("popup_place_somewhere")),
        },
        Place::Russian => PlaceLine {
            more: Some(Words::new("popup_place_russian_more")),
            link: true,
            contact: true,
            ..line(Tone::Care, Words::new("popup_place_russian"))
        },
        Place::LookAlike(host) => PlaceLine {
            more: Some(Words::with(
                "popup_place_lookalike_more",
                [Arg::Text(host.clone())],
            )),
            link: true,
            ..line(Tone::Care, Words::new("popup_place_lookalike"))
        },
        Place::Insecure => elsewhere(
            Words::new("popup_place_insecure"),
            "popup_place_insecure_more",
        ),
        Place::Foreign(Some(host)) => {
            let words = Words::with("popup_place_foreign_host", [Arg::Text(host.clone())]);
            elsewhere(words, "popup_place_foreign_more")
        }
        Place::Foreign(None) => elsewhere(
            Words::new("popup_place_foreign"),
            "popup_place_foreign_more",
        ),
        Place::Browser => elsewhere(
            Words::new("popup_place_browser"),
            "popup_place_foreign_more",
        ),
        Place::Hidden => PlaceLine {
            more: Some(Words::new("popup_place_hidden_more")),
            link: true,
            ..line(Tone::Plain, Words::new("popup_place_hidden"))
        },
        Place::Gone => PlaceLine {
            more: Some(Words::new("popup_place_gone_more")),
            link: true,
            ..line(Tone::Care, Words::new("popup_place_gone"))
        },
    }
}

fn running(model: &Model) -> Option<RunningView> {
    let running = model.running()?;
    let status = model.look.as_ref().and_then(|look| look.status.as_ref());
    let (tone, words) = match status {
        _ if running.trouble.is_some() => (Tone::Care, running.trouble?.words()),
        None if model.place().is_elsewhere() => (Tone::Plain, "popup_state_elsewhere"),
        None if model.is_silent() => (Tone::Care, "popup_state_silent"),
        None => (Tone::Plain, "popup_state_loading"),
        Some(status) => match (status.state(), status.page()) {
            (_, Some(PageId::SignedOut)) => (Tone::Plain, "popup_state_signed_out"),
            (_, Some(PageId::Challenge)) => (Tone::Care, "popup_state_challenge"),
            (Some(State::Act), _) => (Tone::Good, "popup_state_act"),
            (Some(State::Wait), _) => (Tone::Plain, "popup_state_wait"),
            (Some(State::Blocked), _) => (Tone::Care, "popup_state_blocked"),
            (Some(State::Lost), _) => (Tone::Care, "popup_state_lost"),
            (Some(State::Done), _) => (Tone::Good, "popup_state_done"),
            (None, _) => (Tone::Plain, "popup_state_loading"),
        },
    };
    let filled: Vec<_> = status
        .map(|status| status.filled().into_iter().filter_map(field).collect())
        .unwrap_or_default();
    let flow = running.guide.flow;
    Some(RunningView {
        way: ways::name(flow),
        step: status.and_then(Status::step),
        tone,
        words: Words::new(words),
        filled: (!filled.is_empty()).then(|| Words::with("popup_filled", [Arg::Keys(filled)])),
        before: status
            .map(|status| status.before().iter().map(before).collect())
            .unwrap_or_default(),
        switch: match (model.switching, running.trouble) {
            (true, _) => "popup_switch_back",
            (false, Some(_)) => "popup_switch_again",
            (false, None) => "popup_switch",
        },
        switching: model.switching,
    })
}

fn cut(model: &Model) -> Option<CutView> {
    let flow = model.look.as_ref()?.cut?;
    let here = matches!(model.place(), Place::Page(page) if Flow::of(flow).visits(*page));
    Some(CutView {
        title: Words::with("popup_cut_title", [Arg::Key(ways::name(flow))]),
        words: Words::new(if here {
            "popup_cut_here"
        } else {
            "popup_cut_elsewhere"
        }),
        link: (!here).then(|| ways::beginning(Some(flow))),
    })
}

/// The name of a field that a guide may fill.
const fn field(control: ControlId) -> Option<&'static str> {
    match control {
        ControlId::Email => Some("popup_field_email"),
        ControlId::Phrase => Some("popup_field_phrase"),
        ControlId::Reason => Some("popup_field_reason"),
        _ => None,
    }
}

fn before(item: &Before) -> BeforeLine {
    let read = item.read.filter(|(seen, of)| seen < of);
    let (tone, words) = match (item.known, read) {
        (Known::Open(Some(open)), _) => (
            Tone::Care,
            Words::with("popup_before_open_count", [Arg::number(open)]),
        ),
        (Known::Open(None), _) => (Tone::Care, Words::new("popup_before_open")),
        (Known::Clear, _) => (Tone::Good, Words::new("popup_before_clear")),
        (Known::Said, _) => (Tone::Plain, Words::new("popup_before_said")),
        (Known::Unknown, Some((seen, of))) => (
            Tone::Plain,
            Words::with("popup_before_part", [Arg::number(seen), Arg::number(of)]),
        ),
        (Known::Unknown, None) => (Tone::Plain, Words::new("popup_before_unknown")),
    };
    BeforeLine {
        name: ways::to_settle(item.id),
        tone,
        words,
    }
}

fn chooser(model: &Model) -> Chooser {
    let look = model.look.as_ref();
    let running = model.running();
    let form = &model.form;
    let reason = running.map_or(form.reason, |running| running.guide.reason);
    let page = look
        .and_then(|look| look.status.as_ref())
        .and_then(Status::page)
        .or(match model.place() {
            Place::Page(page) => Some(*page),
            _ => None,
        });
    let current = running
        .filter(|running| running.trouble.is_none())
        .map(|running| running.guide.flow);
    let others = FlowId::ALL.iter().filter(|&&flow| current != Some(flow));
    let cards = others.map(|&flow| Card {
        flow,
        chosen: form.flow == Some(flow),
        recommended: reason.map(ways::recommended) == Some(flow),
        offered: page.and_then(ways::offered_by) == Some(flow),
    });
    let boxes = form.flow.into_iter().flat_map(|flow| {
        model.to_tick().into_iter().filter_map(move |id| {
            let words = ways::wording(flow, id)?;
            Some(TickBox {
                id,
                title: ways::title(flow, id),
                words,
                ticked: form.ticked.contains(&id),
            })
        })
    });
    let obstacle = model.obstacle();
    let start = form.flow.map(|flow| Start {
        flow,
        enabled: obstacle.is_none(),
    });
    Chooser {
        asks: running.is_none(),
        reason,
        cards: cards.collect(),
        private: (form.flow == Some(FlowId::Remove)).then(|| {
            if look.is_some_and(|look| look.private) {
                "popup_private_already"
            } else {
                "popup_private_why"
            }
        }),
        way_back: form.flow == Some(FlowId::Reactivate),
        boxes: boxes.collect(),
        boxes_words: if running.is_some() {
            "popup_consequences_beyond"
        } else {
            "popup_consequences_intro"
        },
        email: model.asks_for_email().then(|| EmailField {
            value: form.email.clone(),
            slip: model.email_left && !form.email_is_plausible(),
        }),
        start,
        consent: form.flow == Some(FlowId::Prepare),
        hint: hint(model, obstacle),
    }
}

fn hint(model: &Model, obstacle: Option<Obstacle>) -> Words {
    let allowed = model.look.as_ref().is_some_and(|look| look.allowed);
    match obstacle {
        Some(Obstacle::NoWay) => Words::new("popup_hint_choose"),
        Some(Obstacle::NoPlace) => Words::new("popup_hint_place"),
        Some(Obstacle::Unticked(left)) => {
            let flow = model.form.flow.unwrap_or(FlowId::Delete);
            let names = left.into_iter().map(|id| ways::title(flow, id)).collect();
            Words::with("popup_hint_unticked", [Arg::Keys(names)])
        }
        Some(Obstacle::Email) => Words::new("popup_hint_email"),
        Some(Obstacle::Busy) => Words::new("popup_hint_busy"),
        None if !allowed => Words::new("popup_hint_permission"),
        None => Words::new("popup_hint_ready"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tests::{guided, look, opened};
    use crate::model::{Event, Look};

    fn at(place: Place) -> Model {
        let mut model = Model::new(Some(7));
        let look = Look {
            place,
            ..look(&model)
        };
        model.update(Event::Looked(look));
        model
    }

    fn said(model: &mut Model, status: &str) -> Screen {
        let status: Status = serde_json::from_str(status).unwrap();
        let look = Look {
            status: Some(status),
            ..model.look.clone().unwrap()
        };
        model.update(Event::Looked(look));
        Screen::of(model).unwrap()
    }

    #[test]
    fn it_says_where_the_person_is() {
        let screen = Screen::of(&opened()).unwrap();
        assert_eq!(
            screen.place.words,
            Words::with(
                "popup_place_page",
                [Arg::Key("popup_page_account_settings")]
            )
        );
        assert!(!screen.place.link && screen.running.is_none() && screen.chooser.is_some());
    }

    #[test]
    fn away_from_aliexpress_it_links_there_and_start_says_why_not() {
        for place in [
            Place::Foreign(None),
            Place::LookAlike("a".into()),
            Place::Insecure,
            Place::Browser,
            Place::Gone,
        ] {
            let mut model = at(place);
            model.update(Event::Chose(FlowId::Reactivate));
            let screen = Screen::of(&model).unwrap();
            let chooser = screen.chooser.unwrap();
            assert!(screen.place.link && !chooser.start.unwrap().enabled);
            assert_eq!(chooser.hint, Words::new("popup_hint_place"));
        }
    }

    #[test]
    fn the_russian_site_gets_the_truth_and_an_address_to_write_to() {
        let screen = Screen::of(&at(Place::Russian)).unwrap();
        assert!(screen.place.contact && screen.place.link);
    }

    #[test]
    fn there_is_one_start_for_the_chosen_way_and_none_before() {
        let mut model = opened();
        assert_eq!(Screen::of(&model).unwrap().chooser.unwrap().start, None);
        model.update(Event::Chose(FlowId::Deactivate));
        let chooser = Screen::of(&model).unwrap().chooser.unwrap();
        assert_eq!(chooser.start.unwrap().flow, FlowId::Deactivate);
        assert_eq!(chooser.boxes.len(), 5);
        assert_eq!(chooser.boxes[0].words, "popup_consequence_data_stays");
    }

    #[test]
    fn the_hint_names_what_is_unticked() {
        let mut model = opened();
        model.update(Event::Chose(FlowId::Delete));
        for id in [
            ConsequenceId::Data,
            ConsequenceId::Access,
            ConsequenceId::Disputes,
        ] {
            model.update(Event::Ticked(id, true));
        }
        let chooser = Screen::of(&model).unwrap().chooser.unwrap();
        let left = vec!["popup_name_orders", "popup_name_balance"];
        assert_eq!(
            chooser.hint,
            Words::with("popup_hint_unticked", [Arg::Keys(left)])
        );
    }

    #[test]
    fn it_recommends_by_the_reason_and_by_the_page() {
        let mut model = at(Place::Page(PageId::DeactivateForm));
        model.update(Event::Reasoned(ReasonId::Privacy));
        let cards = Screen::of(&model).unwrap().chooser.unwrap().cards;
        let of = |flow| *cards.iter().find(|card| card.flow == flow).unwrap();
        assert!(of(FlowId::Delete).recommended && !of(FlowId::Delete).offered);
        assert!(of(FlowId::Deactivate).offered && !of(FlowId::Deactivate).recommended);
    }

    #[test]
    fn a_private_window_is_advised_for_remove_only() {
        let mut model = opened();
        model.update(Event::Chose(FlowId::Delete));
        assert_eq!(Screen::of(&model).unwrap().chooser.unwrap().private, None);
        model.update(Event::Chose(FlowId::Remove));
        assert_eq!(
            Screen::of(&model).unwrap().chooser.unwrap().private,
            Some("popup_private_why")
        );
        model.look.as_mut().unwrap().private = true;
        assert_eq!(
            Screen::of(&model).unwrap().chooser.unwrap().private,
            Some("popup_private_already")
        );
    }

    #[test]
    fn whoever_asks_the_account_back_is_told_what_to_expect() {
        let mut model = opened();
        for &flow in FlowId::ALL {
            model.update(Event::Chose(flow));
            let chooser = Screen::of(&model).unwrap().chooser.unwrap();
            assert_eq!(chooser.way_back, flow == FlowId::Reactivate);
            assert_eq!(chooser.consent, flow == FlowId::Prepare);
        }
    }

    #[test]
    fn a_running_guide_says_its_step_and_what_it_filled() {
        let mut model = guided(FlowId::Deactivate);
        let screen = said(
            &mut model,
            r#"{"page":{"id":"deactivate-form"},"step":{"number":6,"count":8},"state":"act","filled":["email","phrase"],
                "before":[{"id":"orders","state":"open","open":2},{"id":"balance","state":"unknown","seen":3,"of":9}]}"#,
        );
        let running = screen.running.unwrap();
        assert_eq!(running.step, Some((6, 8)));
        assert_eq!(running.words, Words::new("popup_state_act"));
        let fields = vec!["popup_field_email", "popup_field_phrase"];
        assert_eq!(
            running.filled,
            Some(Words::with("popup_filled", [Arg::Keys(fields)]))
        );
        assert_eq!(running.before[1].words.key, "popup_before_part");
        assert!(
            screen.chooser.is_none(),
            "the chooser opens only to change the way"
        );
    }

    #[test]
    fn a_switch_offers_every_other_way() {
        let mut model = guided(FlowId::Deactivate);
        model.update(Event::PressedSwitch);
        let chooser = Screen::of(&model).unwrap().chooser.unwrap();
        assert!(!chooser.asks);
        assert_eq!(chooser.cards.len(), FlowId::ALL.len() - 1);
    }

    #[test]
    fn a_detour_is_no_mistake_while_a_guide_runs() {
        let mut model = guided(FlowId::Delete);
        model.look.as_mut().unwrap().place = Place::Foreign(Some("accounts.example".into()));
        let screen = Screen::of(&model).unwrap();
        assert_eq!(screen.place.more, Some(Words::new("popup_place_detour")));
        assert!(!screen.place.link);
        assert_eq!(
            screen.running.unwrap().words,
            Words::new("popup_state_elsewhere")
        );
    }

    #[test]
    fn an_engine_that_failed_or_fell_silent_ends_in_reload() {
        let mut model = guided(FlowId::Delete);
        assert!(!Screen::of(&model).unwrap().reload);
        if let Ok(Some(running)) = &mut model.look.as_mut().unwrap().running {
            running.trouble = Some(Trouble::Injection);
        }
        let screen = Screen::of(&model).unwrap();
        assert!(screen.reload);
        assert_eq!(
            screen.running.unwrap().words,
            Words::new("popup_trouble_injection")
        );
    }

    #[test]
    fn a_guide_that_was_cut_short_is_named_with_the_way_on() {
        let mut model = at(Place::Foreign(None));
        model.look.as_mut().unwrap().cut = Some(FlowId::Delete);
        let screen = Screen::of(&model).unwrap();
        let cut = screen.cut.unwrap();
        assert_eq!(
            cut.title,
            Words::with("popup_cut_title", [Arg::Key("popup_way_delete")])
        );
        assert_eq!(cut.words, Words::new("popup_cut_elsewhere"));
        assert_eq!(cut.link, Some(Flow::of(FlowId::Delete).home));
        assert!(!screen.place.link, "one way on is enough");
    }

    #[test]
    fn on_a_page_of_its_way_a_guide_that_was_cut_short_can_be_taken_up_at_once() {
        let mut model = opened();
        model.look.as_mut().unwrap().cut = Some(FlowId::Deactivate);
        let cut = Screen::of(&model).unwrap().cut.unwrap();
        assert_eq!((cut.words, cut.link), (Words::new("popup_cut_here"), None));
    }

    #[test]
    fn a_background_that_does_not_answer_is_said() {
        let mut model = opened();
        model.look.as_mut().unwrap().running = Err(Trouble::Unheard);
        assert_eq!(
            Screen::of(&model).unwrap().notice,
            Some((Tone::Care, Words::new("popup_trouble_unheard")))
        );
    }
}
