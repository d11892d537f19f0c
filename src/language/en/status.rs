//! English: how saving stands, working without a network, a newer version.

use crate::language::status::StatusTexts;

pub(super) const STATUS: StatusTexts = StatusTexts {
    saved: "Saved on this device",
    saved_detail: "Everything you see is saved in this browser, on this device. Nothing is sent anywhere.",
    saving: "Saving…",
    in_memory: "Not being saved",
    in_memory_detail: "This browser does not let the page store anything. You can try everything, but it is gone when this tab is closed.",
    no_network: "No network",
    no_network_detail: "There is no network now. Everything works as always and is saved on this device.",
    network_needless: "There is no network now. What is open goes on working; do not close or reload this page.",
    offline: "Without a network",
    offline_ready: "The app is kept on this device: it opens and works without a network.",
    offline_fetching: "The app is being kept on this device so that it opens without a network.",
    offline_nothing: "The app could not be kept on this device whole. It is tried again when the page is opened next.",
    offline_impossible: "This browser does not keep the app here: opening it needs a network.",
    newer: "New version ready",
    newer_detail: "It is used once this page is loaded again. Nothing you have saved changes.",
    newer_told: "A new version of Lokikirja is ready.",
    use_newer: "Reload now",
    finish_first: "Something you typed is not saved yet. Finish or leave it first, then reload.",
    storage: "Room on this device",
    storage_promised: "The browser has promised to keep your data, also when the disk gets full.",
    storage_not_promised: "The browser may remove your data when the disk gets full. Installing the app, or a bookmark, helps.",
    ask_browser: "Ask the browser to keep it",
    browser_refused: "The browser did not promise it. Installing the app, or a bookmark, helps.",
    used: |used, all| format!("{used} used of {all}."),
    version: "Version",
};
