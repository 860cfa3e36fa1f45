"""The tab Netværk: the map of the people around the citizen, and its table."""
