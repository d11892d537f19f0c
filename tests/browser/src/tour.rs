//! The tour: every page of the app and every dialog, sheet and menu that opens over one, with the way
//! there by role and name. What must hold everywhere is checked on each of its stops.
//!
//! A page or sheet that is in `ui/route/` and not here fails a test below.

use crate::{Browser, Role, Scope, any, has};
use lokikirja::domain::code::Code;
use lokikirja::domain::interaction::EntryNo;
use lokikirja::domain::segment::criteria::ActionKind;
use lokikirja::domain::segment::question::{Answer, Question};
use lokikirja::domain::segment::selection::Part;
use lokikirja::domain::{Field, Table};
use lokikirja::language::Messages;
use lokikirja::ui::route::{Context, From, ListState, Page, Route, Sheet};
use serde_json::json;

/// A name in the language of the messages.
type Say = fn(&'static Messages) -> String;

/// A place to look at.
#[derive(Clone, Debug)]
pub struct Stop {
    /// What pictures and complaints call it.
    pub name: &'static str,
    /// The address.
    pub route: Route,
    /// What is done there.
    pub steps: Vec<Step>,
    /// What is there then: what kind of thing, and what its name contains.
    pub shows: (Role, Say),
    /// It exists on a phone only.
    pub on_phone_only: bool,
}

/// What is done at an address to get to a stop.
#[derive(Clone, Debug)]
pub enum Step {
    /// Clicks the first of this role whose name contains this.
    Click(Role, Say),
    /// Fills the first field of this role whose name contains this.
    Fill(Role, Say, &'static str),
    /// Waits for the first of this role whose name contains this: keys do not wait for anybody to hear
    /// them.
    See(Role, Say),
    /// Presses keys.
    Press(&'static str),
}

/// A company and a person of the demo company.
const COMPANY: &str = "CT000001";
const PERSON: &str = "CT000005";
/// An open segment of it, filled by criteria.
const SEGMENT: &str = "SM00007";

impl Stop {
    /// Goes there and waits until it is seen. The demo company is open in the language of `m`.
    pub async fn visit(&self, browser: &Browser, m: &'static Messages) {
        browser.open(&self.route.href()).await;
        for step in &self.steps {
            match step {
                Step::Click(role, say) => browser.find(*role, has(&say(m))).first().click().await,
                Step::Fill(role, say, text) => {
                    browser.find(*role, has(&say(m))).first().fill(text).await;
                }
                Step::See(role, say) => browser.find(*role, has(&say(m))).first().seen().await,
                Step::Press(chord) => browser.press(chord).await,
            }
        }
        let (role, say) = self.shows;
        browser.find(role, has(&say(m))).first().seen().await;
        settled(browser).await;
    }

    /// Leaves whatever the steps have opened.
    pub async fn leave(&self, browser: &Browser) {
        if !self.steps.is_empty() {
            // Nothing that is open in the page survives this, and no question can stand in the way.
            let left = browser.client().goto("about:blank").await;
            left.unwrap_or_else(|error| panic!("{}: {error}", self.name));
        }
    }
}

/// Waits until nothing moves any more: animations ended, fonts loaded, everything drawn.
async fn settled(browser: &Browser) {
    let still = "return document.fonts.status === 'loaded' \
        && document.getAnimations().every((each) => each.playState !== 'running' || each.effect.getComputedTiming().endTime === Infinity)";
    browser.wait_for("the page is still", still).await;
    let drawn =
        "await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))";
    browser.script_async(drawn, Vec::new()).await;
}

/// Gives the page other room and another look, as a window that is resized and a system that turns
/// dark do. `touch`: the screen is used with a finger.
pub async fn look(browser: &Browser, (width, height): (u32, u32), dark: bool, touch: bool) {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    browser
        .cdp("Emulation.setDeviceMetricsOverride", metrics)
        .await;
    let scheme = if dark { "dark" } else { "light" };
    let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
    browser.cdp("Emulation.setEmulatedMedia", media).await;
    let touched = json!({ "enabled": touch, "maxTouchPoints": 1 });
    browser
        .cdp("Emulation.setTouchEmulationEnabled", touched)
        .await;
    settled(browser).await;
}

/// All stops in the demo company, in an order in which none spoils the next.
pub fn stops() -> Vec<Stop> {
    let mut stops = pages();
    stops.extend(sheets());
    stops.extend(opened());
    stops
}

fn pages() -> Vec<Stop> {
    let searched = Route {
        list: ListState {
            search: "qqqq".to_owned(),
            ..ListState::default()
        },
        ..Route::to(Page::Contacts)
    };
    vec![
        page("home", Page::Home, |m| m.home.latest.into()).shows(Role::Region),
        page("contacts", Page::Contacts, |m| {
            (m.terms.records)(Table::Contact).into()
        }),
        at("contacts-none-found", searched, |m| m.parts.show_all.into()).shows(Role::Button),
        page("company", Page::Contact(code(COMPANY)), |m| {
            m.people.timeline.into()
        }),
        page("person", Page::Contact(code(PERSON)), |m| {
            m.people.timeline.into()
        }),
        page("salespeople", Page::Salespeople, |m| {
            (m.terms.records)(Table::Salesperson).into()
        }),
        page("salesperson", Page::Salesperson(code("KV")), |m| {
            m.people.timeline.into()
        }),
        page(
            "interactions",
            Page::Interactions(Context::All),
            log_entries,
        ),
        page(
            "interactions-of-contact",
            Page::Interactions(Context::Contact(code(COMPANY))),
            log_entries,
        ),
        page("interaction", Page::Interaction(EntryNo(1)), |m| {
            m.logbook.details.into()
        }),
        page("postponed", Page::Postponed(Context::All), |m| {
            m.logbook.postponed_title.into()
        }),
        page("templates", Page::Templates, |m| {
            (m.terms.records)(Table::InteractionTemplate).into()
        }),
        page("template", Page::Template(code("OUTGOING")), |m| {
            m.setups.defaults.into()
        }),
        page("groups", Page::Groups, |m| {
            (m.terms.records)(Table::InteractionGroup).into()
        }),
        page("segments", Page::Segments, |m| {
            (m.terms.records)(Table::Segment).into()
        }),
        page("logged-segments", Page::LoggedSegments, |m| {
            (m.terms.records)(Table::LoggedSegment).into()
        }),
        page("logged-segment", Page::LoggedSegment(EntryNo(1)), |m| {
            m.logbook.figures.into()
        }),
        page("saved-criteria", Page::SavedCriteria, |m| {
            (m.terms.records)(Table::SavedCriteria).into()
        }),
        page("segments", Page::Segments, |m| {
            (m.terms.records)(Table::Segment).into()
        }),
        page("segment", Page::Segment(code(SEGMENT)), |m| {
            m.setups.lines.into()
        }),
        page("setup", Page::Setup, |m| m.start.companies.into()),
        page("marketing-setup", Page::MarketingSetup, |m| {
            (m.terms.records)(Table::Setup).into()
        }),
        page("number-series", Page::NumberSeries, |m| {
            (m.terms.records)(Table::NumberSeries).into()
        }),
        page("one-series", Page::OneSeries(code("CONT")), |m| {
            m.setups.lines.into()
        }),
        page("not-found", Page::NotFound("no/such/page".into()), |m| {
            m.frame.not_found.into()
        }),
        page("gallery", Page::Gallery, |m| m.gallery.title.into()),
    ]
}

fn sheets() -> Vec<Stop> {
    let entry = From::LogEntry(EntryNo(1));
    let create = |m: &'static Messages| m.create.title.to_owned();
    let contact = From::Contact(code(PERSON));
    let sheet =
        |name, page, sheet, say| at(name, Route::to(page).with(sheet), say).shows(Role::Dialog);
    vec![
        sheet("create", Page::Home, Sheet::Create(From::Blank), create),
        sheet(
            "create-from-contact",
            Page::Contacts,
            Sheet::Create(contact),
            create,
        )
        .then(Step::Click(Role::Radio, |_| String::new()))
        .then(Step::Click(Role::Disclosure, |m| m.create.more.into())),
        sheet(
            "create-from-entry",
            Page::Home,
            Sheet::Create(entry),
            create,
        ),
        sheet("new-contact", Page::Contacts, Sheet::New, |m| {
            m.people.new_contact.into()
        }),
        sheet("new-salesperson", Page::Salespeople, Sheet::New, |m| {
            m.people.new_salesperson.into()
        }),
        sheet("new-template", Page::Templates, Sheet::New, |m| {
            m.setups.new_template.into()
        }),
        sheet("new-group", Page::Groups, Sheet::New, |m| {
            m.setups.new_group.into()
        }),
        sheet("new-series", Page::NumberSeries, Sheet::New, |m| {
            m.setups.new_series.into()
        }),
        sheet("new-segment", Page::Segments, Sheet::New, |m| {
            m.segment_pages.new_segment.into()
        }),
        sheet(
            "log-segment",
            Page::Segment(code(SEGMENT)),
            Sheet::LogSegment,
            |m| m.segment_pages.log_segment.into(),
        ),
        at(
            "segment-line",
            Route::to(Page::Segment(code(SEGMENT))).with(Sheet::SegmentLine(10_000)),
            |m| m.segment_pages.next_line.into(),
        )
        .shows(Role::Button),
        sheet(
            "resume",
            Page::Postponed(Context::All),
            Sheet::Resume(EntryNo(0)),
            |m| m.create.cannot_open.into(),
        ),
        sheet("draft", Page::Home, Sheet::Draft("gone".into()), |m| {
            m.create.cannot_open.into()
        }),
    ]
}

/// What opens without being part of the address.
fn opened() -> Vec<Stop> {
    let more = || Step::Click(Role::Button, |m| m.parts.more_actions.into());
    let template = || Page::Template(code("OUTGOING"));
    let person = || Page::Contact(code(PERSON));
    let log = || Page::Interactions(Context::All);
    let segment = || Page::Segment(code(SEGMENT));
    let add_contacts = || Step::Click(Role::Button, |m| (m.criteria.kind)(ActionKind::Add).into());
    // A filter that can be read, and one that cannot.
    let filter = |column: &str, expression: &str| (column.to_owned(), expression.to_owned());
    let filtered = || Route {
        list: ListState {
            filters: vec![filter("no", "CT*"), filter("city", "(")],
            ..ListState::default()
        },
        ..Route::to(Page::Contacts)
    };
    vec![
        page("jump", Page::Home, |m| m.frame.search.into())
            .then(Step::See(Role::Button, |m| m.frame.search.into()))
            .then(Step::Press("Control+k"))
            .shows(Role::Dialog),
        page("jump-found", Page::Home, |m| m.frame.search.into())
            .then(Step::See(Role::Button, |m| m.frame.search.into()))
            .then(Step::Press("Control+k"))
            .then(Step::See(Role::Dialog, |m| m.frame.search.into()))
            .then(Step::Press("h"))
            .shows(Role::Dialog),
        page("segment-fields", Page::Segment(code(SEGMENT)), |m| {
            field(m, Field::UnitCost)
        })
        .then(Step::Click(Role::Disclosure, |m| {
            m.segment_pages.general.into()
        }))
        .then(Step::Click(Role::Disclosure, |m| {
            m.segment_pages.interaction.into()
        }))
        .shows(Role::TextBox),
        page("segment-cell", Page::Segment(code(SEGMENT)), |m| {
            format!("{}, ", field(m, Field::Cost))
        })
        .then(Step::Click(Role::GridCell, |_| "45".into()))
        .shows(Role::TextBox),
        page("add-by-hand", Page::Segment(code(SEGMENT)), |m| {
            m.segment_pages.add_by_hand.into()
        })
        .then(Step::Click(Role::Button, |m| {
            m.segment_pages.add_by_hand.into()
        }))
        .shows(Role::Dialog),
        page("segment-question", Page::Segment(code(SEGMENT)), |m| {
            m.parts.cancel.into()
        })
        .then(Step::Click(Role::Disclosure, |m| {
            m.segment_pages.general.into()
        }))
        .then(Step::Fill(
            Role::TextBox,
            |m| field(m, Field::Description),
            "x",
        ))
        .then(Step::Press("Enter"))
        .shows(Role::Button),
        page("more-actions", person(), |m| m.people.delete.into())
            .then(more())
            .shows(Role::MenuItem),
        page("delete-contact", person(), |m| m.people.keep.into())
            .then(more())
            .then(Step::Click(Role::MenuItem, |m| m.people.delete.into()))
            .shows(Role::Button),
        page("template-actions", template(), |m| {
            m.setups.delete_template.into()
        })
        .then(more())
        .shows(Role::MenuItem),
        at(
            "lookup",
            Route::to(Page::Home).with(Sheet::Create(From::Blank)),
            |_| String::new(),
        )
        .then(Step::Fill(
            Role::Combobox,
            |m| field(m, Field::Contact),
            "a",
        ))
        .shows(Role::Option),
        page("selected", Page::Postponed(Context::All), |m| {
            m.parts.clear_selection.into()
        })
        .then(Step::Click(Role::Button, |m| m.parts.select_all.into()))
        .shows(Role::Button),
        page("delete-postponed", Page::Postponed(Context::All), |m| {
            m.logbook.keep.into()
        })
        .then(Step::Click(Role::Button, |m| m.parts.select_all.into()))
        .then(Step::Click(Role::Button, |m| m.logbook.delete.into()))
        .shows(Role::Button),
        page("filter-menu", Page::Contacts, |m| m.lists.filter_row.into())
            .then(Step::Click(Role::Button, |m| m.lists.filter.into()))
            .shows(Role::MenuItem),
        page("filter-of-values", Page::Contacts, |m| m.lists.done.into())
            .then(Step::Click(Role::Button, |m| m.lists.filter.into()))
            .then(Step::Click(Role::MenuItem, |m| field(m, Field::City)))
            .shows(Role::Button),
        page("filter-of-dates", log(), |m| m.lists.done.into())
            .then(Step::Click(Role::Button, |m| m.lists.filter.into()))
            .then(Step::Click(Role::MenuItem, |m| field(m, Field::Date)))
            .shows(Role::Button),
        at("filtered", filtered(), |m| {
            (m.lists.remove_filter)("")
                .trim()
                .trim_end_matches(':')
                .into()
        })
        .shows(Role::Button),
        page("columns", Page::Contacts, |m| m.lists.own_columns.into())
            .then(Step::Click(Role::Button, |m| m.lists.columns.into()))
            .shows(Role::Button),
        page("save-view", Page::Contacts, |m| m.lists.view_name.into())
            .then(Step::Click(Role::Button, |m| m.lists.views.into()))
            .then(Step::Click(Role::MenuItem, |m| m.lists.save_view.into()))
            .shows(Role::TextBox),
        page("add-by-criteria", segment(), |m| {
            (m.criteria.kind)(ActionKind::Add).into()
        })
        .then(add_contacts())
        .shows(Role::Dialog),
        page("criteria-of-interactions", segment(), |m| {
            (m.criteria.part)(Part::Interaction).into()
        })
        .then(add_contacts())
        .then(Step::Fill(
            Role::Combobox,
            |m| field(m, Field::Salesperson),
            "J*",
        ))
        .then(Step::Fill(Role::TextBox, |m| field(m, Field::City), "("))
        // Once it is left, what is wrong with it takes room.
        .then(Step::Press("Tab"))
        .then(Step::Click(Role::Button, |m| {
            m.criteria_pages.add_section.into()
        }))
        .then(Step::Click(Role::MenuItem, |m| {
            (m.criteria.part)(Part::Interaction).into()
        }))
        .then(Step::Click(Role::Disclosure, |m| {
            m.criteria_pages.options.into()
        }))
        .shows(Role::Group),
        page("criteria-preview", segment(), |m| {
            (m.criteria.kind)(ActionKind::Add).into()
        })
        .then(add_contacts())
        .then(Step::Click(Role::Button, |m| {
            m.criteria_pages.preview.into()
        }))
        .shows(Role::Dialog),
        page("criteria-filter", segment(), |m| m.lists.done.into())
            .then(add_contacts())
            .then(Step::Click(Role::Button, |m| {
                (m.lists.filter_of)(&field(m, Field::City))
            }))
            .shows(Role::Button),
        page("go-back", segment(), |m| {
            (m.segment_pages.answer)(&Question::GoBack { n_lines: 0 }, Answer::Yes).into()
        })
        .then(Step::Click(Role::Button, |m| {
            m.criteria_pages.go_back.into()
        }))
        .shows(Role::Button),
        page("save-criteria", segment(), |m| m.criteria_pages.save.into())
            .then(Step::Click(Role::Button, |m| m.criteria_pages.save.into()))
            .shows(Role::Dialog),
        page("reuse-criteria", segment(), |m| {
            m.criteria_pages.reuse_title.into()
        })
        .then(Step::Click(Role::Button, |m| m.criteria_pages.reuse.into()))
        .then(Step::Click(Role::Button, |m| {
            (m.segment_pages.answer)(&Question::AddToExisting { n_actions: 0 }, Answer::Yes).into()
        }))
        .shows(Role::Dialog),
        page("apply-mailing-group", segment(), |m| {
            m.criteria_pages.apply_group.into()
        })
        .then(Step::Click(Role::Button, |m| {
            m.criteria_pages.apply_group.into()
        }))
        .shows(Role::Dialog),
        page("saved-criteria-card", Page::SavedCriteria, |m| {
            m.criteria_pages.steps.into()
        })
        .then(Step::Click(Role::Button, |m| {
            m.demo.marketing.buyers.into()
        }))
        .shows(Role::Heading),
        page("keys", person(), |m| m.keys.keys.into())
            .then(Step::See(Role::Button, |m| m.create.title.into()))
            .then(Step::Press("F1"))
            .shows(Role::Dialog),
        page("resume-postponed", Page::Postponed(Context::All), |m| {
            m.create.resume_title.into()
        })
        .then(Step::Click(Role::Link, |m| m.logbook.resume.into()))
        .shows(Role::Dialog),
        at(
            "leave-question",
            Route::to(Page::Home).with(Sheet::Create(From::Blank)),
            |m| m.create.postpone.into(),
        )
        .then(Step::Fill(
            Role::TextBox,
            |m| field(m, Field::Description),
            "x",
        ))
        .then(Step::Press("Escape"))
        .shows(Role::Button),
        page("home-with-draft", Page::Home, |m| m.home.go_on.into()).shows(Role::Button),
        page("navigation", Page::Home, |m| m.frame.more.into())
            .then(Step::Click(Role::Button, |m| m.frame.more.into()))
            .shows(Role::Dialog)
            .on_phone(),
        page("sort", Page::Contacts, |_| String::new())
            .then(Step::Click(Role::Button, |m| m.parts.sort_by.into()))
            .shows(Role::Menu)
            .on_phone(),
    ]
}

fn code<const MAX: usize>(text: &str) -> Code<MAX> {
    Code::new(text).unwrap_or_else(|reason| panic!("{text} is no code: {reason:?}"))
}

fn field(m: &'static Messages, field: Field) -> String {
    (m.terms.field)(field).to_owned()
}

fn log_entries(m: &'static Messages) -> String {
    (m.terms.records)(Table::LogEntry).to_owned()
}

fn page(name: &'static str, page: Page, say: Say) -> Stop {
    at(name, Route::to(page), say)
}

fn at(name: &'static str, route: Route, say: Say) -> Stop {
    Stop {
        name,
        route,
        steps: Vec::new(),
        shows: (Role::Heading, say),
        on_phone_only: false,
    }
}

impl Stop {
    fn then(mut self, step: Step) -> Stop {
        self.steps.push(step);
        self
    }

    fn shows(mut self, role: Role) -> Stop {
        self.shows.0 = role;
        self
    }

    fn on_phone(mut self) -> Stop {
        self.on_phone_only = true;
        self
    }
}

/// Loads the demo company in the browser's language.
pub async fn load_demo(browser: &Browser, m: &'static Messages) {
    browser.open("").await;
    browser.button(m.start.load_demo).click().await;
    browser.region(m.home.latest).seen().await;
    browser.find(Role::Main, any()).seen().await;
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROUTES: &str = concat!(
        include_str!("../../../src/ui/route/page.rs"),
        include_str!("../../../src/ui/route/sheet.rs"),
    );

    /// The variants of an enum of the routes.
    fn variants(name: &str) -> Vec<&'static str> {
        let start = format!("pub enum {name} {{");
        let body = ROUTES
            .split_once(&start)
            .and_then(|(_, rest)| rest.split_once("\n}"));
        let lines = body.map(|(body, _)| body.lines()).into_iter().flatten();
        lines
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with("//") && !line.starts_with('#'))
            .map(|line| line.split(['(', ',']).next().unwrap_or_default())
            .collect()
    }

    fn shown<T: std::fmt::Debug>(value: &T) -> String {
        let text = format!("{value:?}");
        text.split(['(', ' ']).next().unwrap_or_default().to_owned()
    }

    #[test]
    fn the_tour_stops_at_every_page_and_at_every_sheet() {
        let stops = stops();
        for (name, least) in [("Page", 15), ("Sheet", 4)] {
            let variants = variants(name);
            assert!(variants.len() >= least, "{variants:?}");
            for variant in variants {
                let is_there = stops.iter().any(|stop| match name {
                    "Page" => shown(&stop.route.page) == variant,
                    _ => stop.route.sheet.as_ref().map(shown).as_deref() == Some(variant),
                });
                assert!(is_there, "no stop of the tour has {name}::{variant}");
            }
        }
    }

    #[test]
    fn each_stop_has_a_name_of_its_own() {
        let stops = stops();
        let names: std::collections::BTreeSet<&str> = stops.iter().map(|stop| stop.name).collect();
        assert_eq!(names.len(), stops.len());
    }
}
