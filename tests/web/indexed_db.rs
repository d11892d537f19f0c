//! The journal on the browser's own databases: the contract.

use crate::contract;
use crate::every_rule;
use lokikirja::journal::indexed_db::IndexedDbShelf;
use wasm_bindgen_test::wasm_bindgen_test;

macro_rules! in_the_browser {
    ($($rule:ident,)*) => {$(
        #[wasm_bindgen_test]
        async fn $rule() {
            contract::$rule(&IndexedDbShelf::new(|_, _| ())).await;
        }
    )*};
}

every_rule!(in_the_browser);
