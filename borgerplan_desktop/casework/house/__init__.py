"""What the shelter says of itself: ideas of its citizens, its own names, the lines of its checklists."""
