"""Files of others, made for the tests: Word, OpenDocument, PDF, and such as want to do harm."""
from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator

LINES = ("Handleplan", "Mål: Jonas får en bolig, han kan betale.", "Hjælp: bostøtte – i 6 måneder.")
ODF = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
       'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
       'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
       'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"')
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(*lines: str) -> bytes:
    import docx

    document = docx.Document()
    for line in lines or LINES:
        document.add_paragraph(line)
    return saved(document)


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def word_of(body: str, **parts: str) -> bytes:
    """A Word document with this body, as it is written."""
    plain = zipfile.ZipFile(io.BytesIO(word("x")))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in plain.namelist():
            content = plain.read(name)
            if name == "word/document.xml":
                content = f'<?xml version="1.0"?>{parts.get("before", "")}<w:document {W}><w:body>{body}</w:body>' \
                          f'</w:document>'.encode()
            if name == "word/_rels/document.xml.rels" and "relation" in parts:
                content = content.replace(b"</Relationships>", parts["relation"].encode() + b"</Relationships>")
            packed.writestr(name, content)
    return out.getvalue()


def open_document(body: str, *, before: str = "", styles: str = "", manifest: str = "<m/>",
                  kind: str = "application/vnd.oasis.opendocument.text") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", kind)
        packed.writestr("content.xml", f'<?xml version="1.0"?>{before}<office:document-content {ODF}><office:body>'
                                       f"<office:text>{body}</office:text></office:body></office:document-content>")
        if styles:
            packed.writestr("styles.xml", f"<office:document-styles {ODF}>{styles}</office:document-styles>")
        packed.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def pdf(*pages: tuple[str, ...], password: str = "") -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password) if password else None)
    for lines in pages or (LINES,):
        for number, line in enumerate(lines):
            canvas.drawString(50, 780 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scanned() -> bytes:
    """A PDF with a page on which nothing but a picture stands."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.rect(50, 50, 400, 600, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        with packed.open("word/document.xml", "w") as part:
            for _ in range(260):
                part.write(b" " * 1_000_000)
    return out.getvalue()


def lying_zip() -> bytes:
    """A packed file whose list says that a part is small: it is not."""
    honest = bytearray(word_of("<w:p><w:r><w:t>" + "a" * 3_000_000 + "</w:t></w:r></w:p>"))
    at = honest.rfind(b"PK\x01\x02")
    while at >= 0:
        if b"word/document.xml" in honest[at:at + 80]:
            honest[at + 24:at + 28] = (100).to_bytes(4, "little")
        at = honest.rfind(b"PK\x01\x02", 0, at)
    return bytes(honest)


def hostile_pdfs() -> Iterator[tuple[str, bytes]]:
    """Whatever a broken or wicked program may write; each is to be opened or refused."""
    whole = pdf(*[LINES] * 3)
    for share in (1, 10, 30, 50, 70, 90, 99):
        yield f"cut at {share} %", whole[:len(whole) * share // 100]
    chance = random.Random(3)
    for number in range(16):
        spoiled = bytearray(whole)
        for _ in range(1 + number * 3):
            spoiled[chance.randrange(9, len(spoiled))] = chance.randrange(256)
        yield f"spoiled {number}", bytes(spoiled)
    for name, objects in {
        "a page tree in a circle": ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"],
        "a page that is its own parent": ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                          "<</Type/Page/Parent 3 0 R/MediaBox[0 0 9 9]>>"],
        "a catalogue that points at itself": ["1 0 R"],
        "a million pages": ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 1000000>>"],
        "fewer pages than none": ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count -5>>"],
        "a stream that lies about its length": [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
            "<</Length 999999999999>>stream\nBT (x) Tj ET\nendstream"],
        "a drawing that draws itself": [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</XObject<</a 5 0 R>>>>>>",
            "<</Length 5>>stream\n/a Do\nendstream",
            "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</a 5 0 R>>>>/Length 5>>stream\n/a Do\n"
            "endstream"],
        "something that acts when opened": [
            "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>/AA<</WC<</S/URI/URI(http://localhost)>>>>>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"],
        "deep": ["<</Type/Catalog/Pages 2 0 R>>", "[" * 100_000 + "]" * 100_000],
        "huge page": ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e38 1e38]>>"],
    }.items():
        yield name, _pdf_of(objects)
        yield name + ", and a list of objects that lies", _pdf_of(objects, lies=True)
    yield "nothing but its name", b"%PDF-1.7"
    yield "its name and rubbish", b"%PDF-1.7\n" + bytes(range(256)) * 40
    yield "the list of objects in a circle", whole.replace(b"trailer\n<<", b"trailer\n<< /Prev 9 /XRefStm 9")
    yield "a huge list of objects", b"%PDF-1.4\nxref\n0 4294967295\n" + b"0000000000 65535 f \n" * 50
    yield "a bomb", _pdf_of(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                             "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>", _packed_stream()])


def _packed_stream() -> str:
    import zlib

    packed = zlib.compress(b"(a) Tj " * 8_000_000, 9)
    return f"<</Filter/FlateDecode/Length {len(packed)}>>stream\n{packed.decode('latin-1')}\nendstream"


def _pdf_of(objects: list[str], *, lies: bool = False) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{start if lies else place:010} 00000 n \n".encode()
    out += f"trailer\n<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)
