"""Settings: the shelter's agendas; called something else, taken out of use and into use again."""
from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.agenda_templates import agenda_templates, retire_agenda
from borgerplan_desktop.gui.editing.fields import TextField
from borgerplan_desktop.gui.templates.shelter_desk import ShelterDesk
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.row_list import RowColumn
from borgerplan_desktop.i18n import N_, _, ngettext
from borgerplan_desktop.model.shelter import AgendaTemplate


class AgendaLine(QWidget):
    """One of them: its name to be written over, and what is in it."""

    def __init__(self, desk: ShelterDesk, template: AgendaTemplate, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self.template = desk, template
        self.title = QLineEdit(self)
        self.about = plain_label("", "small", self, wrap=True)
        self.use_button = button("", "", "quiet", self)
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.about)
        row.addLayout(words, 1)
        row.addWidget(self.use_button)
        TextField(self.title, desk, AgendaTemplate.title, N_("Change a template")).show_row(template)
        self.use_button.clicked.connect(self._on_use)
        self.refresh()

    def refresh(self) -> None:
        template = self.template
        if not template.exists:
            return
        title = template.title.strip() or _("Without a title")
        self.title.setAccessibleName(_("What the agenda is called: {title}").format(title=title))
        points = [each.title.replace("{name}", _("The citizen")) for each in template.points]
        minutes = ngettext("{n} min.", "{n} min.", template.minutes).format(n=template.minutes)
        say(self.about, ": ".join((minutes, " · ".join(points))))
        self.use_button.setText(_("Take into use") if template.retired else _("Take out of use"))
        self.use_button.setAccessibleName((_("Take »{title}« into use") if template.retired
                                           else _("Take »{title}« out of use")).format(title=title))

    def _on_use(self) -> None:
        self._desk.do(retire_agenda, self.template, not self.template.retired)


class AgendaLines(QWidget):
    """All of them, those out of use last; how one comes to be is said."""

    def __init__(self, desk: ShelterDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.heading, self.how = plain_label("", "h2", self), plain_label("", "muted", self, wrap=True)
        self.lines = RowColumn[AgendaTemplate, AgendaLine](self._make_line, 2, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        for each in (self.heading, self.how, self.lines):
            column.addWidget(each)

    def refresh(self) -> None:
        """In the language of now."""
        self.heading.setText(_("Agendas"))
        self.how.setText(_(
            "Kept from a meeting: press the three dots at its agenda. To change one, begin a meeting from it and keep "
            "it again by the same name."))
        case = self._desk.case
        self.lines.show_rows([*agenda_templates(case), *agenda_templates(case, retired=True)])
        for line in self.lines.widgets():
            line.refresh()

    def _make_line(self, template: AgendaTemplate) -> AgendaLine:
        return AgendaLine(self._desk, template, self.lines)
