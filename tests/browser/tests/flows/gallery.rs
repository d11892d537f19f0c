//! The gallery of all parts in every state: its pictures, in every look, for people to look through, and what
//! can be said of them without eyes.

use crate::accessibility::layout::sideways;
use crate::words::{Words, in_both_languages};
use base64::{Engine, engine::general_purpose::STANDARD};
use lokikirja::language::{Lang, messages};
use lokikirja_browser_tests::tour::look;
use lokikirja_browser_tests::{Browser, Role, Scope, any, target};
use serde_json::json;
use std::fs;

in_both_languages!(the_parts_are_pictured_in_every_look);

const LOOKS: [(&str, (u32, u32), bool); 4] = [
    ("desktop-light", (1440, 900), false),
    ("desktop-dark", (1440, 900), true),
    ("phone-light", (360, 740), false),
    ("phone-dark", (360, 740), true),
];

async fn the_parts_are_pictured_in_every_look(browser: &Browser, w: &'static Words) {
    let lang = if w.tag == "fi" { Lang::Fi } else { Lang::En };
    let m = &messages(lang).gallery;
    browser.open("#/gallery").await;
    browser.heading(m.title).seen().await;
    every_state_is_there(browser, lang).await;
    let folder = target().join("pictures").join("gallery");
    fs::create_dir_all(&folder).expect("a folder for pictures");
    for (name, size, dark) in LOOKS {
        look(browser, size, dark, false).await;
        let cut = sideways(browser).await;
        assert!(cut.is_empty(), "{name}: {cut:#?}");
        let options = json!({ "captureBeyondViewport": true });
        let taken = browser.cdp("Page.captureScreenshot", options).await;
        let data = taken["data"].as_str().expect("a picture");
        let picture = STANDARD.decode(data).expect("base64");
        let file = folder.join(format!("{}-{name}.png", w.tag));
        fs::write(&file, &picture).expect("room for a picture");
        // What is light, and what is dark, is so for eyes too, and neither is empty.
        let (mean, shades) = light_of(&picture);
        assert_eq!(mean < 100.0, dark, "{}: {mean}", file.display());
        assert!(
            shades > 100,
            "{}: only {shades} shades: empty?",
            file.display()
        );
    }
}

/// Each kind of field is there refused, and says why; and of each kind that can be locked one is.
async fn every_state_is_there(browser: &Browser, lang: Lang) {
    let m = &messages(lang).gallery;
    let page = browser.find(Role::Main, any());
    for why in [
        m.too_short,
        m.not_a_code,
        m.not_a_number,
        m.date_error,
        m.no_such_time,
        m.no_language,
        m.no_contact,
        m.no_flow,
    ] {
        page.says(why).await;
    }
    let states = "return ['[aria-invalid=true]', '[data-locked]', '[aria-required=true], [required]', '[aria-disabled=true]', '[aria-busy=true]']
        .map((state) => document.querySelectorAll(`main ${state}`).length);";
    let states = browser.script(states, Vec::new()).await;
    let n = |at: usize| states[at].as_u64().unwrap_or_default();
    let (refused, locked, required, blocked, busy) = (n(0), n(1), n(2), n(3), n(4));
    assert!(
        refused >= 11 && locked >= 8 && required >= 9 && blocked >= 3 && busy >= 2,
        "{states}"
    );
}

/// The mean brightness of a picture, of 255, and how many shades are in it.
fn light_of(picture: &[u8]) -> (f64, usize) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().expect("a PNG");
    let size = reader.output_buffer_size().expect("it fits in memory");
    let mut pixels = vec![0; size];
    let info = reader.next_frame(&mut pixels).expect("a picture");
    let channels = info.color_type.samples();
    let colours = pixels.chunks_exact(channels).map(|pixel| &pixel[..3]);
    let mut shades = std::collections::BTreeSet::new();
    let (mut sum, mut n) = (0_u64, 0_u64);
    for colour in colours {
        sum += colour.iter().map(|&part| u64::from(part)).sum::<u64>();
        n += 3;
        shades.insert([colour[0], colour[1], colour[2]]);
    }
    (sum as f64 / n as f64, shades.len())
}
