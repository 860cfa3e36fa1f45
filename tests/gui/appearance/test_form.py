"""The form loader: binds what the class declares, says plainly what does not fit."""
from __future__ import annotations

from gettext import NullTranslations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QPushButton, QWidget

from borgerplan_desktop.gui.appearance import form
from borgerplan_desktop.gui.appearance.form import FormError, load_form
from borgerplan_desktop.gui.appearance.theme import apply_theme
from borgerplan_desktop.gui.appearance.translator import Translator
from borgerplan_desktop.gui.widgets.pill import Pill

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Small</class>
 <widget class="QWidget" name="Small"><layout class="QVBoxLayout">
  <item><widget class="QLabel" name="title"><property name="text"><string>Cancel</string></property>
   <property name="role" stdset="0"><string notr="true">title</string></property></widget></item>
  <item><widget class="QLineEdit" name="name_field">
   <property name="minimumSize"><size><width>120</width><height>0</height></size></property></widget></item>
  <item><widget class="QPushButton" name="save_button"><property name="text"><string>Close</string></property>
   <property name="kind" stdset="0"><string notr="true">primary</string></property>
   <property name="icon_name" stdset="0"><string notr="true">check</string></property></widget></item>
  <item><widget class="QFrame" name="card"/></item>
  <item><widget class="Pill" name="state"/></item>
 </layout></widget>
 <customwidgets><customwidget><class>Pill</class><extends>QLabel</extends>
  <header>borgerplan_desktop.gui.widgets.pill</header></customwidget></customwidgets>
</ui>"""


class Small(QWidget):
    title: QLabel
    name_field: QLineEdit
    save_button: QPushButton
    card: QFrame
    state: Pill


class Wrong(QWidget):
    name_field: QPushButton
    nowhere: QLabel


@pytest.fixture
def forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "small.ui").write_text(FORM, encoding="utf-8")
    monkeypatch.setattr(form, "files", lambda _package: tmp_path)
    return tmp_path


def test_children_are_bound_and_dressed(qtbot, forms: Path) -> None:  # type: ignore[no-untyped-def]
    small = Small()
    qtbot.addWidget(small)
    load_form(small, "small")
    assert small.title.textFormat() == Qt.TextFormat.PlainText
    assert isinstance(small.state, Pill)
    assert not small.save_button.icon().isNull()


def test_user_text_in_a_form_label_stays_text(qtbot, forms: Path) -> None:  # type: ignore[no-untyped-def]
    small = Small()
    qtbot.addWidget(small)
    load_form(small, "small")
    small.title.setText("<b>fed</b> & kilde")
    assert small.title.text() == "<b>fed</b> & kilde"
    assert small.title.sizeHint().width() > small.title.fontMetrics().horizontalAdvance("fed & kilde")


def test_what_does_not_fit_is_told_all_at_once(qtbot, forms: Path) -> None:  # type: ignore[no-untyped-def]
    wrong = Wrong()
    qtbot.addWidget(wrong)
    with pytest.raises(FormError) as told:
        load_form(wrong, "small")
    assert "name_field: expected QPushButton, the form has QLineEdit" in str(told.value)
    assert "nowhere: QLabel is missing" in str(told.value)


@pytest.mark.qt_log_ignore("Designer: An error has occurred")
def test_a_broken_form_is_told(qtbot, forms: Path) -> None:  # type: ignore[no-untyped-def]
    (forms / "small.ui").write_text("<ui>", encoding="utf-8")
    wrong = QWidget()
    qtbot.addWidget(wrong)
    with pytest.raises(FormError, match="small.ui"):
        load_form(wrong, "small")


def test_sizes_of_the_drawing_follow_the_text(qapp: QApplication, qtbot, forms: Path) -> None:  # type: ignore[no-untyped-def]
    small = Small()
    qtbot.addWidget(small)
    load_form(small, "small")
    assert small.name_field.minimumWidth() == 120
    apply_theme(qapp, dark=False, size=2.0)
    assert small.name_field.minimumWidth() == 240
    apply_theme(qapp, dark=False, size=1.0)
    assert small.name_field.minimumWidth() == 120


def test_forms_change_language_live(qapp: QApplication, qtbot, forms: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    from borgerplan_desktop import i18n

    class Marked(NullTranslations):
        def gettext(self, message: str) -> str:
            return f"§ {message}"

    translator = Translator(qapp)
    small = Small()
    qtbot.addWidget(small)
    load_form(small, "small")
    assert small.title.text() in ("Cancel", "Annuller")
    monkeypatch.setattr(i18n, "words", lambda domain, language: Marked())
    translator.speak("da")
    QApplication.processEvents()
    assert small.title.text() == "§ Cancel"
    monkeypatch.undo()
    qapp.removeTranslator(translator)
    translator.speak("da")
    qapp.removeTranslator(translator)
