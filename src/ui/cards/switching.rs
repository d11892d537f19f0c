//! Switch Checkmark in Canceled: it reaches other records, so it says how many and asks.

use crate::domain::Command;
use crate::domain::switched::{Switched, look};
use crate::ui::parts::button::ButtonKind;
use crate::ui::parts::dialog::{Choice, Confirm};
use crate::ui::store::Store;
use crate::ui::tell::{run_and_tell, tell_trouble};
use crate::ui::text::{tr, tr_with};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The question of a page before checkmarks are switched. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Switching {
    store: Store,
    asked: RwSignal<Option<(Command, Switched)>>,
}

impl Switching {
    /// For the page in whose view this is called.
    pub fn of_page(store: Store) -> Self {
        Self {
            store,
            asked: RwSignal::new(None),
        }
    }

    /// Asks whether to carry a switch out, or says why it can't be.
    pub fn ask(self, command: Command) {
        let moment = self.store.moment();
        let seen = self
            .store
            .peek(|records| look(records, &moment, command.clone()));
        match seen {
            Ok(seen) => self.asked.set(seen.map(|switched| (command, switched))),
            Err(refusal) => tell_trouble(&refusal.into()),
        }
    }

    /// Where the question appears.
    pub fn dialog(self) -> AnyView {
        let is_asked = Memo::new(move |_| self.asked.with(Option::is_some));
        let question = move || Some(self.question(self.asked.get_untracked()?));
        view! { <Show when=move || is_asked.get()>{question()}</Show> }.into_any()
    }

    fn question(self, (command, switched): (Command, Switched)) -> AnyView {
        let close = Callback::new(move |()| self.asked.set(None));
        let switch = Callback::new(move |()| {
            self.asked.set(None);
            spawn_local(run_and_tell(self.store, command.clone()));
        });
        let kind = match switched.canceled {
            true => ButtonKind::Danger,
            false => ButtonKind::Primary,
        };
        let text = tr_with(move |m| (m.campaign_pages.switch_question)(&switched));
        let detail = tr_with(move |m| (m.campaign_pages.switch_detail)(&switched));
        let yes = tr_with(move |m| (m.campaign_pages.switch_yes)(switched.canceled).into());
        view! {
            <Confirm
                question=text
                detail=Signal::derive(move || Some(detail.get()))
                choices=vec![
                    Choice::new(tr(|m| m.campaign_pages.switch_no), ButtonKind::Normal, close),
                    Choice::new(yes, kind, switch),
                ]
                on_close=close
            />
        }
        .into_any()
    }
}
