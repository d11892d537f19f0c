//! Fields and lookups: what is handed over when, and what stays when it is refused.

use super::page::{
    Page, click, focus, frame, leave, paste, pointer, press, type_over, until, value,
};
use leptos::prelude::*;
use lokikirja::ui::parts::button::Button;
use lokikirja::ui::parts::entry::Check;
use lokikirja::ui::parts::field::{NumberField, TextField};
use lokikirja::ui::parts::field_choice::CheckField;
use lokikirja::ui::parts::picker::{Picker, PickerItem};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_text_is_handed_over_once_when_the_field_is_left_or_enter_is_pressed() {
    let told = RwSignal::new(Vec::new());
    let commit = move |text: String| told.update(|told| told.push(text));
    let page = Page::with(move || {
        view! { <TextField label="Name" value="Adatum" on_commit=commit /> }.into_any()
    })
    .await;
    let input = page.one("input");
    focus(&input);
    leave(&input);
    assert!(told.get_untracked().is_empty(), "nothing was changed");
    type_over(&input, "Adatum Oy");
    press("Enter");
    leave(&input);
    assert_eq!(told.get_untracked(), ["Adatum Oy"]);
}

#[wasm_bindgen_test]
async fn a_number_that_cannot_be_read_stays_as_typed_with_the_reason_at_the_field() {
    let told = RwSignal::new(String::from("8,00"));
    let check = Check::new(|text: String| match text.parse::<f64>() {
        Ok(_) => Ok(format!("{text},00")),
        Err(_) => Err("not a number".to_owned()),
    });
    let commit = move |text: String| told.set(text);
    let page = Page::with(move || {
        view! { <NumberField label="Cost" value=told check=check on_commit=commit /> }.into_any()
    })
    .await;
    let input = page.one("input");
    type_over(&input, "many");
    leave(&input);
    until(|| input.get_attribute("aria-invalid").as_deref() == Some("true")).await;
    assert_eq!(value(&input), "many");
    assert_eq!(told.get_untracked(), "8,00");
    let described = input
        .get_attribute("aria-describedby")
        .expect("the error describes the field");
    assert_eq!(
        page.one(&format!("#{described}")).text_content().as_deref(),
        Some("not a number")
    );
    type_over(&input, "15");
    leave(&input);
    until(|| input.get_attribute("aria-invalid").is_none()).await;
    assert_eq!(
        (value(&input).as_str(), told.get_untracked().as_str()),
        ("15,00", "15,00")
    );
}

#[wasm_bindgen_test]
async fn escape_gives_up_what_was_typed_and_hands_nothing_over() {
    let told = RwSignal::new(Vec::new());
    let given_up = RwSignal::new(0);
    let commit = move |text: String| told.update(|told| told.push(text));
    let give_up = Some(Callback::new(move |()| given_up.update(|n| *n += 1)));
    let page = Page::with(move || {
        view! { <TextField label="Name" value="Adatum" on_commit=commit on_give_up=give_up /> }
            .into_any()
    })
    .await;
    let input = page.one("input");
    focus(&input);
    type_over(&input, "Adatum Oy");
    press("Escape");
    assert_eq!(value(&input), "Adatum");
    leave(&input);
    assert!(told.get_untracked().is_empty());
    assert_eq!(given_up.get_untracked(), 1);
    focus(&input);
    press("Escape");
    assert_eq!(given_up.get_untracked(), 1, "there was nothing to give up");
}

#[wasm_bindgen_test]
async fn a_text_beyond_its_limit_is_kept_counted_and_not_handed_over() {
    let told = RwSignal::new(Vec::new());
    let commit = move |text: String| told.update(|told| told.push(text));
    let page = Page::with(move || {
        view! { <TextField label="Name" value="" limit=5 on_commit=commit /> }.into_any()
    })
    .await;
    let input = page.one("input");
    type_over(&input, "Ääkkönen");
    leave(&input);
    until(|| !page.all("[data-invalid]").is_empty()).await;
    assert_eq!(value(&input), "Ääkkönen");
    assert!(told.get_untracked().is_empty());
    assert!(
        page.one(".field-error")
            .text_content()
            .is_some_and(|text| text.contains('3'))
    );
    type_over(&input, "Ääkkö");
    leave(&input);
    until(|| page.all("[data-invalid]").is_empty()).await;
    assert_eq!(told.get_untracked(), ["Ääkkö"]);
}

