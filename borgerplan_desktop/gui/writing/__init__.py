"""Help while one writes: spelling, the shelter's phrases, plain words."""
