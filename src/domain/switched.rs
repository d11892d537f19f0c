//! What Switch Checkmark in Canceled would come to, before it is done: a page says so when it asks.

use super::change::{Row, Table};
use super::command::Command;
use super::moment::Moment;
use super::notice::Notice;
use super::records::Records;
use super::refusal::Refusal;

/// What would be canceled, or not canceled any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switched {
    /// The kind of row that is switched.
    pub table: Table,
    /// How many rows.
    pub n: u32,
    /// They are canceled then.
    pub canceled: bool,
    /// How many interactions change with them.
    pub n_interactions: u32,
    /// How many campaign entries change with them; 0 where they are what is switched.
    pub n_campaign_entries: u32,
}

/// Carries a switch out without keeping it; none for a command that switches nothing.
///
/// Errors: those of the command.
pub fn look(
    records: &Records,
    moment: &Moment,
    command: Command,
) -> Result<Option<Switched>, Refusal> {
    let decision = super::decide(records, moment, command)?;
    let notice = decision.notices.iter().find_map(|notice| match notice {
        Notice::CanceledSwitched { table, n, canceled } => Some((*table, *n, *canceled)),
        _ => None,
    });
    let Some((table, n, canceled)) = notice else {
        return Ok(None);
    };
    let changed = |of: Table| {
        let changes = decision.changes.iter();
        let changes = changes.filter(|change| change.key.table() == of);
        let turned = changes.filter(|change| {
            let is_so = |row: &Option<Row>| row.as_ref().is_some_and(is_canceled);
            is_so(&change.before) != is_so(&change.after)
        });
        u32::try_from(turned.count()).unwrap_or(u32::MAX)
    };
    let with = |of: Table| if of == table { 0 } else { changed(of) };
    Ok(Some(Switched {
        table,
        n,
        canceled,
        n_interactions: with(Table::LogEntry),
        n_campaign_entries: with(Table::CampaignEntry),
    }))
}

fn is_canceled(row: &Row) -> bool {
    match row {
        Row::LogEntry(row) => row.is_canceled(),
        Row::CampaignEntry(row) => row.is_canceled(),
        _ => false,
    }
}
