"""A file of somebody else's, read as plain text: Word, OpenDocument, PDF and text files; people, and tables."""
from __future__ import annotations

READ_APART = "--read-apart"                              # the program's own word, alone: it is the process that reads
READ_PEOPLE_APART = "--read-people-apart"                # the same for a file with people
READ_TABLE_APART = "--read-table-apart"                  # and with a table