#[wasm_bindgen_test]
async fn several_lines_are_not_pasted_into_one() {
    let page = Page::with(|| view! { <TextField label="Name" value="" /> }.into_any()).await;
    let input = page.one("input");
    assert!(
        paste(&input, "040 555 0101\r\n"),
        "a line break at the end is no line"
    );
    assert!(!paste(&input, "Adatum Oy\nHelsinki"));
    until(|| !page.all("[data-invalid]").is_empty()).await;
    assert_eq!(value(&input), "");
}

#[wasm_bindgen_test]
async fn a_value_that_comes_from_elsewhere_replaces_what_was_refused() {
    let cost = RwSignal::new(String::from("8,00"));
    let check = Check::new(|_| Err("not a number".to_owned()));
    let page = Page::with(move || {
        view! { <NumberField label="Cost" value=cost check=check /> }.into_any()
    })
    .await;
    let input = page.one("input");
    type_over(&input, "many");
    leave(&input);
    until(|| !page.all("[data-invalid]").is_empty()).await;
    cost.set("45,00".into());
    until(|| page.all("[data-invalid]").is_empty()).await;
    assert_eq!(value(&input), "45,00");
}

#[wasm_bindgen_test]
async fn a_check_that_the_page_refuses_shows_what_is_so() {
    let page = Page::with(|| {
        view! { <CheckField label="Send" checked=false on_change=|_| () /> }.into_any()
    })
    .await;
    let input: web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(page.one("input"));
    click(&input);
    assert!(!input.checked());
}

#[wasm_bindgen_test]
async fn a_busy_or_blocked_button_does_nothing_and_says_why() {
    let n = RwSignal::new(0);
    let busy = RwSignal::new(false);
    let why = RwSignal::new(None::<String>);
    let press = move |_| {
        n.update(|n| *n += 1);
        busy.set(true);
    };
    let page = Page::with(move || {
        view! { <Button label="OK" busy=busy blocked=why on_press=press /> }.into_any()
    })
    .await;
    let button = page.one("button");
    click(&button);
    click(&button);
    assert_eq!(
        n.get_untracked(),
        1,
        "a click that comes twice does the thing once"
    );
    busy.set(false);
    why.set(Some("no template".into()));
    until(|| button.get_attribute("aria-disabled").as_deref() == Some("true")).await;
    click(&button);
    assert_eq!(n.get_untracked(), 1);
    assert_eq!(
        button.get_attribute("title").as_deref(),
        Some("no template")
    );
}

fn names(typed: String) -> Vec<PickerItem> {
    ["Adatum Oy", "Coho Vineyard", "Fabrikam Oyj"]
        .into_iter()
        .filter(|name| name.to_lowercase().contains(&typed.to_lowercase()))
        .map(|name| PickerItem::new(name, name, ""))
        .collect()
}

/// A lookup whose page takes the first match of a typed text.
struct Lookup {
    page: Page,
    picked: RwSignal<Option<PickerItem>>,
}

impl Lookup {
    async fn new() -> Self {
        let picked = RwSignal::new(names("fab".into()).pop());
        let refused = RwSignal::new(None::<String>);
        let pick = move |key: Option<String>| picked.set(key.and_then(|key| names(key).pop()));
        let text = move |text: String| match names(text).into_iter().next() {
            Some(first) => picked.set(Some(first)),
            None => refused.set(Some("no contact".into())),
        };
        let page = Page::with(move || {
            view! { <Picker label="Contact" selected=picked source=names on_pick=pick on_text=text error=refused /> }.into_any()
        })
        .await;
        Self { page, picked }
    }

    fn picked(&self) -> Option<String> {
        self.picked.get_untracked().map(|item| item.key)
    }
}

#[wasm_bindgen_test]
async fn a_lookup_is_done_by_typing_and_enter() {
    let lookup = Lookup::new().await;
    let input = lookup.page.one("input");
    assert_eq!(value(&input), "Fabrikam Oyj");
    type_over(&input, "a");
    until(|| input.get_attribute("aria-expanded").as_deref() == Some("true")).await;
    assert_eq!(lookup.page.all("[role=option]").len(), 3);
    assert_eq!(
        lookup.page.active_text("input").as_deref(),
        Some("Adatum Oy")
    );
    press("ArrowDown");
    until(|| lookup.page.active_text("input").as_deref() == Some("Coho Vineyard")).await;
    press("Enter");
    assert_eq!(lookup.picked().as_deref(), Some("Coho Vineyard"));
    until(|| value(&input) == "Coho Vineyard").await;
    assert_eq!(
        input.get_attribute("aria-expanded").as_deref(),
        Some("false")
    );
}

