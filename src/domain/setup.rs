//! The marketing setup: one row that holds the settings of the whole area, and the counters.

use super::change::{Key, Revision, Table};
use super::code::{email, line, phone, web_address};
use super::editable::Editable;
use super::id::{SalespersonId, SeriesId, Single, TemplateId};
use super::interaction::template::InteractionTemplate;
use super::number_series::NumberSeries;
use super::number_series::next::Numbering;
use super::refusal::{Field, Reason, RecordName, Refusal};
use super::salesperson::Salesperson;
use super::values::{CorrespondenceType, CountryCode, LanguageCode, country, language};
use super::work::Work;
use serde::{Deserialize, Serialize};

/// The settings record (`MarketingSetup.Table.al`), as far as this app uses it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarketingSetup {
    /// There is one row.
    pub id: Single,
    /// Local currency, by its ISO 4217 code; default `EUR`.
    pub currency: String,
    /// The series that numbers contacts.
    pub contact_nos: Option<SeriesId>,
    /// The series that numbers campaigns.
    #[serde(default)]
    pub campaign_nos: Option<SeriesId>,
    /// The series that numbers segments.
    #[serde(default)]
    pub segment_nos: Option<SeriesId>,
    /// What a person takes over from its company.
    pub inherit: Inheritance,
    /// What a new contact starts with.
    pub defaults: ContactDefaults,
    /// Where we are.
    #[serde(default)]
    pub own: OwnAddress,
    /// The template of the interactions that cover sheets are
    /// (`InteractionTemplateSetup.Table.al: Cover Sheets`).
    #[serde(default)]
    pub cover_sheet_template: Option<TemplateId>,
}

/// Our own address, as it stands on what we print (`CompanyInformation.Table.al`); the name beside it is
/// the company's. Each field is as long as a contact's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnAddress {
    /// Street address.
    pub address: String,
    /// Its second line.
    pub address_2: String,
    /// Post code.
    pub post_code: String,
    /// City.
    pub city: String,
    /// Country.
    pub country: Option<CountryCode>,
    /// Phone number.
    pub phone: String,
    /// E-mail address.
    pub email: String,
    /// Home page.
    pub home_page: String,
}

/// What a person takes over from its company (`Contact.Table.al: InheritCompanyToPersonData`);
/// all on at first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inheritance {
    /// The salesperson.
    pub salesperson: bool,
    /// The country.
    pub country: bool,
    /// The language.
    pub language: bool,
    /// Address, address 2, post code and city, as one block.
    pub address: bool,
    /// Phone, mobile phone, e-mail, home page and correspondence type, each for itself.
    pub communication: bool,
}

/// What a new contact starts with; blank at first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactDefaults {
    /// The salesperson.
    pub salesperson: Option<SalespersonId>,
    /// The country.
    pub country: Option<CountryCode>,
    /// The language.
    pub language: Option<LanguageCode>,
    /// The correspondence type.
    pub correspondence_type: Option<CorrespondenceType>,
}

impl Default for MarketingSetup {
    fn default() -> Self {
        Self {
            id: Single,
            currency: "EUR".into(),
            contact_nos: None,
            campaign_nos: None,
            segment_nos: None,
            inherit: Inheritance {
                salesperson: true,
                country: true,
                language: true,
                address: true,
                communication: true,
            },
            defaults: ContactDefaults::default(),
            own: OwnAddress::default(),
            cover_sheet_template: None,
        }
    }
}

