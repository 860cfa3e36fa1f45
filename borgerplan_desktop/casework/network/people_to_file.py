"""The people of the network as a file for another program. Who is left out of paper is left out here too."""
from __future__ import annotations

from collections.abc import Callable
from datetime import date

from borgerplan_desktop.casework.access import Reading
from borgerplan_desktop.casework.network.left_out import Where, said_of_names, still_named
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.plan_paper import number_of_files
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.labelled import Labelled
from borgerplan_desktop.model.network import KeptMap, NetworkMember, people
from borgerplan_desktop.store.audit import Did


class PeopleKind(Labelled):
    """What is made of them; the value is the file's ending."""

    CONTACTS = "vcf", N_("Contacts for a telephone")
    EASYNWK = "json", N_("Network map for easyNWK")
    TABLE = "csv", N_("Figures for a spreadsheet")


ABOUT = {
    PeopleKind.CONTACTS: N_("Names, numbers, mail addresses and work. No notes, and nothing of the map."),
    PeopleKind.EASYNWK: N_("The map now and every map that was kept: places, ties and what flows. No numbers, mail "
                           "addresses, notes or wishes, and ties are ordinary, strained or broken."),
    PeopleKind.TABLE: N_("One row for each: part of life, ring, tie, marks, what flows, appointments. No numbers, mail "
                         "addresses or notes."),
}


def people_file(case: Case, kind: PeopleKind, today: date) -> bytes:
    """The file. Raises Refused where there is nobody to save."""
    shown = [member for member in people(case) if not member.left_out_of_paper]
    if not shown:
        raise Refused(_("There is nobody on the map to save."))
    if kind is PeopleKind.CONTACTS:
        from borgerplan_desktop.documents.vcard import write_vcards

        return write_vcards(member.contact for member in shown if member.is_person)
    if kind is PeopleKind.EASYNWK:
        from borgerplan_desktop.documents.easynwk import write_easynwk

        return write_easynwk(case, today)
    from borgerplan_desktop.documents.people_table import write_table

    return write_table(case, today)


def still_named_in_people(case: Case, kind: PeopleKind) -> str:
    """Whose name the file would still say although they are left out: in what others are called, or a kept map."""
    if kind is PeopleKind.CONTACTS:                      # says nothing but who somebody is
        return ""
    found = [each for each in still_named(case) if (
        each.where is Where.PERSON and each.field == NetworkMember.relation.key) or (
        kind is PeopleKind.EASYNWK and case.get(KeptMap, each.row_id) is not None)]
    return said_of_names(case, found)


def save_people(opened: OpenCase, kind: PeopleKind, put: Callable[[bytes], object]) -> None:
    """`put` gets the file, and when it has it, that is on record.

    Raises NotForYou, StoreTrouble, Refused where there is nobody, and what `put` raises: nothing is on record then.
    """
    opened.catch_up()
    opened.ask(Reading.FILE)
    put(people_file(opened.case, kind, opened.today()))
    opened.record(Did.EXPORTED, N_("Saved the people as a file"))


def people_file_name(case: Case, kind: PeopleKind) -> str:
    """What the file is called: the case number and nothing about the person."""
    called = "-".join(part for part in (number_of_files(case), _("people")) if part)
    return f"{called}.{kind.value}"
