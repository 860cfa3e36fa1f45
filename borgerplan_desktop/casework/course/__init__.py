"""The citizen's course, from the first day to the close."""
