"""Taking in: the steps of an admission, who acts, and two cases of one person."""
