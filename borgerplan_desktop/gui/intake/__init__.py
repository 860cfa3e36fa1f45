"""Taking in: the steps of an admission, who acts, two cases of one person."""
