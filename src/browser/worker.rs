//! A worker: a program beside the page, that can take its time without the page standing still.

use js_sys::{Array, Uint8Array};
use std::fmt;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What comes from a worker.
#[derive(Debug)]
pub enum Heard {
    /// A message: a text, and bytes beside it where there are any.
    Said(String, Option<Uint8Array>),
    /// It did not start, or stopped.
    Stopped,
}

/// A worker that runs until this is dropped.
pub struct Beside {
    worker: Worker,
    _said: Closure<dyn FnMut(MessageEvent)>,
    _stopped: Closure<dyn FnMut(Event)>,
}

impl Beside {
    /// Starts the module at an address; `heard` gets what comes from it. None where the browser or the
    /// page's policy allows no workers. A module that does not arrive stops at once.
    pub fn start(address: &str, heard: impl Fn(Heard) + Clone + 'static) -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(address, &options).ok()?;
        let said = {
            let heard = heard.clone();
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                let message = Array::from(&event.data());
                heard(match message.get(0).as_string() {
                    Some(text) => Heard::Said(text, message.get(1).dyn_into().ok()),
                    None => Heard::Stopped,
                });
            })
        };
        let stopped = Closure::<dyn FnMut(Event)>::new(move |_: Event| heard(Heard::Stopped));
        worker.set_onmessage(Some(said.as_ref().unchecked_ref()));
        worker.set_onerror(Some(stopped.as_ref().unchecked_ref()));
        Some(Self {
            worker,
            _said: said,
            _stopped: stopped,
        })
    }

    /// Sends bytes, which are moved, not copied a second time.
    pub fn send(&self, bytes: &[u8]) {
        let bytes = Uint8Array::from(bytes);
        let moved = Array::of1(&bytes.buffer());
        // Bytes can always be sent, and to a worker that has stopped they are lost like any message.
        let _ = self.worker.post_message_with_transfer(&bytes, &moved);
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl fmt::Debug for Beside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Beside").finish_non_exhaustive()
    }
}
