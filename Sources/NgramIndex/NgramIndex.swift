/// The on-disk inverted n-gram index.
