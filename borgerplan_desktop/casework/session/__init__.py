"""Who is logged in to which archive, and everything that goes with it."""
