//! Texts of the pages of contacts and salespeople.

/// The lists and cards of contacts and salespeople.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct PeopleTexts {
    pub new_contact: &'static str,
    pub new_person: &'static str,
    pub new_company: &'static str,
    pub new_salesperson: &'static str,
    pub no_contacts: &'static str,
    pub no_contacts_detail: &'static str,
    pub no_salespeople: &'static str,
    pub no_salespeople_detail: &'static str,
    /// What the fact box shows while no row is active.
    pub choose_row: &'static str,
    pub call: &'static str,
    /// Calls a number, for those who do not see beside what the button stands.
    pub call_name: fn(&str) -> String,
    pub text_message: &'static str,
    pub write_mail: &'static str,
    pub show_on_map: &'static str,
    pub open_home_page: &'static str,
    pub postponed_interactions: &'static str,
    /// The same with how many.
    pub n_postponed: fn(u32) -> String,
    pub general: &'static str,
    pub communication: &'static str,
    pub address: &'static str,
    pub persons: &'static str,
    pub no_persons: &'static str,
    /// The figures of a record; each stands under its value.
    pub interactions: &'static str,
    /// How many interactions, as a heading.
    pub n_interactions: &'static str,
    pub cost: &'static str,
    pub duration: &'static str,
    pub last_interaction: &'static str,
    /// The same as the heading of a column.
    pub latest: &'static str,
    pub last_attempt: &'static str,
    pub never: &'static str,
    pub figures: &'static str,
    pub timeline: &'static str,
    pub timeline_empty: &'static str,
    /// The way from the last interactions to all of them.
    pub show_all_n: fn(u32) -> String,
    /// The mark of a postponed interaction: its title.
    pub postponed: fn(&str) -> String,
    /// What a postponed interaction still lacks, as a list of words.
    pub missing: fn(&str) -> String,
    pub resume: &'static str,
    pub delete: &'static str,
    pub keep: &'static str,
    /// Asks whether to delete: the name.
    pub delete_question: fn(&str) -> String,
    /// What happens to a company's persons and entries: how many of each.
    pub delete_company: fn(u32, u32) -> String,
    /// What happens to a person's entries: how many; the company that gets them, if any.
    pub delete_person: fn(u32, Option<&str>) -> String,
    /// What happens to a salesperson's contacts and entries: how many of each.
    pub delete_salesperson: fn(u32, u32) -> String,
    pub given_automatically: &'static str,
    pub type_it: &'static str,
    pub code_hint: &'static str,
    pub privacy_contact: &'static str,
    pub excluded_contact: &'static str,
    pub privacy_salesperson: &'static str,
    pub blocked_hint: &'static str,
    pub blocked: &'static str,
    pub privacy_blocked: &'static str,
}
