"""The logo in the settings: chosen from a file, seen, taken away, undone; what is wrong with a file is said there."""
from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.gui.settings.shelter_page import ShelterPage
from borgerplan_desktop.gui.settings.svg_logo import draw_svg
from borgerplan_desktop.model.shelter import Shelter
from tests.casework.pictures import png

LEFT = Qt.MouseButton.LeftButton
DRAWING = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30">'
           '<rect width="60" height="30" fill="#123456"/></svg>')


def shown(archive: Archive, qtbot: QtBot) -> ShelterPage:
    page = ShelterPage(archive)
    qtbot.addWidget(page, before_close_func=ShelterPage.stop)
    with qtbot.waitExposed(page):
        page.show()
    return page


def put(folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    return str(folder / name)


def test_a_picture_is_chosen_seen_and_taken_away(archive: Archive, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(archive, qtbot)
    field = page.logo
    assert not field.picture.isVisible()
    assert not field.remove.isVisible()
    dialog = field.ask()
    dialog.fileSelected.emit(put(tmp_path, "vores.png", png()))
    dialog.reject()
    assert field.picture.isVisible()
    assert not field.picture.pixmap().isNull()
    assert field.picture.accessibleName() == "Logoet: vores.png"
    qtbot.mouseClick(field.remove, LEFT)
    assert not field.picture.isVisible()
    qtbot.mouseClick(field.undo, LEFT)
    assert field.picture.isVisible()


def test_a_drawing_is_taken_in_as_a_picture(archive: Archive, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(archive, qtbot)
    field = page.logo
    field.take(put(tmp_path, "vores.svg", DRAWING.encode()))
    assert not field.trouble.isVisible()
    image = field.picture.pixmap().toImage()
    assert image.pixelColor(5, 5).name() == "#123456"
    assert image.pixelColor(image.width() - 3, 5).name() == "#ffffff"


def test_what_is_wrong_with_a_file_is_said(archive: Archive, qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(archive, qtbot)
    field = page.logo
    for name, content in (("a.png", b"MZ"), ("b.svg", DRAWING.replace("<rect", "<script").encode())):
        field.take(put(tmp_path, name, content))
        assert field.trouble.isVisible()
        assert "PNG" in field.trouble.text()
    field.take(str(tmp_path / "gone.png"))
    assert field.trouble.text() == "Filen kunne ikke åbnes."
    assert archive.shelter.case.the(Shelter).logo_digest == ""


def test_a_drawing_without_a_size_is_no_picture() -> None:
    for content in (b"", b"<svg/>", b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>'):
        try:
            draw_svg(content)
        except ValueError:
            continue
        raise AssertionError(content)
