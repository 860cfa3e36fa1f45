"""The tab Overblik: where the course stands."""
