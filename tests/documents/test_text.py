"""The one door to paper: whatever a person types or pastes comes out readable, and nothing of it is obeyed."""
from __future__ import annotations

import ast
import builtins
import io
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from borgerplan_desktop.documents.paper.fonts import REGULAR, width
from borgerplan_desktop.documents.paper.text import LONGEST, NBSP, SHY, bind, break_lines, clean
from borgerplan_desktop.documents.paper.typography import Style
from borgerplan_desktop.documents.plan import plan_pdf
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.course import Course
from borgerplan_desktop.model.plan import Agreement, Goal, Plan
from tests.documents import reading, samples

DOCUMENTS = Path(__file__).parents[2] / "borgerplan_desktop" / "documents"


@pytest.mark.parametrize(("typed", "printed"), [
    ("<b>fed</b> & <img src=\"/etc/passwd\">", "<b>fed</b> & <img src=\"/etc/passwd\">"),
    ("skriv til <jens@x.dk>", "skriv til <jens@x.dk>"),
    ("glad 😀", "glad [tegn]"),
    ("a\u202egnirts\u202c b", "agnirts b"),              # right-to-left override
    ("nul\u200bbredde\ufeff", "nulbredde"),
    ("bip\x07\x00\x1b[31m", "bip[31m"),
    ("til סבא, i morgen", "til [tekst, der ikke kan printes], i morgen"),   # a visible mark beats wrong letters
    ("A\u030angstrom e\u0301n", "Ångstrom én"),
    ("et\r\nto\rtre", "et\nto\ntre"),
    ("et\n\n\n  \n\n\nto", "et\n\nto"),
    ("  luft\t \u2003her  ", "luft   her"),
    ("bind\u00adestreg", "bindestreg"),
])
def test_what_comes_through_the_door(typed: str, printed: str) -> None:
    assert clean(typed) == printed


@given(st.text(max_size=400))
def test_the_door_lets_only_drawable_text_through(typed: str) -> None:
    once = clean(typed)
    assert clean(once) == once
    assert all(c == "\n" or c.isprintable() or c == NBSP for c in once)


def test_a_text_of_endless_length_is_cut_and_told_apart() -> None:
    assert len(clean("x" * LONGEST)) == LONGEST
    cut = clean("x" * (LONGEST + 5))
    assert len(cut) == LONGEST
    assert cut.endswith("x… (resten er i programmet)")
    assert clean(cut) == cut


@given(st.text(alphabet=st.sampled_from("abcdefg æøå-/@.12<>&"), max_size=300), st.floats(40, 460))
def test_lines_keep_every_letter_and_fit(typed: str, room: float) -> None:
    typed = clean(typed)
    lines = break_lines(typed, REGULAR, 12, room)
    assert reading.squeezed("".join(lines)) == reading.squeezed(typed)
    assert all(width(line.rstrip(" "), REGULAR, 12) <= room + .01 for line in lines)
    assert [line.strip() for line in lines] == [line.rstrip(" ") for line in lines]


def test_a_line_ends_with_the_space_it_was_broken_at() -> None:
    lines = Style().lines("Jeg vil have min egen dør, som jeg kan låse", 120)
    assert len(lines) > 1
    assert all(line.endswith(" ") for line in lines[:-1])


def test_a_long_word_is_cut_between_syllables() -> None:
    lines = Style().lines("Beskæftigelsesforvaltningen", 100)
    assert all(line.endswith(SHY) for line in lines[:-1])
    assert lines[0].rstrip(SHY) in ("Beskæftigel", "Beskæftigelses", "Beskæftige")


def test_an_address_is_broken_without_a_sign_and_without_a_blank() -> None:
    lines = Style().lines("https://example.org/en/lang/sti/til/noget", 80)
    assert "".join(lines) == "https://example.org/en/lang/sti/til/noget"
    assert len(lines) > 2


def test_a_short_last_word_is_not_left_alone() -> None:
    lines = Style().lines("Laver en liste over gælden sammen med Jonas", 235)
    assert lines[-1] == "med Jonas"


