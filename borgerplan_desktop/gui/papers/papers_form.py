"""What stands in the form of the tab Papirer: the tab and each of its pages drive their part of it."""
from __future__ import annotations

from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from borgerplan_desktop.gui.editing.tab import Tab
from borgerplan_desktop.gui.widgets.avatar import Avatar
from borgerplan_desktop.gui.widgets.empty_state import EmptyState


class PapersForm(Tab):
    """The widgets by name; whoever is one loads the form."""

    consents_button: QPushButton
    made_button: QPushButton
    earlier_button: QPushButton
    knowledge_button: QPushButton
    pages: QStackedWidget
    consents_empty: EmptyState
    consents_scroll: QScrollArea
    consents_row: QBoxLayout
    matrix_title: QLabel
    ask_button: QPushButton
    matrix: QTableView
    matrix_hint: QLabel
    person_card: QFrame
    person_avatar: Avatar
    person_name: QLabel
    person_words: QLabel
    may_label: QLabel
    may_not_label: QLabel
    form_box: QWidget
    purpose_label: QLabel
    how_label: QLabel
    until_label: QLabel
    shared_label: QLabel
    revoke_hint: QLabel
    withdraw_button: QPushButton
    made_page: QWidget
    made_column: QVBoxLayout
    made_card: QFrame
    made_list: QListWidget
    made_empty: EmptyState
    open_button: QPushButton
    form_button: QPushButton
    earlier_card: QFrame
    earlier_empty: EmptyState
    earlier_row: QBoxLayout
    earlier_list: QListWidget
    earlier_text: QPlainTextEdit
    add_button: QPushButton
    remove_button: QPushButton
    over_button: QPushButton
