//! Segments: headers, lines, criteria actions, logging, and what remains.

mod chosen;
mod contacts;
mod criteria;
mod draft;
mod header;
mod line;
mod log;
mod logged;
mod selection;

use crate::desk::Desk;

/// A company in which segments can be made and logged: contacts with languages and wishes, two
/// templates in two languages, one without.
pub fn company() -> Desk {
    Desk::with(
        "salesperson JK 'Jo Kari'; salesperson KV 'Kim Vesa'; group G 'Calls'
         segments-from SEGM SM01; campaigns-from CAMP CP01
         campaign K1 'Spring' JK; campaign K2 'Autumn'
         template T1 'Letter' group G cost 12.50 duration 15 flow out by us language EN content FI default EN
         template T2 'Golf' cost 2.00 duration 5 content SV content FI default SV
         template T3 'Note' ignores
         contact CT1 Adatum salesperson JK; contact CT2 Fabrikam salesperson KV language FI type email
         person CT3 'Anna Aalto' of CT1 salesperson JK language SV email anna@adatum.fi type email
         contact CT4 Contoso",
    )
}
