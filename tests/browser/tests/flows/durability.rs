//! What was saved stays saved: a short version of `cargo xtask kill`.

use lokikirja_browser_tests::{BASE, Setup, durability, flow};
use xtask::site::Site;

/// The page that writes, in place of the app.
fn writing() -> Setup {
    Setup::new().hosting(|_| Site::new(durability::folder()).under(BASE))
}

#[test]
fn four_tabs_create_contacts_at_once_under_different_numbers() {
    flow(writing(), async |browser| {
        let speed = durability::create_at_once(browser, 4, 25).await;
        browser.tells_figure(&speed.to_string());
    });
}

#[test]
fn what_was_saved_survives_ten_kills() {
    flow(writing(), async |browser| {
        let survival = durability::survive(browser, 10, 1, |_, _| ()).await;
        browser.tells_figure(&survival.to_string());
    });
}

#[test]
fn a_company_of_an_older_version_comes_to_the_same_in_four_kills() {
    flow(writing(), async |browser| {
        let folding = durability::survive_folding(browser, 4, 5_000, 1, |_| ()).await;
        println!("{folding}");
    });
}

#[test]
fn a_segment_is_logged_whole_or_not_at_all_in_five_kills() {
    flow(writing(), async |browser| {
        let logging = durability::survive_logging(browser, 5, 200, 1, |_, _| ()).await;
        browser.tells_figure(&logging.to_string());
    });
}
