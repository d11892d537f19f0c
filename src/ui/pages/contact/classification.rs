//! How a contact is classified: the groups it is in, added by looking them up and taken away one by
//! one, and a person's level; a person shows its company's groups, which are changed there.

use crate::domain::classification::index::ClassRow;
use crate::domain::classification::{ClassKey, ClassKind, Group};
use crate::domain::contact::{Contact, ContactEdit};
use crate::domain::id::ContactId;
use crate::domain::values::ContactType;
use crate::domain::{Command, Field, Table};
use crate::ui::cards::classes::{class_field, class_title, making_class, offered, table_of};
use crate::ui::cards::editing::Editing;
use crate::ui::cards::reading::parsed_id;
use crate::ui::parts::icon::{Icon, icon};
use crate::ui::parts::picker::Picker;
use crate::ui::parts::sections::Section;
use crate::ui::route::{Page, Route};
use crate::ui::store::Store;
use crate::ui::tell::run_and_tell;
use crate::ui::text::{say, tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use uuid::Uuid;

/// The kinds of groups, in the order in which a card shows them.
const GROUPS: [ClassKind; 4] = [
    ClassKind::MailingGroup,
    ClassKind::IndustryGroup,
    ClassKind::BusinessRelation,
    ClassKind::JobResponsibility,
];

/// The section.
pub(super) fn classification(store: Store, card: Editing<Contact>, is_person: bool) -> AnyView {
    let (mine, other) = match is_person {
        true => (ContactType::Person, ContactType::Company),
        false => (ContactType::Company, ContactType::Person),
    };
    let salutation = card.record(
        Field::Salutation,
        |row| row.salutation,
        ContactEdit::Salutation,
    );
    let level = is_person.then(|| {
        let level = card.record(
            Field::OrganizationalLevel,
            Contact::organizational_level,
            ContactEdit::OrganizationalLevel,
        );
        class_field(store, level, ClassKind::OrganizationalLevel)
    });
    let may_be_in = |kind: &ClassKind| kind.only_for().is_none_or(|only| only == mine);
    let groups: Vec<Groups> = GROUPS
        .into_iter()
        .map(|kind| Groups::of(store, card.id(), kind))
        .collect();
    let summary = {
        let shown = groups.clone();
        Memo::new(move |_| {
            let rows = shown.iter().flat_map(|groups| groups.rows.get());
            rows.map(|row| class_title(&row))
                .collect::<Vec<_>>()
                .join(" · ")
        })
    };
    let own = groups.iter().filter(|groups| may_be_in(&groups.kind));
    let own = own.map(|groups| groups.to_change()).collect_view();
    let of_company = is_person.then(|| {
        let theirs = |groups: &&Groups| groups.kind.only_for() == Some(other);
        let theirs = groups.iter().filter(theirs);
        let theirs = theirs.map(|groups| groups.to_see()).collect::<Vec<_>>();
        company_groups(store, card, theirs)
    });
    let summary = Signal::derive(move || Some(summary.get()).filter(|text| !text.is_empty()));
    view! {
        <Section title=tr(|m| m.class_pages.classification) open=true summary=summary>
            <div class="fields">
                {own} {level} {class_field(store, salutation, ClassKind::Salutation)}
            </div>
            {of_company}
        </Section>
    }
    .into_any()
}

/// What a person is through its company, and the way there; nothing without one.
fn company_groups(store: Store, card: Editing<Contact>, groups: Vec<AnyView>) -> AnyView {
    let company = card.read(Contact::company);
    let company = store.memo(&[Table::Contact], move |records| {
        let row = records.get::<Contact>(company.get()?)?;
        Some((row.no.clone(), row.name.clone()))
    });
    let has_one = Memo::new(move |_| company.with(Option::is_some));
    let link = move || {
        let (no, name) = company.get()?;
        let href = Route::to(Page::Contact(no)).href();
        Some(view! { <a href=href>{name}</a> })
    };
    view! {
        <div class="stack" hidden=move || !has_one.get()>
            <p class="muted">{tr(|m| m.class_pages.of_company)} " " {link}</p>
            <div class="fields">{groups}</div>
        </div>
    }
    .into_any()
}

/// The groups of a kind that a card shows.
#[derive(Clone, Copy)]
struct Groups {
    store: Store,
    contact: ContactId,
    kind: ClassKind,
    rows: Memo<Vec<ClassRow>>,
}

impl Groups {
    fn of(store: Store, contact: ContactId, kind: ClassKind) -> Self {
        let rows = Memo::new(move |_| {
            let tables = [table_of(kind), &[Table::Contact, Table::Membership]].concat();
            store.read(&tables, |records| {
                let Some(row) = records.get::<Contact>(contact) else {
                    return Vec::new();
                };
                let groups = records.groups_shown(row, kind);
                let found = groups.iter().filter_map(|each| records.class(each.class()));
                let mut rows: Vec<ClassRow> = found.collect();
                rows.sort_by(|a, b| a.code.cmp(&b.code));
                rows
            })
        });
        Self {
            store,
            contact,
            kind,
            rows,
        }
    }

    fn name(self) -> Signal<String> {
        tr_with(move |m| (m.terms.records)(self.kind.table()).into())
    }

    /// A lookup that adds, and what there is below it.
    fn to_change(self) -> AnyView {
        let (store, kind) = (self.store, self.kind);
        let problem = RwSignal::new(None::<String>);
        let offer = move |typed: String| {
            let chosen: Vec<ClassKey> = self.rows.read_untracked().iter().map(|r| r.key).collect();
            store.peek(|records| offered(records, kind, &typed, &chosen))
        };
        let add = Callback::new(move |key: ClassKey| {
            problem.set(None);
            self.change(key, Command::AddToGroup);
        });
        let pick = Callback::new(move |key: Option<String>| {
            problem.set(None);
            if let Some(id) = key.and_then(|key| parsed_id::<Uuid>(&key)) {
                add.run(kind.key(id));
            }
        });
        let text = Callback::new(move |typed: String| match offer(typed.clone()).as_slice() {
            // There is only one that can be meant.
            [only] => pick.run(Some(only.key.clone())),
            _ => problem.set(Some((say().class_pages.unknown)(typed.trim()))),
        });
        let making = making_class(store, kind, move |key| add.run(key));
        view! {
            <div class="stack-tight">
                <Picker
                    label=self.name()
                    selected=Signal::stored(None)
                    source=Callback::new(offer)
                    on_pick=pick
                    on_text=text
                    on_new=making.ask
                    error=problem
                    placeholder=tr_with(|m| m.class_pages.add.into())
                />
                {self.pills(true)} {making.dialog()}
            </div>
        }
        .into_any()
    }

    /// What there is, to be read.
    fn to_see(self) -> AnyView {
        let is_empty = Memo::new(move |_| self.rows.with(Vec::is_empty));
        view! {
            <div class="stack-tight">
                <span class="field-label">{self.name()}</span>
                {self.pills(false)}
                <Show when=move || is_empty.get()>
                    <span class="muted">{tr(|m| m.class_pages.none)}</span>
                </Show>
            </div>
        }
        .into_any()
    }

    fn pills(self, removable: bool) -> AnyView {
        let pill = move |row: ClassRow| {
            let title = class_title(&row);
            let close = removable.then(|| {
                let name = title.clone();
                let label = tr_with(move |m| (m.class_pages.remove)(&name));
                let remove = move |_| self.change(row.key, Command::RemoveFromGroup);
                view! {
                    <button type="button" class="pill-close" aria-label=label title=label on:click=remove>
                        {icon(Icon::Close)}
                    </button>
                }
            });
            let text = move || match removable {
                true => view! { <span class="pill-text">{title.clone()}</span> }.into_any(),
                false => title.clone().into_any(),
            };
            view! { <span class="pill">{text()} {close}</span> }
        };
        view! {
            <Show when=move || self.rows.with(|rows| !rows.is_empty())>
                <div class="cluster" role="group" aria-label=self.name()>
                    <For each=move || self.rows.get() key=|row| row.clone() children=pill/>
                </div>
            </Show>
        }
        .into_any()
    }

    /// Puts the contact into a group or takes it out.
    fn change(self, key: ClassKey, command: fn(Group, Vec<ContactId>) -> Command) {
        let Some(group) = Group::of(key) else {
            return;
        };
        let command = command(group, vec![self.contact]);
        spawn_local(run_and_tell(self.store, command));
    }
}
