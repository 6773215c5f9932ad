//! Things of the window as a user, or a screen reader, knows them: by role and name.

use std::fmt;

/// Something with a role and a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    pub role: &'static str,
    pub name: String,
    /// The name need only contain the words.
    pub part: bool,
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} {}“{}”", self.role, if self.part { "with " } else { "" }, self.name)
    }
}

fn thing(role: &'static str, name: &str) -> Thing {
    Thing { role, name: name.to_owned(), part: false }
}

impl Thing {
    /// Any whose name contains these words.
    pub fn with(mut self) -> Self {
        self.part = true;
        self
    }
}

macro_rules! roles {
    ($($role:ident),*) => {$(
        pub fn $role(name: &str) -> Thing {
            thing(stringify!($role), name)
        }
    )*};
}

roles!(button, heading, textbox, radio, dialog, mark, meter);
