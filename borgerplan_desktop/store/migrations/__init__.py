"""How the database's shape grew, one file per step in `versions/`.

A new fact in the model needs a step: `python -m borgerplan_desktop.store.migrations` prints what the model has and the
newest step lacks, ready to paste into `versions/NNNN_words.py`. Then set `HEAD`. From the first release on, keep one
small database of each released shape in `tests/data/stores/` (see tests/store/test_migrate.py) and never change a step
that was released.
"""

HEAD = "0001"                                            # the newest step; a test holds it to the files
