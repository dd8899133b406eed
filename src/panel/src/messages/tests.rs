//! What the popup makes of what it hears.

use super::*;

fn from<T: for<'a> Deserialize<'a>>(json: &str) -> T {
    serde_json::from_str(json).unwrap()
}

#[test]
fn a_guide_travels_there_and_back() {
    let guide = Guide {
        flow: FlowId::Delete,
        reason: Some(ReasonId::Security),
        email: "ana@example.org".to_owned(),
        ticked: ConsequenceId::ALL.to_vec(),
    };
    let json = serde_json::to_string(&GuideMessage::new(&guide)).unwrap();
    assert!(!json.contains("failed"));
    assert!(json.contains(r#""keepsOrders":false"#));
    assert_eq!(from::<GuideMessage>(&json).guide(), Some(guide));
}

#[test]
fn an_engine_that_failed_is_trouble_whatever_the_code() {
    for (json, trouble) in [
        (r#"{"flow":"delete"}"#, None),
        (r#"{"flow":"delete","failed":null}"#, None),
        (r#"{"flow":"delete","failed":false}"#, None),
        (
            r#"{"flow":"delete","failed":true}"#,
            Some(Trouble::Injection),
        ),
        (
            r#"{"flow":"delete","failed":true,"where":"overlay"}"#,
            Some(Trouble::Fought),
        ),
        (
            r#"{"flow":"delete","failed":"permission"}"#,
            Some(Trouble::Permission),
        ),
        (
            r#"{"flow":"delete","trouble":"permission"}"#,
            Some(Trouble::Permission),
        ),
        (r#"{"flow":"delete","trouble":null}"#, None),
        (
            r#"{"flow":"delete","failed":"boom"}"#,
            Some(Trouble::Injection),
        ),
    ] {
        assert_eq!(from::<GuideMessage>(json).trouble(), trouble, "{json}");
    }
}

#[test]
fn no_guide_and_a_guide_of_another_version_are_no_guide() {
    assert!(from::<GuideAnswer>(r#"{"guide":null}"#).guide.is_none());
    assert_eq!(from::<GuideMessage>(r#"{"flow":"levitate"}"#).guide(), None);
}

#[test]
fn an_order_without_a_clear_answer_failed() {
    assert_eq!(from::<Done>(r#"{"ok":true}"#).outcome(), Ok(()));
    assert_eq!(
        from::<Done>(r#"{"error":"gone"}"#).outcome(),
        Err(Trouble::Gone)
    );
    assert_eq!(from::<Done>("{}").outcome(), Err(Trouble::Unheard));
}

#[test]
fn a_status_is_read_as_far_as_it_goes() {
    let status: Status = from(
        r#"{"version":"0.1.0","engine":"wasm","flow":"delete","page":{"id":"verify-code","confidence":90},
            "step":{"id":"code","number":7,"count":9},"state":"wait","targets":[],"filled":["phrase","new"],
            "before":[{"id":"orders","state":"open","open":2,"seen":20,"of":214},{"id":"balance","state":"?"}],
            "ms":{"start":1.5,"detect":0.2}}"#,
    );
    assert_eq!(status.page(), Some(PageId::VerifyCode));
    assert_eq!(status.step(), Some((7, 9)));
    assert_eq!(status.state(), Some(State::Wait));
    assert_eq!(status.filled(), [ControlId::Phrase]);
    let orders = Before {
        id: ConsequenceId::Orders,
        known: Known::Open(Some(2)),
        read: Some((20, 214)),
    };
    let balance = Before {
        id: ConsequenceId::Balance,
        known: Known::Unknown,
        read: None,
    };
    assert_eq!(status.before(), [orders, balance]);
    for empty in [
        "{}",
        r#"{"page":null,"step":null}"#,
        r#"{"step":{"id":"","number":0,"count":0}}"#,
    ] {
        assert_eq!(from::<Status>(empty).step(), None);
    }
}

#[test]
fn a_draft_gives_another_tab_the_choice_but_neither_ticks_nor_email() {
    let form = Form {
        flow: Some(FlowId::Delete),
        reason: Some(ReasonId::Privacy),
        email: "ana@example.org".to_owned(),
        ticked: vec![ConsequenceId::Orders],
        step: Step::Email,
    };
    let draft = Draft::new(7, &form);
    assert_eq!(draft.form(7), form);
    assert_eq!(
        draft.form(8),
        Form {
            email: String::new(),
            ticked: vec![],
            step: Step::Ways,
            ..form
        }
    );
}
