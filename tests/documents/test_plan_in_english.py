"""The plan in English: own words stay Danish and are tagged so; nothing is called broken."""
from __future__ import annotations

from borgerplan_desktop.model.plan import Plan
from tests.documents import reading
from tests.documents.test_plan_content import alts, changed, paper, said


def test_own_words_in_an_english_paper_are_danish_wherever_they_stand() -> None:
    rows = changed(Plan, hopes="Håbet er en dør.", follow_up="Hver fjerde uge.")
    with reading.opened(paper(rows, language="en")) as pdf:
        tagged = [node for _, node in reading.elements(pdf) if str(node.get("/Lang", "")) == "da-DK"]
        assert len(tagged) > 20
        assert {str(node.get("/Lang", "")) for _, node in reading.elements(pdf)} == {"", "da-DK", "en-GB"}
    aloud = reading.run("pdfinfo", paper(rows, language="en"), "-struct-text")
    assert '"Next time 26 November."' in aloud.replace("\u00a0", " ")   # beside the citizen's words, not among them
    assert '"Tuesday 3 November at 10:00."' in aloud.replace("\u00a0", " ")


def test_an_english_paper_calls_no_tie_broken_or_strained() -> None:
    english = said(language="en") + " ".join(alts(paper(language="en")))
    assert "hard just now" in english
    assert "no contact now" in english
    assert "strained" not in english
    assert "broken" not in english
