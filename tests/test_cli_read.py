"""`borgerplan read FILE`: the text as it is taken in, or a sentence that says why not."""
from __future__ import annotations

from pathlib import Path

import pytest

from borgerplan_desktop.cli import DONE, FAILED
from borgerplan_desktop.i18n import _
from tests.documents.reading_in import files
from tests.test_cli import Out, main
from tests.test_cli import clean as clean


@pytest.mark.parametrize(("name", "content"), [
    ("plan.docx", files.word()), ("plan.pdf", files.pdf()), ("plan.txt", "\n".join(files.LINES).encode("cp1252")),
    ("plan.odt", files.open_document("".join(f"<text:p>{line}</text:p>" for line in files.LINES))),
    ("a lie.pdf", files.word())])
def test_the_text_goes_to_standard_output(tmp_path: Path, capsys: Out, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert main(["read", str(tmp_path / name)]) == DONE
    assert capsys.readouterr().out == "\n".join(files.LINES) + "\n"


@pytest.mark.parametrize(("content", "said"), [
    (b"", "There is nothing in the file."), (b"%PDF-1.4", "The file is broken, so it cannot be read."),
    (files.scanned(), "There is no text in the file, only pictures – as in a scanned paper."),
    (files.pdf(password="x"), "The file is locked with a password.")])
def test_what_cannot_be_read_is_told_in_three_sentences(tmp_path: Path, capsys: Out, content: bytes, said: str) -> None:
    (tmp_path / "plan.pdf").write_bytes(content)
    assert main(["read", str(tmp_path / "plan.pdf")]) == FAILED
    heard = capsys.readouterr()
    assert heard.out == ""
    assert heard.err.startswith(_(said) + " " + _("Nothing has been taken in."))
    assert "Traceback" not in heard.err


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path, capsys: Out) -> None:
    assert main(["read", str(tmp_path / "nowhere.pdf")]) == FAILED
    assert main(["read", str(tmp_path)]) == FAILED
    heard = capsys.readouterr().err
    assert _("it is not there") in heard
    assert _("it is a folder") in heard
