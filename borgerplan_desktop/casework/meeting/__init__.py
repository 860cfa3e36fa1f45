"""The network meeting: before, during, after."""
