//! Texts of the mark that says how saving stands, and of the panel that explains it: saving, working without a
//! network, a newer version, and what the browser promises.

/// The mark and its panel.
#[allow(missing_docs, reason = "each field is named after the words it holds")]
pub struct StatusTexts {
    pub saved: &'static str,
    pub saved_detail: &'static str,
    pub saving: &'static str,
    pub in_memory: &'static str,
    pub in_memory_detail: &'static str,
    /// The mark while there is no network.
    pub no_network: &'static str,
    pub no_network_detail: &'static str,
    pub network_needless: &'static str,
    pub offline: &'static str,
    pub offline_ready: &'static str,
    pub offline_fetching: &'static str,
    pub offline_nothing: &'static str,
    pub offline_impossible: &'static str,
    /// The mark while a newer version waits.
    pub newer: &'static str,
    pub newer_detail: &'static str,
    pub newer_told: &'static str,
    pub use_newer: &'static str,
    /// Something typed is stored nowhere yet.
    pub finish_first: &'static str,
    pub storage: &'static str,
    pub storage_promised: &'static str,
    pub storage_not_promised: &'static str,
    pub ask_browser: &'static str,
    pub browser_refused: &'static str,
    /// Stored for this address, of the room there is, both with their units.
    pub used: fn(&str, &str) -> String,
    pub version: &'static str,
}
