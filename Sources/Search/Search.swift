/// Queries over a library.
