"""A copy of a paper with a password: what the password must be, and how it is given to whoever gets the paper."""
from __future__ import annotations

from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.login_messages import sentence
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.store.errors import Weakness, WeakPassword
from borgerplan_desktop.store.passwords import normal, require_strong

HOW_TO_GIVE_IT = N_("Say the password on the telephone, or face to face. Never in the mail that the paper comes with.")
NOT_LASTING = N_("Such a copy cannot be an archive file (PDF/A). The plan itself stays as it is.")
NOT_KEPT = N_("Borgerplan does not keep the password. If it is forgotten, make a new copy.")


def see_that_it_holds(case: Case, password: str) -> None:
    """Raises Refused for a password that is short, easily guessed, mostly a name of the case, or longer than a PDF
    takes.
    """
    from borgerplan_desktop.documents.password_copy import LONGEST_BYTES

    citizen = case.the(Citizen)
    try:
        require_strong(password, citizen.name, *(each.contact.name for each in case.all(NetworkMember)))
    except WeakPassword as weak:
        raise Refused(_("Too easy to guess: it is mostly a name of the case. Try three or four random words.")
                      if weak.weakness is Weakness.NAMED else sentence(weak), "password") from None
    if len(normal(password).encode()) > LONGEST_BYTES:
        raise Refused(sentence(WeakPassword(Weakness.LONG)), "password")


def locked(pdf: bytes, password: str) -> bytes:
    """The paper as it opens with the password only; the same characters however the keyboard composed them."""
    from borgerplan_desktop.documents.password_copy import with_password

    return with_password(pdf, normal(password))
