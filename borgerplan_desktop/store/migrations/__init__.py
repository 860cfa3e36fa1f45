"""How the database's shape grew, one file per step in `versions/`.

A new fact in the model needs a step: `python -m borgerplan_desktop.store.migrations` prints what the model has and the
newest step lacks, ready to paste into `versions/NNNN_words.py`. One archive of each earlier shape lies
in `tests/data/stores/` (see tests/store/test_earlier_shapes.py); a step that somebody may have is never changed.
"""

from importlib.resources import files

_STEPS = files(__name__) / "versions"
HEAD = max(step.name[:4] for step in _STEPS.iterdir() if step.name[:1].isdigit())      # the newest step
