//! What can be done with the contacts selected: a salesperson, a mailing group, a segment, paper, or away
//! with them. Each is one command, so one Undo; the selection stays for the next one.

use crate::browser::clock;
use crate::domain::classification::{ClassKey, ClassKind, Group};
use crate::domain::contact::Contact;
use crate::domain::id::{ContactId, MailingGroupId, SalespersonId, SegmentId};
use crate::domain::segment::SegmentEdit;
use crate::domain::{Command, Field, Revision, Table};
use crate::language::Messages;
use crate::ui::cards::bound::Bound;
use crate::ui::cards::classes::{class_field, class_item, offered, table_of};
use crate::ui::cards::creating::Creating;
use crate::ui::cards::new_segment::segment_dialog;
use crate::ui::cards::reading::{filled, parsed_id, record};
use crate::ui::cards::removing::{Removal, contact_removal, contacts_removal};
use crate::ui::cards::salespeople::{my_salesperson, salesperson_field};
use crate::ui::cards::segments::segment_field;
use crate::ui::lists::rows::id_of;
use crate::ui::navigate::go_to;
use crate::ui::parts::button::{Button, ButtonKind};
use crate::ui::parts::icon::Icon;
use crate::ui::parts::list::{RowKey, Selection};
use crate::ui::parts::menu::{Menu, MenuItem};
use crate::ui::route::{Page, Recipients};
use crate::ui::store::Store;
use crate::ui::text::{texts, tr, tr_with};
use leptos::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

/// So many are printed at once: all of them stand in the address, and each is a sheet on the page.
const MOST_PRINTED: usize = 1_000;

/// What is to be done, as far as a dialog asks for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Assign,
    Join,
    Leave,
    ToSegment,
}

impl Deed {
    fn name(self, m: &Messages) -> &'static str {
        match self {
            Self::Assign => m.many.assign,
            Self::Join => m.many.join,
            Self::Leave => m.many.leave,
            Self::ToSegment => m.many.to_segment,
        }
    }
}

/// A dialog: what for, with whom, and when they were looked at.
#[derive(Clone)]
struct Asked {
    deed: Deed,
    ids: Vec<ContactId>,
    seen: Revision,
}

/// The actions of the selection. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Many {
    store: Store,
    selected: RwSignal<Selection>,
    removal: RwSignal<Option<Removal>>,
    asked: RwSignal<Option<Asked>>,
}

impl Many {
    /// For the page in whose view this is called; `removal` is its question.
    pub fn of_page(
        store: Store,
        selected: RwSignal<Selection>,
        removal: RwSignal<Option<Removal>>,
    ) -> Self {
        Self {
            store,
            selected,
            removal,
            asked: RwSignal::new(None),
        }
    }

    /// The buttons above the list.
    pub fn buttons(self) -> AnyView {
        let ask = move |deed| Callback::new(move |()| self.ask(deed));
        let item = move |deed: Deed| MenuItem::new(deed.name(texts()), ask(deed));
        let deeds = [Deed::Join, Deed::Leave, Deed::ToSegment];
        let groups = Signal::derive(move || deeds.map(item).to_vec());
        let paper = Signal::derive(move || {
            let m = texts();
            let n = self.selected.with(Selection::len);
            let most = u32::try_from(MOST_PRINTED).unwrap_or(u32::MAX);
            let too_many = (n > MOST_PRINTED).then(|| (m.many.too_many_to_print)(most));
            let item = |label: &str, page: fn(Recipients) -> Page| {
                MenuItem::new(label, Callback::new(move |()| self.print(page)))
                    .blocked(too_many.clone())
            };
            vec![
                item(m.print.print_labels, Page::Labels),
                item(m.print.print_cover_sheets, Page::CoverSheets),
            ]
        });
        let delete = move |()| self.delete(self.selected.get_untracked().into_iter().collect());
        view! {
            <Button
                label=tr(|m| m.many.assign)
                icon=Icon::Salesperson
                on_press=ask(Deed::Assign)
            />
            <Menu
                label=tr(|m| m.many.groups)
                items=groups
                icon=Icon::ChevronDown
                icon_only=false
            />
            <Menu label=tr(|m| m.print.print) items=paper icon=Icon::Print icon_only=false/>
            <Button
                label=tr(|m| m.people.delete)
                kind=ButtonKind::Danger
                icon=Icon::Delete
                on_press=Callback::new(delete)
            />
        }
        .into_any()
    }

    /// Deletes rows, or asks when other records are touched.
    pub fn delete(self, keys: Vec<RowKey>) {
        let ids: BTreeSet<ContactId> = keys.into_iter().map(id_of).collect();
        let only = ids.first().filter(|_| ids.len() == 1);
        let only = only.and_then(|id| self.store.peek(|r| r.get::<Contact>(*id).cloned()));
        // The question says how many interactions there are.
        self.store.once_log_is_there(move || {
            let removal = match only {
                Some(contact) => Some(contact_removal(self.store, &contact)),
                None => contacts_removal(self.store, &ids),
            };
            self.removal.try_set(removal);
        });
    }

    /// Shows the sheets, in the order of the contacts' numbers.
    fn print(self, page: fn(Recipients) -> Page) {
        let ids = self.selected.get_untracked().into_iter().map(id_of);
        let mut nos: Vec<_> = self.store.peek(|records| {
            // Another tab may have deleted some of them.
            let there = ids.filter_map(|id: ContactId| records.get::<Contact>(id));
            there.map(|contact| contact.no.clone()).collect()
        });
        nos.sort_unstable();
        if !nos.is_empty() {
            go_to(page(Recipients::Contacts(nos)));
        }
    }

