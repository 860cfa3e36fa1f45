"""What each kind of file gives as text, and why others give none."""
from __future__ import annotations

import codecs
from collections.abc import Callable

import docx
import pytest

from borgerplan_desktop.documents.reading_in.pdf_file import joined
from borgerplan_desktop.documents.reading_in.reading import MOST_BYTES, text_of
from borgerplan_desktop.documents.reading_in.unreadable import MOST_CHARACTERS, Unreadable, Why
from borgerplan_desktop.model.row import LONG
from tests.documents.reading_in import files

SAID = "Mål: bo på Ærø – »med ro«\nog Sara"


def why(content: bytes) -> Why:
    with pytest.raises(Unreadable) as error:
        text_of(content)
    return error.value.why


@pytest.mark.parametrize("content", [
    SAID.encode(), codecs.BOM_UTF8 + SAID.encode(), SAID.encode("cp1252"),
    codecs.BOM_UTF16_LE + SAID.encode("utf-16-le"), codecs.BOM_UTF16_BE + SAID.encode("utf-16-be"),
    SAID.encode("utf-16-le"), SAID.encode("utf-16-be"), codecs.BOM_UTF32_LE + SAID.encode("utf-32-le"),
    SAID.replace("\n", "\r\n").encode("cp1252")])
def test_text_in_every_encoding_of_an_office(content: bytes) -> None:
    assert text_of(content) == SAID


def test_line_breaks_of_other_programs_stay_line_breaks() -> None:
    assert text_of("a\x0bb\x85c\u2028d\u2029e\rf".encode()) == "a\nb\nc\nd\ne\nf"


def test_a_word_document_in_order() -> None:
    document = docx.Document()
    document.add_heading("Handleplan", 1)
    document.add_paragraph("Jonas vil bo.").add_run(" Han")
    document.add_paragraph("et", style="List Bullet")
    document.add_paragraph("to", style="List Number")
    document.add_paragraph("tre", style="List Number")
    table = document.add_table(2, 2)
    for (row, column), said in {(0, 0): "Hvem", (0, 1): "Hvad", (1, 0): "Eva", (1, 1): "ringer\nog skriver"}.items():
        table.cell(row, column).text = said
    document.add_paragraph("Til sidst")
    document.sections[0].header.paragraphs[0].text = "Kommunen"
    document.sections[0].footer.paragraphs[0].text = "Fortroligt"
    assert text_of(files.saved(document)).split("\n") == [
        "Handleplan", "Jonas vil bo. Han", "• et", "1. to", "2. tre", "Hvem\tHvad", "Eva", "ringer", "og skriver",
        "Til sidst", "Kommunen", "Fortroligt"]


def test_what_hides_in_a_word_document_is_read_and_what_was_deleted_is_not() -> None:
    body = ('<w:sdt><w:sdtContent><w:p><w:r><w:t>i et felt</w:t><w:br/><w:t>næste</w:t></w:r></w:p></w:sdtContent>'
            '</w:sdt><w:p><w:ins><w:r><w:t>tilføjet</w:t></w:r></w:ins>'
            '<w:del><w:r><w:delText>slettet</w:delText></w:r></w:del>'
            '<w:r><w:instrText> PAGE </w:instrText></w:r><w:hyperlink><w:r><w:tab/><w:t>link</w:t></w:r></w:hyperlink>'
            '</w:p><w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>i en boks</w:t></w:r></w:p></w:txbxContent></w:pict>'
            '</w:r></w:p>')
    assert text_of(files.word_of(body)).split("\n") == ["i et felt", "næste", "tilføjet\tlink", "", "i en boks"]


def test_an_open_document_in_order() -> None:
    body = ('<text:h>Opholdsplan</text:h><text:p>To<text:s text:c="2"/>ord<text:line-break/>ny<text:note>'
            '<text:note-body><text:p>en fodnote</text:p></text:note-body></text:note></text:p>'
            '<text:list><text:list-item><text:p>et</text:p></text:list-item></text:list>'
            '<text:tracked-changes><text:p>slettet</text:p></text:tracked-changes>'
            '<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>'
            '<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>')
    styles = '<style:header><text:p>Herberget</text:p></style:header>'
    assert text_of(files.open_document(body, styles=styles)).split("\n") == [
        "Opholdsplan", "To  ord", "ny", "• et", "a\tb", "en fodnote", "Herberget"]


