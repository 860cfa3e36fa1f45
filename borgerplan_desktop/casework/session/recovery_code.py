"""The recovery code on paper, for the locked cupboard."""
from __future__ import annotations

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.i18n import language


def recovery_code_pdf(archive: Archive, code: str) -> bytes:
    """One page with the code; it is not kept anywhere."""
    from borgerplan_desktop.documents.recovery_code import recovery_code_pdf as draw

    return draw(archive.name, code, language())
