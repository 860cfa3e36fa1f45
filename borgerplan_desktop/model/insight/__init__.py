"""What the map shows, in plain sentences the citizen can read along."""
