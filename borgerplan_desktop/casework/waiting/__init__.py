"""What was applied for, what we wait for, and how a wait climbs."""
