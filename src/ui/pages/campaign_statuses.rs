//! Campaign statuses: a list, and each status in a dialog.

use crate::domain::campaign::{Campaign, CampaignStatus, StatusEdit};
use crate::domain::filter::Kind;
use crate::domain::id::CampaignStatusId;
use crate::domain::{Command, Field, Records, Table};
use crate::language::Messages;
use crate::ui::called::called;
use crate::ui::cards::editing::Editing;
use crate::ui::cards::new_record::NewRecord;
use crate::ui::cards::removing::{Removal, removal_question};
use crate::ui::cards::row_dialog::row_dialog;
use crate::ui::cards::statuses::{new_status, status_removal};
use crate::ui::lists::rows::{ListField, id_of, key_of};
use crate::ui::lists::small::{Cell, Line, SmallList, small_list};
use crate::ui::navigate::close_sheet;
use crate::ui::parts::button::LinkButton;
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{PhonePlace, SortBy, Width};
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use std::sync::Arc;

/// The page of campaign statuses.
#[component]
pub fn CampaignStatuses(
    /// The open company.
    store: Store,
) -> impl IntoView {
    let open = RwSignal::new(None::<CampaignStatusId>);
    let removal = RwSignal::new(None::<Removal>);
    let new = NewRecord::on_page(|m| m.campaign_pages.new_status);
    let is_new = new.is_asked();
    let lines = Memo::new(move |_| {
        let m = texts();
        store.read(&[Table::CampaignStatus, Table::Campaign], |records| {
            let mut rows: Vec<_> = records.all::<CampaignStatus>().collect();
            rows.sort_by(|a, b| a.code.cmp(&b.code));
            let lines = rows.into_iter().map(|row| line(m, records, row));
            Arc::new(lines.collect::<Vec<_>>())
        })
    });
    let made = Callback::new(|_: CampaignStatusId| close_sheet());
    let close_new = Callback::new(|()| close_sheet());
    let label = tr_with(|m| (m.terms.records)(Table::CampaignStatus).into());
    let list = small_list(
        store,
        SmallList {
            name: "campaign-statuses",
            label,
            fields: Signal::derive(fields),
            lines,
            own_sort: Some(SortBy {
                column: "code",
                descending: false,
            }),
            cell: None,
            on_open: Some(Callback::new(move |key| open.set(Some(id_of(key))))),
            on_active: None,
            on_delete: Some(Callback::new(move |key| {
                removal.set(status_removal(store, id_of(key)));
            })),
            empty: (move || {
                new.empty(
                    Icon::Campaign,
                    |m| m.campaign_pages.no_statuses,
                    |m| m.campaign_pages.no_statuses_detail,
                )
            })
            .into(),
        },
    );
    let is_any = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    view! {
        <header class="page-head">
            <div class="page-head-text">
                <h1>{label}</h1>
                <p class="page-sub">{tr(|m| m.campaign_pages.statuses_detail)}</p>
            </div>
            <div class="page-actions">
                <Show when=move || is_any.get()>{new.button()}</Show>
                <LinkButton
                    label=tr(|m| (m.terms.records)(Table::Campaign))
                    href=Route::to(Page::Campaigns).href()
                />
            </div>
        </header>
        <div class="page-body page-fill">{list}</div>
        {move || open.get().map(|id| status_dialog(store, id, open, removal))}
        <Show when=move || is_new.get()>{new_status(store, "", made, close_new)}</Show>
        {removal_question(store, removal, None)}
    }
    .into_any()
}

fn fields() -> Vec<ListField> {
    let whole = Kind::Number { decimals: 0 };
    let counted = tr(|m| m.campaign_pages.n_campaigns);
    vec![
        ListField::of("code", Field::Code, Width::Px(140), Kind::Code).phone(PhonePlace::End),
        ListField::of(
            "description",
            Field::Description,
            Width::Grow(220),
            Kind::Text,
        )
        .phone(PhonePlace::Title),
        ListField::called("n", counted, Width::Px(140), whole)
            .end()
            .phone(PhonePlace::Detail),
    ]
}

fn line(m: &Messages, records: &Records, row: &CampaignStatus) -> Line {
    let campaigns = records.all::<Campaign>();
    let n = campaigns.filter(|campaign| campaign.status == Some(row.id));
    let n = u32::try_from(n.count()).unwrap_or(u32::MAX);
    // What opens it needs a name.
    let title = called(&row.description, row.code.as_str());
    Line {
        key: key_of(row.id),
        href: String::new(),
        cells: vec![
            ("code", Cell::code(&row.code)),
            ("description", Cell::text(title)),
            (
                "n",
                Cell::figure(m.format.count(n.into()), n.into())
                    .on_card((m.terms.n_records)(Table::Campaign, n)),
            ),
        ],
    }
}

/// One status with its fields.
fn status_dialog(
    store: Store,
    id: CampaignStatusId,
    open: RwSignal<Option<CampaignStatusId>>,
    removal: RwSignal<Option<Removal>>,
) -> AnyView {
    let card = Editing::<CampaignStatus>::new(store, id, Command::EditCampaignStatus);
    let title = card.read(|row| called(&row.description, row.code.as_str()).to_string());
    let inside = move || {
        view! {
            <div class="fields">
                {card
                    .code(Field::Code, |row| row.code.to_string(), StatusEdit::Code)
                    .required()
                    .text(0)}
                {card
                    .line(
                        Field::Description,
                        |row| row.description.clone(),
                        StatusEdit::Description,
                    )
                    .text(100)}
            </div>
        }
        .into_any()
    };
    row_dialog(
        title,
        open,
        removal,
        move || status_removal(store, id),
        inside,
    )
}
