"""Danish spelling, judged on this computer by a process of its own."""
