//! The journal: the contract on the twin in memory, the formats, and folding.

mod codec;
pub mod examples;
mod examples_of_campaigns;
mod examples_of_classes;

use crate::contract;
use crate::every_rule;
use lokikirja::journal::memory::MemoryShelf;

macro_rules! on_memory {
    ($($rule:ident,)*) => {$(
        #[test]
        fn $rule() {
            pollster::block_on(contract::$rule(&MemoryShelf::new()));
        }
    )*};
}

every_rule!(on_memory);
