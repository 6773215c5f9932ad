//! Memory states, grades and dates: when an answer should come back. Pure.
