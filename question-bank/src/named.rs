//! Closed vocabularies: enums whose variants have an id for files and a label for the window.

/// Defines an enum with `ALL`, `as_str`, `label`, `Display` and a `FromStr` whose error lists the right names.
macro_rules! named {
    (
        $(#[$meta:meta])*
        pub enum $name:ident, $noun:literal {
            $( $(#[$variant_meta:meta])* $variant:ident => $id:literal, $label:literal; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )+
        }

        impl $name {
            /// Every variant, in the order in which the app lists them.
            pub const ALL: &'static [$name] = &[$( $name::$variant, )+];

            /// The ids of all variants, for messages.
            const NAMES: &'static [&'static str] = &[$( $id, )+];

            /// The id used in files and in the database; never changes.
            pub const fn as_str(self) -> &'static str {
                match self { $( $name::$variant => $id, )+ }
            }

            /// The name shown to the user.
            pub const fn label(self) -> &'static str {
                match self { $( $name::$variant => $label, )+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::problem::ProblemKind;

            /// Reads the id; the error names the nearest id and all of them.
            fn from_str(name: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|known| known.as_str() == name).ok_or_else(|| {
                    $crate::problem::ProblemKind::UnknownName {
                        noun: $noun,
                        name: $crate::problem::shorten(name),
                        nearest: $crate::suggest::nearest(name, Self::NAMES),
                        known: Self::NAMES,
                    }
                })
            }
        }
    };
}

pub(crate) use named;