#[wasm_bindgen_test]
async fn esc_puts_the_record_back() {
    let lookup = Lookup::new().await;
    let input = lookup.page.one("input");
    type_over(&input, "coho");
    frame().await;
    press("Escape");
    until(|| value(&input) == "Fabrikam Oyj").await;
    assert_eq!(lookup.picked().as_deref(), Some("Fabrikam Oyj"));
}

#[wasm_bindgen_test]
async fn a_typed_text_is_the_page_s_to_take_and_stays_when_it_is_refused() {
    let lookup = Lookup::new().await;
    let input = lookup.page.one("input");
    type_over(&input, "ada");
    leave(&input);
    assert_eq!(lookup.picked().as_deref(), Some("Adatum Oy"));
    until(|| value(&input) == "Adatum Oy").await;
    type_over(&input, "nobody");
    leave(&input);
    until(|| !lookup.page.all("[data-invalid]").is_empty()).await;
    assert_eq!(value(&input), "nobody");
    assert_eq!(lookup.picked().as_deref(), Some("Adatum Oy"));
}

#[wasm_bindgen_test]
async fn an_emptied_lookup_picks_nothing() {
    let lookup = Lookup::new().await;
    let input = lookup.page.one("input");
    type_over(&input, "");
    leave(&input);
    assert_eq!(lookup.picked(), None);
}

#[wasm_bindgen_test]
async fn the_choices_of_a_lookup_stand_in_groups_under_their_headings() {
    let source = |_: String| {
        let item = |name: &str, group: &str| PickerItem {
            group: group.to_owned(),
            ..PickerItem::new(name, name, "")
        };
        vec![
            item("Home", "Pages"),
            item("Setup", "Pages"),
            item("Adatum Oy", "Contacts"),
            item("New", ""),
        ]
    };
    let picked = RwSignal::new(None::<String>);
    let page = Page::with(move || {
        view! { <Picker label="Jump" selected=Signal::stored(None) source=source on_pick=move |key| picked.set(key) alone=true /> }
            .into_any()
    })
    .await;
    let input = page.one("input");
    // It is there for the choices: they show as soon as the field has the focus.
    focus(&input);
    until(|| page.all("[role=option]").len() == 4).await;
    let groups = page.all("[role=group]");
    let names: Vec<_> = groups
        .iter()
        .filter_map(|group| {
            let id = group.get_attribute("aria-labelledby")?;
            document().get_element_by_id(&id)?.text_content()
        })
        .collect();
    assert_eq!(names, ["Pages", "Contacts"]);
    // The arrows go through all groups.
    for _ in 0..3 {
        press("ArrowDown");
    }
    until(|| page.active_text("input").as_deref() == Some("Adatum Oy")).await;
    press("Enter");
    assert_eq!(picked.get_untracked().as_deref(), Some("Adatum Oy"));
}

/// A press that leaves a field ends on the button on which it began: what is wrong appears after it.
#[wasm_bindgen_test]
async fn what_is_wrong_with_a_field_appears_when_the_press_that_left_it_has_ended() {
    let error = RwSignal::new(None::<String>);
    let page = Page::with(move || {
        view! {
            <TextField label="Phone" value="" error=error/>
            <Button label="Next" on_press=|()| {}/>
        }
        .into_any()
    })
    .await;
    let button = page.one("button");
    let foot = page.one(".field-error");
    let top = button.get_bounding_client_rect().top();
    pointer(&button, "pointerdown");
    error.set(Some("not a phone number".into()));
    frame().await;
    assert_eq!(button.get_bounding_client_rect().top(), top);
    assert_eq!(foot.text_content().unwrap_or_default(), "");
    pointer(&button, "pointerup");
    until(|| foot.text_content().as_deref() == Some("not a phone number")).await;
    assert!(button.get_bounding_client_rect().top() > top);

    // A list of choices of the browser's own swallows the end of a press.
    pointer(&button, "pointerdown");
    error.set(None);
    frame().await;
    pointer(&button, "pointermove");
    until(|| foot.text_content().unwrap_or_default().is_empty()).await;
}
