//! Salespeople on cards: looked up, or made on the way.

use super::bound::Bound;
use super::creating::Creating;
use super::making::{Making, lookup};
use super::reading::parsed_id;
use crate::browser::clock;
use crate::browser::collation;
use crate::domain::id::SalespersonId;
use crate::domain::salesperson::{Salesperson, SalespersonEdit};
use crate::domain::search::Wanted;
use crate::domain::{Command, Field, Table};
use crate::ui::lookups::{best, salesperson_item};
use crate::ui::parts::field::TextKind;
use crate::ui::store::Store;
use crate::ui::text::{language, tr_with};
use leptos::prelude::*;

/// So many a lookup offers at once.
const MAX_OFFERED: usize = 30;

/// Looks up a salesperson; those who are blocked in either way are not offered. "New…" makes one
/// and takes it.
pub fn salesperson_field(store: Store, bound: Bound) -> AnyView {
    let key = bound.value();
    let selected = Signal::derive(move || {
        store.read(&[Table::Salesperson], |records| {
            let row = records.get::<Salesperson>(parsed_id(&key.read())?)?;
            Some(salesperson_item(row))
        })
    });
    let offer = move |typed: String| {
        let wanted = Wanted::new(&typed);
        store.peek(|records| {
            let mut rows: Vec<_> = records
                .all::<Salesperson>()
                .filter(|row| row.is_available())
                .collect();
            let lang = untrack(language);
            rows.sort_by(|a, b| collation::compare(lang, &a.name, &b.name));
            let found = best(rows.into_iter(), &wanted, MAX_OFFERED, |row| {
                format!("{}\n{}", row.name, row.code)
            });
            let items = found.iter().map(|(_, row)| salesperson_item(row));
            items.collect::<Vec<_>>()
        })
    };
    lookup(bound, selected, offer, move |typed, made, close| {
        new_salesperson(store, typed, made, close)
    })
}

/// A salesperson made on the way by a lookup that `take`s it.
pub fn making_salesperson(
    store: Store,
    take: impl Fn(SalespersonId) + Send + Sync + 'static,
) -> Making {
    let dialog = move |typed: &str, made, close| new_salesperson(store, typed, made, close);
    Making::new(dialog, take)
}

/// The user's own salesperson as a field of a new record holds it; blank for none, and for one who
/// is not to be chosen any more.
pub fn my_salesperson(store: Store) -> String {
    let mine = store.peek(|records| {
        let mine = store.moment().my_salesperson?;
        let row = records.get::<Salesperson>(mine)?;
        row.is_available().then_some(mine)
    });
    mine.map_or_else(String::new, |id| id.to_string())
}

/// The dialog of a new salesperson, whose name may have been typed already.
pub fn new_salesperson(
    store: Store,
    typed: &str,
    on_made: Callback<SalespersonId>,
    on_close: Callback<()>,
) -> AnyView {
    let id: SalespersonId = clock::new_id();
    let creating = Creating::<SalespersonEdit>::new(store);
    let code = creating.code(Field::Code, SalespersonEdit::Code);
    let name = creating.line(Field::Name, SalespersonEdit::Name);
    let title = creating.line(Field::JobTitle, SalespersonEdit::JobTitle);
    let phone = creating.line(Field::Phone, SalespersonEdit::Phone);
    let email = creating.line(Field::Email, SalespersonEdit::Email);
    creating.start(Field::Name, typed.trim().to_string());
    let hint = tr_with(|m| m.people.code_hint.into());
    let hint = Signal::derive(move || Some(hint.get()));
    let fields = view! {
        <div class="stack">
            {name.required().autofocus().text(50)}
            {code.required().hint(hint).typed(20, TextKind::Code)} {title.text(30)}
            <div class="fields">
                {phone.typed(30, TextKind::Phone)} {email.typed(80, TextKind::Email)}
            </div>
        </div>
    };
    creating.dialog(
        tr_with(|m| m.people.new_salesperson.into()),
        move |edits| Command::CreateSalesperson(id, edits),
        Callback::new(move |_| on_made.run(id)),
        on_close,
        fields.into_any(),
    )
}
