"""The window around the pages: session, login, header, lists, undo."""
