"""What was applied for, and what we wait for."""
