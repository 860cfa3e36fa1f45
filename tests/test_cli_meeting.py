"""A meeting's papers and mails from the terminal: the invitation to six of whom one is not covered, and the minutes."""
from __future__ import annotations

from contextlib import closing
from datetime import date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest
import vobject

from borgerplan_desktop.casework.course.arrival import Arrival, receive
from borgerplan_desktop.casework.meeting.before_meeting import plan_meeting
from borgerplan_desktop.casework.meeting.meeting_calendar import uid_of
from borgerplan_desktop.casework.meeting.participants import add_participant
from borgerplan_desktop.casework.session import login
from borgerplan_desktop.casework.session.location import Location
from borgerplan_desktop.cli import DONE, FAILED, WRONG_USE, main
from borgerplan_desktop.documents.case_file import write_case
from borgerplan_desktop.model.case import Case
from borgerplan_desktop.model.meeting import Meeting, MeetingStatus, Participant, Presence
from borgerplan_desktop.model.network import NetworkMember
from tests.archive import CHEAP, PASSWORD
from tests.documents import meeting_samples, reading, samples

Out = pytest.CaptureFixture[str]


def as_file(*, held: bool = False) -> Case:
    """The case under the citizen's own id, as a file wants it; one of them is asked to the next meeting too."""
    also = Participant(id="p_later", meeting_id="later", member_id="morten")
    return Case("jonas", [*meeting_samples.rows(held=held), also], register=samples.register())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    case = as_file()
    for member in case.all(NetworkMember):
        if member.id in ("morten", "mette", "lene"):
            object.__setattr__(member, "email", f"{member.id}@example.org")
    path.write_bytes(write_case(case))
    return path


@pytest.fixture
def held(tmp_path: Path) -> Path:
    path = tmp_path / "held.json"
    path.write_bytes(write_case(as_file(held=True)))
    return path


def test_an_invitation_to_everybody_but_the_one_who_is_not_covered(file: Path, tmp_path: Path, capsys: Out) -> None:
    folder = tmp_path / "out"
    assert main(["paper", "invitation", str(file), "--meeting", "network", "--for", "all", "-o", str(folder)]) == DONE
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == len(list(folder.glob("*.pdf"))) == 6
    assert "Lene Friis: Ingen har spurgt om Lene Friis endnu." in said.err
    papers = [reading.text(path.read_bytes()) for path in folder.glob("*.pdf")]
    assert sum("egen dør" in words for words in papers) == 4     # the citizen, Ole, Eva and Birgit
    assert sum("Et andet emne" in words for words in papers) == 2


def test_one_paper_for_one_person_and_the_citizens_own(file: Path, held: Path, tmp_path: Path, capsys: Out) -> None:
    where = tmp_path / "one.pdf"
    assert main(["paper", "agenda", str(file), "--meeting", "netw", "--for", "birgit", "-o", str(where)]) == DONE
    assert "kopi til Birgit Holm" in reading.text(where.read_bytes())
    assert main(["paper", "minutes", str(held), "--meeting", "last", "-o", str(where)]) == DONE
    assert "Søger om bolig på Kajen" in reading.text(where.read_bytes())
    assert main(["paper", "meaning", str(held), "--language", "en", "-o", str(where)]) == DONE
    assert "Jonas, this was decided" in reading.text(where.read_bytes())
    assert main(["paper", "agenda-change", str(file), "--meeting", "network", "-o", str(where)]) == DONE


def test_whom_we_missed_is_neither_our_own_staff_nor_who_was_there(held: Path, tmp_path: Path) -> None:
    folder = tmp_path / "missed"
    assert main(["paper", "away", str(held), "--for", "all", "-o", str(folder)]) == DONE
    papers = " ".join(reading.text(path.read_bytes()) for path in folder.glob("*.pdf"))
    was_there = {each.member_id for each in as_file(held=True).all(Participant) if each.presence is Presence.PRESENT}
    assert was_there
    assert "Kære Eva Lind" not in papers                 # our own
    for member in as_file(held=True).all(NetworkMember):
        assert member.id not in was_there or f"Kære {member.contact.name}" not in papers, member.id
    assert "Kære" in papers


