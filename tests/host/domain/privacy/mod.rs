//! A contact is erased: nothing is left of it, and nothing else is lost.

mod erase;
mod report;

use crate::contract::all_that_is_kept;
use crate::desk::Desk;
use lokikirja::domain::Command;
use lokikirja::domain::contact::Contact;
use lokikirja::domain::segment::criteria::ActionKind;
use lokikirja::domain::segment::question::Answer;
use pollster::block_on;

/// What everything that somebody typed about the person has in it.
pub const MARKER: &str = "Xylofoni";

/// A company with a person who stands everywhere a contact can stand, and a colleague of hers.
pub fn marked() -> Desk {
    let mut desk = Desk::with(
        "salesperson JK 'Jo Kari'; group G 'Calls'; segments-from SEGM SM01; campaign K1 'Spring'
         template OUT 'Call' group G cost 8.00 duration 6; template LETTER 'Letter' language FI
         contact C1 Adatum; person P2 'Bo Ek' of C1; mailing NEWS; responsibility BUY; level CEO
         in NEWS C1 P2",
    );
    desk.create_contact(
        "no P1; is person; name 'Anna Xylofoni'; of C1; title Xylofonisti; address 'Xylofonikuja 1'
         address-2 Xylofoni; post-code 'XYLOFONI 1'; city Xylofoni; phone '+358 50 777 1234'
         mobile '+358 40 777 1234'; email 'anna@xylofoni.example'; page 'https://xylofoni.example'
         level CEO",
    );
    desk.must(desk.group_command("NEWS", "P1", true));
    desk.must(desk.group_command("BUY", "P1", true));
    for person in ["P1", "P2"] {
        let form = desk.create(&format!("contact {person}"));
        let words = "template OUT; salesperson JK; time 08:00; campaign K1; evaluation positive
             description 'About the Xylofoni'; comment 'The Xylofoni is out of tune'";
        match person {
            "P1" => form.choose(words).finish(),
            _ => form
                .choose("template OUT; salesperson JK; campaign K1")
                .finish(),
        };
    }
    let waiting = desk.create("contact P1");
    waiting
        .choose("description 'Xylofoni again'; comment 'Ask about the Xylofoni'")
        .postpone();
    let typed = desk
        .create("contact P1")
        .choose("description 'Half a Xylofoni'")
        .form;
    desk.keep_draft(&typed);
    logged_with_others(&mut desk);
    in_a_segment(&mut desk);
    desk
}

/// A segment that is logged.
fn logged_with_others(desk: &mut Desk) {
    desk.create_segment("description 'Spring letter'; template OUT; salesperson JK; campaign K1");
    desk.add("SM01", "P1 P2");
    desk.change_lines("SM01", &[1], "description 'Xylofoni letter'");
    desk.log_segment("SM01", false);
}

/// A segment that is being worked on: the person stands in it, was taken out of it, and is what criteria ask for;
/// saved criteria remember her.
fn in_a_segment(desk: &mut Desk) {
    desk.create_segment("description 'Autumn letter'; template OUT; salesperson JK");
    desk.add("SM02", "P1 P2 P1");
    desk.change_lines(
        "SM02",
        &[1, 3],
        "description 'Xylofoni in autumn'; subject 'Xylofoni'",
    );
    desk.delete_lines("SM02", &[3], Answer::No);
    let by_hand = desk.save_command("SM02", "HAND");
    desk.must(by_hand);
    desk.create_segment("description 'By name'");
    desk.by_criteria("SM03", ActionKind::Add, "contact name '@*anna xylofoni*'");
    let by_name = desk.save_command("SM03", "NAME");
    desk.must(by_name);
}

impl Desk {
    /// The command that erases a contact.
    #[track_caller]
    pub fn erase_command(&mut self, no: &str) -> Command {
        let id = self.contact(no);
        Command::EraseContact(id, self.revision::<Contact>(id), self.new_action())
    }

    /// Erases a contact.
    #[track_caller]
    pub fn erase(&mut self, no: &str) {
        let command = self.erase_command(no);
        self.must(command);
    }

    /// How often the marker stands in what the device keeps, and in a backup.
    pub fn n_marks(&self) -> usize {
        let kept = block_on(all_that_is_kept(&self.shelf, "desk"));
        let journal = self.journal();
        let backup = crate::backup::content(&journal);
        journal.close();
        count(&kept) + count(&backup)
    }
}

/// How often a text has the marker, in any case.
pub fn count(text: &str) -> usize {
    text.to_lowercase().matches(&MARKER.to_lowercase()).count()
}
