"""How the database's shape grew, one file per step in `versions/`.

A new fact in the model needs a step: `python -m borgerplan_desktop.store.migrations` prints what the model has and the
newest step lacks, ready to paste into `versions/NNNN_words.py`. Then set `HEAD`. One archive of each earlier shape lies
in `tests/data/stores/` (see tests/store/test_earlier_shapes.py); a step that somebody may have is never changed.
"""

HEAD = "0003"                                            # the newest step; a test holds it to the files
