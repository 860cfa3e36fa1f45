"""Floor 1: keeps it. Encrypted database, keys, migrations, backups, audit."""