    fn ask(self, deed: Deed) {
        let ids = self.selected.get_untracked().into_iter().map(id_of);
        let (ids, seen) = self.store.peek(|records| {
            // Another tab may have deleted some of them.
            let there = ids.filter(|id| records.get::<Contact>(*id).is_some());
            (there.collect::<Vec<_>>(), records.revision())
        });
        if !ids.is_empty() {
            self.asked.set(Some(Asked { deed, ids, seen }));
        }
    }

    /// Where the dialogs appear.
    pub fn dialog(self) -> AnyView {
        let asked = move || {
            let asked = self.asked.get()?;
            Some(match asked.deed {
                Deed::Assign => self.assign(asked),
                Deed::Join | Deed::Leave => self.mailing_group(asked),
                Deed::ToSegment => self.to_segment(asked),
            })
        };
        asked.into_any()
    }

    fn close(self) -> Callback<()> {
        Callback::new(move |()| self.asked.set(None))
    }

    /// A dialog with one field.
    fn dialog_of<E: Send + Sync + 'static>(
        self,
        new: Creating<E>,
        asked: Asked,
        field: AnyView,
        command: impl Fn(Asked, E) -> Command + Send + Sync + 'static,
    ) -> AnyView {
        let n = u32::try_from(asked.ids.len()).unwrap_or(u32::MAX);
        let deed = asked.deed;
        let title = tr_with(move |m| {
            let records = (m.terms.n_records)(Table::Contact, n);
            (m.many.title)(deed.name(m), &records)
        });
        let close = self.close();
        new.dialog(
            title,
            move |mut edits| {
                let edit = edits.pop().expect("a form with one field has one edit");
                command(asked.clone(), edit)
            },
            Callback::new(move |_| close.run(())),
            close,
            field,
        )
    }

    fn assign(self, asked: Asked) -> AnyView {
        let new = Creating::<Option<SalespersonId>>::new(self.store);
        let mine = my_salesperson(self.store);
        let who = new.bind(Field::Salesperson, mine, record(|choice| choice));
        let hint = tr_with(|m| m.many.assign_hint.into());
        let who = who.hint(Signal::derive(move || Some(hint.get())));
        let field = salesperson_field(self.store, who);
        self.dialog_of(new, asked, field, |asked, choice| {
            Command::AssignSalesperson(asked.ids, asked.seen, choice)
        })
    }

    fn mailing_group(self, asked: Asked) -> AnyView {
        let new = Creating::<Option<MailingGroupId>>::new(self.store);
        let reading = filled(Field::MailingGroup, record(|choice| choice));
        let group = new
            .bind(Field::MailingGroup, String::new(), reading)
            .required();
        let (field, command): (_, fn(Group, Vec<ContactId>) -> Command) = match asked.deed {
            Deed::Leave => (self.group_left(group, &asked.ids), Command::RemoveFromGroup),
            _ => (
                class_field(self.store, group, ClassKind::MailingGroup),
                Command::AddToGroup,
            ),
        };
        self.dialog_of(new, asked, field, move |asked, group| {
            let group = group.expect("the field is filled");
            command(Group::Mailing(group), asked.ids)
        })
    }

    /// Looks up one of the groups in which some of the contacts are.
    fn group_left(self, bound: Bound, ids: &[ContactId]) -> AnyView {
        let (store, kind) = (self.store, ClassKind::MailingGroup);
        let others: Vec<ClassKey> = store.peek(|records| {
            let theirs: BTreeSet<Group> =
                ids.iter().flat_map(|id| records.groups_of(*id)).collect();
            let all = records.classes().all(kind);
            all.filter(|key| Group::of(*key).is_none_or(|group| !theirs.contains(&group)))
                .collect()
        });
        let key = bound.value();
        let selected = Signal::derive(move || {
            store.read(table_of(kind), |records| {
                let id = parsed_id::<Uuid>(&key.read())?;
                Some(class_item(&records.class(kind.key(id))?))
            })
        });
        let offer =
            move |typed: String| store.peek(|records| offered(records, kind, &typed, &others));
        bound.picker(selected, Callback::new(offer), None)
    }

    fn to_segment(self, asked: Asked) -> AnyView {
        let store = self.store;
        let new = Creating::<Option<SegmentId>>::new(store);
        let reading = filled(Field::SegmentNo, record(|choice| choice));
        let hint = tr_with(|m| m.many.segment_hint.into());
        let segment = new
            .bind(Field::SegmentNo, String::new(), reading)
            .required()
            .label(tr_with(|m| (m.terms.record)(Table::Segment).into()))
            .hint(Signal::derive(move || Some(hint.get())));
        let (ids, done) = (asked.ids.clone(), self.close());
        // A new one is made with its contacts, in one step that is taken back in one.
        let dialog = move |typed: &str, _: Callback<SegmentId>, close: Callback<()>| {
            let ids = ids.clone();
            let command = move |id: SegmentId, edits: Vec<SegmentEdit>| {
                let create = Command::CreateSegment(id, edits);
                Command::All(vec![create, add(id, ids.clone())])
            };
            segment_dialog(
                store,
                typed,
                command,
                Callback::new(move |_| done.run(())),
                close,
            )
        };
        let field = segment_field(store, segment, dialog);
        self.dialog_of(new, asked, field, |asked, segment| {
            add(segment.expect("the field is filled"), asked.ids)
        })
    }
}

fn add(segment: SegmentId, contacts: Vec<ContactId>) -> Command {
    Command::AddToSegment(segment, contacts, clock::new_id())
}
