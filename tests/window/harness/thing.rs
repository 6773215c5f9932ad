//! Things of the window as a user, or a screen reader, knows them: by role and name.

use std::fmt;

/// How a name is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// All of it.
    Whole,
    /// How it begins.
    Start,
    /// Some words of it.
    Part,
}

/// Something with a role and a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    role: &'static str,
    name: String,
    known: Known,
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let how = match self.known {
            Known::Whole => "",
            Known::Start => "beginning with ",
            Known::Part => "with ",
        };
        write!(f, "{} {how}“{}”", self.role, self.name)
    }
}

impl Thing {
    /// Any whose name contains these words.
    pub fn with(self) -> Self {
        Thing { known: Known::Part, ..self }
    }

    /// Any whose name begins with these words.
    pub fn beginning(self) -> Self {
        Thing { known: Known::Start, ..self }
    }

    /// A script that finds all of them, in the order of the page.
    pub(super) fn script(&self) -> String {
        let known = match self.known {
            Known::Whole => "whole",
            Known::Start => "start",
            Known::Part => "part",
        };
        format!("__ask.find({:?}, {}, {known:?})", self.role, serde_json::json!(self.name))
    }
}

macro_rules! roles {
    ($($role:ident),*) => {$(
        pub fn $role(name: &str) -> Thing {
            Thing { role: stringify!($role), name: name.to_owned(), known: Known::Whole }
        }
    )*};
}

roles!(
    button,
    checkbox,
    heading,
    textbox,
    radio,
    dialog,
    mark,
    menuitem,
    menuitemradio,
    meter,
    option,
    spinbutton
);
