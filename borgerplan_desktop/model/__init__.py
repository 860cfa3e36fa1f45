"""Floor 0: what exists. Rows with columns only, and the rules of the field. No I/O, no Qt, no PDF."""
