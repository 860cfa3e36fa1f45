"""The frame as the steering group approved it: numbered, kept as file and PDF, and what has changed since."""
from __future__ import annotations

from contextlib import suppress
from datetime import date

from borgerplan_desktop.casework.frame.compared import Different, What, differences
from borgerplan_desktop.casework.frame.frame import answered, framework, half_a_year_on
from borgerplan_desktop.casework.open_case import Conflict, OpenCase, Overtaken
from borgerplan_desktop.casework.refused import Refused, one_line
from borgerplan_desktop.documents.house.frame_file import read_frame, write_frame
from borgerplan_desktop.i18n import N_, _
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.frame_people import coordinators
from borgerplan_desktop.model.framework import FrameQuestion, FrameVersion, Framework
from borgerplan_desktop.model.shelter import StaffMember

TRIES = 5                                                # to approve while others write
SOON = 90                                                # days: a nearer update is the one that was made now


def newest(case: Case) -> FrameVersion | None:
    """The version in force; None while none is approved."""
    versions = case.all(FrameVersion)
    return versions[-1] if versions else None


def next_number(case: Case) -> int:
    last = newest(case)
    return last.number + 1 if last is not None else 1


def approve(opened: OpenCase, approved_on: date, approved_by: str) -> FrameVersion:
    """The steering group has approved the frame as it is now: the next version, frozen whole as file and PDF in the
    same transaction, with what was written of what is new. It is brought up to date that day by whoever did it now,
    and next half a year on, or on the later day that stands there.

    It cannot be undone. Raises Refused for an empty frame, a day ahead or nobody who approved; Conflict when others
    write all the time; StoreTrouble.
    """
    by = one_line(approved_by, "approved_by")
    if not by:
        raise Refused(_("Write who approved it, e.g. the steering group."), "approved_by")
    if approved_on > opened.today():
        raise Refused(_("It cannot have been approved on a day that has not come yet."), "approved_on")
    for _try in range(TRIES):
        opened.catch_up()                                # what colleagues wrote is part of what is approved
        if not answered(opened.case)[0]:
            raise Refused(_("The frame says nothing yet. Answer at least one question first."), "")
        with suppress(Overtaken):
            return _freeze(opened, approved_on, by)
    raise Conflict


def _freeze(opened: OpenCase, on: date, by: str) -> FrameVersion:
    from borgerplan_desktop.documents.house.framework import framework_pdf

    case = opened.case
    with opened.action(N_("Approve the frame"), undoable=False, frozen=True):
        frame = framework(case) or case.add(Framework())
        me = case.get(StaffMember, opened.who)
        frame.updated_on, frame.updated_by = on, me.name if me is not None else frame.updated_by
        if frame.next_on is None or (frame.next_on - on).days < SOON:
            frame.next_on = half_a_year_on(on)
        version = case.add(FrameVersion(number=next_number(case), approved_on=on, approved_by=by, changed=frame.news))
        frame.news, frame.approves = "", by
        version.digest = opened.keep(write_frame(case))
        version.pdf_digest = opened.keep(framework_pdf(case, today=on, version=version))
    return version


def approved_pdf(opened: OpenCase, version: FrameVersion) -> bytes:
    """The paper as it was approved. Raises LookupError when it is not kept."""
    return _kept(opened, version.pdf_digest)


def changed_since(opened: OpenCase, version: FrameVersion) -> list[Different]:
    """What the frame says now and did not say then. Raises LookupError when it is not kept, CaseFileError."""
    then = read_frame(_kept(opened, version.digest))
    found = differences(then.case(), read_frame(write_frame(opened.case)).case())
    before, now = list(then.coordinators), [each.said for each in coordinators(opened.case)]
    under = _(FrameQuestion.COORDINATORS.label)
    found += [Different(What.NEW, under, each) for each in now if each not in before]
    found += [Different(What.GONE, under, each) for each in before if each not in now]
    return found


def differs_between(opened: OpenCase, before: FrameVersion, after: FrameVersion) -> list[Different]:
    """What a version says that the one before did not. Raises LookupError, CaseFileError."""
    return differences(read_frame(_kept(opened, before.digest)).case(), read_frame(_kept(opened, after.digest)).case())


def _kept(opened: OpenCase, digest: str) -> bytes:
    content = opened.kept(digest)
    if content is None:
        raise LookupError(f"nothing is kept under {digest!r}")
    return content
