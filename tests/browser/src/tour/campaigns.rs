//! Stops at logged segments, campaigns and campaign statuses.

use super::{Step, Stop, at, code, page};
use crate::Role;
use lokikirja::domain::interaction::EntryNo;
use lokikirja::domain::{Field, Table};
use lokikirja::language::Messages;
use lokikirja::ui::route::{Context, Page, Route, Sheet};

/// The first campaign of the demo company, which is over.
const CAMPAIGN: &str = "CP0001";

pub(super) fn stops() -> Vec<Stop> {
    let logged = || Page::LoggedSegment(EntryNo(1));
    let campaign = || Page::Campaign(code(CAMPAIGN));
    let more = || Step::Click(Role::Button, |m| m.parts.more_actions.into());
    let switch = |m: &'static Messages| m.campaign_pages.switch_canceled.to_owned();
    let sheet =
        |name, page, say| at(name, Route::to(page).with(Sheet::New), say).shows(Role::Dialog);
    vec![
        page("logged-segments", Page::LoggedSegments, |m| {
            (m.terms.records)(Table::LoggedSegment).into()
        }),
        page("logged-segment", logged(), |m| {
            (m.terms.records)(Table::CampaignEntry).into()
        }),
        page(
            "interactions-of-logged-segment",
            Page::Interactions(Context::LoggedSegment(EntryNo(1))),
            |m| (m.terms.records)(Table::LogEntry).into(),
        ),
        page("logged-segment-actions", logged(), switch)
            .then(more())
            .shows(Role::MenuItem),
        page("switch-canceled", logged(), |m| {
            m.campaign_pages.switch_no.into()
        })
        .then(more())
        .then(Step::Click(Role::MenuItem, switch))
        .shows(Role::Button),
        page("campaigns", Page::Campaigns, |m| {
            (m.terms.records)(Table::Campaign).into()
        }),
        page("campaign", campaign(), |m| m.people.timeline.into()),
        page("delete-campaign", campaign(), |m| m.people.keep.into())
            .then(more())
            .then(Step::Click(Role::MenuItem, |m| {
                m.campaign_pages.delete_campaign.into()
            }))
            .shows(Role::Button),
        page("campaign-statuses", Page::CampaignStatuses, |m| {
            (m.terms.records)(Table::CampaignStatus).into()
        }),
        page("campaign-status", Page::CampaignStatuses, |m| {
            (m.terms.field)(Field::Code).into()
        })
        .then(Step::Click(Role::Button, |m| {
            m.demo.marketing.closed.into()
        }))
        .shows(Role::TextBox),
        sheet("new-campaign", Page::Campaigns, |m| {
            m.campaign_pages.new_campaign.into()
        }),
        sheet("new-segment-of-campaign", campaign(), |m| {
            m.segment_pages.new_segment.into()
        }),
        sheet("new-status", Page::CampaignStatuses, |m| {
            m.campaign_pages.new_status.into()
        }),
    ]
}
