"""Style sheet, icons, example cases, colour profile (package data)."""
