//! The tests that drive the whole app in a browser. One program, so that it is linked once.

mod accessibility;
mod bad_input;
mod campaigns;
mod cancel;
mod cannot_open;
mod classification;
mod criteria;
mod demo;
mod draft;
mod durability;
mod export;
mod harness;
mod hosting;
mod jump;
mod leaving;
mod lists;
mod logged_segments;
mod main_job;
mod narrow;
mod offline;
mod segments;
mod steps;
mod three_inputs;
mod two_tabs;
mod undo;
mod words;
