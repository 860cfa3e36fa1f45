"""What the map shows on paper: in its language, of nobody who is left out, and for the citizen alone."""
from __future__ import annotations

from borgerplan_desktop.documents.map_in_words import map_in_words
from borgerplan_desktop.documents.paper_frame import begin
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import NetworkMember, Ring, TieQuality
from borgerplan_desktop.model.papers import Reader
from tests.documents import samples


def said(case: Case, language: str = "da", reader: Reader = Reader.CITIZEN) -> str:
    return " ".join(map_in_words(begin(case, language, False, samples.TODAY, reader=reader)))


def jonas(**values: object) -> Case:
    rows = samples.jonas_rows()
    mette = next(row for row in rows if isinstance(row, NetworkMember) and row.id == "mette")
    for name, value in {"ring": Ring.CLOSEST, "tie": TieQuality.STRAINED, **values}.items():
        setattr(mette, name, value)
    return Case("case", rows, register=samples.register())


def test_it_speaks_the_language_of_the_paper() -> None:
    assert "Svært lige nu med Lene og Anne-Mette." in said(jonas())
    assert "Hard right now with Lene and Anne-Mette." in said(jonas(), "en")


def test_nobody_who_is_left_out_and_nothing_for_others() -> None:
    assert "Mette" not in said(jonas(left_out_of_paper=True))
    assert said(jonas(), reader=Reader.OTHERS) == said(jonas(), reader=Reader.OTHERS_WITH_TIES) == ""
