//! The questions as data: types, parser, validator.
