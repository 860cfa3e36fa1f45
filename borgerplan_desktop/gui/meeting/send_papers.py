"""Giving the meeting's paper to everybody: who gets what, as drafts of mails in a folder, on paper, or by hand."""
from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from borgerplan_desktop.casework.meeting.paper_files import MadePaper, making, wanted, write_files
from borgerplan_desktop.casework.meeting.sending import How, Law, Recipient, Sending, recipients, were_given
from borgerplan_desktop.casework.papers.not_to_share import said_not_to_share
from borgerplan_desktop.casework.papers.paper_kinds import BY_KIND
from borgerplan_desktop.gui.editing.case_dialog import CaseDialog
from borgerplan_desktop.gui.editing.desk import Desk
from borgerplan_desktop.gui.meeting.meeting_dialogs import ShareAnyway
from borgerplan_desktop.gui.meeting.recipient_row import RecipientRow
from borgerplan_desktop.gui.meeting.unanswered_note import UnansweredNote
from borgerplan_desktop.gui.meeting.write_mail import WriteMail
from borgerplan_desktop.gui.printing.how_far import HowFar
from borgerplan_desktop.gui.printing.paper_window import PaperWindow, show_paper
from borgerplan_desktop.gui.printing.printer import choose_printer, printer_for
from borgerplan_desktop.gui.printing.printing import print_several
from borgerplan_desktop.gui.system.file_dialog import ask_folder
from borgerplan_desktop.gui.system.job_progress import JobProgress
from borgerplan_desktop.gui.widgets.buttons import button
from borgerplan_desktop.gui.widgets.label import plain_label, say
from borgerplan_desktop.gui.widgets.scroll import DialogScroll
from borgerplan_desktop.i18n import _, ngettext
from borgerplan_desktop.model.changes import Changes
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.meeting import Meeting
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.shelter import StaffMember

Given = list[tuple[Recipient, Law | None]]


