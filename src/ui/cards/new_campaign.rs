//! The dialog of a new campaign: from the list of campaigns, or made on the way.

use super::creating::Creating;
use super::reading;
use super::salespeople::{my_salesperson, salesperson_field};
use super::series::new_number;
use super::statuses::status_field;
use crate::browser::clock;
use crate::domain::campaign::{Campaign, CampaignEdit};
use crate::domain::id::CampaignId;
use crate::domain::{Command, Field};
use crate::ui::navigate::{close_sheet, replace};
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::text::tr;
use leptos::prelude::*;

/// The dialog of the page; the campaign's card opens once it is created.
pub fn new_campaign(store: Store) -> AnyView {
    let made = move |id: CampaignId| {
        let no = store.peek(|records| Some(records.get::<Campaign>(id)?.no.clone()));
        match no {
            Some(no) => replace(Route::to(Page::Campaign(no))),
            None => close_sheet(),
        }
    };
    let close = Callback::new(|()| close_sheet());
    campaign_dialog(store, "", Callback::new(made), close)
}

/// The dialog of a campaign whose description may have been typed already.
pub fn campaign_dialog(
    store: Store,
    typed: &str,
    on_made: Callback<CampaignId>,
    on_close: Callback<()>,
) -> AnyView {
    let id: CampaignId = clock::new_id();
    let new = Creating::<CampaignEdit>::new(store);
    let description = new.line(Field::Description, CampaignEdit::Description);
    new.start(Field::Description, typed.trim().to_string());
    let starting = new.date(Field::StartingDate, CampaignEdit::StartingDate);
    let ending = new.date(Field::EndingDate, CampaignEdit::EndingDate);
    let salesperson = new.bind(
        Field::Salesperson,
        my_salesperson(store),
        reading::record(CampaignEdit::Salesperson),
    );
    let status = new.record(Field::Status, CampaignEdit::Status);
    let no = new.code(Field::No, CampaignEdit::No);
    let no = new_number(
        store,
        no,
        |setup| setup.campaign_nos,
        |m| m.campaign_pages.no_hint,
    );
    let fields = view! {
        <div class="stack">
            {description.autofocus().text(100)}
            <div class="fields">
                {starting.date()} {ending.date()} {salesperson_field(store, salesperson)}
                {status_field(store, status)} {no}
            </div>
        </div>
    };
    new.dialog(
        tr(|m| m.campaign_pages.new_campaign),
        move |edits| Command::CreateCampaign(id, edits),
        Callback::new(move |_| on_made.run(id)),
        on_close,
        fields.into_any(),
    )
}
