"""The open case on the desk, and the fields that write in it."""
