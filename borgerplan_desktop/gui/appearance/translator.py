"""Qt asks our gettext catalogue for the words of forms; Qt's own dialogs speak through qtbase."""
from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QTranslator

from borgerplan_desktop import i18n
from borgerplan_desktop.i18n import N_

OURS = {"&Redo": N_("&Redo"), "&Copy": N_("&Copy"), "Select All": N_("Select all")}   # the words of our own menus


class Translator(QTranslator):
    """Serves forms and tr() from the catalogue in use; `speak` switches language live.

    Installing sends LanguageChange to every widget, which forms answer by themselves.
    """

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._qt: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Use a screen language from now on, in Python, forms and Qt's own dialogs."""
        i18n.use_language(language)
        if self._qt is not None:
            self._app.removeTranslator(self._qt)
            self._qt.deleteLater()
            self._qt = None
        self._app.removeTranslator(self)
        self._app.installTranslator(self)
        self._load_qt()                                  # at once: each installing says every page anew

    def be_heard(self) -> None:
        """Those who are there hear of the language now: not whoever is made next, in the right one from the start."""
        self._app.sendPostedEvents(None, QEvent.Type.LanguageChange.value)

    def _load_qt(self) -> None:
        theirs = QtWords(self._app)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if theirs.load(f"qtbase_{i18n.language()}", folder):
            self._qt = theirs
            self._app.installTranslator(theirs)  # asked first, knows only Qt's own contexts

    def isEmpty(self) -> bool:
        return False  # an "empty" translator would not be asked

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Our words, or None so that the next translator is asked."""
        if not text:
            return None
        ours = i18n.pgettext(disambiguation, text) if disambiguation else i18n._(text)
        return ours if ours != text else None



class QtWords(QTranslator):
    """Qt's own words, but for what our menus call something else: "Gentag", not "Omgør"."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        ours = i18n._(OURS[text]) if text in OURS else ""
        return ours or super().translate(context, text, disambiguation or "", n) or None
