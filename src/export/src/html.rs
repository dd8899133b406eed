//! HTML: one page to read and to print, without script, and with nothing to load.

use farewell_orders::{Item, Order, OrderFile};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The words of the page, in the language of whoever saves it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct HtmlWords {
    /// The language of these words.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// The page's title.
    pub title: String,
    /// How far this is all there is, in a sentence or two.
    pub about: Vec<String>,
    /// What a field is called, by its name in the CSV file; a name without a word is shown as it is.
    pub fields: BTreeMap<String, String>,
}

const STYLE: &str = "
body{font:0.875rem/1.45 system-ui,sans-serif;max-inline-size:60rem;margin:1rem auto;padding-inline:1rem;color:#1b2620;background:#fff}
article{break-inside:avoid;border-block-start:1px solid #7c8a81;padding-block:.75rem}
h1{font-size:1.25rem}h2{font-size:1rem;margin:0}
dl{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-block:.5rem}dl div{display:flex;gap:.375rem}
dt,th{font-weight:600;text-align:start}dd{margin:0}
table{border-collapse:collapse;inline-size:100%}th,td{padding:.25rem .5rem;border-block-end:1px solid #d8ded8;vertical-align:top}
td,dd,h2{overflow-wrap:anywhere}a{color:#14633a}
";

/// Nothing may be loaded and nothing may run: the texts are the site's.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

pub(crate) fn write(file: &OrderFile, words: &HtmlWords) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(words.language) dir=(words.direction) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (words.title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (words.title) }
                @for line in &words.about { p { (line) } }
                @for order in &file.orders { (article(order, words)) }
            }
        }
    };
    page.into_string()
}

fn article(order: &Order, words: &HtmlWords) -> Markup {
    let fields = [
        ("order_date", &order.order_date),
        ("status", &order.status),
        ("store", &order.store),
        ("order_total", &order.total.amount),
        ("currency", &order.total.currency),
        ("order_total_text", &order.total.text),
        ("protection_until", &order.protection_until),
    ];
    html! {
        article {
            h2 { (name(words, "order_id")) " " (link("order_id", Some(&order.order_id), order.order_url.as_deref())) }
            dl {
                @for (field, value) in fields {
                    @if let Some(value) = value {
                        div {
                            dt { (name(words, field)) }
                            dd {
                                @if field == "store" { (link(field, Some(value), order.store_url.as_deref())) }
                                @else { bdi data-field=(field) { (value) } }
                            }
                        }
                    }
                }
                @if let (None, Some(url)) = (&order.store, &order.store_url) {
                    div { dt { (name(words, "store")) } dd { (link("store_url", Some(url), Some(url))) } }
                }
            }
            @if !order.items.is_empty() { (items(&order.items, words)) }
        }
    }
}

fn items(items: &[Item], words: &HtmlWords) -> Markup {
    html! {
        table {
            thead {
                tr {
                    @for field in ["item_id", "item", "variant", "quantity", "unit_price", "currency"] {
                        th scope="col" { (name(words, field)) }
                    }
                }
            }
            tbody {
                @for item in items {
                    tr {
                        td { (link("item_id", item.item_id.as_deref(), item.item_url.as_deref())) }
                        td { (cell("item", item.item.as_deref())) }
                        td { (cell("variant", item.variant.as_deref())) }
                        td { (cell("quantity", item.quantity.map(|quantity| quantity.to_string()).as_deref())) }
                        td { (cell("unit_price", item.unit_price.as_deref())) }
                        td { (cell("currency", item.currency.as_deref())) }
                    }
                }
            }
        }
    }
}

fn name<'a>(words: &'a HtmlWords, field: &'a str) -> &'a str {
    words.fields.get(field).map_or(field, String::as_str)
}

fn cell(field: &str, value: Option<&str>) -> Markup {
    html! { @if let Some(value) = value { bdi data-field=(field) { (value) } } }
}

/// The value, as a link where there is an address. An address without a value is shown itself.
fn link(field: &str, value: Option<&str>, url: Option<&str>) -> Markup {
    html! {
        @match (value, url.filter(|url| url.starts_with("https://"))) {
            (Some(value), Some(url)) => { a href=(url) rel="noreferrer" { bdi data-field=(field) { (value) } } },
            (None, Some(url)) => { a href=(url) rel="noreferrer" { bdi { (url) } } },
            (value, None) => { (cell(field, value)) },
        }
    }
}
