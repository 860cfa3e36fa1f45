"""The tab Møder: before, during and after a network meeting."""
