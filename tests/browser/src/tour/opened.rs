//! The stops that are opened by a click or a key: dialogs, menus, questions.

use super::*;

pub(super) fn opened() -> Vec<Stop> {
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
    let selected = |name: &'static str, say: Say| {
        page(name, Page::Contacts, say)
            .then(Step::Click(Role::Button, |m| m.parts.select_all.into()))
    };
    let groups = || Step::Click(Role::Button, |m| m.many.groups.into());
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
        page("status", Page::Home, |m| m.status.saved.into())
            .then(Step::Click(Role::Button, |m| m.status.saved.into()))
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
        page("export-contacts", segment(), |m| m.export.contacts.into())
            .then(more())
            .then(Step::Click(Role::MenuItem, |m| m.export.contacts.into()))
            .shows(Role::Dialog),
        page("more-actions", person(), |m| m.people.delete.into())
            .then(more())
            .shows(Role::MenuItem),
        page("delete-contact", person(), |m| m.people.keep.into())
            .then(more())
            .then(Step::Click(Role::MenuItem, |m| m.people.delete.into()))
            .shows(Role::Button),
        page("erase-contact", person(), |m| m.privacy.erase_now.into())
            .then(more())
            .then(Step::Click(Role::MenuItem, |m| m.privacy.erase.into()))
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
        at(
            "made-on-the-way",
            Route::to(Page::Home).with(Sheet::Create(From::Blank)),
            |m| m.people.new_contact.into(),
        )
        .then(Step::Fill(
            Role::Combobox,
            |m| field(m, Field::Contact),
            "Zebra",
        ))
        .then(Step::See(Role::Option, |m| {
            (m.parts.new_row_typed)("Zebra")
        }))
        .then(Step::Press("Enter"))
        .shows(Role::Dialog),
        at(
            "company-on-the-way",
            Route::to(Page::Contacts).with(Sheet::New),
            |m| m.people.new_company.into(),
        )
        .then(Step::Click(Role::Radio, |m| {
            (m.terms.contact_type)(ContactType::Person).into()
        }))
        .then(Step::Fill(
            Role::Combobox,
            |m| field(m, Field::Company),
            "Nova",
        ))
        .then(Step::See(Role::Option, |m| (m.parts.new_row_typed)("Nova")))
        .then(Step::Press("Enter"))
        .shows(Role::Dialog),
        page("selected", Page::Postponed(Context::All), |m| {
            m.parts.clear_selection.into()
        })
        .then(Step::Click(Role::Button, |m| m.parts.select_all.into()))
        .shows(Role::Button),
        selected("contacts-selected", |m| m.many.groups.into()).shows(Role::Button),
        selected("contacts-groups", |m| m.many.to_segment.into())
            .then(groups())
            .shows(Role::MenuItem),
        selected("contacts-assign", |m| m.many.assign.into())
            .then(Step::Click(Role::Button, |m| m.many.assign.into()))
            .shows(Role::Dialog),
        selected("contacts-to-group", |m| m.many.join.into())
            .then(groups())
            .then(Step::Click(Role::MenuItem, |m| m.many.join.into()))
            .shows(Role::Dialog),
        selected("contacts-to-segment", |m| m.many.to_segment.into())
            .then(groups())
            .then(Step::Click(Role::MenuItem, |m| m.many.to_segment.into()))
            .shows(Role::Dialog),
        selected("contacts-delete", |m| m.people.keep.into())
            .then(Step::Click(Role::Button, |m| m.people.delete.into()))
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
        page(
            "salutation-card",
            Page::Classes(ClassKind::Salutation),
            |m| (m.terms.records)(Table::SalutationFormula).into(),
        )
        .then(Step::Click(Role::Button, |m| m.demo.classes.formal.into()))
        .shows(Role::Region),
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
