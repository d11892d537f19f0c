//! Setup: getting started, who works here, the companies of this device, and the way to all
//! settings.

mod companies;

use crate::domain::Table;
use crate::domain::classification::ClassKind;
use crate::domain::code::TEXT_MAX;
use crate::domain::salesperson::Salesperson;
use crate::language::Messages;
use crate::ui::cards::checklist::checklist;
use crate::ui::cards::salespeople::making_salesperson;
use crate::ui::companies::Companies;
use crate::ui::lookups;
use crate::ui::parts::field::TextField;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::picker::Picker;
use crate::ui::parts::sections::Card;
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::tell::tell_trouble;
use crate::ui::text::{tr, tr_with};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The setup page.
#[component]
pub fn Setup(
    /// The companies of this device.
    companies: Companies,
    /// The open one.
    store: Store,
) -> impl IntoView {
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{tr(|m| m.frame.setup)}</h1>
                <p class="page-sub">{move || store.company().name}</p>
            </div>
        </header>
        <div class="stack">
            <Show when=move || !store.company().started>{checklist(store, true)}</Show>
            <div class="columns-2">
                <div class="stack">{names(store)} {companies::on_this_device(companies, store)}</div>
                <div class="stack">{settings()} {classification()}</div>
            </div>
        </div>
    }
    .into_any()
}

/// The name of the company, and who the user is in it.
fn names(store: Store) -> AnyView {
    let rename = Callback::new(move |typed: String| {
        let name = typed.trim().to_string();
        if name.is_empty() {
            return;
        }
        spawn_local(async move {
            if let Err(trouble) = store.rename(name).await {
                tell_trouble(&trouble);
            }
        });
    });
    let name_user = Callback::new(move |typed: String| {
        store.change_company(|company| company.user = typed.trim().to_string());
    });
    let me = store.memo(&[Table::Salesperson], move |records| {
        let row = records.get::<Salesperson>(store.company().my_salesperson?)?;
        Some(lookups::salesperson_item(row))
    });
    let source = Callback::new(move |typed: String| {
        store.peek(|records| lookups::salespeople(records, &typed))
    });
    let choose_me = Callback::new(move |key: Option<String>| {
        let chosen = key.and_then(|key| lookups::salesperson_key(&key));
        store.change_company(|company| company.my_salesperson = chosen);
    });
    let making = making_salesperson(store, move |id| {
        store.change_company(|company| company.my_salesperson = Some(id));
    });
    view! {
        <Card title=tr_with(|m| m.start.step_name.into())>
            <div class="stack">
                <TextField
                    label=tr(|m| m.start.company_name)
                    value=Signal::derive(move || store.company().name)
                    on_commit=rename
                    limit=TEXT_MAX as u32
                />
                <TextField
                    label=tr(|m| m.start.your_name)
                    value=Signal::derive(move || store.company().user)
                    on_commit=name_user
                    limit=TEXT_MAX as u32
                />
                <Picker
                    label=tr(|m| m.start.your_salesperson)
                    selected=me
                    source=source
                    on_pick=choose_me
                    on_new=making.ask
                    hint=tr_with(|m| m.start.your_salesperson_hint.into())
                />
                {making.dialog()}
            </div>
        </Card>
    }
    .into_any()
}

fn settings() -> AnyView {
    type Words = fn(&'static Messages) -> &'static str;
    let links: [(Page, Icon, Words); 8] = [
        (Page::MarketingSetup, Icon::Setup, |m| {
            (m.terms.records)(Table::Setup)
        }),
        (Page::NumberSeries, Icon::Number, |m| {
            (m.terms.records)(Table::NumberSeries)
        }),
        (Page::Templates, Icon::Template, |m| {
            (m.terms.records)(Table::InteractionTemplate)
        }),
        (Page::Groups, Icon::Archive, |m| {
            (m.terms.records)(Table::InteractionGroup)
        }),
        (Page::Salespeople, Icon::Salesperson, |m| {
            (m.terms.records)(Table::Salesperson)
        }),
        (Page::CampaignStatuses, Icon::Campaign, |m| {
            (m.terms.records)(Table::CampaignStatus)
        }),
        (Page::Backup, Icon::Download, |m| m.backup.title),
        (Page::CheckData, Icon::Done, |m| m.checking.title),
    ];
    let rows = links
        .map(|(page, picture, words)| setting(page, picture, tr_with(move |m| words(m).into())));
    view! {
        <Card title=tr_with(|m| m.start.all_settings.into())>
            <ul class="rows">{rows.collect_view()}</ul>
        </Card>
    }
    .into_any()
}

/// The way to the six tables by which contacts are told apart.
fn classification() -> AnyView {
    let one = |kind: &ClassKind| {
        let kind = *kind;
        let name = tr_with(move |m| (m.terms.records)(kind.table()).into());
        setting(Page::Classes(kind), Icon::Archive, name)
    };
    view! {
        <Card title=tr_with(|m| m.class_pages.classification.into())>
            <ul class="rows">{ClassKind::ALL.iter().map(one).collect_view()}</ul>
        </Card>
    }
    .into_any()
}

fn setting(page: Page, picture: Icon, name: Signal<String>) -> AnyView {
    view! {
        <li>
            <a class="row setting-link" href=Route::to(page).href()>
                {icon(picture)}
                <span class="row-text"><span class="row-title">{name}</span></span>
                {icon(Icon::ChevronRight)}
            </a>
        </li>
    }
    .into_any()
}
