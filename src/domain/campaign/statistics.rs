//! What came of a campaign (`Campaign.Table.al`, `CampaignStatistics.Page.al`).

use crate::domain::id::CampaignId;
use crate::domain::interaction::statistics;
use crate::domain::ledger::Scope;
use crate::domain::records::Records;
use crate::domain::values::Money;

/// The figures of a campaign. Interactions are counted, not distinct contacts; postponed and
/// canceled ones are left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CampaignFigures {
    /// Interactions with a target of the campaign.
    pub n_contacted: u32,
    /// Interactions that answer the campaign.
    pub n_responded: u32,
    /// All interactions.
    pub n_interactions: u32,
    /// What they cost.
    pub cost: Money,
    /// How long they took, in minutes.
    pub minutes: u64,
}

/// The figures of a campaign. Looks at its own interactions only.
pub fn figures(records: &Records, campaign: CampaignId) -> CampaignFigures {
    let mut sum = CampaignFigures::default();
    for entry in statistics::counted(records, Scope::Campaign(campaign)) {
        sum.n_contacted += u32::from(entry.campaign_target);
        sum.n_responded += u32::from(entry.campaign_response);
        sum.n_interactions += 1;
        sum.cost.0 += entry.cost.0;
        sum.minutes += u64::from(entry.duration.0);
    }
    sum
}

impl CampaignFigures {
    /// Answers for each hundred contacted, in tenths: 125 is 12.5 %. 0 when nobody was contacted.
    pub fn response_rate_tenths(&self) -> u64 {
        average(u64::from(self.n_responded) * 1000, self.n_contacted)
    }

    /// What an answer cost on average, to 0.01; 0 when there was none.
    pub fn cost_per_response(&self) -> Money {
        // Costs are never negative.
        let cost = u64::try_from(self.cost.0).unwrap_or_default();
        Money(average(cost, self.n_responded) as i64)
    }

    /// How many minutes an answer took on average, in hundredths; 0 when there was none.
    pub fn minutes_per_response_hundredths(&self) -> u64 {
        average(self.minutes * 100, self.n_responded)
    }
}

/// The quotient, rounded half up; 0 for nothing.
fn average(sum: u64, n: u32) -> u64 {
    match u64::from(n) {
        0 => 0,
        n => (2 * sum + n) / (2 * n),
    }
}
