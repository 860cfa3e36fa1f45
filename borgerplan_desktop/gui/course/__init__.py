"""The course itself: its line, its phases, the ladder."""
