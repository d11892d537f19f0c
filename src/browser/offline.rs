//! The service worker that keeps the app for when there is no network, as the page sees it: is a release
//! kept, is a newer one ready, may it take over.
//!
//! Nothing here is waited for on the way to the first page. A page without a worker (while developing,
//! in a browser without them, on an address that is not secure) works as long as the network does.

use super::tabs::locks;
use js_sys::{Promise, Reflect};
use std::cell::Cell;
use std::fmt;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Event, EventTarget, RegistrationOptions, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerUpdateViaCache,
};

/// What the page was told when it was built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// The version: changes when any file does.
    pub version: String,
    /// The address of the worker.
    worker: String,
}

/// What is kept on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing yet: a release is being fetched.
    Fetching,
    /// Nothing: it could not be fetched whole. The next visit tries again.
    Nothing,
    /// All that the app needs.
    All,
    /// That, and a newer release waits for this page to let it take over.
    Newer,
}

/// The worker of this page.
#[derive(Clone)]
pub struct Offline(Rc<Inner>);

struct Inner {
    container: ServiceWorkerContainer,
    registration: ServiceWorkerRegistration,
    /// A newer release has taken over, at another tab's word; this page is still of the older one.
    is_replaced: Cell<bool>,
    /// The user wants the newer release: the page is loaded again once it has taken over.
    reloads: Cell<bool>,
}

impl Release {
    /// What stands in the page; none while developing.
    pub fn of_page() -> Option<Self> {
        let place = web_sys::window()?
            .document()?
            .get_element_by_id("offline")?;
        Some(Self {
            version: place.get_attribute("data-version")?,
            worker: place.get_attribute("data-worker")?,
        })
    }
}

impl Offline {
    /// Registers the worker, and calls `changed` whenever [`Offline::kept`] may say something else.
    /// None where the browser has no workers or does not want this one.
    pub async fn start(release: &Release, changed: impl Fn() + 'static) -> Option<Self> {
        let container = container()?;
        let options = RegistrationOptions::new();
        // A copy of the worker in the browser's cache would hide a newer release.
        options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
        // Before registering: where none is in control yet, the first one may take over meanwhile.
        let was_controlled = container.controller().is_some();
        let asked = container.register_with_options(&release.worker, &options);
        let registration = settled(asked).await?.dyn_into().ok()?;
        let offline = Self(Rc::new(Inner {
            container,
            registration,
            is_replaced: Cell::new(false),
            reloads: Cell::new(false),
        }));
        offline.listen(was_controlled, Rc::new(changed));
        hold(&lock_of(&release.version, &offline.0.registration.scope()));
        Some(offline)
    }

    /// What is kept now.
    pub fn kept(&self) -> Kept {
        let registration = &self.0.registration;
        let is_active = registration.active().is_some();
        match registration.waiting() {
            _ if self.0.is_replaced.get() => Kept::Newer,
            Some(_) if is_active => Kept::Newer,
            _ if is_active => Kept::All,
            Some(_) => Kept::Fetching,
            None if registration.installing().is_some() => Kept::Fetching,
            None => Kept::Nothing,
        }
    }

    /// Asks the host whether there is a newer release. Without a network nothing happens.
    pub async fn look_for_newer(&self) {
        if let Ok(asked) = self.0.registration.update() {
            settled(asked).await;
        }
    }

    /// Has what was cleared fetched again, and what nobody shows any more removed.
    pub fn tidy(&self) {
        if let Some(active) = self.0.registration.active() {
            // It fails for what cannot be copied, which a text can.
            let _ = active.post_message(&"tidy".into());
        }
    }

    /// Lets the newer release take over and loads the page anew with it.
    pub fn use_newer(&self) {
        self.0.reloads.set(true);
        match self.0.registration.waiting() {
            Some(waiting) => drop(waiting.post_message(&"take over".into())),
            None => reload(),
        }
    }

    /// Listens for as long as the page is there.
    fn listen(&self, was_controlled: bool, changed: Rc<dyn Fn()>) {
        let registration = &self.0.registration;
        let workers = [registration.installing(), registration.waiting()];
        for worker in workers.into_iter().flatten() {
            on(&worker, "statechange", changed.clone());
        }
        let found = {
            let (registration, changed) = (registration.clone(), changed.clone());
            move || {
                if let Some(worker) = registration.installing() {
                    on(&worker, "statechange", changed.clone());
                }
                changed();
            }
        };
        on(registration, "updatefound", Rc::new(found));
        let is_controlled = Cell::new(was_controlled);
        let inner = self.0.clone();
        let taken_over = move || {
            // The first worker of all brings nothing newer than the page.
            if is_controlled.replace(true) {
                inner.is_replaced.set(true);
                if inner.reloads.get() {
                    reload();
                }
            }
            changed();
        };
        on(&self.0.container, "controllerchange", Rc::new(taken_over));
    }
}

impl fmt::Debug for Offline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Offline").finish_non_exhaustive()
    }
}

/// Whether the browser thinks that there is a network.
pub fn has_network() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Calls `changed` when the browser thinks that the network has come or gone.
pub fn watch_network(changed: impl Fn() + 'static) {
    let changed: Rc<dyn Fn()> = Rc::new(changed);
    if let Some(window) = web_sys::window() {
        on(&window, "online", changed.clone());
        on(&window, "offline", changed);
    }
}

fn reload() {
    if let Some(window) = web_sys::window() {
        // It fails for documents that are not shown, which this one is.
        let _ = window.location().reload();
    }
}

/// Not there in every browser, and only on secure addresses.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let container = Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    container.dyn_into().ok()
}

/// What the worker looks for before it removes the files of a version (`sw.js`).
fn lock_of(version: &str, scope: &str) -> String {
    format!("lokikirja {scope} {version}")
}

/// Holds a lock for as long as the page is there, beside others that hold it.
fn hold(name: &str) {
    let held = || -> Option<()> {
        let (locks, request) = locks()?;
        let options = js_sys::Object::new();
        Reflect::set(&options, &"mode".into(), &"shared".into()).ok()?;
        let until_the_end = Closure::once_into_js(|_lock: JsValue| Promise::new(&mut |_, _| {}));
        request
            .call3(&locks, &name.into(), &options, &until_the_end)
            .ok()?;
        Some(())
    };
    // A browser without locks removes nothing either.
    let _ = held();
}

/// Listens until the page goes.
fn on(target: &EventTarget, event: &str, heard: Rc<dyn Fn()>) {
    let heard = Closure::<dyn Fn(Event)>::new(move |_: Event| heard());
    if target
        .add_event_listener_with_callback(event, heard.as_ref().unchecked_ref())
        .is_ok()
    {
        heard.forget();
    }
}

async fn settled(asked: Promise) -> Option<JsValue> {
    JsFuture::from(asked).await.ok()
}
