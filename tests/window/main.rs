//! The whole program in its real window, as a user works it: keys and clicks go in, and what is seen is what counts.
//!
//! Each test has its own display, driver and data folder, so tests do not meet; two windows at most are open at a time.
//! `harness` knows displays, drivers and how to find a thing by its role and name; `acts` knows what users of this
//! program do. Linux only: it needs `Xvfb` (package `xvfb`) and `WebKitWebDriver` (package `webkit2gtk-driver`).
//!
//! A test that fails leaves a picture of the window in `target/tmp`.

#![cfg(target_os = "linux")]

mod harness;

mod accessibility;
mod acts;
mod bad_input;
mod first_answer;
mod keyboard_only;
mod kill_while_typing;
mod mock;
mod one_instance;
mod own_files;
mod preparing;
mod questions;
mod review;
mod sample_month;
mod screens;
mod second_take;
mod texts;
mod trouble;
