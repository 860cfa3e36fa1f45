"""A file of somebody else's, read as plain text: Word, OpenDocument, PDF and text files."""
