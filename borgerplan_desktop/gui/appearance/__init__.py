"""How everything looks: theme, type, icons, forms, and what the user prefers."""
