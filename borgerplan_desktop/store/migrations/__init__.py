"""How the database's shape grew, one file per step in `versions/`.

A new fact in the model needs a step: `python -m borgerplan_desktop.store.migrations` prints what the model has and the
newest step lacks, to paste into `versions/NNNN_words.py`; a new column that must hold something needs what it holds for
rows from before (`server_default`; printed is what a new row has). One archive of each earlier shape lies in
`tests/data/stores/` (see tests/store/test_earlier_shapes.py): before the model is changed, `python -m
tests.store.save_shape` makes that of the present one. A step that somebody may have is never changed.
"""

from importlib.resources import files

_STEPS = files(__name__) / "versions"
HEAD = max(step.name[:4] for step in _STEPS.iterdir() if step.name[:1].isdigit())      # the newest step
