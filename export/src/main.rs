//! The worker: takes rows, gives a file. On the host it says who starts it.

#[cfg(target_arch = "wasm32")]
mod worker;

#[cfg(target_arch = "wasm32")]
fn main() {
    worker::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "This runs in a worker of the browser; the app starts it when something is exported."
    );
}
