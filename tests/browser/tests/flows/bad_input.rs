//! What cannot be taken is said at its field, stays as it was typed, and writes nothing.

use lokikirja_browser_tests::{Browser, Locator, Role, Scope, Setup, any, flow, has};

/// The form of a new call with a contact of the demo company.
async fn call(browser: &Browser) -> Locator<'_> {
    browser.open("").await;
    browser.button("Load the demo company").click().await;
    browser.link("Contacts").seen().await;
    browser.open("#/?sheet=create-contact-CT000012").await;
    let dialog = browser.dialog("Create Interaction");
    dialog.radio(has("Outgoing call")).click().await;
    dialog.textbox("Description").holds("Outgoing call").await;
    dialog
}

#[test]
fn a_cost_that_cannot_be_read_keeps_ok_from_logging() {
    flow(Setup::new(), async |browser| {
        let dialog = call(browser).await;
        dialog.find(Role::Disclosure, has("More")).click().await;
        dialog.textbox("Cost").fill("abc").await;
        dialog.button(has("OK")).click().await;
        dialog.textbox("Cost").has_focus().await;
        dialog
            .textbox("Cost")
            .has_attribute("aria-invalid", "true")
            .await;
        dialog.textbox("Cost").holds("abc").await;
        // By keyboard alone, from the field itself.
        dialog.textbox("Cost").fill("xyz").await;
        browser.press("Control+Enter").await;
        dialog.textbox("Cost").has_focus().await;
        dialog.textbox("Cost").holds("xyz").await;

        dialog.textbox("Cost").fill("9").await;
        browser.press("Control+Enter").await;
        dialog.gone().await;
        browser.status(any()).says("logged").await;
    });
}

#[test]
fn a_description_may_have_blanks_and_is_never_cut() {
    flow(Setup::new(), async |browser| {
        let dialog = call(browser).await;
        let description = dialog.textbox("Description");
        description.fill("").await;
        browser.type_text("About the spring ").await;
        description.holds("About the spring ").await;
        let long = "x".repeat(101);
        description.fill(&long).await;
        description.has_attribute("aria-invalid", "true").await;
        // Another edit does not make it forget.
        dialog.radio(has("Incoming call")).click().await;
        description.holds(&long).await;
        description.has_attribute("aria-invalid", "true").await;
        dialog.button(has("OK")).click().await;
        description.has_focus().await;
        description.holds(&long).await;
        description.fill("Short").await;
        dialog.button(has("OK")).click().await;
        dialog.gone().await;
    });
}
