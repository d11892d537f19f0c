//! Tells the linker what a release in two parts needs (see `xtask/src/chores/split.rs`); nothing else.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // Where the program is cut is read from what the linker usually throws away.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
