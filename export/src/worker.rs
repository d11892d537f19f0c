//! Listens to the page. An order comes as JSON in a `Uint8Array`; an answer goes back as an array of its
//! JSON and, where a file is finished, the file's bytes.
//!
//! The worker's few functions are looked up by name: web-sys with the features of a worker would be
//! compiled a second time beside the app's.

use js_sys::{Array, Function, Reflect, Uint8Array};
use lokikirja_export::job::{Answer, Job, Order};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// Listens, and says so.
pub fn start() {
    let job = RefCell::new(None);
    let heard = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        let data = Reflect::get(&event, &"data".into()).unwrap_or_default();
        let order = serde_json::from_slice(&Uint8Array::new(&data).to_vec());
        let answered = match order {
            Ok(order) => carry_out(order, &job),
            Err(error) => Err(error.to_string()),
        };
        let (answer, bytes) = answered.unwrap_or_else(|why| (Answer::Failed(why), None));
        say(&answer, bytes.as_deref());
    });
    let scope = js_sys::global();
    // A global scope refuses no property.
    let _ = Reflect::set(&scope, &"onmessage".into(), heard.as_ref());
    // It listens as long as the worker lives.
    heard.forget();
    say(&Answer::Ready, None);
}

type Answered = Result<(Answer, Option<Vec<u8>>), String>;

fn carry_out(order: Order, job: &RefCell<Option<Job>>) -> Answered {
    let not_started = || "no file has been started".to_owned();
    match order {
        Order::Start(format, table) => {
            job.replace(Some(Job::start(format, table)?));
            Ok((Answer::Taken, None))
        }
        Order::Rows(rows) => {
            let mut job = job.borrow_mut();
            job.as_mut().ok_or_else(not_started)?.push(&rows)?;
            Ok((Answer::Taken, None))
        }
        Order::Finish => {
            let job = job.take().ok_or_else(not_started)?;
            let (bytes, remarks) = job.finish()?;
            Ok((Answer::Done(remarks), Some(bytes)))
        }
    }
}

fn say(answer: &Answer, bytes: Option<&[u8]>) {
    // Numbers, names and texts are always JSON.
    let Ok(text) = serde_json::to_string(answer) else {
        return;
    };
    let message = Array::of1(&text.into());
    let moved = Array::new();
    if let Some(bytes) = bytes {
        let bytes = Uint8Array::from(bytes);
        moved.push(&bytes.buffer());
        message.push(&bytes);
    }
    let scope = js_sys::global();
    let post = Reflect::get(&scope, &"postMessage".into());
    if let Some(post) = post.ok().and_then(|post| post.dyn_into::<Function>().ok()) {
        // It fails for what cannot be copied only.
        let _ = post.call2(&scope, &message, &moved);
    }
}
