"""The shelter's work in numbers: what is counted, and what may be told of it. Nobody is named, and few are not told."""