def test_a_pdf_with_what_is_filled_in() -> None:
    import io

    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(50, 700, "Mål:")
    canvas.acroForm.textfield(name="maal", value="Egen bolig på Ærø", x=50, y=600, width=300, height=20)
    canvas.save()
    assert text_of(out.getvalue()).split() == ["Mål:", "Egen", "bolig", "på", "Ærø"]


def test_what_stands_on_every_page_comes_last_and_once() -> None:
    pages = [["Kommunen", f"Afsnit {number} handler om noget langt nok til en linje", f"der går videre her {number}.",
              f"Side {number} af 3"] for number in (1, 2, 3)]
    assert joined(pages).split("\n") == [
        "Afsnit 1 handler om noget langt nok til en linje der går videre her 1.", "",
        "Afsnit 2 handler om noget langt nok til en linje der går videre her 2.", "",
        "Afsnit 3 handler om noget langt nok til en linje der går videre her 3.", "", "Kommunen", "Side 1 af 3"]


def test_a_list_and_a_heading_are_not_drawn_together() -> None:
    assert joined([["En overskrift som er temmelig lang", "Begynder forfra", "kort", "linje"]]).split("\n") == [
        "En overskrift som er temmelig lang", "Begynder forfra", "kort", "linje"]


@pytest.mark.parametrize(("content", "because"), [
    (b"", Why.NOTHING_IN_IT), (b" \n ", Why.NO_TEXT), (b"%PDF-1.4 rubbish", Why.BROKEN),
    (b"PK\x03\x04rubbish", Why.BROKEN),
    (b"{\\rtf1 x}", Why.RICH_TEXT), (b"<!DOCTYPE html><p>x", Why.WEB_PAGE), (b"\x89PNG\r\n\x1a\n\0\0\0\0", Why.PICTURE),
    (bytes.fromhex("d0cf11e0a1b11ae1") + b"W\0o\0r\0d\0", Why.OLD_WORD),
    (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), Why.PASSWORD),
    (bytes(range(256)) * 20, Why.UNKNOWN), (files.pdf(password="hemmelig"), Why.PASSWORD),
    (files.scanned, Why.NO_TEXT), (files.zip_bomb, Why.BROKEN), (files.lying_zip, Why.BROKEN),
    (files.open_document("<text:p>x</text:p>", manifest="<m:encryption-data xmlns:m='m'/>"), Why.PASSWORD),
    (files.open_document("<text:p>x</text:p>", kind="application/vnd.oasis.opendocument.spreadsheet"), Why.SHEET),
    (files.open_document("<text:p>x"), Why.BROKEN), (files.open_document(""), Why.NO_TEXT),
    (files.open_document("<text:p>&e;</text:p>", before='<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
     Why.BROKEN),
    (lambda: b"et ord " * 20_000, Why.TOO_LONG), (lambda: b"a" * (MOST_BYTES + 1), Why.TOO_LARGE)])
def test_what_gives_no_text_says_why(content: bytes | Callable[[], bytes], because: Why) -> None:
    assert why(content() if callable(content) else content) is because


def test_a_text_is_never_longer_than_a_field_of_the_case() -> None:
    assert MOST_CHARACTERS == LONG


def test_an_entity_brings_nothing_in_from_outside() -> None:
    content = files.word_of("<w:p><w:r><w:t>før &e; efter</w:t></w:r></w:p>",
                            before='<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>')
    assert why(content) is Why.BROKEN


def test_entities_do_not_multiply() -> None:
    bomb = "<!DOCTYPE d [<!ENTITY a 'ha'>" + "".join(
        f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12)) + "]>"
    body = "<w:p><w:r><w:t>x&m;</w:t></w:r></w:p>"
    assert why(files.word_of(body, before=bomb)) is Why.BROKEN
    assert why(files.open_document("<text:p>&m;</text:p>", before=bomb)) is Why.BROKEN
