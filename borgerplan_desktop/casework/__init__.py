"""Floor 2: what a contact person does. Each action is one transaction with its audit line. No Qt."""
