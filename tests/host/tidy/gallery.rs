//! The gallery (`ui/pages/gallery`) shows every part that there is.

use super::source::{File, files};

/// Parts that no page can place: what they show comes from elsewhere.
const PLACED_ONCE: [&str; 1] = ["Toasts"];

/// The components that a file defines.
fn components(file: &File) -> Vec<&str> {
    let after = file.code.split("#[component]").skip(1);
    let names = after.filter_map(|rest| {
        let (_, rest) = rest.split_once("pub fn ")?;
        rest.split(|c: char| !c.is_alphanumeric()).next()
    });
    names.collect()
}

fn shows(gallery: &[&File], component: &str) -> bool {
    let opening = format!("<{component}");
    gallery.iter().any(|file| {
        file.code.match_indices(&opening).any(|(at, _)| {
            let next = file.code[at + opening.len()..].chars().next();
            next.is_none_or(|c| !c.is_alphanumeric())
        })
    })
}

#[test]
fn the_gallery_shows_every_part() {
    let files = files("rs");
    let gallery = files
        .iter()
        .filter(|file| file.is_in("src/ui/pages/gallery/"));
    let gallery: Vec<_> = gallery.collect();
    let parts = files.iter().filter(|file| file.is_in("src/ui/parts/"));
    let parts: Vec<_> = parts.flat_map(components).collect();
    assert!(parts.len() >= 30, "{parts:?}");
    let missing = parts
        .into_iter()
        .filter(|part| !PLACED_ONCE.contains(part) && !shows(&gallery, part));
    assert_eq!(missing.collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn a_part_is_told_from_one_whose_name_begins_alike() {
    let page = File::new("src/ui/pages/gallery/a.rs", "view! { <MenuList /> }");
    assert!(shows(&[&page], "MenuList"));
    assert!(!shows(&[&page], "Menu"));
    let part = File::new("src/ui/parts/a.rs", "#[component]\npub fn Menu() {}");
    assert_eq!(components(&part), ["Menu"]);
}
