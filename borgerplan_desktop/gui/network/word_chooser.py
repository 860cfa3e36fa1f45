"""A cell of a table that is one of a few words: edited in a combo box."""
from __future__ import annotations

from collections.abc import Callable, Container
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from borgerplan_desktop.gui.appearance.combo import ignore_wheel

Index = QModelIndex | QPersistentModelIndex


class WordChooser(QStyledItemDelegate):
    """`choices(column)` are the values with their words; a column that is not in `chosen` is typed in as usual."""

    def __init__(self, choices: Callable[[int], list[tuple[Any, str]]], chosen: Container[int],
                 parent: QObject) -> None:
        super().__init__(parent)
        self._choices, self._chosen = choices, chosen

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() not in self._chosen:
            return super().createEditor(parent, option, index)
        combo = ignore_wheel(_Words(parent))
        combo.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        combo.addItems([words for _value, words in self._choices(index.column())])
        combo.activated.connect(self._on_chosen)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            values = [value for value, _words in self._choices(index.column())]
            editor.setCurrentIndex(values.index(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, self._choices(index.column())[editor.currentIndex()][0])
        else:
            super().setModelData(editor, model, index)

    def _on_chosen(self) -> None:
        editor = self.sender()
        if isinstance(editor, _Words) and not editor.on_the_way:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)


class _Words(QComboBox):
    """The arrows go past words to the one that is meant: it is chosen with Enter, or in the open list."""

    on_the_way = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.on_the_way = True
        super().keyPressEvent(event)
        self.on_the_way = False
