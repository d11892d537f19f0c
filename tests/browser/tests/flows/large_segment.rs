//! A segment with so many lines that logging it takes a while: the page goes on meanwhile, and until it
//! is written it can be given up.

use crate::steps::start_empty;
use crate::words::{Words, in_finnish};
use lokikirja::domain::code::Code;
use lokikirja::domain::contact::ContactEdit;
use lokikirja::domain::id::{self, ContactId, SalespersonId, SegmentId, SegmentLineId};
use lokikirja::domain::interaction::template::InteractionTemplate;
use lokikirja::domain::salesperson::SalespersonEdit;
use lokikirja::domain::segment::SegmentEdit;
use lokikirja::domain::{ChangeSet, Command, Moment, Origin, Records, decide, starter};
use lokikirja::journal::codec;
use lokikirja::language::{Lang, messages};
use lokikirja_browser_tests::{Browser, Role, Scope, any, has};
use serde_json::{Value, json};
use uuid::Uuid;

in_finnish!(logging_many_lines_is_given_up_and_done_again);

const N_CONTACTS: usize = 50;
const N_LINES: usize = 10_000;
const SEGMENT: &str = "#/segments/BIG";

/// Notes what the progress bar says, each time that it says something else: it may be gone before it is
/// looked for.
const WATCH: &str = "window.shown = []; new MutationObserver(() => { \
    const bar = document.querySelector('[role=progressbar]'); \
    const percent = bar && bar.getAttribute('aria-valuenow'); \
    if (percent && Number(percent) !== window.shown.at(-1)) window.shown.push(Number(percent)); \
    }).observe(document.body, { subtree: true, childList: true, attributes: true });";

/// What it is called, in one language.
struct Names {
    log: &'static str,
    log_segment: &'static str,
    given_up: &'static str,
    was_logged: &'static str,
    logged_segments: &'static str,
}

const EN: Names = Names {
    log: "Log",
    log_segment: "Log Segment",
    given_up: "Logging was canceled. Nothing has been logged.",
    was_logged: "Segment BIG has been logged: 10,000 interactions.",
    logged_segments: "Logged Segments",
};

const FI: Names = Names {
    log: "Loki",
    log_segment: "Lokin segmentti",
    given_up: "Kirjaus peruttiin. Mitään ei kirjattu lokiin.",
    was_logged: "10\u{a0}000 vuorovaikutusta",
    logged_segments: "Lokiin kirjatut segmentit",
};

async fn logging_many_lines_is_given_up_and_done_again(browser: &Browser, w: &'static Words) {
    let n = if w.tag == "fi" { &FI } else { &EN };
    start_empty(browser, w).await;
    let pairs = json!(company());
    let seed = include_str!("../../src/bin/bench/seed.js");
    browser
        .script_async(seed, vec![json!("journal"), pairs])
        .await;
    browser.reload().await;
    browser.open(SEGMENT).await;
    browser.heading("Everybody").seen().await;
    browser.button(n.log).click().await;
    let dialog = browser.dialog(n.log_segment);
    let ok = dialog.button(has(w.ok));
    ok.seen().await;
    // The page goes on: the way out is heard. Keys come at once; a button would be looked for first.
    browser.press("Control+Enter").await;
    browser.press("Escape").await;
    dialog.says(n.given_up).await;
    dialog.find(Role::ProgressBar, any()).gone().await;
    // Nothing of it is on the device either.
    browser.open("#/logged-segments").await;
    browser.reload().await;
    browser.heading(n.logged_segments).seen().await;
    browser.link(has("BIG")).gone().await;
    browser.open(SEGMENT).await;
    browser.button(n.log).click().await;
    ok.seen().await;
    browser.script(WATCH, Vec::new()).await;
    ok.click().await;
    dialog.gone().await;
    // How far it is was shown on the way; a fast computer shows few steps.
    let shown = browser.script("return window.shown", Vec::new()).await;
    let shown: Vec<u64> = serde_json::from_value(shown).expect("percents");
    assert!(!shown.is_empty() && shown.is_sorted(), "{shown:?}");
    browser.region(w.notifications).says(n.was_logged).await;
    browser.heading(has("Everybody")).seen().await;
}

/// A company whose segment BIG holds each of its contacts again and again: its change sets, each with
/// its revision.
fn company() -> Vec<(u64, Value)> {
    let mut made = Made::default();
    let texts = &messages(Lang::En).starter;
    let mut ids = 0;
    let mut new_id = || -> Uuid {
        ids += 1;
        id::new(1_772_000_000_000 + ids, [7; 10])
    };
    let starter = starter::starter(&made.records, texts, &mut new_id);
    made.run(starter);
    let salesperson: SalespersonId = new_id().into();
    made.run(Command::CreateSalesperson(
        salesperson,
        vec![
            SalespersonEdit::Code("JK".into()),
            SalespersonEdit::Name("Jo Kari".into()),
        ],
    ));
    let mut contacts: Vec<ContactId> = Vec::new();
    for at in 1..=N_CONTACTS {
        let id = new_id().into();
        contacts.push(id);
        let edits = vec![
            ContactEdit::No(format!("C{at:03}")),
            ContactEdit::Name(format!("Company {at}")),
        ];
        made.run(Command::CreateContact(id, edits));
    }
    let template = made.records.all::<InteractionTemplate>().next();
    let template = template.expect("the starter has templates").id;
    let segment: SegmentId = new_id().into();
    made.run(Command::CreateSegment(
        segment,
        vec![
            SegmentEdit::No("BIG".into()),
            SegmentEdit::Description("Everybody".into()),
            SegmentEdit::Salesperson(Some(salesperson)),
            SegmentEdit::Template {
                template: Some(template),
                keep_campaign: false,
            },
        ],
    ));
    let line = |contact| (SegmentLineId(new_id()), contact);
    let lines = contacts.iter().copied().cycle().take(N_LINES).map(line);
    let lines = lines.collect();
    made.run(Command::AddSegmentLines(segment, lines));
    let code = Code::new("BIG").expect("a code");
    assert!(made.records.segments().by_no(&code).is_some());
    made.sets
}

/// What commands have come to.
#[derive(Default)]
struct Made {
    records: Records,
    sets: Vec<(u64, Value)>,
}

impl Made {
    fn run(&mut self, command: Command) {
        let now = chrono::DateTime::UNIX_EPOCH;
        let moment = Moment {
            now,
            local: now.naive_utc(),
            work_date: now.date_naive(),
            user: String::new(),
            my_salesperson: None,
        };
        let decision = decide(&self.records, &moment, command).expect("the rules allow it");
        let set = ChangeSet {
            at: now,
            user: String::new(),
            origin: Origin::default(),
            changes: decision.changes,
        };
        let revision = self.records.revision().next();
        let text = codec::change_set_text(&set);
        self.sets.push((revision.0, Value::String(text)));
        self.records.apply(revision, &set.changes);
    }
}
