//! What a person takes over from its company (`Contact.Table.al: InheritCompanyToPersonData,
//! DoModify`), field by field as the setup switches it on.

use super::Contact;
use super::history::persons_of;
use crate::domain::setup::Inheritance;
use crate::domain::work::Work;

/// A person joins a company. Salesperson, country and language become the company's; the address
/// too, if the person has none or still that of the company it left; and so does each of phone,
/// mobile phone, e-mail, home page and correspondence type.
pub(super) fn take_over(
    person: &mut Contact,
    inherit: Inheritance,
    left: Option<&Contact>,
    company: &Contact,
) {
    if inherit.salesperson {
        person.salesperson = company.salesperson;
    }
    if inherit.country {
        person.country.clone_from(&company.country);
    }
    if inherit.language {
        person.language.clone_from(&company.language);
    }
    if inherit.address {
        let mut own = address(person);
        take(&mut own, left.map(address).as_ref(), &address(company));
        set_address(person, own);
    }
    if inherit.communication {
        let old = |field: fn(&Contact) -> &String| left.map(field);
        take(&mut person.phone, old(|c| &c.phone), &company.phone);
        take(
            &mut person.mobile_phone,
            old(|c| &c.mobile_phone),
            &company.mobile_phone,
        );
        take(&mut person.email, old(|c| &c.email), &company.email);
        take(
            &mut person.home_page,
            old(|c| &c.home_page),
            &company.home_page,
        );
        take(
            &mut person.correspondence_type,
            left.map(|c| &c.correspondence_type),
            &company.correspondence_type,
        );
    }
}

/// A company changed: each of its persons follows in what still equals the company's old value,
/// the address as one block. Gives how many followed.
pub(super) fn pass_on(work: &mut Work, old: &Contact, new: &Contact) -> u32 {
    let inherit = work.setup().inherit;
    let mut n = 0;
    for before in persons_of(work, new.id) {
        let mut person = Contact::clone(&before);
        if inherit.salesperson {
            follow(&mut person.salesperson, &old.salesperson, &new.salesperson);
        }
        if inherit.country {
            follow(&mut person.country, &old.country, &new.country);
        }
        if inherit.language {
            follow(&mut person.language, &old.language, &new.language);
        }
        if inherit.address {
            let mut own = address(&person);
            follow(&mut own, &address(old), &address(new));
            set_address(&mut person, own);
        }
        if inherit.communication {
            follow(&mut person.phone, &old.phone, &new.phone);
            follow(
                &mut person.mobile_phone,
                &old.mobile_phone,
                &new.mobile_phone,
            );
            follow(&mut person.email, &old.email, &new.email);
            follow(&mut person.home_page, &old.home_page, &new.home_page);
            follow(
                &mut person.correspondence_type,
                &old.correspondence_type,
                &new.correspondence_type,
            );
        }
        if person != *before {
            n += 1;
            work.put(person);
        }
    }
    n
}

/// Takes the new value if there is none, or if it is the one of the company that was left.
fn take<T: Clone + Default + PartialEq>(own: &mut T, left: Option<&T>, new: &T) {
    if *own == T::default() || left == Some(&*own) {
        own.clone_from(new);
    }
}

/// Takes the new value if it is the old one.
fn follow<T: Clone + PartialEq>(own: &mut T, old: &T, new: &T) {
    if own == old {
        own.clone_from(new);
    }
}

/// Address, address 2, post code and city, which go together.
fn address(contact: &Contact) -> [String; 4] {
    [
        &contact.address,
        &contact.address_2,
        &contact.post_code,
        &contact.city,
    ]
    .map(String::clone)
}

fn set_address(contact: &mut Contact, block: [String; 4]) {
    [
        contact.address,
        contact.address_2,
        contact.post_code,
        contact.city,
    ] = block;
}