@pytest.mark.parametrize(("words", "code", "told"), [
    (["paper", "minutes", "FILE", "--meeting", "gone", "-o", "OUT"], FAILED, "Der er ikke sådan et møde i filen."),
    (["paper", "invitation", "FILE", "--meeting", "network", "--for", "Ingen", "-o", "OUT"], FAILED, "Indkaldt er:"),
    (["paper", "invitation", "FILE", "--meeting", "network", "--for", "lene", "-o", "OUT"], FAILED, "Ingen har spurgt"),
    (["paper", "meaning", "FILE", "--meeting", "network", "--for", "all", "-o", "OUT"], FAILED, "Mødet er ikke holdt"),
    (["paper", "attendance", "FILE", "--meeting", "network", "--for", "ole", "-o", "OUT"], FAILED, "Udelad --for."),
    (["paper", "invitation", "FILE", "--meeting", "network", "--for", "all", "-o", "-"], WRONG_USE, "Skriv en mappe"),
    (["paper", "minutes", "FILE", "--meeting", "next", "-o", "OUT"], FAILED, "Mødet er ikke holdt"),
    (["paper", "meaning", "FILE", "--meeting", "network", "-o", "OUT"], FAILED, "Mødet er ikke holdt"),
    (["mail", "FILE", "--meeting", "network", "--what", "minutes", "-o", "OUT"], FAILED, "Mødet er ikke holdt"),
    (["paper", "minutes", "FILE", "--meeting", "network", "--for", " ", "-o", "OUT"], WRONG_USE, "hvem papiret er til"),
    (["paper", "minutes", "FILE", "--meeting", "network", "--for", "", "-o", "OUT"], WRONG_USE, "hvem papiret er til"),
    (["paper", "welcome", "FILE", "--for", "all", "-o", "OUT"], WRONG_USE, "Papiret er ens for alle."),
    (["paper", "welcome", "FILE", "--meeting", "next", "-o", "OUT"], WRONG_USE, "Kun et mødes papirer"),
    (["mail", "FILE", "--meeting", "gone", "-o", "OUT"], FAILED, "Der er ikke lavet nogen mail."),
    (["ics", "FILE", "--meeting", "gone", "-o", "OUT"], FAILED, "Der er ikke lavet nogen kalenderfil."),
    (["mail", "FILE", "--what", "kaffe", "-o", "OUT"], WRONG_USE, "kaffe"),
])
def test_what_does_not_fit_is_said_and_nothing_is_made(
        words: list[str], code: int, told: str, file: Path, tmp_path: Path, capsys: Out) -> None:
    out = tmp_path / "out"
    given = [str(file) if word == "FILE" else str(out) if word == "OUT" else word for word in words]
    assert main(given) == code
    assert told in capsys.readouterr().err
    assert not out.exists()                              # no empty folder is left behind either


def test_the_mails_are_drafts_that_another_reader_reads(file: Path, tmp_path: Path, capsys: Out) -> None:
    folder = tmp_path / "mails"
    assert main(["mail", str(file), "--meeting", "network", "-o", str(folder)]) == DONE
    said = capsys.readouterr()
    assert "Intet er sendt." in said.err
    assert "Ole Kragh: Der er ingen mailadresse." in said.err
    assert "Lene Friis: Ingen har spurgt" in said.err
    mails = [message_from_bytes(path.read_bytes(), policy=default) for path in sorted(folder.glob("*.eml"))]
    assert sorted(each.addr_spec for mail in mails for each in mail["to"].addresses) == [
        "mette@example.org", "morten@example.org"]
    for mail in mails:
        assert mail["subject"] == "Indkaldelse til møde den 12. november 2026"
        paper = next(part for part in mail.walk() if part.get_content_type() == "application/pdf")
        content = paper.get_payload(decode=True)
        assert isinstance(content, bytes)
        assert "Et andet emne" in reading.text(content)
        assert "Jonas" not in str(mail["subject"])


