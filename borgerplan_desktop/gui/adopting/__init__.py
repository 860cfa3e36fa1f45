"""The tab Plan: own words, goals, agreements."""
