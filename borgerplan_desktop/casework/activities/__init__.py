"""The action plan of the cooperation model, and who has which role in the shared frame."""
