//! What people do: create contacts, fill in interactions, finish and postpone them, resume them,
//! leave them open. Everything bears a label, round-tab-number, by which it is told apart.

use crate::folding;
use crate::page::{self, Asked, Task};
use crate::segments;
use lokikirja::browser::clock;
use lokikirja::domain::contact::{Contact, ContactEdit};
use lokikirja::domain::id::{ContactId, LogEntryId};
use lokikirja::domain::interaction::form::{FormEdit, InteractionForm, Opener, open, resume};
use lokikirja::domain::interaction::template::InteractionTemplate;
use lokikirja::domain::interaction::{Comment, LogEntry};
use lokikirja::domain::salesperson::Salesperson;
use lokikirja::domain::values::ContactType;
use lokikirja::domain::{Command, Records, Refusal};
use lokikirja::journal::Draft;
use lokikirja::ui::store::Store;
use serde_json::json;

/// After so many interactions the user looks at another tab.
const LOOK_AROUND_EVERY: u32 = 10;

/// Carries the task out and gives its answer, if it ends.
pub async fn carry_out(store: Store, asked: &Asked, drafts: &[Draft]) -> String {
    match asked.task {
        Task::Create(n) => create(store, asked, n).await,
        Task::Prepare(n) => segments::prepare(store, n).await,
        Task::Log => segments::log(store).await,
        Task::Fold => folding::fold(&asked.company).await,
        Task::Work => {
            // Two tabs would both go on with the same drafts.
            let drafts = if asked.tab == 1 { drafts } else { &[] };
            for draft in drafts {
                go_on_with(store, draft.form.clone()).await;
            }
            work(store, asked).await
        }
    }
}

/// Creates contacts one after the other. Gives the time of day at its start and its end, and how
/// long each took, in milliseconds.
async fn create(store: Store, asked: &Asked, n: u32) -> String {
    let start = page::clock_ms();
    let mut took = Vec::new();
    for at in 0..n {
        let before = page::clock_ms();
        run(store, contact(clock::new_id(), &label(asked, at), None)).await;
        took.push(page::clock_ms() - before);
    }
    json!({ "start": start, "end": page::clock_ms(), "took": took }).to_string()
}

/// Works until the browser is killed.
async fn work(store: Store, asked: &Asked) -> ! {
    let mut with = new_contact(store, asked, 0).await;
    let mut left_open: Option<String> = None;
    for at in 0.. {
        let label = label(asked, at);
        let form = fill_in(store, with, &label);
        // Half the time the draft is on the device when the form is sent, half the time it is only
        // on its way.
        let hastily = at / 4 % 2 == 1;
        if !hastily {
            with = new_contact(store, asked, at + 1).await;
        }
        let entry = form.entry;
        match at % 4 {
            0 => finish(store, form).await,
            1 => postpone(store, form).await,
            2 => {
                postpone(store, form).await;
                resume_and_finish(store, entry).await;
            }
            _ => {}
        }
        if hastily {
            with = new_contact(store, asked, at + 1).await;
        }
        // Things are done in order: by now the draft of the round before has been kept.
        if let Some(label) = left_open.take() {
            page::tell(&[("draft", &label)]);
        }
        if at % 4 == 3 {
            left_open = Some(label);
        }
        if at % LOOK_AROUND_EVERY == 0 {
            page::look_around();
        }
    }
    unreachable!("a browser is killed before it has written four billion interactions")
}

fn label(asked: &Asked, at: u32) -> String {
    format!("{}-{}-{at}", asked.round, asked.tab)
}

/// Creates a company; every fifth with a person, in one command.
async fn new_contact(store: Store, asked: &Asked, at: u32) -> ContactId {
    let (id, label) = (clock::new_id(), label(asked, at));
    let company = contact(id, &label, None);
    if at % 5 == 4 {
        let (person, name) = (clock::new_id(), format!("{label}p"));
        run(
            store,
            Command::All(vec![company, contact(person, &name, Some(id))]),
        )
        .await;
        tell_contact(store, id);
        tell_contact(store, person);
    } else {
        run(store, company).await;
        tell_contact(store, id);
    }
    id
}

