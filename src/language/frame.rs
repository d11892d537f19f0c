//! Texts of the frame around every page, of opening a company, and of the first start.

/// The frame around every page.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct FrameTexts {
    pub app: &'static str,
    pub navigation: &'static str,
    pub bottom_bar: &'static str,
    pub home: &'static str,
    pub contacts: &'static str,
    pub interactions: &'static str,
    pub postponed: &'static str,
    pub salespeople: &'static str,
    pub templates: &'static str,
    pub setup: &'static str,
    pub more: &'static str,
    pub create: &'static str,
    pub search: &'static str,
    pub search_label: &'static str,
    pub search_placeholder: &'static str,
    pub fold_navigation: &'static str,
    pub unfold_navigation: &'static str,
    pub crumbs: &'static str,
    pub language: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub work_date: &'static str,
    pub work_date_hint: &'static str,
    pub work_date_today: &'static str,
    pub not_found: &'static str,
    pub not_found_detail: &'static str,
    /// A record that the address names does not exist: its kind and number.
    pub no_record: fn(&str, &str) -> String,
    pub no_record_detail: &'static str,
    pub go_home: &'static str,
    /// The window's title: page, company.
    pub window_title: fn(&str, &str) -> String,
    pub demo_mark: &'static str,
    pub unnamed_company: &'static str,
}

/// Opening a company, and what to do when it cannot be opened.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct OpeningTexts {
    pub opening: &'static str,
    /// The interaction log is still being read while the rest can be used.
    pub reading_log: &'static str,
    pub failed: &'static str,
    pub try_again: &'static str,
    pub reload: &'static str,
    pub without_saving: &'static str,
    pub what_is_left: &'static str,
    pub open_named: fn(&str) -> String,
    pub start_empty_again: &'static str,
    pub kept: &'static str,
    pub coming: &'static str,
    pub missed: &'static str,
    pub missed_detail: &'static str,
    pub stopped: &'static str,
    pub stopped_kept: &'static str,
    pub stopped_back_up: &'static str,
}

/// The first start: which company, and what to set up.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct StartTexts {
    pub welcome: &'static str,
    pub welcome_detail: &'static str,
    pub start_empty: &'static str,
    pub start_empty_detail: &'static str,
    pub load_demo: &'static str,
    pub load_demo_detail: &'static str,
    pub loading_demo: &'static str,
    /// Commands carried out, of how many.
    pub loading_demo_progress: fn(u32, u32) -> String,
    pub demo_company: &'static str,
    pub checklist: &'static str,
    pub checklist_detail: &'static str,
    pub step_language: &'static str,
    pub step_language_detail: &'static str,
    pub step_name: &'static str,
    pub step_name_detail: &'static str,
    pub company_name: &'static str,
    pub your_name: &'static str,
    pub your_salesperson: &'static str,
    pub your_salesperson_hint: &'static str,
    pub step_series: &'static str,
    pub step_series_detail: &'static str,
    pub step_templates: &'static str,
    pub step_templates_detail: &'static str,
    pub use_suggested: &'static str,
    pub add: &'static str,
    pub step_salesperson: &'static str,
    pub step_salesperson_detail: &'static str,
    pub step_contact: &'static str,
    pub step_contact_detail: &'static str,
    pub step_interaction: &'static str,
    pub step_interaction_detail: &'static str,
    pub done: &'static str,
    pub to_do: &'static str,
    /// Steps done, of how many.
    pub steps_done: fn(u32, u32) -> String,
    pub put_away: &'static str,
    pub companies: &'static str,
    pub companies_detail: &'static str,
    pub new_company: &'static str,
    pub open_now: &'static str,
    /// Name of the company.
    pub delete_company: fn(&str) -> String,
    /// Name of the company.
    pub delete_company_question: fn(&str) -> String,
    pub delete_company_detail: &'static str,
    pub delete_demo_detail: &'static str,
    pub type_name: &'static str,
    /// Name of the company.
    pub type_name_wrong: fn(&str) -> String,
    /// Name of the company.
    pub company_deleted: fn(&str) -> String,
    /// Name of the company.
    pub company_deleted_later: fn(&str) -> String,
    pub all_settings: &'static str,
}
