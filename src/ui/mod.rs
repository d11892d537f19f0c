//! What is seen and touched. Only [`route`] exists outside a browser, so that addresses are tested
//! natively; the rest starts at `app.rs`.

pub mod route;
