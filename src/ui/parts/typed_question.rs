//! A question before something that cannot be taken back: what goes has to be named by typing.

use super::button::{Button, ButtonKind};
use super::dialog::Dialog;
use super::field::TextField;
use super::frame::focus_field;
use leptos::prelude::*;

/// The name by which `focus_field` finds the field.
const FIELD: &str = "typed-name";

/// A question.
pub struct TypedQuestion {
    /// What is asked.
    pub title: Signal<String>,
    /// What happens.
    pub detail: AnyView,
    /// Says what to type.
    pub label: Signal<String>,
    /// What may be typed, exactly; blanks around it do not count.
    pub names: Vec<String>,
    /// Stands at the field when something else was typed.
    pub wrong: Signal<String>,
    /// At most so many characters.
    pub limit: u32,
    /// The button that does it.
    pub accept: Signal<&'static str>,
    /// The button that does not.
    pub keep: Signal<&'static str>,
    /// It was named: does it.
    pub on_accept: Callback<()>,
    /// Leaves everything as it is.
    pub on_keep: Callback<()>,
}

/// Asks.
pub fn typed_question(question: TypedQuestion) -> AnyView {
    let TypedQuestion {
        title,
        detail,
        label,
        names,
        wrong,
        limit,
        accept,
        keep,
        on_accept,
        on_keep,
    } = question;
    let typed = RwSignal::new(String::new());
    let is_wrong = RwSignal::new(false);
    let error = Signal::derive(move || is_wrong.get().then(|| wrong.get()));
    let type_on = Callback::new(move |text: String| {
        is_wrong.set(false);
        typed.set(text);
    });
    let pressed = Callback::new(move |()| {
        let typed = typed.read_untracked();
        if names.iter().any(|name| name.trim() == typed.trim()) {
            on_accept.run(());
        } else {
            drop(typed);
            is_wrong.set(true);
            focus_field(FIELD);
        }
    });
    let footer = move || {
        view! {
            <Button label=accept kind=ButtonKind::Danger on_press=pressed/>
            <Button label=keep on_press=on_keep/>
        }
    };
    view! {
        <Dialog title=title on_close=on_keep on_accept=pressed footer=footer>
            <div class="stack">
                {detail}
                <TextField
                    label=label
                    value=typed
                    on_input=type_on
                    error=error
                    limit=limit
                    name=FIELD
                    autofocus=true
                />
            </div>
        </Dialog>
    }
    .into_any()
}
