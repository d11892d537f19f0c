//! What must be true of the tables by which contacts are classified, and of who is in what.

use super::{Found, Wrong, unique};
use crate::domain::change::Key;
use crate::domain::classification::formula::SalutationFormula;
use crate::domain::classification::{
    BusinessRelation, IndustryGroup, JobResponsibility, MailingGroup, Membership,
    OrganizationalLevel, Salutation,
};
use crate::domain::contact::Contact;
use crate::domain::records::Records;
use crate::domain::refusal::Field;

impl Records {
    pub(super) fn check_classes(&self, found: &mut Found) {
        unique::<MailingGroup, _>(self, found, Field::Code, |row| &row.code);
        unique::<IndustryGroup, _>(self, found, Field::Code, |row| &row.code);
        unique::<BusinessRelation, _>(self, found, Field::Code, |row| &row.code);
        unique::<JobResponsibility, _>(self, found, Field::Code, |row| &row.code);
        unique::<OrganizationalLevel, _>(self, found, Field::Code, |row| &row.code);
        unique::<Salutation, _>(self, found, Field::Code, |row| &row.code);
    }

    pub(super) fn check_formulas(&self, found: &mut Found) {
        unique(self, found, Field::Language, |row: &SalutationFormula| {
            (row.salutation, &row.language, row.kind)
        });
        for row in self.all::<SalutationFormula>() {
            found.refers::<_, Salutation>(self, &**row, Field::Salutation, Some(row.salutation));
            found.missing_if(&**row, Field::SalutationText, row.text.is_empty());
        }
    }

    pub(super) fn check_membership(&self, found: &mut Found, row: &Membership) {
        let (contact, group) = (row.id.contact, row.id.of);
        found.refers::<_, Contact>(self, row, Field::Contact, Some(contact));
        if self.class(group.class()).is_none() {
            let wrong = Wrong::NotFound(group.kind().field());
            found.add(Key::Membership(row.id), wrong);
        }
        let contact = self.get::<Contact>(contact);
        if contact.is_some_and(|contact| group.accept(contact).is_err()) {
            found.add(Key::Membership(row.id), Wrong::OtherType);
        }
    }
}
