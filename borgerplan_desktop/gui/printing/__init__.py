"""The paper on screen and to the printer."""
