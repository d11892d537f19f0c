//! How the demo company classifies its contacts: by what they do, what they buy and who decides.

use super::people::{Party, Person};
use super::random::Dice;
use super::stories::Sector;
use crate::domain::classification::formula::FormulaEdit;
use crate::domain::classification::{ClassEdit, ClassKey, Group};
use crate::domain::command::Command;
use crate::domain::contact::ContactEdit;
use crate::domain::id::{ContactId, OrganizationalLevelId, SalutationId, following};
use crate::domain::values::LanguageCode;
use chrono::NaiveDateTime;

/// The descriptions of what contacts are classified by, in the language the demo is loaded in.
#[expect(missing_docs, reason = "each field is named after what it describes")]
pub struct ClassTexts {
    pub newsletter: &'static str,
    pub christmas: &'static str,
    pub golf: &'static str,
    pub hotels: &'static str,
    pub cafes: &'static str,
    pub offices: &'static str,
    pub clinics: &'static str,
    pub schools: &'static str,
    pub trade: &'static str,
    pub customer: &'static str,
    pub prospect: &'static str,
    pub reseller: &'static str,
    pub purchases: &'static str,
    pub management: &'static str,
    pub design: &'static str,
    pub operations: &'static str,
    pub top: &'static str,
    pub middle: &'static str,
    pub staff: &'static str,
    pub company: &'static str,
    pub formal: &'static str,
    pub first_name: &'static str,
}

/// The rows, by what they are.
pub(super) struct Classes {
    newsletter: Group,
    christmas: Group,
    golf: Group,
    /// By [`Sector`].
    industries: [Group; 6],
    customer: Group,
    prospect: Group,
    reseller: Group,
    /// By [`Duty`].
    duties: [Group; 4],
    /// By [`Duty`].
    levels: [OrganizationalLevelId; 4],
    company: SalutationId,
    formal: SalutationId,
    first_name: SalutationId,
}

/// What a person is responsible for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Duty {
    Purchases,
    Management,
    Design,
    Operations,
}

/// The commands that create the rows, and the rows.
pub(super) fn create(
    dice: &mut Dice,
    at: NaiveDateTime,
    texts: &ClassTexts,
) -> (Vec<Command>, Classes) {
    let mut commands = Vec::new();
    let mut add = |key: ClassKey, code: &str, description: &str| {
        let edits = vec![
            ClassEdit::Code(code.into()),
            ClassEdit::Description(description.into()),
        ];
        commands.push(Command::CreateClass(key, edits));
    };
    let mut mailing = |dice: &mut Dice, code, description| {
        let id = dice.id(at);
        add(ClassKey::MailingGroup(id), code, description);
        Group::Mailing(id)
    };
    let newsletter = mailing(dice, "NEWS", texts.newsletter);
    let christmas = mailing(dice, "XMAS", texts.christmas);
    let golf = mailing(dice, "GOLF", texts.golf);
    let industries = [
        ("HOTEL", texts.hotels),
        ("CAFE", texts.cafes),
        ("OFFICE", texts.offices),
        ("CLINIC", texts.clinics),
        ("SCHOOL", texts.schools),
        ("TRADE", texts.trade),
    ]
    .map(|(code, description)| {
        let id = dice.id(at);
        add(ClassKey::IndustryGroup(id), code, description);
        Group::Industry(id)
    });
    let [customer, prospect, reseller] = [
        ("CUST", texts.customer),
        ("PROS", texts.prospect),
        ("RESELLER", texts.reseller),
    ]
    .map(|(code, description)| {
        let id = dice.id(at);
        add(ClassKey::BusinessRelation(id), code, description);
        Group::Relation(id)
    });
    let duties = [
        ("PURCHASE", texts.purchases),
        ("MANAGE", texts.management),
        ("DESIGN", texts.design),
        ("OPERATE", texts.operations),
    ]
    .map(|(code, description)| {
        let id = dice.id(at);
        add(ClassKey::JobResponsibility(id), code, description);
        Group::Responsibility(id)
    });
    let [top, middle, staff] = [
        ("TOP", texts.top),
        ("MIDDLE", texts.middle),
        ("STAFF", texts.staff),
    ]
    .map(|(code, description)| {
        let id = dice.id(at);
        add(ClassKey::OrganizationalLevel(id), code, description);
        id
    });
    let [company, formal, first_name] = [
        ("COMPANY", texts.company),
        ("FORMAL", texts.formal),
        ("FIRSTNAME", texts.first_name),
    ]
    .map(|(code, description)| {
        let id = dice.id(at);
        add(ClassKey::Salutation(id), code, description);
        id
    });
    commands.extend(formulas([company, formal, first_name]));
    let classes = Classes {
        newsletter,
        christmas,
        golf,
        industries,
        customer,
        prospect,
        reseller,
        duties,
        levels: [middle, top, staff, middle],
        company,
        formal,
        first_name,
    };
    (commands, classes)
}

