"""The services as a table for a spreadsheet; nothing in it is ever a formula, and it can be read in again."""
from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date

from borgerplan_desktop.documents.people_table import harmless
from borgerplan_desktop.i18n import WEEKDAYS, _
from borgerplan_desktop.model.directory import Service
from borgerplan_desktop.model.text import tidy

WIDTHS = (30, 14, 24, 30, 40, 24, 24, 12, 10, 20, 20, 14, 26, 26, 30, 24, 24, 12, 12)      # of Excel's columns


def as_csv(services: Sequence[Service]) -> bytes:
    """With semicolons and a mark at the beginning, as a Danish Excel wants it; everything is quoted."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(_headings())
    for service in services:
        writer.writerow([harmless(cell) for cell in _cells(service)])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(services: Sequence[Service]) -> bytes:
    """Every cell is a text, also one that begins as a formula does."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Services"))
    sheet.freeze_panes = "B2"
    for number, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    bold, wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for at, row in enumerate([_headings(), *map(_cells, services)]):
        line = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=_legal(text))
            cell.data_type = "s"
            cell.alignment = wrapped
            if not at:
                cell.font = bold
            line.append(cell)
        sheet.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _legal(text: str) -> str:
    """Without what no cell of Excel holds; the longest it takes."""
    return tidy(text)[:32_000]


def _headings() -> list[str]:
    return [_("Name"), _("Kind"), _("Run by"), _("Target group"), _("What it offers"), _("Who can come"),
            _("Who cannot"), _("Needs a referral"), _("Step of the ladder"), _("Life area"), _("Contact"), _("Phone"),
            _("E-mail"), _("Website"), _("Address"), _("Opening hours"), _("Days in the house"), _("Right until"),
            _("Closes on")]


def _cells(service: Service) -> list[str]:
    return [service.name, _(service.kind.label), service.organisation, service.target_group, service.content,
            service.taken_in, service.not_taken_in, _("yes") if service.needs_referral else _("no"),
            str(service.ladder_step.number) if service.ladder_step is not None else "",
            _(service.area.label) if service.area is not None else "", service.contact, service.phone, service.email,
            service.website, service.address, service.opening_hours, "; ".join(_days(service)),
            _day(service.valid_until), _day(service.closes_on)]


def _days(service: Service) -> Iterator[str]:
    for each in service.in_house:
        yield " ".join(part for part in (_(WEEKDAYS[each.weekday % 7]), each.hours.strip()) if part)


def _day(on: date | None) -> str:
    return on.isoformat() if on is not None else ""
