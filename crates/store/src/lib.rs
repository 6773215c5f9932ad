//! The user's answers on disk: SQLite schema, migrations, queries, search, backup.
