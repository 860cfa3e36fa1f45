"""Whether what a case file keeps as a paper is one: pages to read and to print, and nothing that acts."""
from __future__ import annotations

import io
from typing import TYPE_CHECKING

from borgerplan_desktop.documents.case_reading import wrong
from borgerplan_desktop.i18n import _

if TYPE_CHECKING:
    import pikepdf

BEGINS = b"%PDF-"
_PACKED = (b"/ObjStm", b"/XRef")                         # ours have none: in a few bytes there may be gigabytes
_ACTS = frozenset({"/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Rendition"})
_HOLDS = ("/JS", "/OpenAction", "/AA", "/EF", "/EmbeddedFiles", "/AcroForm", "/RichMediaContent")
_CALLS = ("tel:", "mailto:", "https:")
DEEPEST = 50


def paper_at(path: str, content: bytes) -> bytes:
    """What a case file has there as a paper. Raises CaseFileError where it is none: nobody prints or opens it then."""
    if not is_only_a_paper(content):
        raise wrong(path, _("It is no paper that Borgerplan has made."))
    return content


def is_only_a_paper(content: bytes) -> bool:
    """A PDF that opens without a password, and in which nothing acts, goes elsewhere or carries a file."""
    if not content.startswith(BEGINS) or any(each in content for each in _PACKED):
        return False
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content), attempt_recovery=False) as pdf:
            return len(pdf.pages) > 0 and not any(map(_acts, pdf.objects)) and not _acts(pdf.trailer)
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
        return False


def _acts(each: pikepdf.Object, depth: int = 0) -> bool:
    """With what lies in it; what it points to is asked by itself."""
    import pikepdf

    if depth > DEEPEST:
        return True
    if isinstance(each, pikepdf.Array):
        return any(_acts(part, depth + 1) for part in each if not _points(part))
    if not isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
        return False
    uri = each.get("/URI")
    if str(each.get("/S")) in _ACTS or any(key in each for key in _HOLDS) or (
            isinstance(uri, pikepdf.String) and not str(uri).startswith(_CALLS)):
        return True
    return any(_acts(part, depth + 1) for _key, part in each.items() if not _points(part))


def _points(part: object) -> bool:
    import pikepdf

    return not isinstance(part, pikepdf.Object) or part.is_indirect
