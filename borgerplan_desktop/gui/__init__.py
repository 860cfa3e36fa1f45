"""Floor 3: what they see. Talks to casework only."""