def test_of_a_meeting_that_is_called_off_everybody_is_told_and_nobody_is_asked(tmp_path: Path, capsys: Out) -> None:
    case, file, folder = as_file(), tmp_path / "off.json", tmp_path / "mails"
    for row, name, value in ((case.get(Meeting, "network"), "status", MeetingStatus.CALLED_OFF),
                             (case.get(NetworkMember, "morten"), "email", "morten@example.org")):
        object.__setattr__(row, name, value)
    file.write_bytes(write_case(case))
    assert main(["mail", str(file), "--meeting", "network", "-o", str(folder)]) == DONE
    [path] = folder.glob("*.eml")
    mail = message_from_bytes(path.read_bytes(), policy=default)
    assert mail["subject"] == "Mødet den 12. november 2026 er aflyst"
    body = mail.get_body()
    assert body is not None
    assert "Du skal ikke komme" in body.get_content()
    assert main(["mail", str(file), "--meeting", "network", "--what", "invitation", "-o", str(folder)]) == FAILED
    assert "Mødet er aflyst." in capsys.readouterr().err


def test_who_has_left_the_network_gets_a_paper_only_by_name(tmp_path: Path, capsys: Out) -> None:
    case, file = as_file(), tmp_path / "left.json"
    for name, value in (("email", "morten@example.org"), ("removed_on", date(2026, 10, 20))):
        object.__setattr__(case.get(NetworkMember, "morten"), name, value)
    file.write_bytes(write_case(case))
    assert main(["mail", str(file), "--meeting", "network", "-o", str(tmp_path / "mails")]) == FAILED
    assert not (tmp_path / "mails").exists()
    assert "Morten Dahl: Er ikke i netværket mere." in capsys.readouterr().err
    papers = ["paper", "invitation", str(file), "--meeting", "network", "--for"]
    assert main([*papers, "all", "-o", str(tmp_path / "all")]) == DONE
    assert "Morten Dahl: Er ikke i netværket mere." in capsys.readouterr().err
    assert main([*papers, "Morten Dahl", "-o", str(tmp_path / "one.pdf")]) == DONE


def test_the_drafts_of_two_meetings_lie_side_by_side(file: Path, tmp_path: Path) -> None:
    """What is not sent yet is not written over by the next meeting's."""
    for each in ("network", "later"):
        main(["mail", str(file), "--meeting", each, "-o", str(tmp_path / "mails")])
    names = [each.name for each in (tmp_path / "mails").iterdir()]
    assert [each[:-9] for each in sorted(names)] == [
        "indkaldelse-2026-11-12-1000-5", "indkaldelse-2026-11-12-1000-6", "indkaldelse-2026-12-10-1100-1"]
    assert main(["mail", str(file), "--meeting", "network", "-o", str(tmp_path / "mails")]) == DONE
    assert sorted(each.name for each in (tmp_path / "mails").iterdir()) == sorted(names)     # made anew, not twice


def test_the_papers_of_two_meetings_and_of_others_in_the_list_lie_side_by_side(tmp_path: Path) -> None:
    case, file, folder = as_file(), tmp_path / "case.json", tmp_path / "papers"
    for each in ("network", "later", "network"):
        file.write_bytes(write_case(case))
        assert main(["paper", "invitation", str(file), "--meeting", each, "--for", "all", "-o", str(folder)]) == DONE
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    meeting = case.get(Meeting, "network")
    assert meeting is not None
    first = meeting.participants[0]
    with_paper = len([name for name in before if "2026-11-12" in name])
    case.begin()
    case.remove(first)                                   # everybody after them moves up: 2 is another now
    case.finish(case.changed(), 2)
    file.write_bytes(write_case(case))
    assert main(["paper", "invitation", str(file), "--meeting", "network", "--for", "all", "-o", str(folder)]) == DONE
    assert with_paper > 2
    assert before.keys() < {each.name for each in folder.iterdir()}  # nobody's was written over