/// How letters address a company, a person by the whole name and one by the first name: in the
/// languages of the demo's people, the last in all others.
const ADDRESSES: [(Option<&str>, [&str; 3]); 3] = [
    (
        Some("FI"),
        [
            "Hyvä vastaanottaja",
            "Hyvä {{contact.first_name}} {{contact.surname}}",
            "Hei {{contact.first_name}}",
        ],
    ),
    (
        Some("SV"),
        [
            "Bästa mottagare",
            "Bästa {{contact.first_name}} {{contact.surname}}",
            "Hej {{contact.first_name}}",
        ],
    ),
    (
        None,
        [
            "Dear Sir or Madam,",
            "Dear {{contact.first_name}} {{contact.surname}},",
            "Dear {{contact.first_name}},",
        ],
    ),
];

/// The formulas of the salutations.
fn formulas(salutations: [SalutationId; 3]) -> Vec<Command> {
    let mut commands = Vec::new();
    for (n, (language, texts)) in (1..).zip(ADDRESSES) {
        for (salutation, text) in salutations.into_iter().zip(texts) {
            let language = language.and_then(|code| LanguageCode::new(code).ok());
            let edits = vec![
                FormulaEdit::Language(language),
                FormulaEdit::Text(text.into()),
            ];
            // Not drawn by lot: what the demo holds besides stays what it was.
            let id = following(salutation.0, n);
            commands.push(Command::CreateSalutationFormula(id, salutation, edits));
        }
    }
    commands
}

impl Classes {
    /// What a customer and its persons get on their cards, and the groups that they join, once they
    /// are created.
    pub(super) fn classify(
        &self,
        dice: &mut Dice,
        party: &Party,
        company: ContactId,
        persons: &[(ContactId, &Person)],
    ) -> Vec<Command> {
        let mut commands = Vec::new();
        let mut join = |group, contact| commands.push(Command::AddToGroup(group, vec![contact]));
        if let Some(job_title) = party.alone {
            join(self.duties[duty(job_title) as usize], company);
            join(self.newsletter, company);
        } else {
            join(self.industries[party.sector as usize], company);
            let relation = match (party.sector, party.stories) {
                (Sector::Trade, _) => self.reseller,
                (_, 5..) => self.customer,
                _ => self.prospect,
            };
            join(relation, company);
            if relation != self.prospect {
                join(self.christmas, company);
            }
        }
        for (id, person) in persons {
            let duty = duty(person.job_title);
            join(self.duties[duty as usize], *id);
            if !person.blocked && dice.chance(80) {
                join(self.newsletter, *id);
            }
            if !person.blocked && duty == Duty::Management {
                join(self.golf, *id);
            }
        }
        commands
    }

    /// How a company is addressed.
    pub(super) fn of_company(&self) -> ContactEdit {
        ContactEdit::Salutation(Some(self.company))
    }

    /// How a person is addressed, and where it stands.
    pub(super) fn of_person(&self, dice: &mut Dice, job_title: &str) -> [ContactEdit; 2] {
        let duty = duty(job_title);
        let salutation = match duty {
            Duty::Management => self.formal,
            _ if dice.chance(70) => self.first_name,
            _ => self.formal,
        };
        [
            ContactEdit::Salutation(Some(salutation)),
            ContactEdit::OrganizationalLevel(Some(self.levels[duty as usize])),
        ]
    }
}

/// What somebody with this title is responsible for.
fn duty(job_title: &str) -> Duty {
    let title = job_title.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if has(&[
        "osta",
        "osto",
        "hankinta",
        "buyer",
        "procurement",
        "purchasing",
        "inköp",
    ]) {
        Duty::Purchases
    } else if has(&["suunnittelija", "arkkitehti", "designer", "formgivare"]) {
        Duty::Design
    } else if has(&[
        "johtaja",
        "rehtori",
        "director",
        "president",
        "head of",
        "yrittäjä",
        "owner",
        "krögare",
        "ravintoloitsija",
    ]) {
        Duty::Management
    } else {
        Duty::Operations
    }
}
