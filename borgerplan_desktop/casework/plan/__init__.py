"""The one plan: goals, agreements, notes, adoption."""
