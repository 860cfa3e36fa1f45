"""The tab Papirer: consents and the documents made so far."""