class SendPapers(CaseDialog):
    """Nothing is sent from here: mails become drafts that somebody sends with their own program."""

    drawn = (760, 600)

    def __init__(self, desk: Desk, meeting: Meeting, sending: Sending, parent: QWidget | None = None,
                 printer: Callable[[QPrinter, QWidget], bool] = choose_printer) -> None:
        """`printer` lets somebody choose one; False = they want none."""
        self._title = {Sending.INVITATION: _("Send the invitation"), Sending.CHANGE: _("Send the change"),
                       Sending.MINUTES: _("Send the minutes")}[sending]
        super().__init__(desk, parent, self._title)
        self._meeting, self._sending, self._printer = meeting, sending, printer
        self._folder = Path()
        self._waiting: JobProgress | None = None
        self._printed: list[MadePaper] = []              # what is at the printer
        self._mailed: set[str] = set()                   # of those that are being made
        self._as_made = True                             # nothing was changed since they were begun on
        self.rows: dict[str, RecipientRow] = {}
        self._scroll = DialogScroll(self, 0)
        for each in recipients(desk.opened, meeting, sending):
            self._add(each)
        self.nobody = plain_label(_("Nobody is on the list yet. Whom does the meeting need?"), "muted", self, wrap=True)
        self.nobody.setVisible(not self.rows)
        self._scroll.body.addWidget(self.nobody)
        self._scroll.body.addStretch(1)
        self.not_to_share = plain_label("", "warn", self, wrap=True)
        self.said = plain_label("", "small", self, wrap=True)
        self.unanswered = UnansweredNote(desk, self)
        self.unanswered.wanted.connect(self._on_own_mail)
        self.folder_button = button(_("Open the folder"), "", "ghost", self)
        self.close_button = button(_("Close"), "", "", self)
        self.note_button = button(_("Note as given"), "check", "", self)
        self.make_button = button(_("Make the papers"), "send", "primary", self)
        name = desk.case.the(Citizen).first_name.strip() or _("The citizen")
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(plain_label(self._title, "title", self, wrap=True))
        column.addWidget(plain_label(_(
            "Each gets only what {name} has said yes to. Borgerplan sends nothing by itself: each mail is a draft that "
            "you open and send, by secure mail.").format(name=name), "muted", self, wrap=True))
        column.addWidget(self._scroll, 1)
        for each in (self.unanswered, self.not_to_share, self.said):
            column.addWidget(each)
        foot.addWidget(self.folder_button)
        foot.addStretch(1)
        for each in (self.close_button, self.note_button, self.make_button):
            foot.addWidget(each)
        column.addLayout(foot)
        # Signals
        self.close_button.clicked.connect(self.accept)
        self.note_button.clicked.connect(self._on_note)
        self.make_button.clicked.connect(self._on_make)
        self.folder_button.clicked.connect(self._on_folder)
        desk.changed.connect(self._on_changed)
        self.say_refusal("", self.said)
        # Initial update
        self.folder_button.hide()
        self._show_chosen()
        (self.make_button if self.make_button.isEnabled() else self.close_button).setFocus()

    def _add(self, recipient: Recipient) -> None:
        row = self.rows[recipient.participant.id] = RecipientRow(recipient, self)
        row.see_wanted.connect(self._on_see)
        row.anyway_wanted.connect(self._on_anyway)
        row.mail_wanted.connect(self._on_mail)
        row.changed.connect(self._show_chosen)
        self._scroll.body.insertWidget(len(self.rows) - 1, row)

    # ------------------------------------------------------------------ what is chosen
    def chosen(self, *how: How) -> Given:
        """Whom it goes to in one of these ways."""
        return [(row.recipient, row.law) for row in self.rows.values() if row.chosen() in how]

    def _show_chosen(self) -> None:
        mails, papers = len(self.chosen(How.MAIL)), len(self.chosen(How.PRINTED))
        words = [ngettext("{n} mail", "{n} mails", mails).format(n=mails) if mails else "",
                 ngettext("{n} on paper", "{n} on paper", papers).format(n=papers) if papers else ""]
        what = ", ".join(each for each in words if each)
        text = _("Make the papers ({what})").format(what=what) if what else _("Make the papers")
        self.make_button.setText(text)
        self.make_button.setAccessibleName(text)
        self.unanswered.show_for(mails if self._sending is not Sending.MINUTES else 0)
        idle = self._waiting is None
        self.make_button.setEnabled(bool(what) and idle)
        self.note_button.setEnabled(bool(self.chosen(How.MAIL, How.PRINTED, How.BY_HAND)) and idle)
        say(self.not_to_share, said_not_to_share(self._desk.opened, [
            each.member for each, _law in self.chosen(How.MAIL, How.PRINTED, How.BY_HAND)]))

    def _on_changed(self, changes: Changes) -> None:
        """A consent may have been withdrawn, here or in another window."""
        self._look_anew()

    def _look_anew(self) -> None:
        self._as_made = False
        if not self._meeting.exists:
            self.reject()
            return
        now = {each.participant.id: each for each in recipients(self._desk.opened, self._meeting, self._sending)}
        for id, row in list(self.rows.items()):
            if id in now:
                row.show_recipient(now[id])
            else:
                self.rows.pop(id).deleteLater()
        for id, each in now.items():
            if id not in self.rows:
                self._add(each)
        self._show_chosen()

    def _row_of_sender(self) -> RecipientRow:
        row = self.sender()
        assert isinstance(row, RecipientRow)
        return row

    def _on_see(self) -> None:
        self.see(self._row_of_sender())

    def see(self, row: RecipientRow) -> PaperWindow:
        """Their paper as it would be made now."""
        return show_paper(self._desk, BY_KIND[self._sending.paper], self, row.recipient.about(row.law))

    def _on_anyway(self) -> None:
        row = self._row_of_sender()
        ShareAnyway(self._desk, row.recipient.participant, self, partial(_share_by, row)).open()

    def _on_mail(self) -> None:
        row = self._row_of_sender()
        self.write_mail(row.recipient.member, row)

    def _on_own_mail(self, who: StaffMember) -> None:
        self.write_mail(who)

    def write_mail(self, whose: NetworkMember | StaffMember, row: RecipientRow | None = None) -> WriteMail:
        """Where mails to them go; whoever has a row here gets theirs by mail then."""
        dialog = WriteMail(self._desk, whose, self)
        dialog.written.connect(self._look_anew)          # it may stand in the register, of which the desk tells nothing
        if row is not None:
            dialog.written.connect(row.by_mail)
        dialog.open()
        return dialog

    # ------------------------------------------------------------------ it is given
    def _on_note(self) -> None:
        """They have got it: nothing is made."""
        if self._desk.do(were_given, self._meeting, self._sending, How.BY_HAND,
                         self.chosen(How.MAIL, How.PRINTED, How.BY_HAND)) == "stored":
            self.accept()

    def _on_make(self) -> None:
        if self.chosen(How.MAIL):
            self.ask_folder()
        else:
            self.make(None)

    def ask_folder(self) -> QFileDialog:
        """Where the drafts of mails are to lie."""
        dialog = ask_folder(self, _("The folder for the mails"))
        dialog.fileSelected.connect(self.make)
        dialog.open()
        return dialog

    def make(self, folder: str | None) -> None:
        """Make what was chosen; the drafts of mails go into the folder, the papers to a printer."""
        self._folder = Path(folder or "")
        self._desk.settle.emit()                         # half typed words belong on the paper
        self._desk.look_for_others()                     # a consent may have been withdrawn meanwhile
        ways = [(row.recipient, row.chosen(), row.law) for row in self.rows.values()]
        papers = self._desk.made(wanted, ways)
        if not papers:
            return
        self._mailed = {each.member_id for each in papers if each.how is How.MAIL}
        self._as_made = True
        how_far = HowFar(_("The papers are made."), len(papers))
        self._wait(JobProgress(making(self._desk.opened, self._sending, papers), how_far.said(0.0), self, self,
                               how_far.said), self._on_made)

    def _wait(self, job: JobProgress, done: Callable[..., None]) -> None:
        self._waiting = job
        job.done.connect(done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._show_chosen()
        job.start()

    def _on_cancelled(self) -> None:
        """Nothing was made: no file is written before all are ready."""
        self._waiting = None
        say(self.said, _("Stopped. Nothing is noted as given."))
        self._show_chosen()

    def _on_made(self, made: list[MadePaper]) -> None:
        self._waiting = None
        if not self.isVisible() or not self._is_as_made():     # the case was left, or locked, meanwhile
            return
        there = [each for each in made if each.content]
        mails = [each for each in there if each.member_id in self._mailed]
        papers = [each for each in there if each.member_id not in self._mailed]
        said = [f"{self._name(each.member_id)}: {each.why_not}" for each in made if each.why_not]
        try:
            write_files(self._folder, mails)
        except OSError as problem:
            self._on_failed(problem)
            return
        if mails and self._record(How.MAIL, mails):
            n = len(mails)
            said.insert(0, ngettext("{n} mail lies in the folder. Open it, and send it yourself.",
                                    "{n} mails lie in the folder. Open them, and send them yourself.", n).format(n=n))
        self.folder_button.setVisible(bool(mails) or not self.folder_button.isHidden())
        say(self.said, "\n".join(said))
        if papers:
            self._print(papers)
        self._show_chosen()

    def _is_as_made(self) -> bool:
        """Whether the papers still say what the case says: a consent may have been withdrawn while they were made, and
        nobody has the newest agenda on a paper of an older one.
        """
        self._desk.look_for_others()
        if self._as_made:
            return True
        say(self.said, _("Something was changed meanwhile. Nothing is noted as given. Make the papers again."))
        self._show_chosen()
        return False

    def _record(self, how: How, made: list[MadePaper]) -> bool:
        ids = {each.member_id for each in made}
        given = [each for each in self.chosen(how) if each[0].member.id in ids]
        if self._desk.do(were_given, self._meeting, self._sending, how, given) != "stored":
            return False
        self._as_made = True                             # that they have got it is our own doing
        for row in self.rows.values():                   # they have it: nothing more is made for them
            if row.recipient.member.id in ids:
                row.how.setCurrentIndex(row.how.findData(How.NOT_NOW.value))
        return True

    def _print(self, papers: list[MadePaper]) -> None:
        printer = printer_for(papers[0].name)            # no name in the print queue
        if not self._printer(printer, self) or not self._is_as_made():
            return
        self._printed = papers
        how_far = HowFar(_("The papers are sent to the printer."))
        work = partial(print_several, [each.content for each in papers], printer, how_far=how_far)
        self._wait(JobProgress(work, how_far.said(0.0), self, self, how_far.said), self._on_printed)

    def _on_printed(self) -> None:
        self._waiting = None
        if self._record(How.PRINTED, self._printed):
            n = len(self._printed)
            words = ngettext("{n} paper is printed.", "{n} papers are printed.", n).format(n=n)
            say(self.said, "\n".join(part for part in (self.said.text(), words) if part))
        self._show_chosen()

    def _on_failed(self, problem: Exception) -> None:
        self._waiting = None
        self._show_chosen()
        say(self.said, _("The mails could not be saved. Nothing is noted as given. Choose another folder.")
            if isinstance(problem, OSError) else
            _("The papers could not be made. Everything you have written is stored. Try again."))

    def _name(self, member_id: str) -> str:
        member = self._desk.case.get(NetworkMember, member_id)
        return member.contact.said_name if member is not None else ""

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _share_by(row: RecipientRow, law: str, reason: str) -> bool:
    row.share_by(Law(law.strip(), reason.strip()))
    return True
