"""What the map shows, below it on paper: in its language, and of nobody who is left out."""
from __future__ import annotations

from borgerplan_desktop.documents.network_map import network_map_pdf
from borgerplan_desktop.model.anonymous import Instead
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.network import NetworkMember, Ring, TieQuality
from tests.documents import reading, samples


def said(case: Case, language: str = "da", about: str = "") -> str:
    return " ".join(reading.text(network_map_pdf(case, about, language=language, today=samples.TODAY)).split())


def jonas(**values: object) -> Case:
    rows = samples.jonas_rows()
    mette = next(row for row in rows if isinstance(row, NetworkMember) and row.id == "mette")
    for name, value in {"ring": Ring.CLOSEST, "tie": TieQuality.STRAINED, **values}.items():
        setattr(mette, name, value)
    return Case("case", rows, register=samples.register())


def test_it_speaks_the_language_of_the_paper() -> None:
    assert "Det viser kortet" in said(jonas())
    assert "Svært lige nu med Anne-Mette og Lene." in said(jonas())
    assert "Hard right now with Anne-Mette and Lene." in said(jonas(), "en")


def test_nobody_who_is_left_out_is_spoken_of_and_without_names_nobody_is_named() -> None:
    assert "Mette" not in said(jonas(left_out_of_paper=True))
    nameless = said(jonas(), about=Instead.NUMBERS.value).partition("Det viser kortet")[2]
    assert "Svært lige nu med Fagperson" in nameless
    assert not any(name in nameless for name in ("Mette", "Lene", "Jonas "))


def test_it_asks_nothing_that_is_ours_to_do() -> None:
    alone = [row for row in samples.jonas_rows() if not isinstance(row, NetworkMember) or row.id in ("me", "ole")]
    assert "også gerne have på kortet" not in said(Case("case", alone, register=samples.register()))