/// A change of one setting, as typed or chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SetupEdit {
    /// The local currency.
    Currency(String),
    /// The series that numbers contacts.
    ContactNos(Option<SeriesId>),
    /// The series that numbers campaigns.
    CampaignNos(Option<SeriesId>),
    /// The series that numbers segments.
    SegmentNos(Option<SeriesId>),
    /// Persons take over the salesperson.
    InheritSalesperson(bool),
    /// Persons take over the country.
    InheritCountry(bool),
    /// Persons take over the language.
    InheritLanguage(bool),
    /// Persons take over the address.
    InheritAddress(bool),
    /// Persons take over phone, e-mail and the like.
    InheritCommunication(bool),
    /// The salesperson of new contacts.
    DefaultSalesperson(Option<SalespersonId>),
    /// The country of new contacts.
    DefaultCountry(Option<CountryCode>),
    /// The language of new contacts.
    DefaultLanguage(Option<LanguageCode>),
    /// The correspondence type of new contacts.
    DefaultCorrespondenceType(Option<CorrespondenceType>),
    /// Our street address.
    OwnAddress(String),
    /// The second line of our address.
    OwnAddress2(String),
    /// Our post code.
    OwnPostCode(String),
    /// Our city.
    OwnCity(String),
    /// Our country.
    OwnCountry(Option<CountryCode>),
    /// Our phone number.
    OwnPhone(String),
    /// Our e-mail address.
    OwnEmail(String),
    /// Our home page.
    OwnHomePage(String),
    /// The template of cover sheets.
    CoverSheetTemplate(Option<TemplateId>),
}

/// Changes one setting. A company that never changed its setup has none written; the form then saw
/// the defaults.
pub(super) fn edit(work: &mut Work, seen: Revision, edit: SetupEdit) -> Result<(), Refusal> {
    let mut setup = MarketingSetup::clone(&work.setup());
    if work.changed_after(Key::Setup(Single), seen) {
        return Err(setup.record_name().refuse_all(Reason::ChangedMeanwhile));
    }
    setup.apply(work, edit)?;
    work.put(setup);
    Ok(())
}

impl MarketingSetup {
    /// How contacts are numbered.
    pub fn contact_numbering(&self) -> Numbering {
        Numbering {
            series: self.contact_nos,
            setup_field: Field::ContactNos,
        }
    }

    /// How campaigns are numbered.
    pub fn campaign_numbering(&self) -> Numbering {
        Numbering {
            series: self.campaign_nos,
            setup_field: Field::CampaignNos,
        }
    }

    /// How segments are numbered.
    pub fn segment_numbering(&self) -> Numbering {
        Numbering {
            series: self.segment_nos,
            setup_field: Field::SegmentNos,
        }
    }

    /// The series named, each with its field.
    pub fn series(&self) -> [(Field, Option<SeriesId>); 3] {
        [
            (Field::ContactNos, self.contact_nos),
            (Field::CampaignNos, self.campaign_nos),
            (Field::SegmentNos, self.segment_nos),
        ]
    }

    /// The fields that name a series.
    pub fn numbered_by(&self, series: SeriesId) -> Vec<Field> {
        let named = self.series().into_iter();
        let by_it = named.filter(|(_, named)| *named == Some(series));
        by_it.map(|(field, _)| field).collect()
    }
}

impl Editable for MarketingSetup {
    type Edit = SetupEdit;

    fn record_name(&self) -> RecordName {
        RecordName::unnamed(Table::Setup)
    }

    fn apply(&mut self, work: &Work, edit: SetupEdit) -> Result<(), Refusal> {
        let name = self.record_name();
        let refuse = |field| move |reason| name.refuse(field, reason);
        match edit {
            SetupEdit::Currency(typed) => {
                self.currency = currency(&typed).map_err(refuse(Field::CurrencyCode))?;
            }
            SetupEdit::ContactNos(choice) => {
                self.contact_nos = found_series(work, choice, Field::ContactNos)?;
            }
            SetupEdit::CampaignNos(choice) => {
                self.campaign_nos = found_series(work, choice, Field::CampaignNos)?;
            }
            SetupEdit::SegmentNos(choice) => {
                self.segment_nos = found_series(work, choice, Field::SegmentNos)?;
            }
            SetupEdit::InheritSalesperson(on) => self.inherit.salesperson = on,
            SetupEdit::InheritCountry(on) => self.inherit.country = on,
            SetupEdit::InheritLanguage(on) => self.inherit.language = on,
            SetupEdit::InheritAddress(on) => self.inherit.address = on,
            SetupEdit::InheritCommunication(on) => self.inherit.communication = on,
            SetupEdit::DefaultSalesperson(choice) => {
                let field = Field::DefaultSalesperson;
                if let Some(id) = choice {
                    let salesperson = work.find::<Salesperson>(id, &self.record_name(), field)?;
                    if !salesperson.is_available() {
                        return Err(refuse(field)(Reason::SalespersonBlocked));
                    }
                }
                self.defaults.salesperson = choice;
            }
            SetupEdit::DefaultCountry(choice) => {
                let checked = choice.map(country).transpose();
                self.defaults.country = checked.map_err(refuse(Field::DefaultCountry))?;
            }
            SetupEdit::DefaultLanguage(choice) => {
                let checked = choice.map(language).transpose();
                self.defaults.language = checked.map_err(refuse(Field::DefaultLanguageCode))?;
            }
            SetupEdit::DefaultCorrespondenceType(choice) => {
                self.defaults.correspondence_type = choice;
            }
            SetupEdit::CoverSheetTemplate(choice) => {
                if let Some(id) = choice {
                    let field = Field::CoverSheetTemplate;
                    work.find::<InteractionTemplate>(id, &self.record_name(), field)?;
                }
                self.cover_sheet_template = choice;
            }
            own => {
                let name = self.record_name();
                self.own.apply(own, &name)?;
            }
        }
        Ok(())
    }
}