@pytest.mark.parametrize(("typed", "bound"), [
    ("mål 3", f"mål{NBSP}3"), ("29. oktober", f"29.{NBSP}oktober"),
    ("29 October", f"29{NBSP}October"), ("kl. 10", f"kl.{NBSP}10"),
    ("Kajgade 4, 2. sal", f"Kajgade{NBSP}4, 2.{NBSP}sal"), ("100 mand", "100 mand"),
])
def test_what_belongs_together_stays_together(typed: str, bound: str) -> None:
    assert bind(typed) == bound


# ---------------------------------------------------------------------------------------------- on the page
def _plan_saying(words: str) -> Case:
    return Case("case", [
        Citizen(id="c", name=words[:300] or "x", called=words[:40]), Course(first_contact_on=samples.TODAY),
        Plan(id="plan", situation=words, matters_now=words),
        Goal(id="g", plan_id="plan", title=words[:300], why=words), Agreement(id="a", text=words, when=words[:60])])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=120))
def test_no_text_stops_the_printer_or_opens_a_file(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    plan_pdf(_plan_saying("warm"), today=samples.TODAY)
    plain = builtins.open

    def watched(path: Any, *args: Any, **more: Any) -> Any:
        raise AssertionError(f"opened {path}")

    with monkeypatch.context() as patch:
        patch.setattr(builtins, "open", watched)
        patch.setattr(io, "open", watched)
        data = plan_pdf(_plan_saying(words), today=samples.TODAY)
    assert plain is builtins.open
    assert data.startswith(b"%PDF-1.7")


@pytest.mark.parametrize("nasty", samples.NASTY)
def test_hostile_words_are_read_again_from_the_paper(nasty: str) -> None:
    said = reading.squeezed(reading.text(plan_pdf(_plan_saying(f"[{nasty}]"), today=samples.TODAY)))
    assert reading.squeezed(clean(f"[{nasty}]")) in said


def test_a_hundred_thousand_characters_are_printed_in_a_moment() -> None:
    def told(words: str) -> Case:
        return Case("case", [*(row for row in samples.empty_rows() if not isinstance(row, Plan)),
                             Plan(id="plan", situation=words)])

    words = "Jeg vil gerne fortælle det hele, fra begyndelsen. " * 2000
    plan_pdf(samples.empty(), today=samples.TODAY)
    started = perf_counter()
    data = plan_pdf(told(words), today=samples.TODAY)
    assert perf_counter() - started < 5
    assert reading.squeezed(reading.text(data)).count("frabegyndelsen.") == 2000
    plan_pdf(told("x" * 100_000), today=samples.TODAY)


def test_no_document_goes_round_the_door() -> None:
    """Nothing in documents/ parses markup or draws text by reportlab's own ways."""
    banned = {"Paragraph", "drawString", "drawCentredString", "drawRightString", "beginText", "platypus", "renderPDF"}
    for path in DOCUMENTS.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        used = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
        used |= {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
        used |= {part for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for part in (n.module or "").split(".")}
        used |= {alias.name for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) for alias in n.names}
        assert not banned & used, path.name


def test_no_settings_of_strangers_are_run(tmp_path: Path) -> None:
    """reportlab imports modules of these names from wherever it finds them: ours comes first."""
    for name in ("reportlab_settings.py", "local_rl_settings.py"):
        (tmp_path / name).write_text("raise SystemExit('a stranger was let in')", encoding="utf-8")
    (tmp_path / ".reportlab_settings").write_text("raise SystemExit('a stranger was let in')", encoding="utf-8")
    for module in ("plan", "recovery_code", "paper.parts", "paper.structure", "paper.pdf_metadata", "paper.tagging"):
        ran = subprocess.run([sys.executable, "-c", f"import borgerplan_desktop.documents.{module} as m; "
                              "from borgerplan_desktop.documents.paper import fonts; fonts.ready()"],
                             cwd=tmp_path, env={**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(tmp_path)},
                             capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr


def test_a_text_of_any_length_is_shortened_by_reading_it_once_or_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    def counted(text: str, name: str, size: float) -> float:
        nonlocal read
        read += len(text)
        return width(text, name, size)

    monkeypatch.setattr("borgerplan_desktop.documents.paper.fonts.width", counted)
    style, long = Style(), "Åse Ørsted " * 2000
    short = style.shortened(long, 200)
    assert read < 2 * len(long)
    assert short.endswith("…")
    assert long.startswith(short[:-1])
    assert width(short, style.font, style.size) <= 200
    assert style.shortened("kort", 200) == "kort"
