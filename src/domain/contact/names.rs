//! A person's name and its parts: each follows the other (`Contact.Table.al: NameBreakdown,
//! CalculatedName`).

use super::{Contact, ContactKind, Person};
use crate::domain::code::{TEXT_MAX, line};
use crate::domain::editable::Editable;
use crate::domain::refusal::{Field, Refusal};

/// Longest part of a name, in characters.
const PART_MAX: usize = 30;

impl Contact {
    /// Sets the full name; a person's is taken apart. Blank is for the caller to refuse.
    pub(super) fn name_in_full(&mut self, typed: &str) -> Result<(), Refusal> {
        let name = self.record_name();
        let full = line(typed, TEXT_MAX).map_err(|reason| name.refuse(Field::Name, reason))?;
        match &mut self.kind {
            ContactKind::Company => self.name = full,
            ContactKind::Person(person) => {
                let parts = taken_apart(&full);
                let checked = |field, part: &str| {
                    line(part, PART_MAX).map_err(|reason| name.refuse(field, reason))
                };
                let first_name = checked(Field::FirstName, &parts.first)?;
                let middle_name = checked(Field::MiddleName, parts.middle)?;
                let surname = checked(Field::Surname, parts.surname)?;
                person.first_name = first_name;
                person.middle_name = middle_name;
                person.surname = surname;
                self.name = joined(person);
            }
        }
        Ok(())
    }

    /// Sets one part of a person's name; the full name is put together anew.
    pub(super) fn name_part(
        &mut self,
        field: Field,
        part: fn(&mut Person) -> &mut String,
        typed: &str,
    ) -> Result<(), Refusal> {
        let text = line(typed, PART_MAX);
        let text = text.map_err(|reason| self.record_name().refuse(field, reason))?;
        let person = self.person_mut(field)?;
        *part(person) = text;
        self.name = joined(person);
        Ok(())
    }
}

struct Parts<'a> {
    first: String,
    middle: &'a str,
    surname: &'a str,
}

/// One word is a first name, two are first name and surname; of more the last is the surname, the
/// one before it the middle name, and the rest the first name.
fn taken_apart(full: &str) -> Parts<'_> {
    let words: Vec<&str> = full.split_whitespace().collect();
    let (first, middle, surname) = match words.as_slice() {
        [first @ .., middle, surname] if !first.is_empty() => (first, *middle, *surname),
        [first, surname] => (std::slice::from_ref(first), "", *surname),
        first => (first, "", ""),
    };
    Parts {
        first: first.join(" "),
        middle,
        surname,
    }
}

/// The parts with one space between them; 92 characters at most.
fn joined(person: &Person) -> String {
    let parts = [&person.first_name, &person.middle_name, &person.surname];
    let filled: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    filled.join(" ")
}
