"""Signed on the screen: the strokes and the form as it was signed are kept, whatever changes afterwards."""
from __future__ import annotations

from datetime import datetime

import pytest

from borgerplan_desktop.casework.network.people import add_new_professional
from borgerplan_desktop.casework.open_case import OpenCase
from borgerplan_desktop.casework.papers.consents import Asked, withdraw_from
from borgerplan_desktop.casework.papers.plan_paper import paper_was_made
from borgerplan_desktop.casework.papers.reading_language import reads_best
from borgerplan_desktop.casework.papers.signed_consent import kept_paper, sign_consent, signed_form
from borgerplan_desktop.casework.refused import Refused
from borgerplan_desktop.casework.session.archive import Archive
from borgerplan_desktop.documents.case_file import read_case, write_case
from borgerplan_desktop.i18n import use_language
from borgerplan_desktop.model.citizen import Citizen
from borgerplan_desktop.model.consent import Consent, GivenHow, Topic, may_share
from borgerplan_desktop.model.network import NetworkMember
from borgerplan_desktop.model.papers import Document, MadeHow
from borgerplan_desktop.model.signature import Signature
from borgerplan_desktop.store.replay import differences
from tests.documents import reading

DRAWN = Signature.of([[(100, 200), (300, 80), (500, 220), (700, 60)]])


@pytest.fixture
def birgit(opened: OpenCase) -> NetworkMember:
    return add_new_professional(opened, "Birgit Holm", "sagsbehandler", "Hjemløseenheden")


def asked(member: NetworkMember, **more: object) -> Asked:
    facts: dict = {"purpose": "finde en bolig", "topics": [Topic.HOUSING], "told_before": True} | more
    return Asked(persons=[member], **facts)


def test_it_is_a_consent_with_the_signature_and_the_form_kept(opened: OpenCase, birgit: NetworkMember) -> None:
    consent = sign_consent(opened, asked(birgit), DRAWN)
    assert may_share(opened.case, birgit, Topic.HOUSING, opened.today()).allowed
    assert (consent.given_how, consent.signed_at) == (GivenHow.SIGNED, datetime(2026, 10, 27, 9, 21))
    strokes = opened.kept(consent.signature_digest)
    assert strokes is not None
    assert Signature.from_bytes(strokes) == DRAWN
    document = signed_form(opened, consent)
    assert document is not None
    said = reading.squeezed(reading.text(opened.kept(document.digest) or b""))
    assert reading.squeezed("Skrevet under på skærmen af Jonas Prøve, 27. oktober 2026 kl. 9.21") in said
    assert "BirgitHolm" in said


def test_it_is_kept_as_the_citizen_reads_it_best_with_the_danish_beside_it(
        opened: OpenCase, birgit: NetworkMember) -> None:
    use_language("en")                                   # what the screen speaks is no matter
    for spoken, kept in (("da", ("da", "")), ("pl", ("pl", "da"))):
        reads_best(opened, spoken, large_print=False)
        document = signed_form(opened, sign_consent(opened, asked(birgit), DRAWN))
        assert document is not None
        assert (document.language, document.beside) == kept
        said = reading.text(opened.kept(document.digest) or b"")
        assert "Samtykke" in said
        assert ("Zgoda" in said) is (spoken == "pl")


def test_it_is_shown_and_printed_again_as_it_was(opened: OpenCase, birgit: NetworkMember) -> None:
    document = signed_form(opened, sign_consent(opened, asked(birgit), DRAWN))
    assert document is not None
    before = opened.kept(document.digest)
    with opened.action("rename"):
        opened.case.the(Citizen).name = "Jonas Ny"
    withdraw_from(opened, birgit)
    paper = kept_paper(opened, document)
    assert paper is not None
    assert paper.draw() == before
    printed = paper_was_made(opened, MadeHow.PRINTED, paper)
    assert printed.digest == document.digest
    assert "Jonas" not in paper.file_name


def test_one_undo_takes_all_of_it_back(opened: OpenCase, birgit: NetworkMember) -> None:
    document = signed_form(opened, sign_consent(opened, asked(birgit), DRAWN))
    assert document is not None
    digests = [document.digest, opened.case.all(Consent)[0].signature_digest]
    opened.undo()
    assert opened.case.all(Consent) == []
    assert opened.case.all(Document) == []
    assert [opened.kept(each) for each in digests] == [None, None], "what was undone is not kept"
    opened.redo()
    assert signed_form(opened, opened.case.all(Consent)[0]) is not None
    assert all(opened.kept(each) for each in digests)


def test_what_another_row_still_has_stays_when_it_is_undone(opened: OpenCase, birgit: NetworkMember) -> None:
    first = sign_consent(opened, asked(birgit), DRAWN)
    second = sign_consent(opened, asked(birgit), DRAWN)
    assert first.signature_digest == second.signature_digest
    opened.undo()
    assert opened.kept(first.signature_digest) is not None


def test_an_archive_where_it_was_undone_and_done_again_checks_out(archive: Archive, opened: OpenCase,
                                                                  birgit: NetworkMember) -> None:
    sign_consent(opened, asked(birgit), DRAWN)
    for act in (opened.undo, opened.redo, opened.undo):
        act()
        with archive.store.reading.connect() as conn:
            assert not list(differences(conn))


def test_it_goes_along_in_the_copy_of_the_case(opened: OpenCase, birgit: NetworkMember) -> None:
    consent = sign_consent(opened, asked(birgit), DRAWN)
    held = read_case(write_case(opened.case, opened.kept)).kept
    assert consent.signature_digest in held


def test_nothing_written_and_an_unclear_form_are_refused(opened: OpenCase, birgit: NetworkMember) -> None:
    for wrong, drawn, field in ((asked(birgit), Signature(), "signature"),
                                (asked(birgit, told_before=False), DRAWN, "told_before"),
                                (asked(birgit, purpose=" "), DRAWN, "purpose")):
        with pytest.raises(Refused) as refusal:
            sign_consent(opened, wrong, drawn)
        assert refusal.value.field == field
    assert opened.case.all(Consent) == []
