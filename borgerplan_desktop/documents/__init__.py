"""Floor 1: what leaves the house. Paper as PDF, the case file. Reads the model only."""
