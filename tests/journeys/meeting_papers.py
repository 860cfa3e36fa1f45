"""What is made for a meeting, as whoever gets it reads it: the mail, the paper that lies with it, the calendar file."""
from __future__ import annotations

import subprocess
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import cast

import vobject
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from borgerplan_desktop.gui.meeting.send_papers import SendPapers
from tests.journeys.hands import Hands


@dataclass(frozen=True)
class Got:
    """One mail, read."""

    to: str
    subject: str
    body: str
    paper: str                                           # the words of the PDF
    calendar: vobject.base.Component | None


def words_of_pdf(file: Path) -> str:
    """What stands on the paper, as one text."""
    said = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(said.replace("\u00ad", "").split())


def mails(folder: Path) -> dict[str, Got]:
    """The drafts in the folder, by whom they are for."""
    return {got.to: got for got in (_read(file) for file in sorted(folder.glob("*.eml")))}


def _read(file: Path) -> Got:
    mail = cast(EmailMessage, message_from_bytes(file.read_bytes(), policy=default))
    body = mail.get_body(("plain",))
    assert body is not None
    paper, calendar = "", None
    for part in mail.iter_attachments():
        if part.get_content_type() == "application/pdf":
            pdf = file.with_suffix(".pdf")
            pdf.write_bytes(part.get_content())
            paper = words_of_pdf(pdf)
        elif part.get_content_type() == "text/calendar":
            calendar = vobject.readOne(part.get_content())
    assert mail["X-Unsent"] == "1"
    assert "Jonas" not in mail["Subject"]
    assert "Jonas" not in file.name
    return Got(mail["To"].addresses[0].addr_spec, mail["Subject"], body.get_content(), paper, calendar)


def make_them(hands: Hands, folder: Path, done: str) -> dict[str, Got]:
    """Press the button that makes what is chosen; what is printed goes to a file, for want of a printer."""
    folder.mkdir()
    dialog = hands.front()
    assert isinstance(dialog, SendPapers)
    printed = folder / "printed.pdf"

    def on_file(printer: QPrinter, _window: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(printed))
        printer.setResolution(72)
        return True

    dialog._printer = on_file
    hands.click("Lav papirerne (")
    hands.choose_file(folder)
    hands.wait(lambda: hands.sees(done), done)
    assert printed.stat().st_size > 0
    hands.click("Luk")
    return mails(folder)