def test_what_the_meeting_means_is_one_page_also_for_all(held: Path, tmp_path: Path, capsys: Out) -> None:
    folder = tmp_path / "new" / "papers"
    words = ["paper", "meaning", str(held), "--meeting", "last", "-o", str(folder), "--for"]
    assert main([*words, "all"]) == DONE
    [page] = folder.iterdir()
    assert "Jonas, det her blev besluttet" in reading.text(page.read_bytes())
    one = [*words[:-2], str(tmp_path / "one.pdf"), "--for"]
    assert main([*one, "Birgit Holm"]) == FAILED
    assert "Siden er borgerens egen. Udelad --for." in capsys.readouterr().err
    assert not (tmp_path / "one.pdf").exists()
    assert main([*one, "jonas"]) == DONE                 # whose it is


def test_a_file_for_calendars_and_one_that_takes_it_out_again(file: Path, tmp_path: Path) -> None:
    where = tmp_path / "meeting.ics"
    assert main(["ics", str(file), "--meeting", "network", "-o", str(where)]) == DONE
    first = vobject.readOne(where.read_text("utf-8"))
    assert first.vevent.dtstart.value.replace(tzinfo=None) == datetime(2026, 11, 12, 10)
    assert main(["ics", str(file), "--meeting", "network", "-o", str(where), "--cancel"]) == DONE
    gone = vobject.readOne(where.read_text("utf-8"))
    assert (gone.vevent.status.value, gone.vevent.uid.value) == ("CANCELLED", first.vevent.uid.value)
    assert "Jonas" not in where.read_text("utf-8")


def test_answers_are_read_into_the_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    home = tmp_path / "home"
    with closing(login.begin_archive(Location(home, CHEAP), "Skovly", "Eva Lind", PASSWORD)[0]) as archive:
        login.put_code_away(archive)
        opened = receive(archive, Arrival("Jonas Prøve"))
        with opened.action("x"):
            birgit = opened.case.add(NetworkMember(name="Birgit Holm", email="b@example.org"))
        meeting = plan_meeting(opened, starts_at=datetime(2099, 1, 1, 10))
        add_participant(opened, meeting, birgit)
    good, strange = tmp_path / "good.ics", tmp_path / "strange.ics"
    good.write_text(f"BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:{uid_of(meeting.id)}\n"
                    "ATTENDEE;PARTSTAT=DECLINED:mailto:b@example.org\nEND:VEVENT\nEND:VCALENDAR\n", "utf-8")
    strange.write_text(good.read_text("utf-8").replace(uid_of(meeting.id), "another"), "utf-8")

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setenv("BORGERPLAN_PASSWORD", PASSWORD)
        code = main(["replies", *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    code, out, err = run(str(home), str(strange), str(good), str(tmp_path / "gone.ics"))
    assert (code, out) == (FAILED, f"{good}\tBirgit Holm\tKommer ikke\n")     # one by one
    assert "der ikke er her" in err
    assert "gone.ics" in err
    assert run("--home", str(home), str(good))[0] == DONE
    assert run(str(home))[0] == WRONG_USE
    mail = EmailMessage()
    mail["Subject"] = "Afvist"
    mail.set_content("Jeg kan ikke")
    mail.add_attachment(good.read_bytes(), "text", "calendar")
    whole = tmp_path / "svar.eml"
    whole.write_bytes(mail.as_bytes())
    assert run("--home", str(home), str(whole)) == (DONE, f"{whole}\tBirgit Holm\tKommer ikke\n", "")
    for words in ((str(tmp_path / "gone.ics"),), (str(tmp_path / "no-home"), str(good))):
        code, out, err = run(*words)                     # of the archive nobody needs to be asked
        assert (code, out) == (FAILED, "")
        assert f"Der er ingen fil eller mappe, der hedder {words[0]}." in err