impl OwnAddress {
    fn apply(&mut self, edit: SetupEdit, name: &RecordName) -> Result<(), Refusal> {
        let refuse = |field| move |reason| name.refuse(field, reason);
        match edit {
            SetupEdit::OwnAddress(typed) => {
                self.address = line(&typed, 100).map_err(refuse(Field::Address))?;
            }
            SetupEdit::OwnAddress2(typed) => {
                self.address_2 = line(&typed, 50).map_err(refuse(Field::Address2))?;
            }
            SetupEdit::OwnPostCode(typed) => {
                self.post_code = line(&typed, 20).map_err(refuse(Field::PostCode))?;
            }
            SetupEdit::OwnCity(typed) => {
                self.city = line(&typed, 30).map_err(refuse(Field::City))?;
            }
            SetupEdit::OwnCountry(choice) => {
                let checked = choice.map(country).transpose();
                self.country = checked.map_err(refuse(Field::Country))?;
            }
            SetupEdit::OwnPhone(typed) => {
                self.phone = phone(&typed).map_err(refuse(Field::Phone))?;
            }
            SetupEdit::OwnEmail(typed) => {
                self.email = email(&typed).map_err(refuse(Field::Email))?;
            }
            SetupEdit::OwnHomePage(typed) => {
                self.home_page = web_address(&typed).map_err(refuse(Field::HomePage))?;
            }
            other => unreachable!("{other:?} is another setting"),
        }
        Ok(())
    }
}

/// A series that exists, or none.
fn found_series(
    work: &Work,
    choice: Option<SeriesId>,
    field: Field,
) -> Result<Option<SeriesId>, Refusal> {
    if let Some(id) = choice {
        work.find::<NumberSeries>(id, &RecordName::unnamed(Table::Setup), field)?;
    }
    Ok(choice)
}

/// Takes a typed currency code: three letters, as ISO 4217 has them.
///
/// Errors: [`Reason::MustBeFilled`], [`Reason::NotACurrencyCode`].
fn currency(typed: &str) -> Result<String, Reason> {
    let code = typed.trim().to_uppercase();
    if code.is_empty() {
        Err(Reason::MustBeFilled)
    } else if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) {
        Ok(code)
    } else {
        Err(Reason::NotACurrencyCode)
    }
}

/// The last entry numbers given. They are kept apart from the entries, so that the number of a
/// deleted entry is never given again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counters {
    /// There is one row.
    pub id: Single,
    /// The last interaction log entry number; 0 before the first.
    pub log_entry: u32,
    /// The last campaign entry number; 0 before the first.
    #[serde(default)]
    pub campaign_entry: u32,
    /// The last logged segment's number; 0 before the first.
    #[serde(default)]
    pub logged_segment: u32,
}

impl Default for Counters {
    fn default() -> Self {
        Self {
            id: Single,
            log_entry: 0,
            campaign_entry: 0,
            logged_segment: 0,
        }
    }
}
