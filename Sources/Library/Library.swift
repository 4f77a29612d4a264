/// Regulations and their revisions on disk.
