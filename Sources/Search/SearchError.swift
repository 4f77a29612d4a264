public import Library

/// Why a query has no answer.
public enum SearchError: Error, Hashable, Sendable {
  /// It cannot be understood.
  case query(QueryError)
  /// What was read to answer it is damaged.
  case library(LibraryError)
}
