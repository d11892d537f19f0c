//! Starts the app in the browser; on the host it says how to build it.

#[cfg(target_arch = "wasm32")]
fn main() {
    lokikirja::ui::first::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Lokikirja runs in a browser. Build and serve it with: cargo xtask serve");
}
