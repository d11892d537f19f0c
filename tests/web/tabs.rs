//! Other tabs, and whether the browser keeps what we store.

use lokikirja::browser::persistence::{self, Room};
use lokikirja::browser::tabs::{Presence, Tabs, alone};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn tabs_of_one_name_hear_each_other_and_not_themselves() {
    let (heard, mut hears) = futures::channel::mpsc::unbounded();
    let first = Tabs::join("lokikirja-test-a", {
        let heard = heard.clone();
        move |said| heard.unbounded_send(("first", said)).expect("heard")
    });
    let second = Tabs::join("lokikirja-test-a", {
        let heard = heard.clone();
        move |said| heard.unbounded_send(("second", said)).expect("heard")
    });
    let other = Tabs::join("lokikirja-test-b", move |said| {
        heard.unbounded_send(("other", said)).expect("heard");
    });
    first.say("57");
    assert_eq!(hears.recv().await, Ok(("second", "57".into())));
    other.say("1");
    second.say("58");
    assert_eq!(hears.recv().await, Ok(("first", "58".into())));
    drop(second);
    first.say("59");
    other.say("60");
    assert!(hears.try_recv().is_err(), "nobody is left to hear it");
}

/// D14: one at a time, and the next as soon as it is done.
#[wasm_bindgen_test]
async fn work_is_done_in_one_tab_only() {
    let (free, freed) = futures::channel::oneshot::channel::<()>();
    let (started, starts) = futures::channel::oneshot::channel::<()>();
    let long = alone("lokikirja-test-work", async move {
        started.send(()).expect("somebody waits");
        freed.await.expect("it is freed");
        "long"
    });
    let others = async {
        starts.await.expect("it starts");
        let second = alone("lokikirja-test-work", async { "second" }).await;
        assert_eq!(second, None);
        let elsewhere = alone("lokikirja-test-elsewhere", async { "elsewhere" }).await;
        assert_eq!(elsewhere, Some("elsewhere"));
        free.send(()).expect("it waits");
    };
    let (long, ()) = futures::join!(long, others);
    assert_eq!(long, Some("long"));
    let third = alone("lokikirja-test-work", async { "third" }).await;
    assert_eq!(third, Some("third"));
}

#[wasm_bindgen_test]
fn coming_back_is_noticed_until_nobody_watches() {
    let noticed = Rc::new(RefCell::new(Vec::new()));
    let presence = Presence::watch({
        let noticed = noticed.clone();
        move |here| noticed.borrow_mut().push(here)
    });
    let window = web_sys::window().expect("a window");
    let come_back = |event: &str| {
        let event = web_sys::Event::new(event).expect("an event");
        window.dispatch_event(&event).expect("dispatched");
    };
    come_back("focus");
    come_back("pageshow");
    assert_eq!(*noticed.borrow(), [true, true]);
    drop(presence);
    come_back("focus");
    assert_eq!(noticed.borrow().len(), 2);
}

/// Every answer is fine, and so is none, as WebKit gives in a private window; but it does not throw.
#[wasm_bindgen_test]
async fn the_promise_to_keep_data_can_be_asked_for() {
    let asked = persistence::ask().await;
    let promised = persistence::promised().await;
    assert!(promised.is_some() || asked.is_none(), "{asked:?}");
    let room = persistence::room().await;
    let fits = |room: &Room| room.used >= 0.0 && room.all > room.used;
    assert!(room.as_ref().is_none_or(fits), "{room:?}");
    assert!(room.is_some() || asked.is_none(), "{asked:?}");
}
