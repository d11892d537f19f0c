//! English: classification in the interface.

use super::grouped;
use super::terms::TERMS;
use crate::domain::classification::ClassKind;
use crate::domain::values::FormulaType;
use crate::language::class_pages::ClassPageTexts;

pub(super) const CLASS_PAGES: ClassPageTexts = ClassPageTexts {
    classification: "Classification",
    purpose: |kind| match kind {
        ClassKind::MailingGroup => "Who gets the same mail: companies and persons.",
        ClassKind::IndustryGroup => "What companies do.",
        ClassKind::BusinessRelation => "What companies are to you.",
        ClassKind::JobResponsibility => "What persons are responsible for.",
        ClassKind::OrganizationalLevel => "Where persons stand in their company.",
        ClassKind::Salutation => "How contacts are addressed.",
    },
    new: |kind| match kind {
        ClassKind::MailingGroup => "New mailing group",
        ClassKind::IndustryGroup => "New industry group",
        ClassKind::BusinessRelation => "New business relation",
        ClassKind::JobResponsibility => "New job responsibility",
        ClassKind::OrganizationalLevel => "New organizational level",
        ClassKind::Salutation => "New salutation",
    },
    none_yet: |kind| match kind {
        ClassKind::MailingGroup => "No mailing groups yet",
        ClassKind::IndustryGroup => "No industry groups yet",
        ClassKind::BusinessRelation => "No business relations yet",
        ClassKind::JobResponsibility => "No job responsibilities yet",
        ClassKind::OrganizationalLevel => "No organizational levels yet",
        ClassKind::Salutation => "No salutations yet",
    },
    why: |kind| match kind {
        ClassKind::MailingGroup => {
            "A mailing group gathers contacts who get the same mail, such as a newsletter or greetings. \
             A contact can be in any number of them, and a segment can be made of one."
        }
        ClassKind::IndustryGroup => {
            "An industry group says what a company does, such as hotels or building. Its persons count \
             too when a segment asks for one."
        }
        ClassKind::BusinessRelation => {
            "A business relation says what a company is to you, such as a customer, a prospect or a \
             supplier. A company can be several at once."
        }
        ClassKind::JobResponsibility => {
            "A job responsibility says what a person decides about, such as purchases or training, so \
             that you reach the right one."
        }
        ClassKind::OrganizationalLevel => {
            "An organizational level says where a person stands, such as managing director or staff. \
             Each person has one at most."
        }
        ClassKind::Salutation => {
            "A salutation says how a contact is addressed, such as formally or by first name. Each \
             contact has one at most."
        }
    },
    contacts: "Contacts",
    and_more: |n| format!("and {} more", grouped(n)),
    formulas_why: "How letters and cover sheets address contacts with this salutation.",
    no_formulas: "No formulas yet: cover sheets then begin without a salutation.",
    add_formula: "Add a formula",
    choose_formula: "Choose type and language…",
    formula_sort: |kind, language| {
        let kind = (TERMS.formula_type)(kind);
        match language {
            Some(language) => format!("{kind}, {language}"),
            None => format!("{kind}, all other languages"),
        }
    },
    first_formula: |kind| match kind {
        FormulaType::Formal => "Dear {{contact.first_name}} {{contact.surname}},",
        FormulaType::Informal => "Hi {{contact.first_name}},",
    },
    remove_formula: |sort| format!("Remove the formula {sort}"),
    formula_example: |text| format!("Reads: {text}"),
    merge_fields: "Merge fields",
    add: "Add…",
    none: "None",
    remove: |name| format!("Remove {name}"),
    of_company: "Those of the company:",
    unknown: |typed| format!("There is no {typed}. Choose one from the list."),
    number_marketing: "Number segments and campaigns",
    number_marketing_detail: "Only if you do marketing: each new one then gets the next number.",
    number_them: "Number them",
    took_suggested: "The suggested ones are in use.",
};