fn contact(id: ContactId, name: &str, company: Option<ContactId>) -> Command {
    let mut edits = vec![ContactEdit::Name(name.into())];
    if company.is_some() {
        edits.splice(
            0..0,
            [
                ContactEdit::Type(ContactType::Person),
                ContactEdit::Company(company),
            ],
        );
    }
    Command::CreateContact(id, edits)
}

/// Fills in the form of a new interaction; each change is kept as a draft.
fn fill_in(store: Store, with: ContactId, label: &str) -> InteractionForm {
    let opened = store.peek(|records| {
        open(
            records,
            &store.moment(),
            clock::new_id(),
            Opener::Contact(with),
        )
    });
    let mut form = opened.unwrap_or_else(refused);
    edit(store, &mut form, FormEdit::Description(label.into()));
    complete(store, &mut form);
    form
}

/// Chooses what must be chosen and is not yet.
fn complete(store: Store, form: &mut InteractionForm) {
    let first_template = |records: &Records| {
        records
            .all::<InteractionTemplate>()
            .next()
            .map(|row| row.id)
    };
    let first_salesperson =
        |records: &Records| records.all::<Salesperson>().next().map(|row| row.id);
    if form.template.is_none() {
        edit(store, form, FormEdit::Template(store.peek(first_template)));
    }
    if form.salesperson.is_none() {
        edit(
            store,
            form,
            FormEdit::Salesperson(store.peek(first_salesperson)),
        );
    }
}

fn edit(store: Store, form: &mut InteractionForm, edit: FormEdit) {
    store
        .peek(|records| form.edit(records, edit))
        .unwrap_or_else(refused);
    store.keep_draft(form.clone());
}

/// Finishes what a browser that was killed left open.
async fn go_on_with(store: Store, mut form: InteractionForm) {
    complete(store, &mut form);
    finish(store, form).await;
}

/// Resumes a postponed interaction, adds a comment and finishes it. By the comment is seen that an
/// entry was written twice.
async fn resume_and_finish(store: Store, entry: LogEntryId) {
    let resumed = store.peek(|records| resume(records, &store.moment(), entry));
    let mut form = resumed.unwrap_or_else(refused);
    let comment = Comment {
        date: None,
        text: "resumed".into(),
    };
    edit(store, &mut form, FormEdit::Comments(vec![comment]));
    finish(store, form).await;
}

async fn finish(store: Store, form: InteractionForm) {
    let entry = form.entry;
    run(store, Command::FinishInteraction(Box::new(form))).await;
    tell_entry(store, entry, "logged");
}

async fn postpone(store: Store, form: InteractionForm) {
    let entry = form.entry;
    run(store, Command::PostponeInteraction(Box::new(form))).await;
    tell_entry(store, entry, "postponed");
}

/// Carries a command out.
///
/// # Panics
/// When it is refused or cannot be kept.
pub async fn run(store: Store, command: Command) {
    let outcome = store.run(command).await;
    outcome.unwrap_or_else(|trouble| panic!("not carried out: {trouble:?}"));
}

fn refused<T>(refusal: Refusal) -> T {
    panic!("refused: {refusal:?}")
}

fn tell_contact(store: Store, id: ContactId) {
    let contact = store.peek(|records| records.get::<Contact>(id).cloned());
    let contact = contact.expect("a contact that was just created is there");
    page::tell(&[("contact", contact.no.as_str()), ("label", &contact.name)]);
}

fn tell_entry(store: Store, id: LogEntryId, state: &str) {
    let entry = store.peek(|records| records.get::<LogEntry>(id).cloned());
    let entry = entry.expect("an entry that was just written is there");
    let no = entry.no.to_string();
    page::tell(&[(state, &no), ("label", &entry.description)]);
}
