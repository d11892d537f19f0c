//! The hidden page that shows every part in every state, for whoever changes a part and for the screenshots in tests.
//!
//! Its contacts are made up and live here; nothing of the open company is read.

mod actions;
mod fields;
mod list;
mod states;
mod views;

use leptos::prelude::*;

use crate::ui::parts::sections::Card;
use crate::ui::shell::switches;
use crate::ui::text::{texts, tr};

/// All parts, one card for each family. Stands alone: no company is open, and so no frame is around it.
#[component]
pub fn Gallery() -> impl IntoView {
    Effect::new(move |_| document().set_title(texts().gallery.title));
    view! {
        <main class="shell-page" id="page" tabindex="-1">
            <header class="page-head">
                <div class="page-head-text">
                    <h1>{tr(|m| m.gallery.title)}</h1>
                    <p class="page-sub">{tr(|m| m.gallery.intro)}</p>
                </div>
                {switches()}
            </header>
            <div class="stack">
                <Card title=tr(|m| m.gallery.buttons)>{actions::buttons()}</Card>
                <Card title=tr(|m| m.gallery.dialogs)>{actions::dialogs()}</Card>
                <Card title=tr(|m| m.gallery.fields)>{fields::fields()}</Card>
                <Card title=tr(|m| m.gallery.field_states)>{states::states()}</Card>
                <Card title=tr(|m| m.gallery.marks)>{views::marks()}</Card>
                {views::sections()}
                <Card title=tr(|m| m.gallery.states)>{views::states()}</Card>
                <h2>{tr(|m| m.gallery.list)}</h2>
                {list::lists()}
            </div>
        </main>
    }
    .into_any()
}

/// A contact that is shown here and nowhere else.
struct Sample {
    no: &'static str,
    name: &'static str,
    company: &'static str,
    phone: &'static str,
    salesperson: &'static str,
    last: &'static str,
    next: &'static str,
}

const SAMPLES: [Sample; 8] = [
    Sample {
        no: "CT000012",
        name: "Adatum Oy",
        company: "",
        phone: "09 123 4567",
        salesperson: "KV",
        last: "12.11.2026",
        next: "24.11.2026",
    },
    Sample {
        no: "CT000013",
        name: "Mikko Nieminen",
        company: "Adatum Oy",
        phone: "040 555 0101",
        salesperson: "KV",
        last: "22.10.2026",
        next: "",
    },
    Sample {
        no: "CT000014",
        name: "Anna Lindqvist",
        company: "Adatum Oy",
        phone: "050 555 0155",
        salesperson: "KV",
        last: "3.11.2026",
        next: "1.12.2026",
    },
    Sample {
        no: "CT000021",
        name: "Coho Vineyard",
        company: "",
        phone: "+44 20 7946 0101",
        salesperson: "JR",
        last: "19.11.2026",
        next: "",
    },
    Sample {
        no: "CT000022",
        name: "Amy Alberts",
        company: "Coho Vineyard",
        phone: "+44 20 7946 0144",
        salesperson: "JR",
        last: "19.11.2026",
        next: "",
    },
    Sample {
        no: "CT000027",
        name: "Fabrikam Oyj",
        company: "",
        phone: "03 222 3344",
        salesperson: "KV",
        last: "20.8.2026",
        next: "23.11.2026",
    },
    Sample {
        no: "CT000028",
        name: "Pekka Öhman",
        company: "Fabrikam Oyj",
        phone: "044 555 0190",
        salesperson: "KV",
        last: "20.8.2026",
        next: "",
    },
    Sample {
        no: "CT000033",
        name: "Yrjö Äijälä",
        company: "Lapin Kalusto Oy",
        phone: "040 555 0170",
        salesperson: "SL",
        last: "1.9.2026",
        next: "25.11.2026",
    },
];
